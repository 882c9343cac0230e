"""Numbers, colours, paths and strings, as they stand in a content stream."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.geometry import POINTS_PER_MM, Rect
from kaarten.graphics import Colour, Line, Path, Stroke
from kaarten.press.operators import (
    Frame,
    dash,
    decimal,
    ends,
    escaped,
    fill_colour,
    length,
    number,
    stroke_colour,
    text_string,
)

LENGTHS = st.floats(-3000, 3000)


@given(st.integers(-(10**10), 10**10))
def test_a_decimal_keeps_its_value_and_has_no_exponent(thousandths: int) -> None:
    text = decimal(thousandths)
    assert round(float(text) * 1000) == thousandths
    assert re.fullmatch(r"-?\d+(\.\d{0,2}[1-9])?", text)


@pytest.mark.parametrize(
    ("value", "text"), [(-0.0004, "0"), (0.1 + 0.2, "0.3"), (12, "12"), (-0.5, "-0.5"), (1e-9, "0")]
)
def test_a_number_is_as_short_as_can_be(value: float, text: str) -> None:
    assert number(value) == text


@given(LENGTHS, LENGTHS, st.floats(1, 1200))
def test_points_count_from_the_bottom(x: float, y: float, height: float) -> None:
    across, up = map(float, Frame(height).at(x, y).split())
    assert across == pytest.approx(x * POINTS_PER_MM, abs=0.0006)
    assert up == pytest.approx((height - y) * POINTS_PER_MM, abs=0.0006)


@given(st.lists(st.tuples(LENGTHS, LENGTHS), min_size=1, max_size=20))
def test_moves_add_up_to_where_each_line_stands(places: list[tuple[float, float]]) -> None:
    frame = Frame(297)
    across = up = 0.0
    for (x, y), move in zip(places, frame.moves([Line(x, y, 0, ()) for x, y in places]), strict=True):
        dx, dy, operator = move.split()
        across, up = across + float(dx), up + float(dy)
        assert operator == "Td"
        assert [across, up] == pytest.approx([float(value) for value in frame.at(x, y).split()], abs=1e-6)


def test_a_box_stands_on_its_lower_left_corner() -> None:
    box = Rect(25.4, 50.8, 12.7, 25.4)
    assert Frame(254).rectangle(box) == "72 504 36 72 re"
    assert Frame(254).corners(box) == "72 504 108 576"


def test_every_step_of_a_path_has_its_operator() -> None:
    path = Path((("M", 0, 0), ("L", 25.4, 0), ("C", 0, 0, 0, 25.4, 25.4, 25.4), ("Z",)))
    assert Frame(25.4).path(path) == "0 72 m 72 72 l 0 72 0 0 72 0 c h"


def test_the_same_path_stands_elsewhere_in_a_higher_face() -> None:
    path = Path.line(0, 0, 0, 25.4)
    assert (Frame(25.4).path(path), Frame(50.8).path(path)) == ("0 72 m 0 0 l", "0 144 m 0 72 l")


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_no_colour_is_lost(channels: tuple[int, int, int]) -> None:
    *values, operator = fill_colour(Colour(*channels)).split()
    assert [round(float(value) * 255) for value in values] == list(channels)[: len(values)]
    assert operator == ("g" if len(set(channels)) == 1 else "rg")


def test_lines_have_the_operators_in_capitals() -> None:
    assert stroke_colour(Colour(255, 0, 51)) == "1 0 0.2 RG"
    assert stroke_colour(Colour(0, 0, 0)) == "0 G"


def test_a_stroke_says_its_dash_and_its_ends() -> None:
    black = Colour(0, 0, 0)
    assert (dash(Stroke(black, 1, (25.4, 12.7))), ends(Stroke(black, 1, round=True))) == ("[72 36]0 d", "1 J 1 j")
    assert (dash(Stroke(black, 1)), ends(Stroke(black, 1)), length(25.4)) == ("[]0 d", "0 J 0 j", "72")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Een (kaart)", r"(Een \(kaart\))"),
        ("a\\b", r"(a\\b)"),
        ("é", "<FEFF00E9>"),
        ("a\nb", "<FEFF0061000A0062>"),
        ("", "()"),
    ],
)
def test_a_text_is_plain_when_it_can_be(text: str, written: str) -> None:
    assert text_string(text) == written


def test_a_return_is_never_bare() -> None:
    assert escaped("\r(") == "\\r\\("
