"""Headings of the columns of a table: which field each one names, whatever its capitals and signs.

In: the names of every field, and a row of a Table. Out: the column of each field; a fault or note for each other
heading. Leaves alone: which fields there must be, and what stands below (`people_file`, `deck_table`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.source.cells import Row, Table


class Headings:
    """What columns may be called: by field its names, with commas between them, in small letters and without signs."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._field_of = {name: field for field, called in names.items() for name in called.split(", ")}

    def field(self, heading: str) -> str | None:
        """The field that a heading names."""
        return self._field_of.get(_plain(heading))

    def near(self, heading: str) -> str:
        """The known heading most like this one, or ""."""
        return guess(_plain(heading), self._field_of)

    def first(self, table: Table, fields: Collection[str]) -> int | None:
        """The first row, from 0, with the heading of one of these fields."""
        found = (place for place, row in enumerate(table.rows) if any(self.field(cell) in fields for cell in row.cells))
        return next(found, None)

    def report_mistyped(self, table: Table, row: Row, report: Report) -> bool:
        """Whether any cell of a row looks like a heading that was mistyped; each is an unknown-heading."""
        near = [(place, found) for place, cell in enumerate(row.cells) if (found := self.near(cell))]
        mistyped = [(place, found) for place, found in near if not self.field(row.cells[place])]
        for place, found in mistyped:
            cell = table.cell(row, place)
            report.error("unknown-heading", cell.mark, heading=cell.text, guess=found.capitalize())
        return bool(mistyped)

    def columns(self, table: Table, row: Row, report: Report) -> dict[str, int]:
        """The column of each field, from 0.

        Faults: unknown-heading, heading-twice, cell-without-heading; a note for each heading not used.
        """
        columns = self._named(table, row, report)
        _report_unheaded(table, row, report)
        return columns

    def _named(self, table: Table, row: Row, report: Report) -> dict[str, int]:
        columns: dict[str, int] = {}
        for place, heading in enumerate(row.cells):
            mark, field, near = table.cell(row, place).mark, self.field(heading), self.near(heading)
            if not heading:
                continue
            if field in columns:
                first = table.cell(row, columns[field])
                report.error("heading-twice", mark, heading=heading, other=first.text, first=first.mark.cell)
            elif field:
                columns[field] = place
            elif near:
                report.error("unknown-heading", mark, heading=heading, guess=near.capitalize())
            else:
                report.note("heading-not-used", mark, heading=heading)
        return columns


def _report_unheaded(table: Table, heading: Row, report: Report) -> None:
    """A cell-without-heading for each column that has cells below this row and no heading, as merged ones leave."""
    told: set[int] = set()
    for row in table.rows[table.rows.index(heading) + 1 :]:
        for place, cell in enumerate(row.cells):
            if cell and place not in told and not (place < len(heading.cells) and heading.cells[place]):
                told.add(place)
                report.error("cell-without-heading", table.cell(row, place).mark)


def _plain(heading: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", " ", heading).casefold().split())
