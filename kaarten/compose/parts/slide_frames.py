"""Frames of slides: the row of blocks on a screen, and room for the words of each kind of slide.

In: a Desk. Out: Frames for a screen of 16:9, in the brand's colours and with prompts in the language of the pack.
Source of the figures: looks.md sections 1 to 3 and 5, made larger for a room: titles from 28 points, running text from
24. Marks hang in the column of the tile; everything else begins where the band of the title does. Leaves alone: what
stands in the places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from kaarten.brand.colours import ink_on
from kaarten.brand.icons import GRID, STROKE, icon
from kaarten.brand.inks import INK, INK_2, STONE
from kaarten.compose.desk import Desk
from kaarten.compose.parts.looks import ICON_SHARE
from kaarten.compose.slide import BULLET, Decoration, LogoRow, Place, Role, SignMark, SlideFrame
from kaarten.compose.styles import Style
from kaarten.geometry import POINTS_PER_MM, Rect, Size
from kaarten.graphics import Colour, Path, Shape, Stroke

SCREEN = Size(338.67, 190.5)
"""16:9, as large as PowerPoint's own wide slides: 13.333 by 7.5 inches."""

LEFT, RIGHT, TOP = 18.0, SCREEN.width - 18.0, 15.0
TILE, JOINT = 30.0, 1.2
TEXT = LEFT + TILE + JOINT
_TILE = Rect(LEFT, TOP, TILE, TILE)
BODY = Rect(LEFT, 58, RIGHT - LEFT, 110)
_KICKER = 68.0
_FOOT = Rect(LEFT, 174, RIGHT - LEFT, 6)
_LOGOS = LogoRow(Rect(RIGHT - 120, 171, 120, 12), 9, 7)

HEAD = Style(36, 13.5, floor=26, bold=True, heading=True)
COVER = Style(54, 20, floor=36, bold=True, heading=True)
ASKED = Style(40, 16.5, floor=32)
SAID = Style(36, 15, floor=24)
TIMED = Style(28, 12, floor=20)
KNOWN = Style(32, 13.5, floor=24)
TEAM = Style(24, 10, floor=16)
CLOCK = Style(20, 8, floor=14, bold=True)
DETAIL = Style(14, 5.6, floor=11)
FOOT = Style(12, 5, floor=8, colour=INK_2)


@dataclass(frozen=True, slots=True)
class SlideFrames:
    """The frames of one deck."""

    desk: Desk
    kicker: ClassVar = CLOCK
    """The first line in the brand block."""

    def cover(self) -> SlideFrame:
        """A large brand block, a row of tiles in the colours of the domains, facts below."""
        block = Rect(LEFT, TOP, 204, 92)
        ink = self.desk.brand.on_primary
        paint: list[Decoration] = [_rect(block, self.desk.brand.primary)]
        domains = self.desk.domains_and_competencies
        row = Rect(LEFT, block.bottom + JOINT, RIGHT - LEFT, 16).columns(len(domains), JOINT)
        for box, domain in zip(row, domains, strict=True):
            paint += _tile(box, domain.colour, domain.icon)
        room = Rect(block.x + 12, block.y + 14, block.width - 20, 66)
        facts = KNOWN.sized(28, floor=20)
        return self._frame(
            "cover",
            paint,
            self._place("title", "title", Rect(room.x, room.y + 14, room.width, 52), COVER.coloured(ink)),
            self._place("team", "text", Rect(room.x, room.y, room.width, 10), TEAM.coloured(ink)),
            self._place("facts", "text", Rect(room.x, 134, 200, 40), facts),
            logos=LogoRow(Rect(block.right + 14, TOP, RIGHT - block.right - 14, block.height), 26, 14),
        )

    def listed(
        self,
        id: str,
        icon_name: str,
        style: Style,
        mark: str = "",
        *,
        between: float = 4.0,
        indent: float = 0.0,
        middle: bool = False,
    ) -> SlideFrame:
        """A title and paragraphs; their marks hang in the column of the tile, or in `indent` mm if that is more."""
        indent = max(TEXT - LEFT, indent)
        body = self._place("body", "text", BODY, style, mark, indent=indent, between=between, middle=middle)
        return self._headed(id, _tile(_TILE, self.desk.brand.primary, icon_name), body)

    def numbered(self) -> SlideFrame:
        """The same with a number in the tile, as on the card of a working form."""
        brand = self.desk.brand
        number = self._place("number", "text", _TILE, COVER.coloured(brand.accent), middle=True, centred=True)
        body = self._place("body", "text", Rect(TEXT, BODY.y, RIGHT - TEXT, BODY.height), SAID, between=5)
        return self._headed("form", [_rect(_TILE, brand.tint_strong)], number, body)

    def contrasted(self) -> SlideFrame:
        """General and specific knowledge beside each other, each with its sign."""
        brand, below = self.desk.brand, TOP + TILE + JOINT
        one, other = Rect(LEFT, below, RIGHT - LEFT, BODY.bottom - below).columns(2, JOINT)
        paint: list[Decoration] = [*_tile(_TILE, brand.primary, "school")]
        paint += [_rect(one, brand.tint), _rect(other, brand.tint_strong)]
        paint += [SignMark("A", one.x + 15, one.y + 21, 9, 30), SignMark("S", other.x + 15, other.y + 21, 9, 30)]
        inset = TEXT - LEFT
        rooms = [Rect(box.x + inset, box.y + 14, box.width - inset - 8, box.height - 22) for box in (one, other)]
        places = [
            self._place(id, "text", room, KNOWN, between=6)
            for id, room in zip(("general", "specific"), rooms, strict=True)
        ]
        return self._headed("knowledge", paint, *places)

    def pictured(self) -> SlideFrame:
        """A drawing as high as the slide, beside it the title and a list."""
        side = SCREEN.height - 2 * TOP + 2
        drawing = Rect(LEFT, TOP - 1, side, side)
        left = drawing.right + 12
        band = Rect(left, TOP, RIGHT - left, TILE)
        body = Rect(left, 54, RIGHT - left, 112)
        return self._frame(
            "wheel",
            [_rect(band, self.desk.brand.tint)],
            self._place("title", "title", band.inset(6, 3), HEAD.sized(32, floor=24), middle=True),
            self._place("drawing", "drawing", drawing, KNOWN),
            self._place("body", "text", body, KNOWN.sized(24, floor=16), BULLET, between=3.4, indent=11),
            self._number(left, 12),
            logos=LogoRow(Rect(left + 20, 171, RIGHT - left - 20, 12), 9, 7),
        )

    def paused(self) -> SlideFrame:
        """A stone block with a cup, and in very large type when it goes on."""
        block = Rect(LEFT, TOP, RIGHT - LEFT, BODY.bottom - TOP)
        x, width = block.x + 112, block.width - 130
        cup = _icon("coffee", Rect(block.x + 24, block.y + 42, 68, 68), INK, 1.5)
        return self._frame(
            "pause",
            [_rect(block, STONE), *cup],
            self._place("title", "title", Rect(x, block.y + 24, width, 22), COVER),
            self._place("resume", "text", Rect(x, block.y + 56, width, 14), KNOWN),
            self._place("clock", "text", Rect(x, block.y + 74, width, 50), Style(110, 46, floor=66, bold=True)),
            *self._foot(),
            logos=_LOGOS,
        )

    def _headed(self, id: str, tile: Sequence[Decoration], *places: Place) -> SlideFrame:
        """The row of blocks: a tile, a tinted band with the title, a brand block that says where we are."""
        brand = self.desk.brand
        band = Rect(TEXT, TOP, RIGHT - _KICKER - JOINT - TEXT, TILE)
        block = Rect(RIGHT - _KICKER, TOP, _KICKER, TILE)
        return self._frame(
            id,
            [*tile, _rect(band, brand.tint), _rect(block, brand.primary)],
            self._place("title", "title", band.inset(6, 2), HEAD, middle=True),
            *places,
            self._place("kicker", "text", block.inset(6, 3), CLOCK.coloured(brand.on_primary), middle=True),
            *self._foot(),
            logos=_LOGOS,
        )

    def _foot(self) -> tuple[Place, Place]:
        """The number of the slide in the column of the tile, whose it is beside it."""
        room = Rect(TEXT, _FOOT.y, _LOGOS.room.x - TEXT - 8, _FOOT.height)
        return self._number(LEFT, TEXT - LEFT), self._place("whose", "footer", room, FOOT)

    def _number(self, x: float, width: float) -> Place:
        return self._place("page", "number", Rect(x, _FOOT.y, width, _FOOT.height), FOOT.strong)

    def _frame(self, id: str, paint: Sequence[Decoration], *places: Place, logos: LogoRow) -> SlideFrame:
        return SlideFrame(id, str(self.desk.label(f"slides.frame-{id}")), tuple(paint), places, logos)

    def _place(
        self,
        id: str,
        role: Role,
        box: Rect,
        style: Style,
        mark: str = "",
        *,
        indent: float = 0.0,
        between: float = 0.0,
        middle: bool = False,
        centred: bool = False,
    ) -> Place:
        asked = role if role in ("title", "drawing") else "text"
        prompt = str(self.desk.label(f"slides.prompt-{asked}"))
        return Place(id, role, box, style, prompt, mark, indent, between, middle, centred)


def _rect(box: Rect, fill: Colour) -> Shape:
    return Shape(Path.rect(box), fill)


def _tile(box: Rect, colour: Colour, icon_name: str) -> list[Decoration]:
    """A block with an icon in its middle."""
    side = min(box.width, box.height) * ICON_SHARE
    x, y = box.middle
    return [_rect(box, colour), *_icon(icon_name, Rect(x - side / 2, y - side / 2, side, side), ink_on(colour))]


def _icon(name: str, box: Rect, colour: Colour, weight: float = STROKE) -> list[Decoration]:
    scale = box.width / GRID
    stroke = Stroke(colour, weight * scale * POINTS_PER_MM, round=True)
    return [Shape(icon(name).mapped(scale, box.x, box.y), stroke=stroke)]
