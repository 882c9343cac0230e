"""Tiles: one sheet for each part of a poster that is larger than the paper.

In: the poster's Face, its Tiling, and words for who cannot see a part. Out: Sheets, each with the cropped poster and
the marks to glue it by. Leaves alone: how the poster is divided (`tiling`).
"""

from __future__ import annotations

from kaarten.compose.face import Face
from kaarten.geometry import Rect
from kaarten.impose.sheets import Placement, Sheet, Side
from kaarten.impose.tile_marks import tile_marks
from kaarten.impose.tiling import Tile, Tiling
from kaarten.typeset.fonts import Typeface


def lay_tiles(face: Face, tiling: Tiling, alt: str, typeface: Typeface) -> list[Sheet]:
    """One sheet for each tile. `alt` says what a tile is a part of; `{tile}` in it becomes the tile's name.

    Each tile is one figure with that text: the poster's own words would be read in pieces. Who wants to hear them has
    the poster as a whole in the file for reading.
    """
    return [_sheet(face, tiling, tile, alt.replace("{tile}", tile.name), typeface) for tile in tiling.tiles]


def _sheet(face: Face, tiling: Tiling, tile: Tile, alt: str, typeface: Typeface) -> Sheet:
    margin = tiling.margin
    shown = Rect(margin, margin, tile.shows.width, tile.shows.height)
    part = Placement(face, margin - tile.shows.x, margin - tile.shows.y, alt=alt, crop=shown)
    marks = Placement(tile_marks(tiling, tile, shown, typeface), 0, 0, read=False)
    return Sheet(Side(tiling.sheet, (part, marks), tile.name, level=1))
