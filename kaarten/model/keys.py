"""The keys at the top of a file: facts, sections and words, each picked out of what stands there together.

In: a file as a Mapping. Out: the part of it that holds facts, or sections; a fault for each key that is neither. Leaves
alone: what stands below the keys.
"""

from __future__ import annotations

from collections.abc import Iterable

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.model.structure import SECTIONS
from kaarten.model.team import Facts
from kaarten.model.validate import keys_of
from kaarten.source.nodes import Mapping

WORDS = "words"
"""The key, and the folder, under which texts stand by language."""


def facts_in(mapping: Mapping, model: type[Facts], report: Report) -> Mapping:
    """The file without its sections, and without keys that are neither, which are reported."""
    known = keys_of(model)
    for key, mark in mapping.keys.items():
        if key not in (*known, *SECTIONS, WORDS):
            unknown_key(key, mark, (*known, *SECTIONS, WORDS), report)
    return picked(mapping, known)


def sections_in(mapping: Mapping) -> Mapping:
    """The sections and the words of a file."""
    return picked(mapping, (*SECTIONS, WORDS))


def picked(mapping: Mapping, keys: Iterable[str]) -> Mapping:
    """What stands under these keys, in the order of the file."""
    kept = [key for key in mapping.entries if key in set(keys)]
    return Mapping({key: mapping.entries[key] for key in kept}, {key: mapping.keys[key] for key in kept}, mapping.mark)


def only_mappings(mapping: Mapping, report: Report) -> Mapping:
    """What holds keys of its own; not-a-mapping for what does not."""
    for key, node in mapping:
        if not isinstance(node, Mapping):
            report.error("not-a-mapping", node.mark, key=key)
    return picked(mapping, [key for key, node in mapping if isinstance(node, Mapping)])


def unknown_key(key: str, mark: Mark, known: tuple[str, ...], report: Report) -> None:
    """Error unknown-key, with the known one most like it."""
    report.error("unknown-key", mark, key=key, guess=guess(key, known), known=known)
