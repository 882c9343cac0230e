"""What is pressed: the sides of one PDF file, and what the file says of itself.

In: Sides from `impose`, facts from the job. Out: a frozen Document. Leaves alone: how any of it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaarten.impose.sheets import Duplex, Side


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF file. Every side is a page, in this order; their bookmarks make the outline.

    `language_tag` is a BCP 47 tag such as `nl-NL`. `duplex` is what the printer dialogue proposes: None, for a file
    that is read from the screen, proposes nothing.
    """

    title: str
    language_tag: str
    sides: Sequence[Side]
    author: str = ""
    subject: str = ""
    duplex: Duplex | None = None
