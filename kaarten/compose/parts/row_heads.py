"""Heads of the rows of a table to fill in: a domain with its look, a name, a number, a clock time over a name.

In: a RuledTable and its rows. Out: one size for all names, how high each row must be (mm), and the paint of a head in
the box of its first column. Source: looks.md sections 1 and 4. Leaves alone: what is filled in beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaarten.compose.parts.boxed_text import block_text
from kaarten.compose.parts.forms import PITCH
from kaarten.compose.parts.looks import JOINT, domain_tile
from kaarten.compose.parts.ruled_table import RuledTable
from kaarten.compose.styles import BODY, BODY_NARROW, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.tailor.job import Domain
from kaarten.text import Text

_TILE, _STRIP = 13.0, 4.5
"""mm: in the head of a row of a domain."""
_AROUND = 3.0
"""mm above and below a name together."""
_NAME = BODY_NARROW.strong.sized(12, floor=9)
_MARK = BODY.strong.sized(14, floor=11)
_NAMELESS = Text("")


@dataclass(frozen=True, slots=True)
class RowHead:
    """What stands in the first column: a domain, or a name with perhaps a number or a clock time before it. A name that
    ends in a colon has room to write below it. Without `head` the row has a box to write in there too.
    """

    name: Text = _NAMELESS
    mark: str = ""
    domain: Domain | None = None
    head: bool = True
    total: bool = False

    @property
    def open(self) -> bool:
        return self.name.endswith(":")


class RowHeads:
    """The heads of all rows of a table, in one size: at the most a `share` of the usual one. Lengths are mm at scale 1,
    times that of the table.
    """

    def __init__(self, table: RuledTable, rows: Sequence[RowHead], share: float = 1.0) -> None:
        self._table, self._k, self._lines = table, table.scale, table.lines
        self._surface, self._around = table.surface, _AROUND * table.scale * share
        style = _NAME.sized(max(_NAME.floor, _NAME.size * self._k * share), floor=_NAME.floor)
        named = [row for row in rows if row.name]
        sizes = [self._surface.one_size([row.name], style, self._room(row), self._lines) for row in named]
        self._names = min(sizes, key=lambda each: each.size, default=style)

    def height(self, row: RowHead) -> float:
        """mm that the head of a row needs."""
        mark = _MARK.leading * self._k if row.mark and row.name else 0.0
        name = self._surface.line_count(row.name, self._names, self._room(row)) * self._names.leading
        return mark + name + self._around + (PITCH if row.open else 0.0)

    def draw(self, surface: Surface, row: RowHead, box: Rect) -> None:
        """The head of a row, in the box of its first column."""
        pad = self._table.pad
        if row.domain:
            self._domain(surface, row.domain, box, pad)
        elif row.head:
            self._named(surface, row, box.inset(pad, 0))

    def _room(self, row: RowHead) -> float:
        width = self._table.cell(0, 0, 0).width - 2 * self._table.pad
        return width - (_TILE + _STRIP) * self._k - 2 * JOINT if row.domain else width

    def _domain(self, surface: Surface, domain: Domain, box: Rect, pad: float) -> None:
        """Tile, strip and name: the row of blocks."""
        blocks = Rect(box.x, box.y, box.width, box.height - JOINT)
        x = domain_tile(surface, blocks, domain, _STRIP * self._k, _TILE * self._k)
        room = Rect(x + pad, box.y, box.right - x - 2 * pad, blocks.height)
        block_text(surface, room, domain.name, self._names, lines=self._lines, tag=None)

    def _named(self, surface: Surface, row: RowHead, box: Rect) -> None:
        """A number or a name in the middle of its box, a clock time over a name, or a name over room to write."""
        style = _MARK.sized(_MARK.size * self._k).coloured(surface.brand.accent)
        if row.open:
            y = box.y + self._around + surface.cap_height(self._names)
            surface.paragraph(box.x, y, box.width, row.name, self._names, lines=self._lines, tag=None)
            return
        if not (row.mark and row.name):
            said: tuple[Text | str, Style] = (row.name, self._names) if row.name else (row.mark, style)
            block_text(surface, box, *said, lines=self._lines, tag=None)
            return
        y = box.y + 6.5 * self._k
        surface.text(box.x, y, row.mark, style, tag=None, width=box.width)
        y += _MARK.leading * self._k * 0.95
        surface.paragraph(box.x, y, box.width, row.name, self._names, lines=self._lines, tag=None)
