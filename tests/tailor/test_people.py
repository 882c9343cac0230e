"""How many groups and tables come of how many people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.tailor.people import people


@pytest.mark.parametrize(
    ("participants", "domains", "groups", "extra"),
    [(3, 7, 1, 0), (12, 7, 3, 0), (32, 7, 8, 0), (33, 7, 9, 1), (40, 5, 10, 4)],
)
def test_groups(participants: int, domains: int, groups: int, extra: int):
    found = people(participants, 2, domains)
    assert (found.groups, found.tables, found.extra_groups, found.domains) == (groups, groups, extra, domains)


@given(participants=st.integers(1, 500), domains=st.integers(5, 10))
def test_everybody_has_a_group_and_every_group_a_card(participants: int, domains: int):
    found = people(participants, 2, domains)
    assert (found.groups - 1) * 4 < participants <= found.groups * 4
    assert domains + 1 + found.extra_groups >= found.groups
