"""The schemas of team.yaml, kaarten.yaml and a deck: complete, explained, the same every time, and right."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kaarten.model.deck import Deck, DeckCard, DeckGroup
from kaarten.model.organisation import Organisation
from kaarten.model.schema import Kind, schema
from kaarten.model.structure import SECTIONS
from kaarten.model.team import Team
from kaarten.resources import content_folder, data_folder


@pytest.fixture(params=["team", "organisation"])
def kind(request: pytest.FixtureRequest) -> Kind:
    return request.param


@pytest.fixture(params=["team", "organisation", "deck"])
def any_kind(request: pytest.FixtureRequest) -> Kind:
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


def test_every_key_is_explained(any_kind: Kind):
    found = properties(json.loads(schema(any_kind)))
    assert len(found) > (20 if any_kind == "deck" else 60)
    assert [name for name, field in found if not field.get("description")] == []


def test_it_is_the_same_every_time(any_kind: Kind):
    assert schema(any_kind) == schema(any_kind)
    assert schema(any_kind).endswith("}\n")


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


# ---- what an editor makes of files


class _AsEditors(yaml.SafeLoader):
    """YAML 1.2, in which a day or an hour is a text."""


_AsEditors.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":int"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_AsEditors.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))

_TYPES = {"string": str, "integer": int, "number": int | float, "object": dict, "array": list, "null": type(None)}


def refused(value: Any, node: dict[str, Any], whole: dict[str, Any], at: str = "") -> list[str]:
    """Where a value is not as a schema has it: as much of JSON Schema as ours use."""
    if "$ref" in node:
        node = whole["$defs"][node["$ref"].rpartition("/")[2]] | {k: v for k, v in node.items() if k != "$ref"}
    if "anyOf" in node:
        return [] if any(not refused(value, one, whole) for one in node["anyOf"]) else [f"{at}: {value!r}"]
    if "enum" in node:
        return [] if value in node["enum"] else [f"{at}: {value!r}"]
    kinds = node.get("type", list(_TYPES))
    if not any(isinstance(value, _TYPES[kind]) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
        return [f"{at}: {value!r} is no {kinds}"]
    faults = []
    if isinstance(value, dict):
        faults += [f"{at}.{key} is missing" for key in node.get("required", ()) if key not in value]
        for key, item in value.items():
            below = node.get("properties", {}).get(key, node.get("additionalProperties", {}))
            faults += refused(item, below, whole, f"{at}.{key}") if below is not False else [f"{at}.{key} is unknown"]
    elif isinstance(value, list):
        for item in value:
            faults += refused(item, node.get("items", {}), whole, f"{at}[]")
    elif isinstance(value, str) and not re.search(node.get("pattern", ""), value):
        faults += [f"{at}: {value!r} is not like {node['pattern']}"]
    return faults


def told(text: str, kind: Kind) -> list[str]:
    whole = json.loads(schema(kind))
    return refused(yaml.load(text, _AsEditors), whole, whole)


@pytest.mark.parametrize("file", sorted(content_folder().glob("teams/**/decks/*.yaml"), key=str), ids=lambda f: f.stem)
def test_an_editor_takes_our_decks(file: Path) -> None:
    assert told(file.read_text("utf-8"), "deck") == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("file", ["deck", "team"])
def test_an_editor_takes_what_a_new_file_says(language: str, file: Kind) -> None:
    text = (data_folder() / "templates" / language / f"{file}.yaml").read_text("utf-8")
    filled = text.replace("{title}", "Set").replace("{name}", "Zuid")
    assert told(filled, file) == []
    # and every setting behind a `#`, taken out one by one
    for line in re.findall(r"^#([a-z_]+: .*)$", filled, re.MULTILINE):
        kept = re.sub(rf"^{line.partition(':')[0]}:.*\n([ -].*\n)*", "", filled, flags=re.MULTILINE)
        assert told(f"{kept}\n{line}\n", file) == [], line


@pytest.mark.parametrize("file", sorted(content_folder().glob("teams/**/team.yaml"), key=str), ids=str)
def test_an_editor_takes_our_teams(file: Path) -> None:
    assert told(file.read_text("utf-8"), "team") == []


@pytest.mark.parametrize(
    ("deck", "wrong"),
    [
        ("title: A\ncards: [B, {front: C}]", ""),
        ("title: {nl: A, en: A}\ncards: {file: b.csv, sheet: C}\ncopies: {per: group}", ""),
        ("title: A\ncards: [B]\ncopies: {per: [group, table]}\ngroups: {g: G, h: {name: {en: H}, colour: red}}", ""),
        ("cards: [B]", ".title"),
        ("title: A", ".cards"),
        ("title: A\ncards: B", ".cards"),
        ("title: A\ncards: [{back: C}]", ".cards"),
        ("title: A\ncards: [B]\nsizes: A6", ".sizes"),
        ("title: A\ncards: {sheet: C}", ".cards"),
        ("title: A\ncards: [B]\ncopies: {per: grup}", ".copies"),
    ],
)
def test_an_editor_refuses_what_the_deck_refuses(deck: str, wrong: str) -> None:
    found = told(deck, "deck")
    assert [fault[: len(wrong)] for fault in found] == ([wrong] if wrong else [])


def test_the_schema_of_a_deck_has_all_keys() -> None:
    whole = json.loads(schema("deck"))
    assert set(whole["properties"]) == set(Deck.model_fields)
    for model in (DeckCard, DeckGroup):
        assert set(whole["$defs"][model.__name__]["properties"]) == set(model.model_fields)
    assert whole["required"] == ["title", "cards"]
