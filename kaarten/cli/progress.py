"""A bar that shows how far many teams are, on a terminal only.

In: how many there are. Out: a line on stderr that is drawn again below whatever is said meanwhile. Where nobody looks,
in a file or a pipe, nothing is drawn. Leaves alone: what is said.
"""

from __future__ import annotations

import shutil
import sys
from types import TracebackType

import click

from kaarten.cli.screen import Screen


class Bar:
    """`with Bar(...) as bar`: call `clear` before something is said, and `advance` after."""

    def __init__(self, screen: Screen, length: int) -> None:
        self._drawn = screen.on_terminal
        self._bar = click.progressbar(length=length, show_pos=True, file=sys.stderr, hidden=not self._drawn)

    def __enter__(self) -> Bar:
        self._bar.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.__exit__(kind, error, trace)

    def clear(self) -> None:
        """Leave the bar's line empty for other words."""
        if self._drawn:
            click.echo(f"\r{' ' * (shutil.get_terminal_size().columns - 1)}\r", nl=False, err=True)

    def advance(self) -> None:
        """One more is ready."""
        self._bar.update(1)
