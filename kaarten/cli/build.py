"""`kaarten build`: the PDFs of a team, and what to do with them at the printer.

In: a team, languages, what differs this once. Out: files, a table of them, and why each was made. Leaves alone: how
they are made (`pipeline`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, check_start, chosen_languages, open_asked
from kaarten.diagnostics import KaartenError, Report
from kaarten.finish.atomic import shown

if TYPE_CHECKING:
    from kaarten.finish.folder import Finished, Outcome
    from kaarten.pipeline import Pack

_HEADS = ("head-file", "head-sheets", "head-paper", "head-sides", "head-times", "head-state")
_REASONS_SHOWN = 2


def run(
    screen: Screen,
    folder: str | None,
    lang: tuple[str, ...],
    only: tuple[str, ...],
    brand: str | None,
    participants: int | None,
    start_at: int,
    output: str | None,
    dry_run: bool,
    open: bool,  # noqa: A002
) -> int:
    """Build each language; one that fails does not hold up the others."""
    report = Report()
    pack = open_asked(screen, Asked(folder, output, brand, only, participants, start_at), report)
    languages = chosen_languages(pack, lang)
    screen.show(report)
    check_start(pack, languages[0])
    done = [finished for language in languages if (finished := build_language(screen, pack, language, dry=dry_run))]
    screen.count()
    if open and done and not dry_run:
        click.launch(str(done[0].folder))
    return 0 if len(done) == len(languages) else 3 if done else 1


def build_language(screen: Screen, pack: Pack, language: str, *, dry: bool = False) -> Finished | None:
    """Build one language and show what came of it; None after faults, which are shown too."""
    from kaarten import pipeline

    report = Report()
    try:
        if dry:
            finished = pipeline.plan(pack, language, report)
        else:
            finished = pipeline.build(pack, language, report, lambda: screen.note("waiting-for-other-run"))
    except KaartenError as error:
        screen.show(error.diagnostics)
        screen.result(packs=[{"language": language, "made": False}])
        return None
    screen.show(report)
    _show(screen, finished, language, dry=dry)
    return finished


def _show(screen: Screen, finished: Finished, language: str, *, dry: bool) -> None:
    rows = [(outcome, state(screen, outcome)) for outcome in finished.outcomes]
    made = sum(bool(outcome.reasons) for outcome in finished.outcomes)
    screen.say("pack-heading", language=language, folder=shown(finished.folder))
    screen.table(_HEADS, [[*_cells(outcome), text] for outcome, text in rows])
    needed = [f"{count} \N{MULTIPLICATION SIGN} {paper}" for paper, count in papers(finished.outcomes).items()]
    if needed:
        screen.say("paper-needed", papers=needed)
    for name in finished.removed:
        screen.say("file-would-go" if dry else "file-removed", name=name)
    counts = {"made": made, "kept": len(rows) - made}
    screen.say("pack-planned" if dry else "pack-made" if made else "pack-up-to-date", **counts)
    screen.result(packs=[_as_data(finished, language, dry=dry)])


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


def _as_data(finished: Finished, language: str, *, dry: bool) -> dict[str, object]:
    files = [
        {
            "name": outcome.name,
            "pages": outcome.about.pages,
            "sheets": outcome.about.sheets,
            "paper": outcome.about.paper,
            "sides": outcome.about.sides,
            "colour": outcome.about.colour,
            "copies": outcome.about.copies,
            "materials": list(outcome.about.materials),
            "made": bool(outcome.reasons) and not dry,
            "reasons": [{"kind": reason.kind, "name": reason.name} for reason in outcome.reasons],
        }
        for outcome in finished.outcomes
    ]
    folder = shown(finished.folder)
    return {
        "language": language,
        "made": not dry,
        "folder": folder,
        "files": files,
        "papers": papers(finished.outcomes),
        "removed": list(finished.removed),
    }
