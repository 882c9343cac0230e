"""`kaarten list`: the materials there are.

In: a team, or none. Out: a table. Leaves alone: the materials.
"""

from __future__ import annotations

from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, chosen_languages, open_asked
from kaarten.diagnostics import Report

_HEADS = ("head-material", "head-title", "head-code", "head-size", "head-paper", "head-copies")


def run(screen: Screen, folder: str | None, lang: tuple[str, ...], participants: int | None) -> int:
    """Show the materials in the first language that is asked for."""
    from kaarten import pipeline

    report = Report()
    pack = open_asked(screen, Asked(folder, participants=participants), report, needed=False)
    job = pipeline.job_of(pack, chosen_languages(pack, lang)[0], report)
    rows = [
        {
            "id": material.id,
            "title": str(material.title),
            "code": material.code,
            "size": f"{material.size.width:g} x {material.size.height:g} mm",
            "paper": "" if material.screen else str(material.paper.name),
            "copies": 0 if material.screen else material.copies,
        }
        for material in job.materials
    ]
    screen.table(_HEADS, [list(row.values()) for row in rows])
    screen.result(materials=rows)
    return 0
