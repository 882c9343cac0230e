"""Every address that a file prints can be clicked, in files to read and in files to print, just where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from kaarten.diagnostics import Report
from kaarten.impose.runs import Imposed, reading_sides
from kaarten.impose.sheets import Side
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from kaarten.press import Document, press
from tests.conformance import assert_conforms
from tests.layouts.test_decks import deck, laid, write_deck

TEAMS = Path(__file__).parents[1] / "content/teams"
ACADEMY = TEAMS / "academie-de-schakel/teams/wijkteam-zonnehoven"
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?:https?://|www\.)[\w./-]*\w|\bkennisbouwstenen\.nl")
PARTS = ("bronnen", "uitnodiging", "flyer", "werkblad-1", "huiswerk", "presentatie-1", "vragen-over-samenwerken-lijst")


@cache
def made(language: str) -> tuple[Imposed, ...]:
    report = Report()
    pack = open_pack(Order(ACADEMY, selection=Selection(only=PARTS)), report)
    return tuple(lay_out(pack, job_of(pack, language, report), report))


def printed_sides(imposed: Iterable[Imposed]) -> list[Side]:
    """The sides as they go through the printer."""
    return [side for one in imposed for sheet in one.sheets for side in (sheet.front, sheet.back) if side]


def pressed(sides: list[Side]) -> bytes:
    return press(Document("Proef", "nl-NL", sides))


def links(pdf: bytes) -> list[list[tuple[str, list[float]]]]:
    """Of each page where its links lead and where they can be clicked (points)."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [
            [(str(link.A.URI), list(map(float, link.Rect))) for link in page.obj.get("/Annots", [])]
            for page in file.pages
        ]


def addresses(page: pypdfium2.PdfPage) -> list[tuple[str, list[float]]]:
    """Every address on a page as it is printed on one line, and the box of its letters (points)."""
    text = page.get_textpage()
    found: list[tuple[str, list[float]]] = []
    for match in ADDRESS.finditer(text.get_text_range()):
        boxes = [text.get_charbox(index) for index in range(*match.span())]
        found.append((match[0], [edge(box[side] for box in boxes) for side, edge in enumerate((min, min, max, max))]))
    return found


def covers(box: list[float], letters: list[float]) -> bool:
    sideways = box[0] - 0.5 <= letters[0] and letters[2] <= box[2] + 0.5
    return sideways and box[1] <= letters[1] and letters[3] <= box[3] + 0.1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whoever_reads_can_click_every_address(language: str) -> None:
    pdf = pressed(reading_sides(made(language)))
    assert_conforms(pdf)
    pages = pypdfium2.PdfDocument(pdf)
    seen: set[str] = set()
    for page, own in zip(pages, links(pdf), strict=True):
        for printed_as, letters in addresses(page):
            leads = [to for to, box in own if covers(box, letters)]
            assert len(leads) == 1, f"{printed_as}: {leads}"
            assert printed_as in leads[0]
            seen.add(leads[0])
    assert {"https://kennisbouwstenen.nl", "https://www.movisie.nl", "mailto:academie@example.org"} <= seen


@pytest.mark.parametrize("way", [reading_sides, printed_sides])
def test_every_link_stands_on_its_own_words(way: Callable[[Iterable[Imposed]], list[Side]]) -> None:
    for one in made("nl"):
        sides = way([one])
        if not sides:
            continue
        pdf = pressed(sides)
        for page, own in zip(pypdfium2.PdfDocument(pdf), links(pdf), strict=True):
            text = page.get_textpage()
            for to, (left, bottom, right, top) in own:
                words = "".join(text.get_text_bounded(left, bottom, right, top).split())
                assert words
                assert words.rstrip(".,") in to, one.material.id


@pytest.mark.parametrize("back", [None, "Lees daarna verder op kennisbouwstenen.nl."])
def test_a_deck_leads_to_the_whole_address_of_which_it_prints_a_part(tmp_path: Path, back: str | None) -> None:
    address = "http://example.org/kennisbouwstenen/over-samenwerken/in-de-wijk"
    told: dict[str, object] = {"front": "Met wie werk je samen?", "qr": address}
    told |= {"back": back} if back else {}
    ((listed,), _) = laid(write_deck(tmp_path, deck([told])), "set-lijst")
    found = [to for page in links(pressed(reading_sides([listed]))) for to, _ in page]
    assert found.count(address) > 1  # one for each line of it
    assert set(found) - {address} == ({"https://kennisbouwstenen.nl"} if back else set())
