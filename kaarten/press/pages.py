"""Pages: ReportLab's canvas and document, taught tags, object streams and streams of our own.

In: the content of pages. Out: the file. ReportLab makes the pages, their resources, the bookmarks and the catalogue;
what PDF/UA asks beyond that is added here, where ReportLab's inside is touched. Leaves alone: what is painted.
"""

from __future__ import annotations

from kaarten.impose.sheets import Duplex, Side
from kaarten.press.document import Document
from kaarten.press.file import END_OF_STREAM, assemble, flate
from kaarten.press.laying import Content
from kaarten.press.metadata import Info, xmp
from kaarten.press.operators import length
from kaarten.press.reportlab_door import Canvas, pdfdoc
from kaarten.press.structure import Structure, references, write_tree

_DUPLEX = {
    Duplex.NONE: "Simplex",
    Duplex.LONG_EDGE: "DuplexFlipLongEdge",
    Duplex.SHORT_EDGE: "DuplexFlipShortEdge",
}

_PAGE_ENTRIES = [*pdfdoc.PDFPage.__NoDefault__, "Tabs", "StructParents"]
"""What ReportLab writes of a page, and what it would leave out."""


class Pages(Canvas):
    """A ReportLab canvas whose pages come as ready content, and whose file is tagged."""

    def __init__(self, document: Document, structure: Structure) -> None:
        super().__init__("", invariant=1)
        self._structure = structure
        self._bookmark_level = -1
        self.document = self._doc = _TaggedDocument(structure, document.language_tag)
        self.setTitle(document.title)
        self.setAuthor(document.author)
        self.setSubject(document.subject)
        self.setCatalogEntry("MarkInfo", {"Marked": "true"})
        self.setCatalogEntry("Metadata", _metadata(document))
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setViewerPreference("PrintScaling", "None")
        if document.duplex is not None:
            self.setViewerPreference("Duplex", _DUPLEX[document.duplex])

    def _make_preamble(self) -> None:
        """Nothing: ReportLab's would choose a font that is not embedded."""
        self._preamble = ""

    def add(self, side: Side, content: Content) -> None:
        """One page: the whole side is what is left after trimming."""
        for place, (title, level) in enumerate(side.bookmarks):
            self._add_bookmark(title, level, f"{self.getPageNumber()}-{place}")
        self.addLiteral(content.text)
        self.showPage()
        self._finish(self._doc.Pages[-1], side, content)

    def _add_bookmark(self, title: str, level: int, key: str) -> None:
        """ReportLab refuses a level without the one above it, so a first bookmark always stands at the top."""
        self._bookmark_level = min(level, self._bookmark_level + 1)
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, self._bookmark_level)
        self.showOutline()

    def _finish(self, page: pdfdoc.PDFPage, side: Side, content: Content) -> None:
        """Compress the content at once, which keeps memory low, and say where the marks on this page lead."""
        page.Contents = _Ready(flate(page.stream.encode("latin-1"), b""))
        page.stream = ""
        page.MediaBox = page.TrimBox = f"[0 0 {length(side.size.width)} {length(side.size.height)}]"
        if content.pictures:
            page.XObjects = pdfdoc.PDFDictionary({name: pdfdoc.PDFObjectReference(name) for name in content.pictures})
        else:
            page.Resources = self.document.text_only
        page.__NoDefault__ = _PAGE_ENTRIES
        page.Tabs = "/S"
        if self._structure.counts[-1]:
            page.StructParents = len(self._structure.counts) - 1


class _TaggedDocument(pdfdoc.PDFDocument):
    """ReportLab's document, written by our own `assemble`."""

    def __init__(self, structure: Structure, language_tag: str) -> None:
        super().__init__(invariant=1, lang=language_tag)
        self._structure = structure
        self.info = Info()
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        self.text_only = self.Reference(resources)

    def format(self) -> bytes:
        """All objects. The tree takes the next free numbers; formatting may still add objects behind it."""
        first = self.objectcounter + 1
        pages = [self._number_of(page) for page in self.Pages.pages]
        tree = write_tree(self._structure, first, pages)
        self.objectcounter += len(tree.objects)
        self.Catalog.StructTreeRoot = f"{first} 0 R"
        for page, numbers in tree.annotations.items():
            self.Pages.pages[page].Annots = _Ready(f"[{references(numbers)}]".encode())
        objects = {first + place: text.encode() for place, text in enumerate(tree.objects)}
        number = 0
        while number < self.objectcounter:
            number += 1
            if number not in objects:
                objects[number] = self._body(number)
        tree_numbers = range(first, first + len(tree.objects))
        return assemble(objects, self._number_of(self.Catalog), self._number_of(self.info), apart=tree_numbers)

    def _body(self, number: int) -> bytes:
        """One of ReportLab's objects; its streams lack the end of line before the end."""
        body = pdfdoc.format(self.idToObject[self.numberToId[number]], self, toplevel=1)
        if not body.endswith(END_OF_STREAM + b"\n"):
            return body
        return body.removesuffix(END_OF_STREAM + b"\n") + b"\n" + END_OF_STREAM

    def _number_of(self, registered: pdfdoc.PDFObject) -> int:
        return self.idToObjectNumberAndVersion[self.Reference(registered).name][0]


class _Ready(pdfdoc.PDFObject):
    """An object that is written already."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002 - ReportLab passes it
        return self._body


def _metadata(document: Document) -> pdfdoc.PDFStream:
    """Not compressed, so that any tool can find it."""
    packet = xmp(document.title, document.language_tag, document.author, document.subject)
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), packet)
