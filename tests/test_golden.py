"""One team in Dutch against what a person approved: a text proof of every material, a picture of every layout.

After a change that is meant: `UPDATE_GOLDEN=1 python -m pytest tests/test_golden.py`, then read the diff of the proofs
and look at the pictures before they are committed. Where a picture differs, the new one and what is different in it
stand in `.cache/golden/`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kaarten.compose.compose import Composed
from kaarten.compose.face import Face
from kaarten.compose.styles import BODY
from kaarten.diagnostics import Report
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, open_pack
from kaarten.registry import Registry
from tests.conftest import ROOT
from tests.golden.pictures import SAME, difference, pictures, share
from tests.golden.proof import proof
from tests.layouts.packs import composed_all
from tests.samples import surface

TEAM, LANGUAGE = "buurtteam-oost", "nl"
DECK_OF = "wijkteam-zonnehoven"
DECK = "vragen-over-samenwerken"
"""The base has no deck, but an organisation of ours does."""
GOLDEN = ROOT / "tests" / "golden"
PROOFS, PICTURES, FOUND = GOLDEN / "proofs", GOLDEN / "pictures", ROOT / ".cache" / "golden"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


@pytest.fixture(scope="module")
def pack(teams: dict[str, Path]) -> list[Composed]:
    """What the team prints, what it does not because it is of other packs, and a deck."""
    own = _composed(Order(teams[TEAM]))
    ids = {one.material.id for one in own}
    others = [one for one in _composed(Order(teams[TEAM], every_pack=True)) if one.material.id not in ids]
    return [*own, *others, *_composed(Order(teams[DECK_OF], selection=Selection(only=(DECK,))))]


def _composed(order: Order) -> list[Composed]:
    report = Report()
    opened = open_pack(order, report)
    return composed_all(opened, job_of(opened, LANGUAGE, report), report)


def faces(one: Composed) -> list[Face]:
    """Every face of a material once, backs after fronts."""
    fronts = [piece.front for piece in one.pieces]
    backs = [piece.back for piece in one.pieces if piece.back]
    return list(dict.fromkeys([*fronts, *backs]))


def shown(pack: list[Composed]) -> dict[str, list[Face]]:
    """Of every layout the first material that uses it: its first page and its last."""
    found: dict[str, list[Face]] = {}
    for one in pack:
        first, *rest = faces(one)
        found.setdefault(one.material.layout, [first, *rest[-1:]])
    return found


def test_every_text_is_where_it_was(pack: list[Composed]) -> None:
    proofs = {f"{one.material.id}.txt": _joined(one) for one in pack}
    if UPDATE:
        _renew(PROOFS, {name: text.encode() for name, text in proofs.items()})
    assert {file.name for file in PROOFS.iterdir()} == set(proofs)
    for name, text in proofs.items():
        assert text == (PROOFS / name).read_text(encoding="utf-8"), f"{name}: see the top of this module"


def _joined(one: Composed) -> str:
    return "\n".join(line for face in faces(one) for line in proof(face)) + "\n"


def test_proofs_tell_nothing_of_the_machine() -> None:
    texts = [file.read_text(encoding="utf-8") for file in PROOFS.iterdir()]
    assert len(texts) > 10
    assert not [text for text in texts if str(ROOT) in text or str(Path.home()) in text or "\\" in text]


def test_every_layout_looks_as_it_did(pack: list[Composed]) -> None:
    now = {
        f"{layout}-{number}.png": picture
        for layout, pages in shown(pack).items()
        for number, picture in enumerate(pictures(pages), start=1)
    }
    if UPDATE:
        _renew(PICTURES, {name: _png(picture) for name, picture in now.items()})
    assert {file.name for file in PICTURES.iterdir()} == set(now)
    changed = {name: found for name, picture in now.items() if (found := _compared(name, picture)) > SAME}
    assert changed == {}, "see .cache/golden and the top of this module"


def _compared(name: str, picture: Image.Image) -> float:
    """How much a page differs from its golden picture; when it does, both are kept to be looked at."""
    with Image.open(PICTURES / name) as golden:
        differs = difference(golden, picture)
    found = share(differs)
    if found > SAME:
        FOUND.mkdir(parents=True, exist_ok=True)
        picture.save(FOUND / name)
        if differs:
            differs.save(FOUND / name.replace(".png", "-differs.png"))
    return found


def test_every_layout_has_its_picture_and_they_stay_small(pack: list[Composed]) -> None:
    assert set(shown(pack)) == set(Registry.installed().names())
    assert sum(file.stat().st_size for file in GOLDEN.rglob("*") if file.is_file()) < 1_500_000


def test_a_text_a_tenth_of_a_millimetre_away_is_another_proof() -> None:
    proofs = []
    for x in (20.0, 20.1):
        page = surface()
        page.text(x, 30, "Welkom", BODY, tag="H1")
        proofs.append(proof(page.face()))
    assert proofs[0][1:] == ["H1", "    20.0   30.0  12.0 R  Welkom"]
    assert proofs[0] != proofs[1]


def test_a_page_moved_by_a_millimetre_is_another_picture(pack: list[Composed]) -> None:
    front = shown(pack)["worksheet"][0]
    (picture,) = pictures([front])
    assert share(difference(picture, picture)) == 0
    assert share(difference(picture, ImageChops.offset(picture.convert("L"), 2, 0))) > SAME
    assert share(difference(picture, picture.resize((10, 10)))) == 1


def _png(picture: Image.Image) -> bytes:
    from io import BytesIO

    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _renew(folder: Path, files: dict[str, bytes]) -> None:
    """The folder holds these files and no others."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.name not in files:
            old.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)
