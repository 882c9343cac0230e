"""A name as a logo, for who has none: two lines, the last one bold.

In: a name. Out: Artwork in outlines. Leaves alone: the brand's colour; a name in ink is calm on every page.
"""

from __future__ import annotations

from kaarten.brand.artwork import Artwork
from kaarten.brand.fonts import house_family
from kaarten.brand.inks import INK
from kaarten.graphics import Shape
from kaarten.typeset.outlines import outlined

_EM = 5.0
_LEADING = 5.15
_DESCENT = 1.2
"""In units of which a logo with two lines is 10 high (looks.md, the logos of the comps)."""

LEAST = 4.5
"""mm: at this height its letters are 6.5 pt, the floor of whatever says whose page it is (design.md section 6)."""


def wordmark(name: str) -> Artwork:
    """The name in two lines of about equal length; a single word stands in the middle, its letters no larger."""
    family = house_family()
    first, last = _lines(name)
    base = family.regular.first.cap_height * _EM / 1000
    height = base + _LEADING + _DESCENT
    above, above_width = outlined(first, family.regular, _EM)
    below, below_width = outlined(last, family.bold, _EM)
    drop = base + _LEADING if first else (height + base) / 2
    path = above.mapped(1, 0, base) + below.mapped(1, 0, drop)
    return Artwork(max(above_width, below_width), height, (Shape(path, INK),))


def _lines(name: str) -> tuple[str, str]:
    words = name.split()
    if len(words) < 2:
        return "", "".join(words) or "–"
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return min(cuts, key=lambda cut: max(map(len, cut)))
