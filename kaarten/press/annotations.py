"""Link annotations: the places on a page that can be clicked, and what a screen reader hears of them.

In: a link of a face, where its face has come to stand, and where on which page it leads. Out: one object for each of
its boxes, as ready text. No border and no appearance: what tells a link from other text is on the face. Why on every
page where a face is read, also in a file that is only printed: docs/decisions/0016. Leaves alone: which texts are
addresses (`compose.addresses`), and the element the annotation belongs to (`structure`).
"""

from __future__ import annotations

from urllib.parse import quote

from kaarten.geometry import Rect
from kaarten.press.operators import Frame, length, text_string

_AS_TYPED = "%/:=&?~#+!$,;'@()*[]"
"""Characters that mean something in an address; what is not ASCII is written in per cents (ISO 32000-1, 12.6.4.7)."""

Landing = tuple[int, float]
"""Where a link inside the file leads: the object number of a page, and how many mm above its foot."""


def annotation(to: str, told: str, box: Rect, frame: Frame, page: int, key: int, landing: Landing | None) -> str:
    """One annotation. `page` is the object number of its page, `key` its own in the parent tree.

    Flag 4 is Print: PDF/A wants it of every annotation, and nothing of a link is ever printed.
    """
    facts = f"/Rect[{frame.corners(box)}]/P {page} 0 R/StructParent {key}/Contents{text_string(told)}"
    return f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]{facts}{_leads(to, landing)}>>"


def _leads(to: str, landing: Landing | None) -> str:
    """To a height on a page of this file, at the reader's own zoom, or to an address."""
    if landing is not None:
        page, height = landing
        return f"/Dest[{page} 0 R/XYZ null {length(height)} null]"
    return f"/A<</S/URI/URI{text_string(quote(to, safe=_AS_TYPED))}>>"
