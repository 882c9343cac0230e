"""What two packs print: as many sheets as counted by hand, and what the makers of the song ask.

In: the example team with the packs. Out: their materials alone, in three languages. Leaves alone: where things stand,
conformance and words (tests/layouts/test_packs).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from kaarten.diagnostics import Report
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, build, job_of, lay_out, open_pack, plan_of
from kaarten.source.nodes import Mapping
from kaarten.source.reader import parse_yaml
from tests.conftest import ROOT
from tests.layouts.packs import with_packs
from tests.test_whole_pack import Built

PACKS = ("leerkring", "vakmanschap")
TEAM, FILE = "buurtteam-oost", "kaarten-en-bladen.yaml"


def ids_of(pack: str) -> list[str]:
    """The materials of a pack, from its file alone."""
    text = (ROOT / "content" / "packs" / pack / "materials" / FILE).read_bytes()
    node = parse_yaml(text, FILE, Report())
    materials = node.get("materials") if isinstance(node, Mapping) else None
    assert isinstance(materials, Mapping)
    return list(materials.keys)


IDS = tuple(id for pack in PACKS for id in ids_of(pack))


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_packs(tmp_path_factory.mktemp("teams"), TEAM, PACKS)


@pytest.fixture(scope="module", params=["nl", "nl-formal", "en"])
def built(request: pytest.FixtureRequest, team: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    report = Report()
    pack = open_pack(Order(team, tmp_path_factory.mktemp("uit"), selection=Selection(only=IDS)), report)
    return Built(job_of(pack, request.param, report), build(pack, request.param, report, lambda: None))


def test_what_twelve_people_print(team: Path) -> None:
    """12 participants, 2 facilitators, 3 groups and tables. A5 lies two to a sheet, A6 four, A7 eight."""
    n, groups = 12, 3
    expected = {
        "afsprakenkaart-leerkring": 1, "stellingkaarten": 1 + 3 + 1, "telblad-wandeldebat": 1, "schema-methodieken": 1,
        "drie-niveaus-kaart": 1, "nabespreekkaart": 1, "begrippenkaart": n / 2, "verhaalkaart": n / 2,
        "competentiekaarten": 11,  # a cover, 6 groups, 19 competencies and 3 blank ones, for each group: 87 to 8 up
        "scorevel-competenties": 2 * groups, "exitkaart-leerkring": n / 4, "leerverslag": 2, "meeloopkaart": n / 4,
        "specialismelijst": 1, "agendablad-teamoverleg": 2,
        "vragen-van-het-traject": n / 2, "reactieblad-lied": n / 4,
        "interviewkaarten": 20,  # 12 and a cover for each of 6 pairs: 78 to 4 up; 7 reports, 2 up
        "luisterblad": n - 2, "interviewverslag": 4, "wolkjes": (7 + 1) * groups / 2, "vergelijkblad-wolkjes": 8,
        "ontwikkelpuntenkaarten": 2, "vuistregelkaarten": 5,  # 9 and a cover to 8 up; 5 and a cover, 3 times, to 4 up
        "vuistregelmatrix": groups, "een-zin-kaart": n / 4, "zodatje-kaart": 5, "kompaskaart": n / 2,  # 3 n to 8 up
        "het-werkt-als-kaart": n / 4, "tegendenkkaart": n / 4, "gesprekskaart-rollen": 2, "beeldkaart": 7,
        "vuistregelposter": 1,
        "leerling-gezel-meester": n / 2, "inwerkinterview": 1, "coupletblad": n / 2,
    }  # fmt: skip
    report = Report()
    pack = open_pack(Order(team, selection=Selection(only=IDS)), report)
    job = job_of(pack, "nl", report)
    plan = plan_of(job, lay_out(pack, job, report))
    assert {item.material: item.sheets for run in plan.runs for item in run.items} == expected
    assert set(expected) == set(IDS)


def test_the_song_is_neither_printed_nor_linked(built: Built) -> None:
    """The makers' condition: no address, no code; and the sheets about it say when it may be played."""
    for file in built.files.values():
        for page in PdfReader(file).pages:
            assert "/Annots" not in page
            assert not re.search(r"https?:|www\.", page.extract_text())
    notes = [one.content.note for one in built.job.materials if one.id in ("coupletblad", "reactieblad-lied")]
    assert len(notes) == 2
    assert notes[0] == notes[1]


@pytest.mark.parametrize(("more", "sheets"), [("", 4), ("materials: {leerinfrastructuur-check: {copies: 7}}\n", 7)])
def test_every_partner_has_a_check_of_her_own(tmp_path: Path, more: str, sheets: int) -> None:
    """The team, the municipality and two partners, unless the team says how many."""
    folder = with_packs(tmp_path, TEAM, ("ruimte",))
    file = folder / "team.yaml"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=("leerinfrastructuur-check",))), report)
    job = job_of(pack, "nl", report)
    (run,) = plan_of(job, lay_out(pack, job, report)).runs
    assert run.sheets == sheets


@pytest.mark.parametrize("language", ["nl", "nl-formal", "en"])
def test_answers_stand_in_one_order_on_survey_and_result_sheet(tmp_path: Path, language: str) -> None:
    """Who counts by hand goes down both at once."""
    report, only = Report(), ("enquete-ontwikkelruimte", "resultatenblad")
    pack = open_pack(Order(with_packs(tmp_path, TEAM, ("ruimte",)), selection=Selection(only=only)), report)
    content = {one.material.id: one.material.content for one in lay_out(pack, job_of(pack, language, report), report)}
    fields = content["enquete-ontwikkelruimte"].fields
    asked = {id: list(each.options or each.rows) for id, each in fields.items() if each.options or each.rows}
    assert len(asked) == 10
    assert {id: list(chart.bars) for id, chart in content["resultatenblad"].charts.items()} == asked
