"""The way of a pack through the house, hop by hop: read, model, tailor, compose, impose, press, finish.

In: an Order: which team, and what differs this once. Out: files and what was done about each; or, for who only wants to
know, what would be done. Every hop's faults are in the Report; the first hop that leaves an error there is the last
one. Leaves alone: how any hop does its work, and telling the user (`cli`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from kaarten.brand.kit import BrandKit
from kaarten.brand.load import BRAND_FILE, load_brand
from kaarten.compose.compose import compose
from kaarten.compose.worst import worst_of_each
from kaarten.diagnostics import Report
from kaarten.diagnostics.render import LineOf
from kaarten.finish.archive import archive_name
from kaarten.finish.atomic import remove_leftovers
from kaarten.finish.check import check_pdf
from kaarten.finish.folder import Delivery, Finished, Wanted, bring_up_to_date, planned, untouched
from kaarten.finish.ingredients import Ingredients, file_ingredients, job_ingredients
from kaarten.finish.lock import locked
from kaarten.finish.manifest import About, Manifest, read_manifest
from kaarten.impose.plan import print_plan
from kaarten.impose.runs import Imposed, impose, plan_runs, reading_sides
from kaarten.impose.sheets import Duplex, Run, Side
from kaarten.model.layers import Layers, load_layers
from kaarten.model.selection import WHOLE, Selection
from kaarten.model.structure import Structure
from kaarten.office.pptx import SUFFIX, deck_of, presentation
from kaarten.press import Document, press
from kaarten.registry import Registry
from kaarten.resources import content_folder, data_folder
from kaarten.source.files import Root, line_finder, project_root
from kaarten.source.nodes import Mapping
from kaarten.source.overlay import EMPTY, overlay
from kaarten.source.reader import read_yaml
from kaarten.tailor.job import Job, Material
from kaarten.tailor.tailor import read_structure, tailor
from kaarten.text import slug

_ROUNDS = 5
"""Of making the plan: the second is right unless a count of the first makes it a page longer."""

SELECTION = "only"
"""Folder, in that of the language, for parts of a pack, so that the whole pack stays as it is."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. `brand`, `selection` and `participants` differ from the team's own files this once."""

    folder: Path
    output: Path = Path("output")
    brand: Path | None = None
    selection: Selection = WHOLE
    participants: int | None = None


@dataclass(frozen=True)
class Pack:
    """A team's layers and brand, read and checked; what all its languages share."""

    order: Order
    layers: Layers
    brand: BrandKit
    registry: Registry

    @property
    def languages(self) -> list[str]:
        """Every language the team can have."""
        return self._ids("languages")

    @property
    def materials(self) -> list[str]:
        """Every material the team can have."""
        return self._ids("materials")

    @cached_property
    def structure(self) -> Structure | None:
        """All layers together; None when they are faulty, which `job_of` reports."""
        return read_structure(self.layers, Report())[0]

    def selected(self, report: Report) -> list[str] | None:
        """The materials of the order's selection; None for all. See `Selection.of` for its faults."""
        selection = self.order.selection
        return selection.of(self.structure.materials, report) if selection and self.structure else None

    def _ids(self, section: str) -> list[str]:
        found = EMPTY
        for layer in self.layers.layers:
            part = layer.structure.get(section)
            found = overlay(found, part, Report()) if isinstance(part, Mapping) else found
        return list(found.entries)


# ---- read and model


def open_pack(order: Order, report: Report) -> Pack:
    """Read what the order asks for. Raises KaartenError after faults in the files of team, organisation or brand."""
    project = _project(order.folder)
    folder = Path(os.path.relpath(order.folder.resolve(), project.folder))
    layers = load_layers(_base(), project, folder, report)
    brand = _brand(order, project, folder, layers, report)
    report.stop_on_errors()
    assert layers is not None
    if order.participants is not None:
        layers = replace(layers, team=layers.team.model_copy(update={"participants": order.participants}))
    return Pack(order, layers, brand, Registry.installed())


def line_of(order: Order) -> LineOf:
    """A function that finds the line of a fault in the files that this order reads."""
    roots = [_base(), _project(order.folder)]
    return line_finder([*roots, _project(order.brand.parent)] if order.brand else roots)


def layer_folders(pack: Pack) -> dict[str, Path]:
    """Where the layers above the base stand, by name, for who writes in them; without a team the base itself."""
    folder = pack.order.folder
    if pack.order.folder.is_relative_to(data_folder()):
        return {"base": _base().folder}
    stated = pack.layers.team.organisation
    home = folder / stated if stated else project_root(folder).folder
    return {"organisation": home, "team": folder}


def _base() -> Root:
    return Root(content_folder() / "base", "content/base/")


def _project(folder: Path) -> Root:
    """The root of a team's project, its paths shown as seen from where the user stands."""
    root = project_root(folder)
    try:
        seen = Path(os.path.relpath(root.folder)).as_posix()
    except ValueError:  # another drive of a Windows machine
        seen = root.folder.name
    return replace(root, prefix="" if seen == "." else f"{seen}/")


def _brand(order: Order, project: Root, folder: Path, layers: Layers | None, report: Report) -> BrandKit:
    """The brand that was asked for, else the team's, else that of its organisation, else a calm one."""
    name = layers.team.name if layers else ""
    if order.brand:
        root = _project(order.brand.parent)
        beside = Path(os.path.relpath(order.brand.parent.resolve(), root.folder))
        return load_brand(read_yaml(root, beside / order.brand.name, report), root, name, report, beside=beside)
    homes = [folder]
    if layers:
        stated = layers.team.organisation
        homes.append(folder / stated if stated else Path())
    for home in homes:
        if project.exists(home / BRAND_FILE):
            return load_brand(read_yaml(project, home / BRAND_FILE, report), project, name, report, beside=home)
    return load_brand(None, project, name, report)


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
    late = [one for one in job.materials if _after_all(pack, one)]
    first = [one for one in job.materials if one not in late]
    laid = _laid(pack, replace(job, materials=tuple(first)), found)
    if late and not found.errors:
        laid = _with_plan(pack, job, laid, late, found)
    for diagnostic in worst_of_each(found):
        report.add(diagnostic)
    report.stop_on_errors()
    return laid


def _laid(pack: Pack, job: Job, report: Report) -> list[Imposed]:
    typeface, alt = job.brand.body.regular, job.labels["tile"]
    return [
        impose(made.material, made.pieces, report, typeface, f"{made.material.title}, {alt}")
        for made in compose(job, pack.registry, report)
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
        plan = print_plan(plan_runs(everything), everything, job.rates)
        found = Report()
        again = _laid(pack, replace(job, materials=tuple(late), plan=plan), found)
        if [one.sheets_printed for one in again] == [one.sheets_printed for one in told]:
            for diagnostic in found:
                report.add(diagnostic)
            return sorted([*laid, *again], key=lambda one: order[one.material.id])
        told = again
    raise RuntimeError("the print plan never counts its own sheets right")


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
    layouts = [pack.registry.get(material.layout, material.mark, report) for material in job.materials]
    return job_ingredients(job, [layout.module.__package__ or "" for layout in layouts if layout])


def _delivery(pack: Pack, job: Job, ingredients: Ingredients, report: Report) -> Delivery:
    """What a print shop or an office printer gets: the runs in printing order, what is to be read, and a ZIP of all."""
    laid = lay_out(pack, job, report)
    runs = [_run_file(job, run, ingredients) for run in plan_runs(laid)]
    files = [*runs, *_reading_files(job, laid, ingredients), *_screen_files(job, laid, ingredients, report)]
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
    """For each meeting one file with every page once."""
    files: list[Wanted] = []
    for number, meeting in job.meetings.items():
        own = [one for one in laid if one.material.meeting == number and not one.material.screen]
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
