"""Words are shaped once, measured as the font says, and name what no font has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kaarten.typeset.fonts import Font, Typeface
from tests.samples import font, typeface


def test_a_word_is_as_wide_as_its_glyphs_and_kerning() -> None:
    regular = font()
    word = regular.word("Wat")
    natural = sum(regular.word(letter).width for letter in "Wat")
    kerning = [float(number) for number in re.findall(r">(-?[\d.]+)<", word.code)]
    assert kerning == [28.0]
    assert word.width == natural - sum(kerning)


def test_a_word_ends_in_a_space_that_its_width_leaves_out() -> None:
    regular = font()
    word = regular.word("in")
    assert len(word.glyphs) == 3
    assert word.glyphs[-1] == regular.word("e").glyphs[-1]
    assert word.width == regular.word("i").width + regular.word("n").width


def test_the_same_word_is_shaped_once() -> None:
    regular = font()
    assert regular.word("kaart") is regular.word("kaart")


def test_characters_without_a_glyph_are_named() -> None:
    word = typeface().word("thee\u2615")
    assert word.missing == "\u2615"
    assert typeface().word("thee").missing == ""


def test_a_helper_font_takes_the_whole_word() -> None:
    regular, bold = font(), font("Bold")
    regular.covered = frozenset(regular.covered - {ord("q")})  # type: ignore[misc]
    both = Typeface(regular, bold)
    assert both.word("quiz").font is bold
    assert both.word("spel").font is regular


def test_a_non_breaking_space_keeps_a_time_in_one_word() -> None:
    words = typeface().words("om 13.00\u00a0uur hier")
    assert [word.text for word in words] == ["om", "13.00 uur", "hier"]


def test_glyphs_that_stand_for_their_own_character_are_clean() -> None:
    assert font().word("idee\u00ebn").clean
    assert font().word("A-B").clean


def test_width_of_a_text_in_points() -> None:
    face = typeface()
    expected = (face.word("een").width + face.word("twee").width + face.first.space) * 10 / 1000
    assert face.width("een twee", 10) == expected


def test_two_adjustments_in_a_row_stay_two_numbers() -> None:
    arvo = Path("content/teams/gebiedsteam-noorderlanden/fonts/Arvo-Bold.ttf")
    word = Font(arvo.read_bytes()).word("Generieke")
    numbers = re.sub(r"<[0-9A-F]*>", " ", word.code).split()
    assert len(numbers) > 1
    assert all(abs(float(number)) < 200 for number in numbers)
    pen = sum(word.font.word(letter).width for letter in "Generieke") - sum(map(float, numbers))
    assert word.width == pytest.approx(pen, abs=0.5)
