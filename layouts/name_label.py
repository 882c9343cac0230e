"""Name label: a first name to read across a table, on a sticker or a badge (A08).

In: how many there are, whether name and function stand under the first name; the roster of the job. Out: a label for
each person of the roster, and the rest with a line to write on. Leaves alone: which sheet of labels it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaarten.layout import (
    BODY_NARROW,
    NUMERAL,
    Desk,
    LayoutContent,
    Person,
    Piece,
    Quantity,
    Rect,
    Size,
    Style,
    Surface,
    Text,
    draw_logos,
    writing_lines,
)

SMALLEST = Size(60, 29)
LARGE_FROM = 45.0
"""From this height (mm) a label is a badge, read from farther away."""
BAR = 3.0
PITCH = 9.5
DETAILS = BODY_NARROW.sized(12, floor=9)
AIR = 1.5
"""mm between the name and what is under it."""


class Content(LayoutContent):
    """`each_meeting` for a new one at every meeting, as stickers are thrown away."""

    labels: Quantity
    each_meeting: bool = False
    details: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand on a label (mm): the bar, the room for the name and what is under it, that for the logo."""

    bar: Rect
    words: Rect
    logo: Rect
    style: Style


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """Those with a name first, all names in one size; then the blank ones."""
    plan = _plan(desk)
    named = [Text(person.calling, person.mark) for person in desk.job.roster]
    details = [_details(person) if content.details else [] for person in desk.job.roster]
    sets = max(1, len(desk.job.meetings)) if content.each_meeting else 1
    sizes = desk.surface()
    style = sizes.one_size(named, plan.style, plan.words.width)
    small = sizes.one_size([line for lines in details for line in lines], DETAILS, plan.words.width)
    for name, lines in zip(named, details, strict=True):
        surface = _ground(desk, plan, name)
        _name(surface, plan, name, style, lines, small)
        yield Piece(name, surface.face(), copies=sets)
    blank = max(0, desk.count(content.labels) - len(named))
    if blank:
        surface = _ground(desk, plan, desk.material.title)
        _lines(surface, plan, 2 if content.details else 1)
        yield Piece(desk.material.title, surface.face(), copies=blank * sets)


def _plan(desk: Desk) -> Plan:
    safe = desk.safe_area
    large = desk.material.size.height >= LARGE_FROM
    bar = Rect(safe.x + 2, safe.y + 3, BAR, safe.height - 6)
    x = bar.right + 4
    logo = 9.0 if large else min(7.0, safe.height * 0.24)
    words = Rect(x, bar.y, safe.right - x, bar.height - logo - 2)
    style = NUMERAL.sized(40 if large else 32, floor=20)
    return Plan(bar, words, Rect(x, bar.bottom - logo, words.width, logo), style)


def _ground(desk: Desk, plan: Plan, title: Text) -> Surface:
    """A label with the bar in the brand's colour and the logo."""
    surface = desk.surface(title)
    with surface.artifact():
        surface.rect(plan.bar, fill=surface.brand.primary)
    return surface


def _logo(surface: Surface, plan: Plan) -> None:
    draw_logos(surface, plan.logo, plan.logo.height, around=3)


def _details(person: Person) -> list[Text]:
    """The whole name, when it says more than the first, and the function: a line each."""
    whole = person.name if person.name != person.calling else ""
    return [Text(line, person.mark) for line in (whole, person.role) if line]


def _name(surface: Surface, plan: Plan, name: Text, style: Style, details: list[Text], small: Style) -> None:
    """The name in the middle of its room, on two lines when one is too short; details under it."""
    words, cap = plan.words, surface.cap_height(style)
    two = surface.width(name, style) > words.width
    below = (style.leading if two else 0) + (len(details) * small.leading + AIR if details else 0)
    y = words.y + (words.height - cap - below) / 2 + cap
    under = surface.paragraph(words.x, y, words.width, name, style, lines=2 if two else 1, tag="H1").below
    y = under - style.leading + AIR
    for line in details:
        y += small.leading
        surface.text(words.x, y, line, small, width=words.width)
    _logo(surface, plan)


def _lines(surface: Surface, plan: Plan, count: int) -> None:
    """Lines to write on, the last one where a name would end."""
    last = plan.words.bottom - (plan.words.height - 12) / 4
    writing_lines(surface, plan.words.x, last - PITCH * (count - 1), plan.words.width, count, PITCH)
    _logo(surface, plan)
