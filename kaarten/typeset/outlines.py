"""Letters as a path: for a name that is drawn as a logo, not set as text.

In: a Typeface and a text. Out: one Path, and the width it takes. Leaves alone: anything that is to be read; a path says
nothing to a screen reader, so whoever draws it gives a figure words.
"""

from __future__ import annotations

import uharfbuzz as hb

from kaarten.graphics import Path, Step
from kaarten.typeset.fonts import Font, Typeface

_Point = tuple[float, float]


def outlined(text: str, typeface: Typeface, size: float) -> tuple[Path, float]:
    """`text` on a baseline at y 0 from x 0, its em `size` units wide; and the width of the line in the same units."""
    pen = _StepPen()
    for index, part in enumerate(text.split()):
        font = typeface.word(part).font
        if index:
            pen.x += typeface.first.space * size / 1000
        _draw(font, part, size / font.face.upem, pen)
    return Path(tuple(pen.steps)), pen.x


def _draw(font: Font, word: str, scale: float, pen: _StepPen) -> None:
    drawn = hb.Font(font.face)
    if font.variations:
        drawn.set_variations(font.variations)
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(drawn, buffer, {"kern": True, "liga": True})
    pen.scale = scale
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen.shift = place.x_offset * scale
        drawn.draw_glyph_with_pen(info.codepoint, pen)
        pen.x += place.x_advance * scale


class _StepPen:
    """A pen as font libraries know it; HarfBuzz moves it in font units with y upwards."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.scale = 1.0
        self.x = 0.0
        self.shift = 0.0
        self._last: _Point = (0.0, 0.0)

    def _placed(self, point: _Point) -> _Point:
        return self.x + self.shift + point[0] * self.scale, -point[1] * self.scale

    def moveTo(self, point: _Point) -> None:  # noqa: N802 (the names are the protocol's)
        self._last = self._placed(point)
        self.steps.append(("M", *self._last))

    def lineTo(self, point: _Point) -> None:  # noqa: N802
        self._last = self._placed(point)
        self.steps.append(("L", *self._last))

    def curveTo(self, *points: _Point) -> None:  # noqa: N802
        one, two, end = map(self._placed, points)
        self._last = end
        self.steps.append(("C", *one, *two, *end))

    def qCurveTo(self, *points: _Point) -> None:  # noqa: N802
        (x, y), (bend_x, bend_y), (end_x, end_y) = self._last, *map(self._placed, points)
        one = (x + (bend_x - x) * 2 / 3, y + (bend_y - y) * 2 / 3)
        two = (end_x + (bend_x - end_x) * 2 / 3, end_y + (bend_y - end_y) * 2 / 3)
        self._last = (end_x, end_y)
        self.steps.append(("C", *one, *two, *self._last))

    def closePath(self) -> None:  # noqa: N802
        self.steps.append(("Z",))
