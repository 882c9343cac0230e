"""A table with cards: its headings found, its rows as the cards that YAML would have had.

In: a Table. Out: a Sequence of Mappings, each value at its cell, or every fault of the table. Headings are Dutch or
English, in any order. Leaves alone: how a file is read (`source`), and what a card may hold (`deck`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.diagnostics import Report
from kaarten.model.headings import Headings
from kaarten.source.cells import Row, Table
from kaarten.source.nodes import Mapping, Node, Sequence

_HEADINGS = Headings(
    {
        "front": "voorkant, voor, vraag, kaart, tekst, front, question, card, text",
        "back": "achterkant, achter, doorvragen, toelichting, antwoord, back, follow up, answer, explanation",
        "group": "groep, thema, onderwerp, categorie, group, theme, topic, category",
        "kind": "soort, type, kind, sort",
        "qr": "qr, qr code, link, website, webadres, adres, url, address, web address",
    }
)


def is_heading(text: str) -> bool:
    """Whether a cell is the heading of a column we know, whatever its capitals and signs."""
    return _HEADINGS.field(text) is not None


def cards_of(table: Table, report: Report) -> Sequence | None:
    """The rows below the headings; None after faults.

    Faults: deck-headings-missing, unknown-heading, heading-twice, deck-table-without-cards, deck-card-without-front.
    """
    faults = len(report.errors)
    heading, *rows = table.rows
    columns = _columns(table, heading, report)
    if columns and not rows:
        report.error("deck-table-without-cards", table.cell(heading, 0).mark)
    cards = list(_cards(table, rows, columns, report))
    return None if len(report.errors) > faults else Sequence(tuple(cards), table.cell(heading, 0).mark)


def _columns(table: Table, row: Row, report: Report) -> dict[str, int]:
    """The column of each field, from 0; empty after a fault."""
    columns = _HEADINGS.columns(table, row, report)
    if "front" in columns:
        return columns
    if not report.errors:
        report.error("deck-headings-missing", table.cell(row, 0).mark)
    return {}


def _cards(table: Table, rows: list[Row], columns: dict[str, int], report: Report) -> Iterator[Mapping]:
    """A mapping for each row. A row without a front is a fault, for it has something else."""
    for row in rows if columns else ():
        cells = {field: table.cell(row, place) for field, place in columns.items()}
        if not cells["front"].text:
            report.error("deck-card-without-front", cells["front"].mark)
            continue
        entries: dict[str, Node] = {field: cell for field, cell in cells.items() if cell.text}
        yield Mapping(entries, {field: cell.mark for field, cell in cells.items() if cell.text}, cells["front"].mark)
