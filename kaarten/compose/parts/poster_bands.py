"""The head and the foot of a poster.

In: a Surface and words. Out: the brand block with the heading and the logo beside it; at the foot a note, whose poster
it is, and the credit. Source: looks.md section 5. Leaves alone: what hangs between them.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaarten.compose.parts.logos import draw_logos
from kaarten.compose.styles import CREDIT, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.text import Text

_NOTE_NEAR, NOTE_FREE = 1.5, 2.3
"""Lines of the foot from its first to the note above it: on a full poster, and where a body stands above it."""


def poster_head(
    surface: Surface,
    block: Rect,
    right: float,
    heading: str,
    style: Style,
    logo_height: float,
    subtitle: tuple[str, Style] | None = None,
    pad: float = 0.0,
) -> None:
    """The brand block of a poster with the heading (H1) in one or two lines, and the logo between it and `right`.

    A subtitle, with its style, stands below the heading; the two are centred together. `pad` is the white (mm) left and
    right of them and round the logo, a fifth of the block's height when not given.
    """
    with surface.artifact():
        surface.rect(block, fill=surface.brand.primary)
    ink = surface.brand.on_primary
    pad = pad or block.height * 0.21
    room = block.width - 2 * pad
    style = surface.one_size([heading], style, room, lines=2)
    lines = surface.line_count(heading, style, room)
    cap = surface.cap_height(style)
    below = 1.5 * subtitle[1].leading if subtitle else 0.0
    y = block.y + (block.height - cap - (lines - 1) * style.leading - below) / 2 + cap
    end = surface.paragraph(block.x + pad, y, room, heading, style.coloured(ink), lines=2, tag="H1").below
    if subtitle:
        text, small = subtitle
        surface.text(block.x + pad, end - style.leading + below, text, small.coloured(ink), width=room)
    logo = Rect(block.right + pad, block.y, right - block.right - pad, block.height)
    draw_logos(surface, logo, logo_height, right=True, around=pad)


def poster_footer(
    surface: Surface,
    box: Rect,
    scale: float,
    note: str,
    identity: Sequence[Text],
    credit: str,
    above: float = _NOTE_NEAR,
) -> None:
    """Up from the foot of `box`: the credit, which poster it is and whose, and `above` lines higher a note."""
    small = _poster_credit(scale)
    lines = min(3, surface.line_count(credit, small, box.width))
    y = box.bottom - (lines - 1) * small.leading
    surface.paragraph(box.x, y, box.width, credit, small, lines=3, shaping="settled")
    y -= small.leading * 1.15
    x, space = box.x, surface.width("\u00b7 \u00b7", small) - 2 * surface.width("\u00b7", small)
    for part in (part for part in identity if part):
        shown = part.like(f"\u00b7 {part}") if x > box.x else part
        x += surface.text(x, y, shown, small, width=box.right - x) + space
    if note:
        style = _poster_note(scale)
        more = surface.line_count(note, style, box.width) - 1
        y -= small.leading * above + more * style.leading
        surface.paragraph(box.x, y, box.width, note, style, lines=2)


def poster_footer_height(surface: Surface, width: float, scale: float, note: str, credit: str) -> float:
    """mm that `poster_footer` takes of its box, from the foot up, with a note that is free of it."""
    small = _poster_credit(scale)
    lines = min(3, surface.line_count(credit, small, width))
    height = (lines - 1 + 1.15) * small.leading + surface.cap_height(small)
    if note:
        style = _poster_note(scale)
        height += small.leading * NOTE_FREE + (surface.line_count(note, style, width) - 1) * style.leading
        height += surface.cap_height(style) - surface.cap_height(small)
    return height


def _poster_credit(scale: float) -> Style:
    return CREDIT.sized(max(8 * scale, 7), floor=6.5)


def _poster_note(scale: float) -> Style:
    return SMALL.sized(max(14 * scale, 8.5), floor=8)
