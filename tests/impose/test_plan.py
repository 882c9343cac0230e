"""The plan counts what lies on the sheets: paper, cuts, minutes and money, against tables made by hand."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from kaarten.compose.face import Piece
from kaarten.diagnostics import Report
from kaarten.geometry import PAPER_SIZES, Size
from kaarten.impose.plan import print_plan
from kaarten.impose.runs import Imposed, impose, plan_runs
from kaarten.model.stock import Paper
from kaarten.model.structure import CuttingRates, Rates
from kaarten.tailor.job import Material
from kaarten.tailor.print_plan import CutLine, PrintPlan
from kaarten.text import Text
from kaarten.typeset.fonts import Typeface

A4, A5, A6 = PAPER_SIZES["A4"], PAPER_SIZES["A5"].turned, PAPER_SIZES["A6"]
CUTTING = CuttingRates(stack=10, seconds_per_stack=30, seconds_per_cut=20, seconds_per_tile=90)
RATES = Rates(black=Fraction(4, 100), colour=Fraction(15, 100), cutting=CUTTING)
MakePiece = Callable[..., Piece]
MakeMaterial = Callable[..., Material]
MakePaper = Callable[..., Paper]


@pytest.fixture
def planned(typeface: Typeface) -> Callable[..., PrintPlan]:
    def plan(*materials: tuple[Material, list[Piece]]) -> PrintPlan:
        report = Report()
        laid: list[Imposed] = [impose(made, pieces, report, typeface, "Deel {tile}") for made, pieces in materials]
        assert list(report) == []
        return print_plan(plan_runs(laid), laid, RATES)

    return plan


def priced(paper: Paper, price: str, print_price: str | None = None) -> Paper:
    own = Fraction(print_price) if print_price else None
    return Paper(
        paper.id, Text("Papier"), paper.format, paper.size, paper.weight, paper.margin, None, Fraction(price), own
    )


def test_twenty_cards_take_ten_sheets_and_one_cut_of_one_stack(
    planned: Callable[..., PrintPlan], material: MakeMaterial, piece: MakePiece, paper: MakePaper
):
    cards = [piece(f"Kaart {number}", back=True, copies=2) for number in range(10)]
    plan = planned((material("dialoogkaarten", paper=priced(paper(), "0.06")), cards))
    (run,) = plan.runs
    (item,) = run.items
    assert (item.pieces, item.sheets, item.size, item.sheet) == (20, 10, A5, A4)
    assert item.cuts == (CutLine("horizontal", 148.5),)
    assert (run.sides, run.prints, run.sheets, plan.sheets) == (2, 1, 10, 10)
    assert run.cost == 10 * (Fraction("0.06") + 2 * Fraction("0.15"))
    assert item.minutes == Fraction(30 + 20, 60)
    assert plan.minutes == 1


def test_a_partial_sheet_is_cut_apart_from_the_others(
    planned: Callable[..., PrintPlan], material: MakeMaterial, piece: MakePiece
):
    """19 cards of nine to a sheet: two full sheets with four cuts, and one sheet with one card and two cuts."""
    size = Size(70, 99)
    plan = planned((material("kaartjes", size=size), [piece("Kaartje", size, copies=19)]))
    (item,) = plan.runs[0].items
    assert (item.pieces, item.sheets) == (19, 3)
    assert [cut.axis for cut in item.cuts] == ["vertical", "vertical", "horizontal", "horizontal"]
    assert item.minutes * 60 == (30 + 4 * 20) + (30 + 2 * 20)


def test_pages_that_are_printed_more_than_once_are_not_cut(
    planned: Callable[..., PrintPlan], material: MakeMaterial, piece: MakePiece, paper: MakePaper
):
    pages = [piece("Blad", A4, back=True)]
    plan = planned((material("werkblad", size=A4, copies=14, colour=False, paper=priced(paper(), "0.01")), pages))
    (run,) = plan.runs
    assert (run.prints, run.sheets, run.items[0].pieces, run.items[0].minutes) == (14, 14, 14, 0)
    assert run.cost == 14 * (Fraction("0.01") + 2 * Fraction("0.04"))


def test_an_a1_on_a4_is_twelve_sheets_that_are_cut_and_glued(
    planned: Callable[..., PrintPlan], material: MakeMaterial, piece: MakePiece
):
    a1 = PAPER_SIZES["A1"]
    plan = planned((material("poster", size=a1, tiled=True), [piece("Poster", a1)]))
    (item,) = plan.runs[0].items
    assert (item.pieces, item.tiles, item.sheets, item.minutes) == (1, 12, 12, 18)


def test_larger_paper_costs_by_its_area_and_a_copy_shop_what_it_asks(
    planned: Callable[..., PrintPlan], material: MakeMaterial, piece: MakePiece, paper: MakePaper
):
    a3, a1 = PAPER_SIZES["A3"], PAPER_SIZES["A1"]
    plan = planned(
        (material("wiel", size=a3, paper=priced(paper("A3", name="a3"), "0.03")), [piece("Wiel", a3)]),
        (material("stickers", size=a1, paper=priced(paper("A1", name="a1"), "0", "14")), [piece("Poster", a1)]),
    )
    assert [run.cost for run in plan.runs] == [Fraction("0.03") + 2 * Fraction("0.15"), 14]
    assert plan.cost == Fraction("14.33")


def test_totals_are_those_of_the_runs_by_paper(
    planned: Callable[..., PrintPlan], material: MakeMaterial, piece: MakePiece, paper: MakePaper
):
    card = paper(name="a4-card")
    plan = planned(
        (material("een", size=A4, copies=3), [piece("Een", A4)]),
        (material("twee", paper=card), [piece("Twee", copies=4)]),
        (material("drie", size=A4, copies=5), [piece("Drie", A4)]),
    )
    assert {id: sum(run.sheets for run in runs) for id, runs in plan.by_paper.items()} == {"a4": 8, "a4-card": 2}
    assert plan.sheets == 10


def test_minutes_are_rounded_up_once(planned: Callable[..., PrintPlan], material: MakeMaterial, piece: MakePiece):
    cards = [(material(f"k{number}"), [piece("Kaart", Size(210, 148.5), copies=2)]) for number in range(3)]
    plan = planned(*cards)
    assert sum(item.minutes for run in plan.runs for item in run.items) == Fraction(150, 60)
    assert plan.minutes == 3
