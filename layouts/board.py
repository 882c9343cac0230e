"""Board: a sheet for the wall that a team stands at every week, in columns with their minutes (F10).

In: columns of a kind: moods, memos, actions, times; rules for the foot. Out: one sheet up to A1 to hang up; or cards,
from A6 on, each with as many columns as there is room for. Boxes for memos have the size of the largest memo that goes
into the columns, and are left out where none does; one square is one minute. Source: looks.md section 5 (Board), the
comp 10-bordsessie. Leaves alone: what hangs in the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from kaarten.layout import (
    BODY,
    HAIR,
    JOINT,
    NAME,
    NUMERAL,
    PAPER_SIZES,
    SMALL,
    Count,
    Desk,
    Face,
    Head,
    IconName,
    Items,
    LayoutContent,
    Piece,
    Rect,
    Share,
    Stroke,
    Surface,
    Text,
    block_text,
    board_type,
    column_pad,
    draw_actions,
    draw_memos,
    draw_moods,
    draw_times,
    icon,
    largest_memo,
    page_ranges,
    shared_out,
    sized_frame,
)

SMALLEST = (PAPER_SIZES["A6"], PAPER_SIZES["A5"].turned)
NARROWEST = {"moods": 27.0, "memos": 30.0, "actions": 46.0, "times": 28.0}
"""mm: a column of a card is no narrower."""
GUTTER, HEAD, UNDER_HEAD = 3.6, 36.5, 1.8
"""mm on an A3, times `k`: between columns, the heads at the least, below them."""
NUMBER = 10.6
STRIP = 6.0
"""mm: the number of a column above its name, on a board with too little room beside it."""
RULES, ABOVE_RULES = 14.0, 6.0
NARROWEST_RULE = 44.0
"""mm: rules that would be narrower stand under each other."""
SMALL_BOARD = 0.7
"""A board under this scale is a card: names in small, the number above them."""


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
    """`minute` is the short word behind the number of minutes; `memos` comes before the size of memos in the note."""

    heading: Text
    subtitle: Text
    icon: IconName = "list-check"
    minute: Text
    memos: Text = Text("")
    columns: Items[Column]
    rules: dict[str, Text] = {}
    note: Text = Text("")


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The one sheet; or cards, the rules on the last."""
    head = Head(content.heading, content.subtitle, icon=content.icon)
    body = sized_frame(desk, head).body
    columns = list(enumerate(content.columns.values(), start=1))
    widths = [NARROWEST[column.kind] + GUTTER for _, column in columns]
    parts = [columns[part.start : part.stop] for part in page_ranges(widths, body.width + GUTTER)]
    memos = [Board(desk.surface(), content, body, part).memo for part in parts]
    memo = min((side for side in memos if side is not None), default=0.0)
    note = content.note
    if content.memos and memo:
        note = note.like(" ".join(each for each in (note, f"{content.memos} {memo:g} mm.") if each))
    frame = sized_frame(desk, head, note)
    faces: list[Face] = []
    for number, part in enumerate(parts, start=1):
        with frame.page(number, len(parts)) as surface:
            Board(surface, content, frame.body, part, rules=number == len(parts)).draw(memo)
        faces.append(surface.face())
    yield from desk.pages(content.heading, faces, edge=frame.edge)


class Board:
    """Numbered columns of one sheet and, under them, perhaps the rules."""

    def __init__(
        self, surface: Surface, content: Content, body: Rect, columns: Sequence[tuple[int, Column]], rules: bool = True
    ) -> None:
        self.surface, self.content = surface, content
        self.numbers, self.columns = zip(*columns, strict=True)
        self.texts = list(content.rules.values()) if rules else []
        self.k = k = min(surface.size.width, surface.size.height) / PAPER_SIZES["A3"].width
        self.small = k < SMALL_BOARD
        self.rules = board_type(BODY, 15, self.k)
        self.across = 1 if body.width / max(1, len(self.texts)) < NARROWEST_RULE else len(self.texts)
        high = 2 * self.rules.leading + 2 if self.across > 1 else len(self.texts) * (self.rules.leading + 2)
        self.rules_height = max(RULES * k, high) if self.texts else 0.0
        foot = self.rules_height + ABOVE_RULES * k if self.texts else 0.0
        self.body = body.inset(0, 0, 0, foot)
        self.foot = Rect(body.x, body.bottom - self.rules_height, body.width, self.rules_height)
        self.cells = shared_out(self.body, [column.width for column in self.columns], GUTTER * k)
        rooms = [self._head_field(cell).width - 2 * column_pad(k) for cell in self.cells]
        name = board_type(NAME, 30, self.k)
        sizes = [surface.one_size([each.name], name, room) for each, room in zip(self.columns, rooms, strict=True)]
        self.name = min(sizes, key=lambda each: each.size)
        ask = board_type(BODY, 13, self.k)
        lines = 3 if self.small else 2
        sizes = [surface.one_size([each.ask], ask, room, lines) for each, room in zip(self.columns, rooms, strict=True)]
        self.ask = min(sizes, key=lambda each: each.size)
        asked = [surface.line_count(each.ask, self.ask, room) for each, room in zip(self.columns, rooms, strict=True)]
        self.lines = max(asked)
        self.minutes = board_type(SMALL, 9.5, self.k)
        self.head_height = max(HEAD * k, self._least_head())

    @property
    def _under_head(self) -> Rect:
        """What is left below the heads, over the whole width."""
        return self.body.inset(0, self.head_height + UNDER_HEAD * self.k, 0, 0)

    @property
    def memo(self) -> float | None:
        """mm: the side of the largest memo that goes into the columns for them, 0 when none does; None without such."""
        widths = [cell.width for cell, each in zip(self.cells, self.columns, strict=True) if each.kind == "memos"]
        return largest_memo(min(widths), self._under_head.height) if widths else None

    def draw(self, memo: float) -> None:
        """Heads, columns and rules; with boxes for memos of that size."""
        for number, cell, column in zip(self.numbers, self.cells, self.columns, strict=True):
            self._head(Rect(cell.x, cell.y, cell.width, self.head_height), number, column)
            box = Rect(cell.x, self._under_head.y, cell.width, self._under_head.height)
            with self.surface.artifact():
                self.surface.rect(box, None, Stroke(HAIR, 1))
            self._filled(box, column, memo)
        if self.texts:
            self._rules()

    # ---- heads

    def _head_field(self, box: Rect) -> Rect:
        """The tinted field of a head: beside its number, on a card below it."""
        if self.small:
            return box.inset(0, STRIP + JOINT, 0, 0)
        x = box.x + NUMBER * self.k + JOINT
        return Rect(x, box.y, box.right - x, box.height)

    @property
    def _above(self) -> tuple[float, float, float]:
        """mm from the top of the field to the name, from name to question, from the last baseline to the foot."""
        k = self.k
        return max(4.5 * k, 1.8), max(7 * k, self.ask.leading), max(3.2 * k, 1.6)

    def _least_head(self) -> float:
        """mm for number, name, question and minutes."""
        above, between, below = self._above
        text = above + self.surface.cap_height(self.name) + between + (self.lines - 1) * self.ask.leading
        return text + self.minutes.leading * 1.1 + below + (STRIP + JOINT if self.small else 0.0)

    def _head(self, box: Rect, number: int, column: Column) -> None:
        """Number, name, what is asked, a square for each minute."""
        surface, k = self.surface, self.k
        field = self._head_field(box)
        block = Rect(box.x, box.y, *((box.width, STRIP) if self.small else (NUMBER * k, box.height)))
        with surface.artifact():
            surface.rect(block, fill=surface.brand.primary)
            surface.rect(field, fill=surface.brand.tint)
        style = board_type(NUMERAL, 18, self.k).coloured(surface.brand.on_primary)
        y = block.middle[1] + surface.cap_height(style) / 2
        surface.text(block.middle[0], y, str(number), style, anchor="middle", width=block.width - 3)
        above, between, below = self._above
        x, width = field.x + column_pad(k), field.width - 2 * column_pad(k)
        first = field.y + above + surface.cap_height(self.name)
        surface.text(x, first, column.name, self.name, tag="H2", width=width)
        surface.paragraph(x, first + between, width, column.ask, self.ask, lines=self.lines)
        self._minutes(x, field.bottom - below, column)

    def _minutes(self, x: float, y: float, column: Column) -> None:
        side = max(2.2 * self.k, 1.4)
        middle = y - self.surface.cap_height(self.minutes) / 2
        with self.surface.artifact():
            for index in range(column.minutes):
                box = Rect(x + index * side * 1.3, middle - side / 2, side, side)
                self.surface.rect(box, fill=self.surface.brand.accent)
        x += column.minutes * side * 1.3 + max(2 * self.k, 1)
        self.surface.text(x, y, column.name.like(f"{column.minutes} {self.content.minute}"), self.minutes)

    def _filled(self, box: Rect, column: Column, memo: float) -> None:
        words = list(column.rows.values())
        match column.kind:
            case "moods":
                draw_moods(self.surface, box, words, self.k)
            case "memos":
                draw_memos(self.surface, box, memo)
            case "actions":
                draw_actions(self.surface, box, words, self.k)
            case "times":
                draw_times(self.surface, box, words, self.k)

    def _rules(self) -> None:
        """The rules beside each other, or under each other on a narrow card, each with a tick."""
        surface, k, texts = self.surface, self.k, self.texts
        rows = self.foot.rows(len(texts) // self.across, 1.0)
        cells = [cell for row in rows for cell in row.columns(self.across, 4 * k)]
        lines, mark = 2 if self.across > 1 else 1, max(7 * k, 4)
        style = surface.one_size(texts, self.rules, cells[0].width - mark - 3 * k, lines)
        with surface.tag("L"):
            for cell, text in zip(cells, texts, strict=True):
                with surface.artifact():
                    surface.line(cell.x, cell.y, cell.right, cell.y, Stroke(surface.brand.accent, 1.5))
                    icon(surface, "check", cell.x, cell.middle[1] - mark * 0.43, mark, surface.brand.accent)
                with surface.tag("LI"):
                    room = cell.inset(mark + 3 * k, 1 * k, 0, 0)
                    block_text(surface, room, text, style, lines=lines, tag="LBody")
