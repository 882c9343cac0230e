"""What the three print-outs of a deck share: its content, and the look of its groups.

In: the content of a deck, the palette of its job, a surface to tell faults on. Out: a Domain for each group, to be
drawn so. Leaves alone: cards, list and poster (`layouts`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, cycle

from kaarten.compose.parts.looks import known_icon
from kaarten.compose.surface import Surface
from kaarten.diagnostics.guess import guess
from kaarten.model.content import Items, LayoutContent
from kaarten.model.fields import PaletteColour
from kaarten.model.structure import PaletteSlot, Pattern
from kaarten.tailor.domains import COMPETENCIES_SLOT
from kaarten.tailor.job import Domain, Job
from kaarten.text import Key, Text, mark_of

_NONE = Text("")
_PLAIN_ICON = "cards"


class DeckGroup(LayoutContent):
    """`colour` is a slot of the palette, a domain, or a #RRGGBB; icon and pattern are those of the slot unless given.

    The pattern tells groups apart in grey, as it does domains.
    """

    name: Text
    colour: PaletteColour = Key("")
    icon: Key = Key("")
    pattern: Pattern | None = None


def group_looks(
    surface: Surface, job: Job, groups: Mapping[str, DeckGroup], *, apart: bool = False
) -> dict[str, Domain]:
    """The groups as what is drawn like domains. Faults: unknown-colour, unknown-icon.

    A group without a slot takes icon and pattern, and its colour if it has none, from the next slot that neither a
    domain of this team nor another group has. With `apart` a slot is a wish: for one that a domain has another comes,
    and when there are too few for all, these groups have the colour of the brand, each with a pattern of its own. A
    domain or a colour of its own that a group names it always has.
    """
    named = {**job.palette, **{domain.id: domain for domain in job.domains}}
    _check_colours(surface, groups, named)
    fixed = {domain.id for domain in job.domains}
    fixed |= set() if apart else job.palette.keys()
    slots = {id: str(group.colour) for id, group in groups.items() if str(group.colour) in fixed}
    free = [name for name in free_slots(job) if name not in slots.values()]
    others = {id: str(group.colour) for id, group in groups.items() if id not in slots}
    patterns: dict[str, str] = {}
    if not apart or len(others) <= len(free):
        slots |= _shared_out(others, free, [name for name in job.palette if name != COMPETENCIES_SLOT])
    else:
        patterns = dict(zip(others, cycle(_plain_patterns(surface, job)), strict=False))
    return {
        id: _look(surface, id, group, named.get(slots.get(id, "")), patterns.get(id, ""))
        for id, group in groups.items()
    }


def _plain_patterns(surface: Surface, job: Job) -> list[str]:
    """Patterns for the colour of the brand: those of no domain first, none that a domain has in that colour."""
    domains = (*job.domains, job.competencies)
    worn = [one.pattern for one in domains]
    taken = {one.pattern for one in domains if one.colour == surface.brand.primary}
    patterns = [str(slot.pattern) for slot in job.palette.values() if str(slot.pattern) not in taken]
    return sorted(dict.fromkeys(patterns), key=lambda pattern: pattern in worn)


def free_slots(job: Job) -> list[str]:
    """The slots of the palette of which no domain has the colour or the pattern."""
    domains = (*job.domains, job.competencies)
    worn = {one.colour for one in domains} | {one.pattern for one in domains}
    return [name for name, slot in job.palette.items() if slot.colour not in worn and str(slot.pattern) not in worn]


def _shared_out(wishes: Mapping[str, str], free: Sequence[str], every: Sequence[str]) -> dict[str, str]:
    """The slot of each group: the one it wishes when that is free, else the next; when those are used up any."""
    found: dict[str, str] = {}
    for id, wish in wishes.items():
        if wish in free and wish not in found.values():
            found[id] = wish
    left = chain((name for name in free if name not in found.values()), cycle(every))
    return {id: found.get(id) or next(left) for id in wishes}


def _look(surface: Surface, id: str, group: DeckGroup, slot: PaletteSlot | Domain | None, pattern: str = "") -> Domain:
    """What a group looks like with this slot, without one in the colour of the brand with this pattern."""
    icon = (known_icon(surface, group.icon) if group.icon else None) or (str(slot.icon) if slot else _PLAIN_ICON)
    colour = slot.colour if slot else surface.brand.primary
    if not isinstance(group.colour, Key):
        colour = group.colour
    pattern = group.pattern or (str(slot.pattern) if slot else pattern)
    return Domain(id, group.name, _NONE, _NONE, _NONE, colour, icon, pattern)


def _check_colours(surface: Surface, groups: Mapping[str, DeckGroup], named: Mapping[str, object]) -> None:
    for group in groups.values():
        if isinstance(group.colour, Key) and group.colour and group.colour not in named:
            near, known = guess(group.colour, named), list(named)
            details = {"colour": str(group.colour), "guess": near, "known": known}
            surface.report.error("unknown-colour", mark_of(group.colour), **details)


class DeckCard(LayoutContent):
    """`group` is an id of the deck's groups; `qr` a web address. What is empty is not printed."""

    front: Text
    back: Text = _NONE
    kind: Text = _NONE
    group: Key = Key("")
    qr: Key = Key("")


class DeckContent(LayoutContent):
    """A deck. `heading` is its title, `intro` is for who leads."""

    heading: Text
    intro: Text = _NONE
    groups: dict[str, DeckGroup] = {}
    cards: Items[DeckCard]

    def grouped(self) -> list[tuple[str, list[tuple[int, DeckCard]]]]:
        """The cards of each group with their numbers, groups in their order; those of no group last, under ""."""
        numbered = list(enumerate(self.cards.values(), start=1))
        found = [(id, [pair for pair in numbered if pair[1].group == id]) for id in (*self.groups, "")]
        return [(id, cards) for id, cards in found if cards]
