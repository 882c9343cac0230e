"""The cut list squares the sheet first, and has a cut for every edge of every piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.geometry import PAPER_SIZES, Size
from kaarten.impose.cuts import LEAST_WASTE, Axis, cut_list
from kaarten.impose.grid import Grid, fit_grid

A4 = PAPER_SIZES["A4"]
LENGTHS = st.floats(20, 210).map(lambda length: round(length, 1))


def grid_of(piece: Size) -> Grid:
    grid = fit_grid(piece, A4)
    assert grid is not None
    return grid


def told(piece: Size, filled: int) -> list[str]:
    """`1 v105`: order, axis, position."""
    return [f"{cut.order} {cut.axis[0]}{cut.position_mm:g}" for cut in cut_list(grid_of(piece), filled)]


@pytest.mark.parametrize(
    ("piece", "filled", "cuts"),
    [
        (A4, 1, []),
        (Size(210, 148.5), 2, ["1 h148.5"]),
        (Size(210, 148.5), 1, ["1 h148.5"]),
        (PAPER_SIZES["A6"], 4, ["1 v105", "2 h148.5"]),
        (PAPER_SIZES["A5"], 2, ["1 v148.5"]),
        (Size(105, 148), 4, ["1 v105", "2 h148.5"]),
        (Size(90, 140), 4, ["1 v15", "2 v195", "3 h8.5", "4 h288.5", "5 v105", "6 h148.5"]),
        (Size(105, 99), 6, ["1 v105", "2 h99", "3 h198"]),
        (Size(150, 200), 1, ["1 v30", "2 v180", "3 h48.5", "4 h248.5"]),
    ],
)
def test_outer_cuts_first_then_the_longest_line_then_strips(piece: Size, filled: int, cuts: list[str]):
    assert told(piece, filled) == cuts


def test_a_partial_sheet_is_cut_only_where_pieces_are():
    assert told(Size(70, 99), 9) == ["1 v70", "2 v140", "3 h99", "4 h198"]
    assert told(Size(70, 99), 4) == ["1 v70", "2 v140", "3 h99", "4 h198"]
    assert told(Size(70, 99), 3) == ["1 v70", "2 v140", "3 h99"]
    assert told(Size(70, 99), 1) == ["1 v70", "2 h99"]
    assert told(Size(70, 99), 0) == []


@given(LENGTHS, LENGTHS, st.data())
def test_every_edge_of_a_piece_is_a_cut_or_the_edge_of_the_sheet(width: float, height: float, data: st.DataObject):
    grid = grid_of(Size(width, height))
    filled = data.draw(st.integers(1, grid.count))
    cuts = cut_list(grid, filled)
    vertical = {cut.position_mm for cut in cuts if cut.axis is Axis.VERTICAL}
    horizontal = {cut.position_mm for cut in cuts if cut.axis is Axis.HORIZONTAL}
    xs: set[float] = set()
    ys: set[float] = set()
    for slot in grid.slots[:filled]:
        xs |= set(grid.column_lines[slot.column : slot.column + 2])
        ys |= set(grid.row_lines[slot.row : slot.row + 2])
    assert vertical == {x for x in xs if LEAST_WASTE <= x <= grid.sheet.width - LEAST_WASTE}
    assert horizontal == {y for y in ys if LEAST_WASTE <= y <= grid.sheet.height - LEAST_WASTE}
    assert [cut.order for cut in cuts] == list(range(1, len(vertical) + len(horizontal) + 1))
