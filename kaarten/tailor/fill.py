"""Filling in: placeholders in texts become the team's own words and facts.

In: a tree of texts of one material, the Placeholders of every language in the chain. Out: the same tree filled in, each
text by the words of the language it is written in. What was not given becomes a line to write on, or, where the text
would be about nothing, the text is left out; both are reported. Leaves alone: `{page}`, and what is said of each
person, which only layouts know.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.source.nodes import Mapping, Node, Scalar, Sequence
from kaarten.tailor.vocabulary import Absent, Kind, Placeholders, later
from kaarten.tailor.words import Words
from kaarten.text import TO_WRITE_ON

_PLACEHOLDER = re.compile(r"\{([^{}]*)(\}?)")


class _LeftOut(Exception):
    """The text is not printed."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills in texts. `placeholders` are by language; `place` gives where a fact or a form stands or would stand.

    `told` holds the words whose missing form has been reported.
    """

    words: Words
    placeholders: dict[str, Placeholders]
    place: Callable[[str], Mark]
    report: Report
    told: set[str] = field(default_factory=set[str])

    def fill(self, node: Node, id: str, language: str = "") -> Node | None:
        """The node filled in; None when nothing is left of it."""
        if isinstance(node, Scalar):
            return self._scalar(node, id, language or self.words.language_of(id))
        if isinstance(node, Sequence):
            language = language or self.words.language_of(id)
            items = [self.fill(item, f"{id}.{number}", language) for number, item in enumerate(node.items, 1)]
            return Sequence(tuple(item for item in items if item is not None), node.mark)
        entries = {
            key: filled for key, item in node if (filled := self.fill(item, f"{id}.{key}", language)) is not None
        }
        return Mapping(entries, {key: node.keys[key] for key in entries}, node.mark)

    def _scalar(self, node: Scalar, id: str, language: str) -> Scalar | None:
        if "{" not in node.text:
            return node
        placeholders = self.placeholders[language]
        try:
            text = _PLACEHOLDER.sub(lambda found: self._value(found, node, id, placeholders), node.text)
        except _LeftOut:
            return None
        return Scalar(text, node.mark)

    def _value(self, found: re.Match[str], node: Scalar, id: str, placeholders: Placeholders) -> str:
        name = found[1]
        value = placeholders.values.get(name) if found[2] else None
        if value is not None:
            return value
        if name in later(id) and found[2]:
            return found[0]
        absent = placeholders.absent.get(name) if found[2] else None
        if absent is not None:
            return self._absent(absent, name, node, id)
        code = "unknown-placeholder" if found[2] else "placeholder-not-closed"
        typed = name if found[2] else name.partition(" ")[0]
        near = guess(typed, placeholders.names)
        self.report.error(code, node.mark, placeholder=typed, guess=near, id=id)
        return found[0]

    def _absent(self, absent: Absent, name: str, node: Scalar, id: str) -> str:
        match absent.kind:
            case Kind.PERSON:
                return TO_WRITE_ON
            case Kind.FORM:
                if absent.key not in self.told:  # one fault, however many texts ask for the form
                    self.told.add(absent.key)
                    place = self.place(absent.key)
                    self.report.error("missing-form", place, placeholder=name, key=absent.key, id=id)
                return TO_WRITE_ON
            case Kind.LINK:
                self.report.note("text-left-out", node.mark, placeholder=name, key=absent.key, id=id)
                raise _LeftOut
            case Kind.FACT:
                self.report.warning("missing-fact", self.place(absent.key), placeholder=name, key=absent.key)
                return TO_WRITE_ON
