"""A table with cards: its headings found, its rows as the cards that YAML would have had.

In: a Table. Out: a Sequence of Mappings, each value at its cell, or every fault of the table. Headings are Dutch or
English, in any order. Leaves alone: how a file is read (`source`), and what a card may hold (`deck`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    """The rows below the headings, or all rows of a single column that has none; None after faults.

    Faults: deck-headings-missing, those of `Headings.columns`, deck-table-without-cards, deck-card-without-front. The
    warning rows-above-headings for what is passed over.
    """
    faults = len(report.errors)
    start, first = _HEADINGS.first(table, ("front",)), table.cell(table.rows[0], 0)
    if start is None:
        rows, columns = table.rows, _only_column(table, report)
    else:
        rows, columns = table.rows[start + 1 :], _HEADINGS.columns(table, table.rows[start], report)
        if not rows:
            report.error("deck-table-without-cards", table.cell(table.rows[start], 0).mark)
    if start:
        report.warning("rows-above-headings", first.mark, row=table.rows[start].number)
    cards = list(_cards(table, rows, columns, report))
    return None if len(report.errors) > faults else Sequence(tuple(cards), first.mark)


def _only_column(table: Table, report: Report) -> dict[str, int]:
    """Without a heading for the front: the one column there is. Faults: unknown-heading, deck-headings-missing."""
    place, first = table.only_column, table.rows[0]
    if _HEADINGS.report_mistyped(table, first, report):
        return {}
    if place is not None and not is_heading(first.cells[place]):
        return {"front": place}
    report.error("deck-headings-missing", table.cell(first, 0).mark)
    return {}


def _cards(table: Table, rows: Iterable[Row], columns: dict[str, int], report: Report) -> Iterator[Mapping]:
    """A mapping for each row. A row without a front is a fault, for it has something else."""
    for row in rows if columns else ():
        cells = {field: table.cell(row, place) for field, place in columns.items()}
        if not cells["front"].text:
            report.error("deck-card-without-front", cells["front"].mark)
            continue
        entries: dict[str, Node] = {field: cell for field, cell in cells.items() if cell.text}
        yield Mapping(entries, {field: cell.mark for field, cell in cells.items() if cell.text}, cells["front"].mark)
