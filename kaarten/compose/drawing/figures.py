"""The figures: a compass, a triangle, a cycle, a U, rings, zones, shares, a T, a cloud and a path.

In: a box in mm and how many fields there are. Out: a Diagram: parts in painting order, and either the middle of the
sign of each field (the field stands beside the drawing) or the box of each field in it. Tones differ in lightness and
parts have outlines, so nothing rests on colour. Leaves alone: colours, words, and what is painted.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kaarten.geometry import Rect
from kaarten.graphics import Path, Step

Tone = Literal["paper", "tint", "strong", "brand", "ink", "line"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A closed path with its tone; `line` is an open path that is only stroked. `dashed` outlines what is uncertain."""

    path: Path
    tone: Tone
    outlined: bool = True
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """`marks` and `boxes` are by field, in order; one of them is empty. `unit` is mm for a hundredth of the figure."""

    parts: tuple[Part, ...]
    unit: float
    marks: tuple[Point, ...] = ()
    boxes: tuple[Rect, ...] = ()


def _square(box: Rect) -> tuple[float, float, float]:
    """Middle and half the side (mm) of the largest square in a box."""
    x, y = box.middle
    return x, y, min(box.width, box.height) / 2


def _around(x: float, y: float, radius: float, degrees: float) -> Point:
    angle = math.radians(degrees)
    return x + radius * math.sin(angle), y - radius * math.cos(angle)


def compass(box: Rect, count: int) -> Diagram:
    """A rose with `count` points, north up; the signs stand on its ring."""
    x, y, radius = _square(box)
    ring, reach, waist = 0.86 * radius, 0.7 * radius, 0.17 * radius
    parts = [Part(Path.circle(x, y, ring), "paper"), Part(Path.circle(x, y, 0.8 * reach), "tint", outlined=False)]
    step = 360 / count
    for index in range(count * 6):
        turn = index * step / 6
        if index % 6:
            ends = _around(x, y, ring, turn), _around(x, y, ring * 0.94, turn)
            parts.append(Part(Path.line(*ends[0], *ends[1]), "line"))
    for turns, long in ((0.5, 0.52 * reach), (0.0, 0.86 * reach)):
        for index in range(count):
            turn = (index + turns) * step
            tip = _around(x, y, long, turn)
            for side in (-1, 1):
                foot = _around(x, y, waist, turn + side * step / 2)
                tone: Tone = "brand" if side > 0 else "paper"
                parts.append(Part(Path.polygon((x, y), foot, tip), tone))
    return Diagram(tuple(parts), radius / 50, tuple(_around(x, y, ring, index * step) for index in range(count)))


def triangle(box: Rect, count: int) -> Diagram:
    """A polygon with a corner up for each field, the signs on its corners, a smaller one in it."""
    x, y, half = _square(box)
    y, radius = (y + half * 0.26, 1.13 * half) if count == 3 else (y, 0.9 * half)
    turns = [index * 360 / count for index in range(count)]
    outer = [_around(x, y, radius, turn) for turn in turns]
    inner = [_around(x, y, radius * 0.4, turn + 180 / count) for turn in turns]
    parts = [Part(Path.polygon(*outer), "tint"), Part(Path.polygon(*inner), "strong")]
    return Diagram(tuple(parts), half / 50, tuple(outer))


def _arrow(x: float, y: float, inner: float, outer: float, start: float, end: float, tip: float) -> Path:
    """A bent arrow: a notch at its start, a point `tip` degrees beyond its end."""
    middle = (inner + outer) / 2
    there = Path.arc(x, y, outer, start, end)
    back = Path.arc(x, y, inner, end, start, move=False)
    point, notch = _around(x, y, middle, end + tip), _around(x, y, middle, start + tip)
    return Path((*there.steps, ("L", *point), *back.steps, ("L", *notch), ("Z",)))


def cycle(box: Rect, count: int) -> Diagram:
    """Arrows in a ring, clockwise from the top; the signs stand in them."""
    x, y, radius = _square(box)
    inner, step, gap = 0.56 * radius, 360 / count, 3.0
    tip = min(12.0, step / 5)
    arrows = [
        Part(
            _arrow(x, y, inner, radius, index * step - step / 2, (index + 0.5) * step - gap, tip),
            "strong" if index % 2 else "tint",
        )
        for index in range(count)
    ]
    marks = [_around(x, y, (inner + radius) / 2, index * step + tip / 2) for index in range(count)]
    return Diagram(tuple(arrows), radius / 50, tuple(marks))


def u_shape(box: Rect, count: int) -> Diagram:
    """A U that goes down, round and up to an arrow, with the signs spread along it."""
    x, y, half = _square(box)
    outer, inner, top = 0.8 * half, 0.4 * half, y - 0.74 * half
    turn, thick, wing = y + 0.2 * half, 0.4 * half, 0.16 * half
    down = Path.arc(x, turn, outer, 270, 90)
    up = Path.arc(x, turn, inner, 90, 270, move=False)
    head: tuple[Point, ...] = (
        (x + outer, top + thick * 0.6),
        (x + outer + wing, top + thick * 0.6),
        (x + (outer + inner) / 2, top - thick * 0.4),
        (x + inner - wing, top + thick * 0.6),
        (x + inner, top + thick * 0.6),
    )
    steps: list[Step] = [("M", x - outer, top), ("L", x - outer, turn), *down.steps[1:]]
    steps += [("L", *point) for point in head]
    path = Path((*steps, ("L", x + inner, turn), *up.steps[1:], ("L", x - inner, top), ("Z",)))
    return Diagram((Part(path, "tint"),), half / 50, _along_u(x, turn, (outer + inner) / 2, top + thick * 0.5, count))


def _along_u(x: float, turn: float, radius: float, top: float, count: int) -> tuple[Point, ...]:
    """Points at equal distances along the middle of a U, from the top of one leg to that of the other."""
    leg, bend = turn - top, math.pi * radius
    points: list[Point] = []
    for index in range(count):
        way = (2 * leg + bend) * index / max(1, count - 1)
        if way <= leg:
            points.append((x - radius, top + way))
        elif way <= leg + bend:
            points.append(_around(x, turn, radius, 270 - math.degrees((way - leg) / radius)))
        else:
            points.append((x + radius, turn - (way - leg - bend)))
    return tuple(points)


def _discs(box: Rect, count: int, share: float, dashed: bool) -> Diagram:
    """Discs in each other; `share` of what a disc is larger than the next lies above it, the rest below."""
    x, y, radius = _square(box)
    tones: tuple[Tone, ...] = ("paper", "tint", "strong")
    parts: list[Part] = []
    marks: list[Point] = []
    middle, size = y, radius
    step = radius / (count + 0.2)
    for index in range(count):
        parts.append(Part(Path.circle(x, middle, size), tones[(index + 3 - count) % 3], True, dashed and index == 0))
        top = middle - size
        marks.append((x, top + step * share if index < count - 1 else middle))
        middle, size = middle - step + 2 * step * share, size - step
    return Diagram(tuple(parts), radius / 50, tuple(reversed(marks)))


def rings(box: Rect, count: int) -> Diagram:
    """Discs that stand on each other's foot, the first field in the smallest."""
    return _discs(box, count, 0.92, dashed=False)


def zones(box: Rect, count: int) -> Diagram:
    """Rings round one middle, the first field in the middle, the last one dashed."""
    return _discs(box, count, 0.5, dashed=True)


_WEIGHTS = (7.0, 2.0, 1.0)


def shares(box: Rect, count: int) -> Diagram:
    """Blocks beside each other of 70, 20 and 10 per cent, the signs in them."""
    weights = [*_WEIGHTS, *[1.0] * count][:count]
    tones: tuple[Tone, ...] = ("tint", "strong", "paper")
    parts: list[Part] = []
    marks: list[Point] = []
    x = box.x
    for index, weight in enumerate(weights):
        width = box.width * weight / sum(weights)
        parts.append(Part(Path.rect(Rect(x, box.y, width, box.height)), tones[index % 3]))
        marks.append((x + width / 2, box.middle[1]))
        x += width
    return Diagram(tuple(parts), min(box.width, box.height) / 100, tuple(marks))


def t_shape(box: Rect, count: int) -> Diagram:
    """A T: the first field in the bar, the second in the stem, a third and a fourth beside the stem."""
    bar = Rect(box.x, box.y, box.width, box.height * 0.42)
    stem = Rect(box.x + box.width * 0.31, bar.bottom, box.width * 0.38, box.bottom - bar.bottom)
    path = Path.polygon(
        (bar.x, bar.y), (bar.right, bar.y), (bar.right, bar.bottom), (stem.right, bar.bottom),
        (stem.right, stem.bottom), (stem.x, stem.bottom), (stem.x, bar.bottom), (bar.x, bar.bottom),
    )  # fmt: skip
    pad = box.width * 0.022
    left = Rect(box.x, stem.y + pad, stem.x - box.x - pad, stem.height - pad)
    right = Rect(stem.right + pad, stem.y + pad, box.right - stem.right - pad, stem.height - pad)
    boxes = (bar.inset(pad, pad), stem.inset(pad, 0, pad, pad / 2), left, right)
    return Diagram((Part(path, "tint"),), box.width / 100, boxes=boxes[:count])


def cloud(box: Rect, count: int) -> Diagram:
    """A cloud, with the fields under each other in it: bumps of two sizes by turns, round a box with round corners."""
    bump = min(0.28 * box.height, 0.19 * box.width)
    edge, radius = box.inset(1.14 * bump * _BULGE), 0.8 * bump
    length = 2 * (edge.width + edge.height) - (8 - math.tau) * radius
    pairs = max(3, round(length / (2 * bump)))
    ends = [length * (index // 2 + (0.54 if index % 2 else 0)) / pairs for index in range(2 * pairs)]
    points = [_on_round(edge, radius, end) for end in ends]
    steps: list[Step] = [("M", *points[0])]
    steps += [_bump(one, other) for one, other in pairwise([*points, points[0]])]
    inside = edge.inset(0.3 * radius)
    path = Path((*steps, ("Z",)))
    return Diagram((Part(path, "tint"),), box.width / 110, boxes=tuple(inside.rows(count, 0.1 * bump)))


_TURN = math.radians(66)
"""Between the chord of a bump and its tangent: under a right angle, or the bumps would meet in spikes."""
_BULGE = (1 - math.cos(_TURN)) / (2 * math.sin(_TURN))
"""How high a bump is, by its chord: that of an arc."""


def _on_round(box: Rect, radius: float, along: float) -> Point:
    """The point so many mm along a box with round corners, clockwise from the end of the corner at the top left."""
    corner, sides = math.tau / 4 * radius, ((box.width, box.height), (box.height, box.width)) * 2
    turn = 0
    while turn < 3 and along > sides[turn][0] - 2 * radius + corner:
        along -= sides[turn][0] - 2 * radius + corner
        turn += 1
    wide, high = sides[turn]  # as if this side lay at the top
    on_corner = along - (wide - 2 * radius)
    u, v = _around(wide / 2 - radius, radius - high / 2, radius, math.degrees(max(0.0, on_corner) / radius))
    u += min(0.0, on_corner)
    x, y = box.middle
    return x + (u, -v, -u, v)[turn], y + (v, u, -v, -u)[turn]


def _bump(one: Point, other: Point) -> Step:
    """An arc from one point to another, outwards of who goes clockwise."""
    (x1, y1), (x2, y2) = one, other
    along_x, along_y = x2 - x1, y2 - y1
    handle = 2 / 3 * math.tan(_TURN / 2) / math.sin(_TURN)
    on, out = handle * math.cos(_TURN), handle * math.sin(_TURN)
    return (
        "C",
        x1 + on * along_x + out * along_y,
        y1 + on * along_y - out * along_x,
        x2 - on * along_x + out * along_y,
        y2 - on * along_y - out * along_x,
        x2,
        y2,
    )


def winding(box: Rect, count: int, start: float) -> Diagram:
    """A path that goes up and down from left to right and ends in an arrow, with a station in the first part of each
    of `count` columns, `start` mm from its left.
    """
    wide, step = 0.2 * box.height, box.width / count
    tip = min(0.3 * step, 0.5 * box.height)
    high, low = box.y + 0.3 * box.height, box.bottom - 0.3 * box.height
    marks = [(box.x + index * step + start, low if index % 2 == 0 else high) for index in range(count)]
    points = [*marks, (box.right - tip, box.middle[1])]
    over: list[Step] = [("M", points[0][0], points[0][1] - wide / 2)]
    under: list[Step] = []
    for (x1, y1), (x2, y2) in pairwise(points):
        half = (x1 + x2) / 2
        over.append(("C", half, y1 - wide / 2, half, y2 - wide / 2, x2, y2 - wide / 2))
        under.append(("C", half, y2 + wide / 2, half, y1 + wide / 2, x1, y1 + wide / 2))
    x, y = points[-1]
    head: list[Step] = [("L", x, y - wide), ("L", box.right, y), ("L", x, y + wide), ("L", x, y + wide / 2)]
    path = Path((*over, *head, *reversed(under), ("Z",)))
    return Diagram((Part(path, "strong"),), box.height / 100, tuple(marks))


FIGURES: dict[str, Callable[[Rect, int], Diagram]] = {
    "compass": compass,
    "triangle": triangle,
    "cycle": cycle,
    "u": u_shape,
    "rings": rings,
    "zones": zones,
    "70-20-10": shares,
    "t": t_shape,
    "cloud": cloud,
}
"""By the name that stands in YAML."""
