"""The agenda: arithmetic with times of day, and whether the blocks of a meeting add up.

In: times, minutes, the blocks of a meeting. Out: later times; minutes shared out over steps; a warning with the
difference, and minutes that would fit, when the blocks are not as long as the meeting. Leaves alone: how a time is
written (`dates`), and what a block holds (`programme`).
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from fractions import Fraction

from kaarten.diagnostics import Mark, Report
from kaarten.model.agenda import AgendaMeeting
from kaarten.text import MeetingId

_ANY_DAY = datetime.date(2000, 1, 1)


def later(time: datetime.time, minutes: int) -> datetime.time:
    """So many minutes after `time`; past midnight it goes on with the next day's hours."""
    return (datetime.datetime.combine(_ANY_DAY, time) + datetime.timedelta(minutes=minutes)).time()


def shared_out(minutes: int, weights: Sequence[int], least: int = 1) -> list[int]:
    """`minutes` in whole parts in proportion to `weights`, each at least `least` where there are minutes enough.

    What is left after rounding down goes to the parts that lost most by it, the first of equals: 45 over 5, 21, 9 and
    10 gives just those; 30 over them 4, 13, 6 and 7.
    """
    if not weights:
        return []
    least = least if minutes >= least * len(weights) else 0
    rest, whole = minutes - least * len(weights), sum(weights) - least * len(weights)
    exact = [Fraction(rest * (weight - least), whole) if whole else Fraction(rest, len(weights)) for weight in weights]
    parts = [math.floor(part) for part in exact]
    by_loss = sorted(range(len(parts)), key=lambda index: parts[index] - exact[index])
    for index in by_loss[: rest - sum(parts)]:
        parts[index] += 1
    return [part + least for part in parts]


def fitting(meeting: AgendaMeeting) -> dict[str, int]:
    """Other minutes for some blocks, so that all together make up the total; empty when that cannot be.

    The difference is shared by the blocks that are neither locked nor a break, in proportion to their length and in
    steps of 5 minutes if it is one of them.
    """
    free = {id: block.minutes for id, block in meeting.blocks.items() if not (block.locked or block.pause)}
    difference = meeting.total - sum(block.minutes for block in meeting.blocks.values())
    step = 1 if difference % 5 else 5
    sign = step if difference > 0 else -step
    shares = shared_out(abs(difference) // step, list(free.values()), least=0)
    changed = {id: free[id] + sign * share for id, share in zip(free, shares, strict=True) if share}
    return changed if min(changed.values(), default=0) > 0 else {}


def check_agenda(id: MeetingId, meeting: AgendaMeeting, mark: Mark, report: Report) -> None:
    """A warning agenda-does-not-add-up at `mark` when the blocks are longer or shorter than the meeting."""
    minutes = sum(block.minutes for block in meeting.blocks.values())
    if minutes != meeting.total:
        details = {
            "meeting": id,
            "minutes": minutes,
            "total": meeting.total,
            "difference": f"{minutes - meeting.total:+d}",
            "proposal": ", ".join(f"{id}: {part}" for id, part in fitting(meeting).items()),
        }
        report.warning("agenda-does-not-add-up", mark, **details)
