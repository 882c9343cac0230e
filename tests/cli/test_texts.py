"""`kaarten texts` and `kaarten list`: what there is, and a file in which to reword it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


def test_the_materials_with_or_without_a_team(
    kaarten: Callable, team: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = kaarten("list", "oost", "--json").data["materials"]
    worksheet = next(row for row in rows if row["id"] == "werkblad-1")
    assert (worksheet["code"], worksheet["size"], worksheet["copies"]) == ("B02", "210 x 297 mm", 10)
    assert (worksheet["kind"], worksheet["meeting"]) == ("sheets", "1")
    everything = [row["id"] for row in kaarten("list", "--json").data["materials"]]
    assert [id for id in everything if id in {row["id"] for row in rows}] == [row["id"] for row in rows]
    assert "t-profielkaart" in everything  # of a pack that this team did not choose


def test_the_list_as_text_has_a_line_for_each(kaarten: Callable, team: Path) -> None:
    answer = kaarten("list", "oost")
    data = kaarten("list", "oost", "--json").data
    assert len(answer.out.splitlines()) == 1 + len(data["materials"]) + 2 + len(data["packs"])


def test_the_packs_are_told_with_what_is_in_them_and_which_were_chosen(kaarten: Callable, team: Path) -> None:
    with (team / "team.yaml").open("a") as file:
        file.write("packs: [bijeenkomsten, kennis]\n")
    packs = {pack["id"]: pack for pack in kaarten("list", "oost", "--lang", "en", "--json").data["packs"]}
    assert [id for id, pack in packs.items() if pack["chosen"]] == ["bijeenkomsten", "kennis"]
    assert packs["bijeenkomsten"]["meetings"] == ["Meeting 1", "Meeting 2"]
    assert (packs["kennis"]["materials"], packs["kennis"]["meetings"]) == (4, [])
    assert all(pack["purpose"].endswith(".") for pack in packs.values())
    assert not any(pack["chosen"] for pack in kaarten("list", "--json").data["packs"])
    assert "packs" not in kaarten("list", "oost", "--only", "flyer", "--json").data


def test_a_part_of_the_list_speaks_the_language_of_the_user(kaarten: Callable, team: Path) -> None:
    part = ("list", "oost", "--meeting", "2", "--only", "dialoogkaarten")
    assert [row["id"] for row in kaarten(*part, "--json").data["materials"]] == ["dialoogkaarten"]
    dutch, english = (kaarten(*part, "--ui", language).out.splitlines()[1].split() for language in ("nl", "en"))
    assert ("kaarten" in dutch, "cards" in english) == (True, True)
    assert ("cards" in dutch, "kaarten" in english) == (False, False)


def test_texts_are_shown_as_they_are_printed(kaarten: Callable, team: Path) -> None:
    texts = kaarten("texts", "werkblad-1", "oost", "--json").data["texts"]
    assert "werkblad-1.title" in texts
    assert all(name.startswith("werkblad-1.") for name in texts)
    assert not any("{" in text for text in texts.values())


def test_texts_in_another_language(kaarten: Callable, team: Path) -> None:
    dutch, english = (
        kaarten("texts", "werkblad-1", "oost", "--lang", language, "--json").data["texts"] for language in ("nl", "en")
    )
    assert dutch.keys() == english.keys()
    assert dutch["werkblad-1.title"] != english["werkblad-1.title"]


def test_words_that_materials_share_can_be_shown_too(kaarten: Callable, team: Path) -> None:
    assert "labels.topic" in kaarten("texts", "labels", "oost", "--json").data["texts"]


def test_the_file_to_edit_changes_nothing_until_a_line_is_freed(kaarten: Callable, team: Path) -> None:
    before = kaarten("texts", "werkblad-1", "oost", "--json").data["texts"]
    assert kaarten("texts", "werkblad-1", "oost", "--edit").code == 0
    file = team / "words" / "nl" / "werkblad-1.yaml"
    after = kaarten("texts", "werkblad-1", "oost", "--json")
    assert (after.data["texts"], after.codes) == (before, [])
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("#title: ", "title: Ons ", 1), encoding="utf-8")
    changed = kaarten("texts", "werkblad-1", "oost", "--json").data["texts"]
    assert changed == {**before, "werkblad-1.title": f"Ons {before['werkblad-1.title']}"}


@pytest.mark.parametrize("material", ["werkblad-1", "dialoogkaarten", "flyer", "labels", "domains", "credits"])
def test_all_lines_freed_say_what_the_base_says(kaarten: Callable, team: Path, material: str) -> None:
    before = kaarten("texts", material, "oost", "--json").data["texts"]
    kaarten("texts", material, "oost", "--edit")
    file = team / "words" / "nl" / f"{material}.yaml"
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ")
    freed = "\n".join(line.replace("#", "", 1) if line.lstrip().startswith("#") else line for line in lines)
    file.write_text(freed + "\n", encoding="utf-8")
    after = kaarten("texts", material, "oost", "--json")
    assert (after.data["texts"], after.codes) == (before, [])


def test_a_file_that_is_there_is_left_alone(kaarten: Callable, team: Path) -> None:
    kaarten("texts", "werkblad-1", "oost", "--edit")
    file = team / "words" / "nl" / "werkblad-1.yaml"
    file.write_text("werkblad-1: {title: Van ons}\n")
    answer = kaarten("texts", "werkblad-1", "oost", "--edit", "--json")
    assert (answer.code, answer.codes) == (1, ["words-there-already"])
    assert file.read_text() == "werkblad-1: {title: Van ons}\n"


def test_editing_needs_a_team(kaarten: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = kaarten("texts", "werkblad-1", "--edit", "--json")
    assert (answer.code, answer.codes) == (2, ["no-team-here"])
