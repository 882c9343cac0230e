"""Tiling: a poster larger than the paper, divided into parts that are glued together.

In: the size of a poster, and a Paper. Out: a Tiling: which part of the poster each tile shows. Neighbours overlap by 10
mm: the right or lower one loses its first 2 mm to the scissors, the other's last 8 mm carry the glue; so neither an
unsteady hand nor a printer with a wider blank edge leaves a white gap. The left and top edges of the poster itself are
not cut. Worked out for A4 with 5 mm margins: A3 on 4 sheets (2 would do without margin and overlap), A2 on 8 (turned),
A1 on 12. Leaves alone: sheets (`tiles`) and what is drawn in the overlap (`tile_marks`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from kaarten.geometry import Rect, Size
from kaarten.impose.grid import ROUNDING
from kaarten.model.stock import Paper

OVERLAP = 10.0
"""What neighbours both show, in mm. Source: research/print-ux-reliability.md section 2, poster tiling."""

TRIM = 2.0
"""The part of it that is cut off, in mm."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One part. `name` is row and column, `B3`; `shows` is the part of the poster on it, in mm of the poster."""

    name: str
    row: int
    column: int
    shows: Rect


@dataclass(frozen=True, slots=True)
class Tiling:
    """How a poster is divided over sheets of size `sheet` as they lie, each blank for `margin` mm all round."""

    poster: Size
    sheet: Size
    margin: float
    columns: int
    rows: int

    @property
    def printable(self) -> Rect:
        """What the printer reaches, in mm of the side."""
        return Rect(0, 0, self.sheet.width, self.sheet.height).inset(self.margin)

    @property
    def step(self) -> Size:
        """From one tile to the next, in mm of the poster."""
        return Size(self.printable.width - OVERLAP, self.printable.height - OVERLAP)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """All tiles, row by row. Each but the last of a row or column fills what the printer reaches."""
        return tuple(self._tile(row, column) for row in range(self.rows) for column in range(self.columns))

    def _tile(self, row: int, column: int) -> Tile:
        x, y = column * self.step.width, row * self.step.height
        width = min(self.printable.width, self.poster.width - x)
        height = min(self.printable.height, self.poster.height - y)
        return Tile(f"{_letters(row)}{column + 1}", row, column, Rect(x, y, width, height))


def divide(poster: Size, paper: Paper) -> Tiling:
    """The tiling with fewest sheets: upright paper, or turned when that saves some."""
    upright, turned = (_divide_on(poster, sheet, paper.margin) for sheet in (paper.size, paper.size.turned))
    return turned if turned.columns * turned.rows < upright.columns * upright.rows else upright


def _divide_on(poster: Size, sheet: Size, margin: float) -> Tiling:
    columns = _how_many(poster.width, sheet.width - 2 * margin)
    return Tiling(poster, sheet, margin, columns, _how_many(poster.height, sheet.height - 2 * margin))


def _how_many(length: float, reach: float) -> int:
    return max(1, math.ceil((length - OVERLAP - ROUNDING) / (reach - OVERLAP)))


def _letters(row: int) -> str:
    """A to Z, then AA, as a spreadsheet names its columns."""
    return (_letters(row // 26 - 1) if row >= 26 else "") + chr(ord("A") + row % 26)
