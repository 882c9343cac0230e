"""Logos: one or more, each as large as its shape allows, with its clear space.

In: a Surface, the brand, a box. Out: a figure that says whose logos they are, and how much room they took. Leaves
alone: loading and mono variants (`brand`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from kaarten.brand.kit import Logo
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect

_WIDE = 3.5
"""The proportion for which the heights in looks.md are given: a mark with a name of two lines beside it."""

_LEAST_GAP = 4.0
"""mm between two logos, when neither asks for more clear space."""


@dataclass(frozen=True, slots=True)
class Row:
    """Logos side by side: each with its left edge from the start of the row, and its width and height, in mm."""

    logos: tuple[tuple[Logo, float, float, float], ...]
    width: float


def logo_row(logos: tuple[Logo, ...], height: float, room: Rect) -> Row:
    """Logos that all look equally large: of the area that a mark of proportion 3.5 has at `height` mm, never higher than
    the room, never smaller than their owner's least; narrowed together when the room is too narrow.
    """
    placed: list[tuple[Logo, float, float, float]] = []
    x = 0.0
    for logo in logos:
        proportion = logo.width / logo.height
        h = max(min(height * math.sqrt(_WIDE / proportion), room.height), min(logo.least, room.height))
        if placed:
            x += max(_LEAST_GAP, logo.clear * h)
        placed.append((logo, x, h * proportion, h))
        x += h * proportion
    share = min(1.0, room.width / x) if x else 1.0
    return Row(tuple((logo, at * share, width * share, h * share) for logo, at, width, h in placed), x * share)


def logos_width(surface: Surface, height: float, room: Rect) -> float:
    """The width in mm that `draw_logos` will take."""
    return logo_row(surface.brand.logos, height, room).width


def draw_logos(surface: Surface, room: Rect, height: float, *, right: bool = False) -> float:
    """The brand's logos in `room`, centred on its height, at its left or right edge. Returns their width."""
    row = logo_row(surface.brand.logos, height, room)
    if not row.logos:
        return 0.0
    start = room.right - row.width if right else room.x
    names = ", ".join(logo.name for logo, *_ in row.logos)
    with surface.figure(f"Logo: {names}", Rect(start, room.y, row.width, room.height)):
        for logo, x, _, h in row.logos:
            surface.artwork(logo.paint, h / logo.height, start + x, room.y + (room.height - h) / 2)
    return row.width
