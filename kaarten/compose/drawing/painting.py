"""Painting a Diagram: its parts as one figure with words for who cannot see it, and the signs that lead to its fields.

In: a Surface, a Diagram, a scale (1 on an A4). Out: paint. Strokes grow with the drawing. Source: looks.md sections 2
to 4. Leaves alone: the form of a drawing, its words (`words`) and fields (`fields`).
"""

from __future__ import annotations

from kaarten.brand.inks import INK, WHITE
from kaarten.compose.drawing.diagram import Diagram, Part
from kaarten.compose.styles import LABEL
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Stroke
from kaarten.model.content import LayoutContent
from kaarten.text import Text

SIGN = 8.4
"""mm across the disc of a sign on an A4."""


class DrawnField(LayoutContent):
    """A label, a hint under it, and lines to write on as far as there is room (`write`). `sign` is its number when not
    given. In the drawing stands its `word`; when not given, and its sign is a number, its label.
    """

    label: Text
    hint: Text = Text("")
    sign: Text = Text("")
    word: Text = Text("")
    write: bool = True

    @property
    def drawn(self) -> Text:
        """What stands in the drawing."""
        return self.word or (Text("") if self.sign else self.label)


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
    thin, bent = part.tone == "line", part.tone != "line" and not part.square
    stroke = Stroke(INK, width * (0.6 if thin else 1), dash, bent) if part.outlined else None
    surface.path(part.path, fills[part.tone], stroke)


def draw_sign(surface: Surface, x: float, y: float, sign: str, scale: float, *, seen_only: bool = False) -> None:
    """A disc in the colour of the brand with a number or letter; of the two of a field only one is read."""
    radius = SIGN / 2 * scale
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


def sign_of(field: DrawnField, index: int) -> str:
    return field.sign or str(index + 1)
