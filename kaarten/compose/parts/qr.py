"""The only door to segno: a web address as a QR code.

In: an address, a square. Out: the code as one path in its white, tagged as a figure whose words are the address, and
leading there on a screen. Leaves alone: whether the address leads anywhere (`model.deck`).
"""

from __future__ import annotations

from functools import lru_cache

from kaarten.brand.inks import INK, WHITE
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Path

QUIET = 4
"""Squares of white round a code, which a reader needs (ISO/IEC 18004)."""
LEAST_SQUARE = 0.42
"""mm: what a telephone tells apart at reading distance, also in office print."""


def qr_side(address: str, least: float) -> float:
    """mm that a code takes, its white included: `least`, or more when its squares would become too small."""
    return max(least, (len(_squares(address)) + 2 * QUIET) * LEAST_SQUARE)


def qr_code(surface: Surface, x: float, y: float, side: float, address: str) -> None:
    """The code in a square of `side` mm, its white included."""
    rows = _squares(address)
    square = side / (len(rows) + 2 * QUIET)
    box = Rect(x, y, side, side)
    with surface.artifact():
        surface.rect(box, fill=WHITE)
    path = Path(())
    for row, squares in enumerate(rows):
        for start, end in _runs(squares):
            bar = Rect(x + (start + QUIET) * square, y + (row + QUIET) * square, (end - start) * square, square)
            path += Path.rect(bar)
    with surface.link(address, address, box), surface.figure(address, box):
        surface.path(path, fill=INK)


@lru_cache(maxsize=256)
def _squares(address: str) -> tuple[tuple[bool, ...], ...]:
    """The code as rows of squares, dark ones true; a seventh of it may be lost."""
    import segno  # its writers need half of the standard library, and few packs have a code

    code = segno.make(address, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)


def _runs(squares: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Dark squares beside each other as one bar: from and to, so that no hair shows between them."""
    found: list[tuple[int, int]] = []
    for index, dark in enumerate(squares):
        if dark and found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        elif dark:
            found.append((index, index + 1))
    return found
