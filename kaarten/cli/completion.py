"""`kaarten completion`: the script that a shell reads to complete our commands.

In: a shell. Out: click's script for it. Leaves alone: the completing itself, which click does when the script asks.
"""

from __future__ import annotations

from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from kaarten.cli.app import make_app
from kaarten.cli.screen import Screen

VARIABLE = "_KAARTEN_COMPLETE"
_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


def run(screen: Screen, shell: str) -> int:
    """Print the script. Click's own check of the version of bash is left out: it starts bash to ask."""
    completer = _SHELLS[shell](make_app(screen.language), {}, "kaarten", VARIABLE)
    screen.raw(completer.source_template % completer.source_vars())
    return 0
