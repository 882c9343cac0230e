"""Files with people, good and bad, as office programs and ill-willed people make them.

In: rows. Out: bytes of workbooks. Leaves alone: CSV, which is text and stands in the tests themselves.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from openpyxl import Workbook

Rows = Iterable[Sequence[Any]]


def workbook(rows: Rows, title: str = "Blad1", **more: Rows) -> bytes:
    """A workbook with a sheet of these rows, and more sheets by name."""
    book = Workbook()
    book.active.title = title
    for sheet, each in ((book.active, rows), *((book.create_sheet(name), each) for name, each in more.items())):
        for row in each:
            sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The same archive with each part changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return file.getvalue()


def bomb() -> bytes:
    """A workbook of a few tens of kilobytes that unpacks to 40 MiB."""
    return repacked(
        workbook([["Naam"], ["Noor Voorbeeld"]]),
        lambda name, data: data + b" " * (40 << 20) if name.endswith("sheet1.xml") else data,
    )


def entities() -> bytes:
    """A workbook whose sheet declares entities, as no office program does."""
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet'
    return repacked(
        workbook([["Naam"], ["Noor Voorbeeld"]]),
        lambda name, data: data.replace(b"<worksheet", declared, 1) if name.endswith("sheet1.xml") else data,
    )


def far_away(reference: str) -> bytes:
    """A workbook with its last cell where nobody goes, such as ZZZ1 or A99999999."""
    number = re.sub(r"\D", "", reference)

    def moved(name: str, data: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return data
        data = data.replace(b'r="A2"', f'r="{reference}"'.encode())
        return data.replace(b'row r="2"', f'row r="{number}"'.encode())

    return repacked(workbook([["Naam"], ["Noor Voorbeeld"]]), moved)


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le")
"""As much of an .xls file as anybody needs to know that it is one."""

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
"""The same of a workbook with a password."""


def open_document() -> bytes:
    """A spreadsheet of another office."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office:document-content/>")
    return file.getvalue()
