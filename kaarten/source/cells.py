"""Rows and cells of a table, named as a spreadsheet names them.

In: texts by row and column. Out: a Table whose every cell has a Mark: row, column and name (`B7`). Leaves alone: where
the texts come from (`csv_table`, `workbook`), and what the columns mean (`model`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from kaarten.diagnostics import Mark, Report
from kaarten.source.nodes import Scalar

MOST_READ = 1_200
"""Rows with something in them after which no more are read: more than any table of people may have."""

MOST_COLUMNS = 200
"""Columns that are read; whoever has more does not keep a list of people."""

_IN_CELL = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
"""What no text may hold once its white space is plain."""


class Row(NamedTuple):
    """`number` is that of the spreadsheet, from 1; only its last cell is surely not empty."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that have something in them. `sha256` is of the file's bytes."""

    file: str
    sha256: str
    rows: tuple[Row, ...]

    @property
    def only_column(self) -> int | None:
        """The column, from 0, outside which all cells are empty; None when there are more."""
        used = {place for row in self.rows for place, cell in enumerate(row.cells) if cell}
        return used.pop() if len(used) == 1 else None

    def cell(self, row: Row, column: int) -> Scalar:
        """The cell in a column, from 0; empty beyond the last."""
        text = row.cells[column] if column < len(row.cells) else ""
        return Scalar(text, cell_mark(self.file, row.number, column + 1))


def cell_mark(file: str, row: int, column: int) -> Mark:
    """The place of a cell; both numbers from 1."""
    letters, rest = "", column
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return Mark(file, row, column, cell=f"{letters}{row}")


def row_of(number: int, texts: list[str], file: str, report: Report) -> Row | None:
    """A row with white space made plain, since a cell may hold line ends; None when it is empty.

    Fault, in each cell that has one: control-character.
    """
    plain = [" ".join(text.split()) for text in texts[:MOST_COLUMNS]]
    for column, text in enumerate(plain, start=1):
        if found := _IN_CELL.search(text):
            mark = cell_mark(file, number, column)
            report.error("control-character", mark, character=f"U+{ord(found[0]):04X}", count=len(found[0]))
    while plain and not plain[-1]:
        plain.pop()
    return Row(number, tuple(plain)) if plain else None
