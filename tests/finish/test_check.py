"""A PDF that is not what was meant is our bug and is caught before it is written."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter
from pypdf.errors import PdfReadError

from kaarten.finish.check import PdfMismatchError, check_pdf
from kaarten.geometry import PAPER_SIZES, POINTS_PER_MM, Size

A4, A3 = PAPER_SIZES["A4"], PAPER_SIZES["A3"]


def pdf(*sizes: Size) -> bytes:
    writer = PdfWriter()
    for size in sizes:
        writer.add_blank_page(size.width * POINTS_PER_MM, size.height * POINTS_PER_MM)
    above = writer.add_outline_item(title="Bijeenkomst 1", page_number=0)
    writer.add_outline_item(title="Werkblad 1", page_number=0, parent=above)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


MARKS = ["Bijeenkomst 1", "Werkblad 1"]


def test_what_was_meant_passes() -> None:
    check_pdf(pdf(A4, A3.turned), [A4, A3.turned], MARKS)


@pytest.mark.parametrize(
    ("sizes", "bookmarks"),
    [
        ([A4], MARKS),
        ([A4, A3.turned, A4], MARKS),
        ([A4, A3], MARKS),
        ([A4, Size(420.1, 297)], MARKS),
        ([A4, A3.turned], MARKS[:1]),
        ([A4, A3.turned], MARKS[::-1]),
    ],
)
def test_what_was_not_meant_is_raised(sizes: list[Size], bookmarks: list[str]) -> None:
    with pytest.raises(PdfMismatchError):
        check_pdf(pdf(A4, A3.turned), sizes, bookmarks)


def test_what_is_no_pdf_is_raised() -> None:
    with pytest.raises(PdfReadError):
        check_pdf(b"hello", [A4], [])
