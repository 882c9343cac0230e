"""Lines: where a text breaks, and how large it may be to fit.

In: a text, a Typeface, a measure, a language. Out: lines of Words, and the size they have. The rules are those of
looks.md section 2: a new sentence takes a new line when that costs no extra line; no last line of one word; short texts
break where they read best (`lines`); nothing is hyphenated, but a word longer than its line may break at a hyphen it
already has. Leaves alone: colour and place, and what to do with a text that does not fit: it only says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Literal

from kaarten.geometry import POINTS_PER_MM
from kaarten.typeset.fonts import Typeface, Word
from kaarten.typeset.lines import best_lines
from kaarten.typeset.sense import ends_clause, ends_sentence

STEP = 0.5
"""Fitting goes down in steps of half a point (design.md section 6)."""

LARGE = 13.0
"""Points from which a text is no running text."""

_SHORT_LAST_LINE = 0.30
"""A last line under 30 % of the measure looks like a mistake (looks.md section 2)."""

_LITTLE = (1.0, 0.97, 0.94, 0.91)
"""Of the measure, that a long text may be narrowed to."""

_MUCH = (*_LITTLE, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73, 0.7, 0.67, 0.64)
"""The same for small print."""

_HAIR = 1.0001
"""Widths that should be equal come from different sums: a hundredth of a percent lets them be."""

_EXACT = 1e-3
"""Of a step: sizes that differ less are the same."""

_Lines = list[list[Word]]

Shaping = Literal["shaped", "balanced", "settled", "plain"]
"""Lines by the rules of this module, lines of about equal length, lines filled but for the sake of the last one, or
lines simply filled.
"""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines at a size (pt), each with its width in thousandths of that size.

    `fits` is False when even the smallest size needs more lines, or a wider line, than there is; then `too_many` words
    stand outside the box.
    """

    lines: Sequence[Sequence[Word]]
    widths: Sequence[float]
    size: float
    fits: bool
    too_many: int


def line_width(words: Sequence[Word], space: float) -> float:
    """Width of words on one line with `space` between, in thousandths of the size."""
    return sum([word.width for word in words]) + space * (len(words) - 1) if words else 0.0


def measure_in_ems(width: float, size: float) -> float:
    """A width in mm as thousandths of a type size in points."""
    return width * POINTS_PER_MM / size * 1000


_REMEMBERED = 20_000
"""Texts fitted. A flow measures a block, tries it on a page and draws it; all cards of a set have some words alike."""


def break_lines(
    words: Sequence[Word],
    space: float,
    measure: float,
    shaping: Shaping = "shaped",
    language: str = "",
    *,
    large: bool = False,
) -> _Lines:
    """Words in lines no wider than `measure` (thousandths of the size). `large` type is seen from afar: its lines are
    about equally long.
    """
    lines = _first_fit(words, space, measure)
    if shaping == "plain" or len(lines) == 1:
        return lines
    if shaping == "settled":
        return _settled(words, space, measure, lines)
    best = best_lines(words, space, measure, len(lines), language, even=large or shaping == "balanced")
    if best:
        return best
    if shaping == "balanced":
        return balanced(words, space, measure)
    return _narrowed(words, space, measure, lines)


_CLOSE = 0.0005
"""Share of the measure to which the narrowest is found; lines that differ by less look equally long."""


def balanced(words: Sequence[Word], space: float, measure: float) -> _Lines:
    """The narrowest measure that needs no more lines: lines of about equal length."""
    lines = _first_fit(words, space, measure)
    most, low, high = len(lines), max(word.width for word in words), measure
    while high - low > measure * _CLOSE:
        middle = (low + high) / 2
        tried = _first_fit(words, space, middle)
        if len(tried) <= most:
            lines, high = tried, max(line_width(line, space) for line in tried)
        else:
            low = middle
    return lines


def _first_fit(words: Sequence[Word], space: float, measure: float) -> _Lines:
    lines: _Lines = []
    line: list[Word] = []
    room = measure
    for word in words:
        if line and word.width > room:
            lines.append(line)
            line, room = [], measure
        line.append(word)
        room -= word.width + space
    lines.append(line)
    return lines


def _narrowed(words: Sequence[Word], space: float, measure: float, lines: _Lines) -> _Lines:
    """Long texts are not balanced, only narrowed a little until the last line is a line, and so that few sentences
    leave one word on the line before or behind.
    """
    return min(_narrower(words, space, measure, len(lines), _LITTLE), key=_left_behind, default=lines)


def _left_behind(lines: _Lines) -> int:
    """Sentences with one word at the end of a line, or at the beginning of the next."""
    found = 0
    for before, after in pairwise(lines):
        closed = ends_sentence(before[-1].text)
        found += not closed and (ends_sentence(after[0].text) or ends_sentence(before[-2:][0].text))
    return found


def _settled(words: Sequence[Word], space: float, measure: float, lines: _Lines) -> _Lines:
    """Small print, whose right-hand edge nobody sees: narrowed until its last line is a line, and its lines end where a
    sentence does, or a clause, or at least not within a name.
    """
    *above, last_but_one, last = lines
    moved = ([*above, last_but_one[:at], [*last_but_one[at:], *last]] for at in range(len(last_but_one) - 1, 1, -1))
    shorter = takewhile(lambda tried: line_width(tried[-1], space) <= measure, moved)
    return min((*_narrower(words, space, measure, len(lines), _MUCH), *shorter), key=_parted, default=lines)


def _parted(lines: _Lines) -> int:
    """How much the breaks part that belongs together."""
    ends = [(before[-1].text, after[0].text) for before, after in pairwise(lines)]
    names = sum(last[:1].isupper() and first[:1].isupper() and not ends_clause(last) for last, first in ends)
    return 2 * names + sum(not ends_clause(last) for last, _ in ends) - sum(ends_sentence(last) for last, _ in ends)


def _narrower(
    words: Sequence[Word], space: float, measure: float, most: int, shares: Sequence[float]
) -> Iterator[_Lines]:
    """Lines at shares of the measure, as many as there were, with a last line that is a line."""
    for share in shares:
        tried = _first_fit(words, space, measure * share)
        last = tried[-1]
        if len(tried) == most and len(last) > 1 and line_width(last, space) >= _SHORT_LAST_LINE * measure:
            yield tried


def _divided_words(words: Sequence[Word], typeface: Typeface, measure: float) -> list[Word]:
    """The words, one wider than the measure divided at its own hyphens."""
    return [part for word in words for part in _divided(word, typeface, measure)]


def _divided(word: Word, typeface: Typeface, measure: float) -> list[Word]:
    head, hyphen, tail = word.text.partition("-")
    if word.width <= measure or not (head and tail):
        return [word]
    return [typeface.word(head + hyphen), *_divided(typeface.word(tail), typeface, measure)]


@lru_cache(_REMEMBERED)
def fit(
    text: str,
    typeface: Typeface,
    size: float,
    floor: float,
    width: float,
    most_lines: int,
    shaping: Shaping = "shaped",
    language: str = "",
) -> Fitted:
    """`text` in at most `most_lines` lines of `width` mm, at `size` or the largest step below it down to `floor`."""
    words, space = typeface.words(text), typeface.first.space
    while True:
        measure = measure_in_ems(width, size) * _HAIR
        whole = words if all(word.width <= measure for word in words) else _divided_words(words, typeface, measure)
        filled = _first_fit(whole, space, measure)
        widest = max(word.width for line in filled for word in line) if whole else 0.0
        fits = len(filled) <= most_lines and widest <= measure
        if fits or size <= floor:
            lines = break_lines(whole, space, measure, shaping, language, large=size >= LARGE)
            outside = 0 if fits else sum(len(line) for line in lines[most_lines:]) or 1
            return Fitted(lines, [line_width(line, space) for line in lines], size, fits, outside)
        # one line must become as narrow as the measure, and so must the longest word of several
        widest = line_width(whole, space) if most_lines == 1 else widest
        size = max(floor, size - STEP * max(1, math.ceil(size * (1 - measure / widest) / STEP - _EXACT)))
