"""Logos in SVG, as paths.

In: bytes of an SVG. Out: Artwork, or an SvgFault that names the element that paths cannot show (gradient, text, image,
mask, clip, filter …) and its place in the file. Leaves alone: everything an SVG can do beyond flat colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from svgelements import Matrix

from kaarten.brand.artwork import Artwork, reach
from kaarten.brand.svg_outline import MOST_SEGMENTS, SHAPES, outline, stroke
from kaarten.brand.svg_style import Properties, Sheet, inheritable
from kaarten.brand.svg_tree import DEEPEST, Tag, read_tree
from kaarten.brand.svg_values import NUMBER, length, length_of, paint, transform
from kaarten.geometry import Rect
from kaarten.graphics import Clipped, Path, Shape

_GROUPS = frozenset({"g", "a", "use"})
_UNSEEN = frozenset(
    {"", "title", "desc", "metadata", "defs", "style", "symbol", "linearGradient", "radialGradient", "pattern"}
    | {"mask", "clipPath", "filter", "marker"}
)
"""Tags that draw nothing where they stand ("" is what is not SVG). Who asks for one of the last is a fault."""
_NEVER = frozenset({"script", "foreignObject"})


@lru_cache(maxsize=8)  # the teams of an organisation share its logos
def read_svg(data: bytes) -> Artwork:
    """The artwork of an SVG in the units of its viewBox. Raises SvgFault."""
    root = read_tree(data)
    box = _box(root)
    shapes = tuple(_Reader(root).shapes(box))
    if not shapes:
        raise root.fault("svg-empty")
    whole = Rect(0, 0, box.width, box.height)
    if all(whole.contains(reach(shape), slack=box.width / 1000) for shape in shapes):
        return Artwork(box.width, box.height, shapes)
    return Artwork(box.width, box.height, (Clipped(Path.rect(whole), shapes),))


def _box(root: Tag) -> Rect:
    """The viewBox, else the width and height."""
    given = root.attributes
    if "viewBox" in given:
        box = [float(number) for number in re.findall(NUMBER, given["viewBox"])]
    else:
        box = [0.0, 0.0, *(length_of(given.get(key, "")) or 0.0 for key in ("width", "height"))]
    if len(box) != 4 or min(box[2:]) <= 0:
        raise root.fault("svg-no-size")
    return Rect(*box)


class _Reader:
    """Walks one file. Counts segments, so that a small file cannot make a large drawing."""

    def __init__(self, root: Tag) -> None:
        for tag in root.walk():
            if tag.name in _NEVER:
                raise tag.fault("svg-unsupported", what=tag.name)
        self._root = root
        self._sheet = Sheet(root)
        self._by_id = {tag.attributes["id"]: tag for tag in root.walk() if "id" in tag.attributes}
        self._segments = 0

    def shapes(self, box: Rect) -> Iterator[Shape]:
        properties = self._properties(self._root, {})
        for tag in self._root.kids:
            yield from self._walk(tag, Matrix.translate(-box.x, -box.y), inheritable(properties), 1)

    def _walk(self, tag: Tag, matrix: Matrix, inherited: Mapping[str, str], depth: int) -> Iterator[Shape]:
        self._count(tag, 1)
        if tag.name in _UNSEEN:
            return
        if tag.name not in SHAPES | _GROUPS:
            raise tag.fault("svg-unsupported", what=tag.name)
        properties = self._properties(tag, inherited)
        if properties.get("display") == "none":
            return
        matrix = transform(tag, properties.get("transform", "")) * matrix
        if tag.name in SHAPES:
            yield from self._shape(tag, matrix, properties)
            return
        kids = tag.kids
        if tag.name == "use":
            kids = [self._used(tag, depth)]
            matrix = Matrix.translate(length(tag, "x"), length(tag, "y")) * matrix
        for kid in kids:
            yield from self._walk(kid, matrix, inheritable(properties), depth + 1)

    def _count(self, tag: Tag, more: int) -> None:
        self._segments += more
        if self._segments > MOST_SEGMENTS:
            raise tag.fault("svg-too-complex")

    def _properties(self, tag: Tag, inherited: Mapping[str, str]) -> Properties:
        """The properties of a tag. A gradient or pattern it is painted with is named as what it is."""
        properties = self._sheet.properties(tag, inherited)
        for key in ("fill", "stroke"):
            found = re.match(r"url\(\s*['\"]?#?([^'\")]*)", properties.get(key, ""))
            if found:
                painter = self._by_id.get(found[1], tag)
                raise painter.fault("svg-unsupported", what=painter.name)
        return properties

    def _used(self, tag: Tag, depth: int) -> Tag:
        reference = tag.attributes.get("href", "")
        target = self._by_id.get(reference.removeprefix("#"))
        if not reference.startswith("#") or target is None:
            raise tag.fault("svg-unsupported", what="use")
        if target.name in _UNSEEN:
            raise target.fault("svg-unsupported", what=target.name)
        if depth > DEEPEST:  # it uses itself
            raise tag.fault("svg-too-complex")
        return target

    def _shape(self, tag: Tag, matrix: Matrix, properties: Properties) -> Iterator[Shape]:
        fill = None if tag.name == "line" else paint(tag, properties, "fill", "black")
        colour = paint(tag, properties, "stroke", "none")
        if fill is None and colour is None:
            return
        steps = outline(tag, matrix)
        self._count(tag, len(steps))
        line = stroke(tag, colour, matrix, properties, steps) if colour else None
        if len(steps) > 1 and (fill or line):
            yield Shape(Path(steps, properties.get("fill-rule") == "evenodd"), fill, line)
