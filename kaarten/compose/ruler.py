"""The ruler: how wide, how high and in how many lines a text will be.

In: a text, its style, the brand with its typefaces, the language by which lines are broken. Out: mm, lines, a size that
fits. A Surface is one, and whoever shares out pages before a surface is there asks it the same. Leaves alone: painting,
and what to do with a text that does not fit.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaarten.brand.kit import BrandKit
from kaarten.compose.styles import Style
from kaarten.geometry import MM_PER_POINT
from kaarten.typeset.breaking import Fitted, Shaping, fit
from kaarten.typeset.fonts import Typeface
from kaarten.typeset.sense import cost_of, small_words


class Ruler:
    """Measures in a brand. `language` is the tag of its texts (`nl-NL`)."""

    def __init__(self, brand: BrandKit, language: str = "") -> None:
        self.brand = brand
        self.language = language

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
        sizes = [self.fit(text, style, width, lines).size for text in texts]
        return style.sized(min(sizes, default=style.size))

    def fit(self, text: str, style: Style, width: float, lines: int, shaping: Shaping = "shaped") -> Fitted:
        """`text` in at most so many lines of `width` mm, as large as that allows."""
        return fit(text, self.typeface(style), style.size, style.floor, width, lines, shaping, self.language)

    def line_count(self, text: str, style: Style, width: float) -> int:
        """How many lines `text` takes at the style's own size in `width` mm; no way of breaking it takes more."""
        return len(self.fit(text, style.sized(style.size, style.size), width, 99, "plain").lines)

    def break_cost(self, text: str, style: Style, width: float) -> float:
        """What the breaks of `text` at the style's own size cost who reads it."""
        fitted = self.fit(text, style.sized(style.size, style.size), width, 999)
        return cost_of([[word.text for word in line] for line in fitted.lines], small_words(self.language))

    def lines(self, text: str, style: Style, width: float, shaping: Shaping = "shaped") -> list[str]:
        """The lines that `text` takes at the style's own size in `width` mm."""
        fitted = self.fit(text, style.sized(style.size, style.size), width, 999, shaping)
        return [" ".join(word.text for word in line) for line in fitted.lines]
