"""The whole way, from the YAML of an example team to files on disk."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pypdf
import pytest

from kaarten import outputs, pipeline
from kaarten.diagnostics import KaartenError, Mark, Report
from kaarten.finish.folder import Finished
from kaarten.finish.manifest import MANIFEST_NAME, read_manifest
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, Pack
from kaarten.text import MeetingId

SMALL = "materials: {%s}\n"
KEPT = ("werkblad-1", "werkblad-2", "bronnen")
MADE = (".pdf", ".pptx", ".txt", ".ics", ".zip")
LETTERS = ("uitnodiging", "bevestiging", "herinnering-1", "herinnering-2", "terugkoppeling-team", "brief-gemeente")
MAILED = [*(f"mail/{id}.txt" for id in LETTERS), "bijeenkomst-1.ics", "bijeenkomst-2.ics"]


def nobody_waits() -> None:
    pytest.fail("nobody else should be at work here")


def opened(folder: Path, output: Path, **settings: object) -> Pack:
    return pipeline.open_pack(Order(folder, output, **settings), Report())  # type: ignore[arg-type]


def built(folder: Path, output: Path, language: str = "nl", **settings: object) -> Finished:
    return pipeline.build(opened(folder, output, **settings), language, Report(), nobody_waits)


def made(finished: Finished) -> dict[str, list[str]]:
    return {outcome.name: [reason.kind for reason in outcome.reasons] for outcome in finished.outcomes}


def hashes(folder: Path) -> dict[str, str]:
    """Of each file that a build makes."""
    places = [*folder.iterdir(), *(folder / "mail").glob("*")]
    files = [path for path in sorted(places) if path.suffix in MADE]
    assert files
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def example(teams: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """The core pack of an example team in Dutch."""
    return built(teams["buurtteam-oost"], tmp_path_factory.mktemp("output"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A team of its own with three materials, which takes a moment instead of a second."""
    folder = tmp_path / "west"
    folder.mkdir()
    (folder / "team.yaml").write_text("name: Team West\n")
    dropped = [f"{name}: {{drop: yes}}" for name in opened(folder, tmp_path).materials if name not in KEPT]
    with (folder / "team.yaml").open("a") as file:
        file.write(SMALL % ", ".join(dropped))
    return folder


# ---- what comes out


def test_runs_are_numbered_in_printing_order_and_each_meeting_has_a_file_to_read(example: Finished) -> None:
    names = [outcome.name for outcome in example.outcomes]
    runs = [name for name in names if name[0].isdigit()]
    assert [name[:3] for name in runs] == [f"{number:02d}-" for number in range(1, len(runs) + 1)]
    assert names[len(runs) :] == [
        "bijeenkomst-1.pdf",
        "bijeenkomst-2.pdf",
        "presentatie-1.pdf",
        "presentatie-1.pptx",
        "presentatie-2.pdf",
        "presentatie-2.pptx",
        *MAILED,
        "buurtteam-oost-nl.zip",
    ]
    assert sorted(names) == sorted(hashes(example.folder))


def test_every_material_that_is_needed_is_in_a_run(example: Finished, teams: dict[str, Path], tmp_path: Path) -> None:
    """Name stickers make badges needless, and who sticks dots of 19 mm buys them."""
    printed = [name for outcome in example.outcomes if outcome.about.sheets for name in outcome.about.materials]
    pack = opened(teams["buurtteam-oost"], tmp_path)
    needless = {"badges", "kennisstickers-algemeen", "kennisstickers-specifiek", "flap-vragen", "flap-koppen"}
    job = pipeline.job_of(pack, "nl", Report())
    assert {material.id for material in job.materials if material.copies == 0} == needless
    shown = {material.id for material in job.materials if material.screen}
    assert shown == {"presentatie-1", "presentatie-2"}
    assert sorted([*printed, *needless, *shown]) == sorted(pack.materials)


def test_every_file_is_what_the_table_says(example: Finished) -> None:
    for outcome in (outcome for outcome in example.outcomes if outcome.about.pages):
        about, reader = outcome.about, pypdf.PdfReader(example.folder / outcome.name)
        assert len(reader.pages) == about.pages
        assert about.sheets * about.sides in (0, about.pages)
        assert reader.outline
        assert reader.viewer_preferences is not None
        assert bool(reader.viewer_preferences.duplex) == bool(about.sheets)
        assert reader.metadata is not None
        assert str(reader.metadata.title).endswith("Buurtteam Oost")


def test_other_languages_have_names_of_their_own(small: Path, tmp_path: Path) -> None:
    english = built(small, tmp_path / "output", "en")
    assert [outcome.name for outcome in english.outcomes if not outcome.about.sheets] == [
        "meeting-1.pdf",
        "meeting-2.pdf",
        "west-en.zip",
    ]
    assert english.folder == tmp_path / "output" / "west" / "en"


# ---- again


def test_a_second_build_neither_composes_nor_presses(
    example: Finished, teams: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name in ((pipeline, "compose"), (outputs, "press"), (outputs, "mail_text"), (outputs, "calendar_file")):
        monkeypatch.setattr(module, name, lambda *_: pytest.fail("this should not be needed"))
    again = built(teams["buurtteam-oost"], example.folder.parents[1])
    assert set(map(len, made(again).values())) == {0}
    assert [outcome.about for outcome in again.outcomes] == [outcome.about for outcome in example.outcomes]


def test_a_changed_word_makes_only_what_it_stands_on(small: Path, tmp_path: Path) -> None:
    built(small, tmp_path / "output")
    with (small / "team.yaml").open("a") as file:
        file.write("words: {nl: {werkblad-2: {title: Ons werkblad}}}\n")
    again = made(built(small, tmp_path / "output"))
    assert again.pop("bijeenkomst-2.pdf") == again.pop("west-nl.zip") == ["material"]
    with_it = [name for name, reasons in again.items() if reasons == ["material"]]
    assert len(with_it) == 1
    assert set(map(len, again.values())) == {0, 1}


def test_a_moved_line_makes_nothing(small: Path, tmp_path: Path) -> None:
    built(small, tmp_path / "output")
    (small / "team.yaml").write_text("\n\n# a remark\n" + (small / "team.yaml").read_text())
    assert set(map(len, made(built(small, tmp_path / "output")).values())) == {0}


def test_a_part_of_the_pack_leaves_the_whole_alone(small: Path, tmp_path: Path) -> None:
    whole = built(small, tmp_path / "output")
    before = hashes(whole.folder)
    part = built(small, tmp_path / "output", selection=Selection(only=("werkblad-2",)))
    assert part.folder == whole.folder / "only" / "werkblad-2"
    names = ["01-werkblad-2.pdf", "bijeenkomst-2.pdf", "west-nl-werkblad-2.zip"]
    assert [outcome.name for outcome in part.outcomes] == names
    assert hashes(whole.folder) == before


def test_a_meeting_has_its_runs_and_its_file_to_read(small: Path, tmp_path: Path) -> None:
    """Three materials: one of each meeting, and the sources that belong to neither."""
    report = Report()
    pack = opened(small, tmp_path / "output", selection=Selection(meetings=(MeetingId("2"),), without=("posters",)))
    part = pipeline.build(pack, "nl", report, nobody_waits)
    assert part.folder == tmp_path / "output" / "west" / "nl" / "only" / "meeting-2_without-posters"
    assert [outcome.name for outcome in part.outcomes] == [
        "01-werkblad-2.pdf",
        "bijeenkomst-2.pdf",
        "west-nl-meeting-2-without-posters.zip",
    ]
    told = [remark for remark in report if remark.code == "of-no-one-meeting"]
    assert [remark.details["materials"] for remark in told] == [["bronnen"]]


def test_a_part_with_nothing_in_it_is_a_fault(small: Path, tmp_path: Path) -> None:
    with pytest.raises(KaartenError) as error:
        built(small, tmp_path / "output", selection=Selection(meetings=(MeetingId("1"),), only=("werkblad-2",)))
    assert [fault.code for fault in error.value.diagnostics] == ["nothing-selected"]
    assert not (tmp_path / "output").exists()


def test_the_archive_has_every_file_as_it_stands_beside_it(example: Finished) -> None:
    with zipfile.ZipFile(example.folder / example.outcomes[-1].name) as archive:
        inside = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    beside = hashes(example.folder)
    assert inside == {name: beside[name] for name in beside if not name.endswith(".zip")}
    assert list(inside) == [outcome.name for outcome in example.outcomes[:-1]]


def test_what_was_said_of_a_pack_is_said_again(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.lay_out

    def with_a_remark(pack: Pack, job: object, report: Report, *shown: object) -> object:
        report.warning("poster-dots-small", Mark("west/team.yaml", 2, 1), people=40)
        return real(pack, job, report, *shown)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "lay_out", with_a_remark)
    for _ in range(2):
        report = Report()
        pipeline.build(opened(small, tmp_path / "output"), "nl", report, nobody_waits)
        found = [diagnostic for diagnostic in report if diagnostic.code == "poster-dots-small"]
        assert [(item.mark, str(item.details["people"])) for item in found] == [(Mark("west/team.yaml", 2, 1), "40")]


# ---- faults


def test_a_fault_leaves_nothing_half_written(small: Path, tmp_path: Path) -> None:
    with (small / "team.yaml").open("a") as file:
        file.write(f"words: {{nl: {{werkblad-2: {{title: '{'veel te lang ' * 80}'}}}}}}\n")
    with pytest.raises(KaartenError) as error:
        built(small, tmp_path / "output")
    assert {diagnostic.severity for diagnostic in error.value.diagnostics} >= {"error"}
    assert not list((tmp_path / "output").rglob("*.pdf"))


def test_all_faults_of_team_and_brand_come_at_once(small: Path, tmp_path: Path) -> None:
    (small / "_brand.yml").write_text("color: {primary: paarsig}\n")
    with (small / "team.yaml").open("a") as file:
        file.write("participents: 3\n")
    with pytest.raises(KaartenError) as error:
        opened(small, tmp_path)
    assert {diagnostic.mark.file.rpartition("/")[2] for diagnostic in error.value.diagnostics} == {
        "_brand.yml",
        "team.yaml",
    }


def test_the_brand_of_the_organisation_is_used_by_a_team_without_one(small: Path, tmp_path: Path) -> None:
    calm = opened(small, tmp_path).brand.primary
    (tmp_path / "kaarten.yaml").write_text("name: Academie\n")
    (tmp_path / "_brand.yml").write_text('color: {primary: "#004455"}\n')
    assert opened(small, tmp_path).brand.primary.hex == "#004455" != calm.hex
    (small / "_brand.yml").write_text('color: {primary: "#550044"}\n')
    assert opened(small, tmp_path).brand.primary.hex == "#550044"


# ---- the same everywhere, and whole at any time

Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start(root: Path, small: Path) -> Start:
    """A build of the small team as a process of its own."""

    def begin(output: Path, **environment: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "kaarten", "build", str(small), "--output", str(output)],
            env={**os.environ, "PYTHONPATH": str(root), **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    return begin


def test_two_processes_make_the_same_bytes(start: Start, tmp_path: Path) -> None:
    for seed in ("0", "1", "random"):
        assert start(tmp_path / seed, PYTHONHASHSEED=seed).wait(timeout=120) == 0
    one, *others = (hashes(tmp_path / seed / "west" / "nl") for seed in ("0", "1", "random"))
    assert others == [one, one]


def test_two_builds_at_once_in_one_folder_take_turns(start: Start, small: Path, tmp_path: Path) -> None:
    both = [start(tmp_path / "output") for _ in range(2)]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    assert set(map(len, made(built(small, tmp_path / "output")).values())) == {0}


@pytest.mark.slow
def test_a_build_killed_at_any_moment_heals(start: Start, small: Path, tmp_path: Path) -> None:
    """Killed ten times; then one build gives what an undisturbed one gives, with nothing left over."""
    started = time.monotonic()
    assert start(tmp_path / "reference").wait(timeout=120) == 0
    whole = time.monotonic() - started
    random = Random(3)
    for _ in range(10):
        process = start(tmp_path / "output")
        time.sleep(random.uniform(0.5, 1) * whole)
        process.kill()
        process.wait(timeout=10)
    built(small, tmp_path / "output")
    folder = tmp_path / "output" / "west" / "nl"
    assert hashes(folder) == hashes(tmp_path / "reference" / "west" / "nl")
    assert {path.name for path in folder.iterdir()} == {*hashes(folder), MANIFEST_NAME, ".kaarten.lock"}
    assert set(read_manifest(folder).files) == set(hashes(folder))
