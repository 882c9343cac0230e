"""Marks on a tile: where to cut, where its neighbours come, which tile it is.

In: a Tiling, one of its Tiles, a Typeface. Out: a Face of artifacts as large as the side. A dotted line stands where a
tile is cut: left and top against its neighbours, right and bottom where the poster ends inside the sheet. Short ticks
show where the next tile's edge comes. Name and map stand where they vanish: in the strip that the next tile covers, or
outside the poster. In a strip of 8 mm beside the poster the map is narrower than elsewhere; on a last tile that
ends within 8 mm of the print's own edge there is no such place, and it goes without. Leaves alone: the poster.
"""

from __future__ import annotations

from kaarten.brand.inks import CUT, INK, WHITE
from kaarten.compose.face import Face, Stretch
from kaarten.geometry import MM_PER_POINT, Rect
from kaarten.graphics import Glyphs, Line, Paint, Path, Shape, Stroke
from kaarten.impose.cuts import LEAST_WASTE
from kaarten.impose.marks import DOTTED
from kaarten.impose.tiling import OVERLAP, TRIM, Tile, Tiling
from kaarten.typeset.fonts import Typeface

STRIP = OVERLAP - TRIM
"""Width of the printed part that the next tile covers, and the least room for name and map."""

MAP_WIDTH = 16.0
NAME_SIZE = 10.0

_TICK = 5.0
_TICK_STROKE = Stroke(CUT, 0.5)
_AIR = 0.75
_GAP = 2.0
_LEAST_MAP_HEIGHT = 5.0
_MOST_MAP_HEIGHT = 24.0
_MAP_STROKE = Stroke(INK, 0.5)


def tile_marks(tiling: Tiling, tile: Tile, shown: Rect, typeface: Typeface) -> Face:
    """The marks of `tile`, whose part of the poster stands at `shown` on its side (mm)."""
    paint = [*_cut_lines(tiling, tile, shown), *_ticks(tiling, tile, shown)]
    room = _room(tiling, tile, shown)
    if room is not None:
        paint.extend(_note(tiling, tile, room, typeface))
    return Face("", tiling.sheet, (Stretch(None, paint),), ())


def _cut_lines(tiling: Tiling, tile: Tile, shown: Rect) -> list[Paint]:
    lines: list[Path] = []
    if tile.column > 0:
        lines.append(Path.line(shown.x + TRIM, shown.y, shown.x + TRIM, shown.bottom))
    if tile.row > 0:
        lines.append(Path.line(shown.x, shown.y + TRIM, shown.right, shown.y + TRIM))
    if tiling.printable.right - shown.right >= LEAST_WASTE:
        lines.append(Path.line(shown.right, shown.y, shown.right, shown.bottom))
    if tiling.printable.bottom - shown.bottom >= LEAST_WASTE:
        lines.append(Path.line(shown.x, shown.bottom, shown.right, shown.bottom))
    return [Shape(line, stroke=DOTTED) for line in lines]


def _ticks(tiling: Tiling, tile: Tile, shown: Rect) -> list[Paint]:
    """Both ends of the line that the edge of the next tile comes to, on the side that it covers."""
    ticks: list[Path] = []
    half = _TICK_STROKE.width * MM_PER_POINT / 2
    if tile.column < tiling.columns - 1:
        x = shown.x + tiling.step.width + TRIM + half
        ticks.append(Path.line(x, shown.y, x, shown.y + _TICK))
        ticks.append(Path.line(x, shown.bottom - _TICK, x, shown.bottom))
    if tile.row < tiling.rows - 1:
        y = shown.y + tiling.step.height + TRIM + half
        ticks.append(Path.line(shown.x, y, shown.x + _TICK, y))
        ticks.append(Path.line(shown.right - _TICK, y, shown.right, y))
    return [Shape(tick, stroke=_TICK_STROKE) for tick in ticks]


def _room(tiling: Tiling, tile: Tile, shown: Rect) -> Rect | None:
    """Where name and map vanish: the strip below, blank paper below or beside the poster, the strip beside."""
    reach = tiling.printable
    left, top = shown.x + TRIM + _TICK, shown.y + TRIM + _TICK
    if tile.row < tiling.rows - 1:
        y = shown.y + tiling.step.height + TRIM
        return Rect(left, y, reach.right - left, STRIP).inset(_AIR)
    if reach.bottom - shown.bottom >= STRIP:
        return Rect(left, shown.bottom, reach.right - left, reach.bottom - shown.bottom).inset(_AIR)
    if tile.column == tiling.columns - 1 and reach.right - shown.right >= STRIP:
        return Rect(shown.right, top, reach.right - shown.right, reach.bottom - top).inset(_AIR)
    if tile.column < tiling.columns - 1:
        return Rect(shown.x + tiling.step.width + TRIM, top, STRIP, shown.bottom - top).inset(_AIR)
    return None


def _note(tiling: Tiling, tile: Tile, room: Rect, typeface: Typeface) -> list[Paint]:
    """White ground, map and name: side by side where the room is wide, else the name below."""
    name_width = typeface.width(tile.name, NAME_SIZE) * MM_PER_POINT
    name_height = typeface.first.cap_height * NAME_SIZE / 1000 * MM_PER_POINT
    if room.width >= MAP_WIDTH + _GAP + name_width:
        map_box = _map_box(tiling, room.x, room.y, MAP_WIDTH, room.height)
        x, y = map_box.right + _GAP, map_box.middle[1] + name_height / 2
    else:
        map_box = _map_box(tiling, room.x, room.y, min(MAP_WIDTH, room.width), room.height - _GAP - name_height)
        x, y = room.x, map_box.bottom + _GAP + name_height
    ground = Rect(room.x, room.y, max(map_box.right, x + name_width) - room.x, max(map_box.bottom, y) - room.y)
    name = Glyphs(NAME_SIZE, INK, (Line(x, y, name_width, tuple(typeface.words(tile.name))),), NAME_SIZE)
    return [Shape(Path.rect(ground.inset(-_AIR / 2)), fill=WHITE), *_map(tiling, tile, map_box), name]


def _map_box(tiling: Tiling, x: float, y: float, width: float, room: float) -> Rect:
    """In the poster's proportion where the room allows; a long banner's map is kept legible and small."""
    natural = width * tiling.poster.height / tiling.poster.width
    return Rect(x, y, width, min(max(natural, _LEAST_MAP_HEIGHT), _MOST_MAP_HEIGHT, room))


def _map(tiling: Tiling, tile: Tile, box: Rect) -> list[Paint]:
    """All tiles as cells of one size, this one filled."""
    columns, rows = box.columns(tiling.columns, 0), box.rows(tiling.rows, 0)
    column, row = columns[tile.column], rows[tile.row]
    cell = Rect(column.x, row.y, column.width, row.height)
    lines = Path.rect(box)
    for line in columns[1:]:
        lines += Path.line(line.x, box.y, line.x, box.bottom)
    for line in rows[1:]:
        lines += Path.line(box.x, line.y, box.right, line.y)
    return [Shape(Path.rect(cell), fill=INK), Shape(lines, stroke=_MAP_STROKE)]
