"""Words as the inside of a TJ array, looked up by word."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.press.type_case import Cases, bare
from kaarten.typeset.fonts import Font, Word
from tests.press.faces import shared, words


def word(code: str, text: str = "x", clean: bool = True) -> Word:
    return Word(text, shared(), 500, code, (1,), clean, "")


def shown(inside: str) -> list[object]:
    """What a PDF reader makes of `[(…)]TJ`: glyph strings as hexadecimal, and numbers."""
    with pikepdf.new() as pdf:
        stream = pikepdf.Stream(pdf, f"[({inside})]TJ".encode("latin-1"))
        (instruction,) = pikepdf.parse_content_stream(stream)
        array = instruction.operands[0]
        return [bytes(item).hex() if isinstance(item, pikepdf.String) else float(item) for item in array]


@given(st.binary(min_size=2, max_size=60).filter(lambda data: len(data) % 2 == 0))
def test_any_glyphs_come_back_as_they_were(glyphs: bytes) -> None:
    assert shown(bare(word(f"<{glyphs.hex().upper()}>"))) == [glyphs.hex()]


def test_kerning_stands_between_glyphs() -> None:
    assert shown(bare(word("<0041>-12.5<0042>3<0028>"))) == ["0041", -12.5, "0042", 3, "0028"]


@pytest.mark.parametrize("code", ["-20<0041>", "<0041>-20", "-20<0041>7"])
def test_a_word_may_begin_or_end_with_kerning(code: str) -> None:
    joined = bare(word("<0005>")) + bare(word(code)) + bare(word("<0006>"))
    numbers = [item for item in shown(joined) if isinstance(item, float)]
    glyphs = "".join(item for item in shown(joined) if isinstance(item, str))
    assert (glyphs, len(numbers)) == ("000500410006", code.count("-") + code.count("7"))


def test_fonts_are_named_in_the_order_of_their_use() -> None:
    cases = Cases()
    assert [cases[shared("Bold")].name, cases[shared()].name, cases[shared("Bold")].name] == ["F1", "F2", "F1"]


def test_a_word_is_written_once_and_remembered_as_used() -> None:
    case = Cases()[shared()]
    (goed,) = words("goed")
    assert case[goed] is case[goed]
    assert case.words == {goed}


def test_a_letter_is_used_though_it_is_heard_elsewhere() -> None:
    case = Cases()[shared()]
    (letter,) = words("g")
    glyph, space = (f"{glyph:04x}" for glyph in letter.glyphs)
    assert shown(case.letter(letter, ends=False)) == [glyph]
    assert shown(case.letter(letter, ends=True)) == [glyph + space]
    assert case.words == {letter}


def test_glyphs_that_do_not_speak_for_themselves_are_spelled() -> None:
    case = Cases()[shared()]
    assert case[word("<0041>", "fijn", clean=False)] == ")]TJ/Span<</ActualText(fijn )>>BDC[(\0A)]TJ EMC[("


def test_a_case_refuses_words_of_another_font() -> None:
    cases = Cases()
    other = Font(shared("Bold").data)
    with pytest.raises(KeyError):
        cases[other][words("vreemd")[0]]
    assert cases[other].words == set()
    assert BytesIO(other.data).read(4) == b"\0\1\0\0"
