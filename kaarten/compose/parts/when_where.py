"""When and where a meeting is, on a list: what the team told is printed, what it did not is a line to write on.

In: a Desk and a place. Out: the line under a title, and a row of paint. Leaves alone: what stands below.
"""

from __future__ import annotations

from kaarten.compose.desk import Desk
from kaarten.compose.parts.forms import writing_lines
from kaarten.compose.styles import BODY, LABEL
from kaarten.compose.surface import Surface
from kaarten.tailor.timetable import Meeting

WHEN_HEIGHT = 9.0
"""mm that the row takes."""
_DATE, _PLACE, _BETWEEN = 66.0, 85.0, 8.0
_NAME = LABEL.sized(12)


def when_text(meeting: Meeting | None) -> str:
    """The day, if it is known, and from when to when."""
    return ", ".join(part for part in (meeting.date_text, meeting.hours_text) if part) if meeting else ""


def asks_when(meeting: Meeting | None) -> bool:
    """Whether the row has something to write: the day is not known, or not where."""
    return bool(meeting) and not (meeting.date_text and meeting.place)


def when_row(desk: Desk, surface: Surface, meeting: Meeting, x: float, y: float) -> None:
    """The day where it is to be written, and the place, on a baseline at y."""
    if not meeting.date_text:
        _field(surface, x, y, desk.label("letter.date"), "", _DATE)
        x += _DATE + _BETWEEN
    _field(surface, x, y, desk.label("place"), meeting.place, _PLACE)


def _field(surface: Surface, x: float, y: float, name: str, text: str, width: float) -> None:
    taken = surface.text(x, y, name, _NAME, width=width / 2) + 3
    if text:
        surface.text(x + taken, y, text, BODY, width=width - taken)
    else:
        writing_lines(surface, x + taken, y + 0.6, width - taken, 1)
