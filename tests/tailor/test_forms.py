"""Working forms: with the words of their language, what they take, and only materials that the pack has."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaarten.tailor.timetable import Form
from tests.tailor.small import Pack

FORMS = """\
forms:
  pocket: {number: 1, meeting: 1, minutes: 6, people: {at_most: 8}}
  fours: {number: 2, meeting: 1, people: {at_least: 6}, with: [blad, kaart]}
  choosing: {number: 1, meeting: 2, with: kaart}
"""
NL = """\
forms:
  pocket: {name: Broekzak, text: "Pak iets. Wat zegt het over {het_team}?", hint: In tweetallen.}
  fours: {name: Viertal, text: Praat.}
  choosing: {name: Kiezen, text: Plak.}
"""
EN = "forms: {fours: {name: Fours, text: Talk.}}\n"


def pack(folder: Path, team: str = "", **files: str) -> Pack:
    written = {"base/forms.yaml": FORMS, "base/words/nl/forms.yaml": NL, "base/words/en/forms.yaml": EN}
    return Pack(folder, team, written | files)


def told(form: Form) -> tuple[object, ...]:
    return form.number, form.meeting, form.minutes, form.at_least, form.at_most, form.materials


def test_forms_come_in_their_order_with_what_they_take(tmp_path: Path) -> None:
    forms = pack(tmp_path).job().forms
    assert {id: told(form) for id, form in forms.items()} == {
        "pocket": (1, "1", 6, None, 8, ()),
        "fours": (2, "1", None, 6, None, ("blad", "kaart")),
        "choosing": (1, "2", None, None, None, ("kaart",)),
    }
    assert list(forms) == ["pocket", "fours", "choosing"]
    assert [form.id for form in forms.values()] == list(forms)


def test_words_are_filled_in_and_fall_back_by_language(tmp_path: Path) -> None:
    made = pack(tmp_path)
    dutch, english = made.job().forms, made.job("en").forms
    assert dutch["pocket"].text == "Pak iets. Wat zegt het over het wijkteam?"
    assert (dutch["pocket"].hint, dutch["fours"].hint) == ("In tweetallen.", "")
    assert (english["fours"].name, english["choosing"].name) == ("Fours", "Kiezen")
    assert [id for code, id in fallen(made) if code == "text-falls-back" and id.startswith("forms.")] == [
        "forms.pocket.name", "forms.pocket.text", "forms.pocket.hint", "forms.choosing.name", "forms.choosing.text",
    ]  # fmt: skip


def fallen(made: Pack) -> list[tuple[str, str]]:
    return [(d.code, str(d.details["id"])) for d in made.report if "id" in d.details]


def test_a_material_that_the_team_dropped_is_no_fault_of_a_form(tmp_path: Path) -> None:
    made = pack(tmp_path, "materials: {kaart: {drop: yes}}\nwords: {nl: {forms: {fours: {name: Vier}}}}\n")
    forms = made.job().forms
    assert [form.materials for form in forms.values()] == [(), ("blad",), ()]
    assert forms["fours"].name == "Vier"


def test_a_team_drops_a_form_and_brings_its_own(tmp_path: Path) -> None:
    team = "forms: {pocket: {drop: yes}, song: {number: 1, meeting: 1, after: start}}\n"
    words = "forms: {song: {name: Lied, text: Zing.}}\n"
    forms = pack(tmp_path, team, **{"org/team/words/nl/forms.yaml": words}).job().forms
    assert list(forms) == ["song", "fours", "choosing"]


def test_without_forms_there_are_none(tmp_path: Path) -> None:
    assert Pack(tmp_path).job().forms == {}


@pytest.mark.parametrize(
    ("team", "code", "place"),
    [
        ("forms: {fours: {number: 1}}", "form-number-taken", "team.yaml:2:25"),
        ("forms: {choosing: {meeting: 1}}", "form-number-taken", "team.yaml:2:29"),
        ("forms: {fours: {with: [blad, kart]}}", "unknown-material", "team.yaml:2:30"),
        ("forms: {fours: {people: {at_least: 9, at_most: 8}}}", "limits-crossed", "team.yaml:2:25"),
        ("forms: {fours: {meeting: 3}}", "unknown-meeting", "team.yaml:2:26"),
        ("forms: {fours: {minutes: lang}}", "not-a-number", "team.yaml:2:26"),
        ("forms: {fours: {needs: kaart}}", "unknown-key", "team.yaml:2:17"),
        ("forms: {fors: {minutes: 4}}", "unknown-id", "team.yaml:2:9"),
        ("forms: {song: {number: 3, meeting: 1}}", "missing-words", "team.yaml:2:9"),
        ("words: {nl: {forms: {fours: {naam: Vier}}}}", "unknown-text", "team.yaml:2:30"),
        ("words: {nl: {forms: {song: {name: Lied}}}}", "unknown-text", "team.yaml:2:22"),
    ],
)
def test_a_fault_stands_where_it_was_written(tmp_path: Path, team: str, code: str, place: str) -> None:
    made = pack(tmp_path, team)
    assert made.attempt() is None
    assert made.told() == [(code, place)]
