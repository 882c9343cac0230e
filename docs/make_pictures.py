"""The pictures of the README, made of real pages of the example teams: `.venv/bin/python docs/make_pictures.py`.

In: the teams in content/teams. Out: PNGs in docs/pictures, at most 90 kB each; one that grows beyond that stops the
run. Exists so that the README shows what kaarten makes today, not what it once made. Leaves alone: what is on a page.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageOps

from kaarten.diagnostics import Report
from kaarten.impose.runs import Imposed, reading_sides
from kaarten.impose.sheets import Sheet, Side
from kaarten.pipeline import Order, catalogue_of, job_of, lay_out, open_pack
from kaarten.press import Document, press
from kaarten.preview import pictures

HERE = Path(__file__).resolve().parent
TEAMS = HERE.parent / "content" / "teams"
EAST = TEAMS / "buurtteam-oost"
NORTH = TEAMS / "gebiedsteam-noorderlanden"
ACADEMY = TEAMS / "academie-de-schakel" / "teams" / "wijkteam-zonnehoven"

MOST_BYTES = 90_000
DRAWN_AT = 150
"""Dots per inch: drawn larger than shown and then made smaller, which is smoother."""
COLOURS = 128
LINE, DESK, GAP = "#b9b7b0", "#d9d7d0", 14
"""The edge of the paper, what it lies on, and the room round it in pixels."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a material. `number` counts from 0, or back from -1: pages as they are held or, `on_sheet`, sides as
    printed. With `every_pack` it may be of a pack that the team did not choose.
    """

    team: Path
    material: str
    number: int = 0
    on_sheet: bool = False
    every_pack: bool = False


def _sheet(material: str, number: int = 0) -> Page:
    return Page(EAST, material, number, on_sheet=True)


def _of_a_pack(material: str, number: int = 0) -> Page:
    return Page(EAST, material, number, every_pack=True)


CATALOGUE = ""
"""Stands for the catalogue in the place of a material."""

PICTURES = {
    "catalogus": (430, [Page(EAST, CATALOGUE, number) for number in (0, 2, -2)]),
    "dialoogkaarten": (430, [_sheet("dialoogkaarten"), _sheet("dialoogkaarten", 1)]),
    "posters": (430, [Page(EAST, "poster-wiel"), Page(EAST, "poster-stickers")]),
    "begeleiden": (560, [Page(EAST, "draaiboek-1", 1), Page(EAST, "printplan"), Page(EAST, "inpaklijst-1")]),
    "pakketten": (
        300,
        [_of_a_pack("interviewkaarten", 2), *(_of_a_pack(id) for id in ("t-profielkaart", "kompaskaart", "wolkjes"))],
    ),
    "presentatie": (236, [Page(EAST, "presentatie-1", slide) for slide in (0, 11, 18)]),
    "muur": (430, [Page(EAST, "programma-1"), Page(EAST, "afsprakenposter"), Page(EAST, "overzichtsposter-leeg")]),
    "stickers": (430, [_sheet("naamstickers"), _sheet("keuzestickers"), _sheet("etiketten")]),
    "kaarten": (430, [_sheet("werkvormkaarten-1"), _sheet("cijferkaart"), _sheet("rolkaartjes")]),
    "brieven": (430, [Page(EAST, "uitnodiging"), _sheet("naambordjes"), Page(EAST, "bewijs-van-deelname")]),
    "bladen": (430, [Page(EAST, "werkblad-1"), Page(EAST, "huiswerk"), Page(EAST, "flyer")]),
    "eigen-set": (
        430,
        [
            Page(ACADEMY, "vragen-over-samenwerken-kaarten", 2, on_sheet=True),
            Page(ACADEMY, "vragen-over-samenwerken-lijst"),
            Page(ACADEMY, "vragen-over-samenwerken-poster"),
        ],
    ),
    "huisstijlen": (
        215,
        [Page(EAST, "koppen-kaarten"), Page(NORTH, "dialoogkaarten", 2), Page(ACADEMY, "dialoogkaarten", 8)],
    ),
}
"""By name: the height of the pages in pixels, and the pages side by side."""


@cache
def laid(team: Path, *, every_pack: bool) -> tuple[str, dict[str, Imposed]]:
    """The tag of a team's language and its whole pack, by material: a print plan tells of everything.

    Raises KaartenError for faults in content.
    """
    report = Report()
    pack = open_pack(Order(team, every_pack=every_pack), report)
    job = job_of(pack, pack.layers.language, report)
    return job.language.tag, {one.material.id: one for one in lay_out(pack, job, report)}


def drawn(page: Page) -> Image.Image:
    """One page as a picture. Raises KaartenError for faults in content, LookupError for no such page."""
    if page.material == CATALOGUE:
        return Image.open(io.BytesIO(catalogue(page.team)[page.number])).convert("RGB")
    tag, materials = laid(page.team, every_pack=page.every_pack)
    one = materials[page.material]
    sides = printed_sides(one.sheets) if page.on_sheet else reading_sides([one])
    pdf = press(Document("", tag, [sides[page.number]]))
    return Image.open(io.BytesIO(pictures(pdf, DRAWN_AT)[0].png)).convert("RGB")


@cache
def catalogue(team: Path) -> list[bytes]:
    """Every page of a team's catalogue as PNG. Raises KaartenError for faults in content."""
    pack = open_pack(Order(team, every_pack=True), Report())
    _, made = catalogue_of(pack, pack.layers.language, Report())
    return [picture.png for picture in pictures(made.pdf, DRAWN_AT)]


def printed_sides(sheets: Sequence[Sheet]) -> list[Side]:
    """Front, back, front, back ..."""
    return [side for sheet in sheets for side in (sheet.front, sheet.back) if side]


def side_by_side(pages: Sequence[Image.Image], height: int) -> Image.Image:
    """The pages on a desk, each `height` pixels high."""
    framed = [ImageOps.expand(resized(page, height), 1, LINE) for page in pages]
    width = sum(page.width for page in framed) + GAP * (len(framed) + 1)
    desk = Image.new("RGB", (width, height + 2 + 2 * GAP), DESK)
    x = GAP
    for page in framed:
        desk.paste(page, (x, GAP))
        x += page.width + GAP
    return desk


def resized(page: Image.Image, height: int) -> Image.Image:
    return page.resize((round(page.width * height / page.height), height), Image.Resampling.LANCZOS)


def main() -> None:
    """Make every picture. Exits with a message when one is too large."""
    for name, (height, pages) in PICTURES.items():
        whole = side_by_side([drawn(page) for page in pages], height)
        path = HERE / "pictures" / f"{name}.png"
        few = whole.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
        size = path.stat().st_size
        sys.stdout.write(f"{path.name}: {whole.width} x {whole.height}, {size / 1000:.0f} kB\n")
        if size > MOST_BYTES:
            sys.exit(f"{path.name} is larger than {MOST_BYTES / 1000:.0f} kB")


if __name__ == "__main__":
    main()
