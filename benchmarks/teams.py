"""Twenty teams in one command, as a training organisation prints them: by one process, by two, and one by one.

    .venv/bin/python benchmarks/teams.py [number of teams]

The teams are copies of the three example teams under names of their own, in a folder made for it. `one by one` is a
command for each team, `--jobs 1` all of them in one process, `--jobs 2` in two; each with nothing made yet and with
nothing to do, best of three rounds. The ratios are to `--jobs 1`. That all three make equal bytes is checked too.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
TEAMS = HERE / "content/teams"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ROUNDS = 3


def kaarten(*words: str | Path) -> None:
    command = [sys.executable, "-m", "kaarten", "build", *map(str, words)]
    subprocess.run(command, check=True, capture_output=True, cwd=HERE, env=ENVIRONMENT)


def write_teams(folder: Path, count: int) -> list[Path]:
    """Copies of the example teams, each with its organisation if it has one."""
    made: list[Path] = []
    sources = [TEAMS / "buurtteam-oost", TEAMS / "gebiedsteam-noorderlanden", TEAMS / "academie-de-schakel"]
    for number in range(count):
        source = sources[number % len(sources)]
        copy = Path(shutil.copytree(source, folder / f"{number:02d}" / source.name))
        (home,) = (file.parent for file in copy.rglob("team.yaml"))
        made.append(home.rename(home.with_name(f"{home.name}-{number:02d}")))
    return made


def digest_of(folder: Path) -> str:
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*.[pz]*")):
        total.update(file.name.encode() + file.read_bytes())
    return total.hexdigest()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        teams = write_teams(folder / "teams", count)

        def one_by_one(output: Path) -> None:
            for team in teams:
                kaarten(team, "-o", output)

        ways: dict[str, Callable[[Path], None]] = {
            "one by one": one_by_one,
            "--jobs 1": lambda output: kaarten(folder / "teams", "-o", output, "--jobs", "1"),
            "--jobs 2": lambda output: kaarten(folder / "teams", "-o", output, "--jobs", "2"),
        }
        cold, idle, made = measured(ways, folder)
        assert len(made) == 1, "not every way makes the same bytes"
        print(f"{count} teams        nothing made yet         nothing to do")
        for name in ways:
            first, again = cold["--jobs 1"] / cold[name], idle["--jobs 1"] / idle[name]
            print(f"{name:10} {cold[name]:10.2f} s  ({first:.2f} x) {idle[name]:10.2f} s  ({again:.2f} x)")


def measured(
    ways: dict[str, Callable[[Path], None]], folder: Path
) -> tuple[dict[str, float], dict[str, float], set[str]]:
    """The best seconds of each way, with nothing made and with nothing to do; and digests of what was made."""
    cold = dict.fromkeys(ways, float("inf"))
    idle = dict(cold)
    made: set[str] = set()
    for _ in range(ROUNDS):
        for name, build in ways.items():
            output = folder / "output"
            cold[name] = min(cold[name], timed(build, output))
            idle[name] = min(idle[name], timed(build, output))
            made.add(digest_of(output))
            shutil.rmtree(output)
    return cold, idle, made


def timed(build: Callable[[Path], None], output: Path) -> float:
    start = time.perf_counter()
    build(output)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
