"""The words of the wheel: hub, competencies, names of domains along the rim, one example in each zone.

In: a Surface and the plan of the wheel. Out: texts, tagged as lists and read from the hub outwards and clockwise.
Words inside the zones stand straight; only names on rings are bent. Source: looks.md section 5 (Wheel). Leaves alone:
the rings.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaarten.brand.colours import ink_on
from kaarten.compose.parts.bent import bent_text
from kaarten.compose.parts.looks import icon
from kaarten.compose.parts.nook import ICON_GAP, Nook, Settled, settle
from kaarten.compose.parts.wheel_plan import COMPETENCIES, GENERAL, HUB, PATTERN, Wheel
from kaarten.compose.styles import BODY, NAME, Style
from kaarten.compose.surface import Surface
from kaarten.tailor.job import Domain
from kaarten.text import Text
from kaarten.typeset.breaking import STEP, balanced, measure_in_ems

_CURVE_SHARE = 0.86
"""Of the arc that a curved name may fill."""

_RING_SHARE = 0.85
"""Of its piece of the ring that the name of a competency may fill."""

_ROOMY = 0.9
"""A wheel smaller than this share of the one on A3 need not have examples."""

_ICON = 9.5
"""mm: the icon above an example, at the radius of the A3."""


def reads_inward(degrees: float) -> bool:
    """Whether curved text at this angle is turned round, so that nobody reads upside down (looks.md: 110 to 250)."""
    return 110 < degrees % 360 < 250


def draw_wheel_texts(surface: Surface, wheel: Wheel) -> None:
    """Every word in the wheel."""
    _hub_text(surface, wheel)
    _competency_texts(surface, wheel)
    _domain_texts(surface, wheel)


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
    halves = [
        _halves(surface, name, style, middle, inward=reads_inward(index * step)) for index, name in enumerate(names)
    ]
    fullest = max(fullness for _, fullness in halves) / math.radians(step) / _RING_SHARE
    if fullest > 1:
        style = style.sized(max(style.floor, style.size / fullest))
    with surface.tag("L"):
        for index, (name, (lines, _)) in enumerate(zip(names, halves, strict=True)):
            with surface.tag("LI"), surface.tag("LBody"):
                _curved(surface, wheel, middle, index * step, lines, style, name)


def _one_competency_title(surface: Surface, wheel: Wheel, middle: float) -> None:
    """At the foot of the ring, because the sign C stands at its top."""
    style = Style(max(9.0, 15 * wheel.scale), 6, floor=9, bold=True, colour=ink_on(wheel.competencies.colour))
    with surface.tag("P"):
        bent_text(surface, wheel.x, wheel.y, middle, 180, wheel.competencies.name, style, inward=True)


def _halves(surface: Surface, name: str, style: Style, middle: float, *, inward: bool) -> tuple[tuple[str, ...], float]:
    """A name in two lines (one if it is a single word) that fill the arc most evenly, and the fullest line in radians.

    The line further from the centre has more room.
    """
    words = name.split()
    ways = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))] or [(name,)]
    outward = -style.leading / 2 if inward else style.leading / 2

    def fullness(lines: tuple[str, ...]) -> float:
        offsets = (outward, -outward) if len(lines) == 2 else (0.0,)
        return max(surface.width(line, style) / (middle + offset) for line, offset in zip(lines, offsets, strict=True))

    best = min(ways, key=fullness)
    return best, fullness(best)


def _curved(
    surface: Surface, wheel: Wheel, radius: float, degrees: float, lines: Sequence[str], style: Style, whole: Text
) -> None:
    inward = reads_inward(degrees)
    for index, line in enumerate(lines):
        offset = ((len(lines) - 1) / 2 - index) * style.leading
        text = whole.like(line)
        bent_text(
            surface, wheel.x, wheel.y, radius + (-offset if inward else offset), degrees, text, style, inward=inward
        )


def _domain_texts(surface: Surface, wheel: Wheel) -> None:
    names = [domain.name for domain in wheel.domains]
    rim = (PATTERN + 1) / 2 * wheel.radius
    arc = math.radians(wheel.step) * rim * _CURVE_SHARE
    style = surface.one_size(names, NAME.sized(22 * wheel.scale, floor=9), arc)
    examples = _settled_examples(surface, wheel) if wheel.examples else Examples(BODY, [[] for _ in wheel.domains])
    with surface.tag("L"):
        for index, domain in enumerate(wheel.domains):
            degrees = index * wheel.step
            with surface.tag("LI"), surface.tag("LBody"):
                with surface.tag("P"):
                    ink = style.coloured(ink_on(domain.colour))
                    bent_text(surface, wheel.x, wheel.y, rim, degrees, domain.name, ink, inward=reads_inward(degrees))
                own = examples.of[index]
                for example in own:
                    _example(surface, wheel, example, examples.style)
                if not any(example.icon for example in own):
                    _zone_icon(surface, wheel, domain, degrees)


def _zone_icon(surface: Surface, wheel: Wheel, domain: Domain, degrees: float) -> None:
    size = _ICON * max(wheel.scale, 0.7)
    x, y = wheel.at((COMPETENCIES + GENERAL) / 2, degrees)
    with surface.artifact():
        icon(surface, domain.icon, x - size / 2, y - size / 2, size, BODY.colour)


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the icon above it if any, and where the two sit."""

    text: Text
    icon: str | None
    settled: Settled


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples of each domain, all in one style."""

    style: Style
    of: list[list[Example]]


def _settled_examples(surface: Surface, wheel: Wheel) -> Examples:
    """All examples in the one size at which every one of them fits; what fits at no size is a fault and left out."""
    style = Style(13 * wheel.scale, 5.4 * wheel.scale, floor=min(9.0, 13 * wheel.scale))
    spots = list(_spots(wheel))
    while True:
        placed: list[list[Example]] = [[] for _ in wheel.domains]
        misfits: list[Text] = []
        last = style.size <= style.floor
        for index, text, nook, icon_name in spots:
            settled = settle(surface, text, style, nook, _ICON * wheel.scale if icon_name else 0.0)
            if settled:
                placed[index].append(Example(text, icon_name, settled))
            else:
                misfits.append(text)
                if not last:
                    break
        if not misfits or last:
            return Examples(style, _told(surface, wheel, style, placed, misfits))
        style = style.sized(max(style.floor, style.size - STEP))


def _spots(wheel: Wheel) -> Iterator[tuple[int, Text, Nook, str | None]]:
    """Each example with the number of its domain, its zone, and the icon above it; a domain need not have examples."""
    for index, domain in enumerate(wheel.domains):
        degrees = index * wheel.step
        if domain.general_example:
            yield index, domain.general_example, wheel.general_nook(degrees), domain.icon
        if domain.specific_example:
            yield index, domain.specific_example, wheel.specific_nook(degrees), None


def _told(
    surface: Surface, wheel: Wheel, style: Style, placed: list[list[Example]], misfits: list[Text]
) -> list[list[Example]]:
    """What does not fit is a fault; in a small wheel, where that cannot be helped, all examples make room to write."""
    if misfits and wheel.scale < _ROOMY:
        surface.report.warning("examples-left-out", misfits[0].mark, text=misfits[0], where=surface.where)
        return [[] for _ in placed]
    for text in misfits:
        surface.too_long(text, style, words=1, lines=5)
    return placed


def _example(surface: Surface, wheel: Wheel, example: Example, style: Style) -> None:
    """An example, upright and centred, where it keeps the most room to the four sides of its zone."""
    x, y = wheel.x + example.settled.x, wheel.y + example.settled.top
    if example.icon:
        size = _ICON * wheel.scale
        with surface.artifact():
            icon(surface, example.icon, x - size / 2, y, size, style.colour)
        y += size + ICON_GAP
    with surface.tag("P"):
        for line in example.settled.lines:
            surface.text(x, y + surface.cap_height(style), example.text.like(line), style, tag=None, anchor="middle")
            y += style.leading
