"""Which language fills in what another lacks, as it stands in the section `languages` before any model has read it.

In: structures as nodes. Out: for languages those they fall back on. Leaves alone: whether there are such languages, and
the words (`tailor.languages`).
"""

from __future__ import annotations

from collections.abc import Iterable

from kaarten.source.nodes import Mapping, Scalar


def falls_back(structures: Iterable[Mapping]) -> dict[str, str]:
    """On which language each falls back, "" for none; what the last structure says."""
    found: dict[str, str] = {}
    for structure in structures:
        languages = structure.get("languages")
        for id, entry in languages if isinstance(languages, Mapping) else ():
            below = entry.get("falls_back_to") if isinstance(entry, Mapping) else None
            found[id] = below.text if isinstance(below, Scalar) else ""
    return found


def root_of(language: str, falls_back: dict[str, str]) -> str:
    """The end of a language's chain."""
    return _chain(language, falls_back)[-1]


def with_fallbacks(languages: Iterable[str], structures: Iterable[Mapping]) -> set[str]:
    """These languages, and those that fill in what they lack."""
    known = falls_back(structures)
    return {id for language in languages for id in _chain(language, known)}


def _chain(language: str, falls_back: dict[str, str]) -> list[str]:
    """A language and those after it, each once."""
    chain = [language]
    while (below := falls_back.get(chain[-1], "")) and below not in chain:
        chain.append(below)
    return chain
