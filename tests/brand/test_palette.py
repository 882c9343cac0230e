"""Names of colours, what they stand for, and names that stand for nothing."""

from __future__ import annotations

import pytest

from kaarten.brand.model import brand_file
from kaarten.brand.palette import palette
from kaarten.diagnostics import Report
from kaarten.source.reader import parse_yaml


def read(text: str) -> tuple[dict[str, str], list[tuple[str, int, int]]]:
    report = Report()
    brand = brand_file(parse_yaml(text.encode(), "_brand.yml", report), report)
    assert brand is not None
    found = palette(brand.color, report)
    return {name: colour.hex for name, colour in found.items()}, [(d.code, d.mark.line, d.mark.column) for d in report]


def test_names_stand_for_names():
    found, faults = read('color: {palette: {lava: "#FF7557", red: lava, warm: red}, primary: warm, secondary: teal}')
    assert faults == []
    assert found == {
        "lava": "#FF7557",
        "red": "#FF7557",
        "warm": "#FF7557",
        "primary": "#FF7557",
        "secondary": "#008080",
    }


def test_a_name_in_the_palette_wins_over_the_colour_css_knows_by_it():
    assert read('color: {palette: {red: "#AA0000"}, primary: red}')[0]["primary"] == "#AA0000"


def test_on_paper_the_light_variant_counts():
    assert read('color: {primary: {light: "#111111", dark: "#EEEEEE"}}')[0] == {"primary": "#111111"}
    assert read('color: {primary: {dark: "#EEEEEE"}}')[0] == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("color:\n  primary: vermiljoen", ("colour-unknown", 2, 12)),
        ("color:\n  palette: {a: '#12345'}", ("colour-unknown", 2, 16)),
        ("color:\n  palette: {a: a}", ("colour-cycle", 2, 16)),
        ("color:\n  palette: {a: b, b: c, c: a, d: b}\n  primary: d", ("colour-cycle", 2, 28)),
    ],
)
def test_each_fault_is_told_once_at_its_place(text: str, fault: tuple[str, int, int]):
    assert read(text)[1] == [fault]


def test_a_chain_without_end_is_not_followed_to_it():
    chain = ", ".join(f"n{number}: n{number + 1}" for number in range(3000))
    assert {code for code, _, _ in read(f"color: {{palette: {{{chain}, n3000: red}}}}")[1]} == {"colour-cycle"}
