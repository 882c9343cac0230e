"""Accepted translations: which texts were made from a base text that has changed since.

In: the words of every layer and, in `words/<language>/accepted.yaml`, of which base text each translation was made (id
-> first 8 hexadecimal digits of its sha256). Out: a warning for each that is stale, and the map that accepts them as
they stand. A layer without that file keeps no such account. Leaves alone: writing the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kaarten.diagnostics import Report
from kaarten.model.layers import Layer
from kaarten.source.nodes import Mapping, Node, Scalar, Sequence
from kaarten.source.overlay import EMPTY, overlay
from kaarten.tailor.job import Language
from kaarten.tailor.words import leaves


def report_stale(layers: Iterable[Layer], language: Language, report: Report, wanted: Iterable[str] = ()) -> None:
    """A text-stale for each translation whose base text is another than was accepted; only in `wanted` namespaces."""
    namespaces = set(wanted)
    for layer, sources in _with_sources(layers, language):
        accepted = layer.accepted.get(language.id)
        words = layer.words.get(language.id)
        if not isinstance(accepted, Mapping) or not isinstance(words, Mapping):
            continue
        for id, leaf in leaves(words, ""):
            told = accepted.get(id)
            stale = id in sources and (told.text if isinstance(told, Scalar) else "") != sources[id]
            if stale and (not namespaces or id.partition(".")[0] in namespaces):
                report.warning("text-stale", leaf.mark, id=id, language=language.id, base=language.chain[-1])


def accepted_texts(layers: Iterable[Layer], language: Language) -> dict[str, dict[str, str]]:
    """For each layer by name: id -> hash of the base text, for every translation it has, in the order it has them."""
    found: dict[str, dict[str, str]] = {}
    for layer, sources in _with_sources(layers, language):
        words = layer.words.get(language.id)
        if isinstance(words, Mapping):
            found[layer.name] = {id: sources[id] for id, _ in leaves(words, "") if id in sources}
    return found


def _with_sources(layers: Iterable[Layer], language: Language) -> Iterable[tuple[Layer, dict[str, str]]]:
    """Each layer with the hashes of the base texts as they stand in it and below it."""
    base, tree = language.chain[-1], EMPTY
    if base == language.id:
        return
    for layer in layers:
        words = layer.words.get(base)
        if isinstance(words, Mapping):
            tree = overlay(tree, words, Report())  # faults of this were reported when the words were put together
        told = ((id, leaf) for id, leaf in leaves(tree, "") if id.partition(".")[0] not in layer.decks)
        yield layer, {id: _hash(leaf) for id, leaf in told}


def _hash(leaf: Node) -> str:
    return hashlib.sha256("\n".join(_texts(leaf)).encode()).hexdigest()[:8]


def _texts(node: Node) -> list[str]:
    if isinstance(node, Scalar):
        return [node.text]
    items = node.items if isinstance(node, Sequence) else node.entries.values()
    return [text for item in items for text in _texts(item)]
