"""The agenda: when each block of a meeting starts, and whether the blocks add up.

In: the blocks of a meeting, in order, and its start. Out: when each block begins and ends, and a warning with the
difference when the minutes are not those of the meeting. Leaves alone: how a time is written (`dates`).
"""

from __future__ import annotations

import datetime

from kaarten.diagnostics import Mark, Report
from kaarten.model.structure import AgendaMeeting

_ANY_DAY = datetime.date(2000, 1, 1)


def block_times(meeting: AgendaMeeting, start: datetime.time) -> dict[str, tuple[datetime.time, datetime.time]]:
    """Start and end of each block by id; a meeting that runs past midnight goes on with the next day's hours."""
    moment = datetime.datetime.combine(_ANY_DAY, start)
    times: dict[str, tuple[datetime.time, datetime.time]] = {}
    for id, block in meeting.blocks.items():
        end = moment + datetime.timedelta(minutes=block.minutes)
        times[id] = moment.time(), end.time()
        moment = end
    return times


def check_agenda(number: int, meeting: AgendaMeeting, mark: Mark, report: Report) -> None:
    """A warning agenda-does-not-add-up at `mark` when the blocks are longer or shorter than the meeting."""
    minutes = sum(block.minutes for block in meeting.blocks.values())
    if minutes != meeting.total:
        difference = f"{minutes - meeting.total:+d}"
        details = {"meeting": number, "minutes": minutes, "total": meeting.total, "difference": difference}
        report.warning("agenda-does-not-add-up", mark, **details)
