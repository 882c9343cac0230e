"""What a syntax error most likely means to somebody who does not know YAML.

In: what the parser in Python said, and the lines around it. Out: a code of ours, the place of the cause (often not
where the parser stopped), details. The parser has one type for all its errors, so this is the one place that reads
its sentences; a sentence it does not know gives the code `yaml-syntax`. Leaves alone: parsing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kaarten.diagnostics import Mark

Found = tuple[str, Mark, dict[str, object]]
"""Code, place and details of a Diagnostic."""


@dataclass(frozen=True, slots=True)
class Value:
    """The last key or value read whole: where it begins, the place behind it, and whether it was refused already."""

    mark: Mark
    end: Mark
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """The parser's words, where the thing it was busy with began, where it stopped, and what came before."""

    context: str
    words: str
    start: Mark
    stop: Mark
    lines: list[str]
    last: Value | None

    def character(self, mark: Mark) -> str:
        """The character at a place, or ""."""
        line = self.lines[mark.line - 1] if mark.line <= len(self.lines) else ""
        return line[mark.column - 1 : mark.column]

    def before(self, mark: Mark) -> str:
        """The part of its line before a place."""
        return self.lines[mark.line - 1][: mark.column - 1] if mark.line <= len(self.lines) else ""

    def between(self, first: Mark, second: Mark) -> str:
        """What stands between two places on one line."""
        return self.before(second)[first.column - 1 :]


def explain(problem: Problem) -> Found:
    """The first explanation that fits; `yaml-syntax` with the parser's own words when none does."""
    for rule in _RULES:
        found = rule(problem)
        if found:
            return found
    return "yaml-syntax", problem.stop, {"words": problem.words}


def _in_quotes(problem: Problem) -> Found | None:
    r"""`text: 's avonds` or `"C:\pad"`: the parser was inside quotes."""
    if "quoted scalar" not in problem.context:
        return None
    if "escape" in problem.words:
        backslash = problem.before(problem.stop).rfind("\\") + 1
        escape = problem.lines[problem.stop.line - 1][backslash : backslash + 1]
        return "escape-unknown", Mark(problem.stop.file, problem.stop.line, backslash), {"character": escape}
    return "quote-not-closed", problem.start, {"quote": problem.character(problem.start)}


def _after_value(problem: Problem) -> Found | None:
    """`'foto's'`, `"Deel 1": welkom`, `[ ] klaar`: something follows what quotes or brackets had closed."""
    last = problem.last
    if last is None or last.end.line != problem.stop.line or problem.between(last.end, problem.stop).strip():
        return None
    opening = problem.character(last.mark)
    if opening in ("'", '"') and problem.character(problem.stop) not in ("]", "}"):
        code = "text-after-quote" if last.mark.line == last.end.line else "quote-not-closed"
        return code, problem.stop if code == "text-after-quote" else last.mark, {"quote": opening}
    if opening in ("[", "{") and "flow" not in problem.context:
        return "character-needs-quotes", last.mark, {"character": opening}
    return None


def _special_start(problem: Problem) -> Found | None:
    """`**Let op**`, `> 50`, `@buurt`, `- punt`: a value that begins with a character YAML keeps for itself."""
    if problem.words.startswith("sequence entries are not allowed"):
        return "list-needs-own-line", problem.stop, {}
    stop = problem.character(problem.stop)
    no_value = problem.context == "while parsing a block node" and stop in (",", "]", "}")
    if no_value or problem.words.startswith(("mapping keys are not allowed", "found character")):
        return "character-needs-quotes", problem.stop, {"character": stop}
    start = problem.character(problem.start)
    if start in ("*", "&", "!", "|", ">") and not problem.context.startswith("while parsing a block"):
        return "character-needs-quotes", problem.start, {"character": start}
    return None


def _colon(problem: Problem) -> Found | None:
    """`Deel 1: welkom: ja`, or a key that stands deeper than a line above that has a value already."""
    if not problem.words.startswith("mapping values are not allowed"):
        return None
    before = problem.before(problem.stop)
    if ": " in before:
        return "colon-in-text", problem.stop, {}
    indent = len(before) - len(before.lstrip())
    return "bad-indentation", Mark(problem.stop.file, problem.stop.line, indent + 1), {}


def _no_colon(problem: Problem) -> Found | None:
    """`datum:2027` or a line without any colon between lines that have one."""
    if not problem.words.startswith("could not find expected ':'"):
        return None
    rest = problem.lines[problem.start.line - 1][problem.start.column - 1 :]
    if match := re.match(r"[\w-]+:(?=\S)", rest):
        place = Mark(problem.start.file, problem.start.line, problem.start.column + match.end())
        return "space-after-colon-missing", place, {}
    return "colon-missing", problem.start, {}


def _brackets(problem: Problem) -> Found | None:
    """`[a, b` without its end."""
    if problem.context not in ("while parsing a flow sequence", "while parsing a flow mapping"):
        return None
    opening = problem.character(problem.start)
    return "bracket-not-closed", problem.start, {"opening": opening, "closing": "]" if opening == "[" else "}"}


def _indentation(problem: Problem) -> Found | None:
    """A line that lines up with nothing above it: the parser stopped at its first character."""
    if problem.words.startswith("expected <block end>") and not problem.before(problem.stop).strip():
        return "bad-indentation", problem.stop, {}
    return None


_RULES: tuple[Callable[[Problem], Found | None], ...] = (
    _in_quotes,
    _after_value,
    _special_start,
    _colon,
    _no_colon,
    _brackets,
    _indentation,
)
