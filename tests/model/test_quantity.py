"""Quantities: always enough, never one too many, whatever binary fractions make of 1.1."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.diagnostics import Report
from kaarten.model.base import Model
from kaarten.model.quantity import Per, Quantity
from kaarten.model.validate import validate
from tests.model.nodes import told, tree


@dataclass(frozen=True)
class Counts:
    participants: int = 12
    facilitators: int = 2
    domains: int = 7
    groups: int = 3
    extra_groups: int = 0
    tables: int = 3
    general_stickers: int = 24
    specific_stickers: int = 0
    general_dots: int = 0
    specific_dots: int = 12


class Sheet(Model):
    copies: Quantity


def quantity(text: str) -> Quantity:
    report = Report()
    sheet = validate(Sheet, tree(f"copies: {text}\n"), report)
    assert told(report) == []
    assert sheet is not None
    return sheet.copies


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3),
        ("{per: participant}", 12),
        ("{per: [participant, facilitator]}", 14),
        ("{per: participant, spare: 0.1}", 14),
        ("{per: participant, spare: 10%}", 14),
        ('{per: participant, spare: "0,1"}', 14),
        ("{per: participant, divide: 8}", 2),
        ("{per: domain, times: 2, plus: 4}", 18),
        ("{per: extra-group, plus: 4}", 4),
        ("{per: table, at_least: 5}", 5),
        ("{per: facilitator, plus: -5}", 0),
        ("{per: general-sticker, spare: 10%}", 27),
        ("{per: specific-sticker, spare: 10%}", 0),
        ("{per: general-dot, spare: 10%}", 0),
        ("{per: specific-dot, spare: 10%}", 14),
    ],
)
def test_for_twelve_people_and_seven_domains(text: str, number: int):
    assert quantity(text).count(Counts()) == number


@pytest.mark.parametrize("text", ["{per: }", "{times: 2}", "{spare: 10%, plus: 1}", "{divide: 4, at_least: 1}"])
def test_what_counts_nothing_is_told(text: str):
    """Nought would be printed, and nobody would know why."""
    report = Report()
    assert validate(Sheet, tree(f"copies: {text}"), report) is None
    assert [d.code for d in report] == ["nothing-counted"]


def test_ten_with_a_tenth_to_spare_is_eleven():
    assert quantity("{per: participant, spare: 0.1}").count(Counts(participants=10)) == 11


@pytest.mark.parametrize(
    "text", ["99999999999999999999", "{plus: 10001}", "{per: domain, times: 101}", "{spare: 1100%}"]
)
def test_a_slip_of_the_pen_does_not_fill_the_memory(text: str):
    report = Report()
    assert validate(Sheet, tree(f"copies: {text}"), report) is None
    assert [d.code for d in report] == ["out-of-range"]


numbers = st.integers(0, 500)
fractions = st.fractions(0, 20, max_denominator=100)


@given(
    per=st.lists(st.sampled_from(get_args(Per)), min_size=1, max_size=3).map(tuple),
    times=fractions,
    divide=fractions.filter(bool),
    plus=numbers,
    at_least=numbers,
    spare=st.fractions(0, 10, max_denominator=100),
    participants=numbers,
)
def test_the_least_whole_number_that_is_enough(
    per: tuple[Per, ...],
    times: Fraction,
    divide: Fraction,
    plus: int,
    at_least: int,
    spare: Fraction,
    participants: int,
):
    rule = Quantity(per=per, times=times, divide=divide, plus=plus, at_least=at_least, spare=spare)
    counts = Counts(participants=participants)
    each = {"participant": participants, "facilitator": 2, "domain": 7, "group": 3, "extra-group": 0, "table": 3}
    each |= {"general-sticker": 24, "specific-sticker": 0, "general-dot": 0, "specific-dot": 12}
    wanted = sum(each[name] for name in per) * times * (1 + spare) / divide + plus
    number = rule.count(counts)
    assert number >= wanted
    assert number >= at_least
    assert number < wanted + 1 or number == at_least
    assert rule.model_copy(update={"spare": spare + 1}).count(counts) >= number
