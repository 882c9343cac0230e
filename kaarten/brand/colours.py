"""Colour arithmetic: how light, how far apart, which ink on which fill.

In: Colours. Out: figures and Colours that can be read on paper, by looks.md section 3. Luminance and contrast are those
of WCAG 2.2, lightness is CIE L*. Leaves alone: which colour a brand or a domain has.
"""

from __future__ import annotations

from kaarten.brand.inks import BLACK, INK, WHITE
from kaarten.graphics import Colour

READABLE = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""
NEARLY_READABLE = 3.0
"""A colour under this would have to be darkened until it is another colour."""
DARKENED = 4.6
"""What a colour is darkened to: a little over 4.5, because presses and printers vary."""


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: Colour) -> float:
    """CIE L*, 0 (black) to 100 (white)."""
    light = luminance(colour)
    return 116 * light ** (1 / 3) - 16 if light > 216 / 24389 else light * 24389 / 27


def mix(colour: Colour, share: float, ground: Colour = WHITE) -> Colour:
    """`share` (0 to 1) of a colour, the rest ground."""
    return Colour(*(round(part * share + rest * (1 - share)) for part, rest in zip(colour, ground, strict=True)))


def tint(colour: Colour, to_lightness: float, most: float = 0.5) -> Colour:
    """The colour mixed with white until it is as light as L* `to_lightness`, with at most `most` of the colour."""
    low, high = 0.0, most
    if lightness(mix(colour, most)) >= to_lightness:
        return mix(colour, most)
    for _ in range(16):
        middle = (low + high) / 2
        low, high = (middle, high) if lightness(mix(colour, middle)) > to_lightness else (low, middle)
    return mix(colour, high)


def block_tint(colour: Colour) -> Colour:
    """A brand as the ground of a block of text: L* 94.5."""
    return tint(colour, 94.5)


def tile_tint(colour: Colour) -> Colour:
    """A brand as the ground of a number tile: L* 89, so that it differs from a block of text for a pale brand too."""
    return tint(colour, 89, most=1.0)


def general_tint(colour: Colour) -> Colour:
    """A domain as the ground of general knowledge (A) and of a card's name band: L* 94."""
    return tint(colour, 94)


def specific_tint(colour: Colour) -> Colour:
    """A domain as the ground of specific knowledge (S): L* 86, so that it differs from A in grey too."""
    return tint(colour, 86, most=0.62)


def ink_on(fill: Colour) -> Colour:
    """The ink for text and icons on a fill: never under 4.5:1.

    White when it is readable; else ink. On a narrow band of fills (L* 49.9 to 55.6) neither reaches 4.5 (the better of
    the two can be as low as 4.07): there pure black does, which in print is the same K100.
    """
    if contrast(WHITE, fill) >= READABLE:
        return WHITE
    return INK if contrast(INK, fill) >= READABLE else BLACK


def accent(primary: Colour) -> Colour:
    """A brand's colour as text or rule on white: itself, a darker shade of it, or ink when it is too pale for that."""
    found = contrast(primary, WHITE)
    if found >= READABLE:
        return primary
    return darkened(primary) if found >= NEARLY_READABLE else INK


def darkened(colour: Colour, to_contrast: float = DARKENED) -> Colour:
    """The lightest shade of a colour (in steps of 1 %) that has this contrast on white."""
    shades = (mix(colour, share / 100, BLACK) for share in range(100, -1, -1))
    return next(shade for shade in shades if contrast(shade, WHITE) >= to_contrast)


def css_colour(text: str) -> Colour:
    """An opaque colour as CSS writes it: `#8A1F4D`, `#abc`, `teal`, `rgb(138, 31, 77)`, `hsl(…)`. Else ValueError."""
    try:
        return Colour.parse(text)
    except ValueError:
        from PIL import ImageColor

        red, green, blue, *alpha = ImageColor.getrgb(text.strip())
        if alpha and alpha[0] != 255:
            raise
        return Colour(red, green, blue)
