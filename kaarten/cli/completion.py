"""`kaarten completion`: the script that a shell reads to complete our commands.

In: a shell; later, a word that was begun. Out: click's script for that shell; the parts of a pack that the word may
become. Leaves alone: completing options and files, which click does when the script asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from kaarten.cli.app import make_app
from kaarten.cli.faults import UsageFaultError
from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, open_order, team_folder
from kaarten.diagnostics import KaartenError, Report
from kaarten.model.selection import KINDS

if TYPE_CHECKING:
    from kaarten.pipeline import Pack

VARIABLE = "_KAARTEN_COMPLETE"
_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


def run(screen: Screen, shell: str) -> int:
    """Print the script. Click's own check of the version of bash is left out: it starts bash to ask."""
    completer = _SHELLS[shell](make_app(screen.language), {}, "kaarten", VARIABLE)
    screen.raw(completer.source_template % completer.source_vars())
    return 0


def parts(folder: str | None, incomplete: str) -> list[str]:
    """The kinds, and the materials and decks of the team in `folder` or where the user stands, that begin so."""
    pack = _pack(folder)
    names = dict.fromkeys([*KINDS, *KINDS.values(), *(pack.parts if pack else ())])
    return [name for name in names if name.startswith(incomplete)]


def meetings(folder: str | None, incomplete: str) -> list[str]:
    """The meetings of the same team that begin so."""
    pack = _pack(folder)
    known = pack.structure.agenda.meetings if pack and pack.structure else ()
    return [id for id in known if id.startswith(incomplete)]


def _pack(folder: str | None) -> Pack | None:
    """That of the team, without one of everybody; None when its files have faults."""
    try:
        return open_order(Asked().of(team_folder(folder, needed=False), every_pack=True), Report())
    except (KaartenError, UsageFaultError):
        return None
