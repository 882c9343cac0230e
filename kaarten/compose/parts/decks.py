"""What the three print-outs of a deck share: its content, and the look of its groups.

In: the content of a deck, a surface to tell faults on. Out: a Domain for each group, to be drawn so. Leaves alone:
cards, list and poster (`layouts`).
"""

from __future__ import annotations

from kaarten.compose.parts.looks import known_icon
from kaarten.compose.surface import Surface
from kaarten.model.content import Items, LayoutContent
from kaarten.model.fields import HexColour
from kaarten.model.structure import Pattern
from kaarten.tailor.job import Domain
from kaarten.text import Key, Text

_NONE = Text("")


class DeckGroup(LayoutContent):
    """`pattern` tells groups apart in grey, as it does domains."""

    name: Text
    colour: HexColour
    icon: Key
    pattern: Pattern

    def look(self, surface: Surface, id: str) -> Domain:
        """The group as what is drawn like a domain. Fault: unknown-icon."""
        icon = known_icon(surface, self.icon) or "messages"
        return Domain(id, self.name, _NONE, _NONE, _NONE, self.colour, icon, self.pattern)


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

    def domain(self, surface: Surface, id: str) -> Domain | None:
        """A group as what is drawn like a domain; None for no group. Fault: unknown-icon."""
        group = self.groups.get(id)
        return group.look(surface, id) if group else None

    def grouped(self) -> list[tuple[str, list[tuple[int, DeckCard]]]]:
        """The cards of each group with their numbers, groups in their order; those of no group last, under ""."""
        numbered = list(enumerate(self.cards.values(), start=1))
        found = [(id, [pair for pair in numbered if pair[1].group == id]) for id in (*self.groups, "")]
        return [(id, cards) for id, cards in found if cards]
