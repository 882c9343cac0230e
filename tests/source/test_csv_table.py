"""CSV however a spreadsheet writes it: encodings, separators, quotes, and a word for what was assumed."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.diagnostics import Report
from kaarten.source.cells import MOST_COLUMNS, MOST_READ
from kaarten.source.csv_table import csv_rows

HEADINGS = {"Naam", "Functie"}


def read(data: bytes | str) -> tuple[list[tuple[int, tuple[str, ...]]] | None, list[tuple[str, str]]]:
    """The rows with their numbers, and what was said and where."""
    report = Report()
    data = data.encode() if isinstance(data, str) else data
    rows = csv_rows(data, "d.csv", HEADINGS.__contains__, report)
    told = [(d.code, f"{d.mark}") for d in report]
    return rows if rows is None else [(row.number, row.cells) for row in rows], told


TWO = [(1, ("Naam", "Functie")), (2, ("Zoë Voorbeeld", "coach"))]
TEXT = "Naam;Functie\r\nZoë Voorbeeld;coach\r\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-be").join([b"\xfe\xff", b""]),
        TEXT.replace("\r\n", "\r").encode(),
        TEXT.replace("\r\n", "\n").strip().encode(),
        TEXT.replace(";", ",").encode(),
        TEXT.replace(";", "\t").encode("utf-16"),
        ("sep=;\r\n" + TEXT).encode("utf-8-sig"),
        ("SEP=|\n" + TEXT.replace(";", "|")).encode(),
        '"Naam";"Functie"\n"Zoë\nVoorbeeld";"coach"\n'.encode(),
        "Naam;Functie\n\u00a0Zoë\u00a0 Voorbeeld ;coach;;;\n".encode(),
    ],
)
def test_it_reads_what_office_programs_write(data: bytes) -> None:
    assert read(data) == (TWO, [])


def test_windows_1252_is_read_and_said() -> None:
    assert read(TEXT.encode("cp1252")) == (TWO, [("table-encoding-assumed", "d.csv")])


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"Naam\nNoor\0Voorbeeld\n", "table-not-text", "d.csv"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "table-not-text", "d.csv"),
        (b"Naam\nZo\x81\xeb\n", "table-encoding-unknown", "d.csv"),
        (b"\xff\xfeN\0a\0a\0m", "table-encoding-unknown", "d.csv"),
        (b'Naam;Functie\n"Noor;coach\n', "csv-quotes", "d.csv:2:1"),
        (b'Naam;Functie\n"Noor"x;coach\n', "csv-quotes", "d.csv:2:1"),
        (b'Naam\n"' + b"a" * 200_000, "csv-quotes", "d.csv:2:1"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, code: str, place: str) -> None:
    assert read(data) == (None, [(code, place)])


def test_a_control_character_is_told_at_its_cell() -> None:
    _, told = read("Naam;Functie\nNoor;co\x07ach\n\x1b[31m;x\n")
    assert told == [("control-character", "d.csv:2:2"), ("control-character", "d.csv:3:1")]


def test_empty_rows_count_and_are_left_out() -> None:
    rows, _ = read("\n;;\nNaam;Functie\n\n  ;\t;\nNoor;coach\n")
    assert rows == [(3, ("Naam", "Functie")), (6, ("Noor", "coach"))]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Naam;Functie, rol, taak, en meer", ("Naam", "Functie, rol, taak, en meer")),
        ("Berg, Noor van der", ("Berg", "Noor van der")),
        ("Naam", ("Naam",)),
        ("iets;anders,dan,dit", ("iets;anders", "dan", "dit")),
    ],
)
def test_headings_tell_the_separator_and_else_what_there_is_most_of(line: str, cells: tuple[str, ...]) -> None:
    assert read(line)[0] == [(1, cells)]


def test_without_a_separator_in_the_headings_a_comma_belongs_to_the_name() -> None:
    assert read("Naam\nBerg, Noor van der\n")[0] == [(1, ("Naam",)), (2, ("Berg, Noor van der",))]


def test_a_sea_of_rows_or_columns_is_not_drunk() -> None:
    rows, _ = read("Naam\n" + "Noor\n" * 100_000)
    assert rows is not None
    assert len(rows) == MOST_READ + 1
    ((_, cells),) = read(";".join(["x"] * 100_000))[0] or []
    assert len(cells) == MOST_COLUMNS


NOT_PLAIN = ("Cc", "Cs", "Zl", "Zp", "Zs", "Cn", "Co", "Cf")
PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs", "Cn", "Co", "Cf")), max_size=8
)
CELLS = st.one_of(PLAIN, st.sampled_from(['"', 'a"b', "a;b", "a,b", "a\nb", "", " a"]))


@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=6), separator=st.sampled_from(";,\t"))
def test_whatever_csv_writes_we_read(rows: list[list[str]], separator: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows([["Naam", "Functie"], *rows])
    found, told = read(file.getvalue())
    plain = [tuple(" ".join(cell.split()) for cell in row) for row in rows]
    wanted = [(number, _stripped(cells)) for number, cells in enumerate(plain, start=2) if any(cells)]
    assert (found, told) == ([(1, ("Naam", "Functie")), *wanted], [])


def _stripped(cells: tuple[str, ...]) -> tuple[str, ...]:
    while not cells[-1]:
        cells = cells[:-1]
    return cells
