"""Sources: one page with the full references of everything the pack stands on.

In: a lead, the references, a disclaimer. Out: one A4. Source of the conditions: domain/sources.md. Leaves alone: the
short credits on each piece.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    A4,
    BODY,
    HAIR,
    PAPER_SIZES,
    SMALL,
    Desk,
    LayoutContent,
    Piece,
    Rect,
    Stroke,
    Text,
    masthead,
    page_footer,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()


class Content(LayoutContent):
    lead: Text
    references: dict[str, Text]
    disclaimer: Text


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One page: lead, references under hair rules, disclaimer in a tinted block."""
    surface = desk.surface()
    masthead(surface, desk.material.title, "")
    y = surface.paragraph(PAGE.left, 48, PAGE.width, content.lead, BODY, lines=3).below + 4
    reference = SMALL.sized(11, floor=9)
    with surface.tag("L"):
        for text in content.references.values():
            with surface.artifact():
                surface.line(PAGE.left, y, PAGE.right, y, Stroke(HAIR, 0.5))
            with surface.tag("LI"):
                y = (
                    surface.paragraph(
                        PAGE.left, y + 7, PAGE.width, text, reference, lines=5, tag="LBody", shaping="plain"
                    ).below
                    + 1
                )
    with surface.artifact():
        surface.rect(Rect(PAGE.left, y + 6, PAGE.width, 20), fill=surface.brand.tint)
    surface.paragraph(PAGE.left + 6, y + 14.5, PAGE.width - 12, content.disclaimer, BODY, lines=2)
    page_footer(surface, desk.credit, desk.identity())
    yield Piece(desk.material.title, surface.face())
