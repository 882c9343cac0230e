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
from kaarten.geometry import Size
from kaarten.tailor.job import Job, Material


class ComposingLayout(Protocol):
    """What compose needs of a layout: a function from a desk and its content to pieces, and between which sizes."""

    @property
    def smallest(self) -> tuple[Size, ...]: ...

    @property
    def largest(self) -> Size | None: ...

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
    if layout is None or not _can_draw(layout, material, report):
        return None
    return Composed(material, tuple(layout.compose(Desk(job, material, report), material.content)))


def _can_draw(layout: ComposingLayout, material: Material, report: Report) -> bool:
    size, smallest, most = material.size, layout.smallest, layout.largest
    if smallest and not any(least.within(size) for least in smallest):
        code = "label-under-smallest" if material.paper.labels else "size-under-smallest"
        least = " / ".join(map(str, smallest))
        report.error(code, material.mark, size=size, least=least, layout=material.layout)
    elif most and not size.within(most):
        report.error("size-over-largest", material.mark, size=size, most=most, layout=material.layout)
    else:
        return True
    return False
