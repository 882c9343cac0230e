"""Question cards: an odd number of questions leaves no hole, and what is too long for one column goes in two.

In: small teams with a question card of so many questions. Out: where its numerals stand. Leaves alone: fit and looks of
the materials that come with kaarten (test_matrix, test_packs).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kaarten.diagnostics import Report
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from tests.layouts.checks import inspect_pieces
from tests.pages import measure

SHORT = "Wat valt je op?"
LONG = "Wat weten we over dit onderwerp, wie van ons weet daar het meest van, en wie buiten het team vragen we?"


def columns(folder: Path, questions: list[str], then: int = 0) -> int:
    """How many columns the numerals of a lying card stand in."""
    asked = "".join(f"        q{i}: {text}\n" for i, text in enumerate(questions))
    second = "".join(f"          r{i}: {SHORT}\n" for i in range(then))
    after = f"      then:\n        heading: Daarna\n        questions:\n{second}" if then else ""
    (folder / "team.yaml").write_text(
        "name: Proefteam\nparticipants: 6\nmaterials:\n  blad:\n    layout: question_card\n    size: A5 landscape\n"
        f"words:\n  nl:\n    blad:\n      title: Blad\n      heading: Blad\n      kicker: Kaart\n"
        "      intro: Kies er een.\n"
        f"      questions:\n{asked}{after}",
        encoding="utf-8",
    )
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=("blad",))), report)
    (one,) = lay_out(pack, job_of(pack, "nl", report), report)
    assert inspect_pieces(one.pieces).faults == []
    texts = measure(one.pieces[0].front).texts
    numerals = [ink for ink in texts if ink.text.isdecimal()]
    assert [ink.text for ink in numerals] == [str(i + 1) for i in range(len(questions) + then)]
    return len({round(ink.x) for ink in numerals})


@pytest.mark.parametrize("count", [1, 3, 5])
def test_an_odd_number_stands_in_one_column(tmp_path: Path, count: int):
    assert columns(tmp_path, [SHORT] * count) == 1


@pytest.mark.parametrize("count", [2, 4, 6])
def test_an_even_number_stands_in_two(tmp_path: Path, count: int):
    assert columns(tmp_path, [SHORT] * count) == 2


@pytest.mark.parametrize("questions", [[SHORT] * 7, [LONG] * 5])
def test_what_is_too_high_under_each_other_stands_in_two(tmp_path: Path, questions: list[str]):
    assert columns(tmp_path, questions) == 2


def test_a_second_round_keeps_two(tmp_path: Path):
    assert columns(tmp_path, [SHORT] * 3, then=1) == 2
