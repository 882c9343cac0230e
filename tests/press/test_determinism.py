"""The same document gives the same bytes, in any process, with any hash order, on any day."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from kaarten.press import press
from tests.press.faces import card, document, side
from tests.press.test_press import everything

DIGEST = "from tests.press.test_determinism import digest; print(digest())"


def digest() -> str:
    sides = [side(everything(), card("Een", "a b c"), bookmark="Een"), side(card("Twee", "officieel fijn"))]
    return hashlib.sha256(press(document(*sides, author="Buurtteam"))).hexdigest()


def pressed_elsewhere(root: Path, folder: Path, **environment: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(root), **environment}
    made = subprocess.run(
        [sys.executable, "-c", DIGEST], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return made.stdout.strip()


def test_processes_agree(root: Path, tmp_path: Path) -> None:
    seeds = ("0", "1", "random")
    digests = {pressed_elsewhere(root, tmp_path, PYTHONHASHSEED=seed) for seed in seeds}
    assert digests == {digest()}


def test_the_clock_of_the_environment_does_not_count(root: Path, tmp_path: Path) -> None:
    assert pressed_elsewhere(root, tmp_path, SOURCE_DATE_EPOCH="1234567890", TZ="Asia/Tokyo") == digest()


def test_what_was_pressed_before_does_not_count() -> None:
    first = digest()
    press(document(side(card("Iets anders", "heel andere woorden"))))
    assert digest() == first
