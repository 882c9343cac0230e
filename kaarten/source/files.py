"""The only door to files: a root folder, and nothing outside it.

In: a reference as a user typed it, or a Path of our own. Out: bytes, names of files, or a Diagnostic. The root keeps
a pack from reaching the rest of the machine (`logo: /etc/passwd`, `../../x`, a symbolic link), and gives every path
the form in which the user knows it. Leaves alone: what is in the files.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PureWindowsPath

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.diagnostics.render import LineOf

PROJECT_FILE = "kaarten.yaml"
"""Stands in the folder of an organisation, and makes that folder the root of every team in it."""

_LONGEST_SHOWN = 8 * 1024 * 1024
"""Bytes of a file read to show a line of it: more than any file that a fault can have a line in."""


@dataclass(frozen=True, slots=True)
class Root:
    """A folder that may be read, made absolute and real. `prefix` stands before its paths in faults: `content/base/`.

    A reference is a `str` when a user typed it: it must be relative, to the folder `beside` (itself relative to the
    root). It is a `Path` when our own code made it: relative to the root, or absolute and inside.
    """

    folder: Path
    prefix: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "folder", Path(os.path.realpath(self.folder)))

    def read_bytes(
        self, reference: str | Path, limit: int, mark: Mark, report: Report, *, beside: str | Path = ""
    ) -> bytes | None:
        """The contents of a file of at most `limit` bytes. `mark` is where the reference was written.

        None after path-outside-root, file-not-found, not-a-file, file-too-large or file-unreadable.
        """
        path = self._inside(reference, beside)
        shown = self._as_typed(reference)
        if path is None:
            report.error("path-outside-root", mark, path=shown)
            return None
        try:
            if not stat.S_ISREG(path.stat().st_mode):  # a device or a pipe may never end
                report.error("not-a-file", mark, path=shown)
                return None
            with path.open("rb") as file:
                data = file.read(limit + 1)
        except (FileNotFoundError, NotADirectoryError):
            report.error("file-not-found", mark, path=shown, guess=self._similar(path, shown))
            return None
        except OSError as error:
            report.error("file-unreadable", mark, path=shown, reason=error.strerror or "")
            return None
        if len(data) > limit:
            report.error("file-too-large", mark, path=shown, limit=limit / 2**20)
            return None
        return data

    def find_folder(self, reference: str, mark: Mark, report: Report, *, beside: str | Path = "") -> Path | None:
        """A folder a user refers to (`organisation: ../academie`), relative to the root; "." is the root itself.

        None after folder-outside-root or folder-not-found.
        """
        path = self._inside(reference, beside)
        if path is None:
            report.error("folder-outside-root", mark, path=reference)
            return None
        if not path.is_dir():
            report.error("folder-not-found", mark, path=reference, guess=self._similar(path, reference))
            return None
        return path.relative_to(self.folder)

    def exists(self, reference: str | Path, *, beside: str | Path = "") -> bool:
        """Whether there is such a file inside the root."""
        path = self._inside(reference, beside)
        return path is not None and path.is_file()

    def list_files(self, folder: str | Path, *suffixes: str) -> list[Path]:
        """The files in a folder (not deeper) whose names end in one of `suffixes`, sorted, relative to the root.

        Hidden ones are left out: editors and USB sticks leave `._team.yaml` and the like. No folder, no files.
        """
        path = self._inside(folder, "")
        if path is None or not path.is_dir():
            return []
        names = sorted(entry.name for entry in path.iterdir() if entry.is_file())
        relative = path.relative_to(self.folder)
        return [relative / name for name in names if name.endswith(suffixes) and not name.startswith(".")]

    def list_folders(self, folder: str | Path) -> list[str]:
        """The names of the folders in a folder, sorted; hidden ones are left out. No folder, no names."""
        path = self._inside(folder, "")
        if path is None or not path.is_dir():
            return []
        return sorted(entry.name for entry in path.iterdir() if entry.is_dir() and not entry.name.startswith("."))

    def shown(self, reference: str | Path, *, beside: str | Path = "") -> str:
        """The path as faults name it: the prefix, then relative to the root with forward slashes.

        Of what lies outside only the name is shown, for no fault should tell how a machine is arranged.
        """
        plain = Path(os.path.normpath(self.folder / beside / _portable(reference)))
        for path in (plain, Path(os.path.realpath(plain))):
            if path.is_relative_to(self.folder):
                return self.prefix + path.relative_to(self.folder).as_posix()
        return plain.name

    def _inside(self, reference: str | Path, beside: str | Path) -> Path | None:
        """The real path of a reference, or None when it is not one that this root may open."""
        if "\0" in str(reference):
            return None
        if isinstance(reference, str) and PureWindowsPath(reference).anchor:  # /x, \x, C:x, C:\x, \\server\share
            return None
        real = Path(os.path.realpath(self.folder / beside / _portable(reference)))
        return real if real.is_relative_to(self.folder) else None

    def _as_typed(self, reference: str | Path) -> str:
        return reference if isinstance(reference, str) else self.shown(reference)

    def _similar(self, path: Path, typed: str) -> str:
        """The name beside a missing `path` most like it, in the words of `typed`."""
        if not path.parent.is_dir():
            return ""
        near = guess(path.name, sorted(entry.name for entry in path.parent.iterdir()))
        folder, slash, _ = _portable(typed).rpartition("/")
        return f"{folder}{slash}{near}" if near else ""


def _portable(reference: str | Path) -> str:
    """Backslashes as slashes, so that a pack made on Windows reads the same elsewhere."""
    return reference.replace("\\", "/") if isinstance(reference, str) else str(reference)


def project_root(folder: Path) -> Root:
    """The root for the team in `folder`: the nearest folder at or above it with a `kaarten.yaml`, else itself."""
    folder = Path(os.path.realpath(folder))
    for candidate in (folder, *folder.parents):
        if (candidate / PROJECT_FILE).is_file():
            return Root(candidate)
    return Root(folder)


def line_finder(roots: Sequence[Root]) -> LineOf:
    """A function that gives the line a Mark points into, from the first of `roots` that has the file, or ""."""

    @cache
    def lines(file: str) -> list[str]:
        for root in roots:
            path = file.removeprefix(root.prefix)
            if file.startswith(root.prefix) and root.exists(path):
                data = root.read_bytes(path, _LONGEST_SHOWN, Mark(file), Report()) or b""
                return split_lines(data.decode("utf-8-sig", errors="replace"))
        return []

    def line_of(mark: Mark) -> str:
        found = lines(mark.file)
        return found[mark.line - 1] if 0 < mark.line <= len(found) else ""

    return line_of


def split_lines(text: str) -> list[str]:
    """Lines as the reader counts them. `str.splitlines` would also break at characters an editor shows in a line."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
