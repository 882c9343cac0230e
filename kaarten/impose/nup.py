"""N-up: copies of pieces on sheets, backs behind their fronts.

In: Pieces, how many sets of them, a Grid and a Duplex. Out: Sheets with their cut marks. Copies stand in reading order,
set after set, so that a pile of cut cards is a set; on labels a strip of copies keeps to one row. Leaves alone: whether
the sheets themselves are printed more than once (`runs`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kaarten.compose.face import Face, Piece
from kaarten.geometry import Rect, Size
from kaarten.impose.cuts import cut_list
from kaarten.impose.grid import Grid, Slot
from kaarten.impose.marks import cut_marks
from kaarten.impose.sheets import Duplex, Placement, Sheet, Side

Load = tuple[Piece | None, ...]
"""What stands in the slots of one sheet, from the first on; None is a label that stays blank. What is cut out leaves no
slot empty but the last ones of the last sheet.
"""


def loads_of(pieces: Sequence[Piece], sets: int, per_sheet: int) -> list[Load]:
    """Every copy of every piece, `sets` times over, dealt out over sheets of `per_sheet` slots."""
    copies = [piece for _ in range(sets) for piece in pieces for _ in range(piece.copies)]
    return [tuple(copies[start : start + per_sheet]) for start in range(0, len(copies), per_sheet)]


def loads_on_labels(pieces: Sequence[Piece], sets: int, grid: Grid, start_at: int) -> list[Load]:
    """The same on labels, from label `start_at` (from 1) of the first sheet on; a strip keeps together in a row."""
    slots: list[Piece | None] = [None] * (start_at - 1)
    for strip in [strip for _ in range(sets) for piece in pieces for strip in _strips(piece)]:
        slots += [None] * _gap(len(slots), len(strip), grid)
        slots += strip
    if not any(slots):
        return []
    return [tuple(slots[start : start + grid.count]) for start in range(0, len(slots), grid.count)]


def _strips(piece: Piece) -> list[list[Piece]]:
    """The copies of a piece in strips; the last may be shorter."""
    copies = [piece] * piece.copies
    return [copies[start : start + piece.strip] for start in range(0, piece.copies, piece.strip)]


def _gap(at: int, length: int, grid: Grid) -> int:
    """How many labels stay blank before a strip: what is left of a row too short for it, and of such a sheet."""
    row = grid.columns - at % grid.columns
    gap = row if row < min(length, grid.columns) else 0
    sheet = grid.count - (at + gap) % grid.count
    return gap + sheet if sheet < length <= grid.count else gap


def lay(loads: Sequence[Load], grid: Grid, duplex: Duplex, edge: Face | None = None) -> list[Sheet]:
    """The loads on sheets. A face is read where it first stands; every further copy is an artifact, as is `edge`.

    With a duplex every sheet gets a back, an empty one if need be: the next front must not land behind this one.
    """
    marks = {count: _marks(grid, count, edge) for count in sorted({len(load) for load in loads})}
    slots = grid.slots
    seen: set[Face] = set()
    named: set[Piece] = set()
    sheets: list[Sheet] = []
    for load in loads:
        there = [(piece, slot) for piece, slot in zip(load, slots, strict=False) if piece]
        fronts = [_placed(piece.front, slot.box.x, slot.box.y, seen) for piece, slot in there]
        name = _bookmark(piece.name for piece, _ in there if piece not in named)
        named.update(piece for piece, _ in there)
        front = Side(grid.sheet, (*fronts, *marks[len(load)]), name, level=1)
        sheets.append(Sheet(front, None if duplex is Duplex.NONE else _back(there, grid.sheet, duplex, seen)))
    return sheets


def behind(box: Rect, sheet: Size, duplex: Duplex) -> tuple[float, float]:
    """The top left corner, on the back, of what stands exactly behind `box` on the front; both sides seen upright.

    A sheet that turns over its left or right edge mirrors left and right; over its top or bottom edge, top and bottom.
    The long edge of an upright sheet is its left, of a turned sheet its top.
    """
    upright = sheet.height >= sheet.width
    if (duplex is Duplex.LONG_EDGE) == upright:
        return sheet.width - box.right, box.y
    return box.x, sheet.height - box.bottom


def _back(there: Iterable[tuple[Piece, Slot]], sheet: Size, duplex: Duplex, seen: set[Face]) -> Side:
    backs = [
        _placed(piece.back, *behind(slot.box, sheet, duplex), seen) for piece, slot in there if piece.back is not None
    ]
    return Side(sheet, tuple(backs))


def _placed(face: Face, x: float, y: float, seen: set[Face]) -> Placement:
    first = face not in seen
    seen.add(face)
    return Placement(face, x, y, read=first)


def _marks(grid: Grid, filled: int, edge: Face | None) -> tuple[Placement, ...]:
    """The marks for a sheet with so many pieces; the same faces for all of them, so that a file holds them once."""
    cuts = cut_list(grid, filled)
    faces = (cut_marks(grid.sheet, cuts) if cuts else None, edge)
    return tuple(Placement(face, 0, 0, read=False) for face in faces if face)


def _bookmark(names: Iterable[str]) -> str | None:
    """The pieces that begin on a sheet; of many, the first and the last."""
    new = list(dict.fromkeys(names))
    if len(new) > 3:
        return f"{new[0]} … {new[-1]}"
    return ", ".join(new) or None
