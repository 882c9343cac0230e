"""DrawingML: colours, shapes and paragraphs as the XML of an Office file.

In: graphics and slide items, in mm and points. Out: XML as text; colours of the theme by their name in it, so that who
changes the theme changes them all. Source: ECMA-376 part 1, chapters 19 to 21. Leaves alone: which part of a file the
XML stands in (`template`, `pptx`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from kaarten.brand.inks import INK, INK_2, LINE, STONE, STONE_2, WHITE
from kaarten.brand.kit import BrandKit, Family
from kaarten.compose.parts.slide_painter import BULLET_ROOM, SQUARE
from kaarten.compose.slide import BULLET, Item, Place, SignMark
from kaarten.compose.styles import Style
from kaarten.geometry import MM_PER_POINT, Rect
from kaarten.graphics import Colour, Path, Shape, Step, Stroke
from kaarten.typeset.quotes import curled

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

_EMU = 36_000
"""English metric units to a mm."""
_EMU_A_POINT = 12_700
_SQUARE_GLYPH = 0.6
"""How high U+25A0 is in most fonts, as a share of the size."""
_CAPITAL = 0.67
"""How high a capital is."""
_PAGE_FIELD = "{6C1F0E5A-3B1D-4C55-9C4E-2F5C0E0D7A11}"
"""A field wants an id; any will do."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The brand as the theme of a file, and the language of what stands in it."""

    brand: BrandKit
    language_tag: str

    @property
    def colours(self) -> dict[str, Colour]:
        """By the name of the slot in the theme. A page takes the first slot of a colour that has several."""
        brand = self.brand
        return {
            "dk1": INK,
            "lt1": WHITE,
            "dk2": INK_2,
            "lt2": STONE,
            "accent1": brand.primary,
            "accent2": brand.accent,
            "accent3": brand.tint,
            "accent4": brand.tint_strong,
            "accent5": LINE,
            "accent6": STONE_2,
            "hlink": brand.accent,
            "folHlink": INK_2,
        }

    def part(self) -> str:
        """The theme as a part of the file: colours, typefaces, and no effects."""
        slots = (f'<a:{slot}><a:srgbClr val="{one.hex[1:]}"/></a:{slot}>' for slot, one in self.colours.items())
        families = (("major", self.brand.heading), ("minor", self.brand.body))
        fonts = "".join(
            f'<a:{kind}Font><a:latin typeface="{escape(family.regular.first.family)}"/><a:ea typeface=""/>'
            f'<a:cs typeface=""/></a:{kind}Font>'
            for kind, family in families
        )
        name = escape(self.brand.name)
        flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
        lines = "".join(f'<a:ln w="{width}">{flat}</a:ln>' for width in (6350, 12700, 19050))
        looks = {
            "fillStyleLst": flat * 3,
            "lnStyleLst": lines,
            "effectStyleLst": "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3,
            "bgFillStyleLst": flat * 3,
        }
        styles = "".join(f"<a:{tag}>{inside}</a:{tag}>" for tag, inside in looks.items())
        return (
            f'<a:theme {NAMESPACES.partition(" ")[0]} name="{name}"><a:themeElements>'
            f'<a:clrScheme name="{name}">{"".join(slots)}</a:clrScheme>'
            f'<a:fontScheme name="{name}">{fonts}</a:fontScheme>'
            f'<a:fmtScheme name="{name}">{styles}</a:fmtScheme></a:themeElements></a:theme>'
        )

    def colour(self, colour: Colour) -> str:
        """`<a:solidFill>` of a colour."""
        names = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
        slot = next((slot for slot, known in self.colours.items() if known == colour), "")
        named = f'<a:schemeClr val="{names.get(slot, slot)}"/>' if slot else f'<a:srgbClr val="{colour.hex[1:]}"/>'
        return f"<a:solidFill>{named}</a:solidFill>"

    def family(self, style: Style) -> Family:
        return self.brand.heading if style.heading else self.brand.body

    def line_spacing(self, style: Style) -> int:
        """Thousandths of a percent of what the font asks for, so that lines are as far apart as the style says."""
        family = self.family(style)
        font = (family.bold if style.bold else family.regular).first
        natural = (font.ascent - font.descent) / 1000 * style.size * MM_PER_POINT
        return round(style.leading / natural * 100) * 1000

    # ---- type

    def characters(self, tag: str, style: Style, base: Style | None = None) -> str:
        """Run properties: all of a style, or what differs from the `base` that the place has already."""
        attributes, inside = [f'lang="{self.language_tag}"'], ""
        if base is None or style.size != base.size:
            attributes.append(f'sz="{round(style.size * 100)}"')
        if base is None or style.bold != base.bold:
            attributes.append(f'b="{int(style.bold)}"')
        if base is None or style.colour != base.colour:
            inside = self.colour(style.colour)
        if base is None or style.heading != base.heading:
            inside += f'<a:latin typeface="+{"mj" if style.heading else "mn"}-lt"/>'
        return f"<{tag} {' '.join(attributes)}>{inside}</{tag}>"

    def paragraphs(self, place: Place, items: Iterable[Item]) -> str:
        """The items of a place as paragraphs; an empty place gives an empty one."""
        found = "".join(self._paragraph(place, item, first=index == 0) for index, item in enumerate(items))
        return found or f'<a:p><a:endParaRPr lang="{self.language_tag}"/></a:p>'

    def _paragraph(self, place: Place, item: Item, *, first: bool) -> str:
        between = 0 if first else place.between
        properties = self.paragraph("a:pPr", place, item.style, item.mark, between=between, colour=item.colour)
        runs, text = "", shown(item.text)
        if item.mark and item.mark != BULLET and not item.mark.isdecimal():
            strong = item.style.strong.coloured(item.colour or self.brand.accent)
            runs = self._run(f"{item.mark}\t", strong, place.style)
        return f"<a:p>{properties}{runs}{self._run(text, item.style, place.style)}</a:p>"

    def _run(self, text: str, style: Style, base: Style) -> str:
        return f"<a:r>{self.characters('a:rPr', style, base)}<a:t>{escape(text, quote=False)}</a:t></a:r>"

    def paragraph(
        self,
        tag: str,
        place: Place,
        style: Style,
        mark: str,
        *,
        between: float,
        inside: str = "",
        colour: Colour | None = None,
    ) -> str:
        """Paragraph properties: where its lines begin, how far apart, and its bullet or number."""
        hang = _hang(place, style, mark)
        algn = "ctr" if place.centred else "l"
        spacing = f'<a:lnSpc><a:spcPct val="{self.line_spacing(style)}"/></a:lnSpc>'
        before = f'<a:spcBef><a:spcPts val="{round(between / MM_PER_POINT * 100)}"/></a:spcBef>'
        after = '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
        bullet = self._bullet(mark, colour or self.brand.accent)
        tabs = f'<a:tabLst><a:tab pos="{emu(place.indent)}" algn="l"/></a:tabLst>' if place.indent else ""
        indents = f'marL="{emu(place.indent)}" indent="{-emu(hang)}" algn="{algn}"'
        return f"<{tag} {indents}>{spacing}{before}{after}{bullet}{tabs}{inside}</{tag}>"

    def _bullet(self, mark: str, colour: Colour) -> str:
        painted = self.colour(colour).replace("a:solidFill", "a:buClr")
        if mark == BULLET:
            share = round(SQUARE * _CAPITAL / _SQUARE_GLYPH * 100) * 1000
            return f'{painted}<a:buSzPct val="{share}"/><a:buFont typeface="Arial"/><a:buChar char="{BULLET}"/>'
        if mark.isdecimal():
            return f'{painted}<a:buFont typeface="+mn-lt"/><a:buAutoNum type="arabicPlain" startAt="{mark}"/>'
        return "<a:buNone/>"

    def page_field(self, number: str) -> str:
        """A paragraph with the number of the slide, which counts by itself."""
        run = f'<a:rPr lang="{self.language_tag}"/><a:t>{number}</a:t>'
        return f'<a:p><a:fld id="{_PAGE_FIELD}" type="slidenum">{run}</a:fld></a:p>'

    # ---- shapes

    def shape(self, number: int, name: str, shape: Shape) -> str:
        """A shape of a layout: a rectangle where it is one, else a path of its own."""
        box = shape.path.bounds()
        geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        if shape.path != Path.rect(box):
            geometry = _custom(shape.path, box, filled=shape.fill is not None)
        fill = self.colour(shape.fill) if shape.fill else "<a:noFill/>"
        return self._sp(number, name, box, geometry + fill + self._line(shape.stroke), "")

    def sign(self, number: int, sign: SignMark) -> str:
        """A letter in its circle, square or diamond."""
        form, half = {"A": ("ellipse", 1.0), "S": ("rect", 0.93), "C": ("diamond", 1.3)}[sign.kind]
        reach = sign.radius * half
        box = Rect(sign.x - reach, sign.y - reach, 2 * reach, 2 * reach)
        geometry = f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{self.colour(WHITE)}'
        style = Style(sign.size, sign.size * 0.4, floor=6.5, bold=True)
        body = f'{_body_properties(middle=True)}<a:lstStyle/><a:p><a:pPr algn="ctr"/>'
        body += f"<a:r>{self.characters('a:rPr', style)}<a:t>{sign.kind}</a:t></a:r></a:p>"
        return self._sp(number, sign.kind, box, geometry + self._line(Stroke(INK, 2)), body)

    def _sp(self, number: int, name: str, box: Rect, look: str, body: str) -> str:
        text = body or f'<a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{self.language_tag}"/></a:p>'
        named = f'<p:cNvPr id="{number}" name="{escape(name)}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        return (
            f"<p:sp><p:nvSpPr>{named}</p:nvSpPr>"
            f"<p:spPr>{transform(box)}{look}</p:spPr><p:txBody>{text}</p:txBody></p:sp>"
        )

    def _line(self, stroke: Stroke | None) -> str:
        if stroke is None:
            return "<a:ln><a:noFill/></a:ln>"
        cap, join = ("rnd", "<a:round/>") if stroke.round else ("flat", '<a:miter lim="800000"/>')
        return f'<a:ln w="{round(stroke.width * _EMU_A_POINT)}" cap="{cap}">{self.colour(stroke.colour)}{join}</a:ln>'


def emu(length: float) -> int:
    """A length in mm in the units of Office."""
    return round(length * _EMU)


def transform(box: Rect, tag: str = "a:xfrm") -> str:
    """Where a shape stands."""
    offset = f'<a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
    return f'<{tag}>{offset}<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></{tag}>'


def body_properties(place: Place) -> str:
    return _body_properties(middle=place.middle)


def shown(text: str) -> str:
    """With the quotes and apostrophes that are printed too."""
    return " ".join(curled(word) for word in text.split(" "))


def _body_properties(*, middle: bool) -> str:
    anchor = "ctr" if middle else "t"
    insets = 'lIns="0" tIns="0" rIns="0" bIns="0"'
    return f'<a:bodyPr vert="horz" wrap="square" {insets} anchor="{anchor}"><a:noAutofit/></a:bodyPr>'


def _hang(place: Place, style: Style, mark: str) -> float:
    """mm from the mark to the text."""
    if mark == BULLET:
        return (SQUARE + BULLET_ROOM) * _CAPITAL * style.size * MM_PER_POINT
    return place.indent if mark else 0.0


def _custom(path: Path, box: Rect, *, filled: bool) -> str:
    moved = path.mapped(1, -box.x, -box.y)
    steps = "".join(map(_step, moved.steps))
    size = f'w="{max(1, emu(box.width))}" h="{max(1, emu(box.height))}"'
    outline = "" if filled else ' fill="none"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst><a:path {size}{outline}>{steps}</a:path></a:pathLst></a:custGeom>"
    )


def _step(step: Step) -> str:
    tag = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}[step[0]]
    numbers = [emu(number) for number in step[1:] if not isinstance(number, str)]
    points = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(numbers[::2], numbers[1::2], strict=True))
    return f"<a:{tag}>{points}</a:{tag}>" if points else f"<a:{tag}/>"
