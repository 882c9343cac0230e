"""The round figures: a compass, a triangle and its kin, a cycle, rings and zones.

In: a box in mm and how many fields there are. Out: a Diagram with the sign of each field on it, and room for its word.
Leaves alone: colours, words, and what is painted.
"""

from __future__ import annotations

import math

from kaarten.compose.drawing.diagram import Diagram, Part, Point, Room, Tone, about, around, square
from kaarten.geometry import Rect
from kaarten.graphics import Path


def compass(box: Rect, count: int) -> Diagram:
    """A rose with `count` points, north up; the signs stand on its ring."""
    x, y, radius = square(box)
    ring, reach, waist = 0.86 * radius, 0.7 * radius, 0.17 * radius
    parts = [Part(Path.circle(x, y, ring), "paper"), Part(Path.circle(x, y, 0.8 * reach), "tint", outlined=False)]
    step = 360 / count
    for index in range(count * 6):
        turn = index * step / 6
        if index % 6:
            ends = around(x, y, ring, turn), around(x, y, ring * 0.94, turn)
            parts.append(Part(Path.line(*ends[0], *ends[1]), "line"))
    for turns, long in ((0.5, 0.52 * reach), (0.0, 0.86 * reach)):
        for index in range(count):
            turn = (index + turns) * step
            tip = around(x, y, long, turn)
            for side in (-1, 1):
                foot = around(x, y, waist, turn + side * step / 2)
                tone: Tone = "brand" if side > 0 else "paper"
                parts.append(Part(Path.polygon((x, y), foot, tip), tone))
    return Diagram(tuple(parts), radius / 50, tuple(around(x, y, ring, index * step) for index in range(count)))


def triangle(box: Rect, count: int) -> Diagram:
    """A polygon with a corner up for each field, the signs on its corners and the words beside them."""
    x, y, half = square(box)
    y, radius = (y + half * 0.26, 1.13 * half) if count == 3 else (y, 0.9 * half)
    corners = [around(x, y, radius, index * 360 / count) for index in range(count)]
    high = 0.5 * half
    rooms: list[Room] = []
    for at, level in corners:
        if at < x - 0.1 * radius:
            rooms.append(Room(Rect(box.x, level - high / 2, at - box.x, high), "left"))
        else:
            rooms.append(Room(Rect(at, level - high / 2, box.right - at, high), "right"))
    return Diagram((Part(Path.polygon(*corners), "tint"),), half / 50, tuple(corners), rooms=tuple(rooms))


_HUB, _JOINT = 0.27, 0.05
"""Of the radius of a ring of arrows: the hole in its middle, and the joint between two arrows."""
_TIP = 16.0
"""Degrees that the point of an arrow reaches beyond its sides, at most."""


def cycle(box: Rect, count: int) -> Diagram:
    """Arrows in a ring, clockwise from the top, with signs and words in the middle of each; all joints are as wide."""
    x, y, radius = square(box)
    inner, step = _HUB * radius, 360 / count
    tip = min(_TIP, step / 5)
    middle = (inner + radius) / 2
    arrows = [
        Part(
            _arrow((x, y), inner, radius, (index - 0.5) * step - tip / 2, (index + 0.5) * step - tip / 2, tip),
            "strong" if index % 2 else "tint",
        )
        for index in range(count)
    ]
    marks = [around(x, y, middle, index * step) for index in range(count)]
    wide = min(0.58 * radius, 1.2 * radius * math.sin(math.radians(step / 2)))
    rooms = tuple(Room(about(mark, wide, 0.52 * radius), "under") for mark in marks)
    return Diagram(tuple(arrows), radius / 50, tuple(marks), rooms=rooms)


def _arrow(at: Point, inner: float, outer: float, start: float, end: float, tip: float) -> Path:
    """A bent arrow: a notch at its start, a point `tip` degrees beyond its end. Both keep half a joint from the lines
    that it shares with its neighbours: each is moved as a whole, so that a joint has parallel sides.
    """
    (x, y), half = at, _JOINT * outer / 2

    def beside(degrees: float, way: int, radius: float) -> float:
        return degrees + way * math.degrees(math.asin(half / radius))

    def moved(degrees: float, way: int) -> Point:
        point, turn = around(x, y, (inner + outer) / 2, degrees + tip), math.radians(degrees)
        return point[0] + way * half * math.cos(turn), point[1] + way * half * math.sin(turn)

    there = Path.arc(x, y, outer, beside(start, 1, outer), beside(end, -1, outer))
    back = Path.arc(x, y, inner, beside(end, -1, inner), beside(start, 1, inner), move=False)
    return Path((*there.steps, ("L", *moved(end, -1)), *back.steps, ("L", *moved(start, 1)), ("Z",)))


def rings(box: Rect, count: int) -> Diagram:
    """Discs that stand on each other's foot, the first field in the smallest; in a wide box they are wide."""
    x, y, radius = square(box)
    return _discs((x, y), radius, min(box.width / 2, _WIDE * radius) / radius, count, 0.78)


def zones(box: Rect, count: int) -> Diagram:
    """Rings round one middle, wider above it for signs and words, the first field in the middle, the last dashed. Under
    all words, in the middle one too, is room for a cross.
    """
    x, y, radius = square(box)
    return _discs((x, y), radius, min(box.width / 2, _WIDE_ZONE * radius) / radius, count, 0.72, core=0.5, dashed=True)


_WIDE, _WIDE_ZONE = 2.6, 1.7
"""Of its height, how wide a ring is at most, and a zone: a word on one line has room in it."""
_ROUND = 1.8
"""Narrower rings have the word of the smallest under its sign."""
_CROSS = 0.35
"""Of the radius of the smallest zone: how far over its middle its sign stands."""
_LOWER, _LOWER_ZONE = 0.2, 0.08
"""Of the step from disc to disc: how far under the middle of its band a sign stands: at both sides discs fall away, the
next one faster.
"""
_WORD_HIGH = 0.58
"""Of the band of a disc above the next: the height that a word may take in it."""

_LOW = 0.6
"""Of the radius of the smallest round disc: how far from its middle the word under its sign may reach."""


def _discs(
    at: Point, radius: float, wide: float, count: int, share: float, *, core: float = 0.2, dashed: bool = False
) -> Diagram:
    """Discs in each other, the largest first, `wide` times as wide as high; `share` of what they differ in height is
    above the next. `core` is how much more than such a difference the radius of the smallest is.
    """
    tones: tuple[Tone, ...] = ("paper", "tint", "strong")
    parts: list[Part] = []
    marks: list[Point] = []
    rooms: list[Room] = []
    (x, middle), size = at, radius
    step = radius / (count + core)
    for index in range(count):
        last = index == count - 1
        parts.append(
            Part(_oval(x, middle, wide * size, size), tones[(index + 3 - count) % 3], True, dashed and not index)
        )
        level = middle if last else middle - size + step * (share + (_LOWER_ZONE if dashed else _LOWER))
        level -= _CROSS * size if last and dashed else 0.0
        under = last and not dashed and wide < _ROUND
        high = (1.5 if under else 1.0) * size if last and not dashed else 2 * step * share * _WORD_HIGH
        reach = size**2 - (size * _LOW if under else abs(middle - level) + high / 2) ** 2
        marks.append((x, level))
        room = about((x, level), 2 * wide * math.sqrt(max(0.0, reach)), high)
        rooms.append(Room(room, "under" if under else "behind"))
        middle, size = middle - step + 2 * step * share, size - step
    return Diagram(tuple(parts), radius / 50, tuple(reversed(marks)), rooms=tuple(reversed(rooms)))


def _oval(x: float, y: float, half_width: float, half_height: float) -> Path:
    """A circle that is as wide and as high as asked (mm from its middle)."""
    k = 0.5522847498
    wide, high = half_width * k, half_height * k
    left, right, top, foot = x - half_width, x + half_width, y - half_height, y + half_height
    return Path(
        (
            ("M", right, y),
            ("C", right, y + high, x + wide, foot, x, foot),
            ("C", x - wide, foot, left, y + high, left, y),
            ("C", left, y - high, x - wide, top, x, top),
            ("C", x + wide, top, right, y - high, right, y),
            ("Z",),
        )
    )
