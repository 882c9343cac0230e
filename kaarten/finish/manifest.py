"""The manifest: which files a build made, of what, and what must be made again.

In: `manifest.json` in an output folder, and the ingredients of today. Out: the reasons to make a file again, or none.
Exists so that a second build takes a second, says why it did what it did, and never deletes a file that is not ours.
Leaves alone: making files.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, field
from pathlib import Path
from typing import Any

from kaarten.diagnostics import Diagnostic, Mark, Severity
from kaarten.finish.atomic import write_file
from kaarten.finish.ingredients import Ingredients

MANIFEST_NAME = "manifest.json"
_FORM = 1
"""Goes up when an older kaarten would misread the file; another number reads as no manifest at all."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a file is made again: `new`, `missing`, `altered`, or the kind of ingredient that changed, and its name."""

    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a coordinator wants to know of a file: `sheets` of `paper`, `copies` times.

    A PDF for reading has no sheets; what is no PDF has no pages either.
    """

    pages: int
    sheets: int = 0
    paper: str = ""
    sides: int = 0
    colour: bool = True
    copies: int = 0
    materials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was made. An empty `sha256` marks one that was begun but not finished."""

    sha256: str
    size: int
    about: About
    ingredients: Ingredients


@dataclass(frozen=True)
class Manifest:
    """What stands in an output folder. `remarks` are what compose and impose said, to be said again."""

    pack: Ingredients = field(default_factory=dict[str, str])
    files: Mapping[str, Output] = field(default_factory=dict[str, Output])
    remarks: tuple[Diagnostic, ...] = ()

    def complete(self, folder: Path, pack: Ingredients) -> bool:
        """Whether everything was made of just these ingredients and still stands there untouched."""
        same = bool(self.files) and not changes(self.pack, pack)
        return same and not any(self.damage(folder, name) for name in self.files)

    def reasons(self, folder: Path, name: str, ingredients: Ingredients) -> tuple[Reason, ...]:
        """Why `name` must be made (again); empty when it is up to date."""
        old = self.files.get(name)
        if old is None or not old.sha256:
            return (Reason("new"),)
        damage = self.damage(folder, name)
        return (damage,) if damage else changes(old.ingredients, ingredients)

    def damage(self, folder: Path, name: str) -> Reason | None:
        """What happened to a file since it was made, if anything."""
        path, old = folder / name, self.files[name]
        if not path.is_file():
            return Reason("missing")
        if path.stat().st_size != old.size or hashlib.sha256(path.read_bytes()).hexdigest() != old.sha256:
            return Reason("altered")
        return None


def changes(old: Ingredients, new: Ingredients) -> tuple[Reason, ...]:
    """The ingredients that differ, as reasons: `material:werkblad-1` is of kind `material`, or `material-added`."""
    found = (_change(name, old, new) for name in {**new, **old} if old.get(name) != new.get(name))
    reasons = tuple(dict.fromkeys(found))
    return reasons or (() if list(old) == list(new) else (Reason("order"),))


def _change(ingredient: str, old: Ingredients, new: Ingredients) -> Reason:
    kind, _, name = ingredient.partition(":")
    if kind in ("material", "copies") and ingredient not in old:
        kind = "material-added"
    elif kind in ("material", "copies") and ingredient not in new:
        kind = "material-gone"
    return Reason(kind, name)


def output_of(data: bytes, about: About, ingredients: Ingredients) -> Output:
    """The entry of a file that is about to be written."""
    return Output(hashlib.sha256(data).hexdigest(), len(data), about, ingredients)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder. One that is absent, damaged or from another version counts as empty."""
    try:
        return _parsed(json.loads((folder / MANIFEST_NAME).read_bytes()))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Manifest()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write it in one step. Raises KaartenError when it cannot be written."""
    data = {
        "form": _FORM,
        "pack": manifest.pack,
        "files": {name: asdict(output) for name, output in manifest.files.items()},
        "remarks": [
            [d.severity, d.code, astuple(d.mark), {k: str(v) for k, v in d.details.items()}] for d in manifest.remarks
        ],
    }
    write_file(folder / MANIFEST_NAME, json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n")


def _parsed(data: Any) -> Manifest:
    if data["form"] != _FORM:
        return Manifest()
    files = {name: _output(item) for name, item in data["files"].items() if _plain(name)}
    remarks = tuple(
        Diagnostic(Severity(severity), str(code), Mark(*mark), dict(details))
        for severity, code, mark, details in data["remarks"]
    )
    return Manifest(dict(data["pack"]), files, remarks)


def _output(item: Any) -> Output:
    facts: dict[str, Any] = dict(item["about"])
    facts["materials"] = tuple(facts["materials"])
    about = About(**facts)
    return Output(str(item["sha256"]), int(item["size"]), about, dict(item["ingredients"]))


_OURS = re.compile(r"([a-z]+/)?[^./\\:][^/\\:]*\.(pdf|pptx|txt|ics|zip)")
"""What we make, in the folder itself or one of ours in it."""


def _plain(name: str) -> bool:
    """A damaged manifest must not lead us to files that are not ours."""
    return bool(_OURS.fullmatch(name))
