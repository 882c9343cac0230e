"""The job: everything a layout needs to know of one pack for one team in one language, with all words filled in.

In: made by `tailor.tailor`. Out: frozen values that compose reads. Leaves alone: where any of it came from (a Text
still knows its Mark), fonts, and paper positions.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kaarten.brand.kit import BrandKit
from kaarten.diagnostics import NOWHERE, Mark
from kaarten.geometry import Size
from kaarten.graphics import Colour
from kaarten.model.selection import Kind
from kaarten.model.stock import Paper
from kaarten.model.structure import PaletteSlot, Rates
from kaarten.tailor.print_plan import PrintPlan
from kaarten.text import MeetingId, Text, mark_of


@dataclass(frozen=True, slots=True)
class Language:
    """A variant of the words and what PDF and babel call it: `nl-formal` is `nl-NL` to a screen reader."""

    id: str
    tag: str
    locale: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain of knowledge with its look. `general_example` and `specific_example` stand in the wheel."""

    id: str
    name: Text
    sentence: Text
    general_example: Text
    specific_example: Text
    colour: Colour
    icon: str
    pattern: str


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
    `bought` are bought for all meetings together. `sets` says that it is counted in sets of several pieces.
    """

    id: str
    name: Text
    count: int
    each_table: int
    place: str
    material: bool
    bought: int = 0
    sets: bool = False


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


@dataclass(frozen=True, slots=True)
class People:
    """How many there are of all that quantities count by; groups are those at flaps and dialogue cards (g2)."""

    participants: int
    facilitators: int
    groups: int
    extra_groups: int
    """Groups beyond one for each domain and one for the competencies: each wants a card of its own."""
    tables: int
    domains: int = 0
    general_stickers: int = 0
    """Round stickers with room for a name, to be printed; none for a team that sticks bought dots."""
    specific_stickers: int = 0
    general_dots: int = 0
    """Round stickers to buy, for a team that does not print them."""
    specific_dots: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part, as far as the team told. What is empty becomes a line to write on.

    `calling` is the name on a sticker: the first name. `register` is the number in a professional register. `mark` is
    where the name was written; the other texts know their own places.
    """

    name: str
    calling: str
    role: str = ""
    organisation: str = ""
    register: str = ""
    mark: Mark = NOWHERE

    def filled(self, text: Text) -> Text:
        """A text of the words with `{naam}`, `{voornaam}` and `{functie}` filled in.

        Its place is where the first of these was told, for there it can be made shorter.
        """
        facts = {"naam": self.name, "voornaam": self.calling, "functie": self.role}
        told = [fact for name, fact in facts.items() if f"{{{name}}}" in text]
        return Text(text.format(**facts), mark_of(told[0]) if told else text.mark, text.id)


@dataclass(frozen=True, slots=True)
class Stickers:
    """Knowledge stickers: diameter in mm, whether a name fits on one (else initials), how many of a kind each gets."""

    diameter: float
    named: bool
    general: int
    specific: int
    priority: int = 6
    """Dots to choose with in the second meeting."""


@dataclass(frozen=True, slots=True)
class Material:
    """One printable thing of the pack, with its content in the type its layout asked for.

    `size` is the trim size of one piece as it is held (a dialogue card A5 lies: 210 x 148.5). `tiled` prints a piece
    larger than the paper in parts. `file` lets it share a file only with what has the same. `screen` has a file of its
    own size and no paper. `credit_short` is the first of the credits in a few words, for a card. `deck` is the name of
    the deck that it is a part of, or "".
    """

    id: str
    code: str
    layout: str
    title: Text
    kind: Kind
    meeting: MeetingId | None
    paper: Paper
    size: Size
    sides: int
    colour: bool
    copies: int
    tiled: bool
    content: Any
    credits: tuple[Text, ...]
    credit_short: Text
    mark: Mark
    file: str = ""
    screen: bool = False
    deck: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One pack for one team in one language."""

    team_id: str
    team_name: Text
    language: Language
    brand: BrandKit
    domains: tuple[Domain, ...]
    competencies: Domain
    competency_names: tuple[Text, ...]
    competency_sentences: tuple[Text, ...]
    meetings: Mapping[MeetingId, Meeting]
    forms: Mapping[str, Form]
    """By id: meetings in the order of the agenda, working forms in that of the structure."""
    needs: Mapping[str, Need]
    """What the blocks need, by id."""
    people: People
    roster: tuple[Person, ...]
    """Those whose names are known, at most as many as there are participants."""
    stickers: Stickers
    labels: Mapping[str, Text]
    label_sheets: tuple[Paper, ...]
    """The sheets of labels that the whole pack prints on, also when only a part of it is made."""
    materials: tuple[Material, ...]
    rates: Rates
    palette: Mapping[str, PaletteSlot] = field(default_factory=dict[str, PaletteSlot])
    """The slots of colour, icon and pattern, by name: what groups of cards are coloured by."""
    purposes: Mapping[str, Text] = field(default_factory=dict[str, Text])
    """What each material is for, by id; no material prints it."""
    events: tuple[Event, ...] = ()
    """The meetings whose day is known; none where only a part of the pack is made."""
    plan: PrintPlan | None = None
    """What to print of all other materials; for the layouts that are made after them."""
