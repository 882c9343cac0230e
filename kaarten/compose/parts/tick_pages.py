"""Pages of rows to tick off, with the head and foot of a document.

In: a Desk, a line under the title, the blocks (`tick_rows`). Out: a Piece for each page. Leaves alone: which rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaarten.compose.desk import Desk
from kaarten.compose.face import Piece
from kaarten.compose.flow import FlowBlock, paginate
from kaarten.compose.parts.bands import A4, masthead, page_footer, running_head
from kaarten.geometry import Rect

_PAGE = A4()


def tick_pages(desk: Desk, subtitle: str, blocks: Sequence[FlowBlock]) -> Iterator[Piece]:
    """As many A4 pages as the blocks take, each a piece of its own."""
    pages = paginate(desk.surface(), blocks, _room)
    for number, placed in enumerate(pages, start=1):
        surface = desk.surface()
        if number == 1:
            masthead(surface, desk.material.title, subtitle)
        else:
            running_head(surface, desk.material.title, "")
        for each in placed:
            each.block.draw(surface, _PAGE.left, each.y, _PAGE.width)
        page_footer(surface, desk.credit, desk.identity(number, len(pages)))
        yield Piece(str(desk.material.title), surface.face())


def _room(page: int) -> Rect:
    top = 34.0 if page else 47.0
    return Rect(_PAGE.left, top, _PAGE.width, _PAGE.rule - 4 - top)
