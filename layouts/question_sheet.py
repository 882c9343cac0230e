"""Question sheet: the same questions with room to write the answers, one sheet per domain (C08 on A4).

In: questions, minutes, number of lines, the point for the plan. Out: a sheet per domain and one for the competencies.
Source: the comp 06, left. Leaves alone: the questions' order and wording.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    A4,
    INK,
    LABEL,
    NAME,
    PAPER_SIZES,
    Count,
    Desk,
    Domain,
    Face,
    LayoutContent,
    Numbering,
    Piece,
    Rect,
    Stroke,
    Style,
    Surface,
    Text,
    answer_line,
    check_lines,
    header_band,
    icon,
    name_room,
    numbered,
    page_footer,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
BRAND_BLOCK = 44.0
LOOK = Numbering(Style(13, 6, floor=11, bold=True), numeral=28, indent=11, baseline=8, lines=3)
BOX_HEIGHT = 36.5
AFTER_ICON, BETWEEN = 8.5, 7.0
"""mm from an icon of a role to its words, and from one role to the next."""


class Content(LayoutContent):
    """`lines` under each question, `point_lines` under the point for the plan."""

    kicker: Text
    moment: Text
    writer: Text
    presenter: Text
    minutes: Count
    lines: Count
    point_lines: Count
    questions: dict[str, Text]
    point: Text


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A sheet per domain, then one for the competencies; names in one size."""
    for domain in desk.domains_and_competencies:
        yield Piece(domain.name, sheet(desk, content, domain))


def sheet(desk: Desk, content: Content, domain: Domain) -> Face:
    """Header band, who writes and who presents, the questions, the point for the plan."""
    surface = desk.surface(domain.name)
    band = Rect(PAGE.left, PAGE.top, PAGE.width, 24)
    names = [each.name for each in desk.domains_and_competencies]
    style = surface.one_size(names, NAME.sized(21, floor=12), name_room(band, 8, BRAND_BLOCK))
    header_band(surface, band, domain, domain.name, style, desk.dated(content.kicker, content.moment), BRAND_BLOCK)
    _roles(desk, surface, content)
    _questions(surface, content)
    _point(surface, content)
    page_footer(surface, desk.credit, (f"{content.kicker}  \u00b7  {domain.name}", desk.identity()[1]))
    return surface.face()


def _roles(desk: Desk, surface: Surface, content: Content) -> None:
    y = 46.5
    style = LABEL.sized(12)
    time = f"{content.minutes} {desk.label('minutes')}"
    clock = PAGE.right - surface.width(time, style) - AFTER_ICON
    width = (clock - PAGE.left - 2 * BETWEEN) / 2
    for x, sign, text in (
        (PAGE.left, "pencil", content.writer),
        (PAGE.left + width + BETWEEN, "speakerphone", content.presenter),
    ):
        with surface.artifact():
            icon(surface, sign, x - 0.5, y - 5.2, 7, surface.brand.accent)
        answer_line(surface, x + AFTER_ICON, y, text, style, width - AFTER_ICON)
    with surface.artifact():
        icon(surface, "hourglass-high", clock - 0.5, y - 5.2, 7, surface.brand.accent)
    surface.text(PAGE.right, y, time, style, anchor="end", width=44)


def _questions(surface: Surface, content: Content) -> None:
    texts = list(content.questions.values())
    box = Rect(PAGE.left, 54, PAGE.width, PAGE.rule - 3.8 - BOX_HEIGHT - 54)
    style = LOOK.fitted(surface, list(texts), box.columns(2, 8)[0].width)
    cells = list(_cells(surface, box, texts, style))
    with surface.tag("L"):
        for number, (cell, text) in enumerate(zip(cells, texts, strict=True), start=1):
            with surface.artifact():
                surface.line(cell.x, cell.y, cell.right, cell.y, Stroke(INK, 1))
            numbered(surface, cell, number, text, LOOK, style)
            writing_lines(surface, cell.x, cell.bottom - 7.5 - 9 * (content.lines - 1), cell.width, content.lines)
    width = cells[0].width - LOOK.indent
    asked = LOOK.baseline + max(surface.line_count(text, style, width) for text in texts[:2]) * style.leading
    check_lines(surface, [content.lines], asked + 9 * (content.lines - 1) + 7.5 - cells[0].height)


def _cells(surface: Surface, box: Rect, texts: list[Text], style: Style) -> Iterator[Rect]:
    """A cell for each question, two beside each other: a row is higher by the lines of its longest, so that all have as
    much room to write.
    """
    width, y = box.columns(2, 8)[0].width - LOOK.indent, box.y
    lines = [surface.line_count(text, style, width) for text in texts]
    rows = [max(lines[at : at + 2]) * style.leading for at in range(0, len(lines), 2)]
    rest = (box.height - sum(rows)) / len(rows)
    for high in rows:
        yield from Rect(box.x, y, box.width, rest + high).columns(2, 8)
        y += rest + high


def _point(surface: Surface, content: Content) -> None:
    y = PAGE.rule - 3.8 - BOX_HEIGHT
    with surface.artifact():
        surface.rect(Rect(PAGE.left, y, PAGE.width, BOX_HEIGHT), fill=surface.brand.tint)
        icon(surface, "flag", PAGE.left + 5.5, y + 4.4, 8, surface.brand.accent)
    surface.text(PAGE.left + 17, y + 10.5, content.point, LABEL, tag="H2", width=PAGE.width - 24)
    check_lines(surface, [content.point_lines], 20.5 + 9.5 * (content.point_lines - 1) + 3 - BOX_HEIGHT, 9.5)
    writing_lines(surface, PAGE.left + 6, y + 20.5, PAGE.width - 12, content.point_lines, 9.5)
