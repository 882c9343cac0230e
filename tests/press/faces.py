"""Small faces built by hand, and what a reader gets back from the PDF they end up in.

In: texts and numbers. Out: Faces, Documents, and the text, marks and tree of a pressed file. Leaves alone: composing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pikepdf
from PIL import Image
from pypdf import PdfReader

from kaarten.compose.face import Element, Face, Stretch
from kaarten.geometry import Rect, Size
from kaarten.graphics import BentGlyphs, Bitmap, Colour, Glyphs, Letter, Line, Paint, Path, Shape
from kaarten.impose.sheets import Placement, Side
from kaarten.press import Document
from kaarten.typeset.fonts import Font, Typeface, Word
from tests.samples import font

CARD = Size(90, 60)
A4 = Size(210, 297)
BLACK = Colour(0, 0, 0)
PLUM = Colour(138, 31, 77)


@cache
def _font(weight: str) -> Font:
    return font(weight)


def shared(weight: str = "Regular") -> Font:
    """The same Font every time, as a brand has it."""
    return _font(weight)


def words(text: str, weight: str = "Regular") -> tuple[Word, ...]:
    return tuple(Typeface(shared(weight)).words(text))


def lines(*texts: str, x: float = 8, y: float = 20, weight: str = "Regular") -> tuple[Line, ...]:
    return tuple(Line(x, y + 6 * row, 70, words(text, weight)) for row, text in enumerate(texts))


def glyphs(*texts: str, size: float = 11, weight: str = "Regular", y: float = 20) -> Glyphs:
    return Glyphs(size, BLACK, lines(*texts, weight=weight, y=y))


def bent(text: str) -> BentGlyphs:
    letters = tuple(
        Letter(20 + 3 * place, 30, 10 * place, words(char)[0], place == len(text) - 1)
        for place, char in enumerate(text)
    )
    return BentGlyphs(9, PLUM, letters, text)


def element(tag: str, *kids: Element | Paint, **told: object) -> Element:
    """An element; paint among its kids becomes its own stretch, in that order."""
    made = Element(tag, **told)  # pyright: ignore[reportArgumentType]
    made.kids += [kid if isinstance(kid, Element) else Stretch(made, [kid]) for kid in kids]
    return made


def rule(y: float = 15) -> Stretch:
    """Decoration."""
    return Stretch(None, [Shape(Path.rect(Rect(5, y, 80, 0.5)), PLUM)])


def face(title: str, *tree: Element, behind: tuple[Stretch, ...] = (), size: Size = CARD) -> Face:
    """A face painted in reading order, on top of some decoration."""
    return Face(title, size, (*behind, *(stretch for each in tree for stretch in _stretches(each))), tree)


def _stretches(each: Element) -> Iterator[Stretch]:
    for kid in each.kids:
        if isinstance(kid, Element):
            yield from _stretches(kid)
        else:
            yield kid


def card(title: str, *texts: str) -> Face:
    return face(
        title, element("H1", glyphs(title, weight="Bold", y=12)), element("P", glyphs(*texts)), behind=(rule(),)
    )


def side(*faces: Face, bookmark: str | None = None, level: int = 0) -> Side:
    """Faces under each other on an A4."""
    placed = tuple(Placement(each, 10, 10 + 65 * row) for row, each in enumerate(faces))
    return Side(A4, placed, bookmark, level)


def document(*sides: Side, **facts: object) -> Document:
    return Document("Kaarten – proef", "nl-NL", sides, **facts)  # pyright: ignore[reportArgumentType]


def bitmap(mode: str = "RGB", kind: str = "PNG") -> Bitmap:
    """Four pixels."""
    image, out = Image.new(mode, (2, 2), 120 if mode == "L" else (200, 80, 40, 90)[: len(mode)]), BytesIO()
    image.save(out, kind)
    return Bitmap(out.getvalue(), 2, 2, f"{kind}-{mode}".lower())


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def texts(pdf: bytes) -> list[str]:
    """What an ordinary reader finds on each page."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def tags(pdf: bytes) -> list[str]:
    """The structure tree as lines, `Sect > H1` and so on, with the marks behind it."""
    with opened(pdf) as file:
        return list(_tags(file.Root.StructTreeRoot.K, ""))


def _tags(element: pikepdf.Object, path: str) -> Iterator[str]:
    kids = [kid for kid in element.get("/K", []) if not _is_annotation(kid)]
    marks = "".join(f" {kid}" for kid in kids if not isinstance(kid, pikepdf.Dictionary))
    path += str(element.S).removeprefix("/")
    yield path + marks
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _tags(kid, path + " > ")


def _is_annotation(kid: pikepdf.Object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"


def operators(pdf: bytes, page: int = 0) -> list[str]:
    """The content of a page, an operator with its operands on each line."""
    with opened(pdf) as file:
        content = pikepdf.parse_content_stream(file.pages[page])
        return [" ".join([*map(str, each.operands), str(each.operator)]) for each in content]
