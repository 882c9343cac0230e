"""PDF's own words: numbers, colours, strokes, paths and strings as the text of a content stream.

In: values in mm from the top left. Out: operators in points from the bottom left; the turn from the one to the other
stands here, in Frame, and nowhere else. Leaves alone: when an operator is needed (`painting`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kaarten.geometry import POINTS_PER_MM, Rect
from kaarten.graphics import Colour, Line, Path, Step, Stroke

_THOUSANDTHS_PER_MM = 1000 * POINTS_PER_MM
_STEP = {"M": "m", "L": "l"}


@lru_cache(maxsize=65536)
def decimal(thousandths: int) -> str:
    """Thousandths as a number: the shortest way to write it, without exponent and without -0."""
    return f"{thousandths / 1000:.3f}".rstrip("0").rstrip(".")


def number(value: float) -> str:
    """`value` to three decimals: 0.001 pt is a third of a micrometre."""
    return decimal(round(value * 1000))


def length(mm: float) -> str:
    """A length without a place, such as a dash, in points."""
    return decimal(round(mm * _THOUSANDTHS_PER_MM))


@dataclass(frozen=True, slots=True)
class Frame:
    """A face or a side of `height` mm: the way from mm, counted from the top, to points, counted from the bottom."""

    height: float

    def at(self, x: float, y: float) -> str:
        return f"{decimal(round(x * _THOUSANDTHS_PER_MM))} {decimal(round((self.height - y) * _THOUSANDTHS_PER_MM))}"

    def moves(self, lines: Iterable[Line]) -> list[str]:
        """For each line the way to its start from the start of the one before; whole thousandths, so none gets lost."""
        moves: list[str] = []
        height, left, base = self.height, 0, 0
        for x, y, _, _ in lines:
            across, up = round(x * _THOUSANDTHS_PER_MM), round((height - y) * _THOUSANDTHS_PER_MM)
            moves.append(f"{decimal(across - left)} {decimal(up - base)} Td")
            left, base = across, up
        return moves

    def corners(self, box: Rect) -> str:
        """The lower left and the upper right corner, as in a PDF rectangle."""
        return f"{self.at(box.x, box.bottom)} {self.at(box.right, box.y)}"

    def rectangle(self, box: Rect) -> str:
        return f"{self.at(box.x, box.bottom)} {length(box.width)} {length(box.height)} re"

    def turn(self, x: float, y: float) -> str:
        """The matrix of half a turn round a point."""
        return f"-1 0 0 -1 {self.at(2 * x, 2 * y - self.height)}"

    def path(self, path: Path) -> str:
        """The steps of a path, not yet painted."""
        return _steps(path.steps, self.height)


@lru_cache(maxsize=4096)
def _steps(steps: tuple[Step, ...], height: float) -> str:
    """Remembered, because faces of one layout have the same boxes, rules and icons.

    The busiest loop of the press: `Frame.at` stands here written out, which makes it twice as fast.
    """
    k = _THOUSANDTHS_PER_MM
    parts: list[str] = []
    for step in steps:
        if len(step) == 7:
            _, x1, y1, x2, y2, x, y = step
            parts.append(
                f"{decimal(round(x1 * k))} {decimal(round((height - y1) * k))} "
                f"{decimal(round(x2 * k))} {decimal(round((height - y2) * k))} "
                f"{decimal(round(x * k))} {decimal(round((height - y) * k))} c"
            )
        elif len(step) == 3:
            name, x, y = step
            parts.append(f"{decimal(round(x * k))} {decimal(round((height - y) * k))} {_STEP[name]}")
        else:
            parts.append("h")
    return " ".join(parts)


@lru_cache(maxsize=1024)
def fill_colour(colour: Colour) -> str:
    """A grey is written as a grey, because a printer lays that with black ink alone."""
    channels = [number(channel / 255) for channel in colour]
    return f"{' '.join(channels)} rg" if len(set(colour)) > 1 else f"{channels[0]} g"


@lru_cache(maxsize=1024)
def stroke_colour(colour: Colour) -> str:
    """The same for lines: PDF has the same operators in capitals."""
    return fill_colour(colour).upper()


def dash(stroke: Stroke) -> str:
    return f"[{' '.join(map(length, stroke.dash))}]0 d"


def ends(stroke: Stroke) -> str:
    """Caps and joins."""
    return "1 J 1 j" if stroke.round else "0 J 0 j"


def text_string(text: str) -> str:
    """A text for people: plain when it is ASCII, else UTF-16 in hexadecimal (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({escaped(text)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def escaped(text: str) -> str:
    """The inside of a literal string. A bare return would be read as a newline (ISO 32000-1, 7.3.4.2)."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\r", "\\r")
