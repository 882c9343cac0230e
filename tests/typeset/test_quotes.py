"""Straight quotes of a keyboard become those of a book, and Dutch apostrophes never open."""

from __future__ import annotations

import pytest

from kaarten.typeset.quotes import curled
from tests.samples import font, typeface


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("collega's", "collega\u2019s"),
        ("A4'tje", "A4\u2019tje"),
        ("'s", "\u2019s"),
        ("('t", "(\u2019t"),
        ("'s-Hertogenbosch", "\u2019s-Hertogenbosch"),
        ("'s\u00a0avonds", "\u2019s\u00a0avonds"),
        ("'Leren", "\u2018Leren"),
        ("elkaar'.", "elkaar\u2019."),
        ('"Doen"', "\u201cDoen\u201d"),
        ("('ja')", "(\u2018ja\u2019)"),
        ("'team'", "\u2018team\u2019"),
        ("'T'-profiel", "\u2018T\u2019-profiel"),
        ("\"'beide'\"", "\u201c\u2018beide\u2019\u201d"),
        ("en/'of'", "en/\u2018of\u2019"),
        ("teams'", "teams\u2019"),
        ("don't", "don\u2019t"),
        ("\u2018al\u2019", "\u2018al\u2019"),
        ("gewoon", "gewoon"),
    ],
)
def test_typed_and_printed(typed: str, printed: str) -> None:
    assert curled(typed) == printed


def test_a_shaped_word_has_the_curly_mark_and_is_read_with_it() -> None:
    word = font().word("collega's")
    assert word.text == "collega\u2019s"
    assert word.glyphs == font().word("collega\u2019s").glyphs
    assert word.clean


def test_a_font_without_the_curly_mark_leaves_the_word_to_a_helper() -> None:
    regular, bold = font(), font("Bold")
    regular.covered = frozenset(regular.covered - {0x2019})  # type: ignore[misc]
    lacking = type(typeface())(regular, bold)
    assert lacking.word("collega's").font is bold
    assert lacking.word("collega").font is regular
