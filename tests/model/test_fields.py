"""Lengths, times, days, sizes and colours: what is taken, and the code of what is refused."""

from __future__ import annotations

import datetime

import pytest
from pydantic import Field

from kaarten.diagnostics import Report
from kaarten.geometry import Size
from kaarten.graphics import Colour
from kaarten.model.base import Model
from kaarten.model.fields import HexColour, IsoDate, Length, Subtree, TimeOfDay, TrimSize
from kaarten.model.validate import validate
from kaarten.source.nodes import Mapping
from tests.model.nodes import told, tree


class Everything(Model):
    length: Length = 0.0
    time: TimeOfDay | None = None
    day: IsoDate | None = None
    size: TrimSize | None = None
    colour: HexColour | None = None
    later: Subtree | None = None
    some: int = Field(default=3, ge=2)


def read(line: str) -> tuple[Everything | None, Report]:
    report = Report()
    return validate(Everything, tree(line), report), report


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("length: 12mm", "length", 12.0),
        ("length: 1,5 cm", "length", 15.0),
        ("time: 13:00", "time", datetime.time(13)),
        ("time: 13.00", "time", datetime.time(13)),
        ("time: 9:30", "time", datetime.time(9, 30)),
        ("day: 2027-03-02", "day", datetime.date(2027, 3, 2)),
        ("size: A4", "size", Size(210, 297)),
        ("size: a5 landscape", "size", Size(210, 148.5)),
        ("size: 90mm x 140mm", "size", Size(90, 140)),
        ("size: 90 x 140 mm", "size", Size(90, 140)),
        ("size: 10,5x14cm", "size", Size(105, 140)),
        ("size: 9cm × 14cm", "size", Size(90, 140)),
        ('colour: "#B1362D"', "colour", Colour(0xB1, 0x36, 0x2D)),
        ("some: '2'", "some", 2),
    ],
)
def test_text_becomes_a_typed_value(line: str, field: str, value: object):
    model, report = read(line)
    assert told(report) == []
    assert getattr(model, field) == value


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("length: 12", "not-a-length"),
        ("length: 12 kilo", "not-a-length"),
        ("time: 25:00", "not-a-time"),
        ("time: 9:60", "not-a-time"),
        ("time: half tien", "not-a-time"),
        ("day: 02-03-2027", "not-a-date"),
        ("day: 2027-02-30", "not-a-date"),
        ("day: '20270302'", "not-a-date"),
        ("size: A5 liggend", "not-a-size"),
        ("size: 90mm", "not-a-size"),
        ("size: 0mm x 140mm", "not-a-size"),
        ("size: 90 x 140", "not-a-size"),
        ("size: 90mm x 140", "not-a-size"),
        ("colour: rood", "not-a-colour"),
        ('colour: "#GG0000"', "not-a-colour"),
        ("later: tekst", "not-a-mapping"),
        ("some: veel", "not-a-number"),
        ("some: 2.5", "not-a-number"),
        ("some: 1", "out-of-range"),
    ],
)
def test_what_is_refused_has_a_code_at_the_value(line: str, code: str):
    model, report = read(line)
    column = line.index(":") + 3
    assert model is None
    assert told(report) == [(code, f"a.yaml:1:{column}")]


def test_a_subtree_stays_yaml():
    model, _ = read("later: {drie: {vier: '5'}}")
    assert model is not None
    assert isinstance(model.later, Mapping)
    assert model.later.keys["drie"].column == 9


def test_a_key_without_a_value_is_as_if_it_were_not_there():
    model, report = read("some:\nday:\n")
    assert told(report) == []
    assert model == Everything()
