"""The plan of the wheel: its rings and spokes, in mm, before anything is painted.

In: a centre, a radius, the domains. Out: radii, angles and nooks. Source: looks.md section 5 (shares of the radius) and
kennisbouwstenen.md section 1 (form and order). Leaves alone: colour and text.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from kaarten.compose.parts.letters import Kind
from kaarten.compose.parts.nook import Nook
from kaarten.tailor.job import Domain
from kaarten.text import Text

HUB, COMPETENCIES, GENERAL, SPECIFIC, PATTERN = 0.172, 0.350, 0.602, 0.845, 0.882
"""Outer edges of the rings as shares of the radius; the rim with the names runs from PATTERN to 1."""

_A3_RADIUS = 133.5
"""The radius (mm) for which looks.md gives sizes of type."""


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
        outer = GENERAL * self.radius - self.joint * 0.5
        return Nook(inner, outer, degrees, self.step / 2, self.joint, (self.sign("A"),))

    def specific_nook(self, degrees: float) -> Nook:
        """The zone of specific knowledge of the domain centred on `degrees`."""
        inner = GENERAL * self.radius + self.joint * 0.5
        return Nook(inner, SPECIFIC * self.radius, degrees, self.step / 2, self.joint, (self.sign("S"),))

    def sign(self, kind: Kind) -> tuple[float, float, float]:
        """Where the sign of a ring stands, on the spoke left of the first piece: x, y from the centre, and radius."""
        first = self.step if kind != "C" else 360 / max(1, len(self.competency_names))
        share = {"S": GENERAL + SPECIFIC, "A": COMPETENCIES + GENERAL, "C": HUB + COMPETENCIES}[kind] / 2
        x, y = self.at(share, -first / 2)
        return x - self.x, y - self.y, 4.2 * max(0.75, self.scale)

    def at(self, share: float, degrees: float) -> tuple[float, float]:
        """The point at a share of the radius, `degrees` clockwise from twelve o'clock."""
        angle = math.radians(degrees)
        return self.x + share * self.radius * math.sin(angle), self.y - share * self.radius * math.cos(angle)
