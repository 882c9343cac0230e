"""Sentences and hints are filled in by code, and a fault without a text still says what it knows."""

from __future__ import annotations

import pytest

from kaarten.diagnostics import NOWHERE, Diagnostic, Mark, Severity
from kaarten.diagnostics.messages import hint, printable, sentence

CATALOGUE = {
    "unknown": {
        "en": "unknown `{key}` ({size})",
        "nl": "onbekend `{key}` ({size})",
        "hint_en": "did you mean `{guess}`?",
        "hint_nl": "bedoelde je `{guess}`?",
    },
    "either": {"en": "no", "hint_en": "`{guess}`?", "else_en": "one of {known}"},
    "english-only": {"en": "only {this}", "hint_en": "so be it"},
}


def fault(code: str = "unknown", **details: object) -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, NOWHERE, details)


def test_details_fill_the_sentence_in_the_language() -> None:
    assert sentence(fault(key="titel", size=2.5), CATALOGUE, "en") == "unknown `titel` (2.5)"
    assert sentence(fault(key="titel", size=2.5), CATALOGUE, "nl") == "onbekend `titel` (2,5)"


def test_english_stands_in_for_a_missing_text() -> None:
    assert sentence(fault("english-only", this=1), CATALOGUE, "nl") == "only 1"
    assert hint(fault("english-only"), CATALOGUE, "nl") == "so be it"


def test_a_code_without_a_text_shows_itself_and_its_details() -> None:
    assert sentence(fault("new", a=1, b="x"), {}, "nl") == "new (a=1, b=x)"
    assert sentence(fault("new"), {}, "en") == "new"
    assert hint(fault("new"), {}, "en") == ""


def test_a_missing_detail_shows_its_name() -> None:
    assert sentence(fault(key="x"), CATALOGUE, "en") == "unknown `x` ({size})"


@pytest.mark.parametrize("details", [{}, {"guess": ""}, {"guess": None}, {"guess": []}])
def test_a_hint_without_its_detail_is_left_out(details: dict[str, object]) -> None:
    assert hint(Diagnostic(Severity.ERROR, "unknown", NOWHERE, details), CATALOGUE, "nl") == ""


@pytest.mark.parametrize(
    ("details", "given"),
    [({"guess": "a", "known": "b"}, "`a`?"), ({"guess": "", "known": "b"}, "one of b"), ({"guess": ""}, "")],
)
def test_the_other_hint_stands_in_for_one_without_its_detail(details: dict[str, object], given: str) -> None:
    assert hint(fault("either", **details), CATALOGUE, "nl") == given


def test_a_hint_with_its_detail_is_given() -> None:
    assert hint(fault(guess="title"), CATALOGUE, "nl") == "bedoelde je `title`?"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Mark("x.yaml", 2, 3), "x.yaml:2:3"),
        (["a", 2.5], "a, 2,5"),
        (("a", "b"), "a, b"),
        ("red \x1b[31m", "red \N{MIDDLE DOT}[31m"),
        ("{key} {0}", "{key} {0}"),
        (12, "12"),
        (True, "True"),
    ],
)
def test_values_become_text(value: object, shown: str) -> None:
    assert sentence(fault("english-only", this=value), {"english-only": {"nl": "{this}"}}, "nl") == shown


def test_a_long_value_is_cut() -> None:
    shown = sentence(fault("english-only", this="a" * 5000), CATALOGUE, "en")
    assert len(shown) < 150
    assert shown.endswith("…")


@pytest.mark.parametrize(
    ("text", "shown"), [("a\nb", "a b"), ("a\u00a0b", "a b"), ("a\x0bb\u202e", "a·b·"), ("é😀", "é😀")]
)
def test_nothing_that_a_terminal_obeys_is_left(text: str, shown: str) -> None:
    assert printable(text) == shown
