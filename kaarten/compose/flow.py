"""Flow: blocks under each other, over as many pages as they need.

In: FlowBlocks, and the room on each page. Out: for each page the blocks that stand on it and where. A heading stays
with what follows it, a block that does not fit goes to the next page or is divided where it allows that, and a page
never opens with a gap. A block is measured by drawing it on a scratch surface, so that what is measured is what is
drawn. Leaves alone: what stands on a page beside the flow (mastheads, running heads, feet), and what blocks look like
(`parts.blocks`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kaarten.compose.surface import Surface
from kaarten.diagnostics import Mark
from kaarten.geometry import Rect

_HAIR = 1e-6


class FlowBlock(Protocol):
    """Something of the full width that knows how to draw itself downwards.

    `gap` is the room above it (mm) where it does not open a page. `keep` keeps it on the page of the next block.
    `breaks` makes it open a page. `whole` lets it be divided only where no page could hold all of it.
    """

    @property
    def gap(self) -> float: ...
    @property
    def keep(self) -> bool: ...
    @property
    def breaks(self) -> bool: ...
    @property
    def whole(self) -> bool: ...
    @property
    def mark(self) -> Mark: ...

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        """Paint the block with its top at y; returns its bottom."""
        ...

    def divided(self, surface: Surface, width: float, room: float) -> tuple[FlowBlock, FlowBlock] | None:
        """Two blocks, the first at most `room` mm high, that together are this one; None when it stays whole."""
        ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its top at y."""

    block: FlowBlock
    y: float


Room = Callable[[int], Rect]
"""The room for the flow on the page of that index, from 0."""


def height(surface: Surface, block: FlowBlock, width: float) -> float:
    """How high a block is in `width` mm."""
    return block.draw(surface.scratch(), 0, 0, width)


class _Ruler:
    """Measures every block once in each width, for measuring is drawing."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        self._known: dict[tuple[int, float], tuple[FlowBlock, float]] = {}

    def height(self, block: FlowBlock, width: float) -> float:
        """How high a block is. Blocks are known by identity, and kept, so that no other gets the same."""
        key = id(block), width
        if key not in self._known:
            self._known[key] = block, height(self.surface, block, width)
        return self._known[key][1]


def paginate(surface: Surface, blocks: Iterable[FlowBlock], room: Room) -> list[list[Placed]]:
    """The blocks on pages; at least one page. Fault `higher-than-page` for a block that fits on no page."""
    ruler = _Ruler(surface)
    pages: list[list[Placed]] = [[]]
    waiting = deque(_chains(blocks))
    box = room(0)
    y = box.y
    while waiting:
        chain = waiting.popleft()
        gap = chain[0].gap if pages[-1] else 0.0
        breaks = chain[0].breaks and bool(pages[-1])
        left = box.bottom - y - gap
        high = _stacked(ruler, chain, box.width)
        if not breaks and high <= left + _HAIR:
            y = _put(ruler, chain, y + gap, box.width, pages[-1])
            continue
        later = pages[-1] and chain[-1].whole and high <= room(len(pages)).height + _HAIR
        parts = None if breaks or later else _divided(ruler, chain, box.width, left)
        if parts:
            _put(ruler, parts[0], y + gap, box.width, pages[-1])
            waiting.appendleft(parts[1])
        elif pages[-1]:
            waiting.appendleft(chain)
        else:
            _complain(surface, chain, high - left)
            y = _put(ruler, chain, y, box.width, pages[-1])
            continue
        pages.append([])
        box = room(len(pages) - 1)
        y = box.y
    return pages


def _chains(blocks: Iterable[FlowBlock]) -> list[list[FlowBlock]]:
    """Blocks with what they stay with: `heading, heading, paragraph` is one chain."""
    chains: list[list[FlowBlock]] = []
    open_chain = False
    for block in blocks:
        if open_chain:
            chains[-1].append(block)
        else:
            chains.append([block])
        open_chain = block.keep
    return chains


def _stacked(ruler: _Ruler, chain: Sequence[FlowBlock], width: float) -> float:
    """The height of a chain: its blocks and the gaps between them."""
    return sum(ruler.height(block, width) for block in chain) + sum(block.gap for block in chain[1:])


def _divided(
    ruler: _Ruler, chain: Sequence[FlowBlock], width: float, room: float
) -> tuple[list[FlowBlock], list[FlowBlock]] | None:
    """The chain with its last block divided, so that the rest of it fits in `room`."""
    *first, last = chain
    before = _stacked(ruler, first, width) + last.gap if first else 0.0
    parts = last.divided(ruler.surface, width, room - before) if room > before else None
    return ([*first, parts[0]], [parts[1]]) if parts else None


def _put(ruler: _Ruler, chain: Sequence[FlowBlock], y: float, width: float, page: list[Placed]) -> float:
    for index, block in enumerate(chain):
        y += block.gap if index else 0.0
        page.append(Placed(block, y))
        y += ruler.height(block, width)
    return y


def _complain(surface: Surface, chain: Sequence[FlowBlock], over: float) -> None:
    mark = next((block.mark for block in chain if block.mark.file), chain[0].mark)
    surface.report.error("higher-than-page", mark, over=f"{over:.0f}", where=surface.where)
