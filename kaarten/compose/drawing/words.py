"""The words in a drawing: what each of its parts is, beside or under the sign that leads to the field.

In: a Surface, a Diagram with rooms, fields. Out: signs and words, all words in one size, for the eye only: whoever
hears the page hears the fields. When they do not all fit at the smallest size, the signs alone. Leaves alone: the
drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaarten.compose.drawing.diagram import Diagram, Point, Room
from kaarten.compose.drawing.painting import SIGN, DrawnField, draw_sign, sign_of
from kaarten.compose.parts.steps import largest
from kaarten.compose.styles import LABEL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.text import Text

LEAST_WORD = 9.0
"""Points: under it the sign alone."""
ONE_LINE = 10.0
"""Points on an A4: so large they stand on one line when they can, before any stands on two; smaller where all stand
behind their signs, as two lines fill a ring from edge to edge."""
_APART = 1.6
"""mm between a sign and its word on an A4."""
_SIDE = 0.8
"""mm on an A4 that sign and word keep from both sides of a part they stand in."""
_LINES = 2
_HAIR = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """A sign and the word that goes with it: the middle of the sign, the box of the lines (mm), from which side."""

    sign: Point
    box: Rect
    lines: Sequence[str]
    anchor: str


def draw_marks(surface: Surface, diagram: Diagram, fields: Sequence[DrawnField], scale: float) -> None:
    """The signs on the drawing, with their words where all of those fit; the fields beside it are read."""
    style = word_style(surface, diagram, fields, scale)
    for index, (mark, field) in enumerate(zip(diagram.marks, fields, strict=True)):
        if style is None:
            draw_sign(surface, *mark, sign_of(field, index), scale, seen_only=True)
            continue
        placed = _placed(surface, diagram.rooms[index], mark, field.drawn, style, scale)
        draw_sign(surface, *placed.sign, sign_of(field, index), scale, seen_only=True)
        _draw_word(surface, placed, field.drawn, style)


def word_style(surface: Surface, diagram: Diagram, fields: Sequence[DrawnField], scale: float) -> Style | None:
    """The largest type at which every word has room; None when there is none, or nothing to say."""
    if not diagram.rooms or not all(field.drawn for field in fields):
        return None

    def fitted(lines: int, least: float) -> Style | None:
        def fits(style: Style) -> bool:
            pairs = zip(diagram.rooms, fields, strict=True)
            return all(_fits(surface, *pair, style, scale, lines) for pair in pairs)

        style = largest(LABEL.sized(max(least, 14 * scale), floor=least), fits)
        return style if fits(style) else None

    small = all(room.way == "behind" for room in diagram.rooms) and fitted(1, LEAST_WORD)
    return fitted(1, max(LEAST_WORD, ONE_LINE * scale)) or small or fitted(_LINES, LEAST_WORD)


def _fits(surface: Surface, room: Room, field: DrawnField, style: Style, scale: float, most: int) -> bool:
    width, height = _left(room, scale)
    lines = surface.lines(field.drawn, style, width)
    if len(lines) > most or _height(surface, lines, style) > height + _HAIR:
        return False
    return all(surface.width(line, style) <= width + _HAIR for line in lines)


def _left(room: Room, scale: float) -> tuple[float, float]:
    """mm of width and height that the sign leaves of a room."""
    sign, box, sides = (SIGN + _APART) * scale, room.box, 2 * _SIDE * scale
    if room.way == "under":
        return box.width - sides, box.height - sign
    if room.way == "behind":
        return box.width - sides - sign, box.height
    return box.width - sign + SIGN / 2 * scale, box.height


def _height(surface: Surface, lines: Sequence[str], style: Style) -> float:
    return surface.cap_height(style) + (len(lines) - 1) * style.leading


def _placed(surface: Surface, room: Room, mark: Point, text: Text, style: Style, scale: float) -> Placed:
    """Where sign and word stand."""
    (x, y), radius, apart = mark, SIGN / 2 * scale, _APART * scale
    lines = surface.lines(text, style, _left(room, scale)[0])
    width, height = max(surface.width(line, style) for line in lines), _height(surface, lines, style)
    if room.way == "under":
        x, y = room.box.middle
        top = y - (2 * radius + apart + height) / 2
        word = Rect(room.box.x, top + 2 * radius + apart, room.box.width, height)
        return Placed((x, top + radius), word, lines, "middle")
    if room.way == "behind":
        x, y = room.box.middle
        left = x - (2 * radius + apart + width) / 2
        word = Rect(left + 2 * radius + apart, y - height / 2, width, height)
        return Placed((left + radius, y), word, lines, "start")
    side = 1 if room.way == "right" else -1
    edge = x + side * (radius + apart)
    word = Rect(
        edge if side > 0 else room.box.x, y - height / 2, abs(edge - (room.box.right, room.box.x)[side < 0]), height
    )
    return Placed(mark, word, lines, "start" if side > 0 else "end")


def _draw_word(surface: Surface, placed: Placed, text: Text, style: Style) -> None:
    """The lines of a word in their box."""
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[placed.anchor]
    y = placed.box.y + surface.cap_height(style)
    with surface.artifact():
        for line in placed.lines:
            x = placed.box.x + share * (placed.box.width - surface.width(line, style))
            surface.text(x, y, text.like(line), style, tag=None)
            y += style.leading
