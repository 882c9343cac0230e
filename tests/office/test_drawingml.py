"""Shapes and paragraphs as Office writes them: lengths, colours of the theme, paths, marks."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.brand.icons import icon
from kaarten.brand.inks import INK, WHITE
from kaarten.compose.slide import BULLET, Item, Place, SignMark
from kaarten.compose.styles import Style
from kaarten.geometry import Rect
from kaarten.graphics import Colour, Path, Shape, Stroke
from kaarten.office.drawingml import NAMESPACES, Theme, emu, shown, transform
from kaarten.text import Text
from tests.samples import kit

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
BODY = Style(36, 15, floor=24)
THEME = Theme(kit(), "nl-NL")
PLACE = Place("body", "text", Rect(18, 58, 300, 110), BODY, "Klik", indent=31.2, between=4)


def parsed(xml: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<all {NAMESPACES}>{xml}</all>")


def paragraph(text: str, mark: str = "", style: Style = BODY, colour: Colour | None = None) -> ElementTree.Element:
    root = parsed(THEME.paragraphs(PLACE, [Item(Text(text), style, mark, colour)]))
    return root[0]


@given(st.floats(0, 1000), st.floats(0, 1000), st.floats(0.1, 1000), st.floats(0.1, 1000))
def test_a_box_stands_where_it_stood_within_a_thousandth_of_a_mm(x: float, y: float, width: float, height: float):
    numbers = [int(number) / 36_000 for number in re.findall(r'="(\d+)"', transform(Rect(x, y, width, height)))]
    assert numbers == pytest.approx([x, y, width, height], abs=0.001)


def test_a_point_is_12700_units():
    assert emu(25.4 / 72) == 12_700


def test_colours_of_the_brand_are_those_of_the_theme_and_others_stay_themselves():
    assert 'schemeClr val="accent1"' in THEME.colour(THEME.brand.primary)
    assert 'schemeClr val="tx1"' in THEME.colour(INK)
    assert 'schemeClr val="bg1"' in THEME.colour(WHITE)
    assert 'srgbClr val="B1362D"' in THEME.colour(Colour.parse("#B1362D"))


def test_the_theme_names_the_typefaces_and_all_twelve_colours():
    root = ElementTree.fromstring(THEME.part())
    assert {node.get("typeface") for node in root.iter(f"{A}latin")} == {"Atkinson Hyperlegible"}
    scheme = root.find(f".//{A}clrScheme")
    assert scheme is not None
    assert [node.tag for node in scheme] == [
        A + slot for slot in "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split()
    ]
    assert scheme[4][0].get("val") == THEME.brand.primary.hex[1:]


def test_a_rectangle_is_one_and_any_other_path_is_drawn():
    rectangle = parsed(THEME.shape(2, "blok", Shape(Path.rect(Rect(1, 2, 3, 4)), INK)))
    assert rectangle.find(f".//{A}prstGeom") is not None
    drawn = parsed(THEME.shape(3, "icoon", Shape(icon("coffee"), stroke=Stroke(INK, 4, round=True))))
    path = drawn.find(f".//{A}path")
    assert path is not None
    assert path.get("fill") == "none"
    assert [child.tag for child in path].count(f"{A}moveTo") == [step[0] for step in icon("coffee").steps].count("M")
    line = drawn.find(f".//{A}ln")
    assert line is not None
    assert (line.get("w"), line.get("cap")) == (str(4 * 12_700), "rnd")


@given(st.lists(st.tuples(st.floats(-50, 400), st.floats(-50, 400)), min_size=3, max_size=8))
def test_every_point_of_a_path_lies_in_its_own_box(points: list[tuple[float, float]]):
    root = parsed(THEME.shape(2, "x", Shape(Path.polygon(*points), INK)))
    path = root.find(f".//{A}path")
    if path is None:
        return
    width, height = int(path.get("w", 0)), int(path.get("h", 0))
    for point in path.iter(f"{A}pt"):
        assert -1 <= int(point.get("x", -9)) <= width + 1
        assert -1 <= int(point.get("y", -9)) <= height + 1


@pytest.mark.parametrize(("kind", "form"), [("A", "ellipse"), ("S", "rect"), ("C", "diamond")])
def test_signs_have_their_shape_and_their_letter(kind: str, form: str):
    root = parsed(THEME.sign(2, SignMark(kind, 20, 20, 9, 30)))  # type: ignore[arg-type]
    geometry, letter = root.find(f".//{A}prstGeom"), root.find(f".//{A}t")
    assert geometry is not None
    assert letter is not None
    assert (geometry.get("prst"), letter.text) == (form, kind)


def test_points_have_a_square_numbers_count_and_clock_times_hang():
    square = paragraph("Iedereen doet mee", BULLET).find(f".//{A}buChar")
    number = paragraph("Klopt dit beeld?", "4").find(f".//{A}buAutoNum")
    assert square is not None
    assert number is not None
    assert (square.get("char"), number.get("startAt")) == (BULLET, "4")
    timed = paragraph("Inloop", "13.00")
    properties = timed.find(f"{A}pPr")
    assert properties is not None
    assert properties.get("indent") == f"-{emu(31.2)}"
    assert [run.text for run in timed.iter(f"{A}t")] == ["13.00\t", "Inloop"]
    assert timed.find(f".//{A}tab") is not None


def test_a_bullet_has_the_colour_of_its_item():
    red = Colour.parse("#B1362D")
    found = paragraph("Lichamelijke gezondheid", BULLET, colour=red).find(f".//{A}buClr/{A}srgbClr")
    assert found is not None
    assert found.get("val") == "B1362D"


def test_a_run_says_only_what_differs_from_its_place_and_always_its_language():
    (plain,) = paragraph("Welkom").iter(f"{A}rPr")
    assert plain.attrib == {"lang": "nl-NL"}
    assert len(plain) == 0
    (strong,) = paragraph("Welkom", style=BODY.sized(28).strong).iter(f"{A}rPr")
    assert strong.attrib == {"lang": "nl-NL", "sz": "2800", "b": "1"}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_is_well_formed_and_comes_back(text: str):
    (run,) = paragraph(text).iter(f"{A}t")
    assert run.text == shown(text)


def test_lines_are_as_far_apart_as_the_style_says():
    font = THEME.brand.body.regular.first
    share = THEME.line_spacing(BODY) / 100_000
    assert share * (font.ascent - font.descent) / 1000 * 36 * 25.4 / 72 == pytest.approx(15, abs=0.1)
