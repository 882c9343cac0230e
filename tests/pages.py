"""What stands on a face and where: the ink of every text, the ground it stands on, lines and boxes, all in mm.

In: a Face. Out: a Page of frozen values that the checks (`tests/layouts/checks.py`) compare. The height of a text is
from its capitals down to the tail of a p, as its own font draws them. Leaves alone: what is right or wrong.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import uharfbuzz as hb

from kaarten.compose.face import Element, Face
from kaarten.geometry import MM_PER_POINT, Rect, Size
from kaarten.graphics import BentGlyphs, Clipped, Colour, Glyphs, Paint, Path, Picture, Shape, Step
from kaarten.typeset.fonts import Font, Word

Point = tuple[float, float]
Polygon = tuple[Point, ...]

_CURVE_PIECES = 8


@dataclass(frozen=True)
class Ink:
    """A line of text. `quads` are the boxes its ink stays in: one, or one for each letter when it is bent."""

    text: str
    x: float
    y: float
    size: float
    floor: float
    bold: bool
    colour: Colour
    quads: tuple[Polygon, ...]
    order: int
    read: bool
    bent: bool = False

    @property
    def bounds(self) -> Rect:
        return bounds_of([point for quad in self.quads for point in quad])

    @property
    def start(self) -> Point:
        """The point in the first letter that tells what the text stands on: half its height, a little to the right."""
        top, right, _, bottom = self.quads[0]
        x, y = (top[0] + bottom[0]) / 2, (top[1] + bottom[1]) / 2
        length = math.hypot(right[0] - top[0], right[1] - top[1]) or 1.0
        share = min(0.3, length / 2) / length
        return x + (right[0] - top[0]) * share, y + (right[1] - top[1]) * share


@dataclass(frozen=True)
class Fill:
    """A filled area. `edge` is the width in mm of its stroke, 0 without one."""

    outline: tuple[Polygon, ...]
    bounds: Rect
    colour: Colour
    edge: float
    edge_colour: Colour | None
    order: int
    is_rect: bool

    def holds(self, point: Point) -> bool:
        return holds(self.outline, self.bounds, point)

    def clearance(self, point: Point) -> float:
        """mm from a point to the nearest side."""
        return min(_distance(point, a, b) for polygon in self.outline for a, b in _sides(polygon))


@dataclass(frozen=True)
class Rule:
    """A straight line that is drawn."""

    a: Point
    b: Point
    width: float
    colour: Colour
    order: int

    @property
    def level(self) -> bool:
        return abs(self.a[1] - self.b[1]) < 1e-6

    @property
    def bounds(self) -> Rect:
        return bounds_of([self.a, self.b])


@dataclass(frozen=True)
class Drawing:
    """What is neither text, area nor line: an icon, a logo, a pattern, an outline. `kind` says which."""

    kind: str
    outline: tuple[Polygon, ...]
    order: int

    @property
    def bounds(self) -> Rect:
        return bounds_of([point for polygon in self.outline for point in polygon])

    def holds(self, point: Point) -> bool:
        return holds(self.outline, self.bounds, point)


@dataclass(frozen=True)
class Page:
    """Everything on a face, in painting order (`order`)."""

    title: str
    size: Size
    texts: tuple[Ink, ...]
    fills: tuple[Fill, ...]
    rules: tuple[Rule, ...]
    drawings: tuple[Drawing, ...]

    def ground(self, ink: Ink) -> Fill | None:
        """The uppermost area that the start of a text stands on; None for the paper."""
        point = ink.start
        below = (fill for fill in reversed(self.fills) if fill.order < ink.order)
        return next((fill for fill in below if fill.holds(point)), None)


def measure(face: Face) -> Page:
    """The Page of a Face."""
    texts: list[Ink] = []
    fills: list[Fill] = []
    rules: list[Rule] = []
    drawings: list[Drawing] = []
    for order, (paint, owner) in enumerate(_paints(face)):
        logo = owner is not None and (owner.alt or "").startswith("Logo")
        match paint:
            case Glyphs():
                texts.extend(_lines(paint, order, owner is not None))
            case BentGlyphs():
                texts.append(_bent(paint, order, owner is not None))
            case Clipped(inside, _):
                drawings.append(Drawing("logo" if logo else "pattern", flattened(inside), order))
            case Picture(_, box):
                drawings.append(Drawing("logo", (rectangle(box),), order))
            case Shape(path, fill, stroke):
                if logo or (fill is None and stroke is not None and stroke.round):
                    drawings.append(Drawing("logo" if logo else "icon", flattened(path), order))
                elif fill is not None:
                    fills.append(_fill(paint, fill, order))
                elif stroke is not None and len(path.steps) == 2:
                    a, b = (step[-2:] for step in path.steps)
                    rules.append(Rule(a, b, stroke.width * MM_PER_POINT, stroke.colour, order))  # type: ignore[arg-type]
                else:
                    drawings.append(Drawing("outline", flattened(path), order))
    return Page(face.title, face.size, tuple(texts), tuple(fills), tuple(rules), tuple(drawings))


def _paints(face: Face) -> Iterator[tuple[Paint, Element | None]]:
    for stretch in face.stretches:
        for paint in stretch.paint:
            yield paint, stretch.element


# ---- text


@cache
def tail(font: Font) -> float:
    """How far a p goes below the baseline, in thousandths of the size."""
    drawn = hb.Font(font.face)
    if font.variations:
        drawn.set_variations(font.variations)
    extents = drawn.get_glyph_extents(drawn.get_nominal_glyph(ord("p")) or 0)
    return -(extents.y_bearing + extents.height) * 1000 / font.face.upem if extents else 0.0


def _heights(words: tuple[Word, ...], size: float) -> tuple[float, float]:
    """mm above and below the baseline; figures and capitals alone have no tail."""
    scale = size / 1000 * MM_PER_POINT
    up = max(word.font.cap_height for word in words) * scale
    flat = all(char.isdecimal() or char.isupper() for word in words for char in word.text)
    return up, 0.0 if flat else max(tail(word.font) for word in words) * scale


def _lines(paint: Glyphs, order: int, read: bool) -> Iterator[Ink]:
    for line in paint.lines:
        up, down = _heights(line.words, paint.size)
        quad = rectangle(Rect(line.x, line.y - up, line.width, up + down))
        bold = "Bold" in line.words[0].font.name
        yield Ink(
            line.text, line.x, line.y, paint.size, paint.floor, bold, paint.colour, (quad,), order, read
        )


def _bent(paint: BentGlyphs, order: int, read: bool) -> Ink:
    quads: list[Polygon] = []
    for letter in paint.letters:
        up, down = _heights((letter.word,), paint.size)
        width = letter.word.width / 1000 * paint.size * MM_PER_POINT
        corners = ((0.0, -up), (width, -up), (width, down), (0.0, down))
        quads.append(tuple(turned(corner, letter.turn, (letter.x, letter.y)) for corner in corners))
    first = paint.letters[0]
    bold = "Bold" in first.word.font.name
    return Ink(
        paint.text, first.x, first.y, paint.size, paint.floor, bold, paint.colour, tuple(quads), order, read, bent=True
    )


# ---- shapes


def _fill(shape: Shape, colour: Colour, order: int) -> Fill:
    outline = flattened(shape.path)
    stroke = shape.stroke
    square = all(step[0] != "C" for step in shape.path.steps) and len(outline) == 1 and _upright(outline[0])
    box = bounds_of([point for polygon in outline for point in polygon])
    width, ink = (stroke.width * MM_PER_POINT, stroke.colour) if stroke else (0.0, None)
    return Fill(outline, box, colour, width, ink, order, square)


def _upright(polygon: Polygon) -> bool:
    return len(polygon) == 4 and all(a[0] == b[0] or a[1] == b[1] for a, b in _sides(polygon))


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


# ---- geometry


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
        for (ax, ay), (bx, by) in _sides(polygon):
            length = math.hypot(bx - ax, by - ay)
            if length < 1e-9:
                continue
            nx, ny = (by - ay) / length, (ax - bx) / length
            own = [x * nx + y * ny for x, y in one]
            others = [x * nx + y * ny for x, y in other]
            depth = min(depth, max(own) - min(others), max(others) - min(own))
    return depth


def _sides(polygon: Polygon) -> Iterator[tuple[Point, Point]]:
    yield from zip(polygon, polygon[1:] + polygon[:1], strict=True)


def _crossings(point: Point, polygon: Polygon) -> int:
    x, y = point
    count = 0
    for (ax, ay), (bx, by) in _sides(polygon):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            count += 1
    return count


def _distance(point: Point, a: Point, b: Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
    return math.hypot(x - ax - along * dx, y - ay - along * dy)
