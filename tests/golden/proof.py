"""The proof of a face: what it says and where, as lines of text that a person can compare.

In: a Face. Out: for each text its place in mm (start of the baseline, to 0.1), its size in points, B or R for bold or
regular, and the words, indented under the tags a screen reader meets, in its order; at the end the texts that nobody
reads. Leaves alone: shapes, which the pictures show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaarten.compose.face import Element, Face, Stretch
from kaarten.graphics import BentGlyphs, Clipped, Glyphs, Paint, Turned


def proof(face: Face) -> list[str]:
    """The lines of a face."""
    lines = [f"== {face.title}  {face.size.width:g} x {face.size.height:g} mm"]
    for element in face.tree:
        lines += _element(element, 0)
    unread = [paint for stretch in face.stretches if stretch.element is None for paint in stretch.paint]
    decoration = list(_texts(unread, "  "))
    return [*lines, *(["Artifact", *decoration] if decoration else [])]


def _element(element: Element, depth: int) -> Iterator[str]:
    indent = "  " * depth
    yield indent + element.tag + (f" [{element.alt}]" if element.alt else "")
    for kid in element.kids:
        if isinstance(kid, Stretch):
            yield from _texts(kid.paint, indent + "  ")
        else:
            yield from _element(kid, depth + 1)


def _texts(paint: Sequence[Paint], indent: str) -> Iterator[str]:
    for piece in paint:
        match piece:
            case Glyphs():
                for line in piece.lines:
                    weight = _weight(line.words[0].font.name)
                    yield indent + _line(line.x, line.y, piece.size, weight, line.text)
            case BentGlyphs():
                first = piece.letters[0]
                weight = _weight(first.word.font.name)
                yield indent + _line(first.x, first.y, piece.size, weight, f"{piece.text} (bent, {first.turn:.0f}°)")
            case Clipped():
                yield from _texts(piece.paint, indent)
            case Turned(x, y, inner):
                yield f"{indent}upside down round {x:g}, {y:g}:"
                yield from _texts(inner, indent + "  ")
            case _:
                pass


def _line(x: float, y: float, size: float, weight: str, words: str) -> str:
    return f"{_tenths(x):>6} {_tenths(y):>6} {size:>5.1f} {weight}  {words}"


def _tenths(value: float) -> str:
    return f"{round(value, 1) + 0.0:.1f}"


def _weight(font: str) -> str:
    return "B" if "Bold" in font else "R"
