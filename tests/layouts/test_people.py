"""Lists, name cards and certificates: everybody is on them, once, however many there are."""

from __future__ import annotations

import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from kaarten.brand.inks import INK
from kaarten.compose.compose import Composed, compose
from kaarten.compose.face import Element, Face
from kaarten.diagnostics import Report
from kaarten.geometry import Rect
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, build, job_of, lay_out, open_pack
from kaarten.tailor.job import Job
from tests.layouts.checks import inspect, inspect_pieces
from tests.pages import Ink, measure
from tests.workbooks import workbook

MEETINGS = "meetings: {1: {date: 2027-03-02}, 2: {date: 2027-03-16}}\n"
LISTS = ("deelnemerslijst", "presentielijst-1", "presentielijst-2")
CARDS, CERTIFICATES = "naambordjes", "bewijs-van-deelname"


def team(folder: Path, participants: str, more: str = "") -> Path:
    (folder / "team.yaml").write_text(f"name: Team Oost\n{MEETINGS}participants: {participants}\n{more}", "utf-8")
    return folder


def made(
    folder: Path, *only: str, language: str = "nl", number: int | None = None
) -> tuple[Job, list[Composed], Report]:
    report = Report()
    pack = open_pack(Order(folder, folder / "uit", selection=Selection(only=only), participants=number), report)
    job = job_of(pack, language, report)
    return job, compose(job, pack.registry, report), report


def texts(face: Face) -> list[Ink]:
    return [ink for ink in measure(face).texts if ink.read]


# ---- a thousand people

NAMES = [f"Noor{number:04d} Voorbeeld" for number in range(1, 1001)]


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of a thousand people, every third with a role that takes two lines or three."""
    folder = tmp_path_factory.mktemp("duizend")
    role = "gespecialiseerd maatschappelijk werker en coördinator"
    rows = [(name, role if index % 3 == 0 else "arts") for index, name in enumerate(NAMES)]
    (folder / "d.xlsx").write_bytes(workbook([("Naam", "Functie"), *rows]))
    return team(folder, "d.xlsx")


@pytest.mark.parametrize("material", ["deelnemerslijst", "presentielijst-1"])
def test_nobody_is_lost_over_a_page_break(thousand: Path, material: str) -> None:
    job, (one,), report = made(thousand, material)
    assert not list(report)
    assert len(job.roster) == job.people.participants == 1000
    pages = [texts(piece.front) for piece in one.pieces]
    assert len(pages) > 40
    printed = [ink.text for page in pages for ink in page if ink.bold and ink.text.startswith("Noor")]
    assert printed == NAMES
    heads = [column.heading.split()[0] for column in one.material.content.columns.values()]
    for number, (piece, page) in enumerate(zip(one.pieces, pages, strict=True), start=1):
        said = [ink.text for ink in page]
        assert [head for head in heads if not any(text.startswith(head) for text in said)] == []
        assert f"{one.material.title} · {number} van {len(pages)}".replace("·", " ·  ").split() == _foot(page).split()
        lines = [rule.a[1] for rule in measure(piece.front).rules if rule.level]
        assert max(ink.bounds.bottom for ink in page if ink.y < 270) <= max(line for line in lines if line < 277)
    for piece in (one.pieces[0], one.pieces[1], one.pieces[-1]):
        assert inspect(measure(piece.front)).faults == []


def _foot(page: list[Ink]) -> str:
    return next(ink.text for ink in page if ink.y > 277)


def test_a_thousand_people_take_seconds(thousand: Path) -> None:
    """Everything on which their names stand, from the workbook to the files."""
    report = Report()
    began = time.process_time()
    pack = open_pack(Order(thousand, thousand / "uit", selection=Selection(only=(*LISTS, CARDS, CERTIFICATES))), report)
    build(pack, "nl", report, lambda: None)
    assert time.process_time() - began < 20
    assert list((thousand / "uit").rglob("*.pdf"))


def test_rows_of_different_height_are_never_split(thousand: Path) -> None:
    _, (one,), _ = made(thousand, "deelnemerslijst")
    heights = Counter(round(height, 1) for piece in one.pieces for height in _row_heights(piece.front))
    assert len(heights) == 2
    assert 9 <= min(heights) < 9.5  # what the fullest page leaves is shared out
    assert sum(heights.values()) == 1000


def _row_heights(face: Face) -> list[float]:
    """mm between the lines under the first column."""
    left = sorted(rule.a[1] for rule in measure(face).rules if rule.level and abs(rule.a[0] - 20) < 0.01)
    table = [y for y in left if y < 277]
    return [below - above for above, below in pairwise(table)]


# ---- lists


def test_who_has_no_name_is_a_row_to_write_in_and_spare_rows_follow(tmp_path: Path) -> None:
    folder = team(tmp_path, "[Noor Voorbeeld, Els Proef]")
    _, materials, (warning,) = made(folder, *LISTS, number=1)
    assert warning.code == "fewer-than-names"
    for number, rows in ((1, (1, 4, 4)), (2, (2, 5, 5)), (7, (7, 10, 10))):
        _, materials, _ = made(folder, *LISTS, number=number)
        assert tuple(sum(len(_row_heights(piece.front)) for piece in one.pieces) for one in materials) == rows
        named = [ink.text for one in materials for piece in one.pieces for ink in texts(piece.front) if ink.bold]
        assert named.count("Noor Voorbeeld") == 3
        assert named.count("Els Proef") == (3 if number > 1 else 0)


@pytest.mark.parametrize("number", [1, 4, 12, 18, 22])
def test_a_list_of_one_page_fills_it_as_far_as_its_rows_may_grow(tmp_path: Path, number: int) -> None:
    _, (one,), _ = made(team(tmp_path, str(number)), "deelnemerslijst")
    (piece,) = one.pieces
    heights = _row_heights(piece.front)
    last = max(rule.a[1] for rule in measure(piece.front).rules if rule.level and rule.a[1] < 277)
    assert len({round(height, 3) for height in heights}) <= 1
    assert all(9 <= round(height, 3) <= 13.5 for height in heights)
    assert last == pytest.approx(277.3 - 6, abs=0.1) or not heights or heights[0] == pytest.approx(13.5)


PACKS_OF_MEETINGS = [
    ("[bijeenkomsten]", ["Bijeenkomst 1", "Bijeenkomst 2"]),
    ("[bijeenkomsten, leerkring]", ["Bijeen- komst 1", "Bijeen- komst 2", "Leerkring"]),
    ("[leerkring, vakmanschap, bijeenkomsten]", ["Bijeen- komst 1", "Bijeen- komst 2", "Leerkring", "Vak- manschap"]),
    ("[vakmanschap]", ["Vakmanschap"]),
    ("[ruimte]", []),
]


@pytest.mark.parametrize(("packs", "wanted"), PACKS_OF_MEETINGS)
def test_the_list_has_a_box_for_every_meeting_of_the_packs(tmp_path: Path, packs: str, wanted: list[str]) -> None:
    file = tmp_path / "team.yaml"
    file.write_text(f"name: Team Oost\npacks: {packs}\nparticipants: [Noor Voorbeeld, Els Proef, Pim]\n", "utf-8")
    _, (one,), report = made(tmp_path, "deelnemerslijst")
    assert not list(report)
    face = one.pieces[0].front
    assert inspect(measure(face)).faults == []
    (table,) = [each for each in face.tree if each.tag == "Table"]
    heads, *rows = [row for row in table.kids if isinstance(row, Element)]
    assert len(heads.kids) == len(rows[0].kids) == 3 + len(wanted)
    said = "".join(ink.text for ink in texts(face)).replace(" ", "")
    assert [head for head in wanted if head.replace(" ", "") not in said] == []
    boxes = [fill for fill in measure(face).fills if fill.is_rect and fill.edge_colour == INK]
    assert len(boxes) == 3 * len(wanted)


# ---- name cards


def test_each_card_has_its_name_twice_and_is_read_once(tmp_path: Path) -> None:
    job, (cards,), _ = made(team(tmp_path, "[Noor, Wilhelmina-Alexandra, Pim]", "facilitators: 3\n"), CARDS)
    assert [piece.copies for piece in cards.pieces] == [1, 1, 1, 3 + 2]
    for person, piece in zip(job.roster, cards.pieces, strict=False):
        page = measure(piece.front)
        upright, turned = ([ink for ink in page.texts if ink.read is read] for read in (True, False))
        assert "".join(ink.text for ink in upright) == person.name
        assert [ink.text for ink in turned] == [ink.text for ink in upright]
        for one, other in zip(upright, turned, strict=True):
            assert other.bounds.x == pytest.approx(210 - one.bounds.right)
            assert other.bounds.bottom == pytest.approx(148.5 - one.bounds.y)
        fold = [rule for rule in page.rules if rule.a[1] == rule.b[1] == 148.5 / 2]
        assert len(fold) == 1
        assert all(ink.bounds.y > 148.5 / 2 + 4 for ink in upright)


def test_names_can_be_read_from_four_metres(tmp_path: Path) -> None:
    """81 points at least (research on print, section 2), and all the same; only a name too long for that is smaller."""
    names = ["Noor", "Maximiliaan", "Konstantijn-Alexander van Voorbeeldenstein tot Proefstad"]
    people = "".join(f"\n- {{name: {name}, first_name: {name}}}" for name in names)
    _, (cards,), report = made(team(tmp_path, people), CARDS)
    sizes = [max(ink.size for ink in texts(piece.front)) for piece in cards.pieces[:3]]
    assert sizes[0] == sizes[1] >= 81
    assert 20 <= sizes[2] < 81
    assert not report.errors
    assert inspect_pieces(cards.pieces).faults == []


def test_the_words_say_what_stands_on_a_card(tmp_path: Path) -> None:
    folder = team(tmp_path, "\n- {name: Noor Voorbeeld, role: arts}\n- Els Proef")
    for language, expected in (
        ("nl", [["Noor", "arts"], ["Els"]]),
        ("nl-formal", [["Noor Voorbeeld", "arts"], ["Els Proef"]]),
    ):
        _, (cards,), _ = made(folder, CARDS, language=language)
        assert [[ink.text for ink in texts(piece.front)] for piece in cards.pieces[:2]] == expected


def test_cards_for_people_without_a_name_have_a_line_on_both_sides(tmp_path: Path) -> None:
    _, (cards,), _ = made(team(tmp_path, "3"), CARDS)
    (blank,) = cards.pieces
    assert blank.copies == 3 + 2 + 2
    lines = [rule for rule in measure(blank.front).rules if rule.level and rule.width < 0.2 and rule.a[1] != 148.5 / 2]
    assert sorted(round(line.a[1], 2) for line in lines) == [31.25, 117.25]


# ---- certificates


def test_there_is_a_certificate_for_everybody(tmp_path: Path) -> None:
    folder = team(tmp_path, "\n- {name: 'Proef, Els', register: '0012'}\n- Noor Voorbeeld")
    _, (one,), _ = made(folder, CERTIFICATES, number=5)
    assert [piece.copies for piece in one.pieces] == [1, 1, 3]
    said = [[ink.text for ink in texts(piece.front)] for piece in one.pieces]
    assert ["Els Proef" in page for page in said] == [True, False, False]
    assert ["0012" in page for page in said] == [True, False, False]
    assert ["Noor Voorbeeld" in page for page in said] == [False, True, False]
    assert inspect_pieces(one.pieces).faults == []


def test_a_certificate_reads_as_one_sentence(tmp_path: Path) -> None:
    _, (one,), _ = made(team(tmp_path, "[Noor Voorbeeld]"), CERTIFICATES, language="nl-formal")
    said = " ".join(ink.text for ink in texts(one.pieces[0].front))
    assert "Hierbij verklaren wij dat Noor Voorbeeld heeft deelgenomen aan twee bijeenkomsten over" in said
    assert "4 + 4 uur" in said
    assert "op dinsdag 2 maart 2027 en dinsdag 16 maart 2027." in said


def test_long_names_take_two_lines_and_touch_nothing(tmp_path: Path) -> None:
    long = "Maximiliana-Wilhelmina van der Voorbeeldenburg tot Proefstadhuizen"
    role = "gespecialiseerd gezinsbegeleider en wijkverpleegkundige in opleiding"
    people = f"\n- {{name: {long}, first_name: {long}, role: {role}, organisation: {role}, register: BIG 00000000001}}"
    for language in ("nl", "nl-formal", "en"):
        _, materials, report = made(team(tmp_path, people), *LISTS, CARDS, CERTIFICATES, language=language)
        assert not list(report)
        for one in materials:
            assert inspect_pieces(one.pieces).faults == []


# ---- on paper


def test_two_cards_lie_on_a_sheet_and_certificates_each_on_their_own(tmp_path: Path) -> None:
    report = Report()
    pack = open_pack(Order(team(tmp_path, "[A, B, C]"), selection=Selection(only=(CARDS, CERTIFICATES))), report)
    cards, certificates = lay_out(pack, job_of(pack, "nl", report), report)
    assert (len(cards.sheets), len(certificates.sheets)) == (-(-(3 + 4) // 2), 3)
    boxes = [Rect(p.x, p.y, p.face.size.width, p.face.size.height) for p in cards.sheets[0].front.placements[:2]]
    assert [(box.y, box.bottom) for box in boxes] == [(0, 148.5), (148.5, 297)]
