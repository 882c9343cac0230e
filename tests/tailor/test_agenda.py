"""Times of day add up, minutes are shared out whole, and a meeting that does not add up is told."""

from __future__ import annotations

import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kaarten.diagnostics import Mark, Report
from kaarten.model.agenda import AgendaBlock, AgendaMeeting
from kaarten.tailor.agenda import check_agenda, fitting, later, shared_out
from kaarten.text import MeetingId

MARK = Mark("agenda.yaml", 3, 5)


def meeting(*minutes: int, total: int = 240) -> AgendaMeeting:
    blocks = {f"M1-{number:02}": AgendaBlock(minutes=each) for number, each in enumerate(minutes, 1)}
    return AgendaMeeting(total=total, start=datetime.time(13), blocks=blocks)


@given(start=st.times(), minutes=st.integers(0, 720), more=st.integers(0, 720))
def test_later_goes_on_past_midnight(start: datetime.time, minutes: int, more: int):
    assert later(later(start, minutes), more) == later(start, minutes + more)
    assert later(datetime.time(23, 30), 45) == datetime.time(0, 15)
    assert later(datetime.time(11, 50), 20) == datetime.time(12, 10)


def test_a_meeting_that_adds_up_is_not_mentioned():
    report = Report()
    check_agenda(MeetingId("1"), meeting(100, 140), MARK, report)
    assert list(report) == []


def test_the_difference_is_told():
    report = Report()
    check_agenda(MeetingId("1"), meeting(100, 125), MARK, report)
    check_agenda(MeetingId("2"), meeting(100, 145), MARK, report)
    told = [(d.severity, d.code, d.mark, d.details["difference"]) for d in report]
    assert told == [
        ("warning", "agenda-does-not-add-up", MARK, "-15"),
        ("warning", "agenda-does-not-add-up", MARK, "+5"),
    ]


def test_minutes_that_fit_are_proposed_in_steps_of_five():
    report = Report()
    check_agenda(MeetingId("1"), meeting(10, 120, 60, 65), MARK, report)
    (told,) = report
    assert told.details["proposal"] == "M1-02: 115, M1-03: 55, M1-04: 60"


def test_locked_blocks_and_breaks_keep_their_minutes():
    blocks = {
        "talk": AgendaBlock(minutes=100),
        "break": AgendaBlock(minutes=100, pause=True),
        "kept": AgendaBlock(minutes=100, locked=True),
    }
    too_short = AgendaMeeting(total=303, start=datetime.time(13), blocks=blocks)
    assert fitting(too_short) == {"talk": 103}
    assert fitting(too_short.model_copy(update={"total": 200})) == {}


@given(minutes=st.integers(0, 600), weights=st.lists(st.integers(1, 300), min_size=1, max_size=12))
def test_minutes_are_shared_out_whole_and_in_proportion(minutes: int, weights: list[int]):
    parts = shared_out(minutes, weights)
    assert sum(parts) == minutes
    assert min(parts) >= (1 if minutes >= len(weights) else 0)
    for (part, weight), (other, heavier) in pairwise(
        sorted(zip(parts, weights, strict=True), key=lambda each: each[1])
    ):
        assert heavier == weight or other >= part


@given(weights=st.lists(st.integers(1, 300), min_size=1, max_size=12))
def test_steps_of_a_block_that_keeps_its_length_stay_as_they_are(weights: list[int]):
    assert shared_out(sum(weights), weights) == weights


@given(
    total=st.integers(15, 720),
    minutes=st.lists(st.tuples(st.integers(1, 120), st.booleans()), min_size=1, max_size=12),
)
def test_what_is_proposed_adds_up(total: int, minutes: list[tuple[int, bool]]):
    blocks = {str(number): AgendaBlock(minutes=each, locked=locked) for number, (each, locked) in enumerate(minutes)}
    offered = fitting(AgendaMeeting(total=total, start=datetime.time(13), blocks=blocks))
    if offered:
        assert sum(({id: block.minutes for id, block in blocks.items()} | offered).values()) == total
        assert not any(blocks[id].locked for id in offered)
