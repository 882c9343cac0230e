"""The only door to csv: text with separators as rows of cells.

In: the bytes of a file. Out: Rows, however a spreadsheet wrote them: UTF-8, UTF-16 or Windows-1252; semicolons (Dutch
Excel), commas or tabs; what was assumed is said. Leaves alone: what the columns mean; it only asks which texts are
headings, for those tell the separator best.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable
from io import StringIO

from kaarten.diagnostics import Mark, Report
from kaarten.source.cells import MOST_READ, Row, cell_mark, row_of

IsHeading = Callable[[str], bool]

_SEPARATORS = ";,\t"
_NONE = "\x1f"
"""Stands for no separator at all, so that a comma in `Berg, Noor van der` stays where it is."""

_LONGEST_HEADING = 10_000
"""Characters of the first line by which the separator is known."""

_TOLD = "sep="
"""A first line with the separator, as Excel reads and hides it."""


def csv_rows(data: bytes, file: str, is_heading: IsHeading, report: Report) -> list[Row] | None:
    """The rows with something in them; None after a fault: table-not-text, table-encoding-unknown, csv-quotes."""
    text = _decoded(data, file, report)
    if text is None:
        return None
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_TOLD):
        return _rows(rest, first.strip()[len(_TOLD) :] or "\t", file, report)
    return _rows(text, _separator(text, is_heading), file, report)


def _decoded(data: bytes, file: str, report: Report) -> str | None:
    mark = Mark(file)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\0" in data:
        report.error("table-not-text", mark)
        return None
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252":
            report.note("table-encoding-assumed", mark, encoding="Windows-1252")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    report.error("table-encoding-unknown", mark)
    return None


def _separator(text: str, is_heading: IsHeading) -> str:
    """What parts the first line with something in it into most headings, or else simply what it has most of."""
    line = next((line for line in text.split("\n") if line.strip()), "")

    def worth(separator: str) -> tuple[int, int]:
        return sum(map(is_heading, _cells(line, separator))), line.count(separator)

    best = max(_SEPARATORS, key=worth)
    return best if best in line else _NONE


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line[:_LONGEST_HEADING]], delimiter=separator))


def _rows(text: str, separator: str, file: str, report: Report) -> list[Row] | None:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[Row] = []
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            row = row_of(number, cells, file, report)
            found += [row] if row else []
            if len(found) > MOST_READ:
                break
    except csv.Error:  # a quote in the wrong place, or one that never closes: also when a cell grows without end
        report.error("csv-quotes", cell_mark(file, number + 1, 1))
        return None
    return found
