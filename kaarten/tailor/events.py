"""Events: the meetings as they stand in a calendar.

In: the meetings of a job, the facts of the team. Out: an Event for every meeting whose day is known.
Leaves alone: the format of a calendar file (`send.calendar`).
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from kaarten.tailor.facts import MAIL_ADDRESS, Facts
from kaarten.tailor.timetable import Event, Meeting
from kaarten.text import Text, slug

_OURS = uuid.UUID("5d0c5b0e-6a0f-5a52-9a5c-1f7a4b8f7c11")
"""The space in which the names of our events are unique."""


@dataclass(frozen=True, slots=True)
class EventMaker:
    """`labels` are the words for what stands in the description."""

    team_id: str
    team_name: Text
    facts: Facts
    labels: MappingOf[str, Text]

    def events(self, meetings: Iterable[Meeting]) -> tuple[Event, ...]:
        """An event for each meeting that has a day and at least one block."""
        return tuple(self._event(meeting, meeting.date) for meeting in meetings if meeting.date and meeting.blocks)

    def _event(self, meeting: Meeting, day: datetime.date) -> Event:
        start = datetime.datetime.combine(day, meeting.blocks[0].start)
        told, contact = self.facts.meeting(meeting.id), _line(self.facts.contact)
        mail = contact if MAIL_ADDRESS.fullmatch(contact) else ""
        return Event(
            meeting=meeting.id,
            file=file_name(meeting),
            uid=str(uuid.uuid5(_OURS, f"{self.team_id}/{self.team_name}/{meeting.id}")),
            start=start,
            end=start + datetime.timedelta(minutes=meeting.minutes),
            summary=_line(f"{meeting.title} \N{EN DASH} {self.team_name}"),
            location=_joined(told.place, told.address),
            description=self._description(meeting, _joined(told.place, told.address)),
            organizer=(_line(self.facts.sender) or _line(self.team_name)) if mail else "",
            mail=mail,
        )

    def _description(self, meeting: Meeting, place: str) -> tuple[str, ...]:
        """The programme with its clock times, where it is, whom to ask."""
        lines = [self._label("programme")]
        lines += [_line(f"{block.clock} {block.name}") for block in meeting.blocks]
        asked = _joined(self.facts.sender, self.facts.contact, self.facts.phone)
        for label, value in (("place", place), ("questions", asked)):
            lines += ["", f"{self._label(label)} {value}"] if value else []
        return tuple(lines)

    def _label(self, id: str) -> str:
        return _line(self.labels.get(f"calendar.{id}"))


def file_name(meeting: Meeting) -> str:
    """What files about a meeting are called: `bijeenkomst-1`, from its name."""
    return slug(meeting.name) or f"meeting-{meeting.id}"


def _joined(*parts: str | None) -> str:
    """The parts that are there, with commas between."""
    return ", ".join(line for part in parts if (line := _line(part)))


def _line(text: str | None) -> str:
    """One line with plain spaces, as a calendar shows it."""
    return " ".join((text or "").split())
