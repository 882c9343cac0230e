"""What a deck becomes: three materials by one name; groups that look different, and like a domain only on request."""

from __future__ import annotations

import pytest

from kaarten.diagnostics import Report
from kaarten.model.deck import Deck
from kaarten.model.deck_file import even
from kaarten.model.deck_layer import ICONS, ids_of, looks_in, sections_of
from kaarten.model.decks import spread
from kaarten.model.validate import validate, walk
from kaarten.resources import content_folder
from kaarten.source.nodes import Mapping, Scalar
from kaarten.source.reader import parse_yaml


def palette() -> list[Mapping]:
    base = content_folder() / "base"
    return [parse_yaml((base / name).read_bytes(), name, Report()) for name in ("palette.yaml", "domains.yaml")]


def made(groups: str) -> dict[str, dict[str, str]]:
    """Colour, icon and pattern of each group."""
    report = Report()
    text = f"title: Set\ngroups: {groups}\ncards: [Wat?]\n"
    node = even(parse_yaml(text.encode(), "set.yaml", report), "nl", lambda *_: None, report)
    assert node is not None
    deck = validate(Deck, node, report)
    assert deck is not None
    slots, domains = palette()
    sections = sections_of("set", deck, node, looks_in([slots, domains]), report)
    assert report.errors == []
    materials = sections.get("materials")
    assert isinstance(materials, Mapping)
    assert list(materials.entries) == ids_of("set") == ["set-kaarten", "set-lijst", "set-poster"]
    assert {entry.get("deck").text for _, entry in materials} == {"set"}  # type: ignore[union-attr]
    looks = walk(materials, ("set-kaarten", "content", "groups")).node
    assert isinstance(looks, Mapping)
    return {id: {key: part.text for key, part in look if isinstance(part, Scalar)} for id, look in looks}  # type: ignore[union-attr]


def slot(name: str) -> dict[str, str]:
    node = walk(palette()[0], ("palette", name)).node
    assert isinstance(node, Mapping)
    return {key: part.text for key, part in node if isinstance(part, Scalar)}


@pytest.mark.parametrize("number", [1, 2, 7, 11])
def test_groups_differ_in_colour_icon_and_pattern(number: int) -> None:
    looks = made("{" + ", ".join(f"g{index}: Groep {index}" for index in range(number)) + "}")
    for part in ("colour", "icon", "pattern"):
        assert len({look[part] for look in looks.values()}) == number
    assert [look["icon"] for look in looks.values()] == list(ICONS[:number])
    assert looks["g0"]["colour"] == slot("green")["colour"]
    assert slot("teal")["colour"] not in {look["colour"] for look in looks.values()}


def test_a_colour_that_a_group_chose_is_no_longer_free() -> None:
    looks = made("{a: Een, b: {name: Twee, colour: green}, c: {name: Drie, colour: orange}}")
    assert len({look["colour"] for look in looks.values()}) == 3
    assert looks["b"]["colour"] == slot("green")["colour"]


def test_only_a_group_that_names_a_domain_takes_its_icon() -> None:
    looks = made('{a: {name: A, colour: income}, b: {name: B, colour: yellow}, c: {name: C, colour: "#123456"}}')
    assert looks["a"]["icon"] == slot("yellow")["icon"] == "wallet"
    assert [looks[id]["icon"] for id in "bc"] == list(ICONS[1:3])
    assert looks["c"]["colour"] == "#123456"
    assert made("{a: {name: A, colour: income, icon: coffee}}")["a"]["icon"] == "coffee"


@pytest.mark.parametrize(
    ("below", "own", "left", "faults"),
    [
        (["set"], [], [*ids_of("set"), "ander"], []),
        ([], ["set"], ["ander"], ["deck-has-parts"]),
        ([], [], ["set", "ander"], []),
    ],
)
def test_a_deck_that_is_dropped_is_dropped_whole(
    below: list[str], own: list[str], left: list[str], faults: list[str]
) -> None:
    report = Report()
    node = parse_yaml(b"materials: {set: {drop: yes}, ander: {copies: 1}}\n", "team.yaml", report)
    found = spread(node, below, own, report).get("materials")
    assert isinstance(found, Mapping)
    assert list(found.entries) == left
    assert [d.code for d in report] == faults
