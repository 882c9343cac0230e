"""The look of a domain: the colours that follow from its own, and how its tile, strip and icon are painted.

In: a Domain (or the brand) and a box. Out: decoration on a Surface. Source: looks.md sections 3 and 5. Leaves alone:
the domain's name, which is text and so the layout's.
"""

from __future__ import annotations

from functools import lru_cache

from kaarten.brand import colours
from kaarten.brand.colours import ink_on
from kaarten.brand.icons import icon as icon_path
from kaarten.brand.icons import icon_names
from kaarten.compose.parts.patterns import patterned, strip_scale
from kaarten.compose.styles import NUMERAL
from kaarten.compose.surface import Surface
from kaarten.diagnostics.guess import guess
from kaarten.geometry import POINTS_PER_MM, Rect
from kaarten.graphics import Colour, Path, Stroke
from kaarten.tailor.job import Domain
from kaarten.text import Key, mark_of

JOINT = 0.75
"""White between blocks that touch (looks.md, the idea)."""

ICON_SHARE = 0.64
"""Of the tile."""


@lru_cache(maxsize=64)
def general_tint(domain: Domain) -> Colour:
    """Behind general knowledge (A), and behind the name on a card."""
    return colours.general_tint(domain.colour)


@lru_cache(maxsize=64)
def specific_tint(domain: Domain) -> Colour:
    """Behind specific knowledge (S): darker, so that the two differ in grey as well."""
    return colours.specific_tint(domain.colour)


def icon(surface: Surface, name: str, x: float, y: float, size: float, colour: Colour, weight: float = 1.75) -> None:
    """An outline icon in a box of `size` mm; `weight` is the line on the 24 grid. Paints into whatever is open."""
    scale = size / 24
    stroke = Stroke(colour, weight * scale * POINTS_PER_MM, round=True)
    surface.path(icon_path(name).mapped(scale, x, y), stroke=stroke)


def known_icon(surface: Surface, name: Key) -> str | None:
    """The name of an icon; None, and an unknown-icon in the report, when there is no such icon."""
    if name in icon_names():
        return str(name)
    known = sorted(icon_names())
    surface.report.error("unknown-icon", mark_of(name), icon=str(name), guess=guess(name, known), known=known)
    return None


def tile(surface: Surface, box: Rect, colour: Colour, icon_name: str | None) -> None:
    """A block with an icon in its middle. Decoration: the name beside it says the same."""
    with surface.artifact():
        surface.rect(box, fill=colour)
        if icon_name:
            size = min(box.width, box.height) * ICON_SHARE
            x, y = box.middle
            icon(surface, icon_name, x - size / 2, y - size / 2, size, ink_on(colour))


def number_tile(surface: Surface, box: Rect, number: str, size: float) -> None:
    """A tinted block with a number of `size` points in its middle; from 14 points on it can be read on the tint."""
    with surface.artifact():
        surface.rect(box, fill=surface.brand.tint_strong)
    style = NUMERAL.sized(size).coloured(surface.brand.accent)
    x, y = box.middle
    surface.text(x, y + surface.cap_height(style) / 2, number, style, tag="P", anchor="middle", width=box.width - 4)


def strip(surface: Surface, box: Rect, domain: Domain, scale: float | None = None) -> None:
    """The domain's pattern in its ink on its colour."""
    with surface.artifact():
        surface.rect(box, fill=domain.colour)
        marks = patterned(domain.pattern, Path.rect(box), box, ink_on(domain.colour), scale or strip_scale(box.width))
        surface.paint(marks)


def domain_tile(
    surface: Surface, box: Rect, domain: Domain, strip_width: float, tile_width: float | None = None
) -> float:
    """Tile and strip side by side, starting at the left of `box` and as high as it; the tile as wide as it is high when
    no width is said. Returns the x after the joint.
    """
    width = box.height if tile_width is None else tile_width
    tile(surface, Rect(box.x, box.y, width, box.height), domain.colour, domain.icon)
    x = box.x + width + JOINT
    strip(surface, Rect(x, box.y, strip_width, box.height), domain)
    return x + strip_width + JOINT
