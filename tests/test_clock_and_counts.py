"""Every clock time, count and line of the plan against tables made by hand, on what `kaarten build` and `plan` make.

In: tests/tables, teams of 3, 12 and 40 people whose meetings start at 9.00, at 13.30 and across midday. Out: the text
of every page that names a time or a number says what the tables say, in that order. Leaves alone: any other agenda and
number (`tests/tailor/test_programme.py`, `tests/test_sums.py`).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.conftest import ROOT
from tests.hand_tables import PEOPLE, Line, clock_table, lists_table, materials_table, runs_table

TEAM = """\
name: Buurtteam Proef
language: {language}
participants: {people}
facilitators: 2
meetings:
  1: {{date: 2027-03-02, start: "{starts[0]}", place: Buurthuis De Linde, address: Lindelaan 12}}
  2: {{date: 2027-03-16, start: "{starts[1]}", place: Buurthuis De Linde, address: Lindelaan 12}}
sign_up_before: 2027-02-20
plan_ready: 2027-04-13
sender: Noor
contact: noor@example.org
phone: 030 123 45 67
links: {{kennisbouwstenen: https://example.org, zelftest: https://example.org/test}}
"""

STARTS = {"9.00": ("09:00", "09:00"), "13.30": ("13:30", "13:30"), "11.00": ("11:00", "11:00")}
NOON = ("10:10", "10:15")
MATRIX = [(people, start) for people in PEOPLE for start in STARTS]
DUTCH = [*(f"{people}-{start}" for people, start in MATRIX), "12-noon"]
ENGLISH = ["12-11.00-en", "12-noon-en"]
COLUMNS = {"9.00": 0, "13.30": 1, "11.00": 2, "noon": 3, "11.00-en": 4, "noon-en": 5}
"""Which column of clock.txt holds for a start."""


# ---- the tables hold by themselves


def _after_midnight(clock: str) -> int:
    """Minutes: `1.05 pm` is 785."""
    time, _, half = clock.partition(" ")
    hours, minutes = map(int, time.split("."))
    if half:
        hours = hours % 12 + (12 if half == "pm" else 0)
    return hours * 60 + minutes


@pytest.mark.parametrize("column", range(6))
def test_the_clock_table_goes_on_without_a_gap(column: int) -> None:
    for day in clock_table().values():
        clocks = [_after_midnight(line.clocks[column]) for line in (*day.blocks, Line("", 0, day.end))]
        passed = [later - sooner for sooner, later in pairwise(clocks)]
        assert passed == [block.minutes for block in day.blocks]
        assert sum(passed) == 240
        for block, begin in zip(day.blocks, clocks, strict=False):
            steps = [_after_midnight(step.clocks[column]) for step in block.steps]
            assert steps == [
                begin + sum(step.minutes for step in block.steps[:index]) for index in range(len(block.steps))
            ]
            assert sum(step.minutes for step in block.steps) in (block.minutes, 0)


@pytest.mark.parametrize("people", PEOPLE)
def test_the_tables_of_sheets_agree(people: int) -> None:
    for id, row in materials_table().items():
        assert row.sheets[people] == -(-row.pieces[people] // row.on_a_sheet) or id == "keuzestickers", id
    runs, (sheets, minutes, euros) = runs_table()[people]
    assert sum(run.sheets for run in runs) == sheets == sum(row.sheets[people] for row in materials_table().values())
    assert sum(run.euros for run in runs) == pytest.approx(euros)
    assert -(-sum(run.minutes for run in runs) // 1) == minutes


# ---- what is made


@dataclass(frozen=True)
class Made:
    """What one team got: its files, and the text of each material's pages."""

    folder: Path

    @property
    def column(self) -> int:
        return COLUMNS[self.folder.parent.name.partition("-")[2]]

    def of_meeting(self, number: int) -> dict[str, str]:
        """The text of each material of a meeting by its title."""
        name = "meeting" if self.column >= COLUMNS["11.00-en"] else "bijeenkomst"
        return _by_bookmark(self.folder / f"{name}-{number}.pdf")

    def text(self, number: int, title: str) -> str:
        return next(text for name, text in self.of_meeting(number).items() if name.startswith(title))

    def pages(self, name: str) -> list[str]:
        (file,) = self.folder.glob(name)
        return _pages(file)


@cache
def _pages(file: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(file).pages]


@cache
def _by_bookmark(file: Path) -> dict[str, str]:
    reader, pages = PdfReader(file), _pages(file)
    marks = [item for item in reader.outline if not isinstance(item, list)]
    starts = [reader.get_destination_page_number(mark) or 0 for mark in marks]
    ends = [*starts[1:], len(pages)]
    return {str(mark.title): "\n".join(pages[start:end]) for mark, start, end in zip(marks, starts, ends, strict=True)}


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """The packs of all teams, made by one `kaarten build` over their folder."""
    folder = tmp_path_factory.mktemp("ploegen")
    for name in (*DUTCH, *ENGLISH):
        people, start, *english = name.split("-")
        team = folder / "teams" / name / "team.yaml"
        team.parent.mkdir(parents=True)
        language, starts = "en" if english else "nl", STARTS.get(start, NOON)
        team.write_text(TEAM.format(language=language, people=people, starts=starts), encoding="utf-8")
    told = _kaarten("build", str(folder / "teams"), "--output", str(folder / "out"))
    assert [item for item in told["diagnostics"] if item["severity"] == "error"] == []
    return {name: Made(next((folder / "out" / name).iterdir())) for name in (*DUTCH, *ENGLISH)}


def _kaarten(*words: str) -> dict[str, Any]:
    """What a process of its own tells as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", "kaarten", *words, "--json"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout[-2000:]
    return json.loads(done.stdout)


@pytest.fixture(params=DUTCH)
def made(request: pytest.FixtureRequest, packs: dict[str, Made]) -> Made:
    return packs[request.param]


@pytest.fixture(params=ENGLISH)
def made_in_english(request: pytest.FixtureRequest, packs: dict[str, Made]) -> Made:
    return packs[request.param]


def in_order(text: str, wanted: list[str]) -> list[str]:
    """Those of `wanted` that do not stand in the text after the one before them."""
    missing: list[str] = []
    text, place = _squeezed(text), 0
    for each in map(_squeezed, wanted):
        found = text.find(each, place)
        if found < 0:
            missing.append(each)
        else:
            place = found + len(each)
    return missing


def clocks_in(text: str) -> set[str]:
    return set(re.findall(r"(?<![\d.,])\d{1,2}\.\d\d(?![\d.,])", text))


# ---- clock times


def test_the_script_has_every_block_and_step_at_its_time(made: Made) -> None:
    column = made.column
    for number, day in clock_table().items():
        text = made.text(number, "Draaiboek")
        wanted = [f"{day.blocks[0].clocks[column]} tot {day.end[column]} uur"]
        for block in day.blocks:
            wanted += [block.name, f"{block.clocks[column]} {block.minutes} minuten"]
            wanted += [f"{step.clocks[column]} {step.name}" for step in block.steps]
        assert in_order(text, wanted) == []


def test_the_script_names_no_other_time(made: Made) -> None:
    column = made.column
    for number, day in clock_table().items():
        told = {line.clocks[column] for block in day.blocks for line in (block, *block.steps)} | {day.end[column]}
        hours = {f"{hour}.00" for hour in range(24)}
        assert clocks_in(made.text(number, "Draaiboek")) - told - hours == set()


def test_the_programme_on_the_wall_ends_when_the_meeting_does(made: Made) -> None:
    for number, day in clock_table().items():
        text = made.text(number, "Programma")
        wanted = [f"{block.clocks[made.column]} {block.name}" for block in day.blocks]
        assert in_order(text, [*wanted, f"{day.end[made.column]} Einde"]) == []


def test_worksheet_and_notes_have_the_times_of_their_blocks(made: Made) -> None:
    for number, day in clock_table().items():
        clocks = {block.id: block.clocks[made.column] for block in day.blocks}
        asked = [id for id in clocks if id not in (f"M{number}-01", "M1-09")]  # M1-08 and M1-09 are one part
        sheet = made.text(number, "Werkblad")
        assert in_order(sheet, [f"{day.blocks[0].clocks[made.column]} uur", *(clocks[id] for id in asked)]) == []
        held = [block for block in day.blocks if block.name not in ("Inloop", "Pauze")]
        notes = made.text(number, "Notulenblad")
        assert in_order(notes, [f"{block.clocks[made.column]} {block.name}" for block in held]) == []
        assert clocks_in(notes) == {block.clocks[made.column] for block in held}


def test_slides_show_from_when_to_when(made: Made) -> None:
    for number, day in clock_table().items():
        slides = made.pages(f"presentatie-{number}.pdf")
        begins = [block.clocks[made.column] for block in day.blocks]
        ends = [*begins[1:], day.end[made.column]]
        assert in_order(slides[0], [f"{begins[0]} tot {ends[-1]} uur"]) == []
        (agenda,) = [slide for slide in slides if slide.startswith("Wat gaan we doen")]
        listed = [f"{begin} {block.name}" for begin, block in zip(begins, day.blocks, strict=True)]
        assert in_order(agenda, listed) == []
        spans = {block.name: f"{begin}–{end}" for block, begin, end in zip(day.blocks, begins, ends, strict=True)}
        allowed = {_squeezed(f"{span} {name}") for name, span in spans.items()}
        shown = {_squeezed(span) for slide in slides for span in re.findall(r"\d+\.\d\d–\d+\.\d\d\s+.+", slide)}
        assert len(shown) > 4
        assert [span for span in shown if not any(each.startswith(span) for each in allowed)] == []  # names may wrap
        pause = next(index for index, block in enumerate(day.blocks) if block.name == "Pauze")
        assert any(in_order(slide, [f"We gaan verder om {ends[pause]}"]) == [] for slide in slides)


def test_the_calendar_has_start_end_and_every_block(made: Made) -> None:
    for number, day in clock_table().items():
        data = (made.folder / f"bijeenkomst-{number}.ics").read_bytes().replace(b"\r\n ", b"").decode()
        date = {1: "20270302", 2: "20270316"}[number]
        begin, end = (_after_midnight(clock) for clock in (day.blocks[0].clocks[made.column], day.end[made.column]))
        assert f"DTSTART;TZID=Europe/Amsterdam:{date}T{begin // 60:02}{begin % 60:02}00\r\n" in data
        assert f"DTEND;TZID=Europe/Amsterdam:{date}T{end // 60:02}{end % 60:02}00\r\n" in data
        told = "\\n".join(f"{block.clocks[made.column]} {block.name}" for block in day.blocks)
        assert f"\\n{told}\\n" in data


def test_letters_on_paper_and_by_mail_say_from_when_to_when(made: Made) -> None:
    hours = [f"{day.blocks[0].clocks[made.column]} tot {day.end[made.column]} uur" for day in clock_table().values()]
    paper = made.pages("*-brieven.pdf")
    for file, wanted in (
        ("uitnodiging", hours),
        ("bevestiging", hours),
        ("herinnering-1", hours[:1]),
        ("herinnering-2", hours[1:]),
    ):
        mail = (made.folder / "mail" / f"{file}.txt").read_text(encoding="utf-8")
        assert in_order(mail, wanted) == []
        assert any(in_order(page, wanted) == [] for page in paper)
        assert clocks_in(mail) == {clock for text in wanted for clock in clocks_in(text)}


def test_the_packing_list_is_in_order_of_the_clock(made: Made) -> None:
    for number, day in clock_table().items():
        text = made.text(number, "Meenemen")
        named = [f"{block.name} {block.clocks[made.column]}" for block in day.blocks]
        shown = [each for each in named if in_order(text, [each]) == []]
        assert len(shown) >= 6
        assert in_order(text, [day.blocks[0].clocks[made.column], *shown]) == []
        until = day.end[made.column]
        assert clocks_in(text) <= {*(block.clocks[made.column] for block in day.blocks), until}
        assert in_order(text, [f"tot {until} uur"]) == []


def test_english_says_am_and_pm(made_in_english: Made) -> None:
    made, column = made_in_english, made_in_english.column
    for number, day in clock_table().items():
        begin, end = day.blocks[0].clocks[column], day.end[column]
        script = made.text(number, "Script")
        wanted = [f"{begin} to {end}"]
        for block in day.blocks:
            wanted += [
                f"{block.clocks[column]} {block.minutes} min",
                *(step.clocks[column] for step in block.steps),
            ]
        assert in_order(script, wanted) == []
        assert in_order(made.text(number, "Programme"), [*(block.clocks[column] for block in day.blocks), end]) == []
        for pages in (made.pages(f"presentatie-{number}.pdf"), made.pages("*-brieven.pdf")):
            assert any(in_order(page, [f"{begin} to {end}"]) == [] for page in pages)
        (calendar,) = made.folder.glob(f"*-{number}.ics")
        data = calendar.read_bytes().replace(b"\r\n ", b"").decode().replace("\u00a0", " ")
        assert all(f"\\n{block.clocks[column]} " in data for block in day.blocks)


# ---- counts


@pytest.fixture(scope="module", params=PEOPLE)
def plan(request: pytest.FixtureRequest, packs: dict[str, Made]) -> tuple[int, dict[str, Any]]:
    """The number of people, and what `kaarten plan --json` tells for them."""
    team = packs[f"{request.param}-13.30"].folder.parents[2] / "teams" / f"{request.param}-13.30"
    return request.param, _kaarten("plan", str(team))["plan"]


def test_pieces_and_sheets_of_every_material(plan: tuple[int, dict[str, Any]]) -> None:
    people, told = plan
    found = {
        item["id"]: (run["paper"], run["sides"], item["pieces"], item["sheets"])
        for run in told["runs"]
        for item in run["materials"]
    }
    wanted = {
        id: (row.paper, row.sides, row.pieces[people], row.sheets[people]) for id, row in materials_table().items()
    }
    assert found == wanted


def test_every_line_of_the_plan(plan: tuple[int, dict[str, Any]]) -> None:
    people, told = plan
    runs, (sheets, minutes, euros) = runs_table()[people]
    keys = ("paper", "sides", "prints", "sheets", "minutes", "cost")
    found = [tuple(run[key] for key in keys) for run in told["runs"]]
    assert found == [(run.paper, run.sides, run.prints, run.sheets, run.minutes, run.euros) for run in runs]
    for run, wanted in zip(told["runs"], runs, strict=True):
        ids = tuple(item["id"] for item in run["materials"])
        assert (ids[: len(wanted.materials)] if wanted.open else ids) == wanted.materials
        assert run["sheets"] == sum(item["sheets"] for item in run["materials"])
        assert (run["colour"], run["edge"]) == (True, "long" if wanted.sides == 2 else None)
    assert [run["number"] for run in told["runs"]] == list(range(1, len(runs) + 1))
    assert (told["sheets"], told["minutes"], told["cost"]) == (sheets, minutes, pytest.approx(euros))


CUTS = {
    (210, 148.5): [("horizontal", 148.5)],
    (105, 148.5): [("vertical", 105), ("horizontal", 148.5)],
    (105, 74.25): [("vertical", 105), ("horizontal", 74.25), ("horizontal", 148.5), ("horizontal", 222.75)],
}
"""By the size of a piece: one cut across the middle of an A4, two, or four. What is as large as its sheet has none."""


def test_cuts_of_a_full_sheet(plan: tuple[int, dict[str, Any]]) -> None:
    for run in plan[1]["runs"]:
        for item in run["materials"]:
            cuts = [(cut["axis"], cut["position"]) for cut in item["cuts"]]
            wanted = [] if run["labels"] else CUTS.get((item["width"], item["height"]), [])
            assert cuts == wanted, item["id"]
            assert bool(cuts) == (materials_table()[item["id"]].on_a_sheet > 1 and not run["labels"])


def test_the_pdfs_have_the_pages_of_the_plan(plan: tuple[int, dict[str, Any]], packs: dict[str, Made]) -> None:
    people, told = plan
    folder = packs[f"{people}-13.30"].folder
    for run in told["runs"]:
        pages = len(PdfReader(folder / run["file"]).pages)
        assert pages * run["prints"] == run["sheets"] * run["sides"], run["file"]


def _spaced(text: str) -> str:
    """A pattern of a text that may be broken at any space."""
    return r"\s+".join(map(re.escape, text.split()))


@pytest.mark.parametrize("people", PEOPLE)
def test_lists_say_how_many_to_bring_and_to_buy(people: int, packs: dict[str, Made]) -> None:
    made = packs[f"{people}-13.30"]
    (plain,) = made.folder.glob("02-*.pdf")
    texts = {
        "winkellijst": next(page for page in _pages(plain) if page.startswith("Winkellijst")),
        "inpaklijst-1": made.text(1, "Meenemen"),
        "inpaklijst-2": made.text(2, "Meenemen"),
    }
    wrong: list[tuple[str, str]] = []
    for where, text, counts in lists_table():
        sign = "" if text[0].islower() else r"(?:×|sets)\s"  # what is in small letters begins with its unit
        if not re.search(rf"(?<!\d){counts[people]}\s{sign}{_spaced(text)}(?!, 0 g)", texts[where]):
            wrong.append((where, f"{counts[people]} × {text}"))
    assert wrong == []


def test_the_plan_on_paper_says_what_the_command_says(plan: tuple[int, dict[str, Any]], packs: dict[str, Made]) -> None:
    people, told = plan
    pages = "\n".join(packs[f"{people}-13.30"].pages("01-printplan.pdf"))
    wanted = [f"{people} deelnemers, 2 begeleiders, {told['sheets']} vellen"]
    for run in told["runs"]:
        side = "enkelzijdig" if run["sides"] == 1 else "dubbelzijdig"
        euros = f"{run['cost']:.2f}".replace(".", ",")
        wanted += [side, f"{run['prints']} keer printen · ongeveer € {euros}", run["file"], str(run["sheets"])]
        wanted += [f"{item['pieces']} ×" for item in run["materials"]]
    assert in_order(pages, wanted) == []
