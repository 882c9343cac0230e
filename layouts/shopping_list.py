"""Shopping list: paper, label sheets and other things that the two meetings take (with the print plan, A20).

In: the PrintPlan of everything else, and what the blocks need that is not printed. Out: A4 pages to tick off, with a
few sheets to spare. Leaves alone: which file goes on which paper (`print_plan`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    PAPER_SIZES,
    Amount,
    Desk,
    FlowBlock,
    LayoutContent,
    Piece,
    Text,
    TickGroup,
    TickHeading,
    TickRow,
    capitalise,
    counted_row,
    tick_pages,
    times,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
AFTER_ALL = True

SPARE = 20
"""One sheet in so many is spoiled: that many more are bought, and one at the least."""


class Content(LayoutContent):
    paper: Text
    things: Text
    spare: Amount


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """As many pages as it takes."""
    yield from tick_pages(desk, "", list(_blocks(desk, content)))


def _blocks(desk: Desk, content: Content) -> Iterator[FlowBlock]:
    papers: list[FlowBlock] = [TickHeading(text=content.paper)]
    for runs in desk.plan.by_paper.values():
        paper, needed = runs[0].paper, sum(run.sheets for run in runs)
        spare = max(1, -(-needed // SPARE))
        weight = f", {paper.weight} g" if paper.weight else ""  # of labels nobody knows it
        name = paper.name.like(f"{capitalise(paper.name)}{weight}")
        papers.append(TickRow(text=name, count=times(needed + spare), remark=content.spare.of(spare)))
    yield TickGroup(blocks=tuple(papers))
    bought = [need for need in desk.job.needs.values() if need.bought]
    if bought:
        rows = (counted_row(need, need.bought) for need in bought)
        yield TickGroup(blocks=(TickHeading(text=content.things), *rows))
