"""Letters as paths."""

from __future__ import annotations

import pytest

from kaarten.brand.fonts import atkinson, house_family, noto
from kaarten.typeset.fonts import Typeface
from kaarten.typeset.outlines import outlined

ROMAN = Typeface(atkinson(400))


def test_a_line_is_as_wide_as_the_same_words_set():
    text = "Wijkteam AV Oost"
    assert outlined(text, ROMAN, 10)[1] == pytest.approx(ROMAN.width(text, 10))


def test_a_capital_stands_on_the_baseline():
    box = outlined("H", ROMAN, 1000)[0].bounds()
    assert box.y == pytest.approx(-ROMAN.first.cap_height, abs=1)
    assert box.bottom == pytest.approx(0, abs=1)


def test_size_scales_everything():
    small, large = outlined("Oost", ROMAN, 1)[0].bounds(), outlined("Oost", ROMAN, 10)[0].bounds()
    assert (large.x, large.y, large.width) == pytest.approx((small.x * 10, small.y * 10, small.width * 10))


def test_a_variable_font_is_drawn_at_its_weight():
    thin, fat = (outlined("l", Typeface(noto(weight)), 1000)[0].bounds().width for weight in (400, 700))
    assert fat > thin * 1.2


def test_a_helper_draws_what_the_first_font_lacks():
    path, width = outlined("дом", house_family().regular, 10)
    assert len(path.steps) > 10
    assert width == pytest.approx(house_family().regular.width("дом", 10))
