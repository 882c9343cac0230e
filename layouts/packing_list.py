"""Packing list: everything a meeting needs, by where it lies and when it is used (A09, A10).

In: what the blocks of the meeting need. Out: A4 pages to tick off: what is always at hand, what hangs on the wall, what
lies on every table, and what is brought out block by block. Nothing is typed: it follows from the agenda and the pack
(domain/README.md, decision 3). Leaves alone: what to print (`print_plan`) and to buy (`shopping_list`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    tick_pages,
    times,
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
    when = ", ".join(part for part in (meeting.date_text, meeting.start_clock) if part)
    yield from tick_pages(desk, when, list(_blocks(desk, content, meeting)))


def _blocks(desk: Desk, content: Content, meeting: Meeting) -> Iterator[FlowBlock]:
    """Each thing once: where it is needed first."""
    always = [need for need in _needs(desk, meeting.needs) if need.id != desk.material.id]
    first: dict[str, tuple[Block, Need]] = {}
    for block in meeting.blocks:
        for need in _needs(desk, block.needs):
            first.setdefault(need.id, (block, need))
    placed = {place: [need for _, need in first.values() if need.place == place] for place in ("wall", "table")}
    tables = content.tables.of(desk.job.people.tables)
    yield from _group(TickHeading(text=content.at_hand), always)
    yield from _group(TickHeading(text=content.wall), placed["wall"])
    yield from _group(TickHeading(text=content.table, remark=tables), placed["table"], each_table=True)
    for block in meeting.blocks:
        own = [need for where, need in first.values() if where is block and need.place == "hand"]
        yield from _group(TickHeading(text=block.name, remark=block.clock), own)


def _group(heading: TickHeading, needs: Iterable[Need], *, each_table: bool = False) -> Iterator[FlowBlock]:
    """The heading and a row for each need; nothing when there are none."""
    rows = [TickRow(text=need.name, count=times(need.each_table if each_table else need.count)) for need in needs]
    if rows:
        yield TickGroup(blocks=(heading, *rows))


def _needs(desk: Desk, ids: Iterable[str]) -> list[Need]:
    return [desk.job.needs[id] for id in ids if id in desk.job.needs]
