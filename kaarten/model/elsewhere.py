"""What stands in packs that a team did not choose, and what the layers above say of it.

In: the structure of those packs, a layer as read. Out: in which of them an id is; the layer without what is about them
alone, for an organisation serves teams with different packs. A team itself is told, and whoever mistypes an id gets a
guess among those of all packs. Leaves alone: what is right in the packs that were chosen (`validate`, `tailor`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from collections.abc import Mapping as MappingOf
from functools import cached_property

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.model.validate import walk
from kaarten.source.nodes import Mapping, Node, Scalar

MATERIALS, MEETINGS, BLOCKS, FORMS, THINGS, PACKS = "materials", "meetings", "blocks", "forms", "things", "packs"

_PATHS = {MATERIALS: (MATERIALS,), MEETINGS: ("agenda", MEETINGS), FORMS: (FORMS,), THINGS: (THINGS,)}
"""Where in the structure the items of a section stand."""
_WORDS_OF = {"agenda": BLOCKS, FORMS: FORMS, THINGS: THINGS, MEETINGS: MEETINGS, PACKS: PACKS, "catalogue": MATERIALS}
"""Of what the ids in a shared namespace of the words are."""
_OF_ALL = ("labels", "domains", "competencies", "credits", "papers")
"""Namespaces of no one pack."""
_NEW = {MATERIALS: {"layout"}, MEETINGS: {"start", "blocks"}, FORMS: {"number", "meeting"}}
"""What an item says that is new, and no change of one that is there."""

Ids = dict[str, set[str]]
"""By section."""


class Elsewhere:
    """The items of packs that were not chosen. `read` gives these packs by name, and is asked at the first question.

    `chosen` are the packs that the team has.
    """

    def __init__(self, read: Callable[[], MappingOf[str, Mapping]] = dict, chosen: Collection[str] = ()) -> None:
        self._read, self.chosen = read, chosen

    @cached_property
    def _packs(self) -> dict[str, dict[str, str]]:
        """By section and id the pack."""
        found: dict[str, dict[str, str]] = {PACKS: {}}
        for pack, structure in self._read().items():
            found[PACKS][pack] = pack
            for section, ids in ids_in(structure).items():
                found.setdefault(section, {}).update(dict.fromkeys(ids, pack))
        return found

    def pack(self, section: str, id: str) -> str:
        """The pack that has it, or ""."""
        return self._packs.get(section, {}).get(id, "")

    def beside(self, pack: str) -> str:
        """What `packs:` must be for a pack to come along: `bijeenkomsten, leerkring`."""
        return ", ".join([*self.chosen, pack])

    def ids(self, section: str) -> list[str]:
        return list(self._packs.get(section, ()))


NOWHERE_ELSE = Elsewhere()
"""Of a team that has every pack."""


def ids_in(structure: Mapping) -> Ids:
    """The ids of a structure by section."""
    found = {section: set(_below(structure, path)) for section, path in _PATHS.items()}
    meetings = _below(structure, _PATHS[MEETINGS])
    return {**found, BLOCKS: {id for meeting in meetings.values() for id in _below(meeting, ("blocks",))}}


class Sieve:
    """Takes out of one layer what is only about packs that were not chosen.

    `below` are the structures of the lower layers and `decks` the names of their decks and its own. `told` says it in
    the report: of-other-pack for each material, meeting and so on.
    """

    def __init__(
        self, below: Iterable[Mapping], decks: Iterable[str], elsewhere: Elsewhere, report: Report, *, told: bool
    ) -> None:
        self.elsewhere, self.report, self.told = elsewhere, report, told
        self.known: Ids = {section: set() for section in (*_PATHS, BLOCKS, PACKS)}
        for structure in below:
            self._learn(structure)
        self.known[MATERIALS] |= set(decks)
        self.gone: Ids = {section: set() for section in self.known}
        self.aside: list[str] = []
        """What was taken out of the words, as ids of texts begin: `stellingkaarten`, `agenda.LK-01`."""

    def structure(self, structure: Mapping, words: Mapping) -> Mapping:
        """The structure of the layer without such items. Faults: unknown-id, drop-unknown for slips of their ids."""
        for section in (MEETINGS, MATERIALS, FORMS, THINGS):
            path = _PATHS[section]
            items = _node(structure, path)
            if isinstance(items, Mapping):
                structure = _put(structure, path, self._without(section, items, words))
        self._learn(structure)
        return structure

    def words(self, words: Mapping) -> Mapping:
        """The words of the layer, by language, without those of such items."""
        kept = {language: self._spoken(tree) for language, tree in words}
        return Mapping(dict(kept), words.keys, words.mark)

    # ---- the steps

    def _learn(self, structure: Mapping) -> None:
        for section, ids in ids_in(structure).items():
            self.known[section] |= ids

    def _without(self, section: str, items: Mapping, words: Mapping) -> Mapping:
        kept: list[str] = []
        for id, item in items:
            pack = self._pack_of(section, id, item, words)
            if pack:
                self.gone[section].add(id)
                self.gone[BLOCKS] |= set(_below(item, ("blocks",))) if section == MEETINGS else set()
                self._tell(id, pack, items.keys[id])
            elif not self._is_slip(section, id, item, items.keys[id], words):
                kept.append(id)
        self.known[section] |= set(kept)
        there = _picked(items, kept)
        return Mapping({id: self._placed(section, item) for id, item in there}, there.keys, there.mark)

    def _placed(self, section: str, item: Node) -> Node:
        """An item that comes `after` one of such a pack has no place of its own."""
        after = item.get("after") if isinstance(item, Mapping) else None
        if not isinstance(item, Mapping) or not isinstance(after, Scalar) or after.text in self.known[section]:
            return item
        pack = self.elsewhere.pack(section, after.text)
        if not pack:
            return item
        self._tell(after.text, pack, after.mark)
        return _picked(item, [key for key in item.entries if key != "after"])

    def _pack_of(self, section: str, id: str, item: Node, words: Mapping) -> str:
        """The pack that an item is about, if the team did not choose it, or ""."""
        meeting = _meeting_of(item) if section in (MATERIALS, FORMS) else ""
        held_elsewhere = self.elsewhere.pack(MEETINGS, meeting) if meeting not in ("", *self.known[MEETINGS]) else ""
        if held_elsewhere:
            return held_elsewhere
        known = id in self.known[section] or _is_new(section, id, item, words)
        return "" if known else self.elsewhere.pack(section, id)

    def _is_slip(self, section: str, id: str, item: Node, mark: Mark, words: Mapping) -> bool:
        """Whether a material is like one of such a pack, and none that there is."""
        if section != MATERIALS or id in self.known[section] or _is_new(section, id, item, words):
            return False
        known = [*sorted(self.known[section]), *self.elsewhere.ids(section)]
        near = guess(id, known)
        if not near or near in self.known[section]:
            return False
        if isinstance(item, Mapping) and "drop" in item.entries:
            self.report.error("drop-unknown", mark, id=id, guess=near, known=known)
        else:
            self.report.error("unknown-id", mark, id=id, guess=near, keys=["layout"])
        return True

    def _spoken(self, tree: Node) -> Node:
        """The words of one language."""
        if not isinstance(tree, Mapping):
            return tree
        entries = dict(tree.entries)
        for namespace, node in tree:
            section = _WORDS_OF.get(namespace)
            if section and isinstance(node, Mapping):
                kept = [id for id in node.entries if not self._said_elsewhere(section, id, node.keys[id])]
                self.aside += [f"{namespace}.{id}" for id in node.entries if id not in kept]
                entries[namespace] = _picked(node, kept)
            elif namespace not in (*_OF_ALL, *_WORDS_OF) and self._said_elsewhere(
                MATERIALS, namespace, tree.keys[namespace]
            ):
                self.aside.append(namespace)
                del entries[namespace]
        return Mapping(entries, {key: tree.keys[key] for key in entries}, tree.mark)

    def _said_elsewhere(self, section: str, id: str, mark: Mark) -> bool:
        """Whether words of this id are about such an item."""
        if id in self.gone[section]:
            return True
        pack = "" if id in self.known[section] else self.elsewhere.pack(section, id)
        if pack:
            self._tell(id, pack, mark)
        return bool(pack)

    def _tell(self, id: str, pack: str, mark: Mark) -> None:
        if self.told:
            self.report.warning("of-other-pack", mark, id=id, pack=pack, packs=self.elsewhere.beside(pack))


def _is_new(section: str, id: str, item: Node, words: Mapping) -> bool:
    """Whether an item says all that a new one needs: for a thing, which needs nothing else, its name in the words."""
    if section == THINGS:
        return any(_node(tree, (THINGS, id, "name")) is not None for _, tree in words)
    return isinstance(item, Mapping) and _NEW[section] <= set(item.entries)


def _meeting_of(item: Node) -> str:
    meeting = item.get("meeting") if isinstance(item, Mapping) else None
    return meeting.text if isinstance(meeting, Scalar) else ""


# ---- nodes


def _node(node: Node, path: tuple[str, ...]) -> Node | None:
    place = walk(node, path)
    return place.node if len(place.path) == len(path) else None


def _below(node: Node, path: tuple[str, ...]) -> dict[str, Node]:
    found = _node(node, path)
    return found.entries if isinstance(found, Mapping) else {}


def _picked(mapping: Mapping, keys: Iterable[str]) -> Mapping:
    kept = list(keys)
    return Mapping({key: mapping.entries[key] for key in kept}, {key: mapping.keys[key] for key in kept}, mapping.mark)


def _put(mapping: Mapping, path: tuple[str, ...], node: Node) -> Mapping:
    """The mapping with another node at a path that it has."""
    key, *rest = path
    below = mapping.entries[key]
    inner = _put(below, tuple(rest), node) if rest and isinstance(below, Mapping) else node
    return Mapping({**mapping.entries, key: inner}, mapping.keys, mapping.mark)
