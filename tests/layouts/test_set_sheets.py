"""Posters and paths of card sets: every card in order, room to write, faults at their line; the drawn path.

In: small teams with a set. Out: composed sheets. Leaves alone: the cards (test_card_sets), brands and languages.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.brand.inks import LINE
from kaarten.compose.drawing.figures import winding
from kaarten.diagnostics import KaartenError
from kaarten.geometry import Rect
from tests.layouts.checks import inspect_pieces
from tests.layouts.test_card_sets import made, texts
from tests.pages import measure

COVER = "cover: {title: Zo werkt het, text: Leg de kaarten op tafel. Kies er een.}\n"


STATIONS = "cards:\n" + "".join(
    f"  s{i}: {{title: Stap {i}, text: Kijk goed. En doe het dan., question: Wat zie je bij {i}?}}\n"
    for i in range(1, 6)
)


@pytest.mark.parametrize(
    ("layout", "size"),
    [("set_poster", "A4"), ("set_poster", "A3"), ("set_path", "A4 landscape"), ("set_path", "A3 landscape")],
)
def test_a_sheet_has_every_card_in_order_under_its_cover(tmp_path: Path, layout: str, size: str) -> None:
    (piece,) = made(tmp_path, STATIONS + COVER, size, layout)
    found = texts(piece)
    assert [text for text in found if text.isdecimal()] == ["1", "2", "3", "4", "5"]
    assert [text for text in found if text.startswith("Stap")] == [f"Stap {i}" for i in range(1, 6)]
    assert "Zo werkt het" in found
    assert len({ink.size for ink in measure(piece.front).texts if ink.text.startswith("Kijk goed")}) == 1
    assert inspect_pieces((piece,)).faults == []


def test_there_are_lines_at_every_station_and_all_begin_at_one_height(tmp_path: Path) -> None:
    uneven = STATIONS.replace("Kijk goed.", "Kijk heel lang en heel goed.", 1)
    (piece,) = made(tmp_path, uneven, "A4 landscape", "set_path")
    rules = [rule for rule in measure(piece.front).rules if rule.colour == LINE and rule.level]
    columns = {round(rule.bounds.x, 1) for rule in rules}
    assert len(columns) == 5
    heights = {at: sorted(rule.a[1] for rule in rules if round(rule.bounds.x, 1) == at) for at in columns}
    first, *others = heights.values()
    assert len(first) >= 3
    assert all(other == pytest.approx(first) for other in others)
    assert min(below - above for above, below in pairwise(first)) >= 9 - 1e-6


def test_the_questions_of_all_stations_begin_at_one_height(tmp_path: Path) -> None:
    uneven = STATIONS.replace("Kijk goed.", "Kijk heel lang en heel goed. Kijk dan nog een keer.", 1)
    (piece,) = made(tmp_path, uneven, "A3 landscape", "set_path")
    first = {round(ink.y, 3) for ink in measure(piece.front).texts if ink.text.startswith("Wat zie")}
    assert len(first) == 1


def test_on_a_poster_a_question_is_larger_than_the_text_where_there_is_room(tmp_path: Path) -> None:
    (piece,) = made(tmp_path, STATIONS, "A3", "set_poster")
    found = measure(piece.front).texts
    (asked,) = {ink.size for ink in found if ink.text.startswith("Wat zie")}
    (told,) = {ink.size for ink in found if ink.text.startswith("Kijk goed")}
    assert asked > 1.1 * told


def test_on_a_poster_all_titles_stand_at_one_height_and_no_text_on_an_edge(tmp_path: Path) -> None:
    uneven = STATIONS.replace("Kijk goed.", "Kijk heel lang en heel goed. Kijk dan nog een keer. En dan nog eens.", 1)
    (piece,) = made(tmp_path, uneven, "A3", "set_poster")
    page = measure(piece.front)
    heights = [ink.y for ink in page.texts if ink.text.startswith("Stap")]
    assert {round(below - above, 3) for above, below in pairwise(heights)} == {round(heights[1] - heights[0], 3)}
    blocks = [fill.bounds for fill in page.fills if fill.bounds.width > 100 and fill.bounds.y > 60]
    told = [ink for ink in page.texts if ink.text.startswith(("Kijk", "En"))]
    assert min(block.bottom - ink.y for ink in told for block in blocks if block.y < ink.y < block.bottom) >= 6


def test_more_than_a_poster_has_room_for_is_told_at_its_text(tmp_path: Path) -> None:
    long = STATIONS.replace("En doe het dan.", "En doe het dan. " * 30, 1)
    with pytest.raises(KaartenError) as caught:
        made(tmp_path, long, "A4", "set_poster")
    assert {(one.code, one.mark.line) for one in caught.value.diagnostics} == {("text-too-long", 9)}


@given(st.floats(60, 500), st.floats(20, 120), st.integers(1, 8), st.floats(0.05, 0.4))
def test_a_path_stays_in_its_box_and_passes_every_station(wide: float, high: float, count: int, share: float) -> None:
    box = Rect(10, 20, wide, high)
    diagram = winding(box, count, share * wide / count)
    assert len(diagram.marks) == count
    assert all(box.contains(part.path.bounds(), slack=0.01) for part in diagram.parts)
    assert [x for x, _ in diagram.marks] == sorted(x for x, _ in diagram.marks)
    assert all(box.contains(Rect(x, y, 0, 0)) for x, y in diagram.marks)
