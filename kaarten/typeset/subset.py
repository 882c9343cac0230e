"""Subsets: the part of a font that a document needs, and what a PDF has to say about it.

In: a Font and the Words set in it. Out: an EmbeddedFont. Glyphs keep their numbers, because the strings that show words
name them by number. Leaves alone: the objects a PDF writes this into (`press.fonts`), and whether the font's owner
allows embedding (`brand`).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import uharfbuzz as hb

from kaarten.typeset.fonts import SPACE, Font, Word

UNKNOWN = "\ufffd"
"""What a glyph is read as that no word explains; such words carry their text as ActualText."""

_UNUSED_TABLES = "GSUB GPOS GDEF BASE MATH STAT DSIG OS/2 cmap gasp meta name post".split()
"""Shaping is done, and a PDF holds the rest in its own words (ISO 32000-1, table 126)."""


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A subset of a font. Lengths are in thousandths of the type size, `italic_angle` in degrees.

    `name` is the PostScript name behind the six letters that mark a subset; `widths` and `texts` go by glyph.
    """

    name: str
    data: bytes
    widths: Mapping[int, float]
    texts: Mapping[int, str]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: int
    stem: int


def embed(font: Font, words: Iterable[Word]) -> EmbeddedFont:
    """The part of `font` that shows `words`. Raises ValueError for a word that has a glyph missing."""
    words = sorted(words, key=lambda word: word.text)
    glyphs = sorted({glyph for word in words for glyph in word.glyphs})
    if 0 in glyphs:
        raise ValueError(f"{font.name} lacks a glyph of {next(word.text for word in words if 0 in word.glyphs)!r}")
    data = _subset(font, glyphs)
    drawn = hb.Font(hb.Face(hb.Blob(data)))
    scale = 1000 / drawn.face.upem
    style = _pinned(font)
    return EmbeddedFont(
        name=f"{_tag(font, glyphs)}+{font.name}",
        data=data,
        widths={glyph: drawn.get_glyph_h_advance(glyph) * scale for glyph in glyphs},
        texts=_texts(font, words),
        box=_box(drawn, glyphs, scale),
        ascent=round(font.ascent),
        descent=round(font.descent),
        cap_height=round(font.cap_height),
        italic_angle=round(style.get_style_value(hb.StyleTag.SLANT_ANGLE)),
        stem=_stem(style.get_style_value(hb.StyleTag.WEIGHT)),
    )


def _subset(font: Font, glyphs: list[int]) -> bytes:
    """A TrueType file with only these glyphs (and those they are composed of), every axis at its place."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES)
    if font.face.axis_infos:
        wanted.pin_all_axes_to_default(font.face)
    for axis, value in font.variations.items():
        wanted.pin_axis_location(font.face, axis, value)
    return bytes(wanted.subset(font.face).blob.data)


def _tag(font: Font, glyphs: list[int]) -> str:
    """Six capitals that differ between different subsets (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(f"{font.key} {glyphs}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _texts(font: Font, words: list[Word]) -> dict[int, str]:
    """What each glyph is read as: its own character, or what it stands for in the first word that tells, as in `fi`."""
    texts: dict[int, str] = {}
    for word in words:
        unexplained = [glyph for glyph in word.glyphs if glyph not in texts]
        texts.update((glyph, _spelled(font.text_of[glyph])) for glyph in unexplained if glyph in font.text_of)
        if not texts.keys() >= set(word.glyphs):
            texts.update(_explained(word, texts))
    return texts


def _spelled(char: str) -> str:
    """A ligature that has a character of its own (U+FB00 to U+FB06) is read as its letters, and so found by them."""
    return unicodedata.normalize("NFKC", char) if "\ufb00" <= char <= "\ufb06" else char


def _explained(word: Word, texts: Mapping[int, str]) -> dict[int, str]:
    """The unknown glyphs of a word, told from the known ones on either side of them."""
    unknown = [glyph for glyph in word.glyphs if glyph not in texts]
    pattern = "".join(re.escape(texts[glyph]) if glyph in texts else "(.+?)" for glyph in word.glyphs)
    found = re.fullmatch(pattern, word.text + SPACE, re.DOTALL)
    return dict(zip(unknown, found.groups() if found else [UNKNOWN] * len(unknown), strict=True))


def _pinned(font: Font) -> hb.Font:
    pinned = hb.Font(font.face)
    if font.variations:
        pinned.set_variations(font.variations)
    return pinned


def _box(drawn: hb.Font, glyphs: list[int], scale: float) -> tuple[int, int, int, int]:
    """The box that all glyphs fit in when they stand on one point; heights from HarfBuzz go down from the bearing."""
    extents = [found for glyph in glyphs if (found := drawn.get_glyph_extents(glyph))]
    return (
        round(min(each.x_bearing for each in extents) * scale),
        round(min(each.y_bearing + each.height for each in extents) * scale),
        round(max(each.x_bearing + each.width for each in extents) * scale),
        round(max(each.y_bearing for each in extents) * scale),
    )


def _stem(weight: float) -> int:
    """How thick an upright is, guessed from the weight: 80 at 400, 140 at 700. Readers with the font ignore it."""
    return round(weight / 5)
