"""A folder is brought up to date, and it is said why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaarten.diagnostics import Diagnostic, KaartenError, Mark, Severity
from kaarten.finish.folder import Finished, Wanted, bring_up_to_date, untouched
from kaarten.finish.ingredients import Ingredients
from kaarten.finish.manifest import About, Reason, read_manifest

ABOUT = About(pages=2, sheets=1, paper="A4", sides=2, copies=14, materials=("werkblad-1",))
REMARK = Diagnostic(Severity.WARNING, "words-fallback", Mark("a.csv", 3, 1, "A3"), {"language": "nl"})


def wanted(name: str, data: str = "", **ingredients: str) -> Wanted:
    return Wanted(name, ABOUT, ingredients, (data or name).encode)


def build(folder: Path, *files: Wanted, pack: Ingredients | None = None) -> Finished:
    return bring_up_to_date(folder, read_manifest(folder), list(files), pack or {"brand": "1"}, (REMARK,))


def reasons(finished: Finished) -> dict[str, tuple[Reason, ...]]:
    return {outcome.name: outcome.reasons for outcome in finished.outcomes}


def test_the_first_build_makes_everything(tmp_path: Path) -> None:
    done = build(tmp_path, wanted("01-a.pdf"), wanted("02-b.pdf"))
    assert reasons(done) == {"01-a.pdf": (Reason("new"),), "02-b.pdf": (Reason("new"),)}
    assert (tmp_path / "02-b.pdf").read_bytes() == b"02-b.pdf"


def test_the_second_build_makes_nothing(tmp_path: Path) -> None:
    build(tmp_path, wanted("01-a.pdf", brand="1"))
    stamp = (tmp_path / "01-a.pdf").stat().st_mtime_ns
    assert reasons(build(tmp_path, wanted("01-a.pdf", brand="1"))) == {"01-a.pdf": ()}
    assert (tmp_path / "01-a.pdf").stat().st_mtime_ns == stamp


def test_a_changed_ingredient_makes_only_its_files_again_and_is_named(tmp_path: Path) -> None:
    build(tmp_path, wanted("01-a.pdf", **{"material:a": "1"}), wanted("02-b.pdf", **{"material:b": "1"}))
    done = build(tmp_path, wanted("01-a.pdf", "new", **{"material:a": "2"}), wanted("02-b.pdf", **{"material:b": "1"}))
    assert reasons(done) == {"01-a.pdf": (Reason("material", "a"),), "02-b.pdf": ()}
    assert (tmp_path / "01-a.pdf").read_bytes() == b"new"


@pytest.mark.parametrize(("harm", "kind"), [(None, "missing"), (b"01-a.pdx", "altered"), (b"", "altered")])
def test_a_missing_or_altered_file_is_made_again(tmp_path: Path, harm: bytes | None, kind: str) -> None:
    build(tmp_path, wanted("01-a.pdf"))
    (tmp_path / "01-a.pdf").unlink()
    if harm is not None:
        (tmp_path / "01-a.pdf").write_bytes(harm)
    assert not read_manifest(tmp_path).complete(tmp_path, {"brand": "1"})
    assert reasons(build(tmp_path, wanted("01-a.pdf"))) == {"01-a.pdf": (Reason(kind),)}
    assert (tmp_path / "01-a.pdf").read_bytes() == b"01-a.pdf"


def test_only_files_of_ours_are_deleted(tmp_path: Path) -> None:
    build(tmp_path, wanted("01-a.pdf"), wanted("02-b.pdf"))
    (tmp_path / "mijn-aantekeningen.pdf").write_bytes(b"mine")
    done = build(tmp_path, wanted("01-b.pdf"))
    assert set(done.removed) == {"01-a.pdf", "02-b.pdf"}
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["01-b.pdf", "mijn-aantekeningen.pdf"]


def test_a_manifest_cannot_lead_outside_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "nl"
    folder.mkdir()
    build(folder, wanted("01-a.pdf"))
    (tmp_path / "outside.pdf").write_bytes(b"mine")
    (folder / ".hidden.pdf").write_bytes(b"mine")
    data = json.loads((folder / "manifest.json").read_text())
    for name in ("../outside.pdf", str(tmp_path / "outside.pdf"), "..\\outside.pdf", ".hidden.pdf"):
        data["files"][name] = data["files"]["01-a.pdf"]
    (folder / "manifest.json").write_text(json.dumps(data))
    assert build(folder, wanted("01-b.pdf")).removed == ("01-a.pdf",)
    assert (tmp_path / "outside.pdf").exists()
    assert (folder / ".hidden.pdf").exists()


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"form": 99}', '{"form": 1, "files": {"a.pdf": 3}}'])
def test_a_damaged_manifest_counts_as_none(tmp_path: Path, damage: str) -> None:
    build(tmp_path, wanted("01-a.pdf"))
    (tmp_path / "manifest.json").write_text(damage)
    assert reasons(build(tmp_path, wanted("01-a.pdf"))) == {"01-a.pdf": (Reason("new"),)}


def test_everything_untouched_is_known_without_making_anything(tmp_path: Path) -> None:
    build(tmp_path, wanted("01-a.pdf"), pack={"brand": "1", "material:a": "2"})
    manifest = read_manifest(tmp_path)
    assert manifest.complete(tmp_path, {"brand": "1", "material:a": "2"})
    assert not manifest.complete(tmp_path, {"brand": "2", "material:a": "2"})
    assert not manifest.complete(tmp_path, {"brand": "1"})
    assert untouched(tmp_path, manifest).outcomes[0].about == ABOUT
    assert manifest.remarks == (REMARK,)


def test_a_fault_while_making_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    build(tmp_path, wanted("01-a.pdf", "old"))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def broken() -> bytes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        build(tmp_path, wanted("01-a.pdf", "new", brand="2"), Wanted("02-b.pdf", ABOUT, {}, broken))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_files_begun_before_a_stop_are_known_as_ours(tmp_path: Path) -> None:
    """Stopped between two files; the next build wants other names and leaves no orphan behind."""
    (tmp_path / "02-b.pdf").mkdir()
    with pytest.raises(KaartenError) as error:
        build(tmp_path, wanted("01-a.pdf"), wanted("02-b.pdf"))
    assert [d.code for d in error.value.diagnostics] == ["folder-in-the-way"]
    assert (tmp_path / "01-a.pdf").exists()
    (tmp_path / "02-b.pdf").rmdir()
    assert not read_manifest(tmp_path).complete(tmp_path, {"brand": "1"})
    build(tmp_path, wanted("01-other.pdf"))
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["01-other.pdf"]
