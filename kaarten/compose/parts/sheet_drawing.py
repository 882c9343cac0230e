"""Small drawings of sheets, and a rule to measure a print by.

In: an item of the print plan and a place. Out: decoration on a Surface: the sheet with its cuts or labels; 100 mm with
ticks. Source: the comp 08; looks.md section 5 (Printplan). Leaves alone: what the plan says.
"""

from __future__ import annotations

from kaarten.brand.inks import HAIR, INK, INK_2, WHITE
from kaarten.compose.surface import Surface
from kaarten.geometry import PAPER_SIZES, Rect, Size
from kaarten.graphics import Stroke
from kaarten.tailor.print_plan import PlanItem

_DOT = 0.8
"""mm. A circle smaller than this is drawn as a dot: outlines of hundreds would make the sheet black."""


def draw_sheet(surface: Surface, item: PlanItem, x: float, y: float) -> None:
    """The sheet as it lies, centred on (x, y): cuts dashed, labels as outlines, a poster's size in letters."""
    scale = 10.8 / max(item.sheet.width, item.sheet.height)
    box = Rect(x - item.sheet.width * scale / 2, y - 5.4, item.sheet.width * scale, item.sheet.height * scale)
    box = box.moved(0, (10.8 - box.height) / 2)
    surface.rect(box, WHITE, Stroke(INK_2, 0.75))
    dashed = Stroke(surface.brand.accent, 0.75, dash=(1.2, 1.0))
    for cut in item.cuts:
        if cut.axis == "vertical":
            surface.line(box.x + cut.position * scale, box.y, box.x + cut.position * scale, box.bottom, dashed)
        else:
            surface.line(box.x, box.y + cut.position * scale, box.right, box.y + cut.position * scale, dashed)
    for slot in item.slots:
        outline = Rect(box.x + slot.x * scale, box.y + slot.y * scale, slot.width * scale, slot.height * scale)
        _draw_label(surface, outline, circle=item.round_slots)
    if not (item.cuts or item.slots):
        for index, length in enumerate((1.0, 1.0, 0.7)):
            row = box.y + box.height * (0.3 + 0.18 * index)
            surface.line(box.x + 1.5, row, box.x + 1.5 + (box.width - 3) * length, row, Stroke(HAIR, 0.5))


def _draw_label(surface: Surface, outline: Rect, *, circle: bool) -> None:
    if circle and outline.width < _DOT:
        surface.circle(*outline.middle, outline.width * 0.28, INK_2)
    elif circle:
        surface.circle(*outline.middle, outline.width / 2, stroke=Stroke(INK_2, 0.35))
    else:
        surface.rect(outline, stroke=Stroke(INK_2, 0.35))


def paper_size(size: Size) -> str:
    """`A5` for paper of that size, lying or standing; nothing for another."""
    for name, known in PAPER_SIZES.items():
        if {size.width, size.height} == {known.width, known.height}:
            return name
    return ""


def ruler(surface: Surface, x: float, y: float) -> None:
    """100 mm, a tick every 5, longer ones every 10 and at both ends and the middle."""
    with surface.artifact():
        surface.line(x, y, x + 100, y, Stroke(INK, 1))
        for at in range(0, 101, 5):
            high = 4.0 if at % 50 == 0 else 2.4 if at % 10 == 0 else 1.4
            surface.line(x + at, y - high, x + at, y, Stroke(INK, 0.75))
