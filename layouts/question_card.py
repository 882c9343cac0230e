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
    Desk,
    LayoutContent,
    Piece,
    Rect,
    Size,
    Stroke,
    Style,
    Surface,
    Text,
    brand_band,
    card_footer,
    hanging_numeral,
)

SMALLEST = Size(200, 140)
QUESTION = Style(15, 6.6, floor=12)


class Content(LayoutContent):
    """`minutes` is how long the group has."""

    heading: Text
    kicker: Text
    intro: Text
    minutes: int
    questions: dict[str, Text]
    icon: str = "messages"


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One card, the same for every group."""
    surface = desk.surface()
    width, height = surface.size.width, surface.size.height
    box = Rect(10, 9, width - 20, height - 14.5)
    kicker = (content.kicker, f"{content.minutes} {desk.label('minutes')}")
    brand_band(surface, Rect(box.x, box.y, box.width, 24), content.icon, content.heading, NAME, kicker)
    y = surface.paragraph(box.x, 41.5, box.width, content.intro, BODY, lines=2).below
    questions(surface, Rect(box.x, max(53.2, y - 0.3), box.width, height - 16 - max(53.2, y - 0.3)), content)
    card_footer(surface, Rect(box.x, height - 13.5, box.width, 6.5), desk.credit, credit_width=112)
    yield Piece(desk.material.title, surface.face())


def questions(surface: Surface, box: Rect, content: Content) -> None:
    """Two columns of numbered questions, ruled above each; all in one size."""
    texts = list(content.questions.values())
    columns = box.columns(2, 8)
    rows = -(-len(texts) // 2)
    height = box.height / rows
    style = surface.one_size(texts, QUESTION, columns[0].width - 12, lines=3)
    with surface.tag("L"):
        for index, text in enumerate(texts):
            row, column = divmod(index, 2)
            x, y = columns[column].x, box.y + row * height
            rule = Stroke(INK, 1) if row == 0 else Stroke(HAIR, 0.5)
            with surface.artifact():
                surface.line(x, y, x + columns[column].width, y, rule)
            with surface.tag("LI"):
                hanging_numeral(surface, x - 0.4, y + 9.4, str(index + 1), 28, style, surface.brand.accent)
                surface.paragraph(
                    x + 12, y + 9.4, columns[column].width - 12, text, style, lines=3, tag="LBody", shaping="balanced"
                )
