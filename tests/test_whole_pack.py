"""The whole pack of the three example teams, each in another language, as `kaarten build` writes it.

In: content/teams. Out: every PDF conforms, is as long and as large as planned, tells the printer what to do, and holds
every word that was written for it; and the same input gives the same bytes in any process, folder and hash seed. Leaves
alone: where things stand on a page (tests/layouts).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import RectangleObject

from kaarten.diagnostics import Report
from kaarten.finish.folder import Finished
from kaarten.finish.manifest import About
from kaarten.geometry import POINTS_PER_MM, Size
from kaarten.model.content import Amount, LayoutContent
from kaarten.pipeline import Order, build, job_of, lay_out, open_pack, plan_of
from kaarten.tailor.job import Job, Material
from kaarten.tailor.print_plan import PrintPlan
from kaarten.text import TO_WRITE_ON, Text
from layouts.letter import Fact
from tests.conformance import assert_conforms
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

TEAMS = ("buurtteam-oost", "gebiedsteam-noorderlanden", "wijkteam-zonnehoven")
LANGUAGES = ("nl", "nl-formal", "en")
PACKS = list(zip(TEAMS, LANGUAGES, strict=True))
"""Every team and every language once; `.ci/run` has all nine checked by validators from outside."""

ONLY_A_BOOKMARK = {
    "koppen-kaarten", "koppen-bladen", "poster-wiel", "poster-stickers",
    "tijdkaarten", "rolkaartjes", "rolkaart-begeleider-1", "rolkaart-begeleider-2", "werkvormkaarten-1",
    "werkvormkaarten-2", "vragenkaart-bedoeling", "vragenkaart-overzicht", "vragenkaart-vergelijken",
    "antwoordblad-kansen", "blad-andere-elementen", "cijferkaart", "exitkaart-1", "exitkaart-2", "minderheidskaart",
    "verwijskaart",
    "flapkoppen-1", "flapkoppen-2", "flap-vragen", "flap-koppen",
    "naamstickers", "badges", "kennisstickers-algemeen", "kennisstickers-specifiek", "keuzestickers",
    "etiketten", "proefvel-etiketten", "naambordjes", "presentatie-1", "presentatie-2",
}  # fmt: skip
"""Materials whose title names their bookmark and their run, for a heading of their own stands on the page or none."""

FLAPS = ("flap-vragen", "flap-koppen")
"""Whole sheets for the flip chart: whoever prints them sets `copies`."""

NEEDLESS = {
    "buurtteam-oost": {*FLAPS, "badges", "kennisstickers-algemeen", "kennisstickers-specifiek"},
    "gebiedsteam-noorderlanden": {*FLAPS, "naamstickers", "kennisstickers-algemeen", "kennisstickers-specifiek"},
    "wijkteam-zonnehoven": {*FLAPS, "badges"},
}
"""Name stickers or badges; no knowledge stickers for a team that buys dots."""


NOT_OF_DECK = {"deck_cards": ("intro", "heading"), "deck_poster": ("intro", "back", "kind")}
"""The three print-outs of a deck share its words: what each leaves to the others."""


def not_printed(job: Job) -> set[str]:
    """Ids of the texts that this pack rightly lacks: with initials nobody reads where to write a name, and so on."""
    other = "write_initials" if job.stickers.named else "write_name"
    printed = {material.id for material in job.materials if material.copies}
    return {f"{material}.title" for material in ONLY_A_BOOKMARK & printed} | {f"poster-stickers.{other}"}


@dataclass(frozen=True)
class Built:
    """One team in one language, on disk."""

    job: Job
    finished: Finished

    @property
    def files(self) -> dict[str, Path]:
        """The PDFs."""
        return {name: self.finished.folder / name for name in self.about}

    @property
    def about(self) -> dict[str, About]:
        return {outcome.name: outcome.about for outcome in self.finished.outcomes if outcome.about.pages}

    def material(self, id: str) -> Material:
        return next(material for material in self.job.materials if material.id == id)


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory, teams: dict[str, Path]) -> dict[tuple[str, str], Built]:
    """Everything built once, through the pipeline."""
    output = tmp_path_factory.mktemp("pakketten")
    assert set(teams) == set(TEAMS)
    return {(team, language): _build(teams[team], language, output) for team, language in PACKS}


def _build(folder: Path, language: str, output: Path) -> Built:
    report = Report()
    pack = open_pack(Order(folder, output), report)
    return Built(job_of(pack, language, report), build(pack, language, report, lambda: None))


@pytest.fixture(params=PACKS, ids="-".join)
def built(request: pytest.FixtureRequest, packs: dict[tuple[str, str], Built]) -> Built:
    return packs[request.param]


# ---- the files


def test_every_pdf_conforms(built: Built) -> None:
    assert len(built.files) > 5
    for file in built.files.values():
        assert_conforms(file.read_bytes())


def test_every_font_is_embedded_and_none_is_a_standard_one(built: Built) -> None:
    """Dots, and stickers to write a name on, have no text at all."""
    looked = 0
    for name, file in built.files.items():
        with pikepdf.open(file) as opened:
            fonts = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item]
            outlines = [font.FontDescriptor for font in fonts if font.get("/Subtype") != "/Type0"]
            assert bool(fonts) == bool(_read(file)), name
            assert all("/FontFile2" in descriptor for descriptor in outlines), name
            assert len(outlines) == len(fonts) / 2, name
        looked += bool(fonts)
    assert looked > 5


def test_pages_are_as_many_and_as_large_as_planned(built: Built) -> None:
    for name, about in built.about.items():
        pages = PdfReader(built.files[name]).pages
        assert len(pages) == about.pages, name
        if about.sheets:
            assert about.pages == about.sheets * about.sides, name
            sizes = {min(_size(page.mediabox), _size(page.mediabox)[::-1]) for page in pages}  # a sheet may lie
            assert sizes == {_of(built.material(id).paper.size) for id in about.materials}, name
        else:
            sizes = [_size(page.mediabox) for page in pages]
            assert set(sizes) == {_of(built.material(id).size) for id in about.materials}, name


def _size(box: RectangleObject) -> tuple[int, int]:
    return round(box.width), round(box.height)


def _of(size: Size) -> tuple[int, int]:
    return round(size.width * POINTS_PER_MM), round(size.height * POINTS_PER_MM)


def test_the_printer_is_told_how_and_the_reader_what(built: Built) -> None:
    for name, about in built.about.items():
        root: Any = PdfReader(built.files[name]).root_object
        wishes = root["/ViewerPreferences"]
        assert wishes["/DisplayDocTitle"] == True, name  # noqa: E712 - pypdf's own boolean
        assert wishes["/PrintScaling"] == "/None", name
        duplex = {0: None, 1: "/Simplex", 2: "/DuplexFlipLongEdge"}[about.sides]
        assert wishes.get("/Duplex") == duplex, name
        assert root["/Lang"] == built.job.language.tag


def test_reading_files_have_a_bookmark_for_every_material(built: Built) -> None:
    for name, about in built.about.items():
        if not about.sheets:
            marks = [item.title for item in PdfReader(built.files[name]).outline if not isinstance(item, list)]
            assert marks == [str(built.material(id).title) for id in about.materials]


def test_what_a_team_does_not_need_is_in_no_file(built: Built) -> None:
    needless = {material.id for material in built.job.materials if material.copies == 0}
    assert needless == NEEDLESS[built.job.team_id]
    assert needless.isdisjoint(id for about in built.about.values() for id in about.materials)


def test_what_twelve_people_of_buurtteam_oost_print(packs: dict[tuple[str, str], Built]) -> None:
    """Counted by hand: 12 participants, 2 facilitators, 7 domains, 3 groups and tables, 9 and 5 working forms; 2
    dialogue cards of each domain and of the competencies, 4 blank ones. A5 lies two to a sheet, A6 four, A7 eight. The
    worked example of domain/materials.md section Y comes out, but for what it leaves out: sheets that hang, lists.
    """
    n, f, d = 12, 2, 7
    expected = {
        "werkblad-1": n + f, "werkblad-2": n + f, "flyer": n + f, "huiswerk": n, "competenties": n,
        "draaiboek-1": 3 * (f + 1), "draaiboek-2": 2 * (f + 1),  # sheets of two sides for f + 1
        "samenvatting": n / 2, "antwoordblad-kansen": n / 2, "exitkaart-1": n / 4, "exitkaart-2": n / 4,
        "minderheidskaart": 2, "verwijskaart": 4, "blad-andere-elementen": 1,  # 6 to 4 up, 7 and 1 to 2 up
        "vragenkaart-bedoeling": n / 2, "vragenkaart-overzicht": n / 2, "cijferkaart": 4,  # 14 to 4 up
        "werkvormkaarten-1": 5, "werkvormkaarten-2": 3,  # 18 and 10 to 4 up
        "rolkaart-begeleider-1": 1, "rolkaart-begeleider-2": 1, "tijdkaarten": 2, "rolkaartjes": 3 * (d + 1) / 8,
        "koppen-kaarten": (d + 1) / 2, "koppen-bladen": d + 1, "vragenkaart-vergelijken": 2,
        "dialoogkaarten": (2 * d + 2 + 4) / 2, "leervormenkaart": d + 1, "vragenblad-viertal": 3 + 1,
        "blad-doelgroepen": 3, "kaderblad": 3 + 1, "naambordjes": (n + f + 2) / 2, "bewijs-van-deelname": n,
        "flapkoppen-1": d, "flapkoppen-2": d + 1, "invulblad-vragen": d + 2,
        "notulenblad-1": 2, "notulenblad-2": 2, "besluitenlijst": 2,
        "naamstickers": 2, "keuzestickers": 1, "etiketten": 1, "proefvel-etiketten": 3,
        "printplan": 6, "inpaklijst-1": 3, "inpaklijst-2": 3,
    }  # fmt: skip
    built = packs["buurtteam-oost", "nl"]
    items = {item.material: item.sheets for run in _plan(built).runs for item in run.items}
    assert {id: sheets for id, sheets in items.items() if sheets != expected.get(id, 1)} == {}
    assert set(expected) <= set(items)
    printed = sum(one.sheets * one.copies for one in built.about.values())
    assert printed == sum(items.values()) == _plan(built).sheets


def _plan(built: Built) -> PrintPlan:
    """The print plan of the whole pack, made again."""
    pack = open_pack(Order(ROOT / "content" / "teams" / built.job.team_id), Report())
    return plan_of(built.job, lay_out(pack, built.job, Report()))


# ---- the words


def test_every_word_written_for_a_material_is_in_its_pdf(built: Built) -> None:
    looked = 0
    missing: dict[str, str] = {}
    for material in (material for material in built.job.materials if material.copies):
        printed = printed_text(built, material)
        for text in _wanted(built.job, material):
            looked += 1
            if any(part not in printed for part in squeezed(text).split(TO_WRITE_ON)):
                missing[text.id] = text
    assert looked > 150
    allowed = not_printed(built.job)
    assert {id: text for id, text in missing.items() if id not in allowed} == {}
    written = [text for material in built.job.materials for text in texts_in(material.content)]
    titles = {material.title.id: material.title for material in built.job.materials}
    within = {id for id, title in titles.items() if any(title in text for text in written)}  # a list may name a card
    within |= {f"{id}.title" for id in built.job.needs}  # scripts and packing lists name what a meeting needs
    assert allowed - within <= set(missing), "an exception that is not needed"


def test_every_working_form_is_told(built: Built) -> None:
    cards = {id: printed_text(built, built.material(f"werkvormkaarten-{id}")) for id in ("1", "2")}
    assert len(built.job.forms) > 10
    for form in built.job.forms.values():
        for text in (form.name, form.text, form.hint):
            assert squeezed(text) in cards[form.meeting], text.id


def _wanted(job: Job, material: Material) -> set[Text]:
    """Every text of a material; what is said of each person once for each of them."""
    texts = {*texts_in(material.content), material.title, *material.credits}
    elsewhere = NOT_OF_DECK.get(material.layout, ())
    texts = {text for text in texts if text.id.rpartition(".")[2] not in elsewhere}
    of_people = {text for text in texts if "{" in text}
    return (texts - of_people) | {person.filled(text) for person in job.roster for text in of_people}


def test_everybody_whose_name_is_known_is_on_every_list(built: Built) -> None:
    for id in ("deelnemerslijst", "presentielijst-1", "presentielijst-2", "bewijs-van-deelname"):
        printed = printed_text(built, built.material(id))
        assert [person for person in built.job.roster if squeezed(person.name) not in printed] == []
    assert built.job.roster or built.job.team_id == "gebiedsteam-noorderlanden"


def test_every_domain_and_competency_is_told(built: Built) -> None:
    everything = "".join(_read(file) for name, file in built.files.items() if not built.about[name].sheets)
    job = built.job
    texts = [text for domain in job.domains for text in (domain.name, domain.sentence)]
    texts += [text for domain in job.domains for text in (domain.general_example, domain.specific_example)]
    texts += [*job.competency_names, *job.competency_sentences, job.competencies.name]
    missing = [text for text in texts if squeezed(text) not in everything]
    wheel = [file for name, file in built.files.items() if "poster-wiel" in built.about[name].materials]
    zones = "".join(squeezed(page.extract_text()) for page in PdfReader(wheel[0]).pages) if missing else ""
    assert [text for text in missing if squeezed(text) not in zones] == [], "read across the zones, and one by one"


def printed_text(built: Built, material: Material) -> str:
    """The text of the reading file of a material, or of its run when it belongs to no meeting."""
    names = [name for name, about in built.about.items() if material.id in about.materials]
    assert names, material.id
    reading = [name for name in names if not built.about[name].sheets]
    return "".join(_read(built.files[name]) for name in reading or names)


@cache
def _read(file: Path) -> str:
    """Read by the program that Chrome has, far faster than pypdf; of a drawing it reads lines right across."""
    document = pypdfium2.PdfDocument(file.read_bytes())
    try:
        pages = (document[number] for number in range(len(document)))
        return "".join(squeezed(page.get_textpage().get_text_bounded()) for page in pages)
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Without spaces: a reader of PDF puts one between the letters of a bent text, and breaks lines anywhere.

    With straight quotes, as they are typed; `tests/typeset/test_quotes.py` has how they are printed.
    """
    return re.sub(r"\s", "", text.translate(_AS_TYPED))


_AS_TYPED = str.maketrans("\u2011\u2018\u2019\u201c\u201d", "-''\"\"")


def texts_in(content: object) -> Iterator[Text]:
    """Every Text in a content model, wherever it stands."""
    if isinstance(content, Amount):  # one of the two follows a number, the other may not be needed
        return
    if isinstance(content, Fact) and not content.text:  # nothing was told, so there is nothing to name
        return
    if isinstance(content, Text):
        yield content
    elif isinstance(content, dict):
        for value in content.values():
            yield from texts_in(value)
    elif isinstance(content, list | tuple):
        for value in content:
            yield from texts_in(value)
    elif isinstance(content, LayoutContent):
        for name in type(content).model_fields:
            yield from texts_in(getattr(content, name))


# ---- the bytes


def test_two_folders_and_three_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    """Real processes: one in this checkout, two in a copy of it with another name, a space in it."""
    copy = tmp_path / "een andere map"
    for name in ("kaarten", "layouts", "content"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    made = [
        _run(checkout, tmp_path / f"uit {number}", seed)
        for number, (checkout, seed) in enumerate([(ROOT, "0"), (copy, "1"), (copy, "random")])
    ]
    first, *others = made
    assert len([name for name in first if name.endswith(".pdf")]) > 5
    for other in others:
        assert sorted(other) == sorted(first)
        assert [name for name in first if other[name] != first[name]] == []


def _run(checkout: Path, output: Path, seed: str) -> dict[str, bytes]:
    """Every file one build writes, by its path in the output folder; the lock and hidden files are no results."""
    team = checkout / "content" / "teams" / "buurtteam-oost"
    command = [sys.executable, "-m", "kaarten", "build", str(team), "--lang", "nl", "--output", str(output)]
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(checkout)}
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    files = [file for file in sorted(output.rglob("*")) if file.is_file() and not file.name.startswith(".")]
    return {file.relative_to(output).as_posix(): file.read_bytes() for file in files}
