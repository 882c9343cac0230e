"""Text along a circle: every letter turned, the whole read as one.

In: a Surface, a circle, a text. Out: letters on their places. Leaves alone: whether the text fits its arc; who bends it
measures first (`wheel_texts`).
"""

from __future__ import annotations

import math

from kaarten.compose.styles import Style
from kaarten.compose.surface import Surface
from kaarten.geometry import MM_PER_POINT
from kaarten.graphics import BentGlyphs, Letter


def bent_text(
    surface: Surface, x: float, y: float, radius: float, middle: float, text: str, style: Style, *, inward: bool = False
) -> None:
    """Text on a circle round (x, y), its capitals centred on `radius` mm and itself on `middle` degrees (0 is up,
    clockwise). `inward` reads from the other side, for the lower half. Each letter is turned; a reader hears the
    whole text.
    """
    typeface = surface.typeface(style)
    scale = style.size / 1000 * MM_PER_POINT
    cap = surface.cap_height(style)
    baseline = radius + cap / 2 if inward else radius - cap / 2
    space = typeface.first.space
    spots: list[tuple[float, str, bool]] = []
    run = 0.0
    for word in typeface.words(text):
        start = run
        for index, char in enumerate(word.text):
            offset = typeface.word(word.text[:index]).width if index else 0.0
            spots.append((start + offset, char, index == len(word.text) - 1))
        run += word.width + space
    total = (run - space) * scale
    sign = -1 if inward else 1
    letters: list[Letter] = []
    for offset, char, ends in spots:
        shaped = typeface.word(char)
        centre = (offset + shaped.width / 2) * scale - total / 2
        turn = middle + sign * math.degrees(centre / baseline)
        angle = math.radians(turn)
        half = shaped.width / 2 * scale
        tangent = angle if not inward else angle + math.pi
        left = x + baseline * math.sin(angle) - half * math.cos(tangent)
        base = y - baseline * math.cos(angle) - half * math.sin(tangent)
        letters.append(Letter(left, base, math.degrees(tangent), shaped, ends))
    surface.paint(BentGlyphs(style.size, style.colour, tuple(letters), text, style.floor))
    surface.check_glyphs(text, style)
