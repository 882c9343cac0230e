"""`kaarten list`: the materials there are, and the packs to choose from.

In: a team, or none; perhaps a part of the pack. Out: a table; with all materials one of the packs too; or a catalogue
with pictures (`cli.catalogue`). Leaves alone: the materials.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from kaarten.cli.faults import UsageFaultError
from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, chosen_languages, open_team, team_folder
from kaarten.diagnostics import Report
from kaarten.model.selection import KINDS, Selection

if TYPE_CHECKING:
    from kaarten.pipeline import Pack
    from kaarten.tailor.job import Job, Material

_HEADS = (
    "head-material", "head-title", "head-kind", "head-meeting", "head-code", "head-size", "head-paper", "head-copies",
)  # fmt: skip

_PACK_HEADS = ("head-pack", "head-title", "head-purpose", "head-materials", "head-meetings", "head-chosen")


def run(
    screen: Screen,
    folder: str | None,
    lang: tuple[str, ...],
    selection: Selection,
    participants: int | None,
    catalogue: bool,
    brand: str | None,
    output: str | None,
    open: bool,  # noqa: A002
) -> int:
    """Show the materials in the first language that is asked for; with `catalogue` make that."""
    from kaarten import pipeline

    asked = Asked(output, brand, selection, participants)
    place = team_folder(folder, needed=False)
    if catalogue:
        from kaarten.cli.catalogue import run as make

        return make(screen, place, asked, lang, opened=open)
    for option, given in (("--brand", brand), ("--output", output), ("--open", open)):
        if given:
            raise UsageFaultError("only-with-catalogue", option=option)
    report = Report()
    pack = open_team(screen, asked.of(place, every_pack=True), report)
    job = pipeline.job_of(pack, chosen_languages(pack, lang)[0], report)
    screen.table(_HEADS, [_cells(screen, material) for material in job.materials])
    screen.result(materials=[_row(material) for material in job.materials])
    if decks := list(dict.fromkeys(material.deck for material in job.materials if material.deck)):
        screen.say("decks-named", decks=decks, first=decks[0])
    if not selection:
        _packs(screen, pack, job)
    return 0


def _packs(screen: Screen, pack: Pack, job: Job) -> None:
    """The packs there are; of a team, which of them it has."""
    from kaarten import pipeline
    from kaarten.tailor.packs import pack_info

    layers, team = pack.layers, not pipeline.of_nobody(pack.order.folder)
    there = {**layers.packs, **pipeline.packs_not_chosen(pack, Report())}
    rows = [(pack_info(there[id], layers.layers[0], job.language), team and id in layers.packs) for id in sorted(there)]
    screen.say("packs-heading")
    screen.table(
        _PACK_HEADS,
        [
            [
                info.id,
                info.name,
                info.purpose,
                info.materials,
                ", ".join(info.meetings),
                "\N{CHECK MARK}" if own else "",
            ]
            for info, own in rows
        ],
    )
    screen.result(packs=[{**asdict(info), "chosen": own} for info, own in rows])


def _cells(screen: Screen, material: Material) -> list[object]:
    kind = KINDS[material.kind] if screen.language == "nl" else material.kind
    row = {**_row(material), "kind": kind, "meeting": material.meeting or ""}
    return [value for key, value in row.items() if key != "deck"]


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
        "deck": material.deck or None,
    }
