"""Which words may stand where: the texts that models ask for, and who may add them.

In: the layers as read, the structure of the pack, the layouts. Out: Known, the test that `words` puts each text to;
faults for languages and namespaces that nobody knows. Leaves alone: what the texts say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.model.layers import Layers
from kaarten.model.packs import PACKS
from kaarten.model.structure import Structure
from kaarten.model.validate import types_at, walk
from kaarten.source.nodes import Mapping, Node
from kaarten.source.overlay import EMPTY
from kaarten.tailor.domains import CompetencyWords, DomainWords
from kaarten.tailor.forms import FormWords
from kaarten.tailor.materials import TITLE, Layouts
from kaarten.tailor.packs import PackWords
from kaarten.tailor.programme import BlockWords, ThingWords
from kaarten.tailor.shared import NAMESPACES, MeetingWords
from kaarten.tailor.words import Known, Path, Words, leaves
from kaarten.text import MeetingId, mark_of

MATERIALS = "materials"


def check_words(layers: Layers, structure: Structure, known: Known, report: Report) -> None:
    """Faults unknown-language and unknown-text for whole languages and namespaces, those not built now too."""
    languages, own = list(structure.languages), [*namespaces_of(structure), *NAMESPACES]
    for layer in layers.layers:
        for language, tree in layer.words:
            if language not in languages:
                near, mark = guess(language, languages), layer.words.keys[language]
                report.error("unknown-language", mark, language=language, guess=near, known=languages)
            for namespace, mark in tree.keys.items() if isinstance(tree, Mapping) else ():
                if not known((namespace,)):
                    namespaces = [*own, *layers.elsewhere.ids(MATERIALS)]
                    report.error(
                        "unknown-text", mark, id=namespace, guess=guess(namespace, namespaces), known=namespaces
                    )


def check_vocabulary(structure: Structure, nodes: Mapping, report: Report) -> None:
    languages = list(structure.languages)
    for language in structure.vocabulary:
        if language not in languages:
            mark = walk(nodes, ("vocabulary", language)).key
            report.error("unknown-language", mark, language=language, guess=guess(language, languages), known=languages)


def check_labels(layers: Layers, words: Words, labels: Collection[str], report: Report) -> None:
    """Layouts count on every label of the base: none of them may be dropped."""
    base = layers.layers[0].words.get(words.language.chain[-1])
    needed = base.get("labels") if isinstance(base, Mapping) else None
    lost = [id for id, _ in leaves(needed, "") if id not in labels] if needed else []
    if lost:
        mark = words.tree.keys.get("labels", layers.facts.mark)
        report.error("labels-dropped", mark, ids=[f"labels.{id}" for id in lost])


def known_of(layers: Layers, structure: Structure, layouts: Layouts, report: Report) -> Known:
    """Which texts a layer may add: those that a model asks for. What a later layer dropped stays known."""
    materials = materials_of(layers)
    own = {id: entry for id, entry in structure.materials.items() if not entry.words}
    by_words = {entry.said_in(id): entry for id, entry in structure.materials.items()} | own
    blocks = {id for ids in _block_ids(layers).values() for id in ids}
    by_id: dict[str, tuple[Collection[str], type]] = {
        "domains": (ids_of(layers, "domains"), DomainWords),
        "meetings": (list(structure.agenda.meetings), MeetingWords),
        "agenda": (blocks, BlockWords),
        "forms": (ids_of(layers, "forms"), FormWords),
        "things": (ids_of(layers, "things"), ThingWords),
        PACKS: (list(layers.packs), PackWords),
    }

    def in_material(id: str, rest: list[str]) -> bool:
        entry = by_words.get(id)
        layout = layouts.get(entry.layout, mark_of(entry.layout), report) if entry else None
        return layout is None or rest == [TITLE] or _asked(layout.content, rest)

    def known(path: Path) -> bool:
        match path:
            case (namespace,):
                return namespace in NAMESPACES or namespace in materials
            case (namespace, id, *rest) if namespace in by_id:
                ids, model = by_id[namespace]
                return id in ids and _asked(model, rest)
            case ("competencies", *rest):
                return _asked(CompetencyWords, rest)
            case ("credits" | "papers", *_):
                return True
            case ("catalogue", *rest):
                return len(rest) == 1 and rest[0] in materials
            case (id, *rest):
                return id in materials and in_material(id, rest)
            case _:
                return False

    return known


def sections(layers: Layers, section: str) -> list[Mapping]:
    return [node for layer in layers.layers if isinstance(node := layer.structure.get(section), Mapping)]


def ids_of(layers: Layers, section: str) -> list[str]:
    return list(dict.fromkeys(id for node in sections(layers, section) for id in node.entries))


def materials_of(layers: Layers) -> list[str]:
    """All materials and decks that any layer names, those dropped too."""
    return list(dict.fromkeys((*ids_of(layers, MATERIALS), *(deck.id for deck in layers.decks))))


def namespaces_of(structure: Structure) -> list[str]:
    """Where the words of the materials stand: under their own ids, that of another, or that of a deck."""
    return list(dict.fromkeys(entry.said_in(id) for id, entry in structure.materials.items()))


def _block_ids(layers: Layers) -> dict[MeetingId, set[str]]:
    """The blocks of each meeting in all layers, dropped ones too."""
    found: dict[MeetingId, set[str]] = {}
    for node in sections(layers, "agenda"):
        for id, meeting in _map(node, "meetings"):
            found.setdefault(MeetingId(id), set()).update(_map(meeting, "blocks").entries)
    return found


def _map(node: Node, key: str) -> Mapping:
    below = node.get(key) if isinstance(node, Mapping) else None
    return below if isinstance(below, Mapping) else EMPTY


def dropped_blocks(layers: Layers, structure: Structure) -> dict[MeetingId, set[str]]:
    meetings = structure.agenda.meetings
    return {id: ids - set(meetings[id].blocks) for id, ids in _block_ids(layers).items() if id in meetings}


def dropped_ids(layers: Layers, section: str, left: Collection[str]) -> frozenset[str]:
    """What any layer has in a section and a later one left out."""
    return frozenset(ids_of(layers, section)).difference(left)


def _asked(model: type, path: Iterable[str]) -> bool:
    return any(True for _ in types_at(model, tuple(path)))
