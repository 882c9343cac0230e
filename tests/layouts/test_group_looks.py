"""Groups of cards: colour, icon and pattern come from the palette, so that a house style carries through.

In: groups as they are written, small teams. Out: looks, or faults at their line. Leaves alone: how a band is drawn.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from kaarten.brand.colours import lightness
from kaarten.compose.parts.decks import group_looks
from kaarten.compose.parts.set_content import SetContent
from kaarten.diagnostics import KaartenError, Report
from kaarten.model.selection import Selection
from kaarten.model.validate import validate
from kaarten.pipeline import Order, job_of, open_pack
from kaarten.source.reader import parse_yaml
from kaarten.tailor.job import Domain, Job
from tests.samples import surface

PALETTE = """\
groups:
  near: {name: Dichtbij, colour: mint}
  far: {name: Ver weg, colour: income, icon: map-pin}
  own: {name: Eigen, colour: "#112233"}
  none: {name: Geen}
"""


def looks(folder: Path, groups: str, more: str = "") -> tuple[dict[str, Domain], Job]:
    """What the groups of a set look like in a team with `more` in its file."""
    (folder / "team.yaml").write_text("name: Proefteam\n" + more, encoding="utf-8")
    report = Report()
    job = job_of(open_pack(Order(folder, selection=Selection(only=("kernblad",))), report), "nl", report)
    node = parse_yaml(f"kicker: K\ncards: {{a: {{}}}}\n{groups}".encode(), "set.yaml", report)
    content = validate(SetContent, node, report) if node else None
    assert content is not None
    found = group_looks(surface(report), job, content.groups)
    if report.errors:
        raise KaartenError(report.errors)
    return found, job


def test_a_group_has_colour_pattern_and_icon_of_its_slot_or_domain(tmp_path: Path) -> None:
    found, job = looks(tmp_path, PALETTE)
    mint, income = job.palette["mint"], next(one for one in job.domains if one.id == "income")
    assert (found["near"].colour, found["near"].icon, found["near"].pattern) == (mint.colour, mint.icon, mint.pattern)
    assert (found["far"].colour, found["far"].pattern, found["far"].icon) == (income.colour, income.pattern, "map-pin")


def test_a_group_with_a_colour_of_its_own_or_none_has_the_rest_by_its_place(tmp_path: Path) -> None:
    found, job = looks(tmp_path, PALETTE)
    free = [slot for name, slot in job.palette.items() if name != "teal"]
    assert (found["own"].colour.hex, found["own"].pattern) == ("#112233", free[2].pattern)
    assert (found["none"].colour, found["none"].pattern) == (free[3].colour, free[3].pattern)


def test_a_house_style_that_changes_a_slot_changes_the_groups(tmp_path: Path) -> None:
    found, _ = looks(tmp_path, PALETTE, 'palette: {mint: {colour: "#335577"}}\n')
    assert found["near"].colour.hex == "#335577"


def test_a_colour_nobody_knows_is_told_where_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(KaartenError) as caught:
        looks(tmp_path, "groups:\n  near: {name: Dichtbij, colour: mnit}\n")
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.mark.line, fault.details["guess"]) == ("unknown-colour", 4, "mint")


def test_groups_of_the_sets_that_come_with_kaarten_differ_without_colour(tmp_path: Path) -> None:
    """Each has a slot of the palette to itself, so a pattern of its own; neighbours differ in lightness too."""
    (tmp_path / "team.yaml").write_text("name: Proefteam\n", encoding="utf-8")
    report = Report()
    job = job_of(open_pack(Order(tmp_path, every_pack=True), report), "nl", report)
    contents = {one.id: one.content for one in job.materials if isinstance(one.content, SetContent)}
    sets = {id: content.groups for id, content in contents.items() if content.groups}
    assert {"interviewkaarten", "competentiekaarten"} <= set(sets)
    for groups in sets.values():
        names = [str(group.colour) for group in groups.values()]
        assert len(set(names)) == len(names)
        assert set(names) <= set(job.palette)
        looks = group_looks(surface(report), job, groups).values()
        assert len({look.pattern for look in looks}) == len(names)
        assert all(abs(lightness(one.colour) - lightness(other.colour)) >= 8 for one, other in pairwise(looks)), names
