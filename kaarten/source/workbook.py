"""The only door to openpyxl: a sheet of a workbook as rows of cells.

In: the bytes of an .xlsx file. Out: Rows: values as text, those of formulas as they were last computed. Before openpyxl
opens it the archive is weighed, for a few kilobytes can unpack to gigabytes. Nothing in it is ever carried out or
fetched. Leaves alone: what the columns mean, macros, links and pictures.
"""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.source.cells import MOST_COLUMNS, MOST_READ, Row, cell_mark, row_of

if TYPE_CHECKING:
    from openpyxl import ReadOnlyCell, ReadOnlyWorksheet, Workbook

LARGEST_UNPACKED = 32 * 1024 * 1024
MOST_PARTS = 1_000
LAST_ROW = 1_048_576
"""Of any sheet; a file may name one far beyond it."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The file in which Office keeps what it encrypts, and kept everything before 2007."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_KINDS = (b".sheet.main+xml", b".sheet.macroEnabled.main+xml")

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    SyntaxError,  # what a parser of XML raises
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    NotImplementedError,
)
"""What openpyxl and the modules below it raise for a file that is damaged or of another kind."""


class Sheet(NamedTuple):
    """The name of a sheet, and where a user wrote it."""

    name: str
    mark: Mark


def is_workbook(data: bytes) -> bool:
    """Whether bytes are an archive or an old Office file: certainly no text."""
    return data.startswith((_ZIP, _OLE))


def workbook_rows(data: bytes, file: str, mark: Mark, sheet: Sheet | None, report: Report) -> list[Row] | None:
    """The rows of a sheet with something in them; `mark` is where the file was named.

    None after a fault of the whole: workbook-protected, workbook-old, not-a-workbook, workbook-broken,
    workbook-too-large, office-not-installed, no-such-sheet. Faults of cells: formula-without-value, cell-is-error.
    """
    refused = _refused(data)
    if refused:
        report.error(refused, Mark(file))
        return None
    try:
        import openpyxl
    except ImportError:
        report.error("office-not-installed", mark)
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out, such as drop-down lists
            values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
            name = _chosen(values, sheet, file, report)
            return None if name is None else list(_rows(values[name], formulas[name], file, report))
    except _BROKEN:
        report.error("workbook-broken", Mark(file))
        return None


def _refused(data: bytes) -> str:
    """The code of the fault for which the file is not opened at all, or ""."""
    if data.startswith(_OLE):
        return "workbook-protected" if _ENCRYPTED in data else "workbook-old"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                return "workbook-too-large"
            if any(part.flag_bits & 1 for part in parts):
                return "workbook-protected"
            types = archive.read(_TYPES) if _TYPES in archive.namelist() else b""
            if not any(kind in types for kind in _KINDS):
                return "not-a-workbook"
            declares = any(b"<!DOCTYPE" in archive.read(part) for part in parts if part.filename.endswith(".xml"))
            return "not-a-workbook" if declares else ""  # no office program writes one, but who sends a bomb does
    except _BROKEN:
        return "workbook-broken"


def _chosen(workbook: Workbook, sheet: Sheet | None, file: str, report: Report) -> str | None:
    names = [each.title for each in workbook.worksheets]
    if sheet is None and names:
        return names[0]
    wanted = sheet.name if sheet else ""
    if wanted in names:
        return wanted
    report.error(
        "no-such-sheet", sheet.mark if sheet else Mark(file), sheet=wanted, guess=guess(wanted, names), known=names
    )
    return None


def _rows(values: ReadOnlyWorksheet, formulas: ReadOnlyWorksheet, file: str, report: Report) -> Iterator[Row]:
    for each in (values, formulas):
        each.reset_dimensions()  # what a file says of its own size is often wrong
    found = 0
    for number, (shown, typed) in enumerate(zip(values.iter_rows(), formulas.iter_rows(), strict=True), start=1):
        texts: list[str] = []
        cells = zip(shown[:MOST_COLUMNS], typed[:MOST_COLUMNS], strict=True)
        for column, (cell, formula) in enumerate(cells, start=1):
            code = _fault(cell, formula)
            if code:
                report.error(code, cell_mark(file, number, column), value=cell.value)
            texts.append("" if code else _text(cell))
        row = row_of(number, texts, file, report)
        if row:
            found += 1
            yield row
        if found > MOST_READ or number >= LAST_ROW:
            return


def _fault(cell: ReadOnlyCell, formula: ReadOnlyCell) -> str:
    if cell.value is None and formula.value is not None:
        return "formula-without-value"
    return "cell-is-error" if cell.data_type == "e" else ""


def _text(cell: ReadOnlyCell) -> str:
    """What a cell shows, as text."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value)
    zeros = cell.number_format
    return text.zfill(len(zeros)) if isinstance(value, int) and not zeros.strip("0") else text
