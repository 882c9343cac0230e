"""Sheets: which face stands where on which side of which paper.

In: made by `impose`. Out: frozen values that the press prints. All lengths in mm from the top left of the side.
Leaves alone: PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kaarten.compose.face import Face
from kaarten.geometry import Rect, Size
from kaarten.model.stock import Paper


@dataclass(frozen=True, slots=True)
class Placement:
    """A face on a side, its top left corner at (x, y).

    `read` says whether a screen reader meets it here: of many copies only the first is read. `alt` (when set) makes
    the whole face one figure with that description, for a tile of a poster. `crop` shows only that part of the side.
    """

    face: Face
    x: float
    y: float
    read: bool = True
    alt: str | None = None
    crop: Rect | None = None
    scale: float = 1.0


class Destination(NamedTuple):
    """A height on a side (mm from its top) that links of the same file call by `name`, one name in a file."""

    name: str
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet = one page of a PDF. `bookmark` names it in the outline, at `level` 0 or 1.

    `inner_bookmark` is a second name for the same page, one level deeper: the first piece under its material's title.
    `outline` has more names with their levels, of a page that shows many things. `destinations` are where links lead.
    """

    size: Size
    placements: tuple[Placement, ...]
    bookmark: str | None = None
    level: int = 0
    inner_bookmark: str | None = None
    outline: tuple[tuple[str, int], ...] = ()
    destinations: tuple[Destination, ...] = ()

    @property
    def bookmarks(self) -> tuple[tuple[str, int], ...]:
        """Every outline entry that points at this page, with its level, from the top of the outline down."""
        names = ((self.bookmark, self.level), (self.inner_bookmark, self.level + 1))
        return (*((name, level) for name, level in names if name is not None), *self.outline)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One piece of paper. In a run with a duplex every sheet has a back, an empty one if need be."""

    front: Side
    back: Side | None = None


class Duplex(StrEnum):
    """Over which edge of the paper a sheet turns when its back is printed."""

    NONE = "none"
    LONG_EDGE = "long_edge"
    SHORT_EDGE = "short_edge"


@dataclass(frozen=True, slots=True)
class Run:
    """Sheets that go through the printer in one go: same paper, sides, colour and number of prints."""

    number: int
    name: str
    paper: Paper
    duplex: Duplex
    colour: bool
    copies: int
    sheets: tuple[Sheet, ...]
    materials: tuple[str, ...]
