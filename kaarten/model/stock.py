"""Paper: what is bought and put in the printer.

In: `content/base/stock.yaml`. Out: Papers. Source of the figures: research on printer margins (4.24 mm fits 89 % of
models, 5 mm 92 %). Leaves alone: how pieces are laid on it (`impose`).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kaarten.geometry import Size
from kaarten.text import Text


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as bought: upright size in mm, weight in g/m2, and the edge (mm) that a printer leaves blank.

    `price` is that of a sheet; `print_price` that of printing a side, None where it goes by size.
    """

    id: str
    name: Text
    format: str
    size: Size
    weight: int
    margin: float
    price: Fraction = Fraction(0)
    print_price: Fraction | None = None
