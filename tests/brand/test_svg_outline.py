"""Shapes as steps: where they come out, and which strokes can be drawn."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from svgelements import Matrix

from kaarten.brand.svg_outline import MOST_SEGMENTS, outline, stroke
from kaarten.brand.svg_tree import SvgFault, Tag
from kaarten.geometry import POINTS_PER_MM
from kaarten.graphics import Colour, Path

RED = Colour(255, 0, 0)
STILL = Matrix()
number = st.floats(-50, 50).map(lambda value: round(value, 3))


def tag(name: str, **attributes: object) -> Tag:
    return Tag(name, {key: str(value) for key, value in attributes.items()}, 1, 1)


@given(number, number, st.floats(0.1, 50), st.floats(0.1, 50))
def test_a_rectangle_stands_where_it_says(x: float, y: float, width: float, height: float):
    box = Path(outline(tag("rect", x=x, y=y, width=width, height=height), STILL)).bounds()
    assert (box.x, box.y, box.width, box.height) == pytest.approx((x, y, width, height), abs=1e-6)


@given(number, number, st.floats(0.1, 50), st.floats(0.1, 4))
def test_a_circle_keeps_its_radius_under_a_scale(x: float, y: float, radius: float, scale: float):
    matrix = Matrix(f"scale({scale:.6f})")
    ends = [step[-2:] for step in outline(tag("circle", cx=x, cy=y, r=radius), matrix) if step[0] == "C"]
    distances = [math.dist((x * scale, y * scale), tuple(map(float, end))) for end in ends]
    assert distances == pytest.approx([radius * scale] * len(ends), rel=1e-3, abs=1e-4)


def test_every_kind_of_step_becomes_a_line_or_a_cubic():
    steps = outline(tag("path", d="M0 0h4v4l-1-1q1 1 2 0t1 0c1 1 2 2 3 0s1 1 2 2a2 2 0 0 1 2 2z"), STILL)
    assert {step[0] for step in steps} == set("MLCZ")
    assert steps[:3] == (("M", 0, 0), ("L", 4, 0), ("L", 4, 4))


def test_a_quadratic_curve_is_the_same_curve():
    (_, curve) = outline(tag("path", d="M0 0Q3 6 6 0"), STILL)
    assert curve == ("C", 2, 4, 4, 4, 6, 0)


def test_polygons_close_and_polylines_do_not():
    assert outline(tag("polygon", points="0,0 4,0 4,4"), STILL)[-1] == ("Z",)
    assert outline(tag("polyline", points="0,0 4,0 4,4"), STILL)[-1] == ("L", 4, 4)


@pytest.mark.parametrize("data", ["M0 0 L", "garbage", "L 5 5", "M0 0 L1e999 3", "M0 0 h#", "M 0 0 L 5 x", ""])
def test_path_data_that_would_be_read_past(data: str):
    with pytest.raises(SvgFault) as fault:
        outline(tag("path", d=data), STILL)
    assert fault.value.code == "svg-broken-shape"


@pytest.mark.parametrize("data", ["M0 0h1" * MOST_SEGMENTS, "M0 0h" + "1 " * 8 * MOST_SEGMENTS])
def test_too_many_segments_are_refused_before_they_are_read(data: str):
    with pytest.raises(SvgFault) as fault:
        outline(tag("path", d=data), STILL)
    assert fault.value.code == "svg-too-complex"


def test_a_stroke_scales_with_its_shape():
    line = tag("path", d="M0 0h4v4")
    found = stroke(
        line, RED, Matrix("scale(2)"), {"stroke-width": "3", "stroke-dasharray": "1,2"}, outline(line, STILL)
    )
    assert found is not None
    assert found.width == pytest.approx(6 * POINTS_PER_MM)
    assert found.dash == (2, 4)
    assert not found.round


def test_no_width_is_no_stroke():
    line = tag("path", d="M0 0h4")
    assert stroke(line, RED, STILL, {"stroke-width": "0"}, outline(line, STILL)) is None


ROUND_CAP, ROUND_JOIN = {"stroke-linecap": "round"}, {"stroke-linejoin": "round"}


@pytest.mark.parametrize(
    ("data", "properties", "expected"),
    [
        ("M0 0h4v4", {}, False),
        ("M0 0h4v4", ROUND_CAP | ROUND_JOIN, True),
        ("M0 0h4", ROUND_CAP, True),
        ("M0 0h4v4z", ROUND_JOIN, True),
        ("M0 0h4v4z", ROUND_CAP, False),
    ],
)
def test_ends_and_corners_are_both_round_or_one_of_them_is_not_there(
    data: str, properties: dict[str, str], expected: bool
):
    line = tag("path", d=data)
    found = stroke(line, RED, STILL, properties, outline(line, STILL))
    assert found is not None
    assert found.round is expected


@pytest.mark.parametrize(
    ("data", "properties", "transform"),
    [
        ("M0 0h4v4", ROUND_CAP, ""),
        ("M0 0h4v4", ROUND_JOIN, ""),
        ("M0 0h4v4z", ROUND_JOIN | {"stroke-dasharray": "1"}, ""),
        ("M0 0h4v4", {}, "scale(1 2)"),
        ("M0 0h4v4", {}, "skewX(20)"),
    ],
)
def test_strokes_no_pen_of_ours_can_draw(data: str, properties: dict[str, str], transform: str):
    line = tag("path", d=data)
    with pytest.raises(SvgFault) as fault:
        stroke(line, RED, Matrix(transform), properties, outline(line, STILL))
    assert fault.value.code == "svg-unsupported"
