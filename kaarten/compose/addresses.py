"""Web and mail addresses in printed texts: which words of a text lead somewhere, and where they stand.

In: a text, and its lines as they were set. Out: the lines in Parts: words that are read as they are, and words that are
a link. Only what is an address on its own is one: a scheme we know, or a host under a few common domains; so nothing
that somebody typed can lead anywhere but the web or a mailbox. Leaves alone: painting, and PDF (`press.annotations`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kaarten.compose.to_write import Rule
from kaarten.geometry import Rect
from kaarten.graphics import Line
from kaarten.text import Address
from kaarten.typeset.breaking import line_width
from kaarten.typeset.fonts import Typeface, Word, divided

_HOST = r"(?:[\w-]+\.)+(?:nl|be|eu|com|org|net|info)"
_MAY_HOLD_ONE = re.compile(r"://|\.(?:nl|be|eu|com|org|net|info)\b")
_WEB = re.compile(r"https?://([^\s/?#]+)(?:[/?#]\S*)?")
_BARE = re.compile(rf"{_HOST}(?:[/?#]\S*)?")
_MAIL = re.compile(rf"[\w.+-]+@{_HOST}")
UNDERLINE = 0.35
"""Points: as thin as a line may be, for it tells what can be clicked and is not to be seen from afar."""
_BELOW = 0.75
"""Of the depth that a font has under its baseline: below its tails."""
_BEFORE, _BEHIND = "([{<\"'\u2018\u201c", ".,;:!?)]}>\"'\u2019\u201d"
"""Marks that a sentence puts round an address."""

Addresses = tuple[tuple[int, str], ...]
"""Of each word that is an address its place in the text, from 0, and where it leads."""


class Part(NamedTuple):
    """Words in a row of a text, line by line. `to` is where they lead, "" for words that are no address; they can be
    clicked in the `boxes` (mm).
    """

    lines: Sequence[Line]
    to: str = ""
    boxes: tuple[Rect, ...] = ()
    underlines: tuple[Rule, ...] = ()


def told_of(to: str) -> str:
    """What who does not see the page hears of where a link leads."""
    return to.removeprefix("mailto:")


def parts_of(text: str, typeface: Typeface, lines: Sequence[Line], scale: float) -> list[Part]:
    """The lines that `text` was set in, `scale` mm for a thousandth of the type size. An address that was divided at
    its hyphen is one link on two lines.
    """
    found = dict(addresses_in(text))
    if not (found or isinstance(text, Address)):
        return [Part(lines)]
    words = typeface.words(text)
    if isinstance(text, Address):
        found |= dict.fromkeys(range(len(words))[-text.words :], text.to)
    leads = _for_each(words, [found.get(place, "") for place in range(len(words))], lines)
    parts: list[Part] = []
    for to, group in groupby(_pieces(lines, leads, typeface.first.space, scale), itemgetter(0)):
        own = [line for _, line in group]
        parts.append(_link(own, to, typeface, scale) if to else Part(own))
    return parts


def _link(lines: Sequence[Line], to: str, typeface: Typeface, scale: float) -> Part:
    """Boxes as wide as their words, from the top of the highest letter to the foot of the lowest."""
    up, down = typeface.first.ascent * scale, -typeface.first.descent * scale
    boxes = tuple(
        Rect(x, line.y - up, end - x, up + down) for line in lines for x, end in [_ends(line, typeface, scale)]
    )
    underlines = tuple((box.x, box.right, box.y + up + _BELOW * down) for box in boxes)
    return Part(lines, to, boxes, underlines)


def _ends(line: Line, typeface: Typeface, scale: float) -> tuple[float, float]:
    """Where an address begins and ends on a line, without the marks of the sentence it stands in (mm)."""
    first, last = line.words[0].text, line.words[-1].text
    before, behind = first[: len(first) - len(first.lstrip(_BEFORE))], last[len(last.rstrip(_BEHIND)) :]
    taken = [typeface.word(marks).width * scale if marks else 0.0 for marks in (before, behind)]
    return line.x + taken[0], line.x + line.width - taken[1]


@lru_cache(4096)
def addresses_in(text: str) -> Addresses:
    """The addresses in a text."""
    if not _MAY_HOLD_ONE.search(text):
        return ()
    return tuple((place, to) for place, word in enumerate(divided(text)) if (to := _leads(word)))


def _leads(word: str) -> str:
    """Where a word leads, "" when nowhere."""
    plain = word.lstrip(_BEFORE).rstrip(_BEHIND)
    if plain.count("(") > plain.count(")"):
        plain += ")"
    if _MAIL.fullmatch(plain):
        return f"mailto:{plain}"
    if (web := _WEB.fullmatch(plain)) and "." in web[1].strip("."):
        return plain
    return f"https://{plain}" if _BARE.fullmatch(plain) else ""


def _for_each(words: Sequence[Word], leads: Sequence[str], lines: Sequence[Line]) -> Iterator[str]:
    """Where each word on the lines leads. A word that was divided stands there in pieces, which all lead as it does."""
    on_lines = (word.text for line in lines for word in line.words)
    for word, to in zip(words, leads, strict=True):
        left = len(word.text)
        while left > 0:
            left -= len(next(on_lines))
            yield to


def _pieces(lines: Sequence[Line], leads: Iterator[str], space: float, scale: float) -> Iterator[tuple[str, Line]]:
    """Each line in pieces that lead to one place."""
    for line in lines:
        x = line.x
        for to, group in groupby([(next(leads), word) for word in line.words], itemgetter(0)):
            words = tuple(word for _, word in group)
            width = line_width(words, space) * scale
            yield to, Line(x, line.y, width, words)
            x += width + space * scale
