"""Which team is meant, and what was asked of it.

In: the arguments of a command. Out: an Order, a Pack, languages; or a UsageFaultError. Leaves alone: what is in files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kaarten.cli.faults import UsageFaultError
from kaarten.cli.screen import Screen
from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
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


@dataclass(frozen=True, slots=True)
class Asked:
    """What commands that make something of a team are asked: for this once, other than in the team's own files."""

    folder: str | None
    output: str | None = None
    brand: str | None = None
    only: tuple[str, ...] = ()
    participants: int | None = None
    start_at: int = 1


def open_asked(screen: Screen, asked: Asked, report: Report, *, needed: bool = True) -> Pack:
    """Read the team that is meant. Raises KaartenError, or UsageFaultError for what cannot be asked."""
    from kaarten.pipeline import Order

    place = team_folder(asked.folder, needed=needed)
    brand = Path(asked.brand) if asked.brand else None
    output = Path(asked.output or OUTPUT)
    order = Order(place, output, brand, asked.only, asked.participants, asked.start_at)
    return open_team(screen, order, report)


def open_team(screen: Screen, order: Order, report: Report) -> Pack:
    """Read the team; faults can then show their lines. Raises KaartenError, or UsageFaultError for what no team has."""
    from kaarten import pipeline

    if order.brand and not order.brand.is_file():
        inside = order.brand / pipeline.BRAND_FILE
        near = str(inside) if inside.is_file() else _similar(order.brand)
        raise UsageFaultError("no-such-file", file=str(order.brand), guess=near)
    screen.line_of = pipeline.line_of(order)
    pack = pipeline.open_pack(order, report)
    for material in order.only:
        known_material(pack, material)
    return pack


def known_material(pack: Pack, material: str) -> None:
    """Raises UsageFaultError for a material that the team does not have."""
    if material not in pack.materials:
        raise UsageFaultError("no-such-material", material=material, guess=guess(material, pack.materials))


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
