"""Card set: numbered or grouped cards that belong together (E03, E06, I01, I06, I09, I10, I15).

In: cards with a title and a text, perhaps in groups with a colour, pattern and icon; a cover that tells how to use
them; under a rule what to ask next, or boxes to tick; sentences to finish by hand. Out: a card for each, from A7 to A3,
titles and texts in one size. A group may have a card that names its cards. Source: the comp 10 (interview cards).
Leaves alone: how many sets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaarten.layout import (
    PAPER_SIZES,
    Count,
    DeckGroup,
    Desk,
    Domain,
    Face,
    IconName,
    Items,
    Key,
    LayoutContent,
    Piece,
    Prompt,
    Rect,
    Size,
    Stroke,
    Surface,
    Text,
    card_look,
    draw_prompts,
    draw_steps,
    fitted_steps,
    guess,
    mark_of,
    option_row,
    rows_of,
    set_band,
    set_foot,
)

SMALLEST = (PAPER_SIZES["A7"], PAPER_SIZES["A7"].turned)
LARGEST = Size(420, 420)
"""An A3, standing or lying."""
OVER_RULE = 2.5
"""mm between the last line to write on and the rule, more than under a text."""
MOST_ASKS = 3
"""Lines that one question under the rule may take."""


class Card(LayoutContent):
    """`icon` stands in the tile instead of a number. `asks` is how many of the set's questions to ask next it has, each
    card the following ones; `ask` is one of its own. `prompts` to finish by hand stand under the text. `copies` of it
    are in a set.
    """

    title: Text = Text("")
    text: Text = Text("")
    group: Key = Key("")
    icon: IconName | None = None
    asks: Count = Count(0)
    ask: Text = Text("")
    prompts: dict[str, Prompt] = {}
    copies: Count = Count(1)


class Cover(LayoutContent):
    """A first card that tells how to use the others."""

    title: Text
    text: Text


class Content(LayoutContent):
    """`kicker` is what one card is called. `group_title` gives each group a card of its own, called so. `foot` stands
    over what to ask next; `options` are boxes to tick on every card with a text.
    """

    kicker: Text
    numbered: bool = True
    icon: IconName = "cards"
    groups: dict[str, DeckGroup] = {}
    group_title: Text | None = None
    cover: Cover | None = None
    cards: Items[Card]
    foot: Text = Text("")
    asks: dict[str, Text] = {}
    options: dict[str, Text] = {}


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The cover, then the cards in their order, before the first of a group the card of that group."""
    cards = CardSet(desk, content)
    if content.cover:
        yield cards.piece(cards.cover(content.cover))
    told: set[str] = set()
    for id, card in content.cards.items():
        group = cards.group(card)
        if group and content.group_title and card.group not in told:
            yield cards.piece(cards.of_group(group, content.group_title))
        told.add(card.group)
        yield cards.piece(cards.card(id, card), card.copies)


def shared_out(content: Content) -> dict[str, list[Text]]:
    """What each card asks next: its own question, and the following ones of the set."""
    texts, at = list(content.asks.values()), 0
    found: dict[str, list[Text]] = {}
    for id, card in content.cards.items():
        following = [texts[(at + step) % len(texts)] for step in range(min(card.asks, len(texts)))]
        found[id] = [*([card.ask] if card.ask else []), *following]
        at += len(following)
    return found


class CardSet:
    """The cards of one set in the making."""

    def __init__(self, desk: Desk, content: Content) -> None:
        self.desk, self.content = desk, content
        self.look = card_look(desk.material.size, patterned=bool(content.groups))
        scratch, cards = desk.surface().scratch(), content.cards
        self.groups = {id: group.look(desk.surface(), id) for id, group in content.groups.items()}
        counted = [id for id, card in cards.items() if content.numbered and not card.icon]
        self.numbers = {id: number for number, id in enumerate(counted, start=1)}
        self.asks = shared_out(content)
        ask = self.look.ask
        asked = not content.asks and any(card.text for card in cards.values())
        self.ask = ask.sized(ask.size * 1.25) if asked else ask
        self.under = max(self._under_height(scratch, asks) for asks in self.asks.values())
        self.title = self.look.fitted_title(scratch, self._titles())
        self.text = self.look.text
        for card in cards.values():
            self.text = fitted_steps(scratch, [card.text], self.text, self._text_box(card))
        labels = [prompt.label for card in cards.values() for prompt in card.prompts.values()]
        self.prompt = scratch.one_size(labels, self.text, self.look.body.width * 0.7)

    def piece(self, face: Face, copies: int = 1) -> Piece:
        size = face.size
        is_card = size.width * size.height < 0.9 * 210 * 297
        return Piece(face.title, face, copies=copies, edge=self.desk.credit if is_card else "")

    def group(self, card: Card) -> Domain | None:
        """The group of a card, None for no group. Fault: unknown-group."""
        if card.group and card.group not in self.groups:
            near, known = guess(card.group, self.groups), list(self.groups)
            self.desk.report.error("unknown-group", mark_of(card.group), group=str(card.group), guess=near, known=known)
        return self.groups.get(card.group)

    # ---- the cards

    def card(self, id: str, card: Card) -> Face:
        """Band, text, sentences to finish, a rule with what to ask or tick, the foot."""
        surface = self.desk.surface(card.title or card.text)
        group, number = self.groups.get(card.group), self.numbers.get(id, 0)
        sign = str(number) if number else card.icon or (group.icon if group else self.content.icon)
        name = group.name if group else self.content.kicker
        set_band(surface, self.look, group, sign, name, card.title, self.title)
        prompts, box = list(card.prompts.values()), self._text_box(card)
        if card.text:
            draw_steps(surface, box, card.text, self.text)
        first = box.bottom + self.look.pitch if card.text else box.y + surface.cap_height(self.prompt)
        told = self.asks[id] or (self.content.options and card.text)
        room = self._body.inset(0, 0, 0, OVER_RULE) if told else self.look.body
        draw_prompts(surface, room, first, prompts, self.prompt, self.look.pitch)
        self._under(surface, self.asks[id], list(self.content.options.values()) if card.text else [])
        self._foot(surface, number)
        return surface.face()

    def cover(self, cover: Cover) -> Face:
        """The same with the steps of how to use the set; no rule, so there is more room."""
        surface, look = self.desk.surface(cover.title), self.look
        set_band(surface, look, None, self.content.icon, self.content.kicker, cover.title, self.title)
        style = fitted_steps(
            surface, [cover.text], look.text.sized(look.text.size * 0.9, floor=look.ask.floor), look.body
        )
        draw_steps(surface, look.body, cover.text, style)
        self._foot(surface, 0)
        return surface.face()

    def of_group(self, group: Domain, title: Text) -> Face:
        """A card with the name of a group and the titles of its cards."""
        surface, body = self.desk.surface(group.name), self.look.body
        set_band(surface, self.look, group, group.icon, title, group.name, self.title)
        titles = [card.title for card in self.content.cards.values() if card.group == group.id and card.title]
        style = surface.one_size(titles, self.look.text.sized(self.look.text.size * 0.8, floor=9), body.width - 5)
        y = body.y + surface.cap_height(style)
        with surface.tag("L"):
            for each in titles:
                with surface.tag("LI"):
                    surface.text(body.x, y, "\u2022", style, tag="Lbl", width=4)
                    surface.text(body.x + 5, y, each, style, tag="LBody", width=body.width - 5)
                y += style.leading * 1.3
        self._foot(surface, 0)
        return surface.face()

    # ---- room

    @property
    def _body(self) -> Rect:
        """What the text has: over the rule, where there is one."""
        return self.look.body.inset(0, 0, 0, self.under)

    def _titles(self) -> list[Text]:
        """Everything that stands as a title in the band of a card."""
        content = self.content
        titles = [card.title or content.kicker for card in content.cards.values()]
        titles += [content.cover.title] if content.cover else []
        return titles + ([group.name for group in self.groups.values()] if content.group_title else [])

    def _text_box(self, card: Card) -> Rect:
        """What sentences to finish leave of the body."""
        rows = rows_of(list(card.prompts.values())) if card.text else 0
        return self._body.inset(0, 0, 0, rows * self.look.pitch)

    def _under_height(self, surface: Surface, asks: Sequence[Text]) -> float:
        """mm of what stands under the text: air, a rule, what to ask or tick."""
        look = self.look
        if self.content.options:
            return look.box + 5.5
        if not asks:
            return 0.0
        lines = sum(min(MOST_ASKS, surface.line_count(text, self.ask, look.body.width)) for text in asks)
        return (lines + (1.08 if self.content.foot else 0) + 1) * self.ask.leading

    # ---- paint

    def _under(self, surface: Surface, asks: Sequence[Text], options: Sequence[Text]) -> None:
        """The rule, and under it boxes to tick or what to ask next."""
        look, body = self.look, self._body
        if not asks and not options:
            return
        y = body.bottom + 0.45 * self.ask.leading
        with surface.artifact():
            surface.line(body.x, y, body.right, y, Stroke(surface.brand.accent, max(1.0, look.band / 18)))
        if options:
            option_row(surface, body.x, y + 3, options, self.ask, side=look.box, gap=1.8, width=body.width)
            return
        y += self.ask.leading * 0.5 + surface.cap_height(self.ask)
        if self.content.foot:
            surface.text(body.x, y, self.content.foot, self.ask.strong, tag="H2", width=body.width)
            y += self.ask.leading * 1.08
        for text in asks:
            y = surface.paragraph(body.x, y, body.width, text, self.ask, lines=MOST_ASKS).below

    def _foot(self, surface: Surface, number: int) -> None:
        told = ""
        if number:
            of = self.desk.label("page-of").format(page=number, pages=len(self.numbers))
            told = f"{self.content.kicker} {of}"
        set_foot(surface, self.look, told, self.desk.credit_short)
