"""The grid: how many pieces fit on a sheet, and where each stands.

In: the trim size of a piece and the size of a paper. Out: a Grid of slots that share their cut lines (no gutter: that
nearly halves the cuts), centred on the sheet, so that a slot has its mirror image behind it. Leaves alone: which piece
stands in which slot (`nup`), and the printer's blank edge: a piece keeps its own content clear of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kaarten.geometry import Rect, Size

SMALLEST = 20.0
"""The shortest side of a piece in mm: below it, 4 mm of safe area all round leaves too little to read or to hold."""

ROUNDING = 1e-6
"""Lengths come from decimal texts; three times 70 mm is a 210 mm sheet whatever the floats say."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place on the front of a sheet. `id` is `r1c2`: row and column from 1."""

    id: str
    row: int
    column: int
    box: Rect


@dataclass(frozen=True, slots=True)
class Grid:
    """Slots of `piece` size in `columns` and `rows` on `sheet`, the paper as it lies: upright, or turned."""

    sheet: Size
    piece: Size
    columns: int
    rows: int

    @property
    def count(self) -> int:
        """Pieces on a full sheet."""
        return self.columns * self.rows

    @property
    def column_lines(self) -> tuple[float, ...]:
        """The x of every vertical edge of a slot, outer ones included: `columns` + 1 of them."""
        left = (self.sheet.width - self.columns * self.piece.width) / 2
        return tuple(left + index * self.piece.width for index in range(self.columns + 1))

    @property
    def row_lines(self) -> tuple[float, ...]:
        """The y of every horizontal edge of a slot: `rows` + 1 of them."""
        top = (self.sheet.height - self.rows * self.piece.height) / 2
        return tuple(top + index * self.piece.height for index in range(self.rows + 1))

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All slots in reading order."""
        return tuple(
            Slot(f"r{row + 1}c{column + 1}", row, column, Rect(x, y, self.piece.width, self.piece.height))
            for row, y in enumerate(self.row_lines[:-1])
            for column, x in enumerate(self.column_lines[:-1])
        )


def fit_grid(piece: Size, paper: Size) -> Grid | None:
    """The grid that holds most pieces: on the upright paper, or on the turned one when that holds more.

    None when the piece fits neither way. A piece itself is never turned: it stands on the sheet as it is held.
    """
    upright, turned = _grid_on(piece, paper), _grid_on(piece, paper.turned)
    best = turned if turned.count > upright.count else upright
    return best if best.count else None


def _grid_on(piece: Size, sheet: Size) -> Grid:
    return Grid(sheet, piece, _how_many(piece.width, sheet.width), _how_many(piece.height, sheet.height))


def _how_many(length: float, room: float) -> int:
    return int((room + ROUNDING) / length)
