"""Stock: the papers and the sheets of labels of one job, by the names they have in its language.

In: the structure, as a model and as nodes, and the words of the namespace `papers`. Out: Papers by id; of labels that
cannot be as they are given (off the sheet, over each other) a fault in the report, at the figure that says so. Leaves
alone: which material is printed on what (`materials`), and how pieces stand on a sheet (`impose`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.geometry import PAPER_SIZES, Size
from kaarten.model.quantity import Counted
from kaarten.model.stock import Labels, Paper
from kaarten.model.structure import LabelEntry, Structure
from kaarten.model.validate import walk
from kaarten.source import nodes
from kaarten.text import Text

UNEVEN = 0.3
"""mm that the blank edges on both sides of the labels may differ: makers cut them in the middle of the sheet."""

_ROUNDING = 0.05
"""mm: makers give their figures in hundredths."""


def papers_of(structure: Structure, node: nodes.Mapping, names: Mapping[str, Text], report: Report) -> dict[str, Paper]:
    """All papers by id. One without a name in the words is called by its size and weight, labels by their id.

    `node` is the whole structure, to point into.
    """
    found: dict[str, Paper] = {}
    for id, paper in structure.stock.papers.items():
        name = names.get(id) or Text(f"{paper.format} {paper.weight} g")
        size, prices = PAPER_SIZES[paper.format], (paper.price, paper.print_price)
        found[id] = Paper(id, name, paper.format, size, paper.weight, paper.margin, None, *prices)
    for id, entry in structure.stock.labels.items():
        if id in found:
            report.error("stock-twice", walk(node, ("stock", "labels", id)).key, id=id)
            continue
        labels = _labels(entry)
        _Checked(id, labels, PAPER_SIZES[entry.format], node, report).check()
        shifted = replace(labels, left=labels.left + entry.shift_x, top=labels.top + entry.shift_y)
        name = names.get(id) or Text(id)
        price = structure.rates.labels if entry.price is None else entry.price
        found[id] = Paper(id, name, entry.format, PAPER_SIZES[entry.format], 0, entry.margin, shifted, price)
    return found


def label_sheets(structure: Structure, papers: Mapping[str, Paper], people: Counted) -> tuple[Paper, ...]:
    """The sheets of labels that a whole pack prints on, in the order of its materials, each once."""
    entries = structure.materials.values()
    used = [papers[entry.paper] for entry in entries if entry.paper in papers and entry.copies.count(people)]
    return tuple(dict.fromkeys(paper for paper in used if paper.labels))


def guess_paper(word: str, papers: Mapping[str, Paper]) -> str:
    """The id that somebody meant: that of the sheet which also has this name, else the one most like it, or nothing."""
    slug = _slug(word)
    for id, paper in papers.items():
        if paper.labels and slug in map(_slug, paper.labels.also):
            return id
    return guess(word, papers)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _labels(entry: LabelEntry) -> Labels:
    size, disc = entry.size, entry.diameter is not None
    pitch = Size(entry.pitch_x or size.width, entry.pitch_y or size.height)
    grid = (pitch, entry.columns, entry.rows)
    return Labels(size, entry.left, entry.top, *grid, entry.corner, disc, tuple(map(str, entry.also)))


@dataclass(frozen=True, slots=True)
class _Checked:
    """One sheet of labels, and whether it can exist."""

    id: str
    labels: Labels
    sheet: Size
    node: nodes.Mapping
    report: Report

    def check(self) -> None:
        labels, around = self.labels, self.labels.around
        size, pitch = labels.size, labels.pitch
        self._along("pitch_x", "columns", labels.columns, size.width, pitch.width, around.x, self.sheet.width)
        self._along("pitch_y", "rows", labels.rows, size.height, pitch.height, around.y, self.sheet.height)
        if labels.corner > min(size.width, size.height) / 2:
            most = f"{min(size.width, size.height) / 2:g} mm"
            value = f"{labels.corner:g} mm"
            self.report.error("out-of-range", self._mark("corner"), key="corner", value=value, most=most)

    def _along(
        self, pitch_key: str, count_key: str, count: int, size: float, pitch: float, start: float, length: float
    ) -> None:
        """The checks of one direction: labels of `size` mm from `start`, every `pitch`, on a sheet of `length`."""
        end = start + (count - 1) * pitch + size
        if count > 1 and pitch < size - _ROUNDING:
            self.report.error(
                "labels-overlap", self._mark(pitch_key), id=self.id, key=pitch_key, pitch=_mm(pitch), size=_mm(size)
            )
        elif end > length + _ROUNDING:
            figures = {"end": _mm(end), "length": _mm(length), "count": count}
            self.report.error("labels-off-sheet", self._mark(count_key), id=self.id, key=count_key, **figures)
        elif abs(start - (length - end)) > UNEVEN + 1e-9:
            key = "left" if count_key == "columns" else "top"
            figures = {"start": _mm(start), "rest": _mm(length - end)}
            self.report.warning("labels-off-centre", self._mark(key), id=self.id, key=key, **figures)

    def _mark(self, key: str) -> Mark:
        """Where a figure stands; of one that was left out, where the sheet does."""
        place = walk(self.node, ("stock", "labels", self.id, key))
        return place.value if place.path[-1:] == (key,) else place.key


def _mm(length: float) -> float:
    return round(length, 2)
