"""Equal values have equal fingerprints, other values other ones, in every process."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.diagnostics import Mark
from kaarten.finish.digest import digest
from kaarten.text import Text

atoms = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary()
values = st.recursive(atoms, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12)


@dataclass(frozen=True)
class Pair:
    first: object
    second: object


class Model:
    def __init__(self, heading: str) -> None:
        self.heading = heading


@given(values, values)
def test_two_values_share_a_fingerprint_only_when_they_are_written_the_same(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) == (repr(one) == repr(other))


def test_where_a_text_was_written_does_not_count() -> None:
    one = Text("Welkom", Mark("a.yaml", 3, 5), "a.title")
    other = Text("Welkom", Mark("b.yaml", 9, 1), "b.title")
    assert digest(one) == digest(other) == digest("Welkom")
    assert digest(Pair(Mark("a.yaml", 1, 1), one)) == digest(Pair(Mark("b.yaml", 2, 2), other))


def test_what_a_model_holds_counts() -> None:
    assert digest(Model("Welkom")) == digest(Model("Welkom"))
    assert digest(Model("Welkom")) != digest(Model("Dag"))
    assert digest(Pair(1, 2)) != digest(Pair(2, 1))


def test_neighbours_cannot_be_mistaken_for_each_other() -> None:
    assert digest(["ab", "c"]) != digest(["a", "bc"])
    assert digest([["a"], "b"]) != digest([["a", "b"]])


def test_sets_do_not_depend_on_the_hash_of_the_process() -> None:
    script = "from kaarten.finish.digest import digest; print(digest({'veiligheid', 'inkomen', 'participatie'}))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(seen) == 1


def test_a_function_has_no_fingerprint() -> None:
    with pytest.raises(TypeError):
        digest([print])
