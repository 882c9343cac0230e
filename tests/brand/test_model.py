"""What a `_brand.yml` may say, and each fault at its place."""

from __future__ import annotations

import pytest

from kaarten.brand.model import BrandFile, brand_file
from kaarten.diagnostics import Report
from kaarten.source.reader import parse_yaml


def read(text: str) -> tuple[BrandFile | None, list[tuple[str, int, int]]]:
    report = Report()
    brand = brand_file(parse_yaml(text.encode(), "_brand.yml", report), report)
    return brand, [(one.code, one.mark.line, one.mark.column) for one in report]


@pytest.mark.parametrize("text", ["", "logo:", "color:\ntypography:\n  base:\n"])
def test_what_is_left_empty_is_not_given(text: str):
    brand, found = read(text)
    assert brand == BrandFile()
    assert found == []


def test_weights_by_name_and_number():
    brand, found = read(
        "typography:\n  fonts:\n    - family: L\n      files:\n"
        "        - {path: a, weight: semi-bold}\n        - {path: b, weight: 300}\n"
        "        - {path: c, weight: 400..700}\n        - {path: d, weight: auto}\n        - {path: e}\n"
    )
    assert found == []
    assert brand is not None
    assert [file.weight for file in brand.typography.fonts[0].files] == [600, 300, None, None, None]


def test_what_print_needs_and_brand_yml_lacks():
    brand, found = read(
        "defaults:\n  kaarten:\n    logo-mono: z.svg\n    clear-space: 0.5\n    minimum-height: 8mm\n"
        "    cmyk: {primary: [0, 25, 100, 0.5]}\n    logos:\n      - a.svg\n      - {image: b, minimum-height: 1cm}\n"
    )
    assert found == []
    assert brand is not None
    own = brand.defaults.kaarten
    assert (own.logo_mono, own.clear_space, own.minimum_height) == ("z.svg", 0.5, 8)
    assert own.cmyk == {"primary": (0, 25, 100, 0.5)}
    assert [(logo.image, logo.minimum_height) for logo in own.logos] == [("a.svg", None), ("b", 10)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("colour: red", ("unknown-key", 1, 1)),
        ("color:\n  primery: red", ("unknown-key", 2, 3)),
        ("logo: {huge: a.svg}", ("unknown-key", 1, 8)),
        ("defaults: {kaarten: {logo: a.svg}}", ("unknown-key", 1, 22)),
        ("typography:\n  base: {weight: heavy}", ("not-a-weight", 2, 18)),
        ("typography:\n  base: {weight: 1200}", ("not-a-weight", 2, 18)),
        ("typography: {fonts: [{source: file}]}", ("missing-key", 1, 22)),
        ("typography: {fonts: [{family: L, source: dropbox}]}", ("not-one-of", 1, 42)),
        ("defaults: {kaarten: {clear-space: wide}}", ("not-a-number", 1, 35)),
        ("defaults: {kaarten: {clear-space: 3}}", ("out-of-range", 1, 35)),
        ("defaults: {kaarten: {minimum-height: 8}}", ("not-a-length", 1, 38)),
        ("defaults: {kaarten: {cmyk: {primary: [0, 25, 100, 101]}}}", ("out-of-range", 1, 51)),
        ("color: red", ("not-a-mapping", 1, 8)),
    ],
)
def test_each_fault_stands_at_its_place(text: str, found: tuple[str, int, int]):
    brand, all_found = read(text)
    assert brand is None
    assert all_found == [found]
