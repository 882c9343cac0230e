"""A guess is the nearest choice, spelled as the choice is, or nothing."""

from __future__ import annotations

import pytest

from kaarten.diagnostics.guess import guess


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("titel", "title"),
        ("TITLE", "title"),
        ("particpants", "participants"),
        ("Werkblad-1", "werkblad-1"),
        ("xyz", ""),
        ("", ""),
        ("title" * 100, ""),
    ],
)
def test_the_nearest_word_or_none(word: str, expected: str) -> None:
    assert guess(word, ["title", "participants", "werkblad-1", "werkblad-2"]) == expected


def test_there_may_be_nothing_to_choose_from() -> None:
    assert guess("title", []) == ""


def test_the_guess_is_spelled_as_the_choice_is() -> None:
    assert guess("wijkteam", ["WijkTeam"]) == "WijkTeam"
