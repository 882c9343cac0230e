"""Line fields: what is filled in on one row above a list or a table, such as a date, a group or a year.

In: a Surface, a place, names with the text that is known or nothing. Out: bold names, behind each its text or a line to
write on; the last line ends at the right edge. Leaves alone: which fields there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kaarten.compose.parts.forms import PITCH, writing_lines
from kaarten.compose.styles import BODY, LABEL
from kaarten.compose.surface import Surface
from kaarten.model.content import LayoutContent, Share
from kaarten.text import Count, Text

LINE_FIELDS = PITCH
"""mm that the row takes, at scale 1."""
_BETWEEN, _BEHIND = 8.0, 3.0
_NAME = LABEL.sized(12)


class LineField(LayoutContent):
    """`width` is its share of the row."""

    label: Text
    width: Share = Count(1)


class Filled(NamedTuple):
    """A name, its text or nothing, and its share of the row."""

    name: Text
    text: str = ""
    share: float = 1


def line_fields(surface: Surface, x: float, y: float, width: float, fields: Sequence[Filled], scale: float = 1) -> None:
    """The fields beside each other on a baseline at y, over `width` mm from x."""
    between = _BETWEEN * scale
    unit = (width - between * (len(fields) - 1)) / sum(field.share for field in fields)
    name, text = (style.sized(style.size * scale, floor=9) for style in (_NAME, BODY))
    for field in fields:
        room = field.share * unit
        taken = surface.text(x, y, field.name, name, width=room * 0.6) + _BEHIND * scale
        if field.text:
            surface.text(x + taken, y, field.text, text, width=room - taken)
        else:
            writing_lines(surface, x + taken, y + 0.6, room - taken, 1)
        x += room + between
