"""The language kaarten speaks to its user; not that of what is printed.

In: the words of the command line and the environment. Out: `nl` or `en`. Decided before anything else, so that help and
faults in the command itself are in it too. Leaves alone: sentences (`data/messages`).
"""

from __future__ import annotations

import locale
from collections.abc import Mapping, Sequence

from kaarten.diagnostics.messages import Language

OPTION = "--ui"


def ui_language(words: Sequence[str], environment: Mapping[str, str]) -> Language:
    """`--ui nl` or `--ui en` wherever it stands; else the locale: Dutch unless that is of another language."""
    return asked_language(words) or _of_locale(_locale_name(environment))


def asked_language(words: Sequence[str]) -> Language | None:
    """The value of `--ui`, when it is one we speak."""
    for word, following in zip(words, (*words[1:], ""), strict=False):
        name, _, value = word.partition("=")
        if name == OPTION:
            value = value or following
            return "nl" if value == "nl" else "en" if value == "en" else None
    return None


def _locale_name(environment: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name]
    return locale.getlocale()[0] or ""  # Windows sets none of these


def _of_locale(name: str) -> Language:
    """Coordinators are Dutch: a locale that says nothing (`C`) counts as Dutch."""
    silent = name.partition(".")[0] in ("", "C", "POSIX")
    return "nl" if silent or name.lower().startswith(("nl", "dutch")) else "en"
