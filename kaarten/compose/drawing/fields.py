"""The fields of a drawing: label, hint and lines to write on, in boxes beside it or in it.

In: a Surface, boxes in mm, fields, a scale (1 on an A4). Out: how much room they need; then paint: a list, each field
an item of it with its sign, label and hint, lines as decoration. Fields that stand beside each other begin their lines
at one height. Faults: page-too-full at the label of a field that has no room. Source: looks.md sections 2 to 4. Leaves
alone: the drawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from kaarten.compose.drawing.painting import SIGN, DrawnField, draw_sign, sign_of
from kaarten.compose.parts.forms import PITCH, answer_line, writing_lines
from kaarten.compose.styles import LABEL, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.text import Text

_LABEL_LINES, _HINT_LINES = 3, 7
_UNDER_LABEL, _UNDER_HINT = 1.15, 0.15
"""Of the leading of a hint: from the label to it, and below a hint of more lines."""
_HAIR = 0.01
_WIDEST, _CLEAR = 1.3, 6.0
"""Of the least from line to line: the most; and mm that stay clear under lines that are further apart."""


class DrawnFields:
    """Fields in their boxes, labels and hints each in one size. With `signs` each hangs behind its sign. `asks` begin
    the lines of every field.
    """

    def __init__(
        self,
        surface: Surface,
        boxes: Sequence[Rect],
        fields: Sequence[DrawnField],
        scale: float,
        *,
        signs: bool,
        asks: Mapping[str, Text] | Mapping[int, Text] | None = None,
    ) -> None:
        self.surface, self.scale, self.signs = surface, scale, signs
        self.asks = list((asks or {}).values())
        self.boxes, self.fields = list(boxes), list(fields)
        self._indent = (SIGN + 3.6) * scale if signs else 0.0
        self.pitch = max(PITCH, PITCH * scale)

    # ---- measuring

    @cached_property
    def _inner(self) -> list[Rect]:
        """The boxes without the signs."""
        return [box.inset(self._indent, 0, 0, 0) for box in self.boxes]

    @cached_property
    def label(self) -> Style:
        style = LABEL.sized(14 * self.scale, floor=11 if self.scale >= 1 else 9)
        return self._smallest(style, [field.label for field in self.fields], _LABEL_LINES)

    @cached_property
    def hint(self) -> Style:
        style = SMALL.sized(max(9.0, 11 * self.scale), floor=9)
        return self._smallest(style, [field.hint for field in self.fields], _HINT_LINES)

    def _smallest(self, style: Style, texts: Sequence[Text], lines: int) -> Style:
        """The style at the largest size at which each text fits its box."""
        pairs = zip(self._inner, texts, strict=True)
        found = [self.surface.one_size([text], style, box.width, lines) for box, text in pairs]
        return min(found, key=lambda each: each.size)

    def _first(self) -> float:
        """mm from the top of a box to the first baseline."""
        cap = self.surface.cap_height(self.label)
        return SIGN * self.scale / 2 + cap / 2 if self.signs else cap + 1.5 * self.scale

    def _told(self, box: Rect, field: DrawnField) -> float:
        """mm from the top of a box to the last baseline of what is told in it."""
        lines = self.surface.line_count(field.label, self.label, box.width)
        told = self._first() + (lines - 1) * self.label.leading
        if field.hint:
            lines = self.surface.line_count(field.hint, self.hint, box.width)
            told += (_UNDER_LABEL + lines - 1) * self.hint.leading
        return told

    def least_heights(self) -> list[float]:
        """mm that each field needs of its box: what is told, and a line if there is one."""
        return [
            self._told(box, field)
            + (self.pitch if field.write else _UNDER_HINT * self.hint.leading if field.hint else 0.0)
            + 0.1
            for box, field in zip(self._inner, self.fields, strict=True)
        ]

    def by_need(self) -> DrawnFields:
        """The same under each other with as much room to write in each, whatever is told in it; as they are when not
        all are written in, or there is no room to share.
        """
        least, boxes = self.least_heights(), self.boxes
        spare = (sum(box.height for box in boxes) - sum(least)) / len(boxes)
        if spare < 0 or not all(field.write for field in self.fields):
            return self
        y, gap = boxes[0].y, boxes[1].y - boxes[0].bottom if len(boxes) > 1 else 0.0
        shared: list[Rect] = []
        for box, high in zip(boxes, least, strict=True):
            shared.append(replace(box, y=y, height=high + spare))
            y += high + spare + gap
        asks = dict(enumerate(self.asks))
        return DrawnFields(self.surface, shared, self.fields, self.scale, signs=self.signs, asks=asks)

    def _start(self, index: int) -> float:
        """From where (mm) the lines of a field are counted: level with those of fields whose boxes begin as high."""
        top = self.boxes[index].y
        row = [pair for pair in zip(self._inner, self.fields, strict=True) if abs(pair[0].y - top) < _HAIR]
        return top + max(self._told(*pair) for pair in row)

    def lines(self) -> list[int]:
        """How many lines to write on each field has room for; 0 of one that is not written in."""
        counts = [int((box.bottom - self._start(at) + _HAIR) / self.pitch) for at, box in enumerate(self.boxes)]
        return [max(0, count) if field.write else 0 for count, field in zip(counts, self.fields, strict=True)]

    # ---- paint

    def draw(self) -> None:
        """The list."""
        counts = self.lines()
        with self.surface.tag("L"):
            for index, (box, field) in enumerate(zip(self.boxes, self.fields, strict=True)):
                with self.surface.tag("LI"):
                    if self.signs:
                        radius = SIGN / 2 * self.scale
                        draw_sign(self.surface, box.x + radius, box.y + radius, sign_of(field, index), self.scale)
                    with self.surface.tag("LBody"):
                        self._tell(self._inner[index], field)
                        if field.write:
                            self._draw_lines(index, counts[index])

    def _tell(self, box: Rect, field: DrawnField) -> None:
        """Label and hint."""
        set_, y = self.surface.paragraph, box.y + self._first()
        end = set_(box.x, y, box.width, field.label, self.label, lines=_LABEL_LINES).below - self.label.leading
        if field.hint:
            first = end + self.hint.leading * _UNDER_LABEL
            end = set_(box.x, first, box.width, field.hint, self.hint, lines=_HINT_LINES).below - self.hint.leading
        if not field.write and end > box.bottom + _HAIR:
            self.surface.too_full(field.label, end - box.bottom)

    def _draw_lines(self, index: int, count: int) -> None:
        """The lines of a field, what is asked at their beginning."""
        box, field, start = self._inner[index], self.fields[index], self._start(index)
        if count < 1:
            self.surface.too_full(field.label, self.pitch - (box.bottom - start))
            return
        pitch = self.pitch
        if self.asks and count >= len(self.asks):  # as many lines for each, and what is over between them
            count -= count % len(self.asks)
            wider = (box.bottom - start - _CLEAR * self.scale) / count
            pitch = max(pitch, min(_WIDEST * pitch, wider))
        asked = {place * count // len(self.asks): text for place, text in enumerate(self.asks)}
        if len(asked) < len(self.asks) or max(asked, default=0) >= count:
            self._ask(Rect(box.x, start + self.pitch, box.width, 0).columns(len(self.asks), 4), self.asks)
            asked = {0: Text("")}
        for line in range(count):
            y = start + (line + 1) * pitch
            if line not in asked:
                writing_lines(self.surface, box.x, y, box.width, 1)
            elif asked[line]:
                self._ask([Rect(box.x, y, box.width, 0)], [asked[line]])

    def _ask(self, cells: Sequence[Rect], texts: Sequence[Text]) -> None:
        """Lines with what is asked before them; of those under each other all begin behind the longest."""
        width, under = 0.6 * min(cell.width for cell in cells), len(cells) == 1
        style = self.surface.one_size(self.asks if under else texts, self.hint, width)
        longest = max(self.surface.width(text, style) for text in self.asks) if under else 0.0
        for cell, text in zip(cells, texts, strict=True):
            answer_line(self.surface, cell.x, cell.y - 0.6, text, style, cell.width, least=longest)
