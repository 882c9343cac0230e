"""The commands of kaarten with their arguments and options.

In: the language of the help. Out: a click Group. What a command does stands in a module of its own, imported when it is
called, so that help and completion stay quick. Leaves alone: exit codes and faults (`run`).
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from kaarten import __version__
from kaarten.cli.parts import Command, Group
from kaarten.cli.words import Words
from kaarten.diagnostics.messages import Language
from kaarten.model.selection import Selection
from kaarten.text import MeetingId
from kaarten.workers import MOST

"""Teams at a time. Windows can wait for 61 processes and no more."""


def make_app(language: Language) -> Group:
    """All commands, with their help in one language."""
    words = Words(language)
    lang, part = _lang(words), _part(words)
    brand = _option("brand", words, "file")
    people = _option("participants", words, "number", type=click.IntRange(1, 1000))
    output = click.Option(["-o", "--output"], metavar=words("folder"), help=words("output"))
    start_at = _option("start-at", words, "label-number", type=click.IntRange(1, 500), default=1)
    opens, folder = _flag("open", words), _argument("folder", words, required=False)
    commands = [
        Command(
            words,
            "new",
            _callback("new"),
            [
                _argument("folder", words),
                click.Argument(["deck"], metavar=f"[{words('deck')}]", required=False),
                _new_lang(words),
                _option("team", words, "folder", type=click.Path()),
                click.Option(["--from", "from_table"], metavar=words("file"), help=words("from"), type=click.Path()),
            ],
        ),
        Command(
            words,
            "build",
            _callback("build"),
            [
                _folders(words),
                lang,
                *part,
                brand,
                people,
                start_at,
                output,
                _jobs(words),
                _flag("dry-run", words),
                opens,
            ],
        ),
        Command(
            words,
            "check",
            _callback("check"),
            [folder, lang, *part, brand, people, _option("accept", words, "language")],
        ),
        Command(
            words,
            "list",
            _callback("listing"),
            [folder, lang, *part, people, _flag("catalogue", words), brand, output, opens],
        ),
        Command(words, "plan", _callback("plan"), [folder, lang, *part, people]),
        Command(words, "agenda", _callback("agenda"), [folder, lang, people]),
        Command(
            words,
            "texts",
            _callback("texts"),
            [_argument("material", words), folder, lang, _flag("edit", words)],
        ),
        Command(
            words,
            "preview",
            _callback("preview"),
            [folder, lang, *part, brand, people, start_at, output, _dpi(words), opens],
        ),
        Command(words, "schema", _callback("schema"), [_choice("kind", "team", "organisation", "brand", "deck")]),
        Command(words, "completion", _callback("completion"), [_choice("shell", "bash", "zsh", "fish")]),
    ]
    return Group(words, commands, [_version(words)])


def _callback(module: str) -> Any:
    """A function that imports a command's module when it is called, and hands it the screen and the arguments.

    The options that ask for a part of a pack become one argument, `selection`.
    """

    @click.pass_obj
    def call(screen: Any, /, **arguments: Any) -> int:
        if "meeting" in arguments:
            meetings = tuple(map(MeetingId, arguments.pop("meeting")))
            arguments["selection"] = Selection(meetings, arguments.pop("only"), arguments.pop("without"))
        return import_module(f"kaarten.cli.{module}").run(screen, **arguments)

    return call


def _argument(name: str, words: Words, *, required: bool = True) -> click.Argument:
    return click.Argument(
        [name], metavar=words(name), required=required, type=click.Path() if name == "folder" else None
    )


def _folders(words: Words) -> click.Argument:
    return click.Argument(["folders"], metavar=f"[{words('folder')}]...", nargs=-1, type=click.Path())


def _choice(name: str, *values: str) -> click.Argument:
    return click.Argument([name], type=click.Choice(values))


def _option(name: str, words: Words, metavar: str, **settings: Any) -> click.Option:
    return click.Option([f"--{name}"], metavar=words(metavar), help=words(name), **settings)


def _part(words: Words) -> list[click.Option]:
    """The options that ask for a part of a pack."""
    return [
        _option("meeting", words, "part", multiple=True, shell_complete=_meetings),
        _option("only", words, "part", multiple=True, shell_complete=_parts),
        _option("without", words, "part", multiple=True, shell_complete=_parts),
    ]


def _parts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """What the word may become."""
    return import_module("kaarten.cli.completion").parts(_named_folder(ctx), incomplete)


def _meetings(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    return import_module("kaarten.cli.completion").meetings(_named_folder(ctx), incomplete)


def _named_folder(ctx: click.Context) -> str | None:
    """The team on the line. An option without its value yet ends click's parsing: folders are among the rest."""
    named = [ctx.params.get("folder"), *(ctx.params.get("folders") or ()), *ctx.args]
    return next(filter(None, named), None)


def _jobs(words: Words) -> click.Option:
    return _option("jobs", words, "number", type=click.IntRange(1, MOST))


def _flag(name: str, words: Words) -> click.Option:
    return click.Option([f"--{name}"], is_flag=True, help=words(name))


def _lang(words: Words) -> click.Option:
    return click.Option(["--lang"], metavar=words("language"), help=words("lang"), multiple=True)


def _new_lang(words: Words) -> click.Option:
    return click.Option(["--lang"], type=click.Choice(["nl", "en"]), help=words("new-lang"))


def _dpi(words: Words) -> click.Option:
    return click.Option(["--dpi"], type=click.IntRange(20, 300), default=60, show_default=True, help=words("dpi"))


def _version(words: Words) -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(f"kaarten {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=words("version")
    )
