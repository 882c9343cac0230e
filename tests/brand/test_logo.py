"""Which pictures become logos, and each thing that can be wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kaarten.brand.inks import INK
from kaarten.graphics import Colour, Picture, Shape

Load = Callable[..., Any]
Svg = Callable[..., bytes]
Encode = Callable[..., bytes]


@pytest.fixture
def red(svg: Svg) -> bytes:
    return svg('<rect width="40" height="20" fill="red"/>')


def test_a_logo_in_short(load: Load, red: bytes):
    loaded = load("logo: a.svg", {"a.svg": red})
    (logo,) = loaded.kit.logos
    assert (logo.name, logo.width, logo.height, logo.clear, logo.least) == ("Wijkteam Zuid", 40, 20, 0.25, 0)
    assert loaded.found == [("logo-mono-derived", 1, 7)]
    assert loaded.kit.logos_mono[0].paint[0].fill == INK


def test_words_space_and_size_of_its_owner(load: Load, red: bytes):
    loaded = load(
        "logo: {images: {x: {path: img/a.svg, alt: Het Huis}}, large: x}\n"
        "defaults: {kaarten: {clear-space: 0.5, minimum-height: 8mm, logo-mono: x}}\n",
        {"img/a.svg": red},
    )
    (logo,) = loaded.kit.logos
    assert (logo.name, logo.clear, logo.least) == ("Het Huis", 0.5, 8)
    assert loaded.kit.logos_mono[0].paint == logo.paint
    assert loaded.found == []


@pytest.mark.parametrize(
    ("text", "height"),
    [
        ("{small: s.svg, medium: m.svg, large: l.svg}", 2),
        ("{small: s.svg, large: l.svg}", 3),
        ("{small: s.svg}", 1),
        ("{medium: {dark: s.svg}, large: {light: l.svg, dark: s.svg}}", 3),
    ],
)
def test_which_size_and_variant_is_taken(load: Load, svg: Svg, text: str, height: int):
    tags = '<rect width="4" height="9"/>'
    files = {f"{name}.svg": svg(tags, f'viewBox="0 0 4 {tall}"') for name, tall in (("s", 1), ("m", 2), ("l", 3))}
    assert load(f"logo: {text}", files).kit.logos[0].height == height


def test_a_row_of_logos(load: Load, red: bytes, encode: Encode):
    loaded = load(
        "logo: {images: {own: {path: a.svg, alt: Wij}}, medium: own}\n"
        "defaults: {kaarten: {clear-space: 0.4,\n"
        "  logos: [own, {image: b.png, alt: Zij, mono: a.svg, clear-space: 1}]}}\n",
        {"a.svg": red, "b.png": encode("PNG", size=(400, 200))},
    )
    assert [(logo.name, logo.clear) for logo in loaded.kit.logos] == [("Wij", 0.4), ("Zij", 1)]
    assert isinstance(loaded.kit.logos[1].paint[0], Picture)
    assert isinstance(loaded.kit.logos_mono[1].paint[0], Shape)
    assert loaded.errors == []


def test_what_it_is_is_told_from_its_content(load: Load, red: bytes, encode: Encode):
    assert isinstance(load("logo: a.png", {"a.png": b"\xef\xbb\xbf\n" + red}).kit.logos[0].paint[0], Shape)
    assert isinstance(load("logo: b.svg", {"b.svg": encode("PNG")}).kit.logos[0].paint[0], Picture)


def test_a_logo_only_for_dark_screens_is_not_printed(load: Load, red: bytes):
    loaded = load("logo: {medium: {dark: a.svg}}", {"a.svg": red})
    assert loaded.found == [("logo-only-dark", 1, 23)]
    assert loaded.kit.logos[0].paint[0].fill == INK


def test_a_small_picture_is_a_warning(load: Load, encode: Encode):
    loaded = load("logo: a.png", {"a.png": encode("PNG", size=(300, 100), colour=(1, 2, 3))})
    assert ("logo-coarse", 1, 7) in loaded.found
    assert loaded.errors == []


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("a.svg", lambda svg, encode: svg("<text>a</text>"), "svg-unsupported"),
        ("a.svg", lambda svg, encode: b"<!DOCTYPE svg><svg/>", "svg-doctype"),
        ("a.svg", lambda svg, encode: b"<svg", "svg-broken"),
        ("a.svg", lambda svg, encode: b"<html/>", "not-an-svg"),
        ("a.jpg", lambda svg, encode: encode("JPEG", size=(300, 300))[:400], "image-broken"),
        ("a.png", lambda svg, encode: encode("PNG", "1", size=(12_001, 1)), "image-too-many-pixels"),
        ("a.png", lambda svg, encode: encode("GIF"), "image-unknown"),
        ("a.png", lambda svg, encode: b"\0" * (10 * 2**20 + 1), "file-too-large"),
    ],
    ids=["text", "doctype", "broken", "html", "cut off", "pixels", "gif", "bytes"],
)
def test_a_bad_picture_is_one_fault_where_it_is_named(
    load: Load, svg: Svg, encode: Encode, name: str, make: Callable[[Svg, Encode], bytes], code: str
):
    loaded = load(f"logo:\n  medium: {name}\n", {name: make(svg, encode)})
    assert loaded.found == [(code, 2, 11)]
    assert len(loaded.kit.logos) == 1


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("nowhere.svg", "file-not-found"),
        ("../../../etc/passwd", "path-outside-root"),
        ("/etc/passwd", "path-outside-root"),
        ("https://example.org/logo.svg", "brand-file-online"),
    ],
)
def test_a_picture_that_cannot_be_reached(load: Load, path: str, code: str):
    assert load(f"logo:\n  medium: {path}\n").found == [(code, 2, 11)]


def test_a_bad_logo_in_one_ink_is_a_fault_of_its_own(load: Load, red: bytes):
    loaded = load("logo: a.svg\ndefaults:\n  kaarten: {logo-mono: b.svg}\n", {"a.svg": red, "b.svg": b"<x/>"})
    assert loaded.found == [("not-an-svg", 3, 24)]


def test_strokes_are_in_points_at_one_unit_to_the_millimetre(load: Load, svg: Svg):
    loaded = load("logo: a.svg", {"a.svg": svg('<path d="M2 2H9" stroke="red" stroke-width="1"/>')})
    stroke = loaded.kit.logos[0].paint[0].stroke
    assert stroke.colour == Colour(255, 0, 0)
    assert stroke.width == pytest.approx(72 / 25.4)
