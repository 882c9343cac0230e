"""Term sheet: terms with a line or two about each, in groups, perhaps with lines to write on (B31, C17, E09).

In: a lead, groups of terms. Out: one A4 or a lying A5, two columns, in the larger type when it fits and else in the
smaller. Source: looks.md sections 1 to 5. Leaves alone: which terms there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kaarten.layout import (
    A4,
    BODY,
    BODY_NARROW,
    HAIR,
    HINT,
    INK,
    LABEL,
    PAPER_SIZES,
    SMALL,
    Count,
    Desk,
    Head,
    IconName,
    LayoutContent,
    Piece,
    Rect,
    Stroke,
    Style,
    Surface,
    Text,
    check_lines,
    number_tile,
    sized_frame,
    writing_lines,
)

SMALLEST, LARGEST = (PAPER_SIZES["A4"], PAPER_SIZES["A5"].turned), PAPER_SIZES["A4"]
PAGE = A4()
GUTTER, HEAD, ABOVE_HEAD = 8.0, 13.0, 4.0
PITCH = 9.0


@dataclass(frozen=True, slots=True)
class Look:
    """Type of a term and of what is said of it; mm of air in each row, and of that between rule and term; the rule."""

    name: Style
    text: Style
    air: float
    rule: Stroke
    above: float = 2.4


ROOMY = Look(LABEL.sized(18), BODY.sized(15), 9, Stroke(INK, 1), above=4.2)
LARGE = Look(LABEL, BODY_NARROW, 5.5, Stroke(INK, 1))
DENSE = Look(LABEL.sized(12, floor=11), SMALL.sized(10.5, floor=10), 3.2, Stroke(HAIR, 0.5))


class Term(LayoutContent):
    """`time` stands in small behind the name."""

    name: Text
    text: Text
    time: Text | None = None


class Group(LayoutContent):
    """Terms that belong together. `share` is a figure in front of the heading."""

    share: Text | None = None
    heading: Text | None = None
    lead: Text | None = None
    terms: dict[str, Term]


class Content(LayoutContent):
    """It is named by its heading, else its title; `lines` is how many there are to write on under each term."""

    icon: IconName = "book"
    heading: Text | None = None
    subject: Text
    lead: Text
    lines: Count = Count(0)
    groups: dict[str, Group]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One page: head, lead, the groups spread over what is left, foot."""
    frame = sized_frame(desk, Head(content.heading or desk.material.title, content.subject, icon=content.icon))
    with frame.page() as surface:
        draw_groups(surface, frame.body.inset(0, surface.cap_height(BODY) + 0.5, 0, 0), content)
    yield Piece(desk.material.title, surface.face())


def draw_groups(surface: Surface, box: Rect, content: Content) -> None:
    """The lead with its first baseline on the top of the box, and under it the groups, down to its foot."""
    y = surface.paragraph(box.x, box.y, box.width, content.lead, BODY, lines=3).below - 0.5
    groups = list(content.groups.values())
    headed = sum(1 for group in groups if group.heading)
    heads = HEAD * headed + ABOVE_HEAD * max(0, headed - 1)
    room = box.bottom - y - heads
    look, heights = _fitted(surface, groups, content.lines, Rect(box.x, y, box.width, room))
    spare = (room - sum(sum(each) for each in heights)) / max(1, sum(len(each) for each in heights))
    _check_room(surface, groups, content.lines, spare * sum(len(each) for each in heights))
    for group, rows in zip(groups, heights, strict=True):
        area = Rect(box.x, y, box.width, 0)
        if group.heading:
            y += 0 if group is groups[0] else ABOVE_HEAD
            _head(surface, Rect(box.x, y, box.width, 0), group, group.heading)
            y += HEAD
        y = _terms(surface, area, group, [height + max(0, spare) for height in rows], y, look, content.lines)


# ---- how much room


def _fitted(surface: Surface, groups: Sequence[Group], lines: int, room: Rect) -> tuple[Look, list[list[float]]]:
    """The largest look at which all rows fit in the height of a room, and the heights of the rows of each group."""
    names = [term.name for group in groups for term in group.terms.values()]
    width = _columns(room, 0)[0].width
    for look in (*([] if room.x == PAGE.left else [ROOMY]), LARGE, DENSE):
        fitted = replace(look, name=surface.one_size(names, look.name, width, lines=2))
        heights = [_heights(surface, group, fitted, lines, width) for group in groups]
        if look is DENSE or sum(map(sum, heights)) <= room.height:
            return fitted, heights
    raise AssertionError


def _columns(area: Rect, y: float) -> list[Rect]:
    return Rect(area.x, y, area.width, 0).columns(2, GUTTER)


def _heights(surface: Surface, group: Group, look: Look, lines: int, width: float) -> list[float]:
    """mm for each row of two terms in columns of `width` mm."""
    needed = [_height(surface, term, look, lines, width) for term in group.terms.values()]
    return [max(needed[first : first + 2]) for first in range(0, len(needed), 2)]


def _height(surface: Surface, term: Term, look: Look, lines: int, width: float) -> float:
    names = surface.line_count(term.name, look.name, _name_width(surface, term, width))
    texts = surface.line_count(term.text, look.text, width)
    return names * look.name.leading + texts * look.text.leading + PITCH * lines + look.air


def _name_width(surface: Surface, term: Term, width: float) -> float:
    time = surface.width(term.time, HINT) + 3 if term.time else 0.0
    return width - time


def _check_room(surface: Surface, groups: Sequence[Group], lines: Count, left: float) -> None:
    """Report what does not fit: too many lines to write on, else too many terms."""
    if left >= 0:
        return
    if lines:
        rows = sum(-(-len(group.terms) // 2) for group in groups)
        check_lines(surface, [lines], -left / rows)
    else:
        surface.too_full([term.name for group in groups for term in group.terms.values()][-1], -left)


# ---- paint


def _head(surface: Surface, area: Rect, group: Group, heading: Text) -> None:
    """A number tile with the share, the heading and the lead beside it."""
    x, y, right, height = area.x, area.y, area.right, 10.5
    if group.share:
        number_tile(surface, Rect(x, y, 17, height), group.share, 16)
        x += 17 + 4
    style = LABEL.sized(15)
    if not group.lead:
        surface.text(x, y + height / 2 + surface.cap_height(style) / 2, heading, style, tag="H2", width=right - x)
        return
    surface.text(x, y + 4.2, heading, style, tag="H2", width=right - x)
    surface.text(x, y + 9.4, group.lead, HINT, width=right - x)


def _terms(
    surface: Surface, area: Rect, group: Group, rows: Sequence[float], y: float, look: Look, lines: int
) -> float:
    """The terms in two columns, a rule above each. Returns the foot."""
    terms = list(group.terms.values())
    with surface.tag("L"):
        for index, height in enumerate(rows):
            cells = [Rect(each.x, y, each.width, height) for each in _columns(area, y)]
            lowest = y
            for cell, term in zip(cells, terms[2 * index : 2 * index + 2], strict=False):
                with surface.artifact():
                    surface.line(cell.x, y, cell.right, y, look.rule)
                lowest = max(lowest, _term(surface, cell, term, look))
            if lines:
                for cell, _ in zip(cells, terms[2 * index : 2 * index + 2], strict=False):
                    _lines(surface, cell, lowest, y + height - look.air, lines)
            y += height
    return y


def _lines(surface: Surface, cell: Rect, above: float, foot: float, lines: int) -> None:
    """From just under the baseline `above`, that of the row, down to `foot`: `lines`, and more as they fit."""
    first = above + PITCH + 0.5
    gaps = max(lines - 1, int((foot - first + 0.01) // PITCH))
    pitch = max(PITCH, (foot - first) / gaps) if gaps else PITCH
    writing_lines(surface, cell.x, foot - pitch * gaps, cell.width, gaps + 1, pitch)


def _term(surface: Surface, cell: Rect, term: Term, look: Look) -> float:
    """Name and text. Returns the last baseline."""
    first = cell.y + look.above + surface.cap_height(look.name)
    with surface.tag("LI"):
        width = _name_width(surface, term, cell.width)
        block = surface.paragraph(cell.x, first, width, term.name, look.name, lines=2, tag="Lbl")
        with surface.tag("LBody"):
            if term.time:
                surface.text(cell.right, first, term.time, HINT, anchor="end", width=cell.width / 2)
            y = block.below - look.name.leading + look.text.leading
            return surface.paragraph(cell.x, y, cell.width, term.text, look.text, lines=4).below - look.text.leading
