"""From a `_brand.yml` to a BrandKit.

In: the YAML of a brand, the root its files are read from, the team's name. Out: always a BrandKit, so that every other
fault of a pack can still be found; what is wrong is in the Report. No `_brand.yml` gives a calm brand of our own with
the name as its logo. Leaves alone: where on a page any of it stands.
"""

from __future__ import annotations

import math
import re
from functools import partial
from pathlib import Path

from kaarten.brand import fonts, logo
from kaarten.brand.colours import NEARLY_READABLE, READABLE, accent, block_tint, contrast, ink_on, tile_tint
from kaarten.brand.inks import WHITE
from kaarten.brand.kit import BrandKit, Cmyk
from kaarten.brand.model import BrandFile, brand_file
from kaarten.brand.palette import palette
from kaarten.diagnostics import NOWHERE, Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.graphics import Colour
from kaarten.source.files import Root
from kaarten.source.nodes import Mapping, Node
from kaarten.text import Text

BRAND_FILE = "_brand.yml"
CALM = Colour.parse("#3D5467")
"""The primary colour of who has none: a grey blue that is no domain's."""
_ONLINE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def load_brand(node: Mapping | None, root: Root, name: str, report: Report, *, beside: str | Path = "") -> BrandKit:
    """The brand of a team called `name`. Fonts and logos are read from the folder `beside`, relative to the root."""
    brand = (brand_file(node, report) if node is not None else None) or BrandFile()
    called = brand.meta.name.full or brand.meta.name.short or name
    read = partial(_read, root=root, beside=beside, report=report)
    heading, body = fonts.families(brand.typography, partial(read, limit=fonts.MOST_BYTES), report)
    row, row_mono = logo.logos(brand, called, partial(read, limit=logo.MOST_BYTES), report)
    colours = palette(brand.color, report)
    primary = colours.get("primary", CALM)
    if "primary" in colours and brand.color.primary.light is not None:
        _tell(primary, brand.color.primary.light.mark, report)
    return BrandKit(
        name=called,
        primary=primary,
        on_primary=ink_on(primary),
        accent=accent(primary),
        tint=block_tint(primary),
        tint_strong=tile_tint(primary),
        heading=heading,
        body=body,
        logos=row,
        logos_mono=row_mono,
        cmyk=_cmyk(brand.defaults.kaarten.cmyk, colours, node, report),
    )


def _read(path: Text, *, root: Root, beside: str | Path, limit: int, report: Report) -> bytes | None:
    if _ONLINE.match(path) and "//" in path:
        report.error("brand-file-online", path.mark, path=str(path))
        return None
    return root.read_bytes(str(path), limit, path.mark, report, beside=beside)


def _tell(primary: Colour, mark: Mark, report: Report) -> None:
    """Say what was done with a colour that cannot be read on white."""
    ratio = contrast(primary, WHITE)
    figures: dict[str, object] = {"colour": primary.hex, "ratio": _shown(ratio), "shade": accent(primary).hex}
    if ratio < NEARLY_READABLE:
        report.warning("brand-colour-pale", mark, **figures)
    elif ratio < READABLE:
        report.warning("brand-colour-adjusted", mark, **figures, reached=_shown(contrast(accent(primary), WHITE)))


def _shown(ratio: float) -> float:
    """Rounded down, so that 4.49 is not shown as the 4.5 it misses."""
    return math.floor(ratio * 10) / 10


def _cmyk(
    inks: dict[str, Cmyk], colours: dict[str, Colour], node: Mapping | None, report: Report
) -> tuple[tuple[Colour, Cmyk], ...]:
    """The inks that the owner gives for colours of the brand, by name or as `#RRGGBB`."""
    found: dict[Colour, Cmyk] = {}
    for name, parts in inks.items():
        try:
            found[colours[name] if name in colours else Colour.parse(name)] = parts
        except ValueError:
            report.error("colour-unknown", _key_mark(node, name), value=name, guess=guess(name, colours))
    return tuple(found.items())


def _key_mark(node: Mapping | None, name: str) -> Mark:
    """Where a key of `defaults: kaarten: cmyk:` stands."""
    at: Node | None = node
    for key in ("defaults", "kaarten", "cmyk"):
        at = at.get(key) if isinstance(at, Mapping) else None
    return at.keys[name] if isinstance(at, Mapping) else NOWHERE
