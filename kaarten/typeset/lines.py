"""Lines of short texts: of all ways to break one, that which reads best.

In: words, the room, a language. Out: as many lines as the text needs, broken where it costs least: what the break costs
(`sense`), and how the lines look: much shorter than the others, of one word, a sentence that begins within a line.
Leaves alone: long texts, and how large type is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kaarten.typeset.fonts import Word
from kaarten.typeset.sense import CLAUSE, break_costs, ends_clause, ends_sentence, small_words

MOST_LINES = 4
"""A text of more is read as a page is: its lines are filled."""
_MOST_WORDS = 40
_FEW_WORDS = 8
"""Of a text so short all lines are to be even, in small type too."""
_EVEN, _FULL = 12.0, 20.0
"""What it costs that a line is as narrow as can be, where lines are to be even and where they are to be filled."""
_OPEN = 0.4
"""Of that, what it costs of a line that a sentence ends on."""
_NARROW, _NARROW_COST = 0.65, 5.0
"""A line between two others that is narrower than this share of both looks like a hole."""
_SHORT_LAST, _SHORT_LAST_COST = 0.30, 4.0
"""A last line under 30 % of the measure looks like a mistake (looks.md section 2)."""
_ALONE = ((0.35, 6.0), (0.5, 4.0), (0.7, 2.5), (1.0, 3.0))
"""What a word alone on the last line costs, by how wide it is at most, of the widest line."""
_FIRST_ALONE = 3.0
_NEW_SENTENCE, _NEW_CLAUSE, _CUT_OFF = 6.0, 1.5, 5.0
"""A sentence that begins within a line; what comes after a colon there, or in brackets; the first word of a clause at
the end of a line, or its last at the start."""

Ends = tuple[int, ...]
"""Of each line the number of the word after its last."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A text to be broken: its words, where each begins on one line, the cost of a break before each, and whether it
    ends a clause, a sentence.
    """

    words: Sequence[Word]
    space: float
    measure: float
    sums: Sequence[float]
    costs: Sequence[float]
    clauses: Sequence[bool]
    sentences: Sequence[bool]
    even: bool

    def width(self, start: int, end: int) -> float:
        return self.sums[end] - self.sums[start] - self.space


def best_lines(
    words: Sequence[Word], space: float, measure: float, count: int, language: str, *, even: bool
) -> list[list[Word]] | None:
    """The words in `count` lines no wider than `measure`; None for a text that is too long to look at, or has no such
    lines. `even` lines are about equally long, others as full as sense lets them be.
    """
    if not 2 <= count <= MOST_LINES or len(words) > _MOST_WORDS:
        return None
    said = [word.text for word in words]
    text = Measured(
        words,
        space,
        measure,
        list(accumulate((word.width + space for word in words), initial=0.0)),
        break_costs(said, small_words(language)),
        [ends_clause(word) for word in said],
        [ends_sentence(word) for word in said],
        even or len(words) <= _FEW_WORDS,
    )
    ways = list(_ways(text, 0, count))
    if not ways:
        return None
    ends = min(ways, key=lambda ends: _cost(text, ends))
    return [list(words[start:end]) for start, end in zip((0, *ends), ends, strict=False)]


def _ways(text: Measured, start: int, count: int) -> Iterator[Ends]:
    """All ways to set the words from `start` in `count` lines."""
    total = len(text.words)
    if count == 1:
        if text.width(start, total) <= text.measure:
            yield (total,)
        return
    for end in range(start + 1, total - count + 2):
        if text.width(start, end) > text.measure:
            return
        if text.width(end, total) <= (count - 1) * (text.measure + text.space):
            yield from ((end, *more) for more in _ways(text, end, count - 1))


def _cost(text: Measured, ends: Ends) -> float:
    """What lines cost who reads them."""
    spans = list(zip((0, *ends), ends, strict=False))
    widths = [text.width(*span) for span in spans]
    breaks = sum(text.costs[start] for start, _ in spans[1:])
    clauses = sum(_clauses(text, *span) for span in spans)
    return breaks + clauses + _alone(text, spans, widths) + _ragged(text, spans, widths)


def _clauses(text: Measured, start: int, end: int) -> float:
    """Sentences that begin within a line, and words cut off from their clause."""
    cost = _NEW_SENTENCE * sum(text.sentences[start : end - 1])
    cost += _NEW_CLAUSE * sum(1 for begins in text.costs[start + 1 : end] if begins == CLAUSE)
    if end - start == 1:
        return cost
    ends = text.clauses
    cut_off = end < len(ends) and ends[end - 2] and not ends[end - 1]
    left_over = start > 0 and ends[start] and not ends[start - 1]
    return cost + _CUT_OFF * (cut_off + left_over)


def _alone(text: Measured, spans: Sequence[tuple[int, int]], widths: Sequence[float]) -> float:
    """Lines of one word."""
    cost = 0.0
    for start, end in spans[:-1]:
        cost += _FIRST_ALONE if end - start == 1 and text.costs[end] > CLAUSE else 0.0
    start, end = spans[-1]
    share = widths[-1] / max(widths)
    return cost + (next(much for most, much in _ALONE if share <= most) if end - start == 1 else 0.0)


def _ragged(text: Measured, spans: Sequence[tuple[int, int]], widths: Sequence[float]) -> float:
    """Lines of unequal length."""
    wide = max(widths) if text.even else text.measure
    weight = _EVEN if text.even else _FULL
    cost = _SHORT_LAST_COST if widths[-1] < _SHORT_LAST * text.measure else 0.0
    last = len(widths) - (0 if text.even else 1)
    for (_, end), width in zip(spans[:last], widths, strict=False):
        share = _OPEN if end == len(text.words) or text.sentences[end - 1] else 1.0
        cost += share * weight * ((wide - width) / wide) ** 2
    for before, width, after in zip(widths, widths[1:], widths[2:], strict=False):
        cost += _NARROW_COST if width < _NARROW * min(before, after) else 0.0
    return cost
