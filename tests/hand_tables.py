"""The tables made by hand in tests/tables, as values.

In: text files that a person typed: what begins when, how many of everything, the lines of plan and lists. Out:
Days, Counteds, Printeds, read once. Leaves alone: what the pack says (`tests/test_clock_and_counts.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

TABLES = Path(__file__).parent / "tables"
PEOPLE: tuple[int, ...] = (3, 12, 40)
"""For how many participants there are figures."""


@dataclass(frozen=True)
class Line:
    """A block or one of its steps: when it begins, by column of the table."""

    name: str
    minutes: int
    clocks: tuple[str, ...]


@dataclass(frozen=True)
class Part(Line):
    """A block, with the id by which the agenda knows it."""

    id: str = ""
    steps: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Day:
    """A meeting of the table."""

    blocks: list[Part]
    end: tuple[str, ...]


@cache
def clock_table() -> dict[int, Day]:
    """The meetings of clock.txt by number."""
    days: dict[int, Day] = {}
    blocks: list[Part] = []
    for line in _rows("clock.txt"):
        if line.startswith("MEETING"):
            blocks = []
            continue
        name, minutes, times = re.fullmatch(r"(.+?)\s+(\d+)((?:\s+\d+\.\d\d(?: [ap]m)?){6})", line).groups()  # type: ignore[union-attr]
        clocks = tuple(re.findall(r"\d+\.\d\d(?: [ap]m)?", times))
        if name == "END":
            days[len(days) + 1] = Day(blocks, clocks)
        elif line.startswith(" "):
            blocks[-1].steps.append(Line(name.strip(), int(minutes), clocks))
        else:
            id, _, called = name.partition(" ")
            blocks.append(Part(called, int(minutes), clocks, id))
    return days


def _rows(file: str) -> Iterator[str]:
    """The lines of a table without remarks."""
    for line in (TABLES / file).read_text(encoding="utf-8").splitlines():
        row = line.partition("#")[0].rstrip()
        if row:
            yield row


@dataclass(frozen=True)
class Counted:
    """A row of materials.txt; pieces and sheets by the number of people."""

    paper: str
    sides: int
    pieces: dict[int, int]
    on_a_sheet: int
    sheets: dict[int, int]


@cache
def materials_table() -> dict[str, Counted]:
    found: dict[str, Counted] = {}
    for row in _rows("materials.txt"):
        id, paper, *figures = row.split()
        sides, *numbers = map(int, figures)
        pieces, sheets = (dict(zip(PEOPLE, part, strict=True)) for part in (numbers[:3], numbers[4:]))
        found[id] = Counted(paper, sides, pieces, numbers[3], sheets)
    return found


@dataclass(frozen=True)
class Printed:
    """A row of runs.txt. `open` when more materials follow than the named ones."""

    materials: tuple[str, ...]
    open: bool
    paper: str
    sides: int
    prints: int
    sheets: int
    minutes: float
    euros: float


@cache
def runs_table() -> dict[int, tuple[list[Printed], tuple[int, int, float]]]:
    """By the number of people: the runs, and the totals of sheets, minutes and euros."""
    found: dict[int, tuple[list[Printed], tuple[int, int, float]]] = {}
    runs: list[Printed] = []
    for line in (TABLES / "runs.txt").read_text(encoding="utf-8").splitlines():
        if total := re.fullmatch(r"PEOPLE (\d+) +# (\d+) sheets, (\d+) minutes .*, ([\d.]+) euros", line):
            runs = []
            found[int(total[1])] = (runs, (int(total[2]), int(total[3]), float(total[4])))
        elif row := line.partition("#")[0].strip():
            *names, paper, sides, prints, sheets, minutes, euros = row.split()
            ids = tuple(name for name in names if name != "...")
            figures = (int(sides), int(prints), int(sheets), float(minutes), float(euros))
            runs.append(Printed(ids, "..." in names, paper, *figures))
    return found


@cache
def lists_table() -> list[tuple[str, str, dict[int, int]]]:
    found: list[tuple[str, str, dict[int, int]]] = []
    for row in _rows("lists.txt"):
        where, text, *numbers = re.fullmatch(r"(\S+)\s+(.+?)\s+(\d+)\s+(\d+)\s+(\d+)", row).groups()  # type: ignore[union-attr]
        found.append((where, text, dict(zip(PEOPLE, map(int, numbers), strict=True))))
    return found
