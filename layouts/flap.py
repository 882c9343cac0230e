"""Flap: a sheet of the flip chart, or only its heading, for a domain (B16, C06, C07).

In: what the sheet is for, and fields to write in, so many beside each other. Out: one per domain, and where asked one
for the competencies. Without fields it is a heading to put above a sheet: the name as large as it can be, to be read
from four metres. Drawn for A4 and A3, scaled to any size from A4. Source: looks.md sections 2 and 5, research on print
section 2. Leaves alone: what a group writes.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    JOINT,
    LABEL,
    LEAD,
    LINE,
    NAME,
    PAPER_SIZES,
    Count,
    Desk,
    Domain,
    Face,
    LayoutContent,
    Piece,
    Rect,
    Share,
    Stroke,
    Style,
    Text,
    block_text,
    brand_lines,
    card_footer,
    domain_tile,
    general_tint,
    header_band,
    name_room,
)

SMALLEST = (PAPER_SIZES["A4"], PAPER_SIZES["A4"].turned)
HUGE = NAME.sized(113)
"""Words that are read from four metres."""
TWO_METRES = 57.0
"""Points: the least that the words of a heading have on an A4, and what the name has on an A3 with fields."""


class Content(LayoutContent):
    """`fields` stand `across` beside each other; with `competencies` those have a sheet too."""

    kicker: Text
    moment: Text
    competencies: bool = False
    across: Share = Count(1)
    fields: dict[str, Text] = {}


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A sheet or a heading for each, the names in one size."""
    kind = Sheet if content.fields else Heading
    for domain in desk.domains_and_competencies if content.competencies else desk.domains:
        yield Piece(domain.name, kind(desk, content, domain).face())


class Flap:
    """What a heading and a sheet share: the look of a domain, the names in one size, the foot."""

    def __init__(self, desk: Desk, content: Content, domain: Domain) -> None:
        self.desk = desk
        self.content = content
        self.domain = domain
        self.surface = desk.surface(domain.name)
        self.kicker = desk.dated(content.kicker, content.moment)
        self.names = [each.name for each in (desk.domains_and_competencies if content.competencies else desk.domains)]

    def foot(self, box: Rect, k: float) -> None:
        """Logo and credit along the foot of `box`."""
        row = Rect(box.x, box.bottom - 11 * k, box.width, 11 * k)
        card_footer(self.surface, row, self.desk.credit, 170 * k, 3, 11 * k, k)

    def block(self, box: Rect) -> None:
        """A block in the domain's tint."""
        with self.surface.artifact():
            self.surface.rect(box, fill=general_tint(self.domain))


class Heading(Flap):
    """Tile, strip, what the domain is and what the sheet is for; below them the name. Figures are those of an A4."""

    def face(self) -> Face:
        """The heading."""
        surface = self.surface
        k = min(surface.size.width / 297, surface.size.height / 210)
        box = Rect(0, 0, surface.size.width, surface.size.height).inset(12 * k, 12 * k, 12 * k, max(7.5, 9 * k))
        row = Rect(box.x, box.y, box.width, 42 * k)
        x = domain_tile(surface, row, self.domain, 14 * k)
        brand = Rect(row.right - 62 * k, row.y, 62 * k, row.height)
        self._name(Rect(box.x, row.bottom + JOINT, box.width, box.height - row.height - 24 * k), k)
        self._sentence(Rect(x, row.y, brand.x - JOINT - x, row.height), k)
        brand_lines(surface, brand, self.kicker, 1.5 * k)
        self.foot(box, k)
        return surface.face()

    def _name(self, band: Rect, k: float) -> None:
        """In up to two lines, which the band must hold."""
        self.block(band)
        words = band.inset(8 * k)
        highest = words.height / 2 / HUGE.leading * HUGE.size
        style = HUGE.sized(min(HUGE.size * k, highest), floor=TWO_METRES * k)
        style = self.surface.one_size(self.names, style, words.width, 2)
        block_text(self.surface, words, self.domain.name, style, lines=2, tag="H1")

    def _sentence(self, box: Rect, k: float) -> None:
        self.block(box)
        style = LEAD.sized(20 * k, floor=12 * k)
        block_text(self.surface, box.inset(6 * k, 3 * k), self.domain.sentence, style, lines=3)


class Sheet(Flap):
    """The row of blocks, and fields with their heads down to the foot. Figures are those of an A3."""

    def face(self) -> Face:
        """The sheet."""
        surface = self.surface
        k = min(surface.size.width, surface.size.height) / 297
        box = Rect(0, 0, surface.size.width, surface.size.height).inset(15 * k, 15 * k, 15 * k, 10 * k)
        band = Rect(box.x, box.y, box.width, 36 * k)
        room = name_room(band, 12 * k, 60 * k, 1.5 * k)
        style = surface.one_size(self.names, HUGE.sized(TWO_METRES * k, floor=20 * k), room)
        header_band(surface, band, self.domain, self.domain.name, style, self.kicker, 60 * k, 1.5 * k)
        self._fields(Rect(box.x, band.bottom + 6 * k, box.width, box.height - band.height - 25 * k), k)
        self.foot(box, k)
        return surface.face()

    def _fields(self, box: Rect, k: float) -> None:
        """Each a tinted head and a box to write in, in the order they are read."""
        texts, across = list(self.content.fields.values()), self.content.across
        rows = box.rows(-(-len(texts) // across), 5 * k)
        cells = [cell for row in rows for cell in row.columns(across, 5 * k)]
        room = cells[0].width - 8 * k
        style = self._label_style(texts, room, k)
        lines = min(2, max(self.surface.line_count(text, style, room) for text in texts))
        height = self.surface.cap_height(style) + (lines - 1) * style.leading + 10 * k
        for cell, text in zip(cells, texts, strict=False):
            head = Rect(cell.x, cell.y, cell.width, height)
            self.block(head)
            with self.surface.artifact():
                frame = cell.inset(0.2, height + JOINT, 0.2, 0.2)
                self.surface.rect(frame, stroke=Stroke(LINE, k))
            block_text(self.surface, head.inset(4 * k, 0), text, style, lines=lines, tag="H2")

    def _label_style(self, texts: list[Text], room: float, k: float) -> Style:
        """On one line while that is large enough to be read standing before it, else on two."""
        one = self.surface.one_size(texts, LABEL.sized(28 * k, floor=20 * k), room)
        fits = max(self.surface.width(text, one) for text in texts) <= room
        return one if fits else self.surface.one_size(texts, LABEL.sized(26 * k, floor=14 * k), room, 2)
