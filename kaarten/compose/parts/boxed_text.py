"""Text on a block: one or more lines, centred together on its height.

In: a Surface, a box, a text. Out: the text, fitted to the box's width. Leaves alone: the colour below it.
"""

from __future__ import annotations

from kaarten.compose.styles import Style
from kaarten.compose.surface import Anchor, Block, Surface
from kaarten.geometry import Rect


def block_text(
    surface: Surface,
    box: Rect,
    text: str,
    style: Style,
    *,
    lines: int = 1,
    tag: str | None = "P",
    anchor: Anchor = "start",
) -> Block:
    """Up to `lines` lines in `box`, from its left or as `anchor` says, their capitals on the middle of its
    height.
    """
    style = surface.one_size([text], style, box.width, lines)
    taken = min(lines, surface.line_count(text, style, box.width))
    y = box.middle[1] + (surface.cap_height(style) - (taken - 1) * style.leading) / 2
    return surface.paragraph(box.x, y, box.width, text, style, lines=lines, tag=tag, anchor=anchor)
