"""The documents: what they name exists, where they point there is something, and their YAML can be read."""

from __future__ import annotations

import importlib
import re
import textwrap
from pathlib import Path

import pytest

from kaarten.diagnostics import Report
from kaarten.source.reader import parse_yaml

DOTTED = re.compile(r"`([a-z_]+(?:\.[A-Za-z_]+)+)(?:\(.*?\))?`")
LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"")
YAML = re.compile(r"^( *)```yaml\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
SUFFIXES = {"yaml", "yml", "py", "json", "md", "txt", "xlsx", "csv", "pdf", "pptx", "ics", "zip", "svg", "toml", "html"}
NO_MODULES = {"kaarten.layouts", "text.like"}
"""A group of entry points; a method of what a layout calls `text`."""


@pytest.fixture(scope="module")
def documents(root: Path) -> list[Path]:
    found = [*sorted(root.glob("*.md")), *sorted((root / "docs").rglob("*.md"))]
    assert len(found) > 15
    return found


def exists(name: str) -> bool:
    """Whether a module, function, class or method of this dotted name can be had."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            fields = getattr(found, "__dataclass_fields__", {}) | getattr(found, "model_fields", {})
            if not hasattr(found, part) and part not in fields:
                return False
            found = getattr(found, part, None)
        return True
    return False


def test_every_module_and_function_that_a_document_names_exists(root: Path, documents: list[Path]):
    stages = {path.stem for path in (root / "kaarten").iterdir()} - {"__init__", "__main__", "__pycache__"}
    looked, missing = 0, list[str]()
    for file in documents:
        for name in DOTTED.findall(file.read_text(encoding="utf-8")):
            first, last = name.split(".")[0], name.split(".")[-1]
            if last in SUFFIXES or name in NO_MODULES or first not in stages | {"kaarten", "layouts"}:
                continue
            looked += 1
            if not exists(f"kaarten.{name}" if first in stages else name):
                missing.append(f"{file.relative_to(root)}: {name}")
    assert looked > 60
    assert not exists("kaarten.pack.open_bag")
    assert missing == []


def test_every_part_in_the_guide_to_layouts_can_be_imported(root: Path):
    guide = (root / "docs" / "how-to" / "a-new-layout.md").read_text(encoding="utf-8")
    table = guide.partition("### Parts")[2].partition("### ")[0]
    names = re.findall(r"`([A-Za-z_0-9]+)`", table)
    assert len(names) > 90
    door = importlib.import_module("kaarten.layout")
    inks = {"primary", "on_primary", "accent", "tint", "tint_strong"}
    assert [name for name in names if name not in inks and not hasattr(door, name)] == []


def anchor(heading: str) -> str:
    """The anchor that a heading gets: lower case, without punctuation, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.replace("`", "").strip().lower()).replace(" ", "-")


def anchors(file: Path) -> set[str]:
    text = re.sub(r"```.*?```", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    return {anchor(heading) for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}


def test_every_link_and_picture_is_there(root: Path, documents: list[Path]):
    looked, broken = 0, list[str]()
    for file in documents:
        for target in (link or picture for link, picture in LINK.findall(file.read_text(encoding="utf-8"))):
            if "://" in target or target.startswith("mailto:"):
                continue
            looked += 1
            path, _, place = target.partition("#")
            there = (file.parent / path).resolve() if path else file
            if not there.exists() or (place and place not in anchors(there)):
                broken.append(f"{file.relative_to(root)}: {target}")
    assert looked > 80
    assert broken == []


def test_every_picture_is_shown(root: Path):
    readme = (root / "README.md").read_text(encoding="utf-8")
    pictures = sorted((root / "docs" / "pictures").iterdir())
    assert pictures
    assert [path.name for path in pictures if f"docs/pictures/{path.name}" not in readme] == []


def test_all_yaml_in_the_documents_can_be_read(root: Path, documents: list[Path]):
    looked, faulty = 0, list[str]()
    for file in documents:
        for _, block in YAML.findall(file.read_text(encoding="utf-8")):
            looked += 1
            report = Report()
            parse_yaml(textwrap.dedent(block).encode(), str(file.relative_to(root)), report)
            faulty += [f"{file.relative_to(root)}: {one.code} in {block[:60]!r}" for one in report.errors]
    assert looked > 30
    assert faulty == []
