"""Vocabulary: every placeholder of one language and what it stands for, for one team.

In: the stored forms of the team's words, and the facts of this job. Out: Placeholders: values by name, and for each
known name without a value why it has none. Source of the names: wording.md 0.1. Leaves alone: filling them in (`fill`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from kaarten.model.structure import Noun, VocabularyEntry
from kaarten.tailor.dates import primary
from kaarten.tailor.facts import Facts
from kaarten.tailor.grammar import Forms, dutch_forms, dutch_members, in_words, plain_forms, with_capitals
from kaarten.tailor.job import Language
from kaarten.tailor.own_words import NOUNS

LATER: Mapping[str, tuple[str, ...]] = {
    "labels.page-of": ("page", "pages"),
    "labels.sets": ("number",),
    "labels.together": ("number",),
    "labels.tile": ("tile",),
    **{f"labels.catalogue.{id}": ("number",) for id in ("materials", "sides-more", "slides-more", "more-blocks")},
    "labels.catalogue.leads-to": ("name", "page"),
    "labels.catalogue.example": ("material",),
    "labels.people-from": ("least",),
    "labels.people-to": ("most",),
    "labels.people-from-to": ("least", "most"),
}
_OF_A_STEP = re.compile(r"agenda\.[^.]+\.steps\.[^.]+\.text")


PERSON = ("naam", "voornaam", "functie")
"""Who the page is for: filled in by the layout for everybody in the roster, elsewhere a line to write on."""

_FOR_EACH = "person"
"""The key, right below a material, of the texts that its layout fills in for each person."""


def later(id: str) -> tuple[str, ...]:
    """The placeholders of the text `id` that are filled in further on: by layouts, in a step by the programme."""
    if _OF_A_STEP.fullmatch(id):
        return ("forms", "naamsticker", "name_tag")
    return PERSON if id.split(".")[1:2] == [_FOR_EACH] else LATER.get(id, ())


class Kind(Enum):
    """Why a known placeholder has no value."""

    FACT = auto()
    NOTHING = auto()
    FORM = auto()
    PERSON = auto()


@dataclass(frozen=True, slots=True)
class Absent:
    """`key` is what a team would add to have a value: `meetings.1.date`, `vocabulary.nl.team.plural`."""

    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class Placeholders:
    values: Mapping[str, str]
    absent: Mapping[str, Absent]

    @property
    def names(self) -> list[str]:
        return [*self.values, *self.absent]


def placeholders(entry: VocabularyEntry, facts: Facts, language: Language) -> Placeholders:
    """All placeholders that a text in `language` may use."""
    values: dict[str, str] = {}
    absent = {name: Absent(Kind.PERSON, "") for name in PERSON}
    for key, forms in _forms(entry, language):
        values |= {name: value for name, value in forms.items() if value}
        lacking = Absent(Kind.FORM, f"vocabulary.{language.id}.{key}")
        absent |= {name: lacking for name, value in forms.items() if not value}
    values |= _numbers(facts.domains, language)
    for name, fact in facts.told(language).items():
        if fact.value:
            values[name] = fact.value
        else:
            none = fact.optional or fact.value is not None
            absent[name] = Absent(Kind.NOTHING if none else Kind.FACT, fact.key)
    return Placeholders(values, absent)


def _forms(entry: VocabularyEntry, language: Language) -> Iterator[tuple[str, Forms]]:
    """The placeholders of the team's own words, with the key in the vocabulary that they are filled from."""
    dutch = primary(language) == "nl"
    for key, (stem, stems, article) in NOUNS.items():
        noun: Noun = getattr(entry, key)
        yield (
            key,
            with_capitals(
                dutch_forms(noun, stem, stems, article) if dutch else plain_forms(noun, key, primary(language))
            ),
        )
    if dutch:
        yield "team", with_capitals(dutch_members(entry.team, "team"))
    yield "municipality", with_capitals({"gemeente": entry.municipality})
    colours = entry.sticker_colours
    for name in ("kleur", "colour"):
        yield "sticker_colours", with_capitals({f"{name}_a": colours.general, f"{name}_s": colours.specific})


def _numbers(domains: int, language: Language) -> dict[str, str]:
    """Numbers in running text. A sheet hangs for each domain, and one for the generic competencies."""
    names = {"aantal_domeinen": domains, "number_of_domains": domains}
    names |= {"aantal_flappen": domains + 1, "number_of_sheets": domains + 1}
    forms = with_capitals({name: in_words(number, primary(language)) for name, number in names.items()})
    return {name: value for name, value in forms.items() if value}
