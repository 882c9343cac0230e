"""Lines hold every word once, never exceed the measure, and follow the rules of looks.md section 2."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.typeset.breaking import Fitted, Shaping, break_lines, fit, line_width, measure_in_ems
from kaarten.typeset.large import faults, mended
from tests.samples import typeface

WORDS = st.lists(
    st.sampled_from("de het een wijk samen leren? vragen. kennis gezondheid ontwikkelagenda wie wat nu.".split()),
    min_size=1,
    max_size=60,
)


def lines_of(fitted: Fitted) -> list[str]:
    return [" ".join(word.text for word in line) for line in fitted.lines]


def set_in(text: str, width: float, size: float = 12, lines: int = 20, floor: float = 12) -> list[str]:
    return lines_of(fit(text, typeface(), size, floor, width, lines))


@given(WORDS, st.floats(30, 180))
def test_every_word_stands_once_and_in_order(words: list[str], width: float) -> None:
    assert " ".join(set_in(" ".join(words), width, lines=99)).split() == words


@given(WORDS, st.floats(40, 180))
def test_no_line_is_wider_than_the_measure(words: list[str], width: float) -> None:
    face = typeface()
    measure = measure_in_ems(width, 12)
    for line in break_lines(face.words(" ".join(words)), face.first.space, measure):
        assert line_width(line, face.first.space) <= measure


@given(WORDS, st.floats(40, 180), st.sampled_from(["shaped", "balanced", "settled"]))
def test_shaping_costs_no_extra_line(words: list[str], width: float, shaping: Shaping) -> None:
    face = typeface()
    shaped, space, measure = face.words(" ".join(words)), face.first.space, measure_in_ems(width, 12)
    assert len(break_lines(shaped, space, measure, shaping)) == len(break_lines(shaped, space, measure, "plain"))


def test_a_new_sentence_takes_a_new_line() -> None:
    lines = set_in("Welke idee\u00ebn heb je al? Wat moet er zeker in zitten?", 74, size=14, floor=14)
    assert lines == ["Welke idee\u00ebn heb je al?", "Wat moet er zeker in zitten?"]


def test_no_last_line_of_one_word() -> None:
    assert set_in("Hoe heten de mensen die hier samen in de wijk werken", 75)[-1].count(" ") > 0


def test_small_print_has_no_last_line_of_one_word_either_and_keeps_a_sign_with_its_owner() -> None:
    text = "Naar: Ooms en Buurman (2024), Lerend Versterken. \u00a9 Movisie. Geen uitgave van NJi of de Wijkteams."
    plain = lines_of(fit(text, typeface(), 7, 7, 104, 3, "plain"))
    settled = lines_of(fit(text, typeface(), 7, 7, 104, 3, "settled"))
    assert plain[1:] == ["Wijkteams."]
    assert settled[1:] == ["Geen uitgave van NJi of de Wijkteams."]
    owned = [fit("Cijfers \u00a9 Movisie", typeface(), 7, 7, width, 3, "plain") for width in range(10, 30)]
    assert not any(line.endswith("\u00a9") for fitted in owned for line in lines_of(fitted))


def test_a_word_longer_than_its_line_breaks_at_its_own_hyphen() -> None:
    assert set_in("Zonnehoven-Noorderlanden", 35) == ["Zonnehoven-", "Noorderlanden"]
    assert set_in("Zonnehoven-Noorderlanden", 100) == ["Zonnehoven-Noorderlanden"]


def test_fitting_goes_down_in_half_points_to_the_floor() -> None:
    wide = typeface().width("Generieke competenties", 14) * 25.4 / 72
    assert fit("Generieke competenties", typeface(), 14, 9, wide, 1).size == 14
    assert fit("Generieke competenties", typeface(), 14, 9, wide * 13.5 / 14, 1).size == 13.5
    assert fit("Generieke competenties", typeface(), 14, 9, wide * 9 / 14, 1).fits


def test_a_text_that_does_not_fit_says_by_how_many_words() -> None:
    fitted = fit("een twee drie vier vijf zes", typeface(), 12, 12, typeface().width("een twee", 12) * 25.4 / 72, 2)
    assert not fitted.fits
    assert fitted.too_many == 6 - sum(len(line) for line in fitted.lines[:2])


def test_a_single_word_too_wide_does_not_fit() -> None:
    assert not fit("ontwikkelagenda", typeface(), 12, 12, 10, 5).fits


def test_a_sentence_with_another_behind_it_fills_its_lines() -> None:
    text = "Je sluit aan, laat mensen zelf sturen en kijkt ook naar wat ze een ander kunnen geven. Breed werken kan."
    first, second = set_in(text, 136)
    assert first.endswith("naar wat ze een ander")
    assert second == "kunnen geven. Breed werken kan."


LARGE_WORDS = st.lists(
    st.sampled_from("de het een wijk samen leren? vragen. kennis, gaan: ontwikkeling wie wat nu. om te".split()),
    min_size=1,
    max_size=18,
)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Zo maak je ruimte om te leren", 92, ["Zo maak je ruimte", "om te leren"]),
        ("Eropaf gaan: kijk achter de vraag", 82, ["Eropaf gaan:", "kijk achter de vraag"]),
        ("Dichtbij en makkelijk te vinden zijn", 106, ["Dichtbij en makkelijk", "te vinden zijn"]),
        ("Geen twee situaties zijn gelijk.", 82, ["Geen twee situaties", "zijn gelijk."]),
    ],
)
def test_large_type_breaks_where_it_reads_best(text: str, width: float, lines: list[str]) -> None:
    assert set_in(text, width, size=24, floor=24) == lines


def test_small_type_is_left_as_it_is() -> None:
    assert set_in("Dichtbij en makkelijk te vinden zijn", 53)[0] == "Dichtbij en makkelijk te"


@given(LARGE_WORDS, st.floats(60, 200))
def test_mending_keeps_words_lines_and_measure_and_is_never_worse(words: list[str], width: float) -> None:
    face = typeface()
    shaped, space, measure = face.words(" ".join(words)), face.first.space, measure_in_ems(width, 24)
    lines = break_lines(shaped, space, measure)
    after = mended(lines, shaped, space, measure)
    assert [word for line in after for word in line] == list(shaped)
    assert len(after) == len(lines)
    assert max(line_width(line, space) for line in after) <= max(measure, *(word.width for word in shaped))
    assert faults(after) <= faults(lines)
    assert after is lines or faults(after) < faults(lines)
