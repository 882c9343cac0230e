"""The grid: how many pieces fit on a sheet, and where each stands.

In: the trim size of a piece and the size of a paper, or a sheet of labels. Out: a Grid of slots. Those that are cut out
share their cut lines (no gutter: that nearly halves the cuts) and are centred on the sheet, so that a slot has its
mirror image behind it; labels stand where their maker put them. Leaves alone: which piece stands in which slot (`nup`),
and the printer's blank edge: a piece keeps its own content clear of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kaarten.geometry import Rect, Size
from kaarten.model.stock import Labels, Paper

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
    """Slots of `piece` size in `columns` and `rows` on `sheet`, the paper as it lies: upright, or turned.

    With `labels` they are peeled off the sheet; without, they are cut out of it.
    """

    sheet: Size
    piece: Size
    columns: int
    rows: int
    labels: Labels | None = None

    @property
    def count(self) -> int:
        """Pieces on a full sheet."""
        return self.columns * self.rows

    @property
    def column_lines(self) -> tuple[float, ...]:
        """The x of every vertical cut, outer ones included: `columns` + 1 of them."""
        left = (self.sheet.width - self.columns * self.piece.width) / 2
        return tuple(left + index * self.piece.width for index in range(self.columns + 1))

    @property
    def row_lines(self) -> tuple[float, ...]:
        """The y of every horizontal cut: `rows` + 1 of them."""
        top = (self.sheet.height - self.rows * self.piece.height) / 2
        return tuple(top + index * self.piece.height for index in range(self.rows + 1))

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All slots in reading order."""
        boxes = self.labels.boxes if self.labels else self._cut_out()
        return tuple(
            Slot(f"r{row + 1}c{column + 1}", row, column, box)
            for (row, column), box in zip(self._places(), boxes, strict=True)
        )

    def _cut_out(self) -> tuple[Rect, ...]:
        first = Rect(self.column_lines[0], self.row_lines[0], self.piece.width, self.piece.height)
        return first.repeated(self.columns, self.rows, self.piece)

    def _places(self) -> list[tuple[int, int]]:
        return [(row, column) for row in range(self.rows) for column in range(self.columns)]


def fit_grid(piece: Size, paper: Size) -> Grid | None:
    """The grid that holds most pieces: on the upright paper, or on the turned one when that holds more.

    None when the piece fits neither way. A piece itself is never turned: it stands on the sheet as it is held.
    """
    upright, turned = _grid_on(piece, paper), _grid_on(piece, paper.turned)
    best = turned if turned.count > upright.count else upright
    return best if best.count else None


def label_grid(paper: Paper, labels: Labels) -> Grid:
    """The grid of a sheet of labels, which always lies upright."""
    return Grid(paper.size, labels.size, labels.columns, labels.rows, labels)


def _grid_on(piece: Size, sheet: Size) -> Grid:
    return Grid(sheet, piece, _how_many(piece.width, sheet.width), _how_many(piece.height, sheet.height))


def _how_many(length: float, room: float) -> int:
    return int((room + ROUNDING) / length)
