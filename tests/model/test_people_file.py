"""Files with people: headings in two languages and any order, and every fault of a table at its cell, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.diagnostics import Diagnostic, Mark, Report
from kaarten.model.people import LONGEST, MOST_PEOPLE, PeopleFile, PersonEntry
from kaarten.model.people_file import is_heading, read_people
from kaarten.source.files import Root
from kaarten.text import Text
from tests.workbooks import workbook

Facts = tuple[str, str, str, str, str]


def load(
    folder: Path, data: str | bytes, name: str = "d.csv"
) -> tuple[tuple[PersonEntry, ...] | None, list[Diagnostic]]:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    report = Report()
    found = read_people(PeopleFile(file=Text(name, Mark("team.yaml", 2, 15))), Root(folder), Path(), report)
    return (found[1] if found else None), list(report)


def facts(people: tuple[PersonEntry, ...] | None) -> list[Facts]:
    """Name, first name, role, organisation, register of each; "" for what is not told."""
    return [
        (p.name, p.first_name or "", p.role or "", p.organisation or "", p.register_number or "") for p in people or ()
    ]


def told(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(d.code, d.mark.cell or str(d.mark)) for d in found]


# ---- what is read

ALL = ("Noor Voorbeeld", "Noor", "coach", "Academie", "0012")


@pytest.mark.parametrize(
    "table",
    [
        "Naam;Voornaam;Functie;Organisatie;Registratienummer\nNoor Voorbeeld;Noor;coach;Academie;0012\n",
        "Register number,Organisation,ROLE,First name,name\n0012,Academie,coach,Noor,Noor Voorbeeld\n",
        "Moederorganisatie;Nummer in het register;Rol;Voornaam:;Achternaam*\nAcademie;0012;coach;Noor;Voorbeeld\n",
        "last_name\tfirst_name\temployer\tjob title\tregistration-number\nVoorbeeld\tNoor\tAcademie\tcoach\t0012\n",
        "Naam;Voornaam;Functie;Organisatie;Register\nVoorbeeld;Noor;coach;Academie;0012\n",
        "Voornaam;Roepnaam;Achternaam;Functie;Werkgever;Register\nNoor;Noor;Voorbeeld;coach;Academie;0012\n",
    ],
)
def test_headings_in_two_languages_and_any_order(tmp_path: Path, table: str) -> None:
    people, found = load(tmp_path, table)
    assert (facts(people), found) == ([ALL], [])


def test_names_in_parts_are_put_together(tmp_path: Path) -> None:
    rows = "Voornaam;Tussenvoegsel;Achternaam;Roepnaam\nEleonora;van der;Proef;Noor\nWim;;Proef;\n;de;Zomaar;\nEls;;;\n"
    people, found = load(tmp_path, rows)
    assert [(name, first) for name, first, *_ in facts(people)] == [
        ("Eleonora van der Proef", "Noor"),
        ("Wim Proef", "Wim"),
        ("de Zomaar", ""),
        ("Els", "Els"),
    ]
    assert found == []


def test_a_whole_name_stays_whole_beside_a_first_name(tmp_path: Path) -> None:
    people, _ = load(tmp_path, "Naam;Voornaam\nNoor Voorbeeld;Noor\nEleonora Proef;Els\nWim Zomaar;\n")
    assert [(name, first) for name, first, *_ in facts(people)] == [
        ("Noor Voorbeeld", "Noor"),
        ("Eleonora Proef", "Els"),
        ("Wim Zomaar", ""),
    ]


def test_one_column_without_a_heading_is_a_list_of_names(tmp_path: Path) -> None:
    people, found = load(tmp_path, "Noor Voorbeeld\n\nNaomi Proef\n")
    assert ([name for name, *_ in facts(people)], found) == (["Noor Voorbeeld", "Naomi Proef"], [])
    people, found = load(tmp_path, workbook([[None, "Noor"], [None, "Els"]]), "d.xlsx")
    assert ([name for name, *_ in facts(people)], found) == (["Noor", "Els"], [])


def test_every_text_knows_its_cell(tmp_path: Path) -> None:
    for name, data in (
        ("d.csv", b"Functie;Naam\ncoach;Noor\n"),
        ("d.xlsx", workbook([["Functie", "Naam"], ["coach", "Noor"]])),
    ):
        people, _ = load(tmp_path, data, name)
        assert people is not None
        assert people[0].role is not None
        assert people[0].name.mark == Mark(name, 2, 2, "B2")
        assert people[0].role.mark == Mark(name, 2, 1, "A2")


def test_a_formula_on_paper_is_only_text(tmp_path: Path) -> None:
    people, found = load(tmp_path, "Naam\n=HYPERLINK(1)\n@SUM\n+x\n-x\n")
    assert ([name for name, *_ in facts(people)], found) == (["=HYPERLINK(1)", "@SUM", "+x", "-x"], [])


NAMES = st.text(st.sampled_from("NoorElsWim'- éÖ"), min_size=1, max_size=20).filter(
    lambda name: any(map(str.isalpha, name))
)


@given(names=st.lists(NAMES, min_size=1, max_size=40, unique_by=lambda name: " ".join(name.casefold().split())))
def test_nobody_is_lost_or_doubled(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("d")
    wanted = [" ".join(name.split()) for name in names]
    for file, data in (
        ("d.csv", "Naam\n" + "".join(f'"{name}"\n' for name in names)),
        ("d.xlsx", workbook([["Naam"], *([name] for name in names)])),
    ):
        people, found = load(folder, data, file)
        assert ([name for name, *_ in facts(people)], found) == (wanted, [])


# ---- what is wrong


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Naam;Functei\nNoor;coach\n", [("unknown-heading", "B1")]),
        ("Naaam;Functei\nNoor;coach\n", [("unknown-heading", "A1"), ("unknown-heading", "B1")]),
        ("Naam;Functie;Rol\nNoor;a;b\n", [("heading-twice", "C1")]),
        ("Naam;Naam\nNoor;Els\n", [("heading-twice", "B1")]),
        ("Naam;E-mail\nNoor;n@example.org\n", [("heading-not-used", "B1")]),
        ("Noor;coach\nEls;arts\n", [("headings-missing", "A1")]),
        ("Lijst van deelnemers;\nNaam;Functie\nNoor;coach\n", [("rows-above-headings", "A1")]),
        ("Naam;Functie\n", [("no-people", "A1")]),
        ("Naam;Functie\n;coach\nNoor;\n;arts\n", [("person-without-name", "A2"), ("person-without-name", "A4")]),
        ("Voornaam;Achternaam;Rol\n;;coach\n", [("person-without-name", "A2")]),
        ("Naam;;Functie\nNoor;x;coach\nEls;y;\n", [("cell-without-heading", "B2")]),
        ("Naam;Rol\n1;arts\n06-12;coach\n", [("name-without-letters", "A2"), ("name-without-letters", "A3")]),
        (f"Naam\nNoor\n{'x' * (LONGEST + 1)}\n", [("text-over-limit", "A3")]),
        (f"Naam;Rol\nNoor;{'x' * (LONGEST + 1)}\n", [("text-over-limit", "B2")]),
        (f"Naam\n{'x' * LONGEST}\n", []),
        (
            f"Naam;Functei;Rol;Role\n;a;b;c\nNoor;{'x' * 200};{'y' * 200};\n",
            [
                ("unknown-heading", "B1"),
                ("heading-twice", "D1"),
                ("person-without-name", "A2"),
                ("text-over-limit", "C3"),
            ],
        ),
    ],
)
def test_faults_are_told_at_their_cells_all_at_once(
    tmp_path: Path, table: str, expected: list[tuple[str, str]]
) -> None:
    _, found = load(tmp_path, table)
    assert told(found) == expected


def test_merged_headings_leave_columns_without_one(tmp_path: Path) -> None:
    """As a workbook has them: the text stands in the first of the merged cells."""
    rows = [["Naam", None, "Functie"], ["Noor", "Voorbeeld", "coach"], ["Els", "Proef", "arts"]]
    _, found = load(tmp_path, workbook(rows), "d.xlsx")
    assert told(found) == [("cell-without-heading", "B2")]


def test_a_heading_that_was_mistyped_is_guessed(tmp_path: Path) -> None:
    _, (fault,) = load(tmp_path, "Naam;Organistaie\nNoor;x\n")
    assert (fault.details["heading"], fault.details["guess"]) == ("Organistaie", "Organisatie")


def test_more_people_than_anybody_invites(tmp_path: Path) -> None:
    rows = [["Naam"], *([f"Noor {number}"] for number in range(MOST_PEOPLE))]
    people, found = load(tmp_path, workbook(rows), "d.xlsx")
    assert (len(people or ()), found) == (1000, [])
    people, found = load(tmp_path, workbook([*rows, ["Els"]]), "d.xlsx")
    assert (people, told(found)) == (None, [("people-too-many", "A1002")])


def test_after_fifty_faults_the_rest_waits(tmp_path: Path) -> None:
    _, found = load(tmp_path, "Naam;Rol\n" + ";coach\n" * 900)
    assert told(found)[-2:] == [("person-without-name", "A51"), ("too-many-faults", "A51")]
    assert len(found) == 51


def test_no_fault_repeats_what_stands_in_a_cell(tmp_path: Path) -> None:
    secret = "Geheim" * 30
    _, found = load(tmp_path, f"Naam;Rol\n{secret};{secret}\nNoor;{secret}\n")
    assert len(found) == 3
    assert "Geheim" not in str([d.details for d in found])


def test_headings_are_known_whatever_their_capitals_and_signs() -> None:
    assert all(map(is_heading, ["NAAM", " naam: ", "Moeder-organisatie".replace("-", ""), "Role *", "first_name"]))
    assert not any(map(is_heading, ["", "Noor", "naamgenoot"]))
