"""A logo in one ink."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kaarten.brand.artwork import Artwork, in_ink
from kaarten.brand.inks import INK, WHITE
from kaarten.brand.raster import read_raster
from kaarten.geometry import Rect
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
