"""What the sheets of a set share: all its cards in sight at once, under one heading.

In: a desk, a card set. Out: the head with how to use the set under it, the room below, a tile with a number. Leaves
alone: how the cards stand on the sheet.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from kaarten.compose.desk import Desk
from kaarten.compose.face import Piece
from kaarten.compose.parts.frames import WallFrame
from kaarten.compose.parts.looks import tile
from kaarten.compose.parts.set_content import SetContent
from kaarten.compose.parts.steps import Passage, draw_passages, passages_height
from kaarten.compose.styles import LEAD, NUMERAL
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect

_UNDER_LEAD = 8.0
_NUMBER = 1.55
"""Points of a number for each mm of the side of its tile."""


class SetSheet(ABC):
    """A sheet in the making. Figures are those of an A3, times `k`."""

    def __init__(self, desk: Desk, content: SetContent) -> None:
        self._title, self.frame = desk.material.title, WallFrame(desk, content.heading)
        self.k, self.measuring = self.frame.k, self.frame.measuring
        style = LEAD.sized(22 * self.k, floor=11)
        self._lead = [Passage(content.cover.text, style)] if content.cover else []

    def piece(self) -> Piece:
        """The one sheet."""
        with self.frame.page() as surface:
            self.draw_lead(surface)
            self.paint(surface)
        return Piece(self._title, surface.face())

    @abstractmethod
    def paint(self, surface: Surface) -> None:
        """The cards, in the room."""

    @property
    def room(self) -> Rect:
        """Under the head and how to use the set, over the foot."""
        lead = passages_height(self.measuring, self._lead, self.frame.body.width)
        return self.frame.body.inset(0, lead + _UNDER_LEAD * self.k if lead else 0, 0, 0)

    def draw_lead(self, surface: Surface) -> None:
        draw_passages(surface, self.frame.body, self._lead)

    def draw_sign(self, surface: Surface, box: Rect, sign: str) -> None:
        """A tile with a number, or an icon."""
        number = sign.isdecimal()
        tile(surface, box, surface.brand.primary, None if number else sign)
        if number:
            side = min(box.width, box.height)
            style = NUMERAL.sized(_NUMBER * side, floor=14).coloured(surface.brand.on_primary)
            x, y = box.middle
            surface.text(x, y + surface.cap_height(style) / 2, sign, style, anchor="middle", width=0.8 * box.width)
