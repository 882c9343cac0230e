"""Files that are either the old one or the new one, never something between.

In: a path and all its bytes. Out: the file, written to a temp beside it, synced to disk and renamed over it, so that a
killed run, a full disk or a pulled plug leaves the old file whole. Exists because a canvas that saves straight to a
file was measured to overwrite a good PDF by a broken one. Leaves alone: what is in the file, and other files.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import time
from pathlib import Path

from kaarten.diagnostics import Diagnostic, KaartenError, Mark, Severity

_TEMP = re.compile(r"\.kaarten-[0-9a-f]{16}\.tmp")

_IN_USE = {5, 32, 33}
"""Windows: access denied, sharing violation, lock violation: a viewer or a virus scanner has the file open."""
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between tries while a file is in use (research, print-ux-reliability 6.4)."""

_CODES = {
    errno.EACCES: "folder-not-writable",
    errno.EPERM: "folder-not-writable",
    errno.EROFS: "folder-not-writable",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ENOTDIR: "file-in-the-way",
    errno.EEXIST: "file-in-the-way",
    errno.EISDIR: "folder-in-the-way",
}


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step. Raises KaartenError when the disk or the folder will not have it."""
    temp = path.parent / f".kaarten-{secrets.token_hex(8)}.tmp"
    try:
        _write_through(temp, data)
        _replace(temp, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise KaartenError([fault_of(error, path)]) from error
    finally:
        with contextlib.suppress(OSError):
            temp.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make `path` and the folders above it. Raises KaartenError when something stands in the way."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KaartenError([fault_of(error, path)]) from error


def delete_file(path: Path) -> None:
    """Delete a file of ours; one that is gone already is fine. Raises KaartenError when it cannot be deleted."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise KaartenError([fault_of(error, path)]) from error


def remove_empty(folder: Path, below: Path) -> None:
    """Take away a folder of ours in `below` that nothing is left in."""
    if folder != below:
        with contextlib.suppress(OSError):
            folder.rmdir()


def remove_leftovers(*folders: Path) -> list[str]:
    """Delete the temps that a killed run left in these folders, and only those. Hold the lock of the pack meanwhile."""
    entries = [entry for folder in folders if folder.is_dir() for entry in os.scandir(folder)]
    found = sorted(entry.path for entry in entries if _TEMP.fullmatch(entry.name) and _is_plain(entry))
    for path in found:
        delete_file(Path(path))
    return [Path(path).name for path in found]


def shown(path: Path) -> str:
    """The path as a user knows it: from the folder she stands in when it lies below that, else as it was given."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(path)


def fault_of(error: OSError, path: Path) -> Diagnostic:
    """What a user can do about a file or folder that could not be written."""
    code = _CODES.get(error.errno or 0, "file-not-written")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EISDIR, errno.EEXIST) and path.is_dir():
        code = "folder-in-the-way"
    elif getattr(error, "winerror", None) in _IN_USE and path.is_file():
        code = "file-in-use"
    if code == "file-in-the-way":  # the fault is that file's, however deep the folder below it would be
        path = next((above for above in (path, *path.parents) if above.is_file()), path)
    details: dict[str, object] = {"name": path.name, "folder": shown(path.parent), "reason": error.strerror or ""}
    return Diagnostic(Severity.ERROR, code, Mark(shown(path)), details)


def _write_through(temp: Path, data: bytes) -> None:
    with temp.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(temp: Path, path: Path) -> None:
    for wait in (*_WAITS, None):
        try:
            temp.replace(path)
            return
        except PermissionError as error:
            if wait is None or getattr(error, "winerror", None) not in _IN_USE or path.is_dir():
                raise
            time.sleep(wait)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last over a power cut; Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network disks cannot sync a folder
            raise
    finally:
        os.close(handle)


def _is_plain(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)
