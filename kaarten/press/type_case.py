"""The type cases of a document: every font it uses, and of every font the words.

In: Words as they are painted. Out: the string that shows a word, made once and looked up ever after, and the list of
what must be embedded. This look-up is where the speed comes from: ten thousand cards use the same few thousand words.
Leaves alone: where words stand (`painting`), and the font file (`typeset.subset`).
"""

from __future__ import annotations

import re

from kaarten.press.operators import escaped, text_string
from kaarten.typeset.fonts import SPACE, Font, Word

_HEXADECIMAL = re.compile("<([0-9A-F]*)>")


class Case(dict[Word, str]):
    """The words of one font that this document shows; `name` is the font's in content streams.

    A value fits between `[(` and `)]TJ`, and between its neighbours, so that a line is no more than its words joined.
    """

    def __init__(self, font: Font, name: str) -> None:
        super().__init__()
        self.name = name
        self._font = font
        self._letters: set[Word] = set()

    def __missing__(self, word: Word) -> str:
        """The first time that a word is met; KeyError for a word of another font."""
        if word.font is not self._font:
            raise KeyError(word)
        shown = self[word] = bare(word) if word.clean else f")]TJ{spoken(word.text)}[({bare(word)})]TJ EMC[("
        return shown

    def letter(self, word: Word, *, ends: bool) -> str:
        """A letter of a larger whole that is read at once. Only one that `ends` a word has the space behind it: a
        reader that is deaf to ActualText would spell.
        """
        self._letters.add(word)
        glyphs = word.glyphs if ends else word.glyphs[:-1]
        return escaped("".join(f"{chr(glyph >> 8)}{chr(glyph & 0xFF)}" for glyph in glyphs))

    @property
    def words(self) -> set[Word]:
        """All words shown, for embedding."""
        return self._letters.union(self)


class Cases(dict[Font, Case]):
    """The fonts of one document, in the order in which they were first used."""

    def __missing__(self, font: Font) -> Case:
        case = self[font] = Case(font, f"F{len(self) + 1}")
        return case


def spoken(text: str) -> str:
    """What a screen reader says instead of the glyphs up to the next EMC. The space keeps it off the next word."""
    return f"/Span<</ActualText{text_string(text + SPACE)}>>BDC"


def bare(word: Word) -> str:
    """A word's glyphs and kerning, in literal strings: half as long as hexadecimal ones, and faster to deflate."""
    code = ")" + _HEXADECIMAL.sub(_literal, word.code) + "("
    return code.removeprefix(")(").removesuffix(")(")


def _literal(string: re.Match[str]) -> str:
    return f"({escaped(bytes.fromhex(string[1]).decode('latin-1'))})"
