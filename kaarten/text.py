"""Text that remembers where it was written and what it is called.

In: a string, a Mark, an id. Out: a `str` that can be measured, compared and drawn as any other, and from which a fault
found while drawing can still name the line of YAML it came from. Leaves alone: placeholders (`tailor` fills them).
"""

from __future__ import annotations

from typing import Any

from kaarten.diagnostics import NOWHERE, Mark

TO_WRITE_ON = "......"
"""Stands in a text for what is to be written by hand; printed as a line."""


class Text(str):
    """A printed text. `id` is its name in the words, e.g. `werkblad-1.parts.goal.heading`."""

    __slots__ = ("id", "mark")
    id: str
    mark: Mark

    def __new__(cls, value: str, mark: Mark = NOWHERE, id: str = "") -> Text:
        text = super().__new__(cls, value)
        text.mark = mark
        text.id = id
        return text

    def like(self, value: str) -> Text:
        """Another value from the same place: a part of this text, or this text filled in."""
        return Text(value, self.mark, self.id)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, str]:
        return {"type": "string"}


def mark_of(text: str) -> Mark:
    """Where `text` was written, if it is a Text; else nowhere."""
    return text.mark if isinstance(text, Text) else NOWHERE
