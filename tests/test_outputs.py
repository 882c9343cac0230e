"""What is mailed, as a user gets it: real processes, a fixed team, the very files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

TEAM = """\
name: Buurtteam Oost
meetings:
  1: {date: 2027-03-28, start: "13:00", place: Buurthuis De Linde, address: Lindelaan 12}
  2: {date: 2027-10-31, start: "9:30", place: Dorpshuis}
sign_up_before: 2027-02-20
plan_ready: 2027-04-13
sender: Noor
contact: noor@example.org
phone: 030 123 45 67
links: {kennisbouwstenen: https://example.org, zelftest: https://example.org/test}
"""

INVITATION = """\
Onderwerp: Doe je mee? Twee bijeenkomsten over wat we weten en willen leren

Beste ......,

In ons wijkteam weten we veel. Maar weten we ook wat we nog missen? Dat zoeken we samen uit, in twee bijeenkomsten.

De eerste keer praten we over ons werk, over de vragen van inwoners en over wat jij weet. De tweede keer kiezen we \
wat we willen leren. Daar maak ik het scholingsplan van. Jouw kennis telt mee, dus ik hoop dat je erbij bent.

Bijeenkomst 1: zondag 28 maart 2027, 13.00 tot 17.00 uur, Buurthuis De Linde
Bijeenkomst 2: zondag 31 oktober 2027, 9.30 tot 13.30 uur, Dorpshuis
Tussendoor: een kleine opdracht van ongeveer een half uur

Laat je mij v\u00f3\u00f3r zaterdag 20 februari 2027 weten of je komt? Heb je vragen? Bel of mail mij: noor@example.org.

Hartelijke groet,

Noor
Buurtteam Oost
noor@example.org
030 123 45 67
"""

REMINDER = """\
Onderwerp: Herinnering: bijeenkomst 2 op zondag 31 oktober 2027

Geachte ......,

Graag herinner ik u aan de bijeenkomst op zondag 31 oktober 2027 om 9.30 uur. Wilt u de samenvatting van uw \
huiswerkopdracht meenemen?

Wanneer: zondag 31 oktober 2027, 9.30 tot 13.30 uur
Waar: Dorpshuis
Meenemen: de samenvatting van uw huiswerkopdracht

Bent u onverhoopt verhinderd? Wilt u mij dat dan laten weten via noor@example.org?

Met vriendelijke groet,

Noor
Buurtteam Oost
noor@example.org
030 123 45 67
"""

MEETING = """\
BEGIN:VEVENT
UID:8a530e1f-db4e-59c7-a5d7-6a5ca0990194
DTSTAMP:20270328T000000Z
DTSTART;TZID=Europe/Amsterdam:20270328T130000
DTEND;TZID=Europe/Amsterdam:20270328T170000
SUMMARY:Bijeenkomst 1: de basis \u2013 Buurtteam Oost
LOCATION:Buurthuis De Linde\\, Lindelaan 12
DESCRIPTION:Programma\\n13.00 Inloop\\n13.10 Welkom en kennismaken\\n13.20 Int
 roductie en doel\\n13.35 De bedoeling\\n14.20 Vragen van inwoners\\n14.50 Pau
 ze\\n15.05 De kennisbouwstenen\\n15.35 Plakken maar\\n16.05 Overzicht besprek
 en\\n16.45 Huiswerk en afsluiting\\n\\nPlaats: Buurthuis De Linde\\, Lindelaan
  12\\n\\nVragen? Noor\\, noor@example.org\\, 030 123 45 67
ORGANIZER;CN="Noor":mailto:noor@example.org
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def team(tmp_path: Path) -> Path:
    folder = tmp_path / "oost"
    folder.mkdir()
    (folder / "team.yaml").write_text(TEAM, encoding="utf-8")
    return folder


def build(team: Path, *words: str) -> dict[str, Any]:
    """What `kaarten build` answers, as a process of its own in the folder above the team."""
    done = subprocess.run(
        [sys.executable, "-m", "kaarten", "build", team.name, "--json", *words],
        cwd=team.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def made(answer: dict[str, Any]) -> dict[str, list[str]]:
    """By file why it was made; nothing for one that was still right."""
    return {
        file["name"]: [reason["kind"] for reason in file["reasons"]]
        for pack in answer["packs"]
        for file in pack["files"]
    }


def crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


# ---- what comes out


def test_the_files_are_these_to_the_byte(team: Path) -> None:
    build(team, "--lang", "nl", "--lang", "nl-formal", "--only", "letters")
    folder, formal = (team.parent / f"output/oost/{language}/only/letters" for language in ("nl", "nl-formal"))
    assert (folder / "mail/uitnodiging.txt").read_bytes() == crlf(INVITATION)
    assert (formal / "mail/herinnering-2.txt").read_bytes() == crlf(REMINDER)


def test_a_whole_pack_has_a_calendar_file_of_each_meeting(team: Path) -> None:
    names = made(build(team))
    assert [name for name in names if name.endswith((".ics", ".txt"))] == [
        "mail/uitnodiging.txt",
        "mail/bevestiging.txt",
        "mail/herinnering-1.txt",
        "mail/herinnering-2.txt",
        "mail/terugkoppeling-team.txt",
        "mail/brief-gemeente.txt",
        "bijeenkomst-1.ics",
        "bijeenkomst-2.ics",
    ]
    folder = team.parent / "output/oost/nl"
    data = (folder / "bijeenkomst-1.ics").read_bytes()
    assert data[data.index(b"BEGIN:VEVENT") :] == crlf(MEETING)
    assert b"DTSTART;TZID=Europe/Amsterdam:20271031T093000\r\n" in (folder / "bijeenkomst-2.ics").read_bytes()
    again = made(build(team))
    assert set(map(len, again.values())) == {0}


def test_one_letter_comes_with_its_text_and_no_calendar(team: Path) -> None:
    assert list(made(build(team, "--only", "uitnodiging"))) == [
        "01-uitnodiging.pdf",
        "mail/uitnodiging.txt",
        "oost-nl-uitnodiging.zip",
    ]
    assert (team.parent / "output/oost/nl/only/uitnodiging/mail/uitnodiging.txt").read_bytes() == crlf(INVITATION)


# ---- again


def test_another_address_makes_what_names_it_again(team: Path) -> None:
    only = ("--only", "uitnodiging", "--only", "bevestiging")
    build(team, *only)
    (team / "team.yaml").write_text(TEAM.replace("Lindelaan 12", "Lindelaan 14"), encoding="utf-8")
    again = made(build(team, *only))
    assert {name for name, reasons in again.items() if not name.endswith((".pdf", ".zip")) and reasons} == {
        "mail/bevestiging.txt"
    }
    text = next((team.parent / "output/oost/nl/only").rglob("bevestiging.txt")).read_text(encoding="utf-8")
    assert "Adres: Lindelaan 14" in text


def test_a_letter_taken_out_takes_its_text_along(team: Path) -> None:
    build(team, "--only", "letters")
    mail = team.parent / "output/oost/nl/only/letters/mail"
    assert len(list(mail.iterdir())) == 6
    dropped = "".join(f"  {file.stem}: {{drop: yes}}\n" for file in sorted(mail.iterdir())[1:])
    own = "  afscheid: {layout: letter, kind: letters, size: A4}\n"
    words = (
        "words: {nl: {afscheid: {title: Afscheid, head: {}, subject: Dag, salutation: Beste allemaal, body: {}, "
        "signature: {}}}}\n"
    )
    (team / "team.yaml").write_text(f"{TEAM}materials:\n{dropped}{own}{words}", encoding="utf-8")
    assert len(build(team, "--only", "letters")["packs"][0]["removed"]) >= 5
    assert sorted(file.name for file in mail.iterdir()) == ["afscheid.txt", "bevestiging.txt"]


def test_a_text_that_was_altered_or_lost_is_made_again(team: Path) -> None:
    only = ("--only", "uitnodiging")
    build(team, *only)
    file = team.parent / "output/oost/nl/only/uitnodiging/mail/uitnodiging.txt"
    file.write_bytes(b"")
    assert made(build(team, *only))["mail/uitnodiging.txt"] == ["altered"]
    file.unlink()
    file.parent.rmdir()
    assert made(build(team, *only))["mail/uitnodiging.txt"] == ["missing"]
    assert file.read_bytes() == crlf(INVITATION)


# ---- days that are not known yet


def test_without_a_day_there_is_no_file_and_that_is_said_each_time(team: Path) -> None:
    (team / "team.yaml").write_text(TEAM.replace("date: 2027-10-31, ", ""), encoding="utf-8")
    for _ in range(2):
        answer = build(team)
        notes = [item for item in answer["diagnostics"] if item["code"] == "meeting-without-date"]
        assert [(item["severity"], item["file"], item["line"]) for item in notes] == [("note", "oost/team.yaml", 4)]
        assert [name for name in made(answer) if name.endswith(".ics")] == ["bijeenkomst-1.ics"]
    (team / "team.yaml").write_text(TEAM, encoding="utf-8")
    assert made(build(team))["bijeenkomst-2.ics"] == ["new"]
