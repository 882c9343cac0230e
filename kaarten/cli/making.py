"""What came of one language, or of one team: as values, so that they can come from another process.

In: a pack and a language; or what is asked of a team. Out: files, and everything that was said. Leaves alone: showing
it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaarten.cli.faults import UsageFaultError
from kaarten.cli.teams import chosen_languages, open_order
from kaarten.diagnostics import Diagnostic, KaartenError, Report

if TYPE_CHECKING:
    from kaarten.finish.folder import Finished
    from kaarten.pipeline import Order, Pack


@dataclass(frozen=True, slots=True)
class Made:
    """One language of a team: its files, or None after faults. `said` has faults and remarks."""

    language: str
    finished: Finished | None
    said: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of one team. Without `languages` its own; `dry` writes nothing."""

    order: Order
    languages: tuple[str, ...] = ()
    dry: bool = False

    @property
    def team(self) -> str:
        """The name of its folder, in the results too."""
        return self.order.folder.resolve().name


@dataclass(frozen=True, slots=True)
class TeamMade:
    """What came of a task. `said` is about the team as a whole; `misasked` when the command asks what it cannot."""

    task: Task
    packs: tuple[Made, ...] = ()
    said: tuple[Diagnostic, ...] = ()
    misasked: bool = False

    @property
    def done(self) -> int:
        """Languages that were made."""
        return sum(pack.finished is not None for pack in self.packs)


def make(pack: Pack, language: str, *, dry: bool, waiting: Callable[[], None]) -> Made:
    """Build one language, or with `dry` see what would be done. `waiting`: another run is at work in its folder."""
    from kaarten import pipeline

    report = Report()
    try:
        finished = pipeline.plan(pack, language, report) if dry else pipeline.build(pack, language, report, waiting)
    except KaartenError as error:
        return Made(language, None, tuple(error.diagnostics))
    return Made(language, finished, tuple(report))


def make_team(task: Task, waiting: Callable[[], None]) -> TeamMade:
    """Build each language of a team; a fault in one does not hold up the others, and none is raised."""
    report = Report()
    try:
        pack = open_order(task.order, report)
        languages = chosen_languages(pack, task.languages)
    except UsageFaultError as error:
        return TeamMade(task, said=(*report, error.diagnostic), misasked=True)
    except KaartenError as error:
        return TeamMade(task, said=tuple(error.diagnostics))
    packs = tuple(make(pack, language, dry=task.dry, waiting=waiting) for language in languages)
    return TeamMade(task, packs, tuple(report))
