"""The timetable: meetings as they will be held, their blocks and steps with the clock, and what each of them needs.

In: made by `tailor.meetings`, `tailor.programme`, `tailor.forms` and `tailor.events`. Out: frozen values of a Job.
Leaves alone: where any of it came from (a Text still knows its Mark).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from kaarten.model.content import Amount
from kaarten.text import MeetingId, Text


@dataclass(frozen=True, slots=True)
class Form:
    """A working form: a way to work in a meeting. `text` has what people do, a sentence for each step.

    `number` counts within its meeting. `minutes`, `at_least` and `at_most` (people) are None when there is no limit.
    `hint` is for who leads, empty when there is none. `materials` are the ids of those it is done with.
    """

    id: str
    number: int
    meeting: MeetingId
    name: Text
    text: Text
    hint: Text
    minutes: int | None
    at_least: int | None
    at_most: int | None
    materials: tuple[str, ...]

    def fits(self, people: int) -> bool:
        """Whether it works with so many."""
        return (self.at_least or 0) <= people and (self.at_most is None or people <= self.at_most)


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a block: what to say and do, from when, with which working forms to choose from."""

    id: str
    name: Text
    text: Text
    minutes: int
    clock: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a meeting. `clock` and `end_clock` are its start and end as printed: `13.10`, `1.10 pm` by language.

    `number` counts from 1 in the meeting. `needs` are ids of materials and things to bring, in order of use.
    """

    id: str
    number: int
    name: Text
    purpose: Text
    minutes: int
    start: datetime.time
    clock: str
    end_clock: str
    pause: bool
    steps: tuple[Step, ...]
    needs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """What a block needs, by name. `count` is 0 where a number says nothing, `each_table` how many one table has.

    `place` is where it lies: `hand`, `table` or `wall`. `material` tells it from a thing that is not printed, of which
    `bought` are bought for all meetings together. `sets` says that it is counted in sets of several pieces; `counted`
    is what stands behind a number for the name, where there is a unit: cups of coffee. `each_block` that every block
    uses up so many.
    """

    id: str
    name: Text
    count: int
    each_table: int
    place: str
    material: bool
    bought: int = 0
    sets: bool = False
    counted: Amount | None = None
    each_block: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, with its blocks in order. `name` is what it is called in short, `title` names what it is about too.

    `total` is how many minutes it may take, `hours_text` from when to when. `dropped` are blocks the team left out.
    """

    id: MeetingId
    name: Text
    title: Text
    date: datetime.date | None
    date_text: str
    short_date_text: str
    time_text: str
    end_text: str
    total: int
    place: str
    blocks: tuple[Block, ...]
    dropped: frozenset[str]
    needs: tuple[Text, ...]
    hours_text: str = ""

    @property
    def clock(self) -> dict[str, str]:
        """When each block begins, by its id, as printed."""
        return {block.id: block.clock for block in self.blocks}

    @property
    def start_clock(self) -> str:
        """When it begins, as a table writes it."""
        return self.blocks[0].clock if self.blocks else self.time_text

    @property
    def minutes(self) -> int:
        return sum(block.minutes for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting as a calendar shows it. `start` and `end` are what clocks in the Netherlands say then.

    `file` is the name of its file without extension: `bijeenkomst-1`. `uid` stays the same when day, time or place
    change. `description` has a line for each block. Without a mail address `organizer` and `mail` are empty.
    """

    meeting: MeetingId
    file: str
    uid: str
    start: datetime.datetime
    end: datetime.datetime
    summary: str
    location: str
    description: tuple[str, ...]
    organizer: str
    mail: str
