"""The legend of the wheel: what the signs A, S and C stand for.

In: a Surface, a box, the three signs. Out: columns under a rule, or a short list. Source: the comp 02. Leaves alone:
the signs on the wheel itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaarten.brand.inks import INK
from kaarten.compose.parts.letters import Kind, letter_sign
from kaarten.compose.styles import BODY, LABEL, SMALL
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Stroke


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, its name, and what one does with that kind of knowledge."""

    kind: Kind
    name: str
    use: str


def sign_columns(surface: Surface, box: Rect, signs: Sequence[Sign], scale: float = 1.0) -> None:
    """A column for each sign, with its name and use; sizes are those of the A3 times `scale`."""
    columns = box.columns(len(signs), 7.5 * scale)
    indent, room = 12 * scale, columns[0].width - 12 * scale
    name = surface.one_size([sign.name for sign in signs], LABEL.sized(14 * scale, floor=9), room)
    with surface.tag("L"):
        for column, sign in zip(columns, signs, strict=True):
            with surface.artifact():
                surface.line(column.x, column.y, column.right, column.y, Stroke(INK, 1 * scale))
            middle = column.y + 7.6 * scale
            letter_sign(surface, column.x + 4.5 * scale, middle, sign.kind, 4.2 * scale, 13 * scale)
            with surface.tag("LI"), surface.tag("LBody"):
                baseline = middle + surface.cap_height(name) / 2
                surface.text(column.x + indent, baseline, sign.name, name, width=room)
                below = BODY.sized(12 * scale, floor=8.5)
                surface.paragraph(column.x + indent, column.y + 15.6 * scale, room, sign.use, below, lines=3)


def sign_list(surface: Surface, x: float, y: float, signs: Sequence[Sign], width: float) -> None:
    """Signs and names under each other, the first centred on y: for the corner that a wheel leaves."""
    style = SMALL.sized(10, floor=9)
    with surface.tag("L"):
        for index, sign in enumerate(signs):
            middle = y + index * 7.5
            letter_sign(surface, x + 3.2, middle, sign.kind, 2.7, 8.5, 1)
            with surface.tag("LI"):
                baseline = middle + surface.cap_height(style) / 2
                surface.text(x + 8.5, baseline, sign.name, style, tag="LBody", width=width - 8.5)
