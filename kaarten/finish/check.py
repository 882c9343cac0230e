"""A PDF read back before it is written: what we made must be what we meant.

In: PDF bytes and what was asked of them. Out: nothing, or a raised PdfMismatchError, which is our bug and never a
user's. The only door to pypdf. Leaves alone: tags and fonts, which tests look at with more time.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import cast

from kaarten.geometry import POINTS_PER_MM, Size

_SLACK = 0.01
"""Points. Far under what a cutter sees; more than numbers lose when they are written with three decimals."""


class PdfMismatchError(AssertionError):
    """The PDF is not what was asked for."""


def check_pdf(data: bytes, sizes: Sequence[Size], bookmarks: Sequence[str]) -> None:
    """Compare pages, their sizes (mm) and the bookmarks in order. Raises PdfMismatchError."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=True)
    found = [(float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages]
    if len(found) != len(sizes):
        raise PdfMismatchError(f"{len(found)} pages instead of {len(sizes)}")
    for number, ((width, height), size) in enumerate(zip(found, sizes, strict=True), start=1):
        off = max(abs(width - size.width * POINTS_PER_MM), abs(height - size.height * POINTS_PER_MM))
        if off > _SLACK:
            raise PdfMismatchError(f"page {number} is {width} x {height} points instead of {size}")
    titles = _titles(cast("list[object]", reader.outline))
    if titles != list(bookmarks):
        raise PdfMismatchError(f"bookmarks {titles} instead of {list(bookmarks)}")


def _titles(outline: Sequence[object]) -> list[str]:
    """The bookmarks of all levels, from top to bottom."""
    found: list[str] = []
    for item in outline:
        found += _titles(cast("list[object]", item)) if isinstance(item, list) else [str(getattr(item, "title", ""))]
    return found
