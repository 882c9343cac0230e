"""Paint to operators: each kind of paint, and a graphics state that is set only when it changes."""

from __future__ import annotations

import re

import pikepdf
import pytest

from kaarten.compose.face import Face, Stretch
from kaarten.geometry import Rect, Size
from kaarten.graphics import Clipped, Colour, Glyphs, Line, Paint, Path, Picture, Shape, Stroke, Turned
from kaarten.press.document import Document
from kaarten.press.pages import Pages
from kaarten.press.painting import Impression, impress
from kaarten.press.pictures import Pictures
from kaarten.press.structure import Structure
from kaarten.press.type_case import Cases
from tests.press.faces import BLACK, CARD, PLUM, bent, bitmap, glyphs, words

INCH = Size(25.4, 25.4)
SQUARE = Path.rect(Rect(0, 0, 25.4, 25.4))


def impression(*stretches: list[Paint], size: Size = INCH) -> Impression:
    pages = Pages(Document("Proef", "nl-NL", ()), Structure())
    return impress(
        Face("Proef", size, tuple(Stretch(None, paint) for paint in stretches), ()), Cases(), Pictures(pages.document)
    )


def painted(*paint: Paint) -> list[str]:
    return impression(list(paint)).texts[0].split("\n")


@pytest.mark.parametrize(
    ("shape", "operator"),
    [
        (Shape(SQUARE, fill=PLUM), "f"),
        (Shape(SQUARE, stroke=Stroke(PLUM, 1)), "S"),
        (Shape(SQUARE, PLUM, Stroke(PLUM, 1)), "B"),
        (Shape(SQUARE), "n"),
        (Shape(Path(SQUARE.steps, even_odd=True), fill=PLUM), "f*"),
        (Shape(Path(SQUARE.steps, even_odd=True), PLUM, Stroke(PLUM, 1)), "B*"),
        (Shape(Path(SQUARE.steps, even_odd=True), stroke=Stroke(PLUM, 1)), "S"),
    ],
)
def test_a_shape_is_filled_and_stroked_as_it_says(shape: Shape, operator: str) -> None:
    assert painted(shape)[-1] == f"0 72 m 72 72 l 72 0 l 0 0 l h {operator}"


def test_what_is_turned_stands_upside_down_and_leaves_no_trace() -> None:
    """Half a turn round (10, 5) mm of a face of an inch: (x, y) comes to stand at (20 - x, 10 - y)."""
    inner, outer = Shape(SQUARE, fill=PLUM), Shape(SQUARE, fill=BLACK)
    shown = painted(outer, Turned(10, 5, (inner,)), outer)
    assert shown == [
        "0 g",
        "0 72 m 72 72 l 72 0 l 0 0 l h f",
        "q -1 0 0 -1 56.693 115.654 cm",
        "0.541 0.122 0.302 rg",
        "0 72 m 72 72 l 72 0 l 0 0 l h f",
        "Q",
        "0 72 m 72 72 l 72 0 l 0 0 l h f",
    ]


def test_state_is_set_only_when_it_changes() -> None:
    thin, thick = Stroke(BLACK, 0.5), Stroke(BLACK, 2, (25.4,), round=True)
    shown = painted(*(Shape(SQUARE, PLUM, stroke) for stroke in (thin, thin, thick, thin)))
    assert [line for line in shown if not line.endswith("B")] == [
        *("0.541 0.122 0.302 rg", "0 G", "0.5 w"),
        *("2 w", "[72]0 d", "1 J 1 j"),
        *("0.5 w", "[]0 d", "0 J 0 j"),
    ]


def test_state_holds_from_stretch_to_stretch() -> None:
    texts = impression([glyphs("een")], [glyphs("twee", y=26)], size=CARD).texts
    assert "Tf" in texts[0]
    assert "Tf" not in texts[1]
    assert not texts[1].startswith("0 g")


def test_what_a_clip_changes_ends_with_it() -> None:
    inner = Shape(SQUARE, fill=Colour(255, 0, 0))
    outer = Shape(SQUARE, fill=BLACK)
    shown = painted(outer, Clipped(Path(SQUARE.steps, even_odd=True), (inner,)), outer, inner)
    assert [line for line in shown if not line.endswith(" f")] == [
        "0 g",
        "q 0 72 m 72 72 l 72 0 l 0 0 l h W* n",
        "1 0 0 rg",
        "Q",
        "1 0 0 rg",
    ]


def test_lines_are_placed_from_each_other() -> None:
    lines = (Line(0, 0, 9, words("a")), Line(25.4, 12.7, 9, words("b")))
    shown = painted(Glyphs(11, BLACK, lines))
    assert [line.split("[")[0] for line in shown] == ["0 g", "BT", "/F1 11 Tf", "0 72 Td", "72 -36 Td", "ET"]


def test_kerning_of_a_word_is_kept() -> None:
    (shown,) = re.findall(r"\[.*\]TJ", "\n".join(painted(Glyphs(11, BLACK, (Line(0, 0, 9, words("Wat")),)))))
    with pikepdf.new() as pdf:
        (instruction,) = pikepdf.parse_content_stream(pikepdf.Stream(pdf, shown.encode("latin-1")))
    assert [float(item) for item in instruction.operands[0] if not isinstance(item, pikepdf.String)] == [28]


def test_letters_of_an_arc_are_turned_clockwise() -> None:
    turns = [line.split(" Tm")[0] for line in painted(bent("om")) if " Tm" in line]
    assert turns == ["1 0 0 1 56.693 -13.039", "0.985 -0.174 0.174 0.985 65.197 -13.039"]


def test_a_picture_fills_its_box_and_is_named_for_its_page() -> None:
    picture = Picture(bitmap(), Rect(0, 12.7, 25.4, 12.7))
    made = impression([picture, picture])
    assert made.texts[0].split("\n") == ["q 72 0 0 36 0 0 cm /Picture-png-rgb Do Q"] * 2
    assert set(made.pictures) == {"Picture-png-rgb"}
