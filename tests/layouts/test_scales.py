"""The board, the matrix and the bar charts from A6 to A1: nothing is lost on the way, whatever the number of pages.

In: these materials in three languages at the sizes of paper. Out: no fault of any check, every column, box and figure
once. Leaves alone: the drawings (test_diagrams), and what the figures are (test_figures).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.face import Element, Face, Stretch
from kaarten.compose.parts.board_columns import MEMO_AIR, MEMOS, largest_memo, shared_out
from kaarten.diagnostics import Report, Severity
from kaarten.geometry import Rect
from kaarten.graphics import Glyphs, Shape
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from tests.layouts.checks import inspect_pieces
from tests.pages import measure

PAPERS = {
    "A6": "a4",
    "A5": "a4",
    "A5 landscape": "a4",
    "A4 landscape": "a4",
    "A3 landscape": "a3",
    "A1 landscape": "a1",
}
LANGUAGES = ["nl", "nl-formal", "en"]
IDS = ("bordsessiebord", "vuistregelmatrix", "cijferposter", "resultatenblad")


@cache
def at(size: str, language: str) -> dict[str, list[Face]]:
    """The faces of each of the materials; every check has found them right."""
    with TemporaryDirectory() as folder:
        settings = "".join(f"  {id}: {{size: {size}, paper: {PAPERS[size]}}}\n" for id in IDS)
        team = f"name: Proefteam\npacks: [ruimte, vakmanschap]\nparticipants: 6\nmaterials:\n{settings}"
        (Path(folder) / "team.yaml").write_text(team, encoding="utf-8")
        report = Report()
        pack = open_pack(Order(Path(folder), selection=Selection(only=IDS)), report)
        laid = lay_out(pack, job_of(pack, language, report), report)
    assert [one.code for one in report if one.severity is not Severity.NOTE] == []
    for one in laid:
        assert inspect_pieces(one.pieces).faults == [], (size, language)
    return {
        one.material.id: [face for piece in one.pieces for face in (piece.front, piece.back) if face] for one in laid
    }


def texts(faces: list[Face]) -> list[str]:
    return [ink.text for face in faces for ink in measure(face).texts]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", PAPERS)
def test_every_column_of_the_board_stands_once_with_its_number(size: str, language: str):
    faces = at(size, language)["bordsessiebord"]
    heads = [ink.text for face in faces for ink in measure(face).texts if re.fullmatch(r"[1-9]", ink.text)]
    assert heads == ["1", "2", "3", "4", "5"]
    minutes = [text for text in texts(faces) if re.fullmatch(r"\d min", text)]
    assert sum(int(text[0]) for text in minutes) == 15
    rules = [element for face in faces for element in face.tree if element.tag == "L"]
    assert [len(rule.kids) for rule in rules] == [3]


@pytest.mark.parametrize("size", PAPERS)
def test_memos_of_a_board_have_one_size_that_is_sold(size: str):
    faces = at(size, "nl")["bordsessiebord"]
    dashed = [
        shape.path.bounds() for face in faces for stretch in face.stretches for shape in stretch.paint
        if isinstance(shape, Shape) and shape.stroke and shape.stroke.dash
    ]  # fmt: skip
    sides = {round(box.width, 3) for box in dashed} | {round(box.height, 3) for box in dashed}
    said = [float(found) for text in texts(faces) for found in re.findall(r"([\d.]+) mm", text)]
    assert len(sides) <= 1
    assert sides <= set(MEMOS)
    assert set(said) == sides


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", PAPERS)
def test_the_matrix_has_twenty_boxes_each_beside_its_rule(size: str, language: str):
    """On cards it goes on with the next tasks, the rules repeated; no box is lost and none stands twice."""
    rows: Counter[str] = Counter()
    for face in at(size, language)["vuistregelmatrix"]:
        (table,) = (one for one in face.tree if one.tag == "Table")
        _, *body = elements(table)
        for row in body:
            head, *boxes = elements(row)
            assert head.tag == "TH"
            rows[said(head)] += len(boxes)
    assert len(rows) == 5
    assert set(rows.values()) == {4}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", PAPERS)
@pytest.mark.parametrize("id", ["cijferposter", "resultatenblad"])
def test_no_figure_is_lost_on_smaller_paper(id: str, size: str, language: str):
    figure = re.compile(r"%$|^n = (?!105 )")  # a sentence about n = 105 breaks where a card is narrow
    wanted = Counter(text for text in texts(at("A3 landscape", language)[id]) if figure.search(text))
    assert Counter(text for text in texts(at(size, language)[id]) if figure.search(text)) == wanted
    assert wanted


@given(st.floats(0, 300), st.floats(0, 300))
def test_a_memo_goes_into_its_room_and_no_larger_one_would(width: float, height: float):
    side, room = largest_memo(width, height), min(width, height) - 2 * MEMO_AIR
    assert side <= max(0.0, room)
    assert all(other > room for other in MEMOS if other > side)


@given(st.lists(st.floats(0.5, 9), min_size=1, max_size=8), st.floats(100, 800), st.floats(0, 5))
def test_shares_fill_a_box_in_proportion(shares: list[float], width: float, gutter: float):
    cells = shared_out(Rect(7, 3, width, 20), shares, gutter)
    assert cells[0].x == 7
    assert cells[-1].right == pytest.approx(7 + width)
    assert all(after.x - before.right == pytest.approx(gutter) for before, after in pairwise(cells))
    assert all(
        cell.width / share == pytest.approx(cells[0].width / shares[0])
        for cell, share in zip(cells, shares, strict=True)
    )


def elements(of: Element) -> list[Element]:
    return [kid for kid in of.kids if isinstance(kid, Element)]


def said(of: Element) -> str:
    """The words of an element."""
    stretches = [kid for kid in of.kids if isinstance(kid, Stretch)]
    glyphs = [paint for stretch in stretches for paint in stretch.paint if isinstance(paint, Glyphs)]
    return " ".join(line.text for paint in glyphs for line in paint.lines)
