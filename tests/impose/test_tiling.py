"""Tiles cover a poster with an overlap, on as few sheets as go."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.geometry import PAPER_SIZES, Rect, Size
from kaarten.impose.tiling import OVERLAP, Tiling, divide
from kaarten.model.stock import Paper

Make = Callable[..., Paper]
LENGTHS = st.floats(30, 1300).map(lambda length: round(length, 1))
POSTERS = st.builds(Size, LENGTHS, LENGTHS)
MARGINS = st.sampled_from([0.0, 4.24, 5.0, 6.5, 13.0])
FORMATS = st.sampled_from(["A4", "A3"])


@pytest.mark.parametrize(
    ("poster", "bought", "columns", "rows", "turned"),
    [
        ("A3", "A4", 2, 2, False),
        ("A2", "A4", 2, 4, True),
        ("A1", "A4", 4, 3, False),
        ("A2", "A3", 2, 2, False),
        ("A1", "A3", 2, 3, True),
    ],
)
def test_how_many_sheets_a_poster_needs(paper: Make, poster: str, bought: str, columns: int, rows: int, turned: bool):
    tiling = divide(PAPER_SIZES[poster], paper(bought, 5))
    assert (tiling.columns, tiling.rows) == (columns, rows)
    assert tiling.sheet == (PAPER_SIZES[bought].turned if turned else PAPER_SIZES[bought])


def test_rows_are_letters_and_columns_numbers(paper: Make):
    names = [tile.name for tile in divide(PAPER_SIZES["A1"], paper()).tiles]
    assert names == ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4"]


def test_rows_after_z_go_on_with_two_letters():
    tiles = Tiling(Size(100, 277 * 28), Size(210, 297), 5, 1, 28).tiles
    assert [tile.name for tile in tiles[24:]] == ["Y1", "Z1", "AA1", "AB1"]


@given(POSTERS, MARGINS, FORMATS)
def test_neighbours_overlap_by_10_mm_and_the_poster_is_covered(paper: Make, poster: Size, margin: float, bought: str):
    """Along each axis the tiles' shares follow one another from 0 to the poster's end, each overlapping the next."""
    tiling = divide(poster, paper(bought, margin))
    across = [tile.shows for tile in tiling.tiles if tile.row == 0]
    down = [tile.shows for tile in tiling.tiles if tile.column == 0]
    check_chain([(part.x, part.right) for part in across], poster.width)
    check_chain([(part.y, part.bottom) for part in down], poster.height)
    for tile in tiling.tiles:
        part, column, row = tile.shows, across[tile.column], down[tile.row]
        assert (part.x, part.width, part.y, part.height) == (column.x, column.width, row.y, row.height)


def check_chain(parts: list[tuple[float, float]], length: float) -> None:
    assert parts[0][0] == 0
    assert parts[-1][1] == pytest.approx(length)
    for (_, end), (start, _) in pairwise(parts):
        assert end - start == pytest.approx(OVERLAP)


@given(POSTERS, MARGINS, FORMATS)
def test_every_tile_fits_what_the_printer_reaches(paper: Make, poster: Size, margin: float, bought: str):
    tiling = divide(poster, paper(bought, margin))
    for tile in tiling.tiles:
        on_side = Rect(margin, margin, tile.shows.width, tile.shows.height)
        assert tile.shows.width > 0 < tile.shows.height
        assert tiling.printable.contains(on_side)


@given(POSTERS, MARGINS, FORMATS)
def test_no_tiling_has_fewer_sheets(paper: Make, poster: Size, margin: float, bought: str):
    """One column or row less cannot cover the poster, on upright nor on turned paper with as few sheets."""
    tiling = divide(poster, paper(bought, margin))
    for sheet in (PAPER_SIZES[bought], PAPER_SIZES[bought].turned):
        columns = least(poster.width, sheet.width - 2 * margin)
        rows = least(poster.height, sheet.height - 2 * margin)
        assert tiling.columns * tiling.rows <= columns * rows


def least(length: float, reach: float) -> int:
    """How many parts of `reach`, each overlapping the last, come to `length`: laid one by one."""
    count, covered = 1, reach
    while covered < length - 1e-6:
        count, covered = count + 1, covered + reach - OVERLAP
    return count
