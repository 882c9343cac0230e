"""Groups of cards: colour, icon and pattern come from the palette, so that a house style carries through.

In: groups as they are written, small teams. Out: looks, or faults at their line. Leaves alone: how a band is drawn.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.brand.colours import lightness
from kaarten.compose.parts.decks import free_slots, group_looks
from kaarten.compose.parts.set_content import SetContent
from kaarten.diagnostics import KaartenError, Report
from kaarten.model.selection import Selection
from kaarten.model.validate import validate
from kaarten.pipeline import Order, job_of, open_pack
from kaarten.source.reader import parse_yaml
from kaarten.tailor.job import Domain, Job
from tests.conftest import ROOT
from tests.samples import surface

PALETTE = """\
groups:
  near: {name: Dichtbij, colour: mint}
  far: {name: Ver weg, colour: income, icon: map-pin}
  own: {name: Eigen, colour: "#112233"}
  none: {name: Geen}
"""


def looks(folder: Path, groups: str, more: str = "", *, apart: bool = False) -> tuple[dict[str, Domain], Job]:
    """What the groups of a set look like in a team with `more` in its file."""
    (folder / "team.yaml").write_text("name: Proefteam\n" + more, encoding="utf-8")
    report = Report()
    job = job_of(open_pack(Order(folder, selection=Selection(only=("kernblad",))), report), "nl", report)
    node = parse_yaml(f"kicker: K\ncards: {{a: {{}}}}\n{groups}".encode(), "set.yaml", report)
    content = validate(SetContent, node, report) if node else None
    assert content is not None
    found = group_looks(surface(report), job, content.groups, apart=apart)
    if report.errors:
        raise KaartenError(report.errors)
    return found, job


def test_a_group_has_colour_pattern_and_icon_of_its_slot_or_domain(tmp_path: Path) -> None:
    found, job = looks(tmp_path, PALETTE)
    mint, income = job.palette["mint"], next(one for one in job.domains if one.id == "income")
    assert (found["near"].colour, found["near"].icon, found["near"].pattern) == (mint.colour, mint.icon, mint.pattern)
    assert (found["far"].colour, found["far"].pattern, found["far"].icon) == (income.colour, income.pattern, "map-pin")


def test_a_group_with_a_colour_of_its_own_or_none_has_the_rest_of_a_slot_that_nobody_has(tmp_path: Path) -> None:
    found, job = looks(tmp_path, PALETTE)
    rose, brown = job.palette["rose"], job.palette["brown"]
    assert (found["own"].colour.hex, found["own"].pattern) == ("#112233", rose.pattern)
    assert (found["none"].colour, found["none"].pattern) == (brown.colour, brown.pattern)


WISHES = """\
groups:
  one: {name: Een, colour: green, icon: flag}
  two: {name: Twee, colour: mint}
  three: {name: Drie}
"""


def test_groups_of_a_set_have_what_no_domain_has_and_their_wish_when_it_is_free(tmp_path: Path) -> None:
    found, job = looks(tmp_path, WISHES, apart=True)
    free = free_slots(job)
    assert free == ["rose", "brown", "mint", "olive"]
    assert [one.colour for one in found.values()] == [job.palette[name].colour for name in ("rose", "mint", "brown")]
    assert found["one"].icon == "flag"


def test_with_too_few_free_slots_all_groups_of_a_set_have_the_colour_of_the_brand(tmp_path: Path) -> None:
    more = "".join(f"  n{at}: {{name: Groep {at}}}\n" for at in range(4))
    found, _ = looks(tmp_path, WISHES + more + "  near: {name: Eigen, colour: income}\n", apart=True)
    *plain, own = found.values()
    assert {one.colour for one in plain} == {surface(Report()).brand.primary}
    assert len({one.pattern for one in plain} - {""}) == len(plain)
    assert own.pattern == "grid"


@given(st.lists(st.sampled_from(["", "green", "mint", "rose", "teal", "navy"]), min_size=1, max_size=9))
def test_no_group_of_a_set_reads_as_a_domain_or_as_another(wishes: list[str]) -> None:
    groups = "groups:\n" + "".join(f'  g{at}: {{name: N, colour: "{wish}"}}\n' for at, wish in enumerate(wishes))
    with TemporaryDirectory() as folder:
        found, job = looks(Path(folder), groups, apart=True)
    domains = (*job.domains, job.competencies)
    assert not {one.colour for one in found.values()} & {one.colour for one in domains}
    patterns = [one.pattern for one in found.values()]
    assert len({*patterns} - {""}) == len(patterns)
    if len({one.colour for one in found.values()}) == len(found):
        assert not {*patterns} & {one.pattern for one in domains}


def test_a_house_style_that_changes_a_slot_changes_the_groups(tmp_path: Path) -> None:
    found, _ = looks(tmp_path, PALETTE, 'palette: {mint: {colour: "#335577"}}\n')
    assert found["near"].colour.hex == "#335577"


def test_a_colour_nobody_knows_is_told_where_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(KaartenError) as caught:
        looks(tmp_path, "groups:\n  near: {name: Dichtbij, colour: mnit}\n")
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.mark.line, fault.details["guess"]) == ("unknown-colour", 4, "mint")


TEAMS = ("buurtteam-oost", "gebiedsteam-noorderlanden", "academie-de-schakel/teams/wijkteam-zonnehoven")


@pytest.mark.parametrize("team", TEAMS)
def test_groups_of_the_sets_that_come_with_kaarten_read_as_no_domain(team: str) -> None:
    """Each has a pattern and an icon to itself; where each has a colour too, neighbours differ in lightness."""
    report = Report()
    job = job_of(open_pack(Order(ROOT / "content" / "teams" / team, every_pack=True), report), "nl", report)
    contents = {one.id: one.content for one in job.materials if isinstance(one.content, SetContent)}
    sets = {id: content.groups for id, content in contents.items() if content.groups}
    assert {"interviewkaarten", "competentiekaarten"} <= set(sets)
    domains = (*job.domains, job.competencies)
    for groups in sets.values():
        found = list(group_looks(surface(report), job, groups, apart=True).values())
        assert not {one.colour for one in found} & {one.colour for one in domains}
        assert len({one.pattern for one in found} - {""}) == len(found)
        assert len({one.icon for one in found}) == len(found)
        if len({one.colour for one in found}) > 1:
            assert not {one.pattern for one in found} & {one.pattern for one in domains}
            assert all(abs(lightness(one.colour) - lightness(other.colour)) >= 8 for one, other in pairwise(found))
