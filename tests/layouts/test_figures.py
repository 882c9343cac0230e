"""The figures of the survey: what is printed is what the source gives, with its n, and no percentage besides.

In: the poster and the result sheet as they are composed. Out: every bar against a table typed by hand from Movisie
(2018). Leaves alone: how bars look (test_golden) and what stands on other pages.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.brand.inks import WHITE
from kaarten.compose.face import Element, Face, Piece
from kaarten.compose.parts.page_breaks import column_pages
from kaarten.diagnostics import KaartenError, Report
from kaarten.graphics import Shape
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from tests.layouts.packs import with_packs
from tests.pages import measure

N = {
    "quality": 242, "teams": 242, "role": 142, "years": 142, "employer": 142, "changed": 142, "what": 105,
    "reasons": 124, "helps": 120, "room": 116, "own-time": 115, "urgency": 115, "explained": 36, "explained-own": 36,
}  # fmt: skip
FIGURES = {
    "quality": {"training": 74, "cases": 71, "coaching": 65, "supervision": 64, "register": 56},
    "teams": {"teams": 83, "broad": 40},
    "role": {"t-shaped": 61, "generalist": 26, "specialist": 11, "other": 1},
    "employer": {"municipality": 30, "foundation": 22, "social-work": 22},
    "changed": {"yes": 80},
    "what": {"tasks": 87, "ways": 74, "team": 70, "partners": 42, "residents": 33, "employer": 26},
    "reasons": {"motivation": 84, "demands": 37},
    "helps": {"together": 84, "trying": 79, "group": 32, "budget": 29, "online": 22},
    "room": {"none": 2, "little-short": 29, "much-short": 18, "little-enough": 24, "much": 27},
    "own-time": {"much": 45, "bit": 49, "none": 6},
    "urgency": {"very": 53, "bit": 38, "not": 9},
    "topics": {
        "divorce": 10, "conversation": 8, "violence": 6, "youth": 6, "money": 4, "systems": 4, "area": 4,
        "colleagues": 4, "residents": 3, "mental-health": 3,
    },
    "explained": {"rush": 26, "money": 4},
    "explained-own": {"no-time": 11, "own-time": 8},
}  # fmt: skip
COUNTS = {"topics", "explained", "explained-own"}
ON_POSTER = set(FIGURES)
ON_SHEET = {
    "role", "years", "employer", "changed", "what", "reasons", "helps", "room", "own-time", "urgency"
}  # fmt: skip
MATERIALS = {"cijferposter": ON_POSTER, "resultatenblad": ON_SHEET}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory):
    """Content and pieces by material, in Dutch."""
    folder = with_packs(tmp_path_factory.mktemp("team"), "buurtteam-oost")
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=tuple(MATERIALS))), report)
    return {
        one.material.id: (one.material.content, one.pieces) for one in lay_out(pack, job_of(pack, "nl", report), report)
    }


@pytest.mark.parametrize("material", MATERIALS)
def test_every_figure_is_that_of_the_source_with_its_n(made, material: str):
    content, _ = made[material]
    assert set(content.charts) == MATERIALS[material]
    for id, chart in content.charts.items():
        given = {bar: int(each.value) for bar, each in chart.bars.items() if each.value is not None}
        assert given == FIGURES.get(id, {}), id
        assert chart.n == N.get(id), id
        assert chart.counts == (id in COUNTS), id


@pytest.mark.parametrize("material", MATERIALS)
def test_no_other_percentage_is_printed(made, material: str):
    _, pieces = made[material]
    printed = [ink.text for face in faces(pieces) for ink in measure(face).texts]
    shown = sorted(found for text in printed for found in re.findall(r"\d+%", text))
    charts = [FIGURES.get(id, {}) for id in MATERIALS[material] - COUNTS]
    assert shown == sorted(f"{value}%" for chart in charts for value in chart.values())
    answers = sorted(int(found) for text in printed for found in re.findall(r"^n = (\d+)", text))
    assert answers == sorted(N[id] for id in MATERIALS[material] if id in N)
    assert any("2018" in text for text in printed)


@pytest.mark.parametrize("material", MATERIALS)
def test_a_bar_is_as_long_as_its_figure(made, material: str):
    """All percentages stand on one scale; of people there is a block for each, all of one width."""
    content, pieces = made[material]
    legend = 1 if content.own else 0
    drawn = [box.width for face in faces(pieces) for box in filled(face)[legend:]]
    bars = [(chart.counts, bar.value) for chart in content.charts.values() for bar in chart.bars.values() if bar.value]
    shares = [value for counts, value in bars if not counts]
    assert len({round(mm / value, 6) for mm, value in zip(drawn, shares, strict=True)}) == 1
    blocks = [
        shape.path.bounds().width for face in faces(pieces) for stretch in face.stretches for shape in stretch.paint
        if isinstance(shape, Shape) and shape.fill == WHITE and shape.stroke and not shape.stroke.dash
    ]  # fmt: skip
    assert len(blocks) == sum(value for counts, value in bars if counts)
    assert len({round(mm, 6) for mm in blocks}) <= 1


def test_two_pages_hold_all_bars_of_the_own_team_high_enough_to_colour(made):
    content, pieces = made["resultatenblad"]
    assert len(pieces) == 2
    wanted = sum(len(chart.bars) for chart in content.charts.values())
    shapes = [
        shape for face in faces(pieces) for stretch in face.stretches for shape in stretch.paint
        if isinstance(shape, Shape) and shape.stroke and shape.stroke.dash and shape.path.bounds().width > 20
    ]  # fmt: skip
    assert len(shapes) == wanted
    assert min(shape.path.bounds().height for shape in shapes) >= 6 - 1e-6  # as a box on an A6: looks.md section 4
    assert all(ink.size >= 9 for face in faces(pieces) for ink in measure(face).texts if "n = " in ink.text)


def test_a_row_of_bars_keeps_off_the_next(made):
    """Between the empty bar of one answer and the bar of the next is more air than between the two of one answer."""
    _, pieces = made["resultatenblad"]
    for face in faces(pieces):
        boxes = [each for stretch in face.stretches for each in stretch.paint if isinstance(each, Shape)]
        own = [box.path.bounds() for box in boxes if box.stroke and box.stroke.dash]
        assert own
        for box in filled(face):
            above = [other for other in own if other.bottom <= box.y + 0.1 and abs(other.x - box.x) < 1]
            assert all(box.y - other.bottom >= 1.8 for other in above), box


def test_an_own_bar_alone_says_what_the_source_does_say_once(made):
    content, pieces = made["resultatenblad"]
    printed = [ink.text for face in faces(pieces) for ink in measure(face).texts]
    without = sum(bar.value is None for chart in content.charts.values() if chart.known for bar in chart.bars.values())
    assert printed.count(content.missing) == without
    assert all(chart.note for chart in content.charts.values() if not chart.known)


def test_every_sheet_on_the_wall_says_what_n_is_and_that_figures_are_rounded(made):
    _, pieces = made["cijferposter"]
    assert len(pieces) == 2
    for piece in pieces:
        words = " ".join(ink.text for ink in measure(piece.front).texts)
        assert "De letter n is het aantal antwoorden" in words
        assert "De percentages zijn afgerond." in words


def test_what_we_notice_has_room_on_both_pages(made):
    content, pieces = made["resultatenblad"]
    printed = [[ink.text for ink in measure(face).texts] for face in faces(pieces)]
    assert [texts.count(content.own.remarks) for texts in printed] == [1, 1]


def faces(pieces: tuple[Piece, ...]) -> list[Face]:
    return [face for piece in pieces for face in (piece.front, piece.back) if face]


def filled(face: Face):
    """The bars with a colour in them: outlined, no higher than a line of text."""
    paint = [each for stretch in face.stretches for each in stretch.paint if isinstance(each, Shape)]
    bars = [each.path.bounds() for each in paint if each.fill and each.fill.hex != "#FFFFFF" and each.stroke]
    return [box for box in bars if box.height < 9]


def test_who_cannot_see_a_bar_hears_its_words_and_figure(made):
    _, pieces = made["cijferposter"]
    tables = [one for face in faces(pieces) for one in face.tree if one.tag == "Table"]
    assert len(tables) == len(ON_POSTER)
    rows = [row for table in tables for row in table.kids if isinstance(row, Element)]
    assert all([cell.tag for cell in row.kids if isinstance(cell, Element)] == ["TH", "TD"] for row in rows)


def test_a_figure_over_its_most_is_told_at_its_line(tmp_path: Path):
    folder = with_packs(tmp_path, "buurtteam-oost")
    (folder / "materials").mkdir()
    lines = "materials:\n  cijferposter:\n    content: {charts: {role: {n: 1000000}}}\n"
    (folder / "materials" / "eigen.yaml").write_text(lines, encoding="utf-8")
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=("cijferposter",))), report)
    with pytest.raises(KaartenError) as caught:
        job_of(pack, "nl", report)
    told = [(each.code, each.mark.line) for each in caught.value.diagnostics]
    assert ("out-of-range", 3) in told


@given(st.lists(st.floats(5, 60), min_size=1, max_size=40), st.floats(60, 200), st.floats(0, 40), st.integers(1, 4))
def test_charts_stand_once_in_order_in_columns_that_hold_them(
    heights: list[float], room: float, lead: float, across: int
):
    first = max(60.0, room - lead)
    pages = column_pages(heights, room, first, across)
    assert [row for page in pages for column in page for row in column] == list(range(len(heights)))
    assert all(0 < len(page) <= across for page in pages)
    for number, page in enumerate(pages):
        for column in page:
            assert sum(heights[row] for row in column) <= (first if number == 0 else room) + 1e-6


def test_a_first_chart_that_fits_only_below_no_lead_leaves_the_first_page_to_the_lead():
    assert column_pages([50.0, 30.0], 60, 40, 2) == [[range(0)], [range(1), range(1, 2)]]


def test_pages_are_about_equally_full():
    assert column_pages([30.0] * 4, 90, 90, 1) == [[range(2)], [range(2, 4)]]
