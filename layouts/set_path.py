"""Set path: the cards of a set as stations along a path, with room to write at each (F12).

In: a card set. Out: a sheet that lies, A4 or larger: a winding path with the numbers on it, under each title, text and
question, and lines as far as there is room. Source: looks.md sections 1, 4 and 5. Leaves alone: parts, points,
sentences to finish and boxes to tick, which are for who holds a card.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    NAME,
    PAPER_SIZES,
    Desk,
    Passage,
    Piece,
    Rect,
    SetCard,
    SetContent,
    SetSheet,
    Style,
    Surface,
    block_text,
    draw_passages,
    draw_silent,
    largest,
    passages_fit,
    passages_height,
    steps,
    winding,
    writing_lines,
)

SMALLEST = (PAPER_SIZES["A4"].turned,)
PATH, TILE, BAND, GUTTER, AIR = 62.0, 24.0, 20.0, 8.0, 8.0
INSIDE = 3.0
"""mm from the edge of a column to its title and, level with that, its text."""
PITCH, LEAST_PITCH, LEAST_LINES = 12.0, 9.0, 3
"""mm from line to line on an A3, and on any sheet; how many there are at least."""
MOST_TYPE, LEAST_TYPE = 17.0, 13.0
"""Points of the text on an A3."""


class Content(SetContent):
    """The set as it is."""


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One sheet."""
    yield PathSheet(desk, content).piece()


class PathSheet(SetSheet):
    """The stations, all in one size."""

    def __init__(self, desk: Desk, content: Content) -> None:
        super().__init__(desk, content)
        self.cards = list(content.cards.values())
        room, k = self.room, self.k
        self.road = Rect(room.x, room.y, room.width, PATH * k)
        self.columns = room.inset(0, (PATH + AIR) * k, 0, 0).columns(len(self.cards), GUTTER * k)
        self.pitch = max(LEAST_PITCH, PITCH * k)
        style = Style(MOST_TYPE * k, 0.39 * MOST_TYPE * k, floor=LEAST_TYPE * k)
        self.style = largest(style, self._fits)
        titles = [card.called for card in self.cards]
        wide = self._told_box(self.columns[0]).width - INSIDE * k
        self.name = self.measuring.one_size(titles, NAME.sized(22 * k, floor=11 * k), wide, 2)

    # ---- measuring

    def _told_box(self, column: Rect) -> Rect:
        """Under the title, down to the first line at the lowest."""
        return column.inset(INSIDE * self.k, (BAND + 5) * self.k, 0, LEAST_LINES * self.pitch)

    def _fits(self, style: Style) -> bool:
        return all(
            passages_fit(self.measuring, self._told(card, style), self._told_box(column))
            for card, column in zip(self.cards, self.columns, strict=True)
        )

    def _told(self, card: SetCard, style: Style) -> list[Passage]:
        """The text of a station, unless it is its title, and the question, which begins level with the others."""
        told = _text(card, style)
        if not card.question:
            return told
        width = self._told_box(self.columns[0]).width
        heights = [passages_height(self.measuring, _text(each, style), width) for each in self.cards]
        short = max(heights) - passages_height(self.measuring, told, width) if told else 0.0
        return [*told, Passage(card.question, style.strong, 1.7 * style.leading + short)]

    # ---- paint

    def paint(self, surface: Surface) -> None:
        """The path, then each station with its words and lines; all lines begin at one height."""
        side = TILE * self.k
        road = winding(self.road, len(self.cards), side / 2)
        draw_silent(surface, road)
        width = self._told_box(self.columns[0]).width
        highest = max(passages_height(self.measuring, self._told(card, self.style), width) for card in self.cards)
        for number, (card, column, at) in enumerate(zip(self.cards, self.columns, road.marks, strict=True), start=1):
            self.draw_sign(surface, Rect(column.x, at[1] - side / 2, side, side), str(number))
            self._words(surface, card, column, highest)

    def _words(self, surface: Surface, card: SetCard, column: Rect, highest: float) -> None:
        k = self.k
        band = Rect(column.x, column.y, column.width, BAND * k)
        with surface.artifact():
            surface.rect(band, fill=surface.brand.tint)
        block_text(surface, band.inset(INSIDE * k, 0), card.called, self.name, lines=2, tag="H2")
        draw_passages(surface, self._told_box(column), self._told(card, self.style))
        first = column.y + (BAND + 5) * k + highest + self.pitch
        writing_lines(surface, column.x, first, column.width, int((column.bottom - first) / self.pitch) + 1, self.pitch)


def _text(card: SetCard, style: Style) -> list[Passage]:
    """The text of a station that has a title."""
    return steps(card.text, style) if card.title else []
