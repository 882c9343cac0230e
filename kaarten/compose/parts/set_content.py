"""What is written of a set of cards, for the cards and for their posters: the content of `card_set` and its kin.

In: YAML, checked. Out: cards with their numbers, and what each asks. Leaves alone: how they look.
"""

from __future__ import annotations

from kaarten.brand.icons import IconName
from kaarten.compose.parts.decks import DeckGroup
from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.model.content import Items, LayoutContent
from kaarten.text import Count, Key, Text, mark_of

_NONE = Text("")


class Prompt(LayoutContent):
    """The beginning of a sentence, a line behind it, and `lines` more."""

    label: Text
    lines: Count = Count(0)


class CardPart(LayoutContent):
    """`label` stands over the text in small."""

    label: Text = _NONE
    text: Text


class SetCard(LayoutContent):
    """Without a `title` the text stands large, as the title of the card. Below the text come parts, points and
    `prompts` to finish by hand; under a rule its own `question`, and of the set's those that `asked` names, or as many
    as `asks` says, each card the following ones; below those `lines` to answer on, as far as there is room, or with
    `draw` a frame as high. An `icon` stands in the tile instead of a number. `copies` of it are
    in a set.
    """

    title: Text = _NONE
    text: Text = _NONE
    parts: dict[str, CardPart] = {}
    points: dict[str, Text] = {}
    prompts: dict[str, Prompt] = {}
    question: Text = _NONE
    lines: Count = Count(0)
    draw: bool = False
    asks: Count = Count(0)
    asked: tuple[Key, ...] = ()
    group: Key = Key("")
    icon: IconName | None = None
    copies: Count = Count(1)

    @property
    def called(self) -> Text:
        return self.title or self.text


class Cover(LayoutContent):
    """A first card that tells how to use the others; `kicker` in place of what the cards are called. Below its text
    stand, with `listed`, the titles of all cards.
    """

    kicker: Text | None = None
    title: Text
    text: Text
    listed: bool = False


class SetContent(LayoutContent):
    """`kicker` is what one card is called. `group_title` gives each group a card of its own, called so. `foot` stands
    over the questions; `options` are boxes to tick on every card with a text.
    """

    kicker: Text
    numbered: bool = True
    icon: IconName = "cards"
    groups: dict[str, DeckGroup] = {}
    group_title: Text | None = None
    cover: Cover | None = None
    cards: Items[SetCard]
    foot: Text = _NONE
    asks: dict[str, Text] = {}
    options: dict[str, Text] = {}

    @property
    def heading(self) -> Text:
        """What stands over all cards on one sheet."""
        return self.cover.title if self.cover else self.kicker

    def numbers(self) -> dict[str, int]:
        """The number of each card that has one: of all without an icon of their own."""
        counted = [id for id, card in self.cards.items() if self.numbered and not card.icon]
        return {id: number for number, id in enumerate(counted, start=1)}

    def shared_out(self) -> dict[str, list[Text]]:
        """What each card asks of the set's questions: those it names, else the following ones, over and over."""
        texts, at = list(self.asks.values()), 0
        found: dict[str, list[Text]] = {}
        for id, card in self.cards.items():
            if card.asked:
                found[id] = [self.asks[ask] for ask in card.asked if ask in self.asks]
                continue
            found[id] = [texts[(at + step) % len(texts)] for step in range(min(card.asks, len(texts)))]
            at += len(found[id])
        return found

    def check_asked(self, report: Report) -> None:
        """Report each question that a card names and the set has not. Fault: unknown-ask."""
        known = list(self.asks)
        for ask in (ask for card in self.cards.values() for ask in card.asked if ask not in self.asks):
            report.error("unknown-ask", mark_of(ask), ask=str(ask), guess=guess(ask, known), known=known)
