"""Paint to operators: what a face looks like, as the text of a content stream.

In: a Face, and the fonts and pictures of the document. Out: an Impression: one text for every stretch, measured from
the lower left of the face, so that it can be put down anywhere. Leaves alone: sheets, and what a reader meets.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from kaarten.compose.face import Face
from kaarten.graphics import BentGlyphs, Clipped, Glyphs, Letter, Paint, Picture, Shape, Turned
from kaarten.press.operators import Frame, dash, ends, fill_colour, length, number, stroke_colour
from kaarten.press.pictures import Pictures
from kaarten.press.type_case import Cases, spoken
from kaarten.typeset.fonts import Word

_FONT = attrgetter("font")
_INITIAL = {"dash": "[]0 d", "ends": "0 J 0 j"}
"""What a PDF page starts with (ISO 32000-1, table 52), as far as we rely on it."""
_PAINTED = {(True, False): "f", (False, True): "S", (True, True): "B", (False, False): "n"}
"""How a path is painted: by whether it is filled, and whether it is stroked."""


class Impression(NamedTuple):
    """What a face leaves on paper: the operators of each of its stretches, and the names of the pictures in them."""

    texts: tuple[str, ...]
    pictures: tuple[str, ...]


def impress(face: Face, cases: Cases, pictures: Pictures) -> Impression:
    """`face` painted once; where it stands more than once its Impression is put down again."""
    painter = _Painter(Frame(face.size.height), cases, pictures)
    texts = tuple(painter.text(stretch.paint) for stretch in face.stretches)
    return Impression(texts, tuple(painter.used))


class _Painter:
    """Remembers the graphics state that a face has reached, so that only what changes is written."""

    def __init__(self, frame: Frame, cases: Cases, pictures: Pictures) -> None:
        self._frame = frame
        self._cases = cases
        self._pictures = pictures
        self._state = dict(_INITIAL)
        self._out: list[str] = []
        self.used: list[str] = []

    def text(self, paint: list[Paint]) -> str:
        self._out = []
        for each in paint:
            self._paint(each)
        return "\n".join(self._out)

    def _paint(self, paint: Paint) -> None:
        match paint:
            case Glyphs():
                self._glyphs(paint)
            case Shape():
                self._shape(paint)
            case BentGlyphs():
                self._bent_glyphs(paint)
            case Picture():
                self._picture(paint)
            case Clipped():
                self._clipped(paint)
            case Turned():
                self._apart(f"{self._frame.turn(paint.x, paint.y)} cm", paint.paint)

    def _set(self, parameter: str, operator: str) -> None:
        if self._state.get(parameter) != operator:
            self._state[parameter] = operator
            self._out.append(operator)

    def _glyphs(self, glyphs: Glyphs) -> None:
        """Each line by Td from the start of the one before; its words by one TJ, as nearly all are of one font."""
        self._set("fill", fill_colour(glyphs.colour))
        self._out.append("BT")
        size, lines = number(glyphs.size), [line for line in glyphs.lines if line.words]
        for move, line in zip(self._frame.moves(lines), lines, strict=True):
            case = self._cases[line.words[0].font]
            try:
                shown = "".join(map(case.__getitem__, line.words))
            except KeyError:
                self._mixed(move, line.words, size)
                continue
            self._set("font", f"/{case.name} {size} Tf")
            self._out.append(f"{move}[({shown})]TJ")
        self._out.append("ET")

    def _mixed(self, move: str, words: Sequence[Word], size: str) -> None:
        """A line of more than one font."""
        self._out.append(move)
        for font, same in groupby(words, _FONT):
            case = self._cases[font]
            self._set("font", f"/{case.name} {size} Tf")
            self._out.append(f"[({''.join(map(case.__getitem__, same))})]TJ")

    def _bent_glyphs(self, glyphs: BentGlyphs) -> None:
        self._set("fill", fill_colour(glyphs.colour))
        self._out += [spoken(glyphs.text), "BT"]
        for letter in glyphs.letters:
            self._letter(letter, number(glyphs.size))
        self._out += ["ET", "EMC"]

    def _letter(self, letter: Letter, size: str) -> None:
        case = self._cases[letter.word.font]
        self._set("font", f"/{case.name} {size} Tf")
        cos, sin = math.cos(math.radians(letter.turn)), math.sin(math.radians(letter.turn))
        turned = f"{number(cos)} {number(-sin)} {number(sin)} {number(cos)}"
        shown = case.letter(letter.word, ends=letter.ends)
        self._out.append(f"{turned} {self._frame.at(letter.x, letter.y)} Tm({shown})Tj")

    def _shape(self, shape: Shape) -> None:
        if shape.fill is not None:
            self._set("fill", fill_colour(shape.fill))
        if shape.stroke is not None:
            self._set("stroke", stroke_colour(shape.stroke.colour))
            self._set("width", f"{number(shape.stroke.width)} w")
            self._set("dash", dash(shape.stroke))
            self._set("ends", ends(shape.stroke))
        painted = _PAINTED[shape.fill is not None, shape.stroke is not None]
        odd = "*" if shape.path.even_odd and shape.fill is not None else ""
        self._out.append(f"{self._frame.path(shape.path)} {painted}{odd}")

    def _picture(self, picture: Picture) -> None:
        name, box = self._pictures[picture.bitmap], picture.box
        self.used.append(name)
        corner = self._frame.at(box.x, box.bottom)
        self._out.append(f"q {length(box.width)} 0 0 {length(box.height)} {corner} cm /{name} Do Q")

    def _clipped(self, clipped: Clipped) -> None:
        odd = "*" if clipped.inside.even_odd else ""
        self._apart(f"{self._frame.path(clipped.inside)} W{odd} n", clipped.paint)

    def _apart(self, before: str, inner: Sequence[Paint]) -> None:
        """Paint for which the graphics state is changed by `before`, and put back afterwards."""
        outside = dict(self._state)
        self._out.append(f"q {before}")
        for each in inner:
            self._paint(each)
        self._out.append("Q")
        self._state = outside
