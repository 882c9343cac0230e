"""The catalogue, and every pack in one process: seconds and the most memory each takes.

    .venv/bin/python benchmarks/catalogue.py [rounds]

`catalogue` is `kaarten list --catalogue` without a team; `every pack` is `kaarten build --jobs 1` of a team that chose
all packs there are, into an empty folder. Each as a process of its own, best and worst of three rounds: time on the
clock, time of the processor, and the largest it ever was. The goal is under 10 s and 300 MB for both; the command ends
with 1 when the best round of either takes more.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
SECONDS, MEGABYTES = 10.0, 300.0
_MEASURED = (
    "import resource, sys\n"
    "from kaarten.cli.run import run\n"
    "code = run(sys.argv[1:])\n"
    "used = resource.getrusage(resource.RUSAGE_SELF)\n"
    "print('measured', used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)\n"
    "sys.exit(code)\n"
)


def measured(*words: str) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of the processor, megabytes at most."""
    start = time.perf_counter()
    command = [sys.executable, "-c", _MEASURED, *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE, env=ENVIRONMENT)
    taken = time.perf_counter() - start
    _, processor, most = done.stdout.splitlines()[-1].split()
    return taken, float(processor), float(most)


def team_of_every_pack(folder: Path) -> Path:
    packs = sorted(path.name for path in (HERE / "content/packs").iterdir() if path.is_dir())
    team = folder / "alles"
    team.mkdir()
    (team / "team.yaml").write_text(f"name: Wijkteam Alles\nparticipants: 12\npacks: [{', '.join(packs)}]\n", "utf-8")
    return team


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    good = True
    with tempfile.TemporaryDirectory() as place:
        team = team_of_every_pack(Path(place))
        commands = {"catalogue": ["list", "--catalogue"], "every pack": ["build", str(team), "--jobs", "1"]}
        for name, words in commands.items():
            found = [measured(*words, "-o", f"{place}/{name}-{number}") for number in range(rounds)]
            best, worst, most = min(found), max(found), max(one[2] for one in found)
            good = good and best[0] < SECONDS and most < MEGABYTES
            print(
                f"{name}: {best[0]:.1f} s at best ({best[1]:.1f} s of the processor), {worst[0]:.1f} s at worst,",
                end=" ",
            )
            print(f"{most:.0f} MB at most")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
