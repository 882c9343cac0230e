"""`kaarten build`: the PDFs of a team, and what to do with them at the printer.

In: a team or several, languages, what differs this once. Out: files, a table of them, and why each was made. Leaves
alone: how they are made (`pipeline`), and many teams after one another (`batch`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaarten import workers
from kaarten.cli.making import Made, Task, make
from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, check_start, chosen_languages, open_team, team_folders
from kaarten.diagnostics import Report
from kaarten.finish.atomic import shown
from kaarten.model.selection import Selection

if TYPE_CHECKING:
    from kaarten.finish.folder import Finished, Outcome
    from kaarten.pipeline import Pack

_HEADS = ("head-file", "head-sheets", "head-paper", "head-sides", "head-times", "head-state")
_REASONS_SHOWN = 2


def run(
    screen: Screen,
    folders: tuple[str, ...],
    lang: tuple[str, ...],
    selection: Selection,
    brand: str | None,
    participants: int | None,
    start_at: int,
    output: str | None,
    jobs: int | None,
    dry_run: bool,
    open: bool,  # noqa: A002
) -> int:
    """Build each team in each language; one that fails does not hold up the others."""
    places = team_folders(folders)
    beside = (
        jobs or workers.processors() if len(places) == 1 else 1
    )  # many teams are made side by side, one team's files are
    asked = Asked(output, brand, selection, participants, start_at, beside, lang)
    tasks = [Task(asked.of(place), lang, dry_run) for place in places]
    if len(tasks) == 1:
        code, result = _build(screen, tasks[0])
    else:
        from kaarten.cli.batch import build_all

        code, result = build_all(screen, tasks, jobs), tasks[0].order.output
    if open and result and result.is_dir() and not dry_run:
        click.launch(str(result))
    return code


def _build(screen: Screen, task: Task) -> tuple[int, Path | None]:
    """Build one team. Its exit code, and the folder of the first language that was made."""
    report = Report()
    pack = open_team(screen, task.order, report)
    languages = chosen_languages(pack, task.languages)
    screen.show(report)
    check_start(pack, languages[0])
    made = [build_language(screen, pack, language, dry=task.dry) for language in languages]
    screen.count()
    done = [finished.folder for finished in made if finished]
    return exit_code(len(done), len(made)), next(iter(done), None)


def exit_code(done: int, asked: int) -> int:
    """All of it, part of it or nothing was done."""
    return 0 if done == asked else 3 if done else 1


def build_language(screen: Screen, pack: Pack, language: str, *, dry: bool = False) -> Finished | None:
    """Build one language and show what came of it; None after faults, which are shown too."""
    made = make(pack, language, dry=dry, waiting=lambda: screen.note("waiting-for-other-run"))
    screen.show(made.said)
    screen.result(packs=[as_data(made, pack.layers.team_id, dry=dry)])
    if made.finished:
        _show(screen, made.finished, language, dry=dry)
    return made.finished


def _show(screen: Screen, finished: Finished, language: str, *, dry: bool) -> None:
    rows = [[*_cells(outcome), state(screen, outcome)] for outcome in finished.outcomes]
    screen.say("pack-heading", language=language, folder=shown(finished.folder))
    screen.table(_HEADS, rows)
    say_papers(screen, finished.outcomes)
    for name in finished.removed:
        screen.say("file-would-go" if dry else "file-removed", name=name)
    code, counts = verdict(finished, dry=dry)
    screen.say(code, **counts)


def verdict(finished: Finished, *, dry: bool) -> tuple[str, dict[str, int]]:
    """The sentence that sums up a folder, as code and details: how many files were `made`, how many `kept`."""
    made = sum(bool(outcome.reasons) for outcome in finished.outcomes)
    code = "pack-planned" if dry else "pack-made" if made else "pack-up-to-date"
    return code, {"made": made, "kept": len(finished.outcomes) - made}


def say_papers(screen: Screen, outcomes: Iterable[Outcome]) -> None:
    """How many sheets of which paper to have at hand."""
    needed = [f"{count} \N{MULTIPLICATION SIGN} {paper}" for paper, count in papers(outcomes).items()]
    if needed:
        screen.say("paper-needed", papers=needed)


def state(screen: Screen, outcome: Outcome) -> str:
    """Whether a file was still right, else why it was made."""
    reasons = [screen.word(f"because-{reason.kind}", name=reason.name) for reason in outcome.reasons]
    if len(reasons) > _REASONS_SHOWN + 1:
        reasons[_REASONS_SHOWN:] = [screen.word("because-more", count=len(reasons) - _REASONS_SHOWN)]
    return ", ".join(reasons) or screen.word("up-to-date")


def papers(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """Sheets to have at hand, by paper."""
    needed: dict[str, int] = {}
    for about in (outcome.about for outcome in outcomes if outcome.about.sheets):
        needed[about.paper] = needed.get(about.paper, 0) + about.sheets * about.copies
    return needed


def _cells(outcome: Outcome) -> list[object]:
    about = outcome.about
    if not about.sheets:
        return [outcome.name, "", "", "", ""]
    return [outcome.name, about.sheets, about.paper, about.sides, about.copies]


def as_data(made: Made, team: str, *, dry: bool) -> dict[str, object]:
    """One language of a team for `--json`."""
    finished, head = made.finished, {"team": team, "language": made.language}
    if finished is None:
        return {**head, "made": False}
    return {
        **head,
        "made": not dry,
        "folder": shown(finished.folder),
        "files": [_file(outcome, dry=dry) for outcome in finished.outcomes],
        "papers": papers(finished.outcomes),
        "removed": list(finished.removed),
    }


def _file(outcome: Outcome, *, dry: bool) -> dict[str, object]:
    about = outcome.about
    return {
        "name": outcome.name,
        "pages": about.pages,
        "sheets": about.sheets,
        "paper": about.paper,
        "sides": about.sides,
        "colour": about.colour,
        "copies": about.copies,
        "materials": list(about.materials),
        "made": bool(outcome.reasons) and not dry,
        "reasons": [{"kind": reason.kind, "name": reason.name} for reason in outcome.reasons],
    }
