"""A new team: files that work as they stand, and whose every waiting key is a real one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kaarten.brand.model import brand_file
from kaarten.diagnostics import Report
from kaarten.source.files import Root
from kaarten.source.reader import read_yaml
from tests.workbooks import workbook

WAITING = re.compile(r"^(\s*)#((?: *[a-z\d][\w-]*:| +- ).*)$", re.MULTILINE)
"""A key right behind a `#`: taking away the `#` is all there is to do. Remarks start with a space and a capital."""


@pytest.fixture(autouse=True)
def _stand_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_team_can_be_printed_as_it_stands(kaarten: Callable, language: str) -> None:
    assert kaarten("new", "buurtploeg-zuid", "--lang", language).code == 0
    answer = kaarten("build", "buurtploeg-zuid", "--only", "werkblad-1", "--json")
    assert answer.code == 0, answer.out
    assert answer.data["packs"][0]["language"] == language
    assert "Buurtploeg Zuid" in Path("buurtploeg-zuid/team.yaml").read_text(encoding="utf-8")


def free_all_lines(file: Path) -> None:
    first, _, text = file.read_text(encoding="utf-8").partition("\n")
    assert first.startswith("# yaml-language-server")
    freed, count = WAITING.subn(r"\1\2", text)
    assert count > 15
    file.write_text(freed, encoding="utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_that_waits_in_team_yaml_is_a_real_one(kaarten: Callable, language: str) -> None:
    kaarten("new", "zuid", "--lang", language)
    file = Path("zuid/team.yaml")
    free_all_lines(file)
    answer = kaarten("list", "zuid", "--json")
    assert (answer.code, answer.codes) == (0, []), answer.out


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_ways_to_give_names_are_real_ones(kaarten: Callable, language: str) -> None:
    kaarten("new", "zuid", "--lang", language)
    file = Path("zuid/team.yaml")
    text = file.read_text(encoding="utf-8")
    ways = re.findall(r"^#.*: participants: (.*)$", text, re.MULTILINE)
    assert len(ways) == 2
    Path("zuid", ways[1]).write_bytes(workbook([["Naam"], ["Noor Voorbeeld"], ["Karim Voorbeeld"]]))
    for way in ways:
        file.write_text(text.replace("participants: 12", f"participants: {way}"), encoding="utf-8")
        answer = kaarten("build", "zuid", "--only", "presentielijst-1", "--dry-run", "--json")
        assert (answer.code, answer.codes) == (0, []), answer.out


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_that_waits_in_the_brand_is_a_real_one(kaarten: Callable, language: str) -> None:
    kaarten("new", "zuid", "--lang", language)
    file = Path("zuid/_brand.yml")
    free_all_lines(file)
    report = Report()
    brand = brand_file(read_yaml(Root(Path("zuid")), "_brand.yml", report), report)
    assert [diagnostic.code for diagnostic in report] == []
    assert brand is not None
    assert brand.typography.fonts[0].files[1].weight == 700
    assert brand.defaults.kaarten.minimum_height == 8


@pytest.mark.parametrize(("name", "kind"), [("team.yaml", "team"), ("_brand.yml", "brand")])
def test_each_file_points_at_a_schema_that_knows_its_keys(kaarten: Callable, name: str, kind: str) -> None:
    kaarten("new", "zuid")
    first = (Path("zuid") / name).read_text(encoding="utf-8").splitlines()[0]
    schema = Path("zuid") / first.removeprefix("# yaml-language-server: $schema=")
    assert schema.read_text(encoding="utf-8") == kaarten("schema", kind).out
    known = json.loads(schema.read_text(encoding="utf-8"))["properties"]
    report = Report()
    assert set(read_yaml(Root(Path("zuid")), name, report).entries) <= set(known)
    assert all(entry.get("description") for entry in known.values())


def test_nothing_is_overwritten(kaarten: Callable) -> None:
    Path("zuid").mkdir()
    Path("zuid/_brand.yml").write_text("mine")
    answer = kaarten("new", "zuid", "--json")
    assert (answer.code, answer.codes) == (1, ["team-there-already"])
    assert answer.diagnostic("team-there-already")["file"] == "zuid/_brand.yml"
    assert [path.name for path in Path("zuid").iterdir()] == ["_brand.yml"]
    assert Path("zuid/_brand.yml").read_text() == "mine"


def test_a_file_in_the_way_is_said(kaarten: Callable) -> None:
    Path("zuid").write_text("mine")
    answer = kaarten("new", "zuid", "--json")
    assert (answer.code, answer.codes) == (1, ["file-in-the-way"])


@pytest.mark.parametrize(
    ("words", "language"), [([], "nl"), (["--ui", "en"], "en"), (["--ui", "en", "--lang", "nl"], "nl")]
)
def test_the_remarks_are_dutch_unless_another_language_is_asked_for(
    kaarten: Callable, monkeypatch: pytest.MonkeyPatch, words: list[str], language: str
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    kaarten("new", "zuid", *words)
    assert f"\nlanguage: {language}\n" in Path("zuid/team.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["zuid: 'een' #1", 'de "bocht"', "é-team", "9"])
def test_any_name_of_a_folder_gives_a_file_that_can_be_read(kaarten: Callable, folder: str) -> None:
    assert kaarten("new", folder).code == 0
    answer = kaarten("list", folder, "--json")
    assert (answer.code, answer.codes) == (0, []), answer.out
