"""Fonts in a file: those in use, embedded, each glyph with its width and its text."""

from __future__ import annotations

import re

import pikepdf
import pytest
import uharfbuzz as hb

from kaarten.press import press
from tests.conformance import assert_conforms
from tests.press.faces import (
    card,
    document,
    element,
    face,
    glyphs,
    opened,
    shared,
    side,
    words,
)


def test_only_fonts_in_use_are_there_and_all_of_them_embedded() -> None:
    pdf = press(document(side(card("Een", "a"))))
    with opened(pdf) as file:
        fonts = [item for item in file.objects if getattr(item, "get", {}.get)("/Type") == "/Font"]
        names = sorted({str(each.BaseFont).split("+")[1] for each in fonts})
    assert names == ["AtkinsonHyperlegible-Bold", "AtkinsonHyperlegible-Regular"]
    assert b"Helvetica" not in pdf
    assert shared("Bold").name == names[0]


def type0(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type0"]


def test_many_glyphs_come_in_pieces_of_a_hundred() -> None:
    many = "".join(char for char in map(chr, range(0x21, 0x17F)) if shared().covers(char) and char != "\u00ad")
    pdf = press(document(side(face("Veel", element("P", glyphs(many))))))
    with opened(pdf) as file:
        (font,) = type0(file)
        sizes = [int(size) for size in re.findall(rb"(\d+) beginbfchar", font.ToUnicode.read_bytes())]
    assert sizes[0] == 100
    assert 0 < sizes[-1] <= 100 < sum(sizes) == len(set(shared().word(many).glyphs))
    assert_conforms(pdf)


def test_each_glyph_has_the_width_it_has_in_the_font() -> None:
    (word,) = words("kaart")
    with opened(press(document(side(face("Breed", element("P", glyphs("kaart"))))))) as file:
        (font,) = type0(file)
        listed = list(font.DescendantFonts[0].W)
    widths = {int(glyph): float(width[0]) for glyph, width in zip(listed[::2], listed[1::2], strict=True)}
    drawn = hb.Font(shared().face)
    scale = 1000 / shared().face.upem
    assert widths == pytest.approx({glyph: drawn.get_glyph_h_advance(glyph) * scale for glyph in word.glyphs})


def test_an_italic_says_so() -> None:
    flags: dict[str, int] = {}
    for weight in ("Regular", "Italic"):
        with opened(press(document(side(face("Schuin", element("P", glyphs("a", weight=weight))))))) as file:
            flags[weight] = int(type0(file)[0].DescendantFonts[0].FontDescriptor.Flags)
    assert flags == {"Regular": 4, "Italic": 4 + 64}
