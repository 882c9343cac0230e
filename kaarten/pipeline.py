"""The way of a pack through the house, hop by hop: read, model, tailor, compose, impose, press, finish.

In: an Order: which team, and what differs this once. Out: files and what was done about each; or, for who only wants to
know, what would be done. Every hop's faults are in the Report; the first hop that leaves an error there is the last
one. Leaves alone: how any hop does its work, and telling the user (`cli`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from kaarten.compose.compose import compose
from kaarten.compose.worst import worst_of_each
from kaarten.diagnostics import Report
from kaarten.finish.archive import archive_name
from kaarten.finish.atomic import remove_leftovers
from kaarten.finish.check import check_pdf
from kaarten.finish.folder import Delivery, Finished, Wanted, bring_up_to_date, planned, untouched
from kaarten.finish.ingredients import Ingredients, file_ingredients, job_ingredients, reading_ingredients
from kaarten.finish.lock import locked
from kaarten.finish.manifest import About, Manifest, read_manifest
from kaarten.impose.plan import print_plan
from kaarten.impose.runs import Imposed, impose, label_starts, plan_runs, reading_sides
from kaarten.impose.sheets import Duplex, Run, Side
from kaarten.office.pptx import SUFFIX, deck_of, presentation
from kaarten.pack import Order as Order
from kaarten.pack import Pack as Pack
from kaarten.pack import layer_folders as layer_folders
from kaarten.pack import line_of as line_of
from kaarten.pack import open_pack as open_pack
from kaarten.press import Document, press
from kaarten.tailor.job import Job, Material
from kaarten.tailor.print_plan import PrintPlan
from kaarten.tailor.tailor import tailor
from kaarten.text import slug

_ROUNDS = 5
"""Of making the plan: the second is right unless a count of the first makes it a page longer."""

SELECTION = "only"
"""Folder, in that of the language, for parts of a pack, so that the whole pack stays as it is."""


# ---- tailor, compose, impose


def job_of(pack: Pack, language: str, report: Report) -> Job:
    """The pack in one language, words filled in. Raises KaartenError after faults."""
    wanted = pack.selected(report)
    report.stop_on_errors()
    job = tailor(pack.layers, language, pack.registry, pack.brand, report, only=wanted)
    report.stop_on_errors()
    assert job is not None
    return job


def lay_out(pack: Pack, job: Job, report: Report) -> list[Imposed]:
    """Every material composed and laid on its paper. Raises KaartenError when something does not fit."""
    found = Report()
    laid = laid_out(pack, job, found)
    for material in (one.material for one in laid if not (one.material.copies and one.pieces)):
        if material.id in pack.order.selection.only:
            found.note("none-needed", material.mark, material=material.id)
    for diagnostic in worst_of_each(found):
        report.add(diagnostic)
    report.stop_on_errors()
    return laid


def laid_out(pack: Pack, job: Job, report: Report) -> list[Imposed]:
    """The same, with every fault of every material in the report."""
    late = [one for one in job.materials if _after_all(pack, one)]
    first = [one for one in job.materials if one not in late]
    laid = _laid(pack, replace(job, materials=tuple(first)), report)
    return _with_plan(pack, job, laid, late, report) if late and not report.errors else laid


def _laid(pack: Pack, job: Job, report: Report) -> list[Imposed]:
    typeface, alt, first = job.brand.body.regular, job.labels["tile"], starts(pack, job)
    return [
        impose(
            one.material, one.pieces, report, typeface, f"{one.material.title}, {alt}", first.get(one.material.id, 1)
        )
        for one in compose(job, pack.registry, report)
    ]


def _after_all(pack: Pack, material: Material) -> bool:
    layout = pack.registry.get(material.layout, material.mark, Report())
    return bool(layout and layout.after_all)


def _with_plan(
    pack: Pack, job: Job, laid: Sequence[Imposed], late: Sequence[Material], report: Report
) -> list[Imposed]:
    """Everything, with the materials that tell of all others. The plan counts its own sheets too, so it is made until
    they stay as many as it says.
    """
    order = {material.id: index for index, material in enumerate(job.materials)}
    told: list[Imposed] = []
    for _ in range(_ROUNDS):
        everything = sorted([*laid, *told], key=lambda one: order[one.material.id])
        plan = plan_of(job, everything)
        found = Report()
        again = _laid(pack, replace(job, materials=tuple(late), plan=plan), found)
        if [one.sheets_printed for one in again] == [one.sheets_printed for one in told]:
            for diagnostic in found:
                report.add(diagnostic)
            return sorted([*laid, *again], key=lambda one: order[one.material.id])
        told = again
    raise RuntimeError("the print plan never counts its own sheets right")


def plan_of(job: Job, laid: Sequence[Imposed]) -> PrintPlan:
    """What to print, cut and pay of everything that was laid out."""
    return print_plan(plan_runs(laid), laid, job.rates)


def starts(pack: Pack, job: Job) -> dict[str, int]:
    """At which label of its first sheet each material begins that begins a run of labels, by id."""
    return label_starts(job.materials, pack.order.start_at)


# ---- press and finish


def build(pack: Pack, language: str, report: Report, waiting: Callable[[], None]) -> Finished:
    """Bring the folder of one language up to date. `waiting` is called when another run is at work in it.

    Raises KaartenError after faults; then nothing has been written, or every file is still old or new, and whole.
    """
    job = job_of(pack, language, report)
    ingredients = _ingredients(pack, job, report)
    folder = folder_of(pack, job)
    old = read_manifest(folder)
    if old.complete(folder, ingredients):
        _repeat(old, report)
        return untouched(folder, old)
    said = Report()
    delivery = _delivery(pack, job, ingredients, said)  # before the folder is made: a fault leaves nothing behind
    _repeat(Manifest(remarks=tuple(said)), report)
    with locked(folder, waiting):
        remove_leftovers(folder)
        return bring_up_to_date(folder, read_manifest(folder), delivery, tuple(said))


def plan(pack: Pack, language: str, report: Report) -> Finished:
    """What `build` would do, with nothing written. Raises KaartenError after faults."""
    job = job_of(pack, language, report)
    folder = folder_of(pack, job)
    return planned(folder, read_manifest(folder), _delivery(pack, job, _ingredients(pack, job, report), report))


def folder_of(pack: Pack, job: Job) -> Path:
    """Where the files of a job go."""
    folder = pack.order.output / job.team_id / job.language.id
    return folder / SELECTION / pack.order.selection.name if pack.order.selection else folder


def _ingredients(pack: Pack, job: Job, report: Report) -> Ingredients:
    layouts = {one.id: pack.registry.get(one.layout, one.mark, report) for one in job.materials}
    packages = [layout.module.__package__ or "" for layout in layouts.values() if layout]
    telling = [id for id, layout in layouts.items() if layout and layout.whole_pack]
    return job_ingredients(job, packages, starts(pack, job), telling)


def _delivery(pack: Pack, job: Job, ingredients: Ingredients, report: Report) -> Delivery:
    """What a print shop or an office printer gets: the runs in printing order, what is to be read, and a ZIP of all."""
    laid = lay_out(pack, job, report)
    runs, reading = [_run_file(job, run, ingredients) for run in plan_runs(laid)], reading_ingredients(ingredients)
    files = [*runs, *_reading_files(job, laid, reading), *_screen_files(job, laid, reading, report)]
    return Delivery(tuple(files), archive_name(job.team_id, job.language.id, pack.order.selection.name), ingredients)


def _run_file(job: Job, run: Run, ingredients: Ingredients) -> Wanted:
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
    titles = [str(material.title) for material in job.materials if material.id in run.materials]
    return _wanted_file(job, run.name, ", ".join(titles), sides, about, ingredients, run.duplex)


def _reading_files(job: Job, laid: Sequence[Imposed], ingredients: Ingredients) -> list[Wanted]:
    """For each meeting one file with every page once, of what is printed at all."""
    files: list[Wanted] = []
    for number, meeting in job.meetings.items():
        own = [one for one in laid if one.material.meeting == number and one.sheets]
        if own:
            sides = reading_sides(own)
            about = About(pages=len(sides), materials=tuple(one.material.id for one in own))
            name = slug(meeting.title.partition(":")[0]) or f"meeting-{number}"
            files.append(_wanted_file(job, name, str(meeting.title), sides, about, ingredients, None))
    return files


def _screen_files(job: Job, laid: list[Imposed], ingredients: Ingredients, report: Report) -> list[Wanted]:
    """For each material on a screen a PDF of its own, and a presentation when it has slides."""
    files: list[Wanted] = []
    for one in laid:
        if one.material.screen:
            name, sides = slug(one.material.id), reading_sides([one])
            about = About(pages=len(sides), materials=(one.material.id,))
            pdf = _wanted_file(job, name, str(one.material.title), sides, about, ingredients, None)
            files.append(pdf)
            if deck := deck_of(job, one.material, one.pieces, report):
                make = partial(presentation, deck)
                files.append(Wanted(f"{name}{SUFFIX}", replace(about, pages=0), pdf.ingredients, make))
    return files


def _wanted_file(
    job: Job, name: str, title: str, sides: list[Side], about: About, ingredients: Ingredients, duplex: Duplex | None
) -> Wanted:
    document = Document(
        title=f"{title} \N{EN DASH} {job.team_name}",
        language_tag=job.language.tag,
        sides=sides,
        author=str(job.team_name),
        duplex=duplex,
    )
    own = file_ingredients(ingredients, about.materials)
    return Wanted(f"{name}.pdf", about, own, partial(_pressed, document))


def _pressed(document: Document) -> bytes:
    data = press(document)
    bookmarks = [name for side in document.sides for name, _ in side.bookmarks]
    check_pdf(data, [side.size for side in document.sides], bookmarks)
    return data


def _repeat(manifest: Manifest, report: Report) -> None:
    for diagnostic in manifest.remarks:
        report.add(diagnostic)
