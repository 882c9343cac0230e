"""Every clock time follows from start and minutes; steps, working forms and needs are right or told at their place."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.diagnostics import NOWHERE, Report
from kaarten.model.agenda import AgendaMeeting
from kaarten.model.validate import validate
from kaarten.source.nodes import Mapping
from kaarten.tailor.job import Language
from kaarten.tailor.programme import BlockWords, Programme, StepWords, check_needs
from kaarten.tailor.timetable import Block, Form, Meeting
from kaarten.text import MeetingId, Text
from tests.model.nodes import tree

ID = MeetingId("1")
DUTCH = Language("nl", "nl-NL", "nl_NL", ("nl",))
ENGLISH = Language("en", "en-GB", "en_GB", ("en",))
TIMELINE = {
    1: [10, 10, 15, 45, 30, 15, 30, 30, 40, 15],
    2: [10, 20, 45, 30, 15, 60, 45, 15],
}
"""Minutes of the blocks: domain/timeline.md sections 1 and 2."""


def form(id: str, number: int, least: int | None = None, most: int | None = None) -> Form:
    return Form(id, number, ID, Text(id.capitalize()), Text("Zo."), Text(""), None, least, most, ())


FORMS = {
    "alone": form("alone", 1, most=8),
    "pairs": form("pairs", 2, least=4),
    "fours": form("fours", 3, least=12),
    "any": form("any", 4),
}


def words(id: str) -> BlockWords:
    step = StepWords(name=Text("stap"), text=Text("Gebruik {forms}."))
    return BlockWords(name=Text(id), steps={"a": step, "b": step, "c": step})


def programme(
    yaml: str, people: int = 12, language: Language = DUTCH, report: Report | None = None
) -> tuple[Programme, Report]:
    report = report or Report()
    node = tree(yaml, "agenda.yaml")
    meeting = validate(AgendaMeeting, node, report)
    assert meeting is not None
    blocks = node.get("blocks")
    assert isinstance(blocks, Mapping)
    made = Programme(
        ID, meeting, blocks, words, FORMS, people, language, Text("werkvorm"), Text("een eigen werkvorm"), report
    )
    return made, report


def of_minutes(minutes: list[int], start: str = "13:00") -> str:
    blocks = "".join(f"  M-{number:02}: {{minutes: {each}}}\n" for number, each in enumerate(minutes, 1))
    return f'total: 240\nstart: "{start}"\nblocks:\n{blocks}'


def clocks(minutes: list[int], start: datetime.time, language: Language = DUTCH) -> list[str]:
    made, _ = programme(of_minutes(minutes), language=language)
    return [block.clock for block in made.blocks(start)]


def test_the_meetings_of_the_timeline_in_the_afternoon():
    assert clocks(TIMELINE[1], datetime.time(13)) == [
        "13.00", "13.10", "13.20", "13.35", "14.20", "14.50", "15.05", "15.35", "16.05", "16.45",
    ]  # fmt: skip
    assert clocks(TIMELINE[2], datetime.time(13)) == [
        "13.00", "13.10", "13.30", "14.15", "14.45", "15.00", "16.00", "16.45",
    ]  # fmt: skip


def test_the_first_meeting_in_the_morning_and_across_midday():
    assert clocks(TIMELINE[1], datetime.time(9))[-1] == "12.45"
    assert clocks(TIMELINE[1], datetime.time(10, 30), ENGLISH) == [
        f"{time}\u00a0{half}"
        for half, times in (
            ("am", ["10.30", "10.40", "10.50", "11.05", "11.50"]),
            ("pm", ["12.20", "12.35", "1.05", "1.35", "2.15"]),
        )
        for time in times
    ]


@given(start=st.times(), minutes=st.lists(st.integers(1, 300), min_size=1, max_size=20))
def test_blocks_follow_one_another_without_a_gap_or_an_overlap(start: datetime.time, minutes: list[int]):
    start = start.replace(second=0, microsecond=0)
    made, _ = programme(of_minutes(minutes))
    blocks = made.blocks(start)
    assert [block.minutes for block in blocks] == minutes
    assert [block.number for block in blocks] == list(range(1, len(minutes) + 1))
    assert blocks[0].start == start
    for one, other in pairwise(blocks):
        assert one.end_clock == other.clock
        passed = (other.start.hour - one.start.hour) * 60 + other.start.minute - one.start.minute
        assert passed % 1440 == one.minutes


STEPS = """\
total: 60
start: "13:00"
blocks:
  M-01: {minutes: 10}
  M-02:
    minutes: 45
    steps: {a: {minutes: 5, forms: [alone, pairs]}, b: {minutes: 25}, c: {minutes: 15}}
"""


def test_steps_begin_where_the_one_before_them_ends():
    made, report = programme(STEPS)
    steps = made.blocks(datetime.time(13))[1].steps
    assert [(step.clock, step.minutes) for step in steps] == [("13.10", 5), ("13.15", 25), ("13.40", 15)]
    assert list(report) == []


@given(minutes=st.integers(3, 300))
def test_steps_follow_the_block_when_it_gets_longer_or_shorter(minutes: int):
    made, _ = programme(STEPS.replace("minutes: 45", f"minutes: {minutes}"))
    _, block = made.blocks(datetime.time(13))
    assert sum(step.minutes for step in block.steps) == minutes
    assert min(step.minutes for step in block.steps) >= 1


def test_steps_written_with_the_minutes_must_add_up():
    _, report = blocks_and_report(STEPS.replace("c: {minutes: 15}", "c: {minutes: 20}"))
    (told,) = report
    assert (told.code, str(told.mark)) == ("steps-do-not-add-up", "agenda.yaml:6:5")
    assert (told.details["minutes"], told.details["total"]) == (50, 45)


def test_minutes_of_a_team_change_the_steps_of_the_base_in_silence():
    """The minutes stand in another file than the steps: the team changed the block, not what happens in it."""
    made, report = programme(STEPS)
    node = made.node.entries["M-02"]
    assert isinstance(node, Mapping)
    own = tree("minutes: 30", "team.yaml")
    laid = Mapping(
        node.entries | {"minutes": own.entries["minutes"]}, node.keys | {"minutes": own.keys["minutes"]}, node.mark
    )
    blocks = Mapping(made.node.entries | {"M-02": laid}, made.node.keys, made.node.mark)
    entry = made.meeting.blocks["M-02"].model_copy(update={"minutes": 30})
    meeting = made.meeting.model_copy(update={"blocks": {**made.meeting.blocks, "M-02": entry}})
    changed = Programme(
        ID, meeting, blocks, words, FORMS, 12, DUTCH, Text("werkvorm"), Text("een eigen werkvorm"), report
    )
    steps = changed.blocks(datetime.time(13))[1].steps
    assert [step.minutes for step in steps] == [4, 16, 10]
    assert list(report) == []


def blocks_and_report(yaml: str, people: int = 12) -> tuple[tuple[Block, ...], Report]:
    made, report = programme(yaml, people)
    return made.blocks(datetime.time(13)), report


@pytest.mark.parametrize(
    ("people", "offered", "text"),
    [
        (3, ["alone"], "Gebruik werkvorm 1."),
        (6, ["alone", "pairs"], "Gebruik werkvorm 1 of 2."),
        (9, ["pairs"], "Gebruik werkvorm 2."),
        (12, ["pairs", "fours"], "Gebruik werkvorm 2 of 3."),
    ],
)
def test_of_several_working_forms_those_that_fit_are_offered(people: int, offered: list[str], text: str):
    yaml = STEPS.replace("[alone, pairs]", "[alone, pairs, fours]")
    blocks, report = blocks_and_report(yaml, people)
    step = blocks[1].steps[0]
    assert [form.id for form in step.forms] == offered
    assert step.text == text
    assert list(report) == []


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(d.severity, d.code, str(d.mark)) for d in report]


@pytest.mark.parametrize(
    ("forms", "people", "expected"),
    [
        ("forms: fours", 6, [("note", "too-few-for-form", "agenda.yaml:7:36")]),
        ("forms: any, chosen: alone", 9, [("warning", "too-many-for-form", "agenda.yaml:7:49")]),
        ("forms: any, chosen: [pairs, fours]", 6, [("warning", "too-few-for-form", "agenda.yaml:7:57")]),
        ("forms: [pairs, walking]", 6, [("error", "unknown-form", "agenda.yaml:7:44")]),
    ],
)
def test_a_working_form_that_does_not_fit_is_told_where_it_is_named(
    forms: str, people: int, expected: list[tuple[str, str, str]]
):
    _, report = blocks_and_report(STEPS.replace("forms: [alone, pairs]", forms), people)
    assert told(report) == expected


def test_a_working_form_of_the_other_meeting_has_the_number_of_another_card():
    made, report = programme(STEPS.replace("[alone, pairs]", "[pairs, any]"))
    other = replace(FORMS["any"], meeting=MeetingId("2"))
    steps = replace(made, forms={**FORMS, "any": other}).blocks(datetime.time(13))[1].steps
    assert [form.id for form in steps[0].forms] == ["pairs"]
    assert told(report) == [("error", "form-of-other-meeting", "agenda.yaml:7:44")]


def test_a_working_form_that_was_left_out_is_passed_over():
    made, report = programme(STEPS)
    left = {id: form for id, form in FORMS.items() if id != "pairs"}
    steps = replace(made, forms=left, gone={"pairs"}).blocks(datetime.time(13))[1].steps
    assert [form.id for form in steps[0].forms] == ["alone"]
    assert told(report) == [("note", "too-many-for-form", "agenda.yaml:7:37")]
    steps = replace(made, forms={}, gone=set(FORMS)).blocks(datetime.time(13))[1].steps
    assert (steps[0].forms, steps[0].text) == ((), "Gebruik een eigen werkvorm.")


def test_a_working_form_named_twice_is_offered_once():
    blocks, report = blocks_and_report(STEPS.replace("[alone, pairs]", "[pairs, pairs]"))
    assert blocks[1].steps[0].text == "Gebruik werkvorm 2."
    assert list(report) == []


def test_a_chosen_working_form_is_the_only_one():
    blocks, _ = blocks_and_report(STEPS.replace("forms: [alone, pairs]", "forms: [alone, pairs], chosen: any"))
    assert blocks[1].steps[0].text == "Gebruik werkvorm 4."


def test_a_step_without_a_working_form_leaves_it_to_who_leads():
    blocks, _ = blocks_and_report(STEPS)
    assert blocks[1].steps[1].text == "Gebruik een eigen werkvorm."


def test_a_step_without_words_is_told():
    _, report = blocks_and_report(STEPS.replace("b: {minutes: 25}", "d: {minutes: 25}"))
    assert told(report) == [("error", "missing-words", "agenda.yaml:7:53")]


def test_a_step_with_a_slip_is_not_told_to_be_too_long_as_well():
    _, report = blocks_and_report(STEPS.replace("c: {minutes: 15}", "d: {minutes: 25}"))
    assert [d.code for d in report] == ["missing-words"]


def meeting(**values: Any) -> Meeting:
    blank = {
        "id": MeetingId("1"),
        "name": Text("Bijeenkomst 1"),
        "title": Text("De basis"),
        "date": None,
        "total": 240,
        "blocks": (),
        "dropped": frozenset[str](),
        "needs": (),
    }
    texts = dict.fromkeys(("date_text", "short_date_text", "time_text", "end_text", "place"), "")
    return Meeting(**{**blank, **texts, **values})


def test_needs_that_nobody_knows_or_that_were_left_out():
    report = Report()
    needs = tuple(Text(id, NOWHERE) for id in ("werkblad-1", "markers", "flyer", "werkblad-3", "flyer"))
    check_needs(meeting(needs=needs), ["werkblad-1"], ["werkblad-1", "flyer"], ["markers"], report)
    found = [(d.severity, d.code, d.details.get("material", d.details.get("id"))) for d in report]
    assert sorted(found) == [("error", "unknown-need", "werkblad-3"), ("note", "need-not-in-pack", "flyer")]
    assert [d.details["guess"] for d in report if d.code == "unknown-need"] == ["werkblad-1"]
