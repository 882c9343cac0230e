"""Lists over pages: no row lost, doubled or split; heads on every page; words that are too long for a column."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.face import Element, Stretch
from kaarten.compose.parts.list_table import Column, ListTable, Pen
from kaarten.compose.parts.long_words import with_hyphens
from kaarten.diagnostics import Mark, Report
from kaarten.graphics import Glyphs
from kaarten.text import Text
from tests.pages import measure
from tests.samples import surface

# ---- pages

ROOM = st.floats(60, 250)


@given(lines=st.lists(st.integers(1, 4), max_size=60), first=ROOM, others=ROOM)
def test_rows_fill_their_pages_and_no_page_is_overfull(lines: list[int], first: float, others: float) -> None:
    made = ListTable(surface(), [Column("Wat", 1)], [[" ".join(["woord"] * 9 * each)] for each in lines], 60, 9)
    before = list(made.heights)
    pages = made.pages(first, others)
    assert list(chain(*pages)) == list(range(len(lines)))
    for number, page in enumerate(pages):
        assert sum(made.heights[row] for row in page) <= (others if number else first) + 1e-4
    assert all(low - 1e-9 <= high <= 1.5 * low + 1e-9 for low, high in zip(before, made.heights, strict=True))


@given(count=st.integers(2, 200))
def test_no_row_stands_alone_on_the_last_page(count: int) -> None:
    pages = ListTable(surface(), [Column("Wat", 1)], [["Een"]] * count, 60, 9).pages(90, 108)
    assert len(pages[-1]) > 1
    assert max(map(len, pages)) - min(map(len, pages)) <= 2


def test_rows_of_one_page_become_higher_by_half_at_most() -> None:
    made = ListTable(surface(), [Column("Wat", 1)], [["Een"]] * 10, 60, 9)
    assert made.pages(100, 108) == [range(10)]
    assert made.heights == pytest.approx([10.0] * 10)
    made.pages(500, 108)
    assert made.heights == pytest.approx([15.0] * 10)


# ---- hyphens


def letters(word: str) -> float:
    return float(len(word))


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("jeugdbeschermingsmedewerker", 22, "jeugdbeschermings-medewerker"),
        ("wijkverpleegkundige", 22, "wijkverpleegkundige"),
        ("wijkverpleegkundige", 15, "wijk-verpleegkundige"),
        ("senior jeugdbeschermingsmedewerker", 22, "senior jeugdbeschermings-medewerker"),
        ("arbeidsongeschiktheids-deskundige", 25, "arbeidsongeschiktheids-deskundige"),
        ("00000000000000000000", 5, "00000000000000000000"),
        ("", 5, ""),
    ],
)
def test_a_word_wider_than_its_column_gets_hyphens(text: str, measure: float, expected: str) -> None:
    assert with_hyphens(text, measure, letters) == expected


@given(text=st.text("aeioubdkmnrst- ", max_size=60), measure=st.integers(3, 30))
def test_hyphens_are_all_that_is_added_and_only_where_needed(text: str, measure: int) -> None:
    found = with_hyphens(text, measure, letters)
    assert found.replace("-", "") == text.replace("-", "")
    for was, now in zip(text.split(" "), found.split(" "), strict=True):
        assert was == now or len(was) > measure


# ---- the table

COLUMNS = [Column("Nr.", 1, quiet=True), Column("Naam", 4, key=True), Column("Functie", 4), Column("Erbij", 2)]


def person(name: str, role: str | Pen = Pen.WRITE, number: int = 1) -> list[str | Pen]:
    return [str(number), name, role, Pen.TICK]


def table(rows: list[list[str | Pen]], report: Report | None = None) -> tuple[ListTable, list[Element]]:
    """The table drawn on one page, and its rows as a reader meets them."""
    page = surface(report)
    made = ListTable(page, COLUMNS, rows, 125, 9)
    made.draw(page, 20, 20, range(len(rows)))
    (drawn,) = page.face().tree
    return made, [kid for kid in drawn.kids if isinstance(kid, Element)]


def said(element: Element) -> str:
    paint = [paint for kid in element.kids if isinstance(kid, Stretch) for paint in kid.paint]
    return " ".join(line.text for each in paint if isinstance(each, Glyphs) for line in each.lines)


def test_a_reader_meets_heads_rows_and_names() -> None:
    _, (heads, first, second) = table([person("Noor", "coach"), person("Els", number=2)])
    cells = [
        [(kid.tag, kid.attributes.get("Scope", ""), said(kid)) for kid in row.kids if isinstance(kid, Element)]
        for row in (heads, first, second)
    ]
    assert cells == [
        [("TH", "/Column", head) for head in ("Nr.", "Naam", "Functie", "Erbij")],
        [("TD", "", "1"), ("TH", "/Row", "Noor"), ("TD", "", "coach"), ("TD", "", "")],
        [("TD", "", "2"), ("TH", "/Row", "Els"), ("TD", "", ""), ("TD", "", "")],
    ]


def test_a_row_is_as_high_as_its_longest_cell_and_never_lower_than_a_pen_needs() -> None:
    made, _ = table([person("Noor"), person("Noor", "een functie die over twee regels loopt en misschien drie")])
    assert made.heights[0] == 9
    assert made.heights[1] > 9


def test_a_column_has_one_size() -> None:
    long = "gezondheidszorgpsycholoog"
    made, _ = table([person("Noor", "arts"), person("Els", long)])
    page = surface()
    made.draw(page, 20, 20, range(2))
    sizes = {ink.text: ink.size for ink in measure(page.face()).texts}
    assert sizes["arts"] == sizes[long] < 11


def test_a_role_is_broken_and_a_name_is_a_fault_at_its_cell() -> None:
    report = Report()
    role, name = (
        Text("jeugdbeschermingsmedewerkersoverleg"),
        Text("Voorbeeldenburgerproefstadhuizenaar", Mark("d.csv", 3, 1, "A3")),
    )
    table([person("Noor", role)], report)
    assert not list(report)
    table([person(name)], report)
    assert [(d.code, d.mark.cell) for d in report] == [("text-too-long", "A3")]
