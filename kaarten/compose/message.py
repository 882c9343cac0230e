"""A message: what a letter says, before it is laid on a page or written as plain text.

In: made by a layout from its words. Out: values that two writers read: the layout, for paper, and `send.mail`, for a
mail. So a word that changes, changes in both. Leaves alone: how either looks.
"""

from __future__ import annotations

from dataclasses import dataclass

from kaarten.text import Text


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph, or a heading above one."""

    text: Text
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Facts under each other: a name and what there is to know, such as `Plaats` and `Buurthuis De Linde`."""

    rows: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Pointed:
    """Points of a list."""

    points: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ToWrite:
    """Empty lines to write on."""

    lines: int


@dataclass(frozen=True, slots=True)
class Signed:
    """A greeting, and below it who sends this: the name first."""

    greeting: Text
    lines: tuple[Text, ...]


Part = Said | Told | Pointed | ToWrite | Signed


@dataclass(frozen=True, slots=True)
class Message:
    """A letter or a mail: its subject, its parts from the salutation on, and what goes along with it.

    What is enclosed stands above a letter and below a mail.
    """

    subject: Text
    parts: tuple[Part, ...]
    enclosed: Told | None = None
