"""Patterns: the second sign of a domain, for who cannot see its colour.

In: the name of a pattern, a box, a scale. Out: marks that fill the box, as one Shape clipped to it. The cells are
those of looks.md section 3, in mm at scale 1. Drawn as paths and not as a PDF pattern, because every printer prints
paths alike. Leaves alone: colour.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kaarten.geometry import POINTS_PER_MM, Rect
from kaarten.graphics import Clipped, Colour, Path, Shape, Stroke


@dataclass(frozen=True, slots=True)
class Pattern:
    """One cell: its size and its marks, filled when `line` (mm) is 0, else stroked that wide, `round` at the ends."""

    width: float
    height: float
    marks: Path
    line: float = 0.0
    round: bool = False


def _lines(*pairs: tuple[float, float, float, float]) -> Path:
    return Path(tuple(step for pair in pairs for step in Path.line(*pair).steps))


def _join(*paths: Path) -> Path:
    return Path(tuple(step for path in paths for step in path.steps))


def _box(x: float, y: float, width: float, height: float) -> Path:
    return Path.rect(Rect(x, y, width, height))


Reaches = Callable[[float, float], bool]

PATTERNS: dict[str, Pattern] = {
    # a dot is the round end of a line of no length to speak of: a tenth of the work of a circle, for press and printer
    "dots": Pattern(3, 3, _lines((0.75, 0.75, 0.751, 0.75), (2.25, 2.25, 2.251, 2.25)), 1.16, round=True),
    "stripes": Pattern(3, 2, _box(0, 0.6, 3, 0.8)),
    "grid": Pattern(2.5, 2.5, _lines((0, 1.25, 2.5, 1.25), (1.25, 0, 1.25, 2.5)), 0.45),
    "diagonal": Pattern(2.4, 2.4, _lines((-0.6, 0.6, 0.6, -0.6), (-0.6, 3, 3, -0.6), (1.8, 3, 3, 1.8)), 0.62),
    "waves": Pattern(
        4,
        2.4,
        Path(
            (("M", 0, 1.2), ("C", 0.67, 0.33, 1.33, 0.33, 2, 1.2), ("C", 2.67, 2.07, 3.33, 2.07, 4, 1.2)),
        ),
        0.55,
    ),
    "crosses": Pattern(
        3.2, 3.2, _lines((0.2, 0.8, 1.4, 0.8), (0.8, 0.2, 0.8, 1.4), (1.8, 2.4, 3, 2.4), (2.4, 1.8, 2.4, 3)), 0.5
    ),
    "rings": Pattern(3.6, 3.6, _join(Path.circle(0.9, 0.9, 0.62), Path.circle(2.7, 2.7, 0.62)), 0.42),
    "bricks": Pattern(4, 4, _lines((0, 0.2, 4, 0.2), (0, 2.2, 4, 2.2), (1, 0.2, 1, 2.2), (3, 2.2, 3, 4.2)), 0.42),
    "triangles": Pattern(
        3.2,
        3.2,
        _join(Path.polygon((0.2, 1.4), (0.8, 0.3), (1.4, 1.4)), Path.polygon((1.8, 3.0), (2.4, 1.9), (3, 3.0))),
    ),
    "zigzag": Pattern(
        3.2, 2.2, Path((("M", 0, 1.6), ("L", 0.8, 0.6), ("L", 1.6, 1.6), ("L", 2.4, 0.6), ("L", 3.2, 1.6))), 0.5
    ),
    "checks": Pattern(2.8, 2.8, _join(_box(0, 0, 1.4, 1.4), _box(1.4, 1.4, 1.4, 1.4))),
    "plaits": Pattern(
        3.6,
        3.6,
        _lines((0.3, 0.5, 1.5, 0.5), (0.3, 1.3, 1.5, 1.3), (2.3, 0.3, 2.3, 1.5), (3.1, 0.3, 3.1, 1.5))
        + _lines((2.1, 2.3, 3.3, 2.3), (2.1, 3.1, 3.3, 3.1), (0.5, 2.1, 0.5, 3.3), (1.3, 2.1, 1.3, 3.3)),
        0.42,
    ),
}


def strip_scale(width: float) -> float:
    """Marks shrink in narrow strips (looks.md section 3: 1 from 6 mm, 0.8 from 4 mm, 0.62 below)."""
    return 1.0 if width >= 6 else 0.8 if width >= 4 else 0.62


def patterned(
    name: str, inside: Path, box: Rect, colour: Colour, scale: float = 1.0, reaches: Reaches | None = None
) -> Clipped:
    """The marks of pattern `name` over `box`, shown only `inside` that path.

    `reaches` says whether a cell with its middle at (x, y) touches a bent area at all; the others are left out.
    """
    pattern = PATTERNS[name]
    marks = _tiled(pattern, box, scale) if reaches is None else _tile(pattern, box, scale, reaches)
    if pattern.line:
        width = pattern.line * scale * POINTS_PER_MM
        return Clipped(inside, (Shape(marks, stroke=Stroke(colour, width, round=pattern.round)),))
    return Clipped(inside, (Shape(marks, fill=colour),))


@lru_cache(maxsize=256)
def _tiled(pattern: Pattern, box: Rect, scale: float) -> Path:
    return _tile(pattern, box, scale, None)


def _tile(pattern: Pattern, box: Rect, scale: float, reaches: Reaches | None) -> Path:
    width, height = pattern.width * scale, pattern.height * scale
    marks = pattern.marks.mapped(scale, 0, 0)
    tiles: list[Path] = []
    for row in range(math.ceil(box.height / height)):
        y = box.y + row * height
        for column in range(math.ceil(box.width / width)):
            x = box.x + column * width
            if reaches is None or reaches(x + width / 2, y + height / 2):
                tiles.append(marks.mapped(1, x, y))
    return _join(*tiles)
