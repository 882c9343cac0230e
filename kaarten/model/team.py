"""The facts of a team: the keys at the top of `team.yaml`.

In: `team.yaml` without its sections. Out: a frozen Team. Exists apart from the structure because these facts are told,
not laid over each other. Leaves alone: brand (`_brand.yml`), and what follows from the facts (`tailor`).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from kaarten.model.base import Model, fault
from kaarten.model.fields import IsoDate, Length, Listed, TimeOfDay
from kaarten.model.people import Participants
from kaarten.text import MeetingId, Text


class TeamMeeting(Model):
    """When and where a meeting is. What is left out is a line to write on, or not printed."""

    date: IsoDate | None = Field(default=None, description="The day, year first: 2027-03-02.")
    start: TimeOfDay | None = Field(default=None, description="When the doors open: 13:00.")
    place: Text | None = Field(default=None, description="Where the meeting is: Buurthuis De Linde.")
    address: Text | None = Field(default=None, description="Street, number and town of that place.")


class StickerFacts(Model):
    """The stickers the team sticks on the poster and on the cards."""

    size: Length = Field(
        default=19.0, ge=6, le=60, description="Diameter of a knowledge sticker: 8mm, 12mm, 19mm, 40mm."
    )
    name: bool = Field(default=False, description="Yes if a whole name goes on a sticker (40mm), else initials.")
    general: int = Field(default=1, ge=0, le=10, description="Stickers for general knowledge for each participant.")
    specific: int = Field(default=1, ge=0, le=10, description="Stickers for specific knowledge for each participant.")
    priority: int = Field(default=6, ge=1, le=20, description="Dots for each participant to choose with.")


class Links(Model):
    """Addresses that texts refer to. A text that needs an address that is not given is not printed."""

    kennisbouwstenen: Text | None = Field(
        default=None, description="Where the building blocks of knowledge are explained."
    )
    zelftest: Text | None = Field(default=None, description="A self-test for social work.")


class Facts(Model):
    """What an organisation may say for all its teams, and a team for itself."""

    language: Text | None = Field(default=None, description="The language that is built without --lang.")
    sender: Text | None = Field(default=None, description="Who invites: a name under the letters.")
    contact: Text | None = Field(default=None, description="Where to ask questions: a mail address.")
    phone: Text | None = Field(default=None, description="Telephone number for questions.")
    links: Links = Field(default=Links(), description="Addresses that texts refer to.")
    stickers: StickerFacts | None = Field(default=None, description="The stickers that are used.")
    packs: Annotated[tuple[Text, ...], Listed] | None = Field(
        default=None, description="The packs to print, by name: leerkring, vakmanschap."
    )


class Team(Facts):
    """A team and its meetings."""

    name: Text = Field(description="The name of the team as it is printed.")
    organisation: Text | None = Field(
        default=None, description="Folder of the organisation (with kaarten.yaml) it belongs to."
    )
    participants: Participants = Field(
        default=12, description="How many take part; or their names in a list; or the file they stand in."
    )
    facilitators: int = Field(
        default=2, ge=0, le=50, description="How many lead: coordinator, co-facilitator, note taker."
    )
    meetings: dict[MeetingId, TeamMeeting] = Field(
        default_factory=dict[MeetingId, TeamMeeting], description="By name: 1, 2, leerkring."
    )
    sign_up_before: IsoDate | None = Field(default=None, description="The day before which people sign up.")
    plan_ready: IsoDate | None = Field(default=None, description="The day on which the plan is presented.")

    @field_validator("name")
    @classmethod
    def _name_is_not_empty(cls, name: Text) -> Text:
        if not name.strip():
            raise fault("missing-value")
        return name
