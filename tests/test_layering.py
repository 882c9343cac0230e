"""The contracts of pyproject.toml on who may import whom: they hold, they looked, and they can fail."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command as run; run()"
    # The folder itself goes first on the path, so that a copy is read and not the installed checkout.
    environment = os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "200"}
    command = [sys.executable, "-c", code, "--no-cache"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    for package in ("kaarten", "layouts"):
        shutil.copytree(root / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept_and_every_module_was_read(root: Path):
    seen = lint(root)
    assert seen.returncode == 0, seen.stdout
    modules = [file for package in ("kaarten", "layouts") for file in (root / package).rglob("*.py")]
    read = re.search(r"Analyzed (\d+) files", seen.stdout)
    assert read
    assert int(read[1]) >= len(modules) > 20
    contracts = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert f"Contracts: {len(contracts)} kept, 0 broken." in seen.stdout


def test_each_kind_of_forbidden_import_is_seen(copy: Path):
    trespasses = {
        "kaarten/geometry.py": ["kaarten.pipeline", "layouts", "yaml"],
        "kaarten/cli/__init__.py": ["reportlab"],
        "kaarten/model/people.py": ["csv", "openpyxl"],
        "layouts/trespasser.py": ["kaarten.press", "layouts.dialogue_card", "PIL", "pptx"],
    }
    for name, imports in trespasses.items():
        with (copy / name).open("a", encoding="utf-8") as file:
            file.writelines(f"\nimport {module}\n" for module in imports)
    seen = lint(copy)
    assert seen.returncode == 1
    broken = re.findall(r"^(.+) BROKEN", seen.stdout, re.MULTILINE)
    assert [name.split(":")[0] for name in broken] == [
        "One way through the house",
        "The engine never imports layouts",
        "Layouts import kaarten.layout and nothing else of kaarten",
        "Layouts do not import each other",
        "Door to yaml",
        "Door to csv, openpyxl",
        "Door to reportlab",
        "Door to PIL, svgelements",
        "Door to python-pptx",
    ]


def test_a_stage_without_a_place_is_refused(copy: Path):
    (copy / "kaarten" / "newcomer.py").write_text("", encoding="utf-8")
    seen = lint(copy)
    assert seen.returncode == 1
    assert "newcomer" in seen.stdout
