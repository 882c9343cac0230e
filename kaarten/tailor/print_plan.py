"""The print plan as values: what to print on which paper, what to cut, how long that takes and what it costs.

In: made by `impose.plan` once everything else is laid on its sheets. Out: read by the layout of the plan, by the
command line and by `--json`. They stand here, under compose, because a plan is itself printed. Lengths in mm, money in
the currency of the rates. Leaves alone: how it is counted, and how it looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kaarten.geometry import Rect, Size
from kaarten.model.stock import Paper
from kaarten.text import Text


@dataclass(frozen=True, slots=True)
class CutLine:
    """A straight cut over the whole sheet as it lies, `position` from the left (vertical) or the top (horizontal)."""

    axis: Literal["horizontal", "vertical"]
    position: float


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One material of a run.

    `pieces` of `size` come out of `sheets` sheets of paper. `sheet` is the paper as it lies and `cuts` those of a full
    one, in the order they are made. `slots` are the labels of a label sheet. A poster in parts has `tiles` per poster.
    """

    material: str
    title: Text
    pieces: int
    size: Size
    sheets: int
    sheet: Size
    cuts: tuple[CutLine, ...] = ()
    slots: tuple[Rect, ...] = ()
    round_slots: bool = False
    tiles: int = 0
    minutes: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class PlanRun:
    """One file for the printer. `sides` 2 turns over the long edge. `prints` is how often the file is printed."""

    number: int
    name: str
    paper: Paper
    sides: int
    colour: bool
    prints: int
    sheets: int
    cost: Fraction
    items: tuple[PlanItem, ...]

    @property
    def minutes(self) -> Fraction:
        """Cutting and gluing, in minutes."""
        return sum((item.minutes for item in self.items), Fraction(0))


@dataclass(frozen=True, slots=True)
class PrintPlan:
    runs: tuple[PlanRun, ...]

    @property
    def sheets(self) -> int:
        return sum(run.sheets for run in self.runs)

    @property
    def minutes(self) -> int:
        """Cutting and gluing, rounded up to whole minutes."""
        return -(-sum((run.minutes for run in self.runs), Fraction(0)) // 1)

    @property
    def cost(self) -> Fraction:
        return sum((run.cost for run in self.runs), Fraction(0))

    @property
    def by_paper(self) -> dict[str, list[PlanRun]]:
        """The runs by the id of their paper, in the order of the first of each."""
        found: dict[str, list[PlanRun]] = {}
        for run in self.runs:
            found.setdefault(run.paper.id, []).append(run)
        return found
