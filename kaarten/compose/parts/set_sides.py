"""Which sides a set of cards has: a cover, a card for each group, fronts and backs.

In: the content of a set, the looks of its groups. Out: a `SetSide` each, in the order in which they are printed. Leaves
alone: measures and paint (`card_set`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaarten.compose.parts.card_sets import SetHead
from kaarten.compose.parts.set_content import SetCard, SetContent
from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.tailor.job import Domain
from kaarten.text import Text, mark_of

_TITLED, _SENTENCE, _COVER, _OF_GROUP = "titled", "sentence", "cover", "group"
"""Kinds of sides: those of a kind have one size of type."""


@dataclass(frozen=True, slots=True)
class SetSide:
    """One side of a card in the making. `kind` is what it is set in one size with."""

    kind: str
    card: SetCard
    head: SetHead
    back: bool = False
    number: int = 0
    asks: Sequence[Text] = ()
    options: Sequence[Text] = ()

    @property
    def titled(self) -> bool:
        return bool(self.card.title)

    @property
    def is_sentence(self) -> bool:
        return self.kind == _SENTENCE

    @property
    def is_card(self) -> bool:
        """Whether it is of a card of the set: not a cover, nor a card that tells of others."""
        return self.kind in (_TITLED, _SENTENCE)


def set_sides(content: SetContent, groups: dict[str, Domain], report: Report, *, backs: bool) -> Iterator[SetSide]:
    """Every side; with `backs` each second card is the back of the one before. Fault: unknown-group."""
    asked, told, numbers = content.shared_out(), set[str](), content.numbers()
    if content.cover:
        listed = {id: card.title for id, card in content.cards.items() if card.title and content.cover.listed}
        card = SetCard(title=content.cover.title, text=content.cover.text, points=listed)
        yield SetSide(_COVER, card, SetHead(content.icon, content.cover.kicker or content.kicker, card.title))
    for place, (id, card) in enumerate(content.cards.items()):
        group, number = _group(card, groups, report), numbers.get(id, 0)
        if group and content.group_title and group.id not in told:
            yield _of_group(content, group, content.group_title)
        told.add(card.group)
        sign = str(number) if number else card.icon or (group.icon if group else content.icon)
        head = SetHead(sign, group.name if group else content.kicker, card.title, group)
        options = list(content.options.values()) if card.text else []
        back = backs and place % 2 == 1
        yield SetSide(_TITLED if card.title else _SENTENCE, card, head, back, number, asked[id], options)


def _of_group(content: SetContent, group: Domain, title: Text) -> SetSide:
    """A card with the name of a group and the titles of its cards."""
    cards = content.cards.items()
    points = {id: card.title for id, card in cards if card.group == group.id and card.title}
    return SetSide(_OF_GROUP, SetCard(title=group.name, points=points), SetHead(group.icon, title, group.name, group))


def _group(card: SetCard, groups: dict[str, Domain], report: Report) -> Domain | None:
    """The group of a card, None for no group. Fault: unknown-group."""
    if card.group and card.group not in groups:
        known = list(groups)
        near = guess(card.group, groups)
        report.error("unknown-group", mark_of(card.group), group=str(card.group), guess=near, known=known)
    return groups.get(card.group)
