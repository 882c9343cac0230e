"""A part of a pack: which materials are in it, and what its folder is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from kaarten.diagnostics import Report
from kaarten.model.selection import KINDS, WHOLE, Kind, Selection, names_of
from kaarten.resources import content_folder
from kaarten.text import MeetingId


@dataclass(frozen=True)
class Thing:
    kind: Kind
    meeting: MeetingId | None = None
    deck: str = ""


PACK = {
    "printplan": Thing("plan"),
    "werkblad-1": Thing("sheets", MeetingId("1")),
    "poster-wiel": Thing("posters", MeetingId("1")),
    "werkblad-2": Thing("sheets", MeetingId("2")),
    "dialoogkaarten": Thing("cards", MeetingId("2")),
    "bronnen": Thing("sheets"),
    "vragen-kaarten": Thing("cards", deck="vragen"),
    "vragen-lijst": Thing("lists", deck="vragen"),
    "vragen-poster": Thing("posters", deck="vragen"),
}
DECK = ["vragen-kaarten", "vragen-lijst", "vragen-poster"]
MEETINGS = ("1", "2", "leerkring")


def ids(*meetings: str) -> tuple[MeetingId, ...]:
    return tuple(map(MeetingId, meetings))


def chosen(**asked: tuple[object, ...]) -> list[str]:
    return Selection(**asked).of(PACK, MEETINGS, Report())  # type: ignore[arg-type]


def said(**asked: tuple[object, ...]) -> list[tuple[str, str]]:
    report = Report()
    Selection(**asked).of(PACK, MEETINGS, report)  # type: ignore[arg-type]
    return [(diagnostic.severity.value, diagnostic.code) for diagnostic in report]


# ---- what is in it


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, list(PACK)),
        ({"meetings": ids("1")}, ["printplan", "werkblad-1", "poster-wiel"]),
        ({"meetings": ids("2", "1")}, ["printplan", "werkblad-1", "poster-wiel", "werkblad-2", "dialoogkaarten"]),
        ({"meetings": ids("1"), "without": ("plan",)}, ["werkblad-1", "poster-wiel"]),
        ({"only": ("sheets",)}, ["werkblad-1", "werkblad-2", "bronnen"]),
        ({"only": ("bladen",)}, ["werkblad-1", "werkblad-2", "bronnen"]),
        ({"only": ("kaarten", "bronnen")}, ["dialoogkaarten", "bronnen", "vragen-kaarten"]),
        ({"without": ("sheets", "vragen")}, ["printplan", "poster-wiel", "dialoogkaarten"]),
        (
            {"without": ("bronnen", "posters", "vragen")},
            ["printplan", "werkblad-1", "werkblad-2", "dialoogkaarten"],
        ),
        ({"only": ("vragen",)}, DECK),
        ({"only": ("vragen-lijst",)}, ["vragen-lijst"]),
        ({"only": ("vragen",), "without": ("vragen-poster",)}, DECK[:2]),
        ({"only": ("posters",), "without": ("vragen",)}, ["poster-wiel"]),
        ({"meetings": ids("1"), "only": ("bladen", "kaarten")}, ["werkblad-1"]),
        ({"only": ("sheets",), "without": ("werkblad-2",)}, ["werkblad-1", "bronnen"]),
        ({"meetings": ids("2"), "without": ("presentatie",)}, ["printplan", "werkblad-2", "dialoogkaarten"]),
    ],
)
def test_what_is_asked_must_all_hold(asked: dict[str, tuple[object, ...]], ids: list[str]) -> None:
    assert chosen(**asked) == ids


def test_a_deck_stands_before_its_parts_and_once() -> None:
    assert names_of(PACK)[-4:] == ["vragen", *DECK]
    assert len(set(names_of(PACK))) == len(PACK) + 1


def test_only_an_empty_one_is_the_whole_pack() -> None:
    assert not WHOLE
    assert all([Selection(meetings=ids("1")), Selection(only=("a",)), Selection(without=("a",))])


# ---- what is said about it


@pytest.mark.parametrize("where", ["only", "without"])
def test_a_name_that_means_nothing_is_a_fault_with_a_guess(where: str) -> None:
    report = Report()
    names = ("werkblad1", "stikers", "flyer")
    (Selection(only=names) if where == "only" else Selection(without=names)).of(PACK, MEETINGS, report)
    assert [(fault.code, fault.details["name"], fault.details["guess"]) for fault in report.errors] == [
        ("no-such-part", "werkblad1", "werkblad-1"),
        ("no-such-part", "stikers", "stickers"),
        ("no-such-part", "flyer", ""),
    ]
    deck = Report()
    Selection(only=("vrage",)).of(PACK, MEETINGS, deck)
    assert [fault.details["guess"] for fault in deck.errors] == ["vragen"]
    kinds = report.errors[0].details["kinds"]
    assert isinstance(kinds, list)
    assert {"cards (kaarten)", "posters"} <= set(kinds)


@pytest.mark.parametrize(
    "asked",
    [
        {"only": ("labels",)},
        {"only": ("bronnen",), "without": ("bronnen",)},
        {"only": ("dialoogkaarten",), "meetings": ids("1")},
        {"without": ("cards", "posters", "sheets", "printplan", "lists")},
        {"meetings": ids("1"), "without": ("sheets", "posters")},
    ],
)
def test_nothing_left_is_a_fault(asked: dict[str, tuple[object, ...]]) -> None:
    assert said(**asked) == [("error", "nothing-selected")]


def test_a_kind_of_which_there_is_nothing_is_said_when_something_else_is_made() -> None:
    assert said(only=("cards", "labels")) == [("warning", "no-such-kind")]
    assert said(only=("cards",), without=("labels",)) == []


def test_what_belongs_to_no_one_meeting_is_left_out_and_named() -> None:
    report = Report()
    Selection(meetings=ids("1", "2")).of(PACK, MEETINGS, report)
    assert [(remark.code, remark.details["materials"]) for remark in report] == [
        ("of-no-one-meeting", ["bronnen", *DECK])
    ]
    assert said(meetings=ids("1"), without=("bronnen", "vragen")) == []


# ---- what its folder is called


@pytest.mark.parametrize(
    ("selection", "name"),
    [
        (WHOLE, ""),
        (Selection(only=("werkblad-1",)), "werkblad-1"),
        (Selection(only=("werkblad-2", "flyer", "werkblad-2")), "flyer+werkblad-2"),
        (Selection(only=("kaarten",)), "cards"),
        (Selection(meetings=ids("2", "1")), "meeting-1+2"),
        (Selection(ids("1"), ("bladen",), ("flyer",)), "meeting-1_sheets_without-flyer"),
        (Selection(ids("leerkring", "1")), "meeting-1+leerkring"),
        (Selection(without=("presentatie", "stickers")), "without-labels+presentation"),
    ],
)
def test_its_folder_says_what_is_in_it(selection: Selection, name: str) -> None:
    assert selection.name == name


NAMES = some.sampled_from(
    [
        "cards",
        "kaarten",
        "plan",
        "printplan",
        "posters",
        "flyer",
        "meeting-1",
        "without-flyer",
        "a_b",
        "a+b",
        "a",
        "b",
        "Flyer",
        "../weg",
        "x" * 40,
    ]
)
SELECTIONS = some.builds(
    Selection,
    some.lists(some.sampled_from(ids("1", "2", "leerkring", "a-b", "a+b", "without-a", "x" * 50)), max_size=3).map(
        tuple
    ),
    some.lists(NAMES, max_size=3).map(tuple),
    some.lists(NAMES, max_size=3).map(tuple),
)


def meaning(selection: Selection) -> tuple[object, ...]:
    english = {dutch: kind for kind, dutch in KINDS.items()}
    names = [{english.get(name, name) for name in names} for names in (selection.only, selection.without)]
    return (set(selection.meetings), *names)


@given(SELECTIONS, SELECTIONS)
def test_two_parts_have_one_folder_when_they_are_one(one: Selection, other: Selection) -> None:
    assert (one.name == other.name) == (meaning(one) == meaning(other))


@given(SELECTIONS)
def test_its_folder_has_a_name_that_every_disk_takes(selection: Selection) -> None:
    assert len(selection.name) < 80
    assert set(selection.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-+_")
    assert bool(selection.name) == bool(selection)


# ---- kinds


def test_every_kind_has_a_dutch_name_of_its_own() -> None:
    assert tuple(KINDS) == get_args(Kind)
    assert len({*KINDS, *KINDS.values()}) == 2 * len(KINDS) - 1  # a poster is a poster


def test_every_material_of_base_and_packs_says_its_kind() -> None:
    places = [file for folder in ("base", "packs") for file in (content_folder() / folder).rglob("materials/*.yaml")]
    files = [yaml.safe_load(file.read_text("utf-8")) for file in places]
    found = {id: entry.get("kind") for file in files for id, entry in file["materials"].items() if "layout" in entry}
    assert len(found) >= 13
    assert {id: kind for id, kind in found.items() if kind not in KINDS} == {}
