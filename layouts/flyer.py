"""Flyer: what the building blocks are and what they are for, both sides of one A4 (B03).

In: texts for four purposes, five uses, eight target groups, the T-profile; domains and sentences come with the job.
Out: one sheet: the wheel in front, the domains in words on the back. Source: looks.md sections 1 to 5. Leaves alone:
the poster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaarten.layout import (
    A4,
    BODY,
    HAIR,
    INK,
    LABEL,
    PAPER_SIZES,
    SMALL,
    STONE,
    TITLE,
    Desk,
    Face,
    LayoutContent,
    Path,
    Piece,
    Rect,
    Stroke,
    Style,
    Surface,
    Text,
    Wheel,
    domain_tile,
    draw_wheel,
    masthead,
    page_footer,
    sign_list,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
HEADING = LABEL
ITEM = Style(11, 4.8, floor=9)


class Item(LayoutContent):
    name: Text
    text: Text


class Content(LayoutContent):
    heading: Text
    what: Text
    domains_title: Text
    purposes_title: Text
    purposes: dict[str, Item]
    profile_title: Text
    profile: Text
    uses_title: Text
    uses: dict[str, Text]
    groups_title: Text
    groups: dict[str, Item]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One sheet of two sides."""
    yield Piece(desk.material.title, front(desk, content), back(desk, content))


def front(desk: Desk, content: Content) -> Face:
    """Masthead, lead, the wheel, what it is for."""
    surface = desk.surface()
    masthead(surface, content.heading, "")
    y = surface.paragraph(PAGE.left, 47, PAGE.width, content.what, BODY, lines=6).below
    foot = 229.5
    radius = min((foot - y - 2) / 2, 76)
    job = desk.job
    centre = y - 3 + (foot - y) / 2
    hub = desk.label("hub")
    names = job.competency_names
    sign_list(surface, PAGE.left, centre + radius - 14, desk.signs, 50)
    draw_wheel(
        surface, Wheel(PAGE.left + PAGE.width / 2, centre, radius, job.domains, job.competencies, names, hub, False)
    )
    _heading(surface, PAGE.left, foot + 6, PAGE.width, content.purposes_title)
    _items(
        surface,
        Rect(PAGE.left, foot + 9, PAGE.width, PAGE.rule - foot - 11),
        list(content.purposes.values()),
        columns=2,
    )
    page_footer(surface, desk.credit, desk.identity(1, 2))
    return surface.face()


def back(desk: Desk, content: Content) -> Face:
    """The domains, the T, ways to use it all, whom it is about."""
    surface = desk.surface(content.domains_title)
    surface.text(PAGE.left, 20, content.domains_title, TITLE, tag="H1", width=PAGE.width)
    y = _domains(desk, surface, 25)
    left, right = Rect(PAGE.left, y + 11, PAGE.width, 0).columns(2, 10)
    y = max(_profile(surface, left, content), _uses(surface, right, content)) + 11
    _heading(surface, PAGE.left, y, PAGE.width, content.groups_title)
    _items(surface, Rect(PAGE.left, y + 3, PAGE.width, PAGE.rule - y - 5), list(content.groups.values()), columns=2)
    page_footer(surface, desk.credit, desk.identity(2, 2))
    return surface.face()


def _heading(surface: Surface, x: float, y: float, width: float, text: Text) -> None:
    surface.text(x, y, text, HEADING, tag="H2", width=width)


def _domains(desk: Desk, surface: Surface, top: float) -> float:
    """A row per domain: tile, name, sentence. Returns the y below the last."""
    height = min(11.4, 93 / len(desk.domains))
    name = surface.one_size([domain.name for domain in desk.domains], LABEL.sized(12), 56)
    with surface.tag("L"):
        for index, domain in enumerate(desk.domains):
            box = Rect(PAGE.left, top + index * height, PAGE.width, height)
            if index % 2 == 0:
                with surface.artifact():
                    surface.rect(box, fill=STONE)
            domain_tile(surface, Rect(box.x + 0.75, box.y + 0.75, height, height - 1.5), domain, 3)
            middle = box.y + box.height / 2
            with surface.tag("LI"), surface.tag("LBody"):
                surface.text(box.x + 17, middle + surface.cap_height(name) / 2, domain.name, name, width=57)
                _two_lines(surface, box.x + 76, middle, box.width - 78, domain.sentence)
    return top + len(desk.domains) * height


def _two_lines(surface: Surface, x: float, middle: float, width: float, text: Text) -> None:
    """A small text of one or two lines, centred on `middle`."""
    style = SMALL.sized(10, floor=9)
    one = surface.width(text, style) <= width
    baseline = middle + surface.cap_height(style) / 2 - (0 if one else style.leading * 0.46)
    surface.paragraph(x, baseline, width, text, Style(style.size, 4.2, style.floor), lines=2)


def _profile(surface: Surface, box: Rect, content: Content) -> float:
    """A T: its bar is the broad view, its stem the speciality. Returns the y of its foot."""
    _heading(surface, box.x, box.y, box.width, content.profile_title)
    top, width, height, thick = box.y + 6, 34.0, 40.0, 9.0
    stem = box.x + (width - thick) / 2
    letter = Path.polygon(
        (box.x, top),
        (box.x + width, top),
        (box.x + width, top + thick),
        (stem + thick, top + thick),
        (stem + thick, top + height),
        (stem, top + height),
        (stem, top + thick),
        (box.x, top + thick),
    )
    with surface.figure("T", Rect(box.x, top, width, height)):
        surface.path(letter, fill=surface.brand.tint_strong, stroke=Stroke(INK, 1))
    beside = box.width - width - 6
    surface.paragraph(box.x + width + 6, top + 3, beside, content.profile, BODY, lines=8)
    return top + height


def _uses(surface: Surface, box: Rect, content: Content) -> float:
    """The ways to use it, each with a block. Returns the y of the last line."""
    _heading(surface, box.x, box.y, box.width, content.uses_title)
    y = box.y + 10
    with surface.tag("L"):
        for use in content.uses.values():
            with surface.artifact():
                surface.rect(Rect(box.x, y - 2.6, 2.4, 2.4), fill=surface.brand.accent)
            with surface.tag("LI"):
                y = surface.paragraph(box.x + 6, y, box.width - 6, use, BODY, lines=2, tag="LBody").below + 2
    return y - 2 - BODY.leading


def _items(surface: Surface, box: Rect, items: Sequence[Item], columns: int) -> None:
    """Names with a sentence, in columns, read row by row."""
    width = box.columns(columns, 10)[0].width
    heights = [
        max(_item_height(surface, item, width) for item in items[first : first + columns])
        for first in range(0, len(items), columns)
    ]
    with surface.tag("L"):
        for cell, item in zip(box.flowing(heights, columns, 10), items, strict=False):
            with surface.artifact():
                surface.line(cell.x, cell.y, cell.right, cell.y, Stroke(HAIR, 0.5))
            with surface.tag("LI"), surface.tag("LBody"):
                name = surface.paragraph(cell.x, cell.y + 5.6, cell.width, item.name, ITEM.strong, lines=2)
                surface.paragraph(cell.x, name.below, cell.width, item.text, ITEM, lines=2)


def _item_height(surface: Surface, item: Item, width: float) -> float:
    lines = surface.line_count(item.name, ITEM.strong, width) + surface.line_count(item.text, ITEM, width)
    return 5.6 + (lines - 1) * ITEM.leading + 2.6
