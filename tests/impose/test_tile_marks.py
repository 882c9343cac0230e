"""A tile shows where to cut, where to glue and where it belongs."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.face import Face
from kaarten.geometry import PAPER_SIZES, Rect, Size
from kaarten.graphics import Glyphs, Paint, Path, Shape
from kaarten.impose.marks import DOTTED
from kaarten.impose.tile_marks import tile_marks
from kaarten.impose.tiling import OVERLAP, TRIM, Tile, Tiling, divide
from kaarten.model.stock import Paper
from kaarten.typeset.fonts import Typeface

Shapes = Callable[[Face], Iterator[Shape]]
Paints = Callable[[Face], list[Paint]]
Make = Callable[..., Paper]
LENGTHS = st.floats(30, 1300).map(lambda length: round(length, 1))


def shown(tiling: Tiling, tile: Tile) -> Rect:
    return Rect(tiling.margin, tiling.margin, tile.shows.width, tile.shows.height)


def marks_of(tiling: Tiling, typeface: Typeface) -> dict[str, Face]:
    return {tile.name: tile_marks(tiling, tile, shown(tiling, tile), typeface) for tile in tiling.tiles}


def ends(path: Path) -> tuple[float, ...]:
    return tuple(n for step in path.steps for n in step[1:])


def cut_lines(face: Face, shapes: Shapes) -> list[tuple[float, ...]]:
    return [ends(shape.path) for shape in shapes(face) if shape.stroke == DOTTED]


@pytest.fixture(scope="module")
def a3_on_a4(paper: Make, typeface: Typeface) -> dict[str, Face]:
    """Four tiles; the last column shows 107 mm of the 200 it could, the last row 143 of 287."""
    return marks_of(divide(PAPER_SIZES["A3"], paper()), typeface)


def test_a_tile_is_cut_left_and_top_against_neighbours_and_where_the_poster_ends(
    a3_on_a4: dict[str, Face], shapes: Shapes
):
    left, top, right, bottom = (7, 5, 7), (5, 7, 7), 112, 148
    assert cut_lines(a3_on_a4["A1"], shapes) == []
    assert cut_lines(a3_on_a4["A2"], shapes) == [(7, 5, 7, 292), (right, 5, right, 292)]
    assert cut_lines(a3_on_a4["B1"], shapes) == [(5, 7, 205, 7), (5, bottom, 205, bottom)]
    assert len(cut_lines(a3_on_a4["B2"], shapes)) == 4
    assert (left[0], top[1]) == (5 + TRIM, 5 + TRIM)


def test_ticks_show_where_the_next_tile_s_edge_comes(a3_on_a4: dict[str, Face], shapes: Shapes):
    """The next tile begins 10 mm before this one ends, and loses 2: its edge comes 8 mm before the end."""
    ticks = [ends(s.path) for s in shapes(a3_on_a4["A1"]) if s.stroke and s.stroke != DOTTED and len(s.path.steps) == 2]
    upright = [tick for tick in ticks if tick[0] == tick[2]]
    lying = [tick for tick in ticks if tick[1] == tick[3]]
    assert [tick[0] for tick in upright] == pytest.approx([205 - OVERLAP + TRIM] * 2, abs=0.1)
    assert [tick[1] for tick in lying] == pytest.approx([292 - OVERLAP + TRIM] * 2, abs=0.1)
    assert len(ticks) == 4


def test_every_tile_says_its_name(a3_on_a4: dict[str, Face], paints: Paints):
    for name, face in a3_on_a4.items():
        assert [paint.lines[0].text for paint in paints(face) if isinstance(paint, Glyphs)] == [name]


def test_the_map_fills_the_cell_of_its_own_tile(a3_on_a4: dict[str, Face], shapes: Shapes):
    for name, (column, row) in {"A1": (0, 0), "A2": (1, 0), "B1": (0, 1), "B2": (1, 1)}.items():
        _, cell, grid = note_of(a3_on_a4[name], shapes)
        assert (cell.width, cell.height) == pytest.approx((grid.width / 2, grid.height / 2))
        assert (cell.x, cell.y) == pytest.approx((grid.x + column * cell.width, grid.y + row * cell.height))
        assert 12 <= grid.width <= 20


def note_of(face: Face, shapes: Shapes) -> list[Rect]:
    """Ground, filled cell and outline of the map."""
    return [shape.path.bounds() for shape in list(shapes(face))[-3:]]


def test_marks_are_artifacts_only(a3_on_a4: dict[str, Face]):
    for face in a3_on_a4.values():
        assert face.tree == ()
        assert [stretch.element for stretch in face.stretches] == [None]


def test_a_last_tile_without_any_blank_paper_goes_without_a_name(typeface: Typeface, paints: Paints):
    tiling = Tiling(Size(390, 564), Size(210, 297), 5, 2, 2)
    named = {
        name: any(isinstance(p, Glyphs) for p in paints(face)) for name, face in marks_of(tiling, typeface).items()
    }
    assert named == {"A1": True, "A2": True, "B1": True, "B2": False}


@given(LENGTHS, LENGTHS, st.sampled_from([4.24, 5.0, 6.5]))
def test_name_and_map_vanish_when_the_poster_is_glued(
    paper: Make, typeface: Typeface, shapes: Shapes, paints: Paints, width: float, height: float, margin: float
):
    """Their white ground never covers a part of the poster that stays in sight, nor leaves what the printer reaches."""
    tiling = divide(Size(width, height), paper("A4", margin))
    for tile in tiling.tiles:
        face = tile_marks(tiling, tile, shown(tiling, tile), typeface)
        if not any(isinstance(paint, Glyphs) for paint in paints(face)):
            continue
        ground = note_of(face, shapes)[0]
        assert tiling.printable.contains(ground)
        assert not ground.overlaps(stays_in_sight(tiling, tile))


def stays_in_sight(tiling: Tiling, tile: Tile) -> Rect:
    """The part of a side that is neither cut off nor covered by the next tile."""
    part = shown(tiling, tile)
    left = TRIM if tile.column else 0
    top = TRIM if tile.row else 0
    right = OVERLAP - TRIM if tile.column < tiling.columns - 1 else 0
    bottom = OVERLAP - TRIM if tile.row < tiling.rows - 1 else 0
    return part.inset(left, top, right, bottom)
