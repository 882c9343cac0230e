"""What the three print-outs of a deck share: its content, and the look of its groups.

In: the content of a deck, the palette of its job, a surface to tell faults on. Out: a Domain for each group, to be
drawn so. Leaves alone: cards, list and poster (`layouts`).
"""

from __future__ import annotations

from collections.abc import Mapping

from kaarten.compose.parts.looks import known_icon
from kaarten.compose.surface import Surface
from kaarten.diagnostics.guess import guess
from kaarten.model.content import Items, LayoutContent
from kaarten.model.fields import PaletteColour
from kaarten.model.structure import Pattern
from kaarten.tailor.domains import COMPETENCIES_SLOT
from kaarten.tailor.job import Domain, Job
from kaarten.text import Key, Text, mark_of

_NONE = Text("")


class DeckGroup(LayoutContent):
    """`colour` is a slot of the palette, a domain, or a #RRGGBB; icon and pattern are those of the slot unless given.

    The pattern tells groups apart in grey, as it does domains.
    """

    name: Text
    colour: PaletteColour = Key("")
    icon: Key = Key("")
    pattern: Pattern | None = None


def group_looks(surface: Surface, job: Job, groups: Mapping[str, DeckGroup]) -> dict[str, Domain]:
    """The groups as what is drawn like domains. Faults: unknown-colour, unknown-icon.

    A group without a slot takes the icon and pattern of one by its place, and its colour if it has none.
    """
    free = [slot for name, slot in job.palette.items() if name != COMPETENCIES_SLOT]
    named = {**job.palette, **{domain.id: domain for domain in job.domains}}
    found: dict[str, Domain] = {}
    for index, (id, group) in enumerate(groups.items()):
        slot = named.get(str(group.colour), free[index % len(free)])
        if isinstance(group.colour, Key) and group.colour and group.colour not in named:
            near, known = guess(group.colour, named), list(named)
            details = {"colour": str(group.colour), "guess": near, "known": known}
            surface.report.error("unknown-colour", mark_of(group.colour), **details)
        colour = slot.colour if isinstance(group.colour, Key) else group.colour
        icon = (known_icon(surface, group.icon) if group.icon else None) or str(slot.icon)
        pattern = group.pattern or str(slot.pattern)
        found[id] = Domain(id, group.name, _NONE, _NONE, _NONE, colour, icon, pattern)
    return found


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
