"""Fonts as PDF objects: a Type 0 font whose codes are the glyph numbers of the font file.

In: the Cases of a document. Out: font objects in its ReportLab document, under the names that content streams use. Why
not ReportLab's own TrueType fonts: they map characters, not glyphs, and so know no kerning and no ligatures. Leaves
alone: subsetting (`typeset.subset`).
"""

from __future__ import annotations

from collections.abc import Mapping

from kaarten.press.operators import number
from kaarten.press.reportlab_door import pdfdoc
from kaarten.press.type_case import Cases
from kaarten.typeset.subset import EmbeddedFont, embed

_SYMBOLIC, _ITALIC = 4, 64
"""Flags of a font (ISO 32000-1, table 123). Symbolic: glyphs are found by number, not by the name of a character."""

_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}
endcmap CMapName currentdict/CMap defineresource pop end end
"""
_MOST_PAIRS = 100  # of one bfchar (Adobe Technical Note 5411, 1.4.1)


def add_fonts(document: pdfdoc.PDFDocument, cases: Cases) -> None:
    """Embed every font in use, with the glyphs of the words that use it."""
    fonts = document.idToObject[pdfdoc.BasicFonts]
    assert isinstance(fonts, pdfdoc.PDFDictionary)
    for font, case in cases.items():
        fonts[case.name] = document.Reference(_type0(document, embed(font, case.words)))


def _type0(document: pdfdoc.PDFDocument, font: EmbeddedFont) -> pdfdoc.PDFDictionary:
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": f"/{font.name}",
        "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        "CIDToGIDMap": "/Identity",
        "FontDescriptor": document.Reference(_descriptor(document, font)),
        "W": _widths(font.widths),
    }
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{font.name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(_compressed(_to_unicode(font.texts).encode())),
        }
    )


def _descriptor(document: pdfdoc.PDFDocument, font: EmbeddedFont) -> pdfdoc.PDFDictionary:
    file = _compressed(font.data)
    file.dictionary["Length1"] = len(font.data)
    return pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": f"/{font.name}",
            "FontFile2": document.Reference(file),
            "Flags": _SYMBOLIC | (_ITALIC if font.italic_angle else 0),
            "FontBBox": pdfdoc.PDFArray(font.box),
            "Ascent": font.ascent,
            "Descent": font.descent,
            "CapHeight": font.cap_height,
            "ItalicAngle": font.italic_angle,
            "StemV": font.stem,
        }
    )


def _compressed(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(), content, [pdfdoc.PDFZCompress])


def _widths(widths: Mapping[int, float]) -> str:
    """Each glyph with its width (ISO 32000-1, 9.7.4.3)."""
    return "[" + "".join(f"{glyph}[{number(width)}]" for glyph, width in widths.items()) + "]"


def _to_unicode(texts: Mapping[int, str]) -> str:
    """What each glyph is read as, as a CMap."""
    pairs = [f"<{glyph:04X}> <{texts[glyph].encode('utf-16-be').hex().upper()}>" for glyph in sorted(texts)]
    chunks = [pairs[start : start + _MOST_PAIRS] for start in range(0, len(pairs), _MOST_PAIRS)]
    ranges = "\n".join(f"{len(chunk)} beginbfchar\n{chr(10).join(chunk)}\nendbfchar" for chunk in chunks)
    return _CMAP.format(ranges=ranges)
