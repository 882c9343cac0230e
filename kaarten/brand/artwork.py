"""Artwork: a logo's paint before anyone gives it a place.

In: made by `svg`, `raster` and `wordmark`. Out: Artwork, and the same in one ink. A logo has units of its own: on its
side, 1 unit counts as 1 mm, so that a stroke of `w` units is `w * POINTS_PER_MM` points, and whoever scales the paths
scales the strokes by the same number. Leaves alone: files, and where logos stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kaarten.brand.inks import INK, WHITE
from kaarten.graphics import Clipped, Colour, Paint, Picture, Shape


@dataclass(frozen=True, slots=True)
class Artwork:
    """Paint in a box of `width` x `height` units, origin top left."""

    width: float
    height: float
    paint: tuple[Paint, ...]


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
