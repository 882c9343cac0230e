"""What every model of YAML has in common.

In: nothing. Out: Model, the frozen base class that refuses keys it does not know, and `fault`, by which a validator
names a user's fault by its code. Leaves alone: where the fault stands (`validate` finds the Mark).
"""

from __future__ import annotations

from typing import Any, cast

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError


class Model(BaseModel):
    """A mapping in YAML with known keys. Every scalar comes in as Text; a key without a value counts as not given."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_not_given(cls, data: Any) -> Any:
        """`date:` with nothing behind it is the default, where there is one; else validation says it has no value."""
        if not isinstance(data, dict):
            return data
        given = cast("dict[str, object]", data)
        optional = {field.alias or name for name, field in cls.model_fields.items() if not field.is_required()}
        return {key: value for key, value in given.items() if value is not None or key not in optional}


def fault(code: str, **details: object) -> PydanticCustomError:
    """What a validator raises: `code` names the sentence in `data/messages`, `details` fill it in."""
    return PydanticCustomError(code, code, details)  # pyright: ignore[reportArgumentType]
