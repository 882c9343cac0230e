"""`kaarten list`: the materials there are.

In: a team, or none; perhaps a part of the pack. Out: a table. Leaves alone: the materials.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, chosen_languages, open_team, team_folder
from kaarten.diagnostics import Report
from kaarten.model.selection import KINDS, Selection

if TYPE_CHECKING:
    from kaarten.tailor.job import Material

_HEADS = (
    "head-material", "head-title", "head-kind", "head-meeting", "head-code", "head-size", "head-paper", "head-copies",
)  # fmt: skip


def run(
    screen: Screen, folder: str | None, lang: tuple[str, ...], selection: Selection, participants: int | None
) -> int:
    """Show the materials in the first language that is asked for."""
    from kaarten import pipeline

    report = Report()
    asked = Asked(selection=selection, participants=participants)
    pack = open_team(screen, asked.of(team_folder(folder, needed=False)), report)
    job = pipeline.job_of(pack, chosen_languages(pack, lang)[0], report)
    screen.table(_HEADS, [_cells(screen, material) for material in job.materials])
    screen.result(materials=[_row(material) for material in job.materials])
    return 0


def _cells(screen: Screen, material: Material) -> list[object]:
    kind = KINDS[material.kind] if screen.language == "nl" else material.kind
    return list({**_row(material), "kind": kind, "meeting": material.meeting or ""}.values())


def _row(material: Material) -> dict[str, object]:
    return {
        "id": material.id,
        "title": str(material.title),
        "kind": material.kind,
        "meeting": material.meeting,
        "code": material.code,
        "size": f"{material.size.width:g} x {material.size.height:g} mm",
        "paper": "" if material.screen else str(material.paper.name),
        "copies": 0 if material.screen else material.copies,
    }
