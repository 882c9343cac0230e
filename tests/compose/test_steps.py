"""Steps: the sentences of a text stand each on their own line, all of them, in one size for a set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.parts.steps import draw_steps, fitted_steps, sentences
from kaarten.compose.styles import QUESTION
from kaarten.diagnostics import Report
from kaarten.geometry import Rect
from tests.pages import measure
from tests.samples import surface, text

BOX = Rect(10, 10, 89, 50)
SHORT, LONG = text("Loop rond. Stop."), text("Loop rond en praat met een collega die je nog niet kent. " * 4)


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("Loop rond. Stop. Praat.", ["Loop rond.", "Stop.", "Praat."]),
        ("1 minuut: denk na. 2 minuten: praat.", ["1 minuut: denk na.", "2 minuten: praat."]),
        ("Waarom? En is het gelukt? Ja!", ["Waarom?", "En is het gelukt?", "Ja!"]),
        ("Eén kring schuift op. Één.", ["Eén kring schuift op.", "Één."]),
        ("Dit is ......, een collega die houdt van ......", ["Dit is ......, een collega die houdt van ......"]),
        ("Dit kost 1.5 uur, bijv. in mei.", ["Dit kost 1.5 uur, bijv. in mei."]),
        ("Past er geen?\u00a0Schrijf er een op. Vertel.", ["Past er geen?\u00a0Schrijf er een op.", "Vertel."]),
        ("", []),
    ],
)
def test_where_sentences_end(whole: str, parts: list[str]) -> None:
    found = sentences(text(whole))
    assert found == parts
    assert {part.mark for part in found} <= {text(whole).mark}


@given(st.lists(st.sampled_from(["Loop rond.", "Waarom?", "Ga door!", "2 minuten: praat."]), min_size=1, max_size=9))
def test_no_sentence_is_lost(parts: list[str]) -> None:
    assert sentences(text(" ".join(parts))) == parts


def test_a_set_has_the_size_at_which_the_longest_fits() -> None:
    page = surface()
    alone, together = fitted_steps(page, [SHORT], QUESTION, BOX), fitted_steps(page, [SHORT, LONG], QUESTION, BOX)
    assert alone.size == QUESTION.size
    assert QUESTION.floor <= together.size < alone.size


def test_every_sentence_begins_a_line_inside_the_box() -> None:
    report = Report()
    page = surface(report)
    draw_steps(page, BOX, LONG, fitted_steps(page, [LONG], QUESTION, BOX))
    inks = measure(page.face()).texts
    assert not report.errors
    assert sum(ink.text.startswith("Loop") for ink in inks) == 4
    assert min(ink.bounds.y for ink in inks) == pytest.approx(BOX.y, abs=0.01)
    assert max(ink.y for ink in inks) <= BOX.bottom + 0.01


def test_what_goes_over_the_foot_is_told_once_at_its_line() -> None:
    report = Report()
    whole = text(f"{LONG} {LONG} {LONG}")
    page = surface(report)
    draw_steps(page, BOX, whole, fitted_steps(page, [whole], QUESTION, BOX))
    assert [(d.code, d.mark) for d in report] == [("text-too-long", whole.mark)]
    assert 0 < int(str(report.errors[0].details["words"])) < len(whole.split())
