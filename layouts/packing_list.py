"""Packing list: everything a meeting needs, by where it lies and when it is used (A09, A10).

In: what the blocks of the meeting need. Out: A4 pages to tick off: what is always at hand, what hangs on the wall, what
lies on every table, and what is brought out block by block, with rows for own things. Nothing is typed: it follows from
the agenda and the pack (domain/README.md, decision 3). Leaves alone: what to print (`print_plan`) and to buy
(`shopping_list`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kaarten.layout import (
    PAPER_SIZES,
    Amount,
    Block,
    Desk,
    FlowBlock,
    LayoutContent,
    Meeting,
    Need,
    Piece,
    Text,
    TickGroup,
    TickHeading,
    TickRow,
    counted_row,
    tick_pages,
    when_text,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
WHOLE_PACK = True
"""It names other materials and counts them."""


class Content(LayoutContent):
    at_hand: Text
    wall: Text
    table: Text
    tables: Amount


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """As many pages as it takes."""
    meeting = desk.meeting
    if meeting is None:
        raise ValueError(f"{desk.material.id}: a packing list is of a meeting")
    blocks = list(_blocks(desk, content, meeting))
    yield from tick_pages(desk, when_text(meeting), blocks, meeting, desk.label("own-things"))


def _blocks(desk: Desk, content: Content, meeting: Meeting) -> Iterator[FlowBlock]:
    """Each thing once: where it is needed first. On tables lies what goes by the table; of what does not there is one
    number for all, so it is brought out in its block.
    """
    always = [need for need in _needs(desk, meeting.needs) if need.id != desk.material.id]
    first: dict[str, tuple[Block, Need]] = {}
    for block in meeting.blocks:
        for need in _needs(desk, block.needs):
            first.setdefault(need.id, (block, need))
    needs, tables = [need for _, need in first.values()], desk.job.people.tables
    wall = [need for need in needs if need.place == "wall"]
    table = [need for need in needs if _by_table(need, tables)]
    yield from _group(TickHeading(text=content.at_hand), [_row(desk, need) for need in always])
    yield from _group(TickHeading(text=content.wall), [_row(desk, need) for need in wall])
    on_tables = TickHeading(text=content.table, remark=content.tables.of(tables))
    yield from _group(on_tables, [_row_of_table(desk, need) for need in table])
    for block in meeting.blocks:
        own = [need for where, need in first.values() if where is block and need not in (*wall, *table)]
        yield from _group(TickHeading(text=block.name, remark=block.clock), [_row(desk, need) for need in own])


def _by_table(need: Need, tables: int) -> bool:
    """Whether it lies on every table, and its number goes by the table; of some things no number says anything."""
    return need.place == "table" and (tables == 1 or not need.count or need.each_table < need.count)


def _group(heading: TickHeading, rows: Sequence[TickRow]) -> Iterator[FlowBlock]:
    """The heading and the rows under it; nothing when there are none."""
    if rows:
        yield TickGroup(blocks=(heading, *rows))


def _row(desk: Desk, need: Need) -> TickRow:
    """How many for the meeting: of what is used up so many for each block."""
    blocks = desk.meeting.blocks if desk.meeting and need.each_block else ()
    return _counted(desk, need, need.count * max(1, sum(need.id in block.needs for block in blocks)))


def _row_of_table(desk: Desk, need: Need) -> TickRow:
    """How many for each table, and at the right how many that are; nothing there when the last table has fewer."""
    even = need.each_table * desk.job.people.tables == need.count > need.each_table
    together = desk.label("together").format(number=need.count) if even else ""
    return _counted(desk, need, need.each_table, together)


def _counted(desk: Desk, need: Need, count: int, remark: str = "") -> TickRow:
    if need.sets and count:
        return TickRow(text=need.name, count=desk.sets(count), remark=remark)
    return counted_row(need, count, remark)


def _needs(desk: Desk, ids: Iterable[str]) -> list[Need]:
    return [desk.job.needs[id] for id in ids if id in desk.job.needs]
