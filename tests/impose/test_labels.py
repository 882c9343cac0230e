"""Pieces on labels: where their maker put them, from the label that is asked for on, strips in one row, no cuts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.face import Face, Piece
from kaarten.diagnostics import Report
from kaarten.geometry import PAPER_SIZES, Rect, Size
from kaarten.impose.grid import Grid, label_grid
from kaarten.impose.nup import Load, loads_on_labels
from kaarten.impose.runs import Imposed, impose, label_starts, plan_runs
from kaarten.model.stock import Labels, Paper
from kaarten.tailor.job import Material
from kaarten.text import Text
from kaarten.typeset.fonts import Typeface

SIZE = Size(63.5, 38.1)
L7160 = Labels(SIZE, 7.2, 15.15, Size(66.04, 38.1), 3, 7, corner=1.76)
DOTS = Labels(Size(12, 12), 9, 15, Size(15, 15), 13, 18, round=True)

Make = Callable[..., Piece]


def sheet(labels: Labels = L7160, name: str = "vel") -> Paper:
    return Paper(name, Text("Etiketten"), "A4", PAPER_SIZES["A4"], 0, 5, labels)


def grid(labels: Labels = L7160) -> Grid:
    return label_grid(sheet(labels), labels)


def names(load: Load) -> str:
    """The sheet in letters: the first of each piece, a dot for a label that stays blank."""
    return "".join(piece.name[0] if piece else "." for piece in load)


@pytest.fixture
def laid(material: Callable[..., Material], typeface: Typeface) -> Callable[[list[Piece], Paper, int, Report], Imposed]:
    def lay(pieces: list[Piece], paper: Paper, start_at: int, report: Report) -> Imposed:
        assert paper.labels
        made = material("stickers", paper.labels.size, paper)
        return impose(made, pieces, report, typeface, "", start_at)

    return lay


def test_slots_are_where_the_labels_are():
    slots = grid().slots
    assert [slot.id for slot in slots[:4]] == ["r1c1", "r1c2", "r1c3", "r2c1"]
    assert slots[0].box == Rect(7.2, 15.15, 63.5, 38.1)
    assert slots[4].box.x == pytest.approx(7.2 + 66.04)
    assert slots[4].box.y == pytest.approx(15.15 + 38.1)
    assert len(slots) == 21


def test_copies_stand_in_reading_order_without_marks_to_cut(laid: Callable[..., Imposed], piece: Make):
    pieces = [piece("Noor", SIZE), piece("Leeg", SIZE, copies=3)]
    imposed = laid(pieces, sheet(), 1, Report())
    (only,) = imposed.sheets
    assert [(p.face.title, p.read) for p in only.front.placements] == [
        ("Noor", True), ("Leeg", True), ("Leeg", False), ("Leeg", False),
    ]  # fmt: skip
    assert [p.x for p in only.front.placements] == pytest.approx([7.2, 73.24, 139.28, 7.2])
    assert imposed.cuts == ((),)
    assert only.back is None
    assert imposed.sheets_printed == 1


def test_a_half_used_sheet_is_filled_from_its_first_free_label(laid: Callable[..., Imposed], piece: Make):
    report = Report()
    imposed = laid([piece("Noor", SIZE, copies=16)], sheet(), 8, report)
    first, second = imposed.sheets
    assert (first.front.placements[0].x, first.front.placements[0].y) == pytest.approx((73.24, 15.15 + 2 * 38.1))
    assert (len(first.front.placements), len(second.front.placements)) == (14, 2)
    assert [(d.code, d.details["number"]) for d in report] == [("half-used-sheet", 8)]


def test_the_last_label_of_a_sheet_can_be_the_first(laid: Callable[..., Imposed], piece: Make):
    first, second = laid([piece("Noor", SIZE, copies=2)], sheet(), 21, Report()).sheets
    assert first.front.placements[0].y == pytest.approx(15.15 + 6 * 38.1)
    assert second.front.placements[0].y == pytest.approx(15.15)


@pytest.mark.parametrize("start_at", [0, 22])
def test_a_label_that_the_sheet_does_not_have_is_the_callers_mistake(
    laid: Callable[..., Imposed], piece: Make, start_at: int
):
    with pytest.raises(ValueError, match="label"):
        laid([piece("Noor", SIZE)], sheet(), start_at, Report())


def test_labels_have_no_back(laid: Callable[..., Imposed], piece: Make):
    report = Report()
    assert laid([piece("Noor", SIZE, back=True)], sheet(), 1, report).sheets == ()
    assert [d.code for d in report] == ["back-of-label"]


def test_nothing_to_print_takes_no_sheet_not_even_a_half_used_one(laid: Callable[..., Imposed], piece: Make):
    assert laid([], sheet(), 8, Report()).sheets == ()
    assert laid([piece("Noor", SIZE, copies=0)], sheet(), 8, Report()).sheets == ()


def test_labels_may_be_smaller_than_what_can_be_cut(laid: Callable[..., Imposed], piece: Make):
    report = Report()
    assert len(laid([piece("Stip", DOTS.size, copies=300)], sheet(DOTS), 1, report).sheets) == 2
    assert list(report) == []


# ---- strips


def strips(face: Callable[..., Face], copies: int, strip: int, start_at: int = 1, labels: Labels = DOTS) -> list[str]:
    piece = Piece("s", face("s", labels.size), copies=copies, strip=strip)
    whole = "".join(names(load) for load in loads_on_labels([piece], 1, grid(labels), start_at))
    return [whole[start : start + labels.columns] for start in range(0, len(whole), labels.columns)]


def test_two_strips_of_six_stand_in_a_row_of_thirteen(face: Callable[..., Face]):
    assert strips(face, 78, 6) == ["ssssssssssss."] * 6 + ["ssssss"]


def test_a_strip_as_long_as_a_row_fills_it(face: Callable[..., Face]):
    assert strips(face, 26, 13) == ["s" * 13] * 2
    assert strips(face, 26, 13, start_at=2) == ["." * 13, "s" * 13, "s" * 13]


def test_a_strip_longer_than_a_row_begins_on_a_row_of_its_own(face: Callable[..., Face]):
    assert strips(face, 40, 20) == ["s" * 13, "sssssss......", "s" * 13, "sssssss"]


def test_a_strip_is_not_parted_by_the_end_of_a_sheet(face: Callable[..., Face]):
    """Of three rows of three a strip of five takes two; the third row is too short for the next."""
    labels = replace(L7160, rows=3)
    assert strips(face, 10, 5, labels=labels) == ["sss", "ss.", "...", "sss", "ss"]


@given(
    st.integers(1, 8), st.integers(1, 8), st.integers(1, 20),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=4), st.integers(0, 2),
)  # fmt: skip
def test_every_copy_lies_once_after_the_start_and_strips_hold_together(
    face: Callable[..., Face], columns: int, rows: int, start: int, wanted: list[tuple[int, int]], sets: int
):
    labels = Labels(Size(20, 10), 1, 1, Size(21, 11), columns, rows)
    start_at = min(start, labels.count)
    one = face("x", labels.size)
    pieces = [Piece(str(n), one, copies=copies, strip=strip) for n, (copies, strip) in enumerate(wanted)]
    loads = loads_on_labels(pieces, sets, grid(labels), start_at)
    slots = [piece for load in loads for piece in load]
    assert Counter(piece for piece in slots if piece) == Counter(
        {p: p.copies * sets for p in pieces if p.copies * sets}
    )
    assert all(len(load) == labels.count for load in loads[:-1])
    if loads:
        assert slots[-1] is not None
        assert slots[: start_at - 1] == [None] * (start_at - 1)
    for piece in pieces:
        places = [place for place, other in enumerate(slots) if other is piece]
        for begin in range(0, len(places), piece.strip) if piece.copies % piece.strip == 0 else ():
            strip = places[begin : begin + piece.strip]
            assert strip[-1] - strip[0] == len(strip) - 1
            assert len(strip) > columns or strip[0] // columns == strip[-1] // columns
            assert len(strip) > labels.count or strip[0] // labels.count == strip[-1] // labels.count


# ---- geometry

LENGTH = st.floats(5, 60).map(lambda length: round(length, 1))


@given(LENGTH, LENGTH, st.integers(1, 6), st.integers(1, 6), st.floats(0, 4), st.floats(0, 8))
def test_what_may_be_printed_on_lies_within_the_label_and_the_printers_reach(
    width: float, height: float, columns: int, rows: int, gap: float, edge: float
):
    pitch = Size(width + gap, height + gap)
    labels = Labels(Size(width, height), edge, edge / 2, pitch, columns, rows)
    around = labels.around
    paper = Paper("p", Text("P"), "A4", Size(around.right + edge, around.bottom + edge / 2), 0, 5, labels)
    safe = paper.safe_area(labels.size)
    reach = Rect(0, 0, paper.size.width, paper.size.height).inset(5)
    assert (safe.x, safe.y) == pytest.approx((max(2, 5 - edge), max(2, 5 - edge / 2)))
    assert safe.right == pytest.approx(width - max(2, 5 - edge))
    for box in labels.boxes:
        there = safe.moved(box.x, box.y)
        assert box.inset(2).contains(there)
        assert reach.contains(there)


@pytest.mark.parametrize(("margin", "inset"), [(5, 5), (3, 4)])
def test_what_is_cut_out_may_lie_at_the_side_of_the_sheet_too(margin: float, inset: float):
    paper = Paper("a4", Text("A4"), "A4", PAPER_SIZES["A4"], 80, margin)
    assert paper.safe_area(Size(105, 148.5)) == Rect(0, 0, 105, 148.5).inset(inset)


# ---- runs


def test_a_run_of_labels_starts_once(material: Callable[..., Material], face: Callable[..., Face], typeface: Typeface):
    """Two materials on the same sheets are one run: the second begins on a sheet of its own."""
    one, other = sheet(name="een"), sheet(DOTS, "ander")
    a4 = replace(one, id="a4", labels=None)
    made = [
        material("vel", SIZE, a4),
        material("leeg", SIZE, one, copies=0),
        material("namen", SIZE, one),
        material("adressen", SIZE, one),
        material("zwart", SIZE, one, colour=False),
        material("stippen", DOTS.size, other),
    ]
    starts = label_starts(made, 8)
    assert starts == {"namen": 8, "zwart": 8, "stippen": 8}
    laid = [
        impose(m, [Piece(m.id, face(m.id, m.size))], Report(), typeface, "", starts.get(m.id, 1)) for m in made[2:4]
    ]
    (run,) = plan_runs(laid)
    assert [[(p.x, p.y) for p in s.front.placements] for s in run.sheets] == [
        [pytest.approx((73.24, 15.15 + 2 * 38.1))], [pytest.approx((7.2, 15.15))],
    ]  # fmt: skip
