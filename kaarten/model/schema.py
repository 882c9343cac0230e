"""JSON Schemas of `team.yaml`, `kaarten.yaml` and a deck, for completion and hover texts in an editor.

In: nothing but the models. Out: deterministic JSON text. A layer says only what differs, so below its sections nothing
is required, and every item of a map by id may also be dropped or moved. In a deck a text may stand by language or bare,
and a card or a group may be a single text. Leaves alone: the content of materials, which only layouts know.
"""

from __future__ import annotations

import json
from typing import Any, Literal, cast

from pydantic import BaseModel, Field

from kaarten.model.deck import Deck, DeckTable
from kaarten.model.fields import Subtree
from kaarten.model.organisation import Organisation
from kaarten.model.structure import Structure
from kaarten.model.team import Team

Kind = Literal["team", "organisation", "deck"]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_WORDS = "Texts that differ, by language, material and id: nl, then werkblad-1, then title."
_ITEM = {
    "drop": {"enum": ["yes", "no", True, False], "description": "Yes removes it."},
    "after": {"type": "string", "description": "The id after which it comes."},
}


_TEXT = {"type": "string"}
_NUMBER = {"type": "integer", "minimum": 0}


class _Words(BaseModel):
    words: dict[str, Subtree] = Field(default_factory=dict, description=_WORDS)


def schema(kind: Kind) -> str:
    """The JSON Schema (draft 2020-12) of the file of a team, an organisation or a deck, ending in a newline."""
    whole = _deck() if kind == "deck" else _layer(kind)
    return json.dumps(_as_written(whole), ensure_ascii=False, indent=2) + "\n"


def _deck() -> dict[str, Any]:
    """A deck as people write it, shorter than as the model has it."""
    whole = Deck.model_json_schema()
    table = DeckTable.model_json_schema()
    cards, groups = whole["properties"]["cards"], whole["properties"]["groups"]
    cards["items"] = {"anyOf": [_TEXT, cards["items"]]}
    listed = {key: cards.pop(key) for key in ("items", "type")}
    cards["anyOf"] = [{**listed, "minItems": 1}, {"$ref": "#/$defs/DeckTable"}]
    groups["additionalProperties"] = {"anyOf": [_TEXT, groups["additionalProperties"]]}
    definitions = {**whole["$defs"], "DeckTable": {key: table[key] for key in table if key != "$defs"}}
    for owner in (whole, *definitions.values()):
        owner["properties"] = {key: _bare(field) for key, field in owner.get("properties", {}).items()}
    return {"$schema": _DRAFT, **whole, "title": "decks/*.yaml", "$defs": definitions}


def _bare(field: dict[str, Any]) -> dict[str, Any]:
    """A field whose value is a text by language, so that it may be a bare text too; any other as it is."""
    match field:
        case {"additionalProperties": {"type": "string"}, "type": "object", **rest}:
            by_language = {key: field[key] for key in field if key not in ("description", "title")}
            return {
                "anyOf": [_TEXT, by_language],
                **{key: rest[key] for key in ("description", "title") if key in rest},
            }
        case {"anyOf": [first, {"type": "null"}], **rest}:
            return {**_bare(first), **rest}
        case _:
            return field


def _layer(kind: Kind) -> dict[str, Any]:
    facts = (Team if kind == "team" else Organisation).model_json_schema()
    sections = Structure.model_json_schema()
    for definition in sections["$defs"].values():
        definition.pop("required", None)
    _let_items_move(sections)
    return {
        "$schema": _DRAFT,
        "title": "team.yaml" if kind == "team" else "kaarten.yaml",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **facts["properties"],
            **sections["properties"],
            **_Words.model_json_schema()["properties"],
        },
        "required": facts.get("required", []),
        "$defs": {**facts["$defs"], **sections["$defs"]},
    }


def _let_items_move(schema: dict[str, Any]) -> None:
    """Give `drop` and `after` to whatever is an item of a map by id."""
    definitions: dict[str, Any] = schema["$defs"]
    for owner in (schema, *definitions.values()):
        for field in owner.get("properties", {}).values():
            match field:
                case {"additionalProperties": {"$ref": str(reference)}}:
                    definitions[reference.rpartition("/")[2]]["properties"] |= _ITEM
                case _:
                    pass


def _as_written(node: Any) -> Any:
    """The schema with yes and no as people write them, and without titles and defaults, which only repeat keys."""
    match node:
        case list():
            items = cast("list[Any]", node)
            return [_as_written(item) for item in items]
        case {"type": "boolean", **rest}:
            return {"enum": ["yes", "no", True, False], "description": rest.get("description", "")}
        case {"$ref": "#/$defs/Quantity", **rest}:
            kept = {key: item for key, item in rest.items() if key != "default"}
            return {"anyOf": [_NUMBER, {"$ref": "#/$defs/Quantity"}], **kept}
        case dict():
            hidden = ("default",) if "$schema" in node else ("default", "title")
            entries = cast("dict[str, Any]", node)
            return {key: _as_written(item) for key, item in entries.items() if _kept(key, item, hidden)}
        case _:
            return node


def _kept(key: str, item: Any, hidden: tuple[str, ...]) -> bool:
    """A key called `title` may also be a field of ours, and then what stands under it is a schema."""
    return key not in hidden or (key == "title" and isinstance(item, dict))
