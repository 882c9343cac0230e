"""The screen: everything that is printed goes through here, as text for a person or as one JSON document.

In: diagnostics, results, tables. Out: results on stdout, faults on stderr; with --json all of it in one object on
stdout. Sentences come from the catalogue, read when the first one is needed. Leaves alone: what there is to say.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from functools import cached_property

import click

from kaarten.diagnostics import NOWHERE, Diagnostic, Severity
from kaarten.diagnostics.messages import Catalogue, Language, hint, sentence
from kaarten.diagnostics.render import LineOf, render, summary

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def _no_line(_: object) -> str:
    return ""


_DECIMAL_MARKS = str.maketrans("", "", ".,")


class Screen:
    """What one command says, in `language`; `asked` is that language when the user chose it herself.

    `line_of` is set by a command that knows where the user's files stand.
    """

    def __init__(self, language: Language, *, as_json: bool = False, asked: Language | None = None) -> None:
        self.language: Language = language
        self.asked = asked
        self.as_json = as_json
        self.line_of: LineOf = _no_line
        self._colour = False if os.environ.get("NO_COLOR") else None  # None: click colours a terminal only
        self._result: dict[str, object] = {}
        self._shown: list[Diagnostic] = []

    @property
    def on_terminal(self) -> bool:
        """Whether somebody sees what is going on."""
        return not self.as_json and sys.stdout.isatty() and sys.stderr.isatty()

    @cached_property
    def _catalogue(self) -> Catalogue:
        from kaarten.source.catalogue import load_catalogue

        return load_catalogue()

    def show(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Tell faults and remarks; each once, however often it comes by."""
        for diagnostic in diagnostics:
            if diagnostic in self._shown:
                continue
            self._shown.append(diagnostic)
            if not self.as_json:
                text = render(diagnostic, self._catalogue, self.language, self.line_of)
                place, kind, rest = text.partition(f": {self._severity(diagnostic)}:")
                click.echo(
                    place + click.style(kind, fg=_COLOURS[diagnostic.severity], bold=True) + rest,
                    err=True,
                    color=self._colour,
                )

    def count(self) -> None:
        """Say how many faults and warnings there were, when there were several."""
        serious = [diagnostic for diagnostic in self._shown if diagnostic.severity is not Severity.NOTE]
        if len(serious) > 1 and not self.as_json:
            click.echo(summary(serious, self._catalogue, self.language), err=True)

    def word(self, code: str, **details: object) -> str:
        """A sentence of ours, filled in."""
        return sentence(Diagnostic(Severity.NOTE, code, NOWHERE, details), self._catalogue, self.language)

    def say(self, code: str, **details: object) -> None:
        """One sentence on stdout; nothing with --json."""
        if not self.as_json:
            click.echo(self.word(code, **details))

    def decimal(self, value: float, places: int) -> str:
        """A number as people write it in the language of the screen."""
        text = f"{value:.{places}f}"
        return text.replace(".", ",") if self.language == "nl" else text

    def note(self, code: str, **details: object) -> None:
        """One sentence on stderr, about what is going on; nothing with --json."""
        if not self.as_json:
            click.echo(self.word(code, **details), err=True)

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Columns under their heads (codes of words); numbers to the right, and nothing after the last one."""
        if self.as_json:
            return
        texts = [[self.word(head) if head else "" for head in heads], *([str(cell) for cell in row] for row in rows)]
        widths = [max(len(row[column]) for row in texts) for column in range(len(heads))]
        numeric = [all(_is_number(row[column]) for row in texts[1:]) for column in range(len(heads))]
        for number, row in enumerate(texts):
            cells = [_padded(*cell) for cell in zip(row, widths, numeric, strict=True)]
            line = "  ".join(cells).rstrip()
            click.echo(click.style(line, bold=True) if number == 0 else line, color=self._colour)

    def raw(self, text: str) -> None:
        """Text that is the result itself, such as a schema."""
        if self.as_json:
            self.result(text=text)
        else:
            click.echo(text, nl=not text.endswith("\n"))

    def result(self, **values: object) -> None:
        """Values for --json; lists of the same name are put together."""
        for name, value in values.items():
            there = self._result.get(name)
            self._result[name] = [*there, *value] if isinstance(there, list) and isinstance(value, list) else value

    def close(self, code: int) -> None:
        """With --json print everything at once; `code` is the exit code."""
        if self.as_json:
            data = {"exit": code, **self._result, "diagnostics": [self._as_data(item) for item in self._shown]}
            click.echo(json.dumps(data, ensure_ascii=sys.stdout.encoding.lower() not in ("utf-8", "utf8"), indent=2))

    def _severity(self, diagnostic: Diagnostic) -> str:
        return self.word(f"word-{diagnostic.severity}")

    def _as_data(self, diagnostic: Diagnostic) -> dict[str, object]:
        mark = diagnostic.mark
        return {
            "severity": diagnostic.severity.value,
            "code": diagnostic.code,
            "file": mark.file,
            "line": mark.line,
            "column": mark.column,
            "message": sentence(diagnostic, self._catalogue, self.language),
            "hint": hint(diagnostic, self._catalogue, self.language),
        }


def _is_number(cell: str) -> bool:
    return not cell or cell.translate(_DECIMAL_MARKS).isdigit()


def _padded(text: str, width: int, numeric: bool) -> str:
    return text.rjust(width) if numeric else text.ljust(width)
