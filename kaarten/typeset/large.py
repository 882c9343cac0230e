"""Large type: where a break is seen from afar, another one that is as good and reads better.

In: lines as they were broken, their words, a measure. Out: as many lines, broken where fewer things are wrong: a line
that ends in a short word, a word cut off from its clause, a line of one word, a sentence that begins within a line.
Leaves alone: small type, long texts, and lines with which nothing is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from kaarten.typeset.fonts import Word

LARGE = 16.0
"""Points from which a break is looked at."""
_MOST_WORDS, _MOST_LINES = 18, 4
_SHORT = 3
"""Letters of a word that leads on to the next, such as an article or a preposition."""
_EVEN = 0.4
"""Of the widest line, the narrowest at least: a break that leaves less is not as good."""
_ENDS, _SENTENCE_ENDS = (".", ",", ":", ";", "?", "!"), (".", "?", "!")

Lines = Sequence[Sequence[Word]]


def mended(lines: Lines, words: Sequence[Word], space: float, measure: float) -> Lines:
    """The same number of lines, no wider than the measure (thousandths of the size), with the fewest faults; of those
    the most even. They are the lines as they were when no other has fewer.
    """
    if not 2 <= len(lines) <= _MOST_LINES or len(words) > _MOST_WORDS:
        return lines
    best, least = lines, (faults(lines), 0.0)
    if not least[0]:
        return lines
    for breaks in combinations(range(1, len(words)), len(lines) - 1):
        tried = [words[start:end] for start, end in pairwise((0, *breaks, len(words)))]
        widths = [sum(word.width for word in line) + space * (len(line) - 1) for line in tried]
        if max(widths) > measure or min(widths) < _EVEN * max(widths):
            continue
        key = (faults(tried), max(widths) - min(widths))
        if key[0] < faults(lines) and (best is lines or key < least):
            best, least = tried, key
    return best


def faults(lines: Lines) -> int:
    """How much is wrong with the breaks of a text."""
    texts = [[word.text for word in line] for line in lines]
    found = sum(_after(line) for line in texts[:-1]) + sum(_before(line) for line in texts[1:])
    found += sum(1 for line in texts[:-1] if len(line) == 1) + (2 if len(texts[-1]) == 1 else 0)
    return found + sum(1 for line in texts for word in line[:-1] if word.endswith(_SENTENCE_ENDS))


def _after(line: Sequence[str]) -> int:
    """What is wrong with the end of a line: a short word, or the first word of the next clause."""
    last = line[-1]
    short = last.isalpha() and len(last) <= _SHORT
    cut_off = len(line) > 1 and line[-2].endswith(_ENDS) and not last.endswith(_ENDS)
    return short + 2 * cut_off


def _before(line: Sequence[str]) -> int:
    """What is wrong with the beginning of a line: the last word of the clause before."""
    return 2 if len(line) > 1 and line[0].endswith(_ENDS) else 0
