"""The name of a deck: everywhere it means the cards, the list and the poster, and each of these has a name too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kaarten.cli.completion import parts
from kaarten.diagnostics import Report
from kaarten.pipeline import Order, job_of, open_pack

PARTS = ["vragen-kaarten", "vragen-lijst", "vragen-poster"]
BLOCK = """\
packs: [bijeenkomsten]
agenda: {meetings: {1: {blocks: {M1-05: {needs: [%s, markers]}}}}}
"""


@pytest.fixture(autouse=True)
def _academy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An organisation with a deck, in Dutch, and a team of it."""
    monkeypatch.chdir(tmp_path)
    for folder in ("decks", "zuid"):
        Path(folder).mkdir()
    Path("kaarten.yaml").write_text("name: Academie\n", encoding="utf-8")
    Path("decks/vragen.yaml").write_text("title: Vragen\ncards: [Wat?, Waarom?]\n", encoding="utf-8")
    team("")


def team(text: str) -> None:
    Path("zuid/team.yaml").write_text(f"name: Zuid\n{text}", encoding="utf-8")


def made(answer: object) -> list[str]:
    """The materials in the files of a build."""
    data = answer.data  # type: ignore[attr-defined]
    return [id for pack in data["packs"] for file in pack["files"] for id in file["materials"] if file["sheets"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["--only", "vragen"], PARTS),
        (["--only", "vragen-lijst"], PARTS[1:2]),
        (["--only", "vragen", "--without", "vragen-poster"], PARTS[:2]),
    ],
)
def test_a_deck_is_made_by_its_name_and_a_part_by_its_own(
    kaarten: Callable, asked: list[str], expected: list[str]
) -> None:
    answer = kaarten("build", "zuid", *asked, "--dry-run", "--json")
    assert (answer.code, sorted(made(answer))) == (0, expected), answer.out


def test_a_list_of_materials_says_what_the_deck_is_called(kaarten: Callable) -> None:
    told = kaarten("list", "zuid", "--only", "vragen", "--json").data["materials"]
    assert [(row["id"], row["deck"]) for row in told] == [(id, "vragen") for id in PARTS]
    assert "--only vragen" in kaarten("list", "zuid").out
    assert "--only" not in kaarten("list", "zuid", "--without", "vragen").out


def test_a_word_that_was_begun_becomes_the_deck_or_a_part() -> None:
    found = parts("zuid", "vragen")
    assert found[found.index("vragen") :][:4] == ["vragen", *PARTS]


def test_a_slip_in_the_name_of_a_deck_is_met_with_that_name(kaarten: Callable) -> None:
    answer = kaarten("build", "zuid", "--only", "vrage", "--json")
    assert answer.codes == ["no-such-part"]
    assert "`vragen`" in kaarten("build", "zuid", "--only", "vrage").err


@pytest.mark.parametrize("name", ["vragen", *PARTS])
def test_the_texts_of_a_deck_and_of_each_part_are_those_of_the_deck(kaarten: Callable, name: str) -> None:
    texts = kaarten("texts", name, "zuid", "--json").data["texts"]
    assert texts["vragen.cards.2.front"] == "Waarom?"


@pytest.mark.parametrize("name", ["vragen", "vragen-poster"])
def test_texts_to_reword_are_written_under_the_deck(kaarten: Callable, name: str) -> None:
    assert kaarten("texts", name, "zuid", "--edit").code == 0
    file = Path("zuid/words/nl/vragen.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace("#front: Waarom?", "front: Waartoe?"), encoding="utf-8")
    texts = kaarten("texts", "vragen", "zuid", "--json").data["texts"]
    assert texts["vragen.cards.2.front"] == "Waartoe?"


def test_a_team_that_drops_a_deck_drops_all_of_it(kaarten: Callable) -> None:
    team("materials: {vragen: {drop: yes}}\n")
    ids = [row["id"] for row in kaarten("list", "zuid", "--json").data["materials"]]
    assert not set(PARTS) & set(ids)
    team("materials: {vragen-poster: {drop: yes}}\n")
    ids = [row["id"] for row in kaarten("list", "zuid", "--json").data["materials"]]
    assert set(PARTS) & set(ids) == set(PARTS[:2])


@pytest.mark.parametrize(("named", "needed"), [("vragen", PARTS), ("vragen-kaarten, vragen", PARTS)])
def test_a_block_that_needs_a_deck_needs_its_parts_by_their_titles(named: str, needed: list[str]) -> None:
    team(BLOCK % named)
    report = Report()
    job = job_of(open_pack(Order(Path("zuid")), report), "nl", report)
    (block,) = [block for block in job.meetings["1"].blocks if block.id == "M1-05"]  # type: ignore[index]
    assert list(map(str, block.needs)) == [*needed, "markers"]
    assert [str(job.needs[id].name) for id in needed] == ["Vragen", "Vragen: lijst", "Vragen: poster"]


def test_a_block_that_needs_a_dropped_deck_goes_without() -> None:
    team(BLOCK % "vragen" + "materials: {vragen: {drop: yes}}\n")
    report = Report()
    job_of(open_pack(Order(Path("zuid")), report), "nl", report)
    assert [d.details["material"] for d in report if d.code == "need-not-in-pack"] == ["vragen"]


@pytest.mark.parametrize("name", ["vragen", "vragen-lijst"])
def test_a_part_in_another_language_is_told_too(kaarten: Callable, name: str) -> None:
    answer = kaarten("build", "zuid", "--lang", "en", "--only", name, "--dry-run", "--json")
    assert answer.codes == ["deck-in-other-language"]
