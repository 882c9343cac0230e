"""Many teams after one another, as a training organisation has them.

In: a task for each team. Out: a line for each while it goes on; at the end a table of all, and the paper for all
together. Faults of one team do not hold up the others. After Ctrl-C what was made is told, and what was not. Leaves
alone: how one team is made (`making`), and in which process (`crew`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaarten.cli.build import as_data, exit_code, papers, say_papers, verdict
from kaarten.cli.crew import Crew
from kaarten.cli.making import Made, Task, TeamMade
from kaarten.cli.progress import Bar
from kaarten.cli.screen import Screen
from kaarten.diagnostics import Diagnostic, KaartenError, Severity
from kaarten.finish.atomic import shown

_HEADS = ("head-team", "head-language", "head-made", "head-kept", "head-errors")
_MISASKED = 2


def build_all(screen: Screen, tasks: Sequence[Task], jobs: int | None) -> int:
    """Make all teams, `jobs` at a time (as many as there are processors when None), and give the exit code.

    Raises KeyboardInterrupt again, after telling what was made and what was not.
    """
    made: list[TeamMade] = []
    stopped: KeyboardInterrupt | None = None
    with Crew(tasks, screen, jobs) as crew, Bar(screen, len(tasks)) as bar:
        try:
            for one in crew.results():
                made.append(one)
                bar.clear()
                _show(screen, one)
                bar.advance()
        except (KeyboardInterrupt, KaartenError) as error:
            bar.clear()
            stopped = _told(screen, error)
            for one in crew.stop():
                made.append(one)
                _show(screen, one)
    _sum_up(screen, tasks, made)
    if stopped:
        raise stopped
    return _code(made, len(tasks))


def _told(screen: Screen, error: KeyboardInterrupt | KaartenError) -> KeyboardInterrupt | None:
    if isinstance(error, KeyboardInterrupt):
        return error
    screen.show(error.diagnostics)
    return None


def _code(made: Sequence[TeamMade], tasks: int) -> int:
    if made and all(one.misasked for one in made):
        return _MISASKED
    done = sum(one.done for one in made)
    return exit_code(done, tasks - len(made) + sum(len(one.packs) or 1 for one in made))


# ---- one team


def _show(screen: Screen, one: TeamMade) -> None:
    said = [*one.said, *(diagnostic for pack in one.packs for diagnostic in pack.said)]
    if said:
        from kaarten.pipeline import line_of

        screen.line_of = line_of(one.task.order)
        screen.show(said)
    for pack in one.packs or (Made("", None, one.said),):
        _say(screen, one.task, pack)
        screen.result(packs=[as_data(pack, one.task.team, dry=one.task.dry)])


def _say(screen: Screen, task: Task, pack: Made) -> None:
    if pack.finished is None:
        place = f"{task.team} ({pack.language})" if pack.language else task.team
        screen.say("team-failed", team=place, faults=_faults(pack.said))
        return
    code, counts = verdict(pack.finished, dry=task.dry)
    folder = shown(pack.finished.folder)
    screen.say("team-ready", folder=folder, verdict=screen.word(code, **counts))
    for name in pack.finished.removed:
        screen.say("file-would-go" if task.dry else "file-removed", name=f"{folder}/{name}")


# ---- all teams


def _sum_up(screen: Screen, tasks: Sequence[Task], made: Sequence[TeamMade]) -> None:
    screen.table(_HEADS, [row for one in made for row in _rows(one)])
    finished = [pack.finished for one in made for pack in one.packs if pack.finished]
    outcomes = [outcome for folder in finished for outcome in folder.outcomes]
    say_papers(screen, outcomes)
    ready = sum(one.done == len(one.packs) > 0 for one in made)
    missed = [task.team for task in tasks if task not in {one.task for one in made}]
    screen.say("teams-ready", ready=ready, teams=len(tasks))
    if missed:
        screen.say("teams-missed", teams=missed)
    screen.result(papers=papers(outcomes), ready=ready, missed=missed)
    screen.count()


def _rows(one: TeamMade) -> Iterator[list[object]]:
    if not one.packs:
        yield [one.task.team, "", "", "", _faults(one.said)]
    for pack in one.packs:
        counts: dict[str, int] = verdict(pack.finished, dry=one.task.dry)[1] if pack.finished else {}
        yield [one.task.team, pack.language, counts.get("made", ""), counts.get("kept", ""), _faults(pack.said)]


def _faults(said: Sequence[Diagnostic]) -> int:
    return sum(diagnostic.severity is Severity.ERROR for diagnostic in said)
