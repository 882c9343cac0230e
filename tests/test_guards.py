"""Rules of the house that no other tool checks. Each guard first proves that it looked at something."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

LONGEST = {"tests": 400}
LONGEST_ELSEWHERE = 300
MADE_BY_TOOLS = {"__pycache__", "output", "dist", "node_modules"}
TEXT = {".py", ".pyi", ".md", ".toml", ".txt", ".yaml", ".yml", ".json", ".svg", ".html", ".css", ".js", ""}
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:home|root|Users|work|farm|opt)/[\w.]|[A-Z]:\\Users\\")
REGISTRY = re.compile(r"pypi\.(?:org|io)|python[h]osted|registry\.npmjs|deb\.debian")
PART_OF = {"pydantic-core": "pydantic"}


@pytest.fixture(scope="module")
def tree(root: Path) -> list[Path]:
    """All files of the project that people write."""
    found: list[Path] = []
    for entry in sorted(root.iterdir()):
        if entry.is_file():
            found.append(entry)
        elif entry.name == ".ci" or not (entry.name.startswith(".") or entry.name in MADE_BY_TOOLS):
            found += [file for file in sorted(entry.rglob("*")) if file.is_file()]
    found = [file for file in found if not MADE_BY_TOOLS & set(file.relative_to(root).parts) and file.suffix in TEXT]
    assert {"build.py", "pyproject.toml"} <= {file.name for file in found}
    return found


@pytest.fixture(scope="module")
def modules(tree: list[Path]) -> list[Path]:
    found = [file for file in tree if file.suffix == ".py"]
    assert len(found) > 50
    return found


def distributions(root: Path, *extras: str) -> set[str]:
    """Declared libraries, as normalised names."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    return {normal(re.split(r"[<>=!~\[ ]", line)[0]) for line in lines}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_module_opens_with_what_it_is_for(root: Path, modules: list[Path]):
    bare: list[str] = []
    for file in modules:
        body = ast.parse(file.read_text(encoding="utf-8"))
        if body.body and not ast.get_docstring(body):
            bare.append(str(file.relative_to(root)))
    assert bare == []


def test_no_module_is_too_long(root: Path, modules: list[Path]):
    lengths = {file.relative_to(root): len(file.read_text(encoding="utf-8").splitlines()) for file in modules}
    assert {str(name): n for name, n in lengths.items() if n > LONGEST.get(name.parts[0], LONGEST_ELSEWHERE)} == {}


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (MACHINE_PATH, " /{}/noor".format("home")),
        (REGISTRY, "https://{}.org/simple".format("pypi")),
    ],
    ids=["machine", "registry"],
)
def test_no_file_names_a_machine_or_a_registry(root: Path, tree: list[Path], pattern: re.Pattern[str], example: str):
    assert pattern.search(example)
    found: list[str] = []
    for file in tree:
        text = file.read_text(encoding="utf-8", errors="replace")  # some faults under tests/faults are no UTF-8
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                found.append(f"{file.relative_to(root)}:{number}")
    assert found == []


def test_what_is_declared_is_what_is_imported(root: Path, modules: list[Path]):
    engine = [file for file in modules if file.relative_to(root).parts[0] in {"kaarten", "layouts"}]
    imported: set[str] = set()
    for file in engine:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.split(".")[0])
            elif isinstance(node, ast.Constant) and re.fullmatch(r"fontpkg_\w+", str(node.value)):
                imported.add(str(node.value))  # packages of fonts hold no code: they are opened by name
    foreign = imported - sys.stdlib_module_names - {"kaarten", "layouts"}
    owners = packages_distributions()
    used = {normal(owners[name][0]) for name in foreign}
    assert {PART_OF.get(name, name) for name in used} == distributions(root, "office")


def test_every_declared_library_is_pinned_once_and_within_its_range(root: Path):
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+", pin) for pin in pins)
    names = [pin.split("==")[0] for pin in pins]
    assert names == [normal(name) for name in names]
    assert len(set(names)) == len(names)
    assert distributions(root, "office", "dev") - set(names) == set()
