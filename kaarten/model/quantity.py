"""Quantities: how many of a thing a pack needs, as a rule that follows the number of people.

In: `{per: [participant, facilitator], spare: 10%}` or a plain number. Out: `count(people)`, always rounded up and
always exact: fractions, because a binary 1.1 makes 11 of 10. Source: materials.md section 0, docs/content.md. Leaves
alone: how people are counted (`tailor.people`).
"""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import Annotated, Literal, Protocol, Self, cast

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from kaarten.model.base import Model, fault
from kaarten.model.fields import Listed

MOST = 10_000
"""Pieces of one kind; a pack for 500 people needs a few thousand. More is a slip of the pen."""

_EXACT = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*(%?)")

Per = Literal[
    "participant", "facilitator", "domain", "group", "extra-group", "table",
    "general-sticker", "specific-sticker", "general-dot", "specific-dot",
]  # fmt: skip


class Counted(Protocol):
    """Whatever knows how many there are of each thing that quantities count by; the job's People do."""

    @property
    def participants(self) -> int: ...
    @property
    def facilitators(self) -> int: ...
    @property
    def domains(self) -> int: ...
    @property
    def groups(self) -> int: ...
    @property
    def extra_groups(self) -> int: ...
    @property
    def tables(self) -> int: ...
    @property
    def general_stickers(self) -> int: ...
    @property
    def specific_stickers(self) -> int: ...
    @property
    def general_dots(self) -> int: ...
    @property
    def specific_dots(self) -> int: ...


def _exact(value: object) -> Fraction:
    """`2`, `0.5`, `0,5` or `10%`, without loss."""
    if isinstance(value, int | Fraction):
        return Fraction(value)
    found = _EXACT.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise fault("not-a-number", value=str(value))
    return Fraction(found[1].replace(",", ".")) / (100 if found[2] else 1)


Exact = Annotated[
    Fraction,
    BeforeValidator(_exact),
    WithJsonSchema({"type": ["number", "string"], "examples": [2, "0.5", "10%"]}),
]


def _price(value: object) -> Fraction:
    """`0.15` or `0,15`; a percentage is none."""
    if isinstance(value, str) and "%" in value:
        raise fault("not-a-number", value=str(value))
    return _exact(value)


Price = Annotated[
    Fraction, BeforeValidator(_price), WithJsonSchema({"type": ["number", "string"], "examples": ["0.15"]})
]
"""Euros."""


class Quantity(Model):
    """How many: `ceil((sum of per * times / divide) * (1 + spare)) + plus`, and at least `at_least`."""

    per: Annotated[tuple[Per, ...], Listed] = Field(default=(), description="What is counted; a list is added up.")
    times: Exact = Field(default=Fraction(1), ge=0, le=100, description="How many for each one counted.")
    divide: Exact = Field(default=Fraction(1), gt=0, description="How many share one.")
    plus: int = Field(default=0, ge=-MOST, le=MOST, description="Added at the end, after rounding up.")
    at_least: int = Field(default=0, ge=0, le=MOST, description="Never fewer than this.")
    spare: Exact = Field(
        default=Fraction(0), ge=0, le=10, description="Spare ones as a share of the whole: 0.1 or 10%."
    )

    @model_validator(mode="before")
    @classmethod
    def _plain_number(cls, data: object) -> object:
        """`copies: 2` is two, whoever comes. An empty `per` is none."""
        if not isinstance(data, str | int):
            given = cast("dict[str, object]", data) if isinstance(data, dict) else {}
            if given.get("per", "") is None:
                raise fault("nothing-counted")
            return cast("object", data)
        try:
            number = int(data)
        except ValueError:
            raise fault("not-a-quantity", value=str(data)) from None
        if number < 0:
            raise fault("out-of-range", value=str(data), least=0)
        return {"plus": number}

    @model_validator(mode="after")
    def _counts_something(self) -> Self:
        """Without `per` there is nothing to multiply, share or take off, and nought would be printed in silence."""
        if not self.per and (self.plus < 0 or self.model_fields_set & {"per", "times", "divide", "spare"}):
            raise fault("nothing-counted")
        return self

    def count(self, people: Counted) -> int:
        """The number of pieces for these people."""
        amounts = {
            "participant": people.participants,
            "facilitator": people.facilitators,
            "domain": people.domains,
            "group": people.groups,
            "extra-group": people.extra_groups,
            "table": people.tables,
            "general-sticker": people.general_stickers,
            "specific-sticker": people.specific_stickers,
            "general-dot": people.general_dots,
            "specific-dot": people.specific_dots,
        }
        whole = sum(amounts[each] for each in self.per) * self.times / self.divide
        return max(self.at_least, math.ceil(whole * (1 + self.spare)) + self.plus)
