"""Stock: what is bought and put in the printer, paper or a sheet of labels.

In: `content/base/stock*.yaml`, and what a team adds. Out: Papers; one with Labels is a sheet that its maker cut
already. Source of the figures: research on printer margins (4.24 mm fits 89 % of models, 5 mm 92 %) and its table of
label stock. Leaves alone: how pieces are laid on it (`impose`), and whether the figures can be right (`tailor.stock`).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kaarten.geometry import Rect, Size
from kaarten.text import Text

LEAST_INSET = 2.0
"""mm inside a label's edge that stay blank: sheets and feeding are off by up to 1 or 2 (makers of labels ask for 2)."""

CUT_INSET = 4.0
"""The same inside an edge that is cut by hand."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Where the labels are on their sheet, in mm from its top left corner.

    `size` is one label, `left` and `top` the corner of the first; `pitch` goes from one label to the next. `corner` is
    the radius of its corners; `round` says that it is a disc. `also` has other names of the same sheet. What the team's
    printer shifts has been made up for.
    """

    size: Size
    left: float
    top: float
    pitch: Size
    columns: int
    rows: int
    corner: float = 0.0
    round: bool = False
    also: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    @property
    def first(self) -> Rect:
        return Rect(self.left, self.top, self.size.width, self.size.height)

    @property
    def boxes(self) -> tuple[Rect, ...]:
        """All labels in reading order."""
        return self.first.repeated(self.columns, self.rows, self.pitch)

    @property
    def around(self) -> Rect:
        """The box round all labels."""
        across, down = (self.columns - 1) * self.pitch.width, (self.rows - 1) * self.pitch.height
        return Rect(self.left, self.top, across + self.size.width, down + self.size.height)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as bought: upright size in mm, weight in g/m2, and the edge (mm) that a printer leaves blank.

    `price` is that of a sheet; `print_price` that of printing a side, None where it goes by size.
    Nobody weighs a sheet of labels: its weight is 0.
    """

    id: str
    name: Text
    format: str
    size: Size
    weight: int
    margin: float
    labels: Labels | None = None
    price: Fraction = Fraction(0)
    print_price: Fraction | None = None

    def safe_area(self, piece: Size) -> Rect:
        """The part of a piece that may be printed on, wherever on the sheet it stands: within the printer's reach, and
        2 mm inside the edge of a label, 4 inside that of what is cut.
        """
        whole = Rect(0, 0, piece.width, piece.height)
        if self.labels is None:
            return whole.inset(max(CUT_INSET, self.margin))
        around = self.labels.around
        blank = (around.x, around.y, self.size.width - around.right, self.size.height - around.bottom)
        return whole.inset(*(max(LEAST_INSET, self.margin - distance) for distance in blank))
