"""Numbered questions: a big hanging numeral, perhaps a small line above, the question beside it.

In: a Surface, a cell, the words. Out: an item of the list that is open. Source: the comps 01 (back), 05 and 06. Leaves
alone: rules and writing lines around it, which differ by layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaarten.compose.parts.letters import hanging_numeral
from kaarten.compose.styles import HINT, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.typeset.breaking import Shaping

_GUTTER = 8.0
_FOOT = 3.6
"""mm below the last baseline of a question: its descenders, and air above a rule."""
_AIR = 2.5
"""mm more than that in rows of one height."""
_TAILS = 1.2
"""mm that letters go below their baseline: all that the last question needs at its foot."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """How questions of one set look: style of the question, size of the numeral (pt), where the words start (mm from
    the left of the cell), the first baseline (mm from its top), the most lines.
    """

    style: Style
    numeral: float
    indent: float
    baseline: float
    lines: int
    shaping: Shaping = "shaped"
    hint: Style = HINT.strong
    hint_leading: float = 6.6

    def fitted(self, surface: Surface, texts: list[str], width: float) -> Style:
        """The style at the one size at which all questions of the set fit a cell of this width."""
        return surface.one_size(texts, self.style, width - self.indent, self.lines)


def question_cells(
    surface: Surface, box: Rect, texts: Sequence[str], columns: int, look: Numbering, style: Style, *, hints: bool
) -> list[Rect]:
    """A cell for each question, row by row: rows of one height when all have air in it, else with as much air in each.

    Fault: page-too-full.
    """
    cells = box.cells(len(texts), columns, _GUTTER)
    needed = heights_of_rows(surface, cells[0].width, texts, columns, look, style, hints=hints)
    if max(needed) + _AIR <= cells[0].height:
        return cells
    short = sum(needed) - (_FOOT - _TAILS) - box.height
    if short > 0:
        surface.too_full(texts[-1], short)
    return box.flowing(needed, columns, _GUTTER)[: len(texts)]


def heights_of_rows(
    surface: Surface, width: float, texts: Sequence[str], columns: int, look: Numbering, style: Style, *, hints: bool
) -> list[float]:
    """mm that each row of questions takes at the least, in cells `width` mm wide."""
    heights: list[float] = []
    for first in range(0, len(texts), columns):
        row = texts[first : first + columns]
        lines = max(surface.line_count(text, style, width - look.indent) for text in row)
        lines = min(lines, look.lines)  # what takes more is a fault of its own
        heights.append(look.baseline + look.hint_leading * hints + (lines - 1) * style.leading + _FOOT)
    return heights


def numbered(
    surface: Surface, cell: Rect, number: int, text: str, look: Numbering, style: Style, hint: str = ""
) -> None:
    """One question in its cell; `style` is the fitted one of the set, `hint` a small line above the question."""
    y = cell.y + look.baseline
    width = cell.width - look.indent
    with surface.tag("LI"):
        beside = look.hint if hint else style
        hanging_numeral(surface, cell.x - 0.4, y, str(number), look.numeral, beside, surface.brand.accent)
        with surface.tag("LBody"):
            if hint:
                surface.text(cell.x + look.indent, y, hint, look.hint, width=width)
                y += look.hint_leading
            surface.paragraph(cell.x + look.indent, y, width, text, style, lines=look.lines, shaping=look.shaping)
