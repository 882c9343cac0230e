"""Layers of content laid over each other, and files of one layer put together.

In: Mappings as read. Out: one Mapping, in which `drop` and `after` have done their work and are gone; every value keeps
the Mark of the file it came from. Rules: docs/content.md. Leaves alone: what the keys mean.

    base:  {welcome: {text: Hallo}, goal: {text: Doel}}
    over:  {goal: {after: start}, welcome: {text: Dag}, coffee: {text: Koffie, after: goal}}
    gives: {goal: {text: Doel}, coffee: {text: Koffie}, welcome: {text: Dag}}
"""

from __future__ import annotations

from collections.abc import Iterable

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.source.nodes import Mapping, Node, Scalar

START = "start"
"""What `after` says to move an item to the front."""


def overlay(base: Mapping, over: Mapping, report: Report) -> Mapping:
    """`over` laid over `base`, key by key; a scalar or a sequence is replaced whole, an empty key leaves a map alone.

    Marks are those of the upper layer, for what does not fit together was most likely changed there. Faults:
    drop-unknown, drop-not-yes, after-unknown, after-circle. The lowest layer is laid over EMPTY.
    """
    entries = dict(base.entries)
    keys = dict(base.keys)
    moves: dict[str, Scalar] = {}
    for key, item in over:
        drop, after = _instructions(item)
        if drop is not None and _is_yes(drop, report):
            _drop(key, base, over.keys[key], entries, report)
            continue
        if after is not None:
            moves[key] = after
        entries[key] = _laid_over(base.get(key), item, report)
        keys[key] = over.keys[key]
    mark = base.mark if base.entries and not over.entries else over.mark
    ordered = _ordered(entries, moves, report)
    return Mapping({key: entries[key] for key in ordered}, {key: keys[key] for key in ordered}, mark)


EMPTY = Mapping({}, {}, Mark(""))
"""What the lowest layer is laid over, so that its own `after` is heard too."""


def merge_files(mappings: Iterable[Mapping], report: Report) -> Mapping:
    """The files of one layer as one Mapping: sections of the same name are put together, in the order of the files.

    The same value in two places is the fault defined-twice; the first one is kept.
    """
    merged = EMPTY
    for mapping in mappings:
        merged = _merged(merged, mapping, report)
    return merged


def _merged(first: Mapping, second: Mapping, report: Report) -> Mapping:
    entries = dict(first.entries)
    keys = dict(first.keys)
    for key, value in second:
        there = entries.get(key)
        if there is None or (_is_null(there) and isinstance(value, Mapping)):
            entries[key] = value
            keys[key] = second.keys[key]
        elif isinstance(there, Mapping) and isinstance(value, Mapping):
            entries[key] = _merged(there, value, report)
        elif not (isinstance(there, Mapping) and _is_null(value)):
            report.error("defined-twice", second.keys[key], key=key, first=keys[key])
    return Mapping(entries, keys, first.mark if first.entries else second.mark)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.null


def _instructions(item: Node) -> tuple[Scalar | None, Scalar | None]:
    """The `drop` and the `after` of an item."""
    if not isinstance(item, Mapping):
        return None, None
    drop, after = item.get("drop"), item.get("after")
    return (drop if isinstance(drop, Scalar) else None), (after if isinstance(after, Scalar) else None)


def _is_yes(drop: Scalar, report: Report) -> bool:
    if drop.text not in ("yes", "no"):
        report.error("drop-not-yes", drop.mark, text=drop.text)
    return drop.text == "yes"


def _drop(key: str, base: Mapping, mark: Mark, entries: dict[str, Node], report: Report) -> None:
    if key in base.entries:
        del entries[key]
    else:
        report.error("drop-unknown", mark, id=key, guess=guess(key, base.entries), known=list(base.entries))


def _laid_over(there: Node | None, item: Node, report: Report) -> Node:
    """One item of the upper layer over the same one of the lower, if that has it."""
    if _is_null(item) and isinstance(there, Mapping):
        return there
    if not isinstance(item, Mapping):
        return item
    said = _without_instructions(item)
    if there is not None and not said.entries and item.entries:
        return there  # only moved
    return overlay(there if isinstance(there, Mapping) else EMPTY, said, report)


def _without_instructions(item: Mapping) -> Mapping:
    told = {name for name in ("drop", "after") if isinstance(item.get(name), Scalar)}
    if not told:
        return item
    return Mapping({key: node for key, node in item if key not in told}, item.keys, item.mark)


def _ordered(entries: dict[str, Node], moves: dict[str, Scalar], report: Report) -> list[str]:
    """The keys, each moved one behind what it names; those behind the same one in the order they were written.

    Moves are followed from what stays to what goes after it, so their own order does not matter.
    """
    followers: dict[str, list[str]] = {}
    for key, after in moves.items():
        if after.text != START and after.text not in entries:
            known = [*entries, START]
            report.error("after-unknown", after.mark, id=after.text, guess=guess(after.text, known), known=known)
        else:
            followers.setdefault(after.text, []).append(key)
    moved = {key for keys in followers.values() for key in keys}
    waiting = [key for key in reversed(entries) if key not in moved] + followers.pop(START, [])[::-1]
    ordered: list[str] = []
    while waiting:
        key = waiting.pop()
        ordered.append(key)
        waiting += reversed(followers.get(key, []))
    return ordered + _in_circles(entries, ordered, moves, report)


def _in_circles(entries: dict[str, Node], ordered: list[str], moves: dict[str, Scalar], report: Report) -> list[str]:
    """Items that stand after each other: reported, and put at the end."""
    placed = set(ordered)
    lost = [key for key in entries if key not in placed]
    for key in lost:
        report.error("after-circle", moves[key].mark, id=moves[key].text)
    return lost
