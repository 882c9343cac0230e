"""The JSON Schema of `_brand.yml`, for completion and hover texts in an editor.

In: nothing but the model. Out: deterministic JSON text. A text may stand for a mapping where brand.yml lets it; keys
that only screens need are let be, for the note that names them comes with a build. Leaves alone: what the values mean.
"""

from __future__ import annotations

import json
from typing import Any

from kaarten.brand.model import BrandFile

_SHORT = ("Name", "Variants", "Setting", "Image", "ImageVariants", "FontPath", "LogoInRow", "Sizes")
"""Mappings for which a single text may stand (`long_form`)."""

_OPEN = ("BrandFile", "Meta", "Colours", "Typography", "Setting", "FontSource", "Image", "Sizes", "Defaults")
"""Mappings in which brand.yml has keys that print has no use for."""

_HOVER = {
    "meta": "Who the brand belongs to.",
    "color": "Colours by role, and a palette of names for them.",
    "typography": "The typefaces, and which of them sets headings and text.",
    "logo": "Pictures of the logo beside this file: PNG, JPEG or SVG.",
    "defaults": "What brand.yml does not know stands under kaarten.",
    "palette": "Names for colours: plum: '#8A1F4D'.",
    "primary": "The main colour: #RRGGBB or a name in the palette.",
    "fonts": "The families, with their files.",
    "base": "The family that sets text.",
    "headings": "The family that sets headings.",
    "family": "The name of a family.",
    "source": "Where the family comes from: file is one beside this file.",
    "files": "Files of the family, TTF or OTF.",
    "path": "A file beside this one.",
    "weight": "400 is regular, 700 is bold.",
    "alt": "What the picture shows, for who cannot see it.",
    "images": "Pictures by name.",
    "small": "The logo where there is little room.",
    "medium": "The logo on cards and sheets.",
    "large": "The logo on posters.",
    "light": "On white paper.",
    "dark": "On a dark ground.",
    "mono": "The logo in one colour.",
    "logos": "Several logos side by side, in order.",
    "logo-mono": "The logo in one colour, for grey print.",
    "clear-space": "Room to keep free round the logo, as a share of its height.",
    "minimum-height": "The smallest height the logo may have: 8mm.",
    "cmyk": "Inks for a print shop, by name of a colour: [0, 80, 30, 40].",
}
"""What an editor says of a key."""


def brand_schema() -> str:
    """The JSON Schema (draft 2020-12) of a `_brand.yml`, ending in a newline."""
    schema = BrandFile.model_json_schema(by_alias=True)
    definitions: dict[str, Any] = schema.pop("$defs")
    for name, definition in {**definitions, "BrandFile": schema}.items():
        _explain(definition)
        if name in _OPEN:
            definition.pop("additionalProperties", None)
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "_brand.yml",
        "$defs": {name: _with_short_form(name, definition) for name, definition in definitions.items()},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _explain(definition: dict[str, Any]) -> None:
    """Give every key its hover text; leave out defaults and titles, which only repeat keys."""
    for key, field in definition.get("properties", {}).items():
        field.pop("default", None)
        field.pop("title", None)
        if key in _HOVER:
            field["description"] = _HOVER[key]


def _with_short_form(name: str, definition: dict[str, Any]) -> dict[str, Any]:
    definition.pop("title", None)
    return {"anyOf": [{"type": "string"}, definition]} if name in _SHORT else definition
