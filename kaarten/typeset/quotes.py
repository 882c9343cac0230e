"""Quotes: the straight marks of a keyboard, printed as the curly ones of a book.

In: a word as it was typed. Out: the word with typographic quotes and apostrophes. A mark opens at the start of a word
or behind what opens, unless it is the apostrophe of a Dutch clitic ('s avonds, 't Hart); else it closes. Why here:
texts are typed straight (a coordinator's keyboard has no other), and every printed word passes the shaping. Leaves
alone: marks that were typed curly, and which quotes a language prefers.
"""

from __future__ import annotations

import re

_CLITIC = re.compile(r"'(?=(?:s|t|n|k|m|r|ns)(?![\w']))")
_OPENERS = "([{/-\u2013\u2014\u2018\u201c"
_CURLY = {'"': "\u201c\u201d", "'": "\u2018\u2019"}


def curled(word: str) -> str:
    """`collega's` with an apostrophe, `'Leren'` with a quote on either side, as a printer sets them."""
    if "'" not in word and '"' not in word:
        return word
    letters: list[str] = []
    opening = True
    for char in _CLITIC.sub("\u2019", word):
        if char in _CURLY:
            letters.append(_CURLY[char][0 if opening else 1])
        else:
            letters.append(char)
            opening = char in _OPENERS or char.isspace()
    return "".join(letters)
