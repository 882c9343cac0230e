"""Days and times as Dutch and English write them."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest

from kaarten.tailor.dates import clock_text, day_text, hours_text, money_text, number_text, one_of, time_text
from kaarten.tailor.job import Language

DUTCH = Language("nl-formal", "nl-NL", "nl_NL", ("nl-formal", "nl"))
ENGLISH = Language("en", "en-GB", "en_GB", ("en", "nl"))
FRENCH = Language("fr", "fr-FR", "fr_FR", ("fr",))


def test_days():
    day = datetime.date(2025, 3, 4)
    assert day_text(day, DUTCH) == "dinsdag 4 maart 2025"
    assert day_text(day, ENGLISH) == "Tuesday 4 March 2025"
    assert day_text(day, FRENCH) == "mardi 4 mars 2025"


@pytest.mark.parametrize(
    ("hour", "minute", "dutch", "english"),
    [
        (13, 0, "13.00", "1.00\u00a0pm"),
        (9, 5, "9.05", "9.05\u00a0am"),
        (12, 30, "12.30", "12.30\u00a0pm"),
        (0, 15, "0.15", "12.15\u00a0am"),
    ],
)
def test_times(hour: int, minute: int, dutch: str, english: str):
    time = datetime.time(hour, minute)
    assert clock_text(time, DUTCH) == dutch
    assert time_text(time, DUTCH) == f"{dutch}\u00a0uur"
    assert clock_text(time, ENGLISH) == time_text(time, ENGLISH) == english
    assert clock_text(datetime.time(13), FRENCH) == "13:00"


@pytest.mark.parametrize(
    ("language", "text"),
    [(DUTCH, "9.30 tot 13.30 uur"), (ENGLISH, "9.30 am to 1.30 pm"), (FRENCH, "09:30 \u2013 13:30")],
)
def test_a_range_of_hours_stays_on_one_line(language: Language, text: str):
    found = hours_text(datetime.time(9, 30), datetime.time(13, 30), language)
    assert found.replace("\u00a0", " ") == text
    assert " " not in found


def test_numbers_have_the_decimal_sign_of_the_language():
    assert [number_text(number, DUTCH) for number in (148.5, 105.0, 8.126)] == ["148,5", "105", "8,13"]
    assert number_text(148.5, ENGLISH) == "148.5"


def test_a_choice():
    assert one_of(["1", "2", "3"], DUTCH) == "1, 2 of 3"
    assert one_of(["4", "5"], ENGLISH) == "4 or 5"
    assert one_of(["7"], DUTCH) == "7"


def test_money_is_rounded_to_cents_half_a_cent_up():
    assert money_text(Fraction("1234.565"), DUTCH) == "\u20ac\u00a01.234,57"
    assert money_text(Fraction("0.004"), ENGLISH) == "\u20ac0.00"
    assert money_text(Fraction(14), ENGLISH) == "\u20ac14.00"
