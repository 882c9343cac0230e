"""Nodes from a few lines of YAML, for the tests of the model and of tailor."""

from __future__ import annotations

from textwrap import dedent

from kaarten.diagnostics import Report
from kaarten.source.nodes import Mapping
from kaarten.source.reader import parse_yaml


def tree(text: str, file: str = "a.yaml") -> Mapping:
    report = Report()
    mapping = parse_yaml(dedent(text).encode(), file, report)
    assert not report.errors
    return mapping


def told(report: Report) -> list[tuple[str, str]]:
    """Code and place of everything in a report."""
    return [(diagnostic.code, str(diagnostic.mark)) for diagnostic in report]
