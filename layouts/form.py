"""Form: things to fill in by hand, on a card, half a sheet or pages (B24, B29, B32, C03, C12, C23 to C27, D01, E02).

In: a heading, a lead, fields, a note in the foot. Out: one card or as many pages as the fields take, no field split,
under a low head from the second on; or that for each domain. From 180 mm wide it lies with two columns of fields (A5),
narrower it stands with one (A6, the smallest); an A4 is a document. Each is filled: what room is left goes to the
lines. Source: looks.md sections 2, 4 and 5. Leaves alone: how many go on a sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from kaarten.layout import (
    BODY,
    PAPER_SIZES,
    SHEET_LOOK,
    SMALL_LOOK,
    WIDE_FROM,
    Desk,
    Domain,
    Face,
    Field,
    FieldLook,
    FieldRows,
    Frame,
    Head,
    IconName,
    Items,
    LayoutContent,
    Piece,
    Rect,
    Size,
    Surface,
    Text,
    sized_frame,
)

"""mm: the head of a page, and that of those that follow."""

SMALLEST, LARGEST = (PAPER_SIZES["A6"], Size(200, 140)), Size(297, 297)
"""The largest is an A4, standing or lying."""
AIR, UNDER_LEAD = 2.5, 7.0
"""mm above the fields of a card; from the last baseline of the lead to the first field."""
FOOT, LEAST_FOOT = {"page": 3.0, "lying": 4.5, "small": 3.8}, 1.5
"""mm below the fields, so that the last line stands 6 from what is in the foot; what is left of it on a full card."""


class Content(LayoutContent):
    """A card is named by its heading, else its title. `each: domain` makes one for every domain, named after that; the
    heading stands above the fields then. `numbered` counts the fields that take more than a line behind their label.
    """

    each: Literal["domain"] | None = None
    icon: IconName = "pencil"
    heading: Text | None = None
    kicker: Text
    moment: Text | None = None
    lead: Text | None = None
    numbered: bool = False
    fields: Items[Field]
    note: Text | None = None


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One form, or one for each domain."""
    for domain in desk.domains if content.each == "domain" else [None]:
        heading = content.heading or desk.material.title
        head = Head(heading, content.kicker, content.moment or "", content.icon, domain)
        frame = sized_frame(desk, head, content.note or "")
        name = domain.name if domain else desk.material.title
        yield from desk.pages(name, _faces(frame, content, domain), frame.edge)


def _faces(frame: Frame, content: Content, domain: Domain | None) -> list[Face]:
    """The fields on their pages; a card is one page, whatever has to fit on it."""
    look = _look(frame)
    card = frame.scale < 1
    lead = _lead(frame.measuring.scratch(), frame.body, content, domain, look)
    rows = FieldRows(frame.measuring, frame.body, list(content.fields.values()), look, numbered=content.numbered)
    body = _card_body(frame, rows, lead, look) if card else frame.body.inset(0, 0, 0, FOOT["page"])
    pages = [None] if card else rows.pages(body.height + frame.raised, body.height - lead)
    faces: list[Face] = []
    for number, page in enumerate(pages, start=1):
        with frame.page(number, len(pages), low=True) as surface:
            above = _lead(surface, body, content, domain, look) if number == 1 else -frame.raised
            rows.draw(surface, body.inset(0, above, 0, 0), page)
        faces.append(surface.face())
    return faces


def _card_body(frame: Frame, rows: FieldRows, lead: float, look: FieldLook) -> Rect:
    """The room on a card: what is written stands well above the foot, unless the card is too full for that."""
    body = frame.body.inset(0, AIR, 0, 0)
    wanted = FOOT["small" if look is SMALL_LOOK else "lying"]
    return body.inset(0, 0, 0, max(LEAST_FOOT, min(wanted, body.height - lead - rows.least)))


def _look(frame: Frame) -> FieldLook:
    """One column on what stands, two on what lies."""
    if frame.scale < 1:
        return FieldLook() if frame.size.width >= WIDE_FROM else SMALL_LOOK
    return SHEET_LOOK if frame.size.height > frame.size.width else replace(SHEET_LOOK, columns=2)


def _lead(surface: Surface, body: Rect, content: Content, domain: Domain | None, look: FieldLook) -> float:
    """A heading that has no place in the band, and the lead. Returns the mm that they take."""
    style = BODY.sized(11) if look is SMALL_LOOK else BODY
    y, cap = body.y, surface.cap_height(style)
    if domain and content.heading:
        y = surface.paragraph(body.x, y + cap, body.width, content.heading, style.strong, lines=2, tag="H2").below - cap
    if content.lead:
        below = surface.paragraph(body.x, y + cap, body.width, content.lead, style, lines=6).below
        y = below - style.leading + UNDER_LEAD
    return y - body.y
