"""YAML as plain data that knows where it stands.

In: what the reader found. Out: Scalar, Mapping and Sequence, each with the Mark of its first character. Every scalar
is text: the model decides what is a number or a yes. Leaves alone: meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaarten.diagnostics import Mark


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text. `null` marks a key without a value (`date:`), whose text is empty."""

    text: str
    mark: Mark
    null: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order of the file; `keys` has the Mark of each key itself, for faults about the key."""

    entries: dict[str, Node]
    keys: dict[str, Mark]
    mark: Mark

    def __iter__(self) -> Iterator[tuple[str, Node]]:
        return iter(self.entries.items())

    def get(self, key: str) -> Node | None:
        return self.entries.get(key)


Node = Scalar | Sequence | Mapping
