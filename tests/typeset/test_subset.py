"""A subset shows the words it was made for as the whole font would, and says how they are read."""

from __future__ import annotations

import string
from importlib import resources

import pytest
import uharfbuzz as hb

from kaarten.typeset.fonts import Font, Word
from kaarten.typeset.subset import UNKNOWN, EmbeddedFont, embed
from tests.samples import font


def noto(weight: float = 400) -> Font:
    """A variable font with ligatures and more than a thousand glyphs."""
    files = resources.files("fontpkg_noto_sans") / "files"
    return Font((files / "NotoSans[wdth,wght].ttf").read_bytes(), {"wght": weight})


def subset(source: Font, text: str) -> EmbeddedFont:
    return embed(source, [source.word(part) for part in text.split()])


def read(embedded: EmbeddedFont, word: Word) -> str:
    return "".join(embedded.texts[glyph] for glyph in word.glyphs)


def glyph_without_character(source: Font) -> int:
    return next(glyph for glyph in range(1, source.face.glyph_count) if glyph not in source.text_of)


def outline(face: hb.Face, glyph: int, variations: dict[str, float]) -> hb.GlyphExtents | None:
    drawn = hb.Font(face)
    drawn.set_variations(variations)
    return drawn.get_glyph_extents(glyph)


@pytest.mark.parametrize("source", [font(), noto()], ids=["static", "variable"])
def test_glyphs_keep_their_numbers_outlines_and_widths(source: Font) -> None:
    word = source.word("Wijkteam")
    embedded = embed(source, [word])
    kept = hb.Face(hb.Blob(embedded.data))
    for glyph in word.glyphs:
        assert outline(kept, glyph, {}) == outline(source.face, glyph, source.variations)
    natural = sum(source.word(letter).width for letter in "Wijkteam")
    assert sum(embedded.widths[glyph] for glyph in word.glyphs[:-1]) == pytest.approx(natural)


def test_a_subset_is_much_smaller_and_holds_no_other_glyph() -> None:
    source = font()
    embedded = subset(source, "aap noot mies")
    other = source.word("W").glyphs[0]
    assert len(embedded.data) < len(source.data) / 5
    assert outline(hb.Face(hb.Blob(embedded.data)), other, {}) in (None, hb.GlyphExtents(0, 0, 0, 0))
    assert other not in embedded.widths


def test_an_axis_stays_where_it_was_put() -> None:
    light, heavy = noto(300), noto(800)
    word = heavy.word("Wijk")
    assert outline(hb.Face(hb.Blob(embed(heavy, [word]).data)), word.glyphs[0], {}) != outline(
        light.face, word.glyphs[0], light.variations
    )
    assert not hb.Face(hb.Blob(embed(heavy, [word]).data)).axis_infos
    assert embed(heavy, [word]).stem > embed(light, [light.word("Wijk")]).stem


def test_every_glyph_is_read_as_its_character() -> None:
    source = font()
    letters = source.word(string.ascii_letters + string.digits + "éëïÉ€“”–?!()")
    assert read(embed(source, [letters]), letters) == letters.text + " "


@pytest.mark.parametrize("text", ["fiets", "officier", "waffel", "flat"])
def test_a_ligature_is_read_as_its_letters(text: str) -> None:
    source = noto()
    word = source.word(text)
    assert len(word.glyphs) < len(text) + 1
    assert read(embed(source, [word]), word) == text + " "


def test_a_glyph_without_a_character_is_told_from_its_neighbours() -> None:
    source = font()
    known, nameless = source.word("fts").glyphs, glyph_without_character(source)
    word = Word("fjts", source, 0, "", (known[0], nameless, *known[1:]), False, "")
    assert embed(source, [word]).texts[nameless] == "j"


def test_a_glyph_that_nothing_tells_is_said_to_be_unknown() -> None:
    source = font()
    nameless = glyph_without_character(source)
    word = Word("f", source, 0, "", (*source.word("f").glyphs, nameless), False, "")
    assert embed(source, [word]).texts[nameless] == UNKNOWN


def test_a_missing_glyph_is_refused() -> None:
    source = font()
    with pytest.raises(ValueError, match="AtkinsonHyperlegible-Regular"):
        embed(source, [source.word("thee\u2615")])


def test_the_name_marks_the_subset_and_follows_its_glyphs() -> None:
    names = [subset(font(), text).name for text in ("aap noot", "noot aap", "mies")]
    tag, plus, name = names[0].partition("+")
    assert (len(tag), tag.isupper(), tag.isalpha(), plus, name) == (6, True, True, "+", "AtkinsonHyperlegible-Regular")
    assert names[0] == names[1] != names[2]


def test_the_order_of_words_makes_no_difference() -> None:
    source = font()
    one, other = source.word("een"), source.word("ander")
    assert embed(source, [one, other]) == embed(source, {other, one})


def test_measures_are_those_of_the_font() -> None:
    source = font()
    made = subset(source, "Hxg")
    left, bottom, right, top = made.box
    assert (made.ascent, made.descent, made.cap_height) == (950, -290, 668)
    assert left < right
    assert bottom < 0 < made.cap_height <= top
    assert (made.italic_angle, subset(font("BoldItalic"), "Hxg").italic_angle) == (0, -12)
