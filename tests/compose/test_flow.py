"""Nothing is lost or doubled over a page break, and no page has more than fits on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.flow import FlowBlock, Placed, height, paginate
from kaarten.compose.parts.blocks import Bullets, Columns, Flowing, Paragraph, Stack
from kaarten.compose.styles import BODY
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Report
from kaarten.geometry import Rect
from kaarten.graphics import Glyphs
from kaarten.text import Text
from tests.samples import surface, text

WIDTH = 120.0
FIRST, NEXT = Rect(20, 50, WIDTH, 200), Rect(20, 20, WIDTH, 230)
WORDS = st.lists(st.sampled_from("wij leren samen van elkaar en van wie het weet.".split()), min_size=1, max_size=400)
PARAGRAPHS = WORDS.map(lambda words: Paragraph(text=text(" ".join(words)), gap=4))
HEADINGS = st.sampled_from(["Doel", "Wat nu?"]).map(lambda each: Paragraph(text=text(each), tag="H2", keep=True, gap=6))
BULLETS = st.lists(WORDS.map(lambda words: text(" ".join(words[:60]))), min_size=1, max_size=30).map(
    lambda items: Bullets(items=tuple(items), gap=3, box=6)
)
COLUMNS = st.tuples(PARAGRAPHS, st.lists(PARAGRAPHS, min_size=1, max_size=3)).map(
    lambda each: Columns(stacks=((0, 40, Stack(blocks=(each[0],))), (50, 70, Stack(blocks=tuple(each[1])))), gap=5)
)
BLOCKS = st.lists(st.one_of(PARAGRAPHS, HEADINGS, BULLETS, COLUMNS), max_size=12)


def room(page: int) -> Rect:
    return NEXT if page else FIRST


def drawn(pages: list[list[Placed]]) -> list[Surface]:
    done: list[Surface] = []
    for index, page in enumerate(pages):
        paper = surface()
        for placed in page:
            placed.block.draw(paper, room(index).x, placed.y, WIDTH)
        done.append(paper)
    return done


def words_of(paper: Surface) -> list[str]:
    """The words of a page in reading order."""
    glyphs = [paint for stretch in paper.face().stretches for paint in stretch.paint if isinstance(paint, Glyphs)]
    return [word.text for each in glyphs for line in each.lines for word in line.words]


def whole(blocks: list[FlowBlock]) -> list[str]:
    endless = surface()
    for block in blocks:
        block.draw(endless, 0, 0, WIDTH)
    return words_of(endless)


@given(BLOCKS)
def test_every_word_is_printed_once(blocks: list[FlowBlock]) -> None:
    pages = paginate(surface(), blocks, room)
    assert sorted(word for paper in drawn(pages) for word in words_of(paper)) == sorted(whole(blocks))


@given(st.lists(st.one_of(PARAGRAPHS, HEADINGS, BULLETS), max_size=12))
def test_words_keep_their_order(blocks: list[FlowBlock]) -> None:
    pages = paginate(surface(), blocks, room)
    assert [word for paper in drawn(pages) for word in words_of(paper)] == whole(blocks)


@given(BLOCKS)
def test_every_block_stands_in_the_room_of_its_page(blocks: list[FlowBlock]) -> None:
    report = Report()
    for index, page in enumerate(paginate(surface(report), blocks, room)):
        assert not page or page[0].y == room(index).y
        for one, other in pairwise(page):
            assert other.y >= one.y + height(surface(), one.block, WIDTH) - 1e-6
        for placed in page:
            assert placed.y + height(surface(), placed.block, WIDTH) <= room(index).bottom + 1e-6
    assert not report.errors


@given(BLOCKS.map(lambda blocks: [*blocks, Paragraph(text=text("Tot slot."))]))
def test_a_heading_is_never_the_last_of_its_page(blocks: list[FlowBlock]) -> None:
    assert not any(page[-1].block.keep for page in paginate(surface(), blocks, room))


@given(st.lists(PARAGRAPHS, min_size=1, max_size=12))
def test_no_line_of_a_paragraph_stands_alone(blocks: list[Paragraph]) -> None:
    lengths = {len(surface().lines(block.text, BODY, WIDTH)) for block in blocks}
    for page in paginate(surface(), blocks, room):
        for placed in page:
            assert isinstance(placed.block, Paragraph)
            lines = len(surface().lines(placed.block.text, BODY, WIDTH))
            assert lines >= 2 or lines in lengths


def test_a_block_that_asks_for_it_opens_a_page() -> None:
    one = Paragraph(text=text("Een."))
    pages = paginate(surface(), [one, replace(one, breaks=True), one], room)
    assert [len(page) for page in pages] == [1, 2]


def test_what_should_stay_whole_is_divided_only_when_no_page_holds_it() -> None:
    filling = Tall(high=150.0)
    short = Paragraph(text=text("Dit is een zin van acht woorden lang. " * 60), whole=True)
    long = Paragraph(text=text("Dit is een zin van acht woorden lang. " * 300), whole=True)
    assert [len(page) for page in paginate(surface(), [filling, short], room)] == [1, 1]
    assert [len(page) for page in paginate(surface(), [filling, replace(short, whole=False)], room)] == [2, 1]
    assert len(paginate(surface(), [filling, long], room)[0]) == 2


def test_no_blocks_are_one_empty_page() -> None:
    assert paginate(surface(), [], room) == [[]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tall(Flowing):
    high: float = 300.0

    @property
    def mark(self):
        return text("hoog").mark

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        return y + self.high


def test_what_fits_on_no_page_is_a_fault_at_its_line() -> None:
    report = Report()
    pages = paginate(surface(report), [Paragraph(text=text("Eerst.")), Tall(), Paragraph(text=text("Dan."))], room)
    assert [len(page) for page in pages] == [1, 1, 1]
    (told,) = report.errors
    assert (told.code, told.mark, told.details["over"]) == ("higher-than-page", text("hoog").mark, "70")


def test_a_box_is_centred_on_the_first_line_of_its_item() -> None:
    paper = surface()
    below = Bullets(items=(text("Kort"),), box=6, style=BODY).draw(paper, 0, 10, WIDTH)
    glyphs = [paint for stretch in paper.face().stretches for paint in stretch.paint if isinstance(paint, Glyphs)]
    assert below == 10 + 6
    assert abs(glyphs[0].lines[0].y - paper.cap_height(BODY) / 2 - 13) < 0.01


def test_a_part_of_a_text_knows_its_line() -> None:
    long = Paragraph(text=text("Dit is een zin van acht woorden lang. " * 30, line=9))
    parts = long.divided(surface(), WIDTH, 30)
    assert parts is not None
    assert [part.mark.line for part in parts] == [9, 9]
    assert isinstance(long.text, Text)
