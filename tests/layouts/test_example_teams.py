"""Every page of the example teams, in every language, passes every check, and nothing new is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaarten.compose.compose import Composed
from kaarten.diagnostics import Report, Severity
from kaarten.pipeline import Order, job_of, open_pack
from kaarten.tailor.job import Job
from tests.layouts.checks import assert_every_check_passes
from tests.layouts.packs import composed_all
from tests.pages import measure

TEAMS = ("buurtteam-oost", "gebiedsteam-noorderlanden", "wijkteam-zonnehoven")
PALE = {"buurtteam-oost", "gebiedsteam-noorderlanden"}
"""Their colours cannot be text on white, and they are told so."""

Made = tuple[Job, list[Composed], Report]


PACKS = [(team, language) for team in TEAMS for language in ("nl", "nl-formal", "en")]


@pytest.fixture(scope="module", params=PACKS, ids="-".join)
def made(request: pytest.FixtureRequest, teams: dict[str, Path]) -> Made:
    team, language = request.param
    report = Report()
    pack = open_pack(Order(teams[team]), report)
    job = job_of(pack, language, report)
    return job, composed_all(pack, job, report), report


def test_every_page_passes_every_check(made: Made) -> None:
    _, materials, _ = made
    assert_every_check_passes(one.pieces for one in materials)


def test_only_a_pale_brand_is_warned_of(made: Made) -> None:
    job, _, report = made
    told = {d.code for d in report if d.severity is not Severity.NOTE}
    assert told == ({"brand-colour-pale"} if job.team_id in PALE else set())


def test_a_set_of_cards_has_its_names_in_one_size(made: Made) -> None:
    job, materials, _ = made
    domains = {str(domain.name) for domain in (*job.domains, job.competencies)}
    for id in ("dialoogkaarten", "koppen-bladen"):
        material = next(one for one in materials if one.material.id == id)
        inks = [
            ink for piece in material.pieces for ink in measure(piece.front).texts if ink.bold and ink.text in domains
        ]
        assert len(inks) == len(domains)
        assert len({ink.size for ink in inks}) == 1
