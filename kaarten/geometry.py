"""Lengths, sizes and rectangles: what everything before the press is measured in.

In: numbers and texts such as `63mm`. Out: frozen values. One unit, the millimetre, and one origin, top left with
y growing downwards, as a coordinator holds a sheet and as looks.md and label makers give their figures; only the
press knows that a PDF counts in points from the bottom. Sizes of type and widths of strokes are in points, as
printers name them. Leaves alone: what is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MM_PER_POINT = 25.4 / 72
POINTS_PER_MM = 72 / 25.4

_UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": MM_PER_POINT}
_LENGTH = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*(mm|cm|in|pt)")


def parse_length(text: str) -> float:
    """The millimetres in `12mm`, `1,5 cm`, `0.5in` or `8pt`. Raises ValueError for anything else."""
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    return float(found[1].replace(",", ".")) * _UNITS[found[2]]


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height in mm."""

    width: float
    height: float

    def __str__(self) -> str:
        return f"{self.width:g} x {self.height:g} mm"

    @property
    def turned(self) -> Size:
        return Size(self.height, self.width)

    def within(self, other: Size, slack: float = 0.01) -> bool:
        """Whether this is no larger than another; `slack` mm make sizes equal that are equal on paper."""
        return self.width <= other.width + slack and self.height <= other.height + slack


@dataclass(frozen=True, slots=True)
class Rect:
    """A box in mm: left and top edge, width and height; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def inset(
        self, left: float, top: float | None = None, right: float | None = None, bottom: float | None = None
    ) -> Rect:
        """The box inside: one number for all sides, two for sides and top/bottom, or four."""
        top = left if top is None else top
        right = left if right is None else right
        bottom = top if bottom is None else bottom
        return Rect(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def repeated(self, columns: int, rows: int, pitch: Size) -> tuple[Rect, ...]:
        """This box and its copies every `pitch` mm across and down, in reading order."""
        return tuple(
            self.moved(column * pitch.width, row * pitch.height) for row in range(rows) for column in range(columns)
        )

    def columns(self, count: int, gutter: float) -> list[Rect]:
        """`count` boxes of equal width side by side, `gutter` mm between them."""
        width = (self.width - gutter * (count - 1)) / count
        return [Rect(self.x + index * (width + gutter), self.y, width, self.height) for index in range(count)]

    def rows(self, count: int, gutter: float) -> list[Rect]:
        """`count` boxes of equal height under each other, `gutter` mm between them."""
        height = (self.height - gutter * (count - 1)) / count
        return [Rect(self.x, self.y + index * (height + gutter), self.width, height) for index in range(count)]

    def cells(self, count: int, columns: int, gutter: float) -> list[Rect]:
        """Room for `count` things, row by row in `columns` columns with `gutter` mm between; rows touch."""
        rows = self.rows(max(1, -(-count // columns)), 0)
        return [cell for row in rows for cell in row.columns(columns, gutter)][:count]

    def flowing(self, heights: Sequence[float], columns: int, gutter: float) -> list[Rect]:
        """Cells row by row, each row as high as it needs (mm), what is left over shared out among the rows."""
        spare = max(0.0, self.height - sum(heights)) / max(1, len(heights))
        cells: list[Rect] = []
        y = self.y
        for height in heights:
            row = Rect(self.x, y, self.width, height + spare)
            cells.extend(row.columns(columns, gutter))
            y = row.bottom
        return cells

    def contains(self, other: Rect, slack: float = 1e-6) -> bool:
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: Rect, slack: float = 1e-6) -> bool:
        """Whether the insides share more than `slack` mm in both directions; boxes that only touch do not overlap."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )


PAPER_SIZES = {
    "A1": Size(594, 841),
    "A2": Size(420, 594),
    "A3": Size(297, 420),
    "A4": Size(210, 297),
    "A5": Size(148.5, 210),
    "A6": Size(105, 148.5),
    "A7": Size(74.25, 105),
}
"""Upright sheets, width first (ISO 216; A5 to A7 as parts of an A4, because that is how they are cut)."""
