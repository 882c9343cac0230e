"""Work done side by side: the same results in the same order, and one clear end when a worker has none."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children, parent_process
from pathlib import Path

import pytest

from kaarten import workers
from kaarten.diagnostics import KaartenError
from kaarten.workers import Ahead, side_by_side
from tests.processes import group_is_gone

AS_A_PROGRAM = "import sys; from kaarten import outputs; from kaarten.cli import main; {change}; main()"
DIES_IN_A_WORKER = (
    "import os, time; from multiprocessing import parent_process as p;"
    " outputs.press = lambda d: os._exit(9) if p() else (time.sleep(0.3), b'')[1]; outputs.check_pdf = lambda *a: 0"
)
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
def test_results_come_in_the_order_of_the_work_from_this_process_and_others() -> None:
    def slow_when_first(number: int) -> tuple[int, int]:
        time.sleep(0.2 if number == 0 else 0.02)
        return number, os.getpid()

    found = side_by_side([lambda number=number: slow_when_first(number) for number in range(9)], 3)
    assert [number for number, _ in found] == list(range(9))
    processes = {process for _, process in found}
    assert os.getpid() in processes
    assert len(processes) == 3


@pytest.mark.parametrize(("jobs", "pieces"), [(1, 4), (4, 1), (4, 0)])
def test_one_job_or_one_piece_of_work_begins_no_process(jobs: int, pieces: int) -> None:
    assert side_by_side([os.getpid] * pieces, jobs) == [os.getpid()] * pieces


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_call_raises_is_raised_the_first_of_them(jobs: int) -> None:
    def fails() -> int:
        raise ZeroDivisionError("the second")

    def fails_too() -> int:
        raise KeyError("the third")

    with pytest.raises(ZeroDivisionError, match="the second"):
        side_by_side([lambda: 1, fails, fails_too, lambda: 4], jobs)


def dies_elsewhere() -> int:
    """A worker is killed; this process has to wait until one took its turn."""
    if parent_process():
        os._exit(9)
    time.sleep(0.2)
    return 0


@needs_fork
def test_a_worker_that_dies_is_a_fault_of_its_own() -> None:
    with pytest.raises(KaartenError) as caught:
        side_by_side([dies_elsewhere] * 4, 2)
    assert [fault.code for fault in caught.value.diagnostics] == ["worker-ended"]


# ---- begun ahead


@needs_fork
def test_work_begun_ahead_is_done_by_one_other_process_while_this_one_goes_on(tmp_path: Path) -> None:
    """Results are larger than a pipe holds: the second call is done before anybody listens."""
    done = tmp_path / "done"

    def second() -> tuple[bytes, int]:
        done.touch()
        return b"2" * 200_000, os.getpid()

    with Ahead(2) as ahead:
        begun = ahead.begin([lambda: (b"1" * 200_000, os.getpid()), second])
        for _ in range(100):
            if done.exists():
                break
            time.sleep(0.05)
        assert done.exists()
        found = side_by_side([lambda: (b"0", 0), *begun, lambda: (b"3", 0)], 2)
    assert [data[:1] for data, _ in found] == [b"0", b"1", b"2", b"3"]
    assert len({process for _, process in found[1:3]} - {os.getpid()}) == 1


@needs_fork
def test_a_worker_nobody_asked_goes_at_the_end() -> None:
    with Ahead(2) as ahead:
        ahead.begin([lambda: time.sleep(60)])
        assert len(active_children()) == 1
    assert active_children() == []


@needs_fork
def test_faults_of_work_begun_ahead_are_told_to_who_asks() -> None:
    with Ahead(2) as ahead:
        fine, faulty = ahead.begin([lambda: 1, lambda: 1 // 0])
        assert fine() == 1
        with pytest.raises(ZeroDivisionError):
            faulty()
    with Ahead(2) as ahead:
        (dead,) = ahead.begin([dies_elsewhere])
        with pytest.raises(KaartenError):
            dead()


def test_with_one_job_nothing_is_begun() -> None:
    work = [os.getpid]
    with Ahead(1) as ahead:
        assert ahead.begin(work) is work


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
    process = started(tmp_path, root, "--jobs", "2", "--ui", "en", change=DIES_IN_A_WORKER)
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
