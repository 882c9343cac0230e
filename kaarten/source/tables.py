"""Tables: a file inside a Root as rows of cells, whatever kind it is of.

In: the name of a file as a user typed it. Out: a Table, or a Diagnostic. The kind is known by the first bytes, never by
the name: a workbook called .csv is still a workbook. Leaves alone: what the columns mean (`model`).
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from kaarten.diagnostics import Mark, Report
from kaarten.source.cells import Table
from kaarten.source.csv_table import IsHeading, csv_rows
from kaarten.source.files import Root
from kaarten.source.workbook import Sheet, is_workbook, workbook_rows

LARGEST = 2 * 1024 * 1024
"""Bytes of one file: ten times a workbook of a thousand people."""


def read_table(
    root: Root,
    reference: str,
    mark: Mark,
    is_heading: IsHeading,
    report: Report,
    *,
    beside: str | Path = "",
    sheet: Sheet | None = None,
) -> Table | None:
    """The table in a file; `mark` is where the file was named, `sheet` which sheet of a workbook, else its first.

    None after faults. Fault of its own: table-empty, sheet-of-csv; others are those of `Root.read_bytes`, `csv_rows`
    and `workbook_rows`.
    """
    faults = len(report.errors)
    data = root.read_bytes(reference, LARGEST, mark, report, beside=beside)
    if data is None:
        return None
    file = root.shown(reference, beside=beside)
    if is_workbook(data):
        rows = workbook_rows(data, file, mark, sheet, report)
    elif sheet is not None:
        report.error("sheet-of-csv", sheet.mark, sheet=sheet.name)
        return None
    else:
        rows = csv_rows(data, file, is_heading, report)
    if rows is None or len(report.errors) > faults:
        return None
    if not rows:
        report.error("table-empty", Mark(file))
        return None
    return Table(file, hashlib.sha256(data).hexdigest(), tuple(rows))
