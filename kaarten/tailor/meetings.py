"""Whether the meetings of an agenda can be held at all: faults that would else return in every block and every letter.

In: the layers as read and the structure made of them. Out: faults of a meeting that was left out, of one without blocks
and of a block in both. Leaves alone: whether blocks add up (`agenda`), what happens in them (`programme`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.diagnostics import Mark, Report
from kaarten.model.layers import Layers
from kaarten.model.structure import Structure
from kaarten.model.validate import walk
from kaarten.source.nodes import Mapping, Scalar


def check_meetings(layers: Layers, structure: Structure, report: Report) -> None:
    """Errors meeting-dropped, no-blocks and block-of-two-meetings, each where the last layer wrote of it."""
    for number, mark in _dropped(layers):
        report.error("meeting-dropped", mark, meeting=number, other=", ".join(map(str, structure.agenda.meetings)))
    first: dict[str, int] = {}
    for number, meeting in structure.agenda.meetings.items():
        if not meeting.blocks:
            report.error("no-blocks", _last(layers, (str(number),)), meeting=number)
        for id in meeting.blocks:
            other = first.setdefault(id, number)
            if other != number:
                report.error("block-of-two-meetings", _block_mark(layers, id), block=id, first=other, second=number)


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
