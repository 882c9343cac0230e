"""What a layout asks for: the base class of the Content model that every layout states.

In: words laid over the `content` of a material. Out: a frozen object with the layout's own fields. The title of a
material is no part of it: every material has one, so `tailor` takes it out first. Leaves alone: what the fields mean.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import Field

from kaarten.model.base import Model
from kaarten.text import Count, Text

T = TypeVar("T")

Items = Annotated[dict[str, T], Field(min_length=1)]
"""Things by id of which there must be one at least."""

Share = Annotated[Count, Field(ge=1)]
"""How large a part is beside others: 2 is twice as wide as 1."""

BY_KIND: Any = Field(discriminator="kind")
"""Marks a union of models, `Annotated[One | Other, BY_KIND]`, each with a `kind: Literal["..."]` to know it by.

No kind is called like a key beside it: both stand in the path of a fault.
"""


class LayoutContent(Model):
    """Base of all content models. A printed text is a `Text`, a list whose items can be reworded a `dict` by id."""


class Amount(LayoutContent):
    """A word that follows a number: `vel` after 1, `vellen` after any other."""

    one: Text
    many: Text

    def of(self, number: int) -> str:
        """`14 vellen`, on one line."""
        return f"{number}\u00a0{self.word(number)}"

    def word(self, number: int) -> Text:
        """`vellen`, without the number."""
        return self.one if number == 1 else self.many
