"""The packs that teams choose: every page passes every check, in all brands and languages, and says its words.

In: the example teams with `packs:` set. Out: nothing reported but a pale brand; tagged PDFs that conform and hold every
word written for them. Leaves alone: long names and many domains (test_matrix), what the pages look like (test_golden).
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kaarten.diagnostics import Report, Severity
from kaarten.impose.runs import Imposed, reading_sides
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from kaarten.press import Document, press
from kaarten.tailor.job import Job
from kaarten.text import TO_WRITE_ON
from tests.conformance import assert_conforms
from tests.layouts.checks import assert_every_check_passes, inspect_pieces
from tests.layouts.packs import materials_of, with_packs
from tests.test_whole_pack import squeezed, texts_in

TEAMS = ("buurtteam-oost", "gebiedsteam-noorderlanden", "wijkteam-zonnehoven")
PALE = {"buurtteam-oost", "gebiedsteam-noorderlanden"}
PACKS = [(team, language) for team in TEAMS for language in ("nl", "nl-formal", "en")]
SEEN_ONLY = {"alt", "title"}
"""What is said to who cannot see a drawing, and a title that is a bookmark where the page has a heading of its own."""

Made = tuple[Job, list[Imposed], Report]


@pytest.fixture(scope="module", params=PACKS, ids="-".join)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    team, language = request.param
    report = Report()
    folder = with_packs(tmp_path_factory.mktemp("team"), team)
    pack = open_pack(Order(folder, selection=Selection(only=materials_of())), report)
    job = job_of(pack, language, report)
    return job, lay_out(pack, job, report), report


def test_every_page_passes_every_check(made: Made) -> None:
    _, laid, _ = made
    assert len(laid) == len(materials_of()) > 40
    assert_every_check_passes(one.pieces for one in laid)


def test_only_a_pale_brand_is_told_of(made: Made) -> None:
    job, _, report = made
    told = [(d.code, d.details) for d in report]
    assert [code for code, _ in told] == ["brand-colour-pale"] * (job.team_id in PALE), told


def test_the_pdf_conforms_and_holds_every_word(made: Made) -> None:
    job, laid, _ = made
    pdf = press(Document("Proef", job.language.tag, reading_sides(laid)))
    assert_conforms(pdf)
    printed = squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))
    looked, missing = 0, dict[str, str]()
    for one in laid:
        for text in {*texts_in(one.material.content), *one.material.credits}:
            looked += 1
            short = text in one.material.credits and squeezed(one.material.credit_short) in printed
            if not short and any(part not in printed for part in squeezed(text).split(TO_WRITE_ON)):
                missing[text.id] = text
    assert looked > 500
    assert {id: text for id, text in missing.items() if id.rpartition(".")[2] not in SEEN_ONLY} == {}


MAKERS = {
    "leerstijlkaarten": "Ruijters", "actieleren-kaarten": "Revans", "waarderend-organiseren": "Cooperrider",
    "overlegvragen": "Derksen", "mindsetkaart": "Dweck",
}  # fmt: skip
"""Of the models on small cards, which have no room for the whole credit."""


def _sources(one: Imposed) -> set[str]:
    return {credit.id for credit in one.material.credits}


def test_a_card_of_another_source_names_that_source(made: Made) -> None:
    job, laid, _ = made
    alone = [one for one in laid if "credits.room" in _sources(one) and "credits.method" not in _sources(one)]
    told = {one.material.id: one.material.credit_short for one in alone}
    assert len(told) > 30
    assert all("Movisie" in text and "2018" in text for text in told.values()), job.language
    assert all(maker in told[id] for id, maker in MAKERS.items()), job.language


def test_a_card_of_two_sources_names_both_in_full(made: Made) -> None:
    """sources.md, section 3: D07 and D11. An A5 is no small card: a few words will not do."""
    job, laid, _ = made
    both = [one for one in laid if "credits.method-and-room" in _sources(one)]
    assert {one.material.id for one in both} == {"toepassingskaart", "aandachtsfunctionaris"}
    for one in both:
        pdf = press(Document("Proef", job.language.tag, reading_sides([one])))
        for page in PdfReader(BytesIO(pdf)).pages:
            assert squeezed(one.material.credits[0]) in squeezed(page.extract_text())


@pytest.mark.parametrize(
    ("material", "size", "paper"),
    [
        ("bordsessiebord", "A1 landscape", "a1"),
        ("bordsessiebord", "A2 landscape", "a2"),
        ("cijferposter", "A4", "a4"),
        ("cijferposter", "A3 landscape", "a3"),
        ("cijferposter", "A2", "a2"),
        ("resultatenblad", "A3", "a3"),
        ("overlegvragen", "A7 landscape", "a4"),
        ("overlegvragen", "A5 landscape", "a4"),
        ("tipkaarten", "A5", "a4"),
        ("leerstijlkaarten", "A5 landscape", "a4"),
        ("wie-weet-wat", "A4 landscape", "a4"),
    ],
)
def test_other_sizes_pass_too(tmp_path: Path, material: str, size: str, paper: str) -> None:
    folder = with_packs(tmp_path, "wijkteam-zonnehoven")
    settings = f"materials: {{{material}: {{size: {size}, paper: {paper}}}}}\n"
    (folder / "materials").mkdir(exist_ok=True)
    (folder / "materials" / "other.yaml").write_text(settings, encoding="utf-8")
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=(material,))), report)
    (one,) = lay_out(pack, job_of(pack, "nl", report), report)
    assert [d for d in report if d.severity is not Severity.NOTE] == []
    assert inspect_pieces(one.pieces).faults == []
