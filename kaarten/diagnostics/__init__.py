"""Faults and remarks as values: what is wrong, where it stands, how to mend it.

In: a code, a Mark and details from any hop of the pipeline. Out: Diagnostics, collected in a Report so that a user
sees all faults at once. The sentences stand in `kaarten/data/messages/`, in Dutch and English, by code; tests
assert codes and marks, never sentences. Leaves alone: printing (`render` makes text, only the cli prints).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a user's file: the path as the user knows it, line and column from 1. Line 0 is the whole file.

    In a table, line and column are those of a cell, and `cell` is its name: B7. What stands there is somebody's data:
    no fault repeats it.
    """

    file: str
    line: int = 0
    column: int = 0
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Mark("kaarten")
"""For what no file of the user's caused, such as an option on the command line."""


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Diagnostic:
    """One fault or remark. `code` names its sentence and hint, `details` fill them in (values become text)."""

    severity: Severity
    code: str
    mark: Mark
    details: dict[str, object] = field(default_factory=dict[str, object])


class KaartenError(Exception):
    """A user's fault that stops the work here. Carries every Diagnostic known at that moment."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__("; ".join(f"{d.mark}: {d.code}" for d in diagnostics))
        self.diagnostics = diagnostics


class Report:
    """Collects diagnostics along the pipeline; the same one twice is kept once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, Mark, str], Diagnostic] = {}

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._seen.values())

    def __len__(self) -> int:
        return len(self._seen)

    def add(self, diagnostic: Diagnostic) -> None:
        key = (diagnostic.code, diagnostic.mark, repr(sorted(diagnostic.details.items(), key=lambda item: item[0])))
        self._seen.setdefault(key, diagnostic)

    def error(self, code: str, mark: Mark, **details: object) -> None:
        self.add(Diagnostic(Severity.ERROR, code, mark, details))

    def warning(self, code: str, mark: Mark, **details: object) -> None:
        self.add(Diagnostic(Severity.WARNING, code, mark, details))

    def note(self, code: str, mark: Mark, **details: object) -> None:
        self.add(Diagnostic(Severity.NOTE, code, mark, details))

    @property
    def errors(self) -> list[Diagnostic]:
        return [d for d in self if d.severity is Severity.ERROR]

    def stop_on_errors(self) -> None:
        """Raise KaartenError with everything collected, when there is at least one error."""
        if self.errors:
            raise KaartenError(list(self))
