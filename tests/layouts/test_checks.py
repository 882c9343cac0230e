"""Each check on pages finds what it is for: a good page passes all of them, a page with one mistake fails that one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kaarten.brand.inks import HAIR, INK, INK_2, LINE, PLACE_NUMBER, STONE, WHITE
from kaarten.compose.parts.bent import bent_text
from kaarten.compose.parts.forms import option, writing_lines
from kaarten.compose.parts.letters import letter_sign
from kaarten.compose.parts.looks import icon
from kaarten.compose.parts.patterns import patterned
from kaarten.compose.styles import BODY, CREDIT, HINT, LABEL
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect, Size
from kaarten.graphics import Colour, Path, Stroke
from tests.layouts.checks import CHECKS, inspect
from tests.layouts.polygons import overlap, rectangle
from tests.pages import measure
from tests.samples import surface, text

A5 = Size(210, 148.5)


def good(size: Size = Size(210, 297)) -> Surface:
    """A page with everything on it that the checks look at, all of it right."""
    page = surface(size=size)
    with page.artifact():
        page.rect(Rect(20, 15, 100, 20), fill=STONE)
        icon(page, "clock", 140, 20, 8, INK)
        page.paint(patterned("dots", Path.rect(Rect(160, 20, 10, 10)), Rect(160, 20, 10, 10), INK))
        page.line(20, 40, 120, 40, Stroke(HAIR, 0.5))
    page.text(25, 28, "Een kop op een blok", LABEL)
    page.text(20, 48, "Waar wil je meer van weten?", BODY)
    writing_lines(page, 20, 57, 150, 3)
    with page.tag("L"):
        option(page, 20, 85, "Kennisgroep", BODY, width=60)
    letter_sign(page, 40, 110, "S", 4.2, 13)
    with page.artifact():
        page.circle(80, 110, 8, WHITE, Stroke(INK_2, 1))
        page.text(80, 112, "7", LABEL.regular.coloured(PLACE_NUMBER), tag=None, anchor="middle")
        page.circle(150, 110, 20, INK)
    with page.tag("P"):
        bent_text(page, 150, 110, 15, 0, "Op een boog", HINT.coloured(WHITE))
    logo(page, Rect(20, 250, 40, 12))
    return page


def logo(page: Surface, box: Rect) -> None:
    with page.figure("Logo: Oost", box):
        page.rect(box, fill=INK)


def put(page: Surface, x: float, y: float, words: str = "Een regel tekst", colour: Colour = INK) -> None:
    page.text(x, y, words, BODY.coloured(colour))


def block(page: Surface, box: Rect, stroke: Stroke | None = None) -> None:
    with page.artifact():
        page.rect(box, fill=WHITE if stroke else STONE, stroke=stroke)


def over(page: Surface) -> None:
    put(page, 20, 140)
    block(page, Rect(30, 130, 20, 20))


def under_floor(page: Surface) -> None:
    page.text(20, 140, "Te klein", CREDIT.sized(6, floor=5))


def a_line(page: Surface, y: float, colour: Colour = HAIR) -> None:
    put(page, 20, 140)
    with page.artifact():
        page.line(20, y, 100, y, Stroke(colour, 0.5))


def bent_over_bent(page: Surface) -> None:
    with page.tag("P"):
        bent_text(page, 150, 110, 14, 10, "Nog een boog", HINT.coloured(WHITE))


def texts(page: Surface, *baselines: float) -> None:
    for y in baselines:
        put(page, 20, y)


def text_by_block(page: Surface, box: Rect, x: float = 20) -> None:
    block(page, box)
    put(page, x, 140)


def lines(page: Surface, y: float, pitch: float = 9.0, label: float = 0) -> None:
    """Three writing lines, with a label when its baseline is given."""
    if label:
        put(page, 20, label)
    writing_lines(page, 20, y, 60, 3, pitch)


def boxes(page: Surface, side: float, *xs: float) -> None:
    for x in xs:
        block(page, Rect(x, 140, side, side), Stroke(INK, 1))


MISTAKES: dict[str, tuple[str, Callable[[Surface], None]]] = {
    "near the edge of the sheet": ("edge", lambda page: put(page, 6.3, 140)),
    "past the edge of the sheet": ("edge", lambda page: put(page, 190, 140)),
    "colour to the edge": ("edge", lambda page: block(page, Rect(3, 130, 20, 20))),
    "two lines too close": ("texts_apart", lambda page: texts(page, 140, 143)),
    "two arcs": ("texts_apart", bent_over_bent),
    "text on an icon": ("drawings_apart", lambda page: put(page, 125, 26)),
    "text on a pattern": ("drawings_apart", lambda page: put(page, 150, 29)),
    "text in the clear space of a logo": ("logos_clear", lambda page: put(page, 62.5, 258)),
    "a block in the clear space of a logo": ("logos_clear", lambda page: block(page, Rect(20, 264.5, 40, 5))),
    "under its floor": ("floor", under_floor),
    "pale text": ("readable", lambda page: put(page, 20, 140, colour=LINE)),
    "dark text on a dark disc": ("readable", lambda page: put(page, 141, 115, "Donker")),
    "out of its block": ("in_its_block", lambda page: text_by_block(page, Rect(20, 130, 30, 20), 25)),
    "tight in its block": ("in_its_block", lambda page: text_by_block(page, Rect(20, 130, 100, 20), 21)),
    "out of its disc": ("in_its_block", lambda page: put(page, 150, 98, "Uit de cirkel", colour=WHITE)),
    "into another block": ("off_other_blocks", lambda page: text_by_block(page, Rect(40, 130, 80, 20))),
    "painted over": ("off_other_blocks", over),
    "struck through": ("off_lines", lambda page: a_line(page, 138.5)),
    "a rule in the tails": ("off_lines", lambda page: a_line(page, 140.5)),
    "struck by a writing line": ("off_lines", lambda page: a_line(page, 140.2, LINE)),
    "writing lines too close": ("room_to_write", lambda page: lines(page, 140, 8.9)),
    "no room under a label": ("room_to_write", lambda page: lines(page, 147, label=140)),
    "a box too small": ("tick_boxes", lambda page: boxes(page, 4, 20)),
    "boxes over each other": ("tick_boxes", lambda page: boxes(page, 6, 20, 25)),
}


def test_a_good_page_passes_and_every_check_looked_at_it() -> None:
    seen = inspect(measure(good().face()))
    assert seen.faults == []
    assert set(seen.looked) == set(CHECKS)
    assert min(seen.looked.values()) > 0


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_found_by_its_check(mistake: str) -> None:
    check, make = MISTAKES[mistake]
    page = good()
    make(page)
    assert check in {fault.check for fault in inspect(measure(page.face())).faults}


def test_every_check_has_a_mistake() -> None:
    assert {check for check, _ in MISTAKES.values()} == set(CHECKS)


def test_the_tail_of_a_letter_may_touch_a_writing_line() -> None:
    page = good()
    page.text(20, 140, "Naam", BODY)
    writing_lines(page, 20, 140.6, 80, 1)
    assert "off_lines" not in {fault.check for fault in inspect(measure(page.face())).faults}


def test_boxes_are_larger_on_a_card() -> None:
    page = surface(size=A5)
    block(page, Rect(20, 100, 5.5, 5.5), Stroke(INK, 1))
    assert {fault.check for fault in inspect(measure(page.face())).faults} == {"tick_boxes"}


def test_backs_of_cards_keep_further_from_the_edge() -> None:
    page = surface(size=A5)
    page.text(10, 100, "Praat eerst", BODY)
    face = page.face()
    assert inspect(measure(face)).faults == []
    assert {fault.check for fault in inspect(measure(face), back=True).faults} == {"edge"}


def test_measured_ink_is_as_wide_and_as_high_as_the_type() -> None:
    page = surface()
    width = page.text(30, 50, text("Hap"), BODY)
    (ink,) = measure(page.face()).texts
    assert ink.bounds.x == 30
    assert ink.bounds.width == pytest.approx(width)
    assert ink.bounds.y == pytest.approx(50 - page.cap_height(BODY))
    assert 0.6 < ink.bounds.bottom - 50 < 0.8


def test_figures_and_capitals_have_no_tail() -> None:
    page = surface()
    page.text(30, 50, "Q4", BODY)
    assert measure(page.face()).texts[0].bounds.bottom == pytest.approx(50)


def test_boxes_that_touch_do_not_overlap() -> None:
    one = rectangle(Rect(0, 0, 10, 10))
    assert overlap(one, rectangle(Rect(10, 0, 5, 5))) == 0
    assert overlap(one, rectangle(Rect(9, 9, 5, 5))) == pytest.approx(1)
    assert overlap(one, ((12, 2), (20, 2), (16, 8))) < 0
