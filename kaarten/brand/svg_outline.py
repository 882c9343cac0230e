"""One shape of an SVG as steps and strokes.

In: a Tag of a shape, a matrix, its properties. Out: steps of straight lines and cubic curves, and a Stroke that scales
with them. Leaves alone: which shapes there are, and in what order (`svg`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping

import svgelements
from svgelements import Matrix

from kaarten.brand.svg_tree import Tag
from kaarten.brand.svg_values import NUMBER, length
from kaarten.geometry import POINTS_PER_MM
from kaarten.graphics import Colour, Step, Stroke

MOST_SEGMENTS = 20_000

_KINDS: dict[str, Callable[..., svgelements.Shape]] = {
    "rect": svgelements.Rect,
    "circle": svgelements.Circle,
    "ellipse": svgelements.Ellipse,
    "line": svgelements.SimpleLine,
    "polyline": svgelements.Polyline,
    "polygon": svgelements.Polygon,
    "path": svgelements.Path,
}
SHAPES = frozenset(_KINDS)
_LENGTHS = {
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
}
_PATH_DATA = re.compile(r"[MmZzLlHhVvCcSsQqTtAaeE0-9+\-.,\s]*")
_DATA = {"path": "d", "polyline": "points", "polygon": "points"}


def outline(tag: Tag, matrix: Matrix) -> tuple[Step, ...]:
    """The steps of a shape, moved by the matrix. Raises SvgFault: svg-broken-shape, svg-too-complex."""
    try:
        path = svgelements.Path(_shape(tag))
        path.approximate_arcs_with_cubics()
        steps = tuple(_step(segment) for segment in abs(path * matrix))
    except (ValueError, IndexError, TypeError, AttributeError, ArithmeticError) as broken:
        raise tag.fault("svg-broken-shape") from broken
    if not _sound(steps):
        raise tag.fault("svg-broken-shape")
    return steps


def _sound(steps: tuple[Step, ...]) -> bool:
    return all(math.isfinite(value) for step in steps for value in step[1:]) and steps[:1] != () and steps[0][0] == "M"


def _shape(tag: Tag) -> svgelements.Shape:
    kind = _KINDS[tag.name]
    if tag.name not in _DATA:
        return kind(**{key: length(tag, key) for key in _LENGTHS[tag.name] if key in tag.attributes})
    data = tag.attributes.get(_DATA[tag.name], "")
    if len(re.findall("[A-Za-z]", data)) > MOST_SEGMENTS or len(re.findall(NUMBER, data)) > 7 * MOST_SEGMENTS:
        raise tag.fault("svg-too-complex")  # before it is read, which takes long
    if not _PATH_DATA.fullmatch(data):
        raise tag.fault("svg-broken-shape")
    return kind(data)


def _step(segment: svgelements.PathSegment) -> Step:
    end = segment.end
    match segment:
        case svgelements.Move():
            return ("M", end.x, end.y)
        case svgelements.Close():
            return ("Z",)
        case svgelements.QuadraticBezier():
            first = segment.start + (segment.control - segment.start) * (2 / 3)
            second = end + (segment.control - end) * (2 / 3)
            return ("C", first.x, first.y, second.x, second.y, end.x, end.y)
        case svgelements.CubicBezier():
            first, second = segment.control1, segment.control2
            return ("C", first.x, first.y, second.x, second.y, end.x, end.y)
        case _:
            return ("L", end.x, end.y)


def stroke(
    tag: Tag, colour: Colour, matrix: Matrix, properties: Mapping[str, str], steps: tuple[Step, ...]
) -> Stroke | None:
    """The line round a shape, or None when it has no width. Raises SvgFault for a pen that is not round and even."""
    scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    width = length(tag, "stroke-width", properties.get("stroke-width", "1")) * scale
    if not width:
        return None
    sides = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
    leaning = abs(matrix.a * matrix.c + matrix.b * matrix.d)
    if leaning > 1e-3 * scale**2 or abs(sides[0] - sides[1]) > 1e-3 * scale:
        raise tag.fault("svg-unsupported", what="transform + stroke")
    dashes = properties.get("stroke-dasharray", "none").replace(",", " ").split()
    dash = tuple(length(tag, "stroke-dasharray", part) * scale for part in dashes if part != "none")
    return Stroke(colour, width * POINTS_PER_MM, dash, _round(tag, properties, steps, dashed=bool(dash)))


def _round(tag: Tag, properties: Mapping[str, str], steps: tuple[Step, ...], *, dashed: bool) -> bool:
    """Whether ends and corners are round. One of the two cannot be, unless the shape has no ends or no corners."""
    cap = properties.get("stroke-linecap", "butt") == "round"
    join = properties.get("stroke-linejoin", "miter") == "round"
    letters = "".join(step[0] for step in steps)
    if cap != join:
        ends = dashed or any(not part.endswith("Z") for part in letters.split("M") if part)
        corners = any(len(part) > 1 for part in letters.split("M"))
        if ends and corners:
            raise tag.fault("svg-unsupported", what="stroke-linecap ≠ stroke-linejoin")
        return cap if ends else join
    return cap
