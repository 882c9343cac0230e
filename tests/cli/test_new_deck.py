"""A new deck: an example that prints as it stands, and the cards of a table, whatever wrote it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kaarten.diagnostics import Report
from kaarten.source.files import Root
from kaarten.source.nodes import Scalar, Sequence
from kaarten.source.reader import read_yaml
from tests.workbooks import workbook

ROWS = [
    ["Vraag", "Doorvragen", "Thema", "Soort", "Link"],
    ['Wat: "echt" ga je doen?', "Wie helpt? # niemand", "Samen leren", "vraag", "https://example.org/a"],
    ["- Waarom niet?", "", "samen leren", "", ""],
    ["{het_team} doet wat?", "", "", "", ""],
]


@pytest.fixture(autouse=True)
def _stand_beside_a_team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("zuid").mkdir()
    Path("zuid/team.yaml").write_text("name: Zuid\n", encoding="utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_deck_can_be_printed_as_it_stands(kaarten: Callable, language: str) -> None:
    assert kaarten("new", "deck", "mijn-vragen", "--team", "zuid", "--lang", language).code == 0
    answer = kaarten("build", "zuid", "--lang", language, "--only", "mijn-vragen", "--json")
    assert (answer.code, answer.codes) == (0, []), answer.out


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_cards_of_a_table_come_out_as_they_were(kaarten: Callable, kind: str) -> None:
    if kind == "xlsx":
        Path("vragen.xlsx").write_bytes(workbook(ROWS))
    else:
        quoted = (";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in ROWS)
        Path("vragen.csv").write_text("\r\n".join(quoted), encoding="utf-8-sig", newline="")
    answer = kaarten("new", "deck", "mijn-vragen", "--team", "zuid", "--from", f"vragen.{kind}")
    assert answer.code == 0, answer.out
    report = Report()
    deck = read_yaml(Root(Path("zuid/decks")), "mijn-vragen.yaml", report)
    cards = deck.get("cards")
    assert isinstance(cards, Sequence)
    found = [{key: node.text for key, node in card if isinstance(node, Scalar)} for card in cards.items]  # type: ignore[union-attr]
    assert found == [
        {
            "front": ROWS[1][0],
            "back": ROWS[1][1],
            "group": "samen-leren",
            "kind": "vraag",
            "qr": "https://example.org/a",
        },
        {"front": ROWS[2][0], "group": "samen-leren"},
        {"front": ROWS[3][0]},
    ]
    built = kaarten("build", "zuid", "--only", "mijn-vragen", "--json")
    assert (built.code, built.codes) == (0, []), built.out


@pytest.mark.parametrize(
    ("stated", "asked", "word"),
    [("", [], "Wat"), ("language: en\n", [], "What"), ("language: nl-formal\n", ["--ui", "en"], "Wat"),
     ("", ["--ui", "en"], "What"), ("language: en\n", ["--lang", "nl"], "Wat")],
)  # fmt: skip
def test_an_example_is_in_the_language_of_its_team(kaarten: Callable, stated: str, asked: list[str], word: str) -> None:
    Path("zuid/team.yaml").write_text(f"name: Zuid\n{stated}", encoding="utf-8")
    assert kaarten("new", "deck", "mijn-vragen", "--team", "zuid", *asked).code == 0
    text = Path("zuid/decks/mijn-vragen.yaml").read_text(encoding="utf-8")
    assert ("language: en" in text) == (word == "What")


@pytest.mark.parametrize("language", ["nl", "en", "nl-formal"])
def test_cards_taken_over_are_in_the_language_of_their_team(kaarten: Callable, language: str) -> None:
    """Whatever language the user reads."""
    Path("zuid/team.yaml").write_text(f"name: Zuid\nlanguage: {language}\n", encoding="utf-8")
    Path("vragen.csv").write_text("Front,Group\nWhat?,Work\n", encoding="utf-8")
    answer = kaarten("new", "deck", "mijn-vragen", "--team", "zuid", "--from", "vragen.csv")
    assert "vragen.csv: 1" in answer.out
    assert kaarten("build", "zuid", "--only", "mijn-vragen", "--dry-run", "--json").codes == []


@pytest.mark.parametrize("table", [False, True])
def test_an_editor_finds_the_schema_of_a_new_deck(kaarten: Callable, table: bool) -> None:
    Path("vragen.csv").write_text("Voorkant\nWat?\n", encoding="utf-8")
    more = ["--from", "vragen.csv"] if table else []
    assert kaarten("new", "deck", "mijn-vragen", "--team", "zuid", *more).code == 0
    first = Path("zuid/decks/mijn-vragen.yaml").read_text(encoding="utf-8").splitlines()[0]
    stated = Path("zuid/decks") / first.removeprefix("# yaml-language-server: $schema=")
    assert stated.read_text(encoding="utf-8") == kaarten("schema", "deck").out
    assert kaarten("new", "deck", "andere-vragen", "--team", "zuid", *more).code == 0


def test_a_table_stays_the_source(kaarten: Callable) -> None:
    Path("zuid/decks").mkdir()
    Path("zuid/decks/mijn-vragen.yaml").write_text("title: Vragen\ncards: {file: vragen.csv}\n", encoding="utf-8")
    seen: list[bytes] = []
    for text in ("Wat?", "Waarom?"):
        Path("zuid/decks/vragen.csv").write_text(f"Voorkant\n{text}\n", encoding="utf-8")
        answer = kaarten("build", "zuid", "--only", "mijn-vragen", "--json")
        assert answer.code == 0, answer.out
        (file,) = Path("output").rglob("*-mijn-vragen-kaarten.pdf")
        seen.append(file.read_bytes())
    assert seen[0] != seen[1]


def test_help_names_the_deck(kaarten: Callable) -> None:
    assert "kaarten new deck my-questions" in kaarten("new", "--help").out
