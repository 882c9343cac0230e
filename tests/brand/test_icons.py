"""The icons that looks.md and the layouts name are there, on their grid."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kaarten.brand.icons import GRID, icon, icon_names

DOMAINS = ["heartbeat", "home-2", "wallet", "users-group", "horse-toy", "shield-half", "brain", "tools"]
ELSEWHERE = (
    "scissors coffee clock backpack pencil speakerphone hourglass-high flag messages message-question cards "
    "building-community book compass bulb list-check sticker sun moon-stars device-laptop building-cottage "
    "heart-handshake star map-pin calendar check arrow-right"
).split()


def test_all_icons_that_are_named_are_there():
    assert set(DOMAINS) | set(ELSEWHERE) <= icon_names()


def test_all_icons_that_content_names_are_there(root: Path):
    files = (root / "content" / "base").rglob("*.yaml")
    named = {name for file in files for name in re.findall(r"\bicon: *([a-z0-9-]+)", file.read_text(encoding="utf-8"))}
    assert len(named) >= 8
    assert named <= icon_names()


def test_every_icon_stays_on_its_grid_and_starts_with_a_move():
    assert len(icon_names()) > 40
    for name in icon_names():
        path = icon(name)
        box = path.bounds()
        assert path.steps[0][0] == "M"
        assert {step[0] for step in path.steps} <= set("MLCZ")
        assert min(box.x, box.y) >= 0
        assert max(box.right, box.bottom) <= GRID


def test_an_icon_nobody_drew_is_a_key_error():
    with pytest.raises(KeyError):
        icon("unicorn")


def test_the_licence_stands_beside_the_icons(root: Path):
    data = root / "kaarten" / "data"
    assert json.loads((data / "icons.json").read_text(encoding="utf-8"))
    assert "MIT License" in (data / "icons-LICENSE.txt").read_text(encoding="utf-8")
