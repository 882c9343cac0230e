"""Laying: placements put down on a side, with the marks that say which of it is read.

In: a Side. Out: the content of one page, and the names of its pictures. Leaves alone: what a face looks like
(`painting`), the tree that the marks lead to (`structure`), and the page itself (`pages`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kaarten.compose.face import Face
from kaarten.impose.sheets import Placement, Side
from kaarten.press.operators import Frame
from kaarten.press.painting import Impression
from kaarten.press.structure import ARTIFACT, Structure


class Content(NamedTuple):
    """The operators of one page, and the names of the pictures they paint."""

    text: str
    pictures: tuple[str, ...]


def lay(side: Side, impression_of: Callable[[Face], Impression], structure: Structure) -> Content:
    """All placements of a side, each inside its own `q … Q`."""
    frame = Frame(side.size.height)
    structure.begin_page(frame, side.destinations)
    parts: list[str] = []
    pictures: dict[str, None] = {}
    for placement in side.placements:
        impression = impression_of(placement.face)
        parts += [f"q {_where(placement, frame)}", *_marked(placement, impression, structure), "Q"]
        pictures |= dict.fromkeys(impression.pictures)
    return Content("\n".join(parts), tuple(pictures))


def _where(placement: Placement, frame: Frame) -> str:
    """The clip, and the matrix that takes the lower left corner of the face to its place."""
    scale = f"{placement.scale:.6f}".rstrip("0").rstrip(".")
    corner = frame.at(placement.x, placement.y + placement.face.size.height * placement.scale)
    matrix = f"{scale} 0 0 {scale} {corner} cm"
    if placement.crop is None:
        return matrix
    return f"{frame.rectangle(placement.crop)} W n {matrix}"


def _marked(placement: Placement, impression: Impression, structure: Structure) -> list[str]:
    """The paint between its marks: stretch by stretch, as one figure, or as something nobody reads."""
    if placement.read and placement.alt is not None:
        return [structure.mark(structure.describe(placement, placement.alt)), *filter(None, impression.texts), "EMC"]
    if not (placement.read and structure.is_new(placement.face)):
        return [ARTIFACT, *filter(None, impression.texts), "EMC"]
    structure.read(placement)
    parts: list[str] = []
    for stretch, text in zip(placement.face.stretches, impression.texts, strict=True):
        if text:
            parts += [structure.mark(stretch), text, "EMC"]
    return parts
