"""Single values of an SVG: lengths, transforms, colours.

In: texts of attributes, and the Tag they stand at. Out: numbers, a matrix, a Colour; or an SvgFault. Strict, because
svgelements reads past what it does not understand, and a logo would come out wrong in silence. Leaves alone: which
properties there are (`svg_style`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from svgelements import Matrix

from kaarten.brand.colours import css_colour
from kaarten.brand.inks import INK
from kaarten.brand.svg_tree import Tag
from kaarten.graphics import Colour

NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_LENGTH = re.compile(rf"({NUMBER})(px|pt|pc|mm|cm|in)?")
_UNITS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS pixels in a unit."""

_ARGUMENTS = {"matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,)}
_ONE_TRANSFORM = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)\s*")


def length_of(text: str) -> float | None:
    """Pixels in `12`, `3mm`, `1e2px`; None for a percentage, `em`, or nonsense."""
    found = _LENGTH.fullmatch(text.strip())
    return float(found[1]) * _UNITS[found[2] or "px"] if found else None


def length(tag: Tag, key: str, text: str | None = None) -> float:
    """A length of a tag, 0 when it is not there. Raises SvgFault (svg-unsupported) for one that is relative."""
    text = tag.attributes.get(key, "0") if text is None else text
    found = length_of(text)
    if found is None:
        raise tag.fault("svg-unsupported", what=f"{key}: {text}")
    return found


def transform(tag: Tag, text: str) -> Matrix:
    """The matrix of a `transform`. Raises SvgFault."""
    end = 0
    while text[end:].strip() and text.strip() != "none":
        found = _ONE_TRANSFORM.match(text, end)
        if not found or len(re.findall(NUMBER, found[2])) not in _ARGUMENTS.get(found[1], ()):
            raise tag.fault("svg-unsupported", what=f"transform: {text[end : end + 40].strip()}")
        end = found.end()
    return Matrix(text)


def paint(tag: Tag, properties: Mapping[str, str], key: str, default: str) -> Colour | None:
    """The colour of `fill` or `stroke`; None for none. `currentColor` is the file's own `color`, else ink."""
    text = properties.get(key, default)
    if text.lower() == "currentcolor":
        text = properties.get("color", INK.hex)
    if text in ("none", "transparent"):
        return None
    try:
        return css_colour(text)
    except ValueError as other:
        raise tag.fault("svg-unsupported", what=f"{key}: {text}") from other
