"""Fields of a form: a label and what is filled in under it by hand, in one column or two, spread over the room.

In: a Surface, Fields, a FieldLook, a box. Out: labels that are read; lines, boxes and blocks that are not. What has no
room is told at the line of YAML. Leaves alone: the head and foot of the form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kaarten.compose.parts.forms import (
    PITCH,
    check_lines,
    label,
    options,
    options_height,
    scale_row,
    tick_box,
    writing_lines,
)
from kaarten.compose.parts.page_breaks import page_ranges
from kaarten.compose.styles import BODY, HINT, LABEL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.model.content import LayoutContent
from kaarten.text import Count, Scale, Text

GUTTER = 8.0
LEAST_GAP, MOST_GAP = 4.5, 12.0
"""mm between one field and the next."""
ABOVE_BOXES = 3.0
"""mm from the baseline of a label to its boxes or blocks."""
LEGEND = 5.0
"""mm from what a legend explains, such as a scale, to its baseline."""
UNDER_INLINE = 1.5
"""mm from the baseline of a label with a line behind it to its foot."""


class Field(LayoutContent):
    """A label and what is filled in under it. With neither lines nor a scale nor options: a line behind the label.

    `scale` is the highest number of a scale from 1; `legend` stands under it and says what its ends mean. `tick` puts a
    box to tick before the label.
    """

    label: Text
    hint: Text | None = None
    lines: Count = Count(0)
    scale: Scale = Scale(0)
    legend: Text | None = None
    options: dict[str, Text] = {}
    tick: bool = False

    @property
    def inline(self) -> bool:
        return not (self.lines or self.scale or self.options)


@dataclass(frozen=True, slots=True)
class FieldLook:
    """Type, the side of a tick box, the height and most width of a block of a scale (mm), how many columns; of fields
    with a line behind their label perhaps more.
    """

    label: Style = LABEL
    hint: Style = HINT
    option: Style = BODY
    box: float = 7
    block: float = 10
    widest: float = 15
    columns: int = 2
    abreast: int = 2


SMALL_LOOK = FieldLook(
    LABEL.sized(12, floor=11), HINT.sized(9), Style(11, 5, floor=9), box=6, block=9, widest=20, columns=1, abreast=1
)
"""For a card that stands, such as an A6."""

SHEET_LOOK = FieldLook(box=6.5, widest=17, columns=1)
"""For a page: what is written at length takes its whole width."""


def draw_fields(surface: Surface, room: Rect, fields: Sequence[Field], look: FieldLook) -> None:
    """Rows of fields from the top of the room, with as much air between them as there is; labels in one size.

    Faults: lines-too-many, page-too-full.
    """
    rows = _measured(surface, room, fields, look)
    left = room.height - sum(row.height for row in rows)
    _check_room(surface, fields, LEAST_GAP * (len(rows) - 1) - left)
    gap = min(left / max(1, len(rows) - 1), MOST_GAP)
    y = room.y
    for row in rows:
        row.draw(y)
        y += row.height + gap


def field_pages(surface: Surface, room: Rect, fields: Sequence[Field], look: FieldLook) -> list[list[Field]]:
    """Which fields stand on which page, each with this room: no row of them is split."""
    rows = _measured(surface, room, fields, look)
    pages = page_ranges([row.height + LEAST_GAP for row in rows], room.height + LEAST_GAP)
    return [[field for row in rows[page.start : page.stop] for field in row.fields] for page in pages]


def _measured(surface: Surface, room: Rect, fields: Sequence[Field], look: FieldLook) -> list[_Row]:
    """The rows, their labels in one size."""
    column = room.columns(look.columns, GUTTER)[0]
    one = surface.one_size([field.label for field in fields], look.label, column.width, lines=2)
    fitted = replace(look, label=one)
    return [_Row(surface, fitted, row, room) for row in _rows(fields, look)]


def _rows(fields: Sequence[Field], look: FieldLook) -> list[list[Field]]:
    """Fields in rows of at most so many. A scale stands alone; a line behind a label joins only its like."""
    rows: list[list[Field]] = []
    for field in fields:
        last = rows[-1][-1] if rows else field
        columns = look.abreast if field.inline else look.columns
        joins = rows and len(rows[-1]) < columns and last.inline == field.inline and not (last.scale or field.scale)
        if joins:
            rows[-1].append(field)
        else:
            rows.append([field])
    return rows


def _check_room(surface: Surface, fields: Sequence[Field], short: float) -> None:
    """Report what wants `short` mm more than there is: at the most lines, else at the last field."""
    counts = [field.lines for field in fields if field.lines]
    if counts:
        check_lines(surface, counts, short)
    elif short > 0.01:
        surface.too_full(fields[-1].label, short)


class _Row:
    """Fields beside each other, as high as the highest of them; one alone is as wide as the room."""

    def __init__(self, surface: Surface, look: FieldLook, fields: Sequence[Field], room: Rect) -> None:
        self.fields = fields
        columns = room.columns(look.abreast if fields[0].inline else look.columns, GUTTER)
        cells = columns if len(fields) > 1 or fields[0].inline else [room]
        self._drawn = [_Drawn(surface, look, field, cell) for field, cell in zip(fields, cells, strict=False)]
        self.height = max(drawn.height for drawn in self._drawn)

    def draw(self, y: float) -> None:
        for drawn in self._drawn:
            drawn.draw(y, y + self.height)


class _Drawn:
    """One field in its column: how high it is (mm, from the top of the capitals of its label) and its paint."""

    def __init__(self, surface: Surface, look: FieldLook, field: Field, column: Rect) -> None:
        self.surface = surface
        self.look = look
        self.field = field
        self.x = column.x + (look.box + 3 if field.tick else 0)
        self.column = column
        hint = surface.width(field.hint, look.hint) + 2.4 if field.hint else 0.0
        self.label_width = column.right - self.x - hint
        self.cap = surface.cap_height(look.label)
        self.label_lines = 1 if field.inline else surface.line_count(field.label, look.label, self.label_width)
        self.height = self._height()

    def _height(self) -> float:
        field = self.field
        height = self.cap + (self.label_lines - 1) * self.look.label.leading
        height += UNDER_INLINE if field.inline else 0
        height += ABOVE_BOXES + self._options_height() if field.options else 0
        height += ABOVE_BOXES + self.look.block if field.scale else 0
        height += LEGEND if field.legend else 0
        return height + PITCH * field.lines

    def _options_height(self) -> float:
        texts = list(self.field.options.values())
        return options_height(self.surface, texts, self.look.option, side=self.look.box, width=self.column.width)

    def draw(self, y: float, foot: float) -> None:
        """From y down; writing lines end on `foot`, so that those of a row are level."""
        surface, look, field, column = self.surface, self.look, self.field, self.column
        y += self.cap
        if field.tick:
            tick_box(surface, column.x, y - self.cap / 2 - look.box / 2, look.box)
        y = self._inline(y) if field.inline else self._label(y)
        if field.options:
            y += ABOVE_BOXES
            options(surface, column.x, y, list(field.options.values()), look.option, side=look.box, width=column.width)
            y += self._options_height()
        if field.scale:
            y += ABOVE_BOXES
            width = min(column.width, field.scale * look.widest)
            scale_row(surface, Rect(column.x, y, width, look.block), field.scale, look.option.strong)
            y += look.block
        if field.legend:
            surface.text(column.x, y + LEGEND, field.legend, look.hint, width=column.width)
        writing_lines(surface, column.x, foot - PITCH * (field.lines - 1), column.width, field.lines)

    def _inline(self, y: float) -> float:
        """The label, the hint, and a line behind them. Returns the y of the foot."""
        surface, look, field = self.surface, self.look, self.field
        width = self.column.right - self.x
        x = self.x + surface.text(self.x, y, field.label, look.label, width=width * 0.6)
        if field.hint:
            x += 2.4 + surface.text(x + 2.4, y, field.hint, look.hint, width=width * 0.3)
        writing_lines(surface, x + 3, y + 0.6, self.column.right - x - 3, 1)
        return y + UNDER_INLINE

    def _label(self, y: float) -> float:
        """The label and, behind its last line, the hint. Returns the last baseline."""
        surface, look, field = self.surface, self.look, self.field
        if self.label_lines == 1:
            width = self.column.right - self.x
            label(
                surface, self.x, y, field.label, field.hint or "", width=width, style=look.label, hint_style=look.hint
            )
            return y
        block = surface.paragraph(self.x, y, self.label_width, field.label, look.label, lines=2, tag="H2")
        last = block.below - look.label.leading
        if field.hint:
            surface.text(block.end + 2.4, last, field.hint, look.hint, width=self.column.right - block.end - 2.4)
        return last
