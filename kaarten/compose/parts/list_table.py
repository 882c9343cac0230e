"""A list over pages: columns under heads that every page repeats, rows to read, to tick and to write in.

In: Columns and rows of cells. Out: which rows stand on which page, and on each page a tagged table. Under every cell
runs a line of its own, where the pen goes. Source: comps 05 and 08. Leaves alone: what stands above and below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kaarten.brand.inks import HAIR, INK_2
from kaarten.compose.parts.forms import tick_box
from kaarten.compose.parts.long_words import with_hyphens
from kaarten.compose.parts.page_breaks import left_on, page_ranges
from kaarten.compose.styles import SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Stroke
from kaarten.text import Text

LIST_GUTTER = 3.0
"""mm between columns."""
MOST_LINES = 4
_CELL = SMALL.sized(11, floor=9)
_HEAD = SMALL.strong
_PAD = 2.1
"""mm over the first and under the last line of a cell."""
_BOX = 6.5


class Pen(Enum):
    """What is done in a cell that has no text."""

    TICK = auto()
    WRITE = auto()


Cell = str | Pen
Row = Sequence[Cell]
"""The cells of one row, one for each column."""


@dataclass(frozen=True, slots=True)
class Column:
    """`share` of the width goes to it. `key`: its cells are what each row is about; `quiet`: they only count rows."""

    heading: str
    share: float
    key: bool = False
    quiet: bool = False


class ListTable:
    """A list `width` mm wide, its rows at least `height` mm high, cells with `lines` at most; measured on `surface`."""

    def __init__(
        self,
        surface: Surface,
        columns: Sequence[Column],
        rows: Sequence[Row],
        width: float,
        height: float,
        lines: int = MOST_LINES,
    ) -> None:
        self._surface = surface
        self._most = lines
        self._columns = columns
        whole = sum(column.share for column in columns)
        room = width - LIST_GUTTER * (len(columns) - 1)
        self._widths = [room * column.share / whole for column in columns]
        self._rows = [list(map(self._breakable, row, columns, self._widths)) for row in rows]
        heads = [(each.heading, width) for each, width in zip(columns, self._widths, strict=True)]
        self._heads = [self._hyphened(head, width, _HEAD) for head, width in heads]
        sized = zip(self._heads, self._widths, strict=True)
        self._head = _HEAD.sized(min(surface.one_size([head], _HEAD, width, lines).size for head, width in sized))
        self._styles = [self._style(index) for index in range(len(columns))]
        self.heights = [self._row_height(row, height) for row in self._rows]
        """mm of each row: the lines of its longest cell, and never less than a pen needs."""

    def pages(self, first: float, others: float) -> list[range]:
        """The rows of each page, with `first` mm for those of the first and `others` for those of every other, under
        the heads. Rows become higher where the fullest page leaves room: by half at most.
        """
        pages = page_ranges(self.heights, others, first)
        left = left_on(pages, self.heights, others, first)
        spare = min(mm / max(1, len(page)) for mm, page in zip(left, pages, strict=True))
        if spare > 0:
            self.heights = [height + min(spare, height / 2) for height in self.heights]
        return pages

    def _breakable(self, cell: Cell, column: Column, width: float) -> Cell:
        """The cell with hyphens where a word is too long for its column; names are never broken."""
        if not isinstance(cell, str) or column.key:
            return cell
        return self._hyphened(cell, width, _CELL)

    def _hyphened(self, text: str, width: float, style: Style) -> str:
        smallest = style.sized(style.floor)
        broken = with_hyphens(text, width, lambda word: self._surface.width(word, smallest))
        return text if broken == text else text.like(broken) if isinstance(text, Text) else broken

    def _style(self, index: int) -> Style:
        """The one size at which every cell of a column fits."""
        column = self._columns[index]
        style = _CELL.strong if column.key else _CELL.coloured(INK_2) if column.quiet else _CELL
        texts = {cell: None for row in self._rows if isinstance(cell := row[index], str)}
        return self._surface.one_size(list(texts), style, self._widths[index], self._most)

    def _row_height(self, row: Row, least: float) -> float:
        cells = zip(row, self._styles, self._widths, strict=True)
        heights = [self._cell_height(cell, style, width) for cell, style, width in cells if isinstance(cell, str)]
        return max([least, *heights])

    def _cell_height(self, text: str, style: Style, width: float) -> float:
        lines = self._lines(text, style, width)
        return self._surface.cap_height(style) + (lines - 1) * style.leading + 2 * _PAD

    def _lines(self, text: str, style: Style, width: float) -> int:
        return min(self._most, self._surface.line_count(text, style, width)) if text else 1

    @property
    def head_height(self) -> float:
        """mm from the top of the heads to the first row."""
        heads = zip(self._heads, self._widths, strict=True)
        return max(self._cell_height(head, self._head, width) for head, width in heads) + 0.5

    def draw(self, surface: Surface, x: float, y: float, rows: Iterable[int]) -> float:
        """The heads and the rows of these numbers, from y down. Returns the y below them."""
        with surface.tag("Table"):
            y = self._draw_heads(surface, x, y)
            for row in rows:
                height = self.heights[row]
                self._draw_row(surface, x, y, self._rows[row], height)
                y += height
        return y

    def _draw_heads(self, surface: Surface, x: float, y: float) -> float:
        """The heads, their last lines on one baseline, over a rule in the brand's colour."""
        below = y + self.head_height
        right = x + sum(self._widths) + LIST_GUTTER * (len(self._widths) - 1)
        with surface.artifact():
            surface.line(x, below, right, below, Stroke(surface.brand.accent, 1.5))
        with surface.tag("TR"):
            style = self._head
            for head, width in zip(self._heads, self._widths, strict=True):
                lines = self._lines(head, style, width)
                first = below - _PAD - (lines - 1) * style.leading
                with surface.tag("TH", owner="/Table", attributes={"Scope": "/Column"}):
                    surface.paragraph(x, first, width, head, style, lines=lines, tag=None, shaping="plain")
                x += width + LIST_GUTTER
        return below

    def _draw_row(self, surface: Surface, x: float, y: float, row: Row, height: float) -> None:
        with surface.tag("TR"):
            for index, (cell, width) in enumerate(zip(row, self._widths, strict=True)):
                box = Rect(x, y, width, height)
                with surface.artifact():
                    surface.line(x, box.bottom, box.right, box.bottom, Stroke(HAIR, 0.75))
                head = self._columns[index].key and isinstance(cell, str)
                attributes = {"Scope": "/Row"} if head else {}
                with surface.tag("TH" if head else "TD", owner="/Table" if head else None, attributes=attributes):
                    self._draw_cell(surface, box, cell, self._styles[index])
                x += width + LIST_GUTTER

    def _draw_cell(self, surface: Surface, box: Rect, cell: Cell, style: Style) -> None:
        middle = box.y + box.height / 2
        if cell is Pen.TICK:
            tick_box(surface, box.x, middle - _BOX / 2, _BOX, 1.0)
        elif isinstance(cell, str) and cell:
            lines = self._lines(cell, style, box.width)
            first = middle + (surface.cap_height(style) - (lines - 1) * style.leading) / 2
            surface.paragraph(box.x, first, box.width, cell, style, lines=lines, tag=None, shaping="plain")
