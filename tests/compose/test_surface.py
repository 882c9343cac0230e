"""A surface refuses what nobody would read, and every text fits its box or is a fault at its own line."""

from __future__ import annotations

import math

import pytest

from kaarten.brand.inks import INK
from kaarten.compose.parts.bent import bent_text
from kaarten.compose.styles import BODY, LABEL
from kaarten.diagnostics import Mark, Report, Severity
from kaarten.geometry import Rect
from kaarten.graphics import BentGlyphs, Glyphs, Shape, Turned
from kaarten.text import Text
from tests.pages import measure
from tests.samples import surface, text, typeface


def test_painting_outside_everything_raises() -> None:
    with pytest.raises(RuntimeError, match="outside"):
        surface().rect(Rect(0, 0, 1, 1), fill=INK)


def test_a_tag_inside_an_artifact_raises() -> None:
    page = surface()
    with page.artifact(), pytest.raises(RuntimeError, match="artifact"), page.tag("P"):
        pass


def test_a_figure_needs_words() -> None:
    with pytest.raises(ValueError, match="words"), surface().figure("", Rect(0, 0, 1, 1)):
        pass


def test_decoration_inside_a_tag_splits_its_content_in_two() -> None:
    page = surface()
    with page.tag("P") as paragraph:
        page.text(10, 10, "voor", BODY, tag=None)
        with page.artifact():
            page.rect(Rect(0, 0, 5, 5), fill=INK)
        page.text(10, 20, "na", BODY, tag=None)
    face = page.face()
    assert [stretch.element for stretch in face.stretches] == [paragraph, None, paragraph]
    assert paragraph.kids == [face.stretches[0], face.stretches[2]]


def test_the_tree_follows_the_order_of_the_calls() -> None:
    page = surface()
    page.text(10, 10, "Kop", LABEL, tag="H1")
    with page.tag("L"), page.tag("LI"):
        page.text(10, 20, "punt", BODY, tag="LBody")
    tree = page.face().tree
    assert [element.tag for element in tree] == ["H1", "L"]
    assert tree[1].kids[0].kids[0].tag == "LBody"  # type: ignore[union-attr]


def test_text_stands_on_its_baseline_and_anchor() -> None:
    page = surface()
    width = page.text(100, 50, "midden", BODY, anchor="middle")
    paint = page.face().stretches[0].paint[0]
    assert isinstance(paint, Glyphs)
    line = paint.lines[0]
    assert line.y == 50
    assert line.width == pytest.approx(width)
    assert line.x == pytest.approx(100 - width / 2)


def test_a_paragraph_returns_the_next_baseline() -> None:
    page = surface()
    below = page.paragraph(10, 30, 40, "Deze zin is langer dan een regel van veertig millimeter.", BODY, lines=9)
    lines = page.face().stretches[0].paint[0].lines  # type: ignore[union-attr]
    assert len(lines) > 1
    assert below.lines == len(lines)
    assert below.below == pytest.approx(30 + len(lines) * BODY.leading)
    assert below.end == pytest.approx(10 + lines[-1].width)


def test_leading_shrinks_with_the_size() -> None:
    page = surface()
    wide = page.width("Generieke competenties", LABEL)
    page.text(0, 10, "Generieke competenties", LABEL, width=wide * 12 / 14)
    paint = page.face().stretches[0].paint[0]
    assert isinstance(paint, Glyphs)
    assert paint.size == 12


def test_a_text_too_long_is_an_error_where_it_was_written() -> None:
    report = Report()
    page = surface(report)
    long = text("woord " * 30)
    page.paragraph(10, 10, 40, long, BODY, lines=2)
    [fault] = report.errors
    assert (fault.code, fault.mark, fault.severity) == ("text-too-long", long.mark, Severity.ERROR)
    assert int(str(fault.details["words"])) > 5
    assert fault.details["floor"] == "11"


def test_a_glyph_that_no_font_has_is_an_error() -> None:
    report = Report()
    page = surface(report)
    page.text(10, 10, text("koffie \u2615"), BODY)
    assert [(fault.code, fault.mark.line) for fault in report.errors] == [("glyph-missing", 3)]


def test_one_size_for_a_set_is_that_of_the_longest() -> None:
    page = surface()
    room = page.width("Opvoeden en opgroeien", LABEL) * 11.5 / 14
    style = page.one_size(["Inkomen", "Opvoeden en opgroeien"], LABEL, room)
    assert style.size == 11.5


def test_six_dots_become_a_line_to_write_on() -> None:
    page = surface()
    page.text(10, 20, "op ...... om", BODY)
    face = page.face()
    [rule] = [paint for stretch in face.stretches if stretch.element is None for paint in stretch.paint]
    [glyphs] = [paint for stretch in face.stretches if stretch.element for paint in stretch.paint]
    assert isinstance(rule, Shape)
    start = 10 + page.width("op ", BODY) + typeface().first.space * BODY.size / 1000 * 25.4 / 72
    assert rule.path.bounds().x == pytest.approx(start)
    assert rule.path.bounds().width == pytest.approx(page.width("......", BODY))
    assert [word.text for word in glyphs.lines[0].words] == ["op", "", "om"]  # type: ignore[union-attr]


def test_bent_text_names_what_no_font_has() -> None:
    report = Report()
    page = surface(report)
    with page.tag("P"):
        bent_text(page, 100, 100, 50, 0, text("thee \u2615"), LABEL)
    assert [(fault.code, fault.mark.line) for fault in report.errors] == [("glyph-missing", 3)]


@pytest.mark.parametrize("inward", [False, True])
def test_bent_text_is_centred_on_its_angle(inward: bool) -> None:
    page = surface()
    with page.tag("P"):
        bent_text(page, 100, 100, 50, 180 if inward else 0, "anna", LABEL, inward=inward)
    paint = page.face().stretches[0].paint[0]
    assert isinstance(paint, BentGlyphs)
    assert paint.text == "anna"
    turns = [letter.turn % 360 for letter in paint.letters]
    assert sum((turn + 180) % 360 - 180 for turn in turns) == pytest.approx(0, abs=0.2)
    assert all(math.dist((letter.x, letter.y), (100, 100)) == pytest.approx(50, abs=3) for letter in paint.letters)


def test_letters_of_bent_text_know_where_their_word_ends() -> None:
    page = surface()
    with page.tag("P"):
        bent_text(page, 100, 100, 50, 0, "op een", LABEL)
    paint = page.face().stretches[0].paint[0]
    assert isinstance(paint, BentGlyphs)
    assert [letter.ends for letter in paint.letters] == [False, True, False, False, True]


def test_what_is_also_turned_is_read_once_and_seen_twice() -> None:
    page = surface()
    with page.also_turned(105, 100):
        with page.artifact():
            page.rect(Rect(20, 110, 5, 5), fill=INK)
        page.text(30, 120, "Noor", BODY, tag="H1")
    page.text(30, 250, "onder", BODY)
    upright, read, turned, after = page.face().stretches
    assert [stretch.element.tag if stretch.element else "" for stretch in (upright, read, turned, after)] == [
        "",
        "H1",
        "",
        "P",
    ]
    assert turned.paint == [Turned(105, 100, (*upright.paint, *read.paint))]
    box, over = (ink.bounds for ink in measure(page.face()).texts if ink.text == "Noor")
    assert (over.x, over.y, over.right, over.bottom) == pytest.approx(
        (210 - box.right, 200 - box.bottom, 210 - box.x, 200 - box.y)
    )


def test_nothing_is_turned_twice() -> None:
    page = surface()
    with page.also_turned(0, 0), pytest.raises(RuntimeError, match="inside"), page.also_turned(1, 1):
        pass


def test_a_text_of_a_table_that_is_too_long_is_not_repeated() -> None:
    report = Report()
    secret = Text("Geheimzinnigvoorbeeld", Mark("d.csv", 2, 1, "A2"))
    surface(report).text(0, 10, secret, BODY, width=5)
    (fault,) = report
    assert (fault.code, fault.mark.cell, fault.details["text"]) == ("text-too-long", "A2", "…")
