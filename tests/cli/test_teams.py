"""Several teams in one command: which, what is told of them, and what a fault in one means for the others."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from kaarten import pipeline
from kaarten.cli.faults import UsageFaultError
from kaarten.cli.teams import team_folders
from kaarten.diagnostics import Diagnostic, KaartenError, Mark, Severity
from kaarten.geometry import Size
from kaarten.text import Count, Text

ONLY = ("--only", "werkblad-1", "--jobs", "1")


def write_team(folder: Path, more: str = "") -> Path:
    folder.mkdir(parents=True)
    (folder / "team.yaml").write_text(f"name: {folder.name.title()}\n{more}", encoding="utf-8")
    return folder


@pytest.fixture
def several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `teams` with three teams, one of them deep inside; the user stands beside it."""
    monkeypatch.chdir(tmp_path)
    for name in ("zuid", "academie/wijken/west", "oost"):
        write_team(tmp_path / "teams" / name)
    (tmp_path / "teams" / "academie" / "kaarten.yaml").write_text("name: Academie\n", encoding="utf-8")
    return tmp_path / "teams"


# ---- which teams


def test_a_folder_stands_for_all_teams_below_it(several: Path) -> None:
    write_team(several / ".prullenbak" / "weg")
    write_team(several / "oost" / "oud")
    (several / "leeg").mkdir()
    assert team_folders(["teams"]) == [Path("teams/academie/wijken/west"), Path("teams/oost"), Path("teams/zuid")]


def test_teams_may_be_named_and_come_in_that_order_each_once(several: Path) -> None:
    found = team_folders(["teams/zuid", "teams/oost/team.yaml", "teams/../teams", "teams/zuid/"])
    assert [place.resolve().name for place in found] == ["zuid", "oost", "west"]


def test_a_link_to_a_team_is_followed_and_a_circle_is_not(several: Path) -> None:
    write_team(several.parent / "elders" / "noord")
    (several / "noord").symlink_to(several.parent / "elders" / "noord")
    (several / "rond").symlink_to(several)
    assert [place.name for place in team_folders(["teams"])] == ["west", "noord", "oost", "zuid"]


@pytest.mark.parametrize("name", ["Oost", "oost"])
def test_two_teams_of_one_name_are_refused(several: Path, name: str) -> None:
    write_team(several / "stad" / name)
    with pytest.raises(UsageFaultError) as error:
        team_folders(["teams"])
    details = error.value.diagnostic.details
    assert {str(details["one"]), str(details["other"])} == {"teams/oost", f"teams/stad/{name}"}


def test_a_folder_that_may_not_be_read_is_a_fault(several: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(KaartenError) as error:
        team_folders(["teams"])
    assert [(fault.code, fault.mark.file) for fault in error.value.diagnostics] == [("file-unreadable", "teams")]


def test_one_team_in_a_folder_is_told_as_one(kaarten: Callable, team: Path) -> None:
    alone = kaarten("build", ".", *ONLY)
    assert alone.code == 0
    assert alone.out == kaarten("build", "oost", *ONLY, "-o", "elders").out.replace("elders/", "output/")


# ---- what is told


def test_a_line_for_each_team_and_a_table_of_all(kaarten: Callable, several: Path) -> None:
    answer = kaarten("build", "teams", *ONLY, "--ui", "en")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert [line.split(":")[0] for line in lines[:3]] == [
        f"output/{name}/nl/only/werkblad-1" for name in ("west", "oost", "zuid")
    ]
    assert [line.split() for line in lines[3:7]] == [
        ["Team", "Language", "Made", "Up", "to", "date", "Errors"],
        *([name, "nl", "3", "0", "0"] for name in ("west", "oost", "zuid")),
    ]
    assert lines[7:] == ["Paper needed: 42 × gewoon papier A4.", "Ready: 3 of 3 teams."]


def test_the_same_as_data(kaarten: Callable, several: Path) -> None:
    data = kaarten("build", "teams", *ONLY, "--lang", "nl", "--lang", "en", "--json").data
    assert [(pack["team"], pack["language"], pack["made"]) for pack in data["packs"]] == [
        (team, language, True) for team in ("west", "oost", "zuid") for language in ("nl", "en")
    ]
    assert (data["ready"], data["missed"], data["exit"]) == (3, [], 0)
    assert sum(data["papers"].values()) == 3 * 2 * 14


def test_what_is_up_to_date_is_not_made_again(
    kaarten: Callable, several: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaarten("build", "teams", *ONLY)
    with (several / "oost" / "team.yaml").open("a") as file:
        file.write("participants: 3\n")
    composed: list[str] = []
    real = pipeline.compose
    monkeypatch.setattr(pipeline, "compose", lambda job, *more: composed.append(job.team_id) or real(job, *more))
    data = kaarten("build", "teams", *ONLY, "--json").data
    assert set(composed) == {"oost"}
    assert [pack["team"] for pack in data["packs"] if any(file["made"] for file in pack["files"])] == ["oost"]


def test_a_dry_run_writes_nothing(kaarten: Callable, several: Path) -> None:
    data = kaarten("build", "teams", *ONLY, "--dry-run", "--json").data
    assert [pack["made"] for pack in data["packs"]] == [False] * 3
    assert data["ready"] == 3
    assert not Path("output").exists()


def test_a_file_that_goes_is_named(kaarten: Callable, several: Path) -> None:
    part = ("--without", "posters", "--jobs", "1")
    write_team(several.parent / "noord")
    kaarten("build", "noord", "teams/oost", *part)
    with (several / "oost" / "team.yaml").open("a") as file:
        file.write("materials: {huiswerk: {drop: yes}}\n")
    answer = kaarten("build", "noord", "teams/oost", *part, "--ui", "en")
    assert "Removed output/oost/nl/only/without-posters/" in answer.out


def test_the_folder_of_the_results_is_opened(kaarten: Callable, several: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    kaarten("build", "teams", *ONLY, "--open", "--dry-run")
    kaarten("build", "teams", *ONLY, "--open", "-o", "elders")
    assert opened == ["elders"]


# ---- faults


def test_a_fault_is_told_with_its_line_and_the_others_are_made(kaarten: Callable, several: Path) -> None:
    (several / "oost" / "team.yaml").write_text("name: Oost\nlanguage: nl\nparticipents: 3\n", encoding="utf-8")
    answer = kaarten("build", "teams", *ONLY, "--ui", "en")
    assert answer.code == 3
    assert answer.err.splitlines()[:3] == [
        "teams/oost/team.yaml:3:1: error: unknown key `participents`",
        "  participents: 3",
        "  ^",
    ]
    assert "oost: not made; errors: 1" in answer.out.splitlines()
    assert "Ready: 2 of 3 teams." in answer.out
    assert sorted(path.name for path in Path("output").iterdir()) == ["west", "zuid"]


def test_a_language_that_fails_leaves_the_other_languages_of_the_team(kaarten: Callable, several: Path) -> None:
    with (several / "oost" / "team.yaml").open("a") as file:
        file.write('words: {en: {werkblad-1: {title: "{nonsense}"}}}\n')
    answer = kaarten("build", "teams", *ONLY, "--lang", "nl", "--lang", "en", "--ui", "en")
    assert answer.code == 3
    rows = [line.split() for line in answer.out.splitlines() if line.startswith("oost ")]
    assert rows[1:] == [["oost", "nl", "3", "0", "0"], ["oost", "en", "1"]]
    assert "Ready: 2 of 3 teams." in answer.out


@pytest.mark.parametrize(
    ("words", "code"), [(["--lang", "de"], 2), (["--only", "blad"], 2), (["--brand", "geen.yml"], 2)]
)
def test_what_no_team_can_be_asked_is_told_once(kaarten: Callable, several: Path, words: list[str], code: int) -> None:
    answer = kaarten("build", "teams", "--jobs", "1", *words, "--json")
    assert (answer.code, len(answer.codes), answer.data["ready"]) == (code, 1, 0)
    assert not Path("output").exists()


def test_faults_can_come_from_another_process() -> None:
    """Their details may be texts, numbers and sizes that know their place."""
    mark = Mark("oost/team.yaml", 3, 1)
    details = {
        "text": Text("Dag", mark, "a.b"),
        "lines": Count(3, mark),
        "size": Size(1, 2),
        "known": ["a"],
        "at": mark,
    }
    sent = Diagnostic(Severity.ERROR, "text-too-long", mark, details)
    back = pickle.loads(pickle.dumps(sent))
    assert back == sent
    assert back.details["text"].mark == mark
