"""Outputs: every file of a pack in one language, and how each is made.

In: a job laid out. Out: Wanted files, of which nothing is made yet: what is printed, what is read on a screen, what is
mailed. A producer makes the files of one kind; another kind of file is another producer. Leaves alone: which of them
must be made again, and writing them (`finish.folder`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kaarten.compose.desk import Desk
from kaarten.diagnostics import Report
from kaarten.finish.check import check_pdf
from kaarten.finish.folder import Wanted
from kaarten.finish.ingredients import Ingredients, event_ingredients, file_ingredients, reading_ingredients
from kaarten.finish.manifest import About
from kaarten.impose.runs import Imposed, plan_runs, reading_sides
from kaarten.impose.sheets import Duplex, Run, Side
from kaarten.office.pptx import SUFFIX, deck_of, presentation
from kaarten.press import Document, press
from kaarten.registry import Registry
from kaarten.send.calendar import calendar_file
from kaarten.send.mail import mail_text
from kaarten.tailor.events import file_name
from kaarten.tailor.job import Job
from kaarten.text import slug

MAIL = "mail"
"""Folder of the texts for a mail, in that of the language."""


@dataclass(frozen=True)
class Made:
    """A job, its materials on their paper, and what everything in it is made of."""

    job: Job
    laid: Sequence[Imposed]
    registry: Registry
    ingredients: Ingredients


def wanted_files(made: Made, report: Report) -> list[Wanted]:
    """All files, in the order of the table. What cannot be made here is a warning in the report."""
    return [file for producer in _PRODUCERS for file in producer(made, report)]


# ---- printed and read


def _run_files(made: Made, _: Report) -> list[Wanted]:
    """A file for each trip through the printer."""
    return [_run_file(made, run) for run in plan_runs(made.laid)]


def _run_file(made: Made, run: Run) -> Wanted:
    sides = [side for sheet in run.sheets for side in (sheet.front, sheet.back) if side]
    about = About(
        pages=len(sides),
        sheets=len(run.sheets),
        paper=str(run.paper.name),
        sides=1 if run.duplex is Duplex.NONE else 2,
        colour=run.colour,
        copies=run.copies,
        materials=run.materials,
    )
    titles = [str(material.title) for material in made.job.materials if material.id in run.materials]
    return _pdf(made, run.name, ", ".join(titles), sides, about, run.duplex)


def _reading_files(made: Made, _: Report) -> list[Wanted]:
    """For each meeting one file with every page once, of what is printed at all."""
    made = replace(made, ingredients=reading_ingredients(made.ingredients))
    files: list[Wanted] = []
    for id, meeting in made.job.meetings.items():
        own = [one for one in made.laid if one.material.meeting == id and one.sheets]
        if own:
            sides = reading_sides(own)
            about = About(pages=len(sides), materials=tuple(one.material.id for one in own))
            files.append(_pdf(made, file_name(meeting), str(meeting.title), sides, about, None))
    return files


def _pdf(made: Made, name: str, title: str, sides: list[Side], about: About, duplex: Duplex | None) -> Wanted:
    document = Document(
        title=f"{title} \N{EN DASH} {made.job.team_name}",
        language_tag=made.job.language.tag,
        sides=sides,
        author=str(made.job.team_name),
        duplex=duplex,
    )
    own = file_ingredients(made.ingredients, about.materials)
    return Wanted(f"{name}.pdf", about, own, partial(_pressed, document))


def _pressed(document: Document) -> bytes:
    data = press(document)
    bookmarks = [name for side in document.sides for name, _ in side.bookmarks]
    check_pdf(data, [side.size for side in document.sides], bookmarks)
    return data


# ---- shown on a screen


def screen_files(made: Made, report: Report) -> list[Wanted]:
    """For each material on a screen a PDF of its own, and a presentation when it has slides."""
    made = replace(made, ingredients=reading_ingredients(made.ingredients))
    files: list[Wanted] = []
    for one in made.laid:
        if one.material.screen:
            sides, about = reading_sides([one]), About(pages=len(one.pieces), materials=(one.material.id,))
            pdf = _pdf(made, slug(one.material.id), str(one.material.title), sides, about, None)
            files.append(pdf)
            if deck := deck_of(made.job, one.material, one.pieces, report):
                about, name = replace(about, pages=0), Path(pdf.name).with_suffix(SUFFIX).name
                files.append(Wanted(name, about, pdf.ingredients, partial(presentation, deck)))
    return files


# ---- mailed


def _mail_files(made: Made, _: Report) -> list[Wanted]:
    """What each letter says, as text to paste into a mail."""
    files: list[Wanted] = []
    for material in made.job.materials:
        layout = made.registry.get(material.layout, material.mark, Report())
        if layout and layout.message:
            message = layout.message(Desk(made.job, material, Report()), material.content)
            own = file_ingredients(made.ingredients, [material.id])
            make = partial(mail_text, message, made.job.labels["letter.subject"])
            files.append(Wanted(f"{MAIL}/{material.id}.txt", About(pages=0, materials=(material.id,)), own, make))
    return files


def _calendar_files(made: Made, _: Report) -> list[Wanted]:
    """A file for each meeting whose day is known."""
    return [
        Wanted(
            f"{event.file}.ics",
            About(pages=0),
            event_ingredients(made.ingredients, event.meeting),
            partial(calendar_file, event),
        )
        for event in made.job.events
    ]


_PRODUCERS: tuple[Callable[[Made, Report], list[Wanted]], ...] = (
    _run_files,
    _reading_files,
    screen_files,
    _mail_files,
    _calendar_files,
)
