"""The pages of the catalogue: for each pack its materials, two beside each other, four rows a page, between two lists.

In: a job, Groups, and the face that each material is shown by. Out: Leaves: the faces of a page in reading order, where
each example stands, and what the outline and links call what is on it. Why an example is a face put down small and no
picture: docs/decisions/0015. Leaves alone: the lists (`catalogue_lists`), PDF, and which materials there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kaarten.brand.inks import HAIR, INK, STONE, WHITE
from kaarten.compose.catalogue_leaf import BOTTOM, ENTRY_NAME, FACT, PAGE, TOP_AGAIN, Binder, Example, Leaf
from kaarten.compose.catalogue_lists import NAMES, contents_leaf, named_pages, names_leaf, shared_out
from kaarten.compose.face import Face
from kaarten.compose.parts.bands import masthead, running_head
from kaarten.compose.styles import CREDIT, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Report
from kaarten.geometry import Rect, Size
from kaarten.graphics import Stroke
from kaarten.tailor.catalogue import Entry, Group, Shelf, in_alphabet
from kaarten.tailor.job import Job

_GUTTER, _ROW, _SHELF = 7.0, 54.0, 10.0
"""mm between the columns; from a row to the next; for the name of a meeting."""
_MAT = Size(38, 48)
"""What an example lies on, with `_EDGE` mm to be seen on each side (mm)."""
_EDGE = 2.5
_SPARE = 4.5
"""mm that the words of an entry may reach below its mat."""
_ABOVE = 6.0
"""mm over an entry that a link to it still shows."""
_PURPOSE = Style(9.5, 4.1, floor=8, colour=INK)
_TOP = 43.5
"""Where the rows begin under a masthead (mm)."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """What stands where on a page of a group: an entry in its box, or the name of a shelf above its rows."""

    page: int
    box: Rect
    what: Entry | Shelf
    again: bool = False


def catalogue_leaves(job: Job, groups: Sequence[Group], faces: Mapping[str, Face], report: Report) -> list[Leaf]:
    """All pages. `faces` has by id the face of each material that has one."""
    return _Catalogue(Binder(job, report), faces).leaves(groups)


@dataclass(slots=True)
class _Catalogue:
    binder: Binder
    faces: Mapping[str, Face]

    def leaves(self, groups: Sequence[Group]) -> list[Leaf]:
        binder = self.binder
        spots = {group.id: list(_spots(group)) for group in groups}
        contents, names = shared_out(binder, groups), named_pages(in_alphabet(groups))
        firsts: dict[str, int] = {}
        last = len(contents)
        for group in groups:
            firsts[group.id] = last + 1
            last += spots[group.id][-1].page + 1
        firsts[NAMES] = last + 1
        binder.pages = last + len(names)
        found = [contents_leaf(binder, listed, firsts, page) for page, listed in enumerate(contents)]
        for group in groups:
            found += self._group(group, spots[group.id], firsts[group.id])
        at = {
            spot.what.id: firsts[id] + spot.page for id in spots for spot in spots[id] if isinstance(spot.what, Entry)
        }
        return found + [names_leaf(binder, listed, at, page, last + page + 1) for page, listed in enumerate(names)]

    # ---- the pages of a group

    def _group(self, group: Group, spots: Sequence[_Spot], first: int) -> Iterator[Leaf]:
        for page in range(spots[-1].page + 1):
            leaf = Leaf([self._head(group, page)])
            if page == 0:
                leaf.bookmarks.append((str(group.name), 0))
                leaf.destinations[group.id] = 0.0
            for spot in (spot for spot in spots if spot.page == page):
                if isinstance(spot.what, Entry):
                    leaf.parts += self._entry(spot.box, spot.what, "H3" if len(group.shelves) > 1 else "H2")
                    leaf.bookmarks.append((str(spot.what.title), 2))
                    leaf.destinations[spot.what.destination] = spot.box.y - _ABOVE
                    continue
                leaf.parts.append(self._shelf(spot.box, spot.what))
                if not spot.again:
                    leaf.bookmarks.append((str(spot.what.name), 1))
            leaf.parts.append(self.binder.foot(first + page))
            yield leaf

    def _head(self, group: Group, page: int) -> Face:
        def paint(surface: Surface) -> None:
            if page:
                running_head(surface, group.name, self.binder.label("title"))
                return
            masthead(surface, group.name, self.binder.label("chosen") if group.chosen else "")
            surface.paragraph(PAGE.left, _TOP, PAGE.width, group.purpose, SMALL.sized(11), lines=2)

        return self.binder.face(str(group.name), paint)

    def _shelf(self, box: Rect, shelf: Shelf) -> Face:
        def paint(surface: Surface) -> None:
            with surface.artifact():
                surface.rect(Rect(box.x, box.y, box.width, 6.5), fill=surface.brand.tint)
            surface.text(box.x + 3, box.y + 4.7, shelf.name, SMALL.strong.sized(11), tag="H2", width=box.width - 6)

        return self.binder.face(str(shelf.name), paint)

    def _entry(self, box: Rect, entry: Entry, tag: str) -> Iterator[Face | Example]:
        """The words of an entry, with its example before them."""
        mat, face = Rect(box.x, box.y, _MAT.width, _MAT.height), self.faces.get(entry.id)
        place = _fitted(face.size, mat.inset(_EDGE)) if face else None
        yield self.binder.face(str(entry.title), lambda surface: _lay_mat(surface, mat, place))
        if face and place:
            alt = self.binder.label("example").format(material=entry.title)
            yield Example(face, place, alt, entry.id)
        yield self.binder.face(str(entry.title), lambda surface: self._words(surface, box, entry, tag))

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
        y = surface.paragraph(x, box.y + 3.1, width, entry.title, ENTRY_NAME, lines=3, tag=tag).below
        if entry.purpose:
            y = surface.paragraph(x, y + 0.2, width, entry.purpose, _PURPOSE, lines=5).below
        y = self._facts(surface, x, y + 0.8, width, entry) + 0.9
        surface.text(x, y, entry.title.like(entry.id), FACT.sized(9).strong.coloured(INK), width=width)
        return y

    def _facts(self, surface: Surface, x: float, y: float, width: float, entry: Entry) -> float:
        """Size, when used, sources; the y of the line below."""
        lines = [(entry.size, FACT.coloured(INK)), *((used, FACT) for used in entry.used)]
        sources = "; ".join(entry.sources)
        told = f"{self.binder.label('source')} {sources}" if sources else ""
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
    width = (PAGE.width - _GUTTER) / 2
    named = _SHELF if len(group.shelves) > 1 else 0.0
    for shelf in group.shelves:
        for number, entry in enumerate(shelf.entries):
            first = number == 0
            if number % 2 == 0:
                full = y + (named if first else 0) + _MAT.height > BOTTOM
                page, y = (page + 1, TOP_AGAIN) if full else (page, y)
                if named and (first or full):
                    yield _Spot(page, Rect(PAGE.left, y, PAGE.width, named), shelf, again=not first)
                    y += named
            x = PAGE.left + (number % 2) * (width + _GUTTER)
            yield _Spot(page, Rect(x, y, width, _MAT.height), entry)
            if number % 2 or entry is shelf.entries[-1]:
                y += _ROW
