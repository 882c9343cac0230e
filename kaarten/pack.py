"""A pack as it was read: the layers and the brand of one team, and what was asked for this once.

In: an Order: which team, and what differs from its own files. Out: a Pack, or KaartenError with every fault of those
files in the Report. The first hops of the pipeline, `read` and `model`. Leaves alone: languages, and what is made.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kaarten.brand.kit import BrandKit
from kaarten.brand.load import BRAND_FILE, load_brand
from kaarten.diagnostics import NOWHERE, Report
from kaarten.diagnostics.render import LineOf
from kaarten.model.elsewhere import MATERIALS, MEETINGS
from kaarten.model.layers import Layer, Layers, load_layers, other_packs
from kaarten.model.packs import PACKS, chosen_names
from kaarten.model.selection import WHOLE, Selection, names_of
from kaarten.model.structure import Structure
from kaarten.registry import Registry
from kaarten.resources import content_folder, data_folder
from kaarten.source.files import Root, line_finder, project_root
from kaarten.source.nodes import Mapping
from kaarten.source.overlay import EMPTY, overlay
from kaarten.source.reader import read_yaml
from kaarten.tailor.tailor import read_structure


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. `brand`, `selection` and `participants` differ from the team's own files this once; the first
    sheet of labels is used from label `start_at` on. `jobs` processes make its files. `languages` are those that will
    be made, the team's own when there are none; None when any may be. With `every_pack` all packs there are, whichever
    the team chose.
    """

    folder: Path
    output: Path = Path("output")
    brand: Path | None = None
    selection: Selection = WHOLE
    participants: int | None = None
    start_at: int = 1
    jobs: int = 1
    languages: tuple[str, ...] | None = None
    every_pack: bool = False


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

    @property
    def parts(self) -> list[str]:
        """By what a part of the pack can be asked for: its materials, and before those of a deck the name of it."""
        return names_of(self.structure.materials) if self.structure else self.materials

    @property
    def chosen(self) -> list[str]:
        """The packs that the team or its organisation chose, whichever others were read with them."""
        return chosen_names(self.layers.team.packs, self.layers.organisation.packs)

    @cached_property
    def structure(self) -> Structure | None:
        """All layers together; None when they are faulty, which `job_of` reports."""
        return read_structure(self.layers, Report())[0]

    def selected(self, report: Report) -> list[str] | None:
        """The materials of the order's selection; None for all. See `Selection.of` for its faults."""
        selection = self.order.selection
        if not selection or not self.structure or self._of_other_packs(selection, report):
            return None
        return selection.of(self.structure.materials, self.structure.agenda.meetings, report)

    def _of_other_packs(self, selection: Selection, report: Report) -> bool:
        """Whether something is asked for that packs have which the team did not choose. Error part-of-other-pack."""
        assert self.structure
        asked = [(MATERIALS, self.parts, name) for name in (*selection.only, *selection.without)]
        asked += [(MEETINGS, list(self.structure.agenda.meetings), name) for name in selection.meetings]
        found = {name: self.layers.elsewhere.pack(kind, name) for kind, known, name in asked if name not in known}
        for name, pack in found.items():
            if pack:
                packs = self.layers.elsewhere.beside(pack)
                report.error("part-of-other-pack", NOWHERE, name=name, pack=pack, packs=packs)
        return any(found.values())

    def _ids(self, section: str) -> list[str]:
        found = EMPTY
        for layer in self.layers.layers:
            part = layer.structure.get(section)
            found = overlay(found, part, Report()) if isinstance(part, Mapping) else found
        return list(found.entries)


def open_pack(order: Order, report: Report) -> Pack:
    """Read what the order asks for. Raises KaartenError after faults in the files of team, organisation or brand."""
    project = _project(order.folder)
    folder = Path(os.path.relpath(order.folder.resolve(), project.folder))
    layers = load_layers(_library(), project, folder, report, order.languages, every_pack=order.every_pack)
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
    roots = [_library(), _project(order.folder)]
    return line_finder([*roots, _project(order.brand.parent)] if order.brand else roots)


def our_layers(pack: Pack) -> list[Layer]:
    """Those that come with kaarten: the base, and packs."""
    library = _library().folder.resolve()
    return [layer for layer in pack.layers.layers if layer.folder.parent in (library, library / PACKS)]


def layer_folders(pack: Pack) -> dict[str, Path]:
    """Where the team's own layers stand, by name, for who writes in them; without a team ours: base and packs."""
    ours = {layer.name for layer in our_layers(pack)}
    wanted = ours if of_nobody(pack.order.folder) else {layer.name for layer in pack.layers.layers} - ours
    return {layer.name: layer.folder for layer in pack.layers.layers if layer.name in wanted}


def of_nobody(folder: Path) -> bool:
    """Whether this is the folder of the team that stands for none."""
    return folder.is_relative_to(data_folder())


def packs_not_chosen(pack: Pack, report: Report) -> dict[str, Layer]:
    """The other packs that the team could have, by name."""
    return other_packs(pack.layers, _library(), _project(pack.order.folder), report)


def _library() -> Root:
    """What comes with kaarten: the base and the packs."""
    return Root(content_folder(), "content/")


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
