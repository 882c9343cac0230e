"""Cards and forms in the hand: what each must show, for every example team in every language."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from kaarten.compose.compose import Composed, compose
from kaarten.diagnostics import Report
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, open_pack
from kaarten.tailor.job import Job
from tests.layouts.limits import SIGN_WORDS
from tests.pages import Ink, Page, measure

TEAMS = ("buurtteam-oost", "gebiedsteam-noorderlanden", "wijkteam-zonnehoven")
LANGUAGES = ("nl", "nl-formal", "en")
MATERIALS = (
    "tijdkaarten", "rolkaartjes", "werkvormkaarten-1", "werkvormkaarten-2", "cijferkaart", "verwijskaart",
    "vragenblad-viertal", "blad-doelgroepen", "leervormenkaart", "minderheidskaart", "blad-andere-elementen",
)  # fmt: skip
Made = tuple[Job, dict[str, Composed]]


@pytest.fixture(scope="module", params=[(team, id) for team in TEAMS for id in LANGUAGES], ids="-".join)
def made(request: pytest.FixtureRequest, teams: dict[str, Path]) -> Made:
    team, language = request.param
    report = Report()
    pack = open_pack(Order(teams[team], selection=Selection(only=MATERIALS)), report)
    job = job_of(pack, language, report)
    found = {one.material.id: one for one in compose(job, pack.registry, report)}
    assert not report.errors
    return job, found


def pages(one: Composed) -> list[Page]:
    return [measure(piece.front) for piece in one.pieces]


def texts(page: Page) -> str:
    return as_typed(" ".join(ink.text for ink in page.texts if ink.read))


def as_typed(text: str) -> str:
    """With straight quotes and plain spaces."""
    return text.translate(str.maketrans("\u00a0\u2011\u2018\u2019", " -''"))


def largest(page: Page) -> Ink:
    return max((ink for ink in page.texts if ink.read), key=lambda ink: ink.size)


def test_time_cards_can_be_read_from_six_metres(made: Made) -> None:
    _, found = made
    sizes = {largest(page).size for page in pages(found["tijdkaarten"])}
    assert len(sizes) == 1
    assert sizes.pop() >= SIGN_WORDS
    assert len(found["tijdkaarten"].pieces) == 3


def test_role_cards_have_one_word_larger_than_all_else(made: Made) -> None:
    _, found = made
    assert len({largest(page).size for page in pages(found["rolkaartjes"])}) == 1
    for page, sign in zip(
        pages(found["rolkaartjes"]), found["rolkaartjes"].material.content.signs.values(), strict=True
    ):
        assert largest(page).text == sign.word
        assert sign.sentence in texts(page)


def test_every_working_form_has_a_card_with_its_number_steps_and_limits(made: Made) -> None:
    job, found = made
    shown = chain(found["werkvormkaarten-1"].pieces, found["werkvormkaarten-2"].pieces)
    cards = {piece.name: measure(piece.front) for piece in shown}
    assert len(cards) == len(job.forms) == 14
    for form in job.forms.values():
        words = texts(cards[form.name])
        for text in (str(form.number), form.name, form.text, form.hint):
            assert as_typed(text) in words
        for figure in (form.minutes, form.at_least, form.at_most):
            assert figure is None or f"{figure} " in words
        assert largest(cards[form.name]).text == str(form.number)


def test_working_forms_of_one_meeting_look_alike(made: Made) -> None:
    job, found = made
    for meeting in ("1", "2"):
        one = found[f"werkvormkaarten-{meeting}"]
        forms = sorted((form for form in job.forms.values() if form.meeting == meeting), key=lambda form: form.number)
        assert [piece.name for piece in one.pieces] == [form.name for form in forms]
        bold = [ink for page in pages(one) for ink in page.texts if ink.bold and ink.y < 36]
        names = {ink.size for ink in bold if not ink.text.isdecimal()}
        steps = {ink.size for page in pages(one) for ink in page.texts if 36 < ink.y < 110 and not ink.bold}
        assert (len(names), len(steps)) == (1, 1)


def test_a_score_card_has_the_ten_numbers_on_equal_blocks(made: Made) -> None:
    job, found = made
    (page,) = pages(found["cijferkaart"])
    numbers = [ink for ink in page.texts if ink.text in {str(number) for number in range(1, 11)}]
    assert [ink.text for ink in numbers] == [str(number) for number in range(1, 11)]
    grounds = [page.ground(ink) for ink in numbers]
    assert len({round(ground.bounds.width, 3) for ground in grounds if ground}) == 1
    assert min(ground.bounds.width for ground in grounds if ground) >= 7
    assert len({ground.bounds.x for ground in grounds if ground}) == 10
    assert str(job.labels["domain"]).lower() in texts(page).lower()


def test_every_domain_has_a_referral_card_with_its_name_in_one_size(made: Made) -> None:
    job, found = made
    assert [piece.name for piece in found["verwijskaart"].pieces] == [domain.name for domain in job.domains]
    names = [largest(page) for page in pages(found["verwijskaart"])]
    assert [ink.text for ink in names] == [domain.name for domain in job.domains]
    assert len({ink.size for ink in names}) == 1


def test_a_second_round_of_questions_goes_on_numbering(made: Made) -> None:
    _, found = made
    (page,) = pages(found["vragenblad-viertal"])
    numerals = sorted((ink for ink in page.texts if ink.text in list("123456")), key=lambda ink: ink.y)
    heading = next(ink for ink in page.texts if ink.text == found["vragenblad-viertal"].material.content.then.heading)
    assert [ink.text for ink in numerals] == list("123456")
    assert numerals[2].y < heading.y < numerals[3].y


def test_a_sheet_of_terms_has_the_larger_type_when_that_fits(made: Made) -> None:
    _, found = made
    (groups,), (formats,) = pages(found["blad-doelgroepen"]), pages(found["leervormenkaart"])
    first = {
        id: next(iter(found[id].material.content.groups.values())).terms
        for id in ("blad-doelgroepen", "leervormenkaart")
    }
    name = next(iter(first["blad-doelgroepen"].values())).name
    other = next(iter(first["leervormenkaart"].values())).name
    assert next(ink.size for ink in groups.texts if ink.text == name) > next(
        ink.size for ink in formats.texts if ink.text == other
    )
    assert [ink.text for ink in formats.texts if ink.text.endswith("%")] == ["70%", "20%", "10%"]


def test_boxes_to_tick_stand_before_the_words(made: Made) -> None:
    _, found = made
    for id, count in (("minderheidskaart", 2), ("blad-andere-elementen", 6)):
        (page,) = pages(found[id])
        boxes = [fill for fill in page.fills if fill.edge > 0 and abs(fill.bounds.width - fill.bounds.height) < 0.01]
        assert len(boxes) == count
        for box in boxes:
            beside = [ink for ink in page.texts if abs(ink.bounds.middle[1] - box.bounds.middle[1]) < 2]
            assert any(0 < ink.x - box.bounds.right < 4 for ink in beside)
