"""Whether the meetings of an agenda can be held at all: faults that would else return in every block and every letter.

In: the layers as read and the structure made of them. Out: faults of a meeting that was left out, of one without
blocks, of a block in two, of a material or a working form for one that there is not. Leaves alone: whether blocks add
up (`agenda`), what happens in them (`programme`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.model.layers import Layers
from kaarten.model.structure import Structure
from kaarten.model.validate import walk
from kaarten.source.nodes import Mapping, Scalar
from kaarten.text import MeetingId, mark_of


def check_meetings(layers: Layers, structure: Structure, report: Report) -> None:
    """Errors meeting-dropped, no-blocks, block-of-two-meetings and unknown-meeting, each where the last layer wrote of
    it."""
    meetings = structure.agenda.meetings
    dropped = dict(_dropped(layers))
    for meeting, mark in dropped.items():
        report.error("meeting-dropped", mark, meeting=meeting, other=", ".join(meetings))
    first: dict[str, MeetingId] = {}
    for meeting, entry in meetings.items():
        if not entry.blocks:
            report.error("no-blocks", _last(layers, (meeting,)), meeting=meeting)
        for id in entry.blocks:
            other = first.setdefault(id, meeting)
            if other != meeting:
                report.error("block-of-two-meetings", _block_mark(layers, id), block=id, first=other, second=meeting)
    for entry in (*structure.materials.values(), *structure.forms.values()):
        if entry.meeting is not None and entry.meeting not in (*meetings, *dropped):
            report_unknown_meeting(entry.meeting, mark_of(entry.meeting), meetings, report)


def report_unknown_meeting(id: MeetingId, mark: Mark, meetings: Collection[str], report: Report) -> None:
    """A meeting that no layer has."""
    report.error("unknown-meeting", mark, meeting=id, guess=guess(id, meetings), known=", ".join(meetings))


def _meetings(layers: Layers) -> Iterator[Mapping]:
    """The meetings of each layer that has some, the last layer first."""
    for layer in reversed(layers.layers):
        place = walk(layer.structure, ("agenda", "meetings"))
        if len(place.path) == 2 and isinstance(place.node, Mapping):
            yield place.node


def _dropped(layers: Layers) -> Iterator[tuple[str, Mark]]:
    for meetings in _meetings(layers):
        for number, meeting in meetings:
            drop = meeting.get("drop") if isinstance(meeting, Mapping) else None
            if isinstance(drop, Scalar) and drop.text == "yes":
                yield number, meetings.keys[number]


def _last(layers: Layers, path: tuple[str, ...]) -> Mark:
    """Where the last layer that has something at this path below the meetings names it."""
    places = (walk(meetings, path) for meetings in _meetings(layers))
    return next(place.key for place in places if len(place.path) == len(path))


def _block_mark(layers: Layers, id: str) -> Mark:
    """Where the last layer that names a block does so."""
    for meetings in _meetings(layers):
        for number in reversed(list(meetings.entries)):
            place = walk(meetings, (number, "blocks", id))
            if len(place.path) == 3:
                return place.key
    raise ValueError(id)
