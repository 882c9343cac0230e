"""Sheets of labels: what they are called, how large a piece on them is, and which cannot exist."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kaarten.geometry import Size
from kaarten.model.stock import Paper
from kaarten.tailor.job import Stickers
from kaarten.tailor.people import people
from kaarten.tailor.stock import guess_paper
from kaarten.text import Text
from tests.tailor.small import Pack

VEL = "width: 63.5mm, height: 38.1mm, left: 7.2mm, top: 15.15mm, pitch_x: 66.04mm, columns: 3, rows: 7"
DISC = "diameter: 40mm, left: 16mm, top: 13.5mm, pitch_x: 46mm, pitch_y: 46mm, columns: 4, rows: 6"


def labels(fields: str = VEL, **changes: str) -> str:
    """A stock of one sheet, `vel`, on which a card is printed."""
    for key, value in changes.items():
        before = next(field for field in fields.split(", ") if field.startswith(f"{key}: "))
        fields = fields.replace(before, f"{key}: {value}")
    return f"stock: {{labels: {{vel: {{{fields}}}}}}}\n"


def paper(pack: Pack) -> Paper:
    return next(material.paper for material in pack.job().materials if material.id == "kaart")


OWN = "materials: {etiket: {layout: card, paper: vel}}\nwords: {nl: {etiket: {title: E, question: V}}}\n"


def test_a_piece_on_a_label_is_as_large_as_the_label(tmp_path: Path):
    pack = Pack(tmp_path, labels() + OWN)
    made = next(material for material in pack.job().materials if material.id == "etiket")
    assert made.size == Size(63.5, 38.1)
    assert made.paper.labels is not None
    assert (made.paper.labels.pitch, made.paper.labels.count) == (Size(66.04, 38.1), 21)
    assert (made.paper.format, made.paper.margin) == ("A4", 5)
    assert list(pack.report) == []


def test_the_same_size_may_be_said(tmp_path: Path):
    pack = Pack(tmp_path, labels() + OWN.replace("paper: vel", "paper: vel, size: 63.5 x 38.1 mm"))
    assert pack.job().materials[-1].size == Size(63.5, 38.1)


@pytest.mark.parametrize(
    ("fields", "price"), [(VEL, "0.4"), (f"{VEL}, price: 0.55", "0.55"), (f"{VEL}, price: 0", "0")]
)
def test_a_sheet_of_labels_without_a_price_costs_what_such_sheets_cost(tmp_path: Path, fields: str, price: str):
    made = Pack(tmp_path, f"{labels(fields)}rates: {{labels: '0,40'}}\n{OWN}").job().materials[-1]
    assert made.paper.price == Fraction(price)


def test_a_round_label_is_as_wide_as_high(tmp_path: Path):
    made = Pack(tmp_path, labels(DISC) + OWN).job().materials[-1]
    assert made.paper.labels is not None
    assert (made.size, made.paper.labels.round) == (Size(40, 40), True)


def test_a_sheet_is_called_by_its_words_else_by_its_id(tmp_path: Path):
    assert Pack(tmp_path, labels() + OWN).job().materials[-1].paper.name == "vel"
    named = "words: {nl: {papers: {vel: etiketten van de Hema}, etiket: {title: E, question: V}}}\n"
    team = labels() + OWN.partition("words")[0] + named
    assert Pack(tmp_path / "2", team).job().materials[-1].paper.name == "etiketten van de Hema"


def test_a_printer_that_shifts_is_made_up_for_without_a_warning(tmp_path: Path):
    pack = Pack(tmp_path, labels(f"{VEL}, shift_x: -1mm, shift_y: 0.5mm") + OWN)
    found = pack.job().materials[-1].paper.labels
    assert found is not None
    assert (found.left, found.top) == pytest.approx((6.2, 15.65))
    assert list(pack.report) == []


@pytest.mark.parametrize(
    ("left", "told"),
    [("7.1mm", []), ("7.35mm", []), ("7mm", ["labels-off-centre"]), ("7.4mm", ["labels-off-centre"])],
)
def test_labels_that_are_not_in_the_middle_are_warned_of(tmp_path: Path, left: str, told: list[str]):
    """At 7.21 mm they are; 0.3 mm between the two blank edges may be the maker's."""
    pack = Pack(tmp_path, labels(left=left))
    pack.job()
    assert [d.code for d in pack.report] == told


@pytest.mark.parametrize(
    ("stock", "code", "key"),
    [
        (labels(columns="4"), "labels-off-sheet", "columns"),
        (labels(rows="8"), "labels-off-sheet", "rows"),
        (labels(left="20mm"), "labels-off-sheet", "columns"),
        (labels(pitch_x="60mm"), "labels-overlap", "pitch_x"),
        (labels(f"{VEL}, pitch_y: 30mm"), "labels-overlap", "pitch_y"),
        (labels(f"{VEL}, corner: 20mm"), "out-of-range", "corner"),
        (labels(width="0mm"), "out-of-range", "width"),
        (labels(columns="0"), "out-of-range", "columns"),
        (labels(left="7"), "not-a-length", "left"),
        (labels(f"{VEL}, pitch: 66mm"), "unknown-key", "pitch"),
    ],
)
def test_a_sheet_that_cannot_be_is_told_where_it_says_so(tmp_path: Path, stock: str, code: str, key: str):
    pack = Pack(tmp_path, stock)
    assert pack.attempt() is None
    (fault,) = pack.report.errors
    line = stock.splitlines()[0]
    at = line.index(f"{key}:") + 1
    columns = {at, at + len(key) + 2}
    assert (fault.code, fault.mark.line) == (code, 2)
    assert fault.mark.column in columns


@pytest.mark.parametrize(
    "fields", [DISC.replace("diameter: 40mm, ", ""), f"{DISC}, width: 40mm", f"{VEL}, diameter: 40mm"]
)
def test_a_label_has_one_shape(tmp_path: Path, fields: str):
    pack = Pack(tmp_path, labels(fields))
    assert pack.attempt() is None
    assert pack.told() == [("label-shape", "team.yaml:2:23")]


def test_a_paper_and_a_sheet_of_labels_cannot_share_an_id(tmp_path: Path):
    pack = Pack(tmp_path, labels().replace("vel:", "a4:"))
    assert pack.attempt() is None
    assert pack.told() == [("stock-twice", "team.yaml:2:18")]


@pytest.mark.parametrize(
    ("team", "code", "place"),
    [
        ("materials: {kaart: {paper: vel}}", "size-not-of-label", "3:28"),
        ("materials: {kaart: {paper: vel, size: A6}}", "size-not-of-label", "3:39"),
        (OWN.replace("paper: vel", "paper: a4"), "missing-key", "3:13"),
        (OWN.replace("paper: vel", "size: , paper: a4"), "missing-value", "3:36"),
        (OWN.replace("paper: vel", "paper: vell"), "unknown-paper", "3:43"),
    ],
)
def test_a_size_that_a_label_has_not(tmp_path: Path, team: str, code: str, place: str):
    pack = Pack(tmp_path, labels() + team)
    assert pack.attempt() is None
    assert pack.told() == [(code, f"team.yaml:{place}")]


# ---- which sheets, how many stickers


def test_the_sheets_in_use_are_known_when_only_a_part_is_made(tmp_path: Path):
    pack = Pack(tmp_path, labels() + OWN)
    assert [one.id for one in pack.job(only={"blad"}).label_sheets] == ["vel"]
    none = Pack(tmp_path / "2", labels() + OWN.replace("paper: vel", "paper: vel, copies: 0"))
    assert none.job().label_sheets == ()


@pytest.mark.parametrize(
    ("word", "meant"),
    [("avery-l4784", "avery-l4785"), ("Avery L4784", "avery-l4785"), ("zweckform-4785", "zweckform-4784"), ("xyz", "")],
)
def test_another_name_of_a_sheet_is_known(tmp_path: Path, word: str, meant: str):
    found = Pack(tmp_path, labels(f"{VEL}, also: [Avery L4784]") + OWN).job().materials[-1].paper
    sheets = {"avery-l4785": found, "zweckform-4784": Paper("z", Text(""), "A4", found.size, 0, 5)}
    assert guess_paper(word, sheets) == meant


@pytest.mark.parametrize(
    ("named", "general", "specific", "printed", "bought"),
    [
        (True, 2, 1, (24, 12), (0, 0)),
        (True, 0, 3, (0, 36), (0, 0)),
        (False, 2, 1, (0, 0), (24, 12)),
        (False, 0, 3, (0, 0), (0, 36)),
    ],
)
def test_stickers_are_printed_for_who_writes_names_on_them_and_dots_are_bought(
    named: bool, general: int, specific: int, printed: tuple[int, int], bought: tuple[int, int]
):
    found = people(12, 2, 7, Stickers(40, named, general, specific))
    assert (found.general_stickers, found.specific_stickers) == printed
    assert (found.general_dots, found.specific_dots) == bought
