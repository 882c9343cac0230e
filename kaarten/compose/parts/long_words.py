"""Long words: hyphens in what no column is wide enough for, such as jeugdbeschermingsmedewerker.

In: a text, a measure, and how wide a word is. Out: the same text with hyphens where lines may break. Pages hyphenate
nothing else; but who types her profession in a list can do nothing about the width of its column. Leaves alone: words
that fit, and breaking lines (`typeset`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ONSET = re.compile(r"(?<=[^\W\d_]{3})(?=[bcdfghjklmnpqrstvwxz][aeiouy]\w{2})", re.IGNORECASE)
"""Before a consonant and a vowel, as most syllables begin; three letters stay on either side."""

_JOINT = re.compile(
    r"(?<=[^\W\d_]{3})(?<!mede)(?=(?:hulpverlen|verlen|medewerk|werk|begeleid|ondersteun|behandel|verpleegkund|deskund|consulent"
    r"|adviseur|coach|co\u00f6rdinator|regisseur|manager|therapeut))",
    re.IGNORECASE,
)
"""Before what names of professions end in: a reader's eye expects the hyphen there."""

HYPHEN = "-"


def with_hyphens(text: str, measure: float, width: Callable[[str], float]) -> str:
    """`text` with hyphens in the words wider than `measure`; `width` and `measure` in one unit.

    A word that has no place for one stays as it is.
    """
    return " ".join(_divided(word, measure, width) for word in text.split(" "))


def _divided(word: str, measure: float, width: Callable[[str], float]) -> str:
    done, rest = "", word
    while width(rest) > measure:
        head, hyphen, tail = rest.partition(HYPHEN)
        if hyphen and tail and width(head + hyphen) <= measure:
            done, rest = done + head + hyphen, tail
            continue
        places = [place.start() for place in _ONSET.finditer(head)]
        fitting = [place for place in places if width(rest[:place] + HYPHEN) <= measure]
        joints = [place.start() for place in _JOINT.finditer(head) if width(rest[: place.start()] + HYPHEN) <= measure]
        if not (joints or fitting):
            break
        place = (joints or fitting)[-1]
        done, rest = done + rest[:place] + HYPHEN, rest[place:]
    return done + rest
