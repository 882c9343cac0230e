"""The way of a pack through the house, hop by hop: read, model, tailor, compose, impose, press, finish.

In: an Order: which team, and what differs this once. Out: files and what was done about each; or, for who only wants to
know, what would be done. Every hop's faults are in the Report; the first hop that leaves an error there is the last
one. Leaves alone: how any hop does its work, and telling the user (`cli`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kaarten.brand.kit import BrandKit
from kaarten.brand.load import BRAND_FILE, load_brand
from kaarten.compose.compose import compose
from kaarten.compose.worst import worst_of_each
from kaarten.diagnostics import NOWHERE, Report
from kaarten.diagnostics.render import LineOf
from kaarten.finish.archive import archive_name
from kaarten.finish.atomic import remove_leftovers
from kaarten.finish.folder import Delivery, Finished, bring_up_to_date, planned, untouched
from kaarten.finish.ingredients import Ingredients, job_ingredients
from kaarten.finish.lock import locked
from kaarten.finish.manifest import Manifest, read_manifest
from kaarten.impose.plan import print_plan
from kaarten.impose.runs import Imposed, impose, label_starts, plan_runs
from kaarten.model.layers import Layers, load_layers
from kaarten.model.selection import WHOLE, Selection
from kaarten.model.structure import Structure
from kaarten.outputs import MAIL, Made, wanted_files
from kaarten.registry import Registry
from kaarten.resources import content_folder, data_folder
from kaarten.source.files import Root, line_finder, project_root
from kaarten.source.nodes import Mapping
from kaarten.source.overlay import EMPTY, overlay
from kaarten.source.reader import read_yaml
from kaarten.tailor.facts import place_of
from kaarten.tailor.job import Job, Material
from kaarten.tailor.tailor import read_structure, tailor

_ROUNDS = 5
"""Of making the plan: the second is right unless a count of the first makes it a page longer."""

SELECTION = "only"
"""Folder, in that of the language, for parts of a pack, so that the whole pack stays as it is."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. `brand`, `selection` and `participants` differ from the team's own files this once; the first
    sheet of labels is used from label `start_at` on.
    """

    folder: Path
    output: Path = Path("output")
    brand: Path | None = None
    selection: Selection = WHOLE
    participants: int | None = None
    start_at: int = 1


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
        layers = _with_participants(layers, order.participants, report)
    return Pack(order, layers, brand, Registry.installed())


def _with_participants(layers: Layers, number: int, report: Report) -> Layers:
    """As many as were asked for this once: the first of those whose names are known, the rest without a name."""
    if number < len(layers.people):
        report.warning("fewer-than-names", NOWHERE, number=number, names=len(layers.people))
    return replace(layers, participants=number, people=layers.people[:number])


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
    for material in (one.material for one in laid if not (one.material.copies and one.pieces)):
        if material.id in pack.order.selection.only:
            found.note("none-needed", material.mark, material=material.id)
    for diagnostic in worst_of_each(found):
        report.add(diagnostic)
    report.stop_on_errors()
    return laid


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
        plan = print_plan(plan_runs(everything), everything, job.rates)
        found = Report()
        again = _laid(pack, replace(job, materials=tuple(late), plan=plan), found)
        if [one.sheets_printed for one in again] == [one.sheets_printed for one in told]:
            for diagnostic in found:
                report.add(diagnostic)
            return sorted([*laid, *again], key=lambda one: order[one.material.id])
        told = again
    raise RuntimeError("the print plan never counts its own sheets right")


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
        remove_leftovers(folder, folder / MAIL)
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
    return job_ingredients(job, [layout.module.__package__ or "" for layout in layouts if layout], starts(pack, job))


def _delivery(pack: Pack, job: Job, ingredients: Ingredients, report: Report) -> Delivery:
    """What a print shop or an office printer gets, what is to be read, what is mailed, and a ZIP of all."""
    if not pack.order.selection:
        _tell_of_days(pack, job, report)
    files = wanted_files(Made(job, lay_out(pack, job, report), pack.registry, ingredients))
    return Delivery(tuple(files), archive_name(job.team_id, job.language.id, pack.order.selection.name), ingredients)


def _tell_of_days(pack: Pack, job: Job, report: Report) -> None:
    """A note for each meeting that no calendar can show, where its day would stand."""
    for key in [f"meetings.{number}.date" for number, meeting in job.meetings.items() if meeting.date is None]:
        report.note("meeting-without-date", place_of(pack.layers.facts, key), key=key)


def _repeat(manifest: Manifest, report: Report) -> None:
    for diagnostic in manifest.remarks:
        report.add(diagnostic)
