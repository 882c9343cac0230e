"""Fields: boxes to tick with a marker, lines to write on, labels with a hint.

In: a Surface and a place. Out: paint; boxes and lines are decoration, their labels are read. Sizes from looks.md
section 4: boxes 7 mm on a card, 6.5 on a worksheet, 6 on an A6; a line every 9 mm. Leaves alone: words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from kaarten.brand.inks import INK, LINE, WHITE
from kaarten.compose.parts.looks import JOINT
from kaarten.compose.styles import HINT, LABEL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import MM_PER_POINT, Rect
from kaarten.graphics import Stroke
from kaarten.text import Count, Key, mark_of

PITCH = 9.0
"""mm between writing lines: room for a marker (research on print, section 2)."""


def tick_box(surface: Surface, x: float, y: float, side: float = 7, width: float = 1.25) -> None:
    """A square of `side` mm, its edge inside; `width` in points."""
    edge = width * MM_PER_POINT
    with surface.artifact():
        surface.rect(Rect(x + edge / 2, y + edge / 2, side - edge, side - edge), WHITE, Stroke(INK, width))


def option(
    surface: Surface, x: float, y: float, text: str, style: Style, *, side: float = 7, gap: float = 3, width: float
) -> float:
    """A tick box with its label to the right, centred on the capitals, as an item of the list that is open. `width` mm
    is all there is for box, gap and label. Returns the width taken.
    """
    tick_box(surface, x, y, side)
    baseline = y + side / 2 + surface.cap_height(style) / 2
    with surface.tag("LI"):
        taken = surface.text(x + side + gap, baseline, text, style, tag="LBody", width=width - side - gap)
    return side + gap + taken


def option_row(
    surface: Surface, x: float, y: float, texts: Sequence[str], style: Style, *, side: float, gap: float, width: float
) -> None:
    """Options beside each other, in the one size at which all fit, spread over `width` mm."""
    words = sum(surface.width(text, style) for text in texts)
    boxes = len(texts) * (side + gap)
    size = min(style.size, style.size * (width - boxes - 3.0 * (len(texts) - 1)) / words)
    fitted = style.sized(max(style.floor, size))
    between = (width - boxes - words * fitted.size / style.size) / max(1, len(texts) - 1)
    with surface.tag("L"):
        for text in texts:
            room = side + gap + surface.width(text, fitted) * 1.001
            x += option(surface, x, y, text, fitted, side=side, gap=gap, width=room) + between


def scale_row(surface: Surface, box: Rect, count: int, style: Style) -> None:
    """The numbers 1 to `count` on blocks that touch, as a list: one of them is circled or crossed out."""
    with surface.tag("L"):
        for number, cell in enumerate(box.columns(count, JOINT), start=1):
            with surface.artifact():
                surface.rect(cell, fill=surface.brand.tint_strong)
            baseline = cell.y + cell.height / 2 + surface.cap_height(style) / 2
            with surface.tag("LI"):
                surface.text(cell.middle[0], baseline, str(number), style, tag="LBody", anchor="middle")


def check_lines(surface: Surface, counts: Sequence[Count], short: float, pitch: float = PITCH) -> None:
    """Report at the largest of `counts` that the lines want `short` mm more than there is; nothing when they fit."""
    if short > 0.01:
        largest = max(counts)
        least = max(0, largest - math.ceil(short / pitch - 0.01))
        surface.report.error("lines-too-many", mark_of(largest), lines=largest, most=least, where=surface.where)


def check_ids(surface: Surface, ids: Sequence[Key], known: Sequence[str]) -> None:
    """Warn of each key that names no block of the agenda of this meeting."""
    for id in ids:
        if id not in known:
            surface.report.warning("not-in-agenda", mark_of(id), value=id, known=", ".join(known))


def writing_lines(surface: Surface, x: float, y: float, width: float, count: int, pitch: float = PITCH) -> float:
    """`count` lines, the first at y. Returns the y of the last."""
    with surface.artifact():
        for index in range(count):
            surface.line(x, y + index * pitch, x + width, y + index * pitch, Stroke(LINE, 0.5))
    return y + (count - 1) * pitch


def label(
    surface: Surface,
    x: float,
    y: float,
    text: str,
    hint: str = "",
    *,
    width: float,
    style: Style = LABEL,
    hint_style: Style = HINT,
    tag: str = "H2",
) -> None:
    """A label and, on the same line, its hint in small; together within `width` mm, the label giving way first."""
    room = surface.width(hint, hint_style) + 2.4 if hint else 0.0
    taken = surface.text(x, y, text, style, tag=tag, width=max(width - room, width / 2))
    if hint:
        surface.text(x + taken + 2.4, y, hint, hint_style, width=width - taken - 2.4)


def answer_line(
    surface: Surface, x: float, y: float, text: str, style: Style, width: float, gap: float = 3, least: float = 0
) -> None:
    """A short label and a line behind it, `least` mm from x or more, up to `width` mm from x."""
    taken = max(least, surface.text(x, y, text, style, width=width * 0.6))
    writing_lines(surface, x + taken + gap, y + 0.6, width - taken - gap, 1)


def closing_question(surface: Surface, box: Rect, question: str, lines: Count) -> None:
    """A question in a tinted block at the foot of a page, with lines to answer it."""
    with surface.artifact():
        surface.rect(box, fill=surface.brand.tint)
    surface.text(box.x + 6, box.y + 8.2, question, LABEL, tag="H2", width=box.width - 12)
    check_lines(surface, [lines], 16.5 + PITCH * (lines - 1) + 3 - box.height)
    writing_lines(surface, box.x + 6, box.y + 16.5, box.width - 12, lines)
