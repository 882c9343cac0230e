"""How far a figure reaches: the box that PDF wants round it.

In: an Element. Out: a Rect in mm on its face, never smaller than what the element and its kids paint. Leaves alone:
where on the page that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.compose.face import Element
from kaarten.geometry import MM_PER_POINT, Rect
from kaarten.graphics import BentGlyphs, Clipped, Glyphs, Paint, Picture, Shape


def extent(element: Element) -> Rect:
    """The box round all paint of `element`; an empty one at the corner of the face when it paints nothing."""
    boxes = [box for paint in _paint(element) for box in _boxes(paint)]
    if not boxes:
        return Rect(0, 0, 0, 0)
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rect(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _paint(element: Element) -> Iterator[Paint]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _paint(kid)
        else:
            yield from kid.paint


def _boxes(paint: Paint) -> Iterator[Rect]:
    match paint:
        case Shape():
            yield paint.path.bounds()
        case Picture():
            yield paint.box
        case Clipped():
            yield paint.inside.bounds()
        case Glyphs():
            size = paint.size * MM_PER_POINT
            yield from (Rect(line.x, line.y - size, line.width, size * 4 / 3) for line in paint.lines)
        case BentGlyphs():
            size = paint.size * MM_PER_POINT
            yield from (Rect(letter.x - size, letter.y - size, 2 * size, 2 * size) for letter in paint.letters)
