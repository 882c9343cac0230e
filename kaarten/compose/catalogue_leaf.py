"""A page of the catalogue: what stands on it, and what is the same on every page.

In: a job. Out: a Leaf, and a Binder that makes its faces. Leaves alone: what is on which page (`catalogue`,
`catalogue_lists`), and PDF.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kaarten.compose.face import Face
from kaarten.compose.parts.bands import A4, page_footer
from kaarten.compose.styles import FOOTER, Style
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Report
from kaarten.geometry import PAPER_SIZES, Rect
from kaarten.tailor.job import Job
from kaarten.text import Text

PAGE = A4()
TOP_AGAIN, BOTTOM = 31.5, 275.0
"""Where rows begin under a running head, and where they end (mm)."""
ENTRY_NAME = Style(12, 4.8, floor=9.5, bold=True)
FACT = Style(8, 3.5, floor=6.5, colour=FOOTER.colour)


@dataclass(frozen=True, slots=True)
class Example:
    """A face put down small: where it stands on the page (mm), and what it is called."""

    face: Face
    box: Rect
    alt: str
    entry: str

    @property
    def scale(self) -> float:
        return self.box.width / self.face.size.width


@dataclass(slots=True)
class Leaf:
    """One page. `parts` are in reading order; `bookmarks` have their levels, from the top of the outline down.

    `destinations` say by name at which height (mm) links find what is on it.
    """

    parts: list[Face | Example] = field(default_factory=list["Face | Example"])
    bookmarks: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    destinations: dict[str, float] = field(default_factory=dict[str, float])

    @property
    def examples(self) -> list[Example]:
        return [part for part in self.parts if isinstance(part, Example)]


@dataclass(slots=True)
class Binder:
    """Makes the faces of pages. `pages` is how many there are, as soon as that is known."""

    job: Job
    report: Report
    pages: int = 0

    def label(self, id: str) -> Text:
        return self.job.labels[f"catalogue.{id}"]

    def face(self, title: str, paint: Callable[[Surface], None]) -> Face:
        surface = self.surface(title)
        paint(surface)
        return surface.face()

    def surface(self, title: str) -> Surface:
        where = f"{self.label('title')}, {self.job.language.id}"
        return Surface(title, PAPER_SIZES["A4"], self.job.brand, self.report, where, self.job.language.tag)

    def foot(self, number: int) -> Face:
        """The foot of page `number`, from 1."""
        page = self.job.labels["page-of"].format(page=number, pages=self.pages)
        named = (f"{self.label('title')}  ·  {page}", str(self.job.team_name))
        return self.face(page, lambda surface: page_footer(surface, self.job.labels["credit-short"], named))
