"""Fonts from outside: checked for rights, turned from CFF into TrueType, the same each time."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from kaarten.typeset.convert import FontFault, font_file
from kaarten.typeset.fonts import Font, Typeface
from kaarten.typeset.outlines import outlined

CffFont = Callable[..., bytes]


@pytest.fixture
def cff_font() -> CffFont:
    """OpenType with CFF outlines and one letter: a half round A, 500 wide and 700 high."""

    def made(rights: int = 0) -> bytes:
        builder = FontBuilder(1000, isTTF=False)
        builder.setupGlyphOrder([".notdef", "space", "A"])
        builder.setupCharacterMap({32: "space", 65: "A"})
        pen = T2CharStringPen(600, None)
        pen.moveTo((0, 0))
        pen.lineTo((500, 0))
        pen.curveTo((500, 400), (400, 700), (0, 700))
        pen.closePath()
        empty = T2CharStringPen(600, None).getCharString()
        builder.setupCFF("Rond", {}, {".notdef": empty, "space": empty, "A": pen.getCharString()}, {})
        builder.setupHorizontalMetrics({".notdef": (600, 0), "space": (300, 0), "A": (600, 0)})
        builder.setupHorizontalHeader(ascent=800, descent=-200)
        builder.setupNameTable({"familyName": "Rond", "styleName": "Bold", "psName": "Rond-Bold"})
        builder.setupOS2(fsType=rights, usWeightClass=700)
        builder.setupPost()
        out = io.BytesIO()
        builder.save(out)
        return out.getvalue()

    return made


def test_cff_becomes_truetype_of_the_same_shape(cff_font: CffFont):
    data = cff_font()
    file = font_file(data)
    assert data[:4] == b"OTTO"
    assert file.data[:4] == b"\0\1\0\0"
    assert (file.weight, file.weights) == (700, None)
    path, width = outlined("A", Typeface(Font(file.data)), 1000)
    before, _ = outlined("A", Typeface(Font(data)), 1000)
    box, wanted = path.bounds(), before.bounds()
    assert width == 600
    assert (box.x, box.y, box.width, box.height) == pytest.approx((0, -700, wanted.width, wanted.height), abs=2)


def test_metrics_and_names_survive(cff_font: CffFont):
    font = Font(font_file(cff_font()).data)
    assert font.name == "Rond-Bold"
    assert (font.ascent, font.descent, font.space) == (800, -200, 300)
    assert font.word("A").glyphs == (2, 1)


def test_no_table_of_cff_is_left(cff_font: CffFont):
    with TTFont(io.BytesIO(font_file(cff_font()).data)) as font:
        assert {"glyf", "loca"} <= set(font.keys())
        assert not {"CFF ", "VORG"} & set(font.keys())


def test_the_same_font_gives_the_same_bytes(cff_font: CffFont):
    data = cff_font()
    assert font_file(data).data == font_file(data).data


@pytest.mark.parametrize("rights", [0, 4, 8, 2 | 8])
def test_rights_that_allow_embedding(cff_font: CffFont, rights: int):
    assert font_file(cff_font(rights)).weight == 700


@pytest.mark.parametrize("rights", [2, 0x100, 0x200, 0x104])
def test_rights_that_do_not(cff_font: CffFont, rights: int):
    with pytest.raises(FontFault) as fault:
        font_file(cff_font(rights))
    assert (fault.value.code, fault.value.details) == ("font-not-embeddable", {"rights": rights})


@pytest.mark.parametrize("kept", [20, 200, 400, -40])
def test_a_font_that_was_cut_off(cff_font: CffFont, kept: int):
    with pytest.raises(FontFault) as fault:
        font_file(cff_font()[:kept])
    assert fault.value.code == "not-a-font"
