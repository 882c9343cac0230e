"""Texts, numbers and keys that remember where they were written, and texts what they are called.

In: a string or a number, a Mark, an id. Out: a `str` or an `int` as any other, from which a fault found while drawing
can still name the line of YAML it came from. Leaves alone: placeholders (`tailor` fills them).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, ClassVar, Self

from kaarten.diagnostics import NOWHERE, Mark

TO_WRITE_ON = "......"
"""Stands in a text for what is to be written by hand; printed as a line."""


class Text(str):
    """A printed text. `id` is its name in the words, e.g. `werkblad-1.parts.goal.heading`."""

    __slots__ = ("id", "mark")
    id: str
    mark: Mark

    def __new__(cls, value: str, mark: Mark = NOWHERE, id: str = "") -> Self:
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


class Address(Text):
    """A text that is, or ends in, the name of an address: however it is shortened or broken, its last `words` lead to
    `to`; all of them, when that is 0.
    """

    __slots__ = ("to", "words")
    to: str
    words: int

    def __new__(cls, value: str, to: str, mark: Mark = NOWHERE, id: str = "", words: int = 0) -> Self:
        text = super().__new__(cls, value, mark, id)
        text.to, text.words = to, words
        return text

    def like(self, value: str) -> Address:
        return Address(value, self.to, self.mark, self.id, self.words)


class Count(int):
    """A small whole number in the content of a layout: lines to write on, minutes. From 0 to MOST."""

    MOST: ClassVar = 60
    mark: Mark

    def __new__(cls, value: int, mark: Mark = NOWHERE) -> Self:
        count = super().__new__(cls, value)
        count.mark = mark
        return count

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return _placed(cls, core_schema.int_schema(ge=0, le=cls.MOST))


class Scale(Count):
    """The highest number of a scale that is filled in by hand, from 1; none when it is 0."""

    MOST: ClassVar = 10


class Figure(Count):
    """A whole number that is printed or drawn: a percentage, how many people answered."""

    MOST: ClassVar = 99_999


class Key(str):
    """The id of what is defined elsewhere, such as a block of the agenda; no text, as it is not printed."""

    __slots__ = ("mark",)
    mark: Mark

    def __new__(cls, value: str, mark: Mark = NOWHERE) -> Self:
        key = super().__new__(cls, value)
        key.mark = mark
        return key

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return _placed(cls, core_schema.str_schema())


class MeetingId(Key):
    """What a meeting is called in YAML and in names of files: `1`, `2`, `leerkring`. Whether there is such a meeting
    is known only where the agenda is (`tailor`)."""

    __slots__ = ()


def _placed(kind: type[Count | Key], plain: Any) -> Any:
    """The schema of a plain value that takes over the mark of the Text it was."""
    from pydantic_core import core_schema

    return core_schema.no_info_wrap_validator_function(
        lambda value, checked: kind(checked(value), mark_of(value)), plain
    )


def mark_of(value: object) -> Mark:
    """Where a Text, a Count or a Key was written; of all else nowhere."""
    return value.mark if isinstance(value, Text | Count | Key) else NOWHERE


def slug(text: str) -> str:
    """`text` as a name that every disk, mail and shell takes: a to z, 0 to 9, hyphens between. May be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def excerpt(text: str) -> str:
    """What a fault shows of a text: of what somebody typed in a list of people nothing."""
    return "\u2026" if mark_of(text).cell else text if len(text) <= 40 else text[:39] + "\u2026"
