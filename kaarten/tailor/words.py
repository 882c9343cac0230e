"""Words: one tree of texts for one language, from all layers and the whole chain of languages.

In: the words of every layer, a Language. Out: for each text that of the first language of the chain that has it, and
within that language of the latest layer, in the order of the last language of the chain; what fell back is reported.
Source: docs/content.md. Leaves alone: placeholders (`fill`), and whether a material has all its words (its layout).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Sequence as ManyOf
from dataclasses import dataclass

from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.model.layers import Layer
from kaarten.source.nodes import Mapping, Node, Scalar, Sequence
from kaarten.source.overlay import EMPTY, overlay
from kaarten.tailor.job import Language

Path = tuple[str, ...]
Known = Callable[[Path], bool]
"""Whether a text may stand where no lower layer has one: as an item of an open list, or one that may be absent."""


@dataclass(frozen=True, slots=True)
class Words:
    """`tree` goes namespace, id. `lower` holds, by id, the language of every text that fell back.

    `layers` are the trees that were laid over each other, lowest first, in which what was dropped can still be seen.
    """

    tree: Mapping
    language: Language
    lower: dict[str, str]
    layers: tuple[Mapping, ...]

    def language_of(self, id: str) -> str:
        return self.lower.get(id, self.language.id)


def words_of(
    layers: Iterable[Layer], language: Language, known: Known, report: Report, namespaces: Collection[str] | None = None
) -> Words:
    """The words of one language; only those of `namespaces`, if given. Fault: unknown-text."""
    tree, laid = EMPTY, list[Mapping]()
    by_language: dict[str, list[Mapping]] = {id: [] for id in language.chain}
    for id in reversed(language.chain):
        below = tuple(laid)
        for layer in layers:
            words = _namespaces(layer.words.get(id), namespaces)
            words = without_dropped(words, tree, below)
            if laid:
                words = _checked(words, tree, (), known, report)
            if id != language.chain[-1]:
                words = _without_empty(words)
            tree = overlay(tree, words, report)
            laid.append(words)
            by_language[id].append(words)
    lower = {text: used for text, used in _languages(tree, "", list(by_language.items())) if used != language.id}
    return Words(tree, language, lower, tuple(laid))


def report_fallbacks(words: Words, namespace: str, tags: dict[str, str], report: Report) -> None:
    """A text-falls-back for each text that does: a warning, or a note when it is of a variant of the same language."""
    tree = words.tree.get(namespace)
    if not words.lower or tree is None:
        return
    for id, leaf in leaves(tree, namespace):
        used = words.lower.get(id)
        if used:
            same = tags[used].partition("-")[0] == words.language.tag.partition("-")[0]
            say = report.note if same else report.warning
            say("text-falls-back", leaf.mark, id=id, language=words.language.id, used=used)


def leaves(node: Node, id: str) -> Iterator[tuple[str, Scalar | Sequence]]:
    """The texts below a node with their ids; a sequence is one text, for it is replaced whole."""
    if isinstance(node, Mapping):
        for key, value in node:
            yield from leaves(value, f"{id}.{key}" if id else key)
    elif not (isinstance(node, Scalar) and node.null):
        yield id, node


def without_dropped(tree: Mapping, kept: Mapping, below: ManyOf[Mapping]) -> Mapping:
    """`tree` without what lower layers have and `kept` has not: what somebody dropped."""
    entries: dict[str, Node] = {}
    for key, node in tree:
        there = kept.get(key)
        lower = [found for mapping in below if (found := mapping.get(key)) is not None]
        if there is None and lower:
            continue
        if isinstance(node, Mapping) and isinstance(there, Mapping):
            entries[key] = without_dropped(node, there, [found for found in lower if isinstance(found, Mapping)])
        else:
            entries[key] = node
    return Mapping(entries, {key: tree.keys[key] for key in entries}, tree.mark)


def _namespaces(tree: Node | None, wanted: Collection[str] | None) -> Mapping:
    if not isinstance(tree, Mapping):
        return EMPTY
    if wanted is None:
        return tree
    kept = {name: node for name, node in tree if name in wanted}
    return Mapping(kept, {name: tree.keys[name] for name in kept}, tree.mark)


def _checked(tree: Mapping, there: Mapping, path: Path, known: Known, report: Report) -> Mapping:
    """`tree` without ids that nothing below it has and no list is open for, and without what is of another kind."""
    entries: dict[str, Node] = {}
    for key, node in tree:
        below, place = there.get(key), (*path, key)
        if below is None and not _instruction(key, node) and not known(place):
            near = guess(key, there.entries)
            report.error("unknown-text", tree.keys[key], id=".".join(place), guess=near, known=list(there.entries))
            continue
        if _of_another_kind(key, node, below, report) or (not path and _dropped_whole(key, node, report)):
            continue
        if isinstance(node, Mapping) and isinstance(below, Mapping):
            entries[key] = _checked(node, below, place, known, report)
        else:
            entries[key] = node
    return Mapping(entries, {key: tree.keys[key] for key in entries}, tree.mark)


def _of_another_kind(key: str, node: Node, below: Node | None, report: Report) -> bool:
    """A text where there are keys below, or keys where there is a text."""
    if isinstance(below, Mapping) and isinstance(node, Scalar) and not node.null:
        report.error("not-a-mapping", node.mark, key=key, known=list(below.entries))
        return True
    if isinstance(below, Scalar) and isinstance(node, Mapping) and any(not _instruction(*item) for item in node):
        report.error("not-a-text", node.mark, key=key)
        return True
    return False


def _dropped_whole(namespace: str, node: Node, report: Report) -> bool:
    drop = node.get("drop") if isinstance(node, Mapping) else None
    if not isinstance(drop, Scalar) or drop.text != "yes":
        return False
    report.error("words-dropped", drop.mark, id=namespace)
    return True


def _instruction(key: str, node: Node) -> bool:
    return key in ("drop", "after") and isinstance(node, Scalar)


def _without_empty(tree: Mapping) -> Mapping:
    """A translation that is still to be written is no text, so that another language's is printed."""
    entries: dict[str, Node] = {}
    for key, node in tree:
        if isinstance(node, Scalar) and (node.null or not node.text.strip()):
            continue
        entries[key] = _without_empty(node) if isinstance(node, Mapping) else node
    return Mapping(entries, {key: tree.keys[key] for key in entries}, tree.mark)


def _languages(node: Mapping, id: str, trees: list[tuple[str, list[Mapping]]]) -> Iterator[tuple[str, str]]:
    """The language of every text: the first of the chain that has something there."""
    for key, value in node:
        name = f"{id}.{key}" if id else key
        there = [(language, [tree.entries[key] for tree in found if key in tree.entries]) for language, found in trees]
        if isinstance(value, Mapping):
            inside = [(language, [item for item in found if isinstance(item, Mapping)]) for language, found in there]
            yield from _languages(value, name, inside)
        else:
            yield name, next(language for language, found in there if found)
