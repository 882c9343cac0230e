"""Homework: three questions between the meetings, with a table of the domains to tick (B28).

In: questions with their number of lines, column heads, what to bring. Out: one A4: the questions in front, more room
on the back. Source: the comp 05. Leaves alone: the summary (form) and the competencies (competency_sheet).
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
    Count,
    Desk,
    Face,
    LayoutContent,
    MeetingId,
    Piece,
    Rect,
    Style,
    Surface,
    Text,
    TickTable,
    answer_line,
    check_lines,
    domain_tile,
    hanging_numeral,
    icon,
    mark_of,
    masthead,
    page_footer,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
TEXT_X = PAGE.left + 13
TEXT_WIDTH = PAGE.right - TEXT_X
QUESTION = Style(12, 6, floor=11, bold=True)
REQUEST_HEIGHT, TIP_HEIGHT = 22.5, 8.0


class Question(LayoutContent):
    text: Text
    lines: Count


class Content(LayoutContent):
    """`due` is the meeting to bring it to. The first question has the table of domains."""

    subject: Text
    due: MeetingId
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
    gap = (foot - y - written) / (len(others) + 1)
    check_lines(surface, [question.lines for question in content.questions.values()], (6 - gap) * (len(others) + 1))
    for number, question in enumerate(others, start=2):
        y = _numbered(surface, y + gap + 2, number, question.text)
        y = writing_lines(surface, TEXT_X, y + 4.5, TEXT_WIDTH, question.lines)
    _request(surface, content, foot)
    page_footer(surface, desk.credit, desk.identity(1, 2))
    return surface.face()


def _subtitle(desk: Desk, content: Content) -> str:
    due = desk.job.meetings.get(content.due)
    if due is None:
        known = ", ".join(map(str, desk.job.meetings))
        desk.report.warning("not-in-agenda", mark_of(content.due), value=content.due, known=known)
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
    height = min(10.5, 73.5 / len(desk.domains))
    box = Rect(TEXT_X, y + 7.5, TEXT_WIDTH, height * len(desk.domains))
    table = TickTable(surface, PAGE.right, list(content.columns.values()))
    with surface.tag("Table"):
        table.head(TEXT_X, y + 5, desk.label("domain"))
        for index, (row, domain) in enumerate(zip(box.rows(len(desk.domains), 0), desk.domains, strict=True)):
            if index % 2 == 0:
                with surface.artifact():
                    surface.rect(row, fill=STONE)
            middle = row.middle[1]
            with table.row(middle, min(6.5, height - 2)):
                domain_tile(surface, Rect(row.x, row.y + 0.75, height - 1.5, height - 1.5), domain, 3)
                baseline = middle + surface.cap_height(BODY) / 2
                surface.text(row.x + 16, baseline, domain.name, BODY, tag=None, width=table.left - row.x - 18)
    return box.bottom


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
