"""The print plan: what the runs need of paper, cutting and money, counted from the sheets themselves.

In: the Runs, the Imposed materials they were made of, and the Rates. Out: a PrintPlan. Exact fractions, because a pack
adds up hundreds of cents. Leaves alone: what the plan looks like (`layouts.print_plan`), and how it is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from kaarten.geometry import PAPER_SIZES
from kaarten.impose.cuts import Cut
from kaarten.impose.runs import Imposed
from kaarten.impose.sheets import Duplex, Run
from kaarten.model.stock import Paper
from kaarten.model.structure import CuttingRates, Rates
from kaarten.tailor.print_plan import CutLine, PlanItem, PlanRun, PrintPlan

_A4_AREA = PAPER_SIZES["A4"].width * PAPER_SIZES["A4"].height


def print_plan(runs: Iterable[Run], imposed: Iterable[Imposed], rates: Rates) -> PrintPlan:
    """The plan of these runs, each with its materials in the order they lie in it."""
    by_id = {one.material.id: one for one in imposed}
    return PrintPlan(tuple(_run(run, by_id, rates) for run in runs))


def _run(run: Run, imposed: Mapping[str, Imposed], rates: Rates) -> PlanRun:
    items = tuple(_item(imposed[id], rates.cutting) for id in run.materials)
    sides = 1 if run.duplex is Duplex.NONE else 2
    sheets = len(run.sheets) * run.copies
    cost = sheets * (run.paper.price + sides * _print_price(run.paper, rates.colour if run.colour else rates.black))
    return PlanRun(run.number, run.name, run.paper, sides, run.colour, run.copies, sheets, cost, items)


def _print_price(paper: Paper, of_a4: Fraction) -> Fraction:
    """Of one side: the paper's own, else that of A4 as many times as its area goes into it."""
    if paper.print_price is not None:
        return paper.print_price
    return of_a4 * max(1, round(paper.size.width * paper.size.height / _A4_AREA))


def _item(made: Imposed, rates: CuttingRates) -> PlanItem:
    sheets = len(made.sheets) * made.copies
    full = max(made.cuts, key=len, default=())
    labels = made.material.paper.labels
    tiles = len(made.tiling.tiles) if made.tiling else 0
    pieces = sheets // tiles if tiles else _pieces(made)
    seconds = sheets * rates.seconds_per_tile if tiles else _cutting(made, rates)
    return PlanItem(
        material=made.material.id,
        title=made.material.title,
        pieces=pieces,
        size=made.material.size,
        sheets=sheets,
        sheet=made.sheets[0].front.size,
        slots=labels.boxes if labels else (),
        round_slots=bool(labels and labels.round),
        cuts=tuple(CutLine(cut.axis.value, cut.position_mm) for cut in full),
        tiles=tiles,
        minutes=Fraction(seconds, 60),
    )


def _pieces(made: Imposed) -> int:
    return sum(piece.copies for piece in made.pieces) * made.material.copies


def _cutting(made: Imposed, rates: CuttingRates) -> int:
    """Seconds: sheets with the same cuts are stacked, and every stack is laid straight once and cut as often."""
    alike: Counter[tuple[Cut, ...]] = Counter(made.cuts)
    seconds = 0
    for cuts, count in alike.items():
        if cuts:
            stacks = -(-count * made.copies // rates.stack)
            seconds += stacks * (rates.seconds_per_stack + len(cuts) * rates.seconds_per_cut)
    return seconds
