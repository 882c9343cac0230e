"""A credit too long for a small card stands in what is cut off, clear of every cut and of the printer's blank edge."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.face import Face, Piece
from kaarten.geometry import MM_PER_POINT, PAPER_SIZES, Rect, Size
from kaarten.graphics import Glyphs
from kaarten.impose.cuts import Axis, cut_list
from kaarten.impose.edge import AIR, edge_face
from kaarten.impose.grid import Grid, fit_grid
from kaarten.impose.nup import lay, loads_of
from kaarten.impose.sheets import Duplex
from tests.samples import typeface

CREDIT = "Methode naar: een bron met een lange naam, in eigen woorden. " * 4
LENGTHS = st.floats(40, 210).map(lambda length: round(length, 1))
MARGIN = 5.0


def grid_of(width: float, height: float) -> Grid:
    grid = fit_grid(Size(width, height), PAPER_SIZES["A4"])
    assert grid is not None
    return grid


def ink(face: Face) -> Rect:
    """What the lines cover, from the top of their capitals to a descender below, in mm."""
    (glyphs,) = face.stretches[0].paint
    assert isinstance(glyphs, Glyphs)
    assert 6.5 <= glyphs.size <= 7
    lines = glyphs.lines
    top = lines[0].y - typeface().first.cap_height / 1000 * glyphs.size * MM_PER_POINT
    bottom = lines[-1].y - typeface().first.descent / 1000 * glyphs.size * MM_PER_POINT
    right = max(line.x + line.width for line in lines)
    return Rect(lines[0].x, top, right - lines[0].x, bottom - top)


def told(face: Face) -> str:
    (glyphs,) = face.stretches[0].paint
    assert isinstance(glyphs, Glyphs)
    return " ".join(word.text for line in glyphs.lines for word in line.words)


def test_below_a_card_that_leaves_room_there() -> None:
    grid = grid_of(105, 170)
    face = edge_face(grid, CREDIT, MARGIN, typeface())
    assert face is not None
    assert told(face) == CREDIT.strip()
    assert ink(face).y > grid.row_lines[-1] + AIR


def test_beside_cards_that_reach_the_foot() -> None:
    grid = grid_of(150, 148.5)
    face = edge_face(grid, CREDIT, MARGIN, typeface())
    assert face is not None
    assert ink(face).x >= grid.column_lines[-1] + AIR


@pytest.mark.parametrize(("width", "height"), [(105, 148.5), (105, 140), (210, 148.5)])
def test_nowhere_when_the_pieces_fill_the_sheet_or_leave_too_little(width: float, height: float) -> None:
    assert edge_face(grid_of(width, height), CREDIT, MARGIN, typeface()) is None


def test_nothing_without_a_text() -> None:
    assert edge_face(grid_of(105, 170), "", MARGIN, typeface()) is None


@given(LENGTHS, LENGTHS)
def test_clear_of_pieces_cuts_and_the_blank_edge(width: float, height: float) -> None:
    grid = grid_of(width, height)
    face = edge_face(grid, CREDIT, MARGIN, typeface())
    if face is None:
        return
    box = ink(face)
    assert Rect(0, 0, grid.sheet.width, grid.sheet.height).inset(MARGIN).contains(box)
    assert not any(slot.box.overlaps(box) for slot in grid.slots)
    for cut in cut_list(grid, grid.count):
        start, end = (box.x, box.right) if cut.axis is Axis.VERTICAL else (box.y, box.bottom)
        assert not start - AIR / 2 < cut.position_mm < end + AIR / 2


def test_it_stands_on_every_front_and_is_never_read(piece: Callable[..., Piece]) -> None:
    size = Size(105, 170)
    grid = grid_of(105, 170)
    face = edge_face(grid, CREDIT, MARGIN, typeface())
    sheets = lay(loads_of([piece("Kaart", size, copies=5)], 1, grid.count), grid, Duplex.NONE, face)
    assert len(sheets) == 3
    for sheet in sheets:
        (found,) = [placement for placement in sheet.front.placements if placement.face is face]
        assert not found.read
