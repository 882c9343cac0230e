"""Rows over pages: nothing lost or doubled, no row split, no page more than needed, none much fuller than another."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.parts.page_breaks import page_ranges, rows_to_fill

HEIGHTS = st.lists(st.floats(1, 60), max_size=30)
ROOM = st.floats(20, 100)


@given(heights=HEIGHTS, room=ROOM, first=ROOM)
def test_every_row_stands_on_one_page_in_its_order(heights: list[float], room: float, first: float):
    pages = page_ranges(heights, room, first)
    assert [row for page in pages for row in page] == list(range(len(heights)))
    assert all(pages) or (pages, heights) == ([range(0)], [])


@given(heights=HEIGHTS, room=ROOM, first=ROOM)
def test_a_page_is_never_overfull_but_by_one_row_alone(heights: list[float], room: float, first: float):
    for number, page in enumerate(page_ranges(heights, room, first)):
        assert len(page) == 1 or sum(heights[row] for row in page) <= (room if number else first) + 1e-4 or not page


@given(heights=st.lists(st.floats(1, 60), min_size=1, max_size=7), room=st.floats(60, 100))
def test_no_page_more_than_needed_and_the_fullest_as_empty_as_can_be(heights: list[float], room: float):
    pages = page_ranges(heights, room)
    best = min(
        (len(cuts), fullest)
        for count in range(len(heights))
        for cuts in combinations(range(1, len(heights)), count)
        if (fullest := _fullest(heights, cuts)) <= room
    )
    found = max(sum(heights[row] for row in page) for page in pages)
    assert len(pages) - 1 == best[0]
    assert found == pytest.approx(best[1], abs=1e-4)


def _fullest(heights: list[float], cuts: tuple[int, ...]) -> float:
    ends = [0, *cuts, len(heights)]
    return max(sum(heights[start:end]) for start, end in pairwise(ends))


def test_rows_are_shared_out_evenly():
    assert page_ranges([20.0] * 12, 180) == [range(6), range(6, 12)]
    assert page_ranges([20.0] * 9, 180) == [range(9)]
    assert page_ranges([20.0] * 10, 180, first=100) == [range(5), range(5, 10)]
    assert [len(page) for page in page_ranges([20.0] * 26, 120)] == [6, 5, 5, 5, 5]
    assert [len(page) for page in page_ranges([20.0] * 9, 80)] == [3, 3, 3]


def test_the_first_page_may_have_less_room():
    assert page_ranges([20.0] * 6, 100, first=40) == [range(2), range(2, 6)]


def test_a_row_higher_than_a_page_stands_alone():
    assert page_ranges([10, 300, 10], 100) == [range(1), range(1, 2), range(2, 3)]


@given(heights=st.lists(st.floats(5, 20), max_size=30), room=ROOM, first=ROOM)
def test_rows_that_fill_the_pages_make_no_page_more_and_one_more_would(heights: list[float], room: float, first: float):
    pages = len(page_ranges(heights, room, first))
    more = rows_to_fill(heights, 20, room, first)
    assert len(page_ranges([*heights, *[20] * more], room, first)) == pages
    assert (pages == 1 and more == 0) or len(page_ranges([*heights, *[20] * (more + 1)], room, first)) == pages + 1
