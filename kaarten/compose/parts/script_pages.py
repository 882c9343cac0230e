"""Pages of a script: blocks shared out evenly, whole where that takes no sheet more, else parted between two steps.

In: ScriptParts and other FlowBlocks, the room on each page. Out: what stands on which page and where, on as few sheets
of two pages as can be. Leaves alone: what the parts look like (`script_blocks`), head and foot of the page
(`layouts.script`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kaarten.compose.flow import FlowBlock, Placed, Room, height, paginate
from kaarten.compose.parts.blocks import Columns, Flowing, Stack
from kaarten.compose.surface import Surface

_HAIR = 1e-6

_Pages = list[list[Placed]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptPart(Columns):
    """A block of the agenda, or what is left of it: in its first stack `heads` blocks of heading and then the steps, in
    its last what is needed. `again` is the heading of what stands on the next page.
    """

    id: str
    again: FlowBlock
    heads: int = 1

    def divided(self, surface: Surface, width: float, room: float) -> tuple[FlowBlock, FlowBlock] | None:
        """Between two steps, what is needed all beside the first. Within a step only when no page could hold it."""
        (left, wide, rows), *others = self.stacks
        beside = max([0.0, *(height(surface, stack, each) for _, each, stack in others)])
        if beside > room - self.pad:
            return None
        for count in range(len(rows.blocks) - 1, self.heads, -1):
            above = replace(rows, blocks=rows.blocks[:count])
            if height(surface, above, wide) <= room - self.pad:
                rest = replace(rows, blocks=(self.again, *rows.blocks[count:]))
                return (
                    replace(self, stacks=((left, wide, above), *others)),
                    replace(self, stacks=((left, wide, rest), *_emptied(others)), heads=1),
                )
        first = replace(rows, blocks=rows.blocks[: self.heads + 1])
        higher = height(surface, first, wide) > surface.size.height
        return super(ScriptPart, self).divided(surface, width, room) if higher else None


def _emptied(stacks: Sequence[tuple[float, float, Stack]]) -> list[tuple[float, float, Stack]]:
    return [(left, wide, replace(stack, blocks=())) for left, wide, stack in stacks]


def script_pages(surface: Surface, blocks: Sequence[FlowBlock], room: Room) -> _Pages:
    """The blocks on as few sheets as hold them; whole ones on pages about equally full. Fault `higher-than-page`, as of
    any flow.
    """
    scratch = surface.scratch()
    whole = paginate(scratch, blocks, room)
    loose = [replace(block, whole=False) if isinstance(block, ScriptPart) else block for block in blocks]
    if _sheets(paginate(scratch, loose, room)) < _sheets(whole):
        return paginate(surface, loose, room)
    return paginate(surface, _evened(scratch, blocks, room, len(whole)), room)


def _sheets(pages: _Pages) -> int:
    return -(-len(pages) // 2)


def _evened(surface: Surface, blocks: Sequence[FlowBlock], room: Room, pages: int) -> Sequence[FlowBlock]:
    """The blocks, those that open a page so marked that all `pages` are about equally full; or as they are, when one
    fits on no page.
    """
    heights = [height(surface, block, room(0).width) for block in blocks]

    @cache
    def best(start: int, page: int) -> tuple[float, tuple[int, ...]] | None:
        """From block `start` on: the sum of what stays empty on each page, squared, and which blocks open one."""
        found: list[tuple[float, tuple[int, ...]]] = []
        used = 0.0
        for end in range(start + 1, len(blocks) + 1):
            used += heights[end - 1] + (blocks[end - 1].gap if end - 1 > start else 0.0)
            empty = room(page).height - used
            if empty < -_HAIR:
                break
            if end == len(blocks) and page == pages - 1:
                found.append((empty**2, ()))
            elif end < len(blocks) and page < pages - 1 and not blocks[end - 1].keep:
                rest = best(end, page + 1)
                found += [(empty**2 + rest[0], (end, *rest[1]))] if rest else []
        return min(found, default=None)

    shared = best(0, 0)
    openers = shared[1] if shared else ()
    return [_opening(block) if index in openers else block for index, block in enumerate(blocks)]


def _opening(block: FlowBlock) -> FlowBlock:
    return replace(block, breaks=True) if isinstance(block, Flowing) else block
