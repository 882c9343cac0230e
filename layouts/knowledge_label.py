"""Knowledge label: a round sticker for the poster that says general or specific without colour too (B05, B06).

In: which kind it is. Out: a sticker with a ring, the letter A in a disc or S in a square, and a line for a name. How
many follows from the team's stickers: one that buys small dots needs none. Leaves alone: the places they go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from kaarten.layout import LINE, Desk, LayoutContent, Piece, Rect, Size, Stroke, knowledge_sticker

SMALLEST = Size(28, 28)
"""Less leaves no room to write a name."""
EDGE: Final = 0.1
"""mm from the ink of the outer ring to where printing must end."""


class Content(LayoutContent):
    kind: Literal["general", "specific"]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One sticker; every copy is the same."""
    _check_size(desk)
    surface = desk.surface()
    x, y, radius = desk.safe_disc
    radius -= EDGE
    name = f"{desk.label(f'{content.kind}-letter')}: {desk.label(content.kind)}"
    with surface.figure(name, Rect(x - radius, y - radius, 2 * radius, 2 * radius)):
        knowledge_sticker(surface, x, y, radius, "A" if content.kind == "general" else "S")
    half, line = radius * 0.583, y + radius * 0.29
    with surface.artifact():
        surface.line(x - half, line, x + half, line, Stroke(LINE, 0.5))
    yield Piece(desk.material.title, surface.face())


def _check_size(desk: Desk) -> None:
    """A sticker must be as large as its places on the poster."""
    size, diameter = min(desk.material.size.width, desk.material.size.height), desk.job.stickers.diameter
    if desk.material.copies and abs(size - diameter) > 1:
        desk.report.warning("label-of-other-size", desk.material.mark, size=size, diameter=diameter)
