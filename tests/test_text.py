"""What layouts read from YAML still knows where it was written."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from kaarten.diagnostics import NOWHERE, Mark
from kaarten.finish.digest import digest
from kaarten.text import Count, Key, Text, mark_of

PLACE = Mark("team.yaml", 3, 7)


class Form(BaseModel):
    lines: Count = Count(2)
    block: Key = Key("")


def test_a_number_and_a_key_keep_their_place():
    form = Form.model_validate({"lines": Text("4", PLACE), "block": Text("M1-02", PLACE)})
    assert (form.lines, form.block) == (4, "M1-02")
    assert mark_of(form.lines) == mark_of(form.block) == PLACE


def test_a_key_is_no_text_that_is_printed():
    assert not isinstance(Form.model_validate({"block": Text("M1-02", PLACE)}).block, Text)


def test_what_was_not_written_stands_nowhere():
    assert [mark_of(value) for value in (Form().lines, Form().block, 3, "x")] == [NOWHERE] * 4


@pytest.mark.parametrize("wrong", ["-1", "61", "twee", "1.5", ""])
def test_a_number_is_whole_and_small(wrong: str):
    with pytest.raises(ValidationError):
        Form.model_validate({"lines": Text(wrong)})


@pytest.mark.parametrize("edge", [0, Count.MOST])
def test_its_bounds_are_part_of_it(edge: int):
    assert Form.model_validate({"lines": Text(str(edge))}).lines == edge


def test_where_it_was_written_changes_no_fingerprint():
    assert digest(Count(4, PLACE)) == digest(Count(4)) == digest(4)
    assert digest(Key("M1", PLACE)) == digest(Key("M1")) != digest(Key("M2"))
