"""A table to fill in: tinted heads, rows ruled apart, columns of given widths.

In: a Surface, a box, the columns, a scale (1 on an A4). Out: the parts of a tagged table: a row of heads, and for each
row its rules and boxes to write in, lines in them 9 mm apart or more. Source: looks.md sections 1 and 4, the comp 10.
Leaves alone: which rows there are, on which page they stand, and what is in their heads.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from kaarten.brand.inks import HAIR, LINE, STONE
from kaarten.compose.parts.boxed_text import block_text
from kaarten.compose.parts.forms import PITCH, tick_box, writing_lines
from kaarten.compose.parts.looks import JOINT
from kaarten.compose.styles import SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import MM_PER_POINT, Rect
from kaarten.graphics import Colour, Stroke
from kaarten.text import Text

_PAD = 2.4
"""mm from the side of a column to its text, at scale 1."""

_NUMBERS = 5.5
"""mm under a label for the numbers of its steps."""

_RULE = 0.75
"""Points: the rule below a row."""

_HEAD = SMALL.sized(11, floor=9).strong


@dataclass(frozen=True, slots=True)
class TableColumn:
    """`width` is its share of the table. Of a column with `steps` the boxes are divided in so many, numbered in the
    head; one that is to be ticked has a `box`, one for a number or a date, `short`, has no lines; one with a `sum` is
    added up in the last row.
    """

    label: Text
    width: float
    steps: int = 0
    box: bool = False
    short: bool = False
    sum: bool = False


class RuledTable:
    """One table on one page. Use inside `surface.tag("Table")`; `box` (mm) says where it stands and how wide it is."""

    def __init__(self, surface: Surface, box: Rect, columns: Sequence[TableColumn], scale: float = 1.0) -> None:
        self.surface = surface
        self.columns = columns
        self.scale = scale
        self._box = box
        share = (box.width - JOINT * (len(columns) - 1)) / sum(column.width for column in columns)
        self._cells: list[tuple[float, float]] = []
        x = box.x
        for column in columns:
            self._cells.append((x, column.width * share))
            x += column.width * share + JOINT
        self._head = self._head_style()

    @property
    def pad(self) -> float:
        """mm between the side of a column and a text in it."""
        return _PAD * self.scale

    def cell(self, column: int, y: float, height: float) -> Rect:
        """The box of a row at `y` in a column."""
        x, width = self._cells[column]
        return Rect(x, y, width, height)

    @property
    def lines(self) -> int:
        """How many lines a text in it may take: one more on a card."""
        return 2 if self.scale >= 1 else 3

    # ---- heads

    def _head_style(self) -> Style:
        """One size for all heads; the narrowest column decides."""
        style = _HEAD.sized(_HEAD.size * self.scale, floor=_HEAD.floor)
        texts = zip(self.columns, self._cells, strict=True)
        sizes = [
            self.surface.one_size([column.label], style, width - 2 * self.pad, self.lines)
            for column, (_, width) in texts
        ]
        return min(sizes, key=lambda each: each.size)

    @property
    def head_height(self) -> float:
        """mm that the heads take, the joint below them included."""
        texts = zip(self.columns, self._cells, strict=True)
        lines = max(
            self.surface.line_count(column.label, self._head, width - 2 * self.pad) for column, (_, width) in texts
        )
        numbers = _NUMBERS * self.scale if any(column.steps for column in self.columns) else 0.0
        return max(9.0 * self.scale, (lines - 1) * self._head.leading + 8 * self.scale + numbers) + JOINT

    def head(self) -> float:
        """A tinted block with the label of each column, level with each other. Returns the y of the first row."""
        y, height = self._box.y, self.head_height - JOINT
        with self.surface.tag("TR"):
            for index, column in enumerate(self.columns):
                with self.surface.tag("TH", owner="/Table", attributes={"Scope": "/Column"}):
                    self._head_cell(self.cell(index, y, height), column)
        return y + height + JOINT

    def _head_cell(self, box: Rect, column: TableColumn) -> None:
        surface, width = self.surface, box.width - 2 * self.pad
        with surface.artifact():
            surface.rect(box, fill=surface.brand.tint)
        room = Rect(box.x + self.pad, box.y, width, box.height - (_NUMBERS * self.scale if column.steps else 0))
        anchor = "middle" if column.box else "start"
        block_text(surface, room, column.label, self._head, lines=self.lines, tag=None, anchor=anchor)
        style = SMALL.sized(9 * self.scale, floor=9)
        for number, step in enumerate(box.columns(column.steps, 0) if column.steps else [], start=1):
            surface.text(step.middle[0], box.bottom - 2 * self.scale, str(number), style, tag=None, anchor="middle")

    # ---- rows

    @contextmanager
    def row(
        self, y: float, height: float, lines: int = 1, tints: Sequence[Colour | None] = (), head: bool = True
    ) -> Generator[Rect]:
        """A row: what is painted inside is its head, in the box of the first column. Then come the boxes of the others,
        with `lines` lines to write on, the last being the rule below the row; on their `tints`, if there are any.
        A row without `head` has a box to write in there too.
        """
        surface = self.surface
        self._ground(y, height, tints)
        with surface.tag("TR"):
            if head:
                with surface.tag("TH", owner="/Table", attributes={"Scope": "/Row"}):
                    yield self.cell(0, y, height)
            else:
                yield self.cell(0, y, height)
            for index in range(1 if head else 0, len(self.columns)):
                with surface.tag("TD"):
                    self._fill(index, y, height, lines)

    @contextmanager
    def sum_row(self, y: float, height: float) -> Generator[Rect]:
        """The last row, a bar of stone with a box to write in only under the columns that are added up; what is painted
        inside is its head, in the part of the bar before the first of those.
        """
        surface = self.surface
        sums = [index for index, column in enumerate(self.columns) if column.sum and index]
        ends = [-1, *sums, len(self.columns)]
        parts = [range(before + 1, after) for before, after in pairwise(ends)]
        rule = _RULE * MM_PER_POINT / 2
        bars = [self._across(part, y, height - JOINT).inset(0, rule, 0, 0) for part in parts if part]
        with surface.artifact():
            for bar in bars:
                surface.rect(bar, fill=STONE)
            for x, width in (self._cells[index] for index in sums):
                surface.line(x, y + height - JOINT, x + width, y + height - JOINT, Stroke(LINE, _RULE))
        with surface.tag("TR"):
            with surface.tag("TH", owner="/Table", attributes={"Scope": "/Row"}):
                yield bars[0]
            for _ in self.columns[1:]:
                with surface.tag("TD"):
                    pass

    def _across(self, columns: range, y: float, height: float) -> Rect:
        """The box of a row at `y` over some columns beside each other."""
        first, last = self.cell(columns[0], y, height), self.cell(columns[-1], y, height)
        return Rect(first.x, y, last.right - first.x, height)

    def _ground(self, y: float, height: float, tints: Sequence[Colour | None]) -> None:
        """The rule below a row and those between its boxes; boxes with a tint are blocks, with joints instead, and the
        rule is level with their feet.
        """
        surface, bottom = self.surface, y + height
        tinted = {index for index, tint in enumerate(tints) if tint is not None}
        foot = bottom - JOINT + _RULE * MM_PER_POINT / 2 if tinted else bottom
        with surface.artifact():
            for index, (x, width) in enumerate(self._cells):
                tint = tints[index] if index in tinted else None
                if tint is not None:
                    surface.rect(Rect(x, y, width, height - JOINT), fill=tint)
                    continue
                surface.line(x, foot, x + width, foot, Stroke(LINE, _RULE))
                if index and index - 1 not in tinted:
                    surface.line(x - JOINT / 2, y, x - JOINT / 2, foot, Stroke(HAIR, 0.5))

    def _fill(self, index: int, y: float, height: float, lines: int) -> None:
        """What stands in one box, to be filled in."""
        column, box = self.columns[index], self.cell(index, y, height)
        if column.box:
            side = min(6.5 * self.scale, height - 2)
            x, middle = box.middle
            tick_box(self.surface, x - side / 2, middle - side / 2, side, 1.0)
        elif column.steps:
            with self.surface.artifact():
                for step in box.columns(column.steps, 0)[1:]:
                    self.surface.line(step.x, y + 1.5, step.x, box.bottom - 1.5, Stroke(HAIR, 0.5))
        elif lines > 1 and not column.short:
            pitch = max(PITCH, height / lines)
            writing_lines(self.surface, box.x + 1.5, y + pitch, box.width - 3, lines - 1, pitch)
