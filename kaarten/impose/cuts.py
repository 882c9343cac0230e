"""The cut list: which cuts one sheet needs, in the order they are made.

In: a Grid and how many of its slots are filled. Out: Cuts. Outer cuts come first (they square the stack), then the
lines of the longer direction, then the strips they leave. Source: research/print-ux-reliability.md section 2, cut
order. Leaves alone: how a cut is drawn (`marks`) and told (the print plan).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kaarten.impose.grid import ROUNDING, Grid

LEAST_WASTE = 1.0
"""A strip along the sheet's edge that is narrower (mm) cannot be cut off by hand: it stays on the piece."""


class Axis(StrEnum):
    """How a cut runs over the sheet as it lies."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


@dataclass(frozen=True, slots=True)
class Cut:
    """A straight cut across the whole sheet. `position_mm` is from the left (vertical) or from the top (horizontal)."""

    order: int
    axis: Axis
    position_mm: float


def cut_list(grid: Grid, filled: int) -> tuple[Cut, ...]:
    """The cuts for a sheet whose first `filled` slots in reading order hold a piece; none beside empty slots alone, and
    none for labels.
    """
    if grid.labels:
        return ()
    columns, rows = min(filled, grid.columns), -(-filled // grid.columns)
    vertical_outer, vertical_inner = _split(grid.column_lines, columns, grid.sheet.width)
    horizontal_outer, horizontal_inner = _split(grid.row_lines, rows, grid.sheet.height)
    outer = [*_along(Axis.VERTICAL, vertical_outer), *_along(Axis.HORIZONTAL, horizontal_outer)]
    inner = [_along(Axis.HORIZONTAL, horizontal_inner), _along(Axis.VERTICAL, vertical_inner)]
    if grid.rows * grid.piece.height > grid.columns * grid.piece.width + ROUNDING:
        inner.reverse()
    return tuple(
        Cut(order, axis, position) for order, (axis, position) in enumerate([*outer, *inner[0], *inner[1]], start=1)
    )


def _split(lines: Sequence[float], filled: int, length: float) -> tuple[list[float], list[float]]:
    """The outer and the inner lines that border on the first `filled` columns or rows of slots."""
    needed = lines[: filled + 1] if filled else ()
    outer = [line for line in needed if line in (lines[0], lines[-1]) and LEAST_WASTE <= line <= length - LEAST_WASTE]
    return outer, [line for line in needed if line not in (lines[0], lines[-1])]


def _along(axis: Axis, positions: Sequence[float]) -> list[tuple[Axis, float]]:
    return [(axis, position) for position in positions]
