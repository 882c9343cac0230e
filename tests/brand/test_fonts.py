"""Which typeface sets titles and text, and every way a font of a brand's own can be wrong."""

from __future__ import annotations

import io
from collections.abc import Callable
from importlib import resources
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from kaarten.brand import fonts

Load = Callable[..., Any]


def square_font(name: str, weight: int = 400, rights: int = 0) -> bytes:
    """A TrueType font with one letter, A, a square."""
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "space", "A"])
    builder.setupCharacterMap({32: "space", 65: "A"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 600), (600, 600), (600, 0)):
        pen.lineTo(point)
    pen.closePath()
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf({".notdef": empty, "space": empty, "A": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (700, 0), "space": (300, 0), "A": (700, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(usWeightClass=weight, fsType=rights)
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def names(family: Any) -> tuple[str, str]:
    return family.regular.first.name, family.bold.first.name


HOUSE = ("AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold")


def brand(files: str, more: str = "") -> str:
    return (
        "typography:\n  fonts:\n    - family: Vierkant\n      source: file\n"
        f"      files: [{files}]\n  headings: Vierkant\n{more}"
    )


def test_without_a_word_everything_is_atkinson(load: Load):
    kit = load("").kit
    assert names(kit.heading) == names(kit.body) == HOUSE


def test_a_brand_font_sets_titles_only(load: Load):
    loaded = load(
        brand("{path: r.ttf, weight: 400}, {path: b.ttf, weight: bold}"),
        {"r.ttf": square_font("Vierkant"), "b.ttf": square_font("VierkantVet")},
    )
    assert loaded.found == []
    assert names(loaded.kit.heading) == ("Vierkant", "VierkantVet")
    assert names(loaded.kit.body) == HOUSE


def test_a_base_font_sets_text_and_titles_too(load: Load):
    text = "typography: {fonts: [{family: V, files: [r.ttf]}], base: v}"
    kit = load(text, {"r.ttf": square_font("Vierkant")}).kit
    assert names(kit.heading) == names(kit.body) == ("Vierkant", "Vierkant")


def test_without_a_weight_the_font_itself_knows(load: Load):
    files = {"a.ttf": square_font("Dik", 800), "b.ttf": square_font("Dun", 300), "c.ttf": square_font("Midden", 500)}
    assert names(load(brand("a.ttf, b.ttf, c.ttf"), files).kit.heading) in [("Dun", "Dik"), ("Midden", "Dik")]
    wanted = brand("a.ttf, b.ttf, c.ttf").replace("headings: Vierkant", "headings: {family: Vierkant, weight: 500}")
    assert load(wanted, files).kit.heading.bold.first.name == "Midden"


def test_slanted_files_are_left_out(load: Load):
    loaded = load(brand("{path: i.ttf, style: italic}"), {"i.ttf": square_font("Schuin")})
    assert loaded.found == [("font-without-files", 3, 15)]


def test_a_variable_font_is_pinned_at_both_weights(load: Load):
    noto = resources.files("fontpkg_noto_sans").joinpath("files", "NotoSans[wdth,wght].ttf").read_bytes()
    kit = load(brand("{path: n.ttf, weight: 100..900}"), {"n.ttf": noto}).kit
    assert [face.first.variations for face in (kit.heading.regular, kit.heading.bold)] == [{"wght": 400}, {"wght": 700}]
    assert kit.heading.bold.first.word("Oost").width > kit.heading.regular.first.word("Oost").width


def test_what_a_brand_font_lacks_atkinson_has(load: Load):
    kit = load(brand("r.ttf"), {"r.ttf": square_font("Vierkant")}).kit
    assert kit.heading.bold.word("A").font.name == "Vierkant"
    assert kit.heading.bold.word("Oost").font.name == HOUSE[1]


def test_noto_is_not_opened_until_a_word_needs_it(monkeypatch: pytest.MonkeyPatch):
    opened: list[int] = []
    real = fonts.noto
    monkeypatch.setattr(fonts, "noto", lambda weight: opened.append(weight) or real(weight))
    fonts.house_family.cache_clear()
    family = fonts.house_family()
    assert family.regular.word("Één").font.name == HOUSE[0]
    assert opened == []
    assert family.regular.word("дом").font.name.startswith("NotoSans")
    assert opened == [400]
    fonts.house_family.cache_clear()


def test_teams_with_one_font_share_its_words(load: Load):
    data = square_font("Gedeeld")
    one, other = (load(brand("r.ttf"), {"r.ttf": data}).kit for _ in range(2))
    assert one.heading.regular.first is other.heading.regular.first


@pytest.mark.parametrize("source", ["google", "bunny", "system"])
def test_a_family_that_comes_with_kaarten_is_taken_from_there(load: Load, source: str):
    loaded = load(f"typography: {{fonts: [{{family: Noto Sans, source: {source}}}], base: noto sans}}")
    assert loaded.found == []
    assert loaded.kit.body.regular.first.name.startswith("NotoSans")


@pytest.mark.parametrize("fonts_key", ["", "fonts: [{family: Lato, source: google}], "])
def test_a_family_that_does_not_names_the_file_to_supply(load: Load, fonts_key: str):
    loaded = load(f"typography: {{{fonts_key}headings: Lato}}")
    assert [code for code, _, _ in loaded.found] == ["font-file-needed"]
    assert loaded.errors == []
    assert names(loaded.kit.heading) == HOUSE


def test_a_family_nobody_uses_is_nobodys_fault(load: Load):
    assert load("typography: {fonts: [{family: Lato, source: google}], base: Noto Sans}").found == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"hello, I am no font", "not-a-font"),
        (b"\0\1\0\0" + b"x" * 200, "not-a-font"),
        (b"wOF2" + b"x" * 200, "font-for-web"),
        (b"wOFF" + b"x" * 200, "font-for-web"),
        (b"ttcf" + b"x" * 200, "font-collection"),
        (square_font("Verboden", rights=2), "font-not-embeddable"),
        (b"\0" * (5 * 2**20 + 1), "file-too-large"),
    ],
    ids=["text", "damaged", "woff2", "woff", "collection", "rights", "bytes"],
)
def test_a_bad_font_is_one_fault_where_it_is_named(load: Load, data: bytes, code: str):
    loaded = load(brand("r.ttf"), {"r.ttf": data})
    assert loaded.found == [(code, 5, 15)]
    assert names(loaded.kit.heading) == HOUSE
