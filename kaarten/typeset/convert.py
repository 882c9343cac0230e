"""Font files from outside, checked and turned into what can be embedded.

In: the bytes a user calls a font. Out: TrueType bytes and what they can do; or a FontFault with a code. Outlines of
OpenType/CFF are turned into TrueType ones, because the press embeds only those. The embedding rights in a font (OS/2
fsType) are respected. Leaves alone: where the bytes come from, and which font sets what.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

_Font = Any
"""A TTFont: its tables know their fields only at run time."""

_TRUETYPE = (b"\0\1\0\0", b"true")
_CFF = b"OTTO"
_WEB = (b"wOFF", b"wOF2")
_COLLECTION = b"ttcf"

_RESTRICTED = 0x0002
_LICENCE_BITS = 0x000E
_NO_SUBSET_OR_BITMAP = 0x0300
"""OpenType specification, OS/2 table, fsType."""

_MOST_ERROR = 1 / 1000
"""How far a quadratic curve may stray from the cubic it stands for, as a share of the em."""


_NO_HINTS = "TwilightPoints Storage FunctionDefs InstructionDefs StackElements SizeOfInstructions ComponentElements"
"""What `maxp` counts for a program of hints, of which there is none."""


class FontFault(Exception):
    """Why a file cannot be a brand's font. `code` is a code of messages/brand.yaml, `details` fill in its sentence."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font that can be embedded. `data` is TrueType; `weight` as CSS counts it (400 regular, 700 bold).

    `weights` is the range a variable font can take, else None.
    """

    data: bytes
    weight: int
    weights: tuple[float, float] | None


def font_file(data: bytes) -> FontFile:
    """A checked font. Raises FontFault: `not-a-font`, `font-for-web`, `font-collection`, `font-not-embeddable`."""
    kind = data[:4]
    if kind in _WEB:
        raise FontFault("font-for-web")
    if kind == _COLLECTION:
        raise FontFault("font-collection")
    if kind != _CFF and kind not in _TRUETYPE:
        raise FontFault("not-a-font")
    try:
        font = TTFont(io.BytesIO(data), recalcTimestamp=False, recalcBBoxes=kind == _CFF)
        return _checked(font, data)
    except FontFault:
        raise
    except Exception as broken:  # a damaged table can raise anything at all in the parser
        raise FontFault("not-a-font") from broken


def _checked(font: _Font, data: bytes) -> FontFile:
    rights = int(font["OS/2"].fsType)
    if rights & _LICENCE_BITS == _RESTRICTED or rights & _NO_SUBSET_OR_BITMAP:
        raise FontFault("font-not-embeddable", rights=rights)
    font.getBestCmap()
    if "glyf" not in font:
        data = _with_truetype_outlines(font)
    else:
        for name in font.getGlyphOrder():  # each one is parsed: a cut-off file is found here, not while printing
            font["glyf"][name].expand(font["glyf"])
    return FontFile(data, int(font["OS/2"].usWeightClass), _weights(font))


def _weights(font: _Font) -> tuple[float, float] | None:
    axes: list[Any] = font["fvar"].axes if "fvar" in font else []
    return next(((float(axis.minValue), float(axis.maxValue)) for axis in axes if axis.axisTag == "wght"), None)


def _with_truetype_outlines(font: _Font) -> bytes:
    """The same font with quadratic outlines. Layout and metrics stay; hints of CFF have no counterpart and go."""
    if "CFF " not in font:
        raise FontFault("not-a-font")
    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    most = font["head"].unitsPerEm * _MOST_ERROR
    glyphs: dict[str, Any] = {}
    for name in order:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, most, reverse_direction=True))
        glyphs[name] = pen.glyph()
    _install(font, order, glyphs)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _install(font: _Font, order: list[str], glyphs: dict[str, Any]) -> None:
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    table = font["glyf"]
    table.glyphOrder = order
    table.glyphs = glyphs
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for name in _NO_HINTS.split():
        setattr(maxp, f"max{name}", 0)
    font["post"].formatType = 3.0  # names of glyphs are of no use in a PDF
    font.sfntVersion = "\0\1\0\0"
