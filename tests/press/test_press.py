"""Whole files: every kind of paint and element together, and words that come back in order."""

from __future__ import annotations

from kaarten.compose.face import Face, Stretch
from kaarten.geometry import Rect
from kaarten.graphics import Clipped, Glyphs, Line, Path, Picture, Shape, Stroke
from kaarten.impose.sheets import Duplex
from kaarten.press import press
from tests.conformance import assert_conforms
from tests.press.faces import (
    PLUM,
    bent,
    bitmap,
    card,
    document,
    element,
    face,
    glyphs,
    lines,
    operators,
    rule,
    side,
    texts,
    words,
)


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


def test_a_letter_in_an_arc_is_heard_as_part_of_the_whole() -> None:
    shown = operators(press(document(side(face("Rond", element("P", bent("rond")))))))
    place = next(place for place, line in enumerate(shown) if line.endswith("BDC") and "Span" in line)
    assert "rond " in shown[place]
    assert shown[place + 1] == "BT"
    assert sum(line.endswith("Tm") for line in shown) == 4
    assert shown[-4:] == ["ET", "EMC", "EMC", "Q"]


def test_lines_without_words_take_no_place() -> None:
    gap = Glyphs(11, PLUM, (*lines("boven"), Line(8, 26, 0, ()), *lines("onder", y=32)))
    pdf = press(document(side(face("Gat", element("P", gap)))))
    assert texts(pdf) == ["boven onder"]
