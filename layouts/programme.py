"""Programme: the blocks of a meeting on the wall, each with the time it begins (A16).

In: a heading, what the end is called; blocks and times come with the meeting. Out: one sheet,
or more of a very long meeting, A4 or larger. A block that lasts longer is higher. Source: looks.md sections 1, 2 and 5.
Leaves alone: what happens in a block.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    INK,
    JOINT,
    NAME,
    PAPER_SIZES,
    STONE,
    STONE_2,
    Block,
    Desk,
    Face,
    LayoutContent,
    Piece,
    Rect,
    Surface,
    Text,
    WallFrame,
    block_text,
    icon,
    page_ranges,
)

SMALLEST = (PAPER_SIZES["A4"], PAPER_SIZES["A4"].turned)
TIME = 62.0
LEAST = 16.0
"""mm of a block on an A3: room for its name."""
MOST_PER_MINUTE = 1.6
END = 17.0


class Content(LayoutContent):
    heading: Text
    end: Text


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The programme of the meeting that the material is for."""
    faces = Programme(desk, content).faces()
    for number, face in enumerate(faces, start=1):
        yield Piece(desk.page_name(content.heading, number, len(faces)), face)


class Programme:
    """Blocks on their sheets. Figures are those of an A3, times `k`."""

    def __init__(self, desk: Desk, content: Content) -> None:
        meeting = desk.meeting
        self.desk = desk
        self.content = content
        self.blocks = meeting.blocks if meeting else ()
        told = (meeting.title, meeting.date_text) if meeting else ()
        self.frame = WallFrame(desk, content.heading, " \u00b7 ".join(part for part in told if part))
        self.k = self.frame.k
        style = NAME.sized(36 * self.k, floor=20 * self.k)
        box = self.frame.body
        names = [block.name for block in self.blocks]
        self.names = self.frame.measuring.one_size(names, style, box.width - (TIME + 12) * self.k)
        clocks = [block.clock for block in self.blocks]
        self.clocks = self.frame.measuring.one_size(clocks, self.names, (TIME - 10) * self.k)

    def faces(self) -> list[Face]:
        """The sheets."""
        room = self.frame.body.height - END * self.k
        pages = page_ranges([LEAST * self.k for _ in self.blocks], room)
        return [self._face(number, page, len(pages)) for number, page in enumerate(pages, start=1)]

    def _face(self, number: int, page: range, pages: int) -> Face:
        box, blocks = self.frame.body, [self.blocks[index] for index in page]
        spare = box.height - (END + LEAST * len(blocks)) * self.k
        per_minute = min(MOST_PER_MINUTE * self.k, spare / max(1, sum(block.minutes for block in blocks)))
        with self.frame.page(number, pages) as surface:
            y = box.y
            with surface.tag("L"):
                for block in blocks:
                    height = LEAST * self.k + block.minutes * per_minute
                    with surface.tag("LI"):
                        self._block(surface, Rect(box.x, y, box.width, height - JOINT), block)
                    y += height
            if number == pages and blocks:
                self._end(surface, y, blocks[-1].end_clock)
        return surface.face()

    def _block(self, surface: Surface, box: Rect, block: Block) -> None:
        """The time in the brand's colour, the name on its tint; a break on stone."""
        k, brand, pause = self.k, surface.brand, block.pause
        time = Rect(box.x, box.y, TIME * k, box.height)
        name = box.inset(TIME * k + JOINT, 0, 0, 0)
        with surface.artifact():
            surface.rect(time, fill=STONE_2 if pause else brand.primary)
            surface.rect(name, fill=STONE if pause else brand.tint)
        ink = INK if pause else brand.on_primary
        block_text(surface, time.inset(7 * k, 0, 3 * k, 0), block.clock, self.clocks.coloured(ink), tag="Lbl")
        words = name.inset(7 * k, 0, 5 * k, 0)
        if pause:
            size = 10.5 * k
            with surface.artifact():
                icon(surface, "coffee", words.x, box.middle[1] - size / 2, size, INK)
            words = words.inset(size + 4 * k, 0, 0, 0)
        block_text(surface, words, block.name, self.names, tag="LBody")

    def _end(self, surface: Surface, y: float, clock: str) -> None:
        """A low row as the others, on stone as a break."""
        k = self.k
        row = Rect(self.frame.body.x, y, self.frame.body.width, END * k)
        time, name = Rect(row.x, row.y, TIME * k, row.height), row.inset(TIME * k + JOINT, 0, 0, 0)
        with surface.artifact():
            surface.rect(time, fill=STONE_2)
            surface.rect(name, fill=STONE)
        block_text(surface, time.inset(7 * k, 0, 3 * k, 0), clock, self.clocks)
        block_text(surface, name.inset(7 * k, 0, 5 * k, 0), self.content.end, self.names)
