"""Logos: one or more, each as large as its shape allows, with its clear space.

In: a Surface, the brand, a box and how much white is round it. Out: a figure that says whose logos they are, and where
they stand. Leaves alone: loading logos and their variants (`brand`), and which variant is printed (`desk`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kaarten.brand.kit import Logo
from kaarten.compose.slide import LogoRow
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.text import mark_of

_WIDE = 3.5
"""The proportion for which the heights in looks.md are given: a mark with a name of two lines beside it."""

_OVER = 1.25
"""Of the room's height that a logo may take when its owner's minimum asks for it."""

_LEAST_GAP = 3.0
"""mm between two logos, when neither asks for more clear space."""

_NEARLY = 1.25
"""How much wider one logo may be than another of which it should have the width."""

_SLACK = 0.05
"""mm under its least that nobody sees of a logo."""

AROUND = 5.5
"""mm of white round the room that any page gives to logos; a page with more says so."""


_Size = tuple[float, float]
"""Width and height in mm."""


@dataclass(frozen=True, slots=True)
class Group:
    """Logos together: each with its box inside the group; all in mm."""

    logos: tuple[tuple[Logo, Rect], ...]
    width: float
    height: float
    share: float
    """How much of their wished size they have."""


def group_logos(logos: Sequence[Logo], height: float, room: Rect, around: float = AROUND) -> Group:
    """Logos side by side or, when they become larger that way, under each other.

    All look equally large: of the area that a mark of proportion 3.5 has at `height` mm; never higher than the room,
    never smaller than their owner's least, all of them made smaller together when the room is too small, and each so
    small that its clear space is no more than the white `around` the room (mm). One that must be larger makes the
    others larger too, where there is room for that.
    """
    most = room.height * _OVER
    shaped = [min(height * math.sqrt(_WIDE * logo.height / logo.width), room.height) for logo in logos]
    least = [max(h, min(logo.least, most)) for logo, h in zip(logos, shaped, strict=True)]
    grown = max((up / h for up, h in zip(least, shaped, strict=True)), default=1.0)
    together = _grouped(logos, [min(h * grown, most) for h in shaped], room, around)
    return _grouped(logos, least, room, around) if any(_too_small(*one) for one in together.logos) else together


def _grouped(logos: Sequence[Logo], heights: Sequence[float], room: Rect, around: float) -> Group:
    heights = [min(h, around / logo.clear) if logo.clear else h for logo, h in zip(logos, heights, strict=True)]
    sizes = [(logo.width / logo.height * h, h) for logo, h in zip(logos, heights, strict=True)]
    row, column = _side_by_side(logos, sizes, room), _stacked(logos, _of_one_width(logos, sizes), room)
    return column if column.share > row.share * 1.05 else row


def _too_small(logo: Logo, box: Rect) -> bool:
    return box.height < logo.least - _SLACK


def _of_one_width(logos: Sequence[Logo], sizes: Sequence[_Size]) -> Sequence[_Size]:
    """Logos that are nearly as wide as each other get one width, else a column of them looks like a mistake."""
    widths = [width for width, _ in sizes]
    if not widths or max(widths) > min(widths) * _NEARLY:
        return sizes
    alike = [(min(widths), h * min(widths) / width) for width, h in sizes]
    return sizes if any(h < logo.least for logo, (_, h) in zip(logos, alike, strict=True)) else alike


def _gap(logo: Logo, height: float) -> float:
    return max(_LEAST_GAP, logo.clear * height)


def _side_by_side(logos: Sequence[Logo], sizes: Sequence[_Size], room: Rect) -> Group:
    gaps = [0.0, *(_gap(logo, h) for logo, (_, h) in zip(logos[1:], sizes[1:], strict=True))]
    total = sum(width for width, _ in sizes) + sum(gaps)
    share = min(1.0, room.width / total) if total else 1.0
    tallest = max((h for _, h in sizes), default=0.0) * share
    boxes: list[tuple[Logo, Rect]] = []
    x = 0.0
    for logo, (width, h), gap in zip(logos, sizes, gaps, strict=False):
        x += gap * share
        boxes.append((logo, Rect(x, (tallest - h * share) / 2, width * share, h * share)))
        x += width * share
    return Group(tuple(boxes), x, tallest, share)


def _stacked(logos: Sequence[Logo], sizes: Sequence[_Size], room: Rect) -> Group:
    gap = max((_gap(logo, h) for logo, (_, h) in zip(logos, sizes, strict=True)), default=0.0)
    total = sum(h for _, h in sizes) + gap * max(0, len(logos) - 1)
    widest = max((width for width, _ in sizes), default=0.0)
    share = min(1.0, room.height / total, room.width / widest) if widest else 1.0
    boxes: list[tuple[Logo, Rect]] = []
    y = 0.0
    for logo, (width, h) in zip(logos, sizes, strict=True):
        boxes.append((logo, Rect(0, y, width * share, h * share)))
        y += (h + gap) * share
    return Group(tuple(boxes), widest * share, max(0.0, y - gap * share), share)


def logos_width(surface: Surface, height: float, room: Rect, around: float = AROUND) -> float:
    """The width in mm that `draw_logos` will take."""
    return group_logos(surface.brand.logos, height, room, around).width


def draw_logos(
    surface: Surface,
    room: Rect,
    height: float,
    *,
    right: bool = False,
    around: float = AROUND,
    logos: Sequence[Logo] | None = None,
) -> Group:
    """The brand's logos, or others, in `room`, centred on its height, at its left or right edge."""
    group = group_logos(surface.brand.logos if logos is None else logos, height, room, around)
    if not group.logos:
        return group
    x, y = _corner(group, room, right=right)
    names = ", ".join(logo.name for logo, _ in group.logos)
    with surface.figure(f"Logo: {names}", Rect(x, y, group.width, group.height)):
        for logo, box in group.logos:
            if _too_small(logo, box):
                figures = {"height": f"{box.height:.1f}", "least": f"{logo.least:g}"}
                surface.report.warning("logo-under-minimum", mark_of(logo.name), where=surface.where, **figures)
            surface.artwork(logo.paint, box.height / logo.height, x + box.x, y + box.y)
    return group


def placed_logos(logos: Sequence[Logo], row: LogoRow) -> list[tuple[Logo, Rect]]:
    """Where the logos of a slide stand: at the right of their room."""
    group = group_logos(logos, row.height, row.room, row.around)
    x, y = _corner(group, row.room, right=True)
    return [(logo, box.moved(x, y)) for logo, box in group.logos]


def _corner(group: Group, room: Rect, *, right: bool) -> tuple[float, float]:
    return room.right - group.width if right else room.x, room.y + (room.height - group.height) / 2
