"""Lengths, transforms and colours, read strictly."""

from __future__ import annotations

import math

import pytest

from kaarten.brand.inks import INK
from kaarten.brand.svg_tree import SvgFault, Tag
from kaarten.brand.svg_values import length, length_of, paint, transform
from kaarten.graphics import Colour

TAG = Tag("rect", {"x": "3", "y": "50%"}, 4, 7)


@pytest.mark.parametrize(
    ("text", "pixels"),
    [("12", 12), (" -1.5e1px ", -15), ("1in", 96), ("25.4mm", 96), ("72pt", 96), ("6pc", 96), (".5", 0.5)],
)
def test_lengths(text: str, pixels: float):
    assert length_of(text) == pytest.approx(pixels)


@pytest.mark.parametrize("text", ["50%", "2em", "", "abc", "1 2", "1e", "nan"])
def test_no_lengths(text: str):
    assert length_of(text) is None


def test_a_length_that_is_not_there_is_nought_and_a_relative_one_a_fault():
    assert length(TAG, "x") == 3
    assert length(TAG, "width") == 0
    with pytest.raises(SvgFault) as fault:
        length(TAG, "y")
    assert fault.value.details == {"element": "rect", "what": "y: 50%", "line": 4, "column": 7}


def test_transforms_are_laid_one_over_another():
    matrix = transform(TAG, "translate(1, 2) scale(3)rotate(90)")
    assert (matrix.a, matrix.b, matrix.e, matrix.f) == (pytest.approx(0), pytest.approx(3), 1, 2)
    assert math.isclose(transform(TAG, "").a, 1)
    assert transform(TAG, "none").e == 0


@pytest.mark.parametrize("text", ["scale(2", "scale()", "foo(1)", "matrix(1 0 0)", "rotate(1 2)", "scale(2) junk"])
def test_transforms_that_would_be_read_past(text: str):
    with pytest.raises(SvgFault) as fault:
        transform(TAG, text)
    assert fault.value.code == "svg-unsupported"


def test_paint():
    assert paint(TAG, {"fill": "#f00"}, "fill", "black") == Colour(255, 0, 0)
    assert paint(TAG, {}, "fill", "black") == Colour(0, 0, 0)
    assert paint(TAG, {}, "stroke", "none") is None
    assert paint(TAG, {"fill": "transparent"}, "fill", "black") is None
    assert paint(TAG, {"fill": "currentColor"}, "fill", "black") == INK
    assert paint(TAG, {"fill": "currentColor", "color": "teal"}, "fill", "black") == Colour(0, 128, 128)
    with pytest.raises(SvgFault):
        paint(TAG, {"fill": "rgba(0,0,0,.5)"}, "fill", "black")
