"""The agenda of a pack: its meetings by name, each in blocks and steps.

In: the section `agenda` of the structure. Out: a frozen Agenda, lengths in minutes. Leaves alone: words, clock times,
and whether blocks add up (`tailor`). Source: docs/content.md.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from kaarten.model.base import Model, fault
from kaarten.model.fields import Listed, TimeOfDay
from kaarten.text import MeetingId, Text, slug

Minutes = Annotated[int, Field(ge=1, le=600)]


class AgendaStep(Model):
    """A part of a block; its name and what to say and do stand in the words."""

    minutes: Minutes = Field(description="How long it takes; all steps follow when the block gets longer or shorter.")
    forms: Annotated[tuple[Text, ...], Listed] = Field(default=(), description="Working forms to choose from, by id.")
    chosen: Annotated[tuple[Text, ...], Listed] = Field(
        default=(), description="The working forms that will be used; without it one chooses on the spot."
    )


class AgendaBlock(Model):
    """A part of a meeting; its name and purpose stand in the words."""

    minutes: Minutes = Field(description="How long it takes.")
    locked: bool = Field(default=False, description="Yes keeps its minutes when a fitting programme is proposed.")
    pause: bool = Field(default=False, description="Yes for a break.")
    steps: dict[str, AgendaStep] = Field(default_factory=dict, description="What happens in it, by id, in order.")
    needs: tuple[Text, ...] = Field(default=(), description="Materials and things to bring, by id, in order of use.")


NOT_MEETINGS = ("aanmelden", "plan")
"""No meeting has these names: `{datum_plan}` and `{datum_aanmelden}` are days of the team's own."""


def _fit_for_files(id: MeetingId) -> MeetingId:
    """A name that reads the same in a placeholder and in the name of a file on any disk."""
    if slug(id) != id or id in NOT_MEETINGS:
        raise fault("wrong-key", key=str(id))
    return id


class AgendaMeeting(Model):
    """The programme of one meeting."""

    total: int = Field(default=240, ge=15, le=720, description="How long the meeting may take, in minutes.")
    start: TimeOfDay = Field(description="When it starts, if the team says nothing else.")
    needs: tuple[Text, ...] = Field(default=(), description="What to have at hand all the time, by id.")
    blocks: dict[str, AgendaBlock] = Field(description="The blocks by id, in order.")


class Agenda(Model):
    """When and in which blocks the meetings go."""

    meetings: dict[Annotated[MeetingId, AfterValidator(_fit_for_files)], AgendaMeeting] = Field(
        default_factory=dict[MeetingId, AgendaMeeting], description="By name: 1, 2, leerkring. In the order of holding."
    )
