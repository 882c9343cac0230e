"""When and where a meeting is, on a list: what the team told is printed, what it did not is a line to write on.

In: a Desk and a place. Out: the line under a title, and a row of paint. Leaves alone: what stands below.
"""

from __future__ import annotations

from kaarten.compose.desk import Desk
from kaarten.compose.parts.line_fields import LINE_FIELDS, Filled, line_fields
from kaarten.compose.surface import Surface
from kaarten.tailor.timetable import Meeting

WHEN_HEIGHT = LINE_FIELDS
"""mm that the row takes."""
_DATE, _PLACE = 3, 4
"""Shares of the row."""


def when_text(meeting: Meeting | None) -> str:
    """The day, if it is known, and from when to when."""
    return ", ".join(part for part in (meeting.date_text, meeting.hours_text) if part) if meeting else ""


def asks_when(meeting: Meeting | None) -> bool:
    """Whether the row has something to write: the day is not known, or not where."""
    return bool(meeting) and not (meeting.date_text and meeting.place)


def when_row(desk: Desk, surface: Surface, meeting: Meeting, x: float, y: float, width: float) -> None:
    """The day where it is to be written, and the place, on a baseline at y, over `width` mm from x."""
    fields = [Filled(desk.label("place"), meeting.place, _PLACE)]
    if not meeting.date_text:
        fields.insert(0, Filled(desk.label("letter.date"), share=_DATE))
    line_fields(surface, x, y, width, fields)
