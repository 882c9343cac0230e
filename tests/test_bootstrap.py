"""build.py by real processes, in a small project that installs without a network.

The small project has the names that build.py uses and a build backend of its own, so that Python's venv and pip do
their real work in about five seconds. That backend waits where a test wants to kill it.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

BUILD = Path(__file__).resolve().parents[1] / "build.py"
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """
import pathlib, time, zipfile

def build_editable(folder, settings=None, metadata=None):
    here = pathlib.Path.cwd()
    (here / "pip-began").touch()
    while (here / "wait").exists():
        time.sleep(0.05)
    if (here / "fail").exists():
        raise SystemExit("the backend cannot go on")
    info = "kaarten-1.dist-info/"
    with zipfile.ZipFile(folder + "/kaarten-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("_kaarten.pth", str(here))
        facts = ["Metadata-Version: 2.1", "Name: kaarten", "Version: 1", "Provides-Extra: dev"]
        facts += ["Provides-Extra: office"]
        wheel.writestr(info + "METADATA", "\\n".join([*facts, ""]))
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "")
    return "kaarten-1-py3-none-any.whl"
"""
KAARTEN = """
import json, os, sys, time
if sys.argv[1:2] == ["exit"]:
    sys.exit(int(sys.argv[2]))
if sys.argv[1:2] == ["wait"]:
    try:
        print("waiting", flush=True)  # from here on a test may interrupt
        time.sleep(60)
    except KeyboardInterrupt:
        time.sleep(0.5)
        sys.exit("tidied up")
print(json.dumps({"words": sys.argv[1:], "folder": os.getcwd(), "utf8": sys.flags.utf8_mode, "python": sys.executable}))
"""
CHECK = """
import pathlib, sys
pathlib.Path("checks.txt").open("a", encoding="utf-8").write(" ".join([NAME, *sys.argv[1:]]) + "\\n")
sys.exit(7 if pathlib.Path("fail-" + NAME).exists() else 0)
"""


def make_checkout(folder: Path) -> Path:
    """A checkout in miniature, in a folder with spaces."""
    root = folder / "een map met spaties"
    files = {"pyproject.toml": PYPROJECT, "constraints.txt": "", "backend.py": BACKEND}
    files |= {"kaarten/__init__.py": "", "kaarten/__main__.py": KAARTEN}
    files |= {f"{name}/__main__.py": CHECK.replace("NAME", repr(name)) for name in ("ruff", "pyright", "pytest")}
    files |= {
        "importlinter/cli.py": f"def lint_imports_command():{CHECK}".replace("\n", "\n ").replace("NAME", "'lint'")
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    shutil.copy(BUILD, root)
    return root


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return make_checkout(tmp_path)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that is set up. Tests must leave it so."""
    root = make_checkout(tmp_path_factory.mktemp("ready"))
    assert start(root).returncode == 0
    return root


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """build.py as a module, for its constants and its parts."""
    spec = importlib.util.spec_from_file_location("checkout_build", BUILD)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def start(root: Path, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "build.py"), *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", timeout=120, check=False)


def begin(root: Path, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(root / "build.py"), *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, encoding="utf-8", start_new_session=True)


def wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def is_ready(root: Path) -> bool:
    return (root / ".venv" / "kaarten-ready.json").exists()


def test_the_first_start_sets_up_and_a_second_says_nothing(checkout: Path, tmp_path: Path, build: ModuleType):
    first = start(checkout, "check", "mijn team", cwd=tmp_path)
    assert first.returncode == 0
    assert first.stderr.startswith(build.NOT_BEGUN)
    seen = json.loads(first.stdout)
    assert (seen["words"], seen["folder"], seen["utf8"]) == (["check", "mijn team"], str(tmp_path), 1)
    assert seen["python"].startswith(str(checkout / ".venv"))
    second = start(checkout, "check", "mijn team", cwd=tmp_path)
    assert (second.returncode, second.stderr, second.stdout) == (0, "", first.stdout)


def test_every_set_up_can_read_workbooks_and_make_presentations(ready: Path):
    stamp = json.loads((ready / ".venv" / "kaarten-ready.json").read_text(encoding="utf-8"))
    assert stamp["extras"] == ["office"]


def test_no_words_build_the_example_team(ready: Path):
    example = ready / "content" / "teams" / "buurtteam-oost"
    assert json.loads(start(ready).stdout)["words"] == ["build", str(example)]
    assert (BUILD.parent / example.relative_to(ready) / "team.yaml").is_file()


def test_the_exit_code_is_passed_on(ready: Path):
    assert start(ready, "exit", "3").returncode == 3


def test_packages_in_the_users_folder_are_not_taken_for_ours(ready: Path, tmp_path: Path):
    for name in ("kaarten", "pip", "json"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemError", encoding="utf-8")
    assert start(ready, cwd=tmp_path).returncode == 0


def test_ctrl_c_leaves_time_to_tidy_up_and_is_130(ready: Path):
    process = begin(ready, "wait")
    assert process.stdout
    assert process.stdout.readline() == "waiting\n"
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert (process.returncode, told) == (130, "tidied up\n")


def test_killed_while_the_venv_is_made_it_heals(checkout: Path, build: ModuleType):
    process = begin(checkout)
    wait_for((checkout / ".venv" / "pyvenv.cfg").exists)
    process.kill()
    process.communicate()
    assert not is_ready(checkout)
    (checkout / ".venv" / "rest").touch()
    again = start(checkout, "exit", "4")
    assert again.returncode == 4
    assert not (checkout / ".venv" / "rest").exists()
    assert build.NOT_FINISHED in again.stderr
    assert is_ready(checkout)


def test_killed_while_pip_works_the_next_start_waits_for_pip_and_heals(checkout: Path, build: ModuleType):
    (checkout / "wait").touch()
    killed = begin(checkout)
    wait_for((checkout / "pip-began").exists)
    killed.kill()
    killed.communicate()
    following = begin(checkout, "exit", "5")
    assert following.stderr
    assert "Waiting" in following.stderr.readline()
    assert not is_ready(checkout)
    (checkout / "wait").unlink()
    _, told = following.communicate(timeout=120)
    assert following.returncode == 5
    assert build.NOT_FINISHED in told


def test_two_first_starts_at_once_set_up_once(checkout: Path):
    both = [begin(checkout, "exit", "6") for _ in range(2)]
    told = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [6, 6]
    assert "".join(told).count("Ready") == 1


def test_a_moved_folder_is_set_up_again_with_the_same_extras(checkout: Path, build: ModuleType):
    start(checkout, "test")
    moved = checkout.rename(checkout.with_name("verhuisd"))
    seen = start(moved)
    assert seen.stderr.startswith(build.MOVED)
    assert json.loads(seen.stdout)["python"].startswith(str(moved / ".venv"))
    assert start(moved, "test").stderr.startswith("== ruff check")


def test_a_stamp_that_does_not_fit_says_why(ready: Path, build: ModuleType, tmp_path: Path):
    root = tmp_path / "copy"
    (root / ".venv" / "bin").mkdir(parents=True)
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ready / name, root)
    home = build.Home(root)
    home.python.parent.mkdir(exist_ok=True)
    home.python.touch()
    good = json.loads((ready / ".venv" / home.stamp.name).read_text(encoding="utf-8")) | {"folder": str(home.folder)}

    def shortfall(stamp: object, *extras: str) -> str:
        home.stamp.write_text(stamp if isinstance(stamp, str) else json.dumps(stamp), encoding="utf-8")
        return home.shortfall(extras)

    assert shortfall(good) == ""
    assert shortfall(good, "dev") == build.MISSING_EXTRA
    assert shortfall(good | {"extras": ["dev"]}, "dev") == ""
    assert shortfall(good | {"python": "3.11.0rc1"}) == build.OTHER_PYTHON
    assert shortfall(good | {"folder": "/elsewhere"}) == build.MOVED
    for broken in ("", "{", "[]", "{}"):
        assert shortfall(broken) == build.NOT_FINISHED
    (root / "constraints.txt").write_text("click==1\n", encoding="utf-8")
    assert shortfall(good) == build.OUT_OF_DATE
    home.python.unlink()
    assert shortfall(good) == build.NOT_FINISHED


def test_when_pip_fails_its_words_are_shown_and_the_next_start_tries_again(checkout: Path):
    (checkout / "fail").touch()
    failed = start(checkout)
    assert failed.returncode == 1
    assert "the backend cannot go on" in failed.stderr
    assert "network" in failed.stderr.splitlines()[-1]
    assert 'Traceback (most recent call last):\n  File "' + str(checkout / "build.py") not in failed.stderr
    assert not is_ready(checkout)


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_gets_a_hint(checkout: Path, module: str):
    code = "import sys, runpy; sys.modules[sys.argv[1]] = None; runpy.run_path('build.py', None, '__main__')"
    command = [sys.executable, "-c", code, module]
    seen = subprocess.run(command, cwd=checkout, capture_output=True, encoding="utf-8", check=False)
    assert seen.returncode == 1
    assert "apt install python3-venv" in seen.stderr
    assert "Traceback" not in seen.stderr


def test_as_python_m_build_it_steps_aside(checkout: Path):
    command = [sys.executable, "-m", "build"]
    seen = subprocess.run(command, cwd=checkout, capture_output=True, encoding="utf-8", check=False)
    assert seen.returncode == 1
    assert "pyproject-build" in seen.stderr
    assert not (checkout / ".venv").exists()


def test_an_old_python_can_parse_it_and_reads_what_it_needs():
    tree = ast.parse(BUILD.read_text(encoding="utf-8"), feature_version=(3, 6))
    docstring, only_import, check, *_ = tree.body
    assert isinstance(docstring, ast.Expr)
    assert ast.unparse(only_import) == "import sys"
    assert isinstance(check, ast.If)
    code = "import sys, runpy; sys.version_info = (3, 8, 1); runpy.run_path(sys.argv[1], None, '__main__')"
    command = [sys.executable, "-c", code, str(BUILD)]
    seen = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert seen.returncode == 1
    assert "3.11 or newer; this is 3.8" in seen.stderr


def test_the_checks_run_in_turn_and_stop_at_the_first_that_fails(ready: Path):
    log = ready / "checks.txt"
    assert start(ready, "test", "-k", "a b").returncode == 0
    python = ready / ".venv" / "bin" / "python"
    assert log.read_text(encoding="utf-8").splitlines() == [
        "ruff check .",
        "ruff format --check .",
        f"pyright --pythonpath {python}",
        "lint",
        "pytest -n auto --dist loadfile -k a b",
    ]
    log.unlink()
    (ready / "fail-pyright").touch()
    failed = start(ready, "test")
    (ready / "fail-pyright").unlink()
    assert failed.returncode == 7
    assert "pyright failed (exit 7)" in failed.stderr
    assert len(log.read_text(encoding="utf-8").splitlines()) == 3
    assert start(ready).stderr == ""
