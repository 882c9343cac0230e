"""Addresses in texts: what leads somewhere and what does not, and where it can be clicked."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaarten.brand.kit import BrandKit
from kaarten.compose.addresses import addresses_in, told_of
from kaarten.compose.face import Element, Face, Link, Stretch
from kaarten.compose.styles import BODY, CREDIT
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Report
from kaarten.geometry import MM_PER_POINT, Rect, Size
from kaarten.graphics import Glyphs, Line, Shape
from kaarten.pipeline import Order, open_pack
from kaarten.text import TO_WRITE_ON, Address

TEAM = Path(__file__).parents[2] / "content/teams/buurtteam-oost"


@pytest.fixture(scope="module")
def brand() -> BrandKit:
    return open_pack(Order(TEAM), Report()).brand


def new(brand: BrandKit) -> Surface:
    return Surface("proef", Size(210, 297), brand, Report(), "proef, nl")


def elements(face: Face) -> list[Element]:
    found, left = [], list(reversed(face.tree))
    while left:
        element = left.pop()
        found.append(element)
        left += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
    return found


def links(face: Face) -> list[Link]:
    return [element.link for element in elements(face) if element.link]


def lines_of(element: Element) -> list[Line]:
    """The lines of an element and all below it, in reading order."""
    found: list[Line] = []
    for kid in element.kids:
        if isinstance(kid, Stretch):
            found += [line for paint in kid.paint if isinstance(paint, Glyphs) for line in paint.lines]
        else:
            found += lines_of(kid)
    return found


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Kijk op kennisbouwstenen.nl.", "https://kennisbouwstenen.nl"),
        ("(www.movisie.nl)", "https://www.movisie.nl"),
        ("Mail noor@example.org, of bel.", "mailto:noor@example.org"),
        ("https://example.org/zelftest?taal=nl#begin!", "https://example.org/zelftest?taal=nl#begin"),
        ("http://example.org", "http://example.org"),
        ("'wie-weet-wat.example.org/a/b'?", "https://wie-weet-wat.example.org/a/b"),
        ("(zie https://example.org/wiki/Kring_(leren))", "https://example.org/wiki/Kring_(leren)"),
        ("op\nexample.org staat het", "https://example.org"),
    ],
)
def test_what_is_an_address(text: str, to: str) -> None:
    ((_, found),) = addresses_in(text)
    assert found == to


@pytest.mark.parametrize(
    "text",
    [
        "Om 13.00 uur, d.w.z. na de lunch o.a. koffie.",
        "Vul team.yaml in en open 01-printplan.pdf.",
        "Schrijf het op.En bewaar het.",
        "javascript://example.org",
        "file:///etc/passwd",
        "ftp://example.org/bestand",
        "apenstaartje @example",
        "example.nlx of voorbeeld.nu",
        "https://",
        "https://plaats/pad.html",
        "https://plaats.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert addresses_in(text) == ()


@given(st.text(alphabet="abjs:/.@-nlhtp()'# \u00a0", max_size=40))
def test_only_the_web_and_mail_are_ever_led_to(text: str) -> None:
    for _, to in addresses_in(text):
        assert to.startswith(("https://", "http://", "mailto:"))
        assert not any(char.isspace() for char in to)


def test_an_address_in_a_sentence_is_a_link_between_its_words(brand: BrandKit) -> None:
    surface = new(brand)
    surface.paragraph(20, 50, 175, "Kijk op kennisbouwstenen.nl. Daar staat meer.", BODY, lines=2)
    face = surface.face()
    (paragraph,) = face.tree
    assert [kid.tag if isinstance(kid, Element) else "" for kid in paragraph.kids] == ["", "Link", ""]
    assert [line.text for line in lines_of(paragraph)] == ["Kijk op", "kennisbouwstenen.nl.", "Daar staat meer."]
    (link,) = links(face)
    assert (link.to, link.told) == ("https://kennisbouwstenen.nl",) * 2
    before, own, after = lines_of(paragraph)
    (box,) = link.boxes
    whole = surface.width("kennisbouwstenen.nl.", BODY)
    assert box.x == own.x > 20 + before.width
    assert box.width == pytest.approx(whole - surface.width(".", BODY), abs=0.1)  # without the full stop
    assert box.y < 50 - surface.cap_height(BODY)
    assert box.bottom > 50.5
    assert after.x > box.right


def test_it_is_underlined_below_its_tails(brand: BrandKit) -> None:
    surface = new(brand)
    surface.text(20, 50, "kennisbouwstenen.nl", CREDIT)
    (rule,) = (paint for each in surface.face().stretches if each.element is None for paint in each.paint)
    assert isinstance(rule, Shape)
    assert rule.stroke is not None
    assert rule.stroke.colour == CREDIT.colour
    (_, x, y), (_, right, _) = rule.path.steps  # type: ignore[misc]
    (box,) = links(surface.face())[0].boxes
    assert (x, right) == (box.x, box.right)
    assert 50 + 0.4 < y < box.bottom


def test_one_that_is_divided_at_its_hyphen_is_one_link_on_two_lines(brand: BrandKit) -> None:
    surface = new(brand)
    surface.paragraph(20, 50, 42, "Zie https://example.org/samen-leren-en-werken/", BODY, lines=4, shaping="plain")
    (link,) = links(surface.face())
    assert link.to == "https://example.org/samen-leren-en-werken/"
    assert len(link.boxes) > 1
    assert all(low.y > high.y for high, low in zip(link.boxes, link.boxes[1:], strict=False))


def test_the_name_of_an_address_leads_there_however_it_is_written(brand: BrandKit) -> None:
    surface = new(brand)
    surface.paragraph(20, 50, 30, Address("example.org/ kennisbouwste nen", "https://example.org/k"), BODY, lines=3)
    (link,) = links(surface.face())
    assert link.to == "https://example.org/k"
    assert len(link.boxes) == len(lines_of(surface.face().tree[0])) > 1
    assert Address("a b", "https://example.org").like("c").to == "https://example.org"


def test_an_address_behind_a_line_to_write_on_leads_there_too(brand: BrandKit) -> None:
    surface = new(brand)
    surface.paragraph(20, 70, 60, f"Vóór {TO_WRITE_ON}, of mail noor@example.org.", BODY, lines=2)
    face = surface.face()
    assert [link.to for link in links(face)] == ["mailto:noor@example.org"]
    shown = " ".join(word.text for line in lines_of(face.tree[0]) for word in line.words)
    assert "." not in shown.replace("example.org.", "")


def test_what_is_one_thing_already_leads_nowhere_else(brand: BrandKit) -> None:
    surface, box = new(brand), Rect(20, 40, 50, 20)
    with surface.figure("Een kaart met example.org", box):
        surface.text(20, 50, "example.org", BODY, tag=None)
    with surface.artifact():
        surface.text(20, 60, "example.org", BODY, tag=None)
    with surface.link("#elders", "Elders", box):
        surface.text(20, 80, "example.org", BODY, tag=None)
    assert [link.to for link in links(surface.face())] == ["#elders"]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    words=st.lists(
        st.sampled_from(
            ["en", "kennisbouwstenen.nl", "(www.a-b-c-d-e-f-g.nl/a-b-c)", "'t", "noor@example.org,", "Wij."]
        ),
        min_size=1,
        max_size=12,
    ),
    width=st.floats(18, 120),
)
def test_no_word_is_lost_or_moved_by_links(brand: BrandKit, words: list[str], width: float) -> None:
    """Every word stands where it stands in a text in which nothing leads anywhere: in a figure."""
    plain, linked, text = new(brand), new(brand), " ".join(words)
    with plain.figure("x", Rect(0, 0, 1, 1)):
        plain.paragraph(20, 50, width, text, BODY, lines=99, tag=None)
    linked.paragraph(20, 50, width, text, BODY, lines=99)
    expected, found = words_of(plain.face()), words_of(linked.face())
    assert [word[:2] for word in found] == [word[:2] for word in expected]
    assert [word[2] for word in found] == pytest.approx([word[2] for word in expected])
    assert len(addresses_in(text)) == sum(word not in ("en", "'t", "Wij.") for word in words)
    boxes = [box for link in links(linked.face()) for box in link.boxes]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2) if one.y == other.y)


def words_of(face: Face) -> list[tuple[str, float, float]]:
    """Each word in the order of painting, with its baseline and where it begins (mm)."""
    found: list[tuple[str, float, float]] = []
    for glyphs in (paint for each in face.stretches for paint in each.paint if isinstance(paint, Glyphs)):
        for line in glyphs.lines:
            x = line.x
            for word in line.words:
                found.append((word.text, line.y, x))
                x += (word.width + word.font.space) * glyphs.size / 1000 * MM_PER_POINT
    return found


def test_a_mailbox_is_told_without_its_scheme() -> None:
    assert told_of("mailto:noor@example.org") == "noor@example.org"
    assert told_of("https://example.org") == "https://example.org"
