"""What goes into a pack and into each of its files, under names a person knows.

In: a Job and the packages its layouts stand in. Out: name -> digest, such as `material:werkblad-1`, `brand`, `people`,
`engine`, so that a build can say why it made a file again. Leaves alone: files that were made (`manifest`).
"""

from __future__ import annotations

import dataclasses
import hashlib
import zlib
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

import kaarten
from kaarten.finish.digest import digest, piece
from kaarten.tailor.job import Job

Ingredients = dict[str, str]

_OF_ONE = ("material", "copies", "start", "pack", "office", "event")
"""Kinds of ingredients that belong to one material or one meeting; all others are shared."""

_LIBRARIES = (
    "reportlab",
    "uharfbuzz",
    "fonttools",
    "pillow",
    "babel",
    "svgelements",
    "fontpkg-atkinson-hyperlegible",
    "fontpkg-noto-sans",
)
"""Whatever draws, shapes, embeds or words what is on the page."""

_OFFICE = ("python-pptx", "lxml", "pypdfium2")
"""What makes presentations; without the first there are none."""

_GROUPS = {
    "language": "language",
    "brand": "brand",
    "domains": "domains",
    "competencies": "domains",
    "competency_names": "domains",
    "meetings": "meetings",
    "forms": "forms",
    "people": "people",
    "roster": "names",
    "stickers": "stickers",
    "labels": "labels",
    "label_sheets": "stock",
}
"""Fields of a Job by the name under which a user knows them; all others are the `team`."""


def job_ingredients(
    job: Job, packages: Iterable[str], starts: Mapping[str, int] | None = None, telling: Collection[str] = ()
) -> Ingredients:
    """All ingredients of a pack. `packages` are the import packages of its layouts.

    `starts` has, by material, the label at which its first sheet begins; a whole sheet is no ingredient. `telling` are
    the materials that name or count others: everything else is an ingredient of theirs.
    """
    groups: dict[str, list[Any]] = {}
    for field in dataclasses.fields(job):
        if field.name not in ("materials", "needs", "events", "purposes"):
            groups.setdefault(_GROUPS.get(field.name, "team"), []).append(getattr(job, field.name))
    found = {name: digest(values) for name, values in groups.items()}
    for material in job.materials:  # copies apart: they follow from the number of people too
        found[f"material:{material.id}"] = digest(dataclasses.replace(material, copies=0))
        found[f"copies:{material.id}"] = digest(material.copies)
        if material.screen:
            found[f"office:{material.id}"] = digest([(name, _version(name)) for name in _OFFICE])
    others = digest([found, job.needs])
    found |= {f"pack:{id}": others for id in telling}
    found |= {f"start:{id}": digest(label) for id, label in (starts or {}).items() if label > 1}
    for event in job.events:
        found[f"event:{event.meeting}"] = digest(event)
    found["engine"] = _sources(Path(kaarten.__file__).parent)
    found["libraries"] = digest([*((name, _version(name)) for name in _LIBRARIES), zlib.ZLIB_RUNTIME_VERSION])
    return found | {f"layouts:{package}": _package(package) for package in sorted(set(packages))}


def file_ingredients(pack: Ingredients, materials: Iterable[str]) -> Ingredients:
    """What goes into one file: what the pack shares and its own materials, in the order of the pack."""
    own = {f"{kind}:{id}" for id in materials for kind in ("material", "copies", "start", "pack", "office")}
    return {name: value for name, value in pack.items() if name in own or name.partition(":")[0] not in _OF_ONE}


def event_ingredients(pack: Ingredients, meeting: str) -> Ingredients:
    """What goes into the calendar file of a meeting: nothing of what is printed."""
    return {name: pack[name] for name in (f"event:{meeting}", "engine")}


def reading_ingredients(pack: Ingredients) -> Ingredients:
    """Those of the files for reading: where on a sheet a run of labels begins is not seen there."""
    return {name: value for name, value in pack.items() if not name.startswith("start:")}


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "absent"


def _package(name: str) -> str:
    origin = import_module(name).__file__
    return _sources(Path(origin).parent) if origin else ""


@cache
def _sources(folder: Path) -> str:
    """The digest of all files below a folder but those that running it leaves there; read once a process."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(piece("n", path.relative_to(folder).as_posix().encode()))
            total.update(piece("b", path.read_bytes()))
    return total.hexdigest()
