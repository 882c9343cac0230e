"""One writer at a time in an output folder.

In: a folder. Out: a lock for as long as the `with` lasts; who comes second is told, and waits. The system drops the
lock when its process dies, so there is nothing to clean up after a crash. Leaves alone: reading.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kaarten.diagnostics import KaartenError
from kaarten.finish.atomic import fault_of, make_folder

LOCK_NAME = ".kaarten.lock"


@contextmanager
def locked(folder: Path, waiting: Callable[[], None]) -> Generator[None]:
    """Hold `folder` (made when it is not there). `waiting` is called once when another run holds it.

    Raises KaartenError when the folder cannot be made or written in.
    """
    make_folder(folder)
    lock = FileLock(folder / LOCK_NAME)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire()
    except OSError as error:
        raise KaartenError([fault_of(error, folder / LOCK_NAME)]) from error
    try:
        yield
    finally:
        lock.release()
