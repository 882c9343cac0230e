"""Drawings: at every size, in every tone and with any number of fields they hold what belongs in them."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.brand.colours import contrast
from kaarten.brand.inks import LINE
from kaarten.compose.drawing.figures import FIGURES
from kaarten.compose.face import Element, Face, Piece, Stretch
from kaarten.diagnostics import KaartenError, Report, Severity
from kaarten.geometry import Rect
from kaarten.graphics import Glyphs, Shape
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from tests.conftest import ROOT
from tests.layouts.checks import inspect_pieces
from tests.layouts.polygons import flattened, holds
from tests.samples import kit

PACKS = ROOT / "content" / "packs"
CARDS = ("t-profielkaart", "kompaskaart", "leercirkel", "theory-u", "zonekaart", "wolkjes")
SHEETS = ("triade", "niveaukaart", "poster-70-20-10")
MATRIX = "vuistregelmatrix"
SIZES = {"A6": "a4", "A5 landscape": "a4", "A4": "a4", "A3": "a3", "A3 landscape": "a3", "A1": "a1"}


def made(folder: Path, size: str, ids: tuple[str, ...], language: str = "nl", more: str = ""):
    """The pieces of these materials at this size, and what was told; from whatever packs have them."""
    folder.mkdir(parents=True, exist_ok=True)
    packs = ", ".join(sorted(pack.name for pack in PACKS.iterdir()))
    settings = "".join(f"  {id}: {{size: {size}, paper: {SIZES[size]}}}\n" for id in ids)
    team = f"name: Proefteam\npacks: [{packs}]\nparticipants: 6\nmaterials:\n{settings}{more}"
    (folder / "team.yaml").write_text(team, encoding="utf-8")
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=ids)), report)
    laid = lay_out(pack, job_of(pack, language, report), report)
    return [one.pieces for one in laid], [one for one in report if one.severity is not Severity.NOTE]


@pytest.mark.parametrize("language", ["nl", "nl-formal", "en"])
@pytest.mark.parametrize("size", [size for size in SIZES if size != "A3 landscape"])
def test_every_drawing_passes_every_check(tmp_path: Path, size: str, language: str):
    ids = CARDS if size == "A6" else (*CARDS, *SHEETS) if size != "A5 landscape" else CARDS
    packs, told = made(tmp_path, size, ids, language)
    assert told == []
    assert len(packs) == len(ids)
    for pieces in packs:
        assert inspect_pieces(pieces).faults == []


@pytest.mark.parametrize("language", ["nl", "nl-formal", "en"])
def test_the_matrix_has_a_box_for_every_rule_and_task(tmp_path: Path, language: str):
    ((piece,),), told = made(tmp_path, "A3 landscape", (MATRIX,), language)
    assert told == []
    assert inspect_pieces((piece,)).faults == []
    table = next(one for one in piece.front.tree if one.tag == "Table")
    rows = [[cell.tag for cell in _elements(row)] for row in _elements(table)]
    assert rows == [["TH"] * 5, *([["TH", "TD", "TD", "TD", "TD"]] * 5)]


def test_a_field_without_room_for_a_line_is_told_at_its_label(tmp_path: Path):
    long = "Vraag door. " * 20
    words = f"words: {{nl: {{wolkjes: {{cards: {{work: {{fields: {{theme: {{hint: {long}}}}}}}}}}}}}}}\n"
    with pytest.raises(KaartenError) as caught:
        made(tmp_path, "A6", ("wolkjes",), more=words)
    (told,) = caught.value.diagnostics
    assert told.code == "page-too-full"
    line = (ROOT / told.mark.file).read_text(encoding="utf-8").splitlines()[told.mark.line - 1]
    assert line.strip().startswith("label:")


@pytest.mark.parametrize("size", ["A6", "A5 landscape"])
@pytest.mark.parametrize("language", ["nl", "nl-formal", "en"])
def test_what_has_no_room_under_a_drawing_stands_on_the_next_cards(tmp_path: Path, size: str, language: str):
    """Nothing is lost on the way: each field with its number once, each thing asked under each of them."""
    ids = ("triade", "niveaukaart", "drie-niveaus-kaart")
    (tmp_path / "own").mkdir()
    contents, _ = own_size(tmp_path / "own", ids, language)
    packs, told = made(tmp_path / "small", size, ids, language)
    assert told == []
    assert len(packs) == len(ids)
    for id in ids:
        content = contents[id]
        pieces = next(each for each in packs if str(content.lead) in told_on(each))
        assert len(pieces) > 1
        assert inspect_pieces(pieces).faults == []
        said, fields = told_on(pieces), list(content.fields.values())
        for text in (content.question, *(each for field in fields for each in (field.label, field.hint))):
            assert str(text) in said, (id, text)
        assert all(said.count(str(ask)) == len(fields) for ask in content.asks.values()), id


def test_every_cloud_is_a_card_of_its_own(tmp_path: Path):
    ((*pieces,),), told = made(tmp_path, "A5 landscape", ("wolkjes",))
    assert told == []
    assert [piece.name for piece in pieces][:3] == ["Samen in de wijk", "De werker", "Het werk"]
    assert len({piece.front for piece in pieces}) == len(pieces) == 8


def test_a_drawing_is_a_figure_with_words_and_its_fields_are_a_list(tmp_path: Path):
    ((piece,),), _ = made(tmp_path, "A4", ("kompaskaart",))
    figure = next(one for one in piece.front.tree if one.tag == "Figure" and "kompasroos" in (one.alt or ""))
    assert figure.box is not None
    fields = next(one for one in piece.front.tree if one.tag == "L")
    assert [kid.tag for kid in _elements(fields)] == ["LI"] * 4


def _elements(parent: Element) -> list[Element]:
    return [kid for kid in parent.kids if isinstance(kid, Element)]


boxes = st.builds(Rect, st.floats(5, 20), st.floats(5, 20), st.floats(40, 500), st.floats(40, 500))


@given(st.sampled_from(sorted(set(FIGURES) - {"t", "cloud"})), boxes, st.integers(3, 7))
def test_signs_stand_apart_and_everything_in_the_box(name: str, box: Rect, count: int):
    diagram = FIGURES[name](box, count)
    assert len(diagram.marks) == count
    for part in diagram.parts:
        assert box.inset(-0.1).contains(part.path.bounds(), slack=0.12 * min(box.width, box.height))
    side = min(box.width, box.height)
    for index, (x, y) in enumerate(diagram.marks):
        assert box.contains(Rect(x, y, 0, 0))
        assert all(abs(x - u) + abs(y - v) > 0.05 * side for u, v in diagram.marks[:index])


@given(st.sampled_from(sorted(set(FIGURES) - {"t", "cloud", "compass"})), boxes, st.integers(3, 5))
def test_the_room_of_every_word_lies_in_the_box_and_touches_no_other(name: str, box: Rect, count: int):
    diagram = FIGURES[name](box, count)
    assert len(diagram.rooms) == count
    for index, room in enumerate(diagram.rooms):
        assert box.inset(-0.14 * min(box.width, box.height)).contains(room.box)
        assert name == "u" or not any(room.box.overlaps(other.box) for other in diagram.rooms[:index])


@pytest.mark.parametrize("language", ["nl", "nl-formal", "en"])
def test_every_drawing_that_comes_with_kaarten_says_what_its_parts_are(tmp_path: Path, language: str):
    ids = ("drie-niveaus-kaart", "leercirkel", "theory-u", "zonekaart", "triade", "niveaukaart", "poster-70-20-10")
    contents, pieces = own_size(tmp_path, ids, language)
    for id in ids:
        ((piece,), content) = pieces[id], contents[id]
        for field in content.fields.values():
            assert field.drawn, (id, field.label)
            assert set(field.drawn.split()) <= set(" ".join(drawn_only(piece.front)).split()), (id, language)


def test_a_word_that_does_not_fit_leaves_its_sign_alone(tmp_path: Path):
    ((piece,),), told = made(tmp_path, "A6", ("theory-u",))
    assert told == []
    assert {line for line in drawn_only(piece.front) if line} == {"1", "2", "3"}


def test_a_sign_that_says_it_already_needs_no_word(tmp_path: Path):
    ((piece,),), _ = made(tmp_path, "A3", ("kompaskaart",))
    assert set(drawn_only(piece.front)) == {"N", "O", "Z", "W"}


@pytest.mark.parametrize("language", ["nl", "nl-formal", "en"])
def test_the_columns_of_a_t_begin_level_and_have_their_lines_level(tmp_path: Path, language: str):
    _, pieces = own_size(tmp_path, ("t-profielkaart",), language)
    ((piece,),) = pieces.values()
    heads = labels_of(piece.front)[1:]
    assert len({round(y, 2) for _, y in heads}) == 1
    written = [(x, y) for x, y, _ in ruled(piece.front) if y > heads[0][1]]
    by_column = [{round(y, 2) for at, y in written if abs(at - x) < 0.1} for x, _ in heads]
    assert by_column[0] == by_column[1] == by_column[2]
    assert len(by_column[0]) >= 4


@pytest.mark.parametrize("id", ["triade", "niveaukaart", "drie-niveaus-kaart", "zonekaart"])
def test_the_last_question_has_two_lines_that_keep_clear_of_the_foot(tmp_path: Path, id: str):
    _, pieces = own_size(tmp_path, (id,), "nl")
    ((piece,),) = pieces.values()
    *_, before, last = sorted({round(y, 2) for _, y, _ in ruled(piece.front)})
    assert last - before == pytest.approx(9)
    assert last <= (278.8 - 6 if piece.front.size.height > 200 else 129.5)


def test_what_is_asked_begins_a_line_of_every_field(tmp_path: Path):
    contents, pieces = own_size(tmp_path, ("triade",), "nl")
    ((piece,),) = pieces.values()
    told = lines_of(piece.front)
    for ask in contents["triade"].asks.values():
        assert told.count(str(ask)) == 3
    short = [x for x, _, width in ruled(piece.front) if width < 165]
    assert len(short) >= 3 * len(contents["triade"].asks)


def own_size(folder: Path, ids: tuple[str, ...], language: str):
    """Contents and pieces of these materials by id, at the size that they have."""
    packs = ", ".join(sorted(pack.name for pack in PACKS.iterdir()))
    (folder / "team.yaml").write_text(f"name: Proefteam\npacks: [{packs}]\nparticipants: 6\n", encoding="utf-8")
    report = Report()
    laid = lay_out(
        pack := open_pack(Order(folder, selection=Selection(only=ids)), report), job_of(pack, language, report), report
    )
    assert [one for one in report if one.severity is not Severity.NOTE] == []
    return {one.material.id: one.material.content for one in laid}, {one.material.id: one.pieces for one in laid}


def glyphs(face: Face, *, artifacts: bool) -> list[Glyphs]:
    """The texts for the eye only, or those that are read."""
    stretches = [one for one in face.stretches if (one.element is None) == artifacts]
    return [each for stretch in stretches for each in stretch.paint if isinstance(each, Glyphs)]


def lines_of(face: Face, *, artifacts: bool = False) -> list[str]:
    return [
        " ".join(word.text for word in line.words) for each in glyphs(face, artifacts=artifacts) for line in each.lines
    ]


def told_on(pieces: tuple[Piece, ...]) -> str:
    """All that is read on them, line after line."""
    return " ".join(line for piece in pieces for line in lines_of(piece.front))


def drawn_only(face: Face) -> list[str]:
    return lines_of(face, artifacts=True)


def labels_of(face: Face) -> list[tuple[float, float]]:
    """Where the first line of each field in the list begins."""
    fields = next(one for one in face.tree if one.tag == "L")
    found: list[tuple[float, float]] = []
    for item in _elements(fields):
        (body,) = [kid for kid in _elements(item) if kid.tag == "LBody"]
        first = next(kid for kid in _elements(body) if kid.tag == "P")
        (stretch,) = first.kids
        assert isinstance(stretch, Stretch)
        line = next(each for each in stretch.paint if isinstance(each, Glyphs)).lines[0]
        found.append((line.x, line.y))
    return found


def ruled(face: Face) -> list[tuple[float, float, float]]:
    """Left end, height and length of every line to write on (mm)."""
    shapes = [each for one in face.stretches for each in one.paint if isinstance(each, Shape)]
    boxes = [(each.path.bounds(), each.stroke) for each in shapes if each.stroke and each.stroke.colour == LINE]
    return [(box.x, box.y, box.width) for box, _ in boxes if box.height < 0.01]


@given(st.sampled_from(["t", "cloud"]), boxes, st.integers(1, 4))
def test_fields_in_a_drawing_lie_in_it_and_not_over_each_other(name: str, box: Rect, count: int):
    diagram = FIGURES[name](box, count)
    outline = flattened(diagram.parts[0].path)
    inside = diagram.boxes if name == "cloud" else diagram.boxes[:2]
    for one in inside:
        corners = ((one.x, one.y), (one.right, one.y), (one.x, one.bottom), (one.right, one.bottom))
        assert all(holds(outline, diagram.parts[0].path.bounds(), corner) for corner in corners)
    for index, one in enumerate(diagram.boxes):
        assert not any(one.overlaps(other) for other in diagram.boxes[:index])


def test_parts_that_touch_differ_without_colour():
    """Every tone has an outline in ink, and tint and strong differ in lightness from paper and each other."""
    brand = kit()
    assert contrast(brand.tint, brand.tint_strong) > 1.1
    for name, draw in FIGURES.items():
        assert any(part.outlined for part in draw(Rect(0, 0, 100, 100), 3).parts), name


def test_strokes_grow_with_the_drawing(tmp_path: Path):
    def widest(size: str) -> float:
        ((piece,),), _ = made(tmp_path / size, size, ("kompaskaart",))
        paint = [each for stretch in piece.front.stretches if stretch.element for each in stretch.paint]
        return max(each.stroke.width for each in paint if isinstance(each, Shape) and each.stroke)

    assert widest("A6") < widest("A4") < widest("A1")


@given(st.integers(3, 8), st.floats(40, 200))
def test_the_joints_between_the_arrows_of_a_cycle_are_equally_wide(count: int, side: float) -> None:
    arrows = [part.path.steps for part in FIGURES["cycle"](Rect(0, 0, side, side), count).parts]
    corners = [[step for step in steps if step[0] in "ML"] for steps in arrows]
    joints = [math.dist(one[1][1:], other[-1][1:]) for one, other in pairwise([*corners, corners[0]])]
    assert joints == pytest.approx([0.025 * side] * count)


def test_rings_stand_clear_of_each_other_at_their_foot() -> None:
    rings = [flattened(part.path) for part in FIGURES["rings"](Rect(0, 0, 140, 54), 3).parts]
    lowest = [max(y for outline in ring for _, y in outline) for ring in rings]
    assert min(outer - inner for outer, inner in pairwise(lowest)) >= 3.5
