"""Table sheet: a table to fill in, on the table or on the wall (A15, A21, B18, B26, C04, C11, C20, C24).

In: columns with their share of the width; what the rows are: the blocks of the meeting, the domains, things with a
name, numbers, or nothing; lines in a row. Out: one page or more: heads repeated, no row split, rows of the height that
fills the fullest page. An A4 is a document, larger paper hangs on the wall; on a card a table too wide for it goes on
with the next columns, its first repeated. With `heads: domain` a sheet per domain.
Source: looks.md sections 1, 4 and 5, the comps 10 and 11. Leaves alone: what people write.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
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
    Face,
    Frame,
    Head,
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
    domain_tile,
    general_tint,
    page_ranges,
    sized_frame,
    specific_tint,
)

SMALLEST = (PAPER_SIZES["A6"], PAPER_SIZES["A6"].turned)
STEPS = 10
NARROWEST = {"write": 27.0, "tick": 13.0, "scale": 52.0}
FIRST = {"domains": 44.0, "numbers": 13.0}
"""mm: a column of a card is no narrower; the first one has so much, or what its rows need."""
LINE_PITCH = 9.0
ABOVE_FOOT = 3.5
"""mm more that the last rule of a table stays above the foot of a page or a card, which has a rule too."""
TILE, STRIP = 13.0, 4.5
"""mm: in the head of a row of a domain."""
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
    """The `number` of numbers or nothing; `without` leaves out blocks; `competencies` come after the domains."""

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
    for name, head in _heads(desk, content):
        frame = sized_frame(desk, head, content.note)
        for piece in desk.pages(name, _faces(desk, content, frame), edge=frame.edge):
            yield replace(piece, copies=content.blank) if head.open else piece


def _heads(desk: Desk, content: Content) -> Iterator[tuple[str, Head]]:
    """What stands above each of the tables, and what it is called."""
    if content.heads == "title":
        yield desk.material.title, Head(content.heading or desk.material.title, content.subject)
        return
    for domain in desk.domains:
        yield domain.name, Head(domain.name, content.kicker, content.moment, domain=domain)
    if content.blank:
        yield content.other, Head(content.other, content.kicker, content.moment, open=True)


def _faces(desk: Desk, content: Content, frame: Frame) -> list[Face]:
    """The pages of one table, those of its first columns first."""
    sheets = [Sheet(desk, content, frame, part) for part in _parts(content, frame)]
    total = sum(len(sheet.pages) for sheet in sheets)
    faces: list[Face] = []
    for sheet in sheets:
        faces += sheet.faces(len(faces), total)
    return faces


def _parts(content: Content, frame: Frame) -> Iterator[Sequence[Column]]:
    """The columns that stand together; on a card the first of them with as many others as there is room for."""
    first, *others = content.columns.values()
    if frame.scale >= 1 or not others:
        yield [first, *others]
        return
    width = FIRST.get(content.rows.of, NARROWEST[first.kind])
    for part in page_ranges([NARROWEST[column.kind] for column in others], frame.body.width - width):
        beside = others[part.start : part.stop]
        share = (frame.body.width - width) / sum(column.width for column in beside)
        yield [first.model_copy(update={"width": width / share}), *beside]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in the first column: a domain, or a name with perhaps a number or a clock time before it."""

    name: Text = NAMELESS
    mark: str = ""
    domain: Domain | None = None
    head: bool = True
    total: bool = False


class Sheet:
    """One table in the making, or the part of it with these columns."""

    def __init__(self, desk: Desk, content: Content, frame: Frame, columns: Sequence[Column]) -> None:
        self.desk = desk
        self.content = content
        self.frame = frame
        self.k = frame.scale
        self.lead = BODY.sized(BODY.size * self.k)
        self.pitch = max(LINE_PITCH, LINE_PITCH * self.k)
        self._tinted = [column.tint for column in columns]
        self.columns = [
            TableColumn(column.label, column.width, STEPS if column.kind == "scale" else 0, column.kind == "tick")
            for column in columns
        ]
        table = self._table(frame.measuring)
        self.lines, self._room = table.lines, self._box.height - table.head_height
        self.rows = list(self._rows())
        self.names = self._name_style()

    @cached_property
    def pages(self) -> list[range]:
        """Which rows stand on which page; of a table with nothing in its rows more of them fill the last."""
        pages = page_ranges(self._least_heights, self._room)
        if len(pages) > 1 and not self.rows[0].head:
            self.rows[0:0] = [self.rows[0]] * (max(map(len, pages)) * len(pages) - len(self.rows))
            del self._least_heights
            pages = page_ranges(self._least_heights, self._room)
        return pages

    def faces(self, before: int, total: int) -> list[Face]:
        """The pages, after `before` others of `total`; with rows as high as the fullest page allows."""
        pages, least, room = self.pages, self._least_heights, self._room
        check_lines(self.frame.measuring, [self.content.rows.lines], max(least, default=0.0) - room, self.pitch)
        spare = min((room - sum(least[row] for row in page)) / max(1, len(page)) for page in pages)
        heights = [height + max(0.0, spare) for height in least]
        return [self._face(number, page, total, heights) for number, page in enumerate(pages, start=before + 1)]

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

    @cached_property
    def _least_heights(self) -> list[float]:
        """mm that each row needs; all as high as the highest, but for a total."""
        highest = max((self._least(row) for row in self.rows if not row.total), default=0.0)
        return [self._least(row) if row.total else highest for row in self.rows]

    @property
    def _box(self) -> Rect:
        """Where the table may stand."""
        body, lead = self.frame.body, self.content.lead
        above = ABOVE_FOOT if self.frame.scale <= 1 and not self.content.note else 0.0
        lines = self.frame.measuring.line_count(lead, self.lead, body.width) if lead else 0
        return body.inset(0, lines * self.lead.leading + 1.5 if lead else 0, 0, above)

    def _lead(self, surface: Surface) -> None:
        if self.content.lead:
            body = self.frame.body
            surface.paragraph(body.x, body.y + 3 * self.k, body.width, self.content.lead, self.lead, lines=4)

    def _table(self, surface: Surface) -> RuledTable:
        return RuledTable(surface, self._box, self.columns, self.k)

    def _least(self, row: Row) -> float:
        """mm that a row needs: for its lines, and for what stands in its first column."""
        lines = 1 if row.total else self.content.rows.lines
        mark = MARK.leading * self.k if row.mark and row.name else 0.0
        name = self.frame.measuring.line_count(row.name, self.names, self._name_room(row)) * self.names.leading
        return max(self.pitch * lines, mark + name + 3 * self.k)

    def _name_room(self, row: Row) -> float:
        table = self._table(self.frame.measuring)
        width = table.cell(0, 0, 0).width - 2 * table.pad
        return width - (TILE + STRIP) * self.k - 2 * JOINT if row.domain else width

    def _name_style(self) -> Style:
        """One size for all names, in up to two lines."""
        named = [row for row in self.rows if row.name]
        style = NAME.sized(NAME.size * self.k, floor=NAME.floor)
        sizes = [self.frame.measuring.one_size([row.name], style, self._name_room(row), self.lines) for row in named]
        return min(sizes, key=lambda each: each.size, default=style)

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
        if row.total or not row.domain:
            return [STONE if row.total else None for _ in self._tinted]
        tints = {"general": general_tint(row.domain), "specific": specific_tint(row.domain), None: None}
        return [general_tint(row.domain), *(tints[tint] for tint in self._tinted[1:])]

    def _domain(self, surface: Surface, domain: Domain, box: Rect, pad: float) -> None:
        """Tile, strip and name: the row of blocks."""
        blocks = Rect(box.x, box.y, box.width, box.height - JOINT)
        x = domain_tile(surface, blocks, domain, STRIP * self.k, TILE * self.k)
        room = Rect(x + pad, box.y, box.right - x - 2 * pad, blocks.height)
        block_text(surface, room, domain.name, self.names, lines=self.lines, tag=None)

    def _named(self, surface: Surface, row: Row, box: Rect) -> None:
        """A number in the middle of its box, or a clock time over a name."""
        style = MARK.sized(MARK.size * self.k).coloured(surface.brand.accent)
        if not (row.mark and row.name):
            said = (row.name, self.names) if row.name else (row.mark, style)
            block_text(surface, box, *said, lines=self.lines, tag=None)
            return
        y = box.y + 6.5 * self.k
        surface.text(box.x, y, row.mark, style, tag=None, width=box.width)
        y += MARK.leading * self.k * 0.95
        surface.paragraph(box.x, y, box.width, row.name, self.names, lines=self.lines, tag=None)
