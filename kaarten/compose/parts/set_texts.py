"""What the cards of a set tell: text, parts and points, those of all cards of a kind level.

In: a Surface, cards with the width (mm) of their text, a Style. Out: for each card its passages; a part begins at one
height on every card. Leaves alone: what stands round them, and whether they fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kaarten.compose.parts.set_content import SetCard
from kaarten.compose.parts.steps import STEP_APART, Passage, passages_height, steps
from kaarten.compose.styles import HINT, Style
from kaarten.compose.surface import Surface

BEFORE_PART = 1.6
"""Of the leading, from a text to the label of the next part."""
POINT_APART = 1.3
BELOW_SENTENCE = 0.6
"""Of its type, that of what stands under a sentence that is the heading of its card."""
_LABEL = 0.72


def told_of(
    surface: Surface, cards: Sequence[tuple[SetCard, float]], style: Style, floor: float
) -> list[list[Passage]]:
    """Text, parts and points of each card from the top; nothing is smaller than `floor` points. The text of a card
    without a title is its heading.
    """
    found = [_opening(card, style) for card, _ in cards]
    parts = [_parts(card, _below(card, style, floor), floor) for card, _ in cards]
    for index in range(max((len(each) for each in parts), default=0)):
        having = [at for at, each in enumerate(parts) if len(each) > index]
        heights = {at: passages_height(surface, found[at], cards[at][1]) for at in having}
        level = max(heights.values())
        for at in having:
            first, *others = parts[at][index]
            found[at] += [replace(first, above=first.above + level - heights[at]), *others]
    points = [_points(card, _below(card, style, floor)) for card, _ in cards]
    return [[*passages, *more] for passages, more in zip(found, points, strict=True)]


def _opening(card: SetCard, style: Style) -> list[Passage]:
    """What stands above the parts."""
    if card.title:
        return steps(card.text, style)
    return [Passage(card.text, style, tag="H1")] if card.text else []


def _below(card: SetCard, style: Style, floor: float) -> Style:
    """The style of parts and points."""
    return style if card.title else style.regular.sized(BELOW_SENTENCE * style.size, floor=floor)


def _parts(card: SetCard, style: Style, floor: float) -> list[list[Passage]]:
    """Each part: its label and its text."""
    small = HINT.sized(max(floor, _LABEL * style.size), floor=floor).strong
    found: list[list[Passage]] = []
    for part in card.parts.values():
        label = [Passage(part.label, small, BEFORE_PART * style.leading, tag="H2")] if part.label else []
        found.append([*label, Passage(part.text, style, style.leading * (1 if label else STEP_APART))])
    return found


def _points(card: SetCard, style: Style) -> list[Passage]:
    return [
        Passage(point, style, (POINT_APART if index else BEFORE_PART) * style.leading, point=True)
        for index, point in enumerate(card.points.values())
    ]
