"""Layers as they stand in their folders: what is read, what is refused, and the digest of every file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kaarten.diagnostics import Report
from kaarten.model.layers import Layers, load_layers
from kaarten.source.files import Root, project_root
from kaarten.source.nodes import Mapping
from tests.model.nodes import told

BASE = {
    "base/a.yaml": "materials: {kaart: {layout: card}}\n",
    "base/materials/b.yaml": "materials: {blad: {layout: sheet}}\n",
    "base/words/nl/a.yaml": "kaart: {title: Kaart}\n",
    "base/words/nl/b.yaml": "blad: {title: Blad}\n",
    "base/words/en/a.yaml": "kaart: {title: Card}\n",
    "base/words/en/accepted.yaml": "kaart.title: 0a1b2c3d\n",
}


def load(folder: Path, files: dict[str, str], team: str = "org/teams/oost") -> tuple[Layers | None, Report]:
    for name, text in {**BASE, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    report = Report()
    root = project_root(folder / team)
    return load_layers(Root(folder), root, (folder / team).resolve(), report), report


def loaded(folder: Path, files: dict[str, str], team: str = "org/teams/oost") -> Layers:
    layers, report = load(folder, files, team)
    assert told(report) == []
    assert layers is not None
    return layers


def keys(node: object, *path: str) -> list[str]:
    for key in path:
        assert isinstance(node, Mapping)
        node = node.get(key)
    assert isinstance(node, Mapping)
    return list(node.entries)


TEAM = {"org/teams/oost/team.yaml": "name: Oost\n"}


def test_structure_words_and_accepted_texts_of_a_layer(tmp_path: Path):
    base = loaded(tmp_path, TEAM).layers[0]
    assert keys(base.structure, "materials") == ["kaart", "blad"]
    assert (keys(base.words), keys(base.words, "nl")) == (["en", "nl"], ["kaart", "blad"])
    assert keys(base.words, "en") == ["kaart"]
    assert keys(base.accepted, "en") == ["kaart.title"]


def test_facts_of_a_team_and_their_defaults(tmp_path: Path):
    layers = loaded(
        tmp_path, {"org/teams/oost/team.yaml": "name: Oost\nparticipants: 9\nmeetings: {1: {start: 9.30}}\n"}
    )
    assert (layers.team.name, layers.team.participants, layers.team.facilitators) == ("Oost", 9, 2)
    assert (layers.team_id, layers.language, [layer.name for layer in layers.layers]) == (
        "oost",
        "nl",
        ["base", "team"],
    )


def test_sections_and_words_may_stand_in_the_file_of_the_team(tmp_path: Path):
    files = {
        "org/teams/oost/team.yaml": "name: Oost\nmaterials: {kaart: {copies: 2}}\nwords: {nl: {kaart: {title: X}}}\n",
        "org/teams/oost/words/nl/more.yaml": "blad: {title: Y}\n",
    }
    team = loaded(tmp_path, files).layers[-1]
    assert keys(team.structure) == ["materials"]
    assert sorted(keys(team.words, "nl")) == ["blad", "kaart"]


@pytest.mark.parametrize("stated", ["organisation: ../..\n", ""])
def test_the_organisation_is_the_folder_that_is_named_or_the_root_of_the_project(tmp_path: Path, stated: str):
    files = {
        "org/kaarten.yaml": "name: Academie\nlanguage: en\ndomains: {play: {}}\n",
        "org/words/nl/a.yaml": "kaart: {title: Van ons}\n",
        "org/teams/oost/team.yaml": f"name: Oost\n{stated}",
    }
    layers = loaded(tmp_path, files)
    assert [layer.name for layer in layers.layers] == ["base", "organisation", "team"]
    assert (layers.organisation.name, layers.language) == ("Academie", "en")
    assert (keys(layers.layers[1].structure), keys(layers.layers[1].words, "nl")) == (["domains"], ["kaart"])


def test_one_folder_with_both_files_is_one_layer(tmp_path: Path):
    files = {
        "oost/kaarten.yaml": "name: Academie\ndomains: {play: {}}\n",
        "oost/team.yaml": "name: Oost\n",
        "oost/more.yaml": "materials: {kaart: {drop: yes}}\n",
    }
    layers = loaded(tmp_path, files, "oost")
    assert [layer.name for layer in layers.layers] == ["base", "team"]
    assert (layers.organisation.name, keys(layers.layers[1].structure)) == ("Academie", ["domains", "materials"])


def test_every_file_has_its_digest(tmp_path: Path):
    layers = loaded(tmp_path, TEAM)
    assert set(layers.files) == {*BASE, "team.yaml"}
    assert layers.files["team.yaml"] == hashlib.sha256(b"name: Oost\n").hexdigest()


@pytest.mark.parametrize(
    ("team", "code", "place"),
    [
        ("participants: 9\n", "missing-key", "1:1"),
        ("name:\n", "missing-value", "1:1"),
        ("name: Oost\nparticpants: 9\n", "unknown-key", "2:1"),
        ("name: Oost\nmaterails: {}\n", "unknown-key", "2:1"),
        ("name: Oost\nparticipants: twaalf\n", "not-a-number", "2:15"),
        ("name: Oost\nparticipants: 0\n", "out-of-range", "2:15"),
        ("name: Oost\nmeetings: {1: {start: half tien}}\n", "not-a-time", "2:23"),
        ("name: Oost\nstickers: {size: 19}\n", "not-a-length", "2:18"),
        ("name: Oost\nstickers: {size: 19cm}\n", "out-of-range", "2:18"),
        ("name: Oost\nlinks: {zelfest: x}\n", "unknown-key", "2:9"),
        ("name: Oost\norganisation: ../../..\n", "folder-outside-root", "2:15"),
        ("name: Oost\norganisation: niets\n", "folder-not-found", "2:15"),
        ("name: Oost\nwords: tekst\n", "not-a-mapping", "2:8"),
        ("name: Oost\nwords: {nl: tekst}\n", "not-a-mapping", "2:13"),
    ],
)
def test_a_fault_in_the_file_of_the_team(tmp_path: Path, team: str, code: str, place: str):
    _, report = load(tmp_path, {"org/teams/oost/team.yaml": team})
    assert told(report) == [(code, f"team.yaml:{place}")]


def test_did_you_mean_knows_facts_and_sections(tmp_path: Path):
    _, report = load(tmp_path, {"org/teams/oost/team.yaml": "name: Oost\nmaterails: {}\nparticpants: 2\n"})
    assert [d.details["guess"] for d in report] == ["materials", "participants"]


def test_a_fact_in_another_file_is_not_known(tmp_path: Path):
    _, report = load(tmp_path, {**TEAM, "org/teams/oost/more.yaml": "participants: 9\n"})
    assert told(report) == [("unknown-key", "more.yaml:1:1")]


def test_a_folder_without_a_team(tmp_path: Path):
    layers, report = load(tmp_path, {"org/teams/oost/words/nl/a.yaml": "kaart: {title: X}\n"})
    assert layers is None
    assert told(report) == [("file-not-found", "team.yaml")]


@pytest.mark.parametrize("name", ["org/teams/oost/team.yaml", "org/teams/oost/more.yaml", "base/words/nl/a.yaml"])
def test_a_file_that_is_no_yaml_is_told_and_nothing_else(tmp_path: Path, name: str):
    layers, report = load(tmp_path, {**TEAM, name: "name: Oost\n\tmore: 1\n"})
    assert layers is None
    assert len(told(report)) == 1


# ---- packs


PACKS = {
    **TEAM,
    "packs/kring/materials/kring.yaml": "materials: {stelling: {layout: card}}\n",
    "packs/kring/words/nl/kring.yaml": "stelling: {title: Stelling}\n",
    "packs/dag/materials/dag.yaml": "materials: {stelling: {layout: other}}\n",
    "org/kaarten.yaml": "name: Academie\n",
}


def names(layers: Layers) -> list[str]:
    return [layer.name for layer in layers.layers]


def test_packs_lie_above_the_base_in_the_order_asked_for(tmp_path: Path):
    team = {"org/teams/oost/team.yaml": "name: Oost\npacks: [dag, kring]\n"}
    assert names(loaded(tmp_path, {**PACKS, **team})) == ["base", "packs/dag", "packs/kring", "organisation", "team"]


def test_a_team_chooses_for_itself_else_its_organisation_does(tmp_path: Path):
    org = {"org/kaarten.yaml": "packs: kring\n"}
    assert names(loaded(tmp_path / "a", {**PACKS, **org})) == ["base", "packs/kring", "organisation", "team"]
    team = {"org/teams/oost/team.yaml": "name: Oost\npacks: []\n"}
    assert names(loaded(tmp_path / "b", {**PACKS, **org, **team})) == ["base", "organisation", "team"]


def test_a_pack_of_the_project_stands_before_ours_of_the_same_name(tmp_path: Path):
    org = {
        "org/kaarten.yaml": "packs: kring\n",
        "org/packs/kring/materials/a.yaml": "materials: {eigen: {layout: card}}\n",
    }
    assert keys(loaded(tmp_path, {**PACKS, **org}).layers[1].structure, "materials") == ["eigen"]


def test_a_pack_that_is_not_there_is_a_fault_where_it_is_named(tmp_path: Path):
    _, report = load(tmp_path, {**PACKS, "org/teams/oost/team.yaml": "name: Oost\npacks: [kring, krin]\n"})
    assert [(one.code, one.mark.line, one.mark.column, one.details["guess"]) for one in report] == [
        ("unknown-pack", 2, 16, "kring")
    ]
