"""The longest name, a de-word vocabulary, few and many domains and people, wide and high logos, every size of card and
poster, in three languages: nothing overlaps, leaves its block or goes under its floor.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations

import pytest

from kaarten.brand.inks import PLACE, PLACE_NUMBER
from kaarten.compose.compose import Composed
from kaarten.diagnostics import Report, Severity
from kaarten.tailor.job import Job
from tests.layouts.checks import assert_every_check_passes
from tests.layouts.limits import KEY_WORDS, poster_sheet
from tests.layouts.packs import LONG_NAME, Case, composed
from tests.pages import measure

CASES = [
    Case("nl", 5, 3, "4:1", ("A5 landscape", "prompts"), "A4", "8mm"),
    Case("nl", 10, 40, "1:4", ("A6", "prompts"), "A3", "12mm"),
    Case("nl", 10, 3, "4:1", ("210mm x 140mm", "plain"), "A2", "40mm named"),
    Case("nl", 7, 40, "1:4", ("120mm x 160mm", "none"), "A1", "40mm named"),
    Case("nl-formal", 10, 3, "4:1", ("120mm x 160mm", "prompts"), "A2", "19mm", colour="#CFE0DC"),
    Case("nl-formal", 5, 40, "1:4", ("210mm x 140mm", "prompts"), "A1", "40mm named"),
    Case("nl-formal", 10, 40, "4:1", ("A5 landscape", "plain"), "A4", "8mm"),
    Case("nl-formal", 7, 3, "1:4", ("A6", "plain"), "A3", "19mm"),
    Case("en", 10, 40, "4:1", ("A5 landscape", "none"), "A1", "12mm"),
    Case("en", 5, 3, "1:4", ("A6", "prompts"), "A3", "40mm named", colour="#F2B705"),
    Case("en", 7, 40, "4:1", ("210mm x 140mm", "prompts"), "A2", "8mm"),
    Case("en", 10, 3, "1:4", ("120mm x 160mm", "plain"), "A4", "12mm"),
]
"""Chosen so that most pairs of what works on each other stand here once; the last test counts them."""

Made = tuple[Case, Job, list[Composed], Report]


@pytest.fixture(scope="module", params=CASES, ids=str)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    case: Case = request.param
    return case, *composed(tmp_path_factory.mktemp("team"), case)


def test_every_page_passes_every_check(made: Made) -> None:
    _, _, materials, _ = made
    assert_every_check_passes(one.pieces for one in materials)


def test_nothing_is_reported_but_what_was_expected(made: Made) -> None:
    case, job, materials, report = made
    told = Counter(d.code for d in report if d.severity is not Severity.NOTE)
    few = _places(_of(materials, "poster-stickers")) < max(4, math.ceil(2 * case.participants / len(job.domains)))
    expected = {"places-too-few": few, "brand-colour-pale": case.colour in ("#CFE0DC", "#F2B705")}
    if case.poster == "A4":  # ten domains leave no room for examples there: then they are left out, and that is said
        texts = {ink.text for ink in measure(_of(materials, "poster-wiel").pieces[0].front).texts}
        expected["examples-left-out"] = not any(job.domains[0].general_example.startswith(text) for text in texts)
    assert told == Counter({code: 1 for code, told in expected.items() if told}), [d.details for d in report]


def test_a_place_is_larger_than_its_sticker_and_lies_alone(made: Made) -> None:
    _, job, materials, _ = made
    rings = [
        fill for fill in measure(_of(materials, "poster-stickers").pieces[0].front).fills if fill.edge_colour == PLACE
    ]
    assert len(rings) > 3
    assert min(ring.bounds.width + ring.edge for ring in rings) >= job.stickers.diameter
    assert not [one for one, other in combinations(rings, 2) if one.bounds.overlaps(other.bounds)]


def test_the_long_name_stands_on_pages_whole(made: Made) -> None:
    """On the A4 pages and the wheel; a card has a logo for it."""
    _, job, materials, _ = made
    assert job.team_name == LONG_NAME
    for material in ("werkblad-1", "werkblad-2", "huiswerk", "flyer", "competenties"):
        texts = [ink.text for ink in measure(_of(materials, material).pieces[0].front).texts]
        assert any(text.startswith(LONG_NAME) for text in texts), material


def test_cards_are_as_many_and_as_large_as_asked(made: Made) -> None:
    case, _, materials, _ = made
    cards = _of(materials, "dialoogkaarten")
    assert len(cards.pieces) == case.domains + 2
    assert all((piece.back is None) == (case.card[1] == "none") for piece in cards.pieces)
    assert {piece.front.size for piece in cards.pieces} == {cards.material.size}


def test_posters_have_key_words_to_read_from_afar(made: Made) -> None:
    _, _, materials, _ = made
    for material in ("poster-wiel", "poster-stickers"):
        page = measure(_of(materials, material).pieces[0].front)
        largest = max(ink.size for ink in page.texts if ink.read)
        assert largest >= KEY_WORDS[poster_sheet(page.size)]


def test_no_logo_is_smaller_than_its_owner_allows(made: Made) -> None:
    """6 mm here (packs.py); looks.md section 5: its own minimum size wins over ours."""
    _, _, materials, _ = made
    for one in materials:
        for piece in one.pieces:
            heights = [mark.bounds.height for mark in measure(piece.front).drawings if mark.kind == "logo"]
            assert max(heights, default=6.0) >= 6.0 - 1e-6, one.material.id


def test_own_words_take_their_own_article(made: Made) -> None:
    case, _, materials, _ = made
    if case.language == "en":
        return
    texts = {ink.text for one in materials for piece in one.pieces for ink in measure(piece.front).texts}
    said = "\n".join(sorted(texts))  # a line and the one after it in the set say nothing together
    assert "buurtploeg" in said
    for wrong in ("het buurtploeg", "ons buurtploeg", "dit ontwikkelagenda", "het ontwikkelagenda", "wijkteam moet"):
        assert wrong not in said


def test_every_pair_of_the_kinds_that_work_on_each_other_is_tried() -> None:
    for one, other, least in (
        (lambda case: case.language, lambda case: case.card[0], 9),
        (lambda case: case.language, lambda case: case.poster, 10),
        (lambda case: case.domains, lambda case: case.participants, 6),
        (lambda case: case.logo, lambda case: case.card[0], 6),
        (lambda case: case.poster, lambda case: case.domains, 8),
    ):
        assert len({(one(case), other(case)) for case in CASES}) >= least


def _places(poster: Composed) -> int:
    """The highest number that stands in every zone; that of the competencies may have more room than the others."""
    texts = measure(poster.pieces[0].front).texts
    numbers = Counter(int(ink.text) for ink in texts if ink.colour == PLACE_NUMBER and not ink.read)
    return max((number for number, zones in numbers.items() if zones > 1), default=0)


def _of(materials: list[Composed], id: str) -> Composed:
    return next(one for one in materials if one.material.id == id)
