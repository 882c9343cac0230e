"""Several processes that each make one team after another, or this process alone.

In: tasks, and how many may go on at once. Out: what came of each, in the order of the tasks. Who makes a team makes no
difference to its files. Leaves alone: what is shown.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType

import click

from kaarten import workers
from kaarten.cli.making import Task, TeamMade, make_team
from kaarten.cli.screen import Screen
from kaarten.diagnostics.messages import Language


class Crew:
    """Makes teams. Leaving it waits for those being made, and begins no other."""

    def __init__(self, tasks: Sequence[Task], screen: Screen, jobs: int | None) -> None:
        self._tasks = tasks
        self._voice = (screen.language, screen.as_json)
        self._size = min(jobs or workers.processors(), len(tasks))
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: deque[Future[TeamMade]] = deque()

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def results(self) -> Iterator[TeamMade]:
        """What came of each task, as soon as it and all before it are ready. Raises KaartenError when a worker dies."""
        if self._size == 1:
            yield from (_work(task, *self._voice) for task in self._tasks)
            return
        self._pool = workers.pool(self._size)
        for task in self._tasks:
            self._waiting.append(self._pool.submit(_work, task, *self._voice))
        while self._waiting:
            try:
                made = self._waiting[0].result()
            except BrokenProcessPool as error:
                raise workers.worker_ended() from error
            self._waiting.popleft()
            yield made

    def stop(self) -> list[TeamMade]:
        """Begin no other team. What came of those that were made meanwhile."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        return [future.result() for future in self._waiting if not future.cancelled() and not future.exception()]


def _work(task: Task, language: Language, as_json: bool) -> TeamMade:
    screen = Screen(language, as_json=as_json)

    def waiting() -> None:
        if screen.on_terminal:
            click.echo(err=True)  # the bar stands on this line
        screen.note("waiting-for-team", team=task.team)

    return make_team(task, waiting)
