"""The surface: where a layout paints one face, in mm from the top left.

In: calls of a layout: tags, texts, shapes. Out: a Face. Every text is fitted to its box here (the fit contract of
design.md section 6): it goes down in steps to its floor, and below it is a Diagnostic at the line of YAML it came from.
Painting outside a tag, a figure or an artifact raises, so nothing can be left unread by accident. Leaves alone: sheets,
PDF, and what any text says.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from contextlib import contextmanager, nullcontext
from typing import Literal, NamedTuple

from kaarten.brand.inks import LINE
from kaarten.brand.kit import BrandKit
from kaarten.compose.addresses import UNDERLINE, Part, parts_of, told_of
from kaarten.compose.face import Element, Face, Link, Stretch
from kaarten.compose.styles import Style
from kaarten.compose.to_write import Rule, room_to_write
from kaarten.diagnostics import Report
from kaarten.geometry import MM_PER_POINT, Rect, Size
from kaarten.graphics import Clipped, Colour, Glyphs, Line, Paint, Path, Shape, Stroke, Turned, placed
from kaarten.text import TO_WRITE_ON, excerpt, mark_of
from kaarten.typeset.breaking import Fitted, Shaping, fit
from kaarten.typeset.fonts import Typeface

Anchor = Literal["start", "middle", "end"]


class Block(NamedTuple):
    """A text as it was set: baseline of a next line, where its last line starts and ends (mm), how many lines."""

    below: float
    start: float
    end: float
    lines: int


_WHOLE = ("Link", "Figure")
"""Elements that are one thing to a reader: nothing inside them leads somewhere else."""
_SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Surface:
    """One face in the making. `where` names it in faults (`kaart, nl`); lines break as in `language` (`nl-NL`)."""

    def __init__(self, title: str, size: Size, brand: BrandKit, report: Report, where: str, language: str = "") -> None:
        self.title = title
        self.size = size
        self.brand = brand
        self.report = report
        self.where = where
        self.language = language
        self._stretches: list[Stretch] = []
        self._tree: list[Element] = []
        self._open: list[Element] = []
        self._artifact = 0
        self._seen_twice: list[Paint] | None = None

    def scratch(self) -> Surface:
        """A surface like this one to try things on: nobody sees it and nothing is reported."""
        return Surface(self.title, self.size, self.brand, Report(), self.where, self.language)

    # ---- structure

    @contextmanager
    def tag(
        self,
        name: str,
        *,
        alt: str | None = None,
        language: str | None = None,
        owner: str | None = None,
        attributes: dict[str, str] | None = None,
    ) -> Generator[Element]:
        """Everything painted inside is the content of a structure element `name` (`H1`, `P`, `L`, `LI`, `Table` …)."""
        if self._artifact:
            raise RuntimeError(f"a tag {name} inside an artifact")
        element = Element(name, alt=alt, language=language, owner=owner, attributes=attributes or {})
        (self._open[-1].kids if self._open else self._tree).append(element)
        self._open.append(element)
        try:
            yield element
        finally:
            self._open.pop()

    @contextmanager
    def artifact(self) -> Generator[None]:
        """Everything painted inside is decoration: seen, never read."""
        self._artifact += 1
        try:
            yield
        finally:
            self._artifact -= 1

    @contextmanager
    def also_turned(self, x: float, y: float) -> Generator[None]:
        """Everything painted inside stands on the face twice: as it is, and upside down, half a turn round (x, y).

        For what is folded there and read from both sides, such as a name card. The second is for the eye only.
        """
        if self._seen_twice is not None:
            raise RuntimeError("also_turned inside also_turned")
        self._seen_twice = seen = list[Paint]()
        try:
            yield
        finally:
            self._seen_twice = None
        with self.artifact():
            self.paint(Turned(x, y, tuple(seen)))

    @contextmanager
    def figure(self, alt: str, box: Rect) -> Generator[Element]:
        """A picture with words for who cannot see it; `box` (mm) is where it stands."""
        if not alt:
            raise ValueError("a figure needs words; without them it is an artifact")
        with self.tag("Figure", alt=alt) as element:
            element.box = box
            yield element

    @contextmanager
    def link(self, to: str, told: str, *boxes: Rect) -> Generator[Element]:
        """What is painted inside leads somewhere when it is clicked in one of the boxes (mm): see `Link`."""
        with self.tag("Link") as element:
            element.link = Link(to, told, boxes)
            yield element

    def paint(self, paint: Paint) -> None:
        """Add one piece of paint to whatever is open. Raises RuntimeError when nothing is."""
        owner = None if self._artifact else (self._open[-1] if self._open else None)
        if owner is None and not self._artifact:
            raise RuntimeError("painting outside a tag, a figure or an artifact")
        last = self._stretches[-1] if self._stretches else None
        if last is None or last.element is not owner:
            last = Stretch(owner)
            self._stretches.append(last)
            if owner is not None:
                owner.kids.append(last)
        last.paint.append(paint)
        if self._seen_twice is not None:
            self._seen_twice.append(paint)

    def face(self) -> Face:
        """The finished face."""
        return Face(self.title, self.size, tuple(self._stretches), tuple(self._tree))

    # ---- shapes

    def rect(self, box: Rect, fill: Colour | None = None, stroke: Stroke | None = None) -> None:
        self.paint(Shape(Path.rect(box), fill, stroke))

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: Stroke) -> None:
        self.paint(Shape(Path.line(x1, y1, x2, y2), stroke=stroke))

    def circle(
        self, x: float, y: float, radius: float, fill: Colour | None = None, stroke: Stroke | None = None
    ) -> None:
        self.paint(Shape(Path.circle(x, y, radius), fill, stroke))

    def path(self, path: Path, fill: Colour | None = None, stroke: Stroke | None = None) -> None:
        self.paint(Shape(path, fill, stroke))

    def clipped(self, inside: Path, *paint: Paint) -> None:
        self.paint(Clipped(inside, paint))

    def artwork(self, paint: Sequence[Paint], scale: float, x: float, y: float) -> None:
        """Ready paint, scaled and put with its origin at (x, y): a logo."""
        for piece in paint:
            self.paint(placed(piece, scale, x, y))

    # ---- text

    def typeface(self, style: Style) -> Typeface:
        family = self.brand.heading if style.heading and style.size >= 14 else self.brand.body
        return family.bold if style.bold else family.regular

    def width(self, text: str, style: Style) -> float:
        """Width of `text` on one line, in mm."""
        return self.typeface(style).width(text, style.size) * MM_PER_POINT

    def cap_height(self, style: Style) -> float:
        """Height of a capital, in mm: what is centred, and what a numeral hangs from."""
        return self.typeface(style).first.cap_height * style.size / 1000 * MM_PER_POINT

    def one_size(self, texts: Sequence[str], style: Style, width: float, lines: int = 1) -> Style:
        """The style at the one size at which every text of a set fits `width` mm: the longest decides."""
        sizes = [self._fit(text, style, width, lines, "shaped").size for text in texts]
        return style.sized(min(sizes, default=style.size))

    def _fit(self, text: str, style: Style, width: float, lines: int, shaping: Shaping) -> Fitted:
        return fit(text, self.typeface(style), style.size, style.floor, width, lines, shaping, self.language)

    def line_count(self, text: str, style: Style, width: float) -> int:
        """How many lines `text` takes at the style's own size in `width` mm; no way of breaking it takes more."""
        return len(self._fit(text, style.sized(style.size, style.size), width, 99, "plain").lines)

    def lines(self, text: str, style: Style, width: float, shaping: Shaping = "shaped") -> list[str]:
        """The lines that `text` takes at the style's own size in `width` mm."""
        lines = self._fit(text, style.sized(style.size, style.size), width, 999, shaping).lines
        return [" ".join(word.text for word in line) for line in lines]

    def text(
        self,
        x: float,
        y: float,
        text: str,
        style: Style,
        *,
        tag: str | None = "P",
        anchor: Anchor = "start",
        width: float | None = None,
    ) -> float:
        """One line with its baseline at y. With `width` it is fitted to that many mm. Returns the width it takes.

        `tag` None adds to the element that is open.
        """
        block = self._set(x, y, text, style, self._fit(text, style, width or math.inf, 1, "plain"), tag, anchor, most=1)
        return block.end - block.start

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        style: Style,
        *,
        lines: int,
        tag: str | None = "P",
        anchor: Anchor = "start",
        shaping: Shaping = "shaped",
    ) -> Block:
        """Up to `lines` lines of `width` mm, the first baseline at y."""
        fitted, x = self._fit(text, style, width, lines, shaping), x + width * _SHARE[anchor]
        return self._set(x, y, text, style, fitted, tag, anchor, most=lines)

    def _set(
        self, x: float, y: float, text: str, style: Style, fitted: Fitted, tag: str | None, anchor: Anchor, most: int
    ) -> Block:
        if not fitted.lines[0]:
            return Block(y, x, x, 0)
        self.check_glyphs(text, style)
        if not fitted.fits:
            self.too_long(text, style, fitted.too_many, most)
        scale, share = fitted.size / 1000 * MM_PER_POINT, _SHARE[anchor]
        leading = style.leading * fitted.size / style.size
        lines: list[Line] = []
        for words, width in zip(fitted.lines, fitted.widths, strict=True):
            lines.append(Line(x - width * scale * share, y, width * scale, tuple(words)))
            y += leading
        if TO_WRITE_ON in text:
            lines, rules = room_to_write(lines, scale, self.typeface(style))
            self._draw_rules(rules, Stroke(LINE, 0.5))
        with self.tag(tag) if tag else nullcontext():
            self._paint_lines(text, style, fitted.size, lines)
        last = lines[-1]
        return Block(y, last.x, last.x + last.width, len(lines))

    def _paint_lines(self, text: str, style: Style, size: float, lines: Sequence[Line]) -> None:
        """The lines of a text; its addresses are links, unless it stands in a link or a picture already."""
        typeface, scale = self.typeface(style), size / 1000 * MM_PER_POINT
        closed = self._artifact or TO_WRITE_ON in text or any(each.tag in _WHOLE for each in self._open)
        for part in [Part(lines)] if closed else parts_of(text, typeface, lines, scale):
            with self.link(part.to, told_of(part.to), *part.boxes) if part.to else nullcontext():
                self.paint(Glyphs(size, style.colour, tuple(part.lines), style.floor))
            self._draw_rules(part.underlines, Stroke(style.colour, UNDERLINE))

    def _draw_rules(self, rules: Sequence[Rule], stroke: Stroke) -> None:
        with self.artifact():
            for start, end, at in rules:
                self.line(start, at, end, at, stroke)

    def check_glyphs(self, text: str, style: Style) -> None:
        """Report the characters of a text, already made into words, that no font of its style has."""
        typeface = self.typeface(style)
        if typeface.complete:
            return
        missing = dict.fromkeys(char for word in typeface.words(text) for char in word.missing)
        if missing:
            shown = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing)
            self.report.error("glyph-missing", mark_of(text), characters=shown)

    def too_long(self, text: str, style: Style, words: int, lines: int) -> None:
        """Report that a text does not fit: `words` too many for `lines` lines at the smallest size it may have."""
        floor, brand, where = f"{style.floor:g}", self.brand.name, self.where
        at, shown = mark_of(text), excerpt(text)
        self.report.error(
            "text-too-long", at, text=shown, words=words, lines=lines, floor=floor, brand=brand, where=where
        )

    def too_full(self, last: str, short: float) -> None:
        """Report that what stands on the page, down to the text `last`, wants `short` mm more than there is."""
        self.report.error(
            "page-too-full", mark_of(last), text=excerpt(last), short=f"{max(1, short):.0f}", where=self.where
        )
