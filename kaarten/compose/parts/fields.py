"""Fields of a form: rows of them on as many pages as they take, each page filled.

In: a Surface, Fields, a FieldLook, the column they stand in. Out: which rows stand on which page; their paint, with
the room that is left shared out: more from line to line, more between fields, then more lines. What has no room is told
at the line of YAML. Leaves alone: the head and foot of the form, and how one field looks (`field`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from kaarten.compose.parts.field import Field, FieldLook, PlacedField, level_options, widest_label
from kaarten.compose.parts.forms import check_lines
from kaarten.compose.parts.page_breaks import page_ranges
from kaarten.compose.styles import BODY, HINT, LABEL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect

GUTTER = 8.0
INDENT = 10.0
"""mm from a number to the words beside it."""
_STEPS = 30
_INLINE_GAP = 7.5
"""mm between two rows of lines behind labels, at the most."""

SMALL_LOOK = FieldLook(
    LABEL.sized(12, floor=11), HINT.sized(9), Style(11, 5, floor=9), box=6, block=9, widest=20, columns=1, abreast=1
)
"""For a card that stands, such as an A6."""

SHEET_LOOK = FieldLook(
    LABEL.sized(13, floor=11), text=BODY.sized(11.5, floor=11), box=6.5, widest=17, columns=1, abreast=3,
    hint_below=True, more_lines=True, above_boxes=3.0, gap=(7.0, 14.0), pitch=(9.0, 10.5),
)  # fmt: skip
"""For a page: what is written at length takes its whole width, and room that is left becomes lines."""


class FieldRows:
    """Fields in rows, their labels in one size, in a `column` (mm; its height is nothing). `numbered` counts those with
    more than a line behind their label.
    """

    def __init__(
        self, surface: Surface, column: Rect, fields: Sequence[Field], look: FieldLook, *, numbered: bool = False
    ) -> None:
        indent = INDENT if numbered else 0.0
        cell = column.columns(look.columns, GUTTER)[0].width - indent
        one = surface.one_size([field.label for field in fields], look.label, cell, lines=2)
        self._look = replace(look, label=one)
        self._surface = surface
        written = [id(field) for field in fields if not field.inline]
        self._rows: list[_Row] = []
        for row, columns in self._shared(column, fields):
            numbers = [str(written.index(id(f)) + 1) if numbered and not f.inline else "" for f in row]
            cells = column.columns(columns, GUTTER) if len(row) > 1 else [column]
            self._rows.append(_Row(surface, self._look, row, cells, numbers, indent))
        level_options([placed for row in self._rows for placed in row.placed])

    @property
    def least(self) -> float:
        """mm that all rows take with everything as close as may be."""
        return _height(self._rows, self._look, 0)

    def pages(self, room: float, first: float) -> list[range]:
        """Which rows stand on which page: no row is split. Rooms are mm, `first` that of the first page."""
        least, gap = self._look.pitch[0], self._look.gap[0]
        return page_ranges([row.height(least) + gap for row in self._rows], room + gap, first + gap)

    def fields(self, page: range) -> list[Field]:
        """The fields of some rows, in order."""
        return [field for row in self._rows[page.start : page.stop] for field in row.fields]

    def draw(self, surface: Surface, room: Rect, page: range | None = None) -> None:
        """Some rows, or all, from the top of the room to its foot.

        Faults: lines-too-many, page-too-full.
        """
        rows = self._rows[page.start : page.stop] if page else self._rows
        self._check_room(surface, rows, _height(rows, self._look, 0) - room.height)
        pitch, gap = _filled(rows, self._look, room.height)
        y = room.y
        for row, below in zip(rows, [*_gaps(rows, gap), 0.0], strict=True):
            row.draw(surface, y, pitch)
            y += row.height(pitch) + below

    def _check_room(self, surface: Surface, rows: Sequence[_Row], short: float) -> None:
        """Report what wants `short` mm more than there is: at the most lines, else at the last field; and tables whose
        columns are too narrow.
        """
        fields = [placed for row in rows for placed in row.placed]
        for placed in fields:
            if placed.short() > 0:
                surface.too_full(placed.field.label, placed.short())
        counts = [placed.field.lines for placed in fields if placed.field.lines]
        if counts:
            check_lines(surface, counts, short)
        elif short > 0.01:
            surface.too_full(fields[-1].field.label, short)

    def _shared(self, column: Rect, fields: Sequence[Field]) -> Iterator[tuple[list[Field], int]]:
        """Fields in rows, with the columns of each. What wants the whole width stands alone; a line behind a label
        joins only its like.
        """
        for inline, each in groupby(fields, key=lambda field: field.inline):
            run = list(each)
            columns = self._abreast(column, run) if inline else self._look.columns
            while run:
                count = columns
                if any(field.alone for field in run[:columns]):
                    count = 1
                yield run[:count], columns
                run = run[count:]

    def _abreast(self, column: Rect, run: Sequence[Field]) -> int:
        """How many fields with a line behind their label stand beside each other: even rows, as their labels let."""
        look = self._look
        fits = [n for n in range(look.abreast, look.columns, -1) if self._fit(column.columns(n, GUTTER)[0].width, run)]
        rows = -(-len(run) // max([*fits, look.columns]))
        return max(look.columns, -(-len(run) // rows))

    def _fit(self, width: float, run: Sequence[Field]) -> bool:
        return widest_label(self._surface, self._look, run) <= width


class _Row:
    """Fields beside each other, as high as the highest of them. `more` lines are added to those with lines."""

    def __init__(
        self, surface: Surface, look: FieldLook, fields: Sequence[Field], cells: Sequence[Rect],
        numbers: Sequence[str], indent: float,
    ) -> None:  # fmt: skip
        self.fields = fields
        self.more = 0
        self.lines = max(field.lines for field in fields)
        self.counted = any(field.counted for field in fields)
        self.inline = all(field.inline for field in fields)
        self.placed = [
            PlacedField(surface, look, field, cell, number, 0.0 if field.inline else indent)
            for field, cell, number in zip(fields, cells, numbers, strict=False)
        ]

    def height(self, pitch: float) -> float:
        return max(placed.height(pitch, self.more) for placed in self.placed)

    def draw(self, surface: Surface, y: float, pitch: float) -> None:
        """Where all have as many lines to write on, each label stands as near to the first as the highest one does;
        boxes to tick stand level.
        """
        high = self.height(pitch)
        ticked = any(field.tick for field in self.fields)
        level = not ticked and len({field.lines if field.only_lines else 0 for field in self.fields}) == 1
        for placed in self.placed:
            lower = high - placed.height(pitch, self.more) if level and placed.field.only_lines else 0.0
            placed.draw(surface, y + lower, y + high, pitch, self.more)


def _between(least: float, most: float, share: float) -> float:
    return least + (most - least) * share


def _height(rows: Sequence[_Row], look: FieldLook, share: float) -> float:
    """mm that rows take when pitch and gaps are this share of the way from their least to their most."""
    pitch, gap = _spacing(look, share)
    return sum(row.height(pitch) for row in rows) + sum(_gaps(rows, gap))


def _spacing(look: FieldLook, share: float) -> tuple[float, float]:
    """Pitch and gap at a share: gaps grow first, so that a label stands nearer to its own lines than to those above."""
    return _between(*look.pitch, share), _between(*look.gap, math.sqrt(share))


def _gaps(rows: Sequence[_Row], gap: float) -> list[float]:
    """mm under each row but the last: rows with nothing but a line behind each label stay together."""
    return [min(gap, _INLINE_GAP) if one.inline and next_.inline else gap for one, next_ in pairwise(rows)]


def _filled(rows: Sequence[_Row], look: FieldLook, room: float) -> tuple[float, float]:
    """The pitch and the gap that fill the room; when their most do not, rows get more lines where the look lets them,
    those with fewest first, at most as many as they have.
    """
    for row in rows:
        row.more = 0
    while _height(rows, look, 1) < room:
        growing = [row for row in rows if look.more_lines and not row.counted and row.more < row.lines]
        if not growing:
            break
        row = min(growing, key=lambda row: (row.more + 1) / row.lines)
        row.more += 1
        if _height(rows, look, 0) > room:
            row.more -= 1
            break
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _height(rows, look, middle) <= room else (low, middle)
    return _spacing(look, low)
