"""A nook: a piece of a ring, and the place in it where a few upright lines have the most room.

In: the edges of the nook and a text. Out: lines and place with a clearance of at least 1.6 mm to every side (aim 3.6;
looks.md section 5, Wheel), or nothing. Leaves alone: painting, and the choice of size.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from kaarten.compose.styles import Style
from kaarten.compose.surface import Surface
from kaarten.typeset.breaking import line_width, measure_in_ems
from kaarten.typeset.fonts import Word

LEAST, AIM = 1.6, 3.6
ICON_GAP = 1.6
"""mm between an icon and the text under it."""

_SHORT_LINE = 0.45
"""A line under this share of the longest looks lost in a centred block."""

_WORTH_HAVING = -1.5
"""The score of a place with enough room, few lines and no lost word."""


@dataclass(frozen=True, slots=True)
class Nook:
    """Between two radii (mm from the wheel's centre), `half` degrees to both sides of `middle` (0 is up, clockwise).

    `joint` mm of white between nooks is taken half from each. `taken` are discs that something else stands in: x, y and
    radius, in mm from the centre.
    """

    inner: float
    outer: float
    middle: float
    half: float
    joint: float = 0.0
    taken: tuple[tuple[float, float, float], ...] = ()

    def clearance(self, points: Iterable[tuple[float, float]]) -> float:
        """The least distance (mm) of any point, seen from the centre, to the sides; 0 as soon as one is too near."""
        least = math.inf
        for x, y in points:
            radius = math.hypot(x, y)
            turn = (math.degrees(math.atan2(x, -y)) - self.middle + 180) % 360 - 180
            side = radius * math.sin(math.radians(self.half - abs(turn))) - self.joint / 2
            least = min(least, radius - self.inner, self.outer - radius, side)
            for other_x, other_y, reach in self.taken:
                least = min(least, math.hypot(x - other_x, y - other_y) - reach + 1)
            if least < LEAST:
                return 0.0
        return least


@dataclass(frozen=True, slots=True)
class Settled:
    """Lines, and the middle x and top y of the block of icon and lines, in mm from the wheel's centre."""

    lines: tuple[str, ...]
    x: float
    top: float


def settle(surface: Surface, text: str, style: Style, nook: Nook, icon: float) -> Settled | None:
    """Where the block sits best at this size: tried roughly, and finely when that finds nothing worth having."""
    best: tuple[float, Settled] | None = None
    for radii, turns in ((7, (0.0, -4.0, 4.0)), (15, (0.0, -2.0, 2.0, -4.0, 4.0, -6.0, 6.0))):
        for lines in _breaks(surface, text, style):
            spot = _best_spot(surface, lines, style, nook, icon, radii, turns)
            if spot and (best is None or spot[0] > best[0]):
                words = tuple(" ".join(word.text for word in line) for line in lines)
                best = (spot[0], Settled(words, spot[1], spot[2]))
        if best and best[0] > _WORTH_HAVING:
            break
    return best[1] if best else None


def _breaks(surface: Surface, text: str, style: Style) -> Iterator[Sequence[Sequence[Word]]]:
    """The two narrowest ways to set the text in each number of lines up to five."""
    typeface = surface.typeface(style)
    words, space = typeface.words(text), typeface.first.space
    for cuts in range(min(5, len(words))):
        ways = [
            [words[start:end] for start, end in pairwise((0, *places, len(words)))]
            for places in combinations(range(1, len(words)), cuts)
        ]
        ways.sort(key=lambda lines: max(line_width(line, space) for line in lines))
        yield from ways[:2]


def _best_spot(
    surface: Surface,
    lines: Sequence[Sequence[Word]],
    style: Style,
    nook: Nook,
    icon: float,
    radii: int,
    turns: Sequence[float],
) -> tuple[float, float, float] | None:
    """Score, x and top of the best spot, or None when there is none with the least clearance."""
    space, scale = surface.typeface(style).first.space, 1 / measure_in_ems(1, style.size)
    widths = [line_width(line, space) * scale for line in lines]
    cap = surface.cap_height(style)
    height = cap + (len(lines) - 1) * style.leading + (icon + ICON_GAP if icon else 0)
    lost = sum(width < _SHORT_LINE * max(widths) for width in widths)
    best: tuple[float, float, float] | None = None
    for index in range(radii):
        share = 0.2 + 0.6 * index / (radii - 1)
        radius = nook.inner + (nook.outer - nook.inner) * share
        for turn in turns:
            angle = math.radians(nook.middle + turn)
            x, top = radius * math.sin(angle), -radius * math.cos(angle) - height / 2
            clear = nook.clearance(_corners(x, top, widths, cap, style.leading, icon))
            if not clear:
                continue
            off_middle = abs(share - 0.5) * (nook.outer - nook.inner)
            score = min(clear, AIM) - 0.14 * abs(turn) - 0.75 * len(lines) - 0.16 * off_middle - lost
            if best is None or score > best[0]:
                best = (score, x, top)
            if clear >= AIM:
                break
    return best


def _corners(
    x: float, top: float, widths: Sequence[float], cap: float, leading: float, icon: float
) -> Iterator[tuple[float, float]]:
    """The points of the block that can come near a side: corners of the icon, ends and middles of the lines."""
    text_top = top + (icon + ICON_GAP if icon else 0)
    for row in sorted(range(len(widths)), key=lambda row: -widths[row]):
        y, width = text_top + row * leading, widths[row]
        for edge in (y, y + cap):
            yield x - width / 2, edge
            yield x + width / 2, edge
            yield x, edge
    if icon:
        for y in (top, top + icon):
            yield x - icon / 2, y
            yield x + icon / 2, y
