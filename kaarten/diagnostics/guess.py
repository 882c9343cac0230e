"""Did you mean: the known word that a mistyped one most resembles.

In: a word and the words that would have been right. Out: one of those, or "" when none comes near. Every stage that
refuses an unknown name puts the answer in the detail `guess`, so that the hint is left out when there is none.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LONGEST = 80
"""Longer words are not compared: difflib's work grows with the product of the lengths."""


def guess(word: str, choices: Iterable[str]) -> str:
    """The choice most like `word`, capitals aside, or "". Of equally good ones the first in `choices` wins."""
    if len(word) > _LONGEST:
        return ""
    by_lower: dict[str, str] = {}
    for choice in choices:
        if len(choice) <= _LONGEST:
            by_lower.setdefault(choice.casefold(), choice)
    near = difflib.get_close_matches(word.casefold(), by_lower, n=1, cutoff=0.6)
    return by_lower[near[0]] if near else ""
