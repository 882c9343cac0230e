"""Languages: which variants there are, and whose text is printed where one has none.

In: the section `languages`. Out: a Language with its chain, itself first: `nl-formal`, `nl`. Leaves alone: words.
"""

from __future__ import annotations

from collections.abc import Mapping

from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.model.structure import LanguageEntry
from kaarten.tailor.dates import is_locale
from kaarten.tailor.job import Language
from kaarten.text import mark_of


def find_language(id: str, entries: Mapping[str, LanguageEntry], report: Report) -> Language | None:
    """The language `id`, or None after unknown-language, falls-back-in-circle or not-a-locale."""
    chain: list[str] = []
    step: str | None = id
    while step is not None:
        if step in chain:
            report.error("falls-back-in-circle", mark_of(step), language=step)
            return None
        if step not in entries:
            near = guess(step, entries)
            report.error("unknown-language", mark_of(step), language=step, guess=near, known=list(entries))
            return None
        chain.append(step)
        step = entries[step].falls_back_to
    entry = entries[id]
    for key, name in {"tag": entry.tag, "locale": entry.locale}.items():
        if not is_locale(name):
            report.error("not-a-locale", mark_of(name), key=key, value=name)
            return None
    return Language(str(id), entry.tag, entry.locale, tuple(str(language) for language in chain))
