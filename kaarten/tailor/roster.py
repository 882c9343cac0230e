"""The roster: people as they stand on paper, with the name by which they are called.

In: people as a team wrote them down. Out: Persons, in that order. A name with its last part in front, `Berg, Noor van
der`, is turned round. Leaves alone: reading and checking them (`model`), and how many take part without a name.
"""

from __future__ import annotations

from collections.abc import Iterable

from kaarten.model.people import PersonEntry
from kaarten.tailor.job import Person
from kaarten.text import Text

_TITLES = frozenset("dr drs mr ir ing prof ds dhr mw mevr mevrouw meneer mrs ms".split())
"""What may stand before a first name, in small letters and without its point."""

_DEGREES = frozenset("ba bc bsc llm ma mba md msc phd rn".split())
"""What may stand after a name and a comma."""

_PARTICLES = frozenset("van von de den der het 't ter ten te op in".split())
"""What last names begin with: who is known by one only has no first name here."""


def roster(people: Iterable[PersonEntry]) -> tuple[Person, ...]:
    """Everybody whose name is known."""
    return tuple(_person(entry) for entry in people)


def _person(entry: PersonEntry) -> Person:
    name = _in_order(" ".join(entry.name.split()))
    calling = " ".join((entry.first_name or "").split()) or _first_name(name)
    return Person(
        name=_text(name, entry.name),
        calling=_text(calling, entry.first_name or entry.name),
        role=_text(entry.role or "", entry.role),
        organisation=_text(entry.organisation or "", entry.organisation),
        register=_text(entry.register_number or "", entry.register_number),
        mark=entry.name.mark,
    )


def _text(value: str, source: Text | None) -> Text:
    """A text that has a place but no id: it is not one of the words, and no list of texts may show it."""
    return Text(value, source.mark) if source is not None else Text(value)


def _in_order(name: str) -> str:
    """`Berg, Noor van der` as it is said: Noor van der Berg. A name with more commas stays as it is."""
    last, _, first = (part.strip() for part in name.partition(","))
    turned = first and "," not in first and first.casefold().replace(".", "") not in _DEGREES
    return f"{first} {last}" if turned else name


def _first_name(name: str) -> str:
    """The first word that is no title; the whole name of somebody known by initials or a last name alone."""
    words = name.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in _TITLES:
        del words[0]
    alone = words[0].endswith(".") or words[0].casefold() in _PARTICLES
    return name if alone else words[0].rstrip(",")
