"""The lists of the catalogue: the contents in front, packs with their meetings; at the end every name from A to Z.

In: Groups, and the number of the page on which each group and each material stands. Out: Leaves, of which every line
leads to its page on a screen and has its number on paper. Leaves alone: the pages they lead to (`catalogue`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kaarten.brand.inks import HAIR
from kaarten.compose.catalogue_leaf import BOTTOM, ENTRY_NAME, FACT, PAGE, TOP_AGAIN, Binder, Leaf
from kaarten.compose.parts.bands import masthead, running_head
from kaarten.compose.styles import FOOTER, LABEL, SMALL
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Stroke
from kaarten.tailor.catalogue import Entry, Group, counted

NAMES = "names"
"""What links call the page on which the names begin."""
_LISTED = 68.0
"""Where the contents begin under their heading (mm)."""
_BASE, _NAMED = 6.5, 9.5
"""mm from the top of a line of the contents to its baseline, and that a line without more words takes."""
_BY_NAME = 47.0
"""Where the names begin under a masthead (mm)."""
_LINE, _GUTTER, _NUMBER = 5.0, 9.0, 10.0
"""mm from name to name, between their columns, and for the number of a page."""


def shared_out(binder: Binder, groups: Sequence[Group]) -> list[list[Group]]:
    """The groups that each page of the contents lists."""
    scratch = binder.surface("").scratch()
    pages, y = [list[Group]()], _LISTED
    with scratch.tag("TOC"):
        for group in groups:
            height = _group_line(binder, scratch, 0, group, 1)
            if y + height > BOTTOM - _NAMED:
                pages.append([])
                y = TOP_AGAIN
            pages[-1].append(group)
            y += height
    return pages


def contents_leaf(binder: Binder, groups: Sequence[Group], firsts: Mapping[str, int], page: int) -> Leaf:
    """Page `page` of the contents, from 0. `firsts` has the number of the first page of each group, and of the names
    (NAMES), which stand below the last group.
    """

    def paint(surface: Surface) -> None:
        if page:
            running_head(surface, binder.label("title"), binder.label("contents"))
        else:
            masthead(surface, binder.label("title"), binder.job.team_name)
            surface.paragraph(PAGE.left, 48, PAGE.width, binder.label("lead"), LABEL.regular, lines=2)
            surface.text(PAGE.left, _LISTED - 6, binder.label("contents"), LABEL, tag="H2")
        y = TOP_AGAIN if page else _LISTED
        with surface.tag("TOC"):
            for group in groups:
                y = _group_line(binder, surface, y, group, firsts[group.id])
            if last:
                box = Rect(PAGE.left, y, PAGE.width, _NAMED)
                with surface.tag("TOCI"):
                    _named_line(binder, surface, box, NAMES, binder.label("by-name"), firsts[NAMES])

    last = page + 2 == min(firsts.values())
    title = str(binder.label("title"))
    return Leaf([binder.face(title, paint), binder.foot(page + 1)], [] if page else [(title, 0)])


def _group_line(binder: Binder, surface: Surface, y: float, group: Group, first: int) -> float:
    """A group in the contents, all of which can be clicked; the y of the next."""
    base, room = y + _BASE, 128.0
    shelves = ", ".join(shelf.name for shelf in group.shelves) if len(group.shelves) > 1 else ""
    below = base + 5.2 + surface.line_count(group.purpose, SMALL, room) * SMALL.leading
    end = below + (surface.line_count(shelves, FACT, room) * FACT.leading if shelves else 0) + 1.5
    box = Rect(PAGE.left, y, PAGE.width, end - y)
    with surface.tag("TOCI"):
        taken = _named_line(binder, surface, box, group.id, group.name, first)
        if group.chosen:
            _mark(binder, surface, PAGE.left + taken + 4, base)
        surface.paragraph(PAGE.left, base + 5.2, room, group.purpose, SMALL, lines=2)
        surface.paragraph(PAGE.left, below, room, shelves, FACT, lines=2)
        number = counted(binder.job, len(group.entries))
        surface.text(PAGE.right - 14, base, number, SMALL, anchor="end", width=32)
    return end


def _named_line(binder: Binder, surface: Surface, box: Rect, to: str, name: str, page: int) -> float:
    """A name and the number of its page, under a hair rule, as one link over the whole box; the width of the name."""
    with surface.artifact():
        surface.line(box.x, box.y, box.right, box.y, Stroke(HAIR, 0.5))
    style, base = ENTRY_NAME.coloured(surface.brand.accent), box.y + _BASE
    with surface.tag("Reference"), surface.link(f"#{to}", _told(binder, name, page), box):
        taken = surface.text(box.x, base, name, style, tag=None, width=80)
        surface.text(box.right, base, str(page), style, tag=None, anchor="end", width=12)
    return taken


def _told(binder: Binder, name: str, page: int) -> str:
    return binder.label("leads-to").format(name=name, page=page)


def _mark(binder: Binder, surface: Surface, x: float, base: float) -> None:
    """That the team has this pack: the brand's colour behind the words, so that both tell it."""
    chosen, style = binder.label("chosen"), FOOTER.strong.coloured(surface.brand.on_primary)
    with surface.artifact():
        width = surface.width(chosen, style) + 4
        surface.rect(Rect(x, base - 3.8, width, 4.9), fill=surface.brand.primary)
    surface.text(x + 2, base - 0.3, chosen, style, width=60)


# ---- from A to Z


def named_pages(entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    """The entries that each page of names has: two columns of as many as it holds, the last page about equal ones."""
    pages: list[Sequence[Entry]] = []
    while entries:
        most = 2 * int((BOTTOM - (TOP_AGAIN if pages else _BY_NAME)) // _LINE)
        pages.append(entries[:most])
        entries = entries[most:]
    return pages


def names_leaf(binder: Binder, entries: Sequence[Entry], pages: Mapping[str, int], page: int, number: int) -> Leaf:
    """Page `page` of the names, from 0; in the file it is page `number`. `pages` says by id where a material stands."""
    title = binder.label("by-name")
    top, rows = (TOP_AGAIN if page else _BY_NAME), -(-len(entries) // 2)

    def paint(surface: Surface) -> None:
        if page:
            running_head(surface, title, binder.label("title"))
        else:
            masthead(surface, title, binder.job.team_name)
        columns = Rect(PAGE.left, top, PAGE.width, rows * _LINE).columns(2, _GUTTER)
        with surface.tag("L"):
            for place, entry in enumerate(entries):
                column = columns[place // rows]
                box = Rect(column.x, top + place % rows * _LINE, column.width, _LINE)
                _name_line(binder, surface, box, entry, pages[entry.id])

    leaf = Leaf([binder.face(str(title), paint), binder.foot(number)])
    if page == 0:
        leaf.bookmarks.append((str(title), 0))
        leaf.destinations[NAMES] = 0.0
    return leaf


def _name_line(binder: Binder, surface: Surface, box: Rect, entry: Entry, page: int) -> None:
    with surface.artifact():
        surface.line(box.x, box.bottom, box.right, box.bottom, Stroke(HAIR, 0.35))
    base = box.bottom - 1.5
    told = _told(binder, entry.title, page)
    with surface.tag("LI"), surface.tag("LBody"), surface.link(f"#{entry.destination}", told, box):
        surface.text(box.x, base, entry.title, SMALL.sized(9.5), tag=None, width=box.width - _NUMBER)
        number = SMALL.sized(9.5).strong.coloured(surface.brand.accent)
        surface.text(box.right, base, str(page), number, tag=None, anchor="end", width=_NUMBER)
