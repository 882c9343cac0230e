"""Meetings as a calendar shows them: when, where, what happens, whom to ask."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kaarten.tailor.timetable import Event
from tests.tailor.small import Pack

MEETINGS = """\
meetings:
  1: {date: 2027-03-28, start: "9:30", place: Buurthuis De Linde, address: Lindelaan 12}
  2: {date: 2027-10-31}
sender: Noor
contact: noor@example.org
phone: 010 000 00 00
"""


def events(folder: Path, team: str = MEETINGS, language: str = "nl") -> list[Event]:
    words = {"base/words/nl/labels.yaml": LABELS, "base/words/en/labels.yaml": LABELS.replace("Vragen?", "Questions?")}
    return list(Pack(folder, team, words).job(language).events)


LABELS = """\
labels:
  calendar: {programme: Programma, place: "Plaats:", questions: Vragen?}
"""


def test_a_meeting_has_its_programme_its_place_and_whom_to_ask(tmp_path: Path) -> None:
    first, _ = events(tmp_path)
    assert (first.meeting, first.file) == ("1", "bijeenkomst-1")
    assert first.start == datetime.datetime.fromisoformat("2027-03-28T09:30")
    assert first.end - first.start == datetime.timedelta(minutes=30)
    assert first.summary == "De basis \u2013 Buurtteam Oost"
    assert first.location == "Buurthuis De Linde, Lindelaan 12"
    assert first.description == (
        "Programma",
        "9.30 Inloop",
        "9.40 Vragen van inwoners",
        "",
        "Plaats: Buurthuis De Linde, Lindelaan 12",
        "",
        "Vragen? Noor, noor@example.org, 010 000 00 00",
    )
    assert (first.organizer, first.mail) == ("Noor", "noor@example.org")


def test_what_was_not_told_is_left_out(tmp_path: Path) -> None:
    (event,) = events(tmp_path, "meetings: {1: {date: 2027-03-28}}\n")
    assert (event.location, event.organizer, event.mail) == ("", "", "")
    assert event.description == ("Programma", "13.00 Inloop", "13.10 Vragen van inwoners")


def test_another_language_has_its_own_words_in_the_same_event(tmp_path: Path) -> None:
    dutch, english = events(tmp_path / "nl")[0], events(tmp_path / "en", language="en")[0]
    assert english.description[1] == "9.30 am Arrival"
    assert (english.uid, english.start, english.end) == (dutch.uid, dutch.start, dutch.end)


def test_an_event_that_moves_is_still_the_same_one(tmp_path: Path) -> None:
    moved = MEETINGS.replace("2027-03-28", "2027-04-04").replace("De Linde", "De Eik").replace("9:30", "10:00")
    before, after = events(tmp_path / "before"), events(tmp_path / "after", moved)
    assert [event.uid for event in before] == [event.uid for event in after]
    assert before[0].uid != before[1].uid
    assert before[0].start != after[0].start


@pytest.mark.parametrize(
    ("contact", "mail", "told"),
    [
        ("noor@example.org", "noor@example.org", []),
        ("Noor, noor@example.org", "", []),
        ("010 000 00 00", "", []),
        ("noor@example", "", ["mail-address-doubtful"]),
        ("noor @example.org", "", ["mail-address-doubtful"]),
        ("noor@", "", ["mail-address-doubtful"]),
    ],
)
def test_only_a_mail_address_can_organise(tmp_path: Path, contact: str, mail: str, told: list[str]) -> None:
    pack = Pack(tmp_path, MEETINGS.replace("contact: noor@example.org", f'contact: "{contact}"'))
    assert {event.mail for event in pack.job().events} == {mail}
    found = [(d.code, d.mark.line, d.mark.column) for d in pack.report if d.code.startswith("mail")]
    assert found == [(code, 6, 10) for code in told]


def test_part_of_a_pack_has_no_events(tmp_path: Path) -> None:
    assert Pack(tmp_path, MEETINGS).job(only={"blad"}).events == ()


def test_a_meeting_past_midnight_ends_on_the_next_day(tmp_path: Path) -> None:
    event = events(tmp_path, 'meetings: {1: {date: 2027-03-27, start: "23:45"}}\n')[0]
    assert event.end == datetime.datetime.fromisoformat("2027-03-28T00:15")


def test_white_space_in_what_was_told_becomes_a_space(tmp_path: Path) -> None:
    event = events(tmp_path, 'meetings: {1: {date: 2027-03-27, place: "Huis\\u00a0De\\n Linde"}}\n')[0]
    assert event.location == "Huis De Linde"
