"""Files for a calendar: a meeting as iCalendar (RFC 5545), which every calendar program opens.

In: an Event. Out: the bytes of an .ics file: lines of at most 75 octets that end in CRLF, the time zone written out, so
that the hour is right on both sides of the change to summer time. The same event gives the same bytes: its stamp is the
day itself. Leaves alone: what stands in the event, and answers of who was invited.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from kaarten.tailor.timetable import Event

ZONE = "Europe/Amsterdam"

_ZONE = f"""\
BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
END:VTIMEZONE""".splitlines()
"""The rules of the European Union since October 1996 (directive 2000/84)."""

_MOST = 75
"""Octets in a line, its end not counted (3.1)."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f"]')
"""What may not stand in a quoted parameter (3.1, QSAFE-CHAR)."""


def calendar_file(event: Event) -> bytes:
    """The .ics file of one meeting."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kaarten//kaarten//NL", "CALSCALE:GREGORIAN"]
    lines += [*_ZONE, *_event(event), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{event.start:%Y%m%d}T000000Z"
    yield f"DTSTART;TZID={ZONE}:{_moment(event.start)}"
    yield f"DTEND;TZID={ZONE}:{_moment(event.end)}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.location:
        yield f"LOCATION:{_text(event.location)}"
    yield "DESCRIPTION:" + "\\n".join(map(_text, event.description))
    if event.mail:
        yield f'ORGANIZER;CN="{_UNSAFE.sub("", event.organizer)}":mailto:{event.mail}'
    yield "END:VEVENT"


def _moment(moment: datetime.datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def _text(value: str) -> str:
    """A value of type TEXT (3.3.11)."""
    escaped = re.sub(r"([\\;,])", r"\\\1", value)
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A long line in parts, each but the first after a space (3.1); no letter is divided."""
    parts, part, octets = list[str](), "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > _MOST:
            parts.append(part)
            part, octets = " ", 1
        part += letter
        octets += size
    return "\r\n".join([*parts, part])
