"""The decks of one layer: each file in its folder `decks/`, read, checked and made a part of the layer.

In: the files as nodes, what stands in this layer and those below. Out: sections and words to lay beside those of the
layer, and in which languages each deck is written. Leaves alone: opening files (`layers`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kaarten.diagnostics import Mark, Report
from kaarten.model.deck import Deck
from kaarten.model.deck_file import ReadTable, even
from kaarten.model.deck_layer import (
    DeckWords,
    check_languages,
    ids_of,
    looks_in,
    sections_of,
    unknown_language,
    words_of,
)
from kaarten.model.fallbacks import falls_back, root_of
from kaarten.model.selection import KINDS
from kaarten.model.validate import validate
from kaarten.source.nodes import Mapping, Node, Scalar

DECKS = "decks"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class DeckParts:
    """What one deck brings to its layer."""

    sections: Mapping
    words: Mapping
    told: DeckWords


def is_deck_name(name: str) -> bool:
    """Whether a deck may be called so: small letters, digits and hyphens, and no kind of material."""
    return bool(_NAME.fullmatch(name)) and name not in (*KINDS, *KINDS.values())


def spread(sections: Mapping, below: Collection[str], own: Collection[str], report: Report) -> Mapping:
    """The sections of a layer in which a deck that is dropped by its name is dropped as its three materials.

    `below` are the decks of lower layers, `own` those of this one. Fault deck-has-parts for anything else that is said
    of a deck as if it were one material.
    """
    materials = sections.get("materials")
    if not isinstance(materials, Mapping):
        return sections
    entries, keys = dict[str, Node](), dict[str, Mark]()
    for id, entry in materials:
        names, mark = [id], materials.keys[id]
        if id in below or (id in own and not _has(entry, "layout")):
            names = ids_of(id)
            if not (_has(entry, "drop") and id in below):
                report.error("deck-has-parts", mark, deck=id, known=names)
                continue
        entries |= dict.fromkeys(names, entry)
        keys |= dict.fromkeys(names, mark)
    whole = Mapping(entries, keys, materials.mark)
    return Mapping({**sections.entries, "materials": whole}, sections.keys, sections.mark)


def parts_of(
    files: Iterable[tuple[str, Mapping]], layers: list[Mapping], language: str, read: ReadTable, report: Report
) -> Iterator[DeckParts]:
    """The parts of each deck, by id with its file. `layers` are the sections of this layer and those below, lowest
    first; `language` is that of a deck which names none. Faults: deck-name, deck-id-taken, and those of the file.
    """
    taken = dict(_materials(layers))
    known, looks = falls_back(layers), looks_in(layers)
    for id, node in files:
        start, stated = Mark(node.mark.file, 1, 1), node.get("language")
        own = stated if isinstance(stated, Scalar) and stated.text.strip() else Scalar(language, start)
        if not _may_be(id, start, taken, report):
            continue
        taken |= dict.fromkeys((id, *ids_of(id)), start)
        if own.text.strip() not in known:
            unknown_language(own.text, own.mark, list(known), report)
            continue
        spoken = own.text.strip()
        whole = even(node, spoken, read, report)
        deck = validate(Deck, whole, report) if whole else None
        if deck is None or whole is None:
            continue
        check_languages(whole, list(known), report)
        words, told = words_of(id, deck, whole, spoken, root_of(spoken, known))
        yield DeckParts(sections_of(id, deck, whole, looks, report), words, told)


def _may_be(id: str, start: Mark, taken: dict[str, Mark], report: Report) -> bool:
    """Whether a deck may have this id. Faults: deck-name, deck-id-taken."""
    if not is_deck_name(id):
        report.error("deck-name", start, name=id)
        return False
    there = next((name for name in (id, *ids_of(id)) if name in taken), None)
    if there:
        report.error("deck-id-taken", start, id=there, other=taken[there])
    return not there


def _materials(layers: Iterable[Mapping]) -> Iterator[tuple[str, Mark]]:
    """Every material of these layers, and where it stands."""
    for sections in layers:
        materials = sections.get("materials")
        if isinstance(materials, Mapping):
            yield from ((id, mark) for id, mark in materials.keys.items() if not _dropped(materials, id))


def _dropped(materials: Mapping, id: str) -> bool:
    return _has(materials.get(id), "drop")


def _has(entry: Node | None, key: str) -> bool:
    return isinstance(entry, Mapping) and key in entry.entries
