"""Pictures of pages, and one page of HTML that shows a whole pack.

In: PDF bytes. Out: PNGs, and a contact sheet that stands on its own: pictures inside it, no scripts, alternative texts,
links that a keyboard reaches, and a style for printing. The only door to pypdfium2. Leaves alone: writing files.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from kaarten.geometry import Rect

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PilImage

_INCH, _MM_PER_INCH = 72, 25.4
_WORDS_IN_ALT = 12
"""Enough of a page's own text to know it by."""

_STYLE = """
:root { color-scheme: light; font: 1rem/1.5 "Atkinson Hyperlegible", system-ui, sans-serif; }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; color: #1d1d1b; background: #fff; }
h1 { font-size: 1.75rem; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
a { color: #24366f; } a:focus-visible { outline: 3px solid #24366f; outline-offset: 3px; }
.pages { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1.25rem; align-items: end; }
figure { margin: 0; } figcaption { font-size: .875rem; }
img { display: block; max-width: 100%; max-height: 20rem; width: auto; height: auto; border: 1px solid #c9c9c4; }
@media print { body { max-width: none; padding: 0; } nav { display: none; } a { color: inherit; text-decoration: none; }
  figure { break-inside: avoid; } h2 { break-after: avoid; } .pages { grid-template-columns: repeat(4, 1fr); } }
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as PNG, its size in pixels, and the first words on it."""

    png: bytes
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Cutting:
    """A part of a page as a picture: its bytes, `png` or `jpeg`, and its size in pixels."""

    data: bytes
    kind: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture in a contact sheet: where its file stands, what it is called, and what it shows."""

    picture: Picture
    link: str
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The pages of one PDF: its name, a line about it, and a link to it."""

    name: str
    about: str
    link: str
    shots: tuple[Shot, ...]


def pictures(pdf: bytes, dpi: int) -> list[Picture]:
    """Every page of a PDF as a picture of `dpi` dots per inch, drawn by the engine that Chrome shows PDFs with."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_picture(document[number], dpi) for number in range(len(document))]
    finally:
        document.close()


def cuttings(pdf: bytes, boxes: Sequence[Sequence[Rect]], dpi: int) -> Iterator[Cutting]:
    """What is seen in the boxes (mm) of each page, as PNG or JPEG, whichever is smaller. It draws page by page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, wanted in enumerate(boxes):
            if wanted:
                page = document[number]
                whole = page.render(scale=dpi / _INCH).to_pil()
                page.close()
                for box in wanted:
                    left, top, right, bottom = (
                        round(edge / _MM_PER_INCH * dpi) for edge in (box.x, box.y, box.right, box.bottom)
                    )
                    yield _cutting(whole.crop((left, top, right, bottom)))
    finally:
        document.close()


def _cutting(image: PilImage) -> Cutting:
    png, jpeg = io.BytesIO(), io.BytesIO()
    image.save(png, "PNG", optimize=True)
    image.save(jpeg, "JPEG", quality=80)
    data, kind = min((png.getvalue(), "png"), (jpeg.getvalue(), "jpeg"), key=lambda one: len(one[0]))
    return Cutting(data, kind, *image.size)


@lru_cache(maxsize=8)
def drawn(pdf: bytes, dpi: int) -> bytes:
    """The first page as PNG with nothing behind what is painted on it. Presentations of one team share their wheel."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        stream = io.BytesIO()
        document[0].render(scale=dpi / _INCH, fill_color=(0, 0, 0, 0)).to_pil().save(stream, "PNG", compress_level=1)
        return stream.getvalue()
    finally:
        document.close()


def _picture(page: PdfPage, dpi: int) -> Picture:
    image = page.render(scale=dpi / _INCH).to_pil()
    stream = io.BytesIO()
    image.save(stream, "PNG")
    words = page.get_textpage().get_text_bounded().split()
    return Picture(stream.getvalue(), *image.size, " ".join(words[:_WORDS_IN_ALT]))


def contact_sheet(title: str, language: str, chapters: Iterable[Chapter], labels: Mapping[str, str]) -> str:
    """The HTML of a pack. `labels` has the texts `files` (over the list of PDFs) and `open` (of a link to a PDF)."""
    chapters = list(chapters)
    listed = "".join(
        f'<li><a href="#f{number}">{escape(chapter.name)}</a></li>' for number, chapter in enumerate(chapters)
    )
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n"
        f'<nav aria-label="{escape(labels["files"])}"><ul>{listed}</ul></nav>\n'
        + "".join(_chapter(number, chapter, labels["open"]) for number, chapter in enumerate(chapters))
        + "</main>\n</body>\n</html>\n"
    )


def _chapter(number: int, chapter: Chapter, open_label: str) -> str:
    link = f'<a href="{escape(chapter.link)}">{escape(open_label)} {escape(chapter.name)}</a>'
    return (
        f'<section aria-labelledby="f{number}">\n<h2 id="f{number}" tabindex="-1">{escape(chapter.name)}</h2>\n'
        f'<p>{escape(chapter.about)} {link}</p>\n<div class="pages">\n'
        + "".join(_figure(shot) for shot in chapter.shots)
        + "</div>\n</section>\n"
    )


def _figure(shot: Shot) -> str:
    data = base64.b64encode(shot.picture.png).decode()
    return (
        f'<figure><a href="{escape(shot.link)}"><img src="data:image/png;base64,{data}" alt="{escape(shot.alt)}"'
        f' width="{shot.picture.width}" height="{shot.picture.height}"></a>'
        f"<figcaption>{escape(shot.caption)}</figcaption></figure>\n"
    )
