"""A fault is drawn as place, sentence, line, caret and hint."""

from __future__ import annotations

import pytest

from kaarten.diagnostics import NOWHERE, Diagnostic, Mark, Report, Severity
from kaarten.diagnostics.render import render, summary
from kaarten.source.catalogue import load_catalogue

CATALOGUE = {
    "word-error": {"en": "error", "nl": "fout"},
    "word-hint": {"en": "hint", "nl": "tip"},
    "unknown": {"en": "unknown", "nl": "onbekend", "hint_en": "did you mean {guess}?", "hint_nl": "is het {guess}?"},
}


def drawn(line: str, column: int) -> list[str]:
    """The lines below the first."""
    diagnostic = Diagnostic(Severity.ERROR, "unknown", Mark("x.yaml", 12, column))
    return render(diagnostic, CATALOGUE, "en", lambda _: line).split("\n")[1:]


def test_place_sentence_line_caret_and_hint() -> None:
    diagnostic = Diagnostic(Severity.ERROR, "unknown", Mark("content/x.yaml", 12, 5), {"guess": "title"})
    assert render(diagnostic, CATALOGUE, "en", lambda _: "    titel: x") == (
        "content/x.yaml:12:5: error: unknown\n      titel: x\n      ^\n  hint: did you mean title?"
    )
    assert render(diagnostic, CATALOGUE, "nl", lambda _: "").split("\n") == [
        "content/x.yaml:12:5: fout: onbekend",
        "  tip: is het title?",
    ]


def test_a_file_as_a_whole_has_no_line() -> None:
    asked: list[Mark] = []

    def line_of(mark: Mark) -> str:
        asked.append(mark)
        return "never"

    assert render(Diagnostic(Severity.ERROR, "unknown", NOWHERE), CATALOGUE, "en", line_of) == "kaarten: error: unknown"
    assert not asked


def test_a_cell_is_named_and_its_row_is_not_shown() -> None:
    """What stands in a table is people's data."""
    diagnostic = Diagnostic(Severity.ERROR, "unknown", Mark("d.csv", 7, 2, "B7"), {"guess": "Rol"})
    catalogue = {**CATALOGUE, "word-cell": {"en": "cell {cell}: ", "nl": "cel {cell}: "}}
    assert render(diagnostic, catalogue, "en", lambda _: pytest.fail("the line was asked for")).split("\n") == [
        "d.csv:7:2: error: cell B7: unknown",
        "  hint: did you mean Rol?",
    ]
    assert render(diagnostic, catalogue, "nl", lambda _: "").startswith("d.csv:7:2: fout: cel B7: onbekend")


def test_without_a_catalogue_the_code_is_still_told() -> None:
    diagnostic = Diagnostic(Severity.WARNING, "new-code", Mark("x.yaml", 1, 1), {"a": 1})
    assert render(diagnostic, {}, "nl", lambda _: "") == "x.yaml:1:1: warning: new-code (a=1)"


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("abc", 1, 0),
        ("abc", 4, 3),
        ("\tabc", 2, 4),
        ("a\tbc", 3, 5),
        ("日本 x", 4, 5),
        ("😀x", 2, 2),
        ("cafe\u0301 x", 7, 5),
    ],
)
def test_the_caret_stands_below_the_column(line: str, column: int, caret: int) -> None:
    assert drawn(line, column)[1] == "  " + " " * caret + "^"


def test_a_tab_is_drawn_as_wide_as_it_is_counted() -> None:
    assert drawn("\tabc", 2) == ["      abc", "      ^"]


@pytest.mark.parametrize("column", [1, 60, 5000, 9_999])
def test_of_a_long_line_the_part_round_the_fault_is_shown(column: int) -> None:
    line = "".join(chr(ord("a") + index % 26) for index in range(10_000))
    shown, caret = drawn(line, column)
    assert len(shown) <= 102
    assert shown[len(caret) - 1] == line[column - 1]


def test_control_characters_of_a_file_do_not_reach_the_terminal() -> None:
    assert drawn("a\x1b[31mb", 1)[0] == "  a·[31mb"


def test_a_column_of_nought_has_no_caret() -> None:
    assert drawn("abc", 0) == ["  abc"]


@pytest.mark.parametrize(
    ("errors", "warnings", "english", "dutch"),
    [
        (0, 0, "", ""),
        (1, 0, "1 error", "1 fout"),
        (2, 1, "2 errors, 1 warning", "2 fouten, 1 waarschuwing"),
        (0, 3, "3 warnings", "3 waarschuwingen"),
    ],
)
def test_the_summary_counts_what_there_is(errors: int, warnings: int, english: str, dutch: str) -> None:
    report = Report()
    for number in range(warnings):
        report.warning("w", Mark("x.yaml", number + 1, 1))
    for number in range(errors):
        report.error("e", Mark("x.yaml", number + 1, 1))
    catalogue = load_catalogue()
    assert summary(report, catalogue, "en") == english
    assert summary(report, catalogue, "nl") == dutch
