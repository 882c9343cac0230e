"""How large logos become: by their shape, their owner's least, and the white that they ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaarten.brand.kit import Logo
from kaarten.compose.parts.card_feet import logos_room, small_credit
from kaarten.compose.parts.logos import AROUND, group_logos
from kaarten.compose.styles import CREDIT
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Report
from kaarten.geometry import Rect, Size
from tests.samples import kit, text

ROOM = Rect(0, 0, 70, 24)


def logo(width: float, height: float, *, clear: float = 0.25, least: float = 4.0) -> Logo:
    return Logo(text("Logo Oost"), width, height, (), clear, least)


def heights(*logos: Logo, room: Rect = ROOM, around: float = AROUND) -> list[float]:
    return [box.height for _, box in group_logos(logos, 12, room, around).logos]


def test_logos_of_all_shapes_look_equally_large() -> None:
    wide, square = heights(logo(350, 100), room=Rect(0, 0, 200, 60), around=20), heights(logo(100, 100), around=20)
    assert wide == [12]
    assert square[0] ** 2 == pytest.approx(12 * 42)


@pytest.mark.parametrize("clear", [0.5, 1.0, 2.0])
def test_a_logo_is_no_larger_than_its_clear_space_allows(clear: float) -> None:
    (height,) = heights(logo(200, 100, clear=clear))
    assert height * clear <= AROUND + 1e-9
    assert heights(logo(200, 100, clear=clear), around=100) > [height]


@pytest.mark.parametrize("room", [Rect(0, 0, 90, 24), Rect(0, 0, 30, 40)])
def test_two_logos_stand_in_each_others_clear_space_nowhere(room: Rect) -> None:
    group = group_logos([logo(200, 100, clear=0.5), logo(200, 100, clear=0.4)], 12, room)
    (first, one), (_, other) = group.logos
    apart = max(other.x - one.right, other.y - one.bottom)
    assert apart >= 0.4 * min(one.height, other.height) - 1e-9
    assert first.clear == 0.5


def test_a_least_height_wins_over_the_shape() -> None:
    assert heights(logo(800, 100, least=10), room=Rect(0, 0, 200, 24)) == [10.0]
    assert heights(logo(800, 100, least=0), room=Rect(0, 0, 200, 24)) < [10.0]


def test_one_that_must_be_larger_makes_the_others_larger_where_there_is_room() -> None:
    shy, demanding = logo(380, 100, least=0), logo(390, 100, least=6)
    assert heights(shy, demanding, room=Rect(0, 0, 60, 6), around=20) == pytest.approx([6, 6], abs=0.2)
    small, large = heights(shy, demanding, room=Rect(0, 0, 46, 5), around=20)
    assert small < 5.2
    assert large == pytest.approx(6)


def test_a_column_of_logos_that_are_nearly_as_wide_has_one_width() -> None:
    room = Rect(0, 0, 44, 24)
    for wide, same in ((400, True), (700, False)):
        (_, one), (_, other) = group_logos([logo(340, 100), logo(wide, 100)], 12, room).logos
        assert other.y > one.bottom
        assert (one.width == pytest.approx(other.width)) is same


@pytest.mark.parametrize(
    ("credit", "lines"), [("Naar IWW 2019.", 1), ("Naar Werkplaats Rotterdam (2015), verslag.", 2)]
)
def test_in_the_foot_of_a_small_card_the_credit_makes_room_for_equal_logos(credit: str, lines: int) -> None:
    brand = replace(kit(), logos=(logo(380, 100, least=5), logo(390, 100, least=6, clear=0.4)))
    surface, box = Surface("Proef", Size(105, 148), brand, Report(), "proef, nl"), Rect(8, 136, 89, 5.5)
    room = logos_room(surface, box, credit, CREDIT)
    (_, one), (_, other) = group_logos(brand.logos, box.height, room).logos
    assert one.height == pytest.approx(other.height, rel=0.03)
    above = small_credit(surface, box, credit, CREDIT)
    assert above == pytest.approx(box.bottom - 0.4 - (lines - 1 + 1.1) * CREDIT.leading)
