"""Letters: on one page where they can, on two without losing anything, and the same in a mail as on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kaarten.brand.inks import LINE
from kaarten.compose.compose import Composed, compose
from kaarten.compose.desk import Desk
from kaarten.compose.message import Message
from kaarten.diagnostics import KaartenError, Report, Severity
from kaarten.graphics import Shape
from kaarten.model.selection import Selection
from kaarten.pack import Order, open_pack
from kaarten.pipeline import job_of
from kaarten.send.mail import mail_text
from kaarten.tailor.job import Job
from layouts import letter
from tests.layouts.checks import inspect_pieces
from tests.pages import measure

LETTERS = ("uitnodiging", "bevestiging", "herinnering-1", "herinnering-2", "terugkoppeling-team", "brief-gemeente")
PACKS = [
    (team, language)
    for team in ("buurtteam-oost", "gebiedsteam-noorderlanden", "wijkteam-zonnehoven")
    for language in ("nl", "nl-formal", "en")
]

TEAM = """\
name: Buurtteam Oost
meetings:
  1: {date: 2027-03-02, start: "13:00", place: Buurthuis De Linde, address: Lindelaan 12}
  2: {date: 2027-03-16, start: "13:00", place: Buurthuis De Linde, address: Lindelaan 12}
sign_up_before: 2027-02-20
plan_ready: 2027-04-13
sender: Noor
contact: noor@example.org
phone: 030 123 45 67
links: {kennisbouwstenen: https://example.org}
"""

Made = tuple[Job, list[Composed], Report]


def made(folder: Path, language: str = "nl", only: tuple[str, ...] = LETTERS) -> Made:
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=only)), report)
    job = job_of(pack, language, report)
    return job, compose(job, pack.registry, report), report


def one(folder: Path, material: str, team: str = TEAM) -> tuple[Job, Composed, Report]:
    folder.mkdir(exist_ok=True)
    (folder / "team.yaml").write_text(team, encoding="utf-8")
    job, (composed,), report = made(folder, only=(material,))
    return job, composed, report


def message(job: Job) -> Message:
    (material,) = job.materials
    return letter.message(Desk(job, material, Report()), material.content)


def read(composed: Composed) -> list[str]:
    """Every line of text on the pages that a screen reader reads, from top to bottom."""
    return [line for page in read_by_page(composed) for line in page]


def squeezed(text: str) -> str:
    """Without spaces and lines to write on, with straight quotes: as it was typed."""
    return re.sub(r"\s|\.{6}", "", text.translate(str.maketrans("\u2018\u2019\u201c\u201d\u2011", "''\"\"-")))


@pytest.fixture(scope="module", params=PACKS, ids="-".join)
def example(request: pytest.FixtureRequest, teams: dict[str, Path]) -> Made:
    team, language = request.param
    return made(teams[team], language)


# ---- the example teams


def test_every_letter_passes_every_check(example: Made) -> None:
    _, materials, _ = example
    assert [composed.material.id for composed in materials] == list(LETTERS)
    faults = [fault for composed in materials for fault in inspect_pieces(composed.pieces).faults]
    assert not faults, "\n".join(map(str, faults))


def test_each_letter_of_an_example_team_is_one_page(example: Made) -> None:
    _, materials, _ = example
    assert {composed.material.id: len(composed.pieces) for composed in materials} == dict.fromkeys(LETTERS, 1)


def test_nothing_is_missing_in_the_example_teams(example: Made) -> None:
    _, _, report = example
    told = {d.code for d in report if d.severity is not Severity.NOTE}
    assert told <= {"brand-colour-pale"}


def test_what_stands_in_the_mail_stands_on_paper(example: Made) -> None:
    job, materials, _ = example
    looked = 0
    for composed in materials:
        on_paper = squeezed("".join(read(composed)))
        mail = mail_text(letter.message(Desk(job, composed.material, Report()), composed.material.content), "")
        for line in filter(None, mail.decode().split("\r\n")):
            name, _, fact = line.partition(": ")
            assert squeezed(line) in on_paper or (squeezed(name) + squeezed(fact)) in on_paper, line
            looked += 1
    assert looked > 60


# ---- what a team changes


def test_a_changed_word_changes_in_the_mail_and_on_paper(tmp_path: Path) -> None:
    own = "words: {nl: {uitnodiging: {body: {reason: {text: Kom ook eens langs.}}}}}\n"
    job, composed, _ = one(tmp_path, "uitnodiging", TEAM + own)
    assert "Kom ook eens langs." in read(composed)
    assert b"\r\nKom ook eens langs.\r\n" in mail_text(message(job), "Onderwerp")


def test_the_route_of_a_team_takes_the_place_of_a_line(tmp_path: Path) -> None:
    route = "Bus 8, halte Lindelaan"
    own = f"words: {{nl: {{bevestiging: {{body: {{route: {{facts: {{transport: {{text: '{route}'}}}}}}}}}}}}}}\n"
    job, composed, _ = one(tmp_path, "bevestiging", TEAM + own)
    _, before, _ = one(tmp_path / "before", "bevestiging")
    assert route in read(composed)
    assert f"Openbaar vervoer: {route}".encode() in mail_text(message(job), "")
    assert len(list(rules(before))) == len(list(rules(composed))) + 1


def rules(composed: Composed) -> Iterator[float]:
    """The y of every line to write on."""
    for piece in composed.pieces:
        for paint in (paint for stretch in piece.front.stretches for paint in stretch.paint):
            if isinstance(paint, Shape) and paint.stroke and paint.stroke.colour == LINE:
                yield paint.path.bounds().y


def test_a_date_is_printed_only_when_it_is_given(tmp_path: Path) -> None:
    _, without, _ = one(tmp_path / "without", "uitnodiging")
    _, dated, _ = one(tmp_path, "uitnodiging", TEAM + "materials: {uitnodiging: {content: {date: 2027-01-20}}}\n")
    assert "woensdag 20 januari 2027" in read(dated)
    assert "Datum" in read(dated)
    assert "Datum" not in read(without)


def test_a_fact_there_is_none_of_leaves_its_row_out(tmp_path: Path) -> None:
    team = TEAM.replace(", address: Lindelaan 12", "").replace("phone: 030 123 45 67", 'phone: ""')
    job, composed, report = one(tmp_path, "bevestiging", team)
    assert {d.code for d in report} == {"text-left-out"}
    assert "Adres" not in read(composed)
    assert b"Adres" not in mail_text(message(job), "")
    assert b"noor@example.org\r\n\r\nBijlage" in mail_text(message(job), "")


def test_the_hours_are_those_of_the_agenda(tmp_path: Path) -> None:
    own = "agenda: {meetings: {1: {total: 230, blocks: {M1-04: {minutes: 35}}}}}\n"
    job, _, _ = one(tmp_path, "uitnodiging", TEAM + own)
    assert b"Bijeenkomst 1: dinsdag 2 maart 2027, 13.00 tot 16.50 uur" in mail_text(message(job), "")


def test_a_sender_with_the_name_of_the_team_signs_once(tmp_path: Path) -> None:
    job, _, _ = one(tmp_path, "uitnodiging", TEAM.replace("sender: Noor", "sender: Buurtteam Oost"))
    assert [str(line) for line in message(job).parts[-1].lines] == [  # type: ignore[union-attr]
        "Buurtteam Oost",
        "noor@example.org",
        "030 123 45 67",
    ]


def test_a_passage_and_a_heading_of_the_teams_own(tmp_path: Path) -> None:
    own = (
        "words: {nl: {uitnodiging: {body: {lunch: {after: reason, heading: Lunch, text: Er is soep., "
        "points: {bread: Brood, fruit: Fruit}}}}}}\n"
    )
    job, composed, _ = one(tmp_path, "uitnodiging", TEAM + own)
    assert b"\r\n\r\nLunch\r\nEr is soep.\r\n\r\n- Brood\r\n- Fruit\r\n\r\n" in mail_text(message(job), "")
    lines = read(composed)
    assert lines.index("Lunch") < lines.index("Er is soep.") < lines.index("Brood")
    assert inspect_pieces(composed.pieces).faults == []


# ---- a team that told nothing


def test_what_was_not_told_is_a_line_in_both_and_said(tmp_path: Path) -> None:
    (tmp_path / "team.yaml").write_text("name: Buurtteam Oost\n", encoding="utf-8")
    job, materials, report = made(tmp_path)
    faults = [fault for composed in materials for fault in inspect_pieces(composed.pieces).faults]
    assert not faults, "\n".join(map(str, faults))
    missing = {str(d.details["key"]) for d in report if d.code == "missing-fact"}
    facts = {f"meetings.{number}.{fact}" for number in (1, 2) for fact in ("date", "place")}
    assert missing == facts | {"sender", "contact", "phone", "sign_up_before", "plan_ready"}
    first = job.materials[0]
    mail = mail_text(letter.message(Desk(job, first, Report()), first.content), "").decode()
    assert "Bijeenkomst 1: ......, 13.00 tot 17.00 uur, ......\r\n" in mail
    assert "v\u00f3\u00f3r ...... weten" in mail
    assert mail.endswith("groet,\r\n\r\n......\r\nBuurtteam Oost\r\n......\r\n......\r\n")


# ---- more than a page


@pytest.mark.parametrize(("sentences", "pages"), [(3, 1), (26, 2), (60, 3)])
def test_a_long_letter_goes_on_and_its_signature_never_stands_alone(tmp_path: Path, sentences: int, pages: int) -> None:
    text = ("Dit is een zin die wat langer is dan de andere, want hij vult een regel. " * sentences).strip()
    own = f'words: {{nl: {{uitnodiging: {{body: {{more: {{after: sign-up, text: "{text}"}}}}}}}}}}\n'
    _, composed, report = one(tmp_path, "uitnodiging", TEAM + own)
    assert not report.errors
    assert squeezed("".join(read(composed))).count("want") == sentences
    *_, last = read_by_page(composed)
    assert last.index("Hartelijke groet,") >= (3 if pages > 1 else 0)  # its head, and two lines of text
    numbered = [line for line in read(composed) if line.startswith("Uitnodiging \u00b7")]
    many = pages > 1
    assert numbered == [f"Uitnodiging \u00b7 {number} van {pages}" for number in range(1, pages + 1) if many]
    assert len(composed.pieces) == pages
    assert inspect_pieces(composed.pieces).faults == []


def read_by_page(composed: Composed) -> list[list[str]]:
    return [[ink.text for ink in measure(piece.front).texts if ink.read] for piece in composed.pieces]


def test_more_lines_than_a_page_go_on_the_next(tmp_path: Path) -> None:
    own = "materials: {brief-gemeente: {content: {body: {result: {lines: 40}}}}}\n"
    _, composed, report = one(tmp_path, "brief-gemeente", TEAM + own)
    assert not report.errors
    assert len(composed.pieces) > 1
    assert len(list(rules(composed))) == 40 + 2 + 2 + 2  # and two at the head: to whom
    assert inspect_pieces(composed.pieces).faults == []


# ---- faults


@pytest.mark.parametrize(
    ("addition", "code", "place"),
    [
        ("materials: {uitnodiging: {content: {date: 20-01-2027}}}\n", "not-a-date", "11:43"),
        ("words: {nl: {uitnodiging: {body: {reason: {tekst: Kom.}}}}}\n", "unknown-text", "11:44"),
        ("materials: {uitnodiging: {size: A5}}\n", "size-under-smallest", "11:13"),
    ],
)
def test_a_fault_stands_where_it_was_written(tmp_path: Path, addition: str, code: str, place: str) -> None:
    (tmp_path / "team.yaml").write_text(TEAM + addition, encoding="utf-8")
    try:
        _, _, report = made(tmp_path, only=("uitnodiging",))
        found = report.errors
    except KaartenError as error:
        found = error.diagnostics
    assert [(d.code, f"{d.mark.line}:{d.mark.column}") for d in found] == [(code, place)]
