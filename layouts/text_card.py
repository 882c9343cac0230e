"""Text card: a set of cards with something to read and a question to talk about, from A7 up (F03, F04, F08, F12, F14).

In: cards with a name, or without one a sentence that stands large; parts with a label, points, a question. Out: a card
for each, all texts of a kind in one size. With `pairs` each second card is the back of the one before. Source: looks.md
sections 1, 2 and 5, the comp 10 (interview cards). Leaves alone: how many sets are printed, and in which order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaarten.layout import (
    BODY,
    HINT,
    JOINT,
    LABEL,
    NAME,
    PAPER_SIZES,
    QUESTION,
    Desk,
    Face,
    IconName,
    Items,
    LayoutContent,
    Piece,
    Rect,
    Stroke,
    Style,
    Surface,
    Text,
    kicker_row,
    numeral_band,
    small_brand_band,
    small_footer,
)

SMALLEST = (PAPER_SIZES["A7"].turned, PAPER_SIZES["A6"])
EDGE, BACK = 8.0, 15.0
"""mm from the cut: of a front; of a back, which the printer may shift."""
FOOT = 16.0
MOST_TYPE, LEAST_TYPE = 19.0, 11.0
"""Points of running text on a named card."""
MOST_WORDS, LEAST_WORDS = 26.0, 12.0
"""Points of the sentence on a card without a name."""
BETWEEN = 4.8
MARK = 4.5
"""mm between parts, and from the mark of a point to its words."""


class Part(LayoutContent):
    """`label` stands over the text in small."""

    label: Text = Text("")
    text: Text


class Card(LayoutContent):
    """Without a `name` the text stands large, and nothing else with it."""

    name: Text = Text("")
    text: Text = Text("")
    parts: dict[str, Part] = {}
    points: dict[str, Text] = {}
    question: Text = Text("")

    @property
    def called(self) -> Text:
        return self.name or self.text


class Content(LayoutContent):
    """`numbered` cards have their number for an icon; with `pairs` they stand on front and back by turns."""

    kicker: Text
    icon: IconName = "messages"
    numbered: bool = False
    pairs: bool = False
    cards: Items[Card]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A card for each, or for every two."""
    cards = Cards(desk, content)
    all_cards = list(content.cards.values())
    step = 2 if content.pairs else 1
    for start in range(0, len(all_cards), step):
        front = all_cards[start]
        back = all_cards[start + 1] if content.pairs and start + 1 < len(all_cards) else None
        yield Piece(front.called, cards.front(start + 1, front), cards.back(back) if back else None, edge=desk.credit)


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph of a card: its style, and mm above it."""

    text: Text
    style: Style
    above: float
    point: bool = False


class Cards:
    """The set in the making: what is measured over all cards."""

    def __init__(self, desk: Desk, content: Content) -> None:
        self.desk, self.content = desk, content
        self.measuring = desk.surface()
        size = self.measuring.size
        self.k = min(1.4, max(0.75, size.width / PAPER_SIZES["A6"].width))
        self.width = size.width - 2 * EDGE
        self.named = [card for card in content.cards.values() if card.name]
        plain = [card.text for card in content.cards.values() if not card.name]
        self.name = self._name_style()
        self.style = self._fitted()
        self.words = _words_style(self.measuring, plain, self._plain_box)

    # ---- measuring

    @property
    def _band(self) -> Rect:
        return Rect(EDGE, 9, self.width, 27 if self.content.numbered else 17)

    @property
    def _body(self) -> Rect:
        """Room below the band of a named card, down to its foot."""
        top = self._band.bottom + 7
        return Rect(EDGE, top, self.width, self.measuring.size.height - FOOT - top)

    @property
    def _row(self) -> Rect:
        """The row of blocks of a card without a name."""
        return Rect(EDGE, EDGE, self.width, 7 + self.measuring.size.height * 0.06)

    @property
    def _plain_box(self) -> Rect:
        top = self._row.bottom + 4
        return Rect(EDGE, top, self.width, self.measuring.size.height - FOOT - top)

    def _name_style(self) -> Style:
        lines = 2 if self.content.numbered else 1
        room = self.width - self._band.height - JOINT - 6.5
        names = [card.name for card in self.named]
        return self.measuring.one_size(names, NAME.sized(17, floor=11), room, lines)

    def _fitted(self) -> Style:
        """The largest type at which every named card has room for what stands on it."""
        size = MOST_TYPE
        while size > LEAST_TYPE and any(
            self._height(card, QUESTION.sized(size)) > self._body.height for card in self.named
        ):
            size -= 0.5
        return QUESTION.sized(size, floor=min(size, LEAST_TYPE))

    def _height(self, card: Card, style: Style) -> float:
        told = self._told(card, style)
        asked = self._asked_height(card, style) if card.question else 0.0
        return sum(_paragraph_height(self.measuring, said, self.width) for said in told) + asked

    def _told(self, card: Card, style: Style) -> list[Said]:
        """The paragraphs of a card from the top."""
        found: list[Said] = [Said(card.text, style, 0)] if card.text else []
        small = HINT.sized(min(12.0, max(9.0, style.size * 0.78)), floor=9).strong
        for part in card.parts.values():
            found += [Said(part.label, small, BETWEEN)] if part.label else []
            found.append(Said(part.text, style, 0.4 if part.label else BETWEEN))
        found += [
            Said(point, style, 2.6 if index else BETWEEN, True) for index, point in enumerate(card.points.values())
        ]
        return found

    def _asked(self, style: Style) -> Style:
        return LABEL.sized(style.size, floor=LEAST_TYPE)

    def _asked_height(self, card: Card, style: Style) -> float:
        """mm of the question with its rule: at the foot of the card."""
        asked = self._asked(style)
        lines = self.measuring.line_count(card.question, asked, self.width)
        return 11 + self.measuring.cap_height(asked) + (lines - 1) * asked.leading + 1.5

    # ---- paint

    def front(self, number: int, card: Card) -> Face:
        """A card with a name, or a large sentence."""
        surface = self.desk.surface(card.called)
        if card.name:
            self._named(surface, number, card)
        else:
            self._plain(surface, card)
        foot = Rect(EDGE, surface.size.height - 12, self.width, 5.5)
        small_footer(surface, foot, self.desk.credit_short)
        return surface.face()

    def _named(self, surface: Surface, number: int, card: Card) -> None:
        content, band = self.content, self._band
        if content.numbered:
            numeral_band(surface, band, str(number), content.kicker, card.name, self.name)
        else:
            small_brand_band(surface, band, content.icon, content.kicker, card.name, self.name)
        body = self._body
        end = self._paragraphs(surface, body, self._told(card, self.style))
        high = self._asked_height(card, self.style) if card.question else 0.0
        if end > body.bottom - high + 0.01:
            surface.too_full(_last(card), end + high - body.bottom)
        if card.question:
            style, y = self._asked(self.style), body.bottom - high
            with surface.artifact():
                surface.line(body.x, y + 5, body.right, y + 5, Stroke(surface.brand.accent, 1.5))
            first = y + 11 + surface.cap_height(style)
            surface.paragraph(body.x, first, body.width, card.question, style, lines=4, tag="H2")

    def _paragraphs(self, surface: Surface, box: Rect, told: Sequence[Said]) -> float:
        """The paragraphs from the top of a box, points as a list. Returns the foot of the last."""
        y = box.y
        for said in (each for each in told if not each.point):
            y = self._paragraph(surface, box, y + said.above, said)
        points = [each for each in told if each.point]
        if points:
            with surface.tag("L"):
                for said in points:
                    with surface.tag("LI"):
                        y = self._paragraph(surface, box, y + said.above, said)
        return y

    def _paragraph(self, surface: Surface, box: Rect, y: float, said: Said) -> float:
        indent = MARK if said.point else 0.0
        first = y + surface.cap_height(said.style)
        if said.point:
            side = said.style.size * 0.13
            middle = first - surface.cap_height(said.style) / 2
            with surface.artifact():
                surface.rect(Rect(box.x, middle - side / 2, side, side), fill=surface.brand.accent)
        tag = "LBody" if said.point else "P"
        width = box.width - indent
        block = surface.paragraph(box.x + indent, first, width, said.text, said.style, lines=9, tag=tag)
        return block.below - said.style.leading + 2

    def _plain(self, surface: Surface, card: Card) -> None:
        kicker_row(surface, self._row, self.content.icon, self.content.kicker)
        box = self._plain_box
        lines = surface.line_count(card.text, self.words, box.width, "balanced")
        cap = surface.cap_height(self.words)
        y = box.middle[1] + (cap - (lines - 1) * self.words.leading) / 2
        surface.paragraph(box.x, y, box.width, card.text, self.words, lines=8, tag="H1", shaping="balanced")

    def back(self, card: Card) -> Face:
        """Name and paragraphs without blocks, far from edges that shift in duplex."""
        surface = self.desk.surface(card.called)
        box = Rect(0, 0, surface.size.width, surface.size.height).inset(BACK, BACK + 2)
        name = surface.one_size([card.name], self.name, box.width)
        y = box.y + surface.cap_height(name)
        surface.text(box.x, y, card.name, name, tag="H1", width=box.width)
        with surface.artifact():
            surface.line(box.x, y + 5, box.right, y + 5, Stroke(surface.brand.accent, 1.5))
        rest = Rect(box.x, y + 9, box.width, box.bottom - y - 9)
        end = self._paragraphs(surface, rest, self._told(card, self.style))
        if card.question:
            style = self._asked(self.style)
            first = end + 7 + surface.cap_height(style)
            end = surface.paragraph(box.x, first, box.width, card.question, style, lines=4, tag="H2").below
        if end > box.bottom + 0.01:
            surface.too_full(_last(card), end - box.bottom)
        return surface.face()


def _last(card: Card) -> Text:
    """The text that is told of when a card is too full."""
    parts = [part.text for part in card.parts.values()]
    return next(text for text in (card.question, *reversed([card.text, *parts, *card.points.values()])) if text)


def _paragraph_height(surface: Surface, said: Said, width: float) -> float:
    lines = surface.line_count(said.text, said.style, width - (MARK if said.point else 0))
    return said.above + surface.cap_height(said.style) + (lines - 1) * said.style.leading + 2


def _words_style(surface: Surface, texts: Sequence[Text], box: Rect) -> Style:
    """The largest size at which every sentence has room."""
    size = MOST_WORDS
    while size > LEAST_WORDS:
        style = BODY.sized(size, floor=size).strong
        cap = surface.cap_height(style)
        lines = [surface.lines(text, style, box.width, "balanced") for text in texts]
        high = max((cap + (len(each) - 1) * style.leading for each in lines), default=0.0)
        wide = max((surface.width(line, style) for each in lines for line in each), default=0.0)
        if high <= box.height and wide <= box.width:
            return style
        size -= 0.5
    return BODY.sized(LEAST_WORDS, floor=LEAST_WORDS).strong
