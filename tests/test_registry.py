"""Layouts are found by name, and what is wrong with one is said at the line that asked for it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kaarten.diagnostics import NOWHERE, Mark, Report
from kaarten.registry import OURS, Layout, Provider, Registry

MARK = Mark("team.yaml", 3, 5)
GOOD = """
from kaarten.model.content import LayoutContent
class Content(LayoutContent):
    word: str = ""
def compose(desk, content):
    return []
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the import path; what was imported from it is forgotten after the test."""
    known = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in set(sys.modules) - known:
        if str(tmp_path) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


def package(shelf: Path, name: str, **modules: str) -> Provider:
    (shelf / name).mkdir()
    for module, text in {"__init__": "", **modules}.items():
        (shelf / name / f"{module}.py").write_text(text, encoding="utf-8")
    importlib.invalidate_caches()
    return Provider(f"dist-of-{name}", name)


def told(report: Report) -> list[tuple[str, Mark]]:
    return [(diagnostic.code, diagnostic.mark) for diagnostic in report]


def test_a_layout_bears_the_name_of_its_file(shelf: Path):
    report = Report()
    found = Registry([package(shelf, "shelf_a", board_game=GOOD)]).get("board_game", MARK, report)
    assert isinstance(found, Layout)
    assert (found.name, found.module.__name__) == ("board_game", "shelf_a.board_game")
    assert list(found.content.model_fields) == ["word"]
    assert found.compose(None, None) == []
    assert not told(report)


def test_names_are_listed_in_order_and_without_importing_any(shelf: Path):
    registry = Registry([package(shelf, "shelf_b", zebra="raise SystemError", ape="raise SystemError", _help="")])
    assert registry.names() == ["ape", "zebra"]
    assert "shelf_b" not in sys.modules


def test_only_the_layout_that_is_asked_for_is_imported(shelf: Path):
    registry = Registry([package(shelf, "shelf_c", good=GOOD, bad="raise SystemError")])
    assert registry.get("good", MARK, Report())
    assert "shelf_c.bad" not in sys.modules


@pytest.mark.parametrize(("asked", "guess"), [("wroksheet", "worksheet"), ("qqqq", "")])
def test_an_unknown_name_gets_a_guess_when_one_is_near(shelf: Path, asked: str, guess: str):
    report = Report()
    assert Registry([package(shelf, "shelf_d", worksheet=GOOD)]).get(asked, MARK, report) is None
    assert told(report) == [("unknown-layout", MARK)]
    assert [d.details["guess"] for d in report] == [guess]


@pytest.mark.parametrize("text", ["import no_such_module_at_all", "import os\nos.no_such_name", "from os import nope"])
def test_a_layout_of_others_that_cannot_be_imported_is_a_fault(shelf: Path, text: str):
    report = Report()
    assert Registry([package(shelf, "shelf_e", broken=text)]).get("broken", MARK, report) is None
    assert told(report) == [("layout-broken", MARK)]
    assert [d.details["distribution"] for d in report] == ["dist-of-shelf_e"]


def test_our_own_layout_that_cannot_be_imported_is_our_bug(shelf: Path):
    ours = Provider(OURS, package(shelf, "shelf_f", broken="import no_such_module_at_all").package)
    with pytest.raises(ModuleNotFoundError):
        Registry([ours]).get("broken", MARK, Report())


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", "compose"),
        (GOOD.replace("def compose", "def other"), "compose"),
        (GOOD.replace("class Content", "class Other"), "Content"),
        (GOOD.replace("(LayoutContent)", ""), "Content"),
    ],
)
def test_a_layout_without_its_two_parts_is_a_fault(shelf: Path, text: str, missing: str):
    report = Report()
    assert Registry([package(shelf, "shelf_g", half=text)]).get("half", MARK, report) is None
    assert told(report) == [("layout-incomplete", MARK)]
    assert [d.details["missing"] for d in report] == [missing]


def test_two_layouts_of_one_name_are_refused_by_the_names_of_their_distributions(shelf: Path):
    providers = [package(shelf, "shelf_i", card=GOOD, poster=GOOD), package(shelf, "shelf_h", card=GOOD)]
    report = Report()
    assert Registry(providers).get("card", MARK, report) is None
    assert told(report) == [("layout-twice", MARK)]
    assert [d.details["distributions"] for d in report] == [["dist-of-shelf_h", "dist-of-shelf_i"]]
    assert Registry(providers).get("poster", MARK, Report())


@pytest.mark.parametrize("name", ["no_such_package", "no_such_parent.layouts"])
def test_a_package_that_is_not_there_is_a_warning_and_the_others_still_work(shelf: Path, name: str):
    registry = Registry([Provider("broken-dist", name), package(shelf, "shelf_j", card=GOOD)])
    report = Report()
    assert registry.get("card", MARK, report)
    assert told(report) == [("layouts-missing", NOWHERE)]
    assert not report.errors


def test_without_any_package_the_user_is_told_once_to_install():
    report = Report()
    registry = Registry([])
    assert registry.get("card", MARK, report) is None
    assert registry.get("poster", Mark("team.yaml", 9, 1), report) is None
    assert told(report) == [("layouts-not-installed", NOWHERE)]


def test_installed_reads_the_entry_points_with_the_names_of_their_distributions(shelf: Path):
    package(shelf, "shelf_k", only_here=GOOD)
    info = shelf / "academie_kaarten-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: academie-kaarten\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[kaarten.layouts]\nacademie = shelf_k\n", encoding="utf-8")
    (shelf / "shelf_k" / "broken.py").write_text("import no_such_module_at_all", encoding="utf-8")
    registry = Registry.installed()
    assert "only_here" in registry.names()
    report = Report()
    assert registry.get("broken", MARK, report) is None
    assert [d.details["distribution"] for d in report] == ["academie-kaarten"]


def test_a_layout_of_letters_says_what_they_say(shelf: Path):
    says = GOOD + "\n\ndef message(desk, content):\n    return 'Beste Noor'\n"
    registry = Registry([package(shelf, "shelf_l", letter=says, card=GOOD)])
    letter, card = (registry.get(name, MARK, Report()) for name in ("letter", "card"))
    assert letter is not None
    assert card is not None
    assert letter.message is not None
    assert letter.message(None, None) == "Beste Noor"
    assert card.message is None


def test_every_layout_of_ours_keeps_the_contract(root: Path):
    registry, report = Registry([Provider(OURS, "layouts")]), Report()
    names = [file.stem for file in sorted((root / "layouts").glob("*.py")) if not file.stem.startswith("_")]
    assert names
    assert registry.names() == names
    assert [name for name in names if not registry.get(name, MARK, report)] == []
    assert not told(report)
