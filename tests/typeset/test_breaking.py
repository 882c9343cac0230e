"""Lines hold every word once, never exceed the measure, and follow the rules of looks.md section 2."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.typeset.breaking import Fitted, Shaping, break_lines, fit, line_width, measure_in_ems
from kaarten.typeset.lines import best_lines
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
    name = "Naar: Ooms (2024), Lerend Versterken. Nederlands Jeugdinstituut, Associatie Wijkteams. Eigen tekst."
    parted = [lines_of(fit(name, typeface(), 7, 7, width, 3, "settled")) for width in (70, 78, 86, 94)]
    assert not any(line.endswith(("Associatie", "Nederlands", "Lerend")) for lines in parted for line in lines)
    owned = [fit("Cijfers \u00a9 Movisie", typeface(), 7, 7, width, 3, "plain") for width in range(10, 30)]
    assert not any(line.endswith("\u00a9") for fitted in owned for line in lines_of(fitted))


def test_a_long_text_leaves_no_word_of_a_sentence_behind_where_a_little_less_width_helps() -> None:
    text = (
        "Bij elke kaart hoort een voorbeeld. Weinig tijd? Verdeel de thema's. Mist er iets? Schrijf het met stift op "
        "een lege kaart. Schrijf de uitkomst op het scorevel. Steek de tijdkaart op: nog vijf minuten."
    )
    kept = [lines_of(fit(text, typeface(), 10, 10, width, 9)) for width in range(50, 80)]
    filled = [lines_of(fit(text, typeface(), 10, 10, width, 9, "plain")) for width in range(50, 80)]
    assert [len(lines) for lines in kept] == [len(lines) for lines in filled]
    assert left_behind(kept) < 0.8 * left_behind(filled)


def left_behind(texts: list[list[str]]) -> int:
    """Breaks behind the first word of a sentence or before its last."""
    broken = ("\n".join(lines) for lines in texts)
    return sum(len(re.findall(r"[.?] [^ .?\n]+(?=\n)|\n[^ .?\n]+[.?]", text)) for text in broken)


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


def test_a_sentence_with_another_behind_it_shares_its_last_line() -> None:
    text = "Je sluit aan, laat mensen zelf sturen en kijkt ook naar wat ze een ander kunnen geven. Breed werken kan."
    assert len(set_in(text, 136)) == 2
    assert set_in(text, 136)[1].endswith("kunnen geven. Breed werken kan.")


@pytest.mark.parametrize(
    ("text", "width", "size", "bold", "wanted"),
    [
        # cards, A6 and A5
        (
            "Teken of beschrijf een gewone dag waarop alles werkt.",
            89,
            20,
            False,
            "een gewone dag / waarop alles werkt.",
        ),
        ("Bedenk zo veel manieren als je kunt.", 89, 20, False, "Bedenk zo veel manieren / als je kunt."),
        ("Wat hebben we nog niet gehoord?", 89, 30, True, "Wat hebben we / nog niet / gehoord?"),
        ("Wat moet er af zijn als we straks weggaan?", 89, 30, True, "Wat moet er / af zijn als we /"),
        ("Wie doet wat en wanneer?", 89, 30, True, "Wie doet wat / en wanneer?"),
        ("Wat wilde je ermee bereiken?", 91, 24, True, "Wat wilde je / ermee bereiken?"),
        ("Wat doe je de volgende keer anders?", 91, 24, True, "Wat doe je / de volgende keer / anders?"),
        ("Bij wie wil je een halve dag meelopen?", 89, 17, True, "Bij wie wil je / een halve dag meelopen?"),
        ("Wat vragen we aan de gemeente?", 89, 17, True, "Wat vragen we / aan de gemeente?"),
        ("Zoek iemand op die anders denkt.", 89, 20, False, "Zoek iemand op / die anders denkt."),
        ("Wanneer merk je dat je aandacht weglekt?", 89, 20, False, "Wanneer merk je / dat je aandacht weglekt?"),
        (
            "Hoe beweeg je mee en blijf je toch bij wat voor jou de kern is?",
            89,
            20,
            False,
            "Hoe beweeg je mee / en blijf je toch bij wat / voor jou de kern is?",
        ),
        ("Van een hecht team naar een hechte organisatie", 91, 24, True, "Van een hecht team / naar een hechte /"),
        ("T-vormige professional (T-shaped)", 91, 18, True, "T-vormige professional / (T-shaped)"),
        ("Je durft te zeggen wat lastig is, ook als het over jezelf gaat.", 91, 13.5, False, "lastig is, / ook als"),
        ("Ik kan het of ik kan het niet", 60, 20, False, "Ik kan het / of ik kan het niet"),
        ("Er kijkt soms iemand van buiten mee", 60, 15, False, "/ iemand van buiten mee"),
        ("Bedenk samen zo veel mogelijk oplossingen.", 89, 19, False, "Bedenk samen / zo veel mogelijk oplossingen."),
        # on the wall
        ("Het is niet helder hoe we met elkaar samenwerken.", 374.7, 101.8, False, "hoe we met elkaar / samenwerken."),
        # English
        ("It is not clear what others expect of me in my work.", 374.7, 101.8, False, "what others expect / of me"),
        ("What could you always build on?", 89, 20, False, "What could you / always build on?"),
        ("Being close by and easy to find", 72.9, 17.6, True, "Being close by / and easy to find"),
        ("From a close-knit team to a close-knit organisation", 91, 22, True, "team / to a close-knit / organ"),
        ("Each group takes three minutes to say what stands out.", 73, 10.5, False, "three minutes to say / what"),
        ("Work with a school, a student or a researcher.", 83.5, 12, False, "a school, a student / or a researcher."),
        ("Tell us what to do next time, what not.", 60, 17, False, "Tell us what to do / next time, what not."),
        ("Plak hier je stickers", 20, 10, False, "Plak hier / je stickers"),
        # posters
        ("Zo maak je ruimte om te leren", 92, 24, False, "Zo maak je ruimte / om te leren"),
        ("Eropaf gaan: kijk achter de vraag", 82, 24, False, "Eropaf gaan: / kijk achter de vraag"),
        ("Dichtbij en makkelijk te vinden zijn", 106, 24, False, "Dichtbij en makkelijk / te vinden zijn"),
        ("Geen twee situaties zijn gelijk.", 82, 24, False, "Geen twee situaties / zijn gelijk."),
    ],
)
def test_a_short_text_breaks_where_it_reads_best(text: str, width: float, size: float, bold: bool, wanted: str) -> None:
    face = typeface("Bold" if bold else "Regular")
    english = any(word in text.split() for word in ("what", "What", "by", "From", "a"))
    fitted = fit(text, face, size, size, width, 9, "shaped", "en-GB" if english else "nl-NL")
    assert wanted in " / ".join(lines_of(fitted))


def test_a_language_without_lists_has_its_punctuation() -> None:
    fitted = fit("Bir soru: hepimiz onu yan\u0131tlayal\u0131m", typeface(), 20, 20, 80, 9, "shaped", "tr-TR")
    assert lines_of(fitted) == ["Bir soru:", "hepimiz onu yan\u0131tlayal\u0131m"]


@given(WORDS, st.floats(60, 200), st.sampled_from(("nl", "en", "")))
def test_the_best_lines_hold_every_word_in_as_many_lines(words: list[str], width: float, language: str) -> None:
    face = typeface()
    shaped, space, measure = face.words(" ".join(words)), face.first.space, measure_in_ems(width, 24)
    filled = break_lines(shaped, space, measure, "plain")
    best = best_lines(shaped, space, measure, len(filled), language, even=True)
    if best:
        assert [word for line in best for word in line] == list(shaped)
        assert len(best) == len(filled)
        assert all(line and line_width(line, space) <= measure for line in best)
