"""Work done side by side: the same results in the same order, and one clear end when a worker has none."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kaarten import workers
from kaarten.diagnostics import KaartenError
from kaarten.workers import side_by_side
from tests.processes import group_is_gone

AS_A_PROGRAM = "import sys; from kaarten import outputs; from kaarten.cli import main; {change}; main()"
ONLY = ("--only", "werkblad-1", "--only", "werkblad-2", "--only", "uitnodiging", "--only", "presentatie-1")

needs_fork = pytest.mark.skipif(workers.START != "fork", reason="elsewhere there is one process")


def started(folder: Path, root: Path, *words: str, change: str = "pass") -> subprocess.Popen[str]:
    """`kaarten build` of one team, as a process with its own group, as a terminal gives it."""
    (folder / "oost").mkdir(exist_ok=True)
    (folder / "oost" / "team.yaml").write_text("name: Oost\n", encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "-c", AS_A_PROGRAM.format(change=change), "build", "oost", *ONLY, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


# ---- the function


@needs_fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_results_come_in_the_order_of_the_work_from_other_processes() -> None:
    def slow_when_first(number: int) -> tuple[int, int]:
        time.sleep(0.2 if number == 0 else 0)
        return number, os.getpid()

    found = side_by_side([lambda number=number: slow_when_first(number) for number in range(6)], 3)
    assert [number for number, _ in found] == list(range(6))
    assert os.getpid() not in {process for _, process in found}


@pytest.mark.parametrize(("jobs", "pieces"), [(1, 4), (4, 1), (4, 0)])
def test_one_job_or_one_piece_of_work_begins_no_process(jobs: int, pieces: int) -> None:
    assert side_by_side([os.getpid] * pieces, jobs) == [os.getpid()] * pieces


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_call_raises_is_raised(jobs: int) -> None:
    def fails() -> int:
        raise ZeroDivisionError("the second")

    with pytest.raises(ZeroDivisionError, match="the second"):
        side_by_side([lambda: 1, fails, lambda: 3], jobs)


@needs_fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_a_worker_that_dies_is_a_fault_of_its_own() -> None:
    with pytest.raises(KaartenError) as caught:
        side_by_side([lambda: os._exit(9), lambda: None], 2)
    assert [fault.code for fault in caught.value.diagnostics] == ["worker-ended"]


# ---- the command


def test_one_process_and_three_make_the_same_files(tmp_path: Path, root: Path) -> None:
    for jobs in ("1", "3"):
        process = started(tmp_path, root, "--jobs", jobs, "-o", f"met-{jobs}")
        _, err = process.communicate(timeout=60)
        assert (process.returncode, "Traceback" in err) == (0, False)
    assert digests(tmp_path / "met-1") == digests(tmp_path / "met-3")
    assert len(digests(tmp_path / "met-1")) > 5


@needs_fork
def test_a_file_whose_worker_dies_leaves_nothing_half_written(tmp_path: Path, root: Path) -> None:
    process = started(
        tmp_path, root, "--jobs", "2", "--ui", "en", change="import os; outputs.press = lambda d: os._exit(9)"
    )
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "a process that was making files has ended" in err
    assert [name for name in digests(tmp_path / "output") if not name.endswith("manifest.json")] == []


@needs_fork
def test_ctrl_c_while_files_are_made_leaves_nothing_and_nobody(tmp_path: Path, root: Path) -> None:
    change = "import time; outputs.press = lambda d: (print('busy', flush=True), time.sleep(1), b'')[-1]"
    process = started(tmp_path, root, "--jobs", "2", change=change)
    assert process.stdout
    assert process.stdout.readline() == "busy\n"
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in err) == (130, False)
    assert [name for name in digests(tmp_path / "output") if not name.endswith("manifest.json")] == []
    assert group_is_gone(process)
