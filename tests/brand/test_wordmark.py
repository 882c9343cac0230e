"""A name as a logo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.brand.inks import INK
from kaarten.brand.wordmark import LEAST, wordmark
from kaarten.geometry import POINTS_PER_MM, Rect
from kaarten.graphics import Shape


def ink_of(name: str) -> tuple[Rect, Rect]:
    art = wordmark(name)
    (shape,) = art.paint
    assert isinstance(shape, Shape)
    assert shape.fill == INK
    return shape.path.bounds(), Rect(0, 0, art.width, art.height)


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyzABCËï'-", min_size=1, max_size=12), min_size=1, max_size=6))
def test_the_letters_stay_in_their_box(words: list[str]):
    ink, box = ink_of(" ".join(words))
    assert box.inset(-0.5, -2.2, -0.5, -0.4).contains(ink)  # accents rise over capitals


def test_a_name_of_one_word_stands_in_the_middle_with_letters_no_larger():
    one, box = ink_of("Oost")
    two, same_box = ink_of("Oost Oost")
    assert box.height == same_box.height == pytest.approx(9.7, abs=0.1)
    assert one.middle[1] == pytest.approx(box.middle[1], abs=0.1)
    assert two.height > 2 * one.height


def test_a_long_name_is_divided_where_the_lines_are_most_alike():
    _, box = ink_of("Sociaal team Duinkant aan Zee")
    _, worst = ink_of("Sociaal_team_Duinkant_aan Zee")
    assert box.width < 0.8 * worst.width


def test_no_name_is_still_a_logo():
    assert ink_of("")[1].width > 0


def test_at_its_least_height_the_letters_have_the_size_of_their_floor():
    art = wordmark("Buurtteam Oost")
    em = 5.0 / art.height * LEAST * POINTS_PER_MM
    assert em == pytest.approx(6.5, abs=0.15)
