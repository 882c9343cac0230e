"""The job: everything a layout needs to know of one pack for one team in one language, with all words filled in.

In: made by `tailor.tailor`. Out: frozen values that compose reads. Leaves alone: where any of it came from (a Text
still knows its Mark), fonts, and paper positions.
"""

from __future__ import annotations

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
from kaarten.tailor.timetable import Event, Form, Meeting, Need
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
class People:
    """How many there are of all that quantities count by; groups are those at flaps and dialogue cards (g2)."""

    participants: int
    facilitators: int
    groups: int
    """Groups at the flaps and the dialogue cards (materials.md, g2)."""
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
    """In the order of the agenda."""
    forms: Mapping[str, Form]
    """By id, in the order of the structure."""
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
