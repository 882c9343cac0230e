"""`kaarten check` counts what is wrong in each language, and accepts translations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kaarten.diagnostics import Report
from kaarten.pipeline import Order, layer_folders, open_pack
from kaarten.resources import data_folder

ONLY = ("--only", "werkblad-1")


def test_every_language_is_checked_and_nothing_is_written(kaarten: Callable, team: Path) -> None:
    answer = kaarten("check", "oost", *ONLY, "--json")
    assert answer.code == 0
    assert [row["language"] for row in answer.data["languages"]] == ["nl", "nl-formal", "en"]
    assert all(row["errors"] == 0 for row in answer.data["languages"])
    assert not Path("output").exists()


def test_a_fault_in_one_language_counts_there(kaarten: Callable, team: Path) -> None:
    with (team / "team.yaml").open("a") as file:
        file.write('words: {en: {werkblad-1: {title: "{nonsense}"}}}\n')
    answer = kaarten("check", "oost", *ONLY, "--json")
    assert answer.code == 1
    assert [row["errors"] for row in answer.data["languages"]] == [0, 0, 1]
    assert answer.diagnostic("unknown-placeholder")["line"] == 10


def test_a_text_that_does_not_fit_is_found_without_a_pdf(kaarten: Callable, team: Path) -> None:
    with (team / "team.yaml").open("a") as file:
        file.write(f'words: {{nl: {{werkblad-1: {{title: "{"lange titel " * 60}"}}}}}}\n')
    answer = kaarten("check", "oost", *ONLY, "--lang", "nl", "--json")
    assert answer.code == 1
    faults = [item for item in answer.data["diagnostics"] if item["severity"] == "error"]
    assert ("oost/team.yaml", 10) in [(item["file"], item["line"]) for item in faults]
    assert not Path("output").exists()


@pytest.fixture
def translated(team: Path) -> Path:
    """A team with a line of its own in Dutch and in English."""
    for language, title in (("nl", "Ons werkblad"), ("en", "Our worksheet")):
        folder = team / "words" / language
        folder.mkdir(parents=True)
        (folder / "own.yaml").write_text(f"werkblad-1: {{title: {title}}}\n")
    return team


def stale(kaarten: Callable) -> list[str]:
    codes = kaarten("check", "oost", *ONLY, "--lang", "en", "--json").codes
    return [code for code in codes if code == "text-stale"]


def test_a_translation_is_stale_until_it_is_accepted(kaarten: Callable, translated: Path) -> None:
    assert kaarten("check", "oost", "--accept", "en").code == 0
    assert (translated / "words" / "en" / "accepted.yaml").is_file()
    assert stale(kaarten) == []
    (translated / "words" / "nl" / "own.yaml").write_text("werkblad-1: {title: Ons nieuwe werkblad}\n")
    assert stale(kaarten) == ["text-stale"]
    assert kaarten("check", "oost", "--accept", "en").code == 0
    assert stale(kaarten) == []


def test_accepting_for_a_team_leaves_the_base_alone(kaarten: Callable, translated: Path, root: Path) -> None:
    answer = kaarten("check", "oost", "--accept", "en", "--json")
    assert [item["file"] for item in answer.data["accepted"]] == ["oost/words/en/accepted.yaml"]
    assert answer.data["accepted"][0]["texts"] == 1


def test_accepting_writes_in_the_pack_that_a_text_belongs_to(kaarten: Callable, team: Path, root: Path) -> None:
    for language, title in (("nl", "Eigen kaart"), ("en", "A card of our own")):
        words = team / "packs" / "eigen" / "words" / language
        words.mkdir(parents=True)
        (words / "eigen.yaml").write_text(f"rolkaartjes: {{title: {title}}}\n")
    with (team / "team.yaml").open("a") as file:
        file.write("packs: [bijeenkomsten, eigen]\n")
    answer = kaarten("check", "oost", "--accept", "en", "--json")
    assert answer.data["accepted"] == [{"file": "oost/packs/eigen/words/en/accepted.yaml", "texts": 1}]


def test_without_a_team_base_and_packs_have_their_own_accounts(root: Path) -> None:
    pack = open_pack(Order(data_folder() / "anyone", every_pack=True), Report())
    packs = {f"packs/{folder.name}": folder for folder in (root / "content" / "packs").iterdir()}
    assert layer_folders(pack) == {"base": root / "content" / "base", **packs}
