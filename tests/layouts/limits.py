"""How near, how small, how pale: the figures that every page is held to.

Source: looks.md sections 1 to 5, design.md section 6, research on print section 2. Where a figure is a tolerance of the
tests themselves it says so. Leaves alone: measuring (`checks`).
"""

from __future__ import annotations

from kaarten.geometry import PAPER_SIZES, Size

SHEET_EDGE = 6.5
"""mm from text to the edge of a sheet."""
CARD_EDGE = 5.0
"""mm from text to the edge of a card: 4 from a cut, but one or two of its edges are those of the sheet, where a printer
leaves 5 blank."""
LABEL_EDGE = 2.0
"""mm from text and paint to the edge of a label (research on print, section 1: what makers of labels ask for)."""
LARGEST_LABEL = 7_000.0
"""mm2: a piece that is smaller is a label; the smallest card, 90 x 140 mm, is nearly twice as large."""
BACK_EDGE = 13.5
"""mm on the back of a card, which shifts when the sheet turns: 14 less the nudge of 0.5 that looks.md section 1 allows
to what hangs, such as a numeral."""
BLOCK_EDGE = 1.5
"""mm from text to the left and right side of the block it stands on."""
BLOCK_TOP = 0.5
"""mm from text to the upper and lower side of its block, and from letters on an arc to the sides of their ring."""
SIGN_EDGE = 0.25
"""mm round the letter of a sign (A, S, C) or a number in a sticker place."""
TOUCH = 0.05
"""mm that boxes of ink may share: the box is as high as H and p, the letters in it are often lower."""
UNDER_BASELINE = 0.3
"""A writing line may run from here down under a text: tails of letters may touch it, as in handwriting."""
CLEAR_SPACE = 0.25
"""Of a logo's height, free round it: what a brand has that asks for nothing else (docs/content.md)."""
SMALLEST_TYPE = 6.5
BOX, CARD_BOX, SMALL_CARD_BOX = 4.5, 7.0, 6.0
WIDE_CARD = 180.0
"""From this width a card has boxes of 7 mm (looks.md section 4), below it 6."""
PITCH = 9.0
"""mm from writing line to writing line; no comp asks for less, so there is no exception."""
ROOM = 8.0
"""mm from the baseline of a label to the writing line under it. looks.md section 4 says 9; the closing block of the
comp 04 has 8.3.
"""
ROOM_UNDER_LONG = 6.4
"""The same under a text of three lines or more: 6.5 in the comp 06, where the lines of two questions stay level."""

SIGN_WORDS = 121
"""Points that the words of a time card have at least: 0.5 % of 6 m, as 81 points are of 4 m (research, section 2)."""
KEY_WORDS = {"A1": 57, "A2": 40, "A3": 28, "A4": 16}
"""Points that key words on a poster have at least, by sheet (design.md section 6)."""


def poster_sheet(size: Size) -> str:
    """The name of the sheet a poster is as large as."""
    return next(name for name, sheet in PAPER_SIZES.items() if {sheet.width, sheet.height} == {size.width, size.height})
