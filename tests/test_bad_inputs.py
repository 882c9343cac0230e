"""Bad inputs, end to end: what a user does wrong, and the one clear message she gets for it.

Each file in `faults/end_to_end` is a case: a team without faults, one thing that is wrong with it, a command, and every
message that must come. The command is given twice, as data in Dutch and as text in English; both must name the same
places, and nothing may be left behind but whole files.

    # What is wrong.
    $ build oost
    exit 1
    error unknown-key oost/team.yaml:9:1
    === add to oost/team.yaml
    deelnemers: 12

The sections are `=== FILE` with its contents, `=== add to FILE`, `=== make FILE: WHAT` for what no text file can hold
(see MADE), `=== link FILE: TARGET`, `=== folder NAME` and `=== no FILE`.
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import struct
import subprocess
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kaarten.cli.run import run
from kaarten.finish.lock import LOCK_NAME
from kaarten.finish.manifest import MANIFEST_NAME
from tests.workbooks import LOCKED, OLD, bomb, entities, open_document, workbook

CASES = sorted((Path(__file__).parent / "faults" / "end_to_end").glob("*.txt"))

AS_PROCESSES = (
    "aliases-bomb",
    "brackets-100000",
    "output-under-a-file",
    "picture-bomb",
    "python-object",
    "team-folder-missing",
    "text-20-words-too-long",
    "utf-16",
    "wrong-key",
    "agenda-does-not-add-up",
    "people-bomb",
    "people-formula",
    "agenda-meeting-left-out",
    "quantity-13200",
    "rates-with-euro",
)
"""Cases that are also tried as a process of their own, each for another way to end."""

TEAM = """\
name: Buurtteam Oost
meetings: {1: {date: 2027-03-02, start: "13:00", place: Buurthuis De Linde, address: Lindelaan 12}, \
2: {date: 2027-03-16, start: "13:00", place: Buurthuis De Linde, address: Lindelaan 12}}
sign_up_before: 2027-02-20
plan_ready: 2027-04-13
sender: Noor
contact: noor@example.org
phone: 030 123 45 67
links: {kennisbouwstenen: https://example.org, zelftest: https://example.org/test}
"""
"""Everything that a text may ask for is told, so that nothing is remarked on but what a case is about."""


# ---- what no text file can hold


def png(width: int, height: int) -> bytes:
    """A PNG whose header says it is so large, and that holds one grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixel = zlib.compress(b"\0\x80")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def jpeg() -> bytes:
    """A photograph of 256 by 256."""
    file = io.BytesIO()
    Image.linear_gradient("L").save(file, "JPEG")
    return file.getvalue()


def aliases() -> str:
    """Ten lines that would become ten thousand million."""
    lines = ["a: &a [ha]"]
    for below, name in zip("abcdefghi", "bcdefghij", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{below}'] * 10)}]")
    return "\n".join([*lines, ""])


PEOPLE = workbook([["Naam"], ["Noor Voorbeeld"]], "Deelnemers")

MADE = {
    "a picture bomb": png(30_000, 30_000),
    "half a photograph": jpeg()[: len(jpeg()) // 2],
    "a brand in latin-1": "meta:\n  name: Caf\u00e9 Oost\n".encode("latin-1"),
    "a team in utf-16": TEAM.encode("utf-16"),
    "100,000 brackets": f"{TEAM}materials: {'[' * 100_000}".encode(),
    "3 MiB of team": (TEAM + "# en nog een regel\n" * (3 * 2**20 // 19)).encode(),
    "a bomb of aliases": (TEAM + aliases()).encode(),
    "1,001 people": ("Naam\n" + "".join(f"Noor {number}\n" for number in range(1001))).encode(),
    "people in windows-1252": "Naam\nZo\u00eb Voorbeeld\n".encode("cp1252"),
    "people in ibm850": "Naam\n\u00dcmit Proef\nJos\u00e9 \u00c5 Proef\nFran\u00e7ois Proef\n".encode("cp850"),
    "a workbook": PEOPLE,
    "a locked workbook": LOCKED,
    "an old workbook": OLD,
    "an open document": open_document(),
    "a workbook bomb": bomb(),
    "a workbook with entities": entities(),
    "half a workbook": PEOPLE[: len(PEOPLE) // 2],
    "a workbook with a formula": workbook([["Naam"], ["=A1"]]),
    "a workbook with merged headings": workbook([["Naam", None], ["Noor", "Voorbeeld"]]),
    "a workbook of cards with merged headings": workbook([["Vraag", None], ["Wat?", "Vraag door"]]),
}


# ---- cases


@dataclass(frozen=True)
class Case:
    """`expected` are messages as `error unknown-key oost/team.yaml:9:1`."""

    words: list[str]
    exit: int
    expected: list[str]
    sections: list[tuple[str, str]]

    def lay_out(self) -> None:
        """Make the files of the case in the folder in which the user stands."""
        write(Path("oost/team.yaml"), TEAM.encode())
        for head, text in self.sections:
            kind, name, what = re.fullmatch(r"(add to |make |link |folder |no )?([^:]+)(?:: (.*))?", head).groups()  # type: ignore[union-attr]
            make_section(Path(name), (kind or "").strip(), what, text)


def make_section(path: Path, kind: str, what: str, text: str) -> None:
    match kind:
        case "":
            write(path, text.encode())
        case "add to":
            write(path, path.read_bytes() + text.encode())
        case "make":
            write(path, MADE[what])
        case "link":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(what)
        case "folder":
            path.mkdir(parents=True)
        case _:
            path.unlink()


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def read_case(file: Path) -> Case:
    """Raises ValueError for a file that is no case."""
    head, *parts = re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    remark, command, end, *expected = head.splitlines()
    if remark[:2] != "# " or command[:2] != "$ " or end[:5] != "exit ":
        raise ValueError(file.name)
    sections = [(title, text) for title, _, text in (part.partition("\n") for part in parts)]
    return Case(shlex.split(command[2:]), int(end[5:]), expected, sections)


@pytest.fixture
def case(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A case, its files made in an empty folder in which the user stands."""
    case = read_case(request.param)
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    case.lay_out()
    return case


def each(*names: str) -> pytest.MarkDecorator:
    """The cases of these names, or all."""
    files = [file for file in CASES if not names or file.stem in names]
    assert len(files) == (len(names) or len(CASES))
    return pytest.mark.parametrize("case", files, ids=lambda file: file.stem, indirect=True)


def one_for_each_code() -> list[str]:
    """Names of cases, each with a code that those before it do not have: what prints them is the same for all."""
    seen: set[str] = set()
    names: list[str] = []
    for file in CASES:
        codes = {line.split()[1] for line in read_case(file).expected}
        if codes - seen:
            names.append(file.stem)
        seen |= codes
    return names


def tree() -> dict[str, bytes]:
    """Every file and folder beside and below the user's, but for those in which a build keeps its own account."""
    paths = [path for path in Path("..").rglob("*") if path.name not in (LOCK_NAME, MANIFEST_NAME)]
    return {path.as_posix(): path.read_bytes() if path.is_file() else b"" for path in paths}


def told(data: dict[str, Any]) -> list[str]:
    """The diagnostics of `--json` as a case writes them."""
    return [f"{item['severity']} {item['code']} {place(item)}" for item in data["diagnostics"]]


def place(item: dict[str, Any]) -> str:
    return f"{item['file']}:{item['line']}:{item['column']}" if item["line"] else item["file"]


# ---- tests


def test_there_are_cases_enough() -> None:
    assert len(CASES) > 300
    assert len(AS_PROCESSES) >= 8


@each()
def test_each_fault_is_told_once_in_its_place(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree()
    code = run([*case.words, "--json", "--ui", "nl"])
    shown = capsys.readouterr()
    data = json.loads(shown.out)
    assert told(data) == case.expected
    assert (code, data["exit"], shown.err) == (case.exit, case.exit, "")
    assert [item["code"] for item in data["diagnostics"] if not item["hint"]] == []
    after = tree()
    assert {name: after[name] for name in before} == before
    assert case.exit in (0, 3) or after == before  # 3: the languages without a fault are made


@each(*one_for_each_code())
def test_the_text_shows_the_same_places(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*case.words, "--ui", "en"]) == case.exit
    seen = re.findall(r"^(\S+): (error|warning|note): ", capsys.readouterr().err, re.MULTILINE)
    assert [f"{kind} {mark}" for mark, kind in seen] == [re.sub(r" \S+", "", line, count=1) for line in case.expected]


@each(*AS_PROCESSES)
def test_a_process_ends_with_its_code_and_no_traceback(case: Case, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kaarten", *case.words, "--json"],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (case.exit, "")
    assert told(json.loads(done.stdout)) == case.expected
