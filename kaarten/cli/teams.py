"""Which team is meant, and what was asked of it.

In: the arguments of a command. Out: an Order, a Pack, languages; or a UsageFaultError. Leaves alone: what is in files.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kaarten.cli.faults import UsageFaultError
from kaarten.cli.screen import Screen
from kaarten.diagnostics import Diagnostic, KaartenError, Mark, Report, Severity
from kaarten.diagnostics.guess import guess
from kaarten.model.selection import WHOLE, Selection
from kaarten.resources import data_folder

if TYPE_CHECKING:
    from kaarten.pipeline import Order, Pack

TEAM_FILE = "team.yaml"
ALL = "all"
OUTPUT = "output"


def team_folder(folder: str | None, *, needed: bool = True) -> Path:
    """The folder that was named, else the one the user stands in. Raises UsageFaultError when there is no team in it.

    A command that makes sense without a team (`needed` no) gets the folder of a team that is nobody's.
    """
    place = Path(folder or ".")
    if place.name == TEAM_FILE and place.is_file():
        place = place.parent
    if (place / TEAM_FILE).is_file():
        return place
    if folder is None:
        if needed:
            raise UsageFaultError("no-team-here")
        return data_folder() / "anyone"
    if not place.is_dir():
        raise UsageFaultError("no-such-folder", folder=folder, guess=_similar(place))
    raise UsageFaultError("no-team-file", folder=folder, guess=_similar(place / TEAM_FILE))


def team_folders(folders: Iterable[str]) -> list[Path]:
    """The teams in these folders, each once: a folder that is no team stands for all teams below it.

    Without folders that of the user. Raises UsageFaultError: for a folder with no team in or below it, and for two
    teams of one name, whose results would come in one folder.
    """
    found = {place.resolve(): place for folder in folders for place in _teams_in(folder)}
    if not found:
        return [team_folder(None)]
    by_name: dict[str, Path] = {}
    for real, place in found.items():
        name = unicodedata.normalize("NFC", real.name).casefold()  # as disks do that know no capitals
        if name in by_name:
            raise UsageFaultError("two-teams-of-one-name", name=real.name, one=by_name[name], other=place)
        by_name[name] = place
    return list(found.values())


def _teams_in(folder: str) -> list[Path]:
    place = Path(folder)
    below = list(_teams_below(place)) if place.is_dir() and not (place / TEAM_FILE).is_file() else []
    return below or [team_folder(folder)]


def _teams_below(folder: Path) -> Iterator[Path]:
    """In the order of their names. A team's own folder is not searched, nor is one that is hidden or only linked to."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        details: dict[str, object] = {"path": folder, "reason": error.strerror or ""}
        fault = Diagnostic(Severity.ERROR, "file-unreadable", Mark(str(folder)), details)
        raise KaartenError([fault]) from error
    for entry in entries:
        if entry.name.startswith(".") or not entry.is_dir():
            continue
        if (entry / TEAM_FILE).is_file():
            yield entry
        elif not entry.is_symlink():
            yield from _teams_below(entry)


@dataclass(frozen=True, slots=True)
class Asked:
    """What commands that make something of a team are asked: for this once, other than in the team's own files."""

    output: str | None = None
    brand: str | None = None
    selection: Selection = WHOLE
    participants: int | None = None
    start_at: int = 1
    jobs: int = 1
    languages: tuple[str, ...] | None = None

    def of(self, place: Path, *, every_pack: bool = False) -> Order:
        """The same of one team. With `every_pack` and no team all packs there are, else those the team chose."""
        from kaarten.pipeline import Order, of_nobody

        return Order(
            folder=place,
            output=Path(self.output or OUTPUT),
            brand=Path(self.brand) if self.brand else None,
            selection=self.selection,
            participants=self.participants,
            start_at=self.start_at,
            jobs=self.jobs,
            languages=None if ALL in (self.languages or ()) else self.languages,
            every_pack=every_pack and of_nobody(place),
        )


def open_team(screen: Screen, order: Order, report: Report) -> Pack:
    """Read the team; faults can then show their lines. Raises KaartenError, or UsageFaultError for what no team has."""
    from kaarten import pipeline

    screen.line_of = pipeline.line_of(order)
    return open_order(order, report)


def open_order(order: Order, report: Report) -> Pack:
    """Read the team. Raises KaartenError, or UsageFaultError for what it does not have."""
    from kaarten import pipeline
    from kaarten.brand.load import BRAND_FILE

    if order.brand and not order.brand.is_file():
        inside = order.brand / BRAND_FILE
        near = str(inside) if inside.is_file() else _similar(order.brand)
        raise UsageFaultError("no-such-file", file=str(order.brand), guess=near)
    pack = pipeline.open_pack(order, report)
    asked = Report()
    pack.selected(asked)
    for fault in asked.errors:
        raise UsageFaultError(fault.code, **fault.details)
    return pack


def check_start(pack: Pack, language: str) -> None:
    """Raises UsageFaultError for a first label that no sheet has, KaartenError after faults in the content."""
    from kaarten import pipeline

    number = pack.order.start_at
    if number == 1:
        return
    job = pipeline.job_of(pack, language, Report())
    sheets = [material.paper for material in job.materials if material.id in pipeline.starts(pack, job)]
    if not sheets:
        raise UsageFaultError("start-at-without-labels", number=number)
    for paper in sheets:
        if paper.labels and number > paper.labels.count:
            raise UsageFaultError("start-at-over-sheet", number=number, paper=paper.name, count=paper.labels.count)


def chosen_languages(pack: Pack, asked: Iterable[str]) -> list[str]:
    """The languages to make, each once: those asked for, else the team's. Raises UsageFaultError for an unknown one."""
    known = pack.languages
    wanted: list[str] = []
    for language in asked:
        if language != ALL and language not in known:
            choices = [*known, ALL]
            raise UsageFaultError(
                "no-such-language", language=language, guess=guess(language, choices), choices=", ".join(choices)
            )
        wanted += known if language == ALL else [language]
    return list(dict.fromkeys(wanted)) or [pack.layers.language]


def _similar(path: Path) -> str:
    if not path.parent.is_dir():
        return ""
    near = guess(path.name, sorted(entry.name for entry in path.parent.iterdir() if entry.name != path.name))
    return str(path.with_name(near)) if near else ""
