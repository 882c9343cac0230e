"""The catalogue as values: what each material is for, where it comes from, when it is used."""

from __future__ import annotations

import re
from functools import cache

import pytest
import yaml

from kaarten.diagnostics import Report
from kaarten.pipeline import Order, job_of, open_pack
from kaarten.resources import content_folder, data_folder
from kaarten.tailor.catalogue import Entry, groups_of, short_credit

LAYERS = ["base", *sorted(f"packs/{folder.name}" for folder in (content_folder() / "packs").iterdir())]
LONGEST = 90
"""Characters of a purpose: what stands beside a small picture in four lines."""


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    pack = open_pack(Order(data_folder() / "anyone", every_pack=True), Report())
    job = job_of(pack, "nl", Report())
    sides = {material.id: 2 for material in job.materials} | {"poster-wiel": 1}
    groups = groups_of(job, pack.layers, ["leerkring"], sides)
    assert [group.id for group in groups if group.chosen] == ["packs/leerkring"]
    assert groups[-1].id == "base"
    return {entry.id: entry for group in groups for entry in group.entries}


@cache
def brought() -> dict[str, set[str]]:
    """By layer the materials that it brings itself, those of its decks too."""
    layers = open_pack(Order(data_folder() / "anyone", every_pack=True), Report()).layers.layers
    listed: dict[str, set[str]] = {
        layer.name: set(getattr(layer.structure.get("materials"), "entries", ())) for layer in layers
    }
    return {name: ids - (listed["base"] if name != "base" else set()) for name, ids in listed.items()}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("layer", LAYERS)
def test_everything_that_comes_with_kaarten_says_what_it_is_for(layer: str, language: str) -> None:
    file = content_folder() / layer / "words" / language / "catalogue.yaml"
    told = yaml.safe_load(file.read_text("utf-8"))["catalogue"] if file.exists() else {}
    assert brought()[layer] == set(told)
    assert {id: text for id, text in told.items() if len(text) > LONGEST or not text.endswith((".", "?"))} == {}
    assert len(set(told.values())) == len(told)


@pytest.mark.parametrize("layer", LAYERS)
def test_what_has_je_has_u_in_the_formal_words(layer: str) -> None:
    words = content_folder() / layer / "words"
    plain, formal = words / "nl/catalogue.yaml", words / "nl-formal/catalogue.yaml"
    informal = re.compile(r"\b(je|jij|jouw|jullie|we|ons)\b", re.IGNORECASE)
    told = yaml.safe_load(plain.read_text("utf-8"))["catalogue"] if plain.exists() else {}
    other = yaml.safe_load(formal.read_text("utf-8"))["catalogue"] if formal.exists() else {}
    assert {id for id, text in told.items() if re.search(r"\b(je|jij|jouw|jullie)\b", text)} <= set(other)
    assert [text for text in other.values() if informal.search(text) and not re.search(r"\b[Ww]e\b", text)] == []


@pytest.mark.parametrize(
    ("credit", "short"),
    [
        ("Methode naar: Van den Burg, Kooiman (2019), Waarborgen. © IWW.", "Van den Burg, Kooiman (2019)"),
        ("Cijfers: © Movisie (2018). Percentages afgerond; n staat bij elke vraag.", "Movisie (2018)"),
        ("70-20-10 naar Jennings, via Movisie (2018).", "70-20-10 naar Jennings, via Movisie (2018)"),
        ("Dit zijn voorbeelden. De rest staat op kennisbouwstenen.nl.", ""),
        ("", ""),
    ],
)
def test_a_credit_in_short_is_author_and_year(credit: str, short: str) -> None:
    assert short_credit(credit) == short


def test_when_it_is_used(entries: dict[str, Entry]) -> None:
    assert entries["poster-wiel"].used == ("Bijeenkomst 1: De kennisbouwstenen",)
    assert entries["inpaklijst-1"].used == ("Bijeenkomst 1",)  # of the meeting, needed by no block
    assert entries["werkvormkaarten-1"].used[0].startswith("Bijeenkomst 1: ")
    assert entries["printplan"].used == ("Bij elk pakket",)
    assert all(1 <= len(entry.used) <= 2 for entry in entries.values())


def test_size_and_sides(entries: dict[str, Entry]) -> None:
    assert entries["poster-wiel"].size == "A3  ·  1 kant"
    assert entries["naamstickers"].size == "63,5 × 38,1 mm  ·  2 kanten"
    assert entries["presentatie-1"].size == "scherm  ·  2 dia's"
