"""People list: everybody who takes part, one to a row, over as many pages as it takes (A04, A05).

In: columns: what each shows of a person, or that one ticks or writes in it; how many spare rows. Out: A4 pages with the
heads on each. Of a meeting it has the day and the place on the first, and where the team told neither a line to write
them on each. Who has no name yet is a row to write in. Leaves alone: who the people are (`Job.roster`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from kaarten.layout import (
    A4,
    BODY,
    LIST_GUTTER,
    PAPER_SIZES,
    WHEN_HEIGHT,
    Column,
    Count,
    Desk,
    Face,
    LayoutContent,
    ListTable,
    Pen,
    Person,
    Piece,
    Text,
    asks_when,
    masthead,
    page_footer,
    rows_to_fill,
    running_head,
    when_row,
    when_text,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
LEAD, TABLE_TOP = 47.2, 53.0
WHEN_AFTER, TABLE_TOP_AFTER = 35.2, 33.0
"""mm: under the low head of the pages that follow."""
WHEN, FOOT = 10.0, 6.0
"""mm from the lead to the row of day and place; between the last line and the rule in the foot."""
LEAST_ROW = 9
WIDE, NARROW = 24.0, 15.5
"""mm for the boxes of a meeting under its name, and for a name in two parts."""
ROOMY, LEAST = 34.0, 22.0
"""mm for each other column: with less the meetings become narrow; with less still there are too many."""


class ListColumn(LayoutContent):
    """`show` is what stands in it: a fact of the person, the number of the row, a box, or nothing; `share` of the
    width goes to it.
    """

    heading: Text
    show: Literal["number", "name", "role", "organisation", "register", "tick", "write"] = "write"
    share: Count = Count(3)


class Content(LayoutContent):
    """With `meetings` there is a column to tick for each meeting of the packs chosen."""

    subject: Text | None = None
    lead: Text
    columns: dict[str, ListColumn]
    meetings: bool = False
    height: Count = Count(9)
    spare: Count = Count(0)


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """Each page is a piece: whoever needs the list gets all of them. Spare rows make the last as full as the others."""
    heads = _heads(desk, content)
    table = _table(desk, content, heads, content.spare)
    room = PAGE.rule - FOOT - table.head_height
    first, others = room - _table_top(desk, content, 1), room - _table_top(desk, content, 2)
    more = rows_to_fill(table.heights, max(LEAST_ROW, content.height), others, first) if content.spare else 0
    if more:
        table = _table(desk, content, heads, content.spare + more)
    pages = table.pages(first, others)
    faces = [_page(desk, content, table, page, number, len(pages)) for number, page in enumerate(pages, start=1)]
    yield from desk.pages(desk.material.title, faces)


def _table(desk: Desk, content: Content, heads: Sequence[Column], spare: int) -> ListTable:
    """Everybody, with so many spare rows."""
    rows = [_cells(content, len(heads), number, person) for number, person in _people(desk, spare)]
    return ListTable(desk.surface(), heads, rows, PAGE.width, max(LEAST_ROW, content.height))


def _heads(desk: Desk, content: Content) -> list[Column]:
    """The columns, their shares in mm, those of the meetings last. Fault: meetings-too-many."""
    columns = list(content.columns.values())
    meetings = list(desk.job.meetings.values()) if content.meetings else []
    room = PAGE.width - LIST_GUTTER * (len(columns) + len(meetings) - 1)
    wide = room - WIDE * len(meetings) >= ROOMY * len(columns)
    width = WIDE if wide else NARROW
    left = room - width * len(meetings)
    if meetings and left < LEAST * len(columns):
        desk.report.error("meetings-too-many", desk.material.mark, count=len(meetings), where=desk.material.id)
        left = room
    mm = left / sum(max(1, column.share) for column in columns)
    return [
        *(Column(c.heading, max(1, c.share) * mm, key=c.show == "name", quiet=c.show == "number") for c in columns),
        *(Column(meeting.name, width) for meeting in meetings),
    ]


def _cells(content: Content, count: int, number: int, person: Person | None) -> list[str | Pen]:
    """What stands in the `count` columns of a row: a box for every meeting."""
    cells = [_cell(column, number, person) for column in content.columns.values()]
    return [*cells, *[Pen.TICK] * (count - len(cells))]


def _people(desk: Desk, spare: int) -> Iterator[tuple[int, Person | None]]:
    """Everybody with a number; those without a name, and spare rows, after those with one."""
    roster = desk.job.roster
    for index in range(max(len(roster), desk.job.people.participants) + spare):
        yield index + 1, roster[index] if index < len(roster) else None


def _cell(column: ListColumn, number: int, person: Person | None) -> str | Pen:
    match column.show:
        case "number":
            return str(number)
        case "tick":
            return Pen.TICK
        case "write":
            return Pen.WRITE
        case fact:
            return getattr(person, fact) or Pen.WRITE if person else Pen.WRITE


def _page(desk: Desk, content: Content, table: ListTable, rows: range, number: int, pages: int) -> Face:
    surface = desk.surface()
    if number == 1:
        masthead(surface, desk.material.title, _subtitle(desk, content))
        surface.text(PAGE.left, LEAD, content.lead, BODY, width=PAGE.width)
    else:
        running_head(surface, desk.material.title, desk.meeting.short_date_text if desk.meeting else "")
    if desk.meeting and _has_when(desk, content, number):
        y = LEAD + WHEN if number == 1 else WHEN_AFTER
        when_row(desk, surface, desk.meeting, PAGE.left, y, PAGE.width)
    table.draw(surface, PAGE.left, _table_top(desk, content, number), rows)
    page_footer(surface, desk.credit, desk.identity(number, pages))
    return surface.face()


def _has_when(desk: Desk, content: Content, number: int) -> bool:
    """Whether a page has the row of day and place."""
    return bool(desk.meeting) and not content.subject and (number == 1 or asks_when(desk.meeting))


def _table_top(desk: Desk, content: Content, number: int) -> float:
    """mm to the heads of the table on a page."""
    row = WHEN_HEIGHT if _has_when(desk, content, number) else 0.0
    return (TABLE_TOP if number == 1 else TABLE_TOP_AFTER) + row


def _subtitle(desk: Desk, content: Content) -> str:
    """The subject, else when the meeting is."""
    if content.subject:
        return content.subject
    return when_text(desk.meeting)
