"""Sentences for diagnostics: the code looks up a template, the details fill it in.

In: a Diagnostic and a Catalogue (`kaarten.source.catalogue` reads it from `kaarten/data/messages/*.yaml`, because
only `source` may read files). Out: one sentence, one hint or "". A code without a sentence shows itself and its
details: a hole in the catalogue must never hide a user's fault. Leaves alone: lines of files and carets (`render`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from string import Formatter
from typing import Literal

from kaarten.diagnostics import Diagnostic

Catalogue = Mapping[str, Mapping[str, str]]
"""By code: the sentences `en` and `nl`, and where a user can act the hints `hint_en` and `hint_nl`.

`else_en` and `else_nl` are hints for when a detail of the first ones is empty: nothing resembles what was typed.
"""

Language = Literal["en", "nl"]
"""The languages the program itself speaks, which are not those of the content."""

_LONGEST = 140
"""Characters of one detail that are shown; a whole paragraph given as a key should not fill the screen."""


def sentence(diagnostic: Diagnostic, catalogue: Catalogue, language: Language) -> str:
    """What is wrong, in `language`, else in English, else the bare code with its details; in a table, in which cell."""
    cell = word("word-cell", catalogue, language) if diagnostic.mark.cell else ""
    return _filled(cell, {"cell": diagnostic.mark.cell}, language) + _said(diagnostic, catalogue, language)


def _said(diagnostic: Diagnostic, catalogue: Catalogue, language: Language) -> str:
    template = word(diagnostic.code, catalogue, language)
    if not template:
        details = ", ".join(f"{name}={_shown(value, language)}" for name, value in diagnostic.details.items())
        return f"{diagnostic.code} ({details})" if details else diagnostic.code
    return _filled(template, diagnostic.details, language)


def hint(diagnostic: Diagnostic, catalogue: Catalogue, language: Language) -> str:
    """What to do about it: the first hint that has all its details, or "" when there is none."""
    texts = catalogue.get(diagnostic.code, {})
    for kind in ("hint", "else"):
        template = texts.get(f"{kind}_{language}") or texts.get(f"{kind}_en", "")
        needed = {name for _, name, _, _ in Formatter().parse(template) if name}
        if template and all(_shown(diagnostic.details.get(name, ""), language) for name in needed):
            return _filled(template, diagnostic.details, language)
    return ""


def word(code: str, catalogue: Catalogue, language: Language) -> str:
    """The text of `code` as it stands in the catalogue, or ""."""
    texts = catalogue.get(code, {})
    return texts.get(language) or texts.get("en", "")


def printable(text: str) -> str:
    """`text` on one line, with a middle dot for each character that a terminal would obey or not show."""
    if text.isprintable():
        return text
    return "".join(_printable_character(character) for character in text)


def _printable_character(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character == "\n" or unicodedata.category(character) == "Zs" else "\N{MIDDLE DOT}"


class _Details(dict[str, str]):
    """A detail that was not given shows its own name instead of raising."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _filled(template: str, details: Mapping[str, object], language: Language) -> str:
    return template.format_map(_Details({name: _shown(value, language) for name, value in details.items()}))


def _shown(value: object, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        number = f"{value:g}"
        return number.replace(".", ",") if language == "nl" else number
    if isinstance(value, list | tuple):
        values: list[object] = list(value)  # pyright: ignore[reportUnknownArgumentType]
        return ", ".join(_shown(item, language) for item in values)
    text = printable(str(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}\N{HORIZONTAL ELLIPSIS}"
