"""Logos: one or more, each as large as its shape allows, with its clear space.

In: a Surface, the brand, a box. Out: a figure that says whose logos they are, and how much room they took. Leaves alone:
loading and mono variants (`brand`).
"""

from __future__ import annotations

import math

from kaarten.brand.kit import Logo
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect

_WIDE = 3.5
"""The proportion for which the heights in looks.md are given: a mark with a name of two lines beside it."""


def logo_sizes(logos: tuple[Logo, ...], height: float, room: Rect | None = None) -> list[tuple[float, float]]:
    """Width and height in mm for each logo, so that all look equally large: equal area, as a mark of proportion 3.5 at
    `height` mm has. Never higher than `room`, never smaller than the owner's least.
    """
    highest = room.height if room else height * 1.8
    sizes: list[tuple[float, float]] = []
    for logo in logos:
        proportion = logo.width / logo.height
        h = min(math.sqrt(height * height * _WIDE / proportion), highest)
        h = max(h, min(logo.least, highest))
        sizes.append((h * proportion, h))
    if room:
        total = sum(width for width, _ in sizes) + sum(
            _gap(logo, size[1]) for logo, size in list(zip(logos, sizes))[1:]
        )
        if total > room.width:
            sizes = [(width * room.width / total, h * room.width / total) for width, h in sizes]
    return sizes


def _gap(logo: Logo, height: float) -> float:
    return max(4.0, logo.clear * height)


def logos_width(surface: Surface, height: float, room: Rect | None = None) -> float:
    """The width in mm that `draw_logos` will take."""
    logos = surface.brand.logos
    sizes = logo_sizes(logos, height, room)
    return sum(width for width, _ in sizes) + sum(_gap(logo, size[1]) for logo, size in list(zip(logos, sizes))[1:])


def draw_logos(surface: Surface, room: Rect, height: float, *, right: bool = False) -> float:
    """The brand's logos side by side in `room`, centred on its height, at its left or right edge. Returns their width."""
    logos = surface.brand.logos
    sizes = logo_sizes(logos, height, room)
    total = logos_width(surface, height, room)
    x = room.right - total if right else room.x
    middle = room.y + room.height / 2
    if not logos:
        return 0.0
    with surface.figure("Logo: " + ", ".join(logo.name for logo in logos), Rect(x, room.y, total, room.height)):
        for logo, (width, h) in zip(logos, sizes):
            surface.artwork(logo.paint, h / logo.height, x, middle - h / 2)
            x += width + _gap(logo, h)
    return total
