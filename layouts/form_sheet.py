"""Form sheet: a document to fill in by hand, such as a survey, a plan or a score sheet (D01, D09, F01, F13, F22, F24).

In: parts with lines, options to tick or rows to judge. Out: A4 pages, no part split, room left over given to the lines;
with two sides a sheet for every two pages. Source: looks.md sections 1, 2 and 4, the comp 04. Leaves alone: what people
answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaarten.layout import (
    BODY,
    HAIR,
    HINT,
    LABEL,
    PAPER_SIZES,
    SMALL,
    Count,
    Desk,
    DocumentFrame,
    Face,
    Items,
    LayoutContent,
    Piece,
    Rect,
    Scale,
    Stroke,
    Style,
    Surface,
    Text,
    TickTable,
    answer_line,
    check_lines,
    option,
    page_ranges,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
BOX, PITCH = 6.5, 9.0
INDENT = 10.0
"""mm from a number to the words beside it."""
UNDER_LABEL, UNDER_HINT = 3.2, 2.6
"""mm from the last baseline over boxes or rows to the first of them."""
LEAST_GAP, MOST_GAP = 7.0, 12.0
STEP, COLUMN = 12.0, 20.0
"""mm for a number of a scale, and for a head of words."""
MOST_ACROSS = 3
BETWEEN = 6.0
ANSWER = BODY.sized(11.5, floor=11)
QUESTION = LABEL.sized(13, floor=11)


class Part(LayoutContent):
    """A label, a hint below it, and what is filled in: `lines`, `options` to tick, or `rows` to judge: with a box under
    each of the `heads`, or under each number of the `scale`.
    """

    label: Text
    hint: Text = Text("")
    lines: Count = Count(0)
    options: dict[str, Text] = {}
    heads: dict[str, Text] = {}
    scale: Scale = Scale(0)
    rows: dict[str, Text] = {}


class Content(LayoutContent):
    """`who` stands above everything with lines behind it; `numbered` counts the parts; `note` stands at the foot."""

    subject: Text
    lead: Text = Text("")
    who: dict[str, Text] = {}
    numbered: bool = False
    parts: Items[Part]
    note: Text = Text("")


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The pages, on sheets of one side or two."""
    faces, sides = FormSheet(desk, content).faces(), desk.material.sides
    for start in range(0, len(faces), sides):
        front, *back = faces[start : start + sides]
        name = desk.page_name(desk.material.title, start + 1, len(faces))
        yield Piece(name, front, back[0] if back else None)


class FormSheet:
    """The parts on their pages."""

    def __init__(self, desk: Desk, content: Content) -> None:
        self.content = content
        self.frame = DocumentFrame(desk, desk.material.title, content.subject, content.note)
        surface, body = self.frame.measuring, self.frame.body
        self.width = body.width - (INDENT if content.numbered else 0)
        self.head = _head_height(surface, content, body.width)
        self.drawn = [Drawn(surface, part, self.width) for part in content.parts.values()]

    def faces(self) -> list[Face]:
        body = self.frame.body
        heights = [part.height + LEAST_GAP for part in self.drawn]
        room = body.height + LEAST_GAP
        highest = max(heights)
        check_lines(self.frame.measuring, [part.part.lines for part in self.drawn], highest - room)
        pages = page_ranges(heights, room, room - self.head)
        return [self._face(number, page, len(pages)) for number, page in enumerate(pages, start=1)]

    def _face(self, number: int, page: range, pages: int) -> Face:
        with self.frame.page(number, pages) as surface:
            body = self.frame.body
            if number == 1:
                _head(surface, self.content, body)
                body = body.inset(0, self.head, 0, 0)
            parts = [self.drawn[index] for index in page]
            more, gap = _shared_out(parts, body.height)
            y = body.y
            for index, part, lines in zip(page, parts, more, strict=True):
                if self.content.numbered:
                    style = QUESTION.coloured(surface.brand.accent)
                    surface.text(body.x, y + part.cap, str(index + 1), style, width=INDENT)
                part.draw(surface, Rect(body.right - self.width, y, self.width, 0), lines)
                y += part.height + PITCH * lines + gap
        return surface.face()


def _head_height(surface: Surface, content: Content, width: float) -> float:
    """mm that lead and names take of the first page."""
    lead = surface.line_count(content.lead, BODY, width) * BODY.leading + 4.5 if content.lead else 0.0
    return lead + (12.0 if content.who else 0.0)


def _head(surface: Surface, content: Content, body: Rect) -> None:
    """The lead, and who fills this in."""
    y = body.y + surface.cap_height(BODY)
    if content.lead:
        y = surface.paragraph(body.x, y, body.width, content.lead, BODY, lines=6).below
    if content.who:
        for cell, text in zip(body.columns(len(content.who), 8), content.who.values(), strict=True):
            answer_line(surface, cell.x, y + 3.5, text, LABEL.sized(12, floor=10), cell.width)


def _shared_out(parts: Sequence[Drawn], room: float) -> tuple[list[int], float]:
    """Lines more for each part, most for those with fewest, and mm between parts, so that a page is full."""
    gaps = max(1, len(parts) - 1)
    left = room - sum(part.height for part in parts) - LEAST_GAP * (len(parts) - 1)
    more = [0 for _ in parts]
    while True:
        open_ = [i for i, part in enumerate(parts) if part.part.lines and more[i] < part.part.lines]
        if not open_ or left < PITCH:
            break
        more[min(open_, key=lambda i: (more[i] / parts[i].part.lines, i))] += 1
        left -= PITCH
    return more, min(MOST_GAP, LEAST_GAP + max(0.0, left) / gaps)


@dataclass(frozen=True, slots=True)
class Grid:
    """Options in columns: where each begins (mm from the left of the part), how wide it is, and how many rows."""

    columns: tuple[tuple[float, float], ...]
    rows: int

    @property
    def across(self) -> int:
        return len(self.columns)


class Drawn:
    """One part: how high it is (mm, from the top of the capitals of its label) and its paint."""

    def __init__(self, surface: Surface, part: Part, width: float) -> None:
        self.surface, self.part, self.width = surface, part, width
        self.cap = surface.cap_height(QUESTION)
        self.grid = self._grid()
        self.heads = list(part.heads.values()) or [str(number) for number in range(1, part.scale + 1)]
        self.column = COLUMN if part.heads else STEP
        self.height = self._height()

    def _height(self) -> float:
        part, surface = self.part, self.surface
        height = self.cap + (surface.line_count(part.label, QUESTION, self.width) - 1) * QUESTION.leading
        if part.hint and not part.rows:
            height += 1.2 + surface.line_count(part.hint, HINT, self.width) * HINT.leading
        if part.options:
            height += UNDER_LABEL + BOX + PITCH * (self.grid.rows - 1)
        if part.rows:
            height += self._head_height + sum(self._row_heights)
        return height + PITCH * part.lines

    def _grid(self) -> Grid:
        """The most columns that fit, of one width when they can be, with even rows."""
        widths = [BOX + 3 + self.surface.width(text, ANSWER) + 0.5 for text in self.part.options.values()]
        count = len(widths)
        for across in (each for each in range(MOST_ACROSS, 1, -1) if each <= count and not (count == 4 and each == 3)):
            own = [max(widths[column::across]) for column in range(across)]
            even = (self.width - BETWEEN * (across - 1)) / across
            if max(own) <= even:
                own = [even] * across
            if sum(own) + BETWEEN * (across - 1) <= self.width:
                starts = [sum(own[:column]) + BETWEEN * column for column in range(across)]
                return Grid(tuple(zip(starts, own, strict=True)), -(-count // across))
        return Grid(((0.0, self.width),), count)

    @property
    def _words(self) -> float:
        """mm for the words of a row."""
        return self.width - self.column * len(self.heads) - 4

    @property
    def _head_height(self) -> float:
        lines = max(
            [self.surface.line_count(head, SMALL, self.column - 1.5) for head in self.part.heads.values()] + [1]
        )
        return UNDER_HINT + min(lines, 3) * SMALL.leading + 2

    @property
    def _row_heights(self) -> list[float]:
        lines = [self.surface.line_count(row, ANSWER, self._words) for row in self.part.rows.values()]
        return [max(PITCH, count * ANSWER.leading + 2.5) for count in lines]

    def draw(self, surface: Surface, box: Rect, more: int) -> None:
        """From `box.y` down, with so many lines more."""
        part = self.part
        block = surface.paragraph(box.x, box.y + self.cap, box.width, part.label, QUESTION, lines=3, tag="H2")
        y = block.below - QUESTION.leading
        if part.hint and not part.rows:
            y = (
                surface.paragraph(box.x, y + 1.2 + HINT.leading, box.width, part.hint, HINT, lines=3).below
                - HINT.leading
            )
        if part.options:
            y = self._options(surface, box, y + UNDER_LABEL)
        if part.rows:
            y = self._table(surface, box, y)
        writing_lines(surface, box.x, y + PITCH, box.width, part.lines + more)

    def _options(self, surface: Surface, box: Rect, y: float) -> float:
        with surface.tag("L"):
            for index, text in enumerate(self.part.options.values()):
                start, width = self.grid.columns[index % self.grid.across]
                top = y + PITCH * (index // self.grid.across)
                option(surface, box.x + start, top, text, ANSWER, side=BOX, width=width)
        return y + BOX + PITCH * (self.grid.rows - 1)

    def _table(self, surface: Surface, box: Rect, y: float) -> float:
        table = TickTable(surface, box.right, self.heads, self.column)
        height = self._head_height
        with surface.tag("Table"):
            table.head(box.x, y + height - 2, self.part.hint)
            y += height
            for text, high in zip(self.part.rows.values(), self._row_heights, strict=True):
                with surface.artifact():
                    surface.line(box.x, y, box.right, y, Stroke(HAIR, 0.5))
                with table.row(y + high / 2, BOX):
                    self._row(surface, Rect(box.x, y, self._words, high), text, ANSWER)
                y += high
        return y

    def _row(self, surface: Surface, box: Rect, text: Text, style: Style) -> None:
        lines = surface.line_count(text, style, box.width)
        first = box.middle[1] + (surface.cap_height(style) - (lines - 1) * style.leading) / 2
        surface.paragraph(box.x, first, box.width, text, style, lines=3, tag=None)
