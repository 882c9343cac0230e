"""Of one cause only the worst is told."""

from __future__ import annotations

from kaarten.compose.worst import worst_of_each
from kaarten.diagnostics import NOWHERE, Mark, Report

NAME, TITLE = Mark("team.yaml", 1, 7), Mark("words.yaml", 2, 3)


def test_of_a_text_that_is_too_long_in_many_places_only_the_worst_is_told():
    report = Report()
    for mark, words in ((NAME, 3), (NAME, 12), (NAME, 9), (TITLE, 1)):
        report.error("text-too-long", mark, words=words, where=str(words))
    assert [one.details["words"] for one in worst_of_each(report)] == [12, 1]


def test_of_a_logo_that_is_too_small_in_many_places_only_the_smallest_is_told():
    report = Report()
    for height in ("9.5", "10.0", "2.1"):
        report.warning("logo-under-minimum", NAME, height=height, least="12")
    assert [one.details["height"] for one in worst_of_each(report)] == ["2.1"]


def test_everything_else_stays_in_its_order():
    report = Report()
    report.error("text-too-long", NOWHERE, words=1, text="a")
    report.error("glyph-missing", NAME, characters="x")
    report.error("text-too-long", NOWHERE, words=2, text="b")
    report.error("text-too-long", NAME, words=2, text="b")
    assert worst_of_each(report) == list(report)
