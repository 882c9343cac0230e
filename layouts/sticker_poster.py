"""Sticker poster: who knows what; everyone sticks their name at a domain (B04 b).

In: heading, legend of the two stickers, privacy line; the people and the size of the stickers. Out: one face: a cell
per domain with a zone for general (A) and specific (S) knowledge, one for the competencies (C) and a place for what
is over. Drawn for A2 and scaled; the places never scale, they are as large as the stickers. Source: looks.md section
5 (Sticker poster), the comp 03; number of places: materials.md section 0. Leaves alone: the stickers themselves.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kaarten.layout import (
    LABEL,
    LINE,
    NAME,
    POSTER_TITLE,
    SMALL,
    WHITE,
    Desk,
    Domain,
    LayoutContent,
    Piece,
    PlaceKind,
    Places,
    Rect,
    Size,
    Stroke,
    Style,
    Surface,
    Text,
    draw_places,
    general_tint,
    letter_sign,
    places_in,
    poster_footer,
    poster_head,
    sample_sticker,
    specific_tint,
    strip,
    tile,
)

SMALLEST = Size(210, 297)
DRAWN_FOR = Size(420, 594)
MARGIN = 15.0
RADIUS = {"A": 6.6, "S": 6.6, "C": 5.6}
"""mm on an A2 of the letters before their places: the corners of the diamond stay clear of those."""
SIGNS = {"A": "general", "S": "specific", "C": "competencies"}


class Sticker(LayoutContent):
    """What a kind of sticker stands for, and where it goes."""

    text: Text
    hint: Text


class Legend(LayoutContent):
    general: Sticker
    specific: Sticker


class Content(LayoutContent):
    heading: Text
    legend: Legend
    write_name: Text
    write_initials: Text
    overflow: Text


def places_needed(participants: int, per_person: int, domains: int) -> int:
    """Places per zone (materials.md section 0): twice the average, at least four, for people crowd together."""
    return max(4, math.ceil(2 * participants * per_person / domains))


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One poster."""
    surface = desk.surface()
    scale = min(surface.size.width / DRAWN_FOR.width, surface.size.height / DRAWN_FOR.height)
    poster = Poster(desk, content, surface, scale)
    poster.head()
    poster.legend()
    poster.grid()
    poster.foot()
    yield Piece(desk.material.title, surface.face())


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a poster: `columns` x `rows`, how large each is (mm), and the places in one zone."""

    columns: int
    rows: int
    width: float
    height: float
    head: float
    zone: float
    places: Places


class Poster:
    """The poster in the making. Figures are those of the A2 times `scale`; stickers keep their own size."""

    def __init__(self, desk: Desk, content: Content, surface: Surface, scale: float) -> None:
        self.desk = desk
        self.content = content
        self.surface = surface
        self.scale = scale
        size = surface.size
        self.box = Rect(
            MARGIN * scale, MARGIN * scale, size.width - 2 * MARGIN * scale, size.height - 2 * MARGIN * scale
        )
        self.gutter = 8 * scale

    def head(self) -> None:
        """Brand block with the heading, logo to its right."""
        k = self.scale
        block = Rect(self.box.x, self.box.y, (self.box.width - self.gutter) / 2 + self.gutter + 72 * k, 44 * k)
        style = POSTER_TITLE.sized(50 * k, floor=28 * k)
        poster_head(self.surface, block, self.box.right, self.content.heading, style, 24 * k)

    def legend(self) -> None:
        """Both stickers in small, with their names and where they go."""
        surface, k = self.surface, self.scale
        y, radius = 67 * k, 12 * k
        half = (self.box.width + self.gutter) / 2
        with surface.tag("L"):
            sample_sticker(surface, self.box.x + radius, y + radius, radius, "A")
            self.legend_texts(self.content.legend.general, self.box.x + 30 * k, y, half - self.gutter - 30 * k)
            sample_sticker(surface, self.box.x + half + radius, y + radius, radius, "S")
            self.legend_texts(self.content.legend.specific, self.box.x + half + 30 * k, y, half - 30 * k)

    def legend_texts(self, sticker: Sticker, x: float, y: float, room: float) -> None:
        """What a kind of sticker stands for, and where it goes."""
        surface, k = self.surface, self.scale
        with surface.tag("LI"), surface.tag("LBody"):
            surface.text(x, y + 9.8 * k, sticker.text, LABEL.sized(24 * k, floor=9), width=room)
            surface.text(x, y + 19.4 * k, sticker.hint, SMALL.sized(18 * k, floor=8), width=room)

    def grid(self) -> None:
        """A cell per domain, one for the competencies, and room for what is over."""
        domains = self.desk.domains_and_competencies
        grid = self.choose_grid()
        names = [domain.name for domain in domains]
        # no higher than its band: cells are low when there are many domains
        name = NAME.sized(min(34 * self.scale, grid.head * 2.2), floor=9)
        name = self.surface.one_size(names, name, grid.width - grid.head * 1.45 - 10 * self.scale)
        slots = self.slots(grid)
        spare = slots[len(domains) :]
        for domain, slot in zip(domains, slots, strict=False):
            last = domain is self.desk.job.competencies
            self.cell(
                slot, domain, grid, name, ("C", "overflow") if last and not spare else ("C",) if last else ("A", "S")
            )
        if spare:
            self.overflow(Rect(spare[0].x, spare[0].y, spare[-1].right - spare[0].x, grid.height), grid)

    def slots(self, grid: Grid) -> list[Rect]:
        top, gap = 99 * self.scale, 5.7 * self.scale
        return [
            Rect(
                self.box.x + column * (grid.width + self.gutter),
                top + row * (grid.height + gap),
                grid.width,
                grid.height,
            )
            for row in range(grid.rows)
            for column in range(grid.columns)
        ]

    def choose_grid(self) -> Grid:
        """Two columns if everybody finds a place then, else the number of columns with most places."""
        job = self.desk.job
        most = max(job.stickers.general, job.stickers.specific)
        needed = places_needed(job.people.participants, most, len(job.domains))
        grids = [self.grid_of(columns, needed) for columns in (2, 3)]
        enough = [grid for grid in grids if grid.places.count >= needed]
        grid = enough[0] if enough else max(grids, key=lambda grid: grid.places.count)
        if not enough:
            self.desk.report.warning(
                "places-too-few",
                self.desk.material.mark,
                places=grid.places.count,
                needed=needed,
                diameter=f"{job.stickers.diameter:g}",
            )
        return grid

    def grid_of(self, columns: int, needed: int) -> Grid:
        k = self.scale
        rows = math.ceil(len(self.desk.domains_and_competencies) / columns)
        width = (self.box.width - (columns - 1) * self.gutter) / columns
        height = (self.surface.size.height - 99 * k - max(33 * k, 26) - (rows - 1) * 5.7 * k) / rows
        head = min(20 * k, height * 0.2)
        zone = (height - head - 2 * k) / 2
        room = Rect(0, 0, width - 17.5 * k, zone)
        return Grid(columns, rows, width, height, head, zone, places_in(room, self.desk.job.stickers.diameter, needed))

    def cell(self, slot: Rect, domain: Domain, grid: Grid, name: Style, kinds: tuple[PlaceKind, ...]) -> None:
        surface, k, head = self.surface, self.scale, grid.head
        tile(surface, Rect(slot.x, slot.y, head, head), domain.colour, domain.icon)
        strip(surface, Rect(slot.x + head + k, slot.y, head * 0.35, head), domain, scale=1.4 * k)
        x = slot.x + head * 1.35 + 2 * k
        with surface.artifact():
            surface.rect(Rect(x, slot.y, slot.right - x, head), fill=general_tint(domain))
        baseline = slot.y + head / 2 + surface.cap_height(name) / 2
        surface.text(x + 6.5 * k, baseline, domain.name, name, tag="H2", width=slot.right - x - 8 * k)
        y = slot.y + head + k
        height = grid.zone if len(kinds) == 2 else 2 * grid.zone + k
        for kind in kinds:
            zone = Rect(slot.x, y, slot.width, height)
            if kind == "overflow":
                self.overflow(zone, grid)
            else:
                self.zone(zone, domain, kind, grid)
            y += height + k

    def zone(self, zone: Rect, domain: Domain, kind: Literal["A", "S", "C"], grid: Grid) -> None:
        """A tinted row with its letter and numbered places."""
        surface, k = self.surface, self.scale
        box = Rect(zone.x + 17.5 * k, zone.y, zone.width - 17.5 * k, zone.height)
        if zone.height > grid.zone * 1.5:  # the competencies have two zones' room when there is a cell to spare
            places = places_in(box, self.desk.job.stickers.diameter, 2 * grid.places.count)
        else:
            places = grid.places
        with surface.figure(f"{self.desk.label(SIGNS[kind])}: {places.count}", zone):
            surface.rect(zone, fill=specific_tint(domain) if kind == "S" else general_tint(domain))
        middle = zone.y + zone.height / 2
        letter_sign(surface, zone.x + 9 * k, middle, kind, RADIUS[kind] * k, 26 * k, width=1.5 * max(k, 0.7))
        draw_places(surface, box, places, kind)

    def overflow(self, box: Rect, grid: Grid) -> None:
        """A dashed frame for when a zone is full."""
        surface, k = self.surface, self.scale
        with surface.artifact():
            surface.rect(box.inset(0.4 * k), WHITE, Stroke(LINE, 0.75, dash=(2.4 * k, 2 * k)))
        style = LABEL.sized(17 * k, floor=8)
        width = 26 * k
        lines = surface.line_count(self.content.overflow, style, width)
        baseline = box.middle[1] + surface.cap_height(style) / 2 - (lines - 1) * style.leading / 2
        surface.paragraph(box.x + 3 * k, baseline, width, self.content.overflow, style, lines=4, anchor="middle")
        inner = Rect(box.x + 31 * k, box.y, box.width - 33 * k, box.height)
        places = places_in(inner, self.desk.job.stickers.diameter, grid.places.count)
        draw_places(surface, inner, places, "overflow")

    def foot(self) -> None:
        """What to write on a sticker, whose poster it is, the credit."""
        desk, k = self.desk, self.scale
        words = self.content.write_name if desk.job.stickers.named else self.content.write_initials
        bottom = self.surface.size.height - max(8.0, 10 * k)
        box = Rect(self.box.x, bottom - 10, self.box.width, 10)
        note = f"{words} {desk.label('privacy')}"
        poster_footer(self.surface, box, k, note, desk.identity()[1:], desk.credit)
