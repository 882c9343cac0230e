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
    DrawnFields,
    Face,
    Frame,
    Head,
    IconName,
    Items,
    LayoutContent,
    Piece,
    Rect,
    Style,
    Surface,
    Text,
    answer_line,
    draw_figure,
    draw_marks,
    page_ranges,
    sized_frame,
    writing_lines,
)

SMALLEST = (PAPER_SIZES["A6"], PAPER_SIZES["A6"].turned)
INSIDE, BARE = ("t", "cloud"), ("zones",)
"""Drawings with fields inside them, and with no sign on their edge."""
TYPE = {"cloud": 1.3}
"""How much larger the type is in a drawing that holds little else."""
SHARES = {"70-20-10": 1 / 8, "triangle": 0.25, "rings": 0.35}
"""Of the width of a sheet that stands: how high a drawing is at most, when not half of it."""
FLAT = ("70-20-10",)
"""Drawings that lie wherever they stand."""
WIDE = ("rings", "zones")
"""Drawings that may be wider than they are high."""
EDGE, BARE_EDGE, OVER_QUESTION, LIES, LIES_WIDE = 5.0, 1.0, (8.0, 5.0), 0.44, 0.47
"""mm at scale 1: round a drawing, over the question of a page and of a card. Of the width, a drawing that lies."""


class DrawnCard(LayoutContent):
    """One of several cards with the same drawing."""

    heading: Text
    icon: IconName | None = None
    fields: Items[DrawnField]


class Content(LayoutContent):
    """`cards` are several pieces with one drawing, each with a heading and fields. `alt` says in words what
    the drawing shows. `about` is filled in under the lead. `asks` begin the lines of every field. `question` stands at
    the foot with lines to answer on: two of them, when fields have two as well.
    """

    drawing: Literal["compass", "triangle", "cycle", "u", "rings", "zones", "70-20-10", "t", "cloud"]
    icon: IconName = "pencil"
    heading: Text | None = None
    kicker: Text
    lead: Text = Text("")
    about: Text = Text("")
    asks: dict[str, Text] = {}
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

    @property
    def pitch(self) -> float:
        """mm from line to line."""
        return max(9.0, 9 * self.scale)


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The one piece, or one for each of the cards. Fault: missing-key when it has neither."""
    for card in content.cards.values():
        said = {"heading": card.heading, "icon": card.icon or content.icon, "fields": card.fields, "cards": {}}
        yield from _pieces(desk, content.model_copy(update=said), card.heading)
    if content.fields:
        yield from _pieces(desk, content, desk.material.title)
    elif not content.cards:
        desk.report.error("missing-key", desk.material.mark, key="fields", where=desk.material.id)


def _pieces(desk: Desk, content: Content, name: Text) -> Iterator[Piece]:
    """The one piece; or on small paper more cards, the drawing on the first and its fields on the others."""
    head = Head(content.heading or desk.material.title, content.kicker, icon=content.icon)
    frame = sized_frame(desk, head)
    frame.title = name
    if _fits(frame, content):
        faces = [_whole(frame, content)]
    else:
        groups = _groups(frame, content)
        faces = [_drawn(frame, content, len(groups) + 1)]
        faces += [_asked_for(frame, content, group, at, len(groups) + 1) for at, group in enumerate(groups, start=2)]
    yield from desk.pages(name, faces, edge=frame.edge)


def _fits(frame: Frame, content: Content) -> bool:
    """Whether drawing and fields go on one piece; on a page they must."""
    if frame.scale >= 1 or content.drawing in INSIDE:
        return True
    page = Page(frame.desk.surface(), _body(frame, content.drawing), frame.scale)
    fields = _placed(page, content, _about(page, content, _lead(page, content)))[1]
    counts = [count for count, field in zip(fields.lines(), fields.fields, strict=True) if field.write]
    return min(counts, default=1) >= max(1, len(content.asks))


def _whole(frame: Frame, content: Content) -> Face:
    """Drawing, fields and question."""
    with frame.page() as surface:
        page = Page(surface, _body(frame, content.drawing), frame.scale)
        box = _about(page, content, _lead(page, content))
        figure, fields, box = _placed(page, content, box)
        _question(page, content, box)
        _figure(page, content, figure)
        fields.draw()
    return surface.face()


def _drawn(frame: Frame, content: Content, pages: int) -> Face:
    """The first of some cards: what it is, and the drawing."""
    with frame.page(1, pages) as surface:
        page = Page(surface, _body(frame, content.drawing), frame.scale)
        box = _lead(page, content)
        _figure(page, content, _flat(box) if content.drawing in FLAT else box.inset(0, EDGE * page.scale))
    return surface.face()


def _groups(frame: Frame, content: Content) -> list[list[DrawnField]]:
    """The fields on each of the cards that follow: each keeps its sign, and has a line for all that is asked."""
    page = Page(frame.desk.surface(), _body(frame, content.drawing), frame.scale)
    fields = [
        field.model_copy(update={"sign": field.sign or Text(str(number))})
        for number, field in enumerate(content.fields.values(), start=1)
    ]
    box = _about(page, content, page.body)
    cells = [Rect(box.x, box.y, box.width, 0)] * len(fields)
    least = DrawnFields(page.surface, cells, fields, page.scale, signs=True).least_heights()
    more, gap = (max(1, len(content.asks)) - 1) * page.pitch, 3 * page.scale
    room = box.height - (_asked(page, content, box) + page.pitch + 5 * page.scale if content.question else 0) + gap
    return [fields[part.start : part.stop] for part in page_ranges([mm + more + gap for mm in least], room)]


def _asked_for(frame: Frame, content: Content, fields: Sequence[DrawnField], number: int, pages: int) -> Face:
    """One of the others: fields under each other, and on the last the question."""
    with frame.page(number, pages) as surface:
        page = Page(surface, _body(frame, content.drawing), frame.scale)
        box = _about(page, content, page.body)
        if number == pages and content.question:
            high = _asked(page, content, box) + page.pitch
            _question(page, content, Rect(box.x, box.bottom - high, box.width, high))
            box = box.inset(0, 0, 0, high + 5 * page.scale)
        rows = box.rows(len(fields), 3 * page.scale)
        DrawnFields(surface, rows, fields, page.scale, signs=True, asks=content.asks).draw()
    return surface.face()


def _figure(page: Page, content: Content, box: Rect) -> None:
    """The drawing with its signs and words."""
    diagram = FIGURES[content.drawing](box, len(content.fields))
    draw_figure(page.surface, diagram, box, content.alt)
    if diagram.marks:
        draw_marks(page.surface, diagram, list(content.fields.values()), page.scale)


def _body(frame: Frame, drawing: str) -> Rect:
    """The room between head and foot, its last line far enough from what stands in the foot."""
    clear = 1.0 if frame.scale > 1 else 2.5 if drawing in INSIDE else 4.5 if frame.scale < 1 else 3.0
    return frame.body.inset(0, 0, 0, clear)


def _lead(page: Page, content: Content) -> Rect:
    """The lead at the top of the body. Returns what is left under it."""
    if not content.lead:
        return page.body
    style = BODY.sized(BODY.size * page.scale, floor=min(9.5, BODY.size * page.scale))
    cap, body = page.surface.cap_height(style), page.body
    below = page.surface.paragraph(body.x, body.y + cap, body.width, content.lead, style, lines=3).below
    taken = below - style.leading + 6 * page.scale - body.y
    return body.inset(0, taken, 0, 0)


def _about(page: Page, content: Content, box: Rect) -> Rect:
    """What the piece is about, to be filled in. Returns what is left under it."""
    if not content.about:
        return box
    style, y = LABEL.sized(LABEL.size * page.scale, floor=9), box.y + 0.6 * page.pitch
    answer_line(page.surface, box.x, y, content.about, style, box.width)
    return box.inset(0, y + 5 * page.scale - box.y, 0, 0)


def _question(page: Page, content: Content, box: Rect) -> None:
    """The question with lines under it, from the top of the box to its foot."""
    if not content.question:
        return
    style, surface = _asking(page), page.surface
    surface.paragraph(box.x, box.y + surface.cap_height(style), box.width, content.question, style, lines=2, tag="H2")
    lines = round((box.height - _asked(page, content, box)) / page.pitch)
    writing_lines(surface, box.x, box.bottom - (lines - 1) * page.pitch, box.width, lines, page.pitch)


def _asking(page: Page) -> Style:
    return LABEL.sized(13 * page.scale, floor=min(9.5, 13 * page.scale))


def _asked(page: Page, content: Content, box: Rect) -> float:
    """mm from the top of the question to its last baseline."""
    style = _asking(page)
    lines = min(2, page.surface.line_count(content.question, style, box.width))
    return page.surface.cap_height(style) + (lines - 1) * style.leading


def _placed(page: Page, content: Content, box: Rect) -> tuple[Rect, DrawnFields, Rect]:
    """Where the drawing, its fields and the question stand: the question has two lines, unless fields have but one."""
    placed: list[tuple[Rect, DrawnFields, Rect]] = []
    for lines in (2, 1) if content.question else (0,):
        high = _asked(page, content, box) + lines * page.pitch if lines else 0.0
        above = box.inset(0, 0, 0, high + OVER_QUESTION[page.scale < 1] * page.scale if lines else 0)
        figure, fields = _shared_out(page, above, content)
        placed.append((figure, fields, Rect(box.x, box.bottom - high, box.width, high)))
        if all(count != 1 for count in _written(fields)):
            break
    return placed[-1]


def _written(fields: DrawnFields) -> list[int]:
    """How many lines each field has that is written in; 1 for none."""
    return [max(1, count) for count, field in zip(fields.lines(), fields.fields, strict=True) if field.write]


def _shared_out(page: Page, box: Rect, content: Content) -> tuple[Rect, DrawnFields]:
    """Where the drawing stands, and the fields beside it; a drawing with fields in it has all the room."""
    drawing, fields = content.drawing, list(content.fields.values())
    if drawing in INSIDE:
        cells = list(FIGURES[drawing](box, len(fields)).boxes)
        scale = page.scale * TYPE.get(drawing, 1)
        return box, DrawnFields(page.surface, cells, fields, scale, signs=False, asks=content.asks)
    if box.width > 1.2 * box.height:
        figure, cells = _lying(page, box, drawing, len(fields))
        drawn = DrawnFields(page.surface, cells, fields, page.scale, signs=True, asks=content.asks)
        return _flat(figure) if drawing in FLAT else figure, drawn.by_need()
    figure, cells = _standing(page, box, content)
    return figure, DrawnFields(page.surface, cells, fields, page.scale, signs=True, asks=content.asks)


def _flat(box: Rect) -> Rect:
    """The middle of a box, a quarter as high as it is wide."""
    high = min(box.height, box.width / 4)
    return Rect(box.x, box.middle[1] - high / 2, box.width, high)


def _lying(page: Page, box: Rect, drawing: str, count: int) -> tuple[Rect, list[Rect]]:
    """The drawing at the left, the fields under each other at its right."""
    edge, bare = EDGE * page.scale, (BARE_EDGE if drawing in BARE else EDGE) * page.scale
    wide = box.width * LIES_WIDE if drawing in WIDE else min(box.height, box.width * LIES)
    figure = Rect(box.x + bare / 2, box.y, wide, box.height).inset(0, bare)
    x = figure.right + 2 * edge
    return figure, Rect(x, box.y, box.right - x, box.height).rows(count, 3 * page.scale)


def _standing(page: Page, box: Rect, content: Content) -> tuple[Rect, list[Rect]]:
    """The fields at the foot, an even number of them in two columns, the drawing above them as high as they leave, and
    no higher than a share of its width.
    """
    fields, scale = list(content.fields.values()), page.scale
    columns = 2 if len(fields) % 2 == 0 else 1
    gutter, gap = 8 * scale, 4 * scale
    rows = len(fields) // columns
    cells = [cell for _ in range(rows) for cell in box.columns(columns, gutter)]
    row = max(DrawnFields(page.surface, cells, fields, scale, signs=True).least_heights())
    left = box.height - rows * row - rows * gap
    high = min(box.width * SHARES.get(content.drawing, 0.5), max(left, box.height * 0.2))
    below = Rect(box.x, box.y + high + gap, box.width, box.height - high - gap)
    boxes = [cell for each in below.rows(rows, gap) for cell in each.columns(columns, gutter)]
    edge = 0.0 if content.drawing in FLAT else EDGE * scale * 0.8
    return Rect(box.x, box.y, box.width, high).inset(0, edge), boxes
