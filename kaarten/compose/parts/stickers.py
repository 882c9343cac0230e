"""Stickers and the places they go: what tells general from specific knowledge without colour.

In: a Surface, a box, the diameter of the stickers. Out: numbered rings just larger than a sticker, and the stickers
themselves, to be printed or in small for a legend. Source: looks.md section 5 (Sticker poster,
Stickers) and research on print (section 2: a place is the dot + 2 mm, the pitch the dot + 5 mm). Leaves alone: how many
places a team needs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from kaarten.brand.inks import INK, LINE, PLACE, PLACE_NUMBER, STONE, WHITE
from kaarten.compose.styles import LABEL, NUMERAL, SMALL
from kaarten.compose.surface import Surface
from kaarten.geometry import POINTS_PER_MM, Rect
from kaarten.graphics import Colour, Path, Stroke

GENERAL_STICKER: Final = Colour.parse("#F4CC46")
SPECIFIC_STICKER: Final = Colour.parse("#2B5EA7")
PRIORITY_STICKER: Final = Colour.parse("#D9539A")
"""No domain has it, and in grey it lies between the other two: 15 L* from each."""

RING: Final = 0.17
"""Of a knowledge sticker's radius."""

StickerKind = Literal["A", "S"]
PlaceKind = Literal["A", "S", "C", "overflow"]

_NAMED_FROM = 30.0
"""mm: stickers this large carry a name and want less air round them than small dots under stiff fingers."""


@dataclass(frozen=True, slots=True)
class Places:
    """How many stickers go in a zone: `columns` x `rows` rings of `diameter` mm."""

    columns: int
    rows: int
    diameter: float

    @property
    def count(self) -> int:
        return self.columns * self.rows


def places_in(box: Rect, sticker: float, needed: int) -> Places:
    """The places for stickers of `sticker` mm in a box: whole rows, as many as `needed` asks and the box has."""
    small = sticker < _NAMED_FROM
    diameter = sticker + (2 if small else 0.8)
    pitch = sticker + (5 if small else 3)
    columns = max(0, int((box.width + pitch - diameter - 1) // pitch))
    rows = max(0, int((box.height - 1) // (diameter + 1)))
    return Places(columns, min(rows, math.ceil(needed / columns)) if columns else 0, diameter)


def draw_places(surface: Surface, box: Rect, places: Places, kind: PlaceKind) -> None:
    """The rings spread over the width of the box, numbered (overflow is not), centred on its height. Decoration."""
    if not places.count:
        return
    step = (box.width - 1) / places.columns
    row_height = min(box.height / places.rows, places.diameter + 4)
    top = box.y + (box.height - row_height * places.rows) / 2
    number = NUMERAL.sized(places.diameter * 0.69, floor=6.5).regular.coloured(PLACE_NUMBER)
    with surface.artifact():
        for index in range(places.count):
            row, column = divmod(index, places.columns)
            x, y = box.x + step * (column + 0.5), top + row_height * (row + 0.5)
            _ring(surface, x, y, places.diameter, kind)
            if kind != "overflow":
                y += surface.cap_height(number) / 2
                surface.text(x, y, str(index + 1), number, tag=None, anchor="middle")


def _ring(surface: Surface, x: float, y: float, diameter: float, kind: PlaceKind) -> None:
    """A ring; a second one inside for S, dashes for overflow."""
    width = 1.25 if diameter > 15 else 1.0
    radius = diameter / 2 - 0.2
    dash = (2.0, 2.0) if kind == "overflow" else ()
    surface.circle(x, y, radius, WHITE, Stroke(PLACE, width, dash=dash))
    if kind == "S":
        surface.circle(x, y, radius - diameter * 0.05, stroke=Stroke(PLACE, width))


def dot_zone(surface: Surface, zone: Rect, text: str, label_width: float, place: float, pitch: float) -> None:
    """A bar of stone with dashed places for the dots that set the order: as many as there is room for beside the text.

    `place` is the diameter and `pitch` the distance of the places, in mm.
    """
    with surface.artifact():
        surface.rect(zone, fill=STONE)
    middle = zone.y + zone.height / 2
    style = SMALL if label_width > 30 else SMALL.sized(9)
    left, right = (4.0, 4.0) if label_width > 30 else (3.0, 2.25)
    one = surface.width(text, style) <= label_width - left
    baseline = middle + surface.cap_height(style) / 2 - (0 if one else style.leading / 2)
    surface.paragraph(zone.x + left, baseline, label_width - left, text, style, lines=2)
    count = int((zone.width - label_width - right) // pitch)
    with surface.artifact():
        for index in range(count):
            x = zone.right - right - place / 2 - (count - 1 - index) * pitch
            surface.circle(x, middle, place / 2, WHITE, Stroke(LINE, 0.75, dash=(1.1, 1.1)))


def sample_sticker(surface: Surface, x: float, y: float, radius: float, kind: StickerKind) -> None:
    """A sticker in small, for a legend. Decoration."""
    with surface.artifact():
        knowledge_sticker(surface, x, y, radius, kind)


def knowledge_sticker(surface: Surface, x: float, y: float, radius: float, kind: StickerKind) -> None:
    """A sticker centred on (x, y): a broad ring with A in a disc, or a ladder ring with S in a square.

    Paints into whatever is open.
    """
    colour = GENERAL_STICKER if kind == "A" else SPECIFIC_STICKER
    ring = radius * RING
    surface.circle(x, y, radius, WHITE)
    surface.circle(x, y, radius - ring / 2, stroke=Stroke(colour, ring * POINTS_PER_MM))
    if kind == "S":
        _ladder(surface, x, y, radius - ring / 2, ring)
    for edge in (radius, radius - ring):
        surface.circle(x, y, edge, stroke=Stroke(INK, 0.5))
    _flag(surface, x, y - radius * 0.7, radius, kind, colour)


def priority_dot(surface: Surface, x: float, y: float, radius: float, *, initials: bool) -> None:
    """A dot to choose with, centred on (x, y): full, with a star; or a ring with room for initials.

    Paints into whatever is open.
    """
    if initials:
        ring = radius * 0.22
        surface.circle(x, y, radius - ring / 2, WHITE, Stroke(PRIORITY_STICKER, ring * POINTS_PER_MM))
        return
    surface.circle(x, y, radius, PRIORITY_STICKER)
    surface.path(_star(x, y, radius * 0.62), WHITE)


def _star(x: float, y: float, radius: float) -> Path:
    """Five points, the inner corners where the straight sides of a pentagram cross."""
    radii = (radius, radius * 0.382)
    corners = ((radii[step % 2], math.radians(36 * step)) for step in range(10))
    return Path.polygon(*((x + r * math.sin(turn), y - r * math.cos(turn)) for r, turn in corners))


def _ladder(surface: Surface, x: float, y: float, radius: float, ring: float) -> None:
    step = 2 * math.pi * radius / 72
    dash = (step * 0.35, step * 0.65)
    surface.circle(x, y, radius, stroke=Stroke(WHITE, ring * 0.8 * POINTS_PER_MM, dash=dash))


def _flag(surface: Surface, x: float, y: float, radius: float, kind: StickerKind, colour: Colour) -> None:
    edge = Stroke(INK, 0.75)
    if kind == "A":
        surface.circle(x, y, radius * 0.27, colour, edge)
    else:
        half = radius * 0.26
        surface.rect(Rect(x - half, y - half, 2 * half, 2 * half), colour, edge)
    style = LABEL.sized(radius * 1.17, floor=6.5).coloured(INK if kind == "A" else WHITE)
    surface.text(x, y + surface.cap_height(style) / 2, kind, style, tag=None, anchor="middle")
