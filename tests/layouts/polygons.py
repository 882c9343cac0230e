"""Polygons: what shapes and letters are measured as, in mm.

In: paths and points. Out: polygons, and how they lie to each other. Leaves alone: what they are the outline of.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from kaarten.geometry import Rect
from kaarten.graphics import Path, Step

Point = tuple[float, float]
Polygon = tuple[Point, ...]

_CURVE_PIECES = 8


def flattened(path: Path) -> tuple[Polygon, ...]:
    """The parts of a path with their curves cut into straight pieces."""
    parts: list[list[Point]] = []
    for step in path.steps:
        if step[0] == "M":
            parts.append([(step[1], step[2])])  # type: ignore[misc]
        elif step[0] == "L":
            parts[-1].append((step[1], step[2]))  # type: ignore[misc]
        elif step[0] == "C":
            parts[-1].extend(_curve(parts[-1][-1], step))
    return tuple(tuple(part) for part in parts)


def _curve(start: Point, step: Step) -> Iterator[Point]:
    x1, y1, x2, y2, x3, y3 = step[1:]  # type: ignore[misc]
    for piece in range(1, _CURVE_PIECES + 1):
        t = piece / _CURVE_PIECES
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3


def holds(outline: tuple[Polygon, ...], box: Rect, point: Point) -> bool:
    """Whether a point lies in an area: inside an odd number of its parts. `box` is round all of it."""
    if not (box.x <= point[0] <= box.right and box.y <= point[1] <= box.bottom):
        return False
    return sum(_crossings(point, polygon) for polygon in outline) % 2 == 1


def bounds_of(points: list[Point]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def rectangle(box: Rect) -> Polygon:
    return ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def turned(point: Point, degrees: float, origin: Point) -> Point:
    """A point turned clockwise round (0, 0), then moved to `origin`."""
    angle = math.radians(degrees)
    x, y = point
    return origin[0] + x * math.cos(angle) - y * math.sin(angle), origin[1] + x * math.sin(angle) + y * math.cos(angle)


def overlap(one: Polygon, other: Polygon) -> float:
    """How deep (mm) two convex polygons go into each other, at most 0 when a straight line parts them."""
    depth = math.inf
    for polygon in (one, other):
        for (ax, ay), (bx, by) in sides(polygon):
            length = math.hypot(bx - ax, by - ay)
            if length < 1e-9:
                continue
            nx, ny = (by - ay) / length, (ax - bx) / length
            own = [x * nx + y * ny for x, y in one]
            others = [x * nx + y * ny for x, y in other]
            depth = min(depth, max(own) - min(others), max(others) - min(own))
    return depth


def sides(polygon: Polygon) -> Iterator[tuple[Point, Point]]:
    yield from zip(polygon, polygon[1:] + polygon[:1], strict=True)


def _crossings(point: Point, polygon: Polygon) -> int:
    x, y = point
    count = 0
    for (ax, ay), (bx, by) in sides(polygon):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            count += 1
    return count


def distance(point: Point, a: Point, b: Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
    return math.hypot(x - ax - along * dx, y - ay - along * dy)
