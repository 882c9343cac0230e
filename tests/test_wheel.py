"""The wheel: what is in it, and that it works elsewhere, with no checkout and no network.

Built and installed as a user would, but offline: the libraries it needs are lent by the environment of the tests.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import kaarten

NO_NETWORK = """
import socket
def refuse(*arguments, **options):
    raise RuntimeError("kaarten must not use the network")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""


def run(command: list[str | Path], cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-P", "-m", "pip", "--disable-pip-version-check"]
    run([*pip, "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "-w", folder, root], folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with only the wheel in it, the tests' libraries in view and the network cut."""
    folder = tmp_path_factory.mktemp("elders") / "omgeving"
    venv.EnvBuilder(with_pip=False, symlinks=True).create(folder)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-P", "-m", "pip", "--disable-pip-version-check", "--python", python]
    run([*pip, "install", "--quiet", "--no-index", "--no-deps", wheel], folder)
    packages = Path(run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip())
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")
    (packages / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return python


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files(folder: Path, suffix: str = "") -> set[str]:
    found = {file for file in folder.rglob(f"*{suffix}") if file.is_file() and "__pycache__" not in file.parts}
    assert found, f"nothing in {folder}"
    return {file.relative_to(folder).as_posix() for file in found}


def test_it_holds_two_packages_and_nothing_else(wheel: Path):
    info = f"kaarten-{kaarten.__version__}.dist-info"
    assert {name.split("/")[0] for name in names(wheel)} == {"kaarten", "layouts", info}
    assert {f"{info}/licenses/LICENSE", f"{info}/licenses/THIRD_PARTY.md"} <= names(wheel)


def test_every_file_of_the_engine_the_layouts_and_the_content_is_in_it(root: Path, wheel: Path):
    wanted = {f"kaarten/{name}" for name in files(root / "kaarten")}
    wanted |= {f"layouts/{name}" for name in files(root / "layouts")}
    wanted |= {f"kaarten/content/{name}" for name in files(root / "content")}
    assert {name for name in names(wheel) if ".dist-info/" not in name} == wanted


def test_the_network_is_really_cut(elsewhere: Path, tmp_path: Path):
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([elsewhere, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert "must not use the network" in done.stderr


def test_it_runs_from_the_environment_and_not_from_the_checkout(elsewhere: Path, tmp_path: Path):
    code = "import kaarten, layouts; print(kaarten.__file__, layouts.__file__, sep='\\n')"
    for file in run([elsewhere, "-c", code], tmp_path).splitlines():
        assert Path(file).is_relative_to(elsewhere.parents[1])


def test_it_finds_its_layouts_and_its_content(root: Path, elsewhere: Path, tmp_path: Path):
    code = (
        "from kaarten import registry, resources; print(*registry.Registry.installed().names())\n"
        "print(resources.content_folder(), resources.data_folder(), sep='\\n')"
    )
    layouts, *folders = run([elsewhere, "-c", code], tmp_path).splitlines()
    assert layouts.split() == sorted(Path(name).stem for name in files(root / "layouts", ".py") if name[0] != "_")
    for folder, name in zip(folders, ("content", "data"), strict=True):
        assert Path(folder).is_relative_to(elsewhere.parents[1])
        assert Path(folder).name == name


def test_the_program_lists_and_builds_without_network_or_checkout(elsewhere: Path, tmp_path: Path):
    code = "from kaarten.resources import content_folder; print(content_folder() / 'teams' / 'buurtteam-oost')"
    team = run([elsewhere, "-c", code], tmp_path).strip()
    assert run([elsewhere, "-m", "kaarten", "list", team], tmp_path).strip()
    run([elsewhere, "-m", "kaarten", "build", team, "--output", tmp_path / "uit"], tmp_path)
    assert list((tmp_path / "uit").rglob("*.pdf"))


def test_the_program_stands_beside_python_and_tells_its_version(elsewhere: Path, tmp_path: Path):
    assert run([elsewhere.with_name("kaarten"), "--version"], tmp_path).split() == ["kaarten", kaarten.__version__]
