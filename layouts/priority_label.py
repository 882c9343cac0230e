"""Priority label: dots to choose with, in strips of as many as everybody gets (C21).

In: how many strips, and whether initials go on a dot. Out: a dot whose copies stay together in rows, so that a strip
can be cut off and handed out. Leaves alone: how many dots each person gets (`stickers: priority` of the team).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kaarten.layout import Desk, LayoutContent, Piece, Quantity, Rect, Size, priority_dot

SMALLEST = Size(10, 10)
EDGE: Final = 0.1
"""mm from the ink of the dot to where printing must end."""


class Content(LayoutContent):
    strips: Quantity
    initials: bool = False


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One dot; its copies are the strips."""
    surface = desk.surface()
    x, y, radius = desk.safe_disc
    radius -= EDGE
    with surface.figure(desk.material.title, Rect(x - radius, y - radius, 2 * radius, 2 * radius)):
        priority_dot(surface, x, y, radius, initials=content.initials)
    strip = desk.job.stickers.priority
    yield Piece(desk.material.title, surface.face(), copies=desk.count(content.strips) * strip, strip=strip)
