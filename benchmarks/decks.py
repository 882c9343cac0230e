"""A deck of 200 cards: what a cold build of a team takes with it and without it.

    .venv/bin/python benchmarks/decks.py [number of cards]

The same cards (front, back, group, kind, every fifth a QR code) as YAML, as CSV and as a workbook, each the source of
the deck, beside the same team without a deck: `python -m kaarten build` as a process of its own into an empty folder,
the four by turns, five rounds. Then the same with `--only` the deck. Seconds on the clock at best and median, pages of
all PDFs, and the most memory that one process held at a time (on Linux; the files of a team are made by several).
"""

from __future__ import annotations

import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ROUNDS, CARDS = 5, 200
HEADINGS = ("Voorkant", "Achterkant", "Groep", "Soort", "Link")
KEYS = ("front", "back", "group", "kind", "qr")
GROUPS = ("Samen werken", "Leren van elkaar", "Gesprekken voeren", "Grenzen", "Netwerk", "Onszelf")
FRONTS = (
    "Wat leerde je deze week van een collega, in situatie {n}?",
    "Welke vraag van {{inwoners}} kon je in week {n} niet goed beantwoorden, en wie in {{het_team}} kan dat wel?",
    "Waar liep je in dag {n} tegenaan?",
)
MEASURED = """
import json, os, subprocess, sys, time
start = time.perf_counter()
subprocess.run([sys.executable, "-m", "kaarten", *sys.argv[1:]], check=True, stdout=subprocess.DEVNULL)
seconds = time.perf_counter() - start
try:
    import resource
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
except ImportError:
    memory = 0.0
print(json.dumps([seconds, memory]))
"""


def cards(number: int) -> Iterator[tuple[str, ...]]:
    for n in range(1, number + 1):
        back = f"Vraag door: wat maakte dat het lukte? En wat raad je een ander aan, na {n} keer?" if n % 4 else ""
        qr = f"https://example.org/kaart/{n}" if n % 5 == 0 else ""
        yield FRONTS[n % 3].format(n=n), back, GROUPS[n % 6], ("vraag", "opdracht")[n % 2], qr


def write_yaml(_: Path, rows: list[tuple[str, ...]]) -> object:
    return [{key: text for key, text in zip(KEYS, row, strict=True) if text} for row in rows]


def write_csv(decks: Path, rows: list[tuple[str, ...]]) -> object:
    with (decks / "vragen.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADINGS, *rows])
    return {"file": "vragen.csv"}


def write_workbook(decks: Path, rows: list[tuple[str, ...]]) -> object:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADINGS, *rows):
        sheet.append(row)  # pyright: ignore[reportAttributeAccessIssue]
    book.save(decks / "vragen.xlsx")
    return {"file": "vragen.xlsx"}


def write_team(folder: Path, name: str, rows: list[tuple[str, ...]]) -> None:
    """A team, with a deck unless it is called `without`."""
    decks = folder / name / "decks"
    decks.mkdir(parents=True)
    (folder / name / "team.yaml").write_text("name: Buurtteam Oost\nparticipants: 12\n", encoding="utf-8")
    write = {"yaml": write_yaml, "csv": write_csv, "workbook": write_workbook}.get(name)
    if write:
        kept = list(dict.fromkeys(row[2] for row in rows))
        groups = {f"g{index}": group for index, group in enumerate(kept)}
        deck = {"title": "Vragen voor onderweg", "groups": groups, "cards": write(decks, rows)}
        text = json.dumps(deck, ensure_ascii=False, indent=1)  # JSON is YAML
        (decks / "vragen.yaml").write_text(text, encoding="utf-8")


def measured(words: list[str]) -> tuple[float, float]:
    """Seconds of one command, and MiB of its largest process."""
    command = [sys.executable, "-c", MEASURED, *words]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE, env=ENVIRONMENT).stdout
    seconds, memory = json.loads(told)
    return seconds, memory


def pages(folder: Path) -> int:
    import pypdf

    return sum(len(pypdf.PdfReader(file).pages) for file in folder.rglob("*.pdf"))


def compare(folder: Path, names: list[str], more: list[str]) -> None:
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    counted = dict.fromkeys(names, 0)
    for _ in range(ROUNDS + 1):
        for name in names:
            with tempfile.TemporaryDirectory() as output:
                found[name].append(measured(["build", str(folder / name), "-o", output, *more]))
                counted[name] = counted[name] or pages(Path(output))
    for name, told in found.items():
        seconds, memory = zip(*told[1:], strict=True)  # the first warmed up
        print(
            f"  {name:9} {min(seconds):.2f} s at best, {statistics.median(seconds):.2f} median; "
            f"{counted[name]} pages; {max(memory):.0f} MiB"
        )


def main() -> None:
    rows = list(cards(int(sys.argv[1]) if len(sys.argv) > 1 else CARDS))
    with tempfile.TemporaryDirectory() as place:
        names = ["without", "yaml", "csv", "workbook"]
        for name in names:
            write_team(Path(place), name, rows)
        print(f"whole pack, {len(rows)} cards:")
        compare(Path(place), names, [])
        print("only the deck:")
        compare(Path(place), names[1:], ["--only", "vragen"])


if __name__ == "__main__":
    start = time.perf_counter()
    main()
    print(f"{time.perf_counter() - start:.0f} s together")
