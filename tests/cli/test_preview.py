"""`kaarten preview`: a picture of each page, and one sheet that shows them all."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import click
import pytest

FOLDER = Path("output/oost/nl/only/werkblad-1")


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture
def sheet(kaarten: Callable, team: Path) -> str:
    answer = kaarten("preview", "oost", "--only", "werkblad-1", "--dpi", "30", "--ui", "en", "--json")
    assert answer.code == 0, answer.out
    assert answer.data["previews"] == [{"language": "nl", "sheet": (FOLDER / "preview/index.html").as_posix()}]
    return (FOLDER / "preview/index.html").read_text(encoding="utf-8")


def test_there_is_a_picture_of_each_page(sheet: str) -> None:
    names = sorted(path.name for path in (FOLDER / "preview").glob("*.png"))
    assert names == ["01-werkblad-1-1.png", "01-werkblad-1-2.png", "bijeenkomst-1-1.png", "bijeenkomst-1-2.png"]
    size = (FOLDER / "preview" / names[0]).read_bytes()[16:24]
    assert abs(int.from_bytes(size[:4]) - 210 / 25.4 * 30) < 2
    assert abs(int.from_bytes(size[4:]) - 297 / 25.4 * 30) < 2


def test_the_sheet_stands_on_its_own(sheet: str) -> None:
    elements = Elements(sheet)
    assert elements.of("html") == [{"lang": "en"}]
    assert len(elements.of("img")) == 4
    assert all(image["src"].startswith("data:image/png;base64,") for image in elements.of("img"))
    assert not elements.of("script") + elements.of("link")
    assert "http" not in re.sub(r'data:[^"]*', "", sheet)


def test_who_cannot_see_or_point_can_use_it(sheet: str) -> None:
    elements = Elements(sheet)
    alternatives = [image["alt"] for image in elements.of("img")]
    assert len(set(alternatives)) == len(alternatives)
    assert all("page" in text and len(text) > 30 for text in alternatives)
    targets = {attributes["id"] for _, attributes in elements.found if "id" in attributes}
    links = [link["href"] for link in elements.of("a")]
    assert len(links) >= 8
    for link in links:
        if link.startswith("#"):
            assert link[1:] in targets
        else:
            assert (FOLDER / "preview" / link).is_file()
    assert [tag for tag, _ in elements.found if tag in ("h1", "h2")] == ["h1", "h2", "h2"]
    assert "@media print" in sheet


def test_names_are_escaped(kaarten: Callable, team: Path) -> None:
    text = (team / "team.yaml").read_text()
    (team / "team.yaml").write_text(text.replace("Buurtteam Oost", '"Oost <b>& Co</b>"'))
    kaarten("preview", "oost", "--only", "werkblad-1", "--dpi", "20")
    page = (FOLDER / "preview/index.html").read_text(encoding="utf-8")
    assert not Elements(page).of("b")
    assert "Oost &lt;b&gt;&amp; Co" in page


def test_it_is_opened_when_asked(kaarten: Callable, team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    kaarten("preview", "oost", "--only", "werkblad-1", "--dpi", "20", "--open")
    assert opened == [str(FOLDER / "preview/index.html")]
