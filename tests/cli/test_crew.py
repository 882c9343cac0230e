"""Several teams made by several processes: the same files and words in the same order, and whole however it ends."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kaarten.finish.lock import LOCK_NAME, locked
from kaarten.finish.manifest import MANIFEST_NAME
from tests.processes import group_is_gone

NAMES = ("eik", "es", "linde", "meidoorn", "vlier", "wilg")
ONLY = ("--only", "werkblad-1")
BUILD = ("build", "teams", *ONLY)

AS_A_PROGRAM = (
    "import sys; from kaarten import workers; from kaarten.cli import crew, main; {change};"
    "sys.argv[0] = 'kaarten'; main()"
)


@pytest.fixture
def teams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with six teams, one of which has a fault and one a remark; the user stands beside it."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        (tmp_path / "teams" / name).mkdir(parents=True)
        (tmp_path / "teams" / name / "team.yaml").write_text(f"name: {name.title()}\n", encoding="utf-8")
    (tmp_path / "teams" / "linde" / "team.yaml").write_text("name: Linde\nlangauge: nl\n", encoding="utf-8")
    (tmp_path / "teams" / "vlier" / "_brand.yml").write_text('color: {primary: "#F2B705"}\n', encoding="utf-8")
    return tmp_path / "teams"


@pytest.fixture
def start(root: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """A command as a process with its own group, as a terminal gives it; `change` is done to the program first."""
    begun: list[subprocess.Popen[str]] = []

    def begin(*words: str, change: str = "pass") -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", AS_A_PROGRAM.format(change=change), *words],
            env={**os.environ, "PYTHONPATH": str(root)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        begun.append(process)
        return process

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder but a lock, with its digest."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != LOCK_NAME]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


# ---- the same as by one process


@pytest.mark.parametrize("change", ["pass", "workers.START = 'spawn'"])
def test_several_processes_make_and_tell_the_same(teams: Path, start: Callable, change: str) -> None:
    alone = ended(start(*BUILD, "--jobs", "1", "-o", "een"))
    together = ended(start(*BUILD, "--jobs", "3", "-o", "drie", change=change))
    assert (alone[0], together[0]) == (3, 3)
    assert [text.replace("een/", "drie/") for text in alone[1:]] == list(together[1:])
    assert "linde" in alone[1]
    assert "F2B705" in alone[2]
    assert files(Path("drie")) == files(Path("een"))
    assert len(files(Path("een"))) == 5 * 4


def test_data_is_the_same_too_and_nothing_else_is_on_the_screen(teams: Path, start: Callable) -> None:
    made: list[Any] = []
    for jobs in ("1", "2"):
        code, out, err = ended(start(*BUILD, "--jobs", jobs, "--dry-run", "--json"))
        assert (code, err) == (3, "")
        made.append(json.loads(out))
    assert made[0] == made[1]
    assert [pack["team"] for pack in made[0]["packs"]] == sorted(NAMES)


def test_who_must_wait_is_named(teams: Path, start: Callable) -> None:
    with locked(Path("output/wilg/nl/only/werkblad-1"), lambda: None):
        process = start(*BUILD, "--jobs", "2", "--ui", "en")
        lines = iter(process.stderr.readline, "")
        assert any(line.startswith("wilg: another kaarten is at work") for line in lines)
    assert ended(process)[0] == 3


# ---- the bar


def test_a_terminal_sees_how_far_it_is(teams: Path, root: Path) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kaarten", *BUILD, "--jobs", "2"],
        env={**os.environ, "PYTHONPATH": str(root), "TERM": "xterm", "COLUMNS": "80"},
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 10_000):
            seen += part
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert process.wait(timeout=30) == 3
    positions = [seen.find(f" {number}/6".encode()) for number in range(7)]
    assert sorted(positions) == positions
    assert positions[0] >= 0
    assert b"\rteams/linde/team.yaml:2:1" in seen  # on a line of its own, where the bar was


def test_a_pipe_sees_no_bar(teams: Path, start: Callable) -> None:
    _, out, err = ended(start(*BUILD, "--jobs", "2"))
    assert not {"\r", "\x1b"} & set(out + err)
    assert "/6" not in out + err


# ---- stopped, killed, died


def test_ctrl_c_tells_what_was_made_and_what_was_not(teams: Path, start: Callable) -> None:
    with locked(Path("output/meidoorn/nl/only/werkblad-1"), lambda: None):
        process = start(*BUILD, "--jobs", "1", "--ui", "en")
        while not process.stderr.readline().startswith("meidoorn: "):
            pass
        os.killpg(process.pid, signal.SIGINT)
        code, out, err = ended(process)
    assert code == 130
    lines = out.splitlines()
    assert [line.split()[0] for line in lines if line.endswith(" 0")] == ["eik", "es"]
    assert lines[-2:] == ["Ready: 2 of 6 teams.", "Not begun or not finished: meidoorn, vlier, wilg."]
    assert "Traceback" not in err
    assert group_is_gone(process)


def test_after_ctrl_c_workers_finish_what_they_are_at(teams: Path, start: Callable) -> None:
    """Interrupted after four teams of twenty; what is told is what stands there, whole."""
    for number in range(14):
        (teams / f"z{number:02d}").mkdir()
        (teams / f"z{number:02d}" / "team.yaml").write_text(f"name: Z{number}\n", encoding="utf-8")
    process = start(*BUILD, "--jobs", "2", "--ui", "en")
    for _ in range(4):
        process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    code, out, err = ended(process)
    assert (code, "Traceback" in err) == (130, False)
    told = {line.split()[0] for line in out.splitlines() if line.endswith("  0")}
    assert told == {path.relative_to("output").parts[0] for path in Path("output").rglob(MANIFEST_NAME)}
    assert 3 <= len(told) < 19
    assert "Not begun or not finished: " in out
    assert not [name for name in files(Path("output")) if name.endswith(".tmp")]
    assert group_is_gone(process)


def test_a_worker_that_dies_is_told_and_leaves_the_rest_whole(teams: Path, start: Callable) -> None:
    change = (
        "make = crew.make_team; crew.make_team = lambda task, w: sys.exit(9) if task.team == 'wilg' else make(task, w)"
    )
    hard = change.replace("sys.exit(9)", "workers.os._exit(9)")
    code, out, err = ended(start(*BUILD, "--jobs", "2", "--json", change=hard))
    data = json.loads(out)
    assert (code, err) == (3 if data["ready"] else 1, "")
    codes = [diagnostic["code"] for diagnostic in data["diagnostics"]]  # a team ready meanwhile is told after it
    assert codes.count("worker-ended") == 1
    assert "wilg" in data["missed"]
    assert ended(start(*BUILD, "--jobs", "1"))[0] == 3
    assert len(files(Path("output"))) == 5 * 4


def test_a_fault_of_ours_keeps_its_traceback(teams: Path, start: Callable) -> None:
    code, _, err = ended(start(*BUILD, "--jobs", "2", change="crew.make_team = None"))
    assert code == 1
    assert "TypeError" in err
    assert "Traceback" in err


@pytest.mark.slow
def test_killed_at_any_moment_every_file_is_old_or_new_and_all_heals(teams: Path, start: Callable) -> None:
    """Killed ten times while it replaces old packs by new ones; then one build gives what an undisturbed one gives."""
    began = time.monotonic()
    assert ended(start(*BUILD, "--jobs", "2", "-o", "oud"))[0] == 3
    took = time.monotonic() - began
    assert ended(start(*BUILD, "--jobs", "2"))[0] == 3
    people = ("--participants", "5")
    assert ended(start(*BUILD, *people, "--jobs", "2", "-o", "nieuw"))[0] == 3
    old, new = files(Path("oud")), files(Path("nieuw"))
    random = Random(5)
    for _ in range(10):
        process = start(*BUILD, *people, "--jobs", "2")
        time.sleep(random.uniform(0.3, 1) * took)
        process.kill()  # the parent alone: its workers must notice
        ended(process)
        assert group_is_gone(process)
        for name, digest in files(Path("output")).items():
            if not name.endswith((".tmp", MANIFEST_NAME)):
                assert digest in (old.get(name), new.get(name))
    assert ended(start(*BUILD, *people, "--jobs", "2"))[0] == 3
    assert files(Path("output")) == new
