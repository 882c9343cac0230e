"""Homework: three questions between the meetings, with a table of the domains to tick (B28).

In: questions with their number of lines, column heads, what to bring. Out: one A4: the questions in front, more room
on the back. Source: the comp 05. Leaves alone: the summary (summary_form) and the competencies (competency_sheet).
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    A4,
    BODY,
    LABEL,
    PAPER_SIZES,
    SMALL,
    STONE,
    Desk,
    Face,
    LayoutContent,
    Piece,
    Rect,
    Style,
    Surface,
    Text,
    answer_line,
    domain_tile,
    hanging_numeral,
    icon,
    masthead,
    page_footer,
    tick_box,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
TEXT_X = PAGE.left + 13
TEXT_WIDTH = PAGE.right - TEXT_X
QUESTION = Style(12, 6, floor=11, bold=True)
COLUMN = 21.0
REQUEST_HEIGHT, TIP_HEIGHT = 22.5, 8.0


class Question(LayoutContent):
    text: Text
    lines: int


class Content(LayoutContent):
    """`due` is the meeting to bring it to. The first question has the table of domains."""

    subject: Text
    due: int
    intro: Text
    questions: dict[str, Question]
    columns: dict[str, Text]
    come_to_me: Text
    self_test: Text | None = None
    request: Text
    back_title: Text
    back_lead: Text


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One sheet of two sides."""
    yield Piece(desk.material.title, front(desk, content), back(desk, content))


def front(desk: Desk, content: Content) -> Face:
    """Masthead, intro and name, the questions spread over the page, what to bring."""
    surface = desk.surface()
    masthead(surface, desk.material.title, _subtitle(desk, content))
    _intro(desk, surface, content)
    first, *others = content.questions.values()
    y = _numbered(surface, 61, 1, first.text)
    y = _table(desk, surface, content, y + 4)
    y = _come_to_me(surface, content, y, first.lines)
    foot = PAGE.rule - 4 - REQUEST_HEIGHT - (TIP_HEIGHT if content.self_test else 0)
    written = sum(6 * surface.line_count(question.text, QUESTION, TEXT_WIDTH) + 4.5 for question in others)
    written += sum(9 * (question.lines - 1) for question in others)
    gap = max(6.0, (foot - y - written) / (len(others) + 1))
    for number, question in enumerate(others, start=2):
        y = _numbered(surface, y + gap + 2, number, question.text)
        y = writing_lines(surface, TEXT_X, y + 4.5, TEXT_WIDTH, question.lines)
    _request(surface, content, foot)
    page_footer(surface, desk.credit, desk.identity(1, 2))
    return surface.face()


def _subtitle(desk: Desk, content: Content) -> str:
    due = desk.job.meetings.get(content.due)
    return f"{content.subject}  \u00b7  {due.date_text}" if due and due.date_text else content.subject


def _intro(desk: Desk, surface: Surface, content: Content) -> None:
    with surface.artifact():
        icon(surface, "clock", PAGE.left - 0.4, 42.2, 7, surface.brand.accent)
    surface.text(PAGE.left + 9, 47.2, content.intro, BODY, width=94)
    answer_line(surface, PAGE.left + 108, 47.2, desk.label("name"), LABEL.sized(12), PAGE.width - 108)


def _numbered(surface: Surface, y: float, number: int, text: Text) -> float:
    hanging_numeral(surface, PAGE.left - 0.4, y, str(number), 32, QUESTION, surface.brand.accent, tag="P")
    return surface.paragraph(TEXT_X, y, TEXT_WIDTH, text, QUESTION, lines=2, tag="H2").below


def _table(desk: Desk, surface: Surface, content: Content, y: float) -> float:
    """A row per domain with three boxes; rows are lower when there are more domains. Returns the y below it."""
    heads = list(content.columns.values())
    row = min(10.5, 73.5 / len(desk.domains))
    columns = [PAGE.right - COLUMN * (len(heads) - index) for index in range(len(heads))]
    with surface.tag("Table"):
        with surface.tag("TR"):
            with surface.tag("TH", owner="/Table", attributes={"Scope": "/Column"}):
                surface.text(TEXT_X, y + 5, desk.label("domain"), SMALL.sized(10), tag=None, width=60)
            style = surface.one_size(heads, SMALL, COLUMN - 1.5, lines=2)
            for x, head in zip(columns, heads, strict=True):
                one = surface.width(head, style) <= COLUMN - 1.5
                with surface.tag("TH", owner="/Table", attributes={"Scope": "/Column"}):
                    surface.paragraph(
                        x + 0.75,
                        y + (5 if one else 0.5),
                        COLUMN - 1.5,
                        head,
                        style,
                        lines=2,
                        tag=None,
                        anchor="middle",
                    )
        top = y + 7.5
        for index, domain in enumerate(desk.domains):
            _row(
                surface, domain.name, Rect(TEXT_X, top + index * row, TEXT_WIDTH, row), columns, striped=index % 2 == 0
            )
            domain_tile(surface, Rect(TEXT_X, top + index * row + 0.75, row - 1.5, row - 1.5), domain, 3)
    return top + len(desk.domains) * row


def _row(surface: Surface, name: Text, box: Rect, columns: list[float], *, striped: bool) -> None:
    if striped:
        with surface.artifact():
            surface.rect(box, fill=STONE)
    side = min(6.5, box.height - 2)
    style = BODY
    baseline = box.y + box.height / 2 + surface.cap_height(style) / 2
    with surface.tag("TR"):
        with surface.tag("TH", owner="/Table", attributes={"Scope": "/Row"}):
            surface.text(box.x + 16, baseline, name, style, tag=None, width=columns[0] - box.x - 18)
        for x in columns:
            with surface.tag("TD"):
                tick_box(surface, x + COLUMN / 2 - side / 2, box.y + (box.height - side) / 2, side, 1.0)


def _come_to_me(surface: Surface, content: Content, y: float, lines: int) -> float:
    surface.text(TEXT_X, y + 7.5, content.come_to_me, BODY, width=TEXT_WIDTH)
    return writing_lines(surface, TEXT_X, y + 17.5, TEXT_WIDTH, lines)


def _request(surface: Surface, content: Content, y: float) -> None:
    height = REQUEST_HEIGHT + (TIP_HEIGHT if content.self_test else 0)
    with surface.artifact():
        surface.rect(Rect(PAGE.left, y, PAGE.width, height), fill=surface.brand.tint)
        icon(surface, "backpack", PAGE.left + 5.5, y + 5.2, 12, surface.brand.accent, 1.5)
    surface.paragraph(PAGE.left + 23, y + 9.8, PAGE.width - 32, content.request, QUESTION, lines=2)
    if content.self_test:
        surface.paragraph(PAGE.left + 23, y + 22, PAGE.width - 32, content.self_test, SMALL, lines=2)


def back(desk: Desk, content: Content) -> Face:
    """A page of lines."""
    surface = desk.surface(content.back_title)
    masthead(surface, content.back_title, content.back_lead)
    first = 52.0
    writing_lines(surface, PAGE.left, first, PAGE.width, int((PAGE.rule - 6 - first) // 9) + 1)
    page_footer(surface, desk.credit, desk.identity(2, 2))
    return surface.face()
