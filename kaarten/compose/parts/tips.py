"""Tips: an icon, a few words, a sentence, in tinted blocks beside each other.

In: a Surface, a box, Tips. Out: the blocks, their headings tagged. Source: the comp 08. Leaves alone: what they say.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaarten.compose.parts.looks import icon
from kaarten.compose.styles import LABEL, SMALL
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.model.content import LayoutContent
from kaarten.text import Text


class Tip(LayoutContent):
    icon: str
    heading: Text
    text: Text


def draw_tips(surface: Surface, box: Rect, tips: Sequence[Tip]) -> None:
    """Tips side by side over the width of `box`, each a tinted block."""
    for cell, tip in zip(box.columns(len(tips), 4.5), tips, strict=True):
        with surface.artifact():
            surface.rect(cell, fill=surface.brand.tint)
            icon(surface, tip.icon, cell.x + 4, cell.y + 4, 9, surface.brand.accent)
        surface.text(cell.x + 16, cell.y + 7.2, tip.heading, LABEL.sized(12, floor=10), tag="H2", width=cell.width - 18)
        surface.text(cell.x + 16, cell.y + 12.6, tip.text, SMALL, width=cell.width - 18)
