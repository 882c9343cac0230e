"""What is written on stands well above the foot: a line just over a rule, a logo or a credit reads as part of it.

In: every material of the example teams, with all packs, in a language each. Out: mm between the lowest line to write on
or box to tick and what is in the foot. Leaves alone: labels, which have no foot; posters, whose foot is far below.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kaarten.brand.inks import HAIR, INK, LINE
from kaarten.compose.face import Face
from kaarten.diagnostics import Report
from kaarten.geometry import PAPER_SIZES
from kaarten.impose.runs import Imposed
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from tests.pages import Page, measure

TEAMS = {"buurtteam-oost": "nl", "gebiedsteam-noorderlanden": "nl-formal", "wijkteam-zonnehoven": "en"}
AIR = 5.9
"""mm; the tail of a letter may take a hair of the six."""
FULL = {"samenvatting": 4.3}
"""Cards with so much on them that less is left."""
LABELS = {"box_label", "knowledge_label", "name_label", "priority_label"}
NOT_YET = {"card_set", "diagram_card"}
RULES = (277.3, 190.3)
"""mm to the rule in the foot of a page, standing and lying."""
A4 = PAPER_SIZES["A4"]


def foot_of(page: Page) -> float | None:
    """mm to the top of what is in the foot: the rule of a page, the logo or the credit of a card."""
    size = page.size
    if size.width * size.height > 0.99 * A4.width * A4.height:
        rules = [rule.a[1] for rule in page.rules if rule.level and rule.colour == HAIR]
        return next((y for y in rules if any(abs(y - each) < 0.01 for each in RULES)), None)
    logos = [box.y for box in page.logos if box.y > size.height * 0.7]
    credits_ = [ink.bounds.y for ink in page.texts if ink.size <= 7.6 and ink.y > size.height - 18]
    return min([*logos, *credits_], default=None)


def lowest(page: Page, foot: float) -> float:
    """mm to the lowest line that is written on or closes a row, or the foot of the lowest box."""
    lines = [rule.a[1] for rule in page.rules if rule.level and rule.colour in (LINE, HAIR)]
    boxes = [fill.bounds.bottom for fill in page.fills if fill.edge and fill.edge_colour == INK]
    return max([y for y in (*lines, *boxes) if y < foot - 0.05], default=0.0)


@pytest.fixture(scope="module", params=TEAMS.items(), ids="-".join)
def laid(request: pytest.FixtureRequest) -> list[Imposed]:
    team, language = request.param
    (folder,) = (file.parent for file in Path("content/teams").rglob("team.yaml") if file.parent.name == team)
    report = Report()
    pack = open_pack(Order(folder, every_pack=True), report)
    return lay_out(pack, job_of(pack, language, report), report)


def faces(one: Imposed) -> Iterator[Face]:
    for piece in one.pieces:
        yield from (face for face in (piece.front, piece.back) if face)


def test_what_is_written_on_stands_well_above_the_foot(laid: list[Imposed]) -> None:
    looked, low = 0, dict[str, float]()
    for one in laid:
        if one.material.layout in LABELS | NOT_YET:
            continue
        for page in map(measure, faces(one)):
            foot = foot_of(page)
            if foot is not None:
                looked += 1
                left = foot - lowest(page, foot)
                if left < FULL.get(one.material.id, AIR):
                    low[one.material.id] = round(left, 1)
    assert looked > 150
    assert low == {}
