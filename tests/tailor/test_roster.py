"""People as they stand on paper: what they are called, and texts with their names in."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaarten.diagnostics import Mark
from kaarten.model.people import PersonEntry
from kaarten.tailor.job import Person
from kaarten.tailor.roster import roster
from kaarten.text import Text, mark_of
from tests.tailor.small import Pack


def person(name: str, first: str = "") -> Person:
    (found,) = roster([PersonEntry(name=Text(name), first_name=Text(first) if first else None)])
    return found


@pytest.mark.parametrize(
    ("typed", "name", "calling"),
    [
        ("Noor Voorbeeld", "Noor Voorbeeld", "Noor"),
        ("  Noor   van der  Berg ", "Noor van der Berg", "Noor"),
        ("Van der Berg, Noor", "Noor Van der Berg", "Noor"),
        ("Berg, Noor van der", "Noor van der Berg", "Noor"),
        ("dr. Noor Voorbeeld", "dr. Noor Voorbeeld", "Noor"),
        ("Prof. dr. Noor Voorbeeld", "Prof. dr. Noor Voorbeeld", "Noor"),
        ("Mevrouw Voorbeeld", "Mevrouw Voorbeeld", "Voorbeeld"),
        ("N. Voorbeeld", "N. Voorbeeld", "N. Voorbeeld"),
        ("dr. N.A. Voorbeeld", "dr. N.A. Voorbeeld", "dr. N.A. Voorbeeld"),
        ("Voorbeeld, N.", "N. Voorbeeld", "N. Voorbeeld"),
        ("Noor Voorbeeld, MSc", "Noor Voorbeeld, MSc", "Noor"),
        ("Noor Voorbeeld, Ph.D.", "Noor Voorbeeld, Ph.D.", "Noor"),
        ("de Vries", "de Vries", "de Vries"),
        ("'t Hooft", "'t Hooft", "'t Hooft"),
        ("Anne-Marie Voorbeeld", "Anne-Marie Voorbeeld", "Anne-Marie"),
        ("Noor", "Noor", "Noor"),
        ("dr.", "dr.", "dr."),
        ("Noor,", "Noor,", "Noor"),
        ("A, B, C", "A, B, C", "A"),
    ],
)
def test_the_name_in_order_and_what_somebody_is_called(typed: str, name: str, calling: str) -> None:
    found = person(typed)
    assert (found.name, found.calling) == (name, calling)


def test_who_says_what_she_is_called_is_called_that() -> None:
    found = person("Eleonora Voorbeeld", " Noor ")
    assert (found.name, found.calling) == ("Eleonora Voorbeeld", "Noor")


def test_texts_have_a_place_and_no_id() -> None:
    """`kaarten texts` shows every text with an id; a name is none of them."""
    entry = PersonEntry(
        name=Text("Noor", Mark("d.csv", 2, 1, "A2"), "participants.1.name"), role=Text("arts", Mark("d", 2, 2))
    )
    (found,) = roster([entry])
    assert [getattr(text, "id", None) for text in (found.name, found.calling, found.role, found.register)] == [""] * 4
    assert (mark_of(found.name).cell, mark_of(found.role)) == ("A2", Mark("d", 2, 2))


def test_a_text_is_filled_in_for_a_person() -> None:
    found = Person(Text("Noor Voorbeeld", Mark("d", 2, 1)), Text("Noor"), Text("arts", Mark("d", 2, 3)))
    text = Text("{naam} ({voornaam}), {functie}", Mark("w", 9, 9), "x.person.name")
    assert found.filled(text) == "Noor Voorbeeld (Noor), arts"
    assert (found.filled(text).mark, found.filled(text).id) == (Mark("d", 2, 1), "x.person.name")
    assert found.filled(text.like("{functie}")).mark == Mark("d", 2, 3)
    assert found.filled(text.like("gast")).mark == Mark("w", 9, 9)


def test_a_name_with_braces_is_only_a_name() -> None:
    assert Person("{functie} {0}", "x", "arts").filled(Text("{naam}")) == "{functie} {0}"


def test_the_job_has_everybody_in_order(tmp_path: Path) -> None:
    job = Pack(tmp_path, 'participants: [Noor Voorbeeld, "Proef, Els"]').job()
    assert [(each.name, each.calling) for each in job.roster] == [("Noor Voorbeeld", "Noor"), ("Els Proef", "Els")]
    assert (job.people.participants, job.people.groups) == (2, 1)


def test_texts_for_each_person_keep_their_placeholders(tmp_path: Path) -> None:
    words = {"org/team/words/nl/a.yaml": "blad: {notes: {first: 'Voor {naam}'}}\n"}
    assert Pack(tmp_path / "a", files=words).job().materials[0].content.notes["first"] == "Voor ......"
