"""`kaarten agenda`: the programme of every meeting, and whether it adds up.

In: a team. Out: a table for each meeting: clock, minutes, block, steps, what is needed; and the total beside what it
should be. Leaves alone: changing it, which is done in team.yaml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, chosen_languages, open_team, team_folder
from kaarten.diagnostics import Report

if TYPE_CHECKING:
    from kaarten.tailor.job import Job
    from kaarten.tailor.timetable import Block, Meeting

_HEADS = ("head-clock", "head-minutes", "head-block", "head-title", "head-forms", "head-needs")


_ABOUT_THE_AGENDA = (
    "agenda-does-not-add-up",
    "steps-do-not-add-up",
    "too-few-for-form",
    "too-many-for-form",
    "need-not-in-pack",
    "material-not-used",
)
"""Remarks for who works on the programme; the others come with `build` and `check`. A fault is always told."""


def run(screen: Screen, folder: str | None, lang: tuple[str, ...], participants: int | None) -> int:
    """Show the meetings in the first language that is asked for."""
    from kaarten import pipeline

    report = Report()
    pack = open_team(screen, Asked(participants=participants).of(team_folder(folder, needed=False)), report)
    job = pipeline.job_of(pack, chosen_languages(pack, lang)[0], report)
    screen.show(remark for remark in report if remark.code in _ABOUT_THE_AGENDA)
    for meeting in job.meetings.values():
        screen.say("agenda-heading", heading=[text for text in (str(meeting.title), meeting.date_text) if text])
        screen.table(_HEADS, [_cells(job, block) for block in meeting.blocks])
        screen.say("agenda-total", minutes=meeting.minutes, total=meeting.total, end=meeting.end_text)
    screen.result(meetings=[_meeting(job, meeting) for meeting in job.meetings.values()])
    return 0


def _cells(job: Job, block: Block) -> list[object]:
    forms = ", ".join(dict.fromkeys(str(form.number) for step in block.steps for form in step.forms))
    return [block.clock, block.minutes, block.id, str(block.name), forms, len(_needs(job, block))]


def _needs(job: Job, block: Block) -> list[str]:
    return [str(id) for id in block.needs if id in job.needs]


def _meeting(job: Job, meeting: Meeting) -> dict[str, object]:
    return {
        "meeting": meeting.id,
        "name": str(meeting.name),
        "title": str(meeting.title),
        "date": meeting.date.isoformat() if meeting.date else None,
        "minutes": meeting.minutes,
        "total": meeting.total,
        "blocks": [
            {
                "id": block.id,
                "name": str(block.name),
                "start": block.start.isoformat("minutes"),
                "minutes": block.minutes,
                "steps": [
                    {"id": step.id, "minutes": step.minutes, "forms": [form.id for form in step.forms]}
                    for step in block.steps
                ],
                "needs": _needs(job, block),
            }
            for block in meeting.blocks
        ],
    }
