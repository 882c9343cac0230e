"""Set poster: the cards of a set under each other on one sheet for the wall (F04, I06).

In: a card set. Out: an A4 or larger: over each other a block with the number, one with title and text, one with the
question. Source: looks.md sections 1 and 5. Leaves alone: parts, points, sentences to finish and boxes to tick, which
are for who holds a card.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaarten.layout import (
    JOINT,
    NAME,
    PAPER_SIZES,
    SMALL,
    Desk,
    Passage,
    Piece,
    Rect,
    SetCard,
    SetContent,
    SetSheet,
    Style,
    Surface,
    Text,
    ToldColumn,
    best_read,
    draw_passages,
    largest,
    passages_fit,
    passages_height,
    steps,
)

SMALLEST = (PAPER_SIZES["A4"],)
TILE, GAP, PAD = 36.0, 4.0, 7.0
ASKED = 0.36
"""Of the width: that of the block with the question."""
MOST_TYPE, LEAST_TYPE = 24.0, 14.0
"""Points of the text on an A3."""
TITLE, LABEL, ASKS = 1.35, 0.75, 1.17
"""Of the text: the size of a title, of the line over a question, and of a question at most."""
OVER_TEXT, UNDER_TEXT = 0.8, 1.0
"""Of what is left white at the sides of a block, so much over its text, and under it with its tails, at least."""


class Content(SetContent):
    """The set as it is."""


@dataclass(frozen=True, slots=True)
class Row:
    """A card on the poster: its sign, and what it asks."""

    card: SetCard
    sign: str
    asks: list[Text]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One sheet."""
    yield Poster(desk, content).piece()


class Poster(SetSheet):
    """The rows, all in one size."""

    def __init__(self, desk: Desk, content: Content) -> None:
        super().__init__(desk, content)
        self.foot = content.foot
        content.check_asked(desk.report)
        numbers, asks = content.numbers(), content.shared_out()
        self.rows = [
            Row(card, str(numbers.get(id, "")) or card.icon or content.icon, asks[id])
            for id, card in content.cards.items()
        ]
        self.asking = any(row.card.question or row.asks for row in self.rows)
        self.boxes = self.room.rows(len(self.rows), GAP * self.k)
        style = Style(MOST_TYPE * self.k, 0.39 * MOST_TYPE * self.k, floor=LEAST_TYPE * self.k)
        self.style = largest(style, self._fits)
        asked = self.style.sized(ASKS * self.style.size, floor=self.style.size)
        fewest = self._ask_lines(self.style)
        asked = largest(asked, lambda style: self._ask_fits(style) and self._ask_lines(style) <= fewest)
        self.ask_style = best_read(self.measuring, asked, self._ask_columns)

    # ---- measuring

    def _blocks(self, box: Rect) -> tuple[Rect, Rect, Rect]:
        """Of a row: the number's, that of title and text, the question's; of no width where nothing is asked."""
        number = Rect(box.x, box.y, TILE * self.k, box.height)
        asked = ASKED * box.width if self.asking else 0.0
        words = Rect(number.right + JOINT, box.y, box.width - TILE * self.k - asked - 2 * JOINT, box.height)
        return number, words, Rect(words.right + JOINT, box.y, asked, box.height)

    def _inside(self, block: Rect) -> Rect:
        return block.inset(PAD * self.k, OVER_TEXT * PAD * self.k, PAD * self.k, UNDER_TEXT * PAD * self.k)

    def _fits(self, style: Style) -> bool:
        for row, box in zip(self.rows, self.boxes, strict=True):
            _, words, _ = self._blocks(box)
            if not passages_fit(self.measuring, self._told(row, style), self._inside(words)):
                return False
        return self._ask_fits(style)

    def _ask_fits(self, style: Style) -> bool:
        return not self.asking or all(
            passages_fit(self.measuring, self._asked(row, style), self._inside(self._blocks(box)[2]))
            for row, box in zip(self.rows, self.boxes, strict=True)
        )

    def _ask_columns(self, style: Style) -> list[ToldColumn]:
        width = self._inside(self._blocks(self.boxes[0])[2]).width
        return [(self._asked(row, style), width) for row in self.rows]

    def _ask_lines(self, style: Style) -> int:
        """How many lines all questions take."""
        columns = self._ask_columns(style)
        return sum(self.measuring.line_count(each.text, each.style, width) for all_, width in columns for each in all_)

    def _told(self, row: Row, style: Style) -> list[Passage]:
        """Title and text; a text without a title stands large."""
        name = NAME.sized(TITLE * style.size, floor=1)
        if not row.card.title:
            return [Passage(row.card.text, name, tag="H2")]
        first, *others = steps(row.card.text, style) or [Passage(row.card.text, style)]
        text = [
            replace(first, above=1.4 * style.leading),
            *(replace(each, above=1.2 * style.leading) for each in others),
        ]
        return [Passage(row.card.title, name, tag="H2"), *(text if row.card.text else [])]

    def _asked(self, row: Row, style: Style) -> list[Passage]:
        head = [Passage(self.foot, SMALL.sized(max(9.0, LABEL * style.size)))] if self.foot else []
        own = [Passage(row.card.question, style.strong, 1.1 * style.leading)] if row.card.question else []
        asks = [Passage(text, style, 1.2 * style.leading) for text in row.asks]
        return [*head, *own, *asks] if own or asks else []

    # ---- paint

    def paint(self, surface: Surface) -> None:
        """The rows: titles at one height, questions in the middle of their blocks."""
        down = self._over_titles()
        for row, box in zip(self.rows, self.boxes, strict=True):
            number, words, asked = self._blocks(box)
            self.draw_sign(surface, number, row.sign)
            with surface.artifact():
                surface.rect(words, fill=surface.brand.tint)
                if self.asking:
                    surface.rect(asked, fill=surface.brand.tint_strong)
            draw_passages(surface, self._inside(words).inset(0, down, 0, 0), self._told(row, self.style))
            self._centred(surface, self._inside(asked), self._asked(row, self.ask_style))

    def _over_titles(self) -> float:
        """mm from the top of the room of a block to its title: the fullest stands in the middle."""
        room = self._inside(self._blocks(self.boxes[0])[1])
        heights = [passages_height(self.measuring, self._told(row, self.style), room.width) for row in self.rows]
        return max(0.0, room.height - max(heights)) / 2

    def _centred(self, surface: Surface, box: Rect, passages: list[Passage]) -> None:
        """Passages in the middle of the height of their block."""
        spare = max(0.0, box.height - passages_height(self.measuring, passages, box.width))
        draw_passages(surface, box.inset(0, spare / 2, 0, 0), passages)
