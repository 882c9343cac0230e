"""Help speaks the user's language, shows how, and comes quickly."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from kaarten.cli.app import make_app
from kaarten.cli.words import EXAMPLES

COMMANDS = ["new", "build", "check", "list", "plan", "agenda", "texts", "preview", "schema", "completion"]
HEAVY = {"reportlab", "pydantic", "uharfbuzz", "yaml", "fontTools", "babel", "PIL", "pypdf", "pypdfium2", "svgelements"}


def test_these_are_the_commands() -> None:
    assert list(make_app("nl").commands) == COMMANDS


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("command", [*COMMANDS, "kaarten"])
def test_every_help_has_an_example_that_names_the_command(kaarten: Callable, command: str, language: str) -> None:
    words = [] if command == "kaarten" else [command]
    answer = kaarten(*words, "--help", "--ui", language)
    assert answer.code == 0
    for example in EXAMPLES[command]:
        assert f"\n  {example}\n" in answer.out
        assert example.split()[0] == "kaarten"
        assert command in ("kaarten", example.split()[1])


@pytest.mark.parametrize("command", COMMANDS)
def test_dutch_and_english_help_differ_in_words_and_not_in_options(kaarten: Callable, command: str) -> None:
    dutch, english = (kaarten(command, "--help", "--ui", language).out for language in ("nl", "en"))
    assert dutch.startswith("Gebruik: ")
    assert english.startswith("Usage: ")
    options = [[word for word in text.split() if word.startswith("--")] for text in (dutch, english)]
    assert options[0] == options[1]
    assert "--ui" in options[0]


def test_every_explanation_exists_in_both_languages() -> None:
    for dutch, english in zip(make_app("nl").commands.values(), make_app("en").commands.values(), strict=True):
        assert dutch.help != english.help
        for one, other in zip(dutch.params, english.params, strict=True):
            if isinstance(one, click.Option) and isinstance(other, click.Option):
                assert one.help
                assert one.help != other.help


def test_no_words_at_all_show_the_help(kaarten: Callable) -> None:
    assert kaarten().out == kaarten("--help").out


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"], ["--version"], ["completion", "bash"]])
def test_help_and_completion_load_nothing_heavy(words: list[str]) -> None:
    script = (
        "import sys\n"
        "from kaarten.cli.run import run\n"
        f"code = run({words!r})\n"
        "print('\\n', *sorted({name.partition('.')[0] for name in sys.modules}))\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "click" in loaded
    assert not loaded & HEAVY


def test_a_shell_that_asks_for_completions_gets_them_without_anything_heavy() -> None:
    script = (
        "import sys\n"
        "from kaarten.cli.run import run\n"
        "run([])\n"
        "print('\\n', *sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    environment = {**os.environ, "_KAARTEN_COMPLETE": "bash_complete", "COMP_WORDS": "kaarten ", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert [f"plain,{command}" for command in COMMANDS] == done.stdout.splitlines()[: len(COMMANDS)]
    assert not set(done.stdout.splitlines()[-1].split()) & HEAVY


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kaarten build oost --only mijn", ["mijn-kaart"]),
        ("kaarten check oost --without pre", ["presentation", "presentatie"]),
        ("kaarten build elders oost --only p", ["posters", "presentation", "plan", "presentatie", "printplan"]),
        ("kaarten list --meeting ", ["1", "2"]),
    ],
)
def test_kinds_and_materials_of_the_team_are_completed(
    kaarten: Callable, team: Path, monkeypatch: pytest.MonkeyPatch, words: str, found: list[str]
) -> None:
    with (team / "team.yaml").open("a") as file:
        file.write("materials: {mijn-kaart: {layout: dialogue_card, size: A5}}\n")
    monkeypatch.setenv("_KAARTEN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    *before, begun = words.split(" ")
    monkeypatch.setenv("COMP_CWORD", str(len(before)))
    answer = kaarten()
    assert (answer.code, answer.err) == (0, "")
    offered = [line.removeprefix("plain,") for line in answer.out.splitlines()]
    assert [name for name in offered if name in found] == found
    assert all(name.startswith(begun) for name in offered)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(kaarten: Callable, shell: str) -> None:
    answer = kaarten("completion", shell)
    assert answer.code == 0
    assert f"_KAARTEN_COMPLETE={shell}_complete" in answer.out
