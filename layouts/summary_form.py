"""Summary form: the answers of the homework on half a sheet, to bring along (B29).

In: fields with their number of lines. Out: one lying A5. Leaves alone: the homework itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    LABEL,
    NAME,
    PAPER_SIZES,
    Count,
    Desk,
    LayoutContent,
    Piece,
    Rect,
    Text,
    answer_line,
    brand_band,
    card_footer,
    check_lines,
    writing_lines,
)

SMALLEST = PAPER_SIZES["A5"].turned
LOWEST = 7.0
"""mm between lines at the least."""


class Field(LayoutContent):
    label: Text
    lines: Count


class Content(LayoutContent):
    kicker: Text
    moment: Text
    fields: dict[str, Field]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One form: the brand's row of blocks, a name, the fields in two columns."""
    surface = desk.surface()
    width, height = surface.size.width, surface.size.height
    box = Rect(10, 9, width - 20, height - 14.5)
    kicker = (content.kicker, content.moment)
    brand_band(surface, Rect(box.x, box.y, box.width, 24), "list-check", desk.material.title, NAME, kicker)
    answer_line(surface, box.x, 43, desk.label("name"), LABEL.sized(12), box.width / 2 - 4)
    fields = list(content.fields.values())
    cells = Rect(box.x, 54, box.width, height - 17 - 54).cells(len(fields), 2, 8)
    style = surface.one_size([field.label for field in fields], LABEL, cells[0].width)
    for cell, field in zip(cells, fields, strict=True):
        surface.text(cell.x, cell.y + 3.5, field.label, style, tag="H2", width=cell.width)
        pitch = min(9, (cell.height - 9) / max(1, field.lines))
        check_lines(surface, [field.lines], (LOWEST - pitch) * field.lines, LOWEST)
        writing_lines(surface, cell.x, cell.y + 3.5 + pitch, cell.width, field.lines, pitch)
    card_footer(surface, Rect(box.x, height - 12, box.width, 6.5), desk.credit, credit_width=112)
    yield Piece(desk.material.title, surface.face())
