"""What hangs on the wall or lies on the table: flaps, statements, programmes, tables, checklists.

In: the base's own materials, changed a little by a small team. Out: words large enough for where they are read, all
rows on their pages once and in order, heads on each, and faults where something finds no room.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaarten.brand.inks import LINE, STONE
from kaarten.compose.compose import Composed, compose
from kaarten.compose.desk import Desk
from kaarten.compose.face import Face
from kaarten.diagnostics import Report
from kaarten.model.quantity import Quantity
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, open_pack
from kaarten.text import Count, Text
from layouts import checklist, table_sheet, wall_sheet
from tests.layouts.checks import inspect, inspect_pieces
from tests.pages import Ink, Page, measure

TEAM = 'name: Buurtteam Oost\nplan_ready: 2027-04-13\nmeetings: {1: {date: 2027-03-02, start: "13:00"}}\n'
Made = tuple[Composed, Report]


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Made]:
    """One material of a team with these lines more."""

    def make(material: str, more: str = "", *, team: str = TEAM, language: str = "nl", participants: int = 12) -> Made:
        (tmp_path / "team.yaml").write_text(team + more, encoding="utf-8")
        report = Report()
        pack = open_pack(Order(tmp_path, selection=Selection(only=(material,)), participants=participants), report)
        (one,) = compose(job_of(pack, language, report), pack.registry, report)
        return one, report

    return make


def pages(one: Composed) -> list[Page]:
    return [measure(piece.front) for piece in one.pieces]


def read(page: Page) -> list[str]:
    return [ink.text for ink in page.texts]


def said(page: Page) -> str:
    """All text of a page with its lines joined."""
    return " ".join(read(page))


# ---- flaps


@pytest.mark.parametrize("language", ["nl", "nl-formal", "en"])
def test_a_heading_is_read_from_four_metres(made: Callable[..., Made], language: str) -> None:
    """81 pt is half a percent of the distance, 113 what suits nearly everyone (research on print, section 2)."""
    one, _ = made("flapkoppen-2", language=language)
    sizes = {max(ink.size for ink in page.texts) for page in pages(one)}
    assert len(one.pieces) == 8
    assert len(sizes) == 1
    assert 81 <= min(sizes) <= 113


def test_only_the_second_meeting_has_a_sheet_for_the_competencies(made: Callable[..., Made]) -> None:
    for material, last in (("flapkoppen-1", "Psychische gezondheid"), ("flap-koppen", "Generieke competenties")):
        one, _ = made(material)
        assert one.pieces[-1].name == last


@pytest.mark.parametrize("size", ["A3 landscape", "A3", "A1 landscape", "A1"])
@pytest.mark.parametrize("material", ["flap-vragen", "flap-koppen"])
def test_fields_of_a_flap_are_equal_apart_and_large(made: Callable[..., Made], material: str, size: str) -> None:
    one, report = made(material, f"materials: {{{material}: {{paper: a1, size: {size}}}}}\n")
    assert not report.errors
    assert inspect_pieces(one.pieces).faults == []
    boxes = [drawing.bounds for drawing in pages(one)[0].drawings if drawing.kind == "outline"]
    assert len(boxes) == len(one.material.content.fields)
    assert len({(round(box.width, 3), round(box.height, 3)) for box in boxes}) == 1
    assert not [box for box in boxes if any(box is not other and box.overlaps(other) for other in boxes)]
    assert min(box.width for box in boxes) > 45


# ---- statements


def test_statements_stand_in_order_with_the_room_that_was_asked(made: Callable[..., Made]) -> None:
    one, _ = made("afsprakenposter")
    (page,) = pages(one)
    whole = said(page)
    places = [whole.index(each.text) for each in one.material.content.statements.values()]
    assert places == sorted(places)
    assert len([rule for rule in page.rules if rule.level]) == 3


def test_a_statement_with_lines_has_them_below_it(made: Callable[..., Made]) -> None:
    one, _ = made("kernblad")
    (page,) = pages(one)
    lines = sorted(rule.a[1] for rule in page.rules if rule.level)
    heads = [_ink(page, text).y for text in ("We zijn er voor", "Dit doen we", "Dit doen we niet")]
    assert len(lines) == 12
    assert [sum(head < line for line in lines) for head in heads] == [12, 8, 4]
    assert min(after - before for before, after in pairwise(lines)) >= 17


def test_heads_over_lines_are_low_and_the_lines_have_the_room(made: Callable[..., Made]) -> None:
    one, _ = made("thema-van-de-maand", "packs: [ruimte]\n")
    (page,) = pages(one)
    bands = [fill.bounds for fill in page.fills if fill.bounds.width > 200 and fill.bounds.y > 60]
    lines = [rule for rule in page.rules if rule.level]
    assert len(bands) == 6
    assert max(band.height for band in bands) <= 16
    assert len(lines) >= 13


def test_what_does_not_fit_on_a_sheet_stands_on_the_next(made: Callable[..., Made]) -> None:
    more = "".join(
        f"        regel-{n}: {{text: 'Afspraak {n}, in zoveel woorden dat het niet kort is'}}\n" for n in range(14)
    )
    one, report = made("afsprakenposter", f"words:\n  nl:\n    afsprakenposter:\n      statements:\n{more}")
    assert not report.errors
    assert inspect_pieces(one.pieces).faults == []
    assert len(one.pieces) > 1
    whole = " ".join(said(page) for page in pages(one))
    assert all(whole.count(f"Afspraak {n},") == 1 for n in range(14))
    for number, page in enumerate(pages(one), start=1):
        assert f"{number} van {len(one.pieces)}" in said(page)
        assert "Zo gaan we met elkaar om" in said(page)


@given(heights=st.lists(st.floats(5, 80), min_size=1, max_size=12), more=st.floats(0, 300))
def test_levelling_fills_from_below_and_never_lowers(heights: list[float], more: float) -> None:
    total, most = sum(heights) + more, 96.0
    levelled = wall_sheet._levelled(heights, total, most)  # pyright: ignore[reportPrivateUsage]
    assert all(after >= before for before, after in zip(heights, levelled, strict=True))
    assert sum(levelled) == pytest.approx(min(total, sum(max(height, most) for height in heights)), abs=0.01)
    raised = {round(after, 3) for before, after in zip(heights, levelled, strict=True) if after > before + 0.001}
    assert len(raised) <= 1


def test_a_day_nobody_told_is_a_line_long_enough_to_write_it_on(made: Callable[..., Made]) -> None:
    one, report = made("vervolgblad", team="name: Buurtteam Oost\n")
    short = [rule for page in pages(one) for rule in page.rules if rule.level and rule.bounds.width < 75]
    assert [d.code for d in report] == ["missing-fact"]
    assert len(short) == 1
    assert short[0].bounds.width > 40


# ---- programmes


def test_the_programme_has_every_block_with_its_time_and_the_end(made: Callable[..., Made]) -> None:
    one, _ = made("programma-1", language="en")
    (page,) = pages(one)
    whole = said(page)
    times = ["1.00", "1.10", "1.20", "1.35", "2.20", "2.50", "3.05", "3.35", "4.05", "4.45", "5.00"]
    assert re.findall(r"(\d+\.\d+)\spm", whole) == times
    assert "Questions from residents" in whole
    assert len({ink.size for ink in page.texts if ink.text.endswith("pm") and not ink.text.startswith("5.00")}) == 1


def test_a_longer_block_is_higher_and_a_break_is_of_stone(made: Callable[..., Made]) -> None:
    one, _ = made("programma-2")
    (page,) = pages(one)
    blocks = {ink.text: page.ground(ink) for ink in page.texts}
    heights = {name: ground.bounds.height for name, ground in blocks.items() if ground}
    assert heights["Inloop"] < heights["Welkom en cijfer geven"] < heights["Kennis in kaart"]
    assert heights["Kennis in kaart"] < heights["Elementen voor het scholingsplan"]
    pause, other = blocks["Pauze"], blocks["Inloop"]
    assert pause
    assert other
    assert pause.colour != other.colour


def test_a_meeting_of_forty_blocks_takes_more_sheets(made: Callable[..., Made]) -> None:
    ids = [f"M1-{number}" for number in range(20, 50)]
    blocks = "".join(f"{id}: {{minutes: 5}}, " for id in ids)
    names = "".join(f"{id}: {{name: Deel {id}}}, " for id in ids)
    one, report = made(
        "programma-1",
        f"agenda: {{meetings: {{1: {{blocks: {{{blocks}}}}}}}}}\nwords: {{nl: {{agenda: {{{names}}}}}}}\n",
    )
    assert not report.errors
    assert len(one.pieces) > 1
    assert inspect_pieces(one.pieces).faults == []
    whole = " ".join(said(page) for page in pages(one))
    assert all(whole.count(f"Deel {id}") == 1 for id in ids)
    assert [said(page).count("Einde") for page in pages(one)] == [0] * (len(one.pieces) - 1) + [1]


# ---- tables


@cache
def table(material: str) -> tuple[Desk, Any]:
    """A desk with a table of the base, to be given other rows."""
    report = Report()
    pack = open_pack(Order(Path("content/teams/buurtteam-oost"), selection=Selection(only=(material,))), report)
    job = job_of(pack, "nl", report)
    return Desk(job, job.materials[0], report), job.materials[0].content


def numbered(material: str, rows: int, lines: int) -> list[Face]:
    desk, content = table(material)
    wanted = content.rows.model_copy(update={"number": Quantity(plus=rows), "lines": Count(lines)})
    changed = content.model_copy(update={"rows": wanted})
    return [piece.front for piece in table_sheet.compose(desk, changed)]


@settings(max_examples=25)
@given(rows=st.integers(1, 90), lines=st.integers(1, 3))
def test_no_row_is_lost_doubled_or_split_and_every_page_has_the_heads(rows: int, lines: int) -> None:
    faces = numbered("prioriteitenoverzicht", rows, lines)
    seen: list[int] = []
    for number, face in enumerate(faces, start=1):
        page = measure(face)
        assert inspect(page).faults == []
        assert {"Nr.", "Wat leren we?", "Stickers"} <= set(read(page))
        assert (f"{number} van {len(faces)}" in said(page)) == (len(faces) > 1)
        marks = [ink for ink in page.texts if ink.text.isdecimal() and ink.bold]
        seen += [int(ink.text) for ink in marks]
        ends = sorted({rule.a[1] for rule in page.rules if rule.level and rule.width > 0.2})
        assert len(ends) == len(marks)
        assert all(end > ink.y for ink, end in zip(marks, ends, strict=True))
        assert min((after - before for before, after in pairwise(ends)), default=9.0 * lines) >= 9.0 * lines
        assert max(ends) < min(ink.y for ink in page.texts if ink.text.startswith("Overzicht van de keuzes"))
    assert seen == list(range(1, rows + 1))


def changed(material: str, **kinds: dict[str, object]) -> Page:
    """The first page of a table with other keys in its columns."""
    desk, content = table(material)
    columns = {id: column.model_copy(update=kinds.get(id, {})) for id, column in content.columns.items()}
    return measure(next(iter(table_sheet.compose(desk, content.model_copy(update={"columns": columns})))).front)


def test_a_total_has_a_box_only_under_what_is_added_up() -> None:
    page = changed("kostenblad")
    (bar,) = (fill.bounds for fill in page.fills if fill.colour == STONE)
    low = max(rule.a[1] for rule in page.rules if rule.level and rule.colour == LINE)
    boxes = [rule for rule in page.rules if rule.level and rule.a[1] == low]
    assert len(boxes) == 2
    assert all(box.a[0] > bar.right for box in boxes)
    assert bar.bottom == pytest.approx(low)


@pytest.mark.parametrize(("kind", "lines"), [("write", 2), ("short", 0)])
def test_what_is_short_has_a_box_without_lines(kind: str, lines: int) -> None:
    page = changed("notulenblad-1", who={"kind": kind})
    level = [rule for rule in page.rules if rule.level and rule.colour == LINE]
    last = [rule for rule in level if rule.b[0] > 270]
    rows = [rule for rule in last if rule.width > 0.2]
    assert len(last) - len(rows) == lines * len(rows) > -1
    assert rows


def test_more_people_more_rows(made: Callable[..., Made]) -> None:
    """A dialogue card per domain, one for the competencies, one per extra group, and three more."""
    for participants, rows in ((12, 11), (40, 13)):
        one, _ = made("prioriteitenoverzicht", participants=participants)
        marks = [ink.text for page in pages(one) for ink in page.texts if ink.text.isdecimal() and ink.bold]
        assert marks == [str(number) for number in range(1, rows + 1)]


def test_notes_have_a_row_for_every_block_but_those_left_out(made: Callable[..., Made]) -> None:
    one, _ = made("notulenblad-1")
    first, second = pages(one)
    assert [piece.name for piece in one.pieces] == [
        "Notulenblad bijeenkomst 1, 1 van 2",
        "Notulenblad bijeenkomst 1, 2 van 2",
    ]
    assert [text for text in read(first) if text[:2] in ("13", "14")] == ["13.10", "13.20", "13.35", "14.20"]
    assert [text for text in read(second) if text[:2] in ("15", "16")] == ["15.05", "15.35", "16.05", "16.45"]
    assert "Inloop" not in said(first)
    assert "Pauze" not in said(second)


def test_two_sides_take_two_pages_each(made: Callable[..., Made]) -> None:
    one, _ = made("notulenblad-1", "materials: {notulenblad-1: {sides: 2}}\n")
    (piece,) = one.pieces
    assert piece.back is not None
    assert "15.05" in read(measure(piece.back))


def test_a_form_for_each_domain_and_blank_ones(made: Callable[..., Made]) -> None:
    one, _ = made("invulblad-vragen")
    assert [piece.copies for piece in one.pieces] == [1] * 7 + [2]
    assert [piece.name for piece in one.pieces][-1] == "Ander onderwerp"
    boxes = [fill for fill in pages(one)[0].fills if fill.edge_colour and fill.is_rect]
    assert len(boxes) == 8 * 4


def test_columns_have_the_shares_they_were_given(made: Callable[..., Made]) -> None:
    one, _ = made("vergelijkblad", "materials: {vergelijkblad: {content: {columns: {match: {width: 52}}}}}\n")
    (page,) = pages(one)
    heads = {ink.text: page.ground(ink) for ink in page.texts}
    match, when = heads["Hier past het"], heads["Wanneer?"]
    assert match
    assert when
    assert match.bounds.width / when.bounds.width == pytest.approx(52 / 18)


def test_the_scale_of_a_tally_is_numbered_once(made: Callable[..., Made]) -> None:
    one, _ = made("cijferlijst")
    (page,) = pages(one)
    assert [text for text in read(page) if text.isdecimal()] == [str(number) for number in range(1, 11)]


# ---- checklists


def test_a_long_list_stands_in_two_columns_and_loses_nothing(made: Callable[..., Made]) -> None:
    items = "".join(f"            punt-{n}: Ding nummer {n} dat klaar moet zijn\n" for n in range(60))
    one, report = made(
        "opbrengstcheck-1",
        "words:\n  nl:\n    opbrengstcheck-1:\n      ask: {who: {drop: yes}}\n      groups:\n        extra:\n"
        f"          heading: Nog meer\n          items:\n{items}",
    )
    assert not report.errors
    assert inspect_pieces(one.pieces).faults == []
    inks = [ink for page in pages(one) for ink in page.texts if ink.text.startswith("Ding nummer")]
    assert [ink.text for ink in inks] == [f"Ding nummer {n} dat klaar moet zijn" for n in range(60)]
    assert len({round(ink.x) for ink in inks}) == 2


def test_a_list_that_asks_who_keeps_to_one_column(made: Callable[..., Made]) -> None:
    items = "".join(f"punt-{n}: Ding nummer {n}, " for n in range(60))
    one, report = made(
        "opbrengstcheck-1", f"words: {{nl: {{opbrengstcheck-1: {{groups: {{results: {{items: {{{items}}}}}}}}}}}}}\n"
    )
    assert not report.errors
    assert len(one.pieces) > 1
    for page in pages(one):
        assert "Wie?" in read(page)
        assert len({round(ink.x) for ink in page.texts if ink.text.startswith("Ding")}) == 1


def test_a_heading_stays_with_its_first_item() -> None:
    desk, content = table("checklist-voorbereiding")
    group = checklist.Group(heading=Text("Kop"), items={str(n): Text(f"Ding {n}") for n in range(3)})
    for count in range(8, 18):
        many = content.model_copy(update={"groups": {str(n): group for n in range(count)}})
        for piece in checklist.compose(desk, many):
            texts = read(measure(piece.front))
            assert all(texts[place + 1] == "Ding 0" for place, text in enumerate(texts) if text == "Kop")


def _ink(page: Page, text: str) -> Ink:
    return next(ink for ink in page.texts if ink.text == text)


def test_at_the_foot_a_space_stands_between_name_and_dot(made: Callable[..., Made]):
    one, _ = made("programma-1")
    inks = {ink.text: ink for ink in measure(one.pieces[0].front).texts}
    (team,) = (ink for text, ink in inks.items() if text.startswith("· "))
    (name,) = (ink for ink in inks.values() if ink.y == team.y and ink.x < team.x)
    end = max(x for quad in name.quads for x, _ in quad)
    assert 0.3 < team.x - end < 2
