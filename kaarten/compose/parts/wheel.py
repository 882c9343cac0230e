"""The wheel: resident in the hub, generic competencies round it, the domains with general and specific knowledge.

In: a Surface, a centre and radius, domains, words. Out: the wheel as decoration with its words tagged as lists, so
that it is read name by name. Source: looks.md section 5 (shares of the radius) and kennisbouwstenen.md section 1
(form and order). Leaves alone: title and legend; long lists, which do not go in a wheel.
"""

from __future__ import annotations

import math

from kaarten.brand.colours import ink_on
from kaarten.brand.inks import WHITE
from kaarten.compose.parts.letters import Kind, letter_sign
from kaarten.compose.parts.looks import general_tint, specific_tint
from kaarten.compose.parts.patterns import patterned
from kaarten.compose.parts.wheel_plan import COMPETENCIES, HUB, PATTERN, SPECIFIC, Wheel
from kaarten.compose.parts.wheel_texts import draw_wheel_texts
from kaarten.compose.surface import Surface
from kaarten.graphics import Clipped, Path
from kaarten.tailor.job import Domain


def ring_segment(x: float, y: float, inner: float, outer: float, start: float, end: float, joint: float) -> Path:
    """A piece of a ring with parallel sides: half a `joint` (mm) of white on either side. Angles in degrees."""
    narrow_in = math.degrees(joint / 2 / inner)
    narrow_out = math.degrees(joint / 2 / outer)
    out = Path.arc(x, y, outer, start + narrow_out, end - narrow_out)
    back = Path.arc(x, y, inner, end - narrow_in, start + narrow_in, move=False)
    return (out + back).closed()


def draw_wheel(surface: Surface, wheel: Wheel) -> None:
    """The whole wheel, read from the hub outwards and clockwise."""
    with surface.artifact():
        for index, domain in enumerate(wheel.domains):
            _segment(surface, wheel, domain, index * wheel.step)
        _competency_ring(surface, wheel)
        surface.circle(wheel.x, wheel.y, HUB * wheel.radius - 0.5 * wheel.scale, surface.brand.primary)
    draw_wheel_texts(surface, wheel)
    _signs(surface, wheel)


def _signs(surface: Surface, wheel: Wheel) -> None:
    """S, A and C: the key to the rings."""
    kinds: tuple[Kind, ...] = ("S", "A", "C")
    for kind in kinds:
        x, y, radius = wheel.sign(kind)
        letter_sign(surface, wheel.x + x, wheel.y + y, kind, radius, radius / 4.2 * 13)


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
    """The marks along the band, and a little beyond, where the path cuts them off."""
    scale = max(0.62, wheel.scale)
    reach = 4.5 * scale
    inner, outer = SPECIFIC * wheel.radius - reach, PATTERN * wheel.radius + reach
    half = math.radians(wheel.step / 2) + reach / inner

    def reaches(x: float, y: float) -> bool:
        across, up = x - wheel.x, wheel.y - y
        if not inner < math.hypot(across, up) < outer:
            return False
        turn = (math.atan2(across, up) - math.radians(middle) + math.pi) % (2 * math.pi) - math.pi
        return abs(turn) < half

    return patterned(domain.pattern, band, band.bounds(), ink_on(domain.colour), scale, reaches)


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
