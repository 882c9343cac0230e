"""A later layer rewords, moves, adds and drops, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.diagnostics import Mark, Report
from kaarten.source.nodes import Mapping, Scalar, Sequence
from kaarten.source.overlay import EMPTY, merge_files, overlay
from kaarten.source.reader import parse_yaml

BASE = "welcome: {text: Hallo, minutes: 5}\ngoal: {text: Doel}\nend: {text: Dag}\n"


def parsed(text: str, file: str = "x.yaml") -> Mapping:
    report = Report()
    mapping = parse_yaml(text.encode(), file, report)
    assert not list(report)
    return mapping


def plain(node: object) -> object:
    if isinstance(node, Mapping):
        assert list(node.keys) == list(node.entries)
        return {key: plain(value) for key, value in node}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def laid(base: str, over: str) -> Mapping:
    report = Report()
    result = overlay(parsed(base, "base.yaml"), parsed(over, "over.yaml"), report)
    assert not list(report)
    return result


def faults(base: str, over: str) -> list[tuple[str, Mark]]:
    report = Report()
    overlay(parsed(base, "base.yaml"), parsed(over, "over.yaml"), report)
    return [(diagnostic.code, diagnostic.mark) for diagnostic in report]


def order(over: str) -> list[str]:
    return list(laid(BASE, over).entries)


def test_an_item_is_reworded_key_by_key() -> None:
    assert plain(laid(BASE, "welcome: {text: Dag}")) == {
        "welcome": {"text": "Dag", "minutes": "5"},
        "goal": {"text": "Doel"},
        "end": {"text": "Dag"},
    }


def test_values_keep_the_mark_of_the_layer_that_said_them() -> None:
    result = laid(BASE, "welcome: {text: Dag}\nnew: {text: x}")
    welcome = result.get("welcome")
    assert isinstance(welcome, Mapping)
    assert welcome.get("text") == Scalar("Dag", Mark("over.yaml", 1, 17))
    assert welcome.get("minutes") == Scalar("5", Mark("base.yaml", 1, 33))
    assert result.keys["goal"] == Mark("base.yaml", 2, 1)
    assert result.keys["new"] == Mark("over.yaml", 2, 1)


def test_what_two_layers_speak_of_has_the_mark_of_the_upper_one() -> None:
    result = laid(BASE, "welcome: {text: Dag}")
    welcome = result.get("welcome")
    assert isinstance(welcome, Mapping)
    assert [result.mark.file, result.keys["welcome"].file, welcome.mark.file] == ["over.yaml"] * 3
    assert laid(BASE, "").mark.file == "base.yaml"


def test_sequences_and_scalars_are_replaced_whole() -> None:
    assert plain(laid("a: [1, 2]\nb: 1\nc: {x: 1}", "a: [3]\nb: {y: 2}\nc: 12")) == {
        "a": ["3"],
        "b": {"y": "2"},
        "c": "12",
    }


def test_an_empty_key_leaves_a_map_alone_and_empties_a_scalar() -> None:
    assert plain(laid("materials: {a: {x: 1}}\nlink: here", "materials:\nlink:")) == {
        "materials": {"a": {"x": "1"}},
        "link": "",
    }


def test_a_new_item_comes_last() -> None:
    assert order("coffee: {text: Koffie}") == ["welcome", "goal", "end", "coffee"]


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ("end: {after: welcome}", "welcome end goal"),
        ("welcome: {after: end}", "goal end welcome"),
        ("end: {after: start}", "end welcome goal"),
        ("coffee: {text: x, after: welcome}", "welcome coffee goal end"),
        ("coffee: {text: x, after: welcome}\ntea: {text: y, after: welcome}", "welcome coffee tea goal end"),
        ("tea: {text: y, after: coffee}\ncoffee: {text: x, after: start}", "coffee tea welcome goal end"),
        ("goal: {after: start}\nend: {after: start}", "goal end welcome"),
        ("welcome: {drop: yes}", "goal end"),
        ("welcome: {drop: yes, after: end}", "goal end"),
        ("welcome: {drop: no}", "welcome goal end"),
    ],
)
def test_items_are_moved_and_dropped(over: str, expected: str) -> None:
    assert order(over) == expected.split()


def test_instructions_are_consumed_at_every_depth() -> None:
    over = "goal: {after: start, text: Wat we willen}\nnew: {after: end, parts: {b: {x: 1}, a: {x: 2, after: start}}}"
    result = plain(laid(BASE, over))
    assert result == {
        "goal": {"text": "Wat we willen"},
        "welcome": {"text": "Hallo", "minutes": "5"},
        "end": {"text": "Dag"},
        "new": {"parts": {"a": {"x": "2"}, "b": {"x": "1"}}},
    }
    assert list(result["new"]["parts"]) == ["a", "b"]  # type: ignore[index]


def test_a_text_can_be_moved_and_dropped_like_a_map() -> None:
    assert plain(laid("a: een\nb: twee\nc: drie", "c: {after: start}\na: {drop: yes}")) == {"c": "drie", "b": "twee"}
    assert list(laid("a: een\nb: twee", "b: {after: start}").entries) == ["b", "a"]


def test_the_lowest_layer_is_heard_too() -> None:
    report = Report()
    result = overlay(EMPTY, parsed("a: {x: 1}\nb: {x: 2, after: start}"), report)
    assert list(result.entries) == ["b", "a"]
    assert plain(result) == {"b": {"x": "2"}, "a": {"x": "1"}}
    assert not list(report)


def test_a_map_called_after_is_content() -> None:
    assert plain(laid("a: {after: {text: x}}", "a: {after: {text: y}}")) == {"a": {"after": {"text": "y"}}}


@pytest.mark.parametrize(
    ("over", "code", "line", "column"),
    [
        ("gaol: {drop: yes}", "drop-unknown", 1, 1),
        ("goal: {drop: ja}", "drop-not-yes", 1, 14),
        ("goal: {after: welkome}", "after-unknown", 1, 15),
        ("welcome: {drop: yes}\ngoal: {after: welcome}", "after-unknown", 2, 15),
        ("goal: {after: goal}", "after-circle", 1, 15),
        ("more: {inner: {drop: yes}}", "drop-unknown", 1, 8),
    ],
)
def test_faults_stand_where_they_were_written(over: str, code: str, line: int, column: int) -> None:
    assert faults(BASE, over) == [(code, Mark("over.yaml", line, column))]


def test_items_after_each_other_are_all_named_and_none_is_lost() -> None:
    report = Report()
    result = overlay(parsed(BASE), parsed("goal: {after: end}\nend: {after: goal}"), report)
    assert [diagnostic.code for diagnostic in report] == ["after-circle", "after-circle"]
    assert set(result.entries) == {"welcome", "goal", "end"}


@pytest.mark.parametrize(("over", "guess"), [("gaol: {drop: yes}", "goal"), ("goal: {after: strat}", "start")])
def test_an_unknown_name_comes_with_the_one_most_like_it(over: str, guess: str) -> None:
    report = Report()
    overlay(parsed(BASE), parsed(over), report)
    assert [diagnostic.details["guess"] for diagnostic in report] == [guess]


IDS = st.sampled_from(["a", "b", "c", "d", "e"])


@given(st.lists(IDS, unique=True), st.dictionaries(IDS, IDS | st.just("start")))
def test_moving_loses_and_doubles_nothing(base: list[str], moves: dict[str, str]) -> None:
    report = Report()
    lower = parsed("\n".join(f"{name}: {{x: 1}}" for name in base))
    upper = parsed("\n".join(f"{name}: {{y: 1, after: {after}}}" for name, after in moves.items()))
    result = overlay(lower, upper, report)
    assert sorted(result.entries) == sorted({*base, *moves})
    placed = list(result.entries)
    if not list(report):
        assert all(after == "start" or placed.index(after) < placed.index(name) for name, after in moves.items())
        still = [name for name in base if name not in moves]
        assert [name for name in placed if name in still] == still


def test_files_of_one_layer_are_put_together_by_section() -> None:
    report = Report()
    files = ["materials: {a: {x: 1}}\nstock:", "materials: {a: {y: 2}, b: {x: 3}}", "stock: {papers: {a4: {w: 80}}}"]
    merged = merge_files([parsed(text) for text in files], report)
    assert not list(report)
    assert plain(merged) == {
        "materials": {"a": {"x": "1", "y": "2"}, "b": {"x": "3"}},
        "stock": {"papers": {"a4": {"w": "80"}}},
    }


@pytest.mark.parametrize("second", ["a: {x: 2}", "a: text", "a: {x: [1]}", "a: {x: {deep: 1}}", "a: {x: }"])
def test_the_same_value_in_two_files_is_a_fault_and_the_first_is_kept(second: str) -> None:
    report = Report()
    merged = merge_files([parsed("a: {x: 1}", "1.yaml"), parsed(second, "2.yaml")], report)
    assert [diagnostic.code for diagnostic in report] == ["defined-twice"]
    for diagnostic in report:
        assert diagnostic.mark.file == "2.yaml"
        assert str(diagnostic.details["first"]).startswith("1.yaml:1:")
    assert plain(merged) == {"a": {"x": "1"}}


def test_no_files_are_an_empty_mapping() -> None:
    assert merge_files([], Report()) == EMPTY
