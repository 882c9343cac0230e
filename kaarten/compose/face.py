"""The face: one side of one piece, measured and placed, ready to be put on a sheet.

In: what a Surface painted. Out: a frozen Face: stretches of paint in painting order, and the tree a screen reader
walks, in reading order. Leaves alone: sheets, and how PDF writes either.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kaarten.geometry import Rect, Size
from kaarten.graphics import Paint

if TYPE_CHECKING:
    from kaarten.compose.slide import Slide


@dataclass(frozen=True, slots=True)
class Link:
    """Where an element leads: `to` is a web or mail address, or `#` and the name of a Destination in the same file.

    `told` says it to who does not see the page. `boxes` are where it can be clicked (mm of the face): one for a line.
    """

    to: str
    told: str
    boxes: tuple[Rect, ...]


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure tree. `tag` is a standard structure type of PDF 1.7 (ISO 32000-1, 14.8.4).

    `kids` are elements and stretches in reading order. `attributes` are ready pairs for the element's attribute
    object of owner `owner`, such as `{"Scope": "/Column"}` of `/Table`. `box` is where a Figure stands on the face
    (mm); the press knows where the face stands and writes the /BBox of the /Layout attributes from both. `link` is what
    makes an element `Link` lead somewhere.
    """

    tag: str
    kids: list[Element | Stretch] = field(default_factory=list["Element | Stretch"])
    alt: str | None = None
    language: str | None = None
    owner: str | None = None
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    box: Rect | None = None
    link: Link | None = None


@dataclass(slots=True, eq=False)
class Stretch:
    """Paint that belongs together: the content of one element, or (`element` None) an artifact that nobody reads."""

    element: Element | None
    paint: list[Paint] = field(default_factory=list[Paint])


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One side of a piece at its trim size (mm). `title` names it for bookmarks and as the heading of its part."""

    title: str
    size: Size
    stretches: tuple[Stretch, ...]
    tree: tuple[Element, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """What is cut out or handed out: a front, perhaps a back, and how many of it the pack needs.

    `edge` is what must be told with it and has no room on it: it stands where the sheet is cut off, if there is any.
    `strip` says how many copies stay side by side in a row of labels, to be handed out together.
    `slide` says the same as `front`, for who presents it.
    """

    name: str
    front: Face
    back: Face | None = None
    copies: int = 1
    edge: str = ""
    strip: int = 1
    slide: Slide | None = None
