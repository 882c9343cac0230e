"""Name card: a tent to stand on the table, with a name that can be read from across the room on both its sides (A07).

In: the texts that are printed for each person; how many blank ones there are besides. Out: one lying A5 for each
person, folded in the middle: the name on the lower half, and upside down on the upper. Leaves alone: who they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    INK_2,
    LEAD,
    PAPER_SIZES,
    Desk,
    Face,
    LayoutContent,
    Piece,
    Quantity,
    Rect,
    Stroke,
    Style,
    Surface,
    Text,
    draw_logos,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A5"].turned
LARGE = Style(113, 40, floor=81, bold=True, heading=True)
"""What is read from 4 m; 81 points still are (research on print, section 2)."""
IN_TWO = Style(60, 21, floor=20, bold=True, heading=True)
"""For a name too long for that, in two lines."""
ROLE = LEAD.sized(18, floor=12)
FOLD = Stroke(INK_2, 0.5, (1.5, 3.0))
BAR, LEFT, EDGE = 6.0, 24.0, 10.0
BASELINE, LOWER, FOOT = 43.0, 45.5, 60.0
"""mm from the fold to the name on one line, to the last line of one on two, and to what stands under it."""


class PersonTexts(LayoutContent):
    """With `{naam}`, `{voornaam}` and `{functie}`."""

    name: Text
    below: Text | None = None


class Content(LayoutContent):
    person: PersonTexts
    blank: Quantity = Quantity()


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """Cards with names, then those to write one on: of the participants whose name is not known, and `blank`."""
    roster, texts = desk.job.roster, content.person
    style = _style(desk, [person.filled(texts.name) for person in roster])
    for number, person in enumerate(roster, start=1):
        below = person.filled(texts.below) if texts.below else None
        yield Piece(f"{desk.material.title} {number}", _card(desk, style, person.filled(texts.name), below))
    blank = max(0, desk.job.people.participants - len(roster)) + desk.count(content.blank)
    if blank:
        yield Piece(desk.material.title, _card(desk, style), copies=blank)


def _style(desk: Desk, names: list[Text]) -> Style:
    """One size for all names that can be read from afar."""
    surface = desk.surface()
    width = surface.size.width - LEFT - EDGE
    return surface.one_size([name for name in names if _is_short(surface, name, width)], LARGE, width)


def _is_short(surface: Surface, name: str, width: float) -> bool:
    return surface.width(name, LARGE.sized(LARGE.floor)) <= width


def _card(desk: Desk, style: Style, name: Text | None = None, below: Text | None = None) -> Face:
    """The card of one person; without a name there is a line for it."""
    surface = desk.surface()
    width, fold = surface.size.width, surface.size.height / 2
    with surface.also_turned(width / 2, fold):
        _half(surface, Rect(0, fold, width, fold), style, name, below)
    with surface.artifact():
        surface.line(5, fold, width - 5, fold, FOLD)
    return surface.face()


def _half(surface: Surface, box: Rect, style: Style, name: Text | None, below: Text | None) -> None:
    """What one side of the tent shows."""
    room = Rect(LEFT, box.y, box.right - EDGE - LEFT, box.height)
    with surface.artifact():
        surface.rect(Rect(EDGE, box.y + EDGE, BAR, box.height - 2 * EDGE), fill=surface.brand.primary)
    if name is None:
        writing_lines(surface, room.x, box.y + BASELINE, room.width, 1)
    elif _is_short(surface, name, room.width):
        surface.text(room.x, box.y + BASELINE, name, style, tag="H1", width=room.width)
    else:
        fitted = surface.one_size([name], IN_TWO, room.width, lines=2)
        above = (surface.line_count(name, fitted, room.width) - 1) * fitted.leading
        surface.paragraph(room.x, box.y + LOWER - above, room.width, name, fitted, lines=2, tag="H1")
    if below:
        _below(surface, room.x, box.y + FOOT, room.width - 62, below)
    draw_logos(surface, Rect(room.right - 56, box.y + FOOT - 6, 56, 12), 9, right=True)


def _below(surface: Surface, x: float, y: float, width: float, text: Text) -> None:
    """A line under the name, or two round the place of the one."""
    style = surface.one_size([text], ROLE, width, lines=2)
    above = (surface.line_count(text, style, width) - 1) * style.leading / 2
    surface.paragraph(x, y - above, width, text, style, lines=2)
