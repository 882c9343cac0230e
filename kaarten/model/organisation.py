"""The facts of an organisation: the keys at the top of its `kaarten.yaml`.

In: `kaarten.yaml` without its sections. Out: a frozen Organisation. A file without any key only marks the root of a
project. Leaves alone: the sections it lays over the base (`structure`).
"""

from __future__ import annotations

from pydantic import Field

from kaarten.model.team import Facts
from kaarten.text import Text


class Organisation(Facts):
    """What holds for all teams of an organisation; a team's own fact wins."""

    name: Text | None = Field(default=None, description="The name of the organisation as it is printed.")
