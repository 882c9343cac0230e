"""Faces: how somebody is, from glad to low, drawn with a few strokes in any box.

In: a box in mm, how glad from 0 to 4. Out: a Diagram: a disc, eyes and a mouth whose bend says it without colour.
Leaves alone: the word beside it.
"""

from __future__ import annotations

from kaarten.compose.drawing.diagram import Diagram, Part
from kaarten.geometry import Rect
from kaarten.graphics import Path

MOODS = 5
_MOUTH, _EYE = 0.44, 0.34
"""Of the radius: from the middle of a face to a corner of its mouth, and to its eyes."""
_BEND = (-0.72, -0.36, 0.0, 0.36, 0.72)
"""How far the mouth bends down at its middle, as a share of the radius, from low to glad."""


def face(box: Rect, glad: int) -> Diagram:
    """A face that is as glad as `glad`, from 0 (low) to 4. Raises IndexError beyond that."""
    x, y = box.middle
    radius = min(box.width, box.height) / 2
    bend = _BEND[range(MOODS)[glad]] * radius
    eyes = [Part(Path.circle(x + side * _EYE * radius, y - 0.28 * radius, 0.07 * radius), "ink") for side in (-1, 1)]
    half, level = _MOUTH * radius, y + 0.34 * radius - bend * 0.25
    mouth = Path(
        (
            ("M", x - half, level),
            ("C", x - half * 0.5, level + bend * 0.75, x + half * 0.5, level + bend * 0.75, x + half, level),
        )
    )
    return Diagram((Part(Path.circle(x, y, radius), "paper"), *eyes, Part(mouth, "line")), radius / 6)
