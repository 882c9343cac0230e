"""The job: everything a layout needs to know of one pack for one team in one language, with all words filled in.

In: made by `tailor.tailor`. Out: frozen values that compose reads. Leaves alone: where any of it came from (a Text
still knows its Mark), fonts, and paper positions.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaarten.brand.kit import BrandKit
from kaarten.diagnostics import NOWHERE, Mark
from kaarten.geometry import Size
from kaarten.graphics import Colour
from kaarten.model.stock import Paper
from kaarten.text import Text, mark_of


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
class Meeting:
    """One of the two meetings. `clock` gives the start of each block as printed: `13.10` or `1.10 pm` by language."""

    number: int
    title: Text
    date: datetime.date | None
    date_text: str
    short_date_text: str
    time_text: str
    place: str
    clock: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class People:
    """How many there are of everything that quantities are counted by."""

    participants: int
    facilitators: int
    groups: int
    """Groups at the flaps and the dialogue cards (materials.md, g2)."""
    extra_groups: int
    """Groups beyond one for each domain and one for the competencies: each wants a card of its own."""
    tables: int
    domains: int = 0


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
    larger than the paper in parts.
    """

    id: str
    code: str
    layout: str
    title: Text
    meeting: int
    paper: Paper
    size: Size
    sides: int
    colour: bool
    copies: int
    tiled: bool
    content: Any
    credits: tuple[Text, ...]
    mark: Mark


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
    meetings: Mapping[int, Meeting]
    people: People
    roster: tuple[Person, ...]
    """Those whose names are known, at most as many as there are participants."""
    stickers: Stickers
    labels: Mapping[str, Text]
    materials: tuple[Material, ...]
