"""Heads of small cards: a small line and the title under it, together in the middle of their band.

In: a band, the styles of both, the title. Out: where they stand, equally far apart whether the title takes one line or
two. Leaves alone: who paints them (`bands`, `card_sets`).
"""

from __future__ import annotations

from dataclasses import dataclass

from kaarten.compose.styles import Style
from kaarten.compose.surface import Surface
from kaarten.geometry import MM_PER_POINT, Rect

APART = 0.1
"""Of the band: from the small line, or the foot of its icon, to the capitals of the title."""
_UNDER_ICON = 0.6
"""Of that, under an icon: its foot is short, and leads the eye to its words."""
_UNDER = 0.11
"""Of the band, left under the tails of the last line at the least."""


@dataclass(frozen=True, slots=True)
class HeadLines:
    """Baselines (mm) of the small line and of the first line of the title."""

    kicker: float
    title: float


def head_lines(
    surface: Surface, band: Rect, kicker: Style, title: str, style: Style, *, most: int = 2, icon: float = 0.0
) -> HeadLines:
    """Of a title of up to `most` lines in a band as wide as they may be; an icon of so many mm high stands in the small
    line.
    """
    small, cap = surface.cap_height(kicker), surface.cap_height(style)
    tail = -surface.typeface(style).first.descent * style.size / 1000 * MM_PER_POINT
    over = max(0.0, icon - small) / 2
    apart = max(APART * band.height, over + _UNDER_ICON * APART * band.height)
    more = min(most, surface.line_count(title, style, band.width)) - 1
    white = band.height - over - small - apart - cap - more * style.leading - tail
    baseline = band.y + min(white / 2, white - _UNDER * band.height) + over + small
    return HeadLines(baseline, baseline + apart + cap)
