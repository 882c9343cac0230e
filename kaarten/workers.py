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
from typing import TYPE_CHECKING, Any, TypeVar

from kaarten.diagnostics import NOWHERE, Diagnostic, KaartenError, Severity

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

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
    """
    size = min(jobs, len(work))
    if size < 2 or START != "fork":
        return [call() for call in work]
    from concurrent.futures.process import BrokenProcessPool

    _inherited[:] = work
    try:
        with pool(size) as executor:
            try:
                return list(executor.map(_carry_out, range(len(work))))
            except BrokenProcessPool as error:
                raise worker_ended() from error
    finally:
        _inherited.clear()


# ---- in a worker

_inherited: list[Callable[[], Any]] = []
"""What a fork finds: nothing but a number goes to it, and only a result comes back."""


def _carry_out(index: int) -> Any:
    return _inherited[index]()


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
