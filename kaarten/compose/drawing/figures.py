"""The figures by their names, and those that are not round: a U, shares, a T, a cloud and a path.

In: a box in mm and how many fields there are. Out: a Diagram: parts in painting order, and either the middle of the
sign of each field and the room for its word (the field stands beside the drawing) or the box of each field in it. Tones
differ in lightness and parts have outlines, so nothing rests on colour. Leaves alone: colours, words, and what is
painted.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from kaarten.compose.drawing.diagram import Diagram, Part, Point, Room, Tone, about, around, square
from kaarten.compose.drawing.rounds import compass, cycle, rings, triangle, zones
from kaarten.geometry import Rect
from kaarten.graphics import Path, Step


def u_shape(box: Rect, count: int) -> Diagram:
    """A U that goes down, round and up to an arrow, with signs and words spread along it."""
    x, y, half = square(box)
    outer, inner, top = 0.88 * half, 0.25 * half, y - 0.74 * half
    turn, thick, wing = y + 0.1 * half, 0.63 * half, 0.12 * half
    down = Path.arc(x, turn, outer, 270, 90)
    up = Path.arc(x, turn, inner, 90, 270, move=False)
    neck = top + 0.24 * half
    head: tuple[Point, ...] = (
        (x + outer, neck),
        (x + outer + wing, neck),
        (x + (outer + inner) / 2, top - 0.24 * half),
        (x + inner - wing, neck),
        (x + inner, neck),
    )
    steps: list[Step] = [("M", x - outer, top), ("L", x - outer, turn), *down.steps[1:]]
    steps += [("L", *point) for point in head]
    path = Path((*steps, ("L", x + inner, turn), *up.steps[1:], ("L", x - inner, top), ("Z",)))
    marks = _along_u(x, turn, (outer + inner) / 2, top + thick * 0.5, count)
    rooms = tuple(Room(_in_u(mark, x, half), "under") for mark in marks)
    return Diagram((Part(path, "tint"),), half / 50, marks, rooms=rooms)


def _in_u(mark: Point, x: float, half: float) -> Rect:
    """The room at a point of a U with its middle at x: wider in the bend than in a leg."""
    bend = abs(mark[0] - x) < 0.3 * half
    return about(mark, (0.78 if bend else 0.54) * half, (0.42 if bend else 0.52) * half)


def _along_u(x: float, turn: float, radius: float, top: float, count: int) -> tuple[Point, ...]:
    """Points at equal distances along the middle of a U, from the top of one leg to that of the other."""
    leg, bend = turn - top, math.pi * radius
    points: list[Point] = []
    for index in range(count):
        way = (2 * leg + bend) * index / max(1, count - 1)
        if way <= leg:
            points.append((x - radius, top + way))
        elif way <= leg + bend:
            points.append(around(x, turn, radius, 270 - math.degrees((way - leg) / radius)))
        else:
            points.append((x + radius, turn - (way - leg - bend)))
    return tuple(points)


_WEIGHTS = (7.0, 2.0, 1.0)


def shares(box: Rect, count: int) -> Diagram:
    """Blocks beside each other of 70, 20 and 10 per cent, the signs and words in them."""
    weights = [*_WEIGHTS, *[1.0] * count][:count]
    tones: tuple[Tone, ...] = ("tint", "strong", "paper")
    parts: list[Part] = []
    marks: list[Point] = []
    rooms: list[Room] = []
    x = box.x
    for index, weight in enumerate(weights):
        width = box.width * weight / sum(weights)
        parts.append(Part(Path.rect(Rect(x, box.y, width, box.height)), tones[index % 3]))
        marks.append((x + width / 2, box.middle[1]))
        rooms.append(Room(Rect(x, box.y, width, box.height).inset(0.1 * width, 0.06 * box.height), "under"))
        x += width
    return Diagram(tuple(parts), min(box.width, box.height) / 100, tuple(marks), rooms=tuple(rooms))


def t_shape(box: Rect, count: int) -> Diagram:
    """A T: the first field in the bar, the second in the stem, a third and a fourth beside the stem, all three as high.

    Its outline lies in the box.
    """
    box = box.inset(0.003 * box.width)
    bar = Rect(box.x, box.y, box.width, box.height * 0.38)
    stem = Rect(box.x + box.width * 0.31, bar.bottom, box.width * 0.38, box.bottom - bar.bottom)
    path = Path.polygon(
        (bar.x, bar.y), (bar.right, bar.y), (bar.right, bar.bottom), (stem.right, bar.bottom),
        (stem.right, stem.bottom), (stem.x, stem.bottom), (stem.x, bar.bottom), (bar.x, bar.bottom),
    )  # fmt: skip
    pad = box.width * 0.022
    deep = stem.inset(pad, pad, pad, pad / 2)
    left = Rect(box.x, deep.y, stem.x - box.x - pad, deep.height)
    right = Rect(stem.right + pad, deep.y, box.right - stem.right - pad, deep.height)
    boxes = (bar.inset(pad, pad, pad, 0.3 * pad), deep, left, right)
    return Diagram((Part(path, "tint", square=True),), box.width / 100, boxes=boxes[:count])


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
    u, v = around(wide / 2 - radius, radius - high / 2, radius, math.degrees(max(0.0, on_corner) / radius))
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
    return Diagram((Part(path, "tint"),), box.height / 100, tuple(marks))


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
