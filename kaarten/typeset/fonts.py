"""Fonts and words: one shaped word at a time, remembered.

In: font files as bytes, and words. Out: Words: glyphs, width and the PDF string that shows them, shaped once and joined
into lines by whoever breaks them. This is what makes the press fast: ten thousand cards use the same few thousand
words. Glyph ids stand in the PDF as they are in the font file (the subset keeps its numbers), so a word's string is the
same in every document. Leaves alone: line breaking (`breaking`), embedding (`subset`), and right-to-left scripts.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

import uharfbuzz as hb

from kaarten.typeset.quotes import curled

SPACE = " "
_FEATURES: dict[str, bool] = {"kern": True, "liga": True}
_NO_BREAK = str.maketrans({"\u00a0": SPACE, "\u202f": SPACE, "\u2011": "-"})
"""Characters that only forbid a line break are shown and read as what they look like."""


class Word:
    """A shaped word. Widths are in thousandths of the type size, as in a PDF.

    `code` is the inside of a TJ array: glyph ids as hexadecimal strings with kerning between, and a space at the end,
    so that a reader never hears two words as one. `missing` names the characters that no font at hand has. `clean`
    tells that every glyph stands for its own character; otherwise the press adds `text` as ActualText.
    """

    __slots__ = ("clean", "code", "font", "glyphs", "missing", "text", "width")

    def __init__(
        self, text: str, font: Font, width: float, code: str, glyphs: tuple[int, ...], clean: bool, missing: str
    ) -> None:
        self.text = text
        self.font = font
        self.width = width
        self.code = code
        self.glyphs = glyphs
        self.clean = clean
        self.missing = missing

    def blank(self, width: float) -> Word:
        """Nothing to see or hear, of that width and with a space behind it."""
        return Word("", self.font, width, f"{-width - self.font.space:g}", (), clean=True, missing="")

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.font.name}, {self.width:g})"


class Font:
    """One font file at one point of its design space. `data` is TrueType (glyf outlines); `variations` pins axes."""

    def __init__(self, data: bytes, variations: Mapping[str, float] = MappingProxyType({})) -> None:
        self.data = data
        self.variations = dict(variations)
        self.face = hb.Face(hb.Blob(data))
        self._font = hb.Font(self.face)
        if self.variations:
            self._font.set_variations(self.variations)
        self._scale = 1000 / self.face.upem
        self._words: dict[str, Word] = {}
        self._advances: dict[int, int] = {}

    @cached_property
    def key(self) -> str:
        """A name that is the same for the same file and variations, whatever the machine."""
        digest = hashlib.sha256(self.data)
        digest.update(repr(sorted(self.variations.items())).encode())
        return digest.hexdigest()[:16]

    @cached_property
    def name(self) -> str:
        """The PostScript name, with the pinned axes behind it so that two weights of one file differ."""
        name = self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.key
        pinned = "".join(f"_{axis}{value:g}" for axis, value in sorted(self.variations.items()))
        return "".join(char for char in name + pinned if char.isascii() and (char.isalnum() or char in "-_"))

    @cached_property
    def family(self) -> str:
        """The name under which an editor finds the font on its own machine, whatever the weight."""
        ids = hb.OTNameIdPredefined
        names = (self.face.get_name(ids.TYPOGRAPHIC_FAMILY), self.face.get_name(ids.FONT_FAMILY))
        return next((name for name in names if name), self.name)

    @cached_property
    def covered(self) -> frozenset[int]:
        return frozenset(self.face.unicodes)

    @cached_property
    def text_of(self) -> dict[int, str]:
        """What each glyph stands for: the first character that the font shows with it."""
        texts: dict[int, str] = {}
        for char in sorted(self.covered):
            glyph = self._font.get_nominal_glyph(char)
            if glyph is not None and unicodedata.category(chr(char)) not in ("Cc", "Cs"):
                texts.setdefault(glyph, chr(char))
        return texts

    @cached_property
    def ascent(self) -> float:
        """Top of the line box above the baseline, in thousandths of the size."""
        return self._font.get_font_extents("ltr").ascender * self._scale

    @cached_property
    def descent(self) -> float:
        """Bottom of the line box, in thousandths; negative."""
        return self._font.get_font_extents("ltr").descender * self._scale

    @cached_property
    def cap_height(self) -> float:
        """Height of a capital H, in thousandths of the size."""
        glyph = self._font.get_nominal_glyph(ord("H"))
        extents = self._font.get_glyph_extents(glyph) if glyph is not None else None
        return extents.y_bearing * self._scale if extents else 700.0

    @cached_property
    def space(self) -> float:
        """Width of a space, in thousandths of the size."""
        glyph = self._font.get_nominal_glyph(ord(SPACE))
        return self._font.get_glyph_h_advance(glyph) * self._scale if glyph is not None else 250.0

    def covers(self, text: str) -> bool:
        return self.covered.issuperset(map(ord, _shown(text)))

    def word(self, text: str) -> Word:
        """`text`, which holds no plain space, shaped with kerning and standard ligatures; remembered."""
        word = self._words.get(text)
        if word is None:
            word = self._words[text] = self._shape(text)
        return word

    def _shape(self, text: str) -> Word:
        shown = _shown(text)
        buffer = hb.Buffer()
        buffer.add_str(shown + SPACE)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self._font, buffer, _FEATURES)
        glyphs = [info.codepoint for info in buffer.glyph_infos]
        clusters = [info.cluster for info in buffer.glyph_infos]
        places = [(place.x_advance, place.x_offset) for place in buffer.glyph_positions]
        width = sum(advance for (advance, _), cluster in zip(places, clusters, strict=True) if cluster < len(shown))
        missing = "" if self.covered.issuperset(map(ord, shown)) else self._lacking(shown)
        clean = self._clean(shown + SPACE, glyphs, clusters)
        return Word(shown, self, width * self._scale, self._code(glyphs, places), tuple(glyphs), clean, missing)

    def _code(self, glyphs: list[int], places: list[tuple[int, int]]) -> str:
        """The inside of a TJ array: glyph ids, and how far to step back where kerning or an offset moves the pen."""
        parts: list[str] = []
        strung = ""
        for glyph, (advance, offset) in zip(glyphs, places, strict=True):
            if offset:
                parts.append(_adjusted(strung, -offset * self._scale))
                strung = ""
            strung += f"{glyph:04X}"
            kern = (self._advance(glyph) + offset - advance) * self._scale
            if abs(kern) > 0.05:
                parts.append(_adjusted(strung, kern))
                strung = ""
        return "".join(parts) + (f"<{strung}>" if strung else "")

    def _advance(self, glyph: int) -> int:
        advance = self._advances.get(glyph)
        if advance is None:
            advance = self._advances[glyph] = self._font.get_glyph_h_advance(glyph)
        return advance

    def _clean(self, shown: str, glyphs: list[int], clusters: list[int]) -> bool:
        """Whether every glyph stands for just the character it was made from."""
        if len(glyphs) != len(shown):
            return False
        text_of = self.text_of
        return all(text_of.get(glyph) == shown[cluster] for glyph, cluster in zip(glyphs, clusters, strict=True))

    def _lacking(self, shown: str) -> str:
        return "".join(char for char in shown if ord(char) not in self.covered)


def _shown(text: str) -> str:
    """What a word looks like and is read as."""
    return unicodedata.normalize("NFC", curled(text).translate(_NO_BREAK))


def _adjusted(strung: str, kern: float) -> str:
    number = f"{kern:.1f}".rstrip("0").rstrip(".")
    # a space, so that two adjustments in a row stay two numbers
    return (f"<{strung}>" if strung else " ") + number


def divided(text: str) -> list[str]:
    """A text at its plain spaces: a no-break space keeps two words together, and so does a © its owner."""
    return [part for part in text.replace("\n", SPACE).replace("© ", "©\u00a0").split(SPACE) if part]


class Typeface:
    """A font and the fonts that help out, word by word, when it lacks a character.

    A helper may be a function that gives its Font: a large font is then read only when a word needs it.
    """

    def __init__(self, first: Font, *helpers: Font | Callable[[], Font]) -> None:
        self.first = first
        self.complete = True
        """False as soon as a word was asked for that no font has all the characters of."""
        self._helpers = helpers
        self._words: dict[str, Word] = {}

    def word(self, text: str) -> Word:
        """`text` in the first font that has all of it; else in the first, with what is missing named in the Word."""
        word = self._words.get(text)
        if word is None:
            word = self._words[text] = self._font_for(text).word(text)
            self.complete = self.complete and not word.missing
        return word

    @property
    def own_fonts(self) -> tuple[Font, ...]:
        """The fonts that are at hand; the house's helpers, the same for everyone, are read only for a word."""
        return self.first, *(helper for helper in self._helpers if isinstance(helper, Font))

    def _font_for(self, text: str) -> Font:
        if self.first.covers(text):
            return self.first
        return next((font for font in self._helping() if font.covers(text)), self.first)

    def _helping(self) -> Iterator[Font]:
        return (helper if isinstance(helper, Font) else helper() for helper in self._helpers)

    def words(self, text: str) -> list[Word]:
        """The words of a text as `divided`."""
        known = self._words
        return [known.get(part) or self.word(part) for part in divided(text)]

    def width(self, text: str, size: float) -> float:
        """The width of `text` on one line, in points."""
        words = self.words(text)
        return (sum(word.width for word in words) + self.first.space * max(0, len(words) - 1)) * size / 1000
