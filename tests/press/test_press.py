"""What stands in a pressed file: pages, words, who reads what, bookmarks, and what the file says of itself."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from kaarten.compose.face import Element, Face, Stretch
from kaarten.geometry import Rect, Size
from kaarten.graphics import Clipped, Glyphs, Line, Path, Picture, Shape, Stroke
from kaarten.impose.sheets import Duplex, Placement, Side
from kaarten.press import press
from tests.conformance import assert_conforms
from tests.press.faces import (
    A4,
    CARD,
    PLUM,
    bent,
    bitmap,
    card,
    document,
    element,
    face,
    glyphs,
    lines,
    opened,
    operators,
    rule,
    shared,
    side,
    tags,
    words,
)


def texts(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def outline(reader: PdfReader, entries: list[Any]) -> list[Any]:
    """Bookmarks with their pages, nested as in the file."""
    return [
        outline(reader, each) if isinstance(each, list) else (each.title, reader.get_destination_page_number(each))
        for each in entries
    ]


def everything() -> Face:
    """A face with every kind of paint and most kinds of element."""
    table = element(
        "Table",
        element("TR", element("TH", glyphs("Dag", y=30), owner="/Table", attributes={"Scope": "/Column"})),
        element("TR", element("TD", glyphs("maandag", y=36))),
    )
    steps = element(
        "L",
        element("LI", element("Lbl", glyphs("1.", y=42)), element("LBody", glyphs("Kies een kaart", y=42))),
        owner="/List",
        attributes={"ListNumbering": "/Decimal"},
    )
    figure = element(
        "Figure", Picture(bitmap(), Rect(60, 40, 20, 15)), alt="Een tafel – met koffie", box=Rect(60, 40, 20, 15)
    )
    clipped = Clipped(
        Path.circle(40, 40, 10), (Shape(Path.rect(Rect(30, 30, 20, 20)), stroke=Stroke(PLUM, 1, (2, 1), True)),)
    )
    return face(
        "Alles",
        element("H1", bent("rond")),
        element("P", glyphs("Goedemorgen", "tot straks"), element("Span", glyphs("see you", y=25), language="en-GB")),
        table,
        steps,
        figure,
        element("P"),
        behind=(rule(), Stretch(None, [clipped])),
    )


def test_every_kind_of_paint_and_element_conforms() -> None:
    pdf = press(document(side(everything(), card("Vraag", "Wat helpt?")), side(), duplex=Duplex.LONG_EDGE))
    assert_conforms(pdf)


def test_words_come_back_in_reading_order_with_their_spaces() -> None:
    sides = [
        side(card("Samen eten", "Wie kookt er graag", "voor de buurt?"), card("Café", "één €5")),
        side(card("Geld", "Een")),
    ]
    assert texts(press(document(*sides))) == ["Samen eten Wie kookt er graag voor de buurt? Café één €5", "Geld Een"]


def test_a_line_may_change_font_and_return() -> None:
    mixed = Line(8, 20, 70, (*words("Noor:", "Bold"), *words("dat is"), *words("goed", "Bold"), *words("zo")))
    pdf = press(document(side(face("Mixed", element("P", Glyphs(11, PLUM, (mixed,)))))))
    assert texts(pdf) == ["Noor: dat is goed zo"]
    assert [line for line in operators(pdf) if line.endswith("Tf")] == ["/F1 11 Tf", "/F2 11 Tf"] * 2
    assert_conforms(pdf)


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


def test_a_figure_says_where_it_stands_on_the_page() -> None:
    inside = element("Figure", Shape(Path.rect(Rect(10, 10, 20, 20)), PLUM), alt="Vlak", box=Rect(10, 10, 20, 20))
    pdf = press(document(Side(A4, (Placement(face("Vlak", inside), 100, 200, scale=0.5),))))
    with opened(pdf) as file:
        box = [float(value) / 72 * 25.4 for value in file.Root.StructTreeRoot.K.K[0].K[0].A[0].BBox]
    assert box == pytest.approx([105, 297 - 215, 115, 297 - 205], abs=0.001)


def test_a_crop_clips_before_the_face_is_put_in_place() -> None:
    placed = Placement(card("Een", "a"), 72, 25.4, crop=Rect(0, 0, 25.4, 50.8), scale=0.75)
    shown = operators(press(document(Side(Size(254, 254), (placed,)))))
    assert shown[:4] == ["q", "0 576 72 144 re", "W", "n"]
    assert shown[4] == "0.75 0 0 0.75 204.094 520.441 cm"


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


def test_the_file_says_what_it_is_and_names_no_date() -> None:
    pdf = press(document(side(card("Een", "a")), author="Buurtteam & zo", subject="Één <proef>"))
    with opened(pdf) as file:
        assert {key: str(value) for key, value in file.docinfo.items()} == {
            "/Title": "Kaarten – proef",
            "/Author": "Buurtteam & zo",
            "/Subject": "Één <proef>",
            "/Creator": "kaarten",
            "/Producer": "kaarten",
        }
        with file.open_metadata(set_pikepdf_as_editor=False) as said:
            assert said["dc:title"] == "Kaarten – proef"
            assert said["dc:creator"] == ["Buurtteam & zo"]
            assert said["dc:description"] == "Één <proef>"
            assert said["pdfuaid:part"] == "1"
        assert (str(file.Root.Lang), file.pdf_version) == ("nl-NL", "1.7")
    assert b"Date" not in pdf
    assert_conforms(pdf)


def test_what_is_not_said_is_left_out() -> None:
    with opened(press(document(side(card("Een", "a"))))) as file:
        assert "/Author" not in file.docinfo
        assert b"dc:creator" not in file.Root.Metadata.read_bytes()


def test_only_fonts_in_use_are_there_and_all_of_them_embedded() -> None:
    pdf = press(document(side(card("Een", "a"))))
    with opened(pdf) as file:
        fonts = [item for item in file.objects if getattr(item, "get", {}.get)("/Type") == "/Font"]
        names = sorted({str(each.BaseFont).split("+")[1] for each in fonts})
    assert names == ["AtkinsonHyperlegible-Bold", "AtkinsonHyperlegible-Regular"]
    assert b"Helvetica" not in pdf
    assert shared("Bold").name == names[0]


def test_a_letter_in_an_arc_is_heard_as_part_of_the_whole() -> None:
    shown = operators(press(document(side(face("Rond", element("P", bent("rond")))))))
    place = next(place for place, line in enumerate(shown) if line.endswith("BDC") and "Span" in line)
    assert "rond " in shown[place]
    assert shown[place + 1] == "BT"
    assert sum(line.endswith("Tm") for line in shown) == 4
    assert shown[-4:] == ["ET", "EMC", "EMC", "Q"]


def test_what_is_painted_outside_the_tree_of_its_face_is_our_fault() -> None:
    stray = Face("Los", CARD, (Stretch(Element("P"), [glyphs("los")]),), (element("P", glyphs("vast")),))
    with pytest.raises(ValueError, match="page 1: mark 0"):
        press(document(side(stray)))


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


def test_lines_without_words_take_no_place() -> None:
    gap = Glyphs(11, PLUM, (*lines("boven"), Line(8, 26, 0, ()), *lines("onder", y=32)))
    pdf = press(document(side(face("Gat", element("P", gap)))))
    assert texts(pdf) == ["boven onder"]
