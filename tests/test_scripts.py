"""Scripts and what they list: whatever lies ready in a block has a step that says what to do with it.

In: example teams with the learning circle and the half-day, in Dutch. Out: their blocks. Leaves alone: the clock and
the page (tests/tailor, tests/layouts).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kaarten.diagnostics import Report
from kaarten.pipeline import Order, job_of, open_pack
from tests.layouts.packs import with_packs

UNSAID = {"pens", "camera"}
"""To sign and to take photographs: what one does with these needs no name."""
LETTERS = 5
"""So many of the first letters of a word tell it from others, in one number or more."""


def beginnings(text: str) -> set[str]:
    return {word[:LETTERS] for word in re.findall(r"[a-zë-]+", text.lower()) if len(word) >= LETTERS}


@pytest.mark.parametrize("pack", ["leerkring", "vakmanschap"])
def test_every_need_of_a_block_is_named_in_one_of_its_steps(tmp_path: Path, pack: str) -> None:
    report = Report()
    job = job_of(open_pack(Order(with_packs(tmp_path, "buurtteam-oost", ("kennis", pack))), report), "nl", report)
    meeting = next(one for one in job.meetings.values() if one.id == pack)
    looked, unsaid = 0, list[tuple[str, str]]()
    for block in meeting.blocks:
        said = beginnings(" ".join(step.text for step in block.steps))
        needs = [job.needs[id] for id in block.needs if id in job.needs and id not in UNSAID]
        assert needs, block.id
        looked += len(needs)
        unsaid += [(block.id, need.name) for need in needs if not beginnings(need.name) & said]
    assert looked > 15
    assert unsaid == []


def test_who_prints_badges_is_told_to_hand_those_out(tmp_path: Path) -> None:
    """And what is counted in cups or rolls says so, within a sentence."""
    report = Report()
    team = with_packs(tmp_path, "gebiedsteam-noorderlanden", ("leerkring",))
    job = job_of(open_pack(Order(team), report), "nl", report)
    welcome = next(one for one in job.meetings.values() if one.id == "leerkring").blocks[0].steps[0]
    assert "een badge en" in welcome.text
    assert "naamsticker" not in welcome.text
    coffee, pens = job.needs["coffee"], job.needs["pens"]
    assert coffee.counted is not None
    assert coffee.counted.of(2) == "2\u00a0kopjes koffie en thee"
    assert coffee.counted.word(1) == "kopje koffie en thee"
    assert pens.counted is None
