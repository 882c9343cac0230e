"""A whole pack: milliseconds a page in process, seconds of the cold command, and where the rest of them goes.

    .venv/bin/python benchmarks/pack.py [team folder]

In process: tailor, compose, impose and press of every run and reading file, without reading YAML and writing files,
best and median of five after one round to warm up. Cold: `python -m kaarten build` as a process of its own into an
empty folder, nine times, and again with nothing to do: time on the clock, and time of the processor, which is what the
clock shows on an idle machine. Then the stages of one cold build, imports apart. Python keeps its compiled modules, as
it does for everyone; PYTHONDONTWRITEBYTECODE would have every process compile our sources anew.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
TEAM = HERE / "content/teams/buurtteam-oost"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def in_process(team: Path) -> None:
    from kaarten.diagnostics import Report
    from kaarten.impose.runs import plan_runs, reading_sides
    from kaarten.pipeline import Order, job_of, lay_out, open_pack
    from kaarten.press import Document, press

    pack = open_pack(Order(team), Report())
    times: list[float] = []
    pages = 0
    for _ in range(6):
        start = time.perf_counter()
        job = job_of(pack, "nl", Report())
        laid = lay_out(pack, job, Report())
        files = [
            [side for sheet in run.sheets for side in (sheet.front, sheet.back) if side] for run in plan_runs(laid)
        ]
        files += [reading_sides([one for one in laid if one.material.meeting == number]) for number in job.meetings]
        for sides in files:
            press(Document("Proef", "nl-NL", sides))
        times.append(time.perf_counter() - start)
        pages = sum(map(len, files))
    warm = times[1:]
    best, median = min(warm) / pages * 1000, statistics.median(warm) / pages * 1000
    print(
        f"in process: {pages} pages, {best:.1f} ms a page at best, {median:.1f} median, {times[0]:.2f} s the first time"
    )


def cold(team: Path) -> None:
    rounds: dict[str, list[tuple[float, float]]] = {"warm up": [], "cold build": [], "nothing to do": []}
    with tempfile.TemporaryDirectory() as folder:
        rounds["warm up"].append(timed([str(team), "-o", folder]))
    for _ in range(9):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("cold build", "nothing to do"):
                rounds[name].append(timed([str(team), "-o", folder]))
    for name, times in rounds.items():
        clock, processor = zip(*times, strict=True)
        print(
            f"{name}: {min(clock):.2f} s at best, {statistics.median(clock):.2f} median of {len(times)}; "
            f"processor {min(processor):.2f} s, {statistics.median(processor):.2f} median"
        )


def timed(words: list[str]) -> tuple[float, float]:
    """Seconds of one build in a process of its own: on the clock, and of the processor."""
    start, before = time.perf_counter(), os.times()
    command = [sys.executable, "-m", "kaarten", "build", *words]
    subprocess.run(command, check=True, capture_output=True, cwd=HERE, env=ENVIRONMENT)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, spent


STAGES = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from kaarten.diagnostics import Report
from kaarten.impose.runs import plan_runs, reading_sides
from kaarten.office.pptx import deck_of, presentation
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from kaarten.press import Document, press
marks = [("imports", time.perf_counter())]
report, order = Report(), Order(Path(sys.argv[1]), Path(sys.argv[2]))
pack = open_pack(order, report); marks.append(("read, model, brand", time.perf_counter()))
job = job_of(pack, "nl", report); marks.append(("tailor", time.perf_counter()))
laid = lay_out(pack, job, report); marks.append(("compose, impose", time.perf_counter()))
files = [[side for sheet in run.sheets for side in (sheet.front, sheet.back) if side] for run in plan_runs(laid)]
files += [reading_sides([one for one in laid if one.material.meeting == number]) for number in job.meetings]
made = [press(Document("Proef", "nl-NL", sides)) for sides in files]; marks.append(("press", time.perf_counter()))
for one in laid:
    if one.material.screen:
        presentation(deck_of(job, one.material, one.pieces, report))
marks.append(("presentations", time.perf_counter()))
import io, pypdf; marks.append(("import pypdf", time.perf_counter()))
for data in made:
    check = pypdf.PdfReader(io.BytesIO(data)); [page.mediabox for page in check.pages]; check.outline
marks.append(("check", time.perf_counter()))
for name, at in marks:
    print(f"  {name:20} {(at - start) * 1000:6.0f} ms"); start = at
"""


def stages(team: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", STAGES, str(team), folder]
        print("stages of a cold build:")
        print(
            subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE, env=ENVIRONMENT).stdout,
            end="",
        )


def main() -> None:
    team = Path(sys.argv[1]) if len(sys.argv) > 1 else TEAM
    in_process(team)
    cold(team)
    stages(team)


if __name__ == "__main__":
    main()
