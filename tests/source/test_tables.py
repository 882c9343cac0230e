"""A table is known by its bytes, and read only inside the project."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kaarten.diagnostics import Mark, Report
from kaarten.source.cells import Table, cell_mark
from kaarten.source.files import Root
from kaarten.source.tables import LARGEST, read_table
from kaarten.source.workbook import Sheet
from tests.workbooks import workbook

HERE = Mark("team.yaml", 2, 15)


def read(folder: Path, name: str, sheet: str = "") -> tuple[Table | None, list[tuple[str, str]]]:
    report = Report()
    stated = Sheet(sheet, Mark("team.yaml", 3, 10)) if sheet else None
    table = read_table(Root(folder), name, HERE, lambda _: False, report, beside="oost", sheet=stated)
    return table, [(d.code, str(d.mark)) for d in report]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project" / "oost").mkdir(parents=True)
    (tmp_path / "secret.csv").write_text("Naam\nNoor\n", "utf-8")
    return tmp_path / "project"


@pytest.mark.parametrize("name", ["d.csv", "d.xlsx", "d.txt"])
def test_the_kind_is_in_the_bytes_and_not_in_the_name(project: Path, name: str) -> None:
    data = workbook([["Naam"], ["Noor"]])
    (project / "oost" / name).write_bytes(data)
    table, told = read(project, name)
    assert table is not None
    assert (table.file, table.sha256, told) == (f"oost/{name}", hashlib.sha256(data).hexdigest(), [])
    (project / "oost" / name).write_bytes(b"Naam\nNoor\n")
    other, _ = read(project, name)
    assert other is not None
    assert other.rows == table.rows
    assert other.sha256 != table.sha256


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../../secret.csv", "path-outside-root"),
        ("/etc/passwd", "path-outside-root"),
        ("C:\\d.csv", "path-outside-root"),
        ("link.csv", "path-outside-root"),
        ("deelnemer.csv", "file-not-found"),
        (".", "not-a-file"),
        ("large.csv", "file-too-large"),
    ],
)
def test_what_may_not_be_read_is_told_where_it_was_named(project: Path, name: str, code: str) -> None:
    (project / "oost" / "link.csv").symlink_to(project.parent / "secret.csv")
    (project / "oost" / "large.csv").write_bytes(b"x" * (LARGEST + 1))
    assert read(project, name) == (None, [(code, "team.yaml:2:15")])


def test_a_table_with_nothing_in_it(project: Path) -> None:
    for data in (b"", b"\n;;\n", workbook([]), workbook([[None, " "]])):
        (project / "oost" / "d.csv").write_bytes(data)
        assert read(project, "d.csv") == (None, [("table-empty", "oost/d.csv")])


def test_a_csv_file_has_no_sheets(project: Path) -> None:
    (project / "oost" / "d.csv").write_bytes(b"Naam\nNoor\n")
    assert read(project, "d.csv", "Blad1") == (None, [("sheet-of-csv", "team.yaml:3:10")])


def test_cells_are_named_as_a_spreadsheet_does() -> None:
    names = {1: "A7", 2: "B7", 26: "Z7", 27: "AA7", 52: "AZ7", 53: "BA7", 702: "ZZ7", 703: "AAA7"}
    assert {column: cell_mark("d.csv", 7, column).cell for column in names} == names
    assert str(cell_mark("d.csv", 7, 2)) == "d.csv:7:2"
