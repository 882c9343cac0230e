"""A table to tick: something to judge in each row, a box under each head.

In: a Surface, the right edge, heads. Out: a tagged table: column heads, row heads, boxes. Source: the comp 05. Leaves
alone: what stands in the row heads.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager

from kaarten.compose.parts.forms import tick_box
from kaarten.compose.styles import SMALL
from kaarten.compose.surface import Surface

_COLUMN = 21.0
"""mm: room for a head of two lines over a box."""


class TickTable:
    """The columns of one table, each `column` mm wide. Use inside `surface.tag("Table")`."""

    def __init__(self, surface: Surface, right: float, heads: Sequence[str], column: float = _COLUMN) -> None:
        self._surface = surface
        self._heads = heads
        self._width = column
        self._columns = [right - column * (len(heads) - index) for index in range(len(heads))]

    @property
    def left(self) -> float:
        """Where the boxes begin: how far row heads may go, in mm."""
        return self._columns[0]

    def head(self, x: float, baseline: float, rows_are: str) -> None:
        """The heads, their last lines on `baseline`, and over the row heads what the rows are."""
        surface, width = self._surface, self._width - 1.5
        style = surface.one_size(self._heads, SMALL, width, lines=2)
        with surface.tag("TR"):
            with surface.tag("TH", owner="/Table", attributes={"Scope": "/Column"}):
                surface.text(x, baseline, rows_are, SMALL, tag=None, width=self.left - x - 3)
            for column, head in zip(self._columns, self._heads, strict=True):
                first = baseline - (surface.line_count(head, style, width) - 1) * style.leading
                with surface.tag("TH", owner="/Table", attributes={"Scope": "/Column"}):
                    surface.paragraph(column + 0.75, first, width, head, style, lines=2, tag=None, anchor="middle")

    @contextmanager
    def row(self, middle: float, side: float = 6.5, width: float = 1.0) -> Generator[None]:
        """A row: what is painted inside is its head; then come the boxes, centred on `middle` (mm)."""
        surface = self._surface
        with surface.tag("TR"):
            with surface.tag("TH", owner="/Table", attributes={"Scope": "/Row"}):
                yield
            for column in self._columns:
                with surface.tag("TD"):
                    tick_box(surface, column + (self._width - side) / 2, middle - side / 2, side, width)
