"""`kaarten completion`: the script that a shell reads to complete our commands.

In: a shell; later, a word that was begun. Out: click's script for that shell; the parts of a pack that the word may
become. Leaves alone: completing options and files, which click does when the script asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from kaarten.cli.app import make_app
from kaarten.cli.faults import UsageFaultError
from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, open_order, team_folder
from kaarten.diagnostics import KaartenError, Report
from kaarten.model.selection import KINDS

VARIABLE = "_KAARTEN_COMPLETE"
_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


def run(screen: Screen, shell: str) -> int:
    """Print the script. Click's own check of the version of bash is left out: it starts bash to ask."""
    completer = _SHELLS[shell](make_app(screen.language), {}, "kaarten", VARIABLE)
    screen.raw(completer.source_template % completer.source_vars())
    return 0


def parts(given: Mapping[str, Any], incomplete: str) -> list[str]:
    """Kinds and materials that begin so. `given` are the words before, of which a team's folder tells its materials."""
    names = dict.fromkeys([*KINDS, *KINDS.values(), *_materials(given)])
    return [name for name in names if name.startswith(incomplete)]


def _materials(given: Mapping[str, Any]) -> list[str]:
    """Those of the team that is named or stood in, else of everybody; none when its files have faults."""
    folder = given.get("folder") or next(iter(given.get("folders") or ()), None)
    try:
        return open_order(Asked().of(team_folder(folder, needed=False)), Report()).materials
    except (KaartenError, UsageFaultError):
        return []
