"""Presentations: the same words as the PDF, native, in real layouts, with alternative texts and notes, and the same
bytes every time.
"""

from __future__ import annotations

import hashlib
import io
import os
import posixpath
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation
from pypdf import PdfReader

from kaarten import pipeline
from kaarten.compose.slide import Drawing, Filling
from kaarten.diagnostics import Report
from kaarten.finish.folder import Finished
from kaarten.model.selection import Selection
from kaarten.office import pptx
from kaarten.office.drawingml import shown
from kaarten.office.pptx import Deck, DeckMismatchError, deck_of, presentation
from kaarten.pipeline import Order, build, job_of, lay_out, open_pack
from tests.conftest import ROOT

BUURT, GEBIED = ROOT / "content/teams/buurtteam-oost", ROOT / "content/teams/gebiedsteam-noorderlanden"
WIJK = ROOT / "content/teams/academie-de-schakel/teams/wijkteam-zonnehoven"
DECKS = [
    (BUURT, "nl", "presentatie-1"),
    (BUURT, "en", "presentatie-2"),
    (GEBIED, "nl-formal", "presentatie-2"),
    (WIJK, "nl", "presentatie-1"),
]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@cache
def deck(folder: Path, language: str, material: str) -> Deck:
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=(material,))), report)
    job = job_of(pack, language, report)
    (laid,) = lay_out(pack, job, report)
    found = deck_of(job, laid.material, laid.pieces, report)
    assert found
    return found


@cache
def file(folder: Path, language: str, material: str) -> bytes:
    return presentation(deck(folder, language, material))


@pytest.fixture(params=DECKS, ids=lambda each: "-".join([each[0].name, *each[1:]]))
def both(request: pytest.FixtureRequest) -> tuple[Deck, Any]:
    """A deck, and its presentation as python-pptx reads it."""
    return deck(*request.param), Presentation(io.BytesIO(file(*request.param)))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text.replace("\u2011", "-"))


# ---- the words


def test_every_slide_has_every_text_and_no_other(both: tuple[Deck, Any]) -> None:
    made, read = both
    for slide, page in zip(made.slides, read.slides, strict=True):
        said = sorted(
            paragraph.text
            for shape in page.placeholders
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
        )
        items = [item for content in slide.contents if isinstance(content, Filling) for item in content.items]
        timed = [f"{item.mark}\t" if ("." in item.mark or ":" in item.mark) else "" for item in items]
        assert said == sorted(mark + shown(item.text) for mark, item in zip(timed, items, strict=True))


@pytest.mark.parametrize("each", DECKS[:2], ids=lambda each: each[2])
def test_the_pdf_of_the_same_slides_says_the_same(each: tuple[Path, str, str], tmp_path: Path) -> None:
    folder, language, material = each
    pack = open_pack(Order(folder, tmp_path, selection=Selection(only=(material,))), Report())
    finished = build(pack, language, Report(), lambda: None)
    pages = PdfReader(finished.folder / f"{material}.pdf").pages
    for slide, page in zip(deck(*each).slides, pages, strict=True):
        text = squeezed(page.extract_text())
        assert [one for one in slide.texts if squeezed(shown(one)) not in text] == []
    assert (finished.folder / f"{material}.pptx").read_bytes() == file(*each)


def test_notes_say_what_the_script_says(both: tuple[Deck, Any]) -> None:
    made, read = both
    for slide, page in zip(made.slides, read.slides, strict=True):
        assert page.has_notes_slide == bool(slide.notes)
        if slide.notes:
            lines = [paragraph.text for paragraph in page.notes_slide.notes_text_frame.paragraphs]
            assert lines == [shown(note) for note in slide.notes]
    assert sum(bool(slide.notes) for slide in made.slides) > 15


# ---- layouts


def test_slides_stand_in_real_layouts_with_names_in_their_language(both: tuple[Deck, Any]) -> None:
    made, read = both
    names = [layout.name for layout in read.slide_layouts]
    assert names == list(dict.fromkeys(slide.frame.name for slide in made.slides))
    assert [page.slide_layout.name for page in read.slides] == [slide.frame.name for slide in made.slides]
    assert (read.slide_width, read.slide_height) == (12_192_000, 6_858_000)


def test_titles_come_first_and_no_place_is_empty(both: tuple[Deck, Any]) -> None:
    made, read = both
    for slide, page in zip(made.slides, read.slides, strict=True):
        shapes = list(page.shapes)
        assert all(shape.is_placeholder for shape in shapes)
        assert shapes[0].placeholder_format.type == 1  # a title
        assert page.shapes.title.text_frame.text == shown(slide.title)
        assert all(shape.text_frame.text.strip() for shape in shapes if shape.has_text_frame)
        assert len(shapes) == len(slide.contents)
        assert len({shape.shape_id for shape in shapes}) == len(shapes)


def test_text_stands_in_the_box_it_was_measured_for_and_never_shrinks(both: tuple[Deck, Any]) -> None:
    made, read = both
    for slide, page in zip(made.slides, read.slides, strict=True):
        for content, shape in zip(slide.contents, page.shapes, strict=True):
            box = content.place.box
            mm = [length / 36_000 for length in (shape.left, shape.top, shape.width, shape.height)]
            assert mm == pytest.approx([box.x, box.y, box.width, box.height], abs=0.001)
            if shape.has_text_frame:
                body = shape.element.txBody.bodyPr
                assert body.find(f"{A}noAutofit") is not None


def test_pictures_and_logos_have_words(both: tuple[Deck, Any]) -> None:
    made, read = both
    drawings = [content for slide in made.slides for content in slide.contents if isinstance(content, Drawing)]
    pictures = [shape for page in read.slides for shape in page.shapes if shape.element.tag == f"{P}pic"]
    assert [shape.element.nvPicPr.cNvPr.get("descr") for shape in pictures] == [drawing.alt for drawing in drawings]
    logos = [f"Logo: {logo.name}" for logo in made.brand.logos]
    for layout in read.slide_layouts:
        found = [shape.element for shape in layout.shapes if shape.element.tag == f"{P}pic"]
        assert [element.nvPicPr.cNvPr.get("descr") for element in found] == logos


def test_a_logo_that_is_a_picture_stays_as_it_is_and_paths_become_one() -> None:
    media = {name: data for name, data in parts(file(*DECKS[2])).items() if "media/" in name}
    (logo,) = deck(*DECKS[2]).brand.logos
    assert logo.paint[0].bitmap.data in media.values()  # type: ignore[union-attr]
    drawn = [data for name, data in parts(file(*DECKS[0])).items() if "media/logo" in name]
    assert len(drawn) == 1
    assert drawn[0].startswith(b"\x89PNG")


def test_every_run_says_its_language(both: tuple[Deck, Any]) -> None:
    made, read = both
    runs = [run for page in read.slides for run in page.shapes.element.iter(f"{A}rPr", f"{A}endParaRPr")]
    assert len(runs) > 100
    assert {run.get("lang") for run in runs} == {made.language_tag}


def test_the_number_of_a_slide_counts_by_itself(both: tuple[Deck, Any]) -> None:
    _, read = both
    fields = [field for page in read.slides for field in page.shapes.element.iter(f"{A}fld")]
    assert len(fields) > 15
    assert {field.get("type") for field in fields} == {"slidenum"}


def test_the_theme_is_the_brand(both: tuple[Deck, Any]) -> None:
    made, read = both
    (theme,) = [
        part for part in read.slide_master.part.package.iter_parts() if part.partname == "/ppt/theme/theme1.xml"
    ]
    root = ElementTree.fromstring(theme.blob)
    colours = {node.tag.removeprefix(A): node[0].get("val") for node in root.find(f".//{A}clrScheme") or []}
    assert colours["accent1"] == made.brand.primary.hex[1:]
    fonts = [node.get("typeface") for node in root.iter(f"{A}latin")]
    assert fonts == [family.regular.first.family for family in (made.brand.heading, made.brand.body)]


def test_another_font_for_titles_is_named() -> None:
    assert deck(*DECKS[2]).brand.heading.regular.first.family == "Arvo"


# ---- the file


@pytest.mark.parametrize("each", DECKS, ids=lambda each: "-".join([each[0].name, *each[1:]]))
def test_every_part_is_well_formed_has_a_type_and_every_relation_a_target(each: tuple[Path, str, str]) -> None:
    found = parts(file(*each))
    for name, data in found.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(data)
    types = ElementTree.fromstring(found["[Content_Types].xml"])
    named = {node.get("PartName", "").removeprefix("/") for node in types}
    endings = {node.get("Extension") for node in types}
    assert [name for name in found if name not in named and name.rpartition(".")[2] not in endings] == []
    for name in found:
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for node in ElementTree.fromstring(found[name]).iter(RELATION):
                target = posixpath.normpath(posixpath.join(folder, node.get("Target", ""))).removeprefix("/")
                assert target.removeprefix("/") in found or node.get("Target", "").removeprefix("/") in found, name


def test_it_tells_its_title_and_who_made_it_and_no_time() -> None:
    read: Any = Presentation(io.BytesIO(file(*DECKS[0])))
    properties = read.core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Presentatie bijeenkomst 1",
        "Buurtteam Oost",
        "nl-NL",
    )
    assert properties.created is None
    with zipfile.ZipFile(io.BytesIO(file(*DECKS[0]))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.external_attr) for entry in archive.infolist()} == {(0, 0)}


DIGEST = "from tests.office.test_pptx import digest; print(digest())"


def digest() -> str:
    return hashlib.sha256(file(*DECKS[0])).hexdigest()


def test_processes_and_times_of_day_agree(tmp_path: Path) -> None:
    for seed, zone in (("0", "UTC"), ("random", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", DIGEST]
        made = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        assert made.stdout.strip() == digest()


def test_what_does_not_read_back_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = deck(*DECKS[0])
    monkeypatch.setattr(pptx, "_fill", lambda *_: None)
    with pytest.raises(DeckMismatchError):
        presentation(replace(whole, slides=whole.slides[:2]))


# ---- in the pipeline


def small(folder: Path) -> Path:
    (folder / "team.yaml").write_text("name: Team West\n", encoding="utf-8")
    return folder


def made(folder: Path, output: Path) -> tuple[Finished, Report]:
    report = Report()
    pack = open_pack(Order(folder, output, selection=Selection(only=("presentatie-2",))), report)
    return build(pack, "nl", report, lambda: None), report


def test_it_is_written_beside_its_pdf_kept_while_right_and_made_again_when_altered(tmp_path: Path) -> None:
    folder, output = small(tmp_path), tmp_path / "uit"
    first, _ = made(folder, output)
    names = ["presentatie-2.pdf", "presentatie-2.pptx", "team-west-nl-presentatie-2.zip"]
    assert [(one.name, one.about.sheets) for one in first.outcomes][:2] == [(name, 0) for name in names[:2]]
    assert not [one for one in made(folder, output)[0].outcomes if one.reasons]
    changed = first.folder / "presentatie-2.pptx"
    whole = changed.read_bytes()
    changed.write_bytes(b"iets anders")
    again = {one.name: [reason.kind for reason in one.reasons] for one in made(folder, output)[0].outcomes}
    assert again["presentatie-2.pptx"] == ["altered"]
    assert again["presentatie-2.pdf"] == []
    assert changed.read_bytes() == whole


def test_a_presentation_takes_no_paper(tmp_path: Path) -> None:
    pack = open_pack(Order(small(tmp_path), selection=Selection(only=("presentatie-2", "printplan"))), Report())
    job = job_of(pack, "nl", Report())
    laid = {one.material.id: one for one in lay_out(pack, job, Report())}
    assert laid["presentatie-2"].sheets_printed == 0
    assert laid["presentatie-2"].pieces
    runs = pipeline.plan_runs(laid.values())
    assert runs
    assert not [run for run in runs if "presentatie-2" in run.materials]


def test_without_the_library_there_is_a_pdf_and_a_warning_and_with_it_all_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, output = small(tmp_path), tmp_path / "uit"
    with monkeypatch.context() as patch:
        patch.setattr(pptx, "installed", lambda: False)
        patch.setattr("kaarten.finish.ingredients._version", lambda name: "absent" if "pptx" in name else "1")
        bare, report = made(folder, output)
    assert [one.name for one in bare.outcomes if one.name.startswith("presentatie")] == ["presentatie-2.pdf"]
    assert [d.code for d in report if "presentation" in d.code] == ["presentation-not-made"]
    assert "presentatie-2.pptx" in {one.name for one in made(folder, output)[0].outcomes if one.reasons}
