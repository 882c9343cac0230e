"""Pictures of faces, and how much two pictures differ.

In: Faces; PNG files. Out: greyscale or colour pictures at 50 dpi with a palette, small enough to keep, and a share of
pixels that differ visibly. Leaves alone: which faces are worth a picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2
from PIL import Image, ImageChops

from kaarten.compose.face import Face
from kaarten.impose.sheets import Placement, Side
from kaarten.press import Document, press

DPI = 50
COLOURS = 64
VISIBLE = 48
"""Of 255: what a palette and another version of the renderer's edges stay under."""
SAME = 0.004
"""The share of pixels that may differ visibly: a word moved by a millimetre is more, other edges are less."""


def pictures(faces: Sequence[Face]) -> list[Image.Image]:
    """Each face as it prints."""
    sides = [Side(face.size, (Placement(face, 0, 0),)) for face in faces]
    document = pypdfium2.PdfDocument(press(Document("Proef", "nl-NL", sides)))
    try:
        return [_reduced(page.render(scale=DPI / 72).to_pil()) for page in document]
    finally:
        document.close()


def _reduced(picture: Any) -> Image.Image:
    return picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)


def difference(one: Image.Image, other: Image.Image) -> Image.Image | None:
    """White where they differ visibly, black elsewhere; None when they have another size."""
    if one.size != other.size:
        return None
    return ImageChops.difference(one.convert("L"), other.convert("L")).point([255 * (v > VISIBLE) for v in range(256)])


def share(difference: Image.Image | None) -> float:
    """The share of pixels that differ: 1 for pictures of another size."""
    if difference is None:
        return 1.0
    return difference.histogram()[255] / (difference.width * difference.height)
