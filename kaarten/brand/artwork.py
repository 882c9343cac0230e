"""Artwork: a logo's paint before anyone gives it a place.

In: made by `svg`, `raster` and `wordmark`. Out: Artwork, the same in one ink, the same without white round it. A logo
has units of its own: on its side, 1 unit counts as 1 mm, so that a stroke of `w` units is `w * POINTS_PER_MM` points,
and whoever scales the paths scales the strokes by the same number. Leaves alone: files, and where logos stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaarten.brand.inks import INK, WHITE
from kaarten.geometry import POINTS_PER_MM, Rect
from kaarten.graphics import Clipped, Colour, Paint, Path, Picture, Shape, placed


@dataclass(frozen=True, slots=True)
class Artwork:
    """Paint in a box of `width` x `height` units, origin top left."""

    width: float
    height: float
    paint: tuple[Paint, ...]


def reach(shape: Shape) -> Rect:
    """The box that a shape covers, its stroke included."""
    half = shape.stroke.width / POINTS_PER_MM / 2 if shape.stroke else 0.0
    return shape.path.bounds().inset(-half)


def trimmed(art: Artwork) -> Artwork:
    """The artwork without the white that its file has round it: logos stand in line by what is seen of them."""
    seen = list(_seen(art.paint))
    if not seen:
        return art
    left, top = max(0.0, min(box.x for box in seen)), max(0.0, min(box.y for box in seen))
    right, bottom = max(box.right for box in seen), max(box.bottom for box in seen)
    box = Rect(0, 0, min(art.width, right) - left, min(art.height, bottom) - top)
    paint = tuple(placed(piece, 1, -left, -top) for piece in art.paint)
    white_outside = any(isinstance(piece, Shape) and not box.contains(reach(piece), slack=1e-6) for piece in paint)
    return Artwork(box.width, box.height, (Clipped(Path.rect(box), paint),) if white_outside else paint)


def _seen(paint: tuple[Paint, ...]) -> Iterator[Rect]:
    """The boxes of what is not white."""
    for piece in paint:
        match piece:
            case Shape(_, fill, stroke):
                if any(colour not in (None, WHITE) for colour in (fill, stroke and stroke.colour)):
                    yield reach(piece)
            case Clipped():
                yield from _seen(piece.paint)
            case Picture():
                yield piece.box
            case _:
                raise TypeError(f"no {type(piece).__name__} in a logo")


def in_ink(art: Artwork) -> Artwork:
    """The artwork for one ink: white stays paper, every other colour becomes ink; a picture becomes grey."""
    return replace(art, paint=tuple(map(_inked, art.paint)))


def _inked(paint: Paint) -> Paint:
    match paint:
        case Shape(_, fill, stroke):
            line = replace(stroke, colour=_ink(stroke.colour)) if stroke else None
            return replace(paint, fill=_ink(fill) if fill else None, stroke=line)
        case Clipped():
            return replace(paint, paint=tuple(map(_inked, paint.paint)))
        case Picture():
            from kaarten.brand.raster import greyed

            return replace(paint, bitmap=greyed(paint.bitmap))
        case _:
            raise TypeError(f"no {type(paint).__name__} in a logo")


def _ink(colour: Colour) -> Colour:
    return WHITE if colour == WHITE else INK
