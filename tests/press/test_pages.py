"""Pages as large as their sides, bookmarks that lead to them, and wishes for the printer."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from kaarten.impose.sheets import Duplex, Placement, Side
from kaarten.press import press
from tests.conformance import assert_conforms
from tests.press.faces import (
    A4,
    card,
    document,
    opened,
    side,
)


def outline(reader: PdfReader, entries: list[Any]) -> list[Any]:
    """Bookmarks with their pages, nested as in the file."""
    return [
        outline(reader, each) if isinstance(each, list) else (each.title, reader.get_destination_page_number(each))
        for each in entries
    ]


def test_pages_are_as_large_as_their_sides_and_trimmed_to_them() -> None:
    with opened(press(document(side(card("Een", "a")), Side(A4.turned, ())))) as file:
        boxes = [
            [[float(edge) for edge in page.obj[name]] for name in ("/MediaBox", "/TrimBox")] for page in file.pages
        ]
    assert boxes == [[[0, 0, 595.276, 841.89]] * 2, [[0, 0, 841.89, 595.276]] * 2]


def test_bookmarks_lead_to_their_pages_at_their_levels() -> None:
    one, two = card("Een", "a"), card("Twee", "b")
    marked = Side(A4, (Placement(one, 0, 0),), "Dialoogkaarten", 0, "Één")
    pdf = press(document(marked, side(two, bookmark="Twee", level=1), side(), side(bookmark="Posters")))
    reader = PdfReader(BytesIO(pdf))
    assert outline(reader, reader.outline) == [("Dialoogkaarten", 0), [("Één", 0), ("Twee", 1)], ("Posters", 3)]
    assert reader.page_mode == "/UseOutlines"
    assert_conforms(pdf)


def test_a_first_bookmark_deeper_than_the_top_stands_at_the_top() -> None:
    reader = PdfReader(BytesIO(press(document(side(bookmark="Diep", level=1), side(bookmark="Boven")))))
    assert outline(reader, reader.outline) == [("Diep", 0), ("Boven", 1)]


def test_without_bookmarks_there_is_no_outline() -> None:
    reader = PdfReader(BytesIO(press(document(side(card("Een", "a"))))))
    assert (reader.outline, reader.page_mode) == ([], "/UseNone")


@pytest.mark.parametrize(
    ("duplex", "said"),
    [
        (None, None),
        (Duplex.NONE, "/Simplex"),
        (Duplex.LONG_EDGE, "/DuplexFlipLongEdge"),
        (Duplex.SHORT_EDGE, "/DuplexFlipShortEdge"),
    ],
)
def test_the_printer_is_told_to_keep_the_size_and_how_to_turn(duplex: Duplex | None, said: str | None) -> None:
    with opened(press(document(side(card("Een", "a")), duplex=duplex))) as file:
        wishes = file.Root.ViewerPreferences
        assert (wishes.get("/Duplex"), wishes.PrintScaling, wishes.DisplayDocTitle) == (said, "/None", True)
