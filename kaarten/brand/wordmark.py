"""A name as a logo, for who has none: two lines, the last one bold.

In: a name. Out: Artwork in outlines. Leaves alone: the brand's colour; a name in ink is calm on every page.
"""

from __future__ import annotations

from kaarten.brand.artwork import Artwork
from kaarten.brand.fonts import house_family
from kaarten.brand.inks import INK
from kaarten.graphics import Path, Shape
from kaarten.typeset.outlines import outlined

_EM = 5.0
_LEADING = 5.15
_DESCENT = 1.2
"""In units of which a logo with two lines is 10 high (looks.md, the logos of the comps)."""


def wordmark(name: str) -> Artwork:
    """The name in one line, or in two of about equal length."""
    family = house_family()
    *above, last = _lines(name)
    base = family.regular.first.cap_height * _EM / 1000
    path, width = Path(()), 0.0
    for line in above:
        drawn, reach = outlined(line, family.regular, _EM)
        path, width = path + drawn.mapped(1, 0, base), max(width, reach)
        base += _LEADING
    drawn, reach = outlined(last, family.bold, _EM)
    return Artwork(max(width, reach), base + _DESCENT, (Shape(path + drawn.mapped(1, 0, base), INK),))


def _lines(name: str) -> list[str]:
    words = name.split()
    if len(words) < 2:
        return words or ["–"]
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return list(min(cuts, key=lambda cut: max(map(len, cut))))
