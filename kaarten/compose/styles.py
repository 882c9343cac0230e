"""The scale of type: every role a text can have on a page, with its size, leading and floor.

In: looks.md section 2 (the eight steps) and design.md section 6 (the floors). Out: Styles. Leaves alone: which text has
which role; that is the layout's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kaarten.brand.inks import INK, INK_2
from kaarten.graphics import Colour


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set. `size` and `floor` in points, `leading` in mm at `size`; it shrinks along with the size.

    `heading` uses the brand's own typeface, which is never allowed under 14 pt (looks.md section 2).
    """

    size: float
    leading: float
    floor: float
    bold: bool = False
    colour: Colour = INK
    heading: bool = False

    def sized(self, size: float, floor: float | None = None) -> Style:
        """The same role at another size, its leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size, floor=min(size, floor or self.floor))

    def coloured(self, colour: Colour) -> Style:
        return replace(self, colour=colour)

    @property
    def strong(self) -> Style:
        return replace(self, bold=True)

    @property
    def regular(self) -> Style:
        return replace(self, bold=False)


CREDIT = Style(7, 2.9, floor=6.5, colour=INK_2)
FOOTER = Style(8, 4.5, floor=6.5, colour=INK_2)
HINT = Style(10, 4.5, floor=9, colour=INK_2)
SMALL = Style(10, 4.5, floor=9)
BODY = Style(12, 6, floor=11)
BODY_NARROW = Style(12, 5.4, floor=11)
"""Running text in a narrow column."""
LABEL = Style(14, 6, floor=11, bold=True)
QUESTION = Style(14, 6, floor=11)
LEAD = Style(18, 8.25, floor=14)
TITLE = Style(22, 9, floor=14, bold=True, heading=True)
NAME = Style(24, 9, floor=12, bold=True, heading=True)
NUMERAL = Style(32, 12, floor=20, bold=True)
POSTER_TITLE = Style(44, 17, floor=28, bold=True, heading=True)
