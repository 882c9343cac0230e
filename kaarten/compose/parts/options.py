"""Options to tick: in how many columns they stand and where these begin, and a line behind what asks for words.

In: a Surface, texts, the width of a column. Out: columns and rows; paint. A text that ends in six dots has a line
behind it. Leaves alone: which options there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kaarten.compose.parts.forms import option, writing_lines
from kaarten.compose.styles import Style
from kaarten.compose.surface import Surface
from kaarten.text import TO_WRITE_ON, Text

MOST_ACROSS, BETWEEN, APART = 3, 6.0, 8.0
"""Options beside each other, and mm between them: at the least, and as much as between fields where there is room."""
GAP = 3.0
"""mm between a box and its words."""
TO_WRITE = 34.0
"""mm of line behind an option, at the least."""


@dataclass(frozen=True, slots=True)
class OptionGrid:
    """Options in columns: where each begins (mm from the left), how wide it is, and how many rows."""

    columns: tuple[tuple[float, float], ...]
    rows: int


def written_behind(text: Text) -> Text | None:
    """What stands before the line of a text that asks for words; None for any other text."""
    return text.like(text.removesuffix(TO_WRITE_ON).rstrip()) if text.endswith(TO_WRITE_ON) else None


def widths_across(surface: Surface, texts: Sequence[Text], style: Style, box: float, across: int) -> list[float]:
    """mm that each of so many columns wants."""

    def wanted(text: Text) -> float:
        before = written_behind(text)
        words = surface.width(text if before is None else before, style)
        return box + GAP + words + (0.5 if before is None else TO_WRITE)

    widths = [wanted(text) for text in texts]
    return [max(widths[column::across]) for column in range(across)]


def columns_of(wanted: Sequence[float], width: float) -> tuple[tuple[float, float], ...] | None:
    """Columns for these widths: at even places where they can be, each further to the right only when what stands to
    its left needs that. None when they do not fit.
    """
    packed = [0.0, *accumulate(each + BETWEEN for each in wanted[:-1])]
    tried = [_even(wanted, (width + apart) / len(wanted)) for apart in (APART, BETWEEN)]
    starts = next((each for each in (*tried, packed) if each[-1] + wanted[-1] <= width + 1e-6), None)
    if starts is None:
        return None
    ends = [*(start - BETWEEN for start in starts[1:]), width]
    return tuple((start, end - start) for start, end in zip(starts, ends, strict=True))


def _even(wanted: Sequence[float], step: float) -> list[float]:
    """Where columns begin: a step apart, or further to the right."""
    starts = [0.0]
    for index in range(1, len(wanted)):
        starts.append(max(index * step, starts[-1] + wanted[index - 1] + BETWEEN))
    return starts


def ways_across(count: int, most: int = 0) -> list[int]:
    """How many may stand beside each other, the most first: never three and one under them."""
    ways = [each for each in range(min(most or MOST_ACROSS, MOST_ACROSS), 1, -1) if each <= count]
    return [each for each in ways if not (count == 4 and each == 3)]


def option_grid(
    surface: Surface, texts: Sequence[Text], style: Style, box: float, width: float, most: int
) -> OptionGrid:
    """The most columns that fit, at most `most` when that is set."""
    for across in ways_across(len(texts), most):
        columns = columns_of(widths_across(surface, texts, style, box, across), width)
        if columns:
            return OptionGrid(columns, -(-len(texts) // across))
    return OptionGrid(((0.0, width),), len(texts))


def draw_options(
    surface: Surface, x: float, y: float, texts: Sequence[Text], style: Style, *, box: float, pitch: float,
    grid: OptionGrid,
) -> None:  # fmt: skip
    """The options as a list, row by row."""
    across = len(grid.columns)
    with surface.tag("L"):
        for index, text in enumerate(texts):
            start, width = grid.columns[index % across]
            before, top = written_behind(text), y + pitch * (index // across)
            words = text if before is None else before
            taken = option(surface, x + start, top, words, style, side=box, gap=GAP, width=width)
            if before is not None:
                baseline = top + box / 2 + surface.cap_height(style) / 2
                writing_lines(surface, x + start + taken + 2, baseline + 0.6, width - taken - 2, 1)
