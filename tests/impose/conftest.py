"""Made-up faces, pieces, papers and materials for the tests of impose, and a picture of a side in letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import resources

import pytest

from kaarten.compose.face import Element, Face, Piece, Stretch
from kaarten.diagnostics import Mark
from kaarten.geometry import PAPER_SIZES, Size
from kaarten.graphics import Paint, Shape
from kaarten.impose.sheets import Side
from kaarten.model.stock import Paper
from kaarten.tailor.job import Material
from kaarten.text import Text
from kaarten.typeset.fonts import Font, Typeface

A5_LYING = Size(210, 148.5)


def make_face(title: str = "Kaart", size: Size = A5_LYING) -> Face:
    return Face(title, size, (Stretch(element := Element("P")),), (element,))


def make_piece(name: str = "Kaart", size: Size = A5_LYING, *, back: bool | Face = False, copies: int = 1) -> Piece:
    behind = back if isinstance(back, Face) else make_face(f"{name}, achter", size) if back else None
    return Piece(name, make_face(name, size), behind, copies)


def make_paper(sheet: str = "A4", margin: float = 5, name: str = "a4") -> Paper:
    return Paper(name, Text("Papier"), sheet, PAPER_SIZES[sheet], 80, margin)


def make_material(
    name: str = "kaarten", size: Size = A5_LYING, paper: Paper | None = None, **changes: object
) -> Material:
    values = {"sides": 1, "colour": True, "copies": 1, "tiled": False, **changes}
    return Material(
        id=name, code="X01", layout="kaart", title=Text(name.capitalize()), kind="cards", meeting=1,
        paper=paper or make_paper(), size=size, content=None, credits=(), credit_short=Text(""),
        mark=Mark("materials.yaml", 3, 1), **values,
    )  # fmt: skip


def draw_picture(side: Side, piece: Size) -> str:
    """The side in letters, one for each slot: the first of its face's title, small for a copy nobody hears."""
    columns, rows = round(side.size.width // piece.width), round(side.size.height // piece.height)
    left, top = (side.size.width - columns * piece.width) / 2, (side.size.height - rows * piece.height) / 2
    cells = [["."] * columns for _ in range(rows)]
    for placement in side.placements:
        if placement.face.title:
            column, row = (placement.x - left) / piece.width, (placement.y - top) / piece.height
            letter = placement.face.title[0]
            cells[round(row)][round(column)] = letter.upper() if placement.read else letter.lower()
    return "\n".join("".join(row) for row in cells)


def shapes_of(face: Face) -> Iterator[Shape]:
    for stretch in face.stretches:
        yield from (paint for paint in stretch.paint if isinstance(paint, Shape))


def paint_of(face: Face) -> list[Paint]:
    return [paint for stretch in face.stretches for paint in stretch.paint]


@pytest.fixture(scope="session")
def face() -> Callable[..., Face]:
    return make_face


@pytest.fixture(scope="session")
def piece() -> Callable[..., Piece]:
    return make_piece


@pytest.fixture(scope="session")
def paper() -> Callable[..., Paper]:
    return make_paper


@pytest.fixture(scope="session")
def material() -> Callable[..., Material]:
    return make_material


@pytest.fixture(scope="session")
def picture() -> Callable[[Side, Size], str]:
    return draw_picture


@pytest.fixture(scope="session")
def shapes() -> Callable[[Face], Iterator[Shape]]:
    return shapes_of


@pytest.fixture(scope="session")
def paints() -> Callable[[Face], list[Paint]]:
    return paint_of


@pytest.fixture(scope="session")
def typeface() -> Typeface:
    files = resources.files("fontpkg_atkinson_hyperlegible") / "files"
    return Typeface(Font((files / "AtkinsonHyperlegible-Bold.ttf").read_bytes()))
