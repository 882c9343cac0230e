"""The template: a presentation without slides, in the brand: its theme, a master, a layout for every frame.

In: a Theme, frames, the size of a slide, pictures of the logos. Out: the parts of the file by name, as bytes. Blocks,
icons and logos stand on the layouts, so that a slide holds words and nothing else; a slide that somebody adds looks
like ours. Source: ECMA-376 part 1, chapter 19, and part 2. Leaves alone: slides (`pptx`).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from kaarten.compose.slide import Place, Role, SignMark, SlideFrame
from kaarten.geometry import MM_PER_POINT, Size
from kaarten.office.drawingml import NAMESPACES, Theme, body_properties, emu, transform
from kaarten.office.pictures import PlacedPicture

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_FIRST_ID = 2_147_483_648
"""Masters and layouts are numbered from here (ECMA-376, ST_SlideMasterId)."""
_LEVELS = 9
_WANTED = {
    "presProps": ("p:presentationPr", ""),
    "viewProps": ("p:viewPr", ""),
    "tableStyles": ("a:tblStyleLst", ' def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"'),
}
"""Parts that say nothing here, but without which PowerPoint calls a file damaged: root element and attributes."""

KINDS: Mapping[Role, str] = {
    "title": 'type="title"',
    "text": 'type="body" sz="quarter"',
    "drawing": 'type="pic"',
    "footer": 'type="ftr" sz="quarter"',
    "number": 'type="sldNum" sz="quarter"',
}
_MASTER: Mapping[Role, str] = {
    "title": 'type="title"',
    "text": 'type="body" idx="1"',
    "footer": 'type="ftr" sz="quarter" idx="3"',
    "number": 'type="sldNum" sz="quarter" idx="4"',
}
_FOOTER, _NUMBER, _FIRST = 11, 12, 20


@dataclass(frozen=True, slots=True)
class Template:
    """What a presentation without slides is made of. `pictures` are the logos of each frame, by its id."""

    theme: Theme
    title: str
    author: str
    size: Size
    frames: tuple[SlideFrame, ...]
    pictures: Mapping[str, Sequence[PlacedPicture]]

    def file(self) -> io.BytesIO:
        """The presentation, to be opened and filled."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, data in self._parts().items():
                archive.writestr(name, data)
        stream.seek(0)
        return stream

    def _parts(self) -> dict[str, bytes]:
        media = {picture.name: picture.data for row in self.pictures.values() for picture in row}
        layouts = {f"ppt/slideLayouts/slideLayout{n}.xml": frame for n, frame in enumerate(self.frames, start=1)}
        parts = {
            "[Content_Types].xml": self._content_types(layouts, media),
            "_rels/.rels": _relations(
                [
                    ("officeDocument", "ppt/presentation.xml"),
                    (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ]
            ),
            "docProps/core.xml": self._core(),
            "ppt/presentation.xml": self._presentation(),
            "ppt/_rels/presentation.xml.rels": _relations(
                [
                    ("slideMaster", "slideMasters/slideMaster1.xml"),
                    ("theme", "theme/theme1.xml"),
                    *((part, f"{part}.xml") for part in _WANTED),
                ]
            ),
            **{f"ppt/{part}.xml": f"<{tag} {NAMESPACES}{more}/>" for part, (tag, more) in _WANTED.items()},
            "ppt/theme/theme1.xml": self.theme.part(),
            "ppt/slideMasters/slideMaster1.xml": self._master(),
            "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
                [*(("slideLayout", f"../{name[4:]}") for name in layouts), ("theme", "../theme/theme1.xml")]
            ),
        }
        for name, frame in layouts.items():
            row = self.pictures[frame.id]
            images = [("image", f"../media/{picture.name}") for picture in row]
            parts[name] = self._layout(frame, row)
            parts[name.replace("slideLayouts/", "slideLayouts/_rels/") + ".rels"] = _relations(
                [("slideMaster", "../slideMasters/slideMaster1.xml"), *images]
            )
        return {name: (_XML + text).encode() for name, text in parts.items()} | {
            f"ppt/media/{name}": data for name, data in media.items()
        }

    # ---- the package

    def _content_types(self, layouts: Iterable[str], media: Iterable[str]) -> str:
        main = f"{_TYPES}.presentationml"
        parts = {
            "ppt/presentation.xml": f"{main}.presentation.main+xml",
            "ppt/slideMasters/slideMaster1.xml": f"{main}.slideMaster+xml",
            **dict.fromkeys(layouts, f"{main}.slideLayout+xml"),
            "ppt/theme/theme1.xml": f"{_TYPES}.theme+xml",
            **{f"ppt/{part}.xml": f"{main}.{part}+xml" for part in _WANTED},
            "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        }
        kinds = {"xml": "application/xml", "rels": "application/vnd.openxmlformats-package.relationships+xml"}
        kinds |= {name.rpartition(".")[2]: f"image/{name.rpartition('.')[2]}" for name in media}
        defaults = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in kinds.items())
        overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
        return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'

    def _core(self) -> str:
        """Title, author and language; no dates: the same input gives the same bytes."""
        facts = {"title": self.title, "creator": self.author, "language": self.theme.language_tag}
        lines = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in facts.items() if text)
        spaces = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        return f"<cp:coreProperties {spaces}>{lines}</cp:coreProperties>"

    def _presentation(self) -> str:
        size = f'<p:sldSz cx="{_whole(self.size.width)}" cy="{_whole(self.size.height)}"/>'
        master = f'<p:sldMasterIdLst><p:sldMasterId id="{_FIRST_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        notes = f'<p:notesSz cx="{emu(190.5)}" cy="{emu(254)}"/>'
        return f'<p:presentation {NAMESPACES} saveSubsetFonts="1">{master}{size}{notes}</p:presentation>'

    # ---- master and layouts

    def _master(self) -> str:
        """What layouts have in common: a place of every kind, and the styles of their texts."""
        found = [(role, kind, _first(self.frames, role)) for role, kind in _MASTER.items()]
        places = {role: place for role, _, place in found if place}
        shapes = [self._placeholder(number, place, kind) for number, (_, kind, place) in enumerate(found, 2) if place]
        ids = "".join(
            f'<p:sldLayoutId id="{_FIRST_ID + number}" r:id="rId{number}"/>'
            for number in range(1, len(self.frames) + 1)
        )
        mapped = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "hlink": "hlink", "folHlink": "folHlink"}
        mapped |= {f"accent{number}": f"accent{number}" for number in range(1, 7)}
        colours = " ".join(f'{name}="{slot}"' for name, slot in mapped.items())
        ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        styles = "".join(
            f"<p:{name}Style>{self._levels(place)}</p:{name}Style>"
            for name, place in zip(
                ("title", "body", "other"), map(places.get, ("title", "text", "footer")), strict=True
            )
        )
        return (
            f"<p:sldMaster {NAMESPACES}><p:cSld>{ground}{_tree(''.join(shapes))}</p:cSld><p:clrMap {colours}/>"
            f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{styles}</p:txStyles></p:sldMaster>"
        )

    def _layout(self, frame: SlideFrame, row: Sequence[PlacedPicture]) -> str:
        shapes: list[str] = []
        for each in frame.paint:
            number = len(shapes) + 2
            sign = isinstance(each, SignMark)
            shapes.append(self.theme.sign(number, each) if sign else self.theme.shape(number, frame.name, each))
        for index, picture in enumerate(row, start=2):
            shapes.append(_picture(len(shapes) + 2, picture, f"rId{index}"))
        for place in frame.places:
            kind = f"{KINDS[place.role]}{_index(frame, place)}"
            shapes.append(self._placeholder(len(shapes) + 2, place, kind))
        content = f'<p:cSld name="{escape(frame.name)}">{_tree("".join(shapes))}</p:cSld>'
        return (
            f'<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1">{content}'
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        )

    def _placeholder(self, number: int, place: Place, kind: str) -> str:
        tag = self.theme.language_tag
        if place.role == "number":
            content = self.theme.page_field("\u2039\u203a")
        elif place.role == "footer":
            content = f'<a:p><a:endParaRPr lang="{tag}"/></a:p>'
        else:
            content = f'<a:p><a:r><a:rPr lang="{tag}"/><a:t>{escape(place.prompt)}</a:t></a:r></a:p>'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(place.prompt)} {number}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
            f'<p:spPr>{transform(place.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
            f"<p:txBody>{body_properties(place)}<a:lstStyle>{self._levels(place)}</a:lstStyle>{content}</p:txBody></p:sp>"
        )

    def _levels(self, place: Place | None) -> str:
        """The same look on every level: a slide has one."""
        if place is None:
            return ""
        characters = self.theme.characters("a:defRPr", place.style)
        return "".join(
            self.theme.paragraph(
                f"a:lvl{level}pPr", place, place.style, place.mark, between=place.between, inside=characters
            )
            for level in range(1, _LEVELS + 1)
        )


def indices(frame: SlideFrame) -> dict[int, Place]:
    """The places by the number that a slide finds them by."""
    return {_number(frame, place): place for place in frame.places}


def _number(frame: SlideFrame, place: Place) -> int:
    fixed = {"title": 0, "footer": _FOOTER, "number": _NUMBER}
    return fixed.get(place.role, _FIRST + frame.places.index(place))


def _index(frame: SlideFrame, place: Place) -> str:
    number = _number(frame, place)
    return f' idx="{number}"' if number else ""


def _first(frames: Sequence[SlideFrame], role: Role) -> Place | None:
    """The place of that kind in the frame that looks most like others: the last one that has it."""
    return next((place for frame in reversed(frames) for place in frame.places if place.role == role), None)


def _tree(shapes: str) -> str:
    nothing = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    head = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    return f"<p:spTree>{head}<p:grpSpPr><a:xfrm>{nothing}</a:xfrm></p:grpSpPr>{shapes}</p:spTree>"


def _picture(number: int, picture: PlacedPicture, relation: str) -> str:
    alt = escape(picture.alt)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{alt}" descr="{alt}"/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{transform(picture.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _relations(found: Iterable[tuple[str, str]]) -> str:
    """Relations numbered from rId1, in their order."""
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if "/" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(found, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _whole(length: float) -> int:
    """A side of the slide, in whole points: 338.67 mm is the 13.333 inches that PowerPoint calls wide."""
    return round(length / MM_PER_POINT) * 12_700
