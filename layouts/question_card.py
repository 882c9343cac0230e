"""Question card: a few questions or points that people talk about or go by (A14, B12, B17, B22, C08).

In: heading, intro, questions, minutes, perhaps a second round of questions. Out: one card, lying A5 or larger with one
column or two, or a standing sheet for the table or the wall with one. Source: the comp 06, right. Leaves alone: answers
(question_sheet, form).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaarten.layout import (
    A4,
    BODY,
    HAIR,
    INK,
    LEAD,
    NAME,
    Count,
    Desk,
    Face,
    IconName,
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
    heights_of_rows,
    numbered,
    page_footer,
    question_cells,
)

SMALLEST = Size(200, 140)
PAGE = A4()


@dataclass(frozen=True, slots=True)
class Look:
    """Type of the questions and of the heading of a second round, columns, mm from that round's rule to its heading."""

    numbering: Numbering
    heading: Style
    columns: int
    heading_height: float


LYING = Look(
    Numbering(Style(15, 6.6, floor=12), numeral=28, indent=12, baseline=9.4, lines=3, shaping="balanced"),
    NAME.sized(15, floor=12),
    2,
    11,
)
LISTED = Look(
    Numbering(Style(17, 7.2, floor=14), numeral=23, indent=11, baseline=9.6, lines=2, shaping="balanced"),
    LYING.heading,
    1,
    LYING.heading_height,
)
"""An odd number of questions under each other: in two columns they would leave a hole."""
STANDING = Look(
    Numbering(Style(24, 10, floor=16), numeral=44, indent=19, baseline=14, lines=3, shaping="balanced"),
    NAME.sized(18, floor=14),
    1,
    16,
)


class Then(LayoutContent):
    """A second round: its questions go on numbering."""

    heading: Text
    questions: dict[str, Text]


class Content(LayoutContent):
    """`minutes` is how long people have; none are printed when it is 0."""

    heading: Text
    kicker: Text
    moment: Text | None = None
    intro: Text
    minutes: Count = Count(0)
    questions: dict[str, Text]
    then: Then | None = None
    icon: IconName = "messages"


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One card, the same for everybody."""
    size = desk.material.size
    yield Piece(desk.material.title, (standing if size.height > size.width else lying)(desk, content))


def lying(desk: Desk, content: Content) -> Face:
    """A card to hold (A5: 210 x 148.5)."""
    surface = desk.surface()
    width, height = surface.size.width, surface.size.height
    box = Rect(10, 9, width - 20, height - 14.5)
    brand_band(surface, Rect(box.x, box.y, box.width, 24), content.icon, content.heading, NAME, _kicker(desk, content))
    y = surface.paragraph(box.x, 41.5, box.width, content.intro, BODY, lines=4).below
    top = y - 0.3
    room = Rect(box.x, top, box.width, height - 16 - top)
    rounds(surface, room, content, lying_look(surface, room, content))
    card_footer(surface, Rect(box.x, height - 13.5, box.width, 6.5), desk.credit, credit_width=112)
    return surface.face()


def lying_look(surface: Surface, box: Rect, content: Content) -> Look:
    """One column for an odd number of questions, if there is room for them; else two."""
    texts = list(content.questions.values())
    if content.then or len(texts) % 2 == 0:
        return LYING
    style = LISTED.numbering.fitted(surface, list(texts), box.width)
    heights = heights_of_rows(surface, box.width, texts, 1, LISTED.numbering, style, hints=False)
    return LISTED if sum(heights) <= box.height else LYING


def standing(desk: Desk, content: Content) -> Face:
    """A sheet to lay down or hang up (A4)."""
    surface = desk.surface()
    band = Rect(PAGE.left, PAGE.top, PAGE.width, 24)
    brand_band(surface, band, content.icon, content.heading, NAME, _kicker(desk, content), 44)
    y = surface.paragraph(PAGE.left, 50, PAGE.width, content.intro, LEAD, lines=3).below - 1.5
    rounds(surface, Rect(PAGE.left, y, PAGE.width, PAGE.rule - 3 - y), content, STANDING)
    page_footer(surface, desk.credit, desk.identity())
    return surface.face()


def _kicker(desk: Desk, content: Content) -> list[str]:
    time = [f"{content.minutes} {desk.label('minutes')}"] if content.minutes else []
    return desk.dated(content.kicker, *([content.moment] if content.moment else []), *time)


def rounds(surface: Surface, box: Rect, content: Content, look: Look) -> None:
    """The questions and, under a heading, those of the second round; all in one size, with rows of one height."""
    groups = [list(content.questions.values()), *([list(content.then.questions.values())] if content.then else [])]
    texts = [text for group in groups for text in group]
    style = look.numbering.fitted(surface, list(texts), box.columns(look.columns, 8)[0].width)
    rows = [-(-len(group) // look.columns) for group in groups]
    row = (box.height - look.heading_height * (len(groups) - 1)) / sum(rows)
    _questions(surface, Rect(box.x, box.y, box.width, row * rows[0]), groups[0], 1, look, style)
    if content.then:
        y = box.y + row * rows[0]
        with surface.artifact():
            surface.line(box.x, y, box.right, y, Stroke(surface.brand.accent, 1.5))
        baseline = y + look.heading_height - 3
        surface.text(box.x, baseline, content.then.heading, look.heading, tag="H2", width=box.width)
        rest = Rect(box.x, y + look.heading_height, box.width, row * rows[1])
        _questions(surface, rest, groups[1], len(groups[0]) + 1, look, style)


def _questions(surface: Surface, box: Rect, texts: list[Text], first: int, look: Look, style: Style) -> None:
    """Numbered questions from `first`, ruled above each; a second round has its rule above its heading."""
    cells = question_cells(surface, box, texts, look.columns, look.numbering, style, hints=False)
    with surface.tag("L"):
        for index, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            with surface.artifact():
                if index >= look.columns:
                    surface.line(cell.x, cell.y, cell.right, cell.y, Stroke(HAIR, 0.5))
                elif first == 1:
                    surface.line(cell.x, cell.y, cell.right, cell.y, Stroke(INK, 1))
            numbered(surface, cell, first + index, text, look.numbering, style)
