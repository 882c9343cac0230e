"""The door to babel: days, times of day and money as people write them.

In: dates, times, numbers and amounts, and a language. Out: `dinsdag 4 maart 2025`, `13.00 uur`, `13.00 tot 17.00 uur`,
`13.10`, `148,5`, `€ 14,33`; `Tuesday 4 March 2025`, `1.00 pm`, `148.5`, `€14.33`. A number and its unit, and both ends
of a range, are kept on one line by no-break spaces. Source: wording.md section 0. Leaves alone: what happens at that
time (`agenda`).
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from kaarten.tailor.job import Language

NO_BREAK = "\u00a0"


def is_locale(name: str) -> bool:
    """Whether babel can write dates in a language called so: `nl_NL`, `nl-NL`."""
    from babel.core import Locale, UnknownLocaleError

    try:
        Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return False
    return True


def day_text(day: datetime.date, language: Language) -> str:
    """Day of the week, day, month and year."""
    from babel.dates import format_date

    return format_date(day, "EEEE d MMMM y", locale=language.locale)


def short_day_text(day: datetime.date, language: Language) -> str:
    """Day, month and year, for a small block."""
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=language.locale)


def time_text(time: datetime.time, language: Language) -> str:
    """A time in running text: `13.00 uur`."""
    clock = clock_text(time, language)
    return f"{clock}{NO_BREAK}uur" if primary(language) == "nl" else clock


def hours_text(start: datetime.time, end: datetime.time, language: Language) -> str:
    """From when to when, in running text: `13.00 tot 17.00 uur`, `1.00 pm to 5.00 pm`."""
    begin, finish = clock_text(start, language), time_text(end, language)
    between = {"nl": "tot", "en": "to"}.get(primary(language), "\N{EN DASH}")
    return NO_BREAK.join((begin, between, finish))


def clock_text(time: datetime.time, language: Language) -> str:
    """A time in a table: `13.10`, no zero before the hour."""
    match primary(language):
        case "nl":
            return f"{time.hour}.{time.minute:02}"
        case "en":
            return f"{time.hour % 12 or 12}.{time.minute:02}{NO_BREAK}{'am' if time.hour < 12 else 'pm'}"
        case _:
            from babel.dates import format_time

            return format_time(time, "short", locale=language.locale).replace("\u202f", NO_BREAK)


def one_of(items: Sequence[str], language: Language) -> str:
    """`1, 2 of 3`: a choice in words."""
    from babel.lists import format_list

    return format_list(items, "or", locale=language.locale)


def number_text(number: float, language: Language) -> str:
    """A number with at most two decimals: `148,5`."""
    from babel.numbers import format_decimal

    return format_decimal(number, "0.##", locale=language.locale)


def money_text(euros: Fraction, language: Language) -> str:
    """An amount in euros, rounded to cents, half a cent up."""
    from babel.numbers import format_currency

    cents = math.floor(euros * 100 + Fraction(1, 2))
    return format_currency(Decimal(cents) / 100, "EUR", locale=language.locale)


def primary(language: Language) -> str:
    """The language without its variant: `nl` of `nl-NL`."""
    return language.tag.partition("-")[0].lower()
