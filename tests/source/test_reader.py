"""YAML becomes texts with marks; what could surprise anybody is refused with its place."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.diagnostics import Mark, Report
from kaarten.source.files import Root
from kaarten.source.nodes import Mapping, Scalar, Sequence
from kaarten.source.reader import DEEPEST, FAST_LOADER, LARGEST, MOST_FAULTS, PYTHON_LOADER, parse_yaml, read_yaml

REPOSITORY = Path(__file__).parents[2]

EVERYTHING = """\
# a comment
title: Welkom in de buurt
empty:
quoted: "Caf\\u00e9 \U0001f600: {team}"  # another
single: 'foto''s'
list:
- een
-
- - twee
  - {drie: , vier: [5, 6]}
time: 9:30
no: NO
null: null
block: |
  regel een

  regel twee
folded: >-
  een
  twee
\U0001f600: "a": not
"""
EVERYTHING_RIGHT = EVERYTHING.replace('"a": not', '"a"')


def read(text: str) -> Mapping:
    """The mapping of a text without faults, the same from both parsers."""
    mappings: list[Mapping] = []
    for loader in (FAST_LOADER, PYTHON_LOADER):
        report = Report()
        mappings.append(parse_yaml(text.encode(), "x.yaml", report, loader))
        assert not list(report)
    assert mappings[0] == mappings[1]
    return mappings[0]


def codes(data: bytes) -> list[str]:
    report = Report()
    parse_yaml(data, "x.yaml", report)
    return [diagnostic.code for diagnostic in report]


def texts(mapping: Mapping) -> dict[str, str]:
    return {key: node.text for key, node in mapping if isinstance(node, Scalar)}


def test_every_scalar_is_the_text_that_was_typed() -> None:
    assert texts(read(EVERYTHING_RIGHT)) == {
        "title": "Welkom in de buurt",
        "empty": "",
        "quoted": "Café \U0001f600: {team}",
        "single": "foto's",
        "time": "9:30",
        "no": "NO",
        "null": "null",
        "block": "regel een\n\nregel twee\n",
        "folded": "een twee",
        "\U0001f600": "a",
    }


def test_marks_count_lines_and_characters_from_one() -> None:
    found = read(EVERYTHING_RIGHT)
    assert found.mark == Mark("x.yaml", 2, 1)
    assert found.keys["quoted"] == Mark("x.yaml", 4, 1)
    assert found.get("quoted") == Scalar("Café \U0001f600: {team}", Mark("x.yaml", 4, 9))
    items = found.get("list")
    assert isinstance(items, Sequence)
    assert items.mark == Mark("x.yaml", 7, 1)
    assert items.items[0] == Scalar("een", Mark("x.yaml", 7, 3))
    inner = items.items[2]
    assert isinstance(inner, Sequence)
    deepest = inner.items[1]
    assert isinstance(deepest, Mapping)
    assert deepest.keys["vier"] == Mark("x.yaml", 10, 14)
    assert found.keys["\U0001f600"] == Mark("x.yaml", 21, 1)
    assert found.get("\U0001f600") == Scalar("a", Mark("x.yaml", 21, 4))


def test_null_is_a_key_without_a_value_and_stands_where_the_key_stands() -> None:
    found = read("date:\nquoted: ''\nmap: {a: , b: 1}\nlast:")
    assert found.get("date") == Scalar("", Mark("x.yaml", 1, 1), null=True)
    assert found.get("quoted") == Scalar("", Mark("x.yaml", 2, 9), null=False)
    inner = found.get("map")
    assert isinstance(inner, Mapping)
    assert inner.get("a") == Scalar("", Mark("x.yaml", 3, 7), null=True)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\ufeff", "\n\n"])
def test_an_empty_file_is_an_empty_mapping(text: str) -> None:
    assert read(text) == Mapping({}, {}, Mark("x.yaml"))


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    plain = read("title: Welkom\ntext: |\n  een\n  twee\n")
    assert read("\ufefftitle: Welkom\r\ntext: |\r\n  een\r\n  twee\r\n") == plain
    assert read("title: Welkom\rtext: |\r  een\r  twee\r") == plain


def test_one_document_may_open_and_close() -> None:
    assert texts(read("---\ntitle: Welkom\n...\n")) == {"title": "Welkom"}


def test_questions_between_brackets_are_read_and_do_not_hide_the_real_fault() -> None:
    report = Report()
    found = parse_yaml(b"items: [Wie ben je?, Wat nu?]\n", "x.yaml", report)
    items = found.get("items")
    assert isinstance(items, Sequence)
    assert [item.text for item in items.items if isinstance(item, Scalar)] == ["Wie ben je?", "Wat nu?"]
    parse_yaml(b"items: [Wie ben je?, Wat nu?]\ntitle: Deel 1: welkom\n", "x.yaml", report)
    assert [(diagnostic.code, diagnostic.mark.line) for diagnostic in report] == [("colon-in-text", 2)]


def test_a_comment_with_a_space_after_its_hash_needs_no_warning() -> None:
    assert texts(read('size: 12mm # breed\nlink: a#b\ncolour: "#B1362D"\n# x #y\n')) == {
        "size": "12mm",
        "link": "a#b",
        "colour": "#B1362D",
    }


def test_the_first_of_two_equal_keys_is_kept() -> None:
    report = Report()
    assert texts(parse_yaml(b"a: 1\na: 2\n", "x.yaml", report)) == {"a": "1"}
    assert [diagnostic.details["first"] for diagnostic in report] == [Mark("x.yaml", 1, 1)]


def test_all_faults_of_a_file_are_reported_at_once() -> None:
    assert codes(b"a: &x 1\nb: *y\nc: !t 2\n? [d]\n: 3\na: 4\n") == [
        "yaml-alias",
        "yaml-tag",
        "key-not-text",
        "duplicate-key",
        "yaml-anchor",
    ]


def test_anchors_and_what_repeats_them_are_one_fault() -> None:
    report = Report()
    parse_yaml(b"a: &x 1\nb: &y [*x, *x]\nc: *y\n", "x.yaml", report)
    assert [(d.code, d.mark.line, d.details["count"]) for d in report] == [("yaml-anchor", 1, 2)]


@pytest.mark.parametrize("value", ["!!python/object/apply:os.system [ls]", "!!omap {a: b}"])
def test_a_list_or_map_with_a_type_is_left_out_whole(value: str) -> None:
    report = Report()
    found = parse_yaml(f"a: {value}\n".encode(), "x.yaml", report).get("a")
    assert isinstance(found, Scalar)
    assert found.null
    assert [diagnostic.code for diagnostic in report] == ["yaml-tag"]


def test_faults_before_a_syntax_error_are_reported_too() -> None:
    assert codes(b"a: 1\na: 2\nb: Deel 1: welkom\n") == ["duplicate-key", "colon-in-text"]


def test_after_many_faults_the_rest_is_not_read() -> None:
    found = codes(b"a: 1\n" * (MOST_FAULTS + 20))
    assert found == ["duplicate-key"] * MOST_FAULTS + ["too-many-faults"]


def test_the_last_fault_that_is_told_may_be_about_the_file_as_a_whole() -> None:
    found = codes(b"- {a: 1, a: 2}\n" * (MOST_FAULTS - 1))
    assert found == ["duplicate-key"] * (MOST_FAULTS - 1) + ["root-not-mapping", "too-many-faults"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_named(encoding: str) -> None:
    assert codes("title: Welkom\n".encode(encoding)) == ["file-is-utf-16"]


def test_the_same_fault_in_one_report_twice_still_stops_the_file() -> None:
    report = Report()
    for _ in range(2):
        assert parse_yaml(b"a:\tb\n", "x.yaml", report).entries == {}
    assert len(report) == 1


def test_depth_is_allowed_up_to_the_limit() -> None:
    allowed = DEEPEST - 1  # the root mapping is the first
    assert codes(b"a: " + b"[" * allowed + b"]" * allowed) == []
    assert codes(b"a: " + b"[" * (allowed + 1) + b"]" * (allowed + 1)) == ["too-deep"]


def test_a_file_is_named_from_its_root(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "a.yaml").write_text("title: Welkom\n", "utf-8")
    report = Report()
    found = read_yaml(Root(tmp_path, prefix="content/base/"), "words/a.yaml", report)
    assert found.keys["title"] == Mark("content/base/words/a.yaml", 1, 1)
    assert not list(report)


def test_a_missing_file_is_a_fault_of_the_place_that_asked_for_it(tmp_path: Path) -> None:
    report = Report()
    read_yaml(Root(tmp_path), "a.yaml", report)
    read_yaml(Root(tmp_path), "b.yaml", report, mark=Mark("team.yaml", 3, 9))
    assert [(diagnostic.code, diagnostic.mark) for diagnostic in report] == [
        ("file-not-found", Mark("a.yaml")),
        ("file-not-found", Mark("team.yaml", 3, 9)),
    ]


BOMBS = {
    "brackets": (b"a: " + b"[" * 100_000, ["too-deep"]),
    "braces": (b"{a: " * 100_000, ["too-deep"]),
    "dashes": (b"- " * 100_000, ["too-deep"]),
    "aliases": (
        b"a: &a [x]\n" + b"".join(b"a%d: &a%d [*a, *a, *a]\n" % (i, i) for i in range(9)),
        ["yaml-anchor"],
    ),
    "anchors": (b"a: [" + b"".join(b"&a%d x, *a%d, " % (i, i) for i in range(20_000)) + b"x]", ["yaml-anchor"]),
    "spaces": (b"a: b" + b" " * 1_000_000, []),
    "tabs": (b"\t\n" * 500_000, ["tab-indentation"]),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_do_not_go_off(name: str) -> None:
    data, expected = BOMBS[name]
    start = time.process_time()
    found = codes(data)
    assert time.process_time() - start < 10  # what goes off takes minutes; how fast it is stands in no test
    assert sorted(set(found)) == sorted(expected)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_bytes(b"a: b\n" * (3 * 2**20 // 5))
    report = Report()
    read_yaml(Root(tmp_path), "large.yaml", report)
    assert [diagnostic.code for diagnostic in report] == ["file-too-large"]
    assert LARGEST == 2 * 2**20


@pytest.mark.parametrize("loader", ["FAST_LOADER", "PYTHON_LOADER"])
def test_brackets_do_not_bring_down_the_process(loader: str) -> None:
    program = (
        "import sys; sys.setrecursionlimit(300)\n"
        "from kaarten.source import reader\n"
        "report = reader.Report()\n"
        f"reader.parse_yaml(b'[' * 100_000, 'x.yaml', report, reader.{loader})\n"
        "print([diagnostic.code for diagnostic in report])\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "['too-deep']\n", "")


PRINTED = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff", include_characters="\n"
    )
)


@given(PRINTED)
def test_any_text_between_double_quotes_reads_back_the_same(text: str) -> None:
    typed = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f")
    assert texts(read(f"text: {typed}\n")) == {"text": text}


@given(PRINTED.filter(lambda text: "\n" not in text))
def test_any_text_between_single_quotes_reads_back_the_same(text: str) -> None:
    typed = text.replace("'", "''")
    assert texts(read(f"text: '{typed}'\n")) == {"text": text}


@given(PRINTED)
def test_any_text_is_a_key_when_it_is_quoted(text: str) -> None:
    key = "k" + text[:100]  # YAML takes keys of up to 1,024 characters, escapes included
    assert texts(read(f"{json.dumps(key, ensure_ascii=False)}: x\n")) == {key: "x"}


NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
NESTED = st.recursive(
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)


def plain(node: object) -> object:
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


@given(st.dictionaries(NAMES, NESTED, min_size=1, max_size=5))
def test_nested_values_read_back_the_same_and_alike_from_both_parsers(value: dict[str, object]) -> None:
    assert plain(read(json.dumps(value))) == value
