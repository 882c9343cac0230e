"""Card sets: numbers, groups, questions, sentences to finish."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.brand.inks import LINE
from kaarten.compose.face import Piece
from kaarten.compose.parts.set_content import SetCard, SetContent
from kaarten.diagnostics import KaartenError, Report
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from kaarten.text import Count, Text
from tests.layouts.checks import inspect_pieces
from tests.pages import measure

GROUPS = """\
groups:
  near: {name: Dichtbij, colour: "#47802F", icon: users, pattern: diagonal}
  far: {name: Ver weg, colour: "#F4CC46", icon: map-pin, pattern: grid}
"""
CARDS = """\
cards:
  one: {title: Eerste, text: Waar begin je?, group: near, asks: 2}
  how: {title: Uitleg, text: Lees dit eerst., icon: book}
  two: {title: Tweede, text: Wie gaat er mee? En wie niet?, group: far, asks: 2}
  own: {title: Zelf, prompts: {start: {label: Ik ga, lines: 1}}, icon: pencil, copies: 3}
asks: {why: Waarom?, more: Wat nog meer?, who: Wie nog?}
foot: Vraag door
"""


def made(folder: Path, content: str, size: str = "A6", layout: str = "card_set") -> tuple[Piece, ...]:
    """The pieces of a set with this content; a sheet of it goes on an A3."""
    paper = "" if layout == "card_set" else "    paper: a3\n"
    (folder / "team.yaml").write_text(
        f"name: Proefteam\nmaterials:\n  set:\n    layout: {layout}\n{paper}    size: {size}\n    content:\n"
        + indent(dedent(content), " " * 6)
        + "words: {nl: {set: {title: Set, kicker: Proefkaart}}}\n",
        encoding="utf-8",
    )
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=("set",))), report)
    (laid,) = lay_out(pack, job_of(pack, "nl", report), report)
    return laid.pieces


def texts(piece: Piece) -> list[str]:
    return [ink.text for ink in measure(piece.front).texts]


def test_cards_without_a_sign_of_their_own_are_numbered(tmp_path: Path) -> None:
    pieces = made(tmp_path, GROUPS + CARDS)
    assert [piece.name for piece in pieces] == ["Eerste", "Uitleg", "Tweede", "Zelf"]
    assert [[text for text in texts(piece) if text.isdecimal()] for piece in pieces] == [["1"], [], ["2"], []]
    assert "Proefkaart 2 van 2" in texts(pieces[2])
    assert [piece.copies for piece in pieces] == [1, 1, 1, 3]
    assert inspect_pieces(pieces).faults == []


def test_a_card_tells_its_group_and_a_group_its_cards(tmp_path: Path) -> None:
    pieces = made(tmp_path, GROUPS + CARDS + "group_title: Thema\n")
    assert [piece.name for piece in pieces] == ["Dichtbij", "Eerste", "Uitleg", "Ver weg", "Tweede", "Zelf"]
    assert {"Thema", "Eerste"} <= set(texts(pieces[0]))
    assert "Dichtbij" in texts(pieces[1])
    assert "Tweede" not in texts(pieces[0])


def test_texts_have_one_size_and_every_sentence_a_line(tmp_path: Path) -> None:
    pieces = made(tmp_path, GROUPS + CARDS)
    found = {ink.text: ink for piece in pieces for ink in measure(piece.front).texts}
    assert found["Waar begin je?"].size == found["Wie gaat er mee?"].size
    assert found["Wie gaat er mee?"].y < found["En wie niet?"].y


def test_a_card_asks_what_it_names_and_the_others_go_on_with_the_following(tmp_path: Path) -> None:
    named = CARDS.replace("group: near, asks: 2", "group: near, asked: [who, why]")
    first, _, second, _ = made(tmp_path, GROUPS + named)
    asked = {"Waarom?", "Wat nog meer?", "Wie nog?"}
    assert [text for text in texts(first) if text in asked] == ["Wie nog?", "Waarom?"]
    assert [text for text in texts(second) if text in asked] == ["Waarom?", "Wat nog meer?"]


def test_a_cover_comes_first_and_has_no_number(tmp_path: Path) -> None:
    cover, *others = made(tmp_path, CARDS.replace(", group: near", "").replace(", group: far", "") + COVER)
    assert cover.name == "Zo werkt het"
    assert not [text for text in texts(cover) if text.isdecimal()]
    assert {"Eerste", "Uitleg", "Tweede", "Zelf"} <= set(texts(cover))
    assert len(others) == 4


COVER = "cover: {title: Zo werkt het, listed: yes, text: Leg de kaarten op tafel. Kies er een.}\n"


@pytest.mark.parametrize("size", ["A7", "A7 landscape", "A6", "A6 landscape", "A5", "A4", "A3 landscape"])
def test_every_size_passes_every_check(tmp_path: Path, size: str) -> None:
    small = CARDS.replace("asks: 2", "asks: 1").replace("lines: 1", "lines: 0") if size.startswith("A7") else CARDS
    pieces = made(tmp_path, GROUPS + small + COVER, f"{size}\n    paper: {'a3' if 'A3' in size else 'a4'}")
    assert inspect_pieces(pieces).faults == []


def test_more_lines_than_there_is_room_for_are_told_at_their_number(tmp_path: Path) -> None:
    with pytest.raises(KaartenError) as caught:
        made(tmp_path, CARDS.replace("lines: 1", "lines: 12").replace(", group: near", "").replace(", group: far", ""))
    assert [(one.code, one.mark.line) for one in caught.value.diagnostics] == [("lines-too-many", 11)]


def test_a_group_nobody_knows_is_told_where_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(KaartenError) as caught:
        made(tmp_path, GROUPS + CARDS.replace("group: far", "group: fra"))
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.mark.line, fault.details["guess"]) == ("unknown-group", 13, "far")


def test_with_group_cards_and_two_sides_no_card_is_lost(tmp_path: Path) -> None:
    text = GROUPS + CARDS.replace(", asks: 2", "").replace("lines: 1", "lines: 0") + "group_title: Thema\n" + COVER
    pieces = made(tmp_path, text, "A6\n    sides: 2")
    names = [(piece.front.title, piece.back.title if piece.back else "") for piece in pieces]
    assert names == [
        ("Zo werkt het", ""), ("Dichtbij", ""), ("Eerste", "Uitleg"), ("Ver weg", ""), ("Tweede", "Zelf"),
    ]  # fmt: skip
    assert inspect_pieces(pieces).faults == []


EVERYTHING = """\
cards:
  a: {text: Waarom doe je dit?, points: {een: Eerste punt, twee: Tweede punt}, question: Wat nu?, asks: 1}
  b:
    {title: Titel, text: Tekst., parts: {p: {label: Let op, text: Deel.}}, points: {x: Nog een punt}, question: En dan?}
asks: {why: Waarom?}
options: {yes: Ja, no: Nee}
foot: Vraag door
"""


def test_a_card_may_have_all_of_it_and_nothing_is_lost_or_overlaps(tmp_path: Path) -> None:
    pieces = made(tmp_path, EVERYTHING)
    one, other = (set(texts(piece)) for piece in pieces)
    assert {"Eerste punt", "Tweede punt", "Wat nu?", "Waarom?", "Ja", "Nee", "Vraag door"} <= one
    assert {"Tekst.", "Let op", "Deel.", "Nog een punt", "En dan?", "Ja", "Nee", "Vraag door"} <= other
    assert inspect_pieces(pieces).faults == []


def test_a_sentence_alone_is_the_heading_and_has_air(tmp_path: Path) -> None:
    cards = (
        "cards: {a: {text: Waarom?}, b: {text: Wat doe je de volgende keer precies hetzelfde als nu?}}\nnumbered: no\n"
    )
    for piece in made(tmp_path, cards, "A7 landscape"):
        assert [one.tag for one in piece.front.tree if one.tag.startswith("H")] == ["H1"]
        page = measure(piece.front)
        band = max(fill.bounds.bottom for fill in page.fills if fill.bounds.width > 60)
        large = [ink for ink in page.texts if ink.bold]
        assert min(ink.bounds.y for ink in large) > band + 6


PARTS = """\
numbered: no
cards:
  a: {title: Een, text: Je leert snel door goed te kijken hoe een ander het doet., parts: {p: {label: Past bij jou,
    text: "Meelopen, een praatje op de gang, werkbezoek, voorbeelden."}, m: {label: Let op, text: Vraag waarom.}}}
  b: {title: Twee, text: Lees., parts: {p: {label: Past bij jou, text: Boeken.}, m: {label: Let op, text: Doe het.}}}
"""


@pytest.mark.parametrize("size", ["A7", "A6", "A5"])
def test_a_part_begins_at_one_height_on_all_cards(tmp_path: Path, size: str) -> None:
    for label in ("Past bij jou", "Let op"):
        heights = {
            round(ink.y, 3)
            for piece in made(tmp_path, PARTS, size)
            for ink in measure(piece.front).texts
            if ink.text == label
        }
        assert len(heights) == 1, label


@pytest.mark.parametrize("size", ["A7", "A7 landscape", "A6", "A5"])
def test_on_a_card_for_the_hand_no_text_is_larger_than_its_title(tmp_path: Path, size: str) -> None:
    cards = "cards: {a: {title: Maak verbinding, text: Zonder contact niets.}, b: {title: Geef stem, text: Zo.}}\n"
    for piece in made(tmp_path, cards, size):
        title, text = (max(ink.size for ink in measure(piece.front).texts if ink.bold is bold and len(ink.text) > 3)
                       for bold in (True, False))  # fmt: skip
        assert title >= text


@pytest.mark.parametrize(
    ("size", "title"),
    [("A7 landscape", "Begin bij de praktijk van gisteren en van morgen"), ("A6", "Zoek vaker tegenspraak")],
)
def test_a_title_of_two_lines_has_air_under_its_tails(tmp_path: Path, size: str, title: str) -> None:
    (piece,) = made(tmp_path, f"cards: {{a: {{title: {title}, text: Zo.}}}}\n", size)
    page = measure(piece.front)
    band = max((fill.bounds for fill in page.fills), key=lambda bounds: bounds.width)
    lines = [ink.bounds for ink in page.texts if ink.bold and not ink.text.isdecimal()]
    assert len(lines) == 2
    assert band.bottom - max(line.bottom for line in lines) >= 3


def test_a_text_and_a_sentence_to_finish_begin_level(tmp_path: Path) -> None:
    cards = "cards: {a: {title: Doel, text: Het is niet helder}, b: {title: Zelf, prompts: {c: {label: Het is}}}}\n"
    tops = [
        next(ink.bounds.y for ink in measure(piece.front).texts if ink.text.startswith("Het is"))
        for piece in made(tmp_path, cards, "A4 landscape")
    ]
    assert tops[0] == pytest.approx(tops[1], abs=0.6)


def test_a_sentence_to_finish_stands_near_the_text_before_it(tmp_path: Path) -> None:
    cards = "cards: {a: {title: Kies, text: Spreek af wie het doet., prompts: {c: {label: Wie, lines: 1}}}}\n"
    (piece,) = made(tmp_path, cards)
    places = {ink.text: ink.y for ink in measure(piece.front).texts}
    assert 9 <= places["Wie"] - places["Spreek af wie het doet."] <= 18


@given(st.lists(st.integers(0, 4), min_size=1, max_size=20), st.integers(1, 5))
def test_questions_go_round_so_that_each_is_asked_as_often(wanted: list[int], known: int) -> None:
    cards = {str(at): SetCard(title=Text(str(at)), asks=Count(count)) for at, count in enumerate(wanted)}
    asks = {str(at): Text(f"Vraag {at}") for at in range(known)}
    found = SetContent(kicker=Text("k"), cards=cards, asks=asks).shared_out()
    told = [str(text) for texts in found.values() for text in texts]
    assert [len(texts) for texts in found.values()] == [min(count, known) for count in wanted]
    counts = [told.count(text) for text in asks.values()]
    assert max(counts) - min(counts) <= 1


ANSWERS = """\
cards:
  a: {title: Een, text: Vertel elkaar iets., question: Wat hielp?, lines: 3}
  b: {title: Twee, text: Teken een gewone dag., question: Hoe ziet het eruit als alles lukt wat je wilt?, lines: 3}
  c: {title: Drie, text: Kijk., question: Wat zie je?, lines: 3, draw: yes}
"""


@pytest.mark.parametrize(("size", "lines"), [("A6", 3), ("A5", 3), ("A6 landscape", 2), ("A7 landscape", 1)])
def test_room_to_answer_is_level_and_as_much_as_the_size_has(tmp_path: Path, size: str, lines: int) -> None:
    pieces = made(tmp_path, ANSWERS, size)
    one, other, drawn = (measure(piece.front) for piece in pieces)
    written = [[rule.a[1] for rule in page.rules if rule.colour == LINE] for page in (one, other)]
    assert [len(each) for each in written] == [lines, lines]
    assert written[0] == pytest.approx(written[1])
    frames = [box for box in drawn.drawings if box.bounds.width > 60 and not box.bounds.height < 10]
    assert len(frames) == (1 if lines > 1 else 0)
    assert inspect_pieces(pieces).faults == []
