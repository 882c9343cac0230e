"""Whole SVGs: where shapes come out, in which order, and what is refused by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kaarten.brand.artwork import Artwork
from kaarten.brand.svg import read_svg
from kaarten.brand.svg_tree import SvgFault
from kaarten.geometry import Rect
from kaarten.graphics import Clipped, Colour, Shape

Svg = Callable[..., bytes]


def shapes(art: Artwork) -> list[Shape]:
    return [piece for piece in art.paint if isinstance(piece, Shape)]


def boxes(art: Artwork) -> list[Rect]:
    return [shape.path.bounds() for shape in shapes(art)]


def test_the_view_box_is_the_box(svg: Svg):
    art = read_svg(svg('<rect x="12" y="11" width="4" height="3"/>', 'viewBox="10 10 40 20" width="100%"'))
    assert (art.width, art.height) == (40, 20)
    assert boxes(art) == [Rect(2, 1, 4, 3)]


def test_without_a_view_box_width_and_height_count(svg: Svg):
    art = read_svg(svg('<rect width="4" height="3"/>', 'width="50.8mm" height="96"'))
    assert (art.width, art.height) == (pytest.approx(192), 96)


def test_groups_transform_and_paint_what_is_in_them(svg: Svg):
    art = read_svg(
        svg('<g transform="translate(2 1)" fill="teal"><g transform="scale(2)"><rect width="3" height="2"/></g></g>')
    )
    assert boxes(art) == [Rect(2, 1, 6, 4)]
    assert shapes(art)[0].fill == Colour(0, 128, 128)


def test_paint_is_in_the_order_of_the_file(svg: Svg):
    art = read_svg(svg('<rect width="3" height="2" fill="red"/><circle cx="5" cy="5" r="2" fill="lime"/>'))
    assert [shape.fill for shape in shapes(art)] == [Colour(255, 0, 0), Colour(0, 255, 0)]


def test_a_shape_can_be_used_again(svg: Svg):
    art = read_svg(
        svg(
            '<defs><path id="p" d="M0 0h4v4z"/></defs>'
            '<use href="#p" x="3" fill="red"/><use href="#p" transform="scale(2)"/>'
        )
    )
    assert boxes(art) == [Rect(3, 0, 4, 4), Rect(0, 0, 8, 8)]
    assert [shape.fill for shape in shapes(art)] == [Colour(255, 0, 0), Colour(0, 0, 0)]


def test_what_is_not_shown_is_not_drawn(svg: Svg):
    art = read_svg(
        svg(
            "<title>t</title><metadata><x:y xmlns:x='urn:x'/></metadata>"
            '<rect width="9" height="9" display="none"/><rect width="9" height="9" fill="none"/>'
            '<clipPath id="c"><rect width="9" height="9"/></clipPath><rect width="1" height="1"/>'
        )
    )
    assert boxes(art) == [Rect(0, 0, 1, 1)]


def test_what_sticks_out_of_the_box_is_clipped(svg: Svg):
    art = read_svg(svg('<rect x="30" width="20" height="5"/>'))
    (clip,) = art.paint
    assert isinstance(clip, Clipped)
    assert clip.inside.bounds() == Rect(0, 0, 40, 20)


def test_half_a_stroke_over_the_edge_is_clipped_too(svg: Svg):
    art = read_svg(svg('<path d="M0 0H40" stroke="red" stroke-width="2"/>'))
    assert isinstance(art.paint[0], Clipped)


def test_a_line_is_never_filled(svg: Svg):
    art = read_svg(svg('<line x1="1" y1="1" x2="9" y2="9" stroke="red"/>'))
    assert shapes(art)[0].fill is None


def test_the_fill_rule_is_kept(svg: Svg):
    art = read_svg(svg('<path fill-rule="evenodd" d="M0 0h9v9h-9zM2 2h4v4h-4z"/><path d="M0 0h9v9z"/>'))
    assert [shape.path.even_odd for shape in shapes(art)] == [True, False]


@pytest.mark.parametrize(
    ("tags", "what", "line"),
    [
        ("\n<text>Oost</text>", "text", 2),
        ("\n<image href='x.png'/>", "image", 2),
        ("<rect width='9' height='9' fill='url(#g)'/><defs>\n<linearGradient id='g'/></defs>", "linearGradient", 2),
        ("<defs>\n<radialGradient id='g'/></defs><path d='M0 0h9' stroke=\"url('#g')\"/>", "radialGradient", 2),
        ("\n<use href='other.svg#a'/>", "use", 2),
        ("\n<use href='#nowhere'/>", "use", 2),
        ("<symbol id='s'/>\n<use href='#s'/>", "symbol", 1),
        ("<defs>\n<script>1</script></defs>", "script", 2),
        ("<defs>\n<foreignObject/></defs>", "foreignObject", 2),
        ("\n<svg/>", "svg", 2),
        ("\n<animate/>", "animate", 2),
        ("\n<g clip-path='url(#c)'/>", "clip-path: url(#c)", 2),
    ],
)
def test_what_paths_cannot_show_is_named_with_its_line(svg: Svg, tags: str, what: str, line: int):
    with pytest.raises(SvgFault) as fault:
        read_svg(svg(tags))
    assert (fault.value.code, fault.value.details["what"], fault.value.details["line"]) == (
        "svg-unsupported",
        what,
        line,
    )


@pytest.mark.parametrize(
    ("tags", "root", "code"),
    [
        ("", 'viewBox="0 0 4 4"', "svg-empty"),
        ('<rect width="1" height="1"/>', "", "svg-no-size"),
        ('<rect width="1" height="1"/>', 'viewBox="0 0 0 4"', "svg-no-size"),
        ('<rect width="1" height="1"/>', 'viewBox="0 0 4"', "svg-no-size"),
        ('<rect width="1" height="1"/>', 'width="100%" height="100%"', "svg-no-size"),
        ('<g id="a"><use href="#a"/></g>', 'viewBox="0 0 4 4"', "svg-too-complex"),
        ("<g/>" * 20_001, 'viewBox="0 0 4 4"', "svg-too-complex"),
    ],
    ids=["empty", "no size", "flat", "three numbers", "percent", "uses itself", "many"],
)
def test_refused(svg: Svg, tags: str, root: str, code: str):
    with pytest.raises(SvgFault) as fault:
        read_svg(svg(tags, root))
    assert fault.value.code == code


def test_a_small_file_cannot_make_a_large_drawing(svg: Svg):
    """Ten uses of ten uses of … : a thousand million shapes in a kilobyte."""
    levels = "".join(f'<g id="l{level}">' + f'<use href="#l{level - 1}"/>' * 10 + "</g>" for level in range(1, 10))
    with pytest.raises(SvgFault) as fault:
        read_svg(svg(f'<defs><rect id="l0" width="1" height="1"/>{levels}</defs><use href="#l9"/>'))
    assert fault.value.code == "svg-too-complex"
