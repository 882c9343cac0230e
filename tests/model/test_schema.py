"""The schemas of team.yaml and kaarten.yaml: complete, explained, and the same every time."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kaarten.model.organisation import Organisation
from kaarten.model.schema import Kind, schema
from kaarten.model.structure import SECTIONS
from kaarten.model.team import Team


@pytest.fixture(params=["team", "organisation"])
def kind(request: pytest.FixtureRequest) -> Kind:
    return request.param


def properties(node: Any) -> list[tuple[str, Any]]:
    """All properties anywhere in a schema."""
    found: list[tuple[str, Any]] = []
    for owner in (node, *node["$defs"].values()):
        found += owner.get("properties", {}).items()
    return found


def test_it_has_all_facts_and_all_sections(kind: Kind):
    facts = Team if kind == "team" else Organisation
    assert set(json.loads(schema(kind))["properties"]) == {*facts.model_fields, *SECTIONS, "words"}


def test_every_key_is_explained(kind: Kind):
    found = properties(json.loads(schema(kind)))
    assert len(found) > 60
    assert [name for name, field in found if not field.get("description")] == []


def test_it_is_the_same_every_time(kind: Kind):
    assert schema(kind) == schema(kind)
    assert schema(kind).endswith("}\n")


def test_only_the_name_of_a_team_is_required():
    node = json.loads(schema("team"))
    assert node["required"] == ["name"]
    required = {name: item["required"] for name, item in node["$defs"].items() if "required" in item}
    assert required == {"PersonEntry": ["name"], "PeopleFile": ["file"]}  # a person has a name, a file is called


def test_items_of_a_map_can_be_dropped_and_moved(kind: Kind):
    definitions = json.loads(schema(kind))["$defs"]
    for name in ("MaterialEntry", "DomainLook", "AgendaBlock"):
        assert {"drop", "after"} <= set(definitions[name]["properties"])
    assert "drop" not in definitions["Quantity"]["properties"]


def test_yes_and_no_are_words_for_an_editor():
    definitions = json.loads(schema("team"))["$defs"]
    assert definitions["MaterialEntry"]["properties"]["tiled"]["enum"][:2] == ["yes", "no"]
