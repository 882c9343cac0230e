"""Frames: head and foot of a page of any size, and the room that is left between them.

In: a desk, a heading, perhaps a subtitle above the fold and a note at the foot. Out: the body of a page (mm), known
before anything is drawn, so that rows can be shared out over pages; then each page with its head and foot. An A4 is a
document, with the margin of a binder; what is larger hangs on a wall. Source: looks.md sections 1 and 5. Leaves alone:
the body.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cached_property

from kaarten.compose.desk import Desk
from kaarten.compose.parts.bands import A4, header_band, masthead, name_room, open_band, page_footer, running_head
from kaarten.compose.parts.poster_bands import NOTE_FREE, poster_footer, poster_footer_height, poster_head
from kaarten.compose.styles import LEAD, NAME, POSTER_TITLE, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import PAPER_SIZES, Rect
from kaarten.tailor.job import Domain

_A4, _A3 = PAPER_SIZES["A4"], PAPER_SIZES["A3"]
_LYING = A4(left=15, width=267, top=18, rule=190.3, foot=193.8)
"""A4 landscape: the holes of a binder are at the top."""
_BRAND_BLOCK = 44.0
_MASTHEAD, _RUNNING_HEAD = 24.0, 12.0
_OVER_RULE = 4.8
"""mm from the last baseline of a note to the rule in the foot; over the note there is as much white."""


class Frame(ABC):
    """Pages that look alike. `scale` is that of everything in the body: 1 on a document, less on a card, 1.6 on an A3
    on the wall. `title` is what a face is called when not by the material; `edge` stands where the sheet is cut off.
    """

    scale = 1.0
    title: str | None = None
    edge = ""

    def __init__(self, desk: Desk, heading: str, subtitle: str = "", note: str = "") -> None:
        self.desk = desk
        self.heading, self.subtitle, self.note = heading, subtitle, note
        self.size = desk.material.size
        self.measuring = desk.surface()

    @property
    @abstractmethod
    def body(self) -> Rect:
        """The room between head and foot, in mm."""

    @property
    def raised(self) -> float:
        """mm that the body may begin higher on the pages that follow, because they have a lower head."""
        return 0.0

    def body_of(self, page: int) -> Rect:
        """The room on a page by its number, below the low head that the pages after the first may have."""
        return self.body.inset(0, -self.raised, 0, 0) if page > 1 else self.body

    @contextmanager
    def page(self, page: int = 1, pages: int = 1, *, low: bool = False) -> Generator[Surface]:
        """A page with its head, `low` for one after the first whose body is `body_of` it; what is painted inside is its
        body; the foot comes last.
        """
        surface = self.desk.surface(self.title)
        if low and page > 1:
            self.low_head(surface)
        else:
            self.head(surface)
        yield surface
        self.foot(surface, page, pages)

    @abstractmethod
    def head(self, surface: Surface) -> None:
        """What opens every page."""

    def low_head(self, surface: Surface) -> None:
        """What opens the pages that follow."""
        self.head(surface)

    @abstractmethod
    def foot(self, surface: Surface, page: int, pages: int, /) -> None:
        """What closes it: which page of how many, whose, and the credit."""


def frame_for(desk: Desk, heading: str, subtitle: str = "", note: str = "") -> Frame:
    """The frame of a material of this size: a document up to A4, a wall sheet above it."""
    size = desk.material.size
    document = size.width * size.height < 1.01 * _A4.width * _A4.height
    return (DocumentFrame if document else WallFrame)(desk, heading, subtitle, note)


class DocumentFrame(Frame):
    """An A4, standing or lying."""

    @cached_property
    def paper(self) -> A4:
        return A4() if self.size.height > self.size.width else _LYING

    @property
    def body(self) -> Rect:
        top = self.paper.top + _MASTHEAD + 7.5
        foot = self._note_top - _OVER_RULE if self.note else self.paper.rule - 3
        return Rect(self.paper.left, top, self.paper.width, foot - top)

    @property
    def _note_top(self) -> float:
        """The top of the capitals of the note."""
        lines = self.measuring.line_count(self.note, SMALL, self.paper.width)
        return self.paper.rule - _OVER_RULE - (lines - 1) * SMALL.leading - self.measuring.cap_height(SMALL)

    @property
    def raised(self) -> float:
        return _MASTHEAD - _RUNNING_HEAD

    def head(self, surface: Surface) -> None:
        masthead(surface, self.heading, self.subtitle, self.paper)

    def low_head(self, surface: Surface) -> None:
        running_head(surface, self.heading, "", self.paper)

    def foot(self, surface: Surface, page: int, pages: int, /) -> None:
        if self.note:
            y = self._note_top + self.measuring.cap_height(SMALL)
            surface.paragraph(self.paper.left, y, self.paper.width, self.note, SMALL, lines=2)
        page_footer(surface, self.desk.credit, self.desk.identity(page, pages), self.paper)


class DomainFrame(DocumentFrame):
    """An A4 of one domain, its head the row of blocks; without a domain a line to write one on."""

    def __init__(self, desk: Desk, domain: Domain | None, name: str, kicker: Sequence[str], note: str = "") -> None:
        super().__init__(desk, name, note=note)
        self.domain = domain
        self.title = domain.name if domain else None
        self.kicker = kicker

    @property
    def raised(self) -> float:
        return 0.0

    def low_head(self, surface: Surface) -> None:
        self.head(surface)

    def head(self, surface: Surface) -> None:
        box = Rect(self.paper.left, self.paper.top, self.paper.width, _MASTHEAD)
        names = [each.name for each in self.desk.domains_and_competencies]
        style = surface.one_size(names, NAME.sized(21, floor=12), name_room(box, 8, _BRAND_BLOCK))
        if self.domain:
            header_band(surface, box, self.domain, self.domain.name, style, self.kicker, _BRAND_BLOCK)
        else:
            open_band(surface, box, self.heading, style, self.desk.label("domain"), self.kicker, _BRAND_BLOCK)


class WallFrame(Frame):
    """A sheet to hang up, from A4: the head of a poster. Its figures are those of an A3, times `k`."""

    def __init__(self, desk: Desk, heading: str, subtitle: str = "", note: str = "") -> None:
        super().__init__(desk, heading, subtitle, note)
        self.k = min(self.size.width, self.size.height) / _A3.width
        self.scale = 1.6 * self.k

    @cached_property
    def box(self) -> Rect:
        """The sheet within its margins."""
        return Rect(0, 0, self.size.width, self.size.height).inset(15 * self.k, 15 * self.k, 15 * self.k, 10 * self.k)

    @cached_property
    def _style(self) -> Style:
        style = POSTER_TITLE.sized(44 * self.k, floor=28 * self.k)
        return self.measuring.one_size([self.heading], style, self._heading_width, lines=2)

    @property
    def _block_width(self) -> float:
        return self.box.width * (0.69 if self.size.height > self.size.width else 0.73)

    @property
    def _pad(self) -> float:
        return 9 * self.k

    @property
    def _heading_width(self) -> float:
        return self._block_width - 2 * self._pad

    @property
    def _under(self) -> Style:
        return LEAD.sized(20 * self.k, floor=9)

    @cached_property
    def block(self) -> Rect:
        """The brand block: higher with two lines of heading and a subtitle."""
        lines = self.measuring.line_count(self.heading, self._style, self._heading_width)
        text = self.measuring.cap_height(self._style) + (lines - 1) * self._style.leading
        text += 1.5 * self._under.leading if self.subtitle else 0
        return Rect(self.box.x, self.box.y, self._block_width, max(38 * self.k, text + 16 * self.k))

    @property
    def body(self) -> Rect:
        top = self.block.bottom + 10.5 * self.k
        foot = poster_footer_height(self.measuring, self.box.width, self.k, self.note, self.desk.credit)
        return Rect(self.box.x, top, self.box.width, self.box.bottom - foot - 6 * self.k - top)

    def head(self, surface: Surface) -> None:
        style = POSTER_TITLE.sized(44 * self.k, floor=28 * self.k)
        below = (self.subtitle, self._under) if self.subtitle else None
        poster_head(surface, self.block, self.box.right, self.heading, style, 18 * self.k, below, self._pad)

    def foot(self, surface: Surface, page: int, pages: int, /) -> None:
        identity = self.desk.identity(page, pages)
        poster_footer(surface, self.box, self.k, self.note, identity, self.desk.credit, NOTE_FREE)
