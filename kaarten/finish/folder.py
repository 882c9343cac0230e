"""One output folder brought up to date: what is still right stays, what is not is made, what is over goes.

In: a Delivery: the files a pack wants, each with its ingredients and a way to make it. Out: the files, a ZIP of them,
and per file what was done and why. Order matters: all bytes are made and checked in memory first, then files are
written one by one, each whole; the manifest comes last. Leaves alone: every file that the old manifest does not name.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, replace
from pathlib import Path

from kaarten.diagnostics import Diagnostic
from kaarten.finish.archive import zipped
from kaarten.finish.atomic import delete_file, make_folder, remove_empty, write_file
from kaarten.finish.ingredients import Ingredients
from kaarten.finish.manifest import About, Manifest, Output, Reason, output_of, write_manifest
from kaarten.workers import side_by_side


@dataclass(frozen=True)
class Wanted:
    """A file a pack should have. `make` gives its bytes, checked."""

    name: str
    about: About
    ingredients: Ingredients
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Delivery:
    """All files of a folder, and the name of the ZIP that holds them too.

    The ZIP is made of all `ingredients`: as long as these are the same, so are the files inside.
    """

    files: tuple[Wanted, ...]
    archive: str
    ingredients: Ingredients

    def outcomes(self, folder: Path, old: Manifest) -> tuple[Outcome, ...]:
        """What is to be done about each file in a folder with that manifest; the ZIP comes last."""
        entries = [(item.name, item.about, item.ingredients) for item in self.files]
        if entries:  # of nothing there is no ZIP
            entries.append((self.archive, About(pages=0), self.ingredients))
        return tuple(Outcome(name, about, old.reasons(folder, name, own)) for name, about, own in entries)

    def made(self, folder: Path, names: Container[str], jobs: int) -> dict[str, bytes]:
        """The bytes of the files of these names; what else the ZIP needs is read from the folder."""
        wanted = [item for item in self.files if item.name in names]
        data = side_by_side([item.make for item in wanted], jobs)
        made = {item.name: each for item, each in zip(wanted, data, strict=True)}
        if self.archive in names:
            every = [item.name for item in self.files]
            made[self.archive] = zipped((name, made.get(name) or (folder / name).read_bytes()) for name in every)
        return made


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


def planned(folder: Path, old: Manifest, delivery: Delivery) -> Finished:
    """What `bring_up_to_date` would do."""
    outcomes = delivery.outcomes(folder, old)
    names = {outcome.name for outcome in outcomes}
    return Finished(folder, outcomes, tuple(name for name in old.files if name not in names))


def bring_up_to_date(
    folder: Path, old: Manifest, delivery: Delivery, remarks: tuple[Diagnostic, ...], jobs: int = 1
) -> Finished:
    """Make what is new, changed, missing or altered. Hold the folder's lock while calling this; `jobs` files are made
    at a time.

    Raises KaartenError when a file cannot be written; every file is then still either old or new, and whole.
    """
    finished = planned(folder, old, delivery)
    made = delivery.made(folder, [outcome.name for outcome in finished.outcomes if outcome.reasons], jobs)
    own = {item.name: item.ingredients for item in delivery.files} | {delivery.archive: delivery.ingredients}
    files = {
        one.name: output_of(made[one.name], one.about, own[one.name]) if one.reasons else old.files[one.name]
        for one in finished.outcomes
    }
    if made:
        write_manifest(folder, _begun(old, {name: files[name] for name in made}))
    for name, data in made.items():
        make_folder((folder / name).parent)
        write_file(folder / name, data)
    for name in finished.removed:
        delete_file(folder / name)
        remove_empty((folder / name).parent, below=folder)
    write_manifest(folder, Manifest(delivery.ingredients, files, remarks))
    return finished


def _begun(old: Manifest, files: dict[str, Output]) -> Manifest:
    """The old manifest plus the names now being written, so that after a kill they are known as ours."""
    new = {name: replace(output, sha256="") for name, output in files.items() if name not in old.files}
    return Manifest({}, {**old.files, **new}, ())
