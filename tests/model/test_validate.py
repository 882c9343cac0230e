"""Every fault of a node at once, each with its code at the very key or value."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import pytest
from pydantic import Field

from kaarten.diagnostics import Mark, Report
from kaarten.model.base import Model
from kaarten.model.content import LayoutContent
from kaarten.model.fields import Listed
from kaarten.model.quantity import Quantity
from kaarten.model.validate import models_at, types_at, validate
from kaarten.text import Text
from tests.model.nodes import told, tree


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Part(LayoutContent):
    heading: Text
    lines: int = Field(default=1, ge=0)


class Short(Model):
    kind: Literal["short"]


class Content(LayoutContent):
    title: Text
    parts: dict[str, Part] = {}
    rows: tuple[Part, ...] = ()
    by_number: dict[int, Text] = {}
    side: Literal["left", "right"] = "left"
    colour: Colour = Colour.RED
    wide: bool = False
    pair: tuple[int, int] = (0, 0)
    names: Annotated[tuple[Text, ...], Listed] = ()
    either: Part | Short | None = None
    copies: Quantity = Quantity()


def faults(text: str, model: type[Model] = Content) -> list[tuple[str, str]]:
    report = Report()
    assert validate(model, tree(text), report) is None
    return told(report)


def test_a_text_knows_its_name_and_its_place():
    content = validate(Content, tree("title: Dag\nparts:\n  goal:\n    heading: Doel\n"), Report(), id="werkblad-1")
    assert content is not None
    heading = content.parts["goal"].heading
    assert (heading, heading.id, heading.mark) == ("Doel", "werkblad-1.parts.goal.heading", Mark("a.yaml", 4, 14))


def test_items_of_a_list_are_named_by_number_from_one():
    content = validate(Content, tree("title: Dag\nnames: [Noor, Karim]\n"), Report(), id="x")
    assert content is not None
    assert [name.id for name in content.names] == ["x.names.1", "x.names.2"]


def test_one_text_may_stand_for_a_list_of_one():
    content = validate(Content, tree("title: Dag\nnames: Noor\n"), Report())
    assert content is not None
    assert content.names == ("Noor",)


def test_all_faults_come_at_once_each_in_its_place():
    text = """\
        parts:
          goal: {headin: Doel, lines: veel}
          end:
            heading:
            lines: -1
        side: lef
        wide: ja
        """
    assert faults(text) == [
        ("missing-key", "a.yaml:1:1"),
        ("not-a-number", "a.yaml:2:31"),
        ("unknown-key", "a.yaml:2:10"),
        ("missing-value", "a.yaml:4:5"),
        ("out-of-range", "a.yaml:5:12"),
        ("not-one-of", "a.yaml:6:7"),
        ("not-yes-or-no", "a.yaml:7:7"),
    ]


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("title: [a, b]", "not-a-text", "1:8"),
        ("title: {a: b}", "not-a-text", "1:8"),
        ("title:", "missing-value", "1:1"),
        ("title: x\nparts: los", "not-a-mapping", "2:8"),
        ("title: x\nparts: {goal: los}", "not-a-mapping", "2:15"),
        ("title: x\nrows: {a: b}", "not-a-list", "2:7"),
        ("title: x\nrows: [{heading: a}, {heading: b, size: c}]", "unknown-key", "2:35"),
        ("title: x\nby_number: {een: tekst}", "wrong-key", "2:13"),
        ("title: x\ncolour: blue", "not-one-of", "2:9"),
        ("title: x\npair: [1, 2, 3]", "wrong-number-of-items", "2:7"),
        ("title: x\ncopies: {per: [participant, tafel]}", "not-one-of", "2:29"),
        ("title: x\ncopies: {per: tafel}", "not-one-of", "2:15"),
        ("title: x\ncopies: genoeg", "not-a-quantity", "2:9"),
    ],
)
def test_the_code_and_the_place(line: str, code: str, place: str):
    assert faults(line) == [(code, f"a.yaml:{place}")]


def test_did_you_mean_looks_at_the_model_that_the_key_belongs_to():
    report = Report()
    validate(Content, tree("title: x\nparts: {goal: {headin: Doel}}\n"), report)
    validate(Content, tree("titel: x\n"), report)
    guesses = [d.details["guess"] for d in report if d.code == "unknown-key"]
    assert guesses == ["heading", "title"]


def test_did_you_mean_one_of_the_choices():
    report = Report()
    validate(Content, tree("title: x\nside: rigth\n"), report)
    assert [(d.details["guess"], d.details["choices"]) for d in report] == [("right", "left, right")]


def test_branches_of_a_union_are_stepped_over():
    assert ("missing-key", "a.yaml:2:1") in faults("title: x\neither: {lines: 2}\n")


def test_the_models_at_a_path():
    assert list(models_at(Content, ("parts", "goal"))) == [Part]
    assert list(models_at(Content, ("rows", 0))) == [Part]
    assert list(models_at(Content, ("either",))) == [Part, Short]
    assert list(types_at(Content, ("parts", "any", "heading"))) == [Text]
    assert list(types_at(Content, ("parts", "any", "headin"))) == []
    assert list(types_at(Content, ("title", "x"))) == []


def test_a_model_is_frozen():
    content = validate(Content, tree("title: x\n"), Report())
    assert content is not None
    with pytest.raises(ValueError, match="frozen"):
        content.title = Text("y")  # pyright: ignore[reportAttributeAccessIssue]


# ---- what a fault tells


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("side: lefft", {"key": "side", "value": "lefft", "choices": "left, right", "guess": "left"}),
        ("wide: [yes]", {"key": "wide", "value": "[…]"}),
        ("copies: -2", {"key": "copies", "value": "-2", "least": 0}),
        ("copies: {divide: 0}", {"key": "divide", "value": "0", "above": "0"}),
        ("pair: [1]", {"key": "pair", "least": 2}),
        ("pair: [1, 2, 3]", {"key": "pair", "value": "[…]", "most": "2"}),
        ("tilte: x", {"key": "tilte", "guess": "title", "known": list(Content.model_fields)}),
        (
            "parts: {goal: {heading: x, lines: }, gaol: {lines: 2}}",
            {"id": "gaol", "guess": "goal", "keys": ["heading"]},
        ),
        ("parts: {goal: {heading: x}, end: {lines: 2}}", {"key": "heading", "where": "blad.parts.end"}),
    ],
)
def test_details_of_a_fault(line: str, told: dict[str, object]):
    report = Report()
    assert validate(Content, tree(f"title: x\n{line}\n"), report, id="blad") is None
    (details,) = [diagnostic.details for diagnostic in report]
    assert details | told == details


def test_a_text_for_keys_is_told_which_keys():
    report = Report()
    validate(Content, tree("title: x\nparts: {goal: Doel}\n"), report)
    assert [(d.code, d.details["known"]) for d in report] == [("not-a-mapping", ["heading", "lines"])]
