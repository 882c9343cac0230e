"""The structure tree: what a screen reader walks, written as ready text.

In: what is read on which page, told by `laying` while it lays the pages. Out: the marks in the content that tie paint
to elements, and at the end the tree itself and its links, one text for every PDF object. Why ready text: ten thousand
cards are thirty thousand elements, and one ReportLab object for each would double the run. Leaves alone: paint, and
the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kaarten.compose.face import Element, Face, Link, Stretch
from kaarten.geometry import Rect
from kaarten.impose.sheets import Destination, Placement
from kaarten.press.annotations import Landing, annotation
from kaarten.press.operators import Frame, text_string


class Section(NamedTuple):
    """What is read at one place: the elements of the placed face, or one figure that stands for it."""

    page: int
    frame: Frame
    placement: Placement
    elements: tuple[Element, ...]


class Structure:
    """Collects what is read, in reading order. A face is read once in a document: its copies are for the eye only."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.marks: dict[Stretch, int] = {}
        self.counts: list[int] = []
        self.destinations: dict[str, tuple[int, float]] = {}
        self._frame = Frame(0)
        self._read: set[Face] = set()

    def begin_page(self, frame: Frame, destinations: Iterable[Destination] = ()) -> None:
        """Another page. Its `destinations` are remembered: their page, from 0, and their height above its foot (mm)."""
        self.destinations |= {one.name: (len(self.counts), frame.height - one.y) for one in destinations}
        self.counts.append(0)
        self._frame = frame

    def is_new(self, face: Face) -> bool:
        """Whether there is something in `face` to read that has not been read yet."""
        return bool(face.tree) and face not in self._read

    def read(self, placement: Placement) -> None:
        """From here on, marks on this page belong to the elements of the placed face."""
        self._read.add(placement.face)
        self._open(placement, placement.face.tree)

    def describe(self, placement: Placement, alt: str) -> Stretch:
        """The placed face is one figure, described by `alt`. Returns the stretch to mark all its paint with."""
        size = placement.face.size
        seen = placement.crop or _placed(Rect(0, 0, size.width, size.height), placement)
        figure = Element("Figure", alt=alt, owner="/Layout", attributes={"BBox": f"[{self._frame.corners(seen)}]"})
        stretch = Stretch(figure)
        figure.kids.append(stretch)
        self._open(placement, (figure,))
        return stretch

    def _open(self, placement: Placement, elements: tuple[Element, ...]) -> None:
        self.sections.append(Section(len(self.counts) - 1, self._frame, placement, elements))

    def mark(self, stretch: Stretch) -> str:
        """The operator that begins the paint of `stretch`."""
        if stretch.element is None:
            return ARTIFACT
        self.marks[stretch] = mark = self.counts[-1]
        self.counts[-1] += 1
        return f"/{stretch.element.tag}<</MCID {mark}>>BDC"


ARTIFACT = "/Artifact BMC"
"""Begins paint that nobody reads."""


class Tree(NamedTuple):
    """The objects of the tree, the root in front, and by page the numbers of the annotations among them."""

    objects: list[str]
    annotations: dict[int, list[int]]


def write_tree(structure: Structure, first: int, pages: Sequence[int]) -> Tree:
    """The tree, its objects numbered from `first`; `pages` are the object numbers of the pages.

    Raises ValueError when something was marked that no element of the tree of its face holds, or when a link leads to
    a destination that no page has.
    """
    writer = _TreeWriter(structure, first, pages)
    writer.write()
    return Tree(writer.objects, writer.annotations)


class _TreeWriter:
    """Numbers an element when it is reached, and fills in its text when its kids have their numbers."""

    def __init__(self, structure: Structure, first: int, pages: Sequence[int]) -> None:
        self.objects: list[str] = []
        self.annotations: dict[int, list[int]] = {}
        self._links: list[int] = []
        self._structure = structure
        self._first = first
        self._pages = pages
        self._owners = [[0] * count for count in structure.counts]

    def write(self) -> None:
        root, document = self._reserve(), self._reserve()
        sections = [self._section(section, document) for section in self._structure.sections]
        self._fill(document, f"<</S/Document/P {root} 0 R/K[{references(sections)}]>>")
        self._fill(root, f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree{self._parent_tree()}>>")

    def _reserve(self) -> int:
        self.objects.append("")
        return self._first + len(self.objects) - 1

    def _fill(self, number: int, text: str) -> None:
        self.objects[number - self._first] = text

    def _section(self, section: Section, parent: int) -> int:
        number = self._reserve()
        kids = references([self._element(element, number, section) for element in section.elements])
        title = text_string(section.placement.face.title)
        self._fill(number, f"<</S/Sect/P {parent} 0 R/T{title}/K[{kids}]>>")
        return number

    def _element(self, element: Element, parent: int, section: Section) -> int:
        number, owners = self._reserve(), self._owners[section.page]
        kids: list[str] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(f"{self._element(kid, number, section)} 0 R")
            elif (mark := self._structure.marks.get(kid)) is not None:
                kids.append(str(mark))
                owners[mark] = number
        page = self._pages[section.page]
        if element.link:
            kids += self._annotated(element.link, number, section)
        told = _told(element, section)
        self._fill(number, f"<</S/{element.tag}/P {parent} 0 R/Pg {page} 0 R{told}/K[{' '.join(kids)}]>>")
        return number

    def _annotated(self, link: Link, element: int, section: Section) -> list[str]:
        """What the element of a link holds besides its words: a reference to the annotation on each of its boxes."""
        page, landing = self._pages[section.page], self._landing(link)
        kids: list[str] = []
        for box in link.boxes:
            number, key = self._reserve(), len(self._pages) + len(self._links)
            seen = _placed(box, section.placement)
            self._fill(number, annotation(link.to, link.told, seen, section.frame, page, key, landing))
            self._links.append(element)
            self.annotations.setdefault(section.page, []).append(number)
            kids.append(f"<</Type/OBJR/Pg {page} 0 R/Obj {number} 0 R>>")
        return kids

    def _landing(self, link: Link) -> Landing | None:
        if not link.to.startswith("#"):
            return None
        place = self._structure.destinations.get(link.to[1:])
        if place is None:
            raise ValueError(f"no page has the destination {link.to}")
        return self._pages[place[0]], place[1]

    def _parent_tree(self) -> str:
        """For every page the elements of its marks, in the order of the marks (ISO 32000-1, 14.7.4.4); then for every
        annotation its element.
        """
        pages = [(page, owners) for page, owners in enumerate(self._owners) if owners]
        for page, owners in pages:
            if 0 in owners:
                raise ValueError(f"page {page + 1}: mark {owners.index(0)} belongs to no element of the tree")
        marks = [f"{page}[{references(owners)}]" for page, owners in pages]
        links = [f"{key} {element} 0 R" for key, element in enumerate(self._links, len(self._pages))]
        return f"<</Nums[{' '.join([*marks, *links])}]>>"


def references(numbers: Sequence[int]) -> str:
    """The objects with these numbers, to stand in an array."""
    return " ".join([f"{number} 0 R" for number in numbers])


def _told(element: Element, section: Section) -> str:
    """What an element says of itself besides its kids: description, language, attributes."""
    told = attributes = ""
    if element.alt is not None:
        told += f"/Alt{text_string(element.alt)}"
    if element.language:
        told += f"/Lang{text_string(element.language)}"
    if element.owner:
        pairs = "".join(f"/{name} {value}" for name, value in element.attributes.items())
        attributes += f"<</O{element.owner}{pairs}>>"
    if element.box:
        attributes += f"<</O/Layout/BBox[{section.frame.corners(_placed(element.box, section.placement))}]>>"
    return f"{told}/A[{attributes}]" if attributes else told


def _placed(box: Rect, placement: Placement) -> Rect:
    """A box of a face, where it has come to stand on the side."""
    scale = placement.scale
    placed = Rect(box.x * scale, box.y * scale, box.width * scale, box.height * scale)
    return placed.moved(placement.x, placement.y)
