"""Diagram card: a drawing with fields in it or beside it (B33, F06, F07, F15, F17, F32, I04, I11).

In: which drawing, the fields, a question for the foot. Out: one piece from A6 to A1: a card with the row of blocks, a
document, or a sheet for the wall. Where it lies the fields stand to the right of the drawing, where it stands below it.
Source: looks.md sections 1 to 5. Leaves alone: the form of the drawings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kaarten.layout import (
    BODY,
    FIGURES,
    LABEL,
    PAPER_SIZES,
    Desk,
    DrawnField,
    Head,
    IconName,
    Items,
    LayoutContent,
    Piece,
    Rect,
    Surface,
    Text,
    draw_drawn_fields,
    draw_figure,
    draw_marks,
    least_heights,
    sized_frame,
    writing_lines,
)

SMALLEST = (PAPER_SIZES["A6"], PAPER_SIZES["A6"].turned)
INSIDE = ("t", "cloud")
TYPE = {"cloud": 1.3}
"""How much larger the type is in a drawing that holds little else."""
FLAT = ("70-20-10",)
"""Drawings that lie: a quarter as high as they are wide."""
EDGE = 5.0
"""mm round a drawing at scale 1, for the signs on its edge."""


class DrawnCard(LayoutContent):
    """One of several cards with the same drawing: its heading, icon and fields."""

    heading: Text
    icon: IconName | None = None
    fields: Items[DrawnField]


class Content(LayoutContent):
    """`cards` are several pieces with one drawing, each with a heading and fields. `alt` says in words what
    the drawing shows. `question` stands at the foot with a line to answer on.
    """

    drawing: Literal["compass", "triangle", "cycle", "u", "rings", "zones", "70-20-10", "t", "cloud"]
    icon: IconName = "pencil"
    heading: Text | None = None
    kicker: Text
    lead: Text = Text("")
    alt: Text
    fields: dict[str, DrawnField] = {}
    cards: dict[str, DrawnCard] = {}
    question: Text = Text("")


@dataclass(frozen=True, slots=True)
class Page:
    """A page in the making: its surface, the room between head and foot, the scale of what stands there."""

    surface: Surface
    body: Rect
    scale: float


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The one piece, or one for each of the cards. Fault: missing-key when it has neither."""
    for card in content.cards.values():
        said = {"heading": card.heading, "icon": card.icon or content.icon, "fields": card.fields, "cards": {}}
        yield _piece(desk, content.model_copy(update=said), card.heading)
    if content.fields:
        yield _piece(desk, content, desk.material.title)
    elif not content.cards:
        desk.report.error("missing-key", desk.material.mark, key="fields", where=desk.material.id)


def _piece(desk: Desk, content: Content, name: Text) -> Piece:
    head = Head(content.heading or desk.material.title, content.kicker, icon=content.icon)
    frame = sized_frame(desk, head)
    frame.title = name
    with frame.page() as surface:
        page, scale = Page(surface, frame.body, frame.scale), frame.scale
        box = _question(page, content, _lead(page, content))
        fields = list(content.fields.values())
        figure, boxes = _shared_out(page, box, fields, content.drawing)
        diagram = FIGURES[content.drawing](figure, len(fields))
        draw_figure(surface, diagram, figure, content.alt)
        if diagram.boxes:
            draw_drawn_fields(surface, diagram.boxes, fields, scale * TYPE.get(content.drawing, 1), signs=False)
        else:
            draw_marks(surface, diagram, fields, scale)
            draw_drawn_fields(surface, boxes, fields, scale, signs=True)
    return Piece(name, surface.face(), edge=frame.edge)


def _lead(page: Page, content: Content) -> Rect:
    """The lead at the top of the body. Returns what is left under it."""
    if not content.lead:
        return page.body
    style = BODY.sized(BODY.size * page.scale, floor=min(9.5, BODY.size * page.scale))
    cap, body = page.surface.cap_height(style), page.body
    below = page.surface.paragraph(body.x, body.y + cap, body.width, content.lead, style, lines=3).below
    taken = below - style.leading + 6 * page.scale - body.y
    return body.inset(0, taken, 0, 0)


def _question(page: Page, content: Content, box: Rect) -> Rect:
    """The question with a line under it, at the foot. Returns what is left above it."""
    if not content.question:
        return box
    style = LABEL.sized(13 * page.scale, floor=min(9.5, 13 * page.scale))
    pitch = max(9.0, 9 * page.scale)
    lines = min(2, page.surface.line_count(content.question, style, box.width))
    y = box.bottom - 1 - pitch - (lines - 1) * style.leading
    page.surface.paragraph(box.x, y, box.width, content.question, style, lines=2, tag="H2")
    writing_lines(page.surface, box.x, box.bottom - 1, box.width, 1)
    top = y - page.surface.cap_height(style) - 5 * page.scale
    return Rect(box.x, box.y, box.width, top - box.y)


def _shared_out(page: Page, box: Rect, fields: Sequence[DrawnField], drawing: str) -> tuple[Rect, list[Rect]]:
    """Where the drawing stands, and the boxes of the fields beside it; a drawing with fields in it has all the room."""
    if drawing in INSIDE:
        return box, []
    if box.width > 1.2 * box.height:
        figure, boxes = _lying(page, box, fields)
        return (_flat(figure) if drawing in FLAT else figure), boxes
    return _standing(page, box, fields, 0.25 if drawing in FLAT else 0.8)


def _flat(box: Rect) -> Rect:
    """The middle of a box, a quarter as high as it is wide."""
    high = min(box.height, box.width / 4)
    return Rect(box.x, box.middle[1] - high / 2, box.width, high)


def _lying(page: Page, box: Rect, fields: Sequence[DrawnField]) -> tuple[Rect, list[Rect]]:
    """The drawing at the left, the fields under each other at its right."""
    edge = EDGE * page.scale
    figure = Rect(box.x + edge / 2, box.y, min(box.height, box.width * 0.44), box.height).inset(0, edge)
    x = figure.right + 2 * edge
    return figure, Rect(x, box.y, box.right - x, box.height).rows(len(fields), 3 * page.scale)


def _standing(page: Page, box: Rect, fields: Sequence[DrawnField], share: float) -> tuple[Rect, list[Rect]]:
    """The fields at the foot, an even number of them in two columns, the drawing above them as high as they leave, and
    no higher than a share of its width.
    """
    scale, columns = page.scale, 2 if len(fields) % 2 == 0 else 1
    gutter, gap = 8 * scale, 4 * scale
    cells = [cell for _ in range(len(fields) // columns) for cell in box.columns(columns, gutter)]
    row = max(least_heights(page.surface, cells, fields, scale))
    rows = len(fields) // columns
    left = box.height - rows * row - rows * gap
    high = min(box.width * share, box.height * 0.46, max(left, box.height * 0.2))
    below = Rect(box.x, box.y + high + gap, box.width, box.height - high - gap)
    boxes = [cell for each in below.rows(rows, gap) for cell in each.columns(columns, gutter)]
    return Rect(box.x, box.y, box.width, high).inset(0, EDGE * scale * 0.8), boxes
