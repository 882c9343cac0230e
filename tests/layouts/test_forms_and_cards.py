"""Forms, card sets and the board: their fields stand once, in order, with room; what does not fit is told.

In: small teams with a material of each. Out: composed pages, or faults at their line. Leaves alone: brands, languages
and the materials of the packs (test_packs).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaarten.brand.inks import INK, LINE
from kaarten.compose.drawing.faces import MOODS, face
from kaarten.diagnostics import KaartenError, Report
from kaarten.geometry import Rect
from kaarten.graphics import Shape
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from tests.layouts.checks import inspect_pieces
from tests.pages import measure

HEAD = "name: Proefteam\nparticipants: 6\n"


def made(folder: Path, team: str):
    """The one material of a team, called `blad`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "team.yaml").write_text(HEAD + team, encoding="utf-8")
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=("blad",))), report)
    (one,) = lay_out(pack, job_of(pack, "nl", report), report)
    return one.pieces


def form(parts: list[tuple[int, int]], *, sides: int = 1) -> str:
    """A form of parts, each with so many lines and so many options."""
    settings_ = "".join(f"        p{i}: {{lines: {lines}}}\n" for i, (lines, _) in enumerate(parts))
    words = ""
    for i, (_, options) in enumerate(parts):
        words += f"        p{i}:\n          label: Vraag nummer {i}?\n"
        if options:
            words += "          options: {" + ", ".join(f"o{j}: Antwoord {j}" for j in range(options)) + "}\n"
    return (
        f"materials:\n  blad:\n    layout: form\n    size: A4\n    sides: {sides}\n"
        "    content:\n      fields:\n"
        f"{settings_}words:\n  nl:\n    blad:\n      title: Blad\n      kicker: Proef\n      fields:\n{words}"
    )


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 7)), min_size=1, max_size=12), st.integers(1, 2))
def test_every_part_stands_once_in_order_with_its_lines(
    tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[int, int]], sides: int
):
    pieces = made(tmp_path_factory.mktemp("team"), form(parts, sides=sides))
    faces = [each for piece in pieces for each in (piece.front, piece.back) if each]
    assert len(pieces) == -(-len(faces) // sides)
    labels = [ink.text for each in faces for ink in measure(each).texts if ink.text.startswith("Vraag nummer")]
    assert labels == [f"Vraag nummer {i}?" for i in range(len(parts))]
    rules = [rule for each in faces for rule in measure(each).rules if rule.colour == LINE and rule.level]
    behind = sum(not lines and not options for lines, options in parts)
    wanted = sum(lines for lines, _ in parts)
    assert wanted <= len(rules) - behind <= 2 * wanted
    boxes = [fill for each in faces for fill in measure(each).fills if fill.edge_colour == INK]
    assert len(boxes) == sum(options for _, options in parts)
    assert inspect_pieces(pieces).faults == []


def test_more_lines_than_a_page_has_are_told_at_their_number(tmp_path: Path):
    with pytest.raises(KaartenError) as caught:
        made(tmp_path, form([(2, 0), (40, 0)]))
    (told,) = [each for each in caught.value.diagnostics if each.code == "lines-too-many"]
    assert (told.mark.line, told.details["lines"]) == (11, 40)


EVERY_KIND = """
materials:
  blad:
    layout: form
    size: {size}
    content:
      numbered: {numbered}
      {each}
      fields: {{naam: {{}}, wat: {{lines: 1}}, wie: {{tick: yes}}, hoe: {{scale: 3}}}}
words:
  nl:
    blad:
      title: Blad
      kicker: Proef
      heading: Een kop
      lead: Vul dit in.
      note: Noem geen namen.
      fields:
        naam: {{label: Naam}}
        wat: {{label: Wat?, hint: Kort}}
        wie: {{label: Wie?, options: {{ja: Ja, nee: Nee}}}}
        hoe: {{label: Hoe vaak?, rows: {{a: Samen, b: Alleen}}}}
"""
SAID = ["Een kop", "Vul dit in.", "Noem geen namen.", *"Naam Wat? Kort Samen Alleen Wie? Ja Nee".split(), "Hoe vaak?"]


@pytest.mark.parametrize("each", ["", "each: domain"])
@pytest.mark.parametrize("numbered", ["yes", "no"])
@pytest.mark.parametrize("size", ["A6", "A5", "A5 landscape", "A4", "A4 landscape"])
def test_one_content_makes_a_form_of_any_size(tmp_path: Path, size: str, numbered: str, each: str):
    pieces = made(tmp_path, EVERY_KIND.format(size=size, numbered=numbered, each=each))
    assert inspect_pieces(pieces).faults == []
    assert len(pieces) == (7 if each else 1)
    for piece in pieces:
        told = [ink.text for ink in measure(piece.front).texts]
        assert set(SAID) <= set(told)
        assert sum(text.isdecimal() for text in told) == (6 if numbered == "yes" else 3)


def cards(card: str, size: str = "A6", more: str = "") -> str:
    return (
        f"materials:\n  blad:\n    layout: card_set\n    kind: cards\n    size: {size}\n{more}"
        "words:\n  nl:\n    blad:\n"
        f"      title: Kaarten\n      kicker: Proef\n      cards:\n{card}"
    )


def test_a_card_too_full_is_told_at_its_first_text_without_room(tmp_path: Path):
    points = ", ".join(f"p{i}: Punt nummer {i} van een lijst die te lang is voor deze kaart" for i in range(14))
    card = f"        een:\n          title: Kaart\n          points: {{{points}}}\n          question: Past dit?\n"
    with pytest.raises(KaartenError) as caught:
        made(tmp_path, cards(card))
    assert {(each.code, each.mark.line) for each in caught.value.diagnostics} == {("text-too-long", 16)}


def test_printed_on_both_sides_each_second_card_is_a_back_and_a_last_one_alone_has_none(tmp_path: Path):
    three = "".join(f"        k{i}: {{title: Kaart {i}, text: Tekst.}}\n" for i in range(3))
    more = "    sides: 2\n"
    pieces = made(tmp_path, cards(three, more=more))
    assert [(piece.front.title, piece.back.title if piece.back else "") for piece in pieces] == [
        ("Kaart 0", "Kaart 1"),
        ("Kaart 2", ""),
    ]
    assert inspect_pieces(pieces).faults == []


def test_sentences_of_a_set_have_one_size(tmp_path: Path):
    texts = ["Waarom?", "Wat vond de inwoner van deze aanpak, en wat vond je collega ervan?"]
    card = "".join(f'        k{i}: {{text: "{text}"}}\n' for i, text in enumerate(texts))
    pieces = made(tmp_path, cards(card, size="A7 landscape", more="    content: {numbered: no}\n"))
    sizes = {ink.size for piece in pieces for ink in measure(piece.front).texts if ink.bold}
    assert len(sizes) == 1
    assert inspect_pieces(pieces).faults == []


def board(minutes: int) -> str:
    return (
        "materials:\n  blad:\n    layout: board\n    paper: a2\n    size: A2 landscape\n    content:\n      columns:\n"
        f"        een: {{kind: moods, width: 2, minutes: {minutes}}}\n"
        "        twee: {kind: memos, width: 3, minutes: 1}\n"
        "words:\n  nl:\n    blad:\n      title: Bord\n      heading: Bord\n      subtitle: elke week\n"
        "      minute: min\n"
        "      columns:\n        een: {name: Een, ask: Hoe?, rows: {a: Goed, b: Matig, c: Slecht}}\n"
        "        twee: {name: Twee, ask: Wat?}\n"
    )


@pytest.mark.parametrize("minutes", [0, 1, 6])
def test_a_square_is_a_minute_and_a_memo_keeps_its_size(tmp_path: Path, minutes: int):
    (piece,) = made(tmp_path, board(minutes))
    page = measure(piece.front)
    squares = [fill for fill in page.fills if fill.is_rect and fill.bounds.height < 4]
    assert len(squares) == minutes + 1
    paint = [each for stretch in piece.front.stretches for each in stretch.paint if isinstance(each, Shape)]
    shapes = [each.path.bounds() for each in paint if each.stroke]
    memos = [box for box in shapes if abs(box.width - 76) < 1e-6 and abs(box.height - 76) < 1e-6]
    assert len(memos) >= 2
    assert inspect_pieces((piece,)).faults == []


@given(st.floats(4, 200), st.integers(0, MOODS - 1))
def test_a_face_stays_in_its_box_and_its_mouth_says_how_it_is(side: float, glad: int):
    box = Rect(10, 20, side, side)
    parts = face(box, glad).parts
    assert all(box.contains(part.path.bounds(), slack=0.01) for part in parts)
    mouth = parts[-1].path.bounds()
    ends = parts[-1].path.steps[0][-1]
    assert isinstance(ends, float)
    low, high = mouth.bottom - ends, ends - mouth.y
    assert (low > high) == (glad > 2)
    assert (low == high) == (glad == 2)


def test_there_is_no_face_beyond_the_last():
    with pytest.raises(IndexError):
        face(Rect(0, 0, 10, 10), MOODS)
