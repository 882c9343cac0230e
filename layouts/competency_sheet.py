"""Competency sheet: the seven generic competencies with boxes to score yourself (B30).

In: column heads, a lead, a closing question; names and sentences come with the job. Out: one A4. Source: looks.md
sections 1 to 5. Leaves alone: the homework that asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    A4,
    BODY,
    BODY_NARROW,
    HAIR,
    LABEL,
    PAPER_SIZES,
    Count,
    Desk,
    LayoutContent,
    Piece,
    Rect,
    Stroke,
    Surface,
    Text,
    TickTable,
    answer_line,
    closing_question,
    hanging_numeral,
    masthead,
    page_footer,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
TABLE_TOP, CLOSING_HEIGHT = 66.0, 29.0


class Closing(LayoutContent):
    question: Text
    lines: Count


class Content(LayoutContent):
    subject: Text
    lead: Text
    columns: dict[str, Text]
    closing: Closing


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One page: masthead, lead and name, a table, a closing question."""
    surface = desk.surface()
    masthead(surface, desk.material.title, content.subject)
    surface.paragraph(PAGE.left, 47.2, 104, content.lead, BODY, lines=2)
    answer_line(surface, PAGE.left + 108, 47.2, desk.label("name"), LABEL.sized(12), PAGE.width - 108)
    _table(desk, surface, content)
    closing = Rect(PAGE.left, PAGE.rule - CLOSING_HEIGHT - 4, PAGE.width, CLOSING_HEIGHT)
    closing_question(surface, closing, content.closing.question, content.closing.lines)
    page_footer(surface, desk.credit, desk.identity())
    yield Piece(desk.material.title, surface.face())


def _table(desk: Desk, surface: Surface, content: Content) -> None:
    items = list(zip(desk.job.competency_names, desk.job.competency_sentences, strict=True))
    box = Rect(PAGE.left, TABLE_TOP, PAGE.width, PAGE.rule - CLOSING_HEIGHT - 10 - TABLE_TOP)
    table = TickTable(surface, PAGE.right, list(content.columns.values()))
    with surface.tag("Table"):
        table.head(PAGE.left + 13, TABLE_TOP - 3, desk.label("competencies"))
        for number, (row, (name, sentence)) in enumerate(zip(box.rows(len(items), 0), items, strict=True), start=1):
            with surface.artifact():
                surface.line(row.x, row.y, row.right, row.y, Stroke(HAIR, 0.5))
            with table.row(row.y + 10.25, width=1.25):
                hanging_numeral(surface, row.x - 0.4, row.y + 9, str(number), 28, LABEL, surface.brand.accent, tag="P")
                width = table.left - row.x - 18
                surface.text(row.x + 13, row.y + 9, name, LABEL, width=width)
                surface.paragraph(row.x + 13, row.y + 15, width, sentence, BODY_NARROW, lines=2)
