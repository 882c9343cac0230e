"""A translation is stale when the text it was made from has changed since it was accepted."""

from __future__ import annotations

import hashlib

from kaarten.diagnostics import Report
from kaarten.model.layers import Layer
from kaarten.source.overlay import EMPTY
from kaarten.tailor.accepted import accepted_texts, report_stale
from kaarten.tailor.job import Language
from tests.model.nodes import told, tree

EN = Language("en", "en-GB", "en_GB", ("en", "nl"))
NL = Language("nl", "nl-NL", "nl_NL", ("nl",))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def layer(name: str, words: str, accepted: str = "") -> Layer:
    return Layer(name, EMPTY, tree(words, f"{name}.yaml"), tree(accepted, "accepted.yaml") if accepted else EMPTY)


STEPS = digest("een\ntwee")
WORDS = "nl: {blad: {title: Blad, steps: [een, twee]}}\nen: {blad: {title: Sheet, steps: [one, two]}}\n"


def test_what_was_accepted_is_not_stale():
    accepted = f"en: {{blad.title: '{digest('Blad')}', blad.steps: '{STEPS}'}}"
    report = Report()
    report_stale([layer("base", WORDS, accepted)], EN, report)
    assert told(report) == []


def test_a_changed_base_text_makes_it_stale_at_the_translation():
    accepted = f"en: {{blad.title: '{digest('Oud blad')}', blad.steps: '{STEPS}'}}"
    report = Report()
    report_stale([layer("base", WORDS, accepted)], EN, report)
    assert told(report) == [("text-stale", "base.yaml:2:20")]
    assert [d.severity for d in report] == ["warning"]


def test_a_translation_that_was_never_accepted_is_stale_too():
    report = Report()
    report_stale([layer("base", WORDS, f"en: {{blad.title: '{digest('Blad')}'}}")], EN, report)
    assert [d.details["id"] for d in report] == ["blad.steps"]


def test_a_layer_without_the_file_keeps_no_account():
    report = Report()
    report_stale([layer("base", WORDS)], EN, report)
    assert told(report) == []


def test_each_layer_looks_at_the_base_text_as_it_stands_in_it():
    below = layer("base", WORDS, f"en: {{blad.title: '{digest('Blad')}', blad.steps: '{STEPS}'}}")
    upper = "nl: {blad: {title: Vel}}\nen: {blad: {title: Page}}\n"
    report = Report()
    report_stale([below, layer("team", upper, f"en: {{blad.title: '{digest('Vel')}'}}")], EN, report)
    assert told(report) == []
    report_stale([below, layer("team", upper, f"en: {{blad.title: '{digest('Blad')}'}}")], EN, report)
    assert told(report) == [("text-stale", "team.yaml:2:20")]


def test_accepting_takes_the_texts_as_they_stand():
    base, team = layer("base", WORDS), layer("team", "nl: {blad: {title: Vel}}\nen: {blad: {title: Page, more: x}}\n")
    found = accepted_texts([base, team], EN)
    assert found == {
        "base": {"blad.title": digest("Blad"), "blad.steps": STEPS},
        "team": {"blad.title": digest("Vel")},
    }


def test_accepted_as_they_stand_nothing_is_stale():
    accepted = accepted_texts([layer("base", WORDS)], EN)["base"]
    text = "en:\n" + "".join(f"  {id}: '{hashed}'\n" for id, hashed in accepted.items())
    report = Report()
    report_stale([layer("base", WORDS, text)], EN, report)
    assert (len(accepted), told(report)) == (2, [])


def test_a_language_that_falls_back_to_none_has_nothing_to_accept():
    assert accepted_texts([layer("base", WORDS)], NL) == {}


def test_only_the_namespaces_that_are_wanted():
    report = Report()
    report_stale([layer("base", WORDS, "en: {x: '1'}")], EN, report, ["kaart"])
    assert told(report) == []
