"""Frames of cards: the row of blocks above and the foot below, as on a page, so that one layout makes any size.

In: a desk, what stands in the head, perhaps a note at the foot. Out: a Frame: of a lying card, of a small one, or that
of a page when the material is as large as one. Source: looks.md section 5. Leaves alone: the body.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from kaarten.compose.desk import Desk
from kaarten.compose.parts.bands import (
    brand_band,
    header_band,
    name_room,
    open_band,
    small_band,
    small_brand_band,
)
from kaarten.compose.parts.card_feet import card_footer, small_footer
from kaarten.compose.parts.frames import DomainFrame, Frame, frame_for
from kaarten.compose.parts.looks import JOINT
from kaarten.compose.styles import CREDIT, HINT, NAME, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import PAPER_SIZES, Rect
from kaarten.tailor.job import Domain

WIDE_FROM = 180.0
"""mm from which a card lies, and has room for a brand block."""
_NOTE = 8.0
"""mm for a note above the foot."""
_SMALL_NOTE, _NOTE_LINES, _OVER_NOTE = Style(9, 3.9, floor=7), 3, 2.2
"""That of a small card: it tells what to do; in so many lines, with mm of white over it."""
_NOTE_FOOT = 15.5
"""mm from the last baseline of that note, with its white, to the foot of the card."""
_CREDIT, _CREDIT_LINES = 112.0, 3
"""mm for the credit of a lying card, and how many lines of it."""
_BAND, _HIGH_BAND, _BAND_PADS = 17.0, 22.5, 6.5
"""mm: the row of blocks of a small card with a name of one line and of two, and the air round the name."""
_SMALLEST_NAME = 11.0


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above: of a domain its name instead of the heading. `icon` is on the tile of a card without one. An
    `open` one has a line to write a domain on.
    """

    heading: str
    kicker: str
    moment: str = ""
    icon: str = "pencil"
    domain: Domain | None = None
    open: bool = False

    @property
    def of_domain(self) -> bool:
        """Whether it is that of a domain, printed or to be written."""
        return self.open or self.domain is not None


def sized_frame(desk: Desk, head: Head, note: str = "") -> Frame:
    """The frame of a material of this size: a small card, a lying one, a page or a sheet for the wall."""
    size, page = desk.material.size, PAPER_SIZES["A4"]
    if page.within(size) or page.turned.within(size):
        if head.of_domain:
            name = head.domain.name if head.domain else head.heading
            return DomainFrame(desk, head.domain, name, desk.dated(head.kicker, *_some(head.moment)), note)
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
        elif head.open:
            open_band(surface, box, head.heading, NAME, self.desk.label("domain"), kicker)
        else:
            brand_band(surface, box, head.icon, head.heading, NAME, kicker)

    def foot(self, surface: Surface, page: int, pages: int, /) -> None:
        width, height = self.size.width, self.size.height
        if self.note:
            surface.text(10, height - 17.5, self.note, HINT, width=width - 20)
        credit = self._numbered(self._credit, page, pages)
        card_footer(surface, Rect(10, height - 12, width - 20, 6.5), credit, _CREDIT)

    @cached_property
    def _credit(self) -> str:
        """The whole of it, or when that takes more than three lines a few words."""
        long = self.measuring.line_count(self.desk.credit, CREDIT, _CREDIT) > _CREDIT_LINES
        return self.desk.credit_short if long else self.desk.credit

    def _numbered(self, credit: str, page: int, pages: int) -> str:
        """The credit, and before it which page this is when there are more."""
        number = self.desk.page_of(page, pages)
        return f"{number}  \u00b7  {credit}" if number else credit


class SmallFrame(LyingFrame):
    """A card such as an A6: the kicker above the name, a credit of a few words; the whole of it goes to the edge."""

    scale = 0.8

    def __init__(self, desk: Desk, head: Head, note: str = "") -> None:
        super().__init__(desk, head, note)
        self.edge = desk.credit

    @property
    def body(self) -> Rect:
        top, foot = self._band.bottom + 4.5, self.size.height - 14.5 - self._note_height
        return Rect(8, top, self.size.width - 16, foot - top)

    @cached_property
    def _band(self) -> Rect:
        """The row of blocks: higher with a heading of two lines."""
        band = Rect(8, 9, self.size.width - 16, _BAND)
        room = band.width - _BAND - JOINT - _BAND_PADS
        one = self._head.of_domain or self.measuring.width(self.heading, NAME.sized(_SMALLEST_NAME)) <= room
        return band if one else replace(band, height=_HIGH_BAND)

    @cached_property
    def _note_height(self) -> float:
        """mm that the note above the foot takes, with white over it."""
        if not self.note:
            return 0.0
        lines = self.measuring.line_count(self.note, _SMALL_NOTE, self.size.width - 16)
        return min(_NOTE_LINES, lines) * _SMALL_NOTE.leading + _OVER_NOTE

    def head(self, surface: Surface) -> None:
        head, box = self._head, self._band
        lines = [head.kicker, head.moment] if head.moment else self.desk.dated(head.kicker)
        size = 13 if box.height > _BAND else 16
        kicker, style = "  \u00b7  ".join(lines), NAME.sized(size, floor=_SMALLEST_NAME)
        if head.domain:
            names = [each.name for each in self.desk.domains]
            style = surface.one_size(names, style, name_room(box, 5.25, 0) + 2.5)
            small_band(surface, box, head.domain, kicker, head.domain.name, style)
        elif head.open:
            open_band(surface, box, head.heading, style, self.desk.label("domain"))
        else:
            small_brand_band(surface, box, head.icon, kicker, head.heading, style)

    def foot(self, surface: Surface, page: int, pages: int, /) -> None:
        width, height = self.size.width, self.size.height
        if self.note:
            first = height - _NOTE_FOOT - self._note_height + _SMALL_NOTE.leading
            surface.paragraph(8, first, width - 16, self.note, _SMALL_NOTE, lines=_NOTE_LINES)
        credit = self._numbered(self.desk.credit_short, page, pages)
        small_footer(surface, Rect(8, height - 12, width - 16, 5.5), credit)


def _some(moment: str) -> tuple[str, ...]:
    return (moment,) if moment else ()
