"""Painting a Diagram: its parts as one figure with words for who cannot see it, its fields as a list.

In: a Surface, a Diagram, fields, a scale (1 on an A4). Out: paint; every field is an item of a list, its sign, label
and hint in it, lines to write on as decoration. Strokes grow with the drawing. Faults: page-too-full at the label of a
field that has no room. Source: looks.md sections 2 to 4. Leaves alone: the form of a drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaarten.brand.inks import INK, WHITE
from kaarten.compose.drawing.figures import Diagram, Part
from kaarten.compose.parts.forms import PITCH, writing_lines
from kaarten.compose.styles import LABEL, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Stroke
from kaarten.model.content import LayoutContent
from kaarten.text import Text

_SIGN = 8.4
"""mm across the disc of a sign on an A4."""
_LABEL_LINES, _HINT_LINES = 3, 7


class DrawnField(LayoutContent):
    """A label, a hint under it, and lines to write on as far as there is room (`write`). `sign` is its number when not
    given.
    """

    label: Text
    hint: Text = Text("")
    sign: Text = Text("")
    write: bool = True


@dataclass(frozen=True, slots=True)
class FieldType:
    """How all fields of a drawing are set: one size of label and of hint, mm from line to line."""

    label: Style
    hint: Style
    pitch: float
    scale: float


def draw_figure(surface: Surface, diagram: Diagram, box: Rect, alt: str) -> None:
    """The parts, as one figure that says what it is."""
    with surface.figure(alt, box):
        for part in diagram.parts:
            _part(surface, part, diagram.unit)


def draw_silent(surface: Surface, diagram: Diagram) -> None:
    """The parts as decoration, for a drawing whose word stands beside it."""
    with surface.artifact():
        for part in diagram.parts:
            _part(surface, part, diagram.unit)


def _part(surface: Surface, part: Part, unit: float) -> None:
    brand = surface.brand
    fills = {
        "paper": WHITE,
        "tint": brand.tint,
        "strong": brand.tint_strong,
        "brand": brand.primary,
        "ink": INK,
        "line": None,
    }
    width = max(0.75, 1.5 * unit)
    dash = (2.4 * unit, 2 * unit) if part.dashed else ()
    stroke = (
        Stroke(INK, width * (0.6 if part.tone == "line" else 1), dash, part.tone != "line") if part.outlined else None
    )
    surface.path(part.path, fills[part.tone], stroke)


def draw_sign(surface: Surface, x: float, y: float, sign: str, scale: float, *, seen_only: bool = False) -> None:
    """A disc in the colour of the brand with a number or letter; of the two of a field only one is read."""
    radius = _SIGN / 2 * scale
    with surface.artifact():
        surface.circle(x, y, radius + 0.5 * scale, WHITE)
        surface.circle(x, y, radius, surface.brand.primary)
    style = LABEL.sized(max(9.0, 13 * scale), floor=6.5).coloured(surface.brand.on_primary)
    at = y + surface.cap_height(style) / 2
    if seen_only:
        with surface.artifact():
            surface.text(x, at, sign, style, tag=None, anchor="middle")
    else:
        surface.text(x, at, sign, style, tag="Lbl", anchor="middle", width=1.7 * radius)


def draw_marks(surface: Surface, diagram: Diagram, fields: Sequence[DrawnField], scale: float) -> None:
    """The signs on the drawing; the fields beside it are read."""
    for index, ((x, y), field) in enumerate(zip(diagram.marks, fields, strict=True)):
        draw_sign(surface, x, y, sign_of(field, index), scale, seen_only=True)


def sign_of(field: DrawnField, index: int) -> str:
    return field.sign or str(index + 1)


def draw_drawn_fields(
    surface: Surface, boxes: Sequence[Rect], fields: Sequence[DrawnField], scale: float, *, signs: bool
) -> None:
    """The fields in their boxes, labels and hints each in one size, as a list."""
    indent = _indent(scale, signs)
    type_ = _type(surface, boxes, fields, scale, indent)
    with surface.tag("L"):
        for index, (box, field) in enumerate(_pairs(boxes, fields)):
            with surface.tag("LI"):
                if signs:
                    radius = _SIGN / 2 * scale
                    draw_sign(surface, box.x + radius, box.y + radius, sign_of(field, index), scale)
                with surface.tag("LBody"):
                    _field(surface, box.inset(indent, 0, 0, 0), field, type_, signs)


def least_heights(surface: Surface, boxes: Sequence[Rect], fields: Sequence[DrawnField], scale: float) -> list[float]:
    """mm that each field beside a drawing needs of its box: what stands in it, and one line."""
    indent = _indent(scale, signs=True)
    type_ = _type(surface, boxes, fields, scale, indent)
    heights: list[float] = []
    for box, field in _pairs(boxes, fields):
        height = _SIGN * scale / 2 + surface.cap_height(type_.label) / 2
        height += (surface.line_count(field.label, type_.label, box.width - indent) - 1) * type_.label.leading
        if field.hint:
            lines = surface.line_count(field.hint, type_.hint, box.width - indent)
            height += (lines + 0.15) * type_.hint.leading
        heights.append(height + (type_.pitch if field.write else 0) + 0.1)
    return heights


def _indent(scale: float, signs: bool) -> float:
    return (_SIGN + 3.6) * scale if signs else 0.0


def _type(
    surface: Surface, boxes: Sequence[Rect], fields: Sequence[DrawnField], scale: float, indent: float
) -> FieldType:
    """The largest labels and hints that fit all fields."""
    label = LABEL.sized(14 * scale, floor=11 if scale >= 1 else 9)
    hint = SMALL.sized(max(9.0, 11 * scale), floor=9)
    pairs = _pairs(boxes, fields)
    labels = [surface.one_size([each.label], label, box.width - indent, _LABEL_LINES) for box, each in pairs]
    hints = [surface.one_size([each.hint], hint, box.width - indent, _HINT_LINES) for box, each in pairs]
    return FieldType(_smallest(labels), _smallest(hints), max(PITCH, PITCH * scale), scale)


def _pairs(boxes: Sequence[Rect], fields: Sequence[DrawnField]) -> list[tuple[Rect, DrawnField]]:
    return list(zip(boxes, fields, strict=True))


def _smallest(styles: Sequence[Style]) -> Style:
    return min(styles, key=lambda each: each.size)


def _field(surface: Surface, box: Rect, field: DrawnField, type_: FieldType, signs: bool) -> None:
    """Label, hint, and as many lines as have room under them."""
    cap, scale = surface.cap_height(type_.label), type_.scale
    y = box.y + (_SIGN * scale / 2 + cap / 2 if signs else cap + 1.5 * scale)
    end = (
        surface.paragraph(box.x, y, box.width, field.label, type_.label, lines=_LABEL_LINES).below - type_.label.leading
    )
    if field.hint:
        first = end + type_.hint.leading * 1.15
        last = surface.paragraph(box.x, first, box.width, field.hint, type_.hint, lines=_HINT_LINES).below
        end = last - type_.hint.leading
    if end > box.bottom + 0.01:
        surface.too_full(field.label, end - box.bottom)
    if not field.write:
        return
    count = int((box.bottom - end + 0.01) / type_.pitch)
    if count < 1:
        surface.too_full(field.label, type_.pitch - (box.bottom - end))
        return
    writing_lines(surface, box.x, end + type_.pitch, box.width, count, type_.pitch)
