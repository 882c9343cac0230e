"""Decks: every card as often as there are sets, each back behind its front, at every size, and nothing lost."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaarten.compose.face import Element, Stretch
from kaarten.compose.parts.qr import LEAST_SQUARE, QUIET, qr_code, qr_side
from kaarten.diagnostics import KaartenError, Report, Severity
from kaarten.geometry import Size
from kaarten.graphics import Shape
from kaarten.impose.runs import Imposed, reading_sides
from kaarten.impose.sheets import Placement
from kaarten.model.deck import LONGEST_ADDRESS
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack, plan_runs
from kaarten.press import Document, press
from tests.conformance import assert_conforms
from tests.layouts.checks import inspect_pieces
from tests.pages import measure
from tests.samples import surface

BRANDS = {"plum": "#8A1F4D", "pale": "#CFE0DC", "yellow": "#F2B705"}
SIZES = ("A4", "A5", "A5 landscape", "A6", "A6 landscape", "A7", "A7 landscape", "90 x 55 mm", "85 x 54 mm")
LONG = "Vertel over een gesprek waarin je merkte dat {inwoners} iets anders wilden dan {het_team} had bedacht."


def write_deck(folder: Path, deck: dict[str, object], colour: str = BRANDS["plum"]) -> Path:
    """A team with one deck, `set`; JSON is YAML."""
    (folder / "decks").mkdir(parents=True, exist_ok=True)
    (folder / "team.yaml").write_text("name: Proefteam\nparticipants: 12\n", encoding="utf-8")
    (folder / "_brand.yml").write_text(f'meta: {{name: Proefteam}}\ncolor: {{primary: "{colour}"}}\n', encoding="utf-8")
    (folder / "decks" / "set.yaml").write_text(json.dumps(deck, ensure_ascii=False), encoding="utf-8")
    return folder


def laid(folder: Path, *only: str, language: str = "nl") -> tuple[list[Imposed], Report]:
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=only or ("set-kaarten",))), report)
    return lay_out(pack, job_of(pack, language, report), report), report


def deck(cards: Sequence[dict[str, object]], **more: object) -> dict[str, object]:
    """As YAML would have it: every scalar a text."""
    return {"title": "Vragen om op weg te gaan", "cards": list(cards), **more}


def card(number: int, *, back: bool = True, group: str = "", qr: bool = False) -> dict[str, object]:
    told: dict[str, object] = {"front": f"Vraag {number}: wat wil je leren?", "kind": "vraag"}
    told |= {"back": f"Vraag door bij {number}."} if back else {}
    told |= {"group": group} if group else {}
    return told | ({"qr": f"https://example.org/kaart/{number}"} if qr else {})


# ---- on paper


def _behind(sheet: Size, placed: Placement) -> tuple[float, float]:
    """Where a back must stand on a sheet that turns over its long edge."""
    size = placed.face.size
    if sheet.width > sheet.height:
        return placed.x, sheet.height - placed.y - size.height
    return sheet.width - placed.x - size.width, placed.y


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    count=st.integers(1, 14),
    sets=st.integers(1, 3),
    size=st.sampled_from(SIZES[1:]),
    backs=st.sets(st.integers(1, 14), max_size=4),
)
def test_every_card_stands_once_in_every_set_with_its_back_behind_it(
    tmp_path: Path, count: int, sets: int, size: str, backs: set[int]
) -> None:
    cards = [card(number, back=number in backs) for number in range(1, count + 1)]
    folder = write_deck(tmp_path, deck(cards, size=size, copies=str(sets)))
    (made,), report = laid(folder)
    assert report.errors == []
    pieces = {id(piece.front): piece for piece in made.pieces}
    fronts: Counter[str] = Counter()
    for run in plan_runs([made]):
        for sheet in run.sheets:
            cards_on_it = [placed for placed in sheet.front.placements if id(placed.face) in pieces]
            fronts.update([placed.face.title for placed in cards_on_it] * run.copies)
            for placed in cards_on_it:
                at = _behind(sheet.front.size, placed)
                behind = [
                    other.face
                    for other in (sheet.back.placements if sheet.back else ())
                    if abs(other.x - at[0]) < 0.01 and abs(other.y - at[1]) < 0.01
                ]
                back = pieces[id(placed.face)].back
                assert [id(face) for face in behind] == ([id(back)] if back else [])
                assert (back is not None) == bool(backs & set(range(1, count + 1)))
    assert len(fronts) == count
    assert set(fronts.values()) == {sets}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("colour", BRANDS)
def test_every_size_in_every_brand_passes_every_check(tmp_path: Path, size: str, colour: str) -> None:
    groups = {"een": {"name": "Samen op weg naar huis", "colour": "yellow"}, "twee": "De buurt"}
    cards = [card(1, group="een", qr=True), card(2, back=False), card(3, group="twee"), {"front": LONG}]
    folder = write_deck(tmp_path, deck(cards, size=size, groups=groups, intro=LONG), BRANDS[colour])
    made, report = laid(folder, "set")
    told = {d.code for d in report if d.severity is not Severity.NOTE}
    assert told <= {"brand-colour-pale"}
    assert [fault for one in made for fault in inspect_pieces(one.pieces).faults] == []


def test_questions_stand_in_one_size_but_for_the_longest(tmp_path: Path) -> None:
    cards = [*(card(number) for number in range(1, 20)), {"front": " ".join([LONG] * 4)}]
    (made,), _ = laid(write_deck(tmp_path, deck(cards)))
    sizes = [max(ink.size for ink in measure(piece.front).texts if not ink.bold) for piece in made.pieces]
    assert len(set(sizes[:-1])) == 1
    assert 14 <= sizes[-1] < sizes[0]


def test_a_text_that_does_not_fit_is_named_by_its_line_and_its_card(tmp_path: Path) -> None:
    folder = write_deck(tmp_path, deck([card(1)]))
    (folder / "decks" / "set.yaml").write_text(f"title: Set\ncards:\n- Kort.\n- {' '.join(['lang'] * 300)}\n")
    with pytest.raises(KaartenError) as told:
        laid(folder)
    (fault,) = [each for each in told.value.diagnostics if each.severity is Severity.ERROR]
    assert (fault.code, fault.mark.line, fault.mark.column) == ("text-too-long", 4, 3)
    assert str(fault.details["where"]).endswith("2/2")


# ---- the list and the poster


def test_the_list_has_every_card_and_the_poster_every_question(tmp_path: Path) -> None:
    groups = {"een": "Eerste", "twee": "Tweede"}
    cards = [card(number, group=("een", "twee")[number % 2]) for number in range(1, 61)]
    made, report = laid(write_deck(tmp_path, deck(cards, groups=groups)), "set-lijst", "set-poster")
    assert report.errors == []
    listed, poster = (
        re.sub(r"\s+", "", " ".join(ink.text for piece in one.pieces for ink in measure(piece.front).texts))
        for one in made
    )
    for number in range(1, 61):
        assert f"Vraag{number}:watwiljeleren?" in listed
        assert f"Vraagdoorbij{number}." in listed
        assert f"Vraag{number}:watwiljeleren?" in poster
        assert f"Vraagdoorbij{number}." not in poster


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lengths=st.lists(st.integers(1, 40), min_size=1, max_size=50), grouped=st.integers(0, 4))
def test_a_poster_loses_no_question_and_leaves_no_band_alone(tmp_path: Path, lengths: list[int], grouped: int) -> None:
    groups = {f"g{index}": f"Groep {index}" for index in range(grouped)}
    cards: list[dict[str, object]] = []
    for number, words in enumerate(lengths):
        told: dict[str, object] = {"front": f"Nummer{number} " + " ".join(["samen"] * words)}
        cards.append(told | ({"group": f"g{number % grouped}"} if grouped and number % 5 else {}))
    (made,), report = laid(write_deck(tmp_path, deck(cards, groups=groups)), "set-poster")
    assert report.errors == []
    assert inspect_pieces(made.pieces).faults == []
    shown = [ink.text for piece in made.pieces for ink in measure(piece.front).texts]
    for number in range(len(lengths)):
        assert sum(bool(re.match(rf"Nummer{number}\b", text)) for text in shown) == 1


# ---- large decks, and what a reader of PDF gets


def test_two_hundred_cards_work_and_conform(tmp_path: Path) -> None:
    cards = [card(number, group=f"g{number % 6}", qr=number % 3 == 0) for number in range(1, 201)]
    groups = {f"g{index}": f"Groep {index}" for index in range(6)}
    made, report = laid(write_deck(tmp_path, deck(cards, groups=groups)), "set")
    assert report.errors == []
    assert len(made[0].pieces) == 200
    for one in made:
        sides = reading_sides([one])
        assert_conforms(press(Document(str(one.material.title), "nl-NL", sides)))


def test_a_code_and_its_letters_are_links_that_say_where_they_lead(tmp_path: Path) -> None:
    (made,), _ = laid(write_deck(tmp_path, deck([card(7, qr=True)])))
    links = [element for element in _below(made.pieces[0].front.tree) if element.link]
    address = "https://example.org/kaart/7"
    assert [element.link.to for element in links if element.link] == [address] * 2
    (figure,) = (element for link in links for element in _below(link.kids))
    assert (figure.tag, figure.alt) == ("Figure", address)


def _below(kids: Iterable[Element | Stretch]) -> Iterator[Element]:
    for kid in kids:
        if isinstance(kid, Element):
            yield kid
            yield from _below(kid.kids)


@given(length=st.integers(20, LONGEST_ADDRESS))
def test_the_squares_of_a_code_are_never_too_small(length: int) -> None:
    """Drawn and measured: the finder in the corner of a code is seven squares wide."""
    address, drawn = "https://example.org/".ljust(length, "x"), surface()
    side = qr_side(address, 19)
    qr_code(drawn, 0, 0, side, address)
    (code,) = [paint for stretch in drawn.face().stretches[1:] for paint in stretch.paint if isinstance(paint, Shape)]
    first = code.path.steps[:2]
    finder = first[1][1] - first[0][1]  # type: ignore[operator]
    assert finder / 7 >= LEAST_SQUARE * 0.999
    assert code.path.bounds().x >= QUIET * finder / 7 - 0.001
    assert code.path.bounds().right <= side - QUIET * finder / 7 + 0.001
