"""Whatever the number of people, groups and domains: what lies on the sheets, the plan and the lists add up.

In: made-up materials, and whole packs of random teams. Out: every copy lies once on a sheet, sheets of the runs are
those of the materials, the shopping list buys what the plan prints. Leaves alone: which number is right
(`tests/test_clock_and_counts.py`), where a piece lies (`tests/impose`).
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kaarten.compose.face import Face, Piece
from kaarten.diagnostics import Report
from kaarten.geometry import PAPER_SIZES, Size
from kaarten.impose.plan import print_plan
from kaarten.impose.runs import Imposed, impose, plan_runs
from kaarten.impose.sheets import Sheet
from kaarten.model.structure import CuttingRates, Rates
from kaarten.pipeline import Order, job_of, laid_out, open_pack, plan_of
from kaarten.tailor.job import Job
from kaarten.tailor.print_plan import PrintPlan
from tests.golden.proof import proof
from tests.impose.conftest import make_material, make_paper, make_piece
from tests.layouts.packs import Case, write_team
from tests.samples import kit

SIZES = [PAPER_SIZES["A4"], PAPER_SIZES["A5"].turned, PAPER_SIZES["A6"], PAPER_SIZES["A7"].turned, Size(63, 88)]
RATES = Rates(black=Fraction(4, 100), colour=Fraction(15, 100), cutting=CuttingRates())


# ---- made-up materials


@st.composite
def materials(draw: st.DrawFn) -> list[Imposed]:
    """Up to six materials on two papers, each of one to four kinds of pieces, imposed."""
    found: list[Imposed] = []
    for number in range(draw(st.integers(1, 6))):
        size, back = draw(st.sampled_from(SIZES)), draw(st.booleans())
        paper = make_paper(name=draw(st.sampled_from(["a4", "a4-card"])))
        copies = draw(st.lists(st.integers(1, 25), min_size=1, max_size=4))
        pieces = [make_piece(f"Stuk {index}", size, back=back, copies=each) for index, each in enumerate(copies)]
        sets, colour = draw(st.integers(0, 12)), draw(st.booleans())
        material = make_material(f"m{number}", size, paper, copies=sets, colour=colour)
        report = Report()
        found.append(impose(material, pieces, report, kit().body.regular, "{tile}"))
        assert list(report) == []
    return found


@given(made=materials())
def test_runs_hold_every_sheet_and_sheets_every_copy(made: list[Imposed]) -> None:
    plan = print_plan(plan_runs(made), made, RATES)
    _check_sums(plan, made)
    for one in made:
        _check_copies(one)


def _check_sums(plan: PrintPlan, made: list[Imposed]) -> None:
    items = {item.material: item for run in plan.runs for item in run.items}
    assert {id: item.sheets for id, item in items.items()} == {
        one.material.id: one.sheets_printed for one in made if one.sheets
    }
    for run in plan.runs:
        assert run.sheets == sum(item.sheets for item in run.items)
        assert run.minutes == sum(item.minutes for item in run.items)
    assert plan.sheets == sum(item.sheets for item in items.values())
    assert plan.sheets == sum(run.sheets for runs in plan.by_paper.values() for run in runs)
    assert plan.cost == sum(run.cost for run in plan.runs)
    assert [run.number for run in plan.runs] == list(range(1, len(plan.runs) + 1))


def _check_copies(one: Imposed) -> None:
    """Each face lies on paper as often as there are copies of its piece, its back as often and behind it."""
    fronts, backs = Counter[Face](), Counter[Face]()
    for sheet in one.sheets:
        _count(sheet, fronts, backs, one.copies, {piece.front for piece in one.pieces} | _backs(one.pieces))
    sets = one.material.copies
    wanted = Counter[Face]()
    for piece in one.pieces:
        wanted[piece.front] += piece.copies * sets
    assert fronts == +wanted
    behind = Counter[Face]()
    for piece in one.pieces:
        if piece.back:
            behind[piece.back] += piece.copies * sets
    assert backs == +behind


def _backs(pieces: tuple[Piece, ...]) -> set[Face]:
    return {piece.back for piece in pieces if piece.back}


def _count(sheet: Sheet, fronts: Counter[Face], backs: Counter[Face], prints: int, faces: set[Face]) -> None:
    """Faces of pieces only: marks and credits lie on the sheet as faces too."""
    for side, counter in ((sheet.front, fronts), (sheet.back, backs)):
        for placement in side.placements if side else ():
            if placement.face in faces:
                counter[placement.face] += prints


# ---- whole packs


TEAMS = st.builds(
    Case,
    language=st.just("nl"),
    domains=st.sampled_from([5, 7, 10]),
    participants=st.integers(3, 60),
    logo=st.just("1:4"),
    card=st.just(("A5 landscape", "prompts")),
    poster=st.just("A1"),
    stickers=st.sampled_from(["19mm", "12mm", "40mm named"]),
)


@settings(max_examples=5, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(case=TEAMS)
def test_a_whole_pack_adds_up(case: Case) -> None:
    with TemporaryDirectory() as folder:
        report = Report()
        pack = open_pack(Order(write_team(Path(folder) / "oost", case), Path(folder) / "uit"), report)
        job = job_of(pack, case.language, report)
        laid = laid_out(pack, job, report)
    assert [diagnostic for diagnostic in report if diagnostic.severity == "error"] == []
    plan = plan_of(job, laid)
    _check_sums(plan, laid)
    _check_groups(job)
    _check_shopping(job, plan, next(one for one in laid if one.material.id == "winkellijst"))
    for one in laid:
        if one.tiling is None and one.sheets:
            _check_copies(one)


def _check_groups(job: Job) -> None:
    """Groups and tables of at most four that hold everybody."""
    people = job.people
    assert people.groups == people.tables
    assert (people.groups - 1) * 4 < people.participants <= people.groups * 4
    assert people.extra_groups == max(0, people.groups - people.domains - 1)
    assert people.domains == len(job.domains)


def _check_shopping(job: Job, plan: PrintPlan, made: Imposed) -> None:
    """What the page says to buy, line by line: each paper of the plan with its spare sheets, then each thing."""
    page = "\n".join(line for piece in made.pieces for line in proof(piece.front))
    told = [int(number) for number in re.findall(r" {2}(\d+)(?:\s\u00d7)?$", page, re.MULTILINE)]
    sheets = [sum(run.sheets for run in runs) for runs in plan.by_paper.values()]
    papers = [each + max(1, -(-each // 20)) for each in sheets]
    things = [need.bought for need in job.needs.values() if need.bought]
    assert told == [*papers, *things]
