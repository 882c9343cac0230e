"""The pages of the catalogue: contents, then for each pack its materials, two beside each other, four rows a page.

In: a job, Groups, and the face that each material is shown by. Out: Leaves: the faces of a page in reading order, where
each example stands, and what the outline calls what is on it. Why an example is a face put down small and no picture:
docs/decisions/0015. Leaves alone: PDF, and which materials there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kaarten.brand.inks import HAIR, INK, STONE, WHITE
from kaarten.compose.face import Face
from kaarten.compose.parts.bands import A4, masthead, page_footer, running_head
from kaarten.compose.styles import CREDIT, FOOTER, LABEL, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Report
from kaarten.geometry import PAPER_SIZES, Rect, Size
from kaarten.graphics import Stroke
from kaarten.tailor.catalogue import Entry, Group, Shelf
from kaarten.tailor.job import Job
from kaarten.text import Text

_PAGE, _A4 = A4(), PAPER_SIZES["A4"]
_GUTTER, _ROW, _SHELF = 7.0, 54.0, 10.0
"""mm between the columns; from a row to the next; for the name of a meeting."""
_MAT = Size(38, 48)
"""What an example lies on, with `_EDGE` mm to be seen on each side (mm)."""
_EDGE = 2.5
_SPARE = 4.5
"""mm that the words of an entry may reach below its mat."""
_NAME = Style(12, 4.8, floor=9.5, bold=True)
_PURPOSE = Style(9.5, 4.1, floor=8, colour=INK)
_FACT = Style(8, 3.5, floor=6.5, colour=FOOTER.colour)
_TOP, _TOP_AGAIN, _BOTTOM, _LISTED = 43.5, 31.5, 275.0, 68.0
"""Where the rows begin under a masthead and under a running head, where they end, and where the contents begin (mm)."""


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
    """One page. `parts` are in reading order; `bookmarks` have their levels, from the top of the outline down."""

    parts: list[Face | Example] = field(default_factory=list["Face | Example"])
    bookmarks: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])

    @property
    def examples(self) -> list[Example]:
        return [part for part in self.parts if isinstance(part, Example)]


@dataclass(frozen=True, slots=True)
class _Spot:
    """What stands where on a page of a group: an entry in its box, or the name of a shelf above its rows."""

    page: int
    box: Rect
    what: Entry | Shelf
    again: bool = False


def catalogue_leaves(job: Job, groups: Sequence[Group], faces: Mapping[str, Face], report: Report) -> list[Leaf]:
    """All pages. `faces` has by id the face of each material that has one."""
    return _Catalogue(job, faces, report).leaves(groups)


@dataclass(slots=True)
class _Catalogue:
    job: Job
    faces: Mapping[str, Face]
    report: Report
    pages: int = 0

    def leaves(self, groups: Sequence[Group]) -> list[Leaf]:
        spots = [list(_spots(group)) for group in groups]
        contents = self._shared_out(groups)
        firsts: list[int] = []
        self.pages = len(contents)
        for placed in spots:
            firsts.append(self.pages + 1)
            self.pages += placed[-1].page + 1
        numbers = dict(zip([group.id for group in groups], firsts, strict=True))
        found = [self._contents(listed, numbers, page) for page, listed in enumerate(contents)]
        for group, placed, first in zip(groups, spots, firsts, strict=True):
            found += self._group(group, placed, first)
        return found

    def label(self, id: str) -> Text:
        return self.job.labels[f"catalogue.{id}"]

    def _face(self, title: str, paint: Callable[[Surface], None]) -> Face:
        surface = self._surface(title)
        paint(surface)
        return surface.face()

    def _surface(self, title: str) -> Surface:
        return Surface(title, _A4, self.job.brand, self.report, f"{self.label('title')}, {self.job.language.id}")

    def _foot(self, number: int) -> Face:
        page = self.job.labels["page-of"].format(page=number, pages=self.pages)
        named = (f"{self.label('title')}  ·  {page}", str(self.job.team_name))
        return self._face(page, lambda surface: page_footer(surface, self.job.labels["credit-short"], named))

    # ---- contents

    def _shared_out(self, groups: Sequence[Group]) -> list[list[Group]]:
        """The groups that each page of the contents lists."""
        scratch = self._surface("").scratch()
        pages, y = [list[Group]()], _LISTED
        with scratch.tag("L"):
            for group in groups:
                height = self._line(scratch, 0, group, 1)
                if y + height > _BOTTOM:
                    pages.append([])
                    y = _TOP_AGAIN
                pages[-1].append(group)
                y += height
        return pages

    def _contents(self, groups: Sequence[Group], firsts: Mapping[str, int], page: int) -> Leaf:
        def paint(surface: Surface) -> None:
            if page:
                running_head(surface, self.label("title"), self.label("contents"))
            else:
                masthead(surface, self.label("title"), self.job.team_name)
                surface.paragraph(_PAGE.left, 48, _PAGE.width, self.label("lead"), LABEL.regular, lines=2)
                surface.text(_PAGE.left, _LISTED - 6, self.label("contents"), LABEL, tag="H2")
            y = _TOP_AGAIN if page else _LISTED
            with surface.tag("L"):
                for group in groups:
                    y = self._line(surface, y, group, firsts[group.id])

        title = str(self.label("title"))
        return Leaf([self._face(title, paint), self._foot(page + 1)], [] if page else [(title, 0)])

    def _line(self, surface: Surface, y: float, group: Group, first: int) -> float:
        """A group in the contents; the y of the next."""
        with surface.artifact():
            surface.line(_PAGE.left, y, _PAGE.right, y, Stroke(HAIR, 0.5))
        base, room = y + 6.5, 128.0
        with surface.tag("LI"), surface.tag("LBody"):
            taken = surface.text(_PAGE.left, base, group.name, _NAME, width=80)
            if group.chosen:
                self._mark(surface, _PAGE.left + taken + 4, base)
            surface.paragraph(_PAGE.left, base + 5.2, room, group.purpose, SMALL, lines=2)
            shelves = ", ".join(shelf.name for shelf in group.shelves) if len(group.shelves) > 1 else ""
            lines = surface.line_count(group.purpose, SMALL, room)
            below = base + 5.2 + lines * SMALL.leading
            surface.paragraph(_PAGE.left, below, room, shelves, _FACT, lines=2)
            number = self.label("materials").format(number=len(group.entries))
            surface.text(_PAGE.right - 14, base, number, SMALL, anchor="end", width=32)
            surface.text(_PAGE.right, base, str(first), _NAME, anchor="end", width=12)
        return below + (surface.line_count(shelves, _FACT, room) * _FACT.leading if shelves else 0) + 1.5

    def _mark(self, surface: Surface, x: float, base: float) -> None:
        """That the team has this pack: the brand's colour behind the words, so that both tell it."""
        chosen, style = self.label("chosen"), FOOTER.strong.coloured(surface.brand.on_primary)
        with surface.artifact():
            width = surface.width(chosen, style) + 4
            surface.rect(Rect(x, base - 3.8, width, 4.9), fill=surface.brand.primary)
        surface.text(x + 2, base - 0.3, chosen, style, width=60)

    # ---- the pages of a group

    def _group(self, group: Group, spots: Sequence[_Spot], first: int) -> Iterator[Leaf]:
        for page in range(spots[-1].page + 1):
            leaf = Leaf([self._head(group, page)])
            if page == 0:
                leaf.bookmarks.append((str(group.name), 0))
            for spot in (spot for spot in spots if spot.page == page):
                if isinstance(spot.what, Entry):
                    leaf.parts += self._entry(spot.box, spot.what, "H3" if len(group.shelves) > 1 else "H2")
                    leaf.bookmarks.append((str(spot.what.title), 2))
                    continue
                leaf.parts.append(self._shelf(spot.box, spot.what))
                if not spot.again:
                    leaf.bookmarks.append((str(spot.what.name), 1))
            leaf.parts.append(self._foot(first + page))
            yield leaf

    def _head(self, group: Group, page: int) -> Face:
        def paint(surface: Surface) -> None:
            if page:
                running_head(surface, group.name, self.label("title"))
                return
            masthead(surface, group.name, self.label("chosen") if group.chosen else "")
            surface.paragraph(_PAGE.left, _TOP, _PAGE.width, group.purpose, SMALL.sized(11), lines=2)

        return self._face(str(group.name), paint)

    def _shelf(self, box: Rect, shelf: Shelf) -> Face:
        def paint(surface: Surface) -> None:
            with surface.artifact():
                surface.rect(Rect(box.x, box.y, box.width, 6.5), fill=surface.brand.tint)
            surface.text(box.x + 3, box.y + 4.7, shelf.name, SMALL.strong.sized(11), tag="H2", width=box.width - 6)

        return self._face(str(shelf.name), paint)

    def _entry(self, box: Rect, entry: Entry, tag: str) -> Iterator[Face | Example]:
        """The words of an entry, with its example before them."""
        mat, face = Rect(box.x, box.y, _MAT.width, _MAT.height), self.faces.get(entry.id)
        place = _fitted(face.size, mat.inset(_EDGE)) if face else None
        yield self._face(str(entry.title), lambda surface: _lay_mat(surface, mat, place))
        if face and place:
            alt = self.label("example").format(material=entry.title)
            yield Example(face, place, alt, entry.id)
        yield self._face(str(entry.title), lambda surface: self._words(surface, box, entry, tag))

    def _words(self, surface: Surface, box: Rect, entry: Entry, tag: str) -> None:
        """The words beside an example; blocks of the agenda are named as far as there is room."""
        if self._written(surface.scratch(), box, entry, tag) > box.bottom + _SPARE:
            meetings = dict.fromkeys(used.partition(":")[0] for used in entry.used)
            entry = replace(entry, used=(entry.used[0].like(", ".join(meetings)),))
        end = self._written(surface, box, entry, tag)
        if end > box.bottom + _SPARE:
            surface.too_full(entry.title, end - box.bottom - _SPARE)

    def _written(self, surface: Surface, box: Rect, entry: Entry, tag: str) -> float:
        """Name, purpose, facts and id; the baseline of the last."""
        x = box.x + _MAT.width + 4
        width = box.right - x
        y = surface.paragraph(x, box.y + 3.1, width, entry.title, _NAME, lines=3, tag=tag).below
        if entry.purpose:
            y = surface.paragraph(x, y + 0.2, width, entry.purpose, _PURPOSE, lines=5).below
        y = self._facts(surface, x, y + 0.8, width, entry) + 0.9
        surface.text(x, y, entry.title.like(entry.id), _FACT.sized(9).strong.coloured(INK), width=width)
        return y

    def _facts(self, surface: Surface, x: float, y: float, width: float, entry: Entry) -> float:
        """Size, when used, sources; the y of the line below."""
        lines = [(entry.size, _FACT.coloured(INK)), *((used, _FACT) for used in entry.used)]
        sources = "; ".join(entry.sources)
        told = f"{self.label('source')} {sources}" if sources else ""
        made = "  ·  ".join(part for part in (entry.code, told) if part)
        if made:
            lines.append((entry.size.like(made), replace(CREDIT, floor=6)))
        for text, style in lines:
            y = surface.paragraph(x, y, width, text, style, lines=3).below
        return y


def _lay_mat(surface: Surface, mat: Rect, place: Rect | None) -> None:
    """What an example lies on, and its paper."""
    with surface.artifact():
        surface.rect(mat, fill=STONE)
        if place:
            surface.rect(place, fill=WHITE, stroke=Stroke(HAIR, 0.5))


def _fitted(size: Size, room: Rect) -> Rect:
    """As large as it can be within its room and no larger than it is, in the middle."""
    scale = min(room.width / size.width, room.height / size.height, 1.0)
    width, height = size.width * scale, size.height * scale
    return Rect(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height)


def _spots(group: Group) -> Iterator[_Spot]:
    """Where everything of a group stands, from its first page (0) on. A page begins with the name of its shelf."""
    page, y = 0, _TOP + 8
    width = (_PAGE.width - _GUTTER) / 2
    named = _SHELF if len(group.shelves) > 1 else 0.0
    for shelf in group.shelves:
        for number, entry in enumerate(shelf.entries):
            first = number == 0
            if number % 2 == 0:
                full = y + (named if first else 0) + _MAT.height > _BOTTOM
                page, y = (page + 1, _TOP_AGAIN) if full else (page, y)
                if named and (first or full):
                    yield _Spot(page, Rect(_PAGE.left, y, _PAGE.width, named), shelf, again=not first)
                    y += named
            x = _PAGE.left + (number % 2) * (width + _GUTTER)
            yield _Spot(page, Rect(x, y, width, _MAT.height), entry)
            if number % 2 or entry is shelf.entries[-1]:
                y += _ROW
