"""Board: a sheet for the wall that a team stands at every week, in columns with their minutes (F10).

In: columns of a kind: moods, memos, actions, times; rules for the foot. Out: one lying A2 or larger. Boxes for memos
keep the size of a memo, one square is one minute. Source: looks.md section 5 (Board), the comp 10-bordsessie. Leaves
alone: what hangs in the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from kaarten.layout import (
    BODY,
    HAIR,
    JOINT,
    LABEL,
    LINE,
    MOODS,
    NAME,
    NUMERAL,
    PAPER_SIZES,
    SMALL,
    Count,
    Desk,
    Items,
    LayoutContent,
    Piece,
    Rect,
    Share,
    Stroke,
    Surface,
    Text,
    WallFrame,
    block_text,
    draw_silent,
    face,
    icon,
)

SMALLEST = PAPER_SIZES["A2"].turned
GUTTER, HEAD, UNDER_HEAD = 3.6, 34.0, 1.8
"""mm on an A3, times `k`: between columns, the heads, below them."""
NUMBER, PAD = 10.6, 3.6
RULES, ABOVE_RULES = 14.0, 6.0
MEMO = 76.0
"""mm: the side of a memo, on a board of any size."""
MEMO_AIR = 4.0
DASHED = (1.1, 1.1)
ROW = 21.0
FIRST = 2.2
"""How wide the first column of a table is beside each of the others."""


class Column(LayoutContent):
    """`width` is its share of the board. `kind`: `moods` from glad to low, boxes for `memos`, a table of `actions`, or
    `times` under each other. `rows` are the words of moods and times, or the heads of the table.
    """

    name: Text
    ask: Text
    width: Share
    minutes: Count
    kind: Literal["moods", "memos", "actions", "times"]
    rows: dict[str, Text] = {}


class Content(LayoutContent):
    """`minute` is the short word behind the number of minutes."""

    heading: Text
    subtitle: Text
    minute: Text
    columns: Items[Column]
    rules: dict[str, Text] = {}
    note: Text = Text("")


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The one sheet."""
    frame = WallFrame(desk, content.heading, content.subtitle, content.note)
    with frame.page() as surface:
        Board(surface, content, frame.body, frame.k).draw()
    yield Piece(content.heading, surface.face())


class Board:
    """The columns and, under them, the rules."""

    def __init__(self, surface: Surface, content: Content, body: Rect, k: float) -> None:
        self.surface, self.content, self.k = surface, content, k
        self.columns = list(content.columns.values())
        foot = (RULES + ABOVE_RULES) * k if content.rules else 0.0
        self.body = body.inset(0, 0, 0, foot)
        self.foot = Rect(body.x, body.bottom - RULES * k, body.width, RULES * k)
        self.cells = _shared(self.body, [column.width for column in self.columns], GUTTER * k)
        rooms = [cell.width - (NUMBER + 2 * PAD) * k - JOINT for cell in self.cells]
        name = NAME.sized(30 * k, floor=12)
        sizes = [surface.one_size([each.name], name, room) for each, room in zip(self.columns, rooms, strict=True)]
        self.name = min(sizes, key=lambda each: each.size)
        ask = BODY.sized(13 * k, floor=10)
        sizes = [surface.one_size([each.ask], ask, room, 2) for each, room in zip(self.columns, rooms, strict=True)]
        self.ask = min(sizes, key=lambda each: each.size)

    def draw(self) -> None:
        for number, (cell, column) in enumerate(zip(self.cells, self.columns, strict=True), start=1):
            self._head(Rect(cell.x, cell.y, cell.width, HEAD * self.k), number, column)
            top = cell.y + (HEAD + UNDER_HEAD) * self.k
            box = Rect(cell.x, top, cell.width, cell.bottom - top)
            with self.surface.artifact():
                self.surface.rect(box, None, Stroke(HAIR, 1))
            self._filled(box, column)
        if self.content.rules:
            self._rules()

    def _head(self, box: Rect, number: int, column: Column) -> None:
        """Number, name, what is asked, a square for each minute."""
        surface, k = self.surface, self.k
        block = Rect(box.x, box.y, NUMBER * k, box.height)
        field = Rect(block.right + JOINT, box.y, box.right - block.right - JOINT, box.height)
        with surface.artifact():
            surface.rect(block, fill=surface.brand.primary)
            surface.rect(field, fill=surface.brand.tint)
        style = NUMERAL.sized(18 * k).coloured(surface.brand.on_primary)
        y = block.middle[1] + surface.cap_height(style) / 2
        surface.text(block.middle[0], y, str(number), style, anchor="middle", width=block.width - 3)
        x, width = field.x + PAD * k, field.width - 2 * PAD * k
        first = field.y + 4.5 * k + surface.cap_height(self.name)
        surface.text(x, first, column.name, self.name, tag="H2", width=width)
        surface.paragraph(x, first + 7 * k, width, column.ask, self.ask, lines=2)
        self._minutes(x, field.bottom - 3.2 * k, column)

    def _minutes(self, x: float, y: float, column: Column) -> None:
        side = 2.2 * self.k
        style = SMALL.sized(9.5 * self.k, floor=9)
        middle = y - self.surface.cap_height(style) / 2
        with self.surface.artifact():
            for index in range(column.minutes):
                box = Rect(x + index * side * 1.3, middle - side / 2, side, side)
                self.surface.rect(box, fill=self.surface.brand.accent)
        x += column.minutes * side * 1.3 + 2 * self.k
        self.surface.text(x, y, column.name.like(f"{column.minutes} {self.content.minute}"), style)

    def _filled(self, box: Rect, column: Column) -> None:
        match column.kind:
            case "moods":
                self._moods(box, list(column.rows.values()))
            case "memos":
                self._memos(box)
            case "actions":
                self._actions(box, list(column.rows.values()))
            case "times":
                self._times(box, list(column.rows.values()))

    def _moods(self, box: Rect, words: Sequence[Text]) -> None:
        """A face with its word for each, from glad to low, and room for names or magnets beside it."""
        surface, k = self.surface, self.k
        style = SMALL.sized(11 * k, floor=9)
        size = 17 * k
        rows = box.inset(PAD * k, 0).rows(max(1, len(words)), 0)
        for index, (row, word) in enumerate(zip(rows, words, strict=True)):
            glad = MOODS - 1 - round(index * (MOODS - 1) / max(1, len(words) - 1))
            y = row.middle[1] - size / 2 - 2 * k
            draw_silent(surface, face(Rect(row.x + 2 * k, y, size, size), glad))
            surface.text(row.x + 2 * k, y + size + 6 * k, word, style, width=row.width - 2 * k)
            if index:
                with surface.artifact():
                    surface.line(row.x, row.y, row.right, row.y, Stroke(HAIR, 1))

    def _memos(self, box: Rect) -> None:
        """As many boxes for memos as there is room for, in one size; narrower than a memo only when the column is."""
        side = min(MEMO, box.width - 2 * MEMO_AIR)
        count = max(1, int((box.height - MEMO_AIR) / (side + MEMO_AIR)))
        gap = (box.height - count * side) / (count + 1)
        with self.surface.artifact():
            for index in range(count):
                y = box.y + gap + index * (side + gap)
                memo = Rect(box.middle[0] - side / 2, y, side, side)
                self.surface.rect(memo, None, Stroke(LINE, 0.75, DASHED))

    def _actions(self, box: Rect, heads: Sequence[Text]) -> None:
        """A table to write in: the first column half of it."""
        surface, k = self.surface, self.k
        inside = box.inset(PAD * k, 3 * k)
        shares = [FIRST, *[1.0] * (len(heads) - 1)]
        cells = _shared(inside, shares, 2.5 * k)
        style = surface.one_size(heads, LABEL.sized(12 * k, floor=10), min(cell.width for cell in cells) - 1)
        y = inside.y + surface.cap_height(style) + 1.5 * k
        for cell, head in zip(cells, heads, strict=True):
            surface.text(cell.x, y, head, style, width=cell.width)
        top = y + 3.5 * k
        count = max(1, int((inside.bottom - top) / (ROW * k)))
        with surface.artifact():
            surface.line(inside.x, top, inside.right, top, Stroke(LABEL.colour, 1))
            for cell in cells[1:]:
                surface.line(cell.x - 1.2 * k, inside.y, cell.x - 1.2 * k, inside.bottom, Stroke(HAIR, 0.75))
            for row in Rect(inside.x, top, inside.width, inside.bottom - top).rows(count, 0)[1:]:
                surface.line(row.x, row.y, row.right, row.y, Stroke(HAIR, 1))

    def _times(self, box: Rect, words: Sequence[Text]) -> None:
        surface, k = self.surface, self.k
        style = surface.one_size(words, LABEL.sized(12 * k, floor=10), box.width - 2 * PAD * k)
        for index, (row, word) in enumerate(zip(box.inset(PAD * k, 3 * k).rows(len(words), 0), words, strict=True)):
            if index:
                with surface.artifact():
                    surface.line(row.x, row.y, row.right, row.y, Stroke(HAIR, 1))
            y = row.y + (4.5 if index else 1.5) * k + surface.cap_height(style)
            surface.text(row.x, y, word, style, width=row.width)

    def _rules(self) -> None:
        surface, k, texts = self.surface, self.k, list(self.content.rules.values())
        cells = self.foot.columns(len(texts), 4 * k)
        style = surface.one_size(texts, BODY.sized(15 * k, floor=11), cells[0].width - 10 * k, 2)
        with surface.tag("L"):
            for cell, text in zip(cells, texts, strict=True):
                with surface.artifact():
                    surface.line(cell.x, cell.y, cell.right, cell.y, Stroke(surface.brand.accent, 1.5))
                    icon(surface, "check", cell.x, cell.middle[1] - 3 * k, 7 * k, surface.brand.accent)
                with surface.tag("LI"):
                    room = Rect(cell.x + 10 * k, cell.y + 1 * k, cell.width - 10 * k, cell.height - 1 * k)
                    block_text(surface, room, text, style, lines=2, tag="LBody")


def _shared(box: Rect, shares: Sequence[float], gutter: float) -> list[Rect]:
    """Boxes side by side, as wide as their shares, `gutter` mm between them."""
    unit = (box.width - gutter * (len(shares) - 1)) / sum(shares)
    cells: list[Rect] = []
    x = box.x
    for share in shares:
        cells.append(Rect(x, box.y, share * unit, box.height))
        x += share * unit + gutter
    return cells
