"""People list: everybody who takes part, one to a row, over as many pages as it takes (A04, A05).

In: columns: what each shows of a person, or that one ticks or writes in it; how many spare rows. Out: A4 pages with the
heads on each. Who has no name yet is a row to write in. Leaves alone: who the people are (`Job.roster`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kaarten.layout import (
    A4,
    BODY,
    PAPER_SIZES,
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
    masthead,
    page_footer,
    pages_of,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
LEAD, TABLE_TOP, TABLE_TOP_AFTER = 47.2, 53.0, 45.0
TOGETHER = 3
"""Rows that stand on the last page at least."""


class ListColumn(LayoutContent):
    """`show` is what stands in it: a fact of the person, the number of the row, a box, or nothing; `share` of the
    width goes to it.
    """

    heading: Text
    show: Literal["number", "name", "role", "organisation", "register", "tick", "write"] = "write"
    share: Count = Count(3)


class Content(LayoutContent):
    subject: Text | None = None
    lead: Text
    columns: dict[str, ListColumn]
    height: Count = Count(9)
    spare: Count = Count(0)


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """Each page is a piece: whoever needs the list gets all of them."""
    columns = list(content.columns.values())
    heads = [Column(c.heading, max(1, c.share), key=c.show == "name", quiet=c.show == "number") for c in columns]
    rows = [[_cell(column, number, person) for column in columns] for number, person in _people(desk, content.spare)]
    table = ListTable(desk.surface(), heads, rows, PAGE.width, max(9, content.height))
    room = PAGE.rule - 3 - table.head_height
    pages = pages_of(table.heights, room - TABLE_TOP, room - TABLE_TOP_AFTER, last_together=TOGETHER)
    for number, page in enumerate(pages, start=1):
        name = desk.label("page-of").format(page=number, pages=len(pages)) if len(pages) > 1 else desk.material.title
        yield Piece(name, _page(desk, content, table, page, number, len(pages)))


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
    masthead(surface, desk.material.title, _subtitle(desk, content))
    if number == 1:
        surface.text(PAGE.left, LEAD, content.lead, BODY, width=PAGE.width)
    table.draw(surface, PAGE.left, TABLE_TOP if number == 1 else TABLE_TOP_AFTER, rows)
    page_footer(surface, desk.credit, desk.identity(number, pages))
    return surface.face()


def _subtitle(desk: Desk, content: Content) -> str:
    """The subject, else when the meeting is."""
    if content.subject:
        return content.subject
    meeting = desk.meeting
    return ", ".join(part for part in (meeting.date_text, meeting.time_text) if part) if meeting else ""
