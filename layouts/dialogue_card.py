"""Dialogue card: a group fills in what to learn, for whom, how and when; dots on it set the order (C13 to C16).

In: the words of the card, its prompts, how many of each. Out: a card per domain, for the generic competencies and blank
ones, with the prompts, a plain back or no back. From 180 mm wide it lies with two columns (A5), narrower it stands with
one (A6, 105 x 148.5, the smallest). Source: looks.md section 5. Leaves alone: how many go on a sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kaarten.layout import (
    HAIR,
    HINT,
    LABEL,
    NAME,
    QUESTION,
    Desk,
    Domain,
    Face,
    LayoutContent,
    Numbering,
    Piece,
    Quantity,
    Rect,
    Size,
    Stroke,
    Style,
    Surface,
    Text,
    answer_line,
    card_footer,
    dot_zone,
    header_band,
    label,
    name_room,
    numbered,
    open_band,
    option,
    option_row,
    plain_back,
    question_cells,
    small_band,
    small_footer,
    writing_lines,
)

SMALLEST = (Size(105, 148.5), Size(180, 140))
WIDE_FROM = 180.0
Back = Literal["prompts", "plain", "none"]


@dataclass(frozen=True, slots=True)
class Form:
    """What differs between a lying and a standing card: type, tick boxes (mm), lines, prompts on the back."""

    label: Style
    hint: Style
    option: Style
    box: float
    box_gap: float
    first_line: float
    format_lines: int
    prompts: Numbering
    columns: int


LYING = Form(
    label=LABEL,
    hint=HINT,
    option=Style(12, 6, floor=11),
    box=7,
    box_gap=1.2,
    first_line=12,
    format_lines=2,
    prompts=Numbering(QUESTION, numeral=32, indent=13, baseline=7.2, lines=3),
    columns=2,
)
SMALL_HINT = HINT.sized(9)
STANDING = Form(
    label=LABEL.sized(12, floor=11),
    hint=SMALL_HINT,
    option=Style(11, 5, floor=9),
    box=6,
    box_gap=1.3,
    first_line=10.5,
    format_lines=1,
    prompts=Numbering(
        Style(11, 4.8, floor=11), numeral=20, indent=9, baseline=4.5, lines=3, hint=SMALL_HINT.strong, hint_leading=4.8
    ),
    columns=1,
)


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
    wide = desk.material.size.width >= WIDE_FROM
    draw, edge = (wide_front, "") if wide else (narrow_front, desk.credit)
    back = back_face(desk, content)
    domains = desk.domains_and_competencies
    for domain in domains:
        quantity = content.copies.competencies if domain is desk.job.competencies else content.copies.domain
        yield Piece(domain.name, draw(desk, content, domain), back, desk.count(quantity), edge)
    yield Piece(content.blank_name, draw(desk, content, None), back, desk.count(content.copies.blank), edge)


def _name_style(desk: Desk, surface: Surface, content: Content, room: float, style: Style) -> Style:
    names = [*(domain.name for domain in desk.domains_and_competencies), content.blank_name]
    return surface.one_size(names, style, room)


# ---- the front, lying


def wide_front(desk: Desk, content: Content, domain: Domain | None) -> Face:
    """Ticks on the left, writing on the right, stickers along the foot (A5: 210 x 148.5)."""
    surface = desk.surface(domain.name if domain else content.blank_name)
    width, height = surface.size.width, surface.size.height
    left, right, zone = 10.0, width - 10, Rect(10, height - 33, width - 20, 16.5)
    band = Rect(left, 9, right - left, 24)
    style = _name_style(desk, surface, content, name_room(band, 8, 36), NAME)
    if domain:
        header_band(surface, band, domain, domain.name, style, desk.dated(content.kicker, content.moment))
    else:
        open_band(
            surface, band, content.blank_name, style, desk.label("domain"), desk.dated(content.kicker, content.moment)
        )
    foot = zone.y - 3
    _quarter(surface, LYING, content, left, 45, 64)
    _target_groups(surface, LYING, content, left, 67.5, 62)
    with surface.artifact():
        surface.line(75.5, 39.5, 75.5, foot, Stroke(HAIR, 0.5))
    taken = surface.text(left, foot, content.group, HINT, width=30)
    writing_lines(surface, left + taken + 4, foot, 50 - taken - 4, 1)
    _writing(surface, LYING, content, Rect(82, 45, right - 82, foot - 45))
    dot_zone(surface, zone, content.stickers, label_width=34, place=13, pitch=16.2)
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
        small_band(surface, band, domain, "  \u00b7  ".join(desk.dated(content.kicker)), domain.name, style)
    else:
        open_band(surface, band, content.blank_name, style, desk.label("domain"))
    _quarter(surface, STANDING, content, left, 36, right - left)
    answer_line(surface, right - 36, 36, content.group, STANDING.hint, 36)
    _label(surface, STANDING, content.target_group, left, 52.5, right - left)
    option_row(
        surface, left, 55.5, list(content.options.values()), STANDING.option, side=6, gap=1.3, width=right - left
    )
    foot = zone.y - 3.75
    _writing(surface, STANDING, content, Rect(left, 69, right - left, foot - 69))
    dot_zone(surface, zone, content.stickers, label_width=21, place=10.5, pitch=12.9)
    small_footer(surface, Rect(left, height - 12, right - left, 5.5), desk.credit_short)
    return surface.face()


# ---- its parts


def _label(surface: Surface, form: Form, field: Field, x: float, y: float, width: float) -> None:
    label(surface, x, y, field.label, field.hint, width=width, style=form.label, hint_style=form.hint)


def _quarter(surface: Surface, form: Form, content: Content, x: float, y: float, width: float) -> None:
    _label(surface, form, content.quarter, x, y, width)
    with surface.tag("L"):
        for index in range(4):
            at, quarter = x + index * width / 4, f"Q{index + 1}"
            option(surface, at, y + 3, quarter, form.option, side=form.box, gap=form.box_gap, width=width / 4)


def _target_groups(surface: Surface, form: Form, content: Content, x: float, y: float, width: float) -> None:
    """The options under each other."""
    _label(surface, form, content.target_group, x, y, width)
    with surface.tag("L"):
        for index, text in enumerate(content.options.values()):
            option(surface, x, y + 3 + index * 9, text, form.option, width=width)


def _writing(surface: Surface, form: Form, content: Content, box: Rect) -> None:
    """Topic and learning format: the lines the form has for the second, as many as fit for the first."""
    below = 9 + 10.5 + 9 * (form.format_lines - 1)
    lines = int((box.height - form.first_line - below) // 9) + 1
    _label(surface, form, content.topic, box.x, box.y, box.width)
    y = writing_lines(surface, box.x, box.y + form.first_line, box.width, lines) + 9
    _label(surface, form, content.learning_format, box.x, y, box.width)
    writing_lines(surface, box.x, y + 10.5, box.width, form.format_lines)


# ---- the back


def back_face(desk: Desk, content: Content) -> Face | None:
    if content.back == "none":
        return None
    if content.back == "plain":
        surface = desk.surface(content.kicker)
        plain_back(surface, content.kicker)
        return surface.face()
    return prompts_back(desk, content)


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
    form = LYING if wide else STANDING
    _prompts(surface, content, form, Rect(box.x, rule + 3, box.width, box.bottom - 9.5 - rule - 3))
    card_footer(surface, Rect(box.x, box.bottom - 5.5, box.width, 6.5), "", 10)
    return surface.face()


def _prompts(surface: Surface, content: Content, form: Form, box: Rect) -> None:
    prompts = list(content.prompts.values())
    texts = [prompt.question for prompt in prompts]
    style = form.prompts.fitted(surface, list(texts), box.columns(form.columns, 8)[0].width)
    cells = question_cells(surface, box, texts, form.columns, form.prompts, style, hints=True)
    with surface.tag("L"):
        for number, (cell, prompt) in enumerate(zip(cells, prompts, strict=True), start=1):
            numbered(surface, cell, number, prompt.question, form.prompts, style, _field(content, prompt).label)
            if number <= len(prompts) - form.columns:
                with surface.artifact():
                    surface.line(cell.x, cell.bottom - 1.5, cell.right, cell.bottom - 1.5, Stroke(HAIR, 0.5))


def _field(content: Content, prompt: Prompt) -> Field:
    fields = {
        "quarter": content.quarter,
        "target-group": content.target_group,
        "topic": content.topic,
        "learning-format": content.learning_format,
    }
    return fields[prompt.field]
