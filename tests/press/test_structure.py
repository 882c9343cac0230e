"""The tree a screen reader walks: in reading order, with what each element says of itself."""

from __future__ import annotations

import pytest

from kaarten.compose.face import Element, Face, Stretch
from kaarten.geometry import Rect
from kaarten.graphics import Path, Shape
from kaarten.impose.sheets import Placement, Side
from kaarten.press import press
from tests.conformance import assert_conforms
from tests.press.faces import (
    A4,
    CARD,
    PLUM,
    card,
    document,
    element,
    face,
    glyphs,
    opened,
    side,
    tags,
)


def test_the_tree_is_document_sections_and_what_faces_hold() -> None:
    assert tags(press(document(side(card("Een", "a"), card("Twee", "b")), side(card("Drie", "c"))))) == [
        "Document",
        *("Document > Sect", "Document > Sect > H1 0", "Document > Sect > P 1"),
        *("Document > Sect", "Document > Sect > H1 2", "Document > Sect > P 3"),
        *("Document > Sect", "Document > Sect > H1 0", "Document > Sect > P 1"),
    ]


def test_kids_are_read_in_the_order_of_the_tree_whatever_is_painted_first() -> None:
    first, second = element("P", glyphs("eerst")), element("P", glyphs("later", y=30))
    stretches = tuple(kid for each in (second, first) for kid in each.kids if isinstance(kid, Stretch))
    pdf = press(document(side(Face("Volgorde", CARD, stretches, (first, second)))))
    assert tags(pdf)[2:] == ["Document > Sect > P 1", "Document > Sect > P 0"]
    assert_conforms(pdf)


def test_a_figure_says_where_it_stands_on_the_page() -> None:
    inside = element("Figure", Shape(Path.rect(Rect(10, 10, 20, 20)), PLUM), alt="Vlak", box=Rect(10, 10, 20, 20))
    pdf = press(document(Side(A4, (Placement(face("Vlak", inside), 100, 200, scale=0.5),))))
    with opened(pdf) as file:
        box = [float(value) / 72 * 25.4 for value in file.Root.StructTreeRoot.K.K[0].K[0].A[0].BBox]
    assert box == pytest.approx([105, 297 - 215, 115, 297 - 205], abs=0.001)


def test_what_is_painted_outside_the_tree_of_its_face_is_our_fault() -> None:
    stray = Face("Los", CARD, (Stretch(Element("P"), [glyphs("los")]),), (element("P", glyphs("vast")),))
    with pytest.raises(ValueError, match="page 1: mark 0"):
        press(document(side(stray)))
