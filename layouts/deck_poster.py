"""Deck poster: the questions of somebody's own deck on the wall, under the names of their groups.

In: the deck. Out: one sheet, or more when the questions do not fit on one; A3 or larger. Source: looks.md sections 1
and 5, the comp 10 (board). Leaves alone: backs and QR codes, which are for who holds a card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaarten.layout import (
    HAIR,
    NAME,
    PAPER_SIZES,
    DeckCard,
    DeckContent,
    Desk,
    Domain,
    Face,
    Piece,
    Rect,
    Stroke,
    Style,
    Surface,
    WallFrame,
    block_text,
    domain_tile,
    general_tint,
    group_looks,
)

SMALLEST = (PAPER_SIZES["A3"], PAPER_SIZES["A3"].turned)
HEAD, UNDER_HEAD, BETWEEN_GROUPS, GUTTER, PAD, AFTER_NUMBER = 22.0, 4.0, 9.0, 12.0, 3.4, 5.0
"""mm on an A3: a group's band, below it, above the next; between columns; over and under a question; behind its
number."""
LARGEST_TYPE, SMALLEST_TYPE = 38.0, 16.0
FEW = 6
"""Cards that stand in one column."""
_STEPS = 30
_WIDEST, _WIDER = 3.0, 0.25
"""Questions that leave room stand further apart: as many times the white over and under them, in these steps."""


class Content(DeckContent):
    """The deck as it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """The questions of one group that stand in one column, from the first to before the last."""

    group: str
    cards: Sequence[tuple[int, DeckCard]]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The sheet, and more of them when it takes more."""
    faces = list(Poster(desk, content).faces())
    for number, face in enumerate(faces, start=1):
        yield Piece(desk.page_name(desk.material.title, number, len(faces)), face)


class Poster:
    """The questions in their columns. Figures are those of an A3, times `k`."""

    def __init__(self, desk: Desk, content: Content) -> None:
        self.content, self.frame = content, WallFrame(desk, content.heading)
        self.k = self.frame.k
        self.groups = group_looks(self.frame.measuring, desk.job, content.groups)
        few = len(content.cards) <= FEW and self.frame.size.height > self.frame.size.width
        self.columns = self.frame.body.columns(1 if few else 2, GUTTER * self.k)
        self.pad = PAD * self.k
        self.style, self.filled = self._fitted()
        self._spread()

    # ---- measuring

    def _fitted(self) -> tuple[Style, list[list[Part]]]:
        """The largest type that takes no more sheets than the smallest does, and the columns filled with it."""
        smallest = NAME.sized(SMALLEST_TYPE * self.k, floor=SMALLEST_TYPE * self.k).regular
        filled = self._even(smallest)
        sheets = self._sheets(filled)
        size = LARGEST_TYPE * self.k
        while size > smallest.size:
            style = smallest.sized(size)
            tried = self._even(style)
            if self._sheets(tried) <= sheets and self._all_fit(style):
                return style, tried
            size -= 1
        return smallest, filled

    def _spread(self) -> None:
        """Questions further apart, as far as they take no more sheets."""
        sheets, step = self._sheets(self.filled), _WIDER * PAD * self.k
        while self.pad + step <= _WIDEST * PAD * self.k:
            self.pad += step
            tried = self._even(self.style)
            if self._sheets(tried) > sheets:
                self.pad -= step
                return
            self.filled = tried

    def _sheets(self, filled: list[list[Part]]) -> int:
        return -(-len(filled) // len(self.columns))

    def _all_fit(self, style: Style) -> bool:
        """Whether no word of a question is wider than its column."""
        width, surface = self._words_width(style), self.frame.measuring
        lines = [line for card in self.content.cards.values() for line in surface.lines(card.front, style, width)]
        return all(surface.width(line, style) <= width + 0.01 for line in lines)

    def _numeral(self, style: Style) -> float:
        """mm that the widest number takes, with the white behind it."""
        widest = "0" * len(str(len(self.content.cards)))
        return self.frame.measuring.width(widest, style.strong) + AFTER_NUMBER * self.k

    def _words_width(self, style: Style) -> float:
        return self.columns[0].width - self._numeral(style)

    def _even(self, style: Style) -> list[list[Part]]:
        """The columns filled evenly: no higher than they must be for as few sheets as possible."""
        room = self.frame.body.height
        heights = {number: self._height(card, style) for _, cards in self.content.grouped() for number, card in cards}
        best = self._columns(heights, room)
        sheets, low, high = self._sheets(best), 0.0, room
        for _ in range(_STEPS):
            most = (low + high) / 2
            tried = self._columns(heights, most)
            if self._sheets(tried) <= sheets:
                best, high = tried, most
            else:
                low = most
        return best

    def _height(self, card: DeckCard, style: Style) -> float:
        surface = self.frame.measuring
        lines = surface.line_count(card.front, style, self._words_width(style))
        return surface.cap_height(style) * 1.3 + (lines - 1) * style.leading + 2 * self.pad

    def _columns(self, heights: dict[int, float], most: float) -> list[list[Part]]:
        """Every column filled up to `most` mm before the next begins; no band stands without a question."""
        columns: list[list[Part]] = [[]]
        left = most
        head = (HEAD + UNDER_HEAD) * self.k
        for group, cards in self.content.grouped():
            start = 0
            for index, (number, _) in enumerate(cards):
                above = 0.0 if index > start else self._above(group, columns[-1], head)
                if (columns[-1] or index > start) and above + heights[number] > left + 1e-6:
                    columns[-1] += [Part(group, cards[start:index])] if index > start else []
                    columns, left, start = [*columns, []], most, index
                    above = head if group else 0.0
                left -= above + heights[number]
            columns[-1].append(Part(group, cards[start:]))
        return columns

    def _above(self, group: str, column: list[Part], head: float) -> float:
        """mm over the first question of a group: its band, and white when others stand over it."""
        return (head if group else 0.0) + (BETWEEN_GROUPS * self.k if column else 0.0)

    # ---- drawing

    def faces(self) -> Iterator[Face]:
        pages, columns = self._sheets(self.filled), len(self.columns)
        for page in range(pages):
            with self.frame.page(page + 1, pages) as surface:
                for box, parts in zip(self.columns, self.filled[page * columns :], strict=False):
                    self._column(surface, box, parts)
            yield surface.face()

    def _column(self, surface: Surface, box: Rect, parts: list[Part]) -> None:
        y = box.y
        for index, part in enumerate(parts):
            y += BETWEEN_GROUPS * self.k if index else 0
            if group := self.groups.get(part.group):
                self._head(surface, Rect(box.x, y, box.width, HEAD * self.k), group)
                y += (HEAD + UNDER_HEAD) * self.k
            with surface.tag("L"):
                for place, (number, card) in enumerate(part.cards):
                    y = self._question(surface, Rect(box.x, y, box.width, 0), number, card, ruled=place > 0)

    def _head(self, surface: Surface, box: Rect, group: Domain) -> None:
        x = domain_tile(surface, box, group, 7 * self.k)
        field = Rect(x, box.y, box.right - x, box.height)
        with surface.artifact():
            surface.rect(field, fill=general_tint(group))
        style = NAME.sized(28 * self.k, floor=15 * self.k)
        block_text(surface, field.inset(5 * self.k, 0), group.name, style, lines=2, tag="H2")

    def _question(self, surface: Surface, box: Rect, number: int, card: DeckCard, *, ruled: bool) -> float:
        """One question with its number; a hair above it but for the first. Returns the y below it."""
        style = self.style
        if ruled:
            with surface.artifact():
                surface.line(box.x, box.y, box.right, box.y, Stroke(HAIR, 0.75))
        y = box.y + self.pad + surface.cap_height(style)
        with surface.tag("LI"):
            numeral = style.strong.coloured(surface.brand.accent)
            surface.text(box.x, y, str(number), numeral, tag="Lbl")
            x, width = box.x + self._numeral(style), self._words_width(style)
            surface.paragraph(x, y, width, card.front, style, lines=40, tag="LBody")
        return box.y + self._height(card, style)
