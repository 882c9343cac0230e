"""Room to write in the middle of a text: six dots become a line.

In: lines of a text as they were set. Out: the same lines with nothing where the dots were, and where the lines to write
on stand (mm). What stands right behind the dots, such as a comma, stands right behind the line. Leaves alone: painting.
"""

from __future__ import annotations

from collections.abc import Iterable

from kaarten.graphics import Line
from kaarten.text import TO_WRITE_ON
from kaarten.typeset.fonts import Typeface, Word

_BELOW = 0.6
"""mm from the baseline down to the line."""

Rule = tuple[float, float, float]
"""Where a line begins and ends, and how far down it stands."""


def room_to_write(lines: Iterable[Line], scale: float, typeface: Typeface) -> tuple[list[Line], list[Rule]]:
    """The lines, and what to draw in them. `scale` is mm for a thousandth of the type size."""
    made: list[Line] = []
    rules: list[Rule] = []
    for line in lines:
        x, space, words = line.x, typeface.first.space, list[Word]()
        for word in line.words:
            if word.text.startswith(TO_WRITE_ON):
                tail = [typeface.word(end)] if (end := word.text.lstrip(".")) else []
                room = word.width - sum(each.width for each in tail)
                rules.append((x, x + room * scale, line.y + _BELOW))
                words += [word.blank(room - space if tail else room), *tail]
            else:
                words.append(word)
            x += (word.width + space) * scale
        made.append(line._replace(words=tuple(words)))
    return made, rules
