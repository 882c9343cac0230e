"""What every test stands on: an empty home, no settings from outside, and the example teams.

In: pytest's hooks. Out: an environment that is the same on every machine, set before any test module is imported,
because ReportLab reads the user's home when it is imported. Leaves alone: fixtures of one stage, which stand with it.
"""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_configure(config: pytest.Config) -> None:
    for name in list(os.environ):
        if name.startswith(("RL_", "XDG_", "LC_", "KAARTEN_")) or name in {"LANGUAGE", "FORCE_COLOR", "NO_COLOR"}:
            del os.environ[name]
    home = tempfile.TemporaryDirectory(prefix="kaarten-home-")
    config.add_cleanup(home.cleanup)
    os.environ |= {"HOME": home.name, "USERPROFILE": home.name, "LANG": "C.UTF-8"}
    # A run that was started in the background ignores Ctrl-C, and so would every process that a test interrupts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # Pages take their time on a busy machine; and what fails in CI must fail on the next run too.
    hypothesis.settings.register_profile("kaarten", deadline=None, derandomize="CI" in os.environ)
    hypothesis.settings.load_profile("kaarten")


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test does in this process begins no others, unless it says how many: pytest has threads, no fork has."""
    monkeypatch.setattr("kaarten.workers.processors", lambda: 1)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def teams() -> dict[str, Path]:
    """The folders of the example teams, by name."""
    found = {file.parent.name: file.parent for file in sorted((ROOT / "content" / "teams").rglob("team.yaml"))}
    assert found, "content/teams holds no team.yaml"
    return found
