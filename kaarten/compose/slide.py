"""Slides as values: frames with places, and what stands in them.

In: made by a layout. Out: frozen values from which the page of a PDF (`parts.slide_painter`) and the slide of a
presentation (`office`) are both made, so that the two say the same in the same place. All lengths in mm from the top
left of the slide, type in points. Leaves alone: how either file is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from kaarten.compose.parts.letters import Kind
from kaarten.compose.styles import Style
from kaarten.geometry import Rect
from kaarten.graphics import Colour, Shape
from kaarten.text import Text

if TYPE_CHECKING:  # a surface makes faces, and a piece has a slide beside its face
    from kaarten.compose.surface import Surface

BULLET = "\u25a0"
"""The mark of an item that is not numbered: a square."""

Role = Literal["title", "text", "drawing", "footer", "number"]


@dataclass(frozen=True, slots=True)
class Place:
    """Room for something on every slide of a frame. `prompt` is what an editor shows in it while it is empty.

    In a place for text, items begin `indent` mm from its left, so that their marks hang before them, and are `between`
    mm apart; `mark` is that of an item that is added. `middle` centres them on its height, `centred` on its width.
    """

    id: str
    role: Role
    box: Rect
    style: Style
    prompt: str
    mark: str = ""
    indent: float = 0.0
    between: float = 0.0
    middle: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class SignMark:
    """A letter in its shape (A, S, C), centred on (x, y) with a circle of that radius. Decoration."""

    kind: Kind
    x: float
    y: float
    radius: float
    size: float


@dataclass(frozen=True, slots=True)
class LogoRow:
    """The room for the brand's logos, as `parts.logos.draw_logos` wants it."""

    room: Rect
    height: float
    around: float


Decoration = Shape | SignMark


@dataclass(frozen=True, slots=True)
class SlideFrame:
    """What all slides of a kind share: blocks behind, places in the order in which they are read, logos.

    `name` is what a person calls it, in her language.
    """

    id: str
    name: str
    paint: tuple[Decoration, ...]
    places: tuple[Place, ...]
    logos: LogoRow

    def place(self, id: str) -> Place:
        return next(place for place in self.places if place.id == id)


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, and the mark before it: BULLET, a number or a clock time; in the accent of the brand or `colour`."""

    text: Text
    style: Style
    mark: str = ""
    colour: Colour | None = None

    def sized(self, size: float) -> Item:
        """The same item at most that large (pt)."""
        return replace(self, style=self.style.sized(min(size, self.style.size)))


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in a place for text, every item at the size at which all of them fit."""

    place: Place
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What stands in a place for a drawing: `draw` paints it in a box, tagged; `alt` says what it shows."""

    place: Place
    alt: str
    draw: Callable[[Surface, Rect], None]


Contents = Mapping[str, Text | Sequence[Item] | Drawing]
"""By the id of a place; a Text is one item in the style of its place."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `contents` are in the order of the frame's places; `notes` are for who speaks."""

    frame: SlideFrame
    title: Text
    contents: tuple[Filling | Drawing, ...]
    notes: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text on it, with the marks that say something."""
        fillings = [content for content in self.contents if isinstance(content, Filling)]
        items = [item for filling in fillings for item in filling.items]
        return tuple(part for item in items for part in (item.mark.replace(BULLET, ""), item.text) if part)
