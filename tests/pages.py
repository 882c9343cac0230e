"""What stands on a face and where: the ink of every text, the ground it stands on, lines and boxes, all in mm.

In: a Face. Out: a Page of frozen values that the checks (`tests/layouts/checks.py`) compare. The height of a text is
from its capitals down to the tail of a p, as its own font draws them. Leaves alone: what is right or wrong.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count

import uharfbuzz as hb

from kaarten.brand.inks import CUT
from kaarten.compose.face import Element, Face
from kaarten.geometry import MM_PER_POINT, Rect, Size
from kaarten.graphics import BentGlyphs, Clipped, Colour, Glyphs, Paint, Picture, Shape, Turned
from kaarten.typeset.fonts import Font, Word
from tests.layouts.polygons import Point, Polygon, bounds_of, distance, flattened, holds, rectangle, sides, turned


@dataclass(frozen=True)
class Ink:
    """A line of text, of a paragraph of `lines`. `quads` are the boxes of its ink: one, or one a letter when bent."""

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
    lines: int = 1

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
        return min(distance(point, a, b) for polygon in self.outline for a, b in sides(polygon))


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
    """What is neither text, area nor line: an icon, a logo, a pattern, an outline, a label. `kind` says which."""

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
    """Everything on a face, in painting order (`order`). `logos` are the boxes of figures with logos."""

    title: str
    size: Size
    texts: tuple[Ink, ...]
    fills: tuple[Fill, ...]
    rules: tuple[Rule, ...]
    drawings: tuple[Drawing, ...]
    logos: tuple[Rect, ...]

    def ground(self, ink: Ink) -> Fill | None:
        """The uppermost area that the start of a text stands on; None for the paper."""
        point = ink.start
        below = (fill for fill in reversed(self.fills) if fill.order < ink.order)
        return next((fill for fill in below if fill.holds(point)), None)


def measure(face: Face) -> Page:
    """The Page of a Face."""
    found = _Found(count())
    for paint, owner in _paints(face):
        found.add(paint, owner)
    return Page(
        face.title,
        face.size,
        tuple(found.texts),
        tuple(found.fills),
        tuple(found.rules),
        tuple(found.drawings),
        _logos(face),
    )


@dataclass
class _Found:
    """What stands on a face so far; `orders` counts the paint."""

    orders: Iterator[int]
    texts: list[Ink] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)

    def add(self, paint: Paint, owner: Element | None) -> None:
        order, logo = next(self.orders), _is_logo(owner)
        match paint:
            case Glyphs():
                self.texts.extend(_lines(paint, order, owner is not None))
            case BentGlyphs():
                self.texts.append(_bent(paint, order, owner is not None))
            case Clipped(inside, _):
                self.drawings.append(Drawing("logo" if logo else "pattern", flattened(inside), order))
            case Picture(_, box):
                self.drawings.append(Drawing("logo", (rectangle(box),), order))
            case Turned(x, y, inner):
                self._add_turned(x, y, inner, owner)
            case Shape(path, fill, stroke):
                if logo or (fill is None and stroke is not None and stroke.round):
                    self.drawings.append(Drawing("logo" if logo else "icon", flattened(path), order))
                elif fill is not None:
                    self.fills.append(_fill(paint, fill, order))
                elif stroke is not None and len(path.steps) == 2:
                    a, b = (step[-2:] for step in path.steps)
                    self.rules.append(Rule(a, b, stroke.width * MM_PER_POINT, stroke.colour, order))  # type: ignore[arg-type]
                else:
                    label = stroke is not None and stroke.colour == CUT
                    self.drawings.append(Drawing("label" if label else "outline", flattened(path), order))

    def _add_turned(self, x: float, y: float, inner: tuple[Paint, ...], owner: Element | None) -> None:
        """What stands upside down, where it stands: every point opposite to where it was, seen from (x, y)."""
        upright = _Found(self.orders)
        for paint in inner:
            upright.add(paint, owner)

        def over(point: Point) -> Point:
            return 2 * x - point[0], 2 * y - point[1]

        def all_over(polygons: tuple[Polygon, ...]) -> tuple[Polygon, ...]:
            return tuple(tuple(over(point) for point in polygon) for polygon in polygons)

        for ink in upright.texts:
            x0, y0 = over((ink.x, ink.y))
            self.texts.append(replace(ink, x=x0, y=y0, quads=all_over(ink.quads)))
        for fill in upright.fills:
            outline = all_over(fill.outline)
            box = bounds_of([point for polygon in outline for point in polygon])
            self.fills.append(replace(fill, outline=outline, bounds=box))
        self.rules += [replace(rule, a=over(rule.a), b=over(rule.b)) for rule in upright.rules]
        self.drawings += [replace(drawing, outline=all_over(drawing.outline)) for drawing in upright.drawings]


def _is_logo(owner: Element | None) -> bool:
    return owner is not None and (owner.alt or "").startswith("Logo")


def _logos(face: Face) -> tuple[Rect, ...]:
    owners = [stretch.element for stretch in face.stretches if _is_logo(stretch.element)]
    return tuple(dict.fromkeys(owner.box for owner in owners if owner and owner.box))


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
        type_ = (paint.size, paint.floor, bold, paint.colour)
        yield Ink(line.text, line.x, line.y, *type_, (quad,), order, read, lines=len(paint.lines))


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
    return len(polygon) == 4 and all(a[0] == b[0] or a[1] == b[1] for a, b in sides(polygon))
