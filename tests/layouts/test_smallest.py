"""A layout works at the smallest size it states; less, or more than it draws, is a fault where it was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaarten.compose.compose import Composed, compose
from kaarten.diagnostics import Report
from kaarten.geometry import Size
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, open_pack
from layouts import (
    bars,
    board,
    box_label,
    card_set,
    deck_cards,
    deck_list,
    deck_poster,
    dialogue_card,
    flap,
    form,
    method_card,
    name_label,
    programme,
    question_card,
    set_path,
    set_poster,
    sign_card,
    sticker_poster,
    table_sheet,
    term_sheet,
    wall_sheet,
    wheel_poster,
    worksheet,
)
from tests.layouts.checks import inspect_pieces

STANDING, LYING = dialogue_card.SMALLEST
FORM_STANDING, FORM_LYING = form.SMALLEST
SMALLEST = [
    ("dialoogkaarten", STANDING),
    ("dialoogkaarten", LYING),
    ("koppen-kaarten", question_card.SMALLEST),
    ("vragenkaart-bedoeling", question_card.SMALLEST),
    ("cijferkaart", FORM_STANDING),
    ("antwoordblad-kansen", FORM_LYING),
    ("werkvormkaarten-2", method_card.SMALLEST),
    ("rolkaartjes", sign_card.SMALLEST),
    ("tijdkaarten", sign_card.SMALLEST),
    ("poster-wiel", wheel_poster.SMALLEST),
    ("poster-stickers", sticker_poster.SMALLEST),
    *(("flapkoppen-2", size) for size in flap.SMALLEST),
    *(("flap-vragen", size) for size in flap.SMALLEST),
    *(("flap-koppen", size) for size in flap.SMALLEST),
    *(("kaderblad", size) for size in wall_sheet.SMALLEST),
    *(("kernblad", size) for size in wall_sheet.SMALLEST),
    *(("programma-1", size) for size in programme.SMALLEST),
    *(("overzichtsposter-leeg", size) for size in table_sheet.SMALLEST),
    *(("vuistregelmatrix", size) for size in table_sheet.SMALLEST),
    *(("mijn-leerplan", size) for size in table_sheet.SMALLEST),
    *(("bordsessiebord", size) for size in board.SMALLEST),
    *(("cijferposter", size) for size in bars.SMALLEST),
    *(("resultatenblad", size) for size in bars.SMALLEST),
    *(("ontwikkelpuntenkaarten", size) for size in card_set.SMALLEST),
    ("vuistregelposter", set_poster.SMALLEST[0]),
    ("waarderend-pad", set_path.SMALLEST[0]),
    ("begrippenkaart", term_sheet.SMALLEST[1]),
    ("naamstickers", name_label.SMALLEST),
    ("etiketten", box_label.SMALLEST),
    *(("onze-vragen-kaarten", size) for size in deck_cards.SMALLEST),
    ("onze-vragen-lijst", deck_list.SMALLEST),
    *(("onze-vragen-poster", size) for size in deck_poster.SMALLEST),
]
"""Labels are cut out of plain paper here, which leaves them less room than real ones."""
DECK = """\
title: Vragen om samen op weg te gaan
intro: Laat iedereen een kaart trekken en eerst een minuut nadenken.
groups: {samen: Samen op pad naar het goede gesprek, alleen: {name: Zelf, colour: yellow}}
cards:
  - {front: Welke fout heeft jou het meest geleerd?, group: alleen, kind: vraag}
  - {front: Bij wie klop je aan als je vastloopt?, back: Weten anderen dat ook?, group: samen, kind: vraag}
  - {front: Lees samen een bladzijde., back: Vertel., group: samen, kind: opdracht, qr: https://example.org/lezen}
  - Waar praten jullie nooit over?
"""


def made(folder: Path, material: str, size: Size) -> tuple[list[Composed], Report]:
    """One material of a plain team at a size."""
    (folder / "decks").mkdir(exist_ok=True)
    (folder / "decks" / "onze-vragen.yaml").write_text(DECK, encoding="utf-8")
    (folder / "kaarten.yaml").write_text("name: Academie\n", encoding="utf-8")
    folder = folder / "oost"
    folder.mkdir(exist_ok=True)
    (folder / "team.yaml").write_text(
        "name: Buurtteam Oost\nstickers: {size: 8mm}\n"
        "packs: [bijeenkomsten, leerkring, vakmanschap, ruimte]\nmaterials:\n"
        f"  {material}: {{paper: a4, size: {size.width:g}mm x {size.height:g}mm}}\n",
        encoding="utf-8",
    )
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=(material,))), report)
    return compose(job_of(pack, "nl", report), pack.registry, report), report


@pytest.mark.parametrize(("material", "smallest"), SMALLEST)
def test_at_its_smallest_everything_fits(tmp_path: Path, material: str, smallest: Size) -> None:
    (one,), report = made(tmp_path, material, smallest)
    assert not report.errors, [d.details for d in report.errors]
    faults = inspect_pieces(one.pieces).faults
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize(("material", "smallest"), [one for one in SMALLEST if one[1] not in (LYING, FORM_LYING)])
def test_smaller_is_a_fault_where_it_was_asked(tmp_path: Path, material: str, smallest: Size) -> None:
    _, report = made(tmp_path, material, Size(smallest.width - 1, smallest.height - 1))
    assert _told(report) == [("size-under-smallest", "team.yaml")]


def test_larger_than_a_layout_draws_is_a_fault_where_it_was_asked(tmp_path: Path) -> None:
    _, report = made(tmp_path, "werkblad-1", Size(worksheet.LARGEST.width + 1, worksheet.LARGEST.height))
    assert _told(report) == [("size-over-largest", "team.yaml")]


def _told(report: Report) -> list[tuple[str, str]]:
    return [(d.code, Path(d.mark.file).name) for d in report.errors]
