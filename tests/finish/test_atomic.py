"""Files are the old one or the new one, whatever happens while they are written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from kaarten.diagnostics import KaartenError
from kaarten.finish import atomic
from kaarten.finish.atomic import make_folder, remove_leftovers, write_file

WRITER = """
import sys
from pathlib import Path
from kaarten.finish.atomic import write_file
folder, letter = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
while True:
    for number in range(3):
        write_file(folder / f"{number}.pdf", letter.encode() * 400_000)
"""


def code_of(error: pytest.ExceptionInfo[KaartenError]) -> str:
    (diagnostic,) = error.value.diagnostics
    return diagnostic.code


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_no_temp_stays(tmp_path: Path) -> None:
    write_file(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert names_in(tmp_path) == ["a.pdf"]


def test_a_file_is_as_open_to_others_as_any_other(tmp_path: Path) -> None:
    write_file(tmp_path / "ours.pdf", b"x")
    (tmp_path / "usual.pdf").write_bytes(b"x")
    assert (tmp_path / "ours.pdf").stat().st_mode == (tmp_path / "usual.pdf").stat().st_mode


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EFBIG, "disk-full"),
        (errno.EACCES, "folder-not-writable"),
        (errno.EROFS, "folder-not-writable"),
        (errno.EIO, "file-not-written"),
    ],
)
def test_what_the_disk_refuses_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    write_file(tmp_path / "a.pdf", b"old")

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(KaartenError) as error:
        write_file(tmp_path / "a.pdf", b"new")
    assert code_of(error) == code
    assert error.value.diagnostics[0].mark.file.endswith("a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.pdf"]


@pytest.mark.parametrize("share", [0.01, 0.5, 0.9])
def test_a_real_limit_on_file_size_leaves_the_old_file_whole(tmp_path: Path, share: float) -> None:
    target = tmp_path / "a.pdf"
    write_file(target, b"old")
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from kaarten.diagnostics import KaartenError\n"
        "from kaarten.finish.atomic import write_file\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({int(100_000 * share)},) * 2)\n"
        "try:\n"
        "    write_file(Path(sys.argv[1]), b'n' * 100_000)\n"
        "except KaartenError as error:\n"
        "    print(error.diagnostics[0].code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(target)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "disk-full"
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.pdf"]


def test_a_stopped_user_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file(tmp_path / "a.pdf", b"old")

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.pdf"]


def test_a_folder_with_the_name_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(KaartenError) as error:
        write_file(tmp_path / "a.pdf", b"new")
    assert code_of(error) == "folder-in-the-way"
    assert names_in(tmp_path) == ["a.pdf"]


def test_a_name_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(KaartenError) as error:
        write_file(tmp_path / ("a" * 300 + ".pdf"), b"new")
    assert code_of(error) == "name-too-long"
    assert names_in(tmp_path) == []


def test_a_file_where_a_folder_should_come_is_said(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"mine")
    for path in (tmp_path / "output", tmp_path / "output" / "team" / "nl"):
        with pytest.raises(KaartenError) as error:
            make_folder(path)
        assert code_of(error) == "file-in-the-way"
    assert (tmp_path / "output").read_bytes() == b"mine"


def test_a_file_open_elsewhere_is_tried_again_and_then_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file(tmp_path / "a.pdf", b"old")
    tries: list[Path] = []

    def refuse(self: Path, _: Path) -> None:
        tries.append(self)
        error = PermissionError(errno.EACCES, "in use")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(atomic.time, "sleep", lambda _: None)
    with pytest.raises(KaartenError) as error:
        write_file(tmp_path / "a.pdf", b"new")
    assert code_of(error) == "file-in-use"
    assert len(tries) == 7
    assert names_in(tmp_path) == ["a.pdf"]


def test_only_temps_of_ours_are_cleaned_away(tmp_path: Path) -> None:
    temp = ".kaarten-0123456789abcdef.tmp"
    others = [".kaarten.lock", ".kaarten-note.tmp", "kaarten-0123456789abcdef.tmp", "a.pdf"]
    for name in [temp, *others]:
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".kaarten-fedcba9876543210.tmp").mkdir()
    assert remove_leftovers(tmp_path) == [temp]
    assert names_in(tmp_path) == sorted([*others, ".kaarten-fedcba9876543210.tmp"])


def test_temps_in_a_folder_of_ours_are_cleaned_away_too(tmp_path: Path) -> None:
    temp = ".kaarten-0123456789abcdef.tmp"
    (tmp_path / "mail").mkdir()
    for place in (tmp_path, tmp_path / "mail"):
        (place / temp).write_bytes(b"x")
    assert remove_leftovers(tmp_path, tmp_path / "mail", tmp_path / "absent") == [temp, temp]
    assert names_in(tmp_path) == ["mail"]
    assert names_in(tmp_path / "mail") == []


def test_killed_at_any_moment_every_file_is_whole(tmp_path: Path) -> None:
    """36 processes killed at moments spread over the writing, leave each file old or new and no temp that stays."""
    random = Random(7)
    whole = {letter.encode() * 400_000 for letter in "abcdefghijklmnopqrstuvwxyz0123456789"}
    leftovers = 0
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789":
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), letter], stdout=subprocess.PIPE, cwd=Path.cwd()
        )
        with writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(random.uniform(0, 0.03))
            writer.kill()
        for path in tmp_path.glob("*.pdf"):
            assert path.read_bytes() in whole
        leftovers += len(remove_leftovers(tmp_path))
        assert all(path.suffix == ".pdf" for path in tmp_path.iterdir())
    assert leftovers > 0  # else no process was caught in the act, and this test saw nothing
    assert len(names_in(tmp_path)) == 3
