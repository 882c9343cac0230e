"""Pictures for a presentation: logos, and drawings that no shape of Office can be.

In: the brand's logos and where they stand; a Drawing. Out: PNG or JPEG. A logo that is a picture stays as it is; one
of paths, and the wheel with its bent words, are pressed and drawn like a page, with nothing behind them. Leaves alone:
the file they stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kaarten.brand.kit import BrandKit, Logo
from kaarten.compose.parts.logos import placed_logos
from kaarten.compose.slide import Drawing, SlideFrame
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Report
from kaarten.geometry import Rect, Size
from kaarten.graphics import Picture
from kaarten.impose.sheets import Placement, Side
from kaarten.press import Document, press
from kaarten.preview import drawn

DPI = 240
"""Four times the dots of a screen of 1280, more than those of 4K."""
_JPEG = b"\xff\xd8"


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture on a layout: the name of its file, its bytes, its words, and where it stands (mm)."""

    name: str
    data: bytes
    alt: str
    box: Rect


def logo_pictures(brand: BrandKit, frames: Sequence[SlideFrame]) -> dict[str, list[PlacedPicture]]:
    """By the id of each frame the logos on it; each logo is one file, sharp at its largest."""
    rows = {frame.id: placed_logos(brand.logos, frame.logos) for frame in frames}
    data: list[tuple[str, bytes]] = []
    for number, logo in enumerate(brand.logos, start=1):
        largest = max((row[number - 1][1] for row in rows.values()), key=lambda box: box.height)
        found = _logo(logo, largest, brand)
        data.append((f"logo{number}.{'jpeg' if found.startswith(_JPEG) else 'png'}", found))
    return {
        id: [PlacedPicture(*file, f"Logo: {logo.name}", box) for file, (logo, box) in zip(data, row, strict=True)]
        for id, row in rows.items()
    }


def drawing_picture(drawing: Drawing, brand: BrandKit) -> bytes:
    """A drawing as large as its place."""
    box = drawing.place.box
    size = Size(box.width, box.height)
    return _drawn(size, brand, lambda surface: drawing.draw(surface, Rect(0, 0, box.width, box.height)))


def _logo(logo: Logo, box: Rect, brand: BrandKit) -> bytes:
    if len(logo.paint) == 1 and isinstance(logo.paint[0], Picture):
        return logo.paint[0].bitmap.data

    def draw(surface: Surface) -> None:
        with surface.artifact():
            surface.artwork(logo.paint, box.height / logo.height, 0, 0)

    return _drawn(Size(box.width, box.height), brand, draw)


def _drawn(size: Size, brand: BrandKit, draw: Callable[[Surface], None]) -> bytes:
    surface = Surface("", size, brand, Report(), "")
    draw(surface)
    return drawn(press(Document("", "nl", [Side(size, (Placement(surface.face(), 0, 0),))])), DPI)
