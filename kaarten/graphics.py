"""What can be painted: colours, strokes, paths, glyphs and pictures, as frozen values.

In: numbers in mm from the top left of a face (points for type and strokes). Out: values that compose makes, impose
moves and the press turns into PDF operators. Leaves alone: which of it is content and which decoration (that is the
Face's), and PDF itself.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kaarten.geometry import Rect

if TYPE_CHECKING:
    from kaarten.typeset.fonts import Word


class Colour(NamedTuple):
    """An sRGB colour, 0 to 255 a channel."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> Colour:
        """`#RRGGBB` or `#RGB`. Raises ValueError for anything else."""
        digits = text.strip().removeprefix("#")
        if len(digits) == 3:
            digits = "".join(digit * 2 for digit in digits)
        if len(digits) != 6 or not text.strip().startswith("#"):
            raise ValueError(text)
        return cls(*bytes.fromhex(digits))

    @property
    def hex(self) -> str:
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: width in points; dash as lengths on and off in mm; `round` caps and joins, else butt and miter."""

    colour: Colour
    width: float
    dash: tuple[float, ...] = ()
    round: bool = False


Step = tuple[str, float, float] | tuple[str, float, float, float, float, float, float] | tuple[str]
"""`("M", x, y)`, `("L", x, y)`, `("C", x1, y1, x2, y2, x, y)` or `("Z",)`."""

_QUARTER = 4 / 3 * (math.sqrt(2) - 1)


@dataclass(frozen=True, slots=True)
class Path:
    """Straight and curved steps in mm."""

    steps: tuple[Step, ...]
    even_odd: bool = False

    def __add__(self, other: Path) -> Path:
        return Path(self.steps + other.steps, self.even_odd)

    @classmethod
    def line(cls, x1: float, y1: float, x2: float, y2: float) -> Path:
        return cls((("M", x1, y1), ("L", x2, y2)))

    @classmethod
    def polygon(cls, *points: tuple[float, float]) -> Path:
        first, *rest = points
        return cls((("M", *first), *(("L", *point) for point in rest), ("Z",)))

    @classmethod
    def rect(cls, box: Rect) -> Path:
        return cls.polygon((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))

    @classmethod
    def rounded(cls, box: Rect, radius: float) -> Path:
        """A box with round corners; without a radius a plain one."""
        if radius <= 0:
            return cls.rect(box)
        r, k = radius, radius * (1 - _QUARTER)
        x, y, right, bottom = box.x, box.y, box.right, box.bottom
        return cls(
            (
                ("M", x + r, y),
                ("L", right - r, y),
                ("C", right - k, y, right, y + k, right, y + r),
                ("L", right, bottom - r),
                ("C", right, bottom - k, right - k, bottom, right - r, bottom),
                ("L", x + r, bottom),
                ("C", x + k, bottom, x, bottom - k, x, bottom - r),
                ("L", x, y + r),
                ("C", x, y + k, x + k, y, x + r, y),
                ("Z",),
            )
        )

    @classmethod
    def circle(cls, x: float, y: float, radius: float) -> Path:
        r, k = radius, radius * _QUARTER
        return cls(
            (
                ("M", x + r, y),
                ("C", x + r, y + k, x + k, y + r, x, y + r),
                ("C", x - k, y + r, x - r, y + k, x - r, y),
                ("C", x - r, y - k, x - k, y - r, x, y - r),
                ("C", x + k, y - r, x + r, y - k, x + r, y),
                ("Z",),
            )
        )

    @classmethod
    def arc(cls, x: float, y: float, radius: float, start: float, end: float, *, move: bool = True) -> Path:
        """An arc round (x, y) from `start` to `end` degrees: 0 is up, clockwise, or back when end is less."""
        pieces = max(1, math.ceil(abs(end - start) / 45))
        step = math.radians((end - start) / pieces)
        k = 4 / 3 * math.tan(step / 4) * radius
        angle = math.radians(start)
        steps: list[Step] = [("M" if move else "L", x + radius * math.sin(angle), y - radius * math.cos(angle))]
        for _ in range(pieces):
            sin, cos = math.sin(angle), math.cos(angle)
            angle += step
            sin2, cos2 = math.sin(angle), math.cos(angle)
            steps.append(
                (
                    "C",
                    x + radius * sin + k * cos,
                    y - radius * cos + k * sin,
                    x + radius * sin2 - k * cos2,
                    y - radius * cos2 - k * sin2,
                    x + radius * sin2,
                    y - radius * cos2,
                )
            )
        return cls(tuple(steps))

    def closed(self) -> Path:
        return Path((*self.steps, ("Z",)), self.even_odd)

    def mapped(self, scale: float, dx: float, dy: float) -> Path:
        """The path scaled from the origin, then moved."""
        return Path(_mapped_steps(self.steps, scale, dx, dy), self.even_odd)

    def bounds(self) -> Rect:
        """A box round all points, those that bend the curves included, so never too small."""
        points = [point for step in self.steps for point in _points(step)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@lru_cache(maxsize=4096)
def _mapped_steps(steps: tuple[Step, ...], scale: float, dx: float, dy: float) -> tuple[Step, ...]:
    """Remembered, because a logo stands at the same place of many pages."""
    return tuple([_mapped(step, scale, dx, dy) for step in steps])


def _mapped(step: Step, scale: float, dx: float, dy: float) -> Step:
    if len(step) == 3:
        name, x, y = step
        return name, x * scale + dx, y * scale + dy
    if len(step) == 7:
        name, x1, y1, x2, y2, x, y = step
        return (
            name,
            x1 * scale + dx,
            y1 * scale + dy,
            x2 * scale + dx,
            y2 * scale + dy,
            x * scale + dx,
            y * scale + dy,
        )
    return step


def _points(step: Step) -> tuple[tuple[float, float], ...]:
    if len(step) == 3:
        return (step[1:],)
    return (step[1:3], step[3:5], step[5:7]) if len(step) == 7 else ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A path that is filled, stroked, or both."""

    path: Path
    fill: Colour | None = None
    stroke: Stroke | None = None


class Line(NamedTuple):
    """One line of words: start of the baseline and width in mm. Every word brings its font and its glyphs."""

    x: float
    y: float
    width: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Lines of one size (pt) and colour. `floor` is the smallest size this text may have (pt)."""

    size: float
    colour: Colour
    lines: tuple[Line, ...]
    floor: float = 0.0


class Letter(NamedTuple):
    """One letter on a bent baseline: where it starts in mm, its turn in degrees clockwise, whether it ends a word."""

    x: float
    y: float
    turn: float
    word: Word
    ends: bool


@dataclass(frozen=True, slots=True)
class BentGlyphs:
    """Text along an arc. `text` is what a reader hears: without it each letter would be read alone."""

    size: float
    colour: Colour
    letters: tuple[Letter, ...]
    text: str
    floor: float = 0.0


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A checked picture: encoded bytes (PNG or JPEG), size in pixels, and a digest that names it."""

    data: bytes
    width: int
    height: int
    digest: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A bitmap stretched over a box."""

    bitmap: Bitmap
    box: Rect


@dataclass(frozen=True, slots=True)
class Clipped:
    """Paint that shows only inside a path."""

    inside: Path
    paint: tuple[Paint, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """Paint turned upside down: half a turn round the point (x, y)."""

    x: float
    y: float
    paint: tuple[Paint, ...]


Paint = Shape | Glyphs | BentGlyphs | Picture | Clipped | Turned


def placed(paint: Paint, scale: float, x: float, y: float) -> Paint:
    """Artwork scaled from its origin, which comes to stand at (x, y). Raises TypeError for type."""
    match paint:
        case Shape(path, fill, stroke):
            if stroke is not None:
                dash = tuple(length * scale for length in stroke.dash)
                stroke = Stroke(stroke.colour, stroke.width * scale, dash, stroke.round)
            return Shape(path.mapped(scale, x, y), fill, stroke)
        case Clipped(inside, inner):
            return Clipped(inside.mapped(scale, x, y), tuple(placed(piece, scale, x, y) for piece in inner))
        case Picture(bitmap, box):
            return Picture(bitmap, Rect(box.x * scale + x, box.y * scale + y, box.width * scale, box.height * scale))
        case Glyphs() | BentGlyphs() | Turned():
            raise TypeError("type is set where it stands, never scaled")
