"""One field of a form: a label and what is filled in under it by hand.

In: a Surface, a Field, a FieldLook, a column. Out: how high it is at a pitch, and its paint: labels that are read;
lines, boxes and blocks that are not. Source: looks.md section 4. Leaves alone: where it stands on the page (`fields`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaarten.brand.inks import HAIR
from kaarten.compose.parts.forms import PITCH, label, scale_row, tick_box, writing_lines
from kaarten.compose.parts.options import (
    OptionGrid,
    columns_of,
    draw_options,
    option_grid,
    widths_across,
    written_behind,
)
from kaarten.compose.parts.tick_table import TickTable
from kaarten.compose.styles import BODY, HINT, LABEL, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Stroke
from kaarten.model.content import LayoutContent
from kaarten.text import Count, Scale, Text

UNDER_HINT, LEGEND = 2.6, 5.0
"""mm from the last baseline over a table to its heads; from what a legend explains, such as a scale, to its own."""
UNDER_INLINE = 1.5
"""mm from the baseline of a label with a line behind it to its foot."""
INLINE_LABEL = 0.65
"""Share of a column that such a label may take."""
STEP, HEADED = 12.0, 20.0
"""mm for a column of a table under a number, and under words; less when that leaves the rows too little."""
NEARLY_FULL = 0.7
"""Of the width: blocks that would take so much take all of it."""
COUNTED = 6.0
"""mm for the number before a line."""
COLUMNS_SHARE = 0.6
"""Of the width: the most that the columns of a table take."""


class Field(LayoutContent):
    """A label and what is filled in under it. With none of all that: a line behind the label.

    `lines` to write on, with `counted` a number before each; `options` to tick, `across` at most beside each other;
    `rows` to judge, a box under each of the `heads` or each number of the `scale`. An option or row that ends in six
    dots has a line behind it. Without rows `scale` is the highest number of a row of blocks; its `legend` says what its
    ends mean. `tick` puts a box to tick before the label; a `wide` one has nothing beside it.
    """

    label: Text
    hint: Text | None = None
    lines: Count = Count(0)
    scale: Scale = Scale(0)
    legend: Text | None = None
    counted: bool = False
    options: dict[str, Text] = {}
    across: Count = Count(0)
    heads: dict[str, Text] = {}
    rows: dict[str, Text] = {}
    tick: bool = False
    wide: bool = False

    @property
    def inline(self) -> bool:
        return not (self.lines or self.scale or self.options or self.rows)

    @property
    def only_lines(self) -> bool:
        return bool(self.lines) and not (self.scale or self.options or self.rows)

    @property
    def alone(self) -> bool:
        """Whether it wants the whole width."""
        return bool(self.wide or self.scale or self.rows)


@dataclass(frozen=True, slots=True)
class FieldLook:
    """How fields look at a size of page: type, the side of a tick box, the height and most width of a block of a scale
    (mm), how many columns, and `abreast` how many of the fields with a line behind their label; whether a hint stands
    below its label or behind it; whether room that is left becomes lines; mm over boxes or
    blocks; mm between fields and from line to line, at the least and at the most.
    """

    label: Style = LABEL
    hint: Style = HINT
    text: Style = BODY
    box: float = 7
    block: float = 10
    widest: float = 15
    columns: int = 2
    abreast: int = 2
    hint_below: bool = False
    more_lines: bool = False
    above_boxes: float = 3.8
    gap: tuple[float, float] = (4.5, 14.0)
    pitch: tuple[float, float] = (9.0, 16.0)


class PlacedField:
    """One field in its column; heights are mm from the top of the capitals of its label."""

    def __init__(
        self, surface: Surface, look: FieldLook, field: Field, column: Rect, number: str, indent: float
    ) -> None:
        self.field, self._look, self._number, self._indent = field, look, number, indent
        self._measuring = surface
        self._column = column.inset(indent, 0, 0, 0)
        self._label_x = self._column.x + (look.box + 3 if field.tick else 0)
        self._hint_width = surface.width(field.hint or "", look.hint) + 2.4 if self._hint_behind else 0.0
        self._cap = surface.cap_height(look.label)
        width = self._column.right - self._label_x - self._hint_width
        self._label_lines = 1 if field.inline else surface.line_count(field.label, look.label, width)
        self._label_width = width
        options = [*field.options.values()]
        self.grid = option_grid(surface, options, look.text, look.box, self._column.width, field.across)
        self._heads = [*field.heads.values()] or [str(number) for number in range(1, field.scale + 1)]
        most = self._column.width * COLUMNS_SHARE / max(1, len(self._heads))
        self._head_width = min(HEADED if field.heads else STEP, most)

    def height(self, pitch: float, more: int = 0) -> float:
        """mm with so much from line to line, and so many lines more."""
        field, look = self.field, self._look
        height = self._cap + (self._label_lines - 1) * look.label.leading
        if field.inline:  # two such lines under each other leave room for a pen
            height = max(height + UNDER_INLINE, PITCH - look.gap[0])
        if field.hint and look.hint_below and not field.rows:
            height += 1.2 + self._hint_lines * look.hint.leading
        height += self._look.above_boxes + look.box + pitch * (self.grid.rows - 1) if field.options else 0
        height += self._head_height + sum(self._row_heights(pitch)) if field.rows else 0
        height += self._look.above_boxes + look.block if field.scale and not field.rows else 0
        height += LEGEND if field.legend else 0
        return height + pitch * (field.lines + more if field.lines else 0)

    def short(self) -> float:
        """mm that the columns of its table are too narrow for their boxes."""
        return (self._look.box + 1 - self._head_width) * len(self._heads) if self.field.rows else 0.0

    # ---- measuring

    @property
    def options_like(self) -> tuple[float, int]:
        """The width of the options (mm), and in how many columns they stand: fields alike in both are levelled."""
        return round(self._column.width, 3), len(self.grid.columns)

    @property
    def options_wanted(self) -> list[float]:
        """mm that each column of options wants."""
        look, texts = self._look, [*self.field.options.values()]
        return widths_across(self._measuring, texts, look.text, look.box, len(self.grid.columns))

    @property
    def _hint_behind(self) -> bool:
        return bool(self.field.hint) and not self.field.rows and (self.field.inline or not self._look.hint_below)

    @property
    def _hint_lines(self) -> int:
        return self._measuring.line_count(self.field.hint or "", self._look.hint, self._column.width)

    @property
    def _words(self) -> float:
        """mm for the words of a row."""
        return self._column.width - self._head_width * len(self._heads) - 4

    @property
    def _head_height(self) -> float:
        width = self._head_width - 1.5
        style = self._measuring.one_size(self._heads, SMALL, width, lines=2)
        lines = max(self._measuring.line_count(head, style, width) for head in (*self._heads, "1"))
        return UNDER_HINT + min(lines, 2) * style.leading + 2

    def _row_heights(self, pitch: float) -> list[float]:
        style = self._look.text
        lines = [self._measuring.line_count(row, style, self._words) for row in self.field.rows.values()]
        return [max(pitch, count * style.leading + 2.5) for count in lines]

    # ---- paint

    def draw(self, surface: Surface, y: float, foot: float, pitch: float, more: int = 0) -> None:
        """From y down; writing lines end on `foot`, so that those of a row are level."""
        look, field, column = self._look, self.field, self._column
        y += self._cap
        if self._number:
            style = look.label.coloured(surface.brand.accent)
            surface.text(column.x - self._indent, y, self._number, style, width=self._indent)
        if field.tick:
            tick_box(surface, column.x, y - self._cap / 2 - look.box / 2, look.box)
        y = self._inline(surface, y) if field.inline else self._label(surface, y)
        if field.options:
            y = self._options(surface, y + self._look.above_boxes, pitch)
        if field.rows:
            y = self._table(surface, y, pitch)
        elif field.scale:
            y = self._blocks(surface, y + self._look.above_boxes)
        if field.legend:
            surface.text(column.x, y + LEGEND, field.legend, look.hint, width=column.width)
        if field.lines:
            self._lines(surface, foot, pitch, field.lines + more)

    def _lines(self, surface: Surface, foot: float, pitch: float, lines: int) -> None:
        """The last line on `foot`; those that are counted have their number before them."""
        first, column, style = foot - pitch * (lines - 1), self._column, self._look.label.sized(11)
        if self.field.counted:
            for number in range(lines):
                surface.text(column.x, first + number * pitch - 0.6, str(number + 1), style, width=COUNTED)
            column = column.inset(COUNTED, 0, 0, 0)
        writing_lines(surface, column.x, first, column.width, lines, pitch)

    def _inline(self, surface: Surface, y: float) -> float:
        """The label, the hint, and a line behind them. Returns the y of the foot."""
        look, field, right = self._look, self.field, self._column.right
        width = right - self._label_x
        x = self._label_x + surface.text(self._label_x, y, field.label, look.label, width=width * INLINE_LABEL)
        if field.hint:
            x += 2.4 + surface.text(x + 2.4, y, field.hint, look.hint, width=width * 0.3)
        writing_lines(surface, x + 3, y + 0.6, right - x - 3, 1)
        return y + UNDER_INLINE

    def _label(self, surface: Surface, y: float) -> float:
        """The label with its hint behind its last line or below it. Returns the last baseline."""
        look, x, hint = self._look, self._label_x, self.field.hint if not self.field.rows else None
        behind = hint if self._hint_behind else None
        if self._label_lines == 1:
            width = self._column.right - x
            label(surface, x, y, self.field.label, behind or "", width=width, style=look.label, hint_style=look.hint)
        else:
            block = surface.paragraph(x, y, self._label_width, self.field.label, look.label, lines=2, tag="H2")
            y = block.below - look.label.leading
            if behind:
                surface.text(block.end + 2.4, y, behind, look.hint, width=self._column.right - block.end - 2.4)
        if hint and not behind:
            first, width = y + 1.2 + look.hint.leading, self._column.width
            y = surface.paragraph(self._column.x, first, width, hint, look.hint, lines=3).below - look.hint.leading
        return y

    def _options(self, surface: Surface, y: float, pitch: float) -> float:
        look, texts = self._look, list(self.field.options.values())
        draw_options(surface, self._column.x, y, texts, look.text, box=look.box, pitch=pitch, grid=self.grid)
        return y + look.box + pitch * (self.grid.rows - 1)

    def _blocks(self, surface: Surface, y: float) -> float:
        """The numbers of a scale; also below the number of the field when they would be narrower than high."""
        column, look, count = self._column, self._look, self.field.scale
        back = self._indent if column.width < count * look.block else 0.0
        width = column.width + back
        if count * look.widest < NEARLY_FULL * width:
            width = count * look.widest
        scale_row(surface, Rect(column.x - back, y, width, look.block), count, look.text.strong)
        return y + look.block

    def _table(self, surface: Surface, y: float, pitch: float) -> float:
        """The heads, with the hint over what is judged, and a row for each thing."""
        column, look = self._column, self._look
        table = TickTable(surface, column.right, self._heads, self._head_width)
        with surface.tag("Table"):
            y += self._head_height
            table.head(column.x, y - 2, self.field.hint or "")
            for text, high in zip(self.field.rows.values(), self._row_heights(pitch), strict=True):
                with surface.artifact():
                    surface.line(column.x, y, column.right, y, Stroke(HAIR, 0.5))
                with table.row(y + high / 2, look.box):
                    lines = surface.line_count(text, look.text, self._words)
                    first = y + (high + surface.cap_height(look.text) - (lines - 1) * look.text.leading) / 2
                    self._row_words(surface, first, text)
                y += high
        return y

    def _row_words(self, surface: Surface, first: float, text: Text) -> None:
        """What is judged, its first baseline at `first`; a line behind it when it asks for words."""
        before, x, style = written_behind(text), self._column.x, self._look.text
        if before is None:
            surface.paragraph(x, first, self._words, text, style, lines=3, tag=None)
            return
        taken = surface.text(x, first, before, style, tag=None, width=self._words * 0.6) + 2
        writing_lines(surface, x + taken, first + 0.6, self._words - taken - 4, 1)


def level_options(placed: Sequence[PlacedField]) -> None:
    """Options of fields as wide as each other begin at the same places, where they can."""
    ticked = [each for each in placed if each.field.options]
    for first in ticked:
        like = [each for each in ticked if each.options_like == first.options_like]
        wanted = [max(widths) for widths in zip(*(each.options_wanted for each in like), strict=True)]
        columns = columns_of(wanted, first.options_like[0])
        if columns:
            for each in like:
                each.grid = OptionGrid(columns, each.grid.rows)


def widest_label(surface: Surface, look: FieldLook, fields: Sequence[Field]) -> float:
    """mm of the column that the widest of these labels with a line behind it wants."""
    hints = [surface.width(field.hint, look.hint) + 2.4 if field.hint else 0.0 for field in fields]
    labels = [surface.width(field.label, look.label) for field in fields]
    boxes = [look.box + 3 if field.tick else 0.0 for field in fields]
    return max(box + (words + hint) / INLINE_LABEL for box, words, hint in zip(boxes, labels, hints, strict=True))
