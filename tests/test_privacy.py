"""Names of people stand on pages and nowhere else: not in names of files, in what a PDF tells of itself, in the
manifest, or in what a command says.

In: a team with names that occur nowhere else. Out: everything a build leaves behind, searched for them.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from kaarten.cli.run import run
from kaarten.finish.manifest import MANIFEST_NAME
from tests.workbooks import workbook

SECRETS = ("Xaviera", "Quispelstein", "zandtovenaar", "Luchtkasteel", "987654321")
TEAM = "name: Team Oost\nmeetings: {1: {date: 2027-03-02}, 2: {date: 2027-03-16}}\nparticipants: d.xlsx\n"
HEADINGS = ["Naam", "Functie", "Organisatie", "Registratienummer"]
ROW = ["Xaviera Quispelstein", "zandtovenaar", "Luchtkasteel", 987654321]
MATERIALS = ("deelnemerslijst", "presentielijst-1", "naambordjes", "bewijs-van-deelname")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "oost").mkdir()
    (tmp_path / "oost" / "team.yaml").write_text(TEAM, "utf-8")
    return tmp_path


def command(folder: Path, capsys: pytest.CaptureFixture[str], rows: list[list[Any]], *words: str) -> tuple[int, str]:
    """The exit code, and everything that was said."""
    (folder / "oost" / "d.xlsx").write_bytes(workbook([HEADINGS, *rows]))
    code = run(list(words))
    seen = capsys.readouterr()
    return code, seen.out + seen.err


def only() -> list[str]:
    return [word for material in MATERIALS for word in ("--only", material)]


def found(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret.lower() in text.lower()]


def test_names_stand_on_pages_and_nowhere_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = command(folder, capsys, [ROW], "build", "oost", "-o", "uit", *only())
    assert (code, found(said)) == (0, [])
    files = [path for path in sorted((folder / "uit").rglob("*")) if path.is_file()]
    assert found(" ".join(path.as_posix() for path in files)) == []
    pages = "".join(page.extract_text() for path in files if path.suffix == ".pdf" for page in PdfReader(path).pages)
    assert found(pages) == list(SECRETS)  # the search finds what is there
    (manifest,) = [path for path in files if path.name == MANIFEST_NAME]
    assert found(manifest.read_text("utf-8")) == []
    for path in files:
        if path.suffix == ".pdf":
            assert found(told_of_itself(path.read_bytes())) == [], path.name


def told_of_itself(data: bytes) -> str:
    """Everything in a PDF but the pages themselves: facts, metadata, outline, and the titles in the tree."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [str(value) for value in pdf.docinfo.values()]
        texts.append(pdf.Root.Metadata.read_bytes().decode())
        with pdf.open_outline() as outline:
            texts += [item.title for top in outline.root for item in (top, *top.children)]
        elements = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
        texts += [str(item[key]) for item in elements for key in ("/T", "/Alt", "/ActualText") if key in item]
    assert len(texts) > 7
    return " ".join(texts)


@pytest.mark.parametrize("words", [(), ("--json",)])
@pytest.mark.parametrize(
    "rows",
    [
        [ROW, ROW],
        [[None, *ROW[1:]]],
        [["Xaviera" * 20]],
        [["XavieraQuispelsteinzandtovenaarLuchtkasteel" * 2]],
        [["Xaviera \U00013000"]],
        [["Xaviera", "zandtovenaar" * 9]],
        [ROW, [None, None, None, None, "zandtovenaar"]],
        [["=Xaviera"]],
    ],
)
def test_no_fault_repeats_them(
    folder: Path, capsys: pytest.CaptureFixture[str], rows: list[list[Any]], words: tuple[str, ...]
) -> None:
    """Neither as text nor as data: a fault names the row and the column."""
    _, said = command(folder, capsys, rows, "build", "oost", "-o", "uit", *only(), *words)
    assert "d.xlsx" in said
    assert found(said) == []


def test_no_list_of_texts_shows_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for material in (*MATERIALS, "labels"):
        code, said = command(folder, capsys, [ROW], "texts", material, "oost")
        assert code == 0
        assert found(said) == []
