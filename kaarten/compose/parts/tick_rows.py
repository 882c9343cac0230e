"""Rows to tick off: a box, how many, what, and a remark at the right; with headings between them.

In: words and numbers. Out: FlowBlocks of a list that is worked through with a pen. Source: the comp 08. Leaves alone:
which rows there are.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from kaarten.brand.inks import HAIR, INK_2
from kaarten.compose.parts.blocks import Flowing, Stack
from kaarten.compose.parts.forms import tick_box
from kaarten.compose.styles import BODY, LABEL, SMALL
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Mark
from kaarten.graphics import Stroke
from kaarten.tailor.timetable import Need
from kaarten.text import Text, mark_of

_TIMES = "\u00a0\u00d7"


@dataclass(frozen=True, slots=True, kw_only=True)
class TickHeading(Flowing):
    """What the rows under it have in common, with a remark at the right; it stays with the first of them."""

    text: Text
    remark: str = ""
    keep: bool = True

    @property
    def mark(self) -> Mark:
        return mark_of(self.text)

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        with surface.artifact():
            surface.line(x, y, x + width, y, Stroke(surface.brand.accent, 1.5))
        baseline = y + 3 + (LABEL.leading + surface.cap_height(LABEL)) / 2
        taken = surface.text(x, baseline, self.text, LABEL, tag="H2", width=width * 0.7)
        if self.remark:
            style = SMALL.coloured(INK_2)
            surface.text(x + width, baseline, self.remark, style, anchor="end", width=width - taken - 4)
        return y + 11


@dataclass(frozen=True, slots=True, kw_only=True)
class TickRow(Flowing):
    """One thing: tick it when it is there. An item of the list that is open (`TickGroup`). Without a text it is a line
    to write one on.
    """

    COUNT: ClassVar = 26.0
    """mm from the left to the end of the number."""

    text: Text
    count: str = ""
    remark: str = ""

    @property
    def mark(self) -> Mark:
        return mark_of(self.text)

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        left, right = x + self.COUNT + 5, x + width
        room = right - left - (surface.width(self.remark, SMALL) + 4 if self.remark else 0)
        lines = surface.line_count(self.text, BODY, room)
        height = 9.0 + (lines - 1) * 5.0
        middle = y + height / 2
        baseline = middle + surface.cap_height(BODY) / 2
        with surface.artifact():
            surface.line(x, y + height, right, y + height, Stroke(HAIR, 0.5))
        tick_box(surface, x, middle - 3, 6, 1)
        if not self.text:
            return y + height
        with surface.tag("LI"):
            if self.count:
                number = BODY.strong
                alone = surface.width(_TIMES, number) if self.count.isdecimal() else 0.0  # digits under digits
                surface.text(x + self.COUNT - alone, baseline, self.count, number, tag="Lbl", anchor="end", width=17)
            first = baseline - (lines - 1) * 2.5
            style = BODY.sized(12)
            with surface.tag("LBody"):
                surface.paragraph(left, first, room, self.text, style, lines=lines, tag=None)
                if self.remark:
                    remark = SMALL.coloured(INK_2)
                    surface.text(right, baseline, self.remark, remark, tag=None, anchor="end", width=right - left - 10)
        return y + height


@dataclass(frozen=True, slots=True, kw_only=True)
class TickGroup(Stack):
    """A heading and its rows, the rows a list; on one page where that can be."""

    gap: float = 6.0
    whole: bool = True

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        for is_row, blocks in groupby(self.blocks, key=lambda block: isinstance(block, TickRow)):
            with surface.tag("L") if is_row else nullcontext():
                for block in blocks:
                    y = block.draw(surface, x, y, width)
        return y


def counted_row(need: Need, count: int, remark: str = "") -> TickRow:
    """So many of what is needed: `6 × Pens`, or in its unit: `28 cups of coffee`."""
    if need.counted and count:
        return TickRow(text=need.counted.word(count), count=str(count), remark=remark)
    return TickRow(text=need.name, count=times(count), remark=remark)


def times(count: int) -> str:
    """`14 ×`; nothing where a number says nothing."""
    return f"{count}{_TIMES}" if count else ""
