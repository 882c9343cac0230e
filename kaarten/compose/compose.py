"""The hop from a job to faces: every material is made by its layout.

In: a Job, the layouts, a Report. Out: the pieces of each material, every text measured and fitted. Leaves alone: paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from kaarten.compose.desk import Desk
from kaarten.compose.face import Piece
from kaarten.diagnostics import Mark, Report
from kaarten.tailor.job import Job, Material


class ComposingLayout(Protocol):
    """What compose needs of a layout: a function from a desk and its content to pieces."""

    @property
    def compose(self) -> Callable[[Desk, Any], Iterable[Piece]]: ...


class Layouts(Protocol):
    def get(self, name: str, mark: Mark, report: Report) -> ComposingLayout | None: ...


@dataclass(frozen=True, slots=True)
class Composed:
    """A material and its pieces in the order a person uses them."""

    material: Material
    pieces: tuple[Piece, ...]


def compose(job: Job, layouts: Layouts, report: Report) -> list[Composed]:
    """Every material of the job. What does not fit or cannot be shown stands in the report afterwards."""
    return [made for material in job.materials if (made := compose_material(job, material, layouts, report))]


def compose_material(job: Job, material: Material, layouts: Layouts, report: Report) -> Composed | None:
    layout = layouts.get(material.layout, material.mark, report)
    if layout is None:
        return None
    return Composed(material, tuple(layout.compose(Desk(job, material, report), material.content)))
