"""The pictures of the README, made of real pages of the example teams: `.venv/bin/python docs/make_pictures.py`.

In: the teams in content/teams. Out: PNGs in docs/pictures, at most 60 kB each; one that grows beyond that stops the run.
Exists so that the README shows what kaarten makes today, not what it once made. Leaves alone: what is on the pages.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # -P and a start from elsewhere must find kaarten too

from PIL import Image, ImageOps  # noqa: E402

from kaarten.diagnostics import Report  # noqa: E402
from kaarten.impose.runs import reading_sides  # noqa: E402
from kaarten.impose.sheets import Sheet, Side  # noqa: E402
from kaarten.pipeline import Order, job_of, lay_out, open_pack  # noqa: E402
from kaarten.press import Document, press  # noqa: E402
from kaarten.preview import pictures  # noqa: E402

TEAMS = HERE.parent / "content" / "teams"
OOST = TEAMS / "buurtteam-oost"
ZONNEHOVEN = TEAMS / "academie-de-schakel" / "teams" / "wijkteam-zonnehoven"
NOORD = TEAMS / "gebiedsteam-noorderlanden"
MOST_BYTES = 60_000
DRAWN_AT = 150
"""Dots per inch: drawn larger than shown and then made smaller, which is smoother."""
COLOURS = 96
PAPER, DESK, GAP = "#ffffff", "#d9d7d0", 14


@dataclass(frozen=True)
class Page:
    """One page to show: of which team and material, as it lies on the sheet or as it is held, and which."""

    team: Path
    material: str
    number: int = 0
    on_sheet: bool = False


PICTURES: dict[str, tuple[int, tuple[Page, ...]]] = {
    "dialoogkaarten": (
        430,
        (Page(OOST, "dialoogkaarten", 0, on_sheet=True), Page(OOST, "dialoogkaarten", 1, on_sheet=True)),
    ),
    "posters": (430, (Page(OOST, "poster-wiel"), Page(OOST, "poster-stickers"))),
    "bladen": (430, (Page(OOST, "werkblad-1"), Page(OOST, "huiswerk"), Page(OOST, "flyer"))),
    "drie-huisstijlen": (
        215,
        (Page(OOST, "dialoogkaarten"), Page(NOORD, "dialoogkaarten"), Page(ZONNEHOVEN, "dialoogkaarten")),
    ),
}
"""Name of each picture, the height of its pages in pixels, and the pages side by side."""


def drawn(page: Page) -> Image.Image:
    """One page as a picture. Raises KaartenError for a fault in the content, IndexError for a page that is not there."""
    report = Report()
    pack = open_pack(Order(page.team, only=(page.material,)), report)
    job = job_of(pack, pack.layers.language, report)
    laid = lay_out(pack, job, report)
    sides = sheet_sides(laid[0].sheets) if page.on_sheet else reading_sides(laid)
    pdf = press(Document("", job.language.tag, [sides[page.number]]))
    return Image.open(io.BytesIO(pictures(pdf, DRAWN_AT)[0].png)).convert("RGB")


def sheet_sides(sheets: Sequence[Sheet]) -> list[Side]:
    """Front, back, front, back ..."""
    return [side for sheet in sheets for side in (sheet.front, sheet.back) if side]


def side_by_side(pages: Sequence[Image.Image], height: int) -> Image.Image:
    """The pages on a desk, each `height` pixels high, with a line round the paper."""
    small = [page.resize((round(page.width * height / page.height), height), Image.Resampling.LANCZOS) for page in pages]
    framed = [ImageOps.expand(page, 1, "#b9b7b0") for page in small]
    width = sum(page.width for page in framed) + GAP * (len(framed) + 1)
    desk = Image.new("RGB", (width, height + 2 + 2 * GAP), DESK)
    x = GAP
    for page in framed:
        desk.paste(page, (x, GAP))
        x += page.width + GAP
    return desk


def main() -> None:
    folder = HERE / "pictures"
    folder.mkdir(exist_ok=True)
    for name, (height, pages) in PICTURES.items():
        whole = side_by_side([drawn(page) for page in pages], height)
        path = folder / f"{name}.png"
        whole.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        size = path.stat().st_size
        sys.stdout.write(f"{path.relative_to(HERE.parent)}: {whole.width} x {whole.height}, {size / 1000:.0f} kB\n")
        if size > MOST_BYTES:
            sys.exit(f"{path.name} is larger than {MOST_BYTES / 1000:.0f} kB")


if __name__ == "__main__":
    main()
