"""One output folder brought up to date: what is still right stays, what is not is made, what is over goes.

In: the files a pack wants, each with its ingredients and a way to make it. Out: the files, and per file what was done
and why. Order matters: all bytes are made and checked in memory first, then files are written one by one, each whole;
the manifest comes last. Leaves alone: every file that the old manifest does not name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kaarten.diagnostics import Diagnostic
from kaarten.finish.atomic import delete_file, make_folder, remove_empty, write_file
from kaarten.finish.ingredients import Ingredients
from kaarten.finish.manifest import About, Manifest, Output, Reason, output_of, write_manifest


@dataclass(frozen=True)
class Wanted:
    """A file a pack should have. `make` gives its bytes, checked."""

    name: str
    about: About
    ingredients: Ingredients
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done about a file: nothing when it has no `reasons`."""

    name: str
    about: About
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The state of a folder after a build. `removed` names files that no longer belong to the pack."""

    folder: Path
    outcomes: tuple[Outcome, ...]
    removed: tuple[str, ...] = ()


def untouched(folder: Path, old: Manifest) -> Finished:
    """Everything is up to date."""
    return Finished(folder, tuple(Outcome(name, output.about, ()) for name, output in old.files.items()))


def bring_up_to_date(
    folder: Path, old: Manifest, wanted: list[Wanted], pack: Ingredients, remarks: tuple[Diagnostic, ...]
) -> Finished:
    """Make what is new, changed, missing or altered. Hold the folder's lock while calling this.

    Raises KaartenError when a file cannot be written; every file is then still either old or new, and whole.
    """
    outcomes = [Outcome(item.name, item.about, old.reasons(folder, item.name, item.ingredients)) for item in wanted]
    made = {item.name: item.make() for item, outcome in zip(wanted, outcomes, strict=True) if outcome.reasons}
    files = {item.name: _output(item, made) or old.files[item.name] for item in wanted}
    removed = tuple(name for name in old.files if name not in files)
    if made:
        write_manifest(folder, _begun(old, {name: files[name] for name in made}))
    for name, data in made.items():
        make_folder((folder / name).parent)
        write_file(folder / name, data)
    for name in removed:
        delete_file(folder / name)
        remove_empty((folder / name).parent, below=folder)
    write_manifest(folder, Manifest(pack, files, remarks))
    return Finished(folder, tuple(outcomes), removed)


def _output(item: Wanted, made: dict[str, bytes]) -> Output | None:
    data = made.get(item.name)
    return None if data is None else output_of(data, item.about, item.ingredients)


def _begun(old: Manifest, files: dict[str, Output]) -> Manifest:
    """The old manifest plus the names now being written, so that after a kill they are known as ours."""
    new = {name: replace(output, sha256="") for name, output in files.items() if name not in old.files}
    return Manifest({}, {**old.files, **new}, ())
