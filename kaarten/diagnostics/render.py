"""A diagnostic as the user reads it: place and sentence, the line of the file, a caret below the fault, a hint.

In: a Diagnostic, the Catalogue, a language, and a function that finds the line of a Mark. Out: text of one or more
lines without a line end; the cli prints it. Of a table, which holds people's data, no line is shown. Leaves alone:
colours, and reading files (`source.files.line_finder`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from kaarten.diagnostics import Diagnostic, Mark, Severity
from kaarten.diagnostics.messages import Catalogue, Language, hint, printable, sentence, word

LineOf = Callable[[Mark], str]
"""The line of the user's file that a Mark points into, without its line end, or "" when it cannot be had."""

_WIDTH = 100
"""Columns of a terminal that a line of a file may take; of a longer one the part around the fault is shown."""

_TAB = 4
"""Columns that a tab is drawn as. Any number would do, as long as the caret counts alike."""

_COUNTS = {
    Severity.ERROR: ("one-error", "many-errors"),
    Severity.WARNING: ("one-warning", "many-warnings"),
    Severity.NOTE: ("one-note", "many-notes"),
}

_SEVERITIES = {Severity.ERROR: "word-error", Severity.WARNING: "word-warning", Severity.NOTE: "word-note"}


def render(diagnostic: Diagnostic, catalogue: Catalogue, language: Language, line_of: LineOf) -> str:
    """`content/x.yaml:12:5: error: …`, then the line, a caret under the column, and `hint: …`, as far as there are."""
    severity = word(_SEVERITIES[diagnostic.severity], catalogue, language) or diagnostic.severity.value
    lines = [f"{printable(str(diagnostic.mark))}: {severity}: {sentence(diagnostic, catalogue, language)}"]
    line = line_of(diagnostic.mark) if diagnostic.mark.line and not diagnostic.mark.cell else ""
    if line.strip():
        lines += _picture(line, diagnostic.mark.column)
    advice = hint(diagnostic, catalogue, language)
    if advice:
        lines.append(f"  {word('word-hint', catalogue, language) or 'hint'}: {advice}")
    return "\n".join(lines)


def summary(diagnostics: Iterable[Diagnostic], catalogue: Catalogue, language: Language) -> str:
    """How many there are of each kind, the gravest first: `2 errors, 1 warning`. "" when there is nothing."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    counts = ((severity, severities.count(severity)) for severity in Severity)
    return ", ".join(_count(severity, count, catalogue, language) for severity, count in counts if count)


def _count(severity: Severity, count: int, catalogue: Catalogue, language: Language) -> str:
    one, many = _COUNTS[severity]
    template = word(one if count == 1 else many, catalogue, language) or f"{{count}} {severity.value}"
    return template.format(count=count)


def _picture(line: str, column: int) -> list[str]:
    """The line, indented by two, and the caret. Column 0 is the line as a whole: no caret."""
    first = max(0, column - 1 - _WIDTH // 2) if len(line) > _WIDTH else 0
    part = line[first : first + _WIDTH]
    shown = [f"  {_drawn(part)}".rstrip()]
    if column:
        shown.append(f"  {' ' * _columns(_drawn(part[: column - 1 - first]))}^")
    return shown


def _drawn(text: str) -> str:
    """`text` as a terminal may show it: tabs as spaces, nothing that it obeys."""
    return printable(text.replace("\t", " " * _TAB))


def _columns(text: str) -> int:
    """Columns `text` takes in a terminal: wide characters two, combining ones none."""
    return sum(_character_columns(character) for character in text)


def _character_columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
