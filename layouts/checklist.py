"""Checklist: things to tick off, in groups, for who prepares a meeting or winds it up (A11, A22).

In: groups of items, perhaps with a heading; what is written behind each item; a heading for notes. Out: one A4, or more
when it is long; a list too long for one column stands in two. Source: looks.md sections 1, 2 and 4, the comp 08. Leaves
alone: which items there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kaarten.layout import (
    BODY,
    HAIR,
    LABEL,
    PAPER_SIZES,
    SMALL,
    Desk,
    DocumentFrame,
    Face,
    Items,
    LayoutContent,
    Piece,
    Rect,
    Stroke,
    Surface,
    Text,
    page_ranges,
    tick_box,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
BOX, GAP = 6.0, 4.0
PITCH, WIDEST = 10.5, 15.0
"""mm from item to item of one line, at least and at most."""
HEADING = 12.0
GUTTER = 9.0
ASKED = 32.0
"""mm for what is written behind an item."""
NOTES, LINE_PITCH, FOOT = 32.0, 9.0, 3.0
"""mm for notes; from line to line; left free below, so that the last line is no part of the foot."""
STYLE = BODY.sized(12, floor=11)


class Group(LayoutContent):
    heading: Text | None = None
    items: Items[Text]


class Content(LayoutContent):
    """`ask` stands over the lines behind the items; a list with it keeps to one column."""

    subject: Text
    groups: Items[Group]
    ask: dict[str, Text] = {}
    notes: Text | None = None


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The list on its pages."""
    yield from desk.pages(desk.material.title, Checklist(desk, content).faces())


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to tick, of a group; the first of one has its heading, for the two are never parted."""

    text: Text
    group: str
    heading: Text | None


class Checklist:
    """The items in their columns, room for notes below them."""

    def __init__(self, desk: Desk, content: Content) -> None:
        self.content = content
        self.frame = DocumentFrame(desk, desk.material.title, content.subject)
        self.items = [
            Item(text, id, None if index else group.heading)
            for id, group in content.groups.items()
            for index, text in enumerate(group.items.values())
        ]
        self.body = body = self.frame.body.inset(0, 0, 0, FOOT)
        self.box = body.inset(0, 3.0 if content.ask else 0, 0, NOTES if content.notes else 0)
        fits = sum(self._heights(self.box.width)) <= self.box.height
        self.columns = [self.box] if fits or content.ask else self.box.columns(2, GUTTER)

    def faces(self) -> list[Face]:
        """The pages, each with as many columns as the list has."""
        heights, across = self._heights(self.columns[0].width), len(self.columns)
        ranges = page_ranges(heights, self.box.height)
        spare = min((self.box.height - sum(heights[item] for item in part)) / max(1, len(part)) for part in ranges)
        heights = [height + max(0.0, min(spare, WIDEST - PITCH)) for height in heights]
        pages = [ranges[start : start + across] for start in range(0, len(ranges), across)]
        return [self._face(number, page, len(pages), heights) for number, page in enumerate(pages, start=1)]

    def _heights(self, width: float) -> list[float]:
        """mm that each item takes at least, in a column of this width."""
        room, measuring = self._room(width), self.frame.measuring
        lines = [measuring.line_count(item.text, STYLE, room) for item in self.items]
        headings = [HEADING if item.heading else 0.0 for item in self.items]
        return [PITCH + (n - 1) * STYLE.leading + above for n, above in zip(lines, headings, strict=True)]

    def _room(self, width: float) -> float:
        """mm for the words of an item."""
        return width - BOX - GAP - (ASKED + GAP) * len(self.content.ask)

    def _face(self, number: int, page: list[range], pages: int, heights: list[float]) -> Face:
        with self.frame.page(number, pages) as surface:
            self._asked(surface)
            lowest = self.box.y
            for column, part in zip(self.columns, page, strict=False):
                y = column.y
                for _, group in groupby(part, key=lambda index: self.items[index].group):
                    y = self._group(surface, Rect(column.x, y, column.width, 0), list(group), heights)
                lowest = max(lowest, y)
            if number == pages and self.content.notes:
                self._notes(surface, self.content.notes, lowest + 12)
        return surface.face()

    def _asked(self, surface: Surface) -> None:
        """What is written behind the items, over the first of them."""
        for cell, text in zip(self._asked_cells(self.box), self.content.ask.values(), strict=True):
            surface.text(cell.x, self.box.y - 0.6, text, SMALL.strong, width=cell.width)

    def _asked_cells(self, row: Rect) -> list[Rect]:
        width = (ASKED + GAP) * len(self.content.ask)
        box = Rect(row.right - width, row.y, width, row.height)
        return [cell.inset(GAP, 0, 0, 0) for cell in box.columns(len(self.content.ask), 0)] if self.content.ask else []

    def _group(self, surface: Surface, box: Rect, group: list[int], heights: list[float]) -> float:
        """A heading, when this is where the group begins, and its items. Returns the y below them."""
        y, heading = box.y, self.items[group[0]].heading
        if heading:
            surface.text(box.x, y + 8, heading, LABEL, tag="H2", width=box.width)
        with surface.tag("L"):
            for index in group:
                above = HEADING if self.items[index].heading else 0.0
                self._item(surface, Rect(box.x, y + above, box.width, heights[index] - above), self.items[index].text)
                y += heights[index]
        return y

    def _item(self, surface: Surface, row: Rect, text: Text) -> None:
        """A box, its words level with it, a hair rule below."""
        room = self._room(row.width)
        lines = surface.line_count(text, STYLE, room)
        middle = row.middle[1]
        tick_box(surface, row.x, middle - BOX / 2, BOX)
        with surface.artifact():
            surface.line(row.x, row.bottom, row.right, row.bottom, Stroke(HAIR, 0.5))
            for cell in self._asked_cells(row):
                surface.line(cell.x - GAP / 2, row.y + 1.5, cell.x - GAP / 2, row.bottom - 1.5, Stroke(HAIR, 0.5))
        y = middle + (surface.cap_height(STYLE) - (lines - 1) * STYLE.leading) / 2
        with surface.tag("LI"):
            surface.paragraph(row.x + BOX + GAP, y, room, text, STYLE, lines=lines, tag="LBody")

    def _notes(self, surface: Surface, heading: Text, y: float) -> None:
        """A heading with its baseline at y, and lines down to the foot of the page."""
        box = self.body
        surface.text(box.x, y, heading, LABEL, tag="H2", width=box.width)
        first = y + 10.5
        writing_lines(surface, box.x, first, box.width, int((box.bottom - first) // LINE_PITCH) + 1)
