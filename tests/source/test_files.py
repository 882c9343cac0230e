"""Nothing outside the root is read, and what is refused is named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kaarten.diagnostics import Mark, Report
from kaarten.source.files import Root, line_finder, project_root, split_lines

HERE = Mark("team.yaml", 3, 7)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "teams" / "oost").mkdir(parents=True)
    (folder / "academie").mkdir()
    (folder / "team.yaml").write_text("name: Oost\n", "utf-8")
    (folder / "academie" / "logo.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    return folder


def codes(report: Report) -> list[str]:
    assert all(diagnostic.mark == HERE for diagnostic in report)
    return [diagnostic.code for diagnostic in report]


def test_reads_a_file_by_its_path_from_the_root(project: Path) -> None:
    report = Report()
    assert Root(project).read_bytes("academie/logo.svg", 100, HERE, report) == b"<svg/>"
    assert not codes(report)


@pytest.mark.parametrize("reference", ["../../academie/logo.svg", r"..\..\academie\logo.svg", "./../../team.yaml"])
def test_a_reference_may_climb_as_long_as_it_stays_inside(project: Path, reference: str) -> None:
    report = Report()
    assert Root(project).read_bytes(reference, 100, HERE, report, beside="teams/oost")
    assert not codes(report)


@pytest.mark.parametrize(
    "reference",
    [
        "../secret.txt",
        "teams/../../secret.txt",
        r"..\secret.txt",
        "/etc/passwd",
        r"\secret.txt",
        "C:secret.txt",
        r"C:\secret.txt",
        "C:/secret.txt",
        r"\\server\share\secret.txt",
        "//server/share/secret.txt",
        "team.yaml\0.svg",
        "link.txt",
        "linked/secret.txt",
    ],
)
def test_nothing_outside_the_root_is_read(project: Path, reference: str) -> None:
    (project / "link.txt").symlink_to("../secret.txt")
    (project / "linked").symlink_to("..")
    root, report = Root(project), Report()
    assert root.read_bytes(reference, 100, HERE, report) is None
    assert codes(report) == ["path-outside-root"]
    assert not root.exists(reference)
    assert root.find_folder(reference, HERE, Report()) is None


def test_an_absolute_path_is_refused_from_a_user_even_inside_the_root(project: Path) -> None:
    root, report = Root(project), Report()
    assert root.read_bytes(str(project / "team.yaml"), 100, HERE, report) is None
    assert codes(report) == ["path-outside-root"]
    assert root.read_bytes(project / "team.yaml", 100, HERE, Report()) == b"name: Oost\n"


def test_a_link_inside_the_root_is_followed(project: Path) -> None:
    (project / "link.svg").symlink_to("academie/logo.svg")
    assert Root(project).read_bytes("link.svg", 100, HERE, Report()) == b"<svg/>"


def test_a_root_reached_through_a_link_is_the_real_folder(project: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(project)
    root = Root(tmp_path / "link")
    assert root == Root(project)
    assert root.shown(tmp_path / "link" / "team.yaml") == "team.yaml"


@pytest.mark.parametrize(
    ("reference", "guess"),
    [
        ("teem.yaml", "team.yaml"),
        ("academie/Logo.SVG", "academie/logo.svg"),
        (r"academie\logo.png", "academie/logo.svg"),
        ("academie/photo.jpg", ""),
        ("academy/logo.svg", ""),
        ("team.yaml/logo.svg", ""),
    ],
)
def test_a_missing_file_comes_with_the_name_most_like_it(project: Path, reference: str, guess: str) -> None:
    report = Report()
    assert Root(project).read_bytes(reference, 100, HERE, report) is None
    assert codes(report) == ["file-not-found"]
    assert next(iter(report)).details == {"path": reference, "guess": guess}


@pytest.mark.parametrize("reference", ["academie", ".", ""])
def test_a_folder_is_not_a_file(project: Path, reference: str) -> None:
    report = Report()
    assert Root(project).read_bytes(reference, 100, HERE, report) is None
    assert codes(report) == ["not-a-file"]


def test_a_pipe_is_refused_without_waiting_for_it(project: Path) -> None:
    os.mkfifo(project / "pipe.yaml")
    report = Report()
    assert Root(project).read_bytes("pipe.yaml", 100, HERE, report) is None
    assert codes(report) == ["not-a-file"]


def test_a_link_to_itself_is_unreadable(project: Path) -> None:
    (project / "loop.yaml").symlink_to("loop.yaml")
    report = Report()
    assert Root(project).read_bytes("loop.yaml", 100, HERE, report) is None
    assert codes(report) == ["file-unreadable"]


def test_the_limit_is_the_largest_size_that_is_read(project: Path) -> None:
    size = len(b"name: Oost\n")
    report = Report()
    assert Root(project).read_bytes("team.yaml", size, HERE, report)
    assert Root(project).read_bytes("team.yaml", size - 1, HERE, report) is None
    assert codes(report) == ["file-too-large"]


def test_finds_a_folder_of_another_layer(project: Path) -> None:
    root, report = Root(project), Report()
    assert root.find_folder("../../academie", HERE, report, beside="teams/oost") == Path("academie")
    assert root.find_folder("../..", HERE, report, beside="teams/oost") == Path()
    assert not codes(report)
    assert root.find_folder("../../akademie", HERE, report, beside="teams/oost") is None
    assert codes(report) == ["folder-not-found"]
    assert next(iter(report)).details["guess"] == "../../academie"


def test_a_file_is_no_folder(project: Path) -> None:
    report = Report()
    assert Root(project).find_folder("team.yaml", HERE, report) is None
    assert codes(report) == ["folder-not-found"]


def test_lists_files_sorted_and_without_hidden_ones(project: Path) -> None:
    for name in ("b.yaml", "a.yaml", "._a.yaml", "c.txt", "d.yml", "deep.yaml"):
        (project / "academie" / name).write_text("", "utf-8")
    (project / "academie" / "folder.yaml").mkdir()
    root = Root(project)
    assert [path.as_posix() for path in root.list_files("academie", ".yaml")] == [
        "academie/a.yaml",
        "academie/b.yaml",
        "academie/deep.yaml",
    ]
    assert [path.name for path in root.list_files("academie", ".yml", ".txt")] == ["c.txt", "d.yml"]
    assert root.list_files("nowhere", ".yaml") == []
    assert root.list_files("..", ".txt") == []


def test_paths_are_shown_from_the_root_and_never_from_the_machine(project: Path) -> None:
    root = Root(project, prefix="content/base/")
    assert root.shown("teams/../team.yaml") == "content/base/team.yaml"
    assert root.shown(r"academie\logo.svg") == "content/base/academie/logo.svg"
    assert root.shown("../academie/logo.svg", beside="teams") == "content/base/academie/logo.svg"
    assert root.shown(project.parent / "secret.txt") == "secret.txt"


def test_the_root_is_the_nearest_folder_with_a_project_file(project: Path) -> None:
    oost = project / "teams" / "oost"
    assert project_root(oost).folder == oost.resolve()
    (project / "kaarten.yaml").write_text("", "utf-8")
    assert project_root(oost) == Root(project)
    assert project_root(project) == Root(project)
    (project / "teams" / "kaarten.yaml").write_text("", "utf-8")
    assert project_root(oost) == Root(project / "teams")


def test_a_line_is_found_back_in_the_root_that_has_the_file(project: Path) -> None:
    (project / "academie" / "kaarten.yaml").write_bytes(b"\xef\xbb\xbfname: Academie\r\nplace: Zuid\x0bWest\r\n")
    line_of = line_finder([Root(project / "academie", prefix="content/base/"), Root(project)])
    assert line_of(Mark("content/base/kaarten.yaml", 1, 1)) == "name: Academie"
    assert line_of(Mark("content/base/kaarten.yaml", 2, 1)) == "place: Zuid\x0bWest"
    assert line_of(Mark("team.yaml", 1, 1)) == "name: Oost"
    assert line_of(Mark("team.yaml", 9, 1)) == ""
    assert line_of(Mark("team.yaml")) == ""
    assert line_of(Mark("../secret.txt", 1, 1)) == ""


def test_lines_end_where_the_reader_ends_them() -> None:
    assert split_lines("a\r\nb\rc\nd\u2028e\x0bf") == ["a", "b", "c", "d\u2028e\x0bf"]
