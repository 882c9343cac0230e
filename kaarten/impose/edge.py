"""The edge of a sheet: what has to be told with small cards but has no room on them.

In: a Grid, a text, the printer's blank edge, a Typeface. Out: a Face of artifacts with the text in what is cut off, or
None where the pieces leave no such room: four A6 cards fill an A4. It stands under the first column or beside the first
row, between the cut lines. Source: domain/sources.md section 3, small cards: the full credit line on the sheet's edge,
outside the cut line (and on the page of sources, which is where a screen reader meets it). Leaves alone: what it says.
"""

from __future__ import annotations

from kaarten.compose.face import Face, Stretch
from kaarten.compose.styles import CREDIT
from kaarten.geometry import MM_PER_POINT, Rect
from kaarten.graphics import Glyphs, Line
from kaarten.impose.grid import Grid
from kaarten.typeset.breaking import fit
from kaarten.typeset.fonts import Typeface

AIR = 3.0
"""Between the text and every cut line, in mm: scissors of 4.2 mm stand on it, and a hand is 1 mm off."""


def edge_face(grid: Grid, text: str, margin: float, typeface: Typeface) -> Face | None:
    """`text` in 7 pt (6.5 at the least) in the first strip that holds all of it; None when none does."""
    if not text:
        return None
    for room in _strips(grid, margin):
        if glyphs := _set(text, room, typeface):
            return Face("", grid.sheet, (Stretch(None, [glyphs]),), ())
    return None


def _strips(grid: Grid, margin: float) -> list[Rect]:
    """What is cut off below the first column and right of the first row, as far as the printer reaches."""
    x, right = grid.column_lines[0], grid.column_lines[-1]
    y, bottom = grid.row_lines[0], grid.row_lines[-1]
    ends = (grid.sheet.width - margin, grid.sheet.height - margin)
    strips = ((x, bottom, x + grid.piece.width, ends[1]), (right, y, ends[0], y + grid.piece.height))
    return [_clear(strip, margin, ends) for strip in strips]


def _clear(strip: tuple[float, float, float, float], margin: float, ends: tuple[float, float]) -> Rect:
    x, y, right, bottom = strip
    x, y = max(x + AIR, margin), max(y + AIR, margin)
    return Rect(x, y, min(right - AIR, ends[0]) - x, min(bottom - AIR, ends[1]) - y)


def _set(text: str, room: Rect, typeface: Typeface) -> Glyphs | None:
    """The lines at the top of the strip, nearest to the pieces they belong to."""
    most = int(room.height / CREDIT.leading)
    if room.width <= 0 or most < 1:
        return None
    fitted = fit(text, typeface, CREDIT.size, CREDIT.floor, room.width, most, "plain")
    if not fitted.fits:
        return None
    leading = CREDIT.leading * fitted.size / CREDIT.size
    scale = fitted.size / 1000 * MM_PER_POINT
    first = room.y + typeface.first.ascent * scale
    lines = [
        Line(room.x, first + row * leading, width * scale, tuple(words))
        for row, (words, width) in enumerate(zip(fitted.lines, fitted.widths, strict=True))
    ]
    return Glyphs(fitted.size, CREDIT.colour, tuple(lines), CREDIT.floor)
