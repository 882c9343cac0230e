"""The blocks of a script: every step on one page only, no more sheets than it takes, the pages about equally full."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kaarten.compose.flow import Placed, height, paginate
from kaarten.compose.parts.blocks import Columns, Paragraph, Stack
from kaarten.compose.parts.script_pages import ScriptPart, script_pages
from kaarten.diagnostics import Report
from kaarten.geometry import Rect
from tests.samples import surface, text

ROOM = Rect(20, 50, 175, 220)
HIGH = 6.0
"""mm of a line of text."""


def room(_: int) -> Rect:
    return ROOM


def line(words: str) -> Paragraph:
    return Paragraph(text=text(words))


def part(number: int, steps: int, needs: int) -> ScriptPart:
    rows = [line(f"Kop{number}"), *(line(f"S{number}.{step}") for step in range(steps))]
    wanted = [line(f"N{number}.{need}") for need in range(needs)]
    return ScriptPart(
        id=str(number),
        again=line(f"Weer{number}"),
        stacks=((0.0, 120.0, Stack(blocks=tuple(rows))), (130.0, 45.0, Stack(blocks=tuple(wanted)))),
        pad=4.0,
        gap=5.0,
        whole=True,
    )


def said(placed: Placed) -> list[str]:
    assert isinstance(placed.block, Columns)
    stacks = [stack for _, _, stack in placed.block.stacks]
    return [str(each.text) for stack in stacks for each in stack.blocks if isinstance(each, Paragraph)]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 20)), min_size=1, max_size=9))
def test_every_step_stands_once_in_order_on_as_few_sheets_as_can_be(sizes: list[tuple[int, int]]) -> None:
    report = Report()
    parts = [part(number, steps, needs) for number, (steps, needs) in enumerate(sizes)]
    pages = script_pages(surface(report), parts, room)
    assert not list(report)
    printed = [words for page in pages for placed in page for words in said(placed)]
    for mark in "SN":
        wanted = [f"{mark}{n}.{each}" for n, size in enumerate(sizes) for each in range(size["SN".index(mark)])]
        assert [words for words in printed if words.startswith(mark)] == wanted
    whole = paginate(surface(), parts, room)
    assert len(pages) <= len(whole)
    if -(-len(pages) // 2) == -(-len(whole) // 2):
        assert not any(words.startswith("Weer") for words in printed)
    for page in pages:
        for placed in page:
            assert placed.y + height(surface(), placed.block, ROOM.width) <= ROOM.bottom + 1e-6
            assert said(placed)[0].startswith(("Kop", "Weer"))
            assert any(words.startswith("S") for words in said(placed))


def test_a_block_is_parted_between_two_steps_when_that_saves_a_sheet() -> None:
    """Two thirds of a page, five times over: on four pages only if some are parted."""
    pages = script_pages(surface(), [part(number, 24, 5) for number in range(5)], room)
    assert len(pages) == 4
    (first, *_), rest = pages[0], pages[1][0]
    assert said(first)[0] == "Kop0"
    again = [placed for page in pages for placed in page if said(placed)[0].startswith("Weer")]
    assert again
    for placed in again:
        assert not any(words.startswith("N") for words in said(placed))  # what is needed stood beside the first steps
    assert said(rest)[0].startswith(("Weer", "Kop"))


def test_pages_are_about_equally_full() -> None:
    """Seven blocks, three to a page: filled one by one they would stand as 3, 3 and 1."""
    parts = [part(number, 8, 2) for number in range(7)]
    assert [len(page) for page in paginate(surface(), parts, room)] == [3, 3, 1]
    assert [len(page) for page in script_pages(surface(), parts, room)] in ([2, 2, 3], [2, 3, 2], [3, 2, 2])
