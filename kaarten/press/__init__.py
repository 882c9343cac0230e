"""The press: Sides in, the bytes of a tagged PDF/UA-1 file out, through ReportLab.

In: a Document. Out: bytes, the same for the same input, whatever the machine and the day. Faces are painted once and
laid on pages with marks for a screen reader; the structure tree those marks lead to is written at the end. Leaves
alone: choosing what is on a sheet (`impose`) and writing files (`finish`).
"""

from __future__ import annotations

from functools import lru_cache

from kaarten.compose.face import Face
from kaarten.press.document import Document
from kaarten.press.fonts import add_fonts
from kaarten.press.laying import lay
from kaarten.press.pages import Pages
from kaarten.press.painting import Impression, impress
from kaarten.press.pictures import Pictures
from kaarten.press.structure import Structure
from kaarten.press.type_case import Cases

__all__ = ["Document", "press"]

_FACES_REMEMBERED = 256
"""Copies of a face stand near each other: this many faces are kept as they were painted."""


def press(document: Document) -> bytes:
    """The PDF file. Raises ValueError for what no earlier stage should let through: see `embed` and `write_tree`."""
    structure = Structure()
    pages = Pages(document, structure)
    cases, pictures = Cases(), Pictures(pages.document)

    @lru_cache(_FACES_REMEMBERED)
    def impression_of(face: Face) -> Impression:
        return impress(face, cases, pictures)

    for side in document.sides:
        pages.add(side, lay(side, impression_of, structure))
    add_fonts(pages.document, cases)
    return pages.getpdfdata()
