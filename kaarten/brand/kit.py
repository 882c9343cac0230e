"""The brand, ready to draw with: colours chosen for contrast, typefaces, logos as paint.

In: made by `brand.load` from a `_brand.yml`. Out: a frozen BrandKit. Leaves alone: where on a page any of it stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from kaarten.graphics import Colour, Paint
from kaarten.typeset.fonts import Typeface


@dataclass(frozen=True, slots=True)
class Family:
    """Two weights are all a page needs (looks.md section 2)."""

    regular: Typeface
    bold: Typeface


@dataclass(frozen=True, slots=True)
class Logo:
    """Artwork in a box of `width` x `height` (any unit, only the proportion counts), origin top left.

    `clear` is the clear space round it as a share of its height, `least` the smallest height in mm its owner allows, 0
    when none is given. A stroke of `w` units is `w * POINTS_PER_MM` points wide, so that paths and strokes scale by the
    same number (mm to a unit). `name` is what a reader hears.
    """

    name: str
    width: float
    height: float
    paint: tuple[Paint, ...]
    clear: float
    least: float


Cmyk = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black in percent."""


@dataclass(frozen=True, slots=True)
class BrandKit:
    """`accent` is the primary colour as text or rule on white; `on_primary` the ink on the brand block.

    `logos` is the row that stands side by side, main one first; `logos_mono` the same in one ink. `cmyk` gives the inks
    of a colour where the owner of the brand says them.
    """

    name: str
    primary: Colour
    on_primary: Colour
    accent: Colour
    tint: Colour
    tint_strong: Colour
    heading: Family
    body: Family
    logos: tuple[Logo, ...]
    logos_mono: tuple[Logo, ...]
    cmyk: tuple[tuple[Colour, Cmyk], ...] = ()
