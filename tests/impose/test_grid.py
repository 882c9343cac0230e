"""Pieces lie on a sheet without overlap, as many as go, in the middle."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.geometry import PAPER_SIZES, Rect, Size
from kaarten.impose.grid import SMALLEST, fit_grid

A4 = PAPER_SIZES["A4"]
LENGTHS = st.floats(SMALLEST, 300).map(lambda length: round(length, 1))
PIECES = st.builds(Size, LENGTHS, LENGTHS)
PAPERS = st.sampled_from([PAPER_SIZES["A4"], PAPER_SIZES["A3"]])


@pytest.mark.parametrize(
    ("piece", "paper", "sheet", "columns", "rows"),
    [
        (Size(210, 148.5), A4, A4, 1, 2),
        (PAPER_SIZES["A6"], A4, A4, 2, 2),
        (A4, A4, A4, 1, 1),
        (A4.turned, A4, A4.turned, 1, 1),
        (PAPER_SIZES["A5"], A4, A4.turned, 2, 1),
        (Size(90, 50), A4, A4.turned, 3, 4),
        (Size(70, 99), A4, A4, 3, 3),
        (Size(100, 140), PAPER_SIZES["A3"], PAPER_SIZES["A3"].turned, 4, 2),
        (PAPER_SIZES["A3"].turned, PAPER_SIZES["A3"], PAPER_SIZES["A3"].turned, 1, 1),
    ],
)
def test_the_trade_s_own_sizes(piece: Size, paper: Size, sheet: Size, columns: int, rows: int):
    grid = fit_grid(piece, paper)
    assert grid is not None
    assert (grid.sheet, grid.columns, grid.rows) == (sheet, columns, rows)


def test_a_piece_larger_than_the_paper_has_no_grid():
    assert fit_grid(Size(210.1, 297), A4) is None
    assert fit_grid(PAPER_SIZES["A3"], A4) is None


def test_a_tie_goes_to_upright_paper():
    grid = fit_grid(Size(100, 100), A4)
    assert grid is not None
    assert grid.sheet == A4


def test_slots_have_ids_in_reading_order():
    grid = fit_grid(PAPER_SIZES["A6"], A4)
    assert grid is not None
    assert [slot.id for slot in grid.slots] == ["r1c1", "r1c2", "r2c1", "r2c2"]
    assert grid.slots[2].box == Rect(0, 148.5, 105, 148.5)


@given(PIECES, PAPERS)
def test_slots_lie_inside_the_sheet_and_never_overlap(piece: Size, paper: Size):
    grid = fit_grid(piece, paper)
    if grid is None:
        assert piece.width > paper.width or piece.height > paper.height
        return
    sheet = Rect(0, 0, grid.sheet.width, grid.sheet.height)
    assert len(grid.slots) == grid.count > 0
    assert all(sheet.contains(slot.box) for slot in grid.slots)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(grid.slots, 2))


@given(PIECES, PAPERS)
def test_the_grid_is_centred_and_no_other_holds_more(piece: Size, paper: Size):
    grid = fit_grid(piece, paper)
    if grid is None:
        return
    assert grid.column_lines[0] + grid.column_lines[-1] == pytest.approx(grid.sheet.width)
    assert grid.row_lines[0] + grid.row_lines[-1] == pytest.approx(grid.sheet.height)
    for sheet in (paper, paper.turned):
        assert grid.count >= int(sheet.width / piece.width) * int(sheet.height / piece.height)
