"""Table sheet: a table to fill in, on the table or on the wall (A15, A21, B18, B26, C04, C11, C20, C24).

In: columns with their share of the width; what the rows are: the blocks of the meeting, the domains, things with a
name, numbers, or nothing; lines in a row. Out: one page or more: heads repeated, no row split, rows of the height that
fills the fullest page. An A4 is a document, larger paper hangs on the wall. With `heads: domain` a sheet per domain.
Source: looks.md sections 1, 4 and 5, the comps 10 and 11. Leaves alone: what people write.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kaarten.layout import (
    BODY,
    BODY_NARROW,
    JOINT,
    PAPER_SIZES,
    STONE,
    Colour,
    Count,
    Desk,
    Domain,
    DomainFrame,
    Face,
    Frame,
    Items,
    Key,
    LayoutContent,
    Piece,
    Quantity,
    Rect,
    RuledTable,
    Share,
    Style,
    Surface,
    TableColumn,
    Text,
    block_text,
    check_ids,
    check_lines,
    frame_for,
    general_tint,
    page_ranges,
    specific_tint,
    strip,
    tile,
)

SMALLEST = (PAPER_SIZES["A4"], PAPER_SIZES["A4"].turned)
STEPS = 10
LINE_PITCH = 9.0
NAME = BODY_NARROW.strong.sized(12, floor=9)
NAMELESS = Text("")
MARK = BODY.strong.sized(14, floor=11)


class Column(LayoutContent):
    """`width` is its share of the table. `kind`: room to `write`, a box to `tick`, or a `scale` from 1 to 10."""

    label: Text
    width: Share
    kind: Literal["write", "tick", "scale"] = "write"
    tint: Literal["general", "specific"] | None = None


class Rows(LayoutContent):
    """What stands in the first column: `number` says how many of numbers or nothing, `without` leaves out blocks, with
    `competencies` they come after the domains.
    """

    of: Literal["blocks", "domains", "items", "numbers", "nothing"]
    number: Quantity = Quantity()
    lines: Count = Count(1)
    without: tuple[Key, ...] = ()
    competencies: bool = False


class Content(LayoutContent):
    """`total` is a last row that stands out. With `heads: domain` there is a sheet for each domain, and `blank` ones
    with a line to write one on, called `other`; `kicker` and `moment` are for those heads, `subject` for the others.
    """

    heads: Literal["title", "domain"] = "title"
    heading: Text | None = None
    subject: Text = Text("")
    kicker: Text = Text("")
    moment: Text = Text("")
    other: Text = Text("")
    blank: Count = Count(0)
    lead: Text | None = None
    note: Text = Text("")
    columns: Items[Column]
    rows: Rows
    items: dict[str, Text] = {}
    total: Text | None = None


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The table on all its pages; with heads of domains one for each, their names in one size."""
    if content.heads == "title":
        title = content.heading or desk.material.title
        frame = frame_for(desk, title, content.subject, content.note)
        yield from desk.pages(title, Sheet(desk, content, frame).faces())
        return
    kicker = desk.dated(content.kicker, content.moment)
    for domain in desk.domains:
        frame = DomainFrame(desk, domain, domain.name, kicker, content.note)
        yield from desk.pages(domain.name, Sheet(desk, content, frame).faces())
    if content.blank:
        frame = DomainFrame(desk, None, content.other, kicker, content.note)
        for piece in desk.pages(content.other, Sheet(desk, content, frame).faces()):
            yield replace(piece, copies=content.blank)


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in the first column: a domain, or a name with perhaps a number or a clock time before it."""

    name: Text = NAMELESS
    mark: str = ""
    domain: Domain | None = None
    head: bool = True
    total: bool = False


class Sheet:
    """One table in the making."""

    def __init__(self, desk: Desk, content: Content, frame: Frame) -> None:
        self.desk = desk
        self.content = content
        self.frame = frame
        self.k = frame.scale
        self.columns = [
            TableColumn(column.label, column.width, STEPS if column.kind == "scale" else 0, column.kind == "tick")
            for column in content.columns.values()
        ]
        self.rows = list(self._rows())
        self.names = self._name_style()

    def faces(self) -> list[Face]:
        """The pages, with rows as high as the fullest page allows."""
        table = self._table(self.frame.measuring)
        room = self._box.height - table.head_height
        highest = max((self._least(row) for row in self.rows if not row.total), default=0.0)
        least = [self._least(row) if row.total else highest for row in self.rows]
        check_lines(self.frame.measuring, [self.content.rows.lines], highest - room, LINE_PITCH * self.k)
        pages = page_ranges(least, room)
        spare = min((room - sum(least[row] for row in page)) / max(1, len(page)) for page in pages)
        heights = [height + max(0.0, spare) for height in least]
        return [self._face(number, page, len(pages), heights) for number, page in enumerate(pages, start=1)]

    def _face(self, number: int, page: range, pages: int, heights: list[float]) -> Face:
        with self.frame.page(number, pages) as surface:
            self._lead(surface)
            table = self._table(surface)
            with surface.tag("Table"):
                y = table.head()
                for index in page:
                    self._row(table, self.rows[index], y, heights[index])
                    y += heights[index]
        return surface.face()

    # ---- measuring

    @property
    def _box(self) -> Rect:
        """Where the table may stand."""
        body = self.frame.body
        return body.inset(0, self._lead_lines * BODY.leading * self.k + 1.5, 0, 0) if self.content.lead else body

    @property
    def _lead_lines(self) -> int:
        lead, body = self.content.lead or "", self.frame.body
        return self.frame.measuring.line_count(lead, BODY.sized(BODY.size * self.k), body.width)

    def _lead(self, surface: Surface) -> None:
        if self.content.lead:
            body, style = self.frame.body, BODY.sized(BODY.size * self.k)
            surface.paragraph(body.x, body.y + 3 * self.k, body.width, self.content.lead, style, lines=2)

    def _table(self, surface: Surface) -> RuledTable:
        return RuledTable(surface, self._box, self.columns, self.k)

    def _least(self, row: Row) -> float:
        """mm that a row needs: for its lines, and for what stands in its first column."""
        lines = 1 if row.total else self.content.rows.lines
        mark = MARK.leading * self.k if row.mark and row.name else 0.0
        name = self.frame.measuring.line_count(row.name, self.names, self._name_room(row)) * self.names.leading
        return max(LINE_PITCH * lines * self.k, mark + name + 3 * self.k)

    def _name_room(self, row: Row) -> float:
        table = self._table(self.frame.measuring)
        width = table.cell(0, 0, 0).width - 2 * table.pad
        return width - self._tile_width - self._strip_width - 2 * JOINT if row.domain else width

    def _name_style(self) -> Style:
        """One size for all names, in up to two lines."""
        named = [row for row in self.rows if row.name]
        style = NAME.sized(NAME.size * self.k, floor=NAME.floor)
        sizes = [self.frame.measuring.one_size([row.name], style, self._name_room(row), 2) for row in named]
        return min(sizes, key=lambda each: each.size, default=style)

    @property
    def _tile_width(self) -> float:
        return 13 * self.k

    @property
    def _strip_width(self) -> float:
        return 4.5 * self.k

    # ---- rows

    def _rows(self) -> Iterator[Row]:
        """The rows in order."""
        rows, desk = self.content.rows, self.desk
        match rows.of:
            case "domains":
                domains = desk.domains_and_competencies if rows.competencies else desk.domains
                yield from (Row(domain.name, domain=domain) for domain in domains)
            case "blocks":
                blocks = desk.meeting.blocks if desk.meeting else ()
                check_ids(self.frame.measuring, rows.without, [block.id for block in blocks])
                yield from (Row(block.name, block.clock) for block in blocks if block.id not in rows.without)
            case "items":
                yield from (Row(text) for text in self.content.items.values())
            case "numbers":
                yield from (Row(mark=str(number)) for number in range(1, desk.count(rows.number) + 1))
            case "nothing":
                yield from (Row(head=False) for _ in range(desk.count(rows.number)))
        if self.content.total:
            yield Row(self.content.total, total=True)

    def _row(self, table: RuledTable, row: Row, y: float, height: float) -> None:
        lines = 1 if row.total else self.content.rows.lines
        with table.row(y, height, lines, self._tints(row), head=row.head) as box:
            if row.domain:
                self._domain(table.surface, row.domain, box, table.pad)
            elif row.head:
                self._named(table.surface, row, box.inset(table.pad, 0))

    def _tints(self, row: Row) -> list[Colour | None]:
        columns = list(self.content.columns.values())
        if row.total:
            return [STONE for _ in columns]
        if not row.domain:
            return [None for _ in columns]
        tints = {"general": general_tint(row.domain), "specific": specific_tint(row.domain), None: None}
        return [general_tint(row.domain), *(tints[column.tint] for column in columns[1:])]

    def _domain(self, surface: Surface, domain: Domain, box: Rect, pad: float) -> None:
        """Tile, strip and name: the row of blocks."""
        high = box.height - JOINT
        tile(surface, Rect(box.x, box.y, self._tile_width, high), domain.colour, domain.icon)
        x = box.x + self._tile_width + JOINT
        strip(surface, Rect(x, box.y, self._strip_width, high), domain)
        x += self._strip_width + JOINT
        room = Rect(x + pad, box.y, box.right - x - 2 * pad, high)
        block_text(surface, room, domain.name, self.names, lines=2, tag=None)

    def _named(self, surface: Surface, row: Row, box: Rect) -> None:
        """A number in the middle of its box, or a clock time over a name."""
        if not row.mark:
            block_text(surface, box, row.name, self.names, lines=2, tag=None)
            return
        style = MARK.sized(MARK.size * self.k).coloured(surface.brand.accent)
        if not row.name:
            block_text(surface, box, row.mark, style, tag=None)
            return
        y = box.y + 6.5 * self.k
        surface.text(box.x, y, row.mark, style, tag=None, width=box.width)
        y += MARK.leading * self.k * 0.95
        surface.paragraph(box.x, y, box.width, row.name, self.names, lines=2, tag=None)
