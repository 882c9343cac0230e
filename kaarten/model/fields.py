"""Types of fields: how a text from YAML becomes a length, a time, a date, a size, a colour or a subtree.

In: Text, as the reader found it. Out: plain typed values. Each refusal is named by a code of our own, so that nobody
has to read pydantic's sentences. Leaves alone: ranges of one field (`Field(ge=...)`), and marks (`validate`).
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator, WithJsonSchema
from pydantic_core.core_schema import CoreSchema, no_info_before_validator_function

from kaarten.geometry import PAPER_SIZES, Size, parse_length
from kaarten.graphics import Colour
from kaarten.model.base import fault
from kaarten.source.nodes import Mapping
from kaarten.text import Key, mark_of

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TRIM = re.compile(r"(.*?\d\s*)(mm|cm|in|pt)?\s*[x\u00d7]\s*(.+?)(mm|cm|in|pt)")


class Branch(dict[str, object]):
    """A mapping as plain data that still knows its node, for fields that stay YAML until their model is known."""

    node: Mapping


def _length(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return parse_length(value)
    except ValueError:
        raise fault("not-a-length", value=str(value)) from None


def _time(value: object) -> datetime.time:
    if isinstance(value, datetime.time):
        return value
    found = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise fault("not-a-time", value=str(value))
    return datetime.time(int(found[1]), int(found[2]))


def _date(value: object) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    try:
        if isinstance(value, str) and _DATE.fullmatch(value.strip()):
            return datetime.date.fromisoformat(value.strip())
    except ValueError:
        pass
    raise fault("not-a-date", value=str(value))


def _trim_size(value: object) -> Size:
    """`A4`, `A5 landscape`, or two lengths: `90mm x 140mm`, `90 x 140 mm`. One piece as it is held, width first."""
    if isinstance(value, Size):
        return value
    text = value.strip() if isinstance(value, str) else ""
    name, _, turn = text.partition(" ")
    if name.upper() in PAPER_SIZES and turn.strip() in ("", "portrait", "landscape"):
        size = PAPER_SIZES[name.upper()]
        return size.turned if turn.strip() == "landscape" else size
    found = _TRIM.fullmatch(text)
    try:
        size = _width_by_height(*found.groups()) if found else None
    except ValueError:
        size = None
    if size is None or size.width <= 0 or size.height <= 0:
        raise fault("not-a-size", value=str(value), sizes=", ".join(PAPER_SIZES))
    return size


def _width_by_height(width: str, first_unit: str | None, height: str, unit: str) -> Size:
    return Size(parse_length(width + (first_unit or unit)), parse_length(height + unit))


def _colour(value: object) -> Colour:
    if isinstance(value, Colour):
        return value
    try:
        return Colour.parse(str(value))
    except ValueError:
        raise fault("not-a-colour", value=str(value)) from None


def _palette_colour(value: object) -> Colour | Key:
    if isinstance(value, str) and not value.strip().startswith("#"):
        return Key(value.strip(), mark_of(value))
    return _colour(value)


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _subtree(value: object) -> Mapping:
    if isinstance(value, Mapping):
        return value
    if not isinstance(value, Branch):
        raise fault("not-a-mapping")
    return value.node


def _schema(type_: str = "string", **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": type_, **more})


Length = Annotated[
    float,
    BeforeValidator(_length),
    _schema(pattern=r"^-?\d+([.,]\d+)?\s*(mm|cm|in|pt)$", examples=["12mm"]),
]
"""Millimetres, written with a unit: `12mm`, `1,5 cm`, `8pt`."""

TimeOfDay = Annotated[
    datetime.time,
    PlainValidator(_time),
    _schema(pattern=r"^([01]?\d|2[0-3])[:.][0-5]\d$", examples=["13:00"]),
]
"""A time on the clock: `13:00`, `13.00` or `9:30`."""

IsoDate = Annotated[
    datetime.date,
    PlainValidator(_date),
    _schema(pattern=r"^\d{4}-\d{2}-\d{2}$", examples=["2027-03-02"]),
]
"""A day, year first: `2027-03-02`."""

TrimSize = Annotated[
    Size,
    PlainValidator(_trim_size),
    _schema(examples=["A4", "A5 landscape", "90mm x 140mm"]),
]
"""The size of one piece as it is held, width first."""

HexColour = Annotated[
    Colour,
    PlainValidator(_colour),
    _schema(pattern="^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$", examples=["#B1362D"]),
]
"""A colour as `#RRGGBB`."""

PaletteColour = Annotated[Colour | Key, PlainValidator(_palette_colour), _schema(examples=["teal", "#B1362D"])]
"""The name of a slot of the palette or of a domain, not looked up yet, or a colour as `#RRGGBB`."""


class _Listed:
    """For a validated file and for its schema alike."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        listed = handler(schema)
        return {"anyOf": [listed["items"], listed]}


Listed = _Listed()
"""Lets one text stand for a list of one: `per: participant`."""

Subtree = Annotated[Mapping, PlainValidator(_subtree), _schema("object")]
"""A mapping that stays YAML, with its Marks, because its model is known only later."""
