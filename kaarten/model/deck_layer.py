"""A deck as a part of its layer: three materials, and the words that they print.

In: a checked Deck and its nodes. Out: sections as a structure file would have had them (`materials`) and words by
language, every text at its own line; what comes after knows no decks. Leaves alone: reading files (`deck_file`).
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace
from itertools import cycle

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.model.deck import Deck
from kaarten.source.nodes import Mapping, Node, Scalar, Sequence
from kaarten.text import Text, mark_of

PARTS = ("-kaarten", "-lijst", "-poster")
"""What the ids of its three materials end in; the name of the deck means all of them."""
ICONS = (
    "users", "bulb", "messages", "compass", "flag", "pencil", "map-pin", "star", "book", "coffee", "backpack", "sun",
)  # fmt: skip
"""Of groups that name none: those of the slots stand for domains."""
_FIRST = (3, 1, 6, 4, 2, 0, 5)
"""Slots in the order in which groups take them: neighbours differ much, and the first is not red."""


@dataclass(frozen=True, slots=True)
class DeckWords:
    """In which languages a deck is written: that of its bare texts, and for each text all that it has."""

    id: str
    language: str
    mark: Mark
    texts: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A slot of the palette; `of_domain` when a domain was named, whose icon it then is."""

    colour: Scalar
    icon: Scalar
    pattern: Scalar
    of_domain: bool = False


Looks = MappingOf[str, Look]
"""By slot and by the domain that has it, slots first."""


def ids_of(id: str) -> list[str]:
    """The cards, the list for who leads, and the poster."""
    return [id + part for part in PARTS]


def sections_of(id: str, deck: Deck, node: Mapping, looks: Looks, report: Report) -> Mapping:
    """The section `materials` with the three of this deck. Fault: unknown-colour."""
    settings = _settings(deck, node, looks, report)
    copies = node.get("copies") or _at("1", node.mark)
    size = node.get("size") or _at("A6", node.mark)
    paper = node.get("paper") or _at("a4-card", node.mark)
    cards, listed, poster = (
        {"layout": layout, "kind": kind, "words": id, "deck": id, **more}
        for layout, kind, more in (
            ("deck_cards", "cards", {"paper": paper, "size": size, "sides": str(deck.sides), "copies": copies}),
            ("deck_list", "lists", {"size": "A4", "titled": "deck-list", "colour": "no"}),
            ("deck_poster", "posters", {"paper": "a3", "size": "A3", "titled": "deck-poster", "place": "wall"}),
        )
    )
    materials = {
        name: _map({**entry, "content": settings}, node.mark)
        for name, entry in zip(ids_of(id), (cards, listed, poster), strict=True)
    }
    return _map({"materials": _map(materials, node.mark)}, node.mark)


def words_of(id: str, deck: Deck, node: Mapping, language: str, root: str) -> tuple[Mapping, DeckWords]:
    """The words by language, and which text has which languages.

    `root` is the language on which that of the deck falls back: there every text stands, in whatever language.
    """
    laid: dict[str, dict[tuple[str, ...], Scalar]] = {}
    texts: list[frozenset[str]] = []
    for path, said in _texts(deck):
        texts += [frozenset(said)] if path != ("heading",) else []
        bare = said.get(language) or next(iter(said.values()))
        for each, text in {root: bare, language: bare, **said}.items():
            laid.setdefault(each, {})[path] = Scalar(text, mark_of(text))
    mark = node.mark
    trees = {each: _map({id: _nested(tree, mark)}, mark) for each, tree in laid.items()}
    return _map(trees, mark), DeckWords(id, language, mark, tuple(texts))


def check_languages(node: Mapping, known: Collection[str], report: Report) -> None:
    """Fault unknown-language for each language of a text that there is not."""
    groups, cards = node.get("groups"), node.get("cards")
    inside = [group for _, group in groups] if isinstance(groups, Mapping) else []
    inside += cards.items if isinstance(cards, Sequence) else ()
    for mapping in (node, *inside):
        for key, said in mapping if isinstance(mapping, Mapping) else ():
            if key in ("title", "intro", "name", "front", "back", "kind") and isinstance(said, Mapping):
                for language in said.entries:
                    if language not in known:
                        unknown_language(language, said.keys[language], known, report)


def unknown_language(language: str, mark: Mark, known: Collection[str], report: Report) -> None:
    report.error("unknown-language", mark, language=language, guess=guess(language, known), known=list(known))


# ---- settings


def _settings(deck: Deck, node: Mapping, looks: Looks, report: Report) -> Mapping:
    """The `content` of all three: looks of the groups, and of each card its group and its address."""
    chosen = {id: _look(group.colour, looks, report) for id, group in deck.groups.items() if group.colour}
    free = cycle(_in_turn(looks, [look for look in chosen.values() if look]))
    groups: dict[str, Node] = {}
    for index, (id, group) in enumerate(deck.groups.items()):
        look = chosen.get(id) or next(free)
        colour = Scalar(group.colour, mark_of(group.colour)) if group.colour and not chosen[id] else look.colour
        plain = look.icon if look.of_domain else Scalar(ICONS[index % len(ICONS)], node.mark)
        icon = Scalar(group.icon, mark_of(group.icon)) if group.icon else plain
        groups[id] = _map({"colour": colour, "icon": icon, "pattern": look.pattern}, node.mark)
    cards: dict[str, Node] = {}
    for number, card in enumerate(deck.cards, start=1):
        told = {key: Scalar(text, mark_of(text)) for key in ("group", "qr") if (text := getattr(card, key))}
        cards[str(number)] = _map(told, mark_of(next(iter(card.front.values()))))
    return _map({"groups": _map(groups, node.mark), "cards": _map(cards, node.mark)}, node.mark)


def _in_turn(looks: Looks, taken: Collection[Look]) -> list[Look]:
    """The looks of groups without a colour of their own, those of others last."""
    slots = [look for slot, look in looks.items() if slot != "teal" and not look.of_domain]
    ordered = [slots[index] for index in _FIRST if index < len(slots)]
    ordered += [look for look in slots if look not in ordered]
    used = {look.pattern.text for look in taken}
    return [look for look in ordered if look.pattern.text not in used] or ordered


def _look(colour: Text, looks: Looks, report: Report) -> Look | None:
    """The slot of a name; None for a #RRGGBB. Fault: unknown-colour."""
    name = colour.strip()
    if name in looks or name.startswith("#"):
        return looks.get(name)
    report.error("unknown-colour", mark_of(colour), colour=name, guess=guess(name, looks), known=list(looks))
    return None


def looks_in(layers: Collection[Mapping]) -> Looks:
    """The slots of the palette and the domains of these sections, the latest on top."""
    slots: dict[str, Look] = {}
    domains: dict[str, Look] = {}
    for sections in layers:
        for id, slot in _of(sections, "palette"):
            parts = [slot.get(key) for key in ("colour", "icon", "pattern")] if isinstance(slot, Mapping) else []
            if len(parts) == 3 and all(isinstance(part, Scalar) for part in parts):
                slots[id] = Look(*parts)  # pyright: ignore[reportArgumentType]
        for id, domain in _of(sections, "domains"):
            slot = domain.get("slot") if isinstance(domain, Mapping) else None
            if isinstance(slot, Scalar) and slot.text in slots:
                domains[id] = replace(slots[slot.text], of_domain=True)
    return {**slots, **domains}


def _of(sections: Mapping, key: str) -> Mapping:
    found = sections.get(key)
    return found if isinstance(found, Mapping) else Mapping({}, {}, sections.mark)


# ---- words


def _texts(deck: Deck) -> list[tuple[tuple[str, ...], dict[str, Text]]]:
    """Every text of a deck by its path in the words."""
    found = [(("title",), deck.title), (("heading",), deck.title), (("intro",), deck.intro)]
    found += [(("groups", id, "name"), group.name) for id, group in deck.groups.items()]
    for number, card in enumerate(deck.cards, start=1):
        found += [(("cards", str(number), key), getattr(card, key)) for key in ("front", "back", "kind")]
    return [(path, said) for path, said in found if said]


def _nested(texts: MappingOf[tuple[str, ...], Scalar], mark: Mark) -> Mapping:
    """A tree of texts that are told by their paths."""
    below: dict[str, dict[tuple[str, ...], Scalar]] = {}
    for (key, *rest), text in texts.items():
        below.setdefault(key, {})[tuple(rest)] = text
    return _map({key: each[()] if () in each else _nested(each, mark) for key, each in below.items()}, mark)


# ---- nodes


def _at(text: str, mark: Mark) -> Scalar:
    return Scalar(text, mark)


def _map(entries: MappingOf[str, Node | str], mark: Mark) -> Mapping:
    """A mapping all of which stands at `mark`, but what knows better."""
    nodes = {key: Scalar(node, mark) if isinstance(node, str) else node for key, node in entries.items()}
    return Mapping(nodes, {key: node.mark for key, node in nodes.items()}, mark)
