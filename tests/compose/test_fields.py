"""Fields of a form: everything that was asked for is on the page with room for a pen, or a fault says what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaarten.brand.inks import INK, LINE, WHITE
from kaarten.compose.parts.fields import LEAST_GAP, SMALL_LOOK, Field, FieldLook, draw_fields
from kaarten.diagnostics import Mark, Report
from kaarten.geometry import Rect, Size
from kaarten.text import Count, Scale, Text
from tests.layouts.checks import inspect
from tests.pages import Page, measure
from tests.samples import surface

MARK = Mark("blad.yaml", 7, 3)
LABELS = ["Naam", "Dit neem ik mee", "Dit onderwerp koos ik, maar het won niet", "Waar weten we te weinig?"]
HINTS = [None, Text("als je wilt")]
OPTIONS = [{}, {"yes": Text("ja"), "no": Text("nee")}, {str(n): Text(f"Een keuze van vier {n}") for n in range(4)}]

fields = st.builds(
    Field,
    label=st.sampled_from(LABELS).map(lambda label: Text(label, MARK)),
    hint=st.sampled_from(HINTS),
    lines=st.integers(0, 4).map(lambda lines: Count(lines, MARK)),
    scale=st.sampled_from([0, 0, 5, 10]).map(Scale),
    legend=st.sampled_from([None, Text("1 = niet, 5 = heel erg")]),
    options=st.sampled_from(OPTIONS),
    tick=st.booleans(),
)


def drawn(asked: list[Field], room: Rect, look: FieldLook) -> tuple[Page, Report]:
    report = Report()
    page = surface(report, Size(room.right + 8, room.bottom + 8))
    draw_fields(page, room, asked, look)
    return measure(page.face()), report


def codes(report: Report) -> list[str]:
    return [diagnostic.code for diagnostic in report]


@settings(max_examples=150)
@given(
    asked=st.lists(fields, min_size=1, max_size=7),
    wide=st.booleans(),
    height=st.floats(20, 200),
)
def test_all_fields_stand_in_their_room_or_a_fault_says_so(asked: list[Field], wide: bool, height: float) -> None:
    room = Rect(10, 8, 190 if wide else 89, height)
    page, report = drawn(asked, room, FieldLook() if wide else SMALL_LOOK)
    if report.errors:
        assert set(codes(report)) <= {"lines-too-many", "page-too-full", "text-too-long"}
        return
    assert [str(fault) for fault in inspect(page).faults] == []
    lines = [rule for rule in page.rules if rule.colour == LINE]
    assert len(lines) == sum(field.lines + field.inline for field in asked)
    assert max((rule.a[1] for rule in lines), default=room.y) <= room.bottom + 0.01
    boxes = [fill for fill in page.fills if fill.colour == WHITE and fill.edge_colour == INK]
    assert len(boxes) == sum(len(field.options) + field.tick for field in asked)
    told = " ".join(ink.text for ink in page.texts)
    for field in asked:
        for text in (*field.options.values(), field.hint, field.legend):
            assert text is None or text in told
    assert sum(ink.text.isdecimal() for ink in page.texts) == sum(field.scale for field in asked)


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
    page, _ = drawn([Field(label=Text("Wat zie je?"), lines=Count(2)), long], Rect(10, 8, 190, 60), FieldLook())
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
    assert y["Cijfer"] - y["Naam"] > LEAST_GAP


@pytest.mark.parametrize("look", [FieldLook(), SMALL_LOOK])
def test_labels_have_one_size(look: FieldLook) -> None:
    asked = [Field(label=Text(label), lines=Count(1)) for label in LABELS]
    page, _ = drawn(asked, Rect(10, 8, 190 if look.columns == 2 else 70, 120), look)
    assert len({ink.size for ink in page.texts}) == 1
