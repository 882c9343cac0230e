"""Paging: which rows stand on which page.

In: the heights of rows, the room of a page (mm). Out: runs of rows, none of them split, lost or doubled. Leaves alone:
what rows look like.
"""

from __future__ import annotations

from collections.abc import Sequence

_HAIR = 1e-6


def pages_of(heights: Sequence[float], first: float, others: float, last_together: int = 0) -> list[range]:
    """The rows of each page: as many as fit the room of the first page, then of all others (mm).

    The `last_together` last rows stay on one page, so that none of them stands alone. Always one page at least; a row
    higher than its page has it to itself.
    """
    pages: list[range] = []
    start, room = 0, first
    for row, height in enumerate(heights):
        if height > room + _HAIR and row > start:
            pages.append(range(start, row))
            start, room = row, others
        room -= height
    pages.append(range(start, len(heights)))
    return _kept_together(pages, heights, others, last_together)


def _kept_together(pages: list[range], heights: Sequence[float], room: float, count: int) -> list[range]:
    """Moves rows over the last page break, where that leaves rows before it and they find room behind it."""
    *before, last = pages
    first = len(heights) - count
    if not before or first >= last.start or first <= before[-1].start or sum(heights[first:]) > room + _HAIR:
        return pages
    return [*before[:-1], range(before[-1].start, first), range(first, len(heights))]
