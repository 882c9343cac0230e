"""Icons as paths on a grid of 24.

In: `data/icons.json`, made by tools/vendor_icons.py from @tabler/icons (MIT; the licence stands beside it). Out: Paths
to be stroked with round caps and joins, 1.75 wide on the grid (looks.md section 3). Leaves alone: colour and size.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Annotated, Final

from pydantic import AfterValidator

from kaarten.diagnostics.guess import guess
from kaarten.graphics import Path, Step
from kaarten.model.base import fault
from kaarten.resources import data_folder

GRID: Final = 24.0
"""Width and height of every icon, in units of its own."""
STROKE: Final = 1.75
"""Width of the line, in the same units."""


@cache
def icon_names() -> frozenset[str]:
    """Every name `icon` knows."""
    return frozenset(_icons())


@cache
def icon(name: str) -> Path:
    """The outline of an icon on the 24 grid, origin top left. Raises KeyError for a name not in `icon_names()`."""
    return Path(_icons()[name])


def _known(name: str) -> str:
    if name not in icon_names():
        known = sorted(icon_names())
        raise fault("unknown-icon", icon=name, guess=guess(name, known), known=known)
    return name


IconName = Annotated[str, AfterValidator(_known)]
"""The name of an icon in the content of a layout. Fault: unknown-icon."""


@cache
def _icons() -> dict[str, tuple[Step, ...]]:
    text = (data_folder() / "icons.json").read_text("utf-8")
    return {name: tuple(map(tuple, steps)) for name, steps in json.loads(text).items()}
