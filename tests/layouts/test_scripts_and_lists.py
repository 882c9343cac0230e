"""Scripts and lists of the meetings: what stands where on their pages, and the numbers on a packing list.

In: the example teams with all packs, in a language each; small teams of many sizes. Out: pages as they are measured.
Leaves alone: how pages are shared out (compose/test_script_pages), who is on a list (test_people).
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from kaarten.brand.inks import HAIR, LINE
from kaarten.diagnostics import Report
from kaarten.impose.runs import Imposed
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from kaarten.tailor.job import Job
from kaarten.tailor.timetable import Meeting, Need
from layouts.packing_list import _by_table  # pyright: ignore[reportPrivateUsage]
from tests.layouts.packs import MEETINGS
from tests.pages import Ink, Page, measure

TEAMS = {"buurtteam-oost": "nl", "gebiedsteam-noorderlanden": "nl-formal", "wijkteam-zonnehoven": "en"}
SCRIPTS = ("draaiboek-1", "draaiboek-2", "draaiboek-leerkring", "draaiboek-vakmanschap")
LISTS = ("presentielijst-1", "presentielijst-leerkring", "presentielijst-vakmanschap")
PACKING = ("inpaklijst-1", "inpaklijst-2", "inpaklijst-leerkring", "inpaklijst-vakmanschap")
RULE = 277.3
"""mm: the rule in the foot of an A4."""
AIR = 6.0 - 1e-6

Made = tuple[Job, list[Imposed]]


@pytest.fixture(scope="module", params=TEAMS.items(), ids="-".join)
def made(request: pytest.FixtureRequest) -> Made:
    team, language = request.param
    (folder,) = (file.parent for file in Path("content/teams").rglob("team.yaml") if file.parent.name == team)
    order = Order(folder, selection=Selection(only=(*SCRIPTS, *LISTS, *PACKING)), every_pack=True)
    return _made(order, language)


def _made(order: Order, language: str) -> Made:
    report = Report()
    pack = open_pack(order, report)
    job = job_of(pack, language, report)
    return job, lay_out(pack, job, report)


def small(folder: Path, participants: int, meetings: str = "") -> Made:
    folder.mkdir(exist_ok=True, parents=True)
    (folder / "team.yaml").write_text(f"name: Proefteam\nparticipants: {participants}\n{meetings}", "utf-8")
    return _made(Order(folder, selection=Selection(only=(*SCRIPTS, *LISTS, *PACKING)), every_pack=True), "nl")


def pages(laid: list[Imposed], *ids: str) -> dict[str, list[Page]]:
    """The pages of some materials, in order."""
    found: dict[str, list[Page]] = {}
    for one in laid:
        if one.material.id in ids:
            faces = [face for piece in one.pieces for face in (piece.front, piece.back) if face]
            found[one.material.id] = [measure(face) for face in faces]
    assert set(found) == set(ids)
    return found


def meeting_of(job: Job, one: Imposed) -> Meeting:
    assert one.material.meeting
    return job.meetings[one.material.meeting]


def plain(text: str) -> str:
    """With common spaces, as a line of text tells it."""
    return " ".join(text.split())


def find(page: Page, text: str) -> Ink:
    return next(ink for ink in page.texts if plain(ink.text) == plain(text))


def lowest_line(page: Page) -> float:
    """mm to the lowest line that is written on or closes a row."""
    return max([0.0, *(rule.a[1] for rule in page.rules if rule.level and rule.a[1] < RULE - 0.1)])


# ---- scripts


def test_the_heads_of_the_table_stand_under_the_introduction(made: Made) -> None:
    job, laid = made
    for one in laid:
        if one.material.id not in SCRIPTS:
            continue
        content, (first, *others) = one.material.content, pages(laid, one.material.id)[one.material.id]
        intro = max(find(first, str(point)).y for point in content.role_points.values())
        heads = [find(first, str(getattr(content.columns, each))).y for each in ("time", "what", "needs")]
        meeting = meeting_of(job, one)
        assert len(set(heads)) == 1
        assert intro < heads[0] < find(first, str(meeting.blocks[0].name)).y
        for page in others:
            assert find(page, str(content.columns.what)).y < 50


def test_what_a_square_means_is_said_once(made: Made) -> None:
    job, laid = made
    for found in pages(laid, *SCRIPTS).values():
        said = [ink.text for page in found for ink in page.texts]
        assert said.count(str(job.labels["script.square"])) == 1


def test_a_break_is_numbered_as_every_block(made: Made) -> None:
    job, laid = made
    for one in laid:
        if one.material.id not in SCRIPTS:
            continue
        meeting = meeting_of(job, one)
        large = [
            (ink.text, str(block.number))
            for page in pages(laid, one.material.id)[one.material.id]
            for ink in page.texts
            if ink.bold and ink.size == 14
            for block in meeting.blocks
            if ink.text == str(block.number)
        ]
        assert [text for text, _ in large] == [str(block.number) for block in meeting.blocks]


def test_no_page_of_a_script_is_left_white(made: Made) -> None:
    """What room the blocks leave has lines for notes, and these end well above the foot."""
    _, laid = made
    for found in pages(laid, *SCRIPTS).values():
        for page in found:
            lines = [rule.a[1] for rule in page.rules if rule.colour == LINE]
            below = max(ink.y for ink in page.texts if ink.y < RULE)
            assert lines or below > RULE - 48
            assert all(y <= RULE - AIR for y in lines)


# ---- packing lists


def rows_of(page: Page) -> dict[str, str]:
    """What stands before each name on a packing list."""
    inks = sorted((ink for ink in page.texts if 40 < ink.y < RULE), key=lambda ink: (round(ink.y, 1), ink.x))
    return {
        plain(name.text): plain(count.text)
        for count, name in pairwise(inks)
        if abs(count.y - name.y) < 0.1 and count.bold and count.x < 50 < name.x
    }


@pytest.mark.parametrize("participants", [2, 4, 5, 11, 12, 24, 29])
def test_what_lies_on_tables_is_counted_by_the_table(tmp_path: Path, participants: int) -> None:
    job, laid = small(tmp_path, participants)
    tables = job.people.tables
    on_tables = [need for need in job.needs.values() if _by_table(need, tables)]
    assert {"pens", "markers"} <= {need.id for need in on_tables}
    for need in on_tables:
        assert need.each_table * tables >= need.count, need
        assert need.each_table < need.count or tables == 1 or not need.count, need
    counts = {name: text for page in pages(laid, "inpaklijst-vakmanschap").popitem()[1] for name, text in _rows(page)}
    sheets = job.needs["een-zin-kaart"]
    assert counts[plain(sheets.name)] == f"{sheets.count} \u00d7"
    assert counts[plain(job.needs["pens"].name)] == f"{job.needs['pens'].each_table} \u00d7"
    sets = job.needs["vuistregelkaarten"]
    assert counts[plain(sets.name)] == "1 set"


def _rows(page: Page) -> list[tuple[str, str]]:
    return list(rows_of(page).items())


def test_every_thing_with_a_number_has_it_on_the_list(made: Made) -> None:
    job, laid = made
    for id, found in pages(laid, *PACKING).items():
        meeting = next(meeting_of(job, one) for one in laid if one.material.id == id)
        printed = {name: text for page in found for name, text in _rows(page)}
        wanted: list[Need] = [job.needs[need] for block in meeting.blocks for need in block.needs if need in job.needs]
        for need in wanted:
            if need.count:
                told = need.counted.word(need.count) if need.counted else need.name
                assert re.fullmatch(r"\d+" if need.counted else r"\d+ (\u00d7|sets?)", printed[plain(told)]), need


def test_a_packing_list_says_the_whole_time_and_has_room_for_own_things(made: Made) -> None:
    job, laid = made
    for id, found in pages(laid, *PACKING).items():
        meeting = next(meeting_of(job, one) for one in laid if one.material.id == id)
        assert any(plain(ink.text).endswith(plain(meeting.hours_text)) for ink in found[0].texts)
        for page in found:
            assert lowest_line(page) <= RULE - AIR
        last = max(ink.y for ink in found[-1].texts if ink.y < RULE)
        own = any(ink.text == str(job.labels["own-things"]) for ink in found[-1].texts)
        assert own or last > RULE - 60


# ---- attendance lists

PLACED = MEETINGS + "  1: {date: 2027-03-02, place: De Linde}\n"


def lines_of_the_row(page: Page) -> int:
    return sum(1 for rule in page.rules if rule.level and rule.colour == LINE and rule.a[1] < 62)


@pytest.mark.parametrize("participants", [6, 60])
def test_without_a_day_an_attendance_list_has_lines_for_day_and_place_on_every_page(
    tmp_path: Path, participants: int
) -> None:
    _, laid = small(tmp_path, participants)
    for found in pages(laid, *LISTS).values():
        assert (len(found) > 1) == (participants == 60)
        for page in found:
            find(page, "Datum")
            find(page, "Plaats")
            assert lines_of_the_row(page) == 2


def test_what_the_team_told_is_printed_and_not_asked_for(tmp_path: Path) -> None:
    job, laid = small(tmp_path, 60, PLACED)
    for id, found in pages(laid, *LISTS).items():
        meeting = next(meeting_of(job, one) for one in laid if one.material.id == id)
        assert len(found) > 1
        find(found[0], "De Linde")
        for page in found:
            find(page, f"{meeting.date_text}, {meeting.hours_text}")
            assert not any(ink.text == "Datum" for ink in page.texts)
            assert lines_of_the_row(page) == 0


def test_an_attendance_list_ends_above_the_foot(made: Made) -> None:
    _, laid = made
    for found in pages(laid, *LISTS).values():
        for page in found:
            hairs = [rule.a[1] for rule in page.rules if rule.level and rule.colour == HAIR and rule.a[1] < RULE - 0.1]
            assert max(hairs) <= RULE - AIR


def test_its_heads_take_two_lines_at_most(made: Made) -> None:
    _, laid = made
    for found in pages(laid, "presentielijst-1", "presentielijst-vakmanschap").values():
        for page in found:
            assert max(ink.lines for ink in page.texts if ink.bold and ink.y < 75 and ink.size <= 10) <= 2
