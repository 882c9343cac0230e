"""`kaarten plan`: what to print, cut and pay, as the print plan says it on paper.

In: a team; perhaps a part of its pack. Out: a table of the runs with their materials, and the totals; as JSON every
figure of the plan. Leaves alone: making files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, chosen_languages, open_team, team_folder
from kaarten.diagnostics import Report
from kaarten.model.selection import Selection

if TYPE_CHECKING:
    from kaarten.tailor.print_plan import PlanItem, PlanRun, PrintPlan

_HEADS = (
    "head-file",
    "head-paper",
    "head-sides",
    "head-times",
    "head-sheets",
    "head-cuts",
    "head-minutes",
    "head-cost",
)


def run(
    screen: Screen, folder: str | None, lang: tuple[str, ...], selection: Selection, participants: int | None
) -> int:
    """Show the plan in the first language that is asked for."""
    from kaarten import pipeline

    report = Report()
    asked = Asked(selection=selection, participants=participants)
    pack = open_team(screen, asked.of(team_folder(folder)), report)
    job = pipeline.job_of(pack, chosen_languages(pack, lang)[0], report)
    plan = pipeline.plan_of(job, pipeline.lay_out(pack, job, report))
    screen.show(report)
    screen.table(_HEADS, [_cells(screen, each) for each in plan.runs])
    screen.say("plan-total", sheets=plan.sheets, minutes=plan.minutes, cost=screen.decimal(float(plan.cost), 2))
    screen.result(plan=as_data(plan))
    return 0


def _cells(screen: Screen, run: PlanRun) -> list[object]:
    cuts = sum(len(item.cuts) for item in run.items)
    times = (run.prints, run.sheets, cuts or "", screen.decimal(float(run.minutes), 1) if run.minutes else "")
    return [f"{run.name}.pdf", str(run.paper.name), run.sides, *times, screen.decimal(float(run.cost), 2)]


def as_data(plan: PrintPlan) -> dict[str, object]:
    """Every figure of the plan: lengths in mm, times in minutes, money in euros."""
    return {
        "sheets": plan.sheets,
        "minutes": plan.minutes,
        "cost": _cents(plan.cost),
        "runs": [_run(each) for each in plan.runs],
    }


def _run(run: PlanRun) -> dict[str, object]:
    return {
        "number": run.number,
        "file": f"{run.name}.pdf",
        "paper": run.paper.id,
        "weight": run.paper.weight,
        "labels": run.paper.id if run.paper.labels else None,
        "colour": run.colour,
        "sides": run.sides,
        "edge": "long" if run.sides == 2 else None,
        "prints": run.prints,
        "sheets": run.sheets,
        "minutes": round(float(run.minutes), 2),
        "cost": _cents(run.cost),
        "materials": [_item(item) for item in run.items],
    }


def _item(item: PlanItem) -> dict[str, object]:
    return {
        "id": item.material,
        "title": str(item.title),
        "pieces": item.pieces,
        "width": item.size.width,
        "height": item.size.height,
        "sheets": item.sheets,
        "tiles": item.tiles,
        "cuts": [{"axis": cut.axis, "position": cut.position} for cut in item.cuts],
    }


def _cents(amount: object) -> float:
    return round(float(amount), 2)  # type: ignore[arg-type]
