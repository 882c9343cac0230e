"""Feet of cards: the logos, and beside them the credit; the back of a card with nothing to read.

In: a Surface, a row at the foot of a card, inside the cut line, and the credit. Out: paint. All logos get the room to
be equally large before the credit gets a line to itself. Leaves alone: which credit (the layout), and logos (`logos`).
"""

from __future__ import annotations

from kaarten.compose.parts.logos import draw_logos, logos_width
from kaarten.compose.styles import CREDIT, NAME, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect

_APART, _LOGOS = 3.5, 0.6
"""mm between the logos and the credit of a small card, and how much of its width the logos may take."""


def card_footer(
    surface: Surface,
    box: Rect,
    credit: str,
    credit_width: float,
    lines: int = 3,
    logo_height: float = 6.5,
    scale: float = 1.0,
) -> None:
    """Logo left, credit right and level with its foot: on a card, inside the cut line. `scale` is that of the type."""
    draw_logos(surface, Rect(box.x, box.y, box.width - credit_width - 6, box.height), logo_height)
    style = CREDIT.sized(CREDIT.size * max(1.0, scale))
    taken = min(lines, surface.line_count(credit, style, credit_width))
    x, first = box.right - credit_width, box.bottom - 0.4 - (taken - 1) * style.leading
    surface.paragraph(x, first, credit_width, credit, style, lines=lines, anchor="end", shaping="settled")


def small_footer(surface: Surface, box: Rect, credit: str) -> None:
    """The same on an A6 or smaller, its credit as `small_credit`."""
    draw_logos(surface, logos_room(surface, box, credit, CREDIT), box.height)
    small_credit(surface, box, credit, CREDIT)


def logos_room(surface: Surface, box: Rect, credit: str, style: Style, told: float = 0.0) -> Rect:
    """Where the logos stand in the foot of a small card: left of the credit, and of what is `told` above it (mm)."""
    width, _ = _credit_size(surface, box, credit, style)
    return box.inset(0, 0, max(width, told) + _APART, 0)


def small_credit(surface: Surface, box: Rect, credit: str, style: Style) -> float:
    """A credit at the right of the foot of a small card: on one line, or on two where the logos need more room than
    that leaves them. Returns the baseline of a line above it.
    """
    width, lines = _credit_size(surface, box, credit, style)
    first = box.bottom - 0.4 - (lines - 1) * style.leading
    surface.paragraph(box.right - width, first, width, credit, style, lines=2, anchor="end", shaping="settled")
    return first - style.leading * 1.1


def _credit_size(surface: Surface, box: Rect, credit: str, style: Style) -> tuple[float, int]:
    """mm and lines of a credit."""
    half = Rect(box.x, box.y, box.width * _LOGOS, box.height)
    left = box.width - logos_width(surface, box.height, half) - _APART
    if surface.width(credit, style) <= left:
        return left, 1
    return left, min(2, surface.line_count(credit, style, left))


def plain_back(surface: Surface, name: str) -> None:
    """The back of a card with nothing to read: logo and name in the middle, far from edges that shift in duplex."""
    width, height = surface.size.width, surface.size.height
    room = Rect(20, height / 2 - 22, width - 40, 22)
    taken = logos_width(surface, 14, room, around=9)
    draw_logos(surface, Rect((width - taken) / 2, room.y, taken, room.height), 14, around=9)
    style = NAME.sized(18, floor=12)
    surface.text(width / 2, height / 2 + 14, name, style, tag="H1", anchor="middle", width=width - 40)
