"""Commands as a user gives them: as real processes, or in this one where that is enough."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kaarten.cli.run import run

TEAM = """\
name: Buurtteam Oost
language: nl
participants: 8
meetings:
  1: {date: 2027-03-02, place: Buurthuis De Linde}
  2: {date: 2027-03-16, place: Buurthuis De Linde}
contact: noor@example.org
phone: 030 123 45 67
sender: Noor
"""


@dataclass(frozen=True)
class Answer:
    """What a command gave back. `data` is its JSON."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        return [diagnostic["code"] for diagnostic in self.data["diagnostics"]]

    def diagnostic(self, code: str) -> dict[str, Any]:
        (found,) = [diagnostic for diagnostic in self.data["diagnostics"] if diagnostic["code"] == code]
        return found


Kaarten = Callable[..., Answer]


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A team in the folder `oost` of an empty folder, in which the user stands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "oost").mkdir()
    (tmp_path / "oost" / "team.yaml").write_text(TEAM, encoding="utf-8")
    return tmp_path / "oost"


@pytest.fixture
def kaarten(capsys: pytest.CaptureFixture[str]) -> Kaarten:
    """A command in this process."""

    def call(*words: str) -> Answer:
        capsys.readouterr()
        code = run(list(words))
        seen = capsys.readouterr()
        return Answer(code, seen.out, seen.err)

    return call


@pytest.fixture
def process(root: Path) -> Kaarten:
    """A command as a process of its own, started in the folder in which the test stands."""

    def call(*words: str, **environment: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "kaarten", *words],
            env={**os.environ, "PYTHONPATH": str(root), **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    return call
