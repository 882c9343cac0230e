"""What a drawing is made of: parts with a tone, places for signs and words, or boxes for fields.

In: coordinates in mm. Out: frozen values, and points round a middle. Leaves alone: which drawings there are (`figures`,
`rounds`), colours, words, and what is painted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from kaarten.geometry import Rect
from kaarten.graphics import Path

Tone = Literal["paper", "tint", "strong", "brand", "ink", "line"]
Way = Literal["under", "behind", "right", "left"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A closed path with its tone; `line` is an open path that is only stroked. `dashed` outlines what is uncertain,
    `square` keeps the corners of the outline sharp, as those of blocks are.
    """

    path: Path
    tone: Tone
    outlined: bool = True
    dashed: bool = False
    square: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """Where the word of a field may stand in a drawing, and which way: `under` its sign or `behind` it, both together
    in the middle of the box; or in a box at the `right` or the `left` of a sign that stays where it is.
    """

    box: Rect
    way: Way


@dataclass(frozen=True, slots=True)
class Diagram:
    """`marks` and `boxes` are by field, in order; one of them is empty. `rooms` are those of the words of fields with
    a mark, or empty. `unit` is mm for a hundredth of the figure.
    """

    parts: tuple[Part, ...]
    unit: float
    marks: tuple[Point, ...] = ()
    boxes: tuple[Rect, ...] = ()
    rooms: tuple[Room, ...] = ()


def square(box: Rect) -> tuple[float, float, float]:
    """Middle and half the side (mm) of the largest square in a box."""
    x, y = box.middle
    return x, y, min(box.width, box.height) / 2


def around(x: float, y: float, radius: float, degrees: float) -> Point:
    """The point so far (mm) from a middle: 0 is up, clockwise."""
    angle = math.radians(degrees)
    return x + radius * math.sin(angle), y - radius * math.cos(angle)


def about(middle: Point, width: float, height: float) -> Rect:
    """A box of this size round a middle."""
    return Rect(middle[0] - width / 2, middle[1] - height / 2, width, height)
