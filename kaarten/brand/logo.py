"""The logos of a brand: which pictures, with the space and size their owner asks for.

In: the logos of a BrandFile, and their files. Out: a row of Logos in colour, and the same row in one ink. Of the sizes
`medium` counts, else `large`, else `small`; of the variants `light`, because paper is light. Leaves alone: where logos
stand, and what is in a picture (`svg`, `raster`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kaarten.brand.artwork import Artwork, in_ink, trimmed
from kaarten.brand.kit import Logo
from kaarten.brand.model import BrandFile, Kaarten, LogoInRow, Sizes
from kaarten.brand.wordmark import LEAST, wordmark
from kaarten.diagnostics import Report
from kaarten.geometry import Rect
from kaarten.graphics import Picture
from kaarten.text import Text

MOST_BYTES = 10 * 2**20
_SHARP = 180
"""Pixels of height that print sharply enough (150 an inch) where a poster has its logo 30 mm high."""

ReadImage = Callable[[Text], bytes | None]
"""Gives the bytes of a file beside `_brand.yml`; None after a Diagnostic."""

Row = tuple[Logo, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A logo that was asked for: its file, its file in one ink, its words, its space and its least height."""

    path: Text
    mono: Text | None
    alt: Text | None
    clear: float
    least: float

    def logo(self, art: Artwork, name: str) -> Logo:
        return Logo(self.alt or name, art.width, art.height, art.paint, self.clear, self.least)


def logos(brand: BrandFile, name: str, read: ReadImage, report: Report) -> tuple[Row, Row]:
    """The logos in colour and in one ink. `name` is what they are called; without a picture it is the logo itself."""
    own = brand.defaults.kaarten
    row = [_in_row(logo, brand.logo, own) for logo in own.logos] or _single(brand.logo, own, report)
    pairs = [pair for wanted in row if (pair := _pair(wanted, name, read, report)) is not None]
    if not pairs:
        art = wordmark(name)
        least = max(LEAST, own.minimum_height)
        logo = Logo(name, art.width, art.height, art.paint, own.clear_space, least)
        return (logo,), (logo,)
    return tuple(colour for colour, _ in pairs), tuple(mono for _, mono in pairs)


def _in_row(logo: LogoInRow, sizes: Sizes, own: Kaarten) -> _Wanted:
    clear = own.clear_space if logo.clear_space is None else logo.clear_space
    least = own.minimum_height if logo.minimum_height is None else logo.minimum_height
    return _wanted(logo.image, logo.mono, logo.alt, sizes, clear, least)


def _single(sizes: Sizes, own: Kaarten, report: Report) -> list[_Wanted]:
    variants = [variant for variant in (sizes.medium, sizes.large, sizes.small) if variant is not None]
    light = next((variant.light for variant in variants if variant.light), None)
    if light:
        return [_wanted(light.path, own.logo_mono, light.alt, sizes, own.clear_space, own.minimum_height)]
    dark = next((variant.dark for variant in variants if variant.dark), None)
    if dark:
        report.warning("logo-only-dark", dark.path.mark, path=str(dark.path))
    return []


def _wanted(path: Text, mono: Text | None, alt: Text | None, sizes: Sizes, clear: float, least: float) -> _Wanted:
    """With names among the brand's images replaced by what they stand for."""
    image = sizes.images.get(path)
    if image:
        path, alt = image.path, alt or image.alt
    if mono in sizes.images:
        mono = sizes.images[mono].path
    return _Wanted(path, mono, alt, clear, least)


def _pair(wanted: _Wanted, name: str, read: ReadImage, report: Report) -> tuple[Logo, Logo] | None:
    art = _artwork(wanted.path, read, report)
    mono = _artwork(wanted.mono, read, report) if wanted.mono else None
    if art is None or (wanted.mono and mono is None):
        return None
    if mono is None:
        report.note("logo-mono-derived", wanted.path.mark, path=str(wanted.path))
        mono = in_ink(art)
    return wanted.logo(art, name), wanted.logo(mono, name)


def _artwork(path: Text, read: ReadImage, report: Report) -> Artwork | None:
    data = read(path)
    if data is None:
        return None
    looks_like_svg = data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    return _drawing(data, path, report) if looks_like_svg else _photograph(data, path, report)


def _drawing(data: bytes, path: Text, report: Report) -> Artwork | None:
    from kaarten.brand.svg import read_svg
    from kaarten.brand.svg_tree import SvgFault

    try:
        return trimmed(read_svg(data))
    except SvgFault as fault:
        report.error(fault.code, path.mark, path=str(path), **fault.details)
        return None


def _photograph(data: bytes, path: Text, report: Report) -> Artwork | None:
    from kaarten.brand.raster import RasterFault, read_raster

    try:
        bitmap = read_raster(data)
    except RasterFault as fault:
        report.error(fault.code, path.mark, path=str(path), **fault.details)
        return None
    if bitmap.height < _SHARP:
        report.warning("logo-coarse", path.mark, path=str(path), height=bitmap.height, wanted=_SHARP)
    whole = Rect(0, 0, bitmap.width, bitmap.height)
    return Artwork(bitmap.width, bitmap.height, (Picture(bitmap, whole),))
