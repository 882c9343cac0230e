"""Reading an SVG safely: what is refused before anyone looks at a shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kaarten.brand.svg_tree import DEEPEST, MOST_BYTES, SvgFault, read_tree

Svg = Callable[..., bytes]
BOMB = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<svg xmlns="http://www.w3.org/2000/svg">&b;</svg>'


def code_of(data: bytes) -> str:
    with pytest.raises(SvgFault) as fault:
        read_tree(data)
    return fault.value.code


def test_tags_know_their_place(svg: Svg):
    root = read_tree(svg('<g>\n  <rect id="a"/></g>'))
    rect = root.kids[0].kids[0]
    assert (rect.name, rect.line, rect.column) == ("rect", 2, 3)
    assert rect.attributes == {"id": "a"}


def test_what_is_not_svg_has_no_name_and_prefixes_are_dropped():
    root = read_tree(
        b'<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:e="urn:editor" xmlns:x="http://www.w3.org/1999/xlink">'
        b'<e:view/><s:use x:href="#a"/></s:svg>'
    )
    assert [(tag.name, tag.attributes) for tag in root.kids] == [("", {}), ("use", {"href": "#a"})]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB, "svg-doctype"),
        (b'<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg/>', "svg-doctype"),
        (b"<svg><g></svg>", "svg-broken"),
        (b"<svg>&nbsp;</svg>", "svg-broken"),
        (b'<?xml version="1.0" encoding="klingon"?><svg/>', "svg-broken"),
        (b"<html/>", "not-an-svg"),
        (b"<svg>" + b"<g>" * DEEPEST + b"</g>" * DEEPEST + b"</svg>", "svg-too-complex"),
        (b"<svg>" + b" " * MOST_BYTES + b"</svg>", "svg-too-large"),
    ],
    ids=["entities", "external", "unclosed", "entity", "encoding", "html", "deep", "large"],
)
def test_refused(data: bytes, code: str):
    assert code_of(data) == code


def test_a_fault_of_form_has_its_line():
    with pytest.raises(SvgFault) as fault:
        read_tree(b"<svg>\n<g></svg>")
    assert fault.value.details["line"] == 2
