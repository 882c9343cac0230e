"""The fingerprint of a value: equal values have equal ones, in every process and on every machine.

In: anything a Job holds. Out: a SHA-256. Where a text was written (its Mark) does not count: moving a line in a YAML
file changes no page. Leaves alone: what the values mean (`ingredients` names them).
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Set
from enum import Enum
from numbers import Number
from typing import Any, cast

from kaarten.diagnostics import Mark
from kaarten.typeset.fonts import Font, Typeface

_PLAIN = (Number, datetime.date, datetime.time)


def digest(value: object) -> str:
    """The fingerprint of `value`. Raises TypeError for a type that has none, such as a function."""
    total = hashlib.sha256()
    for piece in _pieces(value):
        total.update(piece)
    return total.hexdigest()


def piece(kind: str, data: bytes) -> bytes:
    """Bytes with their kind and length in front, so that no two runs of them can be mistaken for each other."""
    return f"{kind}{len(data)}:".encode() + data


def _pieces(value: Any) -> Iterator[bytes]:
    if isinstance(value, Mark):
        return
    atom = _atom(value)
    if atom is not None:
        yield atom
        return
    kind, members = _opened(value)
    yield f"{kind}[".encode()
    for member in members:
        yield from _pieces(member)
    yield b"]"


def _atom(value: Any) -> bytes | None:
    match value:
        case Enum():
            return piece("e", str(value.value).encode())
        case str():
            return piece("s", str.encode(value, "utf-8", "surrogatepass"))
        case bytes():
            return piece("b", value)
        case Font():
            return piece("f", value.key.encode())
        case _ if value is None or isinstance(value, _PLAIN):
            return piece("v", repr(value).encode())
        case _:
            return None


def _opened(value: Any) -> tuple[str, Iterable[Any]]:
    """The kind of a value that holds others, and the others."""
    if isinstance(value, Typeface):
        return "typeface", value.own_fonts
    if isinstance(value, Mapping):
        return "map", _flat(cast("Mapping[Any, Any]", value))
    if isinstance(value, Set):
        return "set", sorted(map(digest, cast("Set[object]", value)))
    if isinstance(value, list | tuple):
        return "list", cast("list[Any]", value)
    name = type(value).__name__
    if dataclasses.is_dataclass(value):
        return name, _flat({field.name: getattr(value, field.name) for field in dataclasses.fields(value)})
    if hasattr(value, "__dict__") and not callable(value):  # a layout's content model
        return name, _flat(vars(value))
    raise TypeError(f"no fingerprint for {name}")


def _flat(members: Any) -> list[Any]:
    return [part for pair in members.items() for part in pair]
