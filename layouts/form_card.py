"""Form card: a few things to fill in by hand, on a card or half a sheet (B24, B32, C03, C12, C23, C25, C27).

In: a heading, a lead, fields, a note in the foot. Out: one card, or one for each domain. From 180 mm wide it lies with
two columns of fields (A5), narrower it stands with one (A6, the smallest). Source: looks.md section 5. Leaves alone:
how many go on a sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kaarten.layout import (
    BODY,
    CREDIT,
    HINT,
    NAME,
    PAPER_SIZES,
    SMALL_LOOK,
    Desk,
    Domain,
    Face,
    Field,
    FieldLook,
    IconName,
    LayoutContent,
    Piece,
    Rect,
    Size,
    Style,
    Surface,
    Text,
    brand_band,
    card_footer,
    draw_fields,
    header_band,
    name_room,
    small_band,
    small_brand_band,
    small_footer,
)

SMALLEST = (PAPER_SIZES["A6"], Size(200, 140))
WIDE_FROM = 180.0


class Content(LayoutContent):
    """A card is named by its heading, else its title. `each: domain` makes one for every domain, named after that; the
    heading stands above the fields then.
    """

    each: Literal["domain"] | None = None
    icon: IconName = "pencil"
    heading: Text | None = None
    kicker: Text
    moment: Text | None = None
    lead: Text | None = None
    fields: dict[str, Field]
    note: Text | None = None


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One card, or one for each domain with their names in one size."""
    wide = desk.material.size.width >= WIDE_FROM
    draw, edge = (lying, "") if wide else (standing, desk.credit)
    for domain in desk.domains if content.each == "domain" else [None]:
        yield Piece(domain.name if domain else desk.material.title, draw(desk, content, domain), edge=edge)


def lying(desk: Desk, content: Content, domain: Domain | None) -> Face:
    """Two columns (A5: 210 x 148.5)."""
    surface = desk.surface(domain.name if domain else None)
    width, height = surface.size.width, surface.size.height
    _band(desk, surface, content, domain, Rect(10, 9, width - 20, 24))
    top = _lead(surface, content, domain, 10, 41, BODY)
    foot = height - 17
    if content.note:
        surface.text(10, height - 17.5, content.note, HINT, width=width - 20)
        foot -= 6
    draw_fields(surface, Rect(10, top, width - 20, foot - top), list(content.fields.values()), FieldLook())
    card_footer(surface, Rect(10, height - 12, width - 20, 6.5), desk.credit, credit_width=112)
    return surface.face()


def standing(desk: Desk, content: Content, domain: Domain | None) -> Face:
    """One column (A6: 105 x 148.5); the note stands above the foot."""
    surface = desk.surface(domain.name if domain else None)
    width, height = surface.size.width, surface.size.height
    _small_band(desk, surface, content, domain, Rect(8, 9, width - 16, 17))
    top = _lead(surface, content, domain, 8, 33, BODY.sized(11))
    foot = height - (23 if content.note else 16)
    draw_fields(surface, Rect(8, top, width - 16, foot - top), list(content.fields.values()), SMALL_LOOK)
    if content.note:
        surface.paragraph(8, height - 18.4, width - 16, content.note, CREDIT, lines=2)
    small_footer(surface, Rect(8, height - 12, width - 16, 5.5), desk.credit_short)
    return surface.face()


def _band(desk: Desk, surface: Surface, content: Content, domain: Domain | None, box: Rect) -> None:
    kicker = desk.dated(content.kicker, *([content.moment] if content.moment else []))
    if domain:
        style = surface.one_size([each.name for each in desk.domains], NAME, name_room(box, 8, 36))
        header_band(surface, box, domain, domain.name, style, kicker)
    else:
        brand_band(surface, box, content.icon, content.heading or desk.material.title, NAME, kicker)


def _small_band(desk: Desk, surface: Surface, content: Content, domain: Domain | None, box: Rect) -> None:
    kicker = "  \u00b7  ".join([content.kicker, content.moment] if content.moment else desk.dated(content.kicker))
    style = NAME.sized(16, floor=11)
    if domain:
        room = name_room(box, 5.25, 0) + 2.5
        style = surface.one_size([each.name for each in desk.domains], style, room)
        small_band(surface, box, domain, kicker, domain.name, style)
    else:
        small_brand_band(surface, box, content.icon, kicker, content.heading or desk.material.title, style)


def _lead(surface: Surface, content: Content, domain: Domain | None, x: float, y: float, style: Style) -> float:
    """A heading that has no place in the band, and the lead, from y down. Returns where the fields begin."""
    width = surface.size.width - 2 * x
    cap = surface.cap_height(style)
    if domain and content.heading:
        y = surface.paragraph(x, y + cap, width, content.heading, style.strong, lines=2, tag="H2").below - cap
    if content.lead:
        below = surface.paragraph(x, y + cap, width, content.lead, style, lines=3).below
        y = below - style.leading + 7
    return y
