"""Packs as somebody chooses from them: what each is called, what it is for, what is in it.

In: the layers of packs, a language. Out: a PackInfo for each; a warning for a pack that says nothing of itself. Leaves
alone: what its materials print, and placeholders: these texts are read before a team has words of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kaarten.diagnostics import Report
from kaarten.model.base import Model
from kaarten.model.layers import Layer
from kaarten.model.packs import PACKS
from kaarten.model.validate import walk
from kaarten.source.nodes import Mapping, Node, Scalar
from kaarten.tailor.job import Language
from kaarten.text import Text


class PackWords(Model):
    """What the words say of a pack: its name, and in one sentence what it is for."""

    name: Text
    purpose: Text


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A pack. `materials` is how many it brings, `meetings` are the names of its meetings."""

    id: str
    name: str
    purpose: str
    materials: int
    meetings: tuple[str, ...]


def pack_info(pack: Layer, base: Layer, language: Language) -> PackInfo:
    """What a pack is. Its materials are those that the base has not."""
    meetings = _keys(pack, "agenda", "meetings")
    return PackInfo(
        id=pack.pack,
        name=_said(pack, language, PACKS, pack.pack, "name") or pack.pack,
        purpose=_said(pack, language, PACKS, pack.pack, "purpose"),
        materials=len([id for id in _keys(pack, "materials") if id not in _keys(base, "materials")]),
        meetings=tuple(_said(pack, language, "meetings", id, "name") or id for id in meetings),
    )


def report_nameless(packs: Iterable[Layer], language: Language, report: Report) -> None:
    """The warning pack-without-words for each that does not say in any language of the chain what it is for."""
    for pack in packs:
        if not _said(pack, language, PACKS, pack.pack, "purpose"):
            report.warning("pack-without-words", pack.structure.mark, pack=pack.pack, language=language.chain[-1])


def _keys(layer: Layer, *path: str) -> list[str]:
    node = _at(layer.structure, path)
    return list(node.entries) if isinstance(node, Mapping) else []


def _said(layer: Layer, language: Language, *path: str) -> str:
    """The text in the first language of the chain that has it, or ""."""
    found = (_at(layer.words, (id, *path)) for id in language.chain)
    return next((node.text for node in found if isinstance(node, Scalar) and not node.null), "")


def _at(node: Node, path: tuple[str, ...]) -> Node | None:
    place = walk(node, path)
    return place.node if len(place.path) == len(path) else None
