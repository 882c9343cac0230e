"""Dialogue card: a group fills in what to learn, for whom, how and when; dots on it set the order (C13 to C16).

In: the words of the card, its prompts, how many of each. Out: a card per domain, for the generic competencies and blank
ones, with the prompts, a plain back or no back. From 180 mm wide it lies with two columns (A5), narrower it stands with
one (A6, 105 x 148.5, the smallest). Source: looks.md section 5. Leaves alone: how many go on a sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kaarten.layout import (
    HAIR,
    HINT,
    INK_2,
    LABEL,
    LINE,
    NAME,
    QUESTION,
    SMALL,
    STONE,
    WHITE,
    Desk,
    Domain,
    Face,
    LayoutContent,
    Piece,
    Quantity,
    Rect,
    Size,
    Stroke,
    Style,
    Surface,
    Text,
    brand_lines,
    card_footer,
    draw_logos,
    hanging_numeral,
    header_band,
    label,
    logos_width,
    name_room,
    option,
    small_band,
    tile,
    writing_lines,
)

SMALLEST = Size(105, 148.5)
WIDE_FROM = 180.0
Back = Literal["prompts", "plain", "none"]


class Field(LayoutContent):
    label: Text
    hint: Text


class Prompt(LayoutContent):
    """A question on the back and the field on the front that its answer goes in."""

    field: Literal["quarter", "target-group", "topic", "learning-format"]
    question: Text


class Copies(LayoutContent):
    domain: Quantity
    competencies: Quantity
    blank: Quantity


class Content(LayoutContent):
    back: Back
    copies: Copies
    kicker: Text
    moment: Text
    blank_name: Text
    quarter: Field
    target_group: Field
    topic: Field
    learning_format: Field
    options: dict[str, Text]
    group: Text
    stickers: Text
    back_title: Text
    back_intro: Text
    prompts: dict[str, Prompt]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A piece per domain, one for the competencies, one blank; all names in one size."""
    draw = wide_front if desk.material.size.width >= WIDE_FROM else narrow_front
    back = back_face(desk, content)
    domains = desk.domains_and_competencies
    for domain in domains:
        quantity = content.copies.competencies if domain is desk.job.competencies else content.copies.domain
        yield Piece(domain.name, draw(desk, content, domain), back, desk.count(quantity))
    yield Piece(content.blank_name, draw(desk, content, None), back, desk.count(content.copies.blank))


def _name_style(desk: Desk, surface: Surface, content: Content, room: float, style: Style) -> Style:
    names = [*(domain.name for domain in desk.domains_and_competencies), content.blank_name]
    return surface.one_size(names, style, room)


# ---- the front, lying


def wide_front(desk: Desk, content: Content, domain: Domain | None) -> Face:
    """Ticks on the left, writing on the right, stickers along the foot (A5: 210 x 148.5)."""
    surface = desk.surface(domain.name if domain else content.blank_name)
    width, height = surface.size.width, surface.size.height
    left, right, zone = 10.0, width - 10, Rect(10, height - 31.5, width - 20, 16.5)
    band = Rect(left, 9, right - left, 24)
    style = _name_style(desk, surface, content, name_room(band, 8, 36), NAME)
    if domain:
        header_band(surface, band, domain, domain.name, style, (content.kicker, content.moment))
    else:
        _blank_band(desk, surface, band, content, style, brand_block=36)
    foot = zone.y - 4.5
    _quarter(surface, content, Rect(left, 45, 62, 0), step=16, gap=1.2, side=7)
    _target_group(surface, content, Rect(left, 67.5, 62, 0))
    with surface.artifact():
        surface.line(75.5, 39.5, 75.5, foot, Stroke(HAIR, 0.5))
    taken = surface.text(left, foot, content.group, HINT, width=30)
    writing_lines(surface, left + taken + 4, foot, 50 - taken - 4, 1)
    _writing(surface, content, Rect(82, 45, right - 82, foot - 45), forms=2)
    _sticker_zone(surface, content, zone, label_width=34, place=13, pitch=16.2)
    card_footer(surface, Rect(left, height - 12, right - left, 6.5), desk.credit, credit_width=112)
    return surface.face()


# ---- the front, standing


def narrow_front(desk: Desk, content: Content, domain: Domain | None) -> Face:
    """Everything under each other (A6: 105 x 148.5)."""
    surface = desk.surface(domain.name if domain else content.blank_name)
    width, height = surface.size.width, surface.size.height
    left, right, zone = 8.0, width - 8, Rect(8, height - 27.75, width - 16, 13.5)
    band = Rect(left, 9, right - left, 17)
    style = _name_style(desk, surface, content, name_room(band, 5.25, 0) + 2.5, NAME.sized(16, floor=11))
    if domain:
        small_band(surface, band, domain, content.kicker, domain.name, style)
    else:
        _blank_band(desk, surface, band, content, style, brand_block=0)
    _quarter(surface, content, Rect(left, 36, right - left, 0), step=(right - left) / 4, gap=1.5, side=6)
    _target_group_row(surface, content, Rect(left, 52.5, right - left, 0))
    foot = zone.y - 5.25
    _writing(surface, content, Rect(left, 69, right - left, foot - 69), forms=1)
    _sticker_zone(surface, content, zone, label_width=23, place=10.5, pitch=12.9)
    card_footer(surface, Rect(left, height - 12, right - left, 5.5), desk.label("credit-short"), 52, 1, logo_height=5.5)
    return surface.face()


# ---- its parts


def _blank_band(desk: Desk, surface: Surface, band: Rect, content: Content, style: Style, brand_block: float) -> None:
    """Without a domain the band is stone, with a line to write the domain on."""
    tile(surface, Rect(band.x, band.y, band.height, band.height), INK_2, "pencil")
    x = band.x + band.height + 0.75
    field = Rect(x, band.y, band.right - x - (brand_block + 0.75 if brand_block else 0), band.height)
    with surface.artifact():
        surface.rect(field, fill=STONE)
    pad = 5 if brand_block else 3.5
    if not brand_block:
        style = style.sized(min(style.size, 12), floor=11)
    surface.text(
        field.x + pad, field.y + field.height * 0.42, content.blank_name, style, tag="H1", width=field.width - 2 * pad
    )
    baseline = field.bottom - field.height * 0.17
    taken = surface.text(field.x + pad, baseline, desk.label("domain"), HINT.sized(9), width=field.width / 3)
    writing_lines(surface, field.x + pad + taken + 2, baseline, field.width - 2 * pad - taken - 2, 1)
    if brand_block:
        brand_lines(
            surface, Rect(band.right - brand_block, band.y, brand_block, band.height), content.kicker, content.moment
        )


def _field_styles(surface: Surface) -> tuple[Style, Style, Style]:
    if surface.size.width >= WIDE_FROM:
        return LABEL, HINT, Style(12, 6, floor=11)
    return LABEL.sized(12, floor=11), HINT.sized(9), Style(11, 5, floor=9)


def _quarter(surface: Surface, content: Content, box: Rect, step: float, gap: float, side: float) -> None:
    label_style, hint_style, option_style = _field_styles(surface)
    label(surface, box.x, box.y, *_pair(content.quarter), width=box.width, style=label_style, hint_style=hint_style)
    with surface.tag("L"):
        for index in range(4):
            x = box.x + index * step
            option(surface, x, box.y + 3, f"Q{index + 1}", option_style, side=side, gap=gap, width=step)


def _target_group(surface: Surface, content: Content, box: Rect) -> None:
    label_style, hint_style, option_style = _field_styles(surface)
    label(
        surface, box.x, box.y, *_pair(content.target_group), width=box.width, style=label_style, hint_style=hint_style
    )
    with surface.tag("L"):
        for index, text in enumerate(content.options.values()):
            option(surface, box.x, box.y + 3 + index * 9, text, option_style, width=box.width)


def _target_group_row(surface: Surface, content: Content, box: Rect) -> None:
    label_style, hint_style, option_style = _field_styles(surface)
    label(
        surface, box.x, box.y, *_pair(content.target_group), width=box.width, style=label_style, hint_style=hint_style
    )
    texts = list(content.options.values())
    style = option_style
    while style.size > style.floor and _row_width(surface, texts, style) > box.width:
        style = style.sized(style.size - 0.25, floor=option_style.floor)
    spare = max(0.0, box.width - _row_width(surface, texts, style))
    x = box.x
    with surface.tag("L"):
        for text in texts:
            last = text is texts[-1]
            room = box.right - x if last else 7.5 + surface.width(text, style) + 0.01
            taken = option(surface, x, box.y + 3, text, style, side=6, gap=1.2, width=room)
            x += taken + (spare / max(1, len(texts) - 1) if not last else 0)


def _row_width(surface: Surface, texts: list[Text], style: Style) -> float:
    return sum(7.2 + surface.width(text, style) for text in texts) + 3 * (len(texts) - 1)


def _writing(surface: Surface, content: Content, box: Rect, forms: int) -> None:
    """Topic and learning format: `forms` lines for the second, as many as fit for the first."""
    label_style, hint_style, _ = _field_styles(surface)
    first = 12.0 if forms == 2 else 10.5
    below = 9 + 10.5 + 9 * (forms - 1)
    lines = int((box.height - first - below) // 9) + 1
    label(surface, box.x, box.y, *_pair(content.topic), width=box.width, style=label_style, hint_style=hint_style)
    last = writing_lines(surface, box.x, box.y + first, box.width, lines)
    y = last + 9
    label(surface, box.x, y, *_pair(content.learning_format), width=box.width, style=label_style, hint_style=hint_style)
    writing_lines(surface, box.x, y + 10.5, box.width, forms)


def _sticker_zone(
    surface: Surface, content: Content, zone: Rect, label_width: float, place: float, pitch: float
) -> None:
    """Places for the dots that set the priority, as many as there is room for (`place` and `pitch` in mm)."""
    with surface.artifact():
        surface.rect(zone, fill=STONE)
    count = int((zone.width - label_width - 4) // pitch)
    middle = zone.y + zone.height / 2
    style = SMALL if label_width > 30 else SMALL.sized(9)
    surface.paragraph(zone.x + 4, middle - 1.1, label_width - 4, content.stickers, style, lines=2)
    with surface.artifact():
        for index in range(count):
            x = zone.right - 4 - place / 2 - (count - 1 - index) * pitch
            surface.circle(x, middle, place / 2, WHITE, Stroke(LINE, 0.75, dash=(1.1, 1.1)))


def _pair(field: Field) -> tuple[Text, Text]:
    return field.label, field.hint


# ---- the back


def back_face(desk: Desk, content: Content) -> Face | None:
    if content.back == "none":
        return None
    return plain_back(desk, content) if content.back == "plain" else prompts_back(desk, content)


def plain_back(desk: Desk, content: Content) -> Face:
    """The logo and the name of the card, far from the edges: a back shifts by a millimetre or two."""
    surface = desk.surface(content.kicker)
    width, height = surface.size.width, surface.size.height
    draw_logos_centred(surface, Rect(20, height / 2 - 22, width - 40, 22))
    style = NAME.sized(18, floor=12)
    surface.text(width / 2, height / 2 + 14, content.kicker, style, tag="H1", anchor="middle", width=width - 40)
    return surface.face()


def draw_logos_centred(surface: Surface, room: Rect) -> None:
    taken = logos_width(surface, 14, room)
    draw_logos(surface, Rect(room.middle[0] - taken / 2, room.y, taken, room.height), 14)


def prompts_back(desk: Desk, content: Content) -> Face:
    """Title, a rule in the brand's accent, six prompts in two columns (one on a narrow card), each with its field."""
    surface = desk.surface(content.back_title)
    wide = surface.size.width >= WIDE_FROM
    box = Rect(14, 14, surface.size.width - 28, surface.size.height - 28)
    title = NAME if wide else NAME.sized(16, floor=12)
    y = box.y + (9.5 if wide else 5)
    surface.text(box.x, y, content.back_title, title, tag="H1", width=box.width)
    intro = HINT if wide else HINT.sized(9)
    y = surface.paragraph(
        box.x, y + (8.5 if wide else 6), box.width, content.back_intro, intro, lines=1 if wide else 3
    ).below
    rule = y + 1.0 if wide else y - 1.5
    with surface.artifact():
        surface.line(box.x, rule, box.right, rule, Stroke(surface.brand.accent, 1.5))
    prompts = list(content.prompts.values())
    columns = Rect(box.x, rule + 3, box.width, box.bottom - 9.5 - rule - 3).columns(2 if wide else 1, 8)
    per_row = len(columns)
    rows = -(-len(prompts) // per_row)
    row_height = columns[0].height / rows
    with surface.tag("L"):
        for index, prompt in enumerate(prompts):
            row, column = divmod(index, per_row)
            cell = Rect(columns[column].x, columns[column].y + row * row_height, columns[column].width, row_height)
            _prompt(surface, content, cell, index + 1, prompt, last_row=row == rows - 1)
    card_footer(surface, Rect(box.x, box.bottom - 5.5, box.width, 6.5), "", 10)
    return surface.face()


def _prompt(surface: Surface, content: Content, cell: Rect, number: int, prompt: Prompt, *, last_row: bool) -> None:
    wide = surface.size.width >= WIDE_FROM
    field: Field = getattr(content, prompt.field.replace("-", "_"))
    question = QUESTION if wide else Style(11, 4.8, floor=11)
    tag_style = HINT.strong if wide else HINT.sized(9).strong
    indent, first = (13.0, 7.2) if wide else (9.0, 4.5)
    with surface.tag("LI"):
        hanging_numeral(
            surface, cell.x - 0.4, cell.y + first, str(number), 32 if wide else 20, tag_style, surface.brand.accent
        )
        with surface.tag("LBody"):
            surface.text(cell.x + indent, cell.y + first, field.label, tag_style, width=cell.width - indent)
            surface.paragraph(
                cell.x + indent,
                cell.y + first + (6.6 if wide else 5),
                cell.width - indent,
                prompt.question,
                question,
                lines=int((cell.height - first - (6.6 if wide else 5)) // question.leading) or 1,
            )
    if not last_row:
        with surface.artifact():
            surface.line(cell.x, cell.bottom - 1.5, cell.right, cell.bottom - 1.5, Stroke(HAIR, 0.5))
