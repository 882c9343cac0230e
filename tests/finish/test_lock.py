"""Two builds in one folder take turns, and a dead one holds nobody up."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kaarten.diagnostics import KaartenError
from kaarten.finish.lock import locked

HOLDER = """
import sys, time
from pathlib import Path
from kaarten.finish.lock import locked
with locked(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(folder: Path, seconds: float) -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder), str(seconds)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_the_folder_is_made_and_nobody_is_told_to_wait(tmp_path: Path) -> None:
    told: list[str] = []
    with locked(tmp_path / "team" / "nl", lambda: told.append("wait")):
        assert (tmp_path / "team" / "nl").is_dir()
    assert told == []


def test_who_comes_second_is_told_once_and_waits(tmp_path: Path) -> None:
    told: list[str] = []
    with holder(tmp_path, 0.4) as first, locked(tmp_path, lambda: told.append("wait")):
        first.wait(timeout=5)
        assert first.returncode == 0
    assert told == ["wait"]


def test_a_killed_process_holds_nobody_up(tmp_path: Path) -> None:
    with holder(tmp_path, 60) as first:
        first.kill()
    done = threading.Event()

    def second() -> None:
        with locked(tmp_path, lambda: None):
            done.set()

    thread = threading.Thread(target=second, daemon=True)
    thread.start()
    assert done.wait(timeout=5)


def test_a_folder_in_the_way_of_the_lock_is_a_message(tmp_path: Path) -> None:
    (tmp_path / ".kaarten.lock").mkdir()
    with pytest.raises(KaartenError) as error, locked(tmp_path, lambda: None):
        pass
    assert [d.code for d in error.value.diagnostics] == ["folder-in-the-way"]
