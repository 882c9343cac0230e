"""Wall sheet: a few statements in large type, with lines to fill in (A12, A13, B10, B15, C26).

In: a heading, statements with an icon or, without one, their number; lines under a statement; empty statements. Out:
one sheet, or more when they do not fit, A4 or larger, standing or lying. Source: looks.md sections 1, 2 and 5, research
on print section 2 (words on a wall). Leaves alone: the order and wording of the statements.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaarten.layout import (
    INK_2,
    JOINT,
    LEAD,
    NAME,
    NUMERAL,
    PAPER_SIZES,
    STONE,
    TO_WRITE_ON,
    Count,
    Desk,
    Face,
    Items,
    Key,
    LayoutContent,
    Piece,
    Rect,
    Style,
    Surface,
    Text,
    WallFrame,
    answer_line,
    block_text,
    check_lines,
    icon,
    known_icon,
    page_ranges,
    tile,
    writing_lines,
)

SMALLEST = (PAPER_SIZES["A4"], PAPER_SIZES["A4"].turned)
PITCH, WIDEST_PITCH = 13.0, 24.0
"""mm from line to line on an A3, as wide as there is room for: words for a wall are written large."""
TILE, GAP, PAD = 30.0, 6.0, 7.0
UNDER_LINES = 4.0
LARGEST_TYPE, SMALLEST_TYPE = 44.0, 28.0
"""Points on an A3: no more than the heading has, and the floor of key words."""
LARGEST_HEAD, HEAD_PAD = 30.0, 4.0
"""Points of type, and mm of white over and under it, where all statements are heads over lines: those matter more."""
MOST_LINES = 3
HIGHEST_BAND, HIGHEST_HEAD = 96.0, 24.0
EMPTY_BAND = 24.0
LEAST_PITCH = 9.0
CLOSER = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
"""How much nearer lines come to save a sheet."""
DATE = "." * 18
"""Instead of six dots: a line long enough for a date in large letters."""


class Statement(LayoutContent):
    """`icon` stands in its tile, else its number; `lines` to write on below it."""

    text: Text
    icon: Key = Key("")
    lines: Count = Count(0)


class Content(LayoutContent):
    """`empty` statements are for the group to write. `ask` stands on the first line under each statement."""

    heading: Text
    subtitle: Text = Text("")
    statements: Items[Statement]
    empty: Count = Count(0)
    ask: dict[str, Text] = {}


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The sheet, and more of them when the statements do not fit on one."""
    faces = Wall(desk, content).faces()
    for number, face in enumerate(faces, start=1):
        yield Piece(desk.page_name(content.heading, number, len(faces)), face)


@dataclass(frozen=True, slots=True)
class Spread:
    """How a sheet is filled: mm from line to line, and the height of each band by the number of its statement."""

    pitch: float
    bands: dict[int, float]


class Wall:
    """The statements on their sheets. Figures are those of an A3, times `k`."""

    def __init__(self, desk: Desk, content: Content) -> None:
        self.content = content
        self.frame = WallFrame(desk, content.heading, content.subtitle)
        self.k = self.frame.k
        self.rows: list[Statement | None] = [_with_room(each) for each in content.statements.values()]
        self.rows += [None] * content.empty
        self.heads = all(row is not None and row.lines for row in self.rows)
        self.pitch = self._pitch()
        self.style = self._style()

    def faces(self) -> list[Face]:
        """The sheets."""
        highest = max(self._least(row, self.style) for row in self.rows)
        lines = [row.lines for row in self.rows if row]
        short = highest - GAP * self.k - self.frame.body.height
        check_lines(self.frame.measuring, lines, short, self.pitch)
        pages = self._pages(self.style)
        return [self._face(number, page, len(pages)) for number, page in enumerate(pages, start=1)]

    # ---- measuring

    @property
    def _width(self) -> float:
        """mm for the words of a statement."""
        return self.frame.body.width - TILE * self.k - JOINT - 2 * PAD * self.k

    def _pitch(self) -> float:
        """mm from line to line: the most that takes no more sheets than the least does."""
        smallest = NAME.sized(SMALLEST_TYPE * self.k, floor=SMALLEST_TYPE * self.k)
        tried = [max(LEAST_PITCH, PITCH * share * self.k) for share in CLOSER]
        sheets = [len(self._pages(smallest, pitch)) for pitch in tried]
        return tried[sheets.index(min(sheets))]

    def _style(self) -> Style:
        """The largest type that takes no more sheets than the smallest does."""
        smallest = NAME.sized(SMALLEST_TYPE * self.k, floor=SMALLEST_TYPE * self.k)
        sheets = len(self._pages(smallest))
        size = (LARGEST_HEAD if self.heads else LARGEST_TYPE) * self.k
        while size > smallest.size:
            style = NAME.sized(size, floor=smallest.size)
            if self._fits(style) and len(self._pages(style)) <= sheets:
                return style
            size -= 1
        return smallest

    def _pages(self, style: Style, pitch: float | None = None) -> list[range]:
        """The statements on each sheet; the last needs no gap below it."""
        least = [self._least(row, style, pitch) for row in self.rows]
        return page_ranges(least, self.frame.body.height + GAP * self.k)

    def _fits(self, style: Style) -> bool:
        texts = [row.text for row in self.rows if row]
        return self.frame.measuring.one_size(texts, style, self._width, MOST_LINES).size == style.size

    def _band(self, row: Statement | None, style: Style) -> float:
        """mm of the tinted band of a statement at least, or of the room to write an empty one."""
        if row is None:
            return max(EMPTY_BAND * self.k, 14)
        lines = self.frame.measuring.line_count(row.text, style, self._width)
        cap = self.frame.measuring.cap_height(style)
        return cap + (lines - 1) * style.leading + 2 * (HEAD_PAD if self.heads else PAD) * self.k

    def _least(self, row: Statement | None, style: Style, pitch: float | None = None) -> float:
        """mm that a statement takes at least, with its lines and the gap below it."""
        return self._band(row, style) + self._written(row, pitch or self.pitch) + GAP * self.k

    def _written(self, row: Statement | None, pitch: float) -> float:
        """mm of the lines below a statement."""
        return row.lines * pitch + UNDER_LINES * self.k if row and row.lines else 0.0

    def _spread(self, page: range) -> Spread:
        """What is left over goes to the lines, which come further apart, then to the bands, the lowest first."""
        rows = [self.rows[index] for index in page]
        spare = self.frame.body.height + GAP * self.k - sum(self._least(row, self.style) for row in rows)
        lines = sum(row.lines for row in rows if row)
        wider = max(0.0, min(spare / lines, WIDEST_PITCH * self.k - self.pitch)) if lines else 0.0
        bands = [self._band(row, self.style) for row in rows]
        levelled = _levelled(
            bands, sum(bands) + spare - wider * lines, (HIGHEST_HEAD if self.heads else HIGHEST_BAND) * self.k
        )
        return Spread(self.pitch + wider, dict(zip(page, levelled, strict=True)))

    # ---- drawing

    def _face(self, number: int, page: range, pages: int) -> Face:
        spread, box = self._spread(page), self.frame.body
        with self.frame.page(number, pages) as surface, surface.tag("L"):
            y = box.y
            for index in page:
                row = self.rows[index]
                band = Rect(box.x, y, box.width, spread.bands[index])
                if row is None:
                    self._empty(surface, band)
                else:
                    self._statement(surface, band, index + 1, row, spread.pitch)
                y = band.bottom + self._written(row, spread.pitch) + GAP * self.k
        return surface.face()

    def _statement(self, surface: Surface, band: Rect, number: int, row: Statement, pitch: float) -> None:
        """Tile and band, and the lines below them."""
        k, style = self.k, self.style
        words = Rect(band.x + TILE * k + JOINT, band.y, band.width - TILE * k - JOINT, band.height)
        with surface.artifact():
            surface.rect(words, fill=surface.brand.tint)
        with surface.tag("LI"):
            self._sign(surface, Rect(band.x, band.y, TILE * k, band.height), number, row)
            with surface.tag("LBody"):
                block_text(surface, words.inset(PAD * k, 0), row.text, style, lines=MOST_LINES)
                self._lines(surface, Rect(words.x, band.bottom, words.width, 0), row, pitch)

    def _sign(self, surface: Surface, box: Rect, number: int, row: Statement) -> None:
        """The icon of a statement, or its number."""
        if row.icon:
            tile(surface, box, surface.brand.primary, known_icon(surface, row.icon))
            return
        tile(surface, box, surface.brand.primary, None)
        style = NUMERAL.sized(44 * self.k, floor=20).coloured(surface.brand.on_primary)
        x, y = box.middle
        y += surface.cap_height(style) / 2
        surface.text(x, y, str(number), style, tag="Lbl", anchor="middle", width=box.width - 2)

    def _lines(self, surface: Surface, box: Rect, row: Statement, pitch: float) -> None:
        """Lines to write on; on the first of them what is asked."""
        if not row.lines:
            return
        left = row.lines
        y = box.y + pitch
        if self.content.ask:
            style = LEAD.sized(20 * self.k, floor=11)
            for cell, text in zip(box.columns(len(self.content.ask), 8), self.content.ask.values(), strict=True):
                answer_line(surface, cell.x, y, text, style, cell.width)
            left, y = left - 1, y + pitch
        writing_lines(surface, box.x, y, box.width, left, pitch)

    def _empty(self, surface: Surface, band: Rect) -> None:
        """A tile of stone and a line: room for a statement of the group's own."""
        k = self.k
        with surface.artifact():
            surface.rect(Rect(band.x, band.y, TILE * k, band.height), fill=STONE)
            size = min(TILE * k, band.height) * 0.5
            x, y = band.x + TILE * k / 2, band.middle[1]
            icon(surface, "pencil", x - size / 2, y - size / 2, size, INK_2)
        writing_lines(surface, band.x + TILE * k + JOINT, band.bottom - 1.5 * k, band.width - TILE * k - JOINT, 1)


def _with_room(statement: Statement) -> Statement:
    """The statement with a longer line for what the team did not tell."""
    text = statement.text.like(statement.text.replace(TO_WRITE_ON, DATE))
    return statement.model_copy(update={"text": text})


def _levelled(heights: list[float], total: float, most: float) -> list[float]:
    """The heights raised to one level, none above `most`, until they add up to `total`; none becomes lower."""
    low, high = 0.0, most
    for _ in range(40):
        level = (low + high) / 2
        low, high = (level, high) if sum(max(height, level) for height in heights) <= total else (low, level)
    return [max(height, low) for height in heights]
