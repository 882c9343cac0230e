"""How attributes, style sheets and inheritance together decide what a tag looks like."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kaarten.brand.svg_style import Sheet, inheritable
from kaarten.brand.svg_tree import SvgFault, Tag, read_tree

Svg = Callable[..., bytes]


def last(root: Tag) -> Tag:
    return list(root.walk())[-1]


@pytest.mark.parametrize(
    ("tags", "fill"),
    [
        ('<rect fill="red"/>', "red"),
        ('<rect fill="red" style="fill: lime"/>', "lime"),
        ('<style>rect{fill:blue}</style><rect fill="red"/>', "blue"),
        ('<style>.a,.b{fill:blue}</style><rect class="x b" fill="red"/>', "blue"),
        ('<style>#z{fill:blue} .a{fill:lime} rect{fill:red}</style><rect id="z" class="a"/>', "blue"),
        ('<style>.a{fill:lime}rect{fill:red}</style><rect class="a"/>', "lime"),
        ('<style>.a{fill:lime}.a{fill:teal}</style><rect class="a"/>', "teal"),
        ('<style>rect.a.b{fill:lime}.a{fill:red}</style><rect class="a b"/>', "lime"),
        ('<style>circle.a{fill:lime}</style><rect class="a" fill="red"/>', "red"),
        ("<style>/* { */ rect{fill:lime !important}</style><rect/>", "lime"),
        ('<rect fill="inherit"/>', "teal"),
    ],
)
def test_what_wins(svg: Svg, tags: str, fill: str):
    root = read_tree(svg(tags))
    assert Sheet(root).properties(last(root), {"fill": "teal"})["fill"] == fill


def test_only_some_properties_hold_for_kids():
    assert inheritable({"fill": "red", "transform": "scale(2)", "display": "none"}) == {"fill": "red"}


@pytest.mark.parametrize(
    "tags",
    [
        "<style>a b{fill:red}</style>",
        "<style>a:hover{fill:red}</style>",
        "<style>@import 'x.css';</style>",
        "<style>@media print{a{fill:red}}</style>",
        '<g opacity="0.5"/>',
        '<g style="fill-opacity:50%"/>',
        '<g clip-path="url(#c)"/>',
        '<g mask="url(#c)"/>',
        '<g filter="url(#c)"/>',
        '<g style="mix-blend-mode:multiply"/>',
        '<g marker-end="url(#c)"/>',
        '<g visibility="hidden"/>',
        '<g stroke-linecap="square"/>',
        '<g stroke-linejoin="bevel"/>',
        '<g stroke-dashoffset="1"/>',
        '<g opacity="half"/>',
    ],
)
def test_what_a_path_cannot_do_is_named_at_its_tag(svg: Svg, tags: str):
    root = read_tree(svg("\n" + tags))
    with pytest.raises(SvgFault) as fault:
        Sheet(root).properties(last(root), {})
    assert (fault.value.code, fault.value.details["line"]) == ("svg-unsupported", 2)


def test_opacity_of_one_and_no_mask_are_nothing(svg: Svg):
    root = read_tree(svg('<g opacity="1.0" fill-opacity="100%" mask="none" clip-path="none" visibility="visible"/>'))
    assert Sheet(root).properties(last(root), {})["mask"] == "none"
