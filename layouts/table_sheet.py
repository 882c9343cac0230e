"""Table sheet: a table to fill in, on the table or on the wall (A15, A21, B18, B26, C04, C11, C20, C24).

In: columns with their share of the width; what the rows are: the blocks of the meeting, the domains, things with a
name, numbers, or nothing; lines in a row. Out: one page or more: heads repeated, no row split, rows of the height that
fills the fullest page. An A4 is a document, larger paper hangs on the wall; on a card a table too wide for it goes on
with the next columns, its first repeated. With `heads: domain` a sheet per domain.
Source: looks.md sections 1, 4 and 5, the comps 10 and 11. Leaves alone: what people write.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Literal

from kaarten.layout import (
    BODY,
    LINE_FIELDS,
    PAPER_SIZES,
    STONE,
    Colour,
    Count,
    Desk,
    Face,
    Filled,
    Frame,
    Head,
    Items,
    Key,
    LayoutContent,
    LineField,
    Piece,
    Quantity,
    Rect,
    RowHead,
    RowHeads,
    RuledTable,
    Share,
    Surface,
    TableColumn,
    Text,
    check_ids,
    check_lines,
    general_tint,
    left_on,
    line_fields,
    page_ranges,
    rows_to_fill,
    sized_frame,
    specific_tint,
)

SMALLEST = (PAPER_SIZES["A6"], PAPER_SIZES["A6"].turned)
STEPS = 10
NARROWEST = {"write": 27.0, "short": 20.0, "tick": 13.0, "scale": 52.0}
FIRST = {"domains": 44.0, "numbers": 13.0}
"""mm: a column of a card is no narrower; the first one has so much, or what its rows need."""
LINE_PITCH, ALONE = 9.0, 88.0
"""mm between lines, and of a field above the table that has no other beside it."""
SHARES = (0.92, 0.85, 0.78, 0.71, 0.65)
"""How much smaller the names of rows become to save a page."""
ABOVE_FOOT = 3.5
"""mm more that the last rule of a table stays above the foot of a page or a card, which has a rule too."""
NEARER = 1.5
"""mm less under the head of a document, when nothing stands between that and the table."""


class Column(LayoutContent):
    """`width` is its share of the table. `kind`: room to `write`, the same without lines for what is `short`, a box to
    `tick`, or a `scale` from 1 to 10. The `total` has a box only under the columns with a `sum`, if there are any.
    """

    label: Text
    width: Share
    kind: Literal["write", "short", "tick", "scale"] = "write"
    sum: bool = False
    tint: Literal["general", "specific"] | None = None


class Rows(LayoutContent):
    """The `number` of numbers or nothing; `without` leaves out blocks; `competencies` come after the domains."""

    of: Literal["blocks", "domains", "items", "numbers", "nothing"]
    number: Quantity = Quantity()
    lines: Count = Count(1)
    without: tuple[Key, ...] = ()
    competencies: bool = False


class Content(LayoutContent):
    """`fields` are filled in above the table; `total` is a last row that stands out. With `heads: domain` there is a
    sheet for each domain, and `blank` ones with a line to write one on, called `other`; `kicker` and `moment` are for
    those heads, `subject` for the others.
    """

    heads: Literal["title", "domain"] = "title"
    heading: Text | None = None
    subject: Text = Text("")
    kicker: Text = Text("")
    moment: Text = Text("")
    other: Text = Text("")
    blank: Count = Count(0)
    lead: Text | None = None
    fields: dict[str, LineField] = {}
    note: Text = Text("")
    columns: Items[Column]
    rows: Rows
    items: dict[str, Text] = {}
    total: Text | None = None


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The table on all its pages; with heads of domains one for each, their names in one size."""
    if content.rows.of == "blocks" and desk.meeting:
        check_ids(desk.surface(), content.rows.without, [block.id for block in desk.meeting.blocks])
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
    sheets = [_largest(desk, content, frame, part) for part in _parts(content, frame)]
    total = sum(len(sheet.pages) for sheet in sheets)
    faces: list[Face] = []
    for sheet in sheets:
        faces += sheet.faces(len(faces), total)
    return faces


def _largest(desk: Desk, content: Content, frame: Frame, columns: Sequence[Column]) -> Sheet:
    """The table with names as large as takes no more pages than the smallest."""
    sheet = Sheet(desk, content, frame, columns)
    if len(sheet.pages) == 1:
        return sheet
    tried = [sheet, *(Sheet(desk, content, frame, columns, share) for share in SHARES)]
    fewest = min(len(each.pages) for each in tried)
    return next(each for each in tried if len(each.pages) == fewest)


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


class Sheet:
    """One table in the making, or the part of it with these columns."""

    def __init__(
        self, desk: Desk, content: Content, frame: Frame, columns: Sequence[Column], share: float = 1.0
    ) -> None:
        self.desk = desk
        self.content = content
        self.frame = frame
        self.k = frame.scale
        self.lead = BODY.sized(BODY.size * self.k)
        self.pitch = max(LINE_PITCH, LINE_PITCH * self.k)
        self._tinted = [column.tint for column in columns]
        self.columns = [
            TableColumn(
                column.label,
                column.width,
                STEPS if column.kind == "scale" else 0,
                box=column.kind == "tick",
                short=column.kind == "short",
                sum=column.sum,
            )
            for column in columns
        ]
        table = self._table(frame.measuring, 1)
        self._room = self._box(1).height - table.head_height
        self.rows = list(self._rows())
        self.heads = RowHeads(table, self.rows, share)

    @cached_property
    def pages(self) -> list[range]:
        """Which rows stand on which page; of a table with nothing in its rows more of them fill the last."""
        room, first = self._room + self.frame.raised, self._room
        if self.rows and not self.rows[0].head:
            self.rows[0:0] = [self.rows[0]] * rows_to_fill(self._least_heights, self._highest, room, first)
        return page_ranges(self._least_heights, room, first)

    def faces(self, before: int, total: int) -> list[Face]:
        """The pages, after `before` others of `total`; rows as high as the fullest allows, higher on one they fill."""
        pages, least = self.pages, self._least_heights
        most = max(least, default=0.0)
        check_lines(self.frame.measuring, [self.content.rows.lines], most - self._room, self.pitch)
        left = left_on(pages, least, self._room + self.frame.raised, self._room)
        spare = max(0.0, min(mm / max(1, len(page)) for mm, page in zip(left, pages, strict=True)))
        return [
            self._face(before + 1 + number, page, total, mm / len(page) if mm - spare * len(page) < most else spare)
            for number, (mm, page) in enumerate(zip(left, pages, strict=True))
        ]

    def _face(self, number: int, page: range, pages: int, spare: float) -> Face:
        """A page, its rows `spare` mm higher than they must be."""
        least = self._least_heights
        with self.frame.page(number, pages, low=True) as surface:
            self._above(surface, number)
            table = self._table(surface, number)
            with surface.tag("Table"):
                y = table.head()
                for index in page:
                    self._row(table, self.rows[index], y, least[index] + spare)
                    y += least[index] + spare
        return surface.face()

    @property
    def _least_heights(self) -> list[float]:
        """mm that each row needs; all as high as the highest, but for a total."""
        return [self._least(row) if row.total else self._highest for row in self.rows]

    @cached_property
    def _highest(self) -> float:
        return max((self._least(row) for row in self.rows if not row.total), default=0.0)

    def _box(self, page: int) -> Rect:
        """Where the table may stand on a page."""
        lead, fields = self._lead_height, LINE_FIELDS * self.k if self.content.fields else 0.0
        nearer = NEARER if self.frame.scale == 1 and not lead + fields else 0.0
        below = ABOVE_FOOT if self.frame.scale <= 1 and not self.content.note else 0.0
        return self.frame.body_of(page).inset(0, lead + fields - nearer, 0, below)

    @property
    def _lead_height(self) -> float:
        """mm that the lead takes."""
        lead, width = self.content.lead, self.frame.body.width
        return self.frame.measuring.line_count(lead, self.lead, width) * self.lead.leading + 1.5 if lead else 0.0

    def _above(self, surface: Surface, page: int) -> None:
        """The lead, and under it the fields."""
        body, fields = self.frame.body_of(page), list(self.content.fields.values())
        if self.content.lead:
            surface.paragraph(body.x, body.y + 3 * self.k, body.width, self.content.lead, self.lead, lines=4)
        if fields:
            y = body.y + self._lead_height + (LINE_FIELDS - 4.5) * self.k
            filled = [Filled(field.label, share=field.width) for field in fields]
            width = body.width if len(fields) > 1 else min(body.width, ALONE * self.k)
            line_fields(surface, body.x, y, width, filled, self.k)

    def _table(self, surface: Surface, page: int) -> RuledTable:
        return RuledTable(surface, self._box(page), self.columns, self.k)

    def _least(self, row: RowHead) -> float:
        """mm that a row needs: for its lines, and for what stands in its first column."""
        lines = 1 if row.total else self.content.rows.lines
        return max(self.pitch * lines, self.heads.height(row))

    def _rows(self) -> Iterator[RowHead]:
        """The rows in order."""
        rows, desk = self.content.rows, self.desk
        match rows.of:
            case "domains":
                domains = desk.domains_and_competencies if rows.competencies else desk.domains
                yield from (RowHead(domain.name, domain=domain) for domain in domains)
            case "blocks":
                blocks = desk.meeting.blocks if desk.meeting else ()
                yield from (RowHead(block.name, block.clock) for block in blocks if block.id not in rows.without)
            case "items":
                yield from (RowHead(text) for text in self.content.items.values())
            case "numbers":
                yield from (RowHead(mark=str(number)) for number in range(1, desk.count(rows.number) + 1))
            case "nothing":
                yield from (RowHead(head=False) for _ in range(desk.count(rows.number)))
        if self.content.total:
            yield RowHead(self.content.total, total=True)

    def _row(self, table: RuledTable, row: RowHead, y: float, height: float) -> None:
        summed = row.total and any(column.sum for column in self.columns)
        lines = 1 if row.total else self.content.rows.lines
        drawn = table.sum_row(y, height) if summed else table.row(y, height, lines, self._tints(row), head=row.head)
        with drawn as box:
            self.heads.draw(table.surface, row, box)

    def _tints(self, row: RowHead) -> list[Colour | None]:
        if row.total or not row.domain:
            return [STONE if row.total else None for _ in self._tinted]
        tints = {"general": general_tint(row.domain), "specific": specific_tint(row.domain), None: None}
        return [general_tint(row.domain), *(tints[tint] for tint in self._tinted[1:])]
