"""Nothing of the user's runs or counts when ReportLab is loaded. In processes of their own: it loads once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOSTILE = "from pathlib import Path\nPath({trace!r}).write_text('ran')\ninvariant = 0\nuseA85 = 1\n"

LOAD = """
import sys
sys.path.insert(0, {cwd!r})
from kaarten.press import reportlab_door
from reportlab import rl_config
print(rl_config.invariant, rl_config.useA85, rl_config.trustedHosts, rl_config.trustedSchemes, rl_config.toColorCanUse)
print(rl_config.pageCompression, rl_config.documentLang, rl_config.TTFSearchPath)
"""
SAFE = "1 0 [] [] None\n1 None []\n"


def load(root: Path, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "HOME": str(home), "USERPROFILE": str(home), "PYTHONPATH": str(root), **environment}
    source = LOAD.format(cwd=str(home))
    return subprocess.run(
        [sys.executable, "-c", source], cwd=home, env=environment, capture_output=True, text=True, check=True
    )


@pytest.mark.parametrize(
    "name", [".reportlab_mods", ".reportlab_settings", "reportlab_mods.py", "reportlab_settings.py"]
)
def test_files_of_the_user_do_not_run(root: Path, tmp_path: Path, name: str) -> None:
    trace = tmp_path / "trace"
    (tmp_path / name).write_text(HOSTILE.format(trace=str(trace)))
    assert load(root, tmp_path).stdout == SAFE
    assert not trace.exists()


@pytest.mark.parametrize("name", [".reportlab_mods", "reportlab_settings.py"])
def test_without_the_door_they_would(root: Path, tmp_path: Path, name: str) -> None:
    trace = tmp_path / "trace"
    (tmp_path / name).write_text(HOSTILE.format(trace=str(trace)))
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(tmp_path)}
    subprocess.run([sys.executable, "-c", "import reportlab.rl_config"], env=environment, check=True)
    assert trace.read_text() == "ran"


def test_variables_of_the_environment_do_not_count(root: Path, tmp_path: Path) -> None:
    loaded = load(root, tmp_path, RL_invariant="0", RL_useA85="1", RL_trustedHosts="example.org", RL_documentLang="fr")
    assert loaded.stdout == SAFE
