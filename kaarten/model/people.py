"""Those who take part: a number in `team.yaml`, a list of names, or the name of a file with them.

In: the value of `participants:`. Out: a number, frozen entries, or a PeopleFile that `people_file` reads; one model
holds for people in YAML and in a table. Leaves alone: what a person is called on paper (`tailor.roster`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Sequence as ManyOf
from typing import Annotated, Any, cast

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema, field_validator

from kaarten.diagnostics import Mark, Report
from kaarten.model.base import Model, fault
from kaarten.text import Text, mark_of

MOST_PEOPLE = 1_000
LONGEST = 100
"""Characters of a name, a role and so on; the longest official names of organisations have eighty."""

_LOOKS_LIKE_FILE = re.compile(r".+\.[A-Za-z]{2,5}")

_NUMBER, _PEOPLE, _FILE, _FILE_NAME, _NAME, _ENTRY = (
    "a number",
    "some people",
    "a file",
    "name of file",
    "a name",
    "an entry",
)
"""Forms of values, which pydantic puts in the path of a fault: no key may be called so."""


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
    def _name_is_a_name(cls, name: Text) -> Text:
        if not name.strip():
            raise fault("missing-value")
        if not any(map(str.isalpha, name)):
            raise fault("name-without-letters")
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
    return _NAME if isinstance(value, str | None) else _ENTRY


def _kind(value: Any) -> str:
    """Which form `participants:` has; also of a value that has been validated."""
    if isinstance(value, list | tuple):
        return _PEOPLE
    if isinstance(value, Mapping | PeopleFile):
        return _FILE
    return _FILE_NAME if isinstance(value, str) and _LOOKS_LIKE_FILE.fullmatch(value.strip()) else _NUMBER


_Entry = Annotated[
    Annotated[PersonEntry, BeforeValidator(_named), WithJsonSchema({"type": "string"}), Tag(_NAME)]
    | Annotated[PersonEntry, Tag(_ENTRY)],
    Discriminator(_item_kind),
]


def _few_enough(value: Any) -> Any:
    """Counts what was written: pydantic's own count leaves out who has a fault, and would tell of that as well."""
    people = cast("ManyOf[Any]", value)  # `_kind` saw to it
    if not 0 < len(people) <= MOST_PEOPLE:
        raise fault("wrong-number-of-items", **({"most": MOST_PEOPLE} if people else {"least": 1}))
    return people


Entries = Annotated[
    tuple[_Entry, ...],
    BeforeValidator(_few_enough),
    Field(json_schema_extra={"minItems": 1, "maxItems": MOST_PEOPLE}),
]
"""People in a list: names, or mappings."""

Participants = Annotated[
    Annotated[int, Field(ge=1, le=MOST_PEOPLE), Tag(_NUMBER)]
    | Annotated[Entries, Tag(_PEOPLE)]
    | Annotated[PeopleFile, BeforeValidator(_filed), WithJsonSchema({"type": "string"}), Tag(_FILE_NAME)]
    | Annotated[PeopleFile, Tag(_FILE)],
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
