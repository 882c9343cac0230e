"""The file of a deck, made even: every text by language, every card a mapping, a table read and its groups named.

In: the nodes of `decks/<id>.yaml`. Out: nodes in which a bare text and a text by language look alike, so that one model
(`deck`) checks both; every node keeps its Mark. Leaves alone: what is right and what is not, but for what only shows
here: a table that is no good, a group nobody knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.model.deck import MOST_CARDS, DeckTable
from kaarten.model.deck_table import cards_of, is_heading
from kaarten.model.validate import validate
from kaarten.source.cells import Table
from kaarten.source.files import Root
from kaarten.source.nodes import Mapping, Node, Scalar, Sequence
from kaarten.source.tables import read_table
from kaarten.source.workbook import Sheet
from kaarten.text import mark_of, slug

ReadTable = Callable[[DeckTable, Report], Table | None]
"""Reads the table that a deck names."""

_SAID_ON_DECK, _SAID_ON_GROUP, _SAID_ON_CARD = ("title", "intro"), ("name",), ("front", "back", "kind")


def even(deck: Mapping, language: str, read: ReadTable, report: Report) -> Mapping | None:
    """The deck with all texts by language, `language` being that of bare ones. None after faults."""
    faults = len(report.errors)
    entries = _said(deck, _SAID_ON_DECK, language)
    groups, listed = entries.get("groups"), _listed(entries.get("cards"), read, report)
    if isinstance(groups, Mapping):
        named = {id: _group(group, language) for id, group in groups}
        entries["groups"] = groups = Mapping(named, groups.keys, groups.mark)
    if isinstance(listed, Sequence):
        cards = [_card(card, language) for card in listed.items]
        if not cards:
            report.error("deck-without-cards", listed.mark)
        if len(cards) > MOST_CARDS:
            report.error("deck-too-many-cards", cards[MOST_CARDS].mark, most=MOST_CARDS)
        if _no_group(groups) and (made := _groups_named(cards, language)):
            entries["groups"] = groups = made
        by_name = _by_name(groups)
        entries["cards"] = Sequence(tuple(_grouped(card, by_name, report) for card in cards), listed.mark)
    elif listed is not None:
        entries["cards"] = listed
    keys = {**{key: entries[key].mark for key in entries}, **deck.keys}
    return None if len(report.errors) > faults else Mapping(entries, keys, deck.mark)


def _no_group(groups: Node | None) -> bool:
    return groups is None or (isinstance(groups, Scalar) and groups.null)


def tables_in(root: Root, folder: Path, log: Callable[[Table], None]) -> ReadTable:
    """Reads tables beside the decks in `folder` of a root; each that was read goes to `log`."""

    def read(stated: DeckTable, report: Report) -> Table | None:
        sheet = Sheet(stated.sheet, mark_of(stated.sheet)) if stated.sheet else None
        mark = mark_of(stated.file)
        table = read_table(root, stated.file.strip(), mark, is_heading, report, beside=folder, sheet=sheet)
        if table:
            log(table)
        return table

    return read


def _listed(cards: Node | None, read: ReadTable, report: Report) -> Node | None:
    """The cards as a list, out of their table if they stand in one."""
    if not isinstance(cards, Mapping):
        return cards
    stated = validate(DeckTable, cards, report, id="cards")
    table = read(stated, report) if stated else None
    return cards_of(table, report) if table else None


def _group(group: Node, language: str) -> Node:
    if isinstance(group, Scalar) and not group.null:
        group = Mapping({"name": group}, {"name": group.mark}, group.mark)
    return _by_language(group, _SAID_ON_GROUP, language)


def _card(card: Node, language: str) -> Node:
    if isinstance(card, Scalar) and not card.null:
        card = Mapping({"front": card}, {"front": card.mark}, card.mark)
    return _by_language(card, _SAID_ON_CARD, language)


def _by_language(node: Node, keys: Iterable[str], language: str) -> Node:
    return Mapping(_said(node, keys, language), node.keys, node.mark) if isinstance(node, Mapping) else node


def _said(mapping: Mapping, keys: Iterable[str], language: str) -> dict[str, Node]:
    """The entries, those of `keys` by language; an empty text as none at all."""
    entries = dict(mapping.entries)
    for key in keys:
        text = entries.get(key)
        if isinstance(text, Scalar):
            empty = text.null or not text.text.strip()
            bare = Mapping({language: text}, {language: text.mark}, text.mark)
            entries[key] = Scalar("", text.mark, null=True) if empty else bare
    return entries


# ---- groups


def _groups_named(cards: Iterable[Node], language: str) -> Mapping | None:
    """The groups that cards name where none were written, in the order in which they come."""
    found: dict[str, Node] = {}
    marks: dict[str, Mark] = {}
    for card in cards:
        named = card.get("group") if isinstance(card, Mapping) else None
        if isinstance(named, Scalar) and (id := slug(named.text)) and id not in found:
            name = Mapping({language: named}, {language: named.mark}, named.mark)
            found[id], marks[id] = Mapping({"name": name}, {"name": named.mark}, named.mark), named.mark
    first = next(iter(marks.values()), None)
    return Mapping(found, marks, first) if first else None


def _by_name(groups: Node | None) -> dict[str, str]:
    """The id of each group by all that a card may call it: the id itself, and its names."""
    found: dict[str, str] = {}
    for id, group in groups if isinstance(groups, Mapping) else ():
        names = group.get("name") if isinstance(group, Mapping) else None
        texts = [text.text for _, text in names if isinstance(text, Scalar)] if isinstance(names, Mapping) else []
        found |= {name.strip().casefold(): id for name in (*texts, id)}
    return found


def _grouped(card: Node, by_name: dict[str, str], report: Report) -> Node:
    """The card with the id of its group. Fault: unknown-group."""
    named = card.get("group") if isinstance(card, Mapping) else None
    if not isinstance(card, Mapping) or not isinstance(named, Scalar) or named.null:
        return card
    typed = named.text.strip().casefold()
    id = by_name.get(typed) or by_name.get(slug(named.text))
    if id is None:
        known = list(dict.fromkeys(by_name.values()))
        report.error("unknown-group", named.mark, group=named.text, guess=guess(typed, by_name), known=known)
        return card
    return Mapping({**card.entries, "group": Scalar(id, named.mark)}, card.keys, card.mark)
