"""A poster in parts: one sheet a tile, each a figure with its own words."""

from collections.abc import Callable

import pytest

from kaarten.compose.face import Face
from kaarten.geometry import PAPER_SIZES, Rect
from kaarten.impose.sheets import Sheet
from kaarten.impose.tiles import lay_tiles
from kaarten.impose.tiling import divide
from kaarten.model.stock import Paper
from kaarten.typeset.fonts import Typeface


@pytest.fixture(scope="module")
def poster(face: Callable[..., Face]) -> Face:
    return face("Wiel", PAPER_SIZES["A3"])


@pytest.fixture(scope="module")
def sheets(poster: Face, paper: Callable[..., Paper], typeface: Typeface) -> list[Sheet]:
    return lay_tiles(poster, divide(poster.size, paper()), "Deel {tile} van Wiel", typeface)


def test_each_tile_is_one_sheet_with_its_name_as_bookmark(sheets: list[Sheet]):
    assert [sheet.front.bookmark for sheet in sheets] == ["A1", "A2", "B1", "B2"]
    assert all(sheet.back is None for sheet in sheets)


def test_a_tile_shows_its_part_of_the_poster_from_the_margin_on(sheets: list[Sheet], poster: Face):
    parts = [sheet.front.placements[0] for sheet in sheets]
    assert {part.face for part in parts} == {poster}
    assert [(part.x, part.y) for part in parts] == [(5, 5), (-185, 5), (5, -272), (-185, -272)]
    assert parts[0].crop == Rect(5, 5, 200, 287)
    assert parts[3].crop == Rect(5, 5, 107, 143)


def test_a_tile_is_a_figure_with_its_own_words(sheets: list[Sheet]):
    parts = [sheet.front.placements[0] for sheet in sheets]
    assert [(part.read, part.alt) for part in parts][:2] == [(True, "Deel A1 van Wiel"), (True, "Deel A2 van Wiel")]


def test_its_marks_lie_on_top_and_are_not_read(sheets: list[Sheet]):
    for sheet in sheets:
        marks = sheet.front.placements[1]
        assert marks.face.size == sheet.front.size
        assert (marks.x, marks.y, marks.read, marks.crop) == (0, 0, False, None)
