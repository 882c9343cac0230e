"""Exit codes and messages of real processes: one clear message each, and no traceback for a user's fault."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kaarten.finish.lock import locked

ONLY = ("--only", "werkblad-1")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["build", "oost", "--langg", "en"], "unknown-option"),
        (["biuld", "oost"], "unknown-command"),
        (["--ui", "nl"], "command-missing"),
        (["check", "oost", "west"], "unexpected-argument"),
        (["build", "oost", "west"], "no-such-folder"),
        (["build", "oost", "--meeting", "3"], "no-such-meeting"),
        (["build", "oost", "--jobs", "0"], "wrong-option-value"),
        (["list", "oost", "--only", "flyer", "--without", "bladen"], "nothing-selected"),
        (["preview", "oost", "--without", "postrs"], "no-such-part"),
        (["build", "oost", "--participants", "0"], "wrong-option-value"),
        (["build", "oost", "--participants", "veel"], "wrong-option-value"),
        (["build", "oost", "--lang"], "option-without-value"),
        (["texts"], "missing-argument"),
        (["schema", "teem"], "wrong-option-value"),
        (["build"], "no-team-here"),
        (["build", "oots"], "no-such-folder"),
        (["build", "leeg"], "no-team-file"),
        (["build", "oost", "--lang", "de"], "no-such-language"),
        (["build", "oost", "--only", "werkblad-11"], "no-such-part"),
        (["build", "oost", "--brand", "geen.yml"], "no-such-file"),
        (["texts", "werkblat-1", "oost"], "no-such-material"),
    ],
)
def test_a_command_that_cannot_be_right_is_told_once_and_ends_with_2(
    kaarten: Callable, team: Path, words: list[str], code: str
) -> None:
    (team.parent / "leeg").mkdir()
    answer = kaarten("--json", *words)
    assert (answer.code, answer.codes) == (2, [code])
    assert answer.data["exit"] == 2
    assert answer.diagnostic(code)["message"] != code
    assert not (team.parent / "output").exists()


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        (["build", "oots"], "`oost`"),
        (["build", "oost", "--only", "werkblad-11"], "`werkblad-1`"),
        (["build", "oost", "--only", "kaart"], "`kaarten`"),
        (["build", "oost", "--without", "posterz"], "`posters`"),
        (["biuld"], "`build`"),
        (["build", "--langg"], "`--lang`"),
        (["build", "oost", "--lang", "nl-formeel"], "`nl-formal`"),
    ],
)
def test_what_was_probably_meant_is_said(kaarten: Callable, team: Path, words: list[str], guess: str) -> None:
    (diagnostic,) = kaarten(*words, "--json").data["diagnostics"]
    assert guess in diagnostic["hint"]


def test_a_usage_fault_as_a_process(process: Callable, team: Path) -> None:
    answer = process("build", "nergens")
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("kaarten: ") == 1
    assert "Traceback" not in answer.err


def test_a_fault_in_the_content_names_file_line_and_column(process: Callable, team: Path) -> None:
    with (team / "team.yaml").open("a") as file:
        file.write("participents: 9\n")
    answer = process("build", "oost", "--json")
    assert answer.code == 1
    diagnostic = answer.diagnostic("unknown-key")
    assert (diagnostic["file"], diagnostic["line"], diagnostic["column"]) == ("oost/team.yaml", 10, 1)
    assert "participants" in diagnostic["hint"]
    assert not (team.parent / "output").exists()


def test_the_line_and_a_caret_are_shown(process: Callable, team: Path) -> None:
    with (team / "team.yaml").open("a") as file:
        file.write("participents: 9\n")
    answer = process("build", "oost")
    lines = answer.err.splitlines()
    assert lines[0].startswith("oost/team.yaml:10:1: ")
    assert lines[1:3] == ["  participents: 9", "  ^"]


@pytest.mark.parametrize(("place", "code"), [("output", "file-in-the-way"), ("output/oost", "file-in-the-way")])
def test_a_file_in_the_way_of_the_output(process: Callable, team: Path, place: str, code: str) -> None:
    path = team.parent / place
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    answer = process("build", "oost", *ONLY, "--json")
    assert (answer.code, answer.codes) == (1, [code])
    assert path.read_text() == "mine"


def test_a_folder_in_the_way_of_a_file(process: Callable, team: Path) -> None:
    folder = team.parent / "output" / "oost" / "nl" / "only" / "werkblad-1"
    (folder / "01-werkblad-1.pdf").mkdir(parents=True)
    answer = process("build", "oost", *ONLY, "--json")
    assert (answer.code, answer.codes) == (1, ["folder-in-the-way"])
    assert not list(folder.glob("*.tmp"))


def test_part_of_a_batch_that_fails_ends_with_3(process: Callable, team: Path) -> None:
    with (team / "team.yaml").open("a") as file:
        file.write('words: {en: {werkblad-1: {title: "{nonsense}"}}}\n')
    answer = process("build", "oost", "--lang", "nl", "--lang", "en", *ONLY, "--json")
    assert answer.code == 3
    assert answer.diagnostic("unknown-placeholder")["line"] == 10
    assert [(pack["language"], pack["made"]) for pack in answer.data["packs"]] == [("nl", True), ("en", False)]
    assert list((team.parent / "output" / "oost" / "nl").rglob("*.pdf"))
    assert not (team.parent / "output" / "oost" / "en").exists()
    assert process("build", "oost", "--lang", "en", *ONLY).code == 1


@pytest.fixture
def waiting(team: Path, root: Path) -> Iterator[subprocess.Popen[str]]:
    """A build that waits for its turn, because this process holds the folder."""
    with locked(team.parent / "output" / "oost" / "nl" / "only" / "werkblad-1", lambda: None):
        process = subprocess.Popen(
            [sys.executable, "-m", "kaarten", "build", "oost", *ONLY],
            env={**os.environ, "PYTHONPATH": str(root)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        with process:
            assert process.stderr is not None
            assert process.stderr.readline()
            yield process
            process.kill()


def test_ctrl_c_ends_with_130_and_no_traceback(waiting: subprocess.Popen[str]) -> None:
    waiting.send_signal(signal.SIGINT)
    _, err = waiting.communicate(timeout=30)
    assert waiting.returncode == 130
    assert "Traceback" not in err


def test_a_reader_who_stops_reading_gets_no_complaint(team: Path, root: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kaarten", "schema", "team"],
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_fault_of_ours_keeps_its_traceback(kaarten: Callable, team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kaarten import pipeline

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "job_of", broken)
    with pytest.raises(ZeroDivisionError):
        kaarten("list", "oost")


@pytest.mark.parametrize(("environment", "coloured"), [({"TERM": "xterm"}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_sees_colours_unless_it_asks_not_to(
    team: Path, root: Path, environment: dict[str, str], coloured: bool
) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kaarten", "build", "nergens"],
        env={**os.environ, "PYTHONPATH": str(root), **environment},
        stderr=theirs,
    )
    process.wait(timeout=30)
    os.close(theirs)
    seen = os.read(ours, 10_000)
    os.close(ours)
    assert b"nergens" in seen
    assert (b"\x1b[" in seen) == coloured


def test_the_two_languages_of_a_message(kaarten: Callable, team: Path) -> None:
    dutch = kaarten("build", "nergens", "--ui", "nl").err
    english = kaarten("build", "nergens", "--ui", "en").err
    assert dutch != english
