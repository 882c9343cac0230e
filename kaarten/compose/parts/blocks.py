"""Flow blocks that documents share: running text, lists, columns beside each other.

In: words and a style. Out: FlowBlocks (`compose.flow`), drawn and tagged where the flow puts them. A line of text
stands with its capitals in the middle of its leading, so that blocks of one style under each other keep an even rhythm.
Leaves alone: which page they come on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kaarten.compose.flow import FlowBlock, height
from kaarten.compose.parts.forms import tick_box
from kaarten.compose.styles import BODY, Style
from kaarten.compose.surface import Surface
from kaarten.diagnostics import NOWHERE, Mark
from kaarten.geometry import Rect
from kaarten.graphics import Colour, Stroke
from kaarten.text import Text, mark_of
from kaarten.typeset.breaking import Shaping

MOST_LINES = 400
"""Of one paragraph: more is no paragraph but a file."""

_SQUARE = 1.6
"""mm: the sign before an item of a list."""

_ALONE = 2
"""Lines of a divided paragraph that stay together at either end of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flowing:
    """What every block has; by itself it cannot be divided."""

    gap: float = 0.0
    keep: bool = False
    breaks: bool = False
    whole: bool = False

    @property
    def mark(self) -> Mark:
        return NOWHERE

    def divided(self, surface: Surface, width: float, room: float) -> tuple[FlowBlock, FlowBlock] | None:  # noqa: ARG002
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Flowing):
    """Running text. A heading is a Paragraph with `tag` H2 that keeps the next block by it."""

    text: Text
    style: Style = BODY
    tag: str = "P"
    shaping: Shaping = "shaped"

    @property
    def mark(self) -> Mark:
        return mark_of(self.text)

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        first = y + (self.style.leading + surface.cap_height(self.style)) / 2
        block = surface.paragraph(
            x, first, width, self.text, self.style, lines=MOST_LINES, tag=self.tag, shaping=self.shaping
        )
        return y + block.lines * self.style.leading

    def divided(self, surface: Surface, width: float, room: float) -> tuple[FlowBlock, FlowBlock] | None:
        """Between two lines, never leaving one alone."""
        lines = surface.lines(self.text, self.style, width, self.shaping)
        count = min(int(room / self.style.leading + 1e-6), len(lines) - _ALONE)
        if count < _ALONE:
            return None
        above, below = (self.text.like(" ".join(part)) for part in (lines[:count], lines[count:]))
        # set plainly, both parts break as the whole did
        return replace(self, text=above, shaping="plain"), replace(self, text=below, shaping="plain", gap=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets(Flowing):
    """A list: each item with a small square, or with a box to tick when `box` (mm) is set."""

    items: tuple[Text, ...]
    style: Style = BODY
    box: float = 0.0
    between: float = 1.5

    @property
    def mark(self) -> Mark:
        return mark_of(self.items[0]) if self.items else NOWHERE

    @property
    def _indent(self) -> float:
        return self.box + 3 if self.box else 5.0

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        with surface.tag("L"):
            for index, item in enumerate(self.items):
                y += self.between if index else 0.0
                y = self._item(surface, x, y, width, item)
        return y

    def _item(self, surface: Surface, x: float, y: float, width: float, item: Text) -> float:
        """The sign is centred on the first line, whichever of the two is higher."""
        high = max(self.box, self.style.leading)
        with surface.tag("LI"):
            if self.box:
                tick_box(surface, x, y + (high - self.box) / 2, self.box, 1.0)
            else:
                with surface.artifact():
                    square = Rect(x, y + (high - _SQUARE) / 2, _SQUARE, _SQUARE)
                    surface.rect(square, fill=surface.brand.accent)
            text = Paragraph(text=item, style=self.style, tag="LBody")
            below = text.draw(surface, x + self._indent, y + (high - self.style.leading) / 2, width - self._indent)
        return max(below, y + high)

    def divided(self, surface: Surface, width: float, room: float) -> tuple[FlowBlock, FlowBlock] | None:
        """Between two items."""
        for count in range(len(self.items) - 1, 0, -1):
            above = replace(self, items=self.items[:count])
            if height(surface, above, width) <= room:
                return above, replace(self, items=self.items[count:], gap=0.0)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack(Flowing):
    """Blocks under each other, as one."""

    blocks: tuple[FlowBlock, ...]

    @property
    def mark(self) -> Mark:
        return next((block.mark for block in self.blocks if block.mark.line), NOWHERE)

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        for index, block in enumerate(self.blocks):
            y = block.draw(surface, x, y + (block.gap if index else 0.0), width)
        return y

    def divided(self, surface: Surface, width: float, room: float) -> tuple[FlowBlock, FlowBlock] | None:
        """Where the room ends, but never behind a block that keeps the next one by it."""
        for count in range(len(self.blocks), 0, -1):
            above = self.blocks[:count]
            last = above[-1]
            before = height(surface, replace(self, blocks=above[:-1]), width) + (last.gap if count > 1 else 0.0)
            taken = before + height(surface, last, width)
            if taken <= room and count < len(self.blocks) and not last.keep:
                return self._parted(above, self.blocks[count:])
            parts = last.divided(surface, width, room - before) if before < room < taken else None
            if parts:
                return self._parted((*above[:-1], parts[0]), (parts[1], *self.blocks[count:]))
        return None

    def _parted(self, above: Sequence[FlowBlock], below: Sequence[FlowBlock]) -> tuple[Stack, Stack]:
        return replace(self, blocks=tuple(above)), replace(self, blocks=tuple(below), gap=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Flowing):
    """Stacks beside each other, each with its left edge (mm from that of the block) and width; read from the left."""

    stacks: tuple[tuple[float, float, Stack], ...]
    rule: Colour | None = None
    """A rule of 1.5 pt above it."""
    pad: float = 0.0
    """mm between the rule and the stacks."""

    @property
    def mark(self) -> Mark:
        return next((stack.mark for _, _, stack in self.stacks if stack.mark.line), NOWHERE)

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        if self.rule:
            with surface.artifact():
                surface.line(x, y, x + width, y, Stroke(self.rule, 1.5))
        return max(stack.draw(surface, x + left, y + self.pad, wide) for left, wide, stack in self.stacks)

    def divided(self, surface: Surface, width: float, room: float) -> tuple[FlowBlock, FlowBlock] | None:  # noqa: ARG002
        """Every stack where the room ends; one that fits ends on the first page."""
        above: list[tuple[float, float, Stack]] = []
        below: list[tuple[float, float, Stack]] = []
        for left, wide, stack in self.stacks:
            fits = height(surface, stack, wide) <= room - self.pad
            parts = (stack, Stack(blocks=())) if fits else stack.divided(surface, wide, room - self.pad)
            if parts is None:
                return None
            first, rest = parts
            assert isinstance(first, Stack)
            assert isinstance(rest, Stack)
            above.append((left, wide, first))
            below.append((left, wide, rest))
        return replace(self, stacks=tuple(above)), replace(self, stacks=tuple(below), gap=0.0, rule=None, pad=0.0)
