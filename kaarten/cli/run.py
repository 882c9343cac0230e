"""One command from its words to its exit code.

In: the words of the command line. Out: an exit code: 0 done, 1 a fault in the content or the disk, 2 a fault in the
command, 3 part of a batch failed, 130 stopped by Ctrl-C. Whatever else is raised is our bug and keeps its traceback.
Leaves alone: what commands do.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import NoReturn

import click
from click.shell_completion import shell_complete

from kaarten.cli.app import make_app
from kaarten.cli.completion import VARIABLE
from kaarten.cli.faults import diagnostic_of
from kaarten.cli.language import asked_language, ui_language
from kaarten.cli.screen import Screen
from kaarten.diagnostics import KaartenError

DONE, FAULTS, USAGE, PARTLY, STOPPED, NOBODY_LISTENS = 0, 1, 2, 3, 130, 141


def main() -> NoReturn:
    """The program `kaarten`."""
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter must not end the program
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    gc.set_threshold(50_000, 50, 50)  # what a build makes lives until its end: looking for rubbish finds none
    code = run(sys.argv[1:])
    gc.freeze()  # else Python looks once more as it ends, which takes longer than anything it could find
    sys.exit(code)


def run(words: list[str]) -> int:
    """Carry out one command and return its exit code."""
    language = ui_language(words, os.environ)
    if asked := os.environ.get(VARIABLE):
        return shell_complete(make_app(language), {}, "kaarten", VARIABLE, asked)
    screen = Screen(language, as_json="--json" in words, asked=asked_language(words))
    try:
        code = _carried_out(words or ["--help"], screen)
        screen.close(code)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        _silence()
        return NOBODY_LISTENS
    return code


def _carried_out(words: list[str], screen: Screen) -> int:
    app = make_app(screen.language)
    try:
        with app.make_context("kaarten", words, obj=screen) as context:
            return app.invoke(context) or DONE
    except click.exceptions.Exit as asked:
        screen.as_json = False  # --help and --version are text
        return asked.exit_code
    except KaartenError as error:
        screen.show(error.diagnostics)
        screen.count()
        return FAULTS
    except click.UsageError as error:
        screen.show([diagnostic_of(error)])
        return USAGE
    except (KeyboardInterrupt, click.Abort):
        screen.note("stopped")
        return STOPPED


def _silence() -> None:
    """Send what is still to be flushed nowhere, else Python complains about the pipe as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
