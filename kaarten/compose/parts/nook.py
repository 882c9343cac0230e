"""A nook: a piece of a ring, and the place in it where a few upright lines have the most room.

In: the edges of the nook and a text. Out: lines, size and place with a clearance of at least 1.6 mm to every side (aim 3.6;
looks.md section 5, Wheel), or nothing. Leaves alone: painting.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import ClassVar

from kaarten.compose.styles import Style
from kaarten.compose.surface import Surface
from kaarten.typeset.breaking import STEP, line_width, measure_in_ems
from kaarten.typeset.fonts import Word

_LEAST, _AIM = 1.6, 3.6
_RADII = [share / 12 for share in range(3, 10)]
_TURNS = (0.0, -3.0, 3.0, -6.0, 6.0)


@dataclass(frozen=True, slots=True)
class Nook:
    """Between two radii (mm from the wheel's centre), `half` degrees to both sides of `middle` (0 is up, clockwise)."""

    inner: float
    outer: float
    middle: float
    half: float
    ICON_GAP: ClassVar[float] = 1.6

    def clearance(self, points: Iterable[tuple[float, float]]) -> float:
        """The least distance (mm) of any point, measured from the centre, to the sides; negative when one is outside."""
        least = math.inf
        for x, y in points:
            radius = math.hypot(x, y)
            turn = (math.degrees(math.atan2(x, -y)) - self.middle + 180) % 360 - 180
            side = radius * math.sin(math.radians(self.half - abs(turn)))
            least = min(least, radius - self.inner, self.outer - radius, side)
        return least


def settle(
    surface: Surface, text: str, style: Style, nook: Nook, icon: float
) -> tuple[Style, list[str], float, float] | None:
    """Style, lines, and the middle x and top y (mm from the centre) of the block of icon and lines that sits best."""
    while True:
        best: tuple[float, list[str], float, float] | None = None
        for lines in _breaks(surface, text, style):
            spot = _best_spot(surface, lines, style, nook, icon)
            if spot and (best is None or spot[0] > best[0]):
                best = (spot[0], [" ".join(word.text for word in line) for line in lines], spot[1], spot[2])
        if best:
            return style, best[1], best[2], best[3]
        if style.size <= style.floor:
            return None
        style = style.sized(max(style.floor, style.size - STEP), floor=style.floor)


def _breaks(surface: Surface, text: str, style: Style) -> list[list[Sequence[Word]]]:
    """The two narrowest ways to set the text in each number of lines up to five."""
    typeface = surface.typeface(style)
    words, space = typeface.words(text), typeface.first.space
    found: list[list[Sequence[Word]]] = []
    for cuts in range(min(5, len(words))):
        ways = [
            [words[start:end] for start, end in pairwise((0, *places, len(words)))]
            for places in combinations(range(1, len(words)), cuts)
        ]
        ways.sort(key=lambda lines: max(line_width(line, space) for line in lines))
        found.extend(ways[:2])
    return found


def _best_spot(
    surface: Surface, lines: Sequence[Sequence[Word]], style: Style, nook: Nook, icon: float
) -> tuple[float, float, float] | None:
    typeface = surface.typeface(style)
    scale = 1 / measure_in_ems(1, style.size)
    widths = [line_width(line, typeface.first.space) * scale for line in lines]
    cap = surface.cap_height(style)
    height = cap + (len(lines) - 1) * style.leading + (icon + Nook.ICON_GAP if icon else 0)
    best: tuple[float, float, float] | None = None
    for share in _RADII:
        radius = nook.inner + (nook.outer - nook.inner) * share
        for turn in _TURNS:
            angle = math.radians(nook.middle + turn)
            x, top = radius * math.sin(angle), -radius * math.cos(angle) - height / 2
            clear = nook.clearance(_corners(x, top, widths, cap, style.leading, icon))
            if clear < _LEAST:
                continue
            off_middle = abs(share - 0.5) * (nook.outer - nook.inner)
            score = min(clear, _AIM) - 0.14 * abs(turn) - 0.75 * len(lines) - 0.16 * off_middle
            if best is None or score > best[0]:
                best = (score, x, top)
            if clear >= _AIM:
                break
    return best


def _corners(
    x: float, top: float, widths: list[float], cap: float, leading: float, icon: float
) -> Iterable[tuple[float, float]]:
    if icon:
        for y in (top, top + icon):
            yield x - icon / 2, y
            yield x + icon / 2, y
        top += icon + Nook.ICON_GAP
    for width in widths:
        for y in (top, top + cap):
            yield x - width / 2, y
            yield x, y
            yield x + width / 2, y
        top += leading
