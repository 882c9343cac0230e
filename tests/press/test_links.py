"""Links in a pressed file: where they stand, where they lead, and what a screen reader hears of them."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.face import Face, Link, Stretch
from kaarten.geometry import POINTS_PER_MM, Rect
from kaarten.impose.sheets import Destination, Placement, Side
from kaarten.press import press
from tests.conformance import assert_conforms
from tests.press.faces import A4, CARD, card, document, element, face, glyphs, opened, side, tags

WEB = Link("https://kennisbouwstenen.nl", "De kennisbouwstenen op het web", (Rect(8, 16, 36, 5),))


def linked(title: str, link: Link = WEB, text: str = "kennisbouwstenen.nl") -> Face:
    own = element("Link", glyphs(text), link=link)
    return face(title, element("P", own))


class Found(NamedTuple):
    """A link: its page, from 0, where it can be clicked (left, bottom, right, top in points), and what it says."""

    page: int
    rect: tuple[float, ...]
    contents: str
    address: str
    key: int
    entries: set[str]


def links(pdf: bytes) -> list[Found]:
    with opened(pdf) as file:
        return [_found(number, each) for number, page in enumerate(file.pages) for each in page.obj.get("/Annots", [])]


def _found(page: int, link: pikepdf.Object) -> Found:
    address = str(link.A.URI) if "/A" in link else ""
    rect = tuple(float(value) for value in link.Rect)
    return Found(page, rect, str(link.Contents), address, int(link.StructParent), set(link.keys()))


def test_an_address_has_words_an_element_and_nothing_to_see() -> None:
    pdf = press(document(side(linked("Een"))))
    assert_conforms(pdf)
    assert tags(pdf)[-1].startswith("Document > Sect > P > Link 0")
    (link,) = links(pdf)
    assert (link.page, link.address) == (0, "https://kennisbouwstenen.nl")
    assert link.contents == "De kennisbouwstenen op het web"
    assert not link.entries & {"/AP", "/C", "/Dest"}
    with opened(pdf) as file:
        assert list(file.pages[0].Annots[0].Border) == [0, 0, 0]
        assert str(file.pages[0].Annots[0].A.S) == "/URI"
        keys = file.Root.StructTreeRoot.ParentTree.Nums
        assert [keys[0], keys[2]] == [0, 1]
        assert int(file.pages[0].Annots[0].StructParent) == 1
        own = keys[3]
        assert own.S == "/Link"
        assert own.K[-1].Obj.objgen == file.pages[0].Annots[0].objgen


@given(x=st.floats(0, 110), y=st.floats(0, 230), scale=st.floats(0.2, 1))
def test_it_stands_where_its_face_was_put_down(x: float, y: float, scale: float) -> None:
    pdf = press(document(Side(A4, (Placement(linked("Een"), x, y, scale=scale),))))
    (link,) = links(pdf)
    left, right = x + 8 * scale, x + 44 * scale
    in_mm = [edge / POINTS_PER_MM for edge in link.rect]
    assert in_mm == pytest.approx([left, 297 - y - 21 * scale, right, 297 - y - 16 * scale], abs=0.001)
    words = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    found = words.search("kennisbouwstenen.nl").get_next()
    assert found is not None
    boxes = [words.get_charbox(index) for index in range(found[0], found[0] + found[1])]
    seen = [edge(box[place] for box in boxes) for place, edge in enumerate((min, min, max, max))]
    box = link.rect
    assert box[0] - 0.1 <= seen[0]
    assert box[1] - 0.1 <= seen[1]
    assert seen[2] <= box[2] + 0.1
    assert seen[3] <= box[3] + 0.1


def test_of_copies_only_the_one_that_is_read_leads_anywhere() -> None:
    own = linked("Een")
    pdf = press(document(side(own, own), side(own)))
    assert [link.page for link in links(pdf)] == [0]
    assert_conforms(pdf)


def test_an_example_and_a_tile_lead_nowhere() -> None:
    shown = Placement(linked("Een"), 10, 10, alt="Voorbeeld", crop=Rect(10, 10, 40, 30), scale=0.5)
    pdf = press(document(Side(A4, (shown,))))
    assert links(pdf) == []
    assert_conforms(pdf)


def test_an_address_on_two_lines_is_one_element_with_two_places_to_click() -> None:
    two = Link("https://example.org/samen-leren", "example.org", (Rect(8, 16, 36, 5), Rect(8, 22, 20, 5)))
    pdf = press(document(side(linked("Een", two))))
    assert_conforms(pdf)
    found = links(pdf)
    assert len({link.key for link in found}) == 2
    assert [link.address for link in found] == ["https://example.org/samen-leren"] * 2
    assert sum("Link" in tag for tag in tags(pdf)) == 1


def test_a_link_inside_the_file_leads_to_a_height_on_a_page() -> None:
    there, here = Link("#kring", "Leerkring, bladzijde 3", WEB.boxes), Link("#begin", "Begin", WEB.boxes)
    last = Side(
        A4, (Placement(linked("Drie", here), 10, 10),), destinations=(Destination("ander", 5), Destination("kring", 97))
    )
    first = Side(A4, (Placement(linked("Een", there), 10, 10),), destinations=(Destination("begin"),))
    pdf = press(document(first, side(card("Twee", "a")), last))
    assert_conforms(pdf)
    with opened(pdf) as file:
        to, back = (file.pages[page].Annots[0].Dest for page in (0, 2))
        assert to[0].objgen == file.pages[2].obj.objgen
        assert back[0].objgen == file.pages[0].obj.objgen
        assert [str(to[1]), str(back[1])] == ["/XYZ", "/XYZ"]
        assert float(to[3]) / POINTS_PER_MM == pytest.approx(200, abs=0.001)
        assert float(back[3]) / POINTS_PER_MM == pytest.approx(297, abs=0.001)
        assert to[4] == back[4] is None  # the reader's own zoom


def test_a_link_to_a_destination_that_is_nowhere_is_our_fault() -> None:
    with pytest.raises(ValueError, match="#nergens"):
        press(document(side(linked("Een", Link("#nergens", "Nergens", WEB.boxes)))))


@pytest.mark.parametrize(
    ("to", "written"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("https://example.org/caf\u00e9", "https://example.org/caf%C3%A9"),
        ("https://example.org/x_(y)\\z", "https://example.org/x_(y)%5Cz"),
        ("mailto:noor+1@example.org", "mailto:noor+1@example.org"),
    ],
)
def test_an_address_is_ascii(to: str, written: str) -> None:
    (link,) = links(press(document(side(linked("Een", Link(to, to, WEB.boxes))))))
    assert link.address == written


def test_links_are_numbered_behind_all_pages_also_those_without_marks() -> None:
    empty = Side(A4, (Placement(Face("Leeg", CARD, (Stretch(None, []),), ()), 10, 10),))
    pdf = press(document(side(linked("Een")), empty, side(linked("Twee"), linked("Drie")), empty))
    assert_conforms(pdf)
    assert [(link.page, link.key) for link in links(pdf)] == [(0, 4), (2, 5), (2, 6)]
    assert press(document(side(linked("Een")), empty, side(linked("Twee"), linked("Drie")), empty)) == pdf


def test_a_picture_can_be_a_link() -> None:
    code = element("Figure", glyphs("x"), alt="https://example.org", box=Rect(8, 8, 20, 20))
    pdf = press(document(side(face("Code", element("Link", code, link=WEB)))))
    assert_conforms(pdf)
    assert [tag.split(" > ")[-1].split()[0] for tag in tags(pdf)][2:4] == ["Link", "Figure"]


def test_a_file_without_links_has_no_annotations() -> None:
    with pikepdf.open(BytesIO(press(document(side(card("Een", "a")))))) as file:
        assert "/Annots" not in file.pages[0]
