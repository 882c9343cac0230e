"""Whatever a team makes of its agenda, times follow one another and sums hold, from blocks to calendar and letters.

In: the base and random changes to its agenda as a team writes them: other minutes, blocks left out, added, locked or
made a break, any start. Out: a meeting that starts when it should, has no gap and no overlap, and ends when it is
over. Leaves alone: how times are written (`test_dates.py`), one block by itself (`test_programme.py`).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kaarten.diagnostics import Report
from kaarten.model.team import TeamMeeting
from kaarten.pack import Order, Pack, open_pack
from kaarten.tailor.dates import clock_text, hours_text, time_text
from kaarten.tailor.job import Job
from kaarten.tailor.tailor import tailor
from kaarten.tailor.timetable import Meeting
from kaarten.text import MeetingId
from tests.model.nodes import tree

DAY = datetime.date(2027, 3, 2)
OWN = "M1-20"
"""A block that only the team has."""

BASE = {
    "M1-01": 10, "M1-02": 10, "M1-03": 15, "M1-04": 45, "M1-05": 30,
    "M1-06": 15, "M1-07": 30, "M1-08": 30, "M1-09": 40, "M1-10": 15,
}  # fmt: skip
"""The blocks of the first meeting: domain/timeline.md."""

WORDS = f"nl: {{agenda: {{{OWN}: {{name: Kring}}}}}}"


@dataclass(frozen=True)
class Changes:
    """What a team writes: other minutes by block, blocks without which it goes, a block of its own and after which."""

    minutes: dict[str, int]
    dropped: frozenset[str]
    own: int
    after: str
    locked: frozenset[str]
    pause: str
    start: datetime.time

    @property
    def yaml(self) -> str:
        lines = ["agenda:", "  meetings:", "    1:", "      blocks:"]
        for id in BASE:
            keys = ["drop: yes"] if id in self.dropped else []
            if not keys:
                keys += [f"minutes: {self.minutes[id]}"] if id in self.minutes else []
                keys += ["locked: yes"] if id in self.locked else []
                keys += ["pause: yes"] if id == self.pause else []
            lines += [f"        {id}: {{{', '.join(keys)}}}"] if keys else []
        lines += [f"        {OWN}: {{minutes: {self.own}, after: {self.after}}}"]
        return "\n".join([*lines, ""])

    @property
    def expected(self) -> list[tuple[str, int]]:
        """Ids and minutes in order, reckoned without our code."""
        found = [(id, self.minutes.get(id, minutes)) for id, minutes in BASE.items() if id not in self.dropped]
        places = [id for id, _ in found]
        found.insert(places.index(self.after) + 1 if self.after != "start" else 0, (OWN, self.own))
        return found


@st.composite
def changes(draw: st.DrawFn) -> Changes:
    ids = list(BASE)
    dropped = draw(st.frozensets(st.sampled_from(ids), max_size=6))
    left = [id for id in ids if id not in dropped]
    return Changes(
        minutes=draw(st.dictionaries(st.sampled_from(ids), st.integers(1, 600), max_size=5)),
        dropped=dropped,
        own=draw(st.integers(1, 600)),
        after=draw(st.sampled_from(["start", *left])),
        locked=draw(st.frozensets(st.sampled_from(ids), max_size=3)),
        pause=draw(st.sampled_from(left)),
        start=draw(st.times()).replace(second=0, microsecond=0),
    )


@cache
def pack() -> Pack:
    """A team that says nothing of its own, read once."""
    report = Report()
    folder = Path(__file__).resolve().parents[2] / "content" / "teams" / "buurtteam-oost"
    return open_pack(Order(folder), report)


def tailored(changed: Changes) -> tuple[Job, list[str]]:
    """The whole job, and the codes of what was remarked on."""
    opened, report = pack(), Report()
    *below, top = opened.layers.layers
    own = replace(top, structure=tree(changed.yaml, "team.yaml"), words=tree(WORDS, "team.yaml"))
    meetings = {MeetingId(id): TeamMeeting(date=DAY, start=changed.start) for id in ("1", "2")}
    team = opened.layers.team.model_copy(update={"meetings": meetings})
    layers = replace(opened.layers, layers=(*below, own), team=team)
    job = tailor(layers, "nl", opened.registry, opened.brand, report)
    assert job is not None, list(report)
    return job, [diagnostic.code for diagnostic in report]


def clock(job: Job, start: datetime.time, minutes: int) -> str:
    """The clock so many minutes after the start, reckoned in minutes of the day."""
    hours, rest = divmod((start.hour * 60 + start.minute + minutes) % 1440, 60)
    return clock_text(datetime.time(hours, rest), job.language)


@settings(max_examples=20)
@given(changed=changes())
def test_times_follow_one_another_and_sums_hold(changed: Changes) -> None:
    job, codes = tailored(changed)
    meeting = job.meetings[MeetingId("1")]
    assert [(block.id, block.minutes) for block in meeting.blocks] == changed.expected
    total = sum(minutes for _, minutes in changed.expected)
    assert meeting.minutes == total
    assert ("agenda-does-not-add-up" in codes) == (total != 240)
    assert meeting.dropped == changed.dropped
    begun = 0
    for block in meeting.blocks:
        assert (block.clock, block.end_clock) == (
            clock(job, changed.start, begun),
            clock(job, changed.start, begun + block.minutes),
        )
        _check_steps(job, meeting, changed.start, begun, block.id)
        begun += block.minutes
    assert begun == total
    _check_end(job, meeting, changed, total)


def _check_steps(job: Job, meeting: Meeting, start: datetime.time, begun: int, id: str) -> None:
    """Steps fill their block: the first begins with it, each when the one before it is over."""
    block = next(block for block in meeting.blocks if block.id == id)
    for step in block.steps:
        assert step.clock == clock(job, start, begun)
        begun += step.minutes
    assert sum(step.minutes for step in block.steps) == (block.minutes if block.steps else 0)


def _check_end(job: Job, meeting: Meeting, changed: Changes, total: int) -> None:
    """End, letters and calendar agree, also past midnight."""
    end = datetime.datetime.combine(DAY, changed.start) + datetime.timedelta(minutes=total)
    assert meeting.end_text == time_text(end.time(), job.language)
    hours = hours_text(changed.start, end.time(), job.language)
    letter = next(material for material in job.materials if material.id == "uitnodiging")
    assert repr(hours)[1:-1] in repr(letter.content)
    event = next(event for event in job.events if event.meeting == "1")
    assert (event.start, event.end) == (datetime.datetime.combine(DAY, changed.start), end)
    told = [line for line in event.description if line[:1].isdigit()]
    assert told == [f"{block.clock} {block.name}".replace("\u00a0", " ") for block in meeting.blocks]
