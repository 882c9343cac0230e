"""Clock times follow from the start; a meeting that does not add up is told."""

from __future__ import annotations

import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kaarten.diagnostics import Mark, Report
from kaarten.model.structure import AgendaBlock, AgendaMeeting
from kaarten.tailor.agenda import block_times, check_agenda

MARK = Mark("agenda.yaml", 3, 5)


def meeting(*minutes: int, total: int = 240) -> AgendaMeeting:
    blocks = {f"M1-{number:02}": AgendaBlock(minutes=each) for number, each in enumerate(minutes, 1)}
    return AgendaMeeting(total=total, start=datetime.time(13), blocks=blocks)


def clock(start: str, *minutes: int) -> list[str]:
    times = block_times(meeting(*minutes), datetime.time.fromisoformat(start))
    return [begin.isoformat("minutes") for begin, _ in times.values()]


def test_the_first_meeting_of_the_timeline():
    times = clock("13:00", 10, 10, 15, 45, 30, 15, 30, 30, 40, 15)
    assert times == ["13:00", "13:10", "13:20", "13:35", "14:20", "14:50", "15:05", "15:35", "16:05", "16:45"]


def test_across_midday_and_midnight():
    assert clock("11:30", 20, 45, 15) == ["11:30", "11:50", "12:35"]
    assert clock("23:30", 45, 15) == ["23:30", "00:15"]


@given(start=st.times(), minutes=st.lists(st.integers(1, 300), min_size=1, max_size=20))
def test_each_block_starts_where_the_one_before_it_ends(start: datetime.time, minutes: list[int]):
    start = start.replace(second=0, microsecond=0)
    times = list(block_times(meeting(*minutes), start).values())
    assert times[0][0] == start
    assert all(end == begin for (_, end), (begin, _) in pairwise(times))
    assert [(_of_day(end) - _of_day(begin)) % 1440 for begin, end in times] == minutes


def _of_day(time: datetime.time) -> int:
    return time.hour * 60 + time.minute


def test_a_meeting_that_adds_up_is_not_mentioned():
    report = Report()
    check_agenda(1, meeting(100, 140), MARK, report)
    assert list(report) == []


def test_the_difference_is_told():
    report = Report()
    check_agenda(1, meeting(100, 125), MARK, report)
    check_agenda(2, meeting(100, 145), MARK, report)
    told = [(d.severity, d.code, d.mark, d.details["difference"]) for d in report]
    assert told == [
        ("warning", "agenda-does-not-add-up", MARK, "-15"),
        ("warning", "agenda-does-not-add-up", MARK, "+5"),
    ]
