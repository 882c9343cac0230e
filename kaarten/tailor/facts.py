"""Facts: what a team told of itself that texts refer to, each by its placeholder.

In: the facts of team and organisation, the start of each meeting. Out: for every placeholder of a fact its value in one
language, or none, and the key in team.yaml under which it would stand. Leaves alone: forms of words (`vocabulary`).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from kaarten.diagnostics import Mark, Report
from kaarten.model.elsewhere import MEETINGS
from kaarten.model.layers import Layers
from kaarten.model.organisation import Organisation
from kaarten.model.structure import Structure
from kaarten.model.team import StickerFacts, Team, TeamMeeting
from kaarten.model.validate import walk
from kaarten.source.nodes import Mapping
from kaarten.tailor.agenda import later
from kaarten.tailor.dates import day_text, hours_text, number_text, time_text
from kaarten.tailor.job import Language
from kaarten.tailor.meetings import report_unknown_meeting
from kaarten.text import MeetingId, Text, mark_of

MAIL_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
"""A mail address as HTML defines one for forms, in a domain of at least two parts."""


@dataclass(frozen=True, slots=True)
class Fact:
    """`key` is where it stands in team.yaml: `meetings.1.date`. A value of nothing (`""`) says that there is none.

    Without an `optional` one a text is about nothing: it is left out, where else a line to write on would come.
    """

    value: str | None
    key: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """By meeting, when it begins and for how many minutes; `domains` is how many of them there are."""

    team: Team
    organisation: Organisation
    starts: MappingOf[MeetingId, datetime.time]
    domains: int
    minutes: MappingOf[MeetingId, int]

    @property
    def stickers(self) -> StickerFacts:
        return self.team.stickers or self.organisation.stickers or StickerFacts()

    @property
    def sender(self) -> Text | None:
        """Who invites."""
        return self.organisation.sender if self.team.sender is None else self.team.sender

    @property
    def contact(self) -> Text | None:
        """Where questions go: as a rule a mail address."""
        return self.organisation.contact if self.team.contact is None else self.team.contact

    @property
    def phone(self) -> Text | None:
        return self.organisation.phone if self.team.phone is None else self.team.phone

    def meeting(self, id: MeetingId) -> TeamMeeting:
        return self.team.meetings.get(id, TeamMeeting())

    def told(self, language: Language) -> dict[str, Fact]:
        """All facts by placeholder."""
        team, organisation = self.team, self.organisation
        found = {
            "organisatie": Fact(organisation.name, "organisation"),
            "afzender": Fact(self.sender, "sender"),
            "contact": Fact(self.contact, "contact"),
            "telefoon": Fact(self.phone, "phone"),
            "datum_aanmelden": Fact(_day(team.sign_up_before, language), "sign_up_before"),
            "datum_plan": Fact(_day(team.plan_ready, language), "plan_ready"),
            "stickers_a": Fact(str(self.stickers.general), "stickers.general"),
            "stickers_s": Fact(str(self.stickers.specific), "stickers.specific"),
            "stickers_p": Fact(str(self.stickers.priority), "stickers.priority"),
        }
        for name in type(team.links).model_fields:
            address = getattr(team.links, name)
            found[f"link_{name}"] = Fact(
                getattr(organisation.links, name) if address is None else address, f"links.{name}", optional=True
            )
        for id in self.starts:
            found |= {placeholder(name, id): fact for name, fact in self._of_meeting(id, language).items()}
        return found

    def _of_meeting(self, id: MeetingId, language: Language) -> dict[str, Fact]:
        """The facts of one meeting: `tijd` is a single time, `tijden` a range, `uren` a number."""
        meeting, start, minutes, key = self.meeting(id), self.starts[id], self.minutes[id], f"meetings.{id}"
        return {
            "datum": Fact(_day(meeting.date, language), f"{key}.date"),
            "tijd": Fact(time_text(start, language), f"{key}.start"),
            "tijden": Fact(hours_text(start, later(start, minutes), language), f"{key}.start"),
            "uren": Fact(number_text(minutes / 60, language), f"{key}.start"),
            "plaats": Fact(meeting.place, f"{key}.place"),
            "adres": Fact(meeting.address, f"{key}.address", optional=True),
        }


def placeholder(name: str, meeting: MeetingId) -> str:
    """What stands in texts for a fact of a meeting: `datum1`, `datum_leerkring`."""
    return f"{name}{meeting}" if meeting.isdecimal() else f"{name}_{meeting.replace('-', '_')}"


def facts_of(layers: Layers, structure: Structure, report: Report) -> Facts:
    """What the team told. Faults: a meeting that there is not, a contact with an @ that no mail can be sent to."""
    meetings, told = structure.agenda.meetings, layers.team.meetings
    for id in told:
        mark, pack = (
            walk(layers.facts, ("meetings", id)).key,
            "" if id in meetings else layers.elsewhere.pack(MEETINGS, id),
        )
        if pack:
            packs = layers.elsewhere.beside(pack)
            report.warning("meeting-of-other-pack", mark, meeting=id, pack=pack, packs=packs)
        elif id not in meetings:
            report_unknown_meeting(id, mark, [*meetings, *layers.elsewhere.ids(MEETINGS)], report)
    starts = {id: (told[id].start if id in told else None) or meeting.start for id, meeting in meetings.items()}
    minutes = {id: sum(block.minutes for block in one.blocks.values()) for id, one in meetings.items()}
    facts = Facts(layers.team, layers.organisation, starts, len(structure.domains), minutes)
    contact = facts.contact or Text("")
    if "@" in contact and not MAIL_ADDRESS.search(contact):
        report.warning("mail-address-doubtful", mark_of(contact), value=str(contact))
    return facts


def place_of(facts: Mapping, key: str) -> Mark:
    """Where something stands in a file, or the key it would stand under, or the file. `key` has dots."""
    place = walk(facts, tuple(key.split(".")))
    return place.key if place.path else Mark(facts.mark.file)


def _day(day: datetime.date | None, language: Language) -> str | None:
    return day_text(day, language) if day else None
