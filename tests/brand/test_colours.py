"""Which ink, which tint, which accent: the figures of looks.md, and what holds for every colour there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.brand import colours
from kaarten.brand.inks import BLACK, INK, INK_2, LINE, PLACE_NUMBER, WHITE
from kaarten.graphics import Colour

channel = st.integers(0, 255)
any_colour = st.builds(Colour, channel, channel, channel)


@pytest.mark.parametrize(
    ("colour", "lightness", "ink"),
    [
        ("#B1362D", 41, WHITE),
        ("#E68C2F", 66, INK),
        ("#F4CC46", 83, INK),
        ("#47802F", 48, WHITE),
        ("#7AC5EB", 76, INK),
        ("#24366F", 24, WHITE),
        ("#A77EB3", 58, INK),
        ("#00575E", 33, WHITE),
    ],
)
def test_domain_colours_are_as_light_as_looks_says_and_get_its_ink(colour: str, lightness: int, ink: Colour):
    domain = Colour.parse(colour)
    assert colours.lightness(domain) == pytest.approx(lightness, abs=0.5)
    assert colours.ink_on(domain) == ink


def test_tints_of_the_brand_of_the_comps():
    plum = Colour.parse("#8A1F4D")
    assert colours.block_tint(plum).hex == "#F5EDF1"
    assert colours.tile_tint(plum).hex == "#ECDBE3"


def test_general_and_specific_tints_differ_in_grey_for_every_domain():
    for text in ("#B1362D", "#E68C2F", "#F4CC46", "#47802F", "#7AC5EB", "#24366F", "#A77EB3", "#00575E"):
        domain = Colour.parse(text)
        general, specific = colours.general_tint(domain), colours.specific_tint(domain)
        assert colours.lightness(general) == pytest.approx(94, abs=0.3)
        assert colours.lightness(specific) == pytest.approx(89 if text == "#F4CC46" else 86, abs=0.3)


def test_known_contrasts():
    assert colours.contrast(BLACK, WHITE) == pytest.approx(21)
    assert colours.contrast(WHITE, BLACK) == pytest.approx(21)
    assert colours.contrast(Colour.parse("#767676"), WHITE) == pytest.approx(4.54, abs=0.01)


def test_inks_can_be_read_on_white_and_only_place_numbers_cannot():
    assert colours.contrast(INK, WHITE) > 15
    assert colours.contrast(INK_2, WHITE) > colours.READABLE
    assert colours.contrast(PLACE_NUMBER, WHITE) < colours.READABLE
    assert colours.lightness(LINE) == pytest.approx(60, abs=0.5)


@given(any_colour)
def test_an_accent_can_always_be_read_on_white(colour: Colour):
    assert colours.contrast(colours.accent(colour), WHITE) >= colours.READABLE


@given(any_colour)
def test_the_ink_on_a_fill_can_always_be_read(colour: Colour):
    assert colours.contrast(colours.ink_on(colour), colour) >= colours.READABLE


def test_white_and_ink_alone_would_not_do():
    """Why `ink_on` knows black: between them white and ink leave a band of fills where both stay under 4.5."""
    best = [max(colours.contrast(ink, Colour(grey, grey, grey)) for ink in (WHITE, INK)) for grey in range(256)]
    assert min(best) == pytest.approx(4.07, abs=0.03)
    assert colours.ink_on(Colour(126, 126, 126)) == BLACK


@pytest.mark.parametrize(
    ("primary", "accent"),
    [("#8A1F4D", "#8A1F4D"), ("#0088CC", "#007AB8"), ("#F2B705", INK.hex), ("#CFE0DC", INK.hex)],
    ids=["as it is", "darkened", "bright", "pale"],
)
def test_accents(primary: str, accent: str):
    assert colours.accent(Colour.parse(primary)).hex == accent


@given(any_colour)
def test_a_darkened_colour_just_reaches_its_contrast(colour: Colour):
    found = colours.darkened(colour)
    assert colours.contrast(found, WHITE) >= colours.DARKENED
    if found != colour:
        assert colours.contrast(found, WHITE) < colours.DARKENED + 0.7


@given(any_colour, st.floats(50, 99), st.floats(0.1, 1))
def test_a_tint_is_as_light_as_asked_or_has_the_most_colour_allowed(colour: Colour, light: float, most: float):
    found = colours.tint(colour, light, most)
    if found != colours.mix(colour, most):
        assert colours.lightness(found) == pytest.approx(light, abs=1.2)
    assert colours.lightness(found) >= min(light, colours.lightness(colours.mix(colour, most))) - 1.2


@given(any_colour)
def test_lightness_is_between_black_and_white(colour: Colour):
    assert 0 <= colours.lightness(colour) <= 100 + 1e-9


@pytest.mark.parametrize("text", ["#8A1F4D", "rgb(138, 31, 77)", "#8a1f4dff", " #8A1F4D "])
def test_css_colours(text: str):
    assert colours.css_colour(text).hex == "#8A1F4D"


def test_css_colour_names():
    assert colours.css_colour("Teal").hex == "#008080"
    assert colours.css_colour("#abc").hex == "#AABBCC"


@pytest.mark.parametrize("text", ["", "none", "#12345", "#8a1f4d80", "8A1F4D", "url(#a)", "var(--x)"])
def test_what_is_no_opaque_colour(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 (any message: the caller has the text)
        colours.css_colour(text)
