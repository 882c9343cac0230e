"""Files for a calendar: read back by another program they say what went in, on both sides of summer time."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone
from icalendar import Event as Read

from kaarten.send.calendar import ZONE, calendar_file
from kaarten.tailor.timetable import Event
from kaarten.text import MeetingId

AMSTERDAM = ZoneInfo(ZONE)


def at(moment: str) -> datetime.datetime:
    """What a clock says somewhere, without saying where."""
    return datetime.datetime.fromisoformat(moment)


MEETING = Event(
    meeting=MeetingId("1"),
    file="bijeenkomst-1",
    uid="9fb5fc56-9380-538f-bf46-d1f3b6170269",
    start=at("2027-03-02T13:00"),
    end=at("2027-03-02T17:00"),
    summary="Bijeenkomst 1: de basis \u2013 Buurtteam Oost",
    location="Buurthuis De Linde, Lindelaan 12; achterom",
    description=("Programma", "13.00 Inloop", "", "Vragen? Noor"),
    organizer="Noor",
    mail="noor@example.org",
)

_NAME = r"[A-Z-]+"
_PARAMETER = rf';{_NAME}=(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^"\x00-\x08\x0a-\x1f\x7f;:,]*)'
_VALUE = r"[^\x00-\x08\x0a-\x1f\x7f]*"
LINE = re.compile(rf"{_NAME}(?:{_PARAMETER})*:{_VALUE}")
"""A content line after unfolding (RFC 5545, 3.1)."""

# what a line of YAML can hold: no control characters, no line ends, no halves of a pair
letters = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
words = st.text(letters, max_size=200)


@st.composite
def events(draw: st.DrawFn) -> Event:
    start = draw(st.datetimes(at("2020-01-01T00:00"), at("2036-01-01T00:00"))).replace(second=0, microsecond=0)
    return Event(
        meeting=MeetingId("1"),
        file="bijeenkomst-1",
        uid=str(draw(st.uuids())),
        start=start,
        end=start + datetime.timedelta(minutes=draw(st.integers(1, 720))),
        summary=draw(words),
        location=draw(words),
        description=tuple(draw(st.lists(words, max_size=12))),
        organizer=draw(words.filter(lambda text: '"' not in text)),
        mail=draw(st.sampled_from(["", "noor@example.org"])),
    )


def read(event: Event) -> Read:
    """The event as another program reads the file."""
    (found,) = Calendar.from_ical(calendar_file(event)).walk("VEVENT")
    assert isinstance(found, Read)
    return found


def unfolded(data: bytes) -> list[str]:
    """The content lines of a file. Fails on any line end but CRLF, and on a line of more than 75 octets."""
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert not [line for line in lines if len(line) > 75 or b"\r" in line or b"\n" in line]
    return b"\r\n".join(lines).replace(b"\r\n ", b"").decode().split("\r\n")


def test_a_meeting_is_this_file() -> None:
    lines = unfolded(calendar_file(MEETING))
    assert lines[:4] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kaarten//kaarten//NL", "CALSCALE:GREGORIAN"]
    assert lines[4] == "BEGIN:VTIMEZONE"
    assert lines[lines.index("BEGIN:VEVENT") :] == [
        "BEGIN:VEVENT",
        "UID:9fb5fc56-9380-538f-bf46-d1f3b6170269",
        "DTSTAMP:20270302T000000Z",
        "DTSTART;TZID=Europe/Amsterdam:20270302T130000",
        "DTEND;TZID=Europe/Amsterdam:20270302T170000",
        "SUMMARY:Bijeenkomst 1: de basis \u2013 Buurtteam Oost",
        "LOCATION:Buurthuis De Linde\\, Lindelaan 12\\; achterom",
        "DESCRIPTION:Programma\\n13.00 Inloop\\n\\nVragen? Noor",
        'ORGANIZER;CN="Noor":mailto:noor@example.org',
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@given(event=events())
def test_what_is_read_back_is_what_went_in(event: Event) -> None:
    found = read(event)
    assert str(found["UID"]) == event.uid
    assert found.decoded("DTSTART").replace(tzinfo=None) == event.start
    assert found.decoded("DTEND").replace(tzinfo=None) == event.end
    assert found.decoded("DTSTAMP") == datetime.datetime.combine(event.start.date(), datetime.time(), datetime.UTC)
    assert str(found["SUMMARY"]) == event.summary
    assert str(found.get("LOCATION", "")) == event.location
    assert str(found["DESCRIPTION"]) == "\n".join(event.description)
    assert ("ORGANIZER" in found) == bool(event.mail)
    if event.mail:
        assert str(found["ORGANIZER"]) == f"mailto:{event.mail}"
        assert found["ORGANIZER"].params["CN"] == event.organizer


@given(event=events())
def test_every_line_is_one_of_the_standard(event: Event) -> None:
    lines = unfolded(calendar_file(event))
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    opened = [line.removeprefix("BEGIN:") for line in lines if line.startswith("BEGIN:")]
    assert opened == ["VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT"]
    assert sorted(opened) == sorted(line.removeprefix("END:") for line in lines if line.startswith("END:"))


def test_no_letter_is_divided_by_a_fold() -> None:
    for shift in range(4):
        for line in calendar_file(_named("x" * shift + "\u20ac\U0001f600" * 40)).split(b"\r\n"):
            line.decode()


def test_quotes_in_a_name_do_not_end_it() -> None:
    organizer = 'Noor "de Linde"; X-A=1:b'
    event = replace(MEETING, organizer=organizer)
    assert read(event)["ORGANIZER"].params["CN"] == organizer.replace('"', "")


# ---- summer time


def _zone() -> datetime.tzinfo:
    """The time zone by nothing but the rules in the file."""
    (rules,) = Calendar.from_ical(calendar_file(MEETING)).walk("VTIMEZONE")
    assert isinstance(rules, Timezone)
    return rules.to_tz(lookup_tzid=False)


@pytest.mark.parametrize("year", [2025, 2026, 2027, 2030, 2035])
def test_the_rules_in_the_file_are_those_of_amsterdam_on_every_day(year: int) -> None:
    zone, day = _zone(), at(f"{year}-01-01T13:00")
    changes = 0
    while day.year == year:
        here, there = (day.replace(tzinfo=tz).utcoffset() for tz in (zone, AMSTERDAM))
        assert here == there, day
        changes += there != (day - datetime.timedelta(days=1)).replace(tzinfo=AMSTERDAM).utcoffset()
        day += datetime.timedelta(days=1)
    assert changes == 2


@pytest.mark.parametrize(
    ("start", "in_london"),
    [
        (at("2027-03-27T13:00"), "2027-03-27T12:00+00:00"),  # the day before
        (at("2027-03-28T01:30"), "2027-03-28T00:30+00:00"),  # half an hour before
        (at("2027-03-28T03:00"), "2027-03-28T01:00+00:00"),
        (at("2027-03-28T13:00"), "2027-03-28T11:00+00:00"),
        (at("2027-10-30T13:00"), "2027-10-30T11:00+00:00"),
        (at("2027-10-31T01:30"), "2027-10-30T23:30+00:00"),
        (at("2027-10-31T03:00"), "2027-10-31T02:00+00:00"),
        (at("2027-10-31T13:00"), "2027-10-31T12:00+00:00"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_the_hour_is_right_on_both_sides_of_the_change(start: datetime.datetime, in_london: str) -> None:
    found = read(replace(MEETING, start=start)).decoded("DTSTART").replace(tzinfo=_zone())
    assert found.astimezone(datetime.UTC).isoformat(timespec="minutes") == in_london


def _named(summary: str) -> Event:
    return replace(MEETING, summary=summary)
