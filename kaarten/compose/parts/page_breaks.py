"""Page breaks: which rows stand on which page.

In: the height of every row and the room on a page, in mm. Out: a range of rows for each page: as few pages as hold
them, about equally full, no row split, none lost and none twice. Leaves alone: drawing, and what is repeated on every
page.
"""

from __future__ import annotations

from collections.abc import Sequence

_HAIR = 1e-6
"""mm that a page may be overfull by: heights that should add up to the room come from other sums."""

_STEPS = 40
_FINER = 0.5
"""mm by which columns are tried higher."""


def page_ranges(heights: Sequence[float], room: float, first: float | None = None) -> list[range]:
    """Rows of these heights on pages of `room` mm; the first page has `first` mm when it differs.

    A row higher than a page stands on one alone: whoever draws it tells that it does not fit. Without rows there is one
    empty page.
    """
    rooms = room if first is None else first, room
    count = len(_filled(heights, *rooms))
    low, high = 0.0, max(rooms)
    for _ in range(_STEPS):
        most = (low + high) / 2
        if len(_filled(heights, min(rooms[0], most), min(rooms[1], most))) <= count:
            high = most
        else:
            low = most
    return _shared(heights, min(rooms[0], high), min(rooms[1], high), count)


def rows_to_fill(heights: Sequence[float], height: float, room: float, first: float) -> int:
    """How many more rows of `height` mm the pages have room for that rows of these heights need, when they are more
    than one.
    """
    rows = list(heights)
    pages = len(_filled(rows, first, room))
    while pages > 1 and len(_filled([*rows, height], first, room)) == pages:
        rows.append(height)
    return len(rows) - len(heights)


def left_on(pages: Sequence[range], heights: Sequence[float], room: float, first: float) -> list[float]:
    """mm that rows of these heights leave on each of their pages."""
    rooms = [first, *[room] * (len(pages) - 1)]
    return [mm - sum(heights[row] for row in page) for mm, page in zip(rooms, pages, strict=True)]


def column_pages(heights: Sequence[float], room: float, first: float, across: int) -> list[list[range]]:
    """Which rows stand in which column of which page: as few pages as hold them, `across` columns of each, all about
    equally full.

    The first page has `first` mm, others `room`; it is empty when the first row fits only on another. As with
    `page_ranges` a row that is too high stands on a page alone.
    """
    count = len(_filled_columns(heights, room, first, across))
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        share = (low + high) / 2
        if len(_filled_columns(heights, room * share, first * share, across)) <= count:
            high = share
        else:
            low = share
    pages = _filled_columns(heights, room * high, first * high, across)
    return [_even(heights, page, across) for page in pages]


def _filled_columns(heights: Sequence[float], room: float, first: float, across: int) -> list[range]:
    """Every page filled before the next begins."""
    pages = [range(0)] if heights and heights[0] > first + _HAIR and first < room else []
    start = 0
    while start < len(heights):
        end = _end_of_page(heights, start, room if pages else first, across)
        pages.append(range(start, end))
        start = end
    return pages


def _end_of_page(heights: Sequence[float], start: int, room: float, across: int) -> int:
    """The first row that does not stand on the page that begins with `start`."""
    end = start + 1
    while end < len(heights) and len(page_ranges(heights[start : end + 1], room)) <= across:
        end += 1
    return end


def _even(heights: Sequence[float], page: range, across: int) -> list[range]:
    """The rows of a page in columns, the highest column as low as can be."""
    own = [heights[index] for index in page]
    most = max([*own, sum(own) / across])
    while len(columns := page_ranges(own, most)) > across:
        most += _FINER
    return [range(page.start + part.start, page.start + part.stop) for part in columns]


def _shared(heights: Sequence[float], first: float, room: float, count: int) -> list[range]:
    """Rows on `count` pages, the fewest that hold them: on each its share of what is left, so that the last is no
    emptier than it must be. A page has less only where the next row does not fit, more where the rest would not.
    """
    pages: list[range] = []
    start = 0
    for left in range(count, 0, -1):
        most, share = room if pages else first, sum(heights[start:]) / left
        end, filled = start, 0.0
        while end < len(heights) and (end == start or filled + heights[end] <= most + _HAIR):
            if end > start and filled >= share - _HAIR and len(_filled(heights[end:], room, room)) < left:
                break
            filled += heights[end]
            end += 1
        pages.append(range(start, end))
        start = end
    return pages


def _filled(heights: Sequence[float], first: float, room: float) -> list[range]:
    """Every page filled before the next begins."""
    pages: list[range] = []
    start, left = 0, first
    for index, height in enumerate(heights):
        if index > start and height > left + _HAIR:
            pages.append(range(start, index))
            start, left = index, room
        left -= height
    return [*pages, range(start, len(heights))]
