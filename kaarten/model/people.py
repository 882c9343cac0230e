"""Those who take part: a number in `team.yaml`, a list of names, or the name of a file with them.

In: the value of `participants:`. Out: a number, frozen entries, or a PeopleFile that `people_file` reads; one model
holds for people in YAML and in a table. Leaves alone: what a person is called on paper (`tailor.roster`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema, field_validator

from kaarten.diagnostics import Mark, Report
from kaarten.model.base import Model, fault
from kaarten.text import Text, mark_of

MOST_PEOPLE = 1_000
LONGEST = 100
"""Characters of a name, a role and so on; the longest official names of organisations have eighty."""

_FILE_NAME = re.compile(r".+\.[A-Za-z]{2,5}")


class PersonEntry(Model):
    """Somebody who takes part."""

    name: Text = Field(description="The whole name, as on a certificate: Noor Voorbeeld, or Voorbeeld, Noor.")
    first_name: Text | None = Field(default=None, description="What stands on a name card; else taken from the name.")
    role: Text | None = Field(default=None, description="What she or he does: wijkverpleegkundige.")
    organisation: Text | None = Field(default=None, description="Who employs her or him.")
    register_number: Annotated[Text | None, WithJsonSchema({"type": ["string", "integer"]})] = Field(
        default=None, alias="register", description="Number in a professional register."
    )

    @field_validator("*")
    @classmethod
    def _text_is_no_essay(cls, text: Text | None) -> Text | None:
        if text is not None and len(text) > LONGEST:
            raise fault("text-over-limit", most=LONGEST)
        return text

    @field_validator("name")
    @classmethod
    def _name_is_not_empty(cls, name: Text) -> Text:
        if not name.strip():
            raise fault("missing-value")
        return name


class PeopleFile(Model):
    """A CSV file or a workbook with a row for each person."""

    file: Text = Field(description="A file beside team.yaml: deelnemers.csv or deelnemers.xlsx.")
    sheet: Text | None = Field(default=None, description="Which sheet of a workbook; else the first.")


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


def _filed(value: Any) -> Any:
    return {"file": value} if isinstance(value, str) else value


def _item_kind(value: Any) -> str:
    return "one" if isinstance(value, str | None) else "entry"


def _kind(value: Any) -> str:
    """Which form `participants:` has; also of a value that has been validated."""
    if isinstance(value, list | tuple):
        return "people"
    if isinstance(value, Mapping | PeopleFile):
        return "file"
    return "file-name" if isinstance(value, str) and _FILE_NAME.fullmatch(value.strip()) else "number"


_Entry = Annotated[
    Annotated[PersonEntry, BeforeValidator(_named), WithJsonSchema({"type": "string"}), Tag("one")]
    | Annotated[PersonEntry, Tag("entry")],
    Discriminator(_item_kind),
]

Entries = Annotated[tuple[_Entry, ...], Field(min_length=1, max_length=MOST_PEOPLE)]
"""People in a list: names, or mappings."""

Participants = Annotated[
    Annotated[int, Field(ge=1, le=MOST_PEOPLE), Tag("number")]
    | Annotated[Entries, Tag("people")]
    | Annotated[PeopleFile, BeforeValidator(_filed), WithJsonSchema({"type": "string"}), Tag("file-name")]
    | Annotated[PeopleFile, Tag("file")],
    Discriminator(_kind),
]
"""How many take part, or who, or in which file they stand."""


def warn_of_names_twice(people: Iterable[PersonEntry], report: Report) -> None:
    """A name-twice at each person with the name of one before: two people, or one row too many."""
    seen: dict[str, Mark] = {}
    for person in people:
        mark = mark_of(person.name)
        first = seen.setdefault(" ".join(person.name.casefold().split()), mark)
        if first is not mark:
            report.warning("name-twice", mark, first=first.cell or first)
