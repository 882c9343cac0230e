"""Placements on a page: where they stand, what is clipped, and which of them is read."""

from __future__ import annotations

from kaarten.compose.face import Element, Face, Stretch
from kaarten.geometry import Rect, Size
from kaarten.impose.sheets import Placement, Side
from kaarten.press import press
from tests.conformance import assert_conforms
from tests.press.faces import (
    A4,
    CARD,
    card,
    document,
    element,
    face,
    glyphs,
    opened,
    operators,
    rule,
    side,
    tags,
    texts,
)


def test_copies_are_seen_but_read_once() -> None:
    once = card("Een", "a")
    pdf = press(document(side(once, once), side(once)))
    assert tags(pdf) == ["Document", "Document > Sect", "Document > Sect > H1 0", "Document > Sect > P 1"]
    assert texts(pdf) == ["Een a Een a", "Een a"]
    with opened(pdf) as file:
        assert ["/StructParents" in page.obj for page in file.pages] == [True, False]
    assert_conforms(pdf)


def test_a_placement_that_is_not_read_leaves_the_reading_to_the_next() -> None:
    once = card("Een", "a")
    sides = [Side(A4, (Placement(once, 0, 0, read=False),)), Side(A4, (Placement(once, 0, 0),))]
    pdf = press(document(*sides))
    with opened(pdf) as file:
        assert ["/StructParents" in page.obj for page in file.pages] == [False, True]
    assert_conforms(pdf)


def test_a_placement_with_words_of_its_own_is_one_figure() -> None:
    tiles = [
        Side(A4, (Placement(card("Poster", "a"), -50, 0, alt=alt, crop=Rect(10, 20, 30, 40)),)) for alt in ("1", "2")
    ]
    pdf = press(document(*tiles))
    assert tags(pdf) == ["Document", *(("Document > Sect", "Document > Sect > Figure 0") * 2)]
    with opened(pdf) as file:
        figure = file.Root.StructTreeRoot.K.K[0].K[0]
        assert str(figure.Alt) == "1"
        assert [round(float(value), 3) for value in figure.A[0].BBox] == [28.346, 671.811, 113.386, 785.197]
    assert_conforms(pdf)


def test_a_crop_clips_before_the_face_is_put_in_place() -> None:
    placed = Placement(card("Een", "a"), 72, 25.4, crop=Rect(0, 0, 25.4, 50.8), scale=0.75)
    shown = operators(press(document(Side(Size(254, 254), (placed,)))))
    assert shown[:4] == ["q", "0 576 72 144 re", "W", "n"]
    assert shown[4] == "0.75 0 0 0.75 204.094 520.441 cm"


def test_a_stretch_without_paint_leaves_no_mark() -> None:
    empty, full = Element("P"), element("P", glyphs("vol"))
    empty.kids.append(nothing := Stretch(empty))
    made = Face("Leeg", CARD, (nothing, *(kid for kid in full.kids if isinstance(kid, Stretch))), (empty, full))
    pdf = press(document(side(made)))
    assert tags(pdf)[2:] == ["Document > Sect > P", "Document > Sect > P 0"]
    assert_conforms(pdf)


def test_a_face_of_decoration_alone_is_not_read() -> None:
    pdf = press(document(side(face("Rand", behind=(rule(),)))))
    assert tags(pdf) == ["Document"]
    assert_conforms(pdf)
