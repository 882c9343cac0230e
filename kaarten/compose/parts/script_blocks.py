"""Blocks of a script: headings with a number, clock times with squares, working forms, breaks.

In: blocks, steps and working forms of the job, heads of columns. Out: FlowBlocks (`compose.flow`). Source: looks.md
section 5 (Draaiboek), the comp 07. Leaves alone: the page they stand on (`layouts.script`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaarten.brand.inks import INK, INK_2, STONE
from kaarten.compose.flow import FlowBlock
from kaarten.compose.parts.blocks import Flowing, Paragraph, Stack
from kaarten.compose.parts.looks import icon
from kaarten.compose.styles import HINT, LABEL, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Colour
from kaarten.model.content import Amount
from kaarten.tailor.timetable import Block, Form
from kaarten.text import Text

TIME_COLUMN, TEXT_COLUMN, NEEDS_COLUMN = (0.0, 45.0), (52.0, 73.0), (132.0, 43.0)
"""Left edge and width of the three columns, in mm from the left of the page's content."""

SCRIPT = Style(10.5, 4.8, floor=10)
"""What to say and do."""

STEP_CLOCK = SMALL.strong
_CLOCK = LABEL.sized(20, floor=14)
_SQUARE = 2.4
_SIGN = 6.4


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedHeading(Flowing):
    """The number of a block in the brand's accent, and its name."""

    number: int
    text: Text
    icon: str = ""
    """The name of a sign behind the text, of a break."""

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        baseline = y + (LABEL.leading + surface.cap_height(LABEL)) / 2
        with surface.tag("H2"):
            accent = LABEL.coloured(surface.brand.accent)
            taken = surface.text(x, baseline, str(self.number), accent, tag=None)
            left = x + max(6.0, taken + 3)
            room = x + width - left - (_SIGN + 3 if self.icon else 0)
            block = surface.paragraph(left, baseline, room, self.text, LABEL, lines=2, tag=None)
        if self.icon:
            with surface.artifact():
                icon(surface, self.icon, block.end + 3, y - 0.4, _SIGN, INK)
        return block.below - baseline + y


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockClock(Flowing):
    """The start of a block in large type, its minutes, and a square for every five of them."""

    block: Block
    minutes: Amount

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        baseline = y + (LABEL.leading + surface.cap_height(LABEL)) / 2
        with surface.tag("P"):
            taken = surface.text(x, baseline, self.block.clock, _CLOCK, tag=None, width=width * 0.6)
            detail = self.minutes.of(self.block.minutes)
            surface.text(x + taken + 3, baseline, detail, HINT, tag=None, width=width - taken - 3)
        _squares(surface, x, baseline + 3, self.block.minutes, surface.brand.accent)
        return baseline + 3 + _SQUARE


@dataclass(frozen=True, slots=True, kw_only=True)
class StepClock(Flowing):
    """When a step begins, and `beside` mm from there its name."""

    clock: str
    name: Text
    beside: float

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        baseline = y + (SCRIPT.leading + surface.cap_height(SMALL)) / 2
        with surface.tag("P"):
            surface.text(x, baseline, self.clock, STEP_CLOCK.coloured(surface.brand.accent), tag=None)
            room = width - self.beside
            block = surface.paragraph(x + self.beside, baseline, room, self.name, SMALL, lines=2, tag=None)
        return block.below - baseline + y


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingForm(Flowing):
    """A working form: its number in a tinted tile, its name, what people do."""

    form: Form

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        number = LABEL.sized(12).coloured(surface.brand.accent)
        with surface.artifact():
            surface.rect(Rect(x, y, 9, 9), fill=surface.brand.tint_strong)
        with surface.tag("P"):
            middle = y + 4.5 + surface.cap_height(number) / 2
            surface.text(x + 4.5, middle, str(self.form.number), number, tag=None, anchor="middle")
            surface.text(x + 12, y + 3.4, self.form.name, SCRIPT.strong, tag=None, width=width - 12)
        texts = Stack(blocks=tuple(self._texts()))
        return max(texts.draw(surface, x + 12, y + SCRIPT.leading, width - 12), y + 9)

    def _texts(self) -> Iterator[FlowBlock]:
        yield Paragraph(text=self.form.text, style=SCRIPT)
        if self.form.hint:
            yield Paragraph(text=self.form.hint, style=HINT)


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseBar(Flowing):
    """A break, numbered as every block: a bar of stone with a cup."""

    block: Block
    minutes: Amount
    needs: tuple[FlowBlock, ...]

    @property
    def id(self) -> str:
        return self.block.id

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        bottom = self._content(surface.scratch(), x, y)
        with surface.artifact():
            surface.rect(Rect(x, y, width, bottom - y), fill=STONE)
        return self._content(surface, x, y)

    def _content(self, surface: Surface, x: float, y: float) -> float:
        top = y + 3.5
        head = NumberedHeading(number=self.block.number, text=self.block.name, icon="coffee")
        under = head.draw(surface, x + TEXT_COLUMN[0], top, TEXT_COLUMN[1])
        clock = BlockClock(block=self.block, minutes=self.minutes).draw(surface, x + 4, top, TIME_COLUMN[1] - 4)
        texts = Stack(blocks=tuple(Paragraph(text=step.text, style=SCRIPT) for step in self.block.steps))
        below = texts.draw(surface, x + TEXT_COLUMN[0], under + 1, TEXT_COLUMN[1])
        needs = Stack(blocks=self.needs).draw(surface, x + NEEDS_COLUMN[0], top, NEEDS_COLUMN[1] - 2)
        return max(clock, below, needs) + 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnHeads(Flowing):
    """What stands in the three columns; with `square` also what a square under a clock time says."""

    heads: tuple[Text, Text, Text]
    square: Text | None = None

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:  # noqa: ARG002
        style = SMALL.strong.sized(9).coloured(INK_2)
        baseline = y + (style.leading + surface.cap_height(style)) / 2
        for (left, wide), text in zip((TIME_COLUMN, TEXT_COLUMN, NEEDS_COLUMN), self.heads, strict=True):
            taken = surface.text(x + left, baseline, text, style, width=wide)
            if left == TIME_COLUMN[0] and self.square:
                start, note = x + taken + 4, HINT.sized(8, floor=6.5)
                with surface.artifact():
                    side = surface.cap_height(note)
                    surface.rect(Rect(start, baseline - side, side, side), fill=surface.brand.accent)
                surface.text(start + 3, baseline, self.square, note, width=wide - taken - 7)
        return y + style.leading


def _squares(surface: Surface, x: float, y: float, minutes: int, colour: Colour) -> None:
    """One square of 2.4 mm for each five minutes, the last one narrower for less."""
    with surface.artifact():
        for index in range(-(-minutes // 5)):
            part = min(5, minutes - 5 * index) / 5
            surface.rect(Rect(x + index * (_SQUARE + 0.6), y, _SQUARE * part, _SQUARE), fill=colour)
