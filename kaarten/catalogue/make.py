"""The catalogue as files.

In: a job of which everything is laid out, the layers it came from, the packs the team has. Out: the bytes of a tagged
PDF and of a page of HTML that stands on its own. The pictures of the page are cut from the PDF, so that nothing is
drawn twice and no more than one page at a time is in memory. Leaves alone: writing files.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kaarten.catalogue.page import catalogue_page
from kaarten.compose.catalogue import catalogue_leaves
from kaarten.compose.catalogue_leaf import Leaf
from kaarten.compose.face import Face
from kaarten.diagnostics import Report
from kaarten.finish.check import check_pdf
from kaarten.geometry import PAPER_SIZES
from kaarten.impose.runs import Imposed
from kaarten.impose.sheets import Destination, Placement, Side
from kaarten.model.layers import Layers
from kaarten.press import Document, press
from kaarten.preview import Cutting, cuttings
from kaarten.tailor.catalogue import groups_of
from kaarten.tailor.job import Job

_DPI = 170
"""Of the pictures of the page: an example of 35 mm is 234 pixels wide."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Both files."""

    pdf: bytes
    html: bytes


def make_catalogue(
    job: Job, laid: Sequence[Imposed], layers: Layers, chosen: Collection[str], report: Report
) -> Catalogue:
    """Both files. Raises KaartenError when something of the catalogue itself does not fit."""
    sides = {one.material.id: sum(2 if piece.back else 1 for piece in one.pieces) for one in laid}
    faces = {one.material.id: one.pieces[0].front for one in laid if one.pieces}
    groups = groups_of(job, layers, chosen, sides)
    leaves = catalogue_leaves(job, groups, faces, report)
    report.stop_on_errors()
    title = f"{job.labels['catalogue.title']} \N{EN DASH} {job.team_name}"
    pdf = _pressed(job, title, leaves)
    pictures = _pictures(pdf, leaves)
    return Catalogue(pdf, catalogue_page(job, title, groups, pictures).encode())


def _pressed(job: Job, title: str, leaves: Sequence[Leaf]) -> bytes:
    sides = [_side(leaf) for leaf in leaves]
    data = press(Document(title, job.language.tag, sides, author=str(job.team_name)))
    check_pdf(data, [side.size for side in sides], [name for side in sides for name, _ in side.bookmarks])
    return data


def _side(leaf: Leaf) -> Side:
    placements = tuple(
        Placement(part, 0, 0)
        if isinstance(part, Face)
        else Placement(part.face, part.box.x, part.box.y, alt=part.alt, scale=part.scale, crop=part.box)
        for part in leaf.parts
    )
    destinations = tuple(Destination(name, y) for name, y in leaf.destinations.items())
    return Side(PAPER_SIZES["A4"], placements, outline=tuple(leaf.bookmarks), destinations=destinations)


def _pictures(pdf: bytes, leaves: Sequence[Leaf]) -> dict[str, Cutting]:
    """By id the picture of each material that has one."""
    ids = [example.entry for leaf in leaves for example in leaf.examples]
    boxes = [[example.box for example in leaf.examples] for leaf in leaves]
    return dict(zip(ids, cuttings(pdf, boxes, _DPI), strict=True))
