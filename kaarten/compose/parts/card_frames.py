"""Frames of cards: the row of blocks above and the foot below, as on a page, so that one layout makes any size.

In: a desk, what stands in the head, perhaps a note at the foot. Out: a Frame: of a lying card, of a small one, or that
of a page when the material is as large as one. Source: looks.md section 5. Leaves alone: the body.
"""

from __future__ import annotations

from dataclasses import dataclass

from kaarten.compose.desk import Desk
from kaarten.compose.parts.bands import (
    brand_band,
    card_footer,
    header_band,
    name_room,
    small_band,
    small_brand_band,
    small_footer,
)
from kaarten.compose.parts.frames import DomainFrame, Frame, frame_for
from kaarten.compose.styles import CREDIT, HINT, NAME
from kaarten.compose.surface import Surface
from kaarten.geometry import PAPER_SIZES, Rect
from kaarten.tailor.job import Domain

WIDE_FROM = 180.0
"""mm from which a card lies, and has room for a brand block."""
_NOTE = 8.0
"""mm for a note above the foot."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above: of a domain its name instead of the heading. `icon` is on the tile of a card without one."""

    heading: str
    kicker: str
    moment: str = ""
    icon: str = "pencil"
    domain: Domain | None = None


def sized_frame(desk: Desk, head: Head, note: str = "") -> Frame:
    """The frame of a material of this size: a small card, a lying one, a page or a sheet for the wall."""
    size, page = desk.material.size, PAPER_SIZES["A4"]
    if page.within(size) or page.turned.within(size):
        if head.domain:
            return DomainFrame(desk, head.domain, head.domain.name, desk.dated(head.kicker, *_some(head.moment)), note)
        return frame_for(desk, head.heading, head.moment or head.kicker, note)
    return (LyingFrame if size.width >= WIDE_FROM else SmallFrame)(desk, head, note)


class LyingFrame(Frame):
    """A card such as an A5: a brand block with two lines, a credit of three."""

    scale = 0.9

    def __init__(self, desk: Desk, head: Head, note: str = "") -> None:
        super().__init__(desk, head.heading, head.kicker, note)
        self.title = head.domain.name if head.domain else None
        self._head = head

    @property
    def body(self) -> Rect:
        foot = self.size.height - 15 - (_NOTE if self.note else 0)
        return Rect(10, 38, self.size.width - 20, foot - 38)

    def head(self, surface: Surface) -> None:
        head, box = self._head, Rect(10, 9, self.size.width - 20, 24)
        kicker = self.desk.dated(head.kicker, *_some(head.moment))
        if head.domain:
            names = [each.name for each in self.desk.domains]
            style = surface.one_size(names, NAME, name_room(box, 8, 36))
            header_band(surface, box, head.domain, head.domain.name, style, kicker)
        else:
            brand_band(surface, box, head.icon, head.heading, NAME, kicker)

    def foot(self, surface: Surface, _page: int, _pages: int, /) -> None:
        width, height = self.size.width, self.size.height
        if self.note:
            surface.text(10, height - 17.5, self.note, HINT, width=width - 20)
        card_footer(surface, Rect(10, height - 12, width - 20, 6.5), self.desk.credit, credit_width=112)


class SmallFrame(LyingFrame):
    """A card such as an A6: the kicker above the name, a credit of a few words; the whole of it goes to the edge."""

    scale = 0.8

    def __init__(self, desk: Desk, head: Head, note: str = "") -> None:
        super().__init__(desk, head, note)
        self.edge = desk.credit

    @property
    def body(self) -> Rect:
        foot = self.size.height - 14.5 - (_NOTE if self.note else 0)
        return Rect(8, 30.5, self.size.width - 16, foot - 30.5)

    def head(self, surface: Surface) -> None:
        head, box = self._head, Rect(8, 9, self.size.width - 16, 17)
        lines = [head.kicker, head.moment] if head.moment else self.desk.dated(head.kicker)
        kicker, style = "  \u00b7  ".join(lines), NAME.sized(16, floor=11)
        if head.domain:
            names = [each.name for each in self.desk.domains]
            style = surface.one_size(names, style, name_room(box, 5.25, 0) + 2.5)
            small_band(surface, box, head.domain, kicker, head.domain.name, style)
        else:
            small_brand_band(surface, box, head.icon, kicker, head.heading, style)

    def foot(self, surface: Surface, _page: int, _pages: int, /) -> None:
        width, height = self.size.width, self.size.height
        if self.note:
            surface.paragraph(8, height - 18.4, width - 16, self.note, CREDIT, lines=2)
        small_footer(surface, Rect(8, height - 12, width - 16, 5.5), self.desk.credit_short)


def _some(moment: str) -> tuple[str, ...]:
    return (moment,) if moment else ()
