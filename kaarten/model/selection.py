"""Which part of a pack is asked for: by meeting, by kind of material, by name.

In: what a user named. Out: whether a material belongs to the part, and a name for the folder in which the part comes.
Nothing heavy is imported here, because help and completion name the kinds. Leaves alone: what the materials are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from kaarten.diagnostics import NOWHERE, Report
from kaarten.diagnostics.guess import guess
from kaarten.text import MeetingId, slug

Kind = Literal["cards", "posters", "sheets", "labels", "lists", "letters", "script", "presentation", "wall", "plan"]

KINDS: Mapping[Kind, str] = {
    "cards": "kaarten",
    "posters": "posters",
    "sheets": "bladen",
    "labels": "stickers",
    "lists": "lijsten",
    "letters": "brieven",
    "script": "draaiboek",
    "presentation": "presentatie",
    "wall": "muur",
    "plan": "printplan",
}
"""The kinds of material, and what they are called in Dutch. On the command line both names are right."""

_IN_ENGLISH: dict[str, Kind] = {dutch: kind for kind, dutch in KINDS.items()}
_PLAIN = re.compile(r"(?!(?:meeting|without)-)[a-z0-9]+(?:-[a-z0-9]+)*")
"""A name that reads in only one way in the name of a folder."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The same for a meeting, which `meeting-` stands before."""
_LONGEST = 60
"""Characters of that name: the path of a file has 260 on Windows, most of which a user needs herself."""


class Choosable(Protocol):
    """What is asked of a material: its kind, its meeting or None, the deck that it is a part of or ""."""

    @property
    def kind(self) -> Kind: ...

    @property
    def meeting(self) -> MeetingId | None: ...

    @property
    def deck(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of a pack. Empty it is the whole pack; what is named must all hold, `without` last.

    `only` and `without` have ids of materials, names of decks, and names of kinds, in English or Dutch.
    """

    meetings: tuple[MeetingId, ...] = ()
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.meetings or self.only or self.without)

    def of(self, materials: Mapping[str, Choosable], meetings: Collection[str], report: Report) -> list[str]:
        """The ids that belong to the part, in their order. A plan of no one meeting goes along with any.

        Faults: `no-such-part` for each name that is none of these, `no-such-meeting` for what is none of
        `meetings`, `nothing-selected`. The warning `no-such-kind` is about kinds in `only` that the team has nothing
        of; the note `of-no-one-meeting` names what was left out because it belongs to no single meeting.
        """
        ids = names_of(materials)
        unknown = [name for name in (*self.only, *self.without) if not (name in ids or _kind(name))]
        for name in unknown:
            _refuse(name, ids, report)
        for id in self.meetings:
            if id not in meetings:
                unknown.append(id)
                report.error("no-such-meeting", NOWHERE, name=id, guess=guess(id, meetings), known=list(meetings))
        named = {id: material for id, material in materials.items() if self._names(id, material)}
        found = [id for id, material in named.items() if not self.meetings or material.meeting in self.meetings]
        if not found and not unknown:
            report.error("nothing-selected", NOWHERE)
        if not found:
            return []
        apart = [id for id, material in named.items() if id not in found and not material.meeting]
        plans = [id for id in apart if named[id].kind == "plan"]
        self._tell(materials, [id for id in apart if id not in plans], report)
        return [id for id in named if id in found or id in plans]

    def _tell(self, materials: Mapping[str, Choosable], apart: list[str], report: Report) -> None:
        """What somebody who asked for this part may miss in it."""
        there = {*names_of(materials), *(material.kind for material in materials.values())}
        empty = [name for name in self.only if not {name, _kind(name)} & there]
        if empty:
            report.warning("no-such-kind", NOWHERE, kinds=empty)
        if apart:
            report.note("of-no-one-meeting", NOWHERE, materials=apart)

    @property
    def name(self) -> str:
        """What its folder is called, such as `meeting-1_cards_without-werkblad-1`; "" for the whole pack.

        The same however it was typed, another for every other part, and fit for every disk.
        """
        meetings = sorted(set(map(str, self.meetings)))
        only, without = _known_as(self.only), _known_as(self.without)
        groups = (("meeting-", meetings), ("", only), ("without-", without))
        plain = "_".join(head + "+".join(names) for head, names in groups if names)
        if (
            len(plain) <= _LONGEST
            and all(map(_SLUG.fullmatch, meetings))
            and all(map(_PLAIN.fullmatch, (*only, *without)))
        ):
            return plain
        mark = hashlib.sha256(repr((meetings, only, without)).encode()).hexdigest()[:8]
        return f"{slug(plain)[:_LONGEST].rstrip('-')}_{mark}"

    def _names(self, id: str, material: Choosable) -> bool:
        asked = not self.only or _among(self.only, id, material)
        return asked and not _among(self.without, id, material)


WHOLE = Selection()
"""The whole pack."""


def names_of(materials: Mapping[str, Choosable]) -> list[str]:
    """By what each can be asked for, in their order: a deck before its parts, and the ids of all."""
    named = ((material.deck, id) for id, material in materials.items())
    return list(dict.fromkeys(str(name) for names in named for name in names if name))


def _among(names: Iterable[str], id: str, material: Choosable) -> bool:
    return any(name in (id, material.deck) or _kind(name) == material.kind for name in names)


def _kind(name: str) -> str:
    """The kind of that name in English or Dutch, or ""."""
    return _IN_ENGLISH.get(name) or (name if name in KINDS else "")


def _known_as(names: Iterable[str]) -> list[str]:
    """The names in the form that the folder has: kinds in English, in the order of the alphabet."""
    return sorted({_kind(name) or name for name in names})


def _refuse(name: str, materials: Iterable[str], report: Report) -> None:
    near = guess(name, [*materials, *KINDS, *KINDS.values()])
    kinds = [kind if kind == dutch else f"{kind} ({dutch})" for kind, dutch in KINDS.items()]
    report.error("no-such-part", NOWHERE, name=name, guess=near, kinds=kinds)
