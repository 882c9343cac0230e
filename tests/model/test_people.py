"""`participants:` as a number, a list, or a file: what each gives, and what is wrong at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaarten.cli.app import make_app
from kaarten.diagnostics import Report
from kaarten.model.layers import Layers, load_layers
from kaarten.model.people import LONGEST, MOST_PEOPLE
from kaarten.source.files import Root


def load(folder: Path, participants: str, **files: str) -> tuple[Layers | None, Report]:
    """A team with this value; `files` by their names, _ for a dot."""
    for name, text in {"team_yaml": f"name: Oost\nparticipants: {participants}\n", **files}.items():
        (folder / "oost").mkdir(exist_ok=True)
        (folder / "oost" / name.replace("_", ".")).write_text(text, "utf-8")
    report = Report()
    return load_layers(Root(folder), Root(folder), Path("oost"), report), report


def told(report: Report) -> list[tuple[str, str]]:
    return [(d.code, str(d.mark)) for d in report]


FILE = "Naam;Functie\nNoor Voorbeeld;coach\n\nEls Proef;\n"


@pytest.mark.parametrize(
    ("participants", "number", "names"),
    [
        ("9", 9, []),
        ("[Noor Voorbeeld, Els Proef]", 2, ["Noor Voorbeeld", "Els Proef"]),
        ("\n- Noor Voorbeeld\n- {name: Els Proef, role: arts}\n", 2, ["Noor Voorbeeld", "Els Proef"]),
        ("d.csv", 2, ["Noor Voorbeeld", "Els Proef"]),
        ("{file: d.csv}", 2, ["Noor Voorbeeld", "Els Proef"]),
        ("./d.csv", 2, ["Noor Voorbeeld", "Els Proef"]),
    ],
)
def test_a_number_a_list_or_a_file(tmp_path: Path, participants: str, number: int, names: list[str]) -> None:
    layers, report = load(tmp_path, participants, d_csv=FILE)
    assert layers is not None
    assert (layers.participants, [person.name for person in layers.people], told(report)) == (number, names, [])


def test_nobody_says_how_many(tmp_path: Path) -> None:
    layers, _ = load(tmp_path, "")
    assert layers is not None
    assert (layers.participants, layers.people) == (12, ())


def test_a_file_with_people_is_one_of_those_that_were_read(tmp_path: Path) -> None:
    first, _ = load(tmp_path, "d.csv", d_csv=FILE)
    second, _ = load(tmp_path, "d.csv", d_csv=FILE.replace("Els", "Bea"))
    assert first is not None
    assert second is not None
    changed = {name for name in first.files if first.files[name] != second.files[name]}
    assert changed == {"oost/d.csv"}


@pytest.mark.parametrize(
    ("participants", "code", "place"),
    [
        ("twaalf", "not-a-number", "2:15"),
        ("12.5", "not-a-number", "2:15"),
        ("0", "out-of-range", "2:15"),
        (f"{MOST_PEOPLE + 1}", "out-of-range", "2:15"),
        ("[]", "wrong-number-of-items", "2:15"),
        ("{}", "missing-key", "2:1"),
        ("{file: d.csv, sheat: x}", "unknown-key", "2:29"),
        ("{file: [d.csv]}", "not-a-text", "2:22"),
        ("{file: d.csv, sheet: Blad1}", "sheet-of-csv", "2:36"),
        ("e.csv", "file-not-found", "2:15"),
        ("../../d.csv", "path-outside-root", "2:15"),
        ("\n- {role: arts}", "missing-key", "3:3"),
        ("\n- {name: }", "missing-value", "3:4"),
        ('\n- ""', "missing-value", "3:3"),
        ("\n- [Noor]", "not-a-mapping", "3:3"),
        ("[12]", "name-without-letters", "2:16"),
        ("\n- {name: Noor, functie: arts}", "unknown-key", "3:16"),
        ("\n- {name: Noor, role: [arts]}", "not-a-text", "3:22"),
        (f"\n- Noor\n- {'x' * (LONGEST + 1)}", "text-over-limit", "4:3"),
        ("\n- Noor Voorbeeld\n- Els\n- noor  voorbeeld", "name-twice", "5:3"),
        (f"[{', '.join(f'N{number}' for number in range(MOST_PEOPLE + 1))}]", "wrong-number-of-items", "2:15"),
    ],
)
def test_a_fault_at_its_place(tmp_path: Path, participants: str, code: str, place: str) -> None:
    _, report = load(tmp_path, participants, d_csv=FILE)
    assert told(report) == [(code, f"oost/team.yaml:{place}")]


def test_faults_in_a_file_leave_nothing_to_go_on_with(tmp_path: Path) -> None:
    layers, report = load(tmp_path, "d.csv", d_csv="Naam;Functei\nNoor;x\n")
    assert (layers, told(report)) == (None, [("unknown-heading", "oost/d.csv:1:2")])


def test_the_command_line_knows_the_same_limit() -> None:
    (option,) = [each for each in make_app("nl").commands["build"].params if each.name == "participants"]
    assert getattr(option.type, "max", None) == MOST_PEOPLE
