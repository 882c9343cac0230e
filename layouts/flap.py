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
    Stroke,
    Style,
    Surface,
    Text,
    brand_lines,
    card_footer,
    domain_tile,
    general_tint,
    header_band,
    name_room,
)

SMALLEST = (PAPER_SIZES["A4"], PAPER_SIZES["A4"].turned)
MARGIN = 12.0
HUGE = NAME.sized(100)
FOUR_METRES, FLOOR = 113.0, 57.0
"""Points: words that are read from four metres, and the least, from two."""


class Content(LayoutContent):
    """`fields` stand `across` beside each other; with `competencies` those have a sheet too."""

    kicker: Text
    moment: Text
    competencies: bool = False
    across: Count = Count(1)
    fields: dict[str, Text] = {}


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A sheet or a heading for each, the names in one size."""
    draw = _sheet if content.fields else _heading
    for domain in _domains(desk, content):
        yield Piece(domain.name, draw(desk, content, domain))


def _domains(desk: Desk, content: Content) -> tuple[Domain, ...]:
    return desk.domains_and_competencies if content.competencies else desk.domains


# ---- a heading


def _heading(desk: Desk, content: Content, domain: Domain) -> Face:
    """Tile, strip, what the domain is and what the sheet is for; below them the name over the whole width."""
    surface = desk.surface(domain.name)
    k = min(surface.size.width / 297, surface.size.height / 210)
    box = Rect(0, 0, surface.size.width, surface.size.height).inset(MARGIN * k, MARGIN * k, MARGIN * k, 9 * k)
    row = Rect(box.x, box.y, box.width, 42 * k)
    x = domain_tile(surface, row, domain, 14 * k)
    brand = Rect(row.right - 62 * k, row.y, 62 * k, row.height)
    _name(desk, content, surface, Rect(box.x, row.bottom + JOINT, box.width, box.height - row.height - 24 * k), domain, k)
    _sentence(surface, Rect(x, row.y, brand.x - JOINT - x, row.height), domain, k)
    brand_lines(surface, brand, desk.dated(content.kicker, content.moment), 1.5 * k)
    card_footer(surface, Rect(box.x, box.bottom - 11 * k, box.width, 11 * k), desk.credit, 160 * k, 3, 11 * k, k)
    return surface.face()


def _name(desk: Desk, content: Content, surface: Surface, band: Rect, domain: Domain, k: float) -> None:
    """In two lines when it has two words, in the one size at which all names fit."""
    room, pad = band.width - 16 * k, 8 * k
    names = [each.name for each in _domains(desk, content)]
    style = surface.one_size(names, HUGE.sized(FOUR_METRES * k, floor=FLOOR * k), room, 2)
    style = style.sized(min(style.size, (band.height - 16 * k) / 2 / HUGE.leading * HUGE.size), floor=FLOOR * k)
    with surface.artifact():
        surface.rect(band, fill=general_tint(domain))
    lines = surface.line_count(domain.name, style, room)
    cap = surface.cap_height(style)
    y = band.middle[1] + (cap - (lines - 1) * style.leading) / 2
    surface.paragraph(band.x + pad, y, room, domain.name, style, lines=2, tag="H1")


def _sentence(surface: Surface, box: Rect, domain: Domain, k: float) -> None:
    with surface.artifact():
        surface.rect(box, fill=general_tint(domain))
    style = surface.one_size([domain.sentence], LEAD.sized(20 * k, floor=12 * k), box.width - 12 * k, 3)
    lines = surface.line_count(domain.sentence, style, box.width - 12 * k)
    y = box.middle[1] + (surface.cap_height(style) - (lines - 1) * style.leading) / 2
    surface.paragraph(box.x + 6 * k, y, box.width - 12 * k, domain.sentence, style, lines=3)


# ---- a sheet with fields


def _sheet(desk: Desk, content: Content, domain: Domain) -> Face:
    """The row of blocks, and fields with their heads down to the foot."""
    surface = desk.surface(domain.name)
    k = min(surface.size.width, surface.size.height) / 297
    box = Rect(0, 0, surface.size.width, surface.size.height).inset(15 * k, 15 * k, 15 * k, 10 * k)
    band = Rect(box.x, box.y, box.width, 36 * k)
    names = [each.name for each in _domains(desk, content)]
    style = surface.one_size(names, HUGE.sized(57 * k, floor=20 * k), name_room(band, 12 * k, 60 * k))
    header_band(surface, band, domain, domain.name, style, desk.dated(content.kicker, content.moment), 60 * k, 1.5 * k)
    _fields(surface, Rect(box.x, band.bottom + 6 * k, box.width, box.height - band.height - 25 * k), content, domain, k)
    card_footer(surface, Rect(box.x, box.bottom - 11 * k, box.width, 11 * k), desk.credit, 180 * k, 3, 11 * k, k)
    return surface.face()


def _fields(surface: Surface, box: Rect, content: Content, domain: Domain, k: float) -> None:
    """Each a tinted head and a box to write in, in the order they are read."""
    texts, across = list(content.fields.values()), max(1, content.across)
    rows = box.rows(-(-len(texts) // across), 5 * k)
    cells = [cell for row in rows for cell in row.columns(across, 5 * k)]
    style = _label_style(surface, texts, cells[0].width - 8 * k, k)
    lines = max(surface.line_count(text, style, cells[0].width - 8 * k) for text in texts)
    height = surface.cap_height(style) + (lines - 1) * style.leading + 10 * k
    for cell, text in zip(cells, texts, strict=False):
        head = Rect(cell.x, cell.y, cell.width, height)
        with surface.artifact():
            surface.rect(head, fill=general_tint(domain))
            surface.rect(cell.inset(0.2, height + JOINT, 0.2, 0.2), stroke=Stroke(LINE, k))
        own = surface.line_count(text, style, cell.width - 8 * k)
        y = head.middle[1] + (surface.cap_height(style) - (own - 1) * style.leading) / 2
        surface.paragraph(cell.x + 4 * k, y, cell.width - 8 * k, text, style, lines=2, tag="H2")


def _label_style(surface: Surface, texts: list[Text], room: float, k: float) -> Style:
    """On one line while that is large enough to be read standing before it, else on two."""
    one = surface.one_size(texts, LABEL.sized(28 * k, floor=20 * k), room)
    fits = max(surface.width(text, one) for text in texts) <= room
    return one if fits else surface.one_size(texts, LABEL.sized(26 * k, floor=14 * k), room, 2)
