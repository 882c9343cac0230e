"""Every copy is laid once, read once, and has its own back behind it."""

from collections import Counter
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.face import Face, Piece
from kaarten.geometry import PAPER_SIZES, Rect, Size
from kaarten.impose.grid import Grid, fit_grid
from kaarten.impose.nup import behind, lay, loads_of
from kaarten.impose.sheets import Duplex, Placement, Sheet, Side

A6 = PAPER_SIZES["A6"]
SMALL = Size(70, 99)
Make = Callable[..., Piece]
Picture = Callable[[Side, Size], str]
FLIPS = st.sampled_from([Duplex.LONG_EDGE, Duplex.SHORT_EDGE])
LENGTHS = st.floats(20, 210).map(lambda length: round(length, 1))


def laid(pieces: list[Piece], size: Size, duplex: Duplex = Duplex.NONE, sets: int = 1) -> list[Sheet]:
    grid = fit_grid(size, PAPER_SIZES["A4"])
    assert grid is not None
    return lay(loads_of(pieces, sets, grid.count), grid, duplex)


def box(placement: Placement) -> Rect:
    return Rect(placement.x, placement.y, placement.face.size.width, placement.face.size.height)


def pieces_on(side: Side) -> list[Placement]:
    """What is cut out of a side: all but the marks."""
    return [placement for placement in side.placements if placement.face.title]


def back_of(sheet: Sheet) -> Side:
    assert sheet.back is not None
    return sheet.back


def test_twenty_dialogue_cards_a5_need_ten_sheets(piece: Make):
    cards = [piece(f"Domein {number}", copies=2) for number in range(8)] + [piece("Leeg", copies=4)]
    assert len(laid(cards, Size(210, 148.5))) == 10


def test_fifteen_a6_cards_need_four_sheets(piece: Make):
    assert len(laid([piece("Exit", A6, copies=15)], A6)) == 4


def test_copies_stand_in_reading_order_and_are_heard_once(piece: Make, picture: Picture):
    sheets = laid([piece("Aap", A6, copies=3), piece("Noot", A6), piece("Mies", A6)], A6)
    assert [picture(sheet.front, A6) for sheet in sheets] == ["Aa\naN", "M.\n.."]


def test_sets_follow_one_another(piece: Make, picture: Picture):
    sheets = laid([piece("Aap", A6), piece("Noot", A6), piece("Mies", A6)], A6, sets=2)
    assert [picture(sheet.front, A6) for sheet in sheets] == ["AN\nMa", "nm\n.."]


def test_backs_lie_mirrored_behind_their_fronts_on_the_partial_sheet_too(piece: Make, picture: Picture):
    cards = [piece(name, SMALL, back=True) for name in "ABCDEFGHIJK"]
    full, partial = laid(cards, SMALL, Duplex.LONG_EDGE)
    assert (picture(full.front, SMALL), picture(back_of(full), SMALL)) == ("ABC\nDEF\nGHI", "CBA\nFED\nIHG")
    assert (picture(partial.front, SMALL), picture(back_of(partial), SMALL)) == ("JK.\n...\n...", ".KJ\n...\n...")


def test_the_short_edge_mirrors_top_and_bottom(piece: Make, picture: Picture):
    cards = [piece(name, SMALL, back=True) for name in "ABCDE"]
    (sheet,) = laid(cards, SMALL, Duplex.SHORT_EDGE)
    assert picture(back_of(sheet), SMALL) == "...\nDE.\nABC"


def test_on_a_turned_sheet_the_long_edge_is_the_top():
    turned = PAPER_SIZES["A4"].turned
    assert behind(Rect(0, 0, 100, 50), turned, Duplex.LONG_EDGE) == (0, 160)
    assert behind(Rect(0, 0, 100, 50), turned, Duplex.SHORT_EDGE) == (197, 0)


def test_a_piece_without_a_back_leaves_its_slot_empty(piece: Make, picture: Picture):
    (sheet,) = laid([piece("A", A6, back=True), piece("B", A6), piece("C", A6, back=True)], A6, Duplex.LONG_EDGE)
    assert picture(back_of(sheet), A6) == ".A\n.C"


def test_a_sheet_of_pieces_without_backs_has_an_empty_one_in_a_duplex_run(piece: Make):
    first, second = laid([piece("A", SMALL, back=True), piece("B", SMALL, copies=9)], SMALL, Duplex.LONG_EDGE)
    assert len(pieces_on(back_of(first))) == 1
    assert second.back == Side(PAPER_SIZES["A4"], ())


def test_without_duplex_there_is_no_back(piece: Make):
    assert [sheet.back for sheet in laid([piece("A", A6, copies=5)], A6)] == [None, None]


def test_a_back_that_all_share_is_heard_once(piece: Make, face: Callable[..., Face], picture: Picture):
    shared = face("Achter", A6)
    sheets = laid([piece(name, A6, back=shared) for name in "ABCDE"], A6, Duplex.LONG_EDGE)
    assert [picture(back_of(sheet), A6) for sheet in sheets] == ["aA\naa", ".a\n.."]


def test_cut_marks_lie_on_fronts_only_and_full_sheets_share_them(piece: Make):
    sheets = laid([piece("A", SMALL, back=True, copies=19)], SMALL, Duplex.LONG_EDGE)
    marks = [sheet.front.placements[-1] for sheet in sheets]
    assert [(mark.face.title, mark.read) for mark in marks] == [("", False)] * 3
    assert marks[0].face is marks[1].face is not marks[2].face
    assert all(placement.face.title for sheet in sheets for placement in back_of(sheet).placements)


def test_a_bookmark_names_the_pieces_that_begin_on_a_sheet(piece: Make):
    cards = [piece("Aap", A6, copies=5), piece("Noot", A6), piece("Mies", A6, copies=6)]
    assert [sheet.front.bookmark for sheet in laid(cards, A6)] == ["Aap", "Noot, Mies", None]


def test_a_bookmark_of_many_pieces_names_first_and_last(piece: Make):
    (sheet,) = laid([piece(name, SMALL) for name in "ABCDE"], SMALL)
    assert sheet.front.bookmark == "A … E"


@given(LENGTHS, LENGTHS, st.lists(st.tuples(st.integers(0, 7), st.booleans()), max_size=6), st.integers(0, 3), FLIPS)
def test_each_copy_once_inside_and_apart(
    piece: Make, width: float, height: float, copies: list[tuple[int, bool]], sets: int, duplex: Duplex
):
    size = Size(width, height)
    cards = [piece(f"Kaart {number}", size, back=back, copies=count) for number, (count, back) in enumerate(copies)]
    sheets = laid(cards, size, duplex, sets)
    fronts = Counter(placement.face for sheet in sheets for placement in pieces_on(sheet.front))
    backs = Counter(placement.face for sheet in sheets for placement in pieces_on(back_of(sheet)))
    assert fronts == Counter({card.front: card.copies * sets for card in cards if card.copies * sets})
    assert backs == Counter({card.back: card.copies * sets for card in cards if card.back and card.copies * sets})
    for sheet in sheets:
        for side in (sheet.front, back_of(sheet)):
            edge = Rect(0, 0, side.size.width, side.size.height)
            boxes = [box(placement) for placement in pieces_on(side)]
            assert all(edge.contains(one) for one in boxes)
            assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    read = [p.face for sheet in sheets for side in (sheet.front, back_of(sheet)) for p in side.placements if p.read]
    assert Counter(read) == Counter(dict.fromkeys([*fronts, *backs], 1))


@given(LENGTHS, LENGTHS, st.integers(1, 30), FLIPS)
def test_every_back_is_the_mirror_image_of_its_front(
    piece: Make, width: float, height: float, count: int, duplex: Duplex
):
    """Turning the paper over maps the outline of each back onto that of its own front, to 0.01 mm."""
    size = Size(width, height)
    cards = [piece(f"Kaart {number}", size, back=True) for number in range(count)]
    front_of = {card.back: card.front for card in cards}
    checked = 0
    for sheet in laid(cards, size, duplex):
        fronts = {placement.face: box(placement) for placement in pieces_on(sheet.front)}
        for placement in pieces_on(back_of(sheet)):
            seen = turned_over(box(placement), back_of(sheet).size, duplex)
            front = fronts[front_of[placement.face]]
            assert (seen.x, seen.y) == pytest.approx((front.x, front.y), abs=0.01)
            checked += 1
    assert checked == count


def turned_over(back: Rect, sheet: Size, duplex: Duplex) -> Rect:
    """Where a hole punched round `back` shows on the front: the paper turns about its long or its short edge."""
    about_vertical = (sheet.height >= sheet.width) == (duplex is Duplex.LONG_EDGE)
    corners = [
        (sheet.width - x if about_vertical else x, y if about_vertical else sheet.height - y)
        for x in (back.x, back.right)
        for y in (back.y, back.bottom)
    ]
    x, y = min(corner[0] for corner in corners), min(corner[1] for corner in corners)
    return Rect(x, y, back.width, back.height)


def test_loads_of_nothing_are_no_sheets(piece: Make):
    grid = Grid(PAPER_SIZES["A4"], A6, 2, 2)
    assert lay(loads_of([piece("A", A6)], 0, grid.count), grid, Duplex.NONE) == []
