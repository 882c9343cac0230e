"""The language of messages: what is asked for, else the locale, else Dutch."""

from __future__ import annotations

import locale

import pytest

from kaarten.cli.language import asked_language, ui_language


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        (["--ui", "en", "build"], {"LANG": "nl_NL.UTF-8"}, "en"),
        (["build", "--ui=nl"], {"LANG": "en_GB.UTF-8"}, "nl"),
        (["build"], {"LANG": "nl_NL.UTF-8"}, "nl"),
        (["build"], {"LANG": "en_GB.UTF-8"}, "en"),
        (["build"], {"LANG": "de_DE.UTF-8"}, "en"),
        (["build"], {"LANG": "C.UTF-8"}, "nl"),
        (["build"], {"LANG": "nl_NL", "LC_ALL": "en_GB"}, "en"),
        (["build"], {"LANG": "en_GB", "LC_MESSAGES": "nl_BE"}, "nl"),
        (["build", "--ui"], {"LANG": "en_GB"}, "en"),
        (["build", "--ui", "fr"], {"LANG": "en_GB"}, "en"),
    ],
)
def test_the_language(words: list[str], environment: dict[str, str], language: str) -> None:
    assert ui_language(words, environment) == language


@pytest.mark.parametrize(
    ("name", "language"), [("Dutch_Netherlands", "nl"), ("nl_NL", "nl"), ("English_United Kingdom", "en"), (None, "nl")]
)
def test_without_variables_the_system_is_asked(
    monkeypatch: pytest.MonkeyPatch, name: str | None, language: str
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (name, None))
    assert ui_language(["build"], {}) == language


def test_only_a_language_we_speak_counts_as_asked_for() -> None:
    assert asked_language(["--ui", "en"]) == "en"
    assert asked_language(["--ui", "fr"]) is None
    assert asked_language(["build", "ui"]) is None
