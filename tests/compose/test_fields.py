"""Fields of a form: everything that was asked for is on the page with room for a pen, or a fault says what is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaarten.brand.inks import INK, LINE, WHITE
from kaarten.compose.parts.field import Field, FieldLook
from kaarten.compose.parts.fields import SHEET_LOOK, SMALL_LOOK, FieldRows
from kaarten.diagnostics import Mark, Report
from kaarten.geometry import PAPER_SIZES, Rect, Size
from kaarten.text import Count, Scale, Text
from tests.layouts.checks import inspect
from tests.pages import Page, measure
from tests.samples import surface

MARK = Mark("blad.yaml", 7, 3)
LABELS = ["Naam", "Dit neem ik mee", "Dit onderwerp koos ik, maar het won niet", "Waar weten we te weinig?"]
HINTS = [None, Text("als je wilt")]
HEADS = {id: Text(id) for id in ("niet", "een beetje", "veel")}
ROWS = [{}, {"a": Text("Feedback"), "b": Text("Vragen van inwoners, collega's en partners bij ons in de wijk")}]
OPTIONS = [{}, {"yes": Text("ja"), "no": Text("nee")}, {str(n): Text(f"Een keuze van vier {n}") for n in range(4)}]

fields = st.builds(
    Field,
    label=st.sampled_from(LABELS).map(lambda label: Text(label, MARK)),
    hint=st.sampled_from(HINTS),
    lines=st.integers(0, 4).map(lambda lines: Count(lines, MARK)),
    scale=st.sampled_from([0, 0, 5, 10]).map(Scale),
    legend=st.sampled_from([None, Text("1 = niet, 5 = heel erg")]),
    options=st.sampled_from(OPTIONS),
    heads=st.sampled_from([{}, HEADS]),
    tick=st.booleans(),
)
tables = st.builds(
    Field,
    label=st.sampled_from(LABELS).map(lambda label: Text(label, MARK)),
    hint=st.sampled_from(HINTS),
    lines=st.sampled_from([0, 0, 2]).map(lambda lines: Count(lines, MARK)),
    heads=st.just(HEADS),
    rows=st.just(ROWS[1]),
)
LOOKS = {"lying": (FieldLook(), 190.0), "small": (SMALL_LOOK, 89.0), "sheet": (SHEET_LOOK, 175.0)}


def drawn(asked: list[Field], room: Rect, look: FieldLook, *, numbered: bool = False) -> tuple[Page, Report]:
    report = Report()
    page = surface(report, PAPER_SIZES["A4"] if look is SHEET_LOOK else Size(room.right + 8, room.bottom + 8))
    FieldRows(page, room, asked, look, numbered=numbered).draw(page, room)
    return measure(page.face()), report


def codes(report: Report) -> list[str]:
    return [diagnostic.code for diagnostic in report]


def columns_of(field: Field) -> int:
    """Boxes in each row of its table."""
    return len(field.heads) or field.scale


@settings(max_examples=150)
@given(
    asked=st.lists(st.one_of(fields, tables), min_size=1, max_size=7),
    look=st.sampled_from(sorted(LOOKS)),
    height=st.floats(20, 260),
    numbered=st.booleans(),
)
def test_all_fields_stand_in_their_room_or_a_fault_says_so(
    asked: list[Field], look: str, height: float, numbered: bool
) -> None:
    kind, width = LOOKS[look]
    room = Rect(20, 8, width, height)
    page, report = drawn(asked, room, kind, numbered=numbered)
    if report.errors:
        assert set(codes(report)) <= {"lines-too-many", "page-too-full", "text-too-long"}
        return
    assert [str(fault) for fault in inspect(page).faults] == []
    lines = [rule for rule in page.rules if rule.colour == LINE]
    wanted = sum(field.lines + field.inline for field in asked)
    assert wanted <= len(lines) <= wanted + sum(field.lines for field in asked)
    assert max((rule.a[1] for rule in lines), default=room.y) <= room.bottom + 0.01
    boxes = [fill for fill in page.fills if fill.colour == WHITE and fill.edge_colour == INK]
    ticked = sum(len(field.options) + field.tick + len(field.rows) * columns_of(field) for field in asked)
    assert len(boxes) == ticked
    told = " ".join(ink.text for ink in page.texts)
    for field in asked:
        for text in (*field.options.values(), *field.rows.values(), field.legend):
            assert text is None or text.split()[-1] in told
    digits = sum(field.scale for field in asked) + numbered * sum(not field.inline for field in asked)
    assert sum(ink.text.isdecimal() for ink in page.texts) == digits


@given(asked=st.lists(fields, min_size=2, max_size=6), look=st.sampled_from(sorted(LOOKS)), height=st.floats(60, 200))
def test_a_page_that_can_be_filled_is_filled(asked: list[Field], look: str, height: float) -> None:
    kind, width = LOOKS[look]
    room = Rect(20, 8, width, height)
    page, report = drawn(asked, room, kind)
    pitches = pitches_of(page)
    assert all(kind.pitch[0] - 0.01 <= pitch <= kind.pitch[1] + 0.01 for pitch in pitches)
    assert len({round(pitch, 3) for pitch in pitches}) <= 1
    if report.errors or not pitches or pitches[0] > kind.pitch[1] - 0.01 or not asked[-1].lines:
        return
    foot = max(rule.a[1] for rule in page.rules if rule.colour == LINE)
    assert foot == pytest.approx(room.bottom, abs=0.05)


def pitches_of(page: Page) -> list[float]:
    """mm between the lines of each field: as long, begun at the same place, no text between; none is behind a label."""
    behind = {round(ink.y + 0.6, 6) for ink in page.texts}
    drawn = [rule for rule in page.rules if rule.colour == LINE and round(rule.a[1], 6) not in behind]
    found: list[float] = []
    lines = sorted((rule.a[0], rule.b[0], rule.a[1]) for rule in drawn)
    for (left, right, y), (other, end, below) in pairwise(lines):
        between = any(left <= ink.bounds.x <= right and y < ink.bounds.y < below for ink in page.texts)
        if (left, right) == (other, end) and not between:
            found.append(below - y)
    return found


@given(st.lists(st.one_of(fields, tables), min_size=1, max_size=25), st.integers(120, 240), st.integers(0, 60))
def test_no_field_is_lost_or_moved_over_pages(wanted: list[Field], height: int, head: int) -> None:
    page = surface()
    rows = FieldRows(page, Rect(20, 40, 175, height), wanted, SHEET_LOOK)
    pages = rows.pages(height, height - head)
    assert [field for page in pages for field in rows.fields(page)] == wanted
    assert all(rows.fields(page) for page in pages)


@pytest.mark.parametrize(("lines", "height"), [(4, 75), (4, 110), (1, 33)])
def test_a_card_keeps_its_number_of_lines(lines: int, height: float) -> None:
    asked = [Field(label=Text("Titel")), Field(label=Text("Schrijf vier regels"), lines=Count(lines))]
    page, _ = drawn(asked, Rect(10, 40, 190, height), FieldLook())
    assert len([rule for rule in page.rules if rule.colour == LINE]) == 1 + lines


def test_room_that_is_left_on_a_page_becomes_lines_at_most_twice_as_many() -> None:
    asked = [Field(label=Text("Dit wil ik"), lines=Count(3)), Field(label=Text("Met"), lines=Count(2))]
    page, _ = drawn(asked, Rect(20, 40, 175, 230), SHEET_LOOK)
    assert len([rule for rule in page.rules if rule.colour == LINE]) == 10


def test_names_stand_beside_each_other_as_their_labels_let() -> None:
    short = [Field(label=Text(name)) for name in ("Naam", "Datum", "Plaats")]
    page, _ = drawn(short, Rect(20, 40, 175, 60), SHEET_LOOK)
    assert len({round(ink.y, 3) for ink in page.texts}) == 1
    long = [*short, Field(label=Text("Aantal begeleiders"))]
    page, _ = drawn(long, Rect(20, 40, 175, 60), SHEET_LOOK)
    assert [ink.text for ink in page.texts if ink.y == page.texts[0].y] == ["Naam", "Datum"]


def test_a_table_with_no_room_for_its_boxes_is_told_at_its_label() -> None:
    field = Field(label=Text("Hoe goed?", MARK), scale=Scale(10), rows=ROWS[1])
    _, report = drawn([field], Rect(8, 8, 89, 100), SMALL_LOOK)
    assert [(d.code, d.mark) for d in report] == [("page-too-full", MARK)]


def test_more_lines_than_there_is_room_for_are_told_at_the_most_of_them() -> None:
    asked = [Field(label=Text("Naam")), Field(label=Text("Dit mis ik"), lines=Count(9, MARK))]
    _, report = drawn(asked, Rect(8, 8, 89, 60), SMALL_LOOK)
    assert [(d.code, d.mark, d.details["most"]) for d in report] == [("lines-too-many", MARK, 5)]


def test_more_fields_than_there_is_room_for_are_told_at_the_last() -> None:
    asked = [Field(label=Text(name)) for name in "abcdefg"] + [Field(label=Text("Laatste", MARK))]
    _, report = drawn(asked, Rect(8, 8, 89, 40), SMALL_LOOK)
    assert [(d.code, d.mark) for d in report] == [("page-too-full", MARK)]


def test_lines_of_one_row_are_level_when_a_label_takes_two_lines() -> None:
    long = Field(label=Text("Kunnen wij hiermee de vragen aan die wij krijgen?"), lines=Count(2))
    page, _ = drawn([Field(label=Text("Wat zie je?"), lines=Count(2)), long], Rect(10, 8, 190, 35), FieldLook())
    left, right = (sorted(r.a[1] for r in page.rules if (r.a[0] < 100) is side) for side in (True, False))
    assert len(left) == 2
    assert left == pytest.approx(right)


def test_a_scale_and_a_name_have_a_row_of_their_own() -> None:
    asked = [
        Field(label=Text("Naam")),
        Field(label=Text("Team")),
        Field(label=Text("Cijfer"), scale=Scale(10)),
        Field(label=Text("Want"), lines=Count(1)),
    ]
    page, report = drawn(asked, Rect(10, 8, 190, 80), FieldLook())
    y = {ink.text: round(ink.y, 3) for ink in page.texts}
    assert codes(report) == []
    assert y["Naam"] == y["Team"] < y["Cijfer"] < y["1"] == y["10"] < y["Want"]
    assert y["Cijfer"] - y["Naam"] > FieldLook().gap[0]


@pytest.mark.parametrize("look", [FieldLook(), SMALL_LOOK])
def test_labels_have_one_size(look: FieldLook) -> None:
    asked = [Field(label=Text(label), lines=Count(1)) for label in LABELS]
    page, _ = drawn(asked, Rect(10, 8, 190 if look.columns == 2 else 70, 120), look)
    assert len({ink.size for ink in page.texts}) == 1


# ---- options on one grid, lines behind words, labels near their lines


def boxes_of(page: Page) -> list[Rect]:
    return [fill.bounds for fill in page.fills if fill.edge_colour == INK]


def ticked(*texts: str, across: int = 0) -> Field:
    options = {str(number): Text(text) for number, text in enumerate(texts)}
    return Field(label=Text("Wat past?"), options=options, across=Count(across))


YEARS = ticked("Korter dan een jaar", "E\u00e9n tot twee jaar", "Langer dan twee jaar")
CHANGES = ticked("Nieuwe taken", "Een andere manier van werken", "Nieuw team")
SURE = ticked("Ja", "Nee", "Misschien")


@pytest.mark.parametrize("asked", [[YEARS, CHANGES], [CHANGES, SURE, YEARS], [SURE, CHANGES]])
def test_options_in_as_many_columns_begin_at_the_same_places(asked: list[Field]) -> None:
    def starts(fields: list[Field]) -> set[tuple[float, ...]]:
        page, report = drawn(fields, Rect(20, 8, 175, 260), SHEET_LOOK)
        assert not codes(report)
        assert inspect(page).faults == []
        rows: dict[float, list[float]] = {}
        for box in boxes_of(page):
            rows.setdefault(round(box.y, 2), []).append(round(box.x, 2))
        return {tuple(sorted(xs)) for xs in rows.values()}

    assert len({each for field in asked for each in starts([field])}) > 1  # alone they would differ
    (together,) = starts(asked)
    assert len(together) == 3


def test_across_keeps_options_under_each_other() -> None:
    page, _ = drawn([ticked("Geen", "Weinig", "Veel", across=1)], Rect(20, 8, 175, 80), SHEET_LOOK)
    assert len({round(box.x, 2) for box in boxes_of(page)}) == 1
    page, _ = drawn([ticked("Geen", "Weinig", "Veel")], Rect(20, 8, 175, 80), SHEET_LOOK)
    assert len({round(box.y, 2) for box in boxes_of(page)}) == 1


@pytest.mark.parametrize("look", LOOKS)
def test_an_option_that_ends_in_dots_has_a_line_to_write_on(look: str) -> None:
    kind, width = LOOKS[look]
    page, report = drawn([ticked("Generalist", "Specialist", "Anders: ......")], Rect(20, 8, width, 90), kind)
    assert not codes(report)
    (line,) = [rule for rule in page.rules if rule.colour == LINE]
    (word,) = [ink for ink in page.texts if ink.text.startswith("Anders")]
    assert word.text == "Anders:"
    assert line.a[0] > word.bounds.right
    assert line.b[0] - line.a[0] >= 30
    assert line.b[0] <= 20 + width + 1e-6
    assert abs(line.a[1] - word.y) < 1


def test_a_row_that_ends_in_dots_has_one_too() -> None:
    field = Field(label=Text("Wat helpt?"), heads=HEADS, rows={"a": Text("Feedback"), "b": Text("Anders: ......")})
    page, report = drawn([field], Rect(20, 8, 175, 80), SHEET_LOOK)
    assert not codes(report)
    (line,) = [rule for rule in page.rules if rule.colour == LINE]
    assert line.b[0] < min(box.x for box in boxes_of(page))


@given(st.integers(1, 6), st.sampled_from(sorted(LOOKS)))
def test_counted_lines_have_their_number_and_no_more_lines_than_asked_for(count: int, look: str) -> None:
    kind, width = LOOKS[look]
    asked = [Field(label=Text("Onze keuzes"), lines=Count(count), counted=True)]
    page, report = drawn(asked, Rect(20, 8, width, 180), kind)
    assert not codes(report)
    lines = sorted(rule.a[1] for rule in page.rules if rule.colour == LINE)
    numbers = [ink for ink in page.texts if ink.text.isdecimal()]
    assert [ink.text for ink in numbers] == [str(number + 1) for number in range(count)]
    assert [round(ink.y + 0.6, 3) for ink in numbers] == [round(y, 3) for y in lines]


def test_labels_of_one_line_and_of_two_stand_as_near_to_their_lines() -> None:
    long = "Wat doen we de volgende keer anders dan we gewend waren?"
    short = Field(label=Text("Hoe?"), lines=Count(3))
    page, _ = drawn([short, Field(label=Text(long), lines=Count(3))], Rect(10, 8, 190, 70), FieldLook())
    lines = [rule for rule in page.rules if rule.colour == LINE]
    left = min(rule.a[1] for rule in lines if rule.a[0] < 20)
    right = min(rule.a[1] for rule in lines if rule.a[0] > 20)
    assert left == right
    label = next(ink for ink in page.texts if ink.text == "Hoe?")
    last = max(ink.y for ink in page.texts if ink.text != "Hoe?")
    assert label.y == pytest.approx(last)


@pytest.mark.parametrize(("count", "full"), [(10, True), (5, False)])
def test_many_blocks_take_the_whole_width(count: int, full: bool) -> None:
    page, _ = drawn([Field(label=Text("Cijfer"), scale=Scale(count))], Rect(10, 8, 190, 40), FieldLook())
    assert (max(fill.bounds.right for fill in page.fills) > 199) == full
