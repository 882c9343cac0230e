"""The table of forms of wording.md 0.2, capitals and numbers."""

from __future__ import annotations

import pytest

from kaarten.model.structure import Noun
from kaarten.tailor.grammar import (
    capitalise,
    dutch_forms,
    dutch_members,
    in_words,
    plain_forms,
    uncapitalise,
    with_capitals,
)
from kaarten.text import Text


def noun(word: str, article: str, plural: str = "", **more: str) -> Noun:
    forms = {name: Text(value) for name, value in more.items()}
    return Noun(noun=Text(word), article=Text(article), plural=Text(plural) if plural else None, **forms)


TABLE = [
    ("wijkteam", "het", "ons wijkteam", "dit wijkteam", "elk wijkteam", "wijkteams"),
    ("sociaal team", "het", "ons sociaal team", "dit sociaal team", "elk sociaal team", "sociale teams"),
    ("wijknetwerk", "het", "ons wijknetwerk", "dit wijknetwerk", "elk wijknetwerk", "wijknetwerken"),
    ("buurtploeg", "de", "onze buurtploeg", "deze buurtploeg", "elke buurtploeg", "buurtploegen"),
    ("toegang", "de", "onze toegang", "deze toegang", "elke toegang", ""),
    ("IJsselteam", "het", "ons IJsselteam", "dit IJsselteam", "elk IJsselteam", "IJsselteams"),
]


@pytest.mark.parametrize(("word", "article", "our", "this", "every", "plural"), TABLE)
def test_what_agrees_with_the_article(word: str, article: str, our: str, this: str, every: str, plural: str):
    forms = with_capitals(dutch_forms(noun(word, article, plural), "team", "teams", "het"))
    assert (forms["ons_team"], forms["dit_team"], forms["elk_team"]) == (our, this, every)
    assert (forms["het_team"], forms["een_team"], forms["team"]) == (f"{article} {word}", f"een {word}", word)
    assert (forms["teams"], forms["de_teams"]) == ((plural, f"de {plural}") if plural else (None, None))
    assert forms["Ons_team"] == our[0].upper() + our[1:]
    assert forms["Team"] == word[0].upper() + word[1:]


def test_placeholders_are_named_after_the_usual_word_and_follow_the_teams_own():
    family = dutch_forms(noun("gezin", "het", "gezinnen"), "inwoner", "inwoners", "de")
    assert (family["de_inwoner"], family["de_inwoners"], family["welke_inwoner"]) == (
        "het gezin",
        "de gezinnen",
        "welk gezin",
    )
    block = with_capitals(dutch_forms(noun("bouwsteen", "de", "bouwstenen"), "domein", "domeinen", "het"))
    assert (block["welk_domein"], block["Welk_domein"], block["het_domein"]) == (
        "welke bouwsteen",
        "Welke bouwsteen",
        "de bouwsteen",
    )


def test_an_adjective_that_bends_is_stored():
    forms = with_capitals(
        dutch_forms(noun("sociaal team", "het", with_article="het sociale team"), "team", "teams", "het")
    )
    assert (forms["het_team"], forms["Het_team"], forms["ons_team"]) == (
        "het sociale team",
        "Het sociale team",
        "ons sociaal team",
    )


def test_members_are_never_made_from_the_noun():
    assert dutch_members(noun("toegang", "de"), "team") == {"teamlid": None, "teamleden": None}
    stored = noun("toegang", "de", member="medewerker van de toegang")
    assert dutch_members(stored, "team")["teamlid"] == "medewerker van de toegang"


def test_english_has_an_article_of_its_own():
    forms = with_capitals(plain_forms(noun("area team", "an", "area teams"), "team", "en"))
    assert (forms["a_team_en"], forms["A_team_en"], forms["teams_en"], forms["Team_en"]) == (
        "an area team",
        "An area team",
        "area teams",
        "Area team",
    )


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("wijkteam", "Wijkteam"),
        ("ijsselteam", "IJsselteam"),
        ("IJsselteam", "IJsselteam"),
        ("de IJsselploeg", "De IJsselploeg"),
        ("'s avonds open", "'s Avonds open"),
        ("'t zandteam", "'t Zandteam"),
        ("\u2019t ijsselteam", "\u2019t IJsselteam"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("GGZ-team", "GGZ-team"),
        ("één", "Eén"),
        ("elf", "Elf"),
        ("1e lijn", "1e lijn"),
        ("", ""),
    ],
)
def test_capitals(text: str, capital: str):
    assert capitalise(text) == capital


@pytest.mark.parametrize(
    ("text", "language", "within"),
    [
        ("Koffie en thee", "nl", "koffie en thee"),
        ("IJs en taart", "nl", "ijs en taart"),
        ("USB-sticks", "nl", "USB-sticks"),
        ("A4-papier", "nl", "A4-papier"),
        ("Kaffee und Tee", "de", "Kaffee und Tee"),
        ("", "en", ""),
    ],
)
def test_a_name_within_a_sentence(text: str, language: str, within: str):
    assert uncapitalise(text, language) == within


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        (7, "nl", "zeven"),
        (20, "nl", "twintig"),
        (21, "nl", "21"),
        (8, "en", "eight"),
        (20, "en", "twenty"),
        (8, "fr", "8"),
    ],
)
def test_numbers_in_words(number: int, language: str, words: str):
    assert in_words(number, language) == words
