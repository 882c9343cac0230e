"""The wheel: resident in the hub, generic competencies round it, the domains with general and specific knowledge.

In: a Surface, a centre and radius, domains, words. Out: the wheel as decoration with its words tagged as lists, so that it
is read name by name. Source: looks.md section 5 (shares of the radius) and kennisbouwstenen.md section 1 (form and order).
Leaves alone: title and legend; long lists, which do not go in a wheel.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kaarten.brand.colours import ink_on
from kaarten.brand.inks import WHITE
from kaarten.compose.parts.letters import Kind, letter_sign
from kaarten.compose.parts.looks import general_tint, icon, specific_tint
from kaarten.compose.parts.nook import Nook, settle
from kaarten.compose.parts.patterns import patterned
from kaarten.compose.styles import BODY, NAME, Style
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Report
from kaarten.geometry import Rect
from kaarten.graphics import Clipped, Path
from kaarten.tailor.job import Domain
from kaarten.text import Text, mark_of
from kaarten.typeset.breaking import balanced, measure_in_ems

HUB, COMPETENCIES, GENERAL, SPECIFIC, PATTERN = 0.172, 0.350, 0.602, 0.845, 0.882
"""Outer edges of the rings as shares of the radius; the rim with the names runs from PATTERN to 1."""

_A3_RADIUS = 133.5
"""The radius (mm) for which looks.md gives sizes of type."""

_CURVE_SHARE = 0.86
"""Of the arc that a curved name may fill."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """Centre and radius in mm. `examples` puts one example in each zone; without, the zones stay free to write in."""

    x: float
    y: float
    radius: float
    domains: tuple[Domain, ...]
    competencies: Domain
    competency_names: tuple[Text, ...]
    hub: Text
    examples: bool = True

    @property
    def scale(self) -> float:
        return self.radius / _A3_RADIUS

    @property
    def names_competencies(self) -> bool:
        """In a small wheel the ring carries one name; the competencies stand elsewhere."""
        return self.scale * 11.5 >= 9

    @property
    def step(self) -> float:
        """Degrees of one domain; the first is centred at twelve o'clock."""
        return 360 / len(self.domains)

    @property
    def joint(self) -> float:
        """mm of white between the blocks."""
        return 1.2 * self.scale

    def general_nook(self, degrees: float) -> Nook:
        """The zone of general knowledge of the domain centred on `degrees`."""
        inner = COMPETENCIES * self.radius + self.joint * 0.8
        return Nook(inner, GENERAL * self.radius - self.joint * 0.5, degrees, self.step / 2)

    def specific_nook(self, degrees: float) -> Nook:
        """The zone of specific knowledge of the domain centred on `degrees`."""
        return Nook(GENERAL * self.radius + self.joint * 0.5, SPECIFIC * self.radius, degrees, self.step / 2)

    def at(self, share: float, degrees: float) -> tuple[float, float]:
        """The point at a share of the radius, `degrees` clockwise from twelve o'clock."""
        angle = math.radians(degrees)
        return self.x + share * self.radius * math.sin(angle), self.y - share * self.radius * math.cos(angle)


def ring_segment(x: float, y: float, inner: float, outer: float, start: float, end: float, joint: float) -> Path:
    """A piece of a ring with parallel sides: half a `joint` (mm) of white on either side. Angles in degrees."""
    narrow_in = math.degrees(joint / 2 / inner)
    narrow_out = math.degrees(joint / 2 / outer)
    out = Path.arc(x, y, outer, start + narrow_out, end - narrow_out)
    back = Path.arc(x, y, inner, end - narrow_in, start + narrow_in, move=False)
    return (out + back).closed()


def reads_inward(degrees: float) -> bool:
    """Whether curved text at this angle is turned round, so that nobody reads upside down (looks.md: 110 to 250)."""
    return 110 < degrees % 360 < 250


def draw_wheel(surface: Surface, wheel: Wheel) -> None:
    """The whole wheel, read from the hub outwards and clockwise."""
    with surface.artifact():
        for index, domain in enumerate(wheel.domains):
            _segment(surface, wheel, domain, index * wheel.step)
        _competency_ring(surface, wheel)
        surface.circle(wheel.x, wheel.y, HUB * wheel.radius - 0.5 * wheel.scale, surface.brand.primary)
    _hub_text(surface, wheel)
    _competency_texts(surface, wheel)
    _domain_texts(surface, wheel)
    _signs(surface, wheel)


def _signs(surface: Surface, wheel: Wheel) -> None:
    """S, A and C on the spoke left of the first domain: the key to the rings."""
    size = max(0.75, wheel.scale)
    spots: list[tuple[float, Kind]] = [
        ((GENERAL + SPECIFIC) / 2, "S"),
        ((COMPETENCIES + GENERAL) / 2, "A"),
        ((HUB + COMPETENCIES) / 2, "C"),
    ]
    for share, kind in spots:
        x, y = wheel.at(share, -wheel.step / 2)
        letter_sign(surface, x, y, kind, 4.2 * size, 13 * size)


def _segment(surface: Surface, wheel: Wheel, domain: Domain, middle: float) -> None:
    start, end, joint, radius = middle - wheel.step / 2, middle + wheel.step / 2, wheel.joint, wheel.radius

    def ring(inner: float, outer: float) -> Path:
        return ring_segment(wheel.x, wheel.y, inner, outer, start, end, joint)

    surface.path(ring(PATTERN * radius, radius), fill=domain.colour)
    band = ring(SPECIFIC * radius + joint * 0.6, PATTERN * radius - joint * 0.35)
    surface.path(band, fill=domain.colour)
    surface.paint(_band_pattern(wheel, domain, band, middle))
    specific, general = wheel.specific_nook(middle), wheel.general_nook(middle)
    surface.path(ring(specific.inner, specific.outer), fill=specific_tint(domain))
    surface.path(ring(general.inner, general.outer), fill=general_tint(domain))


def _band_pattern(wheel: Wheel, domain: Domain, band: Path, middle: float) -> Clipped:
    inner, outer = SPECIFIC * wheel.radius, PATTERN * wheel.radius
    half = math.radians(wheel.step / 2)

    def reaches(cell: Rect) -> bool:
        x, y = cell.middle[0] - wheel.x, cell.middle[1] - wheel.y
        reach = cell.width + cell.height
        distance = math.hypot(x, y)
        turn = (math.atan2(x, -y) - math.radians(middle) + math.pi) % (2 * math.pi) - math.pi
        return inner - reach < distance < outer + reach and abs(turn) < half + reach / distance

    return patterned(domain.pattern, band, band.bounds(), ink_on(domain.colour), max(0.62, wheel.scale), reaches)


def _competency_ring(surface: Surface, wheel: Wheel) -> None:
    joint, radius = wheel.joint, wheel.radius
    inner, outer = HUB * radius + joint * 0.8, COMPETENCIES * radius - joint * 0.8
    if not wheel.names_competencies:
        surface.circle(wheel.x, wheel.y, outer, wheel.competencies.colour)
        surface.circle(wheel.x, wheel.y, inner, WHITE)
        return
    step = 360 / len(wheel.competency_names)
    for index in range(len(wheel.competency_names)):
        middle = index * step
        piece = ring_segment(wheel.x, wheel.y, inner, outer, middle - step / 2, middle + step / 2, joint)
        surface.path(piece, fill=wheel.competencies.colour)


def _hub_text(surface: Surface, wheel: Wheel) -> None:
    width = HUB * wheel.radius * 1.55
    style = NAME.sized(16 * wheel.scale, floor=6.5).coloured(surface.brand.on_primary)
    lines = 3 if len(wheel.hub.split()) > 2 else 2
    style = surface.one_size([wheel.hub], style, width, lines)
    words = surface.typeface(style).words(wheel.hub)
    space = surface.typeface(style).first.space
    count = min(lines, len(balanced(words, space, measure_in_ems(width, style.size))))
    y = wheel.y - (count - 1) / 2 * style.leading + surface.cap_height(style) / 2
    surface.paragraph(wheel.x - width / 2, y, width, wheel.hub, style, lines=lines, anchor="middle")


def _competency_texts(surface: Surface, wheel: Wheel) -> None:
    names = wheel.competency_names
    step = 360 / len(names)
    middle = (HUB + COMPETENCIES) / 2 * wheel.radius
    style = Style(11.5 * wheel.scale, 4.7 * wheel.scale, floor=9, bold=True, colour=ink_on(wheel.competencies.colour))
    if not wheel.names_competencies:
        _one_competency_title(surface, wheel, middle)
        return
    two_lines = [_halves(surface, name, style) for name in names]
    widest = max(surface.width(line, style) for lines in two_lines for line in lines)
    room = math.radians(step) * (middle - style.leading / 2) * 0.92
    if widest > room:
        style = style.sized(max(9.0, style.size * room / widest))
    with surface.tag("L"):
        for index, (name, lines) in enumerate(zip(names, two_lines, strict=True)):
            with surface.tag("LI"), surface.tag("LBody"):
                _curved(surface, wheel, middle, index * step, lines, style, name)


def _one_competency_title(surface: Surface, wheel: Wheel, middle: float) -> None:
    """At the foot of the ring, because the sign C stands at its top."""
    style = Style(max(9.0, 15 * wheel.scale), 6, floor=9, bold=True, colour=ink_on(wheel.competencies.colour))
    with surface.tag("P"):
        surface.bent_text(wheel.x, wheel.y, middle, 180, wheel.competencies.name, style, inward=True)


def _halves(surface: Surface, name: str, style: Style) -> list[str]:
    """A name in two lines of about equal width, or one if it is a single word."""
    words = name.split()
    cuts = [[" ".join(words[:cut]), " ".join(words[cut:])] for cut in range(1, len(words))]
    return min(cuts, key=lambda lines: max(surface.width(line, style) for line in lines), default=[name])


def _curved(
    surface: Surface, wheel: Wheel, radius: float, degrees: float, lines: Sequence[str], style: Style, whole: Text
) -> None:
    inward = reads_inward(degrees)
    for index, line in enumerate(lines):
        offset = ((len(lines) - 1) / 2 - index) * style.leading
        text = whole.like(line)
        surface.bent_text(
            wheel.x, wheel.y, radius + (-offset if inward else offset), degrees, text, style, inward=inward
        )


def _domain_texts(surface: Surface, wheel: Wheel) -> None:
    names = [domain.name for domain in wheel.domains]
    rim = (PATTERN + 1) / 2 * wheel.radius
    arc = math.radians(wheel.step) * rim * _CURVE_SHARE
    style = surface.one_size(names, NAME.sized(22 * wheel.scale, floor=9), arc)
    with surface.tag("L"):
        for index, domain in enumerate(wheel.domains):
            degrees = index * wheel.step
            with surface.tag("LI"), surface.tag("LBody"):
                with surface.tag("P"):
                    ink = style.coloured(ink_on(domain.colour))
                    surface.bent_text(wheel.x, wheel.y, rim, degrees, domain.name, ink, inward=reads_inward(degrees))
                if wheel.examples:
                    _zone_text(surface, wheel, domain.general_example, wheel.general_nook(degrees), domain.icon)
                    _zone_text(surface, wheel, domain.specific_example, wheel.specific_nook(degrees), None)
                else:
                    _zone_icon(surface, wheel, domain, degrees)


def _zone_icon(surface: Surface, wheel: Wheel, domain: Domain, degrees: float) -> None:
    size = 9.5 * max(wheel.scale, 0.7)
    x, y = wheel.at((COMPETENCIES + GENERAL) / 2, degrees)
    with surface.artifact():
        icon(surface, domain.icon, x - size / 2, y - size / 2, size, BODY.colour)


def _zone_text(
    surface: Surface, wheel: Wheel, text: Text, nook: Nook, icon_name: str | None
) -> None:
    """An example, upright and centred, where it keeps the most room to the four sides of its zone."""
    icon_size = 9.5 * wheel.scale if icon_name else 0.0
    style = Style(13 * wheel.scale, 5.4 * wheel.scale, floor=min(9.0, 13 * wheel.scale))
    settled = settle(surface, text, style, nook, icon_size)
    if settled is None:
        _too_long(surface.report, surface, text, style)
        return
    style, lines, dx, top = settled
    x, y = wheel.x + dx, wheel.y + top
    if icon_name:
        with surface.artifact():
            icon(surface, icon_name, x - icon_size / 2, y, icon_size, style.colour)
        y += icon_size + Nook.ICON_GAP
    with surface.tag("P"):
        for line in lines:
            surface.text(x, y + surface.cap_height(style), text.like(line), style, tag=None, anchor="middle")
            y += style.leading


def _too_long(report: Report, surface: Surface, text: Text, style: Style) -> None:
    report.error(
        "text-too-long",
        mark_of(text),
        text=text,
        words=1,
        lines=4,
        floor=f"{style.floor:g}",
        brand=surface.brand.name,
        where=surface.where,
    )
