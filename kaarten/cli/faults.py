"""Faults in the command itself, as Diagnostics like all others.

In: what click refuses, or what a command finds missing. Out: a UsageFaultError with one Diagnostic. Click's own
sentences are English only, so its errors are told apart by their class. Leaves alone: faults in content.
"""

from __future__ import annotations

import click

from kaarten.diagnostics import Diagnostic, Mark, Severity
from kaarten.diagnostics.guess import guess

COMMAND_LINE = Mark("kaarten")


class UsageFaultError(click.UsageError):
    """A command that cannot be carried out as it was typed. `diagnostic` says why."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.diagnostic = Diagnostic(Severity.ERROR, code, COMMAND_LINE, details)


def diagnostic_of(error: click.UsageError) -> Diagnostic:
    """What to tell the user about an error of click's or ours."""
    match error:
        case UsageFaultError():
            return error.diagnostic
        case click.NoSuchOption():
            known = [name for parameter in _parameters(error) for name in parameter.opts]
            return _fault("unknown-option", option=error.option_name, guess=guess(error.option_name, known))
        case click.MissingParameter():
            return _fault("missing-argument", argument=_name(error), command=_command(error))
        case click.BadOptionUsage():
            return _fault("option-without-value", option=error.option_name, command=_command(error))
        case click.BadParameter():
            return _fault("wrong-option-value", option=_name(error), choices=_choices(error.param))
        case _:
            return _fault("wrong-command", reason=error.format_message())


def _fault(code: str, **details: object) -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, COMMAND_LINE, details)


def _parameters(error: click.UsageError) -> list[click.Parameter]:
    return error.ctx.command.params if error.ctx else []


def _command(error: click.UsageError) -> str:
    return error.ctx.info_name or "" if error.ctx and error.ctx.parent else ""


def _name(error: click.BadParameter) -> str:
    """`--dpi`, or the name of an argument as the help shows it."""
    parameter = error.param
    if parameter is None:
        return ""
    if isinstance(parameter, click.Option) or error.ctx is None:
        return parameter.opts[0]
    return parameter.make_metavar(error.ctx).strip("[]{}")


def _choices(parameter: click.Parameter | None) -> str:
    kind = parameter.type if parameter else None
    if isinstance(kind, click.Choice):
        return ", ".join(str(choice) for choice in kind.choices)
    if isinstance(kind, click.IntRange):
        return f"{kind.min} - {kind.max}"
    return ""
