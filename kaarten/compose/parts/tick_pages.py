"""Pages of rows to tick off, with the head and foot of a document.

In: a Desk, a line under the title, the blocks (`tick_rows`), perhaps the meeting they are for and a heading for own
rows. Out: a Piece for each page; of a meeting that has no day or place yet, with a line to write it on. Leaves alone:
which rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kaarten.compose.desk import Desk
from kaarten.compose.face import Piece
from kaarten.compose.flow import FlowBlock, Placed, height, paginate
from kaarten.compose.parts.bands import A4, masthead, page_footer, running_head
from kaarten.compose.parts.tick_rows import TickGroup, TickHeading, TickRow
from kaarten.compose.parts.when_where import WHEN_HEIGHT, asks_when, when_row
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.tailor.timetable import Meeting
from kaarten.text import Text

_PAGE = A4()
_ROW, _MOST_OWN, _LEAST_OWN = 9.0, 6, 3
"""mm of a row; how many own rows there are at the most and at the least."""


def tick_pages(
    desk: Desk, subtitle: str, blocks: Sequence[FlowBlock], meeting: Meeting | None = None, own: Text | None = None
) -> Iterator[Piece]:
    """As many A4 pages as the blocks take, each a piece of its own. `own` heads empty rows, where the last has room."""
    asks = meeting if meeting and asks_when(meeting) else None

    def room(page: int) -> Rect:
        top = 34.0 if page else 47.0 + (WHEN_HEIGHT if asks else 0)
        return Rect(_PAGE.left, top, _PAGE.width, _PAGE.rule - 6 - top)

    pages = paginate(desk.surface(), blocks, room)
    if own:
        _add_own(desk.surface(), pages[-1], room(len(pages) - 1), own)
    for number, placed in enumerate(pages, start=1):
        surface = desk.surface()
        if number == 1:
            masthead(surface, desk.material.title, subtitle)
            if asks:
                when_row(desk, surface, asks, _PAGE.left, 47.2, _PAGE.width)
        else:
            running_head(surface, desk.material.title, "")
        for each in placed:
            each.block.draw(surface, _PAGE.left, each.y, _PAGE.width)
        page_footer(surface, desk.credit, desk.identity(number, len(pages)))
        yield Piece(str(desk.material.title), surface.face())


def _add_own(surface: Surface, page: list[Placed], room: Rect, heading: Text) -> None:
    """Empty rows under the last block, as far as the page has room."""
    foot = max([room.y, *(each.y + height(surface, each.block, room.width) for each in page)])
    empty = TickGroup(blocks=(TickHeading(text=heading),))
    left = room.bottom - foot - empty.gap - height(surface, empty, room.width)
    rows = min(_MOST_OWN, int(left // _ROW))
    if rows >= _LEAST_OWN:
        page.append(Placed(replace(empty, blocks=(*empty.blocks, *[TickRow(text=Text(""))] * rows)), foot + empty.gap))
