"""N-up: copies of pieces on sheets, backs behind their fronts.

In: Pieces, how many sets of them, a Grid and a Duplex. Out: Sheets with their cut marks. Copies stand in reading order,
set after set, so that a pile of cut cards is a set. Leaves alone: whether the sheets themselves are printed more than
once (`runs`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kaarten.compose.face import Face, Piece
from kaarten.geometry import Rect, Size
from kaarten.impose.cuts import cut_list
from kaarten.impose.grid import Grid, Slot
from kaarten.impose.marks import cut_marks
from kaarten.impose.sheets import Duplex, Placement, Sheet, Side

Load = tuple[Piece, ...]
"""The pieces of one sheet: the first stands in the first slot, and so on; only the last sheet may have fewer."""


def loads_of(pieces: Sequence[Piece], sets: int, per_sheet: int) -> list[Load]:
    """Every copy of every piece, `sets` times over, dealt out over sheets of `per_sheet` slots."""
    copies = [piece for _ in range(sets) for piece in pieces for _ in range(piece.copies)]
    return [tuple(copies[start : start + per_sheet]) for start in range(0, len(copies), per_sheet)]


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
        fronts = [_placed(piece.front, slot.box.x, slot.box.y, seen) for piece, slot in zip(load, slots, strict=False)]
        name = _bookmark(piece.name for piece in load if piece not in named)
        named.update(load)
        front = Side(grid.sheet, (*fronts, *marks[len(load)]), name, level=1)
        sheets.append(Sheet(front, None if duplex is Duplex.NONE else _back(load, slots, grid.sheet, duplex, seen)))
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


def _back(load: Load, slots: Sequence[Slot], sheet: Size, duplex: Duplex, seen: set[Face]) -> Side:
    backs = [
        _placed(piece.back, *behind(slot.box, sheet, duplex), seen)
        for piece, slot in zip(load, slots, strict=False)
        if piece.back is not None
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
