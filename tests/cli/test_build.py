"""What `kaarten build` tells: the table, what was done and why, as text and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest

ONLY = ("--only", "werkblad-1")
FOLDER = "output/oost/nl/only/werkblad-1"
RUN, READING, ARCHIVE = FILES = ("01-werkblad-1.pdf", "bijeenkomst-1.pdf", "oost-nl-werkblad-1.zip")


def reasons(answer) -> dict[str, list[str]]:
    (pack,) = answer.data["packs"]
    return {file["name"]: [reason["kind"] for reason in file["reasons"]] for file in pack["files"]}


def test_the_table_has_what_a_printer_needs(kaarten: Callable, team: Path) -> None:
    (pack,) = kaarten("build", "oost", *ONLY, "--json").data["packs"]
    assert pack["folder"] == FOLDER
    assert (pack["team"], pack["language"]) == ("oost", "nl")
    run, reading, archive = pack["files"]
    assert run["name"] == RUN
    assert (run["sheets"], run["sides"], run["copies"], run["pages"]) == (1, 2, 10, 2)
    assert run["paper"]
    assert (reading["name"], reading["pages"], reading["sheets"]) == (READING, 2, 0)
    assert (archive["name"], archive["pages"], archive["sheets"]) == (ARCHIVE, 0, 0)
    assert sorted(path.name for path in Path(FOLDER).glob("[!.]*.*[!n]")) == list(FILES)


def test_the_table_as_text_has_a_line_for_each_file(kaarten: Callable, team: Path) -> None:
    lines = kaarten("build", "oost", *ONLY, "--ui", "en").out.splitlines()
    assert lines[1].split() == ["File", "Sheets", "Paper", "Sides", "Print", "What", "was", "done"]
    assert lines[2].startswith("01-werkblad-1.pdf ")
    assert lines[2].rstrip().endswith("new")
    assert [line.split()[0] for line in lines[3:5]] == [READING, ARCHIVE]


def test_a_second_run_makes_nothing_and_says_so(kaarten: Callable, team: Path) -> None:
    kaarten("build", "oost", *ONLY)
    assert reasons(kaarten("build", "oost", *ONLY, "--json")) == {name: [] for name in FILES}


def test_what_changed_is_named(kaarten: Callable, team: Path) -> None:
    kaarten("build", "oost", *ONLY)
    text = (team / "team.yaml").read_text()
    (team / "team.yaml").write_text(text.replace("2027-03-02", "2027-03-09"))
    found = reasons(kaarten("build", "oost", *ONLY, "--json"))["01-werkblad-1.pdf"]
    assert "meetings" in found
    assert "brand" not in found


@pytest.mark.parametrize(("harm", "kind"), [("unlink", "missing"), ("touch", "altered")])
def test_a_lost_or_altered_file_is_made_again(kaarten: Callable, team: Path, harm: str, kind: str) -> None:
    kaarten("build", "oost", *ONLY)
    file = Path(FOLDER) / "01-werkblad-1.pdf"
    whole = file.read_bytes()
    if harm == "unlink":
        file.unlink()
    else:
        file.write_bytes(whole + b"x")
    answer = kaarten("build", "oost", *ONLY, "--json")
    assert reasons(answer) == {RUN: [kind], READING: [], ARCHIVE: []}
    assert file.read_bytes() == whole


def test_a_dry_run_tells_and_writes_nothing(kaarten: Callable, team: Path) -> None:
    answer = kaarten("build", "oost", *ONLY, "--dry-run", "--json")
    assert reasons(answer) == {name: ["new"] for name in FILES}
    assert not any(file["made"] for file in answer.data["packs"][0]["files"])
    assert not Path("output").exists()
    kaarten("build", "oost", *ONLY)
    assert reasons(kaarten("build", "oost", *ONLY, "--dry-run", "--json"))["01-werkblad-1.pdf"] == []


def test_participants_may_differ_this_once(kaarten: Callable, team: Path) -> None:
    kaarten("build", "oost", *ONLY)
    answer = kaarten("build", "oost", *ONLY, "--participants", "20", "--json")
    assert answer.data["packs"][0]["files"][0]["copies"] == 22
    assert "people" in reasons(answer)["01-werkblad-1.pdf"]


LABELS = ("--only", "naamstickers")


def test_a_half_used_sheet_of_labels_makes_its_run_again(kaarten: Callable, team: Path) -> None:
    """11 stickers fit from label 11 of 21 on, not from label 12."""
    run, reading, archive = "01-naamstickers.pdf", "bijeenkomst-1.pdf", "oost-nl-naamstickers.zip"
    with (team / "team.yaml").open("a", encoding="utf-8") as file:
        file.write("materials: {naamstickers: {content: {each_meeting: no}}}\n")
    kaarten("build", "oost", *LABELS)
    answer = kaarten("build", "oost", *LABELS, "--start-at", "11", "--dry-run", "--json")
    assert reasons(answer) == {run: ["start"], reading: [], archive: ["start"]}
    assert answer.codes == ["half-used-sheet"]
    answer = kaarten("build", "oost", *LABELS, "--start-at", "11", "--json")
    assert reasons(answer) == {run: ["start"], reading: [], archive: ["start"]}
    assert answer.data["packs"][0]["files"][0]["sheets"] == 1
    answer = kaarten("build", "oost", *LABELS, "--start-at", "12", "--json")
    assert reasons(answer)[run] == ["start"]
    assert answer.data["packs"][0]["files"][0]["sheets"] == 2
    again = kaarten("build", "oost", *LABELS, "--start-at", "12", "--json")
    assert reasons(again) == {run: [], reading: [], archive: []}
    assert reasons(kaarten("build", "oost", *LABELS, "--json"))[run] == ["start"]


def test_the_sheet_of_the_run_decides_what_can_be_its_first_label(kaarten: Callable, team: Path) -> None:
    """A sheet of name stickers has 21 labels, one of dots 234: both are asked for here."""
    both = (*LABELS, "--only", "keuzestickers", "--dry-run", "--json")
    assert kaarten("build", "oost", *both, "--start-at", "21").code == 0
    answer = kaarten("build", "oost", *both, "--start-at", "22")
    assert (answer.code, answer.codes) == (2, ["start-at-over-sheet"])
    assert kaarten("build", "oost", *both[2:], "--start-at", "234").code == 0


def test_what_is_not_printed_on_labels_has_no_first_label(kaarten: Callable, team: Path) -> None:
    answer = kaarten("preview", "oost", *ONLY, "--start-at", "2", "--json")
    assert (answer.code, answer.codes) == (2, ["start-at-without-labels"])


def test_a_material_of_which_none_is_needed_says_so_when_it_is_asked_for(kaarten: Callable, team: Path) -> None:
    answer = kaarten("build", "oost", "--only", "kennisstickers-algemeen", "--json")
    assert (answer.code, answer.codes, reasons(answer)) == (0, ["none-needed"], {})
    assert kaarten("build", "oost", *LABELS, "--json").codes == []


def test_a_changed_file_of_people_makes_files_again(kaarten: Callable, team: Path) -> None:
    (team / "team.yaml").write_text("name: Oost\nparticipants: d.csv\n")
    (team / "d.csv").write_text("Naam;Functie\nNoor Voorbeeld;coach\n")
    kaarten("build", "oost", "--only", "deelnemerslijst")
    unchanged = kaarten("build", "oost", "--only", "deelnemerslijst", "--json")
    assert set(map(tuple, reasons(unchanged).values())) == {()}
    (team / "d.csv").write_text("Functie,Naam\ncoach,Noor Voorbeeld\n")
    moved = kaarten("build", "oost", "--only", "deelnemerslijst", "--json")
    assert set(map(tuple, reasons(moved).values())) == {()}
    (team / "d.csv").write_text("Naam;Functie\nEls Voorbeeld;coach\n")
    changed = kaarten("build", "oost", "--only", "deelnemerslijst", "--json")
    assert set(map(tuple, reasons(changed).values())) == {("names",)}


def test_fewer_participants_than_names_are_the_first_and_that_is_said(kaarten: Callable, team: Path) -> None:
    (team / "team.yaml").write_text("name: Oost\nparticipants: [Noor, Els, Wim]\n")
    answer = kaarten("build", "oost", "--only", "deelnemerslijst", "--participants", "2", "--json")
    assert (answer.code, answer.codes) == (0, ["fewer-than-names"])
    more = kaarten("build", "oost", "--only", "deelnemerslijst", "--participants", "30", "--json")
    assert (more.code, more.codes) == (0, [])
    assert more.data["packs"][0]["files"][0]["sheets"] == 2


def test_another_brand_may_be_used_this_once(kaarten: Callable, team: Path) -> None:
    Path("ander.yml").write_text('color: {primary: "#003366"}\n')
    kaarten("build", "oost", *ONLY)
    assert "brand" in reasons(kaarten("build", "oost", *ONLY, "--brand", "ander.yml", "--json"))["01-werkblad-1.pdf"]


def test_a_fault_in_that_brand_is_at_its_own_line(kaarten: Callable, team: Path) -> None:
    Path("ander.yml").write_text("color:\n  primary: paarsig\n")
    answer = kaarten("build", "oost", *ONLY, "--brand", "ander.yml", "--json")
    assert answer.code == 1
    assert [(item["file"], item["line"]) for item in answer.data["diagnostics"]] == [("ander.yml", 2)]


def test_the_brand_beside_the_team_is_found(kaarten: Callable, team: Path) -> None:
    (team / "_brand.yml").write_text("color:\n  primary: paarsig\n")
    answer = kaarten("build", "oost", *ONLY, "--json")
    assert [(item["file"], item["line"]) for item in answer.data["diagnostics"]] == [("oost/_brand.yml", 2)]


def test_languages_each_once_in_the_order_asked_for(kaarten: Callable, team: Path) -> None:
    answer = kaarten("build", "oost", *ONLY, "--lang", "en", "--lang", "nl", "--lang", "en", "--json")
    assert [pack["language"] for pack in answer.data["packs"]] == ["en", "nl"]
    assert Path("output/oost/en/only/werkblad-1/meeting-1.pdf").is_file()


def test_all_languages(kaarten: Callable, team: Path) -> None:
    answer = kaarten("build", "oost", *ONLY, "--lang", "all", "--dry-run", "--json")
    assert [pack["language"] for pack in answer.data["packs"]] == ["nl", "nl-formal", "en"]


def test_the_folder_one_stands_in_is_the_team(kaarten: Callable, team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(team)
    assert kaarten("build", *ONLY).code == 0
    assert (team / FOLDER).is_dir()
    assert kaarten("build", "team.yaml", *ONLY, "-o", "../elders").code == 0
    assert (team.parent / "elders" / "oost" / "nl").is_dir()


def test_the_result_is_opened_when_asked(kaarten: Callable, team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    kaarten("build", "oost", *ONLY)
    assert opened == []
    kaarten("build", "oost", *ONLY, "--open")
    assert opened == [FOLDER]


def test_a_material_taken_out_takes_its_file_along(kaarten: Callable, team: Path) -> None:
    text = (team / "team.yaml").read_text()
    ids = [row["id"] for row in kaarten("list", "oost", "--json").data["materials"]]

    def keep(*kept: str) -> None:
        dropped = ", ".join(f"{name}: {{drop: yes}}" for name in ids if name not in kept)
        (team / "team.yaml").write_text(f"{text}materials: {{{dropped}}}\n")

    keep("werkblad-1", "bronnen")
    assert len(reasons(kaarten("build", "oost", "--json"))) == 6
    keep("werkblad-1")
    answer = kaarten("build", "oost", "--json")
    assert answer.data["packs"][0]["removed"] == ["02-bronnen.pdf"]
    assert sorted(path.name for path in Path("output/oost/nl").glob("*.pdf")) == [
        "01-werkblad-1.pdf",
        "bijeenkomst-1.pdf",
    ]
