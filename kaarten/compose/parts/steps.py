"""Steps: a short text of a few sentences, each on a line of its own, as somebody reads it out in a room.

In: a Surface, texts, a box. Out: the one size at which every text of a set fits its box, and paint. Leaves alone: what
stands round it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaarten.compose.styles import Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.text import Text
from kaarten.typeset.breaking import STEP

_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9\u00c0-\u00de])")
_ANY = 99
_HAIR = 0.01
_AIR = 0.45
"""Of the leading, extra between one sentence and the next."""


def sentences(text: Text) -> list[Text]:
    """The sentences of a text, each at the line of YAML of the whole."""
    return [text.like(part) for part in _END.split(text.strip()) if part]


def fitted_steps(surface: Surface, texts: Sequence[Text], style: Style, box: Rect) -> Style:
    """The style at the largest size, down to its floor, at which the sentences of every text fit the box."""
    while style.size > style.floor and any(_height(surface, text, style, box.width) > box.height for text in texts):
        style = style.sized(max(style.floor, style.size - STEP))
    return style


def draw_steps(surface: Surface, box: Rect, text: Text, style: Style) -> None:
    """The sentences from the top of the box. What goes over its foot is told as text-too-long."""
    outside = 0
    y = box.y + surface.cap_height(style)
    for sentence in sentences(text):
        block = surface.paragraph(box.x, y, box.width, sentence, style, lines=_ANY)
        if block.below - style.leading > box.bottom + _HAIR:
            outside += len(sentence.split())
        y = block.below + _AIR * style.leading
    if outside:
        surface.too_long(text, style, outside, int(box.height / style.leading) + 1)


def _height(surface: Surface, text: Text, style: Style, width: float) -> float:
    """mm from the top of the capitals of the first line to the last baseline."""
    parts = sentences(text)
    lines = sum(surface.line_count(part, style, width) for part in parts)
    return surface.cap_height(style) + (lines - 1 + (len(parts) - 1) * _AIR) * style.leading
