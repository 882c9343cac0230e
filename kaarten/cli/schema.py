"""`kaarten schema`: what an editor needs to complete and explain the keys of a file.

In: which file. Out: its JSON Schema. Leaves alone: the models it is made from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kaarten.cli.screen import Screen

if TYPE_CHECKING:
    from kaarten.model.schema import Kind


def run(screen: Screen, kind: str) -> int:
    """Print the schema."""
    screen.raw(schema_of(kind))
    return 0


def schema_of(kind: str) -> str:
    """The JSON Schema of `team`, `organisation`, `brand` or `deck`."""
    if kind == "brand":
        from kaarten.brand.schema import brand_schema

        return brand_schema()
    from kaarten.model.schema import schema

    return schema(cast("Kind", kind))
