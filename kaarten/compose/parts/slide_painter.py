"""Slides on paper: items fitted to their place, shared out over slides, and painted on a face.

In: a Surface, places and items. Out: items in the size in which they fit; a painted slide, tagged: the title as H1,
marked items as a list, the rest as paragraphs. Leaves alone: which slides there are, and presentations (`office`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from kaarten.compose.parts.letters import letter_sign
from kaarten.compose.parts.logos import draw_logos
from kaarten.compose.slide import BULLET, Contents, Drawing, Filling, Item, Place, Slide, SlideFrame
from kaarten.compose.styles import Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Colour, Shape
from kaarten.text import Text
from kaarten.typeset.breaking import STEP, fit

SQUARE = 0.62
"""The side of a bullet, as a share of the height of capitals."""
BULLET_ROOM = 1.1
"""mm from a bullet to the text, times the height of capitals."""
_LINES = 99
_HAIR = 0.01
_ROOMIER = 0.985
"""Of the width of a place: a presentation is shown with other fonts and breaks lines by itself."""


def filled(surface: Surface, frame: SlideFrame, contents: Contents) -> tuple[Filling | Drawing, ...]:
    """The contents in the order of the frame's places; what the frame has no place for is left out."""
    found: list[Filling | Drawing] = []
    for place in frame.places:
        content = contents.get(place.id)
        if isinstance(content, Drawing):
            found.append(content)
        elif content:
            items = [Item(content, place.style)] if isinstance(content, Text) else content
            found.append(Filling(place, fitted_items(surface, place, items)))
    return tuple(found)


def fitted_items(surface: Surface, place: Place, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items at the largest size, down to their floors, at which all of them fit the place together.

    Fault: text-too-long, for the longest of more text than there is room for.
    """
    size = _fitting(surface, place, items)
    if size is None:
        _complain(surface, place, items)
        size = 0.0
    return tuple(item.sized(max(item.style.floor, size)) for item in items if item.text)


def spread_items(surface: Surface, place: Place, items: Sequence[Item], least: float) -> list[tuple[Item, ...]]:
    """The items over as few slides as hold them at `least` points or more, evenly, all in one size.

    Where even one item for each slide is too much for that, they go down to their floors.
    """
    counts = range(1, len(items) + 1)
    for wanted in (least, max((item.style.floor for item in items), default=0.0)):
        for parts in (_parted(items, count) for count in counts):
            size = min(_fitting(surface, place, part) or 0.0 for part in parts)
            if size >= wanted:
                return [fitted_items(surface, place, [item.sized(size) for item in part]) for part in parts]
    return [fitted_items(surface, place, [item]) for item in items]


def _parted(items: Sequence[Item], count: int) -> list[Sequence[Item]]:
    """Parts of about equal length, the longer ones first."""
    base, more = divmod(len(items), count)
    ends = [base * (index + 1) + min(index + 1, more) for index in range(count)]
    return [items[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _fitting(surface: Surface, place: Place, items: Sequence[Item]) -> float | None:
    """The size (pt) of the largest item at which all fit; None when none does. Smaller items keep to their own."""
    size = max((item.style.size for item in items), default=0.0)
    floor = min((item.style.floor for item in items), default=0.0)
    while size >= floor:
        sized = [item.sized(max(size, item.style.floor)) for item in items]
        if _height(surface, place, sized) <= place.box.height + _HAIR and all(
            _fits_width(surface, place, item) for item in sized
        ):
            return size
        size -= STEP
    return None


def _height(surface: Surface, place: Place, items: Sequence[Item]) -> float:
    lines = sum(surface.line_count(item.text, item.style, _width(place)) * item.style.leading for item in items)
    return lines + place.between * (len(items) - 1)


def _fits_width(surface: Surface, place: Place, item: Item) -> bool:
    """Whether no word of it is wider than the place."""
    style = item.style
    return fit(item.text, surface.typeface(style), style.size, style.size, _width(place), _LINES).fits


def _width(place: Place) -> float:
    return (place.box.width - place.indent) * _ROOMIER


def _complain(surface: Surface, place: Place, items: Sequence[Item]) -> None:
    """Tell of the longest text how many words stand outside."""
    longest = max(items, key=lambda item: len(item.text))
    small = [item.sized(item.style.floor) for item in items]
    over = _height(surface, place, small) - place.box.height
    style = longest.style.sized(longest.style.floor)
    lines = surface.line_count(longest.text, style, _width(place))
    outside = max(1, round(len(longest.text.split()) / lines * over / style.leading))
    surface.too_long(longest.text, style, outside, max(1, int(place.box.height / style.leading)))


# ---- painting


def paint_slide(surface: Surface, slide: Slide) -> None:
    """Blocks, then contents in their order, then the logos."""
    with surface.artifact():
        for each in slide.frame.paint:
            if isinstance(each, Shape):
                surface.paint(each)
            else:
                letter_sign(surface, each.x, each.y, each.kind, each.radius, each.size, 2)
    for content in slide.contents:
        if isinstance(content, Drawing):
            content.draw(surface, content.place.box)
        else:
            _paint_filling(surface, content)
    row = slide.frame.logos
    draw_logos(surface, row.room, row.height, right=True, around=row.around)


def _paint_filling(surface: Surface, filling: Filling) -> None:
    place, items = filling.place, filling.items
    y = place.box.y
    if place.middle:
        y += max(0.0, (place.box.height - _height(surface, place, items)) / 2)
    for marked, group in groupby(items, lambda item: bool(item.mark)):
        if marked:
            y = _paint_list(surface, place, group, y)
            continue
        for item in group:
            y = _paint_item(surface, place, item, y, "H1" if place.role == "title" else "P") + place.between


def _paint_list(surface: Surface, place: Place, items: Iterable[Item], y: float) -> float:
    with surface.tag("L"):
        for item in items:
            with surface.tag("LI"):
                y = _paint_item(surface, place, item, y, "LBody") + place.between
    return y


def _paint_item(surface: Surface, place: Place, item: Item, y: float, tag: str) -> float:
    """The item with its top at y; returns its bottom."""
    style, left = item.style, place.box.x + place.indent
    first = y + (style.leading + surface.cap_height(style)) / 2
    if item.mark:
        _paint_mark(surface, place, item, first)
    anchor, x = ("middle", left) if place.centred else ("start", left)
    block = surface.paragraph(x, first, _width(place), item.text, style, lines=_LINES, tag=tag, anchor=anchor)
    return y + block.lines * style.leading


def _paint_mark(surface: Surface, place: Place, item: Item, baseline: float) -> None:
    style, colour = item.style, mark_colour(surface, item)
    if item.mark != BULLET:
        surface.text(place.box.x, baseline, item.mark, _strong(style, colour), tag="Lbl", width=place.indent)
        return
    cap = surface.cap_height(style)
    side = cap * SQUARE
    x = place.box.x + place.indent - cap * BULLET_ROOM - side
    with surface.artifact():
        surface.rect(Rect(x, baseline - (cap + side) / 2, side, side), fill=colour)


def mark_colour(surface: Surface, item: Item) -> Colour:
    """The colour of an item's mark."""
    return item.colour or surface.brand.accent


def _strong(style: Style, colour: Colour) -> Style:
    return style.strong.coloured(colour)
