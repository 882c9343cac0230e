"""Workbooks: values as text, and everything that should not be opened refused before it is."""

from __future__ import annotations

import datetime
import sys
import time
import tracemalloc

import pytest
from openpyxl import Workbook

from kaarten.diagnostics import Mark, Report
from kaarten.source.cells import MOST_COLUMNS, MOST_READ
from kaarten.source.workbook import Sheet, is_workbook, workbook_rows
from tests.workbooks import LOCKED, OLD, bomb, entities, far_away, open_document, repacked, saved, workbook

HERE = Mark("team.yaml", 2, 15)
SHEET = Mark("team.yaml", 3, 10)


def read(data: bytes, sheet: str = "") -> tuple[list[tuple[int, tuple[str, ...]]] | None, list[tuple[str, str, str]]]:
    """The rows with their numbers; code, place and cell of what was said."""
    report = Report()
    rows = workbook_rows(data, "d.xlsx", HERE, Sheet(sheet, SHEET) if sheet else None, report)
    told = [(d.code, f"{d.mark}", d.mark.cell) for d in report]
    return rows if rows is None else [(row.number, row.cells) for row in rows], told


def test_values_are_text_as_a_person_reads_it() -> None:
    book = Workbook()
    book.active.append(["Naam", "Nummer", "Sinds", None])
    book.active.append(["  Noor\nVoorbeeld", 19012345.0, datetime.date(2027, 3, 2)])
    book.active.append([None])
    book.active.append(["Els Proef", 12, True, "=1+1"])
    book.active["B4"].number_format = "00000"
    rows, told = read(saved(book))
    assert rows == [
        (1, ("Naam", "Nummer", "Sinds")),
        (2, ("Noor Voorbeeld", "19012345", "2027-03-02")),
        (4, ("Els Proef", "00012", "True")),
    ]
    assert told == [("formula-without-value", "d.xlsx:4:4", "D4")]


def test_a_formula_counts_as_its_last_value() -> None:
    book = workbook([["Naam"], ["=A1"]])
    computed = repacked(book, lambda _, data: data.replace(b"<f>A1</f><v", b"<f>A1</f><v>Noor</v><v"))
    computed = repacked(computed, lambda _, data: data.replace(b'r="A2"', b'r="A2" t="str"'))
    assert read(computed) == ([(1, ("Naam",)), (2, ("Noor",))], [])


def test_cells_that_show_an_error_are_told() -> None:
    book = Workbook()
    for row in (["Naam"], ["#N/A"], ["#REF!"]):
        book.active.append(row)
    assert read(saved(book))[1] == [("cell-is-error", "d.xlsx:2:1", "A2"), ("cell-is-error", "d.xlsx:3:1", "A3")]


def test_the_first_sheet_or_the_one_that_is_named() -> None:
    data = workbook([["Uitleg"]], "Uitleg", Deelnemers=[["Naam"]])
    assert read(data)[0] == [(1, ("Uitleg",))]
    assert read(data, "Deelnemers")[0] == [(1, ("Naam",))]
    report = Report()
    assert workbook_rows(data, "d.xlsx", HERE, Sheet("deelnemers", SHEET), report) is None
    (fault,) = report
    assert (fault.code, fault.mark, fault.details["guess"]) == ("no-such-sheet", SHEET, "Deelnemers")
    assert fault.details["known"] == ["Uitleg", "Deelnemers"]


def test_what_is_no_open_workbook_is_refused() -> None:
    data = workbook([["Naam"]])
    refused = {
        "workbook-old": OLD,
        "workbook-protected": LOCKED,
        "not-a-workbook": open_document(),
        "workbook-broken": data[: len(data) // 2],
        "workbook-too-large": bomb(),
    }
    for code, each in refused.items():
        assert is_workbook(each)
        assert read(each) == (None, [(code, "d.xlsx", "")])
    assert read(entities()) == (None, [("not-a-workbook", "d.xlsx", "")])
    short = repacked(data, lambda name, part: part[:-20] if name.startswith("xl/") else part)
    assert read(short) == (None, [("workbook-broken", "d.xlsx", "")])
    damaged = data.replace(b"PK\x03\x04", b"PK\x03\x04\0", 1)
    assert read(damaged) == (None, [("workbook-broken", "d.xlsx", "")])
    assert not is_workbook(b"Naam;Functie\n")


def test_a_bomb_costs_neither_memory_nor_time() -> None:
    data = bomb()
    assert len(data) < 100_000
    tracemalloc.start()
    began = time.process_time()
    read(data)
    assert time.process_time() - began < 1
    assert tracemalloc.get_traced_memory()[1] < 5 << 20
    tracemalloc.stop()


@pytest.mark.parametrize("reference", ["ZZZ2", "A999999999"])
def test_a_cell_at_the_end_of_the_world_is_not_walked_to(reference: str) -> None:
    began = time.process_time()
    rows, _ = read(far_away(reference))
    assert time.process_time() - began < 10
    assert rows == [(1, ("Naam",))]


def test_a_sea_of_rows_is_not_drunk() -> None:
    rows, _ = read(workbook([["Noor"]] * (MOST_READ + 500)))
    assert rows is not None
    assert len(rows) == MOST_READ + 1
    wide, _ = read(workbook([["x"] * (MOST_COLUMNS + 50)]))
    assert wide is not None
    assert len(wide[0][1]) == MOST_COLUMNS


def test_without_the_library_it_is_said_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook([["Naam"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert read(data) == (None, [("office-not-installed", "team.yaml:2:15", "")])
