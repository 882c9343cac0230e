"""Wheel poster: what the building blocks of knowledge are, at a glance (B04 a).

In: heading, lead, legend, hub text, and the domains of the job. Out: one face. Drawn for A3 and scaled to any size,
type included; A4 is the smallest. Source: looks.md section 5 (Wheel) and the comp 02. Leaves alone: stickers
(sticker_poster).
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    LEAD,
    POSTER_TITLE,
    Desk,
    LayoutContent,
    Piece,
    Rect,
    Size,
    Surface,
    Text,
    Wheel,
    draw_wheel,
    poster_footer,
    poster_head,
    sign_columns,
)

SMALLEST = Size(210, 297)
DRAWN_FOR = Size(297, 420)
MARGIN = 15.0
WHEEL_RADIUS, WHEEL_Y = 133.5, 222.0


class Content(LayoutContent):
    heading: Text
    lead: dict[str, Text]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One poster."""
    surface = desk.surface()
    scale = min(surface.size.width / DRAWN_FOR.width, surface.size.height / DRAWN_FOR.height)
    poster = Poster(desk, content, surface, scale)
    poster.head()
    poster.wheel()
    poster.legend()
    poster.foot()
    yield Piece(desk.material.title, surface.face())


class Poster:
    """The poster in the making; all figures are those of the A3, times `scale`."""

    def __init__(self, desk: Desk, content: Content, surface: Surface, scale: float) -> None:
        self.desk = desk
        self.content = content
        self.surface = surface
        self.scale = scale
        self.width = surface.size.width / scale
        self.left, self.right = MARGIN, self.width - MARGIN

    def rect(self, x: float, y: float, width: float, height: float) -> Rect:
        k = self.scale
        return Rect(x * k, y * k, width * k, height * k)

    def head(self) -> None:
        """Brand block with the heading, logo to its right, lead below."""
        surface, k = self.surface, self.scale
        block = self.rect(self.left, MARGIN, 184.5, 45)
        style = POSTER_TITLE.sized(44 * k, floor=28 * k)
        poster_head(surface, block, self.right * k, self.content.heading, style, 18 * k)
        room = (self.right - self.left) * k
        sentences = list(self.content.lead.values())
        lead = surface.one_size(sentences, LEAD.sized(18 * k, floor=11 * k), room)
        for index, sentence in enumerate(sentences):
            surface.text(self.left * k, (72.5 + 7.5 * index) * k, sentence, lead, width=room)

    def wheel(self) -> None:
        k, job = self.scale, self.desk.job
        draw_wheel(
            self.surface,
            Wheel(
                self.width / 2 * k,
                WHEEL_Y * k,
                WHEEL_RADIUS * k,
                job.domains,
                job.competencies,
                job.competency_names,
                self.desk.label("hub"),
            ),
        )

    def legend(self) -> None:
        """What the rings are."""
        sign_columns(self.surface, self.rect(self.left, 368, self.right - self.left, 30), self.desk.signs, self.scale)

    def foot(self) -> None:
        surface, k, desk = self.surface, self.scale, self.desk
        box = self.rect(self.left, 395, self.right - self.left, 15)
        poster_footer(surface, box, k, "", desk.identity()[1:], desk.credit)
