"""What hangs in the columns of a board: moods, memos, actions and times.

In: a Surface, the box of a column, its words, a scale `k`, 1 on an A3. Out: faces with their words, boxes for memos, a
table to write in, spaces under each other. Source: looks.md section 5 (Board), the comp 10-bordsessie; sizes of memos
are those in the shops. Leaves alone: the heads of the columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaarten.brand.inks import HAIR, LINE
from kaarten.compose.drawing.faces import MOODS, face
from kaarten.compose.drawing.painting import draw_silent
from kaarten.compose.styles import LABEL, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Stroke
from kaarten.text import Text

MEMOS = (76.0, 51.0, 38.0)
"""mm: the sides of memos that are sold (3M: 76 x 76, 51 x 51, 38 x 51)."""
MEMO_AIR = 4.0
"""mm round a memo."""
_PAD, _LEAST_PAD = 3.6, 2.0
"""mm at both sides of a column: times `k`, and at the least."""
_DASHED = (1.1, 1.1)
_ROW, _LOWEST = 21.0, 9.0
"""mm for a row to write in: times `k`, and on a board of any size."""
_CELL_PAD = 3.0
"""mm at both sides of a rule between cells, times `k`."""
_FIRST = 2.2
"""How wide the first column of a table is beside each of the others."""
_SMALLEST_TYPE = 9.0


def board_type(style: Style, size: float, k: float) -> Style:
    """A style at so many points on an A3, and no smaller than can be read."""
    return style.sized(max(_SMALLEST_TYPE, size * k), floor=_SMALLEST_TYPE)


def column_pad(k: float) -> float:
    """mm at both sides of a column."""
    return max(_PAD * k, _LEAST_PAD)


def largest_memo(width: float, height: float) -> float:
    """mm: the side of the largest memo that goes into so much room; 0 when none does."""
    return next((side for side in MEMOS if side <= min(width, height) - 2 * MEMO_AIR), 0.0)


def draw_moods(surface: Surface, box: Rect, words: Sequence[Text], k: float) -> None:
    """A face with its word for each, from glad to low, and room for names or magnets beside it."""
    rows = box.inset(column_pad(k), 0).rows(max(1, len(words)), 0)
    for index, (row, word) in enumerate(zip(rows, words, strict=True)):
        glad = MOODS - 1 - round(index * (MOODS - 1) / max(1, len(words) - 1))
        _draw_mood(surface, row, glad, word, k)
    _rule_off(surface, rows)


def _draw_mood(surface: Surface, row: Rect, glad: int, word: Text, k: float) -> None:
    """The word below the face, or beside it in a low row."""
    style = board_type(SMALL, 11, k)
    size, under = min(17 * k, row.height - 0.8), max(6 * k, style.leading)
    if size + under + 1.5 > row.height:
        draw_silent(surface, face(Rect(row.x, row.middle[1] - size / 2, size, size), glad))
        y = row.middle[1] + surface.cap_height(style) / 2
        surface.text(row.x + size + 1, y, word, style, width=row.width - size - 1)
        return
    x, y = row.x + 2 * k, row.middle[1] - (size + under) / 2
    draw_silent(surface, face(Rect(x, y, size, size), glad))
    surface.text(x, y + size + under - 0.5, word, style, width=row.width - 2 * k)


def draw_memos(surface: Surface, box: Rect, side: float) -> None:
    """As many boxes for memos as there is room for; where no memo goes in, the column is open."""
    if not side:
        return
    count = max(1, int((box.height - MEMO_AIR) / (side + MEMO_AIR)))
    gap = (box.height - count * side) / (count + 1)
    with surface.artifact():
        for index in range(count):
            y = box.y + gap + index * (side + gap)
            surface.rect(Rect(box.middle[0] - side / 2, y, side, side), None, Stroke(LINE, 0.75, _DASHED))


def draw_actions(surface: Surface, box: Rect, heads: Sequence[Text], k: float) -> None:
    """A table to write in: the first column the widest, the others no narrower than their heads."""
    inside, style = _inside(box, k), board_type(LABEL, 12, k)
    gutter = 2 * _CELL_PAD * k
    room = inside.width - gutter * (len(heads) - 1)
    least = room / (_FIRST + len(heads) - 1)
    others = [max(least, surface.width(head, style) + 1) for head in heads[1:]]
    cells = shared_out(inside, [room - sum(others), *others], gutter)
    y = inside.y + surface.cap_height(style) + 1.5 * k
    for cell, head in zip(cells, heads, strict=True):
        surface.text(cell.x, y, head, style, width=cell.width)
    top = y + max(3.5 * k, 1.8)
    count = max(1, int((inside.bottom - top) / max(_ROW * k, _LOWEST)))
    with surface.artifact():
        surface.line(inside.x, top, inside.right, top, Stroke(LABEL.colour, 1))
        for cell in cells[1:]:
            x = cell.x - _CELL_PAD * k
            surface.line(x, inside.y, x, inside.bottom, Stroke(HAIR, 0.75))
    _rule_off(surface, Rect(inside.x, top, inside.width, inside.bottom - top).rows(count, 0))


def draw_times(surface: Surface, box: Rect, words: Sequence[Text], k: float) -> None:
    """A space for each of the words, under each other."""
    inside = _inside(box, k)
    style = surface.one_size(words, board_type(LABEL, 12, k), inside.width)
    rows = inside.rows(max(1, len(words)), 0)
    for index, (row, word) in enumerate(zip(rows, words, strict=True)):
        above = max(4.5 * k, 1.5) if index else max(1.5 * k, 0.5)
        surface.text(row.x, row.y + above + surface.cap_height(style), word, style, width=row.width)
    _rule_off(surface, rows)


def shared_out(box: Rect, shares: Sequence[float], gutter: float) -> list[Rect]:
    """Boxes side by side, as wide as their shares, `gutter` mm between them."""
    unit = (box.width - gutter * (len(shares) - 1)) / sum(shares)
    cells: list[Rect] = []
    x = box.x
    for share in shares:
        cells.append(Rect(x, box.y, share * unit, box.height))
        x += share * unit + gutter
    return cells


def _inside(box: Rect, k: float) -> Rect:
    return box.inset(column_pad(k), 3 * k)


def _rule_off(surface: Surface, rows: Sequence[Rect]) -> None:
    """A hair line between rows."""
    with surface.artifact():
        for row in rows[1:]:
            surface.line(row.x, row.y, row.right, row.y, Stroke(HAIR, 1))
