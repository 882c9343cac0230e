"""The only door to python-pptx: a deck of slides as a presentation that anybody can change.

In: a Deck. Out: the bytes of a .pptx: native text in the places of its layouts, title first, notes for who speaks, the
same bytes for the same deck. Leaves alone: what stands on the slides, which is as the layout composed it.
"""

from __future__ import annotations

import importlib.util
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from kaarten.brand.kit import BrandKit
from kaarten.compose.face import Piece
from kaarten.compose.slide import Drawing, Filling, Slide
from kaarten.diagnostics import NOWHERE, Report
from kaarten.geometry import Size
from kaarten.office.drawingml import NAMESPACES, Theme, shown
from kaarten.office.pictures import drawing_picture, logo_pictures
from kaarten.office.template import KINDS, Template, indices
from kaarten.tailor.job import Job, Material

if TYPE_CHECKING:
    from pptx.oxml import Element
    from pptx.slide import Holder
    from pptx.slide import Slide as Page

SUFFIX = ".pptx"

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP can name."""
_ANY_SYSTEM = 0
"""What the format calls MS-DOS: names, and no rights or owners of files."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of a material, and what the file says of itself."""

    title: str
    language_tag: str
    author: str
    size: Size
    brand: BrandKit
    slides: tuple[Slide, ...]


class DeckMismatchError(AssertionError):
    """The presentation is not what was asked for, which is our bug and never a user's."""


def installed() -> bool:
    """Whether the library is there: it comes with the extra `office`."""
    return importlib.util.find_spec("pptx") is not None


def deck_of(job: Job, material: Material, pieces: Iterable[Piece], report: Report) -> Deck | None:
    """The deck of a material; None when its pieces have no slides, or with a warning when the library is not there."""
    slides = tuple(piece.slide for piece in pieces if piece.slide)
    if slides and not installed():
        report.warning("presentation-not-made", NOWHERE, material=material.id)
    if not slides or not installed():
        return None
    title, tag, brand = str(material.title), job.language.tag, job.brand
    return Deck(title, tag, str(job.team_name), material.size, brand, slides)


def presentation(deck: Deck) -> bytes:
    """The file. Raises DeckMismatchError when it does not read back as it was meant."""
    from pptx import Presentation

    theme = Theme(deck.brand, deck.language_tag)
    frames = tuple({slide.frame.id: slide.frame for slide in deck.slides}.values())
    logos = logo_pictures(deck.brand, frames)
    opened = Presentation(Template(theme, deck.title, deck.author, deck.size, frames, logos).file())
    layouts = {frame.id: layout for frame, layout in zip(frames, opened.slide_layouts, strict=True)}
    for slide in deck.slides:
        page = opened.slides.add_slide(layouts[slide.frame.id])
        _fill(page, slide, theme)
        if slide.notes:
            _replace_text(page.notes_slide.notes_placeholder, _notes(slide.notes, theme))
    stream = io.BytesIO()
    opened.save(stream)
    data = _steady(stream.getvalue())
    _check(data, deck)
    return data


def _fill(page: Page, slide: Slide, theme: Theme) -> None:
    """Every place of the slide, in reading order. What stays empty goes: an editor would show its prompt."""
    contents = {content.place.id: content for content in slide.contents}
    holders = {holder.placeholder_format.idx: holder for holder in page.placeholders}
    for index, place in indices(slide.frame).items():
        content, holder = contents.get(place.id), holders.get(index)
        if isinstance(content, Drawing) and holder:
            picture = holder.insert_picture(io.BytesIO(drawing_picture(content, theme.brand)))
            picture.element.nvPicPr.cNvPr.set("descr", content.alt)
            picture.name = place.prompt
        elif isinstance(content, Filling) and holder:
            holder.name = slide.title if place.role == "title" else place.id
            _replace_text(holder, _text(content, theme))
        elif isinstance(content, Filling):
            page.shapes.element.append(_foot(page, index, content, theme))
        elif holder:
            holder.element.getparent().remove(holder.element)


def _text(filling: Filling, theme: Theme) -> str:
    place, items = filling.place, filling.items
    paragraphs = theme.page_field(items[0].text) if place.role == "number" else theme.paragraphs(place, items)
    return f"<a:bodyPr><a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}"


def _notes(notes: Iterable[str], theme: Theme) -> str:
    run = f'<a:rPr lang="{theme.language_tag}"/>'
    lines = (f"<a:p><a:r>{run}<a:t>{escape(shown(note), quote=False)}</a:t></a:r></a:p>" for note in notes)
    return f"<a:bodyPr/><a:lstStyle/>{''.join(lines)}"


def _replace_text(holder: Holder, body: str) -> None:
    from pptx.oxml import parse_xml

    new = parse_xml(f"<p:txBody {NAMESPACES}>{body}</p:txBody>")
    holder.element.replace(holder.element.txBody, new)


def _foot(page: Page, index: int, filling: Filling, theme: Theme) -> Element:
    """A footer or the number of the slide, which python-pptx leaves to the layout."""
    from pptx.oxml import parse_xml

    number = max(shape.shape_id for shape in page.shapes) + 1
    return parse_xml(
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name="{filling.place.id}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph {KINDS[filling.place.role]} idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody>{_text(filling, theme)}</p:txBody></p:sp>"
    )


def _steady(data: bytes) -> bytes:
    """The same archive without the times at which its entries were made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _ANY_SYSTEM
            new.writestr(entry, old.read(name))
            entry.external_attr = 0  # written at the close; `writestr` fills in rights where there are none
    return stream.getvalue()


def _check(data: bytes, deck: Deck) -> None:
    """Read it back: as many slides as there are, their titles, and no place left empty."""
    from pptx import Presentation

    pages = list(Presentation(io.BytesIO(data)).slides)
    titles = [page.shapes.title.text_frame.text if page.shapes.title else "" for page in pages]
    if titles != [shown(slide.title) for slide in deck.slides]:
        raise DeckMismatchError(f"titles {titles}")
    empty = [
        shape.name
        for page in pages
        for shape in page.placeholders
        if shape.has_text_frame and not shape.text_frame.text
    ]
    if empty:
        raise DeckMismatchError(f"empty places {empty}")
