"""What a pack is made of, by the names a coordinator knows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from kaarten.diagnostics import Mark
from kaarten.finish import ingredients
from kaarten.finish.ingredients import event_ingredients, file_ingredients, job_ingredients, reading_ingredients
from kaarten.finish.manifest import Reason, changes
from kaarten.tailor.job import Job, Language, Material, People, Person
from kaarten.tailor.timetable import Event
from kaarten.text import Text

T = TypeVar("T")


def filled(kind: type[T], **known: object) -> T:
    """One of a dataclass, with nothing in the fields that do not matter here."""
    return kind(**{field.name: known.get(field.name, ()) for field in fields(cast("Any", kind))})


def material(name: str, content: object = "") -> Material:
    return filled(Material, id=name, title=Text(name), content=content, copies=14, mark=Mark("a.yaml", 1, 1))


def people(participants: int) -> People:
    return filled(People, participants=participants, facilitators=2)


JOB = filled(
    Job,
    team_name=Text("Buurtteam Oost"),
    language=Language("nl", "nl-NL", "nl_NL", ("nl",)),
    brand={"primary": "#000"},
    people=people(12),
    labels={"team": Text("Team")},
    materials=(material("werkblad-1"), material("huiswerk")),
)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("people", people(13), Reason("people")),
        ("roster", (Person("Noor Voorbeeld", "Noor"),), Reason("names")),
        ("team_name", Text("Buurtteam West"), Reason("team")),
        ("brand", {"primary": "#fff"}, Reason("brand")),
        ("labels", {"team": Text("Ploeg")}, Reason("labels")),
        ("language", Language("en", "en-GB", "en_GB", ("en", "nl")), Reason("language")),
        ("materials", (material("werkblad-1", "Dag"), JOB.materials[1]), Reason("material", "werkblad-1")),
    ],
)
def test_a_change_is_known_by_its_name(field: str, value: object, reason: Reason) -> None:
    changed = replace(JOB, **{field: value})
    assert changes(job_ingredients(JOB, []), job_ingredients(changed, [])) == (reason,)


def test_the_same_job_changes_nothing() -> None:
    moved = replace(JOB, materials=tuple(replace(m, mark=Mark("b.yaml", 9, 9)) for m in JOB.materials))
    assert changes(job_ingredients(JOB, []), job_ingredients(moved, [])) == ()


def test_a_meeting_is_an_ingredient_of_its_calendar_file_alone() -> None:
    events = filled(Event, meeting="1", location="De Linde"), filled(Event, meeting="2", location="De Linde")
    moved = replace(events[0], location="De Eik")
    before, after = (job_ingredients(replace(JOB, events=(each, events[1])), []) for each in (events[0], moved))
    assert changes(before, after) == (Reason("event", "1"),)
    assert event_ingredients(before, "1") != event_ingredients(after, "1")
    assert event_ingredients(before, "2") == event_ingredients(after, "2")
    assert file_ingredients(before, ["huiswerk"]) == file_ingredients(after, ["huiswerk"])


def test_a_file_is_made_of_its_own_materials_only() -> None:
    found = file_ingredients(job_ingredients(JOB, []), ["huiswerk"])
    assert [name for name in found if name.startswith("material:")] == ["material:huiswerk"]
    assert {"brand", "team", "engine", "libraries"} <= set(found)


def test_copies_are_told_from_what_is_on_them() -> None:
    more = replace(JOB, materials=(replace(JOB.materials[0], copies=15), JOB.materials[1]))
    assert changes(job_ingredients(JOB, []), job_ingredients(more, [])) == (Reason("copies", "werkblad-1"),)


def test_where_a_sheet_of_labels_begins_counts_for_its_own_run_alone() -> None:
    whole, half = job_ingredients(JOB, [], {"huiswerk": 1}), job_ingredients(JOB, [], {"huiswerk": 8})
    assert whole == job_ingredients(JOB, [])
    assert changes(file_ingredients(whole, ["huiswerk"]), file_ingredients(half, ["huiswerk"])) == (
        Reason("start", "huiswerk"),
    )
    assert file_ingredients(whole, ["werkblad-1"]) == file_ingredients(half, ["werkblad-1"])
    assert reading_ingredients(whole) == reading_ingredients(half) == whole


def test_materials_that_come_and_go_are_told_from_those_that_change() -> None:
    pack = job_ingredients(JOB, [])
    one, both = file_ingredients(pack, ["huiswerk"]), file_ingredients(pack, ["huiswerk", "werkblad-1"])
    assert changes(one, both) == (Reason("material-added", "werkblad-1"),)
    assert changes(both, one) == (Reason("material-gone", "werkblad-1"),)


def test_the_order_of_the_materials_counts() -> None:
    moved = replace(JOB, materials=JOB.materials[::-1])
    assert changes(job_ingredients(JOB, []), job_ingredients(moved, [])) == (Reason("order"),)


@pytest.fixture
def some_layouts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "some_layouts").mkdir()
    (tmp_path / "some_layouts" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path / "some_layouts"
    sys.modules.pop("some_layouts", None)


def test_a_new_layout_file_is_noticed(some_layouts: Path) -> None:
    before = job_ingredients(JOB, ["some_layouts"])
    (some_layouts / "card.py").write_text("SIZE = 1")
    ingredients._sources.cache_clear()
    after = job_ingredients(JOB, ["some_layouts"])
    assert Reason("layouts", "some_layouts") in changes(before, after)
