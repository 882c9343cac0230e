"""`kaarten list --catalogue`: every material to choose from, on paper and as a page."""

from __future__ import annotations

import base64
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from kaarten.brand.colours import contrast
from kaarten.diagnostics import Report
from kaarten.graphics import Colour
from kaarten.pipeline import Order, open_pack
from kaarten.resources import data_folder
from tests.cli.conftest import TEAM
from tests.conformance import assert_conforms

PACKS_AND_LISTS = (
    "De twee bijeenkomsten",
    "Kennis",
    "Leerkring",
    "Naar het plan",
    "Ruimte om te leren",
    "Vakmanschap",
    "Bij elk pakket",
    "Van A tot Z",
)
NOBODY = Path("output/catalogus/nl")
OURS = Path("output/oost/nl")


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="session")
def every_id() -> set[str]:
    return set(open_pack(Order(data_folder() / "anyone", every_pack=True), Report()).materials)


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def alternatives(pdf: bytes) -> list[str]:
    """The words of all figures, in reading order."""

    def below(element: object) -> Iterator[str]:
        if isinstance(element, pikepdf.Dictionary):
            if element.get("/S") == "/Figure":
                yield str(element.Alt)
            kids: object = element.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                yield from below(kid)

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return list(below(opened.Root.StructTreeRoot.K))


def outline(pdf: bytes) -> list[str]:
    def titles(items: Any) -> Iterator[str]:
        for item in items:
            yield from titles(item) if isinstance(item, list) else [str(item.title)]

    return list(titles(PdfReader(io.BytesIO(pdf)).outline))


@pytest.fixture
def made(process: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, str]:
    """Both files of nobody."""
    monkeypatch.chdir(tmp_path)
    answer = process("list", "--catalogue", "--json")
    assert answer.code == 0, answer.out + answer.err
    files = [(NOBODY / f"catalogus.{suffix}").as_posix() for suffix in ("pdf", "html")]
    assert answer.data["catalogues"] == [{"language": "nl", "files": files}]
    assert sorted(path.name for path in NOBODY.iterdir()) == ["catalogus.html", "catalogus.pdf"]
    return (NOBODY / "catalogus.pdf").read_bytes(), (NOBODY / "catalogus.html").read_text(encoding="utf-8")


def test_without_a_team_it_has_everything_there_is(made: tuple[bytes, str], every_id: set[str]) -> None:
    pdf, html = made
    page = Page(html)
    assert Counter(each["id"] for each in page.of("article")) == Counter(every_id)
    printed = words_of(pdf)
    assert [id for id in every_id if not re.search(rf"(?<![\w-]){id}(?![\w-])", printed)] == []
    examples = [text for text in alternatives(pdf) if text.startswith("Voorbeeld: ")]
    assert examples == [image["alt"] for image in page.of("img")]
    assert len(examples) == len(every_id)
    assert "in je pakket" not in printed + page.text


def test_the_pdf_is_for_everybody(made: tuple[bytes, str]) -> None:
    pdf, _ = made
    assert_conforms(pdf)
    marks = outline(pdf)
    assert marks[0] == "Catalogus"
    assert {"De twee bijeenkomsten", "Bijeenkomst 2", "Dialoogkaarten", "Bij elk pakket"} <= set(marks)
    assert len(pdf) < 1_500_000


def test_every_line_of_the_lists_leads_to_the_page_it_names(made: tuple[bytes, str]) -> None:
    pdf, _ = made
    shown = [text.removeprefix("Voorbeeld: ") for text in alternatives(pdf) if text.startswith("Voorbeeld: ")]
    with pikepdf.open(io.BytesIO(pdf)) as file:
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        leads = [(str(link.Contents), numbers[link.Dest[0].objgen], float(link.Dest[3])) for link in inner_links(file)]
    document = pypdfium2.PdfDocument(pdf)
    words = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    told = [content.rpartition(", bladzijde ") for content, _, _ in leads]
    assert [int(number) for _, _, number in told] == [page for _, page, _ in leads]
    assert sorted(name for name, _, _ in told) == sorted([*shown, *PACKS_AND_LISTS])
    for name, page, height in leads:
        assert name.rpartition(", bladzijde ")[0].replace("\u00a0", " ") in words[page - 1]
        assert 0 < height <= 842
    for name in PACKS_AND_LISTS:
        page = next(page for content, page, _ in leads if content.startswith(f"{name}, "))
        assert words[page - 1].startswith(name)  # it is what the masthead says


def inner_links(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [link for page in file.pages for link in page.obj.get("/Annots", []) if "/Dest" in link]


def test_the_page_stands_on_its_own(made: tuple[bytes, str]) -> None:
    _, html = made
    page = Page(html)
    assert page.of("html") == [{"lang": "nl-NL"}]
    assert not page.of("script") + page.of("link")
    assert "http" not in re.sub(r'"data:[^"]*"', "", html)
    ids = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [link["href"] for link in page.of("a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert {each["aria-labelledby"] for each in page.of("article") + page.of("section")} <= set(ids)
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(page.of("main")) == len(page.of("nav")) == len(page.of("header")) == len(page.of("h1")) == 1
    assert all(attributes["alt"] for attributes in page.of("img"))


def test_everything_on_the_page_is_a_jump_away(made: tuple[bytes, str]) -> None:
    page = Page(made[1])
    links = [link["href"] for link in page.of("a")]
    first = page.found.index(("a", {"class": "skip", "href": "#_materials"}))
    assert first < next(place for place, (tag, _) in enumerate(page.found) if tag == "header")
    assert Counter(link for link in links if not link.startswith("#_")) == Counter(
        f"#{each['id']}" for each in page.of("article")
    )  # from A to Z, each once
    bands = [each["id"] for each in page.of("h2") + page.of("h3") if each.get("id", "").startswith("_g")]
    assert bands
    assert {f"#{band}" for band in bands} | {"#_names", "#_contents", "#_materials"} == {
        link for link in links if link.startswith("#_")
    }


def test_it_is_legible_by_day_and_by_night(made: tuple[bytes, str]) -> None:
    """Every colour that words have on every ground they stand on, in both schemes (WCAG 1.4.3)."""
    style = made[1].partition("<style>")[2].partition("</style>")[0]
    day, night = (dict(re.findall(r"--([\w-]+): (#\w+)", part)) for part in schemes(style))
    for scheme in (day, {**day, **night}):
        ground = {name: Colour.parse(scheme[name]) for name in ("paper", "band")}
        for ink in ("ink", "ink-2", "link"):
            assert contrast(Colour.parse(scheme[ink]), ground["paper"]) >= 4.5
        assert contrast(Colour.parse(scheme["ink"]), ground["band"]) >= 4.5
    (block,) = set(re.findall(r"color: (#\w+);\s+background: (#\w+)", style))
    assert contrast(*map(Colour.parse, block)) >= 4.5


def schemes(style: str) -> tuple[str, str]:
    """The rules that hold by day, and what changes by night."""
    day, _, rest = style.partition("@media (prefers-color-scheme: dark)")
    return day, rest.partition("} }")[0]


def test_pictures_are_small_and_of_the_size_they_say(made: tuple[bytes, str]) -> None:
    for image in Page(made[1]).of("img"):
        kind, _, data = image["src"].partition(";base64,")
        raw = base64.b64decode(data)
        assert len(raw) < 60_000
        assert raw.startswith({"data:image/png": b"\x89PNG", "data:image/jpeg": b"\xff\xd8"}[kind])
        if kind == "data:image/png":
            size = int.from_bytes(raw[16:20]), int.from_bytes(raw[20:24])
            assert size == (int(image["width"]), int(image["height"]))
        assert max(int(image["width"]), int(image["height"])) > 40


def test_twice_the_same_bytes(made: tuple[bytes, str], process: Callable) -> None:
    assert process("list", "--catalogue", PYTHONHASHSEED="7").code == 0
    assert (NOBODY / "catalogus.pdf").read_bytes() == made[0]
    assert (NOBODY / "catalogus.html").read_text(encoding="utf-8") == made[1]


def test_a_team_sees_what_it_has_and_nobodys_name(kaarten: Callable, team: Path) -> None:
    people = "participants: [{name: Zeldzaam Onvindbaar}, {name: Vreemd Eenmalig}]"
    told = TEAM.replace("participants: 8", people) + "packs: [leerkring]\n"
    (team / "team.yaml").write_text(told, encoding="utf-8")
    assert kaarten("list", "oost", "--catalogue").code == 0
    pdf, page = (OURS / "catalogus.pdf").read_bytes(), Page((OURS / "catalogus.html").read_text(encoding="utf-8"))
    printed = words_of(pdf)
    assert "Buurtteam Oost" in printed
    assert printed.count("in je pakket") == 2  # in the contents and at the head of its pages
    assert page.text.count("in je pakket") == 2
    assert re.search(r"Leerkring\s+in je pakket", page.text)
    assert "dialoogkaarten" in printed  # of a pack it does not have
    assert not re.search("Zeldzaam|Onvindbaar|Vreemd|Eenmalig", printed + page.text)


def add_a_card(team: Path, word: str) -> None:
    """A material of the team itself, with one word on it."""
    with (team / "team.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "materials:\n  eigen: {layout: sign_card, kind: cards, size: A5 landscape, paper: a4-card, copies: 1,"
            " content: {signs: {een: {icon: heartbeat}}}}\n"
            f"words: {{nl: {{eigen: {{title: Van onszelf, kicker: Kijk, signs: {{een: {{word: {word}}}}}}}}}}}\n"
        )


def test_what_a_team_made_itself_comes_first(kaarten: Callable, team: Path) -> None:
    add_a_card(team, "Ja")
    answer = kaarten("list", "oost", "--catalogue")
    assert answer.code == 0, answer.err
    page = Page((OURS / "catalogus.html").read_text(encoding="utf-8"))
    assert page.of("article")[0]["id"] == "eigen"
    assert outline((OURS / "catalogus.pdf").read_bytes())[1:4] == [
        "Van het wijkteam zelf",
        "Van onszelf",
        "De twee bijeenkomsten",
    ]


def test_a_part_in_other_words(kaarten: Callable, team: Path) -> None:
    answer = kaarten("list", "oost", "--catalogue", "--only", "poster-wiel", "--lang", "en", "-o", "elders")
    assert answer.code == 0, answer.err
    folder = Path("elders/oost/en/only/poster-wiel")
    page = Page((folder / "catalogus.html").read_text(encoding="utf-8"))
    assert [each["id"] for each in page.of("article")] == ["poster-wiel"]
    assert page.of("html") == [{"lang": "en-GB"}]
    assert [each["alt"] for each in page.of("img")] == ["Example: Wheel poster"]
    printed = words_of((folder / "catalogus.pdf").read_bytes())
    assert "Shows at a glance" in printed
    assert all(re.search(r"\b1 material\b", text) for text in (printed, page.text))


def test_what_does_not_fit_is_told_and_has_no_picture(kaarten: Callable, team: Path) -> None:
    add_a_card(team, "kennismakingsbijeenkomst" * 9)
    answer = kaarten("list", "oost", "--catalogue", "--only", "eigen", "--only", "flyer", "--json")
    assert answer.code == 0
    fault = answer.diagnostic("text-too-long")
    assert (fault["severity"], fault["file"], fault["line"]) == ("warning", "oost/team.yaml", 12)
    (html,) = Path("output/oost/nl/only").glob("*/catalogus.html")
    page = Page(html.read_text(encoding="utf-8"))
    assert [each["id"] for each in page.of("article")] == ["eigen", "flyer"]
    assert [each["alt"] for each in page.of("img")] == ["Voorbeeld: Flyer kennisbouwstenen"]
    assert_conforms(html.with_suffix(".pdf").read_bytes())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["list", "oost", "--catalogue", "--lang", "fr"], "no-such-language"),
        (["list", "nergens", "--catalogue"], "no-such-folder"),
        (["list", "oost", "-o", "map"], "only-with-catalogue"),
        (["list", "oost", "--open"], "only-with-catalogue"),
        (["list", "oost", "--catalogue", "--only", "pannenkoek"], "no-such-part"),
    ],
)
def test_what_it_cannot_do(kaarten: Callable, team: Path, words: list[str], code: str) -> None:
    answer = kaarten(*words, "--json")
    assert answer.code == 2
    assert answer.codes == [code]
    assert not Path("output").exists()
