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
    SMALL,
    Desk,
    LayoutContent,
    Piece,
    Rect,
    Stroke,
    Surface,
    Text,
    answer_line,
    hanging_numeral,
    masthead,
    page_footer,
    tick_box,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
COLUMN = 21.0
TABLE_TOP, CLOSING_HEIGHT = 66.0, 29.0


class Closing(LayoutContent):
    question: Text
    lines: int


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
    y = PAGE.rule - CLOSING_HEIGHT - 4
    with surface.artifact():
        surface.rect(Rect(PAGE.left, y, PAGE.width, CLOSING_HEIGHT), fill=surface.brand.tint)
    surface.text(PAGE.left + 6, y + 8.2, content.closing.question, LABEL, tag="H2", width=PAGE.width - 12)
    writing_lines(surface, PAGE.left + 6, y + 16.5, PAGE.width - 12, content.closing.lines)
    page_footer(surface, desk.credit, desk.identity())
    yield Piece(desk.material.title, surface.face())


def _table(desk: Desk, surface: Surface, content: Content) -> None:
    heads = list(content.columns.values())
    columns = [PAGE.right - COLUMN * (len(heads) - index) for index in range(len(heads))]
    items = list(zip(desk.job.competency_names, desk.job.competency_sentences, strict=True))
    row_height = (PAGE.rule - CLOSING_HEIGHT - 10 - TABLE_TOP) / len(items)
    with surface.tag("Table"):
        with surface.tag("TR"):
            with surface.tag("TH", owner="/Table", attributes={"Scope": "/Column"}):
                surface.text(PAGE.left + 13, TABLE_TOP - 3, desk.label("competencies"), SMALL, tag=None, width=90)
            style = surface.one_size(heads, SMALL, COLUMN - 1.5, lines=2)
            for x, head in zip(columns, heads, strict=True):
                with surface.tag("TH", owner="/Table", attributes={"Scope": "/Column"}):
                    one = surface.width(head, style) <= COLUMN - 1.5
                    y = TABLE_TOP - (3 if one else 7.5)
                    surface.paragraph(x + 0.75, y, COLUMN - 1.5, head, style, lines=2, tag=None, anchor="middle")
        for index, (name, sentence) in enumerate(items):
            box = Rect(PAGE.left, TABLE_TOP + index * row_height, PAGE.width, row_height)
            _row(surface, box, index + 1, name, sentence, columns)


def _row(surface: Surface, box: Rect, number: int, name: Text, sentence: Text, columns: list[float]) -> None:
    with surface.artifact():
        surface.line(box.x, box.y, box.right, box.y, Stroke(HAIR, 0.5))
    width = columns[0] - box.x - 18
    with surface.tag("TR"):
        with surface.tag("TH", owner="/Table", attributes={"Scope": "/Row"}):
            hanging_numeral(surface, box.x - 0.4, box.y + 9, str(number), 28, LABEL, surface.brand.accent, tag="P")
            surface.text(box.x + 13, box.y + 9, name, LABEL, width=width)
            surface.paragraph(box.x + 13, box.y + 15, width, sentence, BODY_NARROW, lines=2)
        for x in columns:
            with surface.tag("TD"):
                tick_box(surface, x + COLUMN / 2 - 3.25, box.y + 7, 6.5, 1.25)
