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
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kaarten.diagnostics import NOWHERE, Diagnostic, KaartenError, Severity

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

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
    """What each call returns. Raises what a call raises, and KaartenError when a worker dies.

    With one job, or where workers do not begin as a fork, it is done here: work need not be a value that can be sent.
    What an `Ahead` began is waited for, when all else is done.
    """
    rest = [index for index, call in enumerate(work) if not isinstance(call, Begun)]
    size = min(jobs, len(rest))
    if size < 2 or START != "fork":
        return [call() for call in work]
    from concurrent.futures.process import BrokenProcessPool

    _inherited[:] = work
    try:
        with pool(size) as executor:
            try:
                done = dict(zip(rest, executor.map(_carry_out, rest), strict=True))
            except BrokenProcessPool as error:
                raise worker_ended() from error
    finally:
        _inherited.clear()
    return [done[index] if index in done else call() for index, call in enumerate(work)]


class Ahead:
    """Work that is begun while the rest of it is still to be thought out, by one worker beside this process.

    With fewer than two jobs, or where workers do not begin as a fork, nothing is begun. At the end of the `with` the
    worker goes, whether anybody asked for what it did or not.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._worker: ForkProcess | None = None

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, *_: object) -> None:
        if self._worker:
            self._worker.kill()
            self._worker.join()

    def begin(self, work: Sequence[Callable[[], Result]]) -> Sequence[Callable[[], Result]]:
        """The same calls, which the worker carries out in their order; each raises as those of `side_by_side` do."""
        if self._jobs < 2 or START != "fork" or not work or self._worker:
            return work
        import multiprocessing

        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe(duplex=False)
        self._worker = context.Process(target=_carry_out_all, args=(work, theirs), daemon=True)
        self._worker.start()
        theirs.close()
        told: list[tuple[bool, Any]] = []
        begun: list[Begun[Result]] = [Begun(index, ours, told) for index in range(len(work))]
        return begun


@dataclass(frozen=True)
class Begun(Generic[Result]):
    """A call that a worker is at, or has done: its number, and the line along which all results come at once."""

    number: int
    results: Connection
    told: list[tuple[bool, Any]]

    def __call__(self) -> Result:
        """Wait for it."""
        try:
            if not self.told:
                self.told.extend(self.results.recv())
        except EOFError as error:
            raise worker_ended() from error
        done, result = self.told[self.number]
        if not done:
            raise result
        return result


# ---- in a worker

_inherited: list[Callable[[], Any]] = []
"""What a fork finds: nothing but a number goes to it, and only a result comes back."""


def _carry_out(index: int) -> Any:
    return _inherited[index]()


def _carry_out_all(work: Sequence[Callable[[], Any]], results: Connection) -> None:
    """Send what each call returns or raises, as (whether it was done, that), when all are done.

    Sooner the worker would stand still: a line takes little, and nobody listens before the rest is done.
    """
    _begin()
    results.send([_told(call) for call in work])


def _told(call: Callable[[], Any]) -> tuple[bool, Any]:
    try:
        return True, call()
    except Exception as error:  # noqa: BLE001  it is the parent's to tell
        return False, error


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
