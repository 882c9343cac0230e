"""What is told under each other: the sentences of a text each on a line of its own, labelled parts, points.

In: a Surface, paragraphs with the white above each, a box. Out: the one size at which every one of a set fits, and
paint. Leaves alone: what stands round it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kaarten.compose.styles import Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.text import Text
from kaarten.typeset.breaking import STEP

_END = re.compile(r"(?<=[.?!])[ \n]+(?=[A-Z0-9\u00c0-\u00de])")
"""Where a step ends. A no-break space keeps a question and its answer in one step."""
_ANY = 99
_HAIR = 0.01
_LITTLE_SMALLER = 0.88
"""Of the size at which large texts fit: so much smaller they may be to break well."""
_SMALLER_COST = 8.0
"""Of a text that is much smaller, in costs of a break."""
STEP_APART = 1.45
"""Of the leading, from the last line of one sentence to the next."""
_INDENT, _MARK = 0.26, 0.13
"""mm for each point of type: what stands before a point, and the side of its mark."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. `above` is how far (mm) its first baseline stands under the last one of the paragraph before.

    A `point` hangs behind a small square; points that follow each other are a list. `tag` is what any other is.
    """

    text: Text
    style: Style
    above: float = 0.0
    point: bool = False
    tag: str = "P"

    @property
    def indent(self) -> float:
        return _INDENT * self.style.size if self.point else 0.0


ToldColumn = tuple[Sequence[Passage], float]
"""Passages under each other, and how wide they may be (mm)."""


def sentences(text: Text) -> list[Text]:
    """The sentences of a text, each at the line of YAML of the whole."""
    return [text.like(part) for part in _END.split(text.strip()) if part]


def steps(text: Text, style: Style) -> list[Passage]:
    """A text as steps: a paragraph for each sentence."""
    return [Passage(sentence, style, STEP_APART * style.leading) for sentence in sentences(text)]


def passages_height(surface: Surface, passages: Sequence[Passage], width: float) -> float:
    """mm from the top of the capitals of the first line to the last baseline."""
    if not passages:
        return 0.0
    inner = sum((_lines(surface, each, width) - 1) * each.style.leading for each in passages)
    return surface.cap_height(passages[0].style) + inner + sum(each.above for each in passages[1:])


def passages_fit(surface: Surface, passages: Sequence[Passage], box: Rect) -> bool:
    """Whether all of it has room, without a word that is wider than the box."""
    if passages_height(surface, passages, box.width) > box.height + _HAIR:
        return False
    return all(
        surface.width(line, each.style) <= box.width - each.indent + _HAIR
        for each in passages
        for line in surface.lines(each.text, each.style, box.width - each.indent)
    )


def draw_passages(surface: Surface, box: Rect, passages: Sequence[Passage]) -> None:
    """The paragraphs from the top of the box. Fault: text-too-long, at the first text that goes over its foot."""
    outside: list[Passage] = []
    y = box.y + surface.cap_height(passages[0].style) - passages[0].above if passages else box.y
    for point, group in groupby(passages, key=lambda each: each.point):
        for each, at in _placed(surface, box, y, list(group), point):
            y = at
            outside += [each] if y > box.bottom + _HAIR else []
    if outside:
        words = sum(len(each.text.split()) for each in outside)
        style = outside[0].style
        surface.too_long(outside[0].text, style, words, int(box.height / style.leading) + 1)


def _placed(
    surface: Surface, box: Rect, y: float, passages: Sequence[Passage], point: bool
) -> Iterator[tuple[Passage, float]]:
    """Each paragraph, painted, with its last baseline; points are items of a list."""
    if not point:
        for each in passages:
            y = _paint(surface, box, y + each.above, each)
            yield each, y
        return
    with surface.tag("L"):
        for each in passages:
            with surface.tag("LI"):
                y = _paint(surface, box, y + each.above, each)
            yield each, y


def _paint(surface: Surface, box: Rect, y: float, passage: Passage) -> float:
    """A paragraph with its first baseline at y. Returns the last."""
    style = passage.style
    if passage.point:
        side = _MARK * style.size
        with surface.artifact():
            middle = y - surface.cap_height(style) / 2
            surface.rect(Rect(box.x, middle - side / 2, side, side), fill=surface.brand.accent)
    tag = "LBody" if passage.point else passage.tag
    x, width = box.x + passage.indent, box.width - passage.indent
    return surface.paragraph(x, y, width, passage.text, style, lines=_ANY, tag=tag).below - style.leading


def fitted_steps(surface: Surface, texts: Sequence[Text], style: Style, box: Rect) -> Style:
    """The style at the largest size, down to its floor, at which the sentences of every text fit the box."""

    def fits(style: Style) -> bool:
        return all(passages_height(surface, steps(text, style), box.width) <= box.height for text in texts)

    return largest(style, fits)


def largest(style: Style, fits: Callable[[Style], bool]) -> Style:
    """The style at the largest size at which it `fits`, else at its floor."""
    while style.size > style.floor and not fits(style):
        style = style.sized(max(style.floor, style.size - STEP))
    return style


def best_read(surface: Surface, style: Style, told: Callable[[Style], Sequence[ToldColumn]]) -> Style:
    """The style, up to an eighth smaller where the lines of what is told in it then end at better places."""

    def cost(size: float) -> float:
        columns = told(style.sized(size))
        ends = sum(
            surface.break_cost(each.text, each.style, width - each.indent)
            for passages, width in columns
            for each in passages
        )
        return ends + _SMALLER_COST * len(columns) * (1 - size / style.size)

    least = max(style.floor, _LITTLE_SMALLER * style.size)
    sizes = [style.size - STEP * step for step in range(int((style.size - least) / STEP) + 1)]
    return style.sized(min(sizes, key=cost))


def draw_steps(surface: Surface, box: Rect, text: Text, style: Style) -> None:
    """The sentences of a text from the top of the box. Fault: text-too-long, at its line."""
    draw_passages(surface, box, steps(text, style))


def _lines(surface: Surface, passage: Passage, width: float) -> int:
    return surface.line_count(passage.text, passage.style, width - passage.indent)
