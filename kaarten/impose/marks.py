"""Cut marks: dotted lines with small scissors, as a face of their own that nobody reads.

In: the size of a side and its Cuts. Out: a Face of artifacts as large as the side, laid over its front; a back gets
none, because the flip shifts 1 to 2 mm and two lines that disagree help nobody. Source: looks.md section 4 (cut line).
Leaves alone: which cuts there are (`cuts`).
"""

from __future__ import annotations

from collections.abc import Sequence

from kaarten.brand.icons import GRID, icon
from kaarten.brand.inks import CUT, PLACE
from kaarten.compose.face import Face, Stretch
from kaarten.geometry import POINTS_PER_MM, Size
from kaarten.graphics import Paint, Path, Shape, Step, Stroke
from kaarten.impose.cuts import Axis, Cut

DOTTED = Stroke(CUT, 0.45 * POINTS_PER_MM, dash=(0.0, 2.0), round=True)
"""Round dots of 0.45 mm every 2 mm: a dash of no length shows as its round caps."""

CLEAR = 12.0
"""From the edge of the sheet to the first and the last dot."""

SCISSORS = 4.2
"""Width and height of the scissors in mm, in the middle between the printer's blank edge and the first dot."""

_SCISSORS_MIDDLE = 8.2
_SCISSORS_STROKE = Stroke(PLACE, 1.5 * SCISSORS / GRID * POINTS_PER_MM, round=True)


def cut_marks(sheet: Size, cuts: Sequence[Cut]) -> Face:
    """A dotted line for each cut, edge to edge but for 12 mm, with scissors where a hand starts: left, or on top."""
    paint: list[Paint] = []
    for cut in cuts:
        paint.extend((_dots(sheet, cut), _scissors(cut)))
    return Face("", sheet, (Stretch(None, paint),), ())


def _dots(sheet: Size, cut: Cut) -> Shape:
    along = Path.line(CLEAR, cut.position_mm, sheet.width - CLEAR, cut.position_mm)
    down = Path.line(cut.position_mm, CLEAR, cut.position_mm, sheet.height - CLEAR)
    return Shape(along if cut.axis is Axis.HORIZONTAL else down, stroke=DOTTED)


def _scissors(cut: Cut) -> Shape:
    """The icon points right; mirrored in the diagonal it points down."""
    start, across = _SCISSORS_MIDDLE - SCISSORS / 2, cut.position_mm - SCISSORS / 2
    path = icon("scissors").mapped(SCISSORS / GRID, start, across)
    return Shape(path if cut.axis is Axis.HORIZONTAL else _transposed(path), stroke=_SCISSORS_STROKE)


def _transposed(path: Path) -> Path:
    """The path with x and y changed places."""
    return Path(tuple(_transposed_step(step) for step in path.steps), path.even_odd)


def _transposed_step(step: Step) -> Step:
    match step:
        case (letter, x, y):
            return (letter, y, x)
        case (letter, x1, y1, x2, y2, x, y):
            return (letter, y1, x1, y2, x2, y, x)
        case _:
            return step
