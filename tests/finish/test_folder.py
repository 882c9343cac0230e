"""A folder is brought up to date, and it is said why."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from kaarten.diagnostics import Diagnostic, KaartenError, Mark, Severity
from kaarten.finish.folder import Delivery, Finished, Wanted, bring_up_to_date, planned, untouched
from kaarten.finish.ingredients import Ingredients
from kaarten.finish.manifest import About, Reason, read_manifest

ABOUT = About(pages=2, sheets=1, paper="A4", sides=2, copies=14, materials=("werkblad-1",))
ARCHIVE = "oost-nl.zip"
REMARK = Diagnostic(Severity.WARNING, "words-fallback", Mark("a.csv", 3, 1, "A3"), {"language": "nl"})


def wanted(name: str, data: str = "", **ingredients: str) -> Wanted:
    return Wanted(name, ABOUT, ingredients, (data or name).encode)


def build(folder: Path, *files: Wanted, pack: Ingredients | None = None) -> Finished:
    delivery = Delivery(files, ARCHIVE, pack or {"brand": "1"})
    return bring_up_to_date(folder, read_manifest(folder), delivery, (REMARK,))


def reasons(finished: Finished) -> dict[str, tuple[Reason, ...]]:
    """Of each file but the archive."""
    return {outcome.name: outcome.reasons for outcome in finished.outcomes if outcome.name != ARCHIVE}


def of_archive(finished: Finished) -> tuple[Reason, ...]:
    last = finished.outcomes[-1]
    assert (last.name, last.about) == (ARCHIVE, About(pages=0))
    return last.reasons


def packed(folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(folder / ARCHIVE) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


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


# ---- the archive


def test_the_archive_holds_every_file_in_order(tmp_path: Path) -> None:
    assert of_archive(build(tmp_path, wanted("02-b.pdf"), wanted("01-a.pdf"))) == (Reason("new"),)
    assert list(packed(tmp_path).items()) == [("02-b.pdf", b"02-b.pdf"), ("01-a.pdf", b"01-a.pdf")]
    assert of_archive(build(tmp_path, wanted("02-b.pdf"), wanted("01-a.pdf"))) == ()


def test_the_archive_follows_its_files_and_takes_those_that_stayed_from_disk(tmp_path: Path) -> None:
    build(tmp_path, wanted("01-a.pdf", brand="1"), wanted("02-b.pdf", people="1"), pack={"brand": "1", "people": "1"})
    done = build(
        tmp_path,
        wanted("01-a.pdf", brand="1"),
        wanted("02-b.pdf", "new", people="2"),
        pack={"brand": "1", "people": "2"},
    )
    assert reasons(done) == {"01-a.pdf": (), "02-b.pdf": (Reason("people"),)}
    assert of_archive(done) == (Reason("people"),)
    assert packed(tmp_path) == {"01-a.pdf": b"01-a.pdf", "02-b.pdf": b"new"}


def test_a_file_that_goes_goes_from_the_archive_too(tmp_path: Path) -> None:
    build(tmp_path, wanted("01-a.pdf"), wanted("02-b.pdf"), pack={"material:a": "1", "material:b": "1"})
    done = build(tmp_path, wanted("01-a.pdf"), pack={"material:a": "1"})
    assert of_archive(done) == (Reason("material-gone", "b"),)
    assert list(packed(tmp_path)) == ["01-a.pdf"]


def test_a_mended_file_is_in_the_archive_already(tmp_path: Path) -> None:
    build(tmp_path, wanted("01-a.pdf"))
    before = (tmp_path / ARCHIVE).read_bytes()
    (tmp_path / "01-a.pdf").write_bytes(b"spoilt")
    done = build(tmp_path, wanted("01-a.pdf"))
    assert (reasons(done), of_archive(done)) == ({"01-a.pdf": (Reason("altered"),)}, ())
    assert (tmp_path / ARCHIVE).read_bytes() == before


@pytest.mark.parametrize(("harm", "kind"), [(None, "missing"), (b"PK", "altered")])
def test_a_lost_or_altered_archive_is_packed_again_alone(tmp_path: Path, harm: bytes | None, kind: str) -> None:
    build(tmp_path, wanted("01-a.pdf"))
    before = (tmp_path / ARCHIVE).read_bytes()
    (tmp_path / ARCHIVE).unlink()
    if harm is not None:
        (tmp_path / ARCHIVE).write_bytes(harm)
    assert not read_manifest(tmp_path).complete(tmp_path, {"brand": "1"})
    done = build(tmp_path, wanted("01-a.pdf"))
    assert (reasons(done), of_archive(done)) == ({"01-a.pdf": ()}, (Reason(kind),))
    assert (tmp_path / ARCHIVE).read_bytes() == before


def test_what_would_be_done_is_what_is_done(tmp_path: Path) -> None:
    build(tmp_path, wanted("01-a.pdf"), wanted("02-b.pdf"))
    delivery = Delivery((wanted("01-a.pdf", brand="2"), wanted("03-c.pdf")), ARCHIVE, {"brand": "2"})
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    foreseen = planned(tmp_path, read_manifest(tmp_path), delivery)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert foreseen.removed == ("02-b.pdf",)
    assert bring_up_to_date(tmp_path, read_manifest(tmp_path), delivery, ()) == foreseen
