"""Whose text is printed: the first language of the chain that has it, within that the latest layer."""

from __future__ import annotations

from textwrap import dedent

import pytest

from kaarten.diagnostics import Report
from kaarten.model.layers import Layer
from kaarten.source.nodes import Mapping, Scalar
from kaarten.source.overlay import EMPTY
from kaarten.tailor.job import Language
from kaarten.tailor.words import Path, Words, leaves, report_fallbacks, words_of
from tests.model.nodes import told, tree

NL = Language("nl", "nl-NL", "nl_NL", ("nl",))
FORMAL = Language("nl-formal", "nl-NL", "nl_NL", ("nl-formal", "nl"))
EN = Language("en", "en-GB", "en_GB", ("en", "nl"))
TAGS = {"nl": "nl-NL", "nl-formal": "nl-NL", "en": "en-GB"}

BASE = """\
nl: {blad: {title: Blad, parts: {one: Een, two: Twee, three: Drie}}}
nl-formal: {blad: {parts: {two: 'Twee, alstublieft'}}}
en: {blad: {title: Sheet, parts: {two: Two, one: One}}}
"""


def layer(name: str, words: str = "") -> Layer:
    return Layer(name, EMPTY, tree(dedent(words), f"{name}.yaml"), EMPTY)


def laid(language: Language, *upper: str, report: Report | None = None, open_lists: bool = True) -> Words:
    names = ("organisation", "team")
    layers = [layer("base", BASE)]
    layers += [layer(name, words) for name, words in zip(names, upper, strict=False)]

    def known(path: Path) -> bool:
        return open_lists and path[:2] == ("blad", "parts")

    return words_of(layers, language, known, Report() if report is None else report)


def texts(words: Words) -> dict[str, str]:
    return {id: leaf.text for id, leaf in leaves(words.tree, "") if isinstance(leaf, Scalar)}


def test_the_language_itself():
    assert texts(laid(NL)) == {
        "blad.title": "Blad",
        "blad.parts.one": "Een",
        "blad.parts.two": "Twee",
        "blad.parts.three": "Drie",
    }


def test_what_a_language_lacks_falls_back_in_the_order_of_the_base():
    words = laid(EN)
    assert list(texts(words).values()) == ["Sheet", "One", "Two", "Drie"]
    assert words.lower == {"blad.parts.three": "nl"}
    assert words.language_of("blad.parts.three") == "nl"
    assert words.language_of("blad.parts.two") == "en"


def test_the_latest_layer_wins_within_a_language():
    words = laid(NL, "nl: {blad: {title: Vel}}", "nl: {blad: {parts: {one: Ons}}}")
    assert texts(words)["blad.title"] == "Vel"
    assert texts(words)["blad.parts.one"] == "Ons"


def test_language_goes_before_layer():
    words = laid(EN, "nl: {blad: {title: Vel, parts: {three: Derde}}}")
    assert texts(words)["blad.title"] == "Sheet"
    assert texts(words)["blad.parts.three"] == "Derde"


def test_a_text_knows_where_it_was_written():
    words = laid(NL, "nl: {blad: {title: Vel}}")
    marks = {id: str(leaf.mark) for id, leaf in leaves(words.tree, "")}
    assert (marks["blad.title"], marks["blad.parts.one"]) == ("organisation.yaml:1:20", "base.yaml:1:39")


def test_items_can_be_added_moved_and_dropped():
    words = laid(NL, "nl: {blad: {parts: {four: Vier, two: {drop: yes}, three: {after: start}}}}")
    assert list(texts(words)) == ["blad.title", "blad.parts.three", "blad.parts.one", "blad.parts.four"]


def test_what_is_dropped_in_the_base_language_is_gone_in_all():
    words = laid(EN, "nl: {blad: {parts: {two: {drop: yes}}}}", "en: {blad: {parts: {two: {drop: yes}}}}")
    assert list(texts(words)) == ["blad.title", "blad.parts.one", "blad.parts.three"]


def test_what_is_dropped_in_a_translation_is_gone_only_there():
    upper = "en: {blad: {parts: {three: {drop: yes}}}}"
    assert "blad.parts.three" not in texts(laid(EN, upper))
    assert "blad.parts.three" in texts(laid(NL, upper))


def test_an_empty_translation_is_no_text():
    words = laid(EN, "en: {blad: {parts: {three: , one: ''}}}")
    assert texts(words)["blad.parts.three"] == "Drie"
    assert texts(words)["blad.parts.one"] == "One"


def test_a_list_is_replaced_whole():
    words = laid(NL, "nl: {blad: {parts: {one: [a, b]}}}", "nl: {blad: {parts: {one: [c]}}}")
    node = words.tree.get("blad")
    assert isinstance(node, Mapping)
    assert [id for id, _ in leaves(node, "blad")][1] == "blad.parts.one"


@pytest.mark.parametrize(
    ("upper", "place", "guess"),
    [
        ("nl: {blad: {titel: Vel}}", "organisation.yaml:1:13", "title"),
        ("en: {blad: {parts: {thre: Three}}}", "organisation.yaml:1:21", "three"),
        ("en: {blat: {title: Sheet}}", "organisation.yaml:1:6", "blad"),
    ],
)
def test_a_text_that_nothing_asks_for_is_a_fault_and_is_left_out(upper: str, place: str, guess: str):
    report = Report()
    words = laid(EN, upper, report=report, open_lists=False)
    assert told(report) == [("unknown-text", place)]
    assert [d.details["guess"] for d in report] == [guess]
    assert list(texts(words).values()) == ["Sheet", "One", "Two", "Drie"]


def test_a_translation_may_add_to_an_open_list():
    report = Report()
    assert texts(laid(EN, "en: {blad: {parts: {four: Four}}}", report=report))["blad.parts.four"] == "Four"
    assert told(report) == []


def test_falling_back_to_another_language_is_a_warning_and_to_a_variant_a_note():
    report = Report()
    report_fallbacks(laid(EN), "blad", TAGS, report)
    assert [(d.severity, d.code, str(d.mark), d.details["id"], d.details["used"]) for d in report] == [
        ("warning", "text-falls-back", "base.yaml:1:62", "blad.parts.three", "nl")
    ]
    report = Report()
    report_fallbacks(laid(FORMAL), "blad", TAGS, report)
    assert [(d.severity, d.details["id"]) for d in report] == [
        ("note", "blad.title"),
        ("note", "blad.parts.one"),
        ("note", "blad.parts.three"),
    ]


def test_only_the_namespaces_that_are_wanted():
    layers = [layer("base", "nl: {blad: {title: Blad}, kaart: {title: Kaart}}")]
    assert texts(words_of(layers, NL, lambda _: False, Report(), {"kaart"})) == {"kaart.title": "Kaart"}
