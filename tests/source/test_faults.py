"""Every file in tests/faults/source has the faults that its first lines expect, whichever parser reads it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kaarten.diagnostics import Diagnostic, Report
from kaarten.diagnostics.render import render
from kaarten.source.catalogue import load_catalogue
from kaarten.source.files import Root, line_finder
from kaarten.source.reader import FAST_LOADER, PYTHON_LOADER, Loader, parse_yaml, read_yaml

FAULTS = Path(__file__).parents[1] / "faults" / "source"
FILES = sorted(FAULTS.glob("*.yaml"))
EXPECTATION = re.compile(r"# expect: ([a-z0-9-]+) (\d+):(\d+)")


def expected(file: Path) -> list[tuple[str, int, int]]:
    lines = file.read_text("utf-8", errors="replace").splitlines()
    return [(match[1], int(match[2]), int(match[3])) for line in lines if (match := EXPECTATION.fullmatch(line))]


def found(report: Report) -> list[tuple[str, int, int]]:
    return [(diagnostic.code, diagnostic.mark.line, diagnostic.mark.column) for diagnostic in report]


def test_there_are_fault_files_and_both_parsers() -> None:
    assert len(FILES) > 50
    assert all(expected(file) for file in FILES)
    assert FAST_LOADER is not PYTHON_LOADER


@pytest.mark.parametrize("loader", [FAST_LOADER, PYTHON_LOADER], ids=["c", "python"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_fault_file_has_the_faults_it_expects(file: Path, loader: Loader) -> None:
    report = Report()
    parse_yaml(file.read_bytes(), file.name, report, loader)
    assert found(report) == expected(file)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_fault_is_told_in_words_with_the_line_a_caret_and_a_hint(file: Path, language: str) -> None:
    root = Root(FAULTS)
    report = Report()
    read_yaml(root, file.name, report)
    for diagnostic in report:
        sentence, line, caret, hint = told(diagnostic, root, language)
        assert sentence.startswith(f"{file.name}:{diagnostic.mark.line}:{diagnostic.mark.column}: ")
        assert f": {diagnostic.code}" not in sentence
        assert line.strip()
        assert caret.strip() == "^"

        assert hint.startswith("  hint: " if language == "en" else "  tip: ")


def told(diagnostic: Diagnostic, root: Root, language: str) -> list[str]:
    assert language in ("en", "nl")
    return render(diagnostic, load_catalogue(), language, line_finder([root])).split("\n")
