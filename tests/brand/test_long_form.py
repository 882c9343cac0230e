"""Short forms of brand.yml written out long, every Mark kept."""

from __future__ import annotations

from typing import Any

import pytest

from kaarten.brand.long_form import long_form
from kaarten.diagnostics import Report
from kaarten.source.nodes import Mapping, Node, Scalar, Sequence
from kaarten.source.reader import parse_yaml


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return None if node.null else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node}


def long(text: str) -> tuple[Any, list[str]]:
    report = Report()
    found = plain(long_form(parse_yaml(text.encode(), "_brand.yml", report), report))
    return found, [str(one.details["keys"]) for one in report]


ONE = {"light": {"path": "a.svg"}}
NAMED = {"light": {"path": "x"}}


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("meta: {name: Oost, link: x, founded: 1952}", {"meta": {"name": {"full": "Oost"}}}),
        ("meta: {name: {short: Oost}}", {"meta": {"name": {"short": "Oost"}}}),
        ("color: {primary: red}", {"color": {"primary": {"light": "red"}}}),
        ("color: {palette: {a: b}}", {"color": {"palette": {"a": "b"}}}),
        ("typography: {base: Lato}", {"typography": {"base": {"family": "Lato"}}}),
        ("typography: {fonts: [{files: [a.ttf]}]}", {"typography": {"fonts": [{"files": [{"path": "a.ttf"}]}]}}),
        ("logo: a.svg", {"logo": {"medium": ONE}}),
        ("logo: {path: a.svg}", {"logo": {"medium": ONE}}),
        ("logo: {large: {path: a.svg}}", {"logo": {"large": ONE}}),
        ("logo: {small: {light: a.svg}}", {"logo": {"small": ONE}}),
        ("logo: {images: {x: a.svg}, medium: x}", {"logo": {"images": {"x": {"path": "a.svg"}}, "medium": NAMED}}),
        ("defaults: {quarto: {a: b}, kaarten: {logos: [a]}}", {"defaults": {"kaarten": {"logos": [{"image": "a"}]}}}),
        ("logo:", {"logo": None}),
        ("extra: 1", {"extra": "1"}),
    ],
)  # fmt: skip
def test_long_forms(short: str, expected: object):
    assert long(short) == (expected, [])


def test_keys_for_screens_are_named_in_one_note():
    found, notes = long(
        "color: {primary: red, danger: blue}\n"
        "typography:\n  monospace: Fira\n  base: {size: 1em}\n"
        "  fonts: [{family: L, weight: [400]}, {family: M, style: italic}]\n"
        "logo: {images: {colour: {path: a.svg, attrs: {x: y}}}}\n"
    )
    assert [note.split(", ") for note in notes] == [
        [
            "color.danger",
            "typography.monospace",
            "typography.base.size",
            "typography.fonts.*.weight",
            "typography.fonts.*.style",
            "logo.images.*.attrs",
        ]
    ]
    assert found["logo"] == {"images": {"colour": {"path": "a.svg"}}}


def test_a_palette_may_use_the_names_of_screens():
    assert long("color: {palette: {success: green, light: white}}")[1] == []


def test_marks_are_kept():
    report = Report()
    node = long_form(parse_yaml(b"color:\n  primary: red\n", "_brand.yml", report), report)
    light = node
    for key in ("color", "primary", "light"):
        assert isinstance(light, Mapping)
        light = light.entries[key]
    assert (light.mark.line, light.mark.column) == (2, 12)
