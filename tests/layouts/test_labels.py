"""What is printed on labels: within the part that may be printed on, names in one size, as many as there are people."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from kaarten.brand.colours import contrast, lightness
from kaarten.brand.inks import CUT, LINE, WHITE
from kaarten.compose.compose import Composed, compose
from kaarten.compose.face import Face
from kaarten.compose.parts.stickers import GENERAL_STICKER, PRIORITY_STICKER, SPECIFIC_STICKER
from kaarten.diagnostics import Mark, Report
from kaarten.geometry import Rect
from kaarten.graphics import Shape
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, open_pack
from kaarten.tailor.job import Job, Person
from tests.layouts.checks import inspect_pieces
from tests.pages import Page, measure

TEAM = """
name: Sociaal Wijkteam Zonnehoven-Noorderlanden en Omstreken
participants: 12
facilitators: 2
stickers: {{size: {stickers}, name: yes, general: 2, priority: 6}}
materials: {{{materials}}}
"""

NAMES = ("Bo", "Noor", "Karim", "Anne-Sophie", "Willemijn-Charlotte")
ROSTER = tuple(Person(f"{name} van Voorbeeld", name, "wijkverpleegkundige", mark=Mark("t.yaml", 3)) for name in NAMES)
"""Made up, the longest too long for one line of a small label."""


def made(
    folder: Path, material: str, settings: str = "", roster: tuple[Person, ...] = (), language: str = "nl"
) -> tuple[Job, Composed, Report]:
    """One material of a team with large stickers, composed."""
    size = "30mm" if "4387" in settings else "40mm"
    text = TEAM.format(stickers=size, materials=f"{material}: {{{settings}}}" if settings else "")
    (folder / "team.yaml").write_text(text, encoding="utf-8")
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=(material,))), report)
    job = replace(job_of(pack, language, report), roster=roster)
    (one,) = compose(job, pack.registry, report)
    return job, one, report


def pages(one: Composed) -> list[Page]:
    return [measure(piece.front) for piece in one.pieces]


def inks(face: Face) -> Iterator[Shape]:
    for stretch in face.stretches:
        yield from (paint for paint in stretch.paint if isinstance(paint, Shape))


# ---- where


ON_LABELS = [
    ("naamstickers", ""),
    ("naamstickers", "paper: zweckform-3474"),
    ("naamstickers", "paper: zweckform-4784"),
    ("naamstickers", "paper: avery-l7163"),
    ("badges", "copies: 1"),
    ("badges", "copies: 1, paper: avery-l4785"),
    ("kennisstickers-algemeen", ""),
    ("kennisstickers-specifiek", ""),
    ("kennisstickers-specifiek", "paper: herma-4387"),
    ("keuzestickers", ""),
    ("keuzestickers", "paper: herma-4385, content: {initials: yes}"),
    ("keuzestickers", "paper: rayfilm-1818k"),
    ("etiketten", ""),
    ("etiketten", "paper: avery-l7165"),
]


@pytest.mark.parametrize(("material", "settings"), ON_LABELS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_stands_where_a_label_may_be_printed_on(tmp_path: Path, material: str, settings: str, language: str):
    """Two millimetres inside its edge, and the printer's blank edge where a label lies at the side of the sheet."""
    job, one, report = made(tmp_path, material, settings, ROSTER, language)
    assert [d.code for d in report if d.severity == "error"] == []
    paper, size = one.material.paper, one.material.size
    assert paper.labels
    left, top = paper.labels.left, paper.labels.top
    safe = Rect(0, 0, size.width, size.height).inset(max(2, 5 - left), max(2, 5 - top))
    looked = 0
    for piece, page in zip(one.pieces, pages(one), strict=True):
        boxes = [
            *(ink.bounds for ink in page.texts),
            *(d.bounds for d in page.drawings),
            *(f.bounds for f in page.fills),
        ]
        boxes += [rule.bounds for rule in page.rules]
        assert [box for box in boxes if not safe.contains(box, 0.01)] == []
        looked += len(boxes)
        if paper.labels.round:
            radius = min(safe.width, safe.height) / 2
            assert all(corner_distance(shape, size.width / 2) <= radius + 0.01 for shape in inks(piece.front))
    assert looked >= len(one.pieces)
    assert inspect_pieces(one.pieces).faults == []
    assert len(one.pieces) == len(set(one.pieces))
    assert job.people.participants == 12


def corner_distance(shape: Shape, middle: float) -> float:
    """From the middle of a round label to the farthest point of a path that is on it."""
    return max(math.hypot(step[-2] - middle, step[-1] - middle) for step in shape.path.steps if len(step) > 1)  # type: ignore[operator]


# ---- names


def test_names_come_first_and_blanks_make_up_the_number(tmp_path: Path):
    """12 and 2 people and a tenth to spare are 16, at each of two meetings."""
    _, one, _ = made(tmp_path, "naamstickers", roster=ROSTER)
    assert [(piece.name, piece.copies) for piece in one.pieces] == [
        *((name, 2) for name in NAMES),
        ("Naamstickers", 22),
    ]
    *named, blank = pages(one)
    assert [" ".join(ink.text for ink in page.texts) for page in named] == [
        "Bo", "Noor", "Karim", "Anne-Sophie", "Willemijn- Charlotte",
    ]  # fmt: skip
    assert [ink.text for ink in blank.texts] == []
    assert len([rule for rule in blank.rules if rule.colour == LINE]) == 1
    assert not [rule for page in named for rule in page.rules if rule.colour == LINE]


def test_without_a_roster_all_are_blank(tmp_path: Path):
    _, one, _ = made(tmp_path, "naamstickers")
    assert [(piece.name, piece.copies) for piece in one.pieces] == [("Naamstickers", 32)]


def test_a_roster_that_is_longer_than_the_number_is_printed_whole(tmp_path: Path):
    roster = tuple(Person(f"P{number}", f"P{number}") for number in range(20))
    _, one, _ = made(tmp_path, "naamstickers", roster=roster)
    assert [piece.copies for piece in one.pieces] == [2] * 20


@pytest.mark.parametrize("material", ["naamstickers", "badges"])
def test_all_names_have_one_size_that_can_be_read_across_a_table(tmp_path: Path, material: str):
    _, one, _ = made(tmp_path, material, "copies: 1", ROSTER)
    largest = {max(ink.size for ink in page.texts) for page in pages(one)[: len(NAMES)]}
    assert len(largest) == 1
    assert largest.pop() >= 20


def test_a_badge_tells_the_whole_name_and_the_function_in_one_size(tmp_path: Path):
    _, one, _ = made(tmp_path, "badges", "copies: 1", (*ROSTER[:2], Person("Els", "Els")))
    bo, noor, els, blank = pages(one)
    assert [ink.text for ink in bo.texts] == ["Bo", "Bo van Voorbeeld", "wijkverpleegkundige"]
    assert bo.texts[1].size == noor.texts[1].size >= 9
    assert [ink.text for ink in els.texts] == ["Els"]
    assert len([rule for rule in blank.rules if rule.colour == LINE]) == 2


def test_a_name_that_fits_nowhere_is_told_where_it_was_written(tmp_path: Path):
    long = Person(
        "Wolfeschlegelsteinhausenbergerdorff", "Wolfeschlegelsteinhausenbergerdorff", mark=Mark("d.csv", 4, 2)
    )
    _, _, report = made(tmp_path, "naamstickers", roster=(long,))
    assert [(d.code, d.mark) for d in report.errors] == [("text-too-long", Mark("d.csv", 4, 2))]


# ---- stickers


@pytest.mark.parametrize(
    ("material", "letter", "colour", "copies"),
    [
        ("kennisstickers-algemeen", "A", GENERAL_STICKER, 27),
        ("kennisstickers-specifiek", "S", SPECIFIC_STICKER, 14),
    ],
)
def test_a_knowledge_sticker_differs_by_letter_shape_and_ring(
    tmp_path: Path, material: str, letter: str, colour: object, copies: int
):
    _, one, _ = made(tmp_path, material)
    (page,) = pages(one)
    assert [ink.text for ink in page.texts] == [letter]
    assert one.material.copies == copies
    (flag,) = [fill for fill in page.fills if fill.colour == colour]
    assert flag.is_rect == (letter == "S")
    dashes = [shape.stroke.dash for shape in inks(one.pieces[0].front) if shape.stroke and shape.stroke.dash]
    assert bool(dashes) == (letter == "S")
    (line,) = [rule for rule in page.rules if rule.colour == LINE]
    assert line.bounds.width == pytest.approx(21, abs=0.2)


def test_a_sticker_of_another_size_than_its_places_is_warned_of(tmp_path: Path):
    assert [d.code for d in made(tmp_path, "kennisstickers-algemeen", "paper: herma-4477")[2]] == [
        "label-of-other-size"
    ]
    assert [d.code for d in made(tmp_path, "kennisstickers-algemeen", "paper: herma-4387")[2]] == []


def test_dots_come_in_strips_of_what_everybody_gets(tmp_path: Path):
    _, one, _ = made(tmp_path, "keuzestickers")
    (piece,) = one.pieces
    assert (piece.copies, piece.strip) == (13 * 6, 6)


def test_a_dot_is_full_or_has_room_for_initials(tmp_path: Path):
    _, full, _ = made(tmp_path, "keuzestickers")
    _, ring, _ = made(tmp_path, "keuzestickers", "content: {initials: yes}")
    fills = [[shape.fill for shape in inks(one.pieces[0].front)] for one in (full, ring)]
    assert fills[0][0] == PRIORITY_STICKER
    assert PRIORITY_STICKER not in fills[1]
    (disc,) = inks(ring.pieces[0].front)
    assert disc.stroke is not None
    assert disc.stroke.colour == PRIORITY_STICKER


def test_the_three_kinds_of_stickers_differ_in_grey():
    shades = sorted(lightness(colour) for colour in (GENERAL_STICKER, SPECIFIC_STICKER, PRIORITY_STICKER))
    assert min(above - below for below, above in pairwise(shades)) >= 15
    assert contrast(PRIORITY_STICKER, WHITE) >= 3


# ---- boxes


def test_a_box_says_whose_it_is_for_which_meeting_and_what_is_in_it(tmp_path: Path):
    job, one, _ = made(tmp_path, "etiketten")
    assert sum(piece.copies for piece in one.pieces) == 10
    first, *_, blank = pages(one)
    said = " ".join(ink.text for ink in first.texts)
    for text in (job.team_name, "Bijeenkomst 1", "Werkbladen, flyers en huiswerk", "Aantal", "Datum"):
        assert text in said
    lines = [len([rule for rule in page.rules if rule.colour == LINE]) for page in (first, blank)]
    assert lines == [2, 4]


def test_a_box_of_a_meeting_that_is_not_held_has_a_line_for_it(tmp_path: Path):
    _, one, report = made(tmp_path, "etiketten", "content: {boxes: {sheets-1: {meeting: 3}}}")
    assert "not-in-agenda" in [d.code for d in report]
    assert "3" not in " ".join(ink.text for ink in pages(one)[0].texts)


def test_the_date_of_a_meeting_is_on_its_boxes(teams: dict[str, Path]):
    report = Report()
    pack = open_pack(Order(teams["buurtteam-oost"], selection=Selection(only=("etiketten",))), report)
    (one,) = compose(job_of(pack, "nl", report), pack.registry, report)
    dates = [[ink.text for ink in page.texts if "2027" in ink.text] for page in pages(one)]
    assert dates == [["2 maart 2027"]] * 4 + [["16 maart 2027"]] * 4 + [[]]


# ---- test sheets


def test_a_test_sheet_for_each_stock_in_use(teams: dict[str, Path]):
    """Also when only the test sheets are made; none for what the team does not print."""
    report = Report()
    pack = open_pack(Order(teams["buurtteam-oost"], selection=Selection(only=("proefvel-etiketten",))), report)
    (one,) = compose(job_of(pack, "nl", report), pack.registry, report)
    assert [piece.name for piece in one.pieces] == [
        "etiketten Avery L7160", "ronde stickers Endisch 6500012x", "etiketten Zweckform 3425",
    ]  # fmt: skip
    for page, count in zip(pages(one), (21, 234, 10), strict=True):
        outlines = [drawing for drawing in page.drawings if drawing.kind == "label"]
        assert len(outlines) == count
        numbers = {ink.text for ink in page.texts if ink.text.isdecimal()}
        assert numbers <= {str(number) for number in range(1, count + 1)}
        assert {"1", str(count)} <= numbers
        ruler = max(page.rules, key=lambda rule: rule.bounds.width)
        assert ruler.bounds.width == pytest.approx(100)


def test_every_test_sheet_passes_every_check(tmp_path: Path):
    """A page for each of the stock's 23: words beside the labels, in two of them, or on white across small ones."""
    stock = open_pack(Order(tmp_with_team(tmp_path)), Report())
    job = job_of(stock, "nl", Report())
    materials = [material for material in job.materials if material.id.startswith("vel-")]
    assert len(materials) == 23
    (test_sheet,) = [material for material in job.materials if material.id == "proefvel-etiketten"]
    report = Report()
    (one,) = compose(replace(job, materials=(test_sheet,)), stock.registry, report)
    assert list(report) == []
    assert len(one.pieces) == 23
    faults = inspect_pieces(one.pieces).faults
    assert faults == [], "\n".join(map(str, faults))
    for piece in one.pieces:
        strokes = {shape.stroke.colour for shape in inks(piece.front) if shape.stroke}
        assert CUT in strokes


def tmp_with_team(folder: Path) -> Path:
    from tests.test_label_stock import TABLE

    own = "".join(f"  vel-{id}: {{layout: priority_label, paper: {id}, content: {{strips: 1}}}}\n" for id in TABLE)
    titles = "".join(f"    vel-{id}: {{title: Vel}}\n" for id in TABLE)
    (folder / "team.yaml").write_text(f"name: Proefteam\nmaterials:\n{own}words:\n  nl:\n{titles}")
    return folder


def test_labels_on_sheets_of_another_size_are_told(tmp_path: Path):
    stock = "stock: {labels: {klein: {format: A5, diameter: 40mm, left: 14.25mm, top: 25mm, columns: 3, rows: 4}}}\n"
    (tmp_path / "team.yaml").write_text(f"name: T\n{stock}materials: {{keuzestickers: {{paper: klein}}}}\n")
    report = Report()
    pack = open_pack(Order(tmp_path, selection=Selection(only=("proefvel-etiketten",))), report)
    (one,) = compose(job_of(pack, "nl", report), pack.registry, report)
    assert "klein" not in [piece.name for piece in one.pieces]
    assert [d.details["id"] for d in report if d.code == "test-sheet-of-other-size"] == ["klein"]
