"""The catalogue: every material as somebody chooses it, grouped by the pack that brings it.

In: the layers as read, a job with all materials, how many sides each of them has. Out: Groups of Entries, the team's
own first and the base last, within a group by meeting and kind; a warning for a material of ours that does not say what
it is for. Leaves alone: pictures, and pages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kaarten.diagnostics import Report
from kaarten.geometry import PAPER_SIZES
from kaarten.model.layers import Layer, Layers
from kaarten.model.packs import PACKS
from kaarten.model.selection import KINDS
from kaarten.tailor.dates import number_text
from kaarten.tailor.job import Job, Material
from kaarten.tailor.packs import pack_info
from kaarten.tailor.timetable import Block, Meeting
from kaarten.text import Text, slug

_SOURCE = re.compile(r"(?:^|: )([^:]*?\(\d{4}\))")
"""Author and year at the head of a credit line."""
_BLOCKS = 3
"""Blocks of one meeting that are named; of more only the first ones."""
_MEETINGS = 2
"""Meetings of which the blocks are named; when more use a material only their own names."""
_KINDS = list(KINDS)
BASE, OWN = "base", "own"
"""The groups that are no packs: what goes with any of them, and what the team or its organisation made."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A material to choose. `size` and `used` are as printed: `A5 · 2 kanten`; a line for each meeting, or its pack.

    `sources` are author and year of what it is made after. `purpose` is empty for one that nobody wrote a purpose of.
    """

    id: str
    title: Text
    purpose: Text
    size: Text
    used: tuple[Text, ...]
    code: str
    sources: tuple[str, ...]

    @property
    def destination(self) -> str:
        """What links call the place where it stands; no group is called so."""
        return f"material/{self.id}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The entries of a group that belong to one meeting, or to none. `name` is that of the meeting."""

    name: Text
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What one pack brings, or the base, or the team itself. `chosen` says that the team has it in its pack."""

    id: str
    name: Text
    purpose: Text
    chosen: bool
    shelves: tuple[Shelf, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for shelf in self.shelves for entry in shelf.entries)


def groups_of(job: Job, layers: Layers, chosen: Collection[str], sides: Mapping[str, int]) -> list[Group]:
    """Everything of the job. `chosen` are the packs that the team has; `sides` by material how many pages it has.

    One of which nothing could be laid out is not in it.
    """
    by_group: dict[str, list[Material]] = {OWN: [], **{f"{PACKS}/{id}": [] for id in layers.packs}, BASE: []}
    for one in job.materials:
        layer = first_layer(layers.layers, one.id)
        by_group[_group_id(layer, layers)].append(one)
    made: list[Group] = []
    for id, own in by_group.items():
        if own:
            pack = layers.packs.get(id.partition("/")[2])
            name, purpose = _called(job, id, pack, layers)
            entries = [(one, entry_of(job, one, name, sides.get(one.id, 0))) for one in own]
            shelves = _shelves(job, entries, by_meeting=id != BASE)
            made.append(Group(id, name, purpose, pack is not None and pack.pack in chosen, shelves))
    return made


def counted(job: Job, number: int) -> str:
    """How many materials, in words: `1 materiaal`, `12 materialen`."""
    return job.labels["catalogue.materials-1" if number == 1 else "catalogue.materials"].format(number=number)


def in_alphabet(groups: Iterable[Group]) -> list[Entry]:
    """Every entry in the order of the alphabet, whatever accents its name has."""
    return sorted((entry for group in groups for entry in group.entries), key=lambda one: (slug(one.title), one.id))


def _group_id(layer: Layer | None, layers: Layers) -> str:
    if layer is None or layer is layers.layers[0]:
        return BASE
    return layer.name if layer.pack else OWN


def first_layer(layers: Iterable[Layer], id: str) -> Layer | None:
    """The lowest layer that has a material."""
    for layer in layers:
        node = layer.structure.get("materials")
        if node is not None and id in getattr(node, "entries", ()):
            return layer
    return None


def report_purposeless(job: Job, ours: Collection[Layer], report: Report) -> None:
    """The warning material-without-purpose for each that comes with kaarten (in the layers `ours`) and has none."""
    for material in job.materials:
        if material.id not in job.purposes and first_layer(ours, material.id):
            report.warning("material-without-purpose", material.mark, material=material.id, language=job.language.id)


def entry_of(job: Job, material: Material, pack: Text, sides: int) -> Entry:
    """One material. `pack` is the name of what brings it, said when no meeting needs it."""
    labels = job.labels
    kind = "slides" if material.screen else "sides"
    counted = labels[f"catalogue.{kind}-{'1' if sides == 1 else 'more'}"].format(number=sides) if sides else ""
    used = list(_used(job, material))
    paper = labels["catalogue.screen"] if material.screen else _paper(job, material)
    return Entry(
        id=material.id,
        title=material.title,
        purpose=job.purposes.get(material.id) or job.purposes.get(material.deck, Text("")),
        size=labels["catalogue.screen"].like("  ·  ".join(part for part in (paper, counted) if part)),
        used=_in_short(job, material, used) if len(used) > _MEETINGS else tuple(used) or (pack,),
        code=material.code if material.code != material.id else "",
        sources=tuple(dict.fromkeys(source for credit in material.credits if (source := short_credit(credit)))),
    )


def _in_short(job: Job, material: Material, used: list[Text]) -> tuple[Text]:
    """One line for what many meetings use: their names."""
    names = [str(meeting.name) for meeting in job.meetings.values() if any(_used_in(job, meeting, material))]
    return (used[0].like(", ".join(names)),)


def short_credit(credit: str) -> str:
    """Author and year of a credit line: `Movisie (2017)`; "" for a line that names no work."""
    found = _SOURCE.search(credit)
    return found[1].removeprefix("©").strip() if found else ""


def _paper(job: Job, material: Material) -> str:
    size = material.size
    for name, known in PAPER_SIZES.items():
        if {size.width, size.height} == {known.width, known.height}:
            return name
    return f"{number_text(size.width, job.language)} × {number_text(size.height, job.language)} mm"


def _used(job: Job, material: Material) -> Iterable[Text]:
    """A line for each meeting in which it is used: its name, and the blocks that need it."""
    for meeting in job.meetings.values():
        yield from _used_in(job, meeting, material)


def _used_in(job: Job, meeting: Meeting, material: Material) -> Iterable[Text]:
    blocks = [str(block.name) for block in meeting.blocks if _needed(_ids_of(block), material.id)]
    if blocks:
        more = len(blocks) - _BLOCKS
        named = ", ".join(blocks[:_BLOCKS] if more > 0 else blocks)
        rest = job.labels["catalogue.more-blocks"].format(number=more) if more > 0 else ""
        yield meeting.name.like(f"{meeting.name}: {named} {rest}".rstrip())
    elif material.meeting == meeting.id or _needed(meeting.needs, material.id):
        yield meeting.name


def _ids_of(block: Block) -> list[str]:
    """The ids of everything that a block needs, its working forms included."""
    forms = [form for step in block.steps for form in step.forms]
    return [*map(str, block.needs), *(id for form in forms for id in form.materials)]


def _needed(needs: Iterable[str], id: str) -> bool:
    return id in [str(need) for need in needs]


def _called(job: Job, group: str, pack: Layer | None, layers: Layers) -> tuple[Text, Text]:
    """Name and purpose of a group."""
    if pack:
        info = pack_info(pack, layers.layers[0], job.language)
        return Text(info.name), Text(info.purpose)
    return job.labels[f"catalogue.{group}"], job.labels[f"catalogue.{group}-purpose"]


def _shelves(job: Job, entries: list[tuple[Material, Entry]], *, by_meeting: bool) -> tuple[Shelf, ...]:
    """A shelf for each meeting, in the order of the agenda, then one for what goes with no meeting.

    What the base has goes with any meeting, whichever a pack hands it out at: one shelf.
    """
    meetings = dict.fromkeys(job.meetings) if by_meeting else {}
    found: list[Shelf] = []
    for id in (*meetings, None):
        own = [pair for pair in entries if (pair[0].meeting if pair[0].meeting in meetings else None) == id]
        own.sort(key=lambda pair: _KINDS.index(pair[0].kind))
        if own:
            name = job.meetings[id].name if id else job.labels["catalogue.around"]
            found.append(Shelf(name, tuple(entry for _, entry in own)))
    return tuple(found)
