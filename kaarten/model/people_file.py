"""A file with people: its headings found, its rows as the entries that a list in YAML would have had.

In: a Table. Out: frozen entries, or every fault of the table at once, each at its cell. Headings are Dutch or English,
in any order; without headings a table of one column is a list of names. Leaves alone: how a file is read (`source`),
and which name goes on a card (`tailor.roster`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kaarten.diagnostics import Report, Severity
from kaarten.model.base import Model
from kaarten.model.headings import Headings
from kaarten.model.people import MOST_PEOPLE, Entries, PeopleFile, PersonEntry
from kaarten.model.validate import validate
from kaarten.source.cells import Row, Table
from kaarten.source.files import Root
from kaarten.source.nodes import Mapping, Node, Scalar, Sequence
from kaarten.source.reader import MOST_FAULTS
from kaarten.source.tables import read_table
from kaarten.source.workbook import Sheet
from kaarten.text import mark_of

_HEADINGS = Headings(
    {
        "name": "naam, name, volledige naam, full name, deelnemer, deelnemers, participant, participants, medewerker",
        "calling": "roepnaam, calling name, preferred name",
        "first_name": "voornaam, first name, given name, forename",
        "infix": "tussenvoegsel, tussenvoegsels, voorvoegsel, infix, prefix",
        "last_name": "achternaam, familienaam, last name, surname, family name",
        "role": "functie, rol, functietitel, beroep, role, function, job, job title, profession",
        "organisation": "organisatie, moederorganisatie, werkgever, organisation, organization, employer",
        "register": "registratienummer, registernummer, nummer in het register, register, register number, "
        "registration number, registration",
    }
)

_NAMES = ("name", "first_name", "last_name")
_TOLD = ("role", "organisation", "register")

People = tuple[PersonEntry, ...]
_Columns = dict[str, int]
"""The column of each field that the table has, from 0."""


class _People(Model):
    participants: Entries


def read_people(stated: PeopleFile, root: Root, folder: Path, report: Report) -> tuple[Table, People] | None:
    """The people in a file beside `folder`, and the table they stand in. None after faults.

    Of a table's faults the first MOST_FAULTS are told.
    """
    mark = mark_of(stated.file)
    sheet = Sheet(stated.sheet, mark_of(stated.sheet)) if stated.sheet else None
    found = Report()
    table = read_table(root, stated.file.strip(), mark, is_heading, found, beside=folder, sheet=sheet)
    people = _entries(table, found) if table else None
    _pass_on(found, report)
    return (table, people) if table and people and not found.errors else None


def is_heading(text: str) -> bool:
    """Whether a cell is the heading of a column we know, whatever its capitals and signs."""
    return _HEADINGS.field(text) is not None


def _pass_on(found: Report, report: Report) -> None:
    """All remarks, and as many faults as anybody mends at a time."""
    faults = 0
    for diagnostic in found:
        faults += diagnostic.severity is Severity.ERROR
        report.add(diagnostic)
        if faults == MOST_FAULTS:
            report.error("too-many-faults", diagnostic.mark, count=MOST_FAULTS)
            return


# ---- headings


def _entries(table: Table, report: Report) -> People | None:
    start = _HEADINGS.first(table, _NAMES)
    if start is None:
        rows, columns = table.rows, _only_column(table, report)
    else:
        rows, columns = table.rows[start + 1 :], _HEADINGS.columns(table, table.rows[start], report)
    if start:
        mark = table.cell(table.rows[0], 0).mark
        report.warning("rows-above-headings", mark, row=table.rows[start].number)
    if columns is None:
        return None
    if not rows:
        report.error("no-people", table.cell(table.rows[-1], 0).mark)
        return None
    return _validated(table, rows, columns, report)


def _only_column(table: Table, report: Report) -> _Columns | None:
    """Without headings: the one column there is. Faults: unknown-heading, headings-missing."""
    place = table.only_column
    if place is not None:
        return {"name": place}
    if not _HEADINGS.report_mistyped(table, table.rows[0], report):
        report.error("headings-missing", table.cell(table.rows[0], 0).mark)
    return None


# ---- rows


def _validated(table: Table, rows: tuple[Row, ...], columns: _Columns, report: Report) -> People | None:
    nodes = list(_nodes(table, rows, columns, report))
    if len(nodes) > MOST_PEOPLE:
        report.error("people-too-many", nodes[MOST_PEOPLE].mark, most=MOST_PEOPLE)
        return None
    if not nodes:
        return None
    listed = Sequence(tuple(nodes), nodes[0].mark)
    made = validate(_People, Mapping({"participants": listed}, {"participants": listed.mark}, listed.mark), report)
    return made.participants if made else None


def _nodes(table: Table, rows: tuple[Row, ...], columns: _Columns, report: Report) -> Iterator[Mapping]:
    """A mapping for each person, as YAML would have it. Fault: person-without-name."""
    apart = _names_apart(table, rows, columns)
    for row in rows:
        cells = {field: table.cell(row, place) for field, place in columns.items()}
        name = _name(cells, apart=apart)
        if not name.text:
            report.error("person-without-name", name.mark)
            continue
        entries: dict[str, Node] = {"name": name}
        calling = [cells[field] for field in ("calling", "first_name") if field in cells and cells[field].text]
        entries |= {"first_name": calling[0]} if calling else {}
        entries |= {field: cells[field] for field in _TOLD if field in cells and cells[field].text}
        yield Mapping(entries, {key: node.mark for key, node in entries.items()}, name.mark)


def _name(cells: dict[str, Scalar], *, apart: bool) -> Scalar:
    """The whole name, put together from its parts when they stand apart; its place is that of the first part."""
    parts = ["first_name", "infix", "last_name"]
    wanted = [*parts[:2], "name"] if apart else ["name"] if "name" in cells else parts
    found = [cells[field] for field in wanted if field in cells]
    return Scalar(" ".join(cell.text for cell in found if cell.text), found[0].mark)


def _names_apart(table: Table, rows: tuple[Row, ...], columns: _Columns) -> bool:
    """Whether a column of names holds last names only: first names stand beside it, and never in it."""
    if "name" not in columns or "first_name" not in columns:
        return False
    pairs = [(table.cell(row, columns["first_name"]).text, table.cell(row, columns["name"]).text) for row in rows]
    return not any(first and first.casefold() in name.casefold().split() for first, name in pairs)
