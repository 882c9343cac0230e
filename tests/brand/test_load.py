"""From a `_brand.yml` to a kit: colours and their warnings, names, and the example brands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kaarten.brand.colours import READABLE, contrast
from kaarten.brand.inks import INK, WHITE
from kaarten.brand.load import CALM, load_brand
from kaarten.brand.raster import read_raster
from kaarten.brand.svg import read_svg
from kaarten.diagnostics import Report, Severity
from kaarten.graphics import Colour, Picture
from kaarten.source.files import Root
from kaarten.source.reader import read_yaml

Load = Callable[..., Any]


def test_no_brand_file_is_a_calm_brand_with_the_name_as_its_logo(tmp_path: Path):
    report = Report()
    kit = load_brand(None, Root(tmp_path), "Wijkteam Zuid", report)
    assert len(report) == 0
    assert (kit.name, kit.primary, kit.accent, kit.on_primary) == ("Wijkteam Zuid", CALM, CALM, WHITE)
    assert [logo.name for logo in kit.logos] == ["Wijkteam Zuid"]
    assert kit.logos == kit.logos_mono


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("meta: {name: Oost}", "Oost"),
        ("meta: {name: {full: Buurtteam Oost, short: Oost}}", "Buurtteam Oost"),
        ("meta: {link: x}", "Wijkteam Zuid"),
    ],
)
def test_the_name(load: Load, text: str, name: str):
    assert load(text).kit.name == name


def test_a_dark_colour_is_used_as_it_is(load: Load):
    loaded = load('color: {primary: "#8A1F4D"}')
    assert loaded.found == []
    assert loaded.kit.accent == loaded.kit.primary
    assert (loaded.kit.on_primary, loaded.kit.tint.hex, loaded.kit.tint_strong.hex) == (WHITE, "#F5EDF1", "#ECDBE3")


def test_a_rather_pale_colour_is_darkened_and_said_so(load: Load):
    loaded = load('color:\n  palette: {sea: "#0088CC"}\n  primary: sea\n')
    (warning,) = loaded.report
    assert (warning.severity, warning.code, warning.mark.line) == (Severity.WARNING, "brand-colour-adjusted", 3)
    assert warning.details == {"colour": "#0088CC", "ratio": 3.8, "shade": "#007AB8", "reached": 4.6}
    assert contrast(loaded.kit.accent, WHITE) >= READABLE


@pytest.mark.parametrize(("colour", "ratio"), [("#F2B705", 1.8), ("#CFE0DC", 1.3)])
def test_a_pale_colour_gives_way_to_ink_and_said_so(load: Load, colour: str, ratio: float):
    loaded = load(f'color: {{primary: "{colour}"}}')
    (warning,) = loaded.report
    assert (warning.severity, warning.code) == (Severity.WARNING, "brand-colour-pale")
    assert (warning.details["colour"], warning.details["ratio"]) == (colour, ratio)
    assert (loaded.kit.primary.hex, loaded.kit.accent, loaded.kit.on_primary) == (colour, INK, INK)


def test_inks_of_the_owner(load: Load):
    loaded = load(
        'color: {palette: {a: "#112233"}, primary: a}\ndefaults: {kaarten: {cmyk: {primary: [1, 2, 3, 4]}}}\n'
    )
    assert loaded.kit.cmyk == ((Colour.parse("#112233"), (1, 2, 3, 4)),)


def test_inks_of_a_colour_nobody_has(load: Load):
    loaded = load("defaults:\n  kaarten:\n    cmyk:\n      primary: [0, 0, 0, 1]\n")
    assert loaded.found == [("colour-unknown", 4, 7)]


def test_after_a_fault_there_is_still_a_kit(load: Load):
    loaded = load("color: {primery: red}\nlogo: nowhere.svg\n")
    assert loaded.errors == ["unknown-key"]
    assert loaded.kit.primary == CALM


def test_all_faults_at_once(load: Load):
    loaded = load("color: {primary: rood}\nlogo: a.svg\ntypography: {fonts: [{family: V, files: [v.ttf]}], base: V}\n")
    assert sorted(loaded.errors) == ["colour-unknown", "file-not-found", "file-not-found"]


@pytest.mark.parametrize(
    ("team", "codes", "logos"),
    [
        ("buurtteam-oost", ["brand-colour-pale"], ["Buurtteam Oost"]),
        ("gebiedsteam-noorderlanden", ["brand-colour-pale"], ["Gebiedsteam Noorderlanden"]),
        ("academie-de-schakel", [], ["Academie De Schakel", "Netwerk De Lantaarn"]),
    ],
)
def test_the_example_brands(root: Path, team: str, codes: list[str], logos: list[str]):
    report = Report()
    here = Root(root / "content" / "teams")
    node = read_yaml(here, f"{team}/_brand.yml", report)
    kit = load_brand(node, here, team, report, beside=team)
    assert [one.code for one in report] == codes
    assert [logo.name for logo in kit.logos] == [logo.name for logo in kit.logos_mono] == logos
    for logo, mono in zip(kit.logos, kit.logos_mono, strict=True):
        assert logo.width / logo.height == pytest.approx(mono.width / mono.height, rel=0.01)
        assert logo.width / logo.height > 3
        assert logo.least >= 5
    assert isinstance(kit.logos[-1].paint[0], Picture) is (team != "buurtteam-oost")


def test_a_brand_loads_the_same_twice(root: Path):
    here = Root(root / "content" / "teams")
    node = read_yaml(here, "academie-de-schakel/_brand.yml", Report())
    one = load_brand(node, here, "x", Report(), beside="academie-de-schakel")
    read_raster.cache_clear()
    read_svg.cache_clear()
    assert load_brand(node, here, "x", Report(), beside="academie-de-schakel") == one
