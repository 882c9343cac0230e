"""Brand proof: one page to hold a printer and a house style against, before anything else is printed.

In: headings, names of colours, sample sentences, checks. Out: one A4: logos, colours with their contrast, type, the
domains' colours, patterns and icons, lines and boxes, a ruler. Leaves alone: what the brand is (`_brand.yml`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    A4,
    BODY,
    HAIR,
    HINT,
    INK,
    LABEL,
    LINE,
    NAME,
    PAPER_SIZES,
    SMALL,
    WHITE,
    Colour,
    Desk,
    LayoutContent,
    Piece,
    Rect,
    Stroke,
    Style,
    Surface,
    Text,
    contrast,
    domain_tile,
    draw_logos,
    general_tint,
    ink_on,
    masthead,
    option,
    page_footer,
    specific_tint,
    tick_box,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
COLUMNS = Rect(PAGE.left, 0, PAGE.width, 0).columns(2, 10)


class Headings(LayoutContent):
    logo: Text
    colours: Text
    type: Text
    domains: Text
    lines: Text
    checks: Text


class Sample(LayoutContent):
    heading: Text
    text: Text
    characters: Text


class Content(LayoutContent):
    subject: Text
    lead: Text
    headings: Headings
    colours: dict[str, Text]
    contrast: Text
    sample: Sample
    checks: dict[str, Text]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One page in two columns."""
    surface = desk.surface()
    masthead(surface, desk.material.title, content.subject)
    surface.paragraph(PAGE.left, 47, PAGE.width, content.lead, BODY, lines=2)
    left, right = COLUMNS
    _logos(surface, left, content)
    _colours(surface, right, content)
    _type(surface, left, content)
    _domains(desk, surface, right, content)
    _lines(surface, left, content)
    _checks(surface, right, content)
    _ruler(desk, surface)
    page_footer(surface, desk.credit, desk.identity())
    yield Piece(desk.material.title, surface.face())


def _heading(surface: Surface, column: Rect, y: float, text: Text) -> None:
    with surface.artifact():
        surface.line(column.x, y, column.right, y, Stroke(INK, 1))
    surface.text(column.x, y + 6.5, text, LABEL.sized(12), tag="H2", width=column.width)


def _logos(surface: Surface, column: Rect, content: Content) -> None:
    """Large, small, and in one ink."""
    brand = surface.brand
    _heading(surface, column, 62, content.headings.logo)
    for y, height, logos in ((76.0, 12.0, brand.logos), (97.0, 6.5, brand.logos), (109.0, 6.5, brand.logos_mono)):
        draw_logos(surface, Rect(column.x, y, column.width, height * 1.4), height, logos=logos)


def _colours(surface: Surface, column: Rect, content: Content) -> None:
    brand = surface.brand
    shades = {"primary": brand.primary, "accent": brand.accent, "tint": brand.tint, "tint-strong": brand.tint_strong}
    _heading(surface, column, 62, content.headings.colours)
    y = 72.0
    for id, name in content.colours.items():
        _swatch(surface, Rect(column.x, y, column.width, 10.5), shades[id], name, content.contrast)
        y += 11.25


def _swatch(surface: Surface, box: Rect, colour: Colour, name: Text, word: Text) -> None:
    with surface.artifact():
        surface.rect(Rect(box.x, box.y, 26, box.height), fill=colour)
    ink = ink_on(colour)
    style = Style(12, 5, floor=9, bold=True, colour=ink)
    with surface.tag("P"):
        surface.text(box.x + 3, box.y + 6.8, "Aa", style, tag=None)
    surface.text(box.x + 30, box.y + 4.4, name, SMALL.strong, width=box.width - 30)
    figures = f"{colour.hex}   {word} {contrast(colour, ink):.1f}".replace(".", ",")
    surface.text(box.x + 30, box.y + 9.0, figures, HINT, width=box.width - 30)


def _type(surface: Surface, column: Rect, content: Content) -> None:
    _heading(surface, column, 124, content.headings.type)
    sample = content.sample
    y = surface.paragraph(column.x, 139, column.width, sample.heading, NAME.sized(20, floor=14), lines=2).below
    y = surface.paragraph(column.x, y + 0.5, column.width, sample.text, BODY, lines=4).below
    surface.text(column.x, y + 2, sample.characters, BODY, width=column.width)
    surface.text(column.x, y + 9, sample.characters, BODY.strong, width=column.width)


def _domains(desk: Desk, surface: Surface, column: Rect, content: Content) -> None:
    _heading(surface, column, 124, content.headings.domains)
    domains = desk.domains_and_competencies
    height = min(9.0, 78 / len(domains))
    style = surface.one_size([domain.name for domain in domains], SMALL, column.width - 36)
    for index, domain in enumerate(domains):
        y = 134 + index * height
        domain_tile(surface, Rect(column.x, y, height, height - 0.75), domain, 5)
        with surface.artifact():
            surface.rect(Rect(column.x + 16, y, 7, height - 0.75), fill=general_tint(domain))
            surface.rect(Rect(column.x + 23.75, y, 7, height - 0.75), fill=specific_tint(domain))
        baseline = y + (height - 0.75) / 2 + surface.cap_height(style) / 2
        surface.text(column.x + 35, baseline, domain.name, style, width=column.width - 35)


def _lines(surface: Surface, column: Rect, content: Content) -> None:
    _heading(surface, column, 186, content.headings.lines)
    widths = ((1.5, surface.brand.accent), (1.0, INK), (0.5, LINE), (0.5, HAIR))
    with surface.artifact():
        for index, (width, colour) in enumerate(widths):
            y = 198 + index * 6
            surface.line(column.x, y, column.x + 40, y, Stroke(colour, width))
        for index, dot in enumerate((10.0, 14.0, 21.0)):
            surface.circle(column.x + 9 + index * 22, 229, dot / 2, WHITE, Stroke(LINE, 0.75, dash=(1.1, 1.1)))
    for index, side in enumerate((7.0, 6.5, 6.0, 4.5)):
        tick_box(surface, column.x + 46 + index * 9, 200, side)


def _checks(surface: Surface, column: Rect, content: Content) -> None:
    _heading(surface, column, 217, content.headings.checks)
    with surface.tag("L"):
        for index, text in enumerate(content.checks.values()):
            option(surface, column.x, 227 + index * 8.5, text, SMALL.sized(11), side=6, width=column.width)


def _ruler(desk: Desk, surface: Surface) -> None:
    """A bar of exactly 100 mm with a tick every 10."""
    x, y = PAGE.left, 266.0
    with surface.artifact():
        surface.line(x, y, x + 100, y, Stroke(INK, 0.75))
        for tick in range(11):
            surface.line(x + tick * 10, y - (3 if tick % 5 == 0 else 1.5), x + tick * 10, y, Stroke(INK, 0.75))
    surface.text(x + 104, y, desk.label("ruler"), HINT, width=PAGE.width - 104)
