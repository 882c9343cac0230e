"""The row of blocks at the top of a page, and the foot: what makes all pages one family.

In: a Surface and words. Out: the header band of a card, the masthead of an A4, the footers, with headings tagged.
Source of all figures: looks.md section 5. Leaves alone: what stands between head and foot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kaarten.brand.inks import HAIR, INK_2, STONE
from kaarten.compose.parts.card_heads import head_lines
from kaarten.compose.parts.forms import writing_lines
from kaarten.compose.parts.logos import draw_logos, logos_width
from kaarten.compose.parts.looks import JOINT, domain_tile, general_tint, number_tile, tile
from kaarten.compose.styles import CREDIT, FOOTER, HINT, SMALL, TITLE, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Colour, Stroke
from kaarten.tailor.job import Domain

KICKER = Style(12, 5, floor=9, bold=True)
_NAME = 21.0
"""Points of the names in bands without a domain: a long one takes two lines before it becomes smaller."""


@dataclass(frozen=True, slots=True)
class A4:
    """The document page: margins 12, 15, 12 and 20 at the left for the holes of a binder (mm)."""

    left: float = 20
    width: float = 175
    top: float = 12
    rule: float = 277.3
    foot: float = 280.8

    @property
    def right(self) -> float:
        return self.left + self.width


def name_room(box: Rect, strip: float, brand_block: float, scale: float = 1.0) -> float:
    """mm for the name in a header band: between the joints, less 5 on the left and 4 on the right, times `scale`."""
    used = box.height + JOINT + strip + JOINT + (JOINT + brand_block if brand_block else 0)
    return box.width - used - 9 * scale


def header_band(
    surface: Surface,
    box: Rect,
    domain: Domain,
    name: str,
    style: Style,
    kicker: Sequence[str],
    brand_block: float = 36,
    scale: float = 1.0,
) -> None:
    """Tile, strip, tinted band with the name (H1), brand block with two lines: material and meeting."""
    x = domain_tile(surface, box, domain, 8 * scale)
    width = box.right - brand_block - JOINT - x
    _band(surface, Rect(x, box.y, width, box.height), name, style, domain, scale)
    brand_lines(surface, Rect(box.right - brand_block, box.y, brand_block, box.height), kicker, scale)


def _band(surface: Surface, box: Rect, name: str, style: Style, domain: Domain, scale: float) -> None:
    with surface.artifact():
        surface.rect(box, fill=general_tint(domain))
    baseline = box.y + box.height / 2 + surface.cap_height(style) / 2
    surface.text(box.x + 5 * scale, baseline, name, style, tag="H1", width=box.width - 9 * scale)


def brand_band(
    surface: Surface, box: Rect, icon: str, name: str, style: Style, kicker: Sequence[str], brand_block: float = 40
) -> None:
    """The same row for a card without a domain: the tile is the brand's, with an icon; no block without a kicker."""
    tile(surface, Rect(box.x, box.y, box.height, box.height), surface.brand.primary, icon)
    x = box.x + box.height + JOINT
    band = Rect(x, box.y, box.right - (brand_block + JOINT if any(kicker) else 0) - x, box.height)
    with surface.artifact():
        surface.rect(band, fill=surface.brand.tint)
    _name(surface, Rect(band.x + 5, band.y, band.width - 9, band.height), name, style)
    if any(kicker):
        brand_lines(surface, Rect(box.right - brand_block, box.y, brand_block, box.height), kicker)


def _name(surface: Surface, box: Rect, name: str, style: Style) -> None:
    """The name (H1) centred on the height of its box, in the size that the names of all such cards have."""
    style = surface.one_size([name], style.sized(min(style.size, _NAME)), box.width, lines=2)
    lines = surface.line_count(name, style, box.width)
    cap = surface.cap_height(style)
    y = box.y + (box.height - cap - (lines - 1) * style.leading) / 2 + cap
    surface.paragraph(box.x, y, box.width, name, style, lines=2, tag="H1")


def brand_lines(surface: Surface, box: Rect, lines: Sequence[str], scale: float = 1.0) -> None:
    """The brand block: a bold line and one or two regular ones under it, 4 mm in, centred together. A bold line that is
    too long for one takes two.
    """
    ink, k = surface.brand.on_primary, scale
    with surface.artifact():
        surface.rect(box, fill=surface.brand.primary)
    first, *others = lines
    room, style = box.width - 8 * k, KICKER.sized(KICKER.size * k, floor=KICKER.floor)
    y = box.y + box.height / 2 - (1.1 + 2.3 * (len(others) - 1)) * k
    two = _in_two_lines(surface, first, style, room, alone=not others)
    if two:
        surface.paragraph(box.x + 4 * k, y - two.leading / 2, room, first, two.coloured(ink), lines=2)
        y += two.leading / 2
    else:
        surface.text(box.x + 4 * k, y, first, style.coloured(ink), width=room)
    for index, line in enumerate(others):
        style = SMALL.sized(SMALL.size * k, floor=SMALL.floor) if index == 0 else SMALL.sized(9 * k, floor=6.5)
        surface.text(box.x + 4 * k, y + (5.3 + 4.4 * index) * k, line, style.coloured(ink), width=room)


def _in_two_lines(surface: Surface, text: str, style: Style, room: float, *, alone: bool) -> Style | None:
    """The style in which a bold line takes two: one that stands alone at its own size, so that it is as large as on the
    other cards of a set; one with others under it at the smallest, when it fits no other way.
    """
    if surface.width(text, style) <= room:
        return None
    widest = max(surface.width(word, style) for word in text.split())
    if alone and widest <= room and surface.line_count(text, style, room) == 2:
        return style
    smallest = style.sized(style.floor)
    return smallest if surface.width(text, smallest) > room else None


def small_band(surface: Surface, box: Rect, domain: Domain, kicker: str, name: str, style: Style) -> None:
    """The band of an A6: no brand block, the material as a small line above the name."""
    x = domain_tile(surface, box, domain, 5.25)
    _small_name(surface, Rect(x, box.y, box.right - x, box.height), general_tint(domain), kicker, name, style)


def small_brand_band(surface: Surface, box: Rect, icon: str, kicker: str, name: str, style: Style) -> None:
    """The same for a card without a domain: the tile is the brand's, with an icon."""
    tile(surface, Rect(box.x, box.y, box.height, box.height), surface.brand.primary, icon)
    x = box.x + box.height + JOINT
    _small_name(surface, Rect(x, box.y, box.right - x, box.height), surface.brand.tint, kicker, name, style)


def numeral_band(surface: Surface, box: Rect, numeral: str, kicker: str, name: str, style: Style) -> None:
    """The same for a numbered card: a tinted tile with the number."""
    number_tile(surface, Rect(box.x, box.y, box.height, box.height), numeral, 40)
    x = box.x + box.height + JOINT
    _small_name(surface, Rect(x, box.y, box.right - x, box.height), surface.brand.tint, kicker, name, style)


def _small_name(surface: Surface, band: Rect, fill: Colour, kicker: str, name: str, style: Style) -> None:
    """Kicker and name (H1) under each other; a band from 22 mm high has room for a name of two lines."""
    with surface.artifact():
        surface.rect(band, fill=fill)
    words, most = band.inset(3.5, 0, 3, 0), 2 if band.height >= 22 else 1
    small = SMALL.sized(9, floor=9)
    lines = head_lines(surface, words, small, name, style, most=most)
    baseline = lines.title if kicker else band.middle[1] + surface.cap_height(style) / 2
    surface.text(words.x, lines.kicker, kicker, small, width=words.width)
    surface.paragraph(words.x, baseline, words.width, name, style, lines=most, tag="H1")


def kicker_row(surface: Surface, box: Rect, icon: str, kicker: str) -> None:
    """A low row for a card of one large word or sentence: the brand's tile with an icon, what kind of card it is."""
    tile(surface, Rect(box.x, box.y, box.height, box.height), surface.brand.primary, icon)
    x = box.x + box.height + JOINT
    with surface.artifact():
        surface.rect(Rect(x, box.y, box.right - x, box.height), fill=surface.brand.tint)
    style = SMALL.sized(max(9.0, box.height * 0.9), floor=9)
    baseline = box.y + box.height / 2 + surface.cap_height(style) / 2
    surface.text(x + 3.5, baseline, kicker, style, width=box.right - x - 7)


def open_band(
    surface: Surface, box: Rect, name: str, style: Style, domain_label: str, kicker: Sequence[str] = ()
) -> None:
    """The band of a card for any domain: stone, with a line to write the domain on; with a kicker a brand block too."""
    brand_block = 36.0 if kicker else 0.0
    tile(surface, Rect(box.x, box.y, box.height, box.height), INK_2, "pencil")
    x = box.x + box.height + JOINT
    field = Rect(x, box.y, box.right - x - (brand_block + JOINT if kicker else 0), box.height)
    with surface.artifact():
        surface.rect(field, fill=STONE)
    pad = 5 if kicker else 3.5
    # above a writing line there is less room than in a whole band
    style = style if kicker else style.sized(min(style.size, 12), floor=11)
    room = field.width - 2 * pad
    surface.text(field.x + pad, field.y + field.height * 0.36, name, style, tag="H1", width=room)
    baseline = field.bottom - field.height * 0.15
    taken = surface.text(field.x + pad, baseline, domain_label, HINT.sized(9), width=room / 3)
    writing_lines(surface, field.x + pad + taken + 2, baseline, room - taken - 2, 1)
    if kicker:
        brand_lines(surface, Rect(box.right - brand_block, box.y, brand_block, box.height), kicker)


def masthead(surface: Surface, title: str, subtitle: str, page: A4 = A4()) -> None:
    """The brand block with title (H1) and subtitle, the logo on white to its right."""
    height, logo_height = 24.0, 12.0
    room = Rect(page.left + page.width - 70, page.top, 70, height)
    logo = logos_width(surface, logo_height, room, around=9)
    block = min(page.width - logo - 9, 123.0)
    with surface.artifact():
        surface.rect(Rect(page.left, page.top, block, height), fill=surface.brand.primary)
    ink = surface.brand.on_primary
    _masthead_texts(surface, title, subtitle, Rect(page.left + 6, page.top, block - 12, height), ink)
    draw_logos(surface, room, logo_height, right=True, around=9)


def running_head(surface: Surface, title: str, detail: str, page: A4 = A4()) -> None:
    """The masthead of the pages that follow: 12 mm high, title and detail on one line, the logo small beside it.

    A title too long for a line takes two.
    """
    height = 12.0
    room = Rect(page.right - 70, page.top, 70, height)
    block = min(page.width - logos_width(surface, 9, room) - 9, 123.0)
    with surface.artifact():
        surface.rect(Rect(page.left, page.top, block, height), fill=surface.brand.primary)
    ink = surface.brand.on_primary
    middle, room_for_title = page.top + height / 2, block * 0.65 if detail else block - 8
    baseline = middle + surface.cap_height(KICKER) / 2
    if surface.width(title, KICKER.sized(KICKER.floor)) > room_for_title:
        style = replace(KICKER.sized(10, floor=8), leading=4.2).coloured(ink)
        surface.paragraph(page.left + 4, middle - 0.9, room_for_title, title, style, lines=2, tag="H1")
        taken = room_for_title
    else:
        taken = surface.text(page.left + 4, baseline, title, KICKER.coloured(ink), tag="H1", width=room_for_title)
    if detail:
        room_left = block - taken - 12
        surface.text(page.left + 8 + taken, baseline, detail, SMALL.coloured(ink), width=room_left)
    draw_logos(surface, room, 9, right=True)


def _masthead_texts(surface: Surface, title: str, subtitle: str, box: Rect, ink: Colour) -> None:
    """Title and subtitle centred together on the block; a long title takes two lines before it becomes small."""
    middle = box.y + box.height / 2
    one = surface.width(title, TITLE.sized(16)) <= box.width
    style = surface.one_size([title], TITLE.sized(22, floor=16), box.width) if one else TITLE.sized(16, floor=13)
    style = replace(style, leading=6.6) if not one else style
    shift = (-1.2 if one else -4.6) if subtitle else surface.cap_height(style) / 2 - (0 if one else 3.3)
    lines = 1 if one else 2
    surface.paragraph(box.x, middle + shift, box.width, title, style.coloured(ink), lines=lines, tag="H1")
    if subtitle:
        below = KICKER.regular if one else SMALL
        surface.text(box.x, middle + (6.3 if one else 8.4), subtitle, below.coloured(ink), width=box.width)


def page_footer(surface: Surface, credit: str, identity: tuple[str, str], page: A4 = A4()) -> None:
    """A hair rule; which page and whose it is below it, and under that the credit in up to three lines."""
    with surface.artifact():
        surface.line(page.left, page.rule, page.right, page.rule, Stroke(HAIR, 0.5))
    taken = surface.text(page.left, page.foot, identity[0], FOOTER, width=page.width / 2)
    surface.text(page.right, page.foot, identity[1], FOOTER, anchor="end", width=page.width - taken - 6)
    surface.paragraph(page.left, page.foot + 3.4, page.width, credit, CREDIT, lines=3, shaping="settled")
