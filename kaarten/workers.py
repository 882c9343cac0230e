"""Processes that work beside this one: how many there may be, how they begin and how they end.

In: pieces of work that need nothing of each other. Out: what came of each, in their order. A worker leaves Ctrl-C to
its parent, finishes what it is at, and ends when its parent does, however that ends. Leaves alone: what the work is.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from kaarten.diagnostics import NOWHERE, Diagnostic, KaartenError, Severity

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.connection import Connection

Result = TypeVar("Result")

START = "fork" if sys.platform == "linux" else "spawn"
"""How a worker begins. A fork has everything imported already; elsewhere than on Linux it is not safe or not there."""

MOST = 60
"""Windows can wait for no more than 61 at a time."""


def processors() -> int:
    """How many this process may use, up to the most there may be."""
    count = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(count, MOST)


def pool(size: int) -> ProcessPoolExecutor:
    """Workers, not begun yet."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(size, multiprocessing.get_context(START), initializer=_begin)


def worker_ended() -> KaartenError:
    """What to raise when one died: of hunger, or because somebody killed it."""
    return KaartenError([Diagnostic(Severity.ERROR, "worker-ended", NOWHERE)])


def side_by_side(work: Sequence[Callable[[], Result]], jobs: int) -> list[Result]:
    """What each call returns, in their order; this process works along. Raises the first that a call raised, and
    KaartenError when a worker died.

    With one job, or where workers do not begin as a fork, it is all done here: work need not be a value that can be
    sent. What an `Ahead` began is waited for, when all else is done.
    """
    rest = [index for index, call in enumerate(work) if not isinstance(call, Begun)]
    size = min(jobs, len(rest))
    if size < 2 or START != "fork":
        return [call() for call in work]
    turns = _turns(rest)
    workers: list[_Worker[Result]] = []
    try:
        workers += [_Worker(lambda: _carried_out(work, turns)) for _ in range(size - 1)]
        told = _carried_out(work, turns)
        for worker in workers:
            told |= worker.told()
    finally:
        os.close(turns)
        for worker in workers:
            worker.end()
    return [_result(told[index]) if index in told else call() for index, call in enumerate(work)]


class Ahead:
    """Work that is begun while the rest of it is still to be thought out, by one worker beside this process.

    With fewer than two jobs, or where workers do not begin as a fork, nothing is begun. At the end of the `with` the
    worker goes, whether anybody asked for what it did or not.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._workers: list[_Worker[Any]] = []

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def begin(self, work: Sequence[Callable[[], Result]]) -> Sequence[Callable[[], Result]]:
        """The same calls, which a worker carries out in their order; each raises as those of `side_by_side` do."""
        if self._jobs < 2 or START != "fork" or not work:
            return work
        worker: _Worker[Result] = _Worker(lambda: {index: _told(call) for index, call in enumerate(work)})
        self._workers.append(worker)
        return [Begun(worker, index) for index in range(len(work))]


@dataclass(frozen=True)
class Begun(Generic[Result]):
    """A call that a worker is at, or has done."""

    worker: _Worker[Result]
    number: int

    def __call__(self) -> Result:
        """Wait for it."""
        return _result(self.worker.told()[self.number])


# ---- one worker

Told = tuple[bool, Any]
"""Whether a call was done, and what it returned; else what it raised."""


class _Worker(Generic[Result]):
    """A fork of this process: it finds everything here, and sends what came of its calls by number, all at once.

    Sooner it would stand still: a line takes little, and nobody listens before the rest is done.
    """

    def __init__(self, task: Callable[[], dict[int, Told]]) -> None:
        import multiprocessing

        context = multiprocessing.get_context("fork")
        gc.freeze()  # a search for rubbish writes to what it looks at, and a page of memory written to is copied
        self._line, line = context.Pipe(duplex=False)
        self._process = context.Process(target=_carry_out, args=(task, line), daemon=True)
        self._process.start()
        line.close()
        self._told: dict[int, Told] | None = None

    def told(self) -> dict[int, Told]:
        """Wait for it. Raises KaartenError when it died."""
        if self._told is None:
            try:
                self._told = cast("dict[int, Told]", self._line.recv())
            except EOFError as error:
                raise worker_ended() from error
        return self._told

    def end(self) -> None:
        """It goes, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._line.close()


def _turns(numbers: Sequence[int]) -> int:
    """A pipe with a number for each piece of work: who reads one carries it out. It ends when they are all gone.

    No lock, for somebody who is killed would keep it.
    """
    turns, ours = os.pipe()
    os.write(ours, b"".join(number.to_bytes(_TURN) for number in numbers))
    os.close(ours)
    return turns


_TURN = 2
"""Bytes of a number in the pipe. It holds 64 KiB, and nobody has so many files to make."""


def _carried_out(work: Sequence[Callable[[], Any]], turns: int) -> dict[int, Told]:
    """What came of the calls whose turns were read here."""
    told: dict[int, Told] = {}
    while turn := os.read(turns, _TURN):
        number = int.from_bytes(turn)
        told[number] = _told(work[number])
    return told


def _told(call: Callable[[], Any]) -> Told:
    try:
        return True, call()
    except Exception as error:  # noqa: BLE001  it is the parent's to tell
        return False, error


def _result(told: Told) -> Any:
    done, result = told
    if not done:
        raise result
    return result


# ---- in a worker


def _carry_out(task: Callable[[], dict[int, Told]], line: Connection) -> None:
    _begin()
    line.send(task())


def _begin() -> None:
    gc.set_threshold(50_000, 50, 50)  # as the program does (`run.main`)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed can tell nobody, and its workers would wait for work forever."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
