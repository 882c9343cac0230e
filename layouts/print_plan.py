"""Print plan: what to print on which paper, what to cut, how long it takes and what it costs (A20).

In: the PrintPlan of everything else in the pack. Out: A4 pages: three things to know, a row of blocks for each file
with its materials under it, a total, a rule of 100 mm to measure. Source: the comp 08; looks.md section 5 (Printplan).
Leaves alone: counting (`impose.plan`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby

from kaarten.layout import (
    A4,
    HAIR,
    INK,
    INK_2,
    LABEL,
    PAPER_SIZES,
    SMALL,
    STONE,
    Amount,
    Desk,
    Face,
    FlowBlock,
    Flowing,
    LayoutContent,
    Piece,
    Placed,
    PlanItem,
    PlanRun,
    Rect,
    Stroke,
    Style,
    Surface,
    Text,
    Tip,
    capitalise,
    draw_sheet,
    draw_tips,
    masthead,
    page_footer,
    paginate,
    paper_size,
    ruler,
    running_head,
    tick_box,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
AFTER_ALL = True
"""It tells of all other materials, so it is made after them."""

PAGE = A4()
TEXT = PAGE.left + 16.5
PIECES, CUTTING, SHEETS, DONE = 102.0, 131.0, PAGE.right - 17, PAGE.right
ROW, BAND = 13.2, 16.5
NUMBER = SMALL.sized(12)
DETAIL = SMALL.sized(8, floor=6.5).coloured(INK_2)
PAPER = LABEL.sized(12, floor=10)
"""The paper of a file, and the name of a material."""


class Columns(LayoutContent):
    what: Text
    pieces: Text
    cutting: Text
    sheets: Text
    done: Text


class Content(LayoutContent):
    """`tips` stand on top of the first page. `total` and `ruler` under the last row."""

    tips: dict[str, Tip]
    columns: Columns
    participants: Amount
    facilitators: Amount
    sheets: Amount
    prints: Amount
    cuts: Amount
    tiles: Amount
    minutes: Amount
    grams: Text
    long_edge: Text
    uncut: Text
    vertical: Text
    horizontal: Text
    cutting_time: Text
    about: Text
    total: Text
    ruler: Text


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """As many pages as it takes, each a piece of its own; two sides of a sheet have no meaning here."""
    titles = [item.title for run in desk.plan.runs for item in run.items]
    surface = desk.surface()
    name = surface.one_size(titles, PAPER, PIECES - 2 - TEXT, lines=2)
    blocks: list[FlowBlock] = [*_run_blocks(desk, content, name), Total(desk, content)]
    pages = paginate(surface, blocks, lambda page: _room(first=page == 0))
    for number, page in enumerate(pages, start=1):
        face = _page(desk, content, page, number, len(pages))
        yield Piece(str(face.title), face)


def _room(*, first: bool) -> Rect:
    top = 76.0 if first else 34.0
    return Rect(PAGE.left, top, PAGE.width, PAGE.rule - 6 - top)


def _page(desk: Desk, content: Content, placed: Sequence[Placed], number: int, pages: int) -> Face:
    surface = desk.surface()
    if number == 1:
        masthead(surface, desk.material.title, _summary(desk, content))
        draw_tips(surface, Rect(PAGE.left, 43, PAGE.width, 17), list(content.tips.values()))
        _heads(surface, content.columns, 73.0)
    else:
        running_head(surface, desk.material.title, "")
        _heads(surface, content.columns, 31.0)
    draw_rows(surface, placed)
    page_footer(surface, desk.credit, desk.identity(number, pages))
    return surface.face()


def draw_rows(surface: Surface, placed: Sequence[Placed]) -> None:
    """Blocks one by one; rows that follow one another are one table."""
    for is_row, group in groupby(placed, key=lambda each: isinstance(each.block, Row)):
        with surface.tag("Table") if is_row else nullcontext():
            for each in group:
                each.block.draw(surface, PAGE.left, each.y, PAGE.width)


def _summary(desk: Desk, content: Content) -> str:
    people = desk.job.people
    counts = (
        content.participants.of(people.participants),
        content.facilitators.of(people.facilitators),
        content.sheets.of(desk.plan.sheets),
    )
    return ", ".join(counts)


def _heads(surface: Surface, columns: Columns, y: float) -> None:
    style = SMALL.strong.sized(9).coloured(INK_2)
    surface.text(TEXT, y, columns.what, style, width=60)
    surface.text(PIECES, y, columns.pieces, style, width=CUTTING - PIECES - 2)
    surface.text(CUTTING, y, columns.cutting, style, width=30)
    surface.text(SHEETS, y, columns.sheets, style, anchor="end", width=16)
    surface.text(DONE, y, columns.done, style, anchor="end", width=15)


# ---- its blocks


def _run_blocks(desk: Desk, content: Content, name: Style) -> Iterator[FlowBlock]:
    for run in desk.plan.runs:
        yield Band(desk, content, run, gap=2.2, keep=True)
        for item in run.items:
            yield Row(desk, content, item, name)


@dataclass(frozen=True, slots=True)
class Band(Flowing):
    """The row of blocks of one file: its number, the paper, how to print it."""

    desk: Desk
    content: Content
    run: PlanRun

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        brand, run = surface.brand, self.run
        tile = Rect(x, y, 12.2, BAND)
        with surface.artifact():
            surface.rect(tile, fill=brand.primary)
            surface.rect(Rect(tile.right + 0.75, y, width - tile.width - 0.75, BAND), fill=STONE)
        number = LABEL.coloured(brand.on_primary)
        middle = y + BAND / 2 + surface.cap_height(number) / 2
        with surface.tag("H2"):
            surface.text(tile.middle[0], middle, str(run.number), number, tag=None, anchor="middle")
            surface.text(TEXT, y + 5.2, capitalise(run.paper.name), PAPER, tag=None, width=SHEETS - 14 - TEXT)
        surface.text(TEXT, y + 10.0, self._how(), SMALL, width=SHEETS - 14 - TEXT)
        file = SMALL.sized(9, floor=6.5).coloured(INK_2)
        surface.text(TEXT, y + 14.3, f"{run.name}.pdf", file, width=SHEETS - 14 - TEXT)
        surface.text(SHEETS, middle, str(run.sheets), LABEL.sized(14), anchor="end", width=20)
        return y + BAND

    def _how(self) -> str:
        run, content, label = self.run, self.content, self.desk.label
        sides = f"{label('sides-2')}, {content.long_edge}" if run.sides == 2 else str(label("sides-1"))
        weight = [f"{run.paper.weight} {content.grams}"] if run.paper.weight else []
        parts = [
            *weight,
            str(label("colour" if run.colour else "black-and-white")),
            sides,
            content.prints.of(run.prints),
            f"{content.about} {self.desk.money(run.cost)}",
        ]
        return "  \u00b7  ".join(parts)


@dataclass(frozen=True, slots=True)
class Row(Flowing):
    """One material: a drawing of its sheet with the cuts, how many pieces, how to cut, how many sheets, a box."""

    desk: Desk
    content: Content
    item: PlanItem
    name: Style

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        item, middle = self.item, y + ROW / 2
        baseline = middle + surface.cap_height(NUMBER) / 2
        with surface.artifact():
            surface.line(TEXT, y + ROW, x + width, y + ROW, Stroke(HAIR, 0.5))
            draw_sheet(surface, item, x + 6.1, middle)
        with surface.tag("TR"):
            with surface.tag("TH", owner="/Table", attributes={"Scope": "/Row"}):
                self._title(surface, baseline)
            with surface.tag("TD"):
                self._pieces(surface, baseline)
            with surface.tag("TD"):
                self._cuts(surface, baseline)
            with surface.tag("TD"):
                surface.text(SHEETS, baseline, str(item.sheets), NUMBER.strong, tag=None, anchor="end", width=12)
            with surface.tag("TD"):
                tick_box(surface, PAGE.right - 6, middle - 3, 6, 1)
        return y + ROW

    def _title(self, surface: Surface, baseline: float) -> None:
        """In the middle of its row, on one line or two."""
        wide, title = PIECES - 2 - TEXT, self.item.title
        first = baseline - (surface.line_count(title, self.name, wide) - 1) * self.name.leading / 2
        surface.paragraph(TEXT, first, wide, title, self.name, lines=2, tag=None)

    def _pieces(self, surface: Surface, baseline: float) -> None:
        """How many of which size; a size without a name stands under the number."""
        item, width = self.item, CUTTING - 2 - PIECES
        name, number = paper_size(item.size), f"{item.pieces}\u00a0\u00d7"
        if name:
            surface.text(PIECES, baseline, f"{number} {name}", SMALL, tag=None, width=width)
        else:
            sides = " \u00d7 ".join(self.desk.number(side) for side in (item.size.width, item.size.height))
            surface.text(PIECES, baseline - 2, number, SMALL, tag=None, width=width)
            surface.text(PIECES, baseline + 1.8, f"{sides} mm", DETAIL, tag=None, width=width)

    def _cuts(self, surface: Surface, baseline: float) -> None:
        """How many, and under it where, in the order they are made."""
        item, content, width = self.item, self.content, SHEETS - 14 - CUTTING
        if item.tiles:
            surface.text(CUTTING, baseline, content.tiles.of(item.tiles), SMALL, tag=None, width=width)
        elif not item.cuts:
            surface.text(CUTTING, baseline, content.uncut, SMALL.coloured(INK_2), tag=None, width=width)
        else:
            first = baseline - len(self._where()) * 1.8
            surface.text(CUTTING, first, content.cuts.of(len(item.cuts)), SMALL, tag=None, width=width)
            for number, text in enumerate(self._where(), start=1):
                surface.text(CUTTING, first + 0.4 + 3.4 * number, text, DETAIL, tag=None, width=width)

    def _where(self) -> list[str]:
        """`verticaal 105 mm`, `horizontaal 148,5 mm`: from the left and from the top, in the order they are made; of
        more than two beside each other the first and the last.
        """
        words = {"vertical": self.content.vertical, "horizontal": self.content.horizontal}
        found: list[str] = []
        for axis in dict.fromkeys(cut.axis for cut in self.item.cuts):
            places = [self.desk.number(cut.position) for cut in self.item.cuts if cut.axis == axis]
            told = places if len(places) <= 2 else [places[0], "\u2026", places[-1]]
            found.append(f"{words[axis]} {' '.join(told)}\u00a0mm")
        return found


@dataclass(frozen=True, slots=True)
class Total(Flowing):
    """What it all comes to, and a rule to check that the printer did not shrink the page."""

    desk: Desk
    content: Content

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        desk, content, y = self.desk, self.content, y + 3
        plan = desk.plan
        box = Rect(x, y, width, 12)
        with surface.artifact():
            surface.rect(box, fill=surface.brand.tint)
        parts = [content.sheets.of(plan.sheets), f"{content.cutting_time} {content.minutes.of(plan.minutes)}"]
        parts.append(f"{content.about} {desk.money(plan.cost)}")
        baseline = y + 6 + surface.cap_height(LABEL) / 2
        taken = surface.text(x + 4, baseline, content.total, LABEL.sized(12), tag="H2", width=40)
        surface.text(x + 8 + taken, baseline, "  \u00b7  ".join(parts), SMALL.sized(12), width=width - taken - 12)
        ruler(surface, x + width - 100, box.bottom + 9)
        surface.text(x, box.bottom + 8.5, content.ruler, SMALL.coloured(INK), width=width - 104)
        return box.bottom + 12
