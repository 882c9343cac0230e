"""Runs: from the pieces of every material to what goes through the printer in one go.

In: a Material and its Pieces (`impose`), then all materials together (`plan_runs`, `reading_sides`). Out: Imposed,
Runs, and the sides of the file for reading. A poster is a 1-up sheet: cards, posters and worksheets share one path, and
only a piece larger than its paper takes another (tiles). Leaves alone: PDF, folders, and what the print plan says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kaarten.compose.face import Face, Piece
from kaarten.diagnostics import NOWHERE, Report
from kaarten.geometry import Size
from kaarten.impose.cuts import Cut, cut_list
from kaarten.impose.edge import edge_face
from kaarten.impose.grid import SMALLEST, Grid, fit_grid, label_grid
from kaarten.impose.nup import lay, loads_of, loads_on_labels
from kaarten.impose.sheets import Duplex, Placement, Run, Sheet, Side
from kaarten.impose.tiles import lay_tiles
from kaarten.impose.tiling import Tiling, divide
from kaarten.model.stock import Paper
from kaarten.tailor.job import Material
from kaarten.text import slug
from kaarten.typeset.fonts import Typeface

LONGEST_NAME = 80
"""Characters in the name of a run; folders and extension come on top, and Windows stops at 260 for all."""


@dataclass(frozen=True, slots=True)
class Imposed:
    """A material on its sheets. The sheets are printed `copies` times; `cuts` has the cut list of each of them.

    `grid` is how pieces stand on a sheet (it has `labels` when they are peeled off), `tiling` how a poster is divided;
    one of them is None. What is for a screen, or not needed, has no sheets; what could not be laid on its paper
    has none either, and a Diagnostic in the report.
    """

    material: Material
    pieces: tuple[Piece, ...]
    sheets: tuple[Sheet, ...] = ()
    duplex: Duplex = Duplex.NONE
    copies: int = 0
    grid: Grid | None = None
    tiling: Tiling | None = None
    cuts: tuple[tuple[Cut, ...], ...] = ()

    @property
    def sheets_printed(self) -> int:
        """Sheets of paper that the pack needs for this material."""
        return len(self.sheets) * self.copies


def impose(
    material: Material,
    pieces: Sequence[Piece],
    report: Report,
    typeface: Typeface,
    tile_alt: str,
    start_at: int = 1,
) -> Imposed:
    """Lay a material on its paper: n-up, on labels, one to a sheet, or in tiles. `tile_alt` is `lay_tiles`' `alt`.

    `material.copies` counts sets, `Piece.copies` how often a piece is in one set. Where several pieces share a sheet
    all copies are laid out; one to a sheet, the sheets stand once and are printed `material.copies` times. The first
    sheet of labels is used from label `start_at` on, counted from 1. Faults: `piece-larger-than-paper`,
    `piece-too-small`, `back-of-tiled-piece`, `back-of-label`. Raises ValueError for a face of another size than the
    material's, which is the layout's mistake, and for a label that the sheet does not have.
    """
    _check_sizes(material, pieces)
    if material.screen:
        return Imposed(material, tuple(pieces))
    if material.paper.labels:
        return _on_labels(material, pieces, report, label_grid(material.paper, material.paper.labels), start_at)
    if min(material.size.width, material.size.height) < SMALLEST:
        report.error("piece-too-small", material.mark, size=_shown(material.size), smallest=f"{SMALLEST:g} mm")
        return Imposed(material, tuple(pieces))
    grid = fit_grid(material.size, material.paper.size)
    if grid is not None:
        return _on_grid(material, pieces, grid, typeface)
    if material.tiled:
        return _in_tiles(material, pieces, report, typeface, tile_alt)
    details = {"size": _shown(material.size), "paper": material.paper.id, "paper_size": _shown(material.paper.size)}
    report.error("piece-larger-than-paper", material.mark, **details)
    return Imposed(material, tuple(pieces))


def label_starts(materials: Iterable[Material], start_at: int) -> dict[str, int]:
    """The materials with which a run of labels begins, by id: they start at label `start_at` of their first sheet.

    A run is what `plan_runs` puts together; those after the first begin on a sheet of their own.
    """
    first: dict[tuple[Paper, bool], str] = {}
    for material in materials:
        if material.paper.labels and material.copies:
            first.setdefault((material.paper, material.colour), material.id)
    return dict.fromkeys(first.values(), start_at)


def plan_runs(imposed: Iterable[Imposed]) -> list[Run]:
    """The runs in printing order: that of the materials, each joining the run of its paper, sides, colour and copies.
    One with a file of its own joins none; one that names a file joins those that name it too.

    A run is named after its number and one or two materials, else after the file they name, else after its paper and
    sides: `03-dialoogkaarten`, `04-brieven`, `01-a4-enkelzijdig`. Names hold a to z, 0 to 9 and hyphens only, and
    differ in their number.
    """
    groups: dict[tuple[object, ...], list[Imposed]] = {}
    for one in imposed:
        if one.sheets:
            material = one.material
            key = (material.paper, one.duplex, material.colour, one.copies, material.file)
            groups.setdefault(key, []).append(one)
    return [_run(number, group) for number, group in enumerate(groups.values(), start=1)]


def reading_sides(imposed: Iterable[Imposed]) -> list[Side]:
    """The pages of the file for reading: every face once, at its own trim size, a back after its first front.

    Bookmarks: the material's title, and below it its pieces when there is more than one.
    """
    sides: list[Side] = []
    seen: set[Face] = set()
    for one in imposed:
        sides.extend(_entitled(_faces(one.pieces, seen), one))
    return sides


def _check_sizes(material: Material, pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        for face in (piece.front, piece.back):
            if face is not None and face.size != material.size:
                raise ValueError(f"{material.id}: face {face.title!r} is {_shown(face.size)}")


def _on_grid(material: Material, pieces: Sequence[Piece], grid: Grid, typeface: Typeface) -> Imposed:
    one_up = grid.count == 1
    sets, copies = (1, material.copies) if one_up else (material.copies, 1)
    loads = loads_of(pieces, sets, grid.count) if copies else []
    duplex = Duplex.LONG_EDGE if any(piece.back for piece in pieces) else Duplex.NONE
    told = next((piece.edge for piece in pieces if piece.edge), "")
    sheets = lay(loads, grid, duplex, edge_face(grid, told, material.paper.margin, typeface))
    cuts = tuple(cut_list(grid, len(load)) for load in loads)
    made = Imposed(material, tuple(pieces), (), duplex, copies, grid=grid, cuts=cuts)
    return replace(made, sheets=_with_title(sheets, made))


def _on_labels(material: Material, pieces: Sequence[Piece], report: Report, grid: Grid, start_at: int) -> Imposed:
    if not 1 <= start_at <= grid.count:
        raise ValueError(f"{material.id}: label {start_at} of {grid.count}")
    if any(piece.back for piece in pieces):
        report.error("back-of-label", material.mark, id=material.paper.id)
        return Imposed(material, tuple(pieces))
    if start_at > 1 and material.copies:
        report.note("half-used-sheet", NOWHERE, material=material.id, number=start_at)
    loads = loads_on_labels(pieces, material.copies, grid, start_at)
    made = Imposed(material, tuple(pieces), copies=1, grid=grid, cuts=((),) * len(loads))
    return replace(made, sheets=_with_title(lay(loads, grid, Duplex.NONE), made))


def _in_tiles(
    material: Material, pieces: Sequence[Piece], report: Report, typeface: Typeface, tile_alt: str
) -> Imposed:
    if any(piece.back for piece in pieces):
        report.error("back-of-tiled-piece", material.mark, size=_shown(material.size), paper=material.paper.id)
        return Imposed(material, tuple(pieces))
    tiling = divide(material.size, material.paper)
    posters = [piece for piece in pieces for _ in range(piece.copies)] if material.copies else []
    sheets = [sheet for piece in posters for sheet in lay_tiles(piece.front, tiling, tile_alt, typeface)]
    made = Imposed(material, tuple(pieces), (), copies=material.copies, tiling=tiling, cuts=((),) * len(sheets))
    return replace(made, sheets=_with_title(sheets, made))


def _with_title(sheets: Sequence[Sheet], imposed: Imposed) -> tuple[Sheet, ...]:
    fronts = _entitled([sheet.front for sheet in sheets], imposed)
    return tuple(replace(sheet, front=front) for sheet, front in zip(sheets, fronts, strict=True))


def _entitled(sides: Sequence[Side], imposed: Imposed) -> list[Side]:
    """The sides with the material's title on the first; what they were called stays, when it tells things apart."""
    if not sides:
        return []
    first, *rest = sides
    apart = len(imposed.pieces) > 1 or any(side.bookmark for side in rest)
    inner = first.bookmark if apart else None
    return [replace(first, bookmark=str(imposed.material.title), level=0, inner_bookmark=inner), *rest]


def _faces(pieces: Iterable[Piece], seen: set[Face]) -> list[Side]:
    sides: list[Side] = []
    for piece in pieces:
        for face, bookmark in ((piece.front, piece.name), (piece.back, None)):
            if face is not None and face not in seen:
                seen.add(face)
                sides.append(Side(face.size, (Placement(face, 0, 0),), bookmark, level=1))
    return sides


def _run(number: int, group: Sequence[Imposed]) -> Run:
    first = group[0]
    ids = tuple(one.material.id for one in group)
    sheets = tuple(sheet for one in group for sheet in one.sheets)
    name = _run_name(number, ids, first.material, first.duplex)
    return Run(number, name, first.material.paper, first.duplex, first.material.colour, first.copies, sheets, ids)


def _run_name(number: int, ids: Sequence[str], first: Material, duplex: Duplex) -> str:
    sides = "enkelzijdig" if duplex is Duplex.NONE else "dubbelzijdig"
    words = ids if len(ids) <= 2 else (first.file,) if first.file else (first.paper.id, sides)
    return f"{number:02d}-{slug('-'.join(words))}"[:LONGEST_NAME].rstrip("-")


def _shown(size: Size) -> str:
    return f"{size.width:g} x {size.height:g} mm"
