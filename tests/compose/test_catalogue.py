"""The pages of the catalogue: everything stands on a page, once, clear of its neighbours, whatever there is to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.catalogue import catalogue_leaves
from kaarten.compose.catalogue_leaf import Example, Leaf
from kaarten.compose.catalogue_lists import NAMES
from kaarten.compose.compose import compose
from kaarten.compose.face import Element, Face, Stretch
from kaarten.diagnostics import Report
from kaarten.geometry import Rect
from kaarten.graphics import Glyphs
from kaarten.pipeline import Order, job_of, open_pack
from kaarten.tailor.catalogue import Entry, Group, Shelf, in_alphabet
from kaarten.tailor.job import Job
from tests.pages import measure
from tests.samples import text

TEAM = Path(__file__).parents[2] / "content/teams/buurtteam-oost"


@pytest.fixture(scope="module")
def sample() -> tuple[Job, Face]:
    """A job, and the face of a card."""
    pack = open_pack(Order(TEAM), Report())
    job = job_of(pack, "nl", Report())
    (card,) = (one for one in job.materials if one.id == "cijferkaart")
    (made,) = compose(replace(job, materials=(card,)), pack.registry, Report())
    return job, made.pieces[0].front


def group(*sizes: int, words: int = 4) -> Group:
    """Shelves of so many entries each, with so many words wherever there are words."""
    said = text(" ".join(["woord"] * words))
    shelves = [
        Shelf(
            text(f"Plank {shelf}"),
            tuple(
                Entry(f"id-{shelf}-{n}", said, said, said, (said, said), "B1", ("Movisie (2017)",)) for n in range(size)
            ),
        )
        for shelf, size in enumerate(sizes)
    ]
    return Group("packs/proef", text("Proef"), text("Om te proberen."), True, tuple(shelves))


@given(sizes=st.lists(st.integers(1, 19), min_size=1, max_size=5))
def test_every_entry_stands_once_and_clear_of_the_others(sample: tuple[Job, Face], sizes: list[int]) -> None:
    job, face = sample
    shown = group(*sizes)
    faces = {entry.id: face for entry in shown.entries}
    report = Report()
    leaves = catalogue_leaves(job, [shown], faces, report)
    assert not list(report)
    examples = [example for leaf in leaves for example in leaf.examples]
    assert [example.entry for example in examples] == [entry.id for entry in shown.entries]
    body = Rect(20, 30, 175, 247)
    for leaf in leaves:
        boxes = [example.box for example in leaf.examples]
        assert all(body.contains(box) for box in boxes)
        assert not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)
    names = [name for leaf in leaves for name, level in leaf.bookmarks if level == 2]
    assert len(names) == len(shown.entries)
    assert [name for leaf in leaves[1:] for name, level in leaf.bookmarks if level == 1] == (
        [str(shelf.name) for shelf in shown.shelves] if len(sizes) > 1 else []
    )
    shown_on = {place: number for number, leaf in enumerate(leaves, 1) for place in leaf.destinations}
    listed = [leaf for leaf in leaves[1:] if not leaf.examples]
    assert leaves[-len(listed) :] == listed  # the names from A to Z
    rows = [row for leaf in listed for row in _rows(leaf)]
    assert rows == [(f"#{entry.destination}", str(shown_on[entry.destination])) for entry in in_alphabet([shown])]
    for leaf in listed:
        inks = measure(_page(leaf)).texts
        assert all(ink.bounds.bottom < 276 for ink in inks)
        assert not any(one.bounds.overlaps(other.bounds) for one, other in combinations(inks, 2))


def test_an_example_comes_before_its_words(sample: tuple[Job, Face]) -> None:
    job, face = sample
    _, leaf, _ = catalogue_leaves(job, [group(1)], {"id-0-0": face}, Report())
    place = next(number for number, part in enumerate(leaf.parts) if isinstance(part, Example))
    said = leaf.parts[place + 1]
    assert isinstance(said, Face)
    assert said.tree[0].tag == "H2"  # no shelf is named, so the entry comes right below
    assert "id-0-0" in [ink.text for ink in measure(said).texts]


def test_words_that_fill_their_room_are_told(sample: tuple[Job, Face]) -> None:
    job, face = sample
    report = Report()
    catalogue_leaves(job, [group(1, words=16)], {"id-0-0": face}, report)
    assert {fault.code for fault in report.errors} <= {"text-too-long", "page-too-full"}
    assert report.errors


def test_many_packs_take_more_pages_of_contents(sample: tuple[Job, Face]) -> None:
    job, _ = sample
    many = [replace(group(1, 1), id=f"packs/{number}", name=text(f"Pakket {number}")) for number in range(30)]
    report = Report()
    leaves = catalogue_leaves(job, many, {}, report)
    assert not list(report)
    contents = leaves[: len(leaves) - len(many) - 1]
    assert len(contents) > 1
    listed = [ink for leaf in contents for ink in measure(_page(leaf)).texts if ink.text.startswith("Pakket ")]
    assert [ink.text for ink in listed] == [str(each.name) for each in many]
    pages = [name for number, leaf in enumerate(leaves, 1) for name, _ in leaf.bookmarks if number > len(contents)]
    assert pages[0] == "Pakket 0"
    told = [ink.text for ink in measure(_page(contents[0])).texts]
    assert str(len(contents) + 1) in told
    found = [row for leaf in contents for row in _rows(leaf)]
    assert found == [
        *((f"#{each.id}", str(len(contents) + number)) for number, each in enumerate(many, 1)),
        (f"#{NAMES}", str(len(leaves))),
    ]
    for (to, number), leaf in zip(found, leaves[len(contents) :], strict=True):
        assert leaf.destinations[to[1:]] == 0
        assert leaves[int(number) - 1] is leaf
    assert max(ink.start[1] for leaf in contents for ink in measure(_page(leaf)).texts) < 275


def test_a_line_of_the_contents_can_be_clicked_from_name_to_number(sample: tuple[Job, Face]) -> None:
    job, _ = sample
    groups = [group(3, 2), replace(group(1), id="base", purpose=text("Voor erbij."))]
    page = _page(catalogue_leaves(job, groups, {}, Report())[0])
    links = [element.link for element in _elements(page.tree) if element.link]
    assert [link.to for link in links] == ["#packs/proef", "#base", "#names"]
    boxes = [box for link in links for box in link.boxes]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    inks = {ink.text: ink.bounds for ink in measure(page).texts}
    assert boxes[0].contains(inks["Om te proberen."])
    assert boxes[2].contains(inks["Van A tot Z"])
    assert boxes[2].contains(inks["4"])
    assert [link.told for link in links] == ["Proef, bladzijde 2", "Proef, bladzijde 3", "Van A tot Z, bladzijde 4"]


def _elements(kids: Iterable[Element | Stretch]) -> Iterator[Element]:
    for kid in kids:
        if isinstance(kid, Element):
            yield kid
            yield from _elements(kid.kids)


def _rows(leaf: Leaf) -> list[tuple[str, str]]:
    """Of each link on a page where it leads, and the number that is printed last in it."""
    found: list[tuple[str, str]] = []
    for element in _elements(_page(leaf).tree):
        if element.link:
            texts = [paint for kid in element.kids if isinstance(kid, Stretch) for paint in kid.paint]
            (line,) = next(paint.lines for paint in reversed(texts) if isinstance(paint, Glyphs))
            found.append((element.link.to, line.text))
    return found


def _page(leaf: Leaf) -> Face:
    face = leaf.parts[0]
    assert isinstance(face, Face)
    return face
