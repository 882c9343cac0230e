"""Every placeholder of wording.md 0.1 has a value, or a reason why it has none."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kaarten.diagnostics import Report
from kaarten.model.organisation import Organisation
from kaarten.model.structure import Structure
from kaarten.model.team import Team
from kaarten.model.validate import validate
from kaarten.tailor.facts import Facts
from kaarten.tailor.job import Language
from kaarten.tailor.own_words import entry_for
from kaarten.tailor.vocabulary import Kind, Placeholders, placeholders
from kaarten.text import MeetingId
from tests.model.nodes import tree
from tests.tailor.small import STRUCTURE, Pack

DUTCH = Language("nl", "nl-NL", "nl_NL", ("nl",))
ENGLISH = Language("en", "en-GB", "en_GB", ("en",))

TEAM = """\
name: Buurtteam Oost
contact: noor@example.org
phone: 010 000 00 00
sender: Noor
sign_up_before: 2025-02-20
plan_ready: 2025-04-01
stickers: {general: 2}
links: {kennisbouwstenen: https://kennisbouwstenen.nl, zelftest: ""}
meetings:
  1: {date: 2025-03-04, place: Buurthuis De Linde, address: Lindelaan 12}
  2: {date: 2025-03-18, start: "9:30"}
"""


def made(language: Language, team: str = TEAM) -> Placeholders:
    report = Report()
    structure = validate(Structure, tree(STRUCTURE), report)
    facts = validate(Team, tree(team), report)
    assert structure is not None
    assert facts is not None
    first, second = MeetingId("1"), MeetingId("2")
    start = datetime.time(13)
    starts = {first: start, second: facts.meetings[second].start or start} if facts.meetings else {}
    entry = entry_for(language, structure.vocabulary, report)
    minutes = {first: 240, second: 210}
    return placeholders(entry, Facts(facts, Organisation(), starts, 7, minutes), language)


DUTCH_VALUES = {
    "team": "wijkteam",
    "Team": "Wijkteam",
    "Het_team": "Het wijkteam",
    "een_team": "een wijkteam",
    "Ons_team": "Ons wijkteam",
    "teams": "wijkteams",
    "teamlid": "wijkteamlid",
    "teamleden": "wijkteamleden",
    "De_inwoner": "De inwoner",
    "een_inwoner": "een inwoner",
    "de_inwoners": "de inwoners",
    "De_coordinator": "De coördinator",
    "ons_plan": "ons scholingsplan",
    "Domein": "Domein",
    "Welk_domein": "Welk domein",
    "domeinen": "domeinen",
    "gemeente": "de gemeente",
    "Gemeente": "De gemeente",
    "afzender": "Noor",
    "contact": "noor@example.org",
    "telefoon": "010 000 00 00",
    "link_kennisbouwstenen": "https://kennisbouwstenen.nl",
    "datum1": "dinsdag 4 maart 2025",
    "tijd1": "13.00\u00a0uur",
    "tijden1": "13.00\u00a0tot\u00a017.00\u00a0uur",
    "uren1": "4",
    "uren2": "3,5",
    "plaats1": "Buurthuis De Linde",
    "adres1": "Lindelaan 12",
    "tijd2": "9.30\u00a0uur",
    "datum_aanmelden": "donderdag 20 februari 2025",
    "datum_plan": "dinsdag 1 april 2025",
    "aantal_domeinen": "zeven",
    "Aantal_flappen": "Acht",
    "stickers_a": "2",
    "stickers_s": "1",
    "stickers_p": "6",
    "kleur_a": "geel",
    "Kleur_s": "Blauw",
}
ENGLISH_VALUES = {
    "team_en": "neighbourhood team",
    "Team_en": "Neighbourhood team",
    "a_team_en": "a neighbourhood team",
    "teams_en": "neighbourhood teams",
    "residents_en": "residents",
    "Domain_en": "Domain",
    "domains_en": "domains",
    "datum1": "Tuesday 4 March 2025",
    "tijd1": "1.00\u00a0pm",
    "tijden1": "1.00\u00a0pm\u00a0to\u00a05.00\u00a0pm",
    "number_of_sheets": "eight",
    "Number_of_sheets": "Eight",
    "aantal_domeinen": "seven",
}


@pytest.mark.parametrize(("name", "value"), DUTCH_VALUES.items())
def test_dutch(name: str, value: str):
    assert made(DUTCH).values[name] == value


@pytest.mark.parametrize(("name", "value"), ENGLISH_VALUES.items())
def test_english(name: str, value: str):
    assert made(ENGLISH).values[name] == value


def test_a_dutch_text_has_no_english_words_nor_the_other_way():
    assert "team_en" not in made(DUTCH).names
    assert "het_team" not in made(ENGLISH).names


def test_why_there_is_no_value():
    absent = made(DUTCH).absent
    assert (absent["plaats2"].kind, absent["plaats2"].key) == (Kind.FACT, "meetings.2.place")
    assert (absent["organisatie"].kind, absent["organisatie"].key) == (Kind.FACT, "organisation")
    assert (absent["link_zelftest"].kind, absent["link_zelftest"].key) == (Kind.NOTHING, "links.zelftest")
    assert (absent["plannen"].kind, absent["plannen"].key) == (Kind.FORM, "vocabulary.nl.plan")
    assert absent["voornaam"].kind is Kind.PERSON
    assert (absent["adres2"].kind, absent["adres2"].key) == (Kind.NOTHING, "meetings.2.address")


def test_a_fact_of_nothing_leaves_its_texts_out_where_one_that_lacks_becomes_a_line():
    line = "phone: 010 000 00 00\n"
    assert made(DUTCH, TEAM.replace(line, 'phone: ""\n')).absent["telefoon"].kind is Kind.NOTHING
    assert made(DUTCH, TEAM.replace(line, "")).absent["telefoon"].kind is Kind.FACT


# ---- the team's own words


def test_a_variant_takes_the_forms_of_its_own_language():
    structure = validate(Structure, tree(STRUCTURE), Report())
    assert structure is not None
    formal = Language("nl-formal", "nl-NL", "nl_NL", ("nl-formal", "nl"))
    assert entry_for(formal, structure.vocabulary, Report()).team.plural == "wijkteams"


def test_a_variant_with_another_noun_takes_no_form_of_the_old_one():
    text = STRUCTURE.replace(
        "\n  en:\n    team", "\n  nl-formal:\n    team: {noun: toegang, article: de}\n  en:\n    team"
    )
    structure = validate(Structure, tree(text), Report())
    assert structure is not None
    formal = Language("nl-formal", "nl-NL", "nl_NL", ("nl-formal", "nl"))
    entry = entry_for(formal, structure.vocabulary, Report())
    assert (entry.team.noun, entry.team.plural, entry.resident.plural) == ("toegang", None, "inwoners")


def test_another_noun_without_all_its_forms_is_told(tmp_path: Path):
    pack = Pack(tmp_path, "vocabulary:\n  nl:\n    team: {noun: buurtploeg, article: de, plural: buurtploegen}\n")
    pack.job()
    found = next(d for d in pack.report if d.code == "forms-of-another-word")
    assert (found.severity, found.mark.line, found.details["forms"]) == ("warning", 4, "member, members")


def test_one_other_form_of_the_same_noun_is_not(tmp_path: Path):
    pack = Pack(tmp_path, "vocabulary:\n  nl:\n    team: {plural: wijkteampjes}\n    resident: {noun: inwoner}\n")
    pack.job()
    assert pack.told("forms-of-another-word") == []


def test_an_article_that_is_none_is_refused(tmp_path: Path):
    pack = Pack(tmp_path, "vocabulary:\n  nl:\n    plan:\n      article: den\n")
    assert pack.attempt() is None
    assert [(d.code, d.mark.line, d.mark.column, d.details["guess"]) for d in pack.report.errors] == [
        ("not-one-of", 5, 16, "de")
    ]
