"""The way of a pack through the house, hop by hop: read, model, tailor, compose, impose, press, finish.

In: an Order: which team, and what differs this once. Out: files and what was done about each; or, for who only wants to
know, what would be done. Every hop's faults are in the Report; the first hop that leaves an error there is the last
one. Leaves alone: how any hop does its work, and telling the user (`cli`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kaarten.catalogue.make import Catalogue, make_catalogue
from kaarten.compose.compose import compose
from kaarten.compose.worst import worst_of_each
from kaarten.diagnostics import KaartenError, Report, Severity
from kaarten.finish.archive import archive_name
from kaarten.finish.atomic import remove_leftovers
from kaarten.finish.folder import Delivery, Finished, bring_up_to_date, planned, untouched
from kaarten.finish.ingredients import Ingredients, job_ingredients
from kaarten.finish.lock import locked
from kaarten.finish.manifest import Manifest, read_manifest
from kaarten.impose.plan import print_plan
from kaarten.impose.runs import Imposed, impose, label_starts, plan_runs
from kaarten.outputs import MAIL, Made, screen_files, wanted_files
from kaarten.pack import Order as Order
from kaarten.pack import Pack as Pack
from kaarten.pack import layer_folders as layer_folders
from kaarten.pack import line_of as line_of
from kaarten.pack import of_nobody as of_nobody
from kaarten.pack import open_pack as open_pack
from kaarten.pack import our_layers as our_layers
from kaarten.pack import packs_not_chosen as packs_not_chosen
from kaarten.tailor.facts import place_of
from kaarten.tailor.job import Job, Material
from kaarten.tailor.print_plan import PrintPlan
from kaarten.tailor.tailor import tailor
from kaarten.workers import Ahead

_ROUNDS = 5
"""Of making the plan: the second is right unless a count of the first makes it a page longer."""

CATALOGUE = "catalogus"
"""Folder of the catalogue of no team, and what its files are called."""
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


def lay_out(
    pack: Pack, job: Job, report: Report, shown: Callable[[list[Imposed]], None] = lambda _: None
) -> list[Imposed]:
    """Every material composed and laid on its paper. Raises KaartenError when something does not fit.

    What is for a screen comes first, and `shown` is told of it before the rest begins.
    """
    found = Report()
    laid = laid_out(pack, job, found, shown)
    for material in (one.material for one in laid if not (one.material.copies and one.pieces)):
        if {material.id, material.deck} & set(pack.order.selection.only):
            found.note("none-needed", material.mark, material=material.id)
    for diagnostic in worst_of_each(found):
        report.add(diagnostic)
    report.stop_on_errors()
    return laid


def laid_out(
    pack: Pack, job: Job, report: Report, shown: Callable[[list[Imposed]], None] = lambda _: None
) -> list[Imposed]:
    """The same, with every fault of every material in the report."""
    late = [one for one in job.materials if _after_all(pack, one)]
    screen = [one for one in job.materials if one.screen]
    first = [one for one in job.materials if one not in late and not one.screen]
    laid = _laid(pack, replace(job, materials=tuple(screen)), report)
    if laid and not report.errors:
        shown(laid)
    laid += _laid(pack, replace(job, materials=tuple(first)), report)
    order = {material.id: index for index, material in enumerate(job.materials)}
    laid.sort(key=lambda one: order[one.material.id])
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


# ---- to choose from


def catalogue_of(pack: Pack, language: str, report: Report) -> tuple[Path, Catalogue]:
    """Everything there is, to choose from, and the folder that it goes in. Nobody's name stands in it.

    What does not fit, in a pack that nobody chose for this brand, comes without a picture and with a warning. Raises
    KaartenError after all other faults.
    """
    job = replace(job_of(pack, language, Report()), roster=(), events=())
    laid = _laid_as_far_as_it_fits(pack, job, report)
    nobody = of_nobody(pack.order.folder)
    folder = folder_of(pack, replace(job, team_id=CATALOGUE) if nobody else job)
    return folder, make_catalogue(job, laid, pack.layers, () if nobody else pack.chosen, report)


def _laid_as_far_as_it_fits(pack: Pack, job: Job, report: Report) -> list[Imposed]:
    try:
        return lay_out(pack, job, Report())
    except KaartenError as error:
        faults = [fault for fault in error.diagnostics if fault.severity is Severity.ERROR]
        faulty = {str(fault.details.get("where", "")).partition(", ")[0] for fault in faults}
        left = tuple(material for material in job.materials if material.id not in faulty)
        if len(left) == len(job.materials):
            raise
        for fault in faults:
            report.add(replace(fault, severity=Severity.WARNING))
        return lay_out(pack, replace(job, materials=left), Report())


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
    with Ahead(1 if old.files else pack.order.jobs) as ahead:  # with old files it is not known yet what must be made
        delivery = _delivery(pack, job, ingredients, said, ahead)  # before the folder is made: a fault leaves nothing
        _repeat(Manifest(remarks=tuple(said)), report)
        with locked(folder, waiting):
            remove_leftovers(folder, folder / MAIL)
            return bring_up_to_date(folder, read_manifest(folder), delivery, tuple(said), pack.order.jobs)


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


def _delivery(pack: Pack, job: Job, ingredients: Ingredients, report: Report, ahead: Ahead | None = None) -> Delivery:
    """What a print shop or an office printer gets, what is read, shown and mailed, and a ZIP.

    Presentations take longest and need nothing of the rest: they are begun `ahead` of it.
    """
    if not pack.order.selection:
        _tell_of_days(pack, job, report)
    begun: dict[str, Callable[[], bytes]] = {}

    def begin(shown: list[Imposed]) -> None:
        files = screen_files(Made(job, shown, pack.registry, ingredients), Report())
        if ahead:
            begun.update(zip([file.name for file in files], ahead.begin([file.make for file in files]), strict=True))

    made = Made(job, lay_out(pack, job, report, begin), pack.registry, ingredients)
    files = [replace(file, make=begun.get(file.name, file.make)) for file in wanted_files(made, report)]
    return Delivery(tuple(files), archive_name(job.team_id, job.language.id, pack.order.selection.name), ingredients)


def _tell_of_days(pack: Pack, job: Job, report: Report) -> None:
    """A note for each meeting that no calendar can show, where its day would stand."""
    for key in [f"meetings.{id}.date" for id, meeting in job.meetings.items() if meeting.date is None]:
        report.note("meeting-without-date", place_of(pack.layers.facts, key), key=key)


def _repeat(manifest: Manifest, report: Report) -> None:
    for diagnostic in manifest.remarks:
        report.add(diagnostic)
