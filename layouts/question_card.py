"""Question card: a few questions a group talks about standing up (C08).

In: heading, intro, questions, minutes. Out: one card, lying A5 or larger. Source: the comp 06, right. Leaves alone:
answers (question_sheet).
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    BODY,
    HAIR,
    INK,
    NAME,
    Count,
    Desk,
    LayoutContent,
    Numbering,
    Piece,
    Rect,
    Size,
    Stroke,
    Style,
    Surface,
    Text,
    brand_band,
    card_footer,
    numbered,
    question_cells,
)

SMALLEST = Size(200, 140)
LOOK = Numbering(Style(15, 6.6, floor=12), numeral=28, indent=12, baseline=9.4, lines=3, shaping="balanced")


class Content(LayoutContent):
    """`minutes` is how long the group has."""

    heading: Text
    kicker: Text
    intro: Text
    minutes: Count
    questions: dict[str, Text]
    icon: str = "messages"


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One card, the same for every group."""
    surface = desk.surface()
    width, height = surface.size.width, surface.size.height
    box = Rect(10, 9, width - 20, height - 14.5)
    kicker = desk.dated(content.kicker, f"{content.minutes} {desk.label('minutes')}")
    brand_band(surface, Rect(box.x, box.y, box.width, 24), content.icon, content.heading, NAME, kicker)
    y = surface.paragraph(box.x, 41.5, box.width, content.intro, BODY, lines=2).below
    questions(surface, Rect(box.x, max(53.2, y - 0.3), box.width, height - 16 - max(53.2, y - 0.3)), content)
    card_footer(surface, Rect(box.x, height - 13.5, box.width, 6.5), desk.credit, credit_width=112)
    yield Piece(desk.material.title, surface.face())


def questions(surface: Surface, box: Rect, content: Content) -> None:
    """Two columns of numbered questions, ruled above each; all in one size."""
    texts = list(content.questions.values())
    style = LOOK.fitted(surface, list(texts), box.columns(2, 8)[0].width)
    cells = question_cells(surface, box, texts, 2, LOOK, style, hints=False)
    with surface.tag("L"):
        for number, (cell, text) in enumerate(zip(cells, texts, strict=True), start=1):
            with surface.artifact():
                surface.line(cell.x, cell.y, cell.right, cell.y, Stroke(INK, 1) if number <= 2 else Stroke(HAIR, 0.5))
            numbered(surface, cell, number, text, LOOK, style)
