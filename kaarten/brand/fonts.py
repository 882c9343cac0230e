"""The typefaces of a brand: its own for titles, the house's for reading.

In: the typography of a BrandFile, and its font files. Out: two Families. The house's typeface is Atkinson Hyperlegible,
with Noto Sans behind it for characters it lacks; Noto is 2 MB and is read only when a word asks for it. Leaves alone:
which text is a title (compose), and how fonts are turned (`typeset.convert`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial
from importlib import resources
from typing import TYPE_CHECKING

from kaarten.brand.kit import Family
from kaarten.brand.model import FontPath, FontSource, Setting, Typography
from kaarten.diagnostics import Report
from kaarten.text import Text
from kaarten.typeset.fonts import Font, Typeface

if TYPE_CHECKING:
    from kaarten.typeset.convert import FontFile

MOST_BYTES = 5 * 2**20
REGULAR, BOLD = 400, 700

ReadFont = Callable[[Text], bytes | None]
"""Gives the bytes of a file beside `_brand.yml`; None after a Diagnostic."""

_ATKINSON = "fontpkg_atkinson_hyperlegible"
_NOTO = "fontpkg_noto_sans"
_ATKINSON_FILES = {REGULAR: "AtkinsonHyperlegible-Regular.ttf", BOLD: "AtkinsonHyperlegible-Bold.ttf"}
_NOTO_FILE = "NotoSans[wdth,wght].ttf"


@cache
def atkinson(weight: int) -> Font:
    """Atkinson Hyperlegible, regular (400) or bold (700)."""
    return Font(_packaged(_ATKINSON, _ATKINSON_FILES[weight]))


@cache
def noto(weight: int) -> Font:
    """Noto Sans, regular or bold: one variable file with its axes pinned."""
    return Font(_packaged(_NOTO, _NOTO_FILE), {"wght": weight, "wdth": 100})


@cache
def _packaged(package: str, file: str) -> bytes:
    return resources.files(package).joinpath("files", file).read_bytes()


@cache
def house_family() -> Family:
    """The typeface of everything that no brand says otherwise of."""
    return Family(*(Typeface(atkinson(weight), partial(noto, weight)) for weight in (REGULAR, BOLD)))


@cache
def _noto_family() -> Family:
    return Family(Typeface(noto(REGULAR)), Typeface(noto(BOLD)))


_BUNDLED = {"atkinson hyperlegible": house_family, "noto sans": _noto_family}


def families(typography: Typography, read: ReadFont, report: Report) -> tuple[Family, Family]:
    """The families for headings and for body text. Titles follow the base font when they name none of their own."""
    body = _family(typography.base, typography, read, report)
    headings = _family(typography.headings, typography, read, report)
    return headings or body or house_family(), body or house_family()


def _family(setting: Setting, typography: Typography, read: ReadFont, report: Report) -> Family | None:
    if setting.family is None:
        return None
    name = setting.family.strip().casefold()
    source = next((source for source in typography.fonts if source.family.strip().casefold() == name), None)
    if source is not None and source.source == "file":
        return _from_files(source, setting, read, report)
    if name in _BUNDLED:
        return _BUNDLED[name]()
    report.warning("font-file-needed", setting.family.mark, family=str(setting.family))
    return None


def _from_files(source: FontSource, setting: Setting, read: ReadFont, report: Report) -> Family | None:
    """The upright files of a family: the one nearest to 400, and the one nearest to the weight titles ask for."""
    upright = [file for file in source.files if file.style == "normal"]
    if not upright:
        report.error("font-without-files", source.family.mark, family=str(source.family))
        return None
    found = [(file, font) for file in upright if (font := _checked(file, read, report)) is not None]
    if not found:
        return None
    bold = setting.weight if setting.weight and setting.weight > REGULAR else BOLD
    return Family(_typeface(found, REGULAR, REGULAR), _typeface(found, bold, BOLD))


def _typeface(found: list[tuple[FontPath, FontFile]], weight: int, helper: int) -> Typeface:
    """The file nearest to a weight (a variable one is pinned at it), with the house's fonts behind it."""

    def distance(one: tuple[FontPath, FontFile]) -> float:
        file, font = one
        has = _within(font.weights, weight) if font.weights else file.weight or font.weight
        return abs(has - weight)

    _, font = min(found, key=distance)
    own = _shared(font.data, _within(font.weights, weight) if font.weights else None)
    return Typeface(own, atkinson(helper), partial(noto, helper))


def _within(bounds: tuple[float, float], weight: float) -> float:
    return min(max(weight, bounds[0]), bounds[1])


@lru_cache(maxsize=32)
def _shared(data: bytes, weight: float | None) -> Font:
    """One Font for one file, so that the teams of an organisation share the words it has shaped."""
    return Font(data, {} if weight is None else {"wght": weight})


@lru_cache(maxsize=32)
def _converted(data: bytes) -> FontFile:
    from kaarten.typeset.convert import font_file

    return font_file(data)


def _checked(file: FontPath, read: ReadFont, report: Report) -> FontFile | None:
    from kaarten.typeset.convert import FontFault

    data = read(file.path)
    if data is None:
        return None
    try:
        return _converted(data)
    except FontFault as fault:
        report.error(fault.code, file.path.mark, path=str(file.path), **fault.details)
        return None
