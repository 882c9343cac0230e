"""A logo in one ink."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kaarten.brand.artwork import Artwork, in_ink, trimmed
from kaarten.brand.inks import INK, WHITE
from kaarten.brand.raster import read_raster
from kaarten.geometry import POINTS_PER_MM, Rect
from kaarten.graphics import Clipped, Colour, Glyphs, Path, Picture, Shape, Stroke

BOX = Rect(0, 0, 4, 4)
RED = Colour(255, 0, 0)


def test_white_stays_paper_and_the_rest_becomes_ink():
    art = Artwork(
        4,
        4,
        (Shape(Path.rect(BOX), RED), Shape(Path.rect(BOX), WHITE, Stroke(RED, 1, (2,), True)), Shape(Path.rect(BOX))),
    )
    plain, lined, bare = in_ink(art).paint
    assert plain == Shape(Path.rect(BOX), INK)
    assert lined == Shape(Path.rect(BOX), WHITE, Stroke(INK, 1, (2,), True))
    assert bare == Shape(Path.rect(BOX))


def test_what_is_clipped_is_inked_too():
    (clip,) = in_ink(Artwork(4, 4, (Clipped(Path.rect(BOX), (Shape(Path.rect(BOX), RED),)),))).paint
    assert isinstance(clip, Clipped)
    assert clip.paint == (Shape(Path.rect(BOX), INK),)


def test_a_picture_becomes_another_picture(encode: Callable[..., bytes]):
    bitmap = read_raster(encode("PNG", colour=(200, 30, 30)))
    (grey,) = in_ink(Artwork(4, 4, (Picture(bitmap, BOX),))).paint
    assert isinstance(grey, Picture)
    assert grey.box == BOX
    assert grey.bitmap.digest != bitmap.digest


def test_a_logo_holds_no_type():
    with pytest.raises(TypeError):
        in_ink(Artwork(4, 4, (Glyphs(10, RED, ()),)))


def test_white_round_a_logo_does_not_count():
    """What is white paints on, inside the box only; what is white throughout stays as it is."""
    ground, mark = Shape(Path.rect(Rect(0, 0, 10, 8)), WHITE), Shape(Path.rect(Rect(3, 2, 4, 4)), RED)
    art = trimmed(Artwork(10, 8, (ground, mark)))
    assert (art.width, art.height) == (4, 4)
    (clip,) = art.paint
    assert isinstance(clip, Clipped)
    assert clip.inside.bounds() == Rect(0, 0, 4, 4)
    assert clip.paint[1] == Shape(Path.rect(Rect(0, 0, 4, 4)), RED)
    assert trimmed(Artwork(10, 8, (mark,))).paint == (Shape(Path.rect(BOX), RED),)
    assert trimmed(Artwork(10, 8, (ground,))) == Artwork(10, 8, (ground,))


def test_a_stroke_is_seen_as_far_as_it_is_wide_and_no_further_than_the_box():
    lined = Shape(Path.rect(Rect(2, 2, 8, 4)), WHITE, Stroke(RED, 2 * POINTS_PER_MM))
    art = trimmed(Artwork(10, 8, (lined,)))
    assert (art.width, art.height) == (pytest.approx(9), pytest.approx(6))
