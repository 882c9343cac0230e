"""Materials become runs in printing order, and a reading file with every face once."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from importlib import resources

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.face import Face, Piece
from kaarten.diagnostics import Mark, Report
from kaarten.geometry import PAPER_SIZES, Size
from kaarten.impose.runs import LONGEST_NAME, Imposed, impose, plan_runs, reading_sides
from kaarten.impose.sheets import Duplex
from kaarten.model.stock import Paper
from kaarten.tailor.job import Material
from kaarten.typeset.fonts import Typeface

A4, A6 = PAPER_SIZES["A4"], PAPER_SIZES["A6"]
MakePiece = Callable[..., Piece]
MakeMaterial = Callable[..., Material]
MakePaper = Callable[..., Paper]
Hop = Callable[..., Imposed]


@pytest.fixture(scope="session")
def hop(typeface: Typeface) -> Hop:
    def clean(material: Material, *pieces: Piece) -> Imposed:
        report = Report()
        made = impose(material, pieces, report, typeface, "Deel {tile}")
        assert list(report) == []
        return made

    return clean


def fault(material: Material, pieces: list[Piece], typeface: Typeface) -> tuple[Imposed, list[tuple[str, Mark]]]:
    report = Report()
    made = impose(material, pieces, report, typeface, "Deel {tile}")
    return made, [(diagnostic.code, diagnostic.mark) for diagnostic in report.errors]


def test_cards_are_laid_out_and_their_sheets_printed_once(hop: Hop, material: MakeMaterial, piece: MakePiece):
    made = hop(material(copies=2), piece("Noor", copies=2), piece("Karim"))
    assert (len(made.sheets), made.copies, made.sheets_printed) == (3, 1, 3)


def test_a_form_two_to_a_sheet_for_twelve_people_takes_six_sheets(hop: Hop, material: MakeMaterial, piece: MakePiece):
    made = hop(material(copies=12), piece("Samenvatting"))
    assert (len(made.sheets), made.copies) == (6, 1)


def test_whole_pages_stand_once_and_are_printed_as_often_as_needed(hop: Hop, material: MakeMaterial, piece: MakePiece):
    made = hop(material(size=A4, copies=14), piece("Blad 1", A4), piece("Blad 2", A4, copies=2))
    assert (len(made.sheets), made.copies, made.sheets_printed) == (3, 14, 42)
    assert [len(sheet.front.placements) for sheet in made.sheets] == [1, 1, 1]


def test_a_single_piece_smaller_than_its_sheet_has_cut_marks(hop: Hop, material: MakeMaterial, piece: MakePiece):
    size = Size(150, 200)
    made = hop(material(size=size, copies=3), piece("Kaart", size))
    assert (len(made.sheets), made.copies, len(made.cuts[0])) == (1, 3, 4)
    assert len(made.sheets[0].front.placements) == 2


def test_two_sided_pieces_turn_over_the_long_edge(hop: Hop, material: MakeMaterial, piece: MakePiece):
    made = hop(material(), piece("Noor", back=True), piece("Karim"), piece("Yara"))
    assert made.duplex is Duplex.LONG_EDGE
    assert [sheet.back is not None for sheet in made.sheets] == [True, True]


def test_one_sided_pieces_have_no_duplex(hop: Hop, material: MakeMaterial, piece: MakePiece):
    made = hop(material(), piece("Noor"))
    assert (made.duplex, made.sheets[0].back) == (Duplex.NONE, None)


def test_a_poster_larger_than_its_paper_comes_in_tiles(hop: Hop, material: MakeMaterial, piece: MakePiece):
    size = PAPER_SIZES["A1"]
    made = hop(material(size=size, tiled=True, copies=2), piece("Wiel", size))
    assert made.tiling is not None
    assert (len(made.sheets), made.copies, made.sheets_printed) == (12, 2, 24)
    assert made.sheets[0].front.bookmarks == (("Kaarten", 0), ("A1", 1))
    assert made.sheets[0].front.placements[0].alt == "Deel A1"


def test_a_tiled_poster_that_fits_its_paper_stays_whole(
    hop: Hop, material: MakeMaterial, piece: MakePiece, paper: MakePaper
):
    size = PAPER_SIZES["A3"].turned
    made = hop(material(size=size, tiled=True, paper=paper("A3")), piece("Overzicht", size))
    assert made.tiling is None
    assert [sheet.front.size for sheet in made.sheets] == [size]


def test_every_sheet_has_its_cut_list(hop: Hop, material: MakeMaterial, piece: MakePiece):
    made = hop(material(size=A6), piece("Exit", A6, copies=5))
    assert [[cut.position_mm for cut in cuts] for cuts in made.cuts] == [[105, 148.5], [105, 148.5]]


@pytest.mark.parametrize("copies", [0, 1])
def test_nothing_to_print_is_no_sheets(hop: Hop, material: MakeMaterial, piece: MakePiece, copies: int):
    pieces = [] if copies else [piece("Blad", A4)]
    assert hop(material(size=A4, copies=copies), *pieces).sheets == ()
    poster = PAPER_SIZES["A3"]
    tiled = [] if copies else [piece("Wiel", poster)]
    assert hop(material(size=poster, tiled=True, copies=copies), *tiled).sheets == ()


def test_a_piece_larger_than_the_paper_is_a_fault(material: MakeMaterial, piece: MakePiece, typeface: Typeface):
    size = PAPER_SIZES["A3"]
    made, codes = fault(material(size=size), [piece("Wiel", size)], typeface)
    assert codes == [("piece-larger-than-paper", Mark("materials.yaml", 3, 1))]
    assert made.sheets == ()


@pytest.mark.parametrize("size", [Size(19.9, 80), Size(80, 0)])
def test_a_piece_too_small_is_a_fault(material: MakeMaterial, piece: MakePiece, typeface: Typeface, size: Size):
    _, codes = fault(material(size=size), [piece("Snipper", size)], typeface)
    assert codes == [("piece-too-small", Mark("materials.yaml", 3, 1))]


def test_a_tiled_piece_with_a_back_is_a_fault(material: MakeMaterial, piece: MakePiece, typeface: Typeface):
    size = PAPER_SIZES["A3"]
    _, codes = fault(material(size=size, tiled=True), [piece("Wiel", size, back=True)], typeface)
    assert codes == [("back-of-tiled-piece", Mark("materials.yaml", 3, 1))]


@pytest.mark.parametrize("code", ["piece-larger-than-paper", "piece-too-small", "back-of-tiled-piece"])
def test_every_fault_has_its_sentences(code: str):
    text = resources.files("kaarten").joinpath("data", "messages", "impose.yaml").read_text("utf-8")
    assert set(yaml.safe_load(text)[code]) == {"en", "nl", "hint_en", "hint_nl"}


def test_a_face_of_another_size_is_the_layout_s_mistake(material: MakeMaterial, piece: MakePiece, typeface: Typeface):
    with pytest.raises(ValueError, match="kaarten"):
        impose(material(), [piece("Noor", A6)], Report(), typeface, "{tile}")


def test_runs_join_what_prints_alike_and_keep_the_order_of_the_materials(
    hop: Hop, material: MakeMaterial, piece: MakePiece, paper: MakePaper
):
    card = paper(name="a4-karton")
    sheet, both = piece("Blad", A4), piece("Blad", A4, back=True)
    made = [
        hop(material("werkblad", A4, copies=14), both),
        hop(material("dialoogkaarten", paper=card), piece("Noor")),
        hop(material("huiswerk", A4, copies=14), both),
        hop(material("lijst", A4), sheet),
        hop(material("flyer", A4, copies=12), both),
        hop(material("grijs", A4, colour=False), sheet),
    ]
    runs = plan_runs(made)
    assert [(run.number, run.materials, run.copies) for run in runs] == [
        (1, ("werkblad", "huiswerk"), 14),
        (2, ("dialoogkaarten",), 1),
        (3, ("lijst",), 1),
        (4, ("flyer",), 12),
        (5, ("grijs",), 1),
    ]
    assert [run.name for run in runs] == [
        "01-werkblad-huiswerk", "02-dialoogkaarten", "03-lijst", "04-flyer", "05-grijs",
    ]  # fmt: skip
    assert runs[0].sheets == (*made[0].sheets, *made[2].sheets)


def test_a_run_of_many_is_named_after_paper_and_sides(
    hop: Hop, material: MakeMaterial, piece: MakePiece, paper: MakePaper
):
    card = paper(name="a4-karton")
    one = [hop(material(name, A4, paper=card), piece(name, A4)) for name in "abc"]
    two = [hop(material(name, A4, paper=card), piece(name, A4, back=True)) for name in "def"]
    assert [run.name for run in plan_runs([*one, *two])] == ["01-a4-karton-enkelzijdig", "02-a4-karton-dubbelzijdig"]


def test_materials_that_name_a_file_share_it_with_no_others(hop: Hop, material: MakeMaterial, piece: MakePiece):
    def letter(name: str, copies: int = 1) -> Imposed:
        return hop(replace(material(name, A4, copies=copies), file="Brieven & post"), piece("Brief", A4))

    many = [
        letter("een"),
        hop(material("blad", A4), piece("Blad", A4)),
        letter("twee"),
        letter("drie"),
        letter("vier", 9),
    ]
    runs = plan_runs(many)
    assert [(run.name, run.materials) for run in runs] == [
        ("01-brieven-post", ("een", "twee", "drie")),
        ("02-blad", ("blad",)),
        ("03-vier", ("vier",)),
    ]


def test_a_material_without_sheets_has_no_run(material: MakeMaterial):
    assert plan_runs([Imposed(material(), ())]) == []


@given(st.lists(st.text(min_size=1), min_size=1, max_size=2))
def test_run_names_are_safe_for_any_file_system(hop: Hop, material: MakeMaterial, piece: MakePiece, names: list[str]):
    (run,) = plan_runs([hop(material(name, A4), piece("Blad", A4)) for name in names])
    assert re.fullmatch(r"01(-[a-z0-9]+)*", run.name)
    assert len(run.name) <= LONGEST_NAME


def test_run_names_stop_at_eighty_characters(hop: Hop, material: MakeMaterial, piece: MakePiece):
    (run,) = plan_runs([hop(material("k" * 76 + "-" + "w" * 40, A4), piece("Blad", A4))])
    assert run.name == "01-" + "k" * 76


def test_bookmarks_of_a_run_are_title_then_pieces(hop: Hop, material: MakeMaterial, piece: MakePiece):
    many = hop(material("kaarten"), piece("Noor", copies=2), piece("Karim"), piece("Yara"))
    single = hop(material("flyer", A4, copies=3), piece("Flyer", A4))
    (cards, pages) = plan_runs([many, single])
    assert [sheet.front.bookmarks for sheet in cards.sheets] == [
        (("Kaarten", 0), ("Noor", 1)),
        (("Karim, Yara", 1),),
    ]
    assert [sheet.front.bookmarks for sheet in pages.sheets] == [(("Flyer", 0),)]


def test_the_file_for_reading_has_each_face_once_at_its_own_size(
    hop: Hop, material: MakeMaterial, piece: MakePiece, face: Callable[..., Face]
):
    back = face("Achter")
    cards = [piece("Noor", back=back, copies=5), piece("Karim", back=back), piece("Yara", back=True)]
    poster = piece("Wiel", PAPER_SIZES["A1"])
    made = [hop(material(copies=2), *cards), hop(material("wiel", PAPER_SIZES["A1"], tiled=True), poster)]
    sides = reading_sides(made)
    assert [side.placements[0].face.title for side in sides] == [
        "Noor",
        "Achter",
        "Karim",
        "Yara",
        "Yara, achter",
        "Wiel",
    ]
    assert [side.size for side in sides] == [side.placements[0].face.size for side in sides]
    assert [side.bookmarks for side in sides] == [
        (("Kaarten", 0), ("Noor", 1)), (), (("Karim", 1),), (("Yara", 1),), (), (("Wiel", 0),),
    ]  # fmt: skip


@given(st.lists(st.lists(st.booleans(), max_size=4), max_size=4))
def test_reading_loses_and_repeats_no_face(hop: Hop, material: MakeMaterial, piece: MakePiece, backs: list[list[bool]]):
    made = [hop(material(), *(piece("Kaart", back=back, copies=2) for back in each)) for each in backs]
    wanted = [face for one in made for piece in one.pieces for face in (piece.front, piece.back) if face]
    sides = reading_sides([*made, *made])
    placed = [placement for side in sides for placement in side.placements]
    assert Counter(placement.face for placement in placed) == Counter(wanted)
    assert all(placement.read and (placement.x, placement.y) == (0, 0) for placement in placed)
