"""Cut lines are round dots clear of the edge, with scissors, and never run through a piece."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.face import Face
from kaarten.geometry import PAPER_SIZES, POINTS_PER_MM, Rect, Size
from kaarten.graphics import Colour, Shape, Stroke
from kaarten.impose.cuts import Axis, cut_list
from kaarten.impose.grid import fit_grid
from kaarten.impose.marks import DOTTED, SCISSORS, cut_marks

Shapes = Callable[[Face], Iterator[Shape]]
LENGTHS = st.floats(20, 210).map(lambda length: round(length, 1))


def marks_for(piece: Size, filled: int | None = None) -> Face:
    grid = fit_grid(piece, PAPER_SIZES["A4"])
    assert grid is not None
    return cut_marks(grid.sheet, cut_list(grid, grid.count if filled is None else filled))


def dotted(face: Face, shapes: Shapes) -> list[tuple[float, ...]]:
    """Start and end of each dotted line, in mm."""
    return [tuple(n for step in shape.path.steps for n in step[1:]) for shape in shapes(face) if shape.stroke == DOTTED]


def scissors(face: Face, shapes: Shapes) -> list[Rect]:
    return [shape.path.bounds() for shape in shapes(face) if shape.stroke != DOTTED]


def test_the_line_is_round_dots_of_045_every_2_mm():
    assert Stroke(Colour.parse("#7D8489"), 0.45 * POINTS_PER_MM, (0.0, 2.0), round=True) == DOTTED


def test_two_cards_have_one_line_12_mm_clear_of_the_edges(shapes: Shapes):
    assert dotted(marks_for(Size(210, 148.5)), shapes) == [(12, 148.5, 198, 148.5)]


def test_four_cards_have_two_lines(shapes: Shapes):
    lines = dotted(marks_for(PAPER_SIZES["A6"]), shapes)
    assert lines == [(105, 12, 105, 285), (12, 148.5, 198, 148.5)]


def test_a_whole_page_has_no_line(shapes: Shapes):
    assert dotted(marks_for(PAPER_SIZES["A4"]), shapes) == []


def test_a_grid_clear_of_the_edges_has_its_outer_lines_too(shapes: Shapes):
    lines = dotted(marks_for(Size(90, 140)), shapes)
    assert {line[0] for line in lines if line[0] == line[2]} == {15, 105, 195}
    assert {line[1] for line in lines if line[1] == line[3]} == {8.5, 148.5, 288.5}


def test_scissors_stand_on_the_line_between_blank_edge_and_first_dot(shapes: Shapes):
    down, right = scissors(marks_for(PAPER_SIZES["A6"]), shapes)
    assert right.middle[1] == pytest.approx(148.5, abs=0.1)
    assert down.middle[0] == pytest.approx(105, abs=0.1)
    for start, end in ((right.x, right.right), (down.y, down.bottom)):
        assert 5 < start < end < 12 - 0.45 / 2


def test_marks_are_artifacts_only():
    face = marks_for(PAPER_SIZES["A6"])
    assert face.tree == ()
    assert [stretch.element for stretch in face.stretches] == [None]
    assert face.stretches[0].paint


@given(LENGTHS, LENGTHS, st.data())
def test_marks_stay_on_lines_between_pieces(shapes: Shapes, width: float, height: float, data: st.DataObject):
    """Dots never enter a piece; scissors stay within half their width of a line, inside the 4 mm kept free of text."""
    grid = fit_grid(Size(width, height), PAPER_SIZES["A4"])
    assert grid is not None
    filled = data.draw(st.integers(1, grid.count))
    cuts = cut_list(grid, filled)
    face = cut_marks(grid.sheet, cuts)
    for x1, y1, x2, y2 in dotted(face, shapes):
        line = Rect(x1, y1, x2 - x1, y2 - y1)
        assert not any(crosses(line, slot.box) for slot in grid.slots)
    boxes = scissors(face, shapes)
    assert len(boxes) == len(cuts)
    for cut, box in zip(cuts, boxes, strict=True):
        near, far = (box.y, box.bottom) if cut.axis is Axis.HORIZONTAL else (box.x, box.right)
        assert cut.position_mm - SCISSORS / 2 - 1e-6 <= near < far <= cut.position_mm + SCISSORS / 2 + 1e-6


def crosses(line: Rect, box: Rect) -> bool:
    inner = box.inset(1e-6)
    if line.width:
        return inner.y < line.y < inner.bottom and line.x < inner.right and line.right > inner.x
    return inner.x < line.x < inner.right and line.y < inner.bottom and line.bottom > inner.y
