"""Placeholders in texts: filled in by the language of the text, or told why not."""

from __future__ import annotations

import pytest

from kaarten.diagnostics import Mark, Report
from kaarten.source.nodes import Mapping, Scalar
from kaarten.source.overlay import EMPTY
from kaarten.tailor.fill import Filler
from kaarten.tailor.job import Language
from kaarten.tailor.vocabulary import Absent, Kind, Placeholders
from kaarten.tailor.words import Words, leaves
from kaarten.text import TO_WRITE_ON
from tests.model.nodes import told, tree

EN = Language("en", "en-GB", "en_GB", ("en", "nl"))
PLACEHOLDERS = {
    "nl": Placeholders(
        {"het_team": "de buurtploeg", "Het_team": "De buurtploeg"},
        {
            "datum1": Absent(Kind.FACT, "meetings.1.date"),
            "link_zelftest": Absent(Kind.LINK, "links.zelftest"),
            "teams": Absent(Kind.FORM, "vocabulary.nl.team"),
            "naam": Absent(Kind.PERSON, ""),
        },
    ),
    "en": Placeholders({"team_en": "team"}, {}),
}
TEAM = Mark("team.yaml", 7, 3)


def filled(text: str, lower: dict[str, str] | None = None) -> tuple[Mapping, Report]:
    report = Report()
    words = Words(EMPTY, EN, {"x.nl": "nl", "x.rows": "nl"} if lower is None else lower, ())
    node = Filler(words, PLACEHOLDERS, lambda _: TEAM, report).fill(tree(text), "x")
    assert isinstance(node, Mapping)
    return node, report


def one(text: str) -> tuple[str | None, Report]:
    node, report = filled(f"nl: '{text}'")
    value = node.get("nl")
    return getattr(value, "text", None), report


def test_a_text_is_filled_in_in_its_own_language():
    node, report = filled("nl: 'Dit is {het_team}. {Het_team} werkt.'\nen: 'This is the {team_en}.'")
    assert [getattr(value, "text", "") for _, value in node] == [
        "Dit is de buurtploeg. De buurtploeg werkt.",
        "This is the team.",
    ]
    assert told(report) == []


def test_a_text_without_placeholders_is_left_as_it_is():
    source = tree("nl: Gewoon")
    assert filled("nl: Gewoon")[0].get("nl") == source.get("nl")


@pytest.mark.parametrize(
    ("text", "guess"),
    [("{het_taem}", "het_team"), ("{xyz}", ""), ("{}", ""), ("{team_en}", "teams")],
)
def test_an_unknown_placeholder_is_a_fault_at_its_text(text: str, guess: str):
    _, report = one(text)
    assert [(d.severity, d.code, d.mark, d.details["guess"]) for d in report] == [
        ("error", "unknown-placeholder", Mark("a.yaml", 1, 5), guess)
    ]


def test_a_placeholder_that_is_not_closed_is_a_fault():
    _, report = one("een {het_team is er")
    assert [(d.severity, d.code, d.mark, d.details["guess"]) for d in report] == [
        ("error", "placeholder-not-closed", Mark("a.yaml", 1, 5), "het_team")
    ]


def test_what_only_a_page_knows_stays_in_the_text_that_has_it_and_is_a_fault_elsewhere():
    report = Report()
    words = Words(EMPTY, EN, {"labels.page-of": "nl", "labels.tile": "nl"}, ())
    texts = tree("page-of: '{page} van {pages}'\ntile: 'Deel {tile} van {pages}'")
    node = Filler(words, PLACEHOLDERS, lambda _: TEAM, report).fill(texts, "labels")
    assert isinstance(node, Mapping)
    assert [getattr(value, "text", "") for _, value in node] == ["{page} van {pages}", "Deel {tile} van {pages}"]
    assert [(d.code, d.mark.line, d.details["placeholder"]) for d in report] == [("unknown-placeholder", 2, "pages")]


def test_a_fact_that_was_not_given_becomes_a_line_and_is_told_once_where_it_would_stand():
    node, report = filled("nl: 'Op {datum1}.'\nrows: ['{datum1}', 'Tot {datum1}']")
    assert getattr(node.get("nl"), "text", "") == f"Op {TO_WRITE_ON}."
    assert [(d.severity, d.code, d.mark, d.details["key"]) for d in report] == [
        ("warning", "missing-fact", TEAM, "meetings.1.date")
    ]


def test_a_text_about_an_address_that_is_not_given_is_left_out():
    text, report = one("Je vindt die hier: {link_zelftest}.")
    assert text is None
    assert [(d.severity, d.code, d.details["key"]) for d in report] == [("note", "text-left-out", "links.zelftest")]
    node, _ = filled("rows: ['{link_zelftest}', Twee]")
    assert [getattr(item, "text", "") for item in getattr(node.get("rows"), "items", ())] == ["Twee"]


def test_a_form_that_was_not_given_is_a_fault():
    _, report = one("Alle {teams}")
    assert [(d.severity, d.code, d.mark, d.details["key"]) for d in report] == [
        ("error", "missing-form", TEAM, "vocabulary.nl.team")
    ]


def test_names_of_people_are_written_by_hand():
    text, report = one("Beste {naam},")
    assert (text, told(report)) == (f"Beste {TO_WRITE_ON},", [])


def test_texts_for_each_person_are_left_to_the_layout():
    report = Report()
    filler = Filler(Words(EMPTY, EN, {}, ()), {"en": PLACEHOLDERS["nl"]}, lambda _: TEAM, report)
    asked = tree("person: {name: '{naam} van {het_team}', more: {x: '{naam}'}}\nother: {person: {x: '{naam}'}}\n")
    node = filler.fill(asked, "kaart")
    assert isinstance(node, Mapping)
    assert [leaf.text for _, leaf in leaves(node, "") if isinstance(leaf, Scalar)] == [
        "{naam} van de buurtploeg",
        "{naam}",
        TO_WRITE_ON,
    ]
    assert told(report) == []
