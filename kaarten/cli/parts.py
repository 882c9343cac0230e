"""Commands and options whose help is in the user's language.

In: Words. Out: click's Command, Group and Option with our headings, an example in every help, and our options. Exists
because click's own help is English only. Leaves alone: what commands do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from kaarten.cli.faults import UsageFaultError
from kaarten.cli.words import EXAMPLES, Words
from kaarten.diagnostics.guess import guess


class Command(click.Command):
    """A command that shows its help in one language, with an example."""

    def __init__(
        self, words: Words, name: str, callback: Callable[..., Any] | None, params: Sequence[click.Parameter]
    ) -> None:
        super().__init__(
            name,
            callback=callback,
            params=[*params, *_common(words)],
            help=words(name),
            options_metavar=words("some-options"),
            context_settings={"allow_extra_args": True},
        )
        self.words = words

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Raises UsageFaultError for a word too many, which click would refuse in English."""
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            raise UsageFaultError("unexpected-argument", argument=left[0], command=self.name)
        return left

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`Gebruik: kaarten build [OPTIES] [MAP]`."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), f"{self.words('usage')} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the example."""
        _write_options(self, self.words, ctx, formatter)
        _write_examples(self.words, self.name or "", formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in the user's language."""
        return _translated(super().get_help_option(ctx), self.words)


class Group(click.Group):
    """All commands together."""

    def __init__(self, words: Words, commands: Sequence[Command], params: Sequence[click.Parameter]) -> None:
        super().__init__(
            "kaarten",
            commands={command.name or "": command for command in commands},
            params=[*params, *_common(words)],
            help=words("kaarten"),
            options_metavar=words("some-options"),
            subcommand_metavar=f"{words('a-command')} ...",
            callback=_need_command,
            invoke_without_command=True,
        )
        self.words = words

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name. Raises UsageFaultError when there is none."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            raise UsageFaultError("unknown-command", command=args[0], guess=guess(args[0], self.commands))
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order in which one needs them."""
        return list(self.commands)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`Gebruik: kaarten [OPTIES] OPDRACHT ...`."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), f"{self.words('usage')} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands first, for that is what one looks for; then the options and the example."""
        rows = [(name, command.help or "") for name, command in self.commands.items()]
        with formatter.section(self.words("commands")):
            formatter.write_dl(rows)
        _write_options(self, self.words, ctx, formatter)
        _write_examples(self.words, "kaarten", formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in the user's language."""
        return _translated(super().get_help_option(ctx), self.words)


@click.pass_context
def _need_command(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise UsageFaultError("command-missing")


def _common(words: Words) -> list[click.Option]:
    """What every command has. Both are read beforehand (`run`), so that they hold for a faulty command too."""
    return [
        click.Option(["--json"], is_flag=True, help=words("json"), expose_value=False),
        click.Option(["--ui"], type=click.Choice(["nl", "en"]), help=words("ui"), expose_value=False),
    ]


def _translated(option: click.Option | None, words: Words) -> click.Option | None:
    if option is not None:
        option.help = words("help")
    return option


def _write_options(command: click.Command, words: Words, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = [parameter for parameter in command.get_params(ctx) if isinstance(parameter, click.Option)]
    records = [record for option in options if (record := option.get_help_record(ctx))]
    with formatter.section(words("options")):
        formatter.write_dl(records)


def _write_examples(words: Words, name: str, formatter: click.HelpFormatter) -> None:
    with formatter.section(words("example")):
        for example in EXAMPLES[name]:
            formatter.write_text(example)
