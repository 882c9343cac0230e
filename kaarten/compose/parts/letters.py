"""The signs that stand beside colour: A in a circle, S in a square, C in a diamond; and big hanging numerals.

In: a Surface and a place. Out: paint. Source: looks.md section 3 (A / S / C have a shape) and 2 (numerals hang). Leaves
alone: what the letters stand for.
"""

from __future__ import annotations

from typing import Literal

from kaarten.brand.inks import INK, WHITE
from kaarten.compose.styles import NUMERAL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Colour, Path, Stroke

Kind = Literal["A", "S", "C"]


def letter_sign(
    surface: Surface, x: float, y: float, kind: Kind, radius: float, size: float, width: float = 1.25
) -> None:
    """A letter in its shape, centred on (x, y). `radius` is that of the circle; square and diamond look as large."""
    stroke = Stroke(INK, width)
    with surface.artifact():
        if kind == "A":
            surface.circle(x, y, radius, WHITE, stroke)
        elif kind == "S":
            half = radius * 0.93
            surface.rect(Rect(x - half, y - half, 2 * half, 2 * half), WHITE, stroke)
        else:
            half, size = radius * 1.3, size * 0.85
            surface.path(Path.polygon((x, y - half), (x + half, y), (x, y + half), (x - half, y)), WHITE, stroke)
        style = NUMERAL.sized(size, floor=6.5)
        surface.text(x, y + surface.cap_height(style) / 2, kind, style, tag=None, anchor="middle")


def hanging_numeral(
    surface: Surface,
    x: float,
    baseline: float,
    numeral: str,
    size: float,
    beside: Style,
    colour: Colour,
    tag: str = "Lbl",
) -> None:
    """A big numeral whose top is level with the capitals of the text `beside` it on `baseline`."""
    style = NUMERAL.sized(size).coloured(colour)
    y = baseline - surface.cap_height(beside) + surface.cap_height(style)
    surface.text(x, y, numeral, style, tag=tag)
