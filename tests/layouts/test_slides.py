"""The slides of both meetings: every page passes the checks of all pages, its type is large enough for a room, and what
is on it follows the agenda.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kaarten.compose.face import Piece
from kaarten.compose.slide import BULLET, Drawing, Filling, Slide
from kaarten.diagnostics import Diagnostic, KaartenError, Report, Severity
from kaarten.model.selection import Selection
from kaarten.pipeline import Order, job_of, lay_out, open_pack
from kaarten.tailor.job import Job
from kaarten.text import MeetingId
from tests.layouts.checks import inspect_pieces
from tests.layouts.packs import Case, write_team
from tests.pages import measure

TEAMS = ("buurtteam-oost", "gebiedsteam-noorderlanden", "wijkteam-zonnehoven")
LANGUAGES = ("nl", "nl-formal", "en")
A5 = ("A5 landscape", "plain")
CASES = [
    Case("nl", 5, 3, "4:1", A5, "A3", "19mm"),
    Case("nl", 10, 40, "1:4", A5, "A3", "19mm"),
    Case("nl-formal", 10, 3, "4:1", A5, "A3", "19mm", colour="#CFE0DC"),
    Case("en", 10, 40, "1:4", A5, "A3", "19mm", colour="#F2B705"),
    Case("en", 5, 12, "4:1", A5, "A3", "19mm", colour="#101010"),
]
SLIDES = ("presentatie-1", "presentatie-2")


def made(folder: Path, language: str = "nl", only: tuple[str, ...] = SLIDES) -> tuple[Job, list[list[Piece]], Report]:
    """The pieces of each presentation of a team."""
    report = Report()
    pack = open_pack(Order(folder, selection=Selection(only=only)), report)
    job = job_of(pack, language, report)
    return job, [list(one.pieces) for one in lay_out(pack, job, report)], report


def slides(pieces: list[Piece]) -> list[Slide]:
    found = [piece.slide for piece in pieces if piece.slide]
    assert len(found) == len(pieces)
    return found


def texts(slide: Slide, place: str = "body") -> list[str]:
    filling = next(content for content in slide.contents if content.place.id == place)
    assert isinstance(filling, Filling)
    return [str(item.text) for item in filling.items]


def team(folder: Path, *more: str) -> Path:
    """A small team, and what differs."""
    (folder / "team.yaml").write_text("\n".join(["name: Team West", *more, ""]), encoding="utf-8")
    return folder


def assert_sound(decks: list[list[Piece]]) -> None:
    for pieces in decks:
        seen = inspect_pieces(tuple(pieces))
        assert min(seen.looked[name] for name in ("edge", "texts_apart", "floor", "readable", "in_its_block")) > 50
        assert not seen.faults, "\n".join(map(str, seen.faults))


# ---- every page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEAMS)
def test_every_slide_of_the_example_teams_passes_every_check(teams: dict[str, Path], name: str, language: str) -> None:
    _, decks, report = made(teams[name], language)
    assert len(decks) == 2
    assert_sound(decks)
    assert {d.code for d in report if d.severity is not Severity.NOTE} <= {"brand-colour-pale"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_long_names_many_domains_and_any_brand(tmp_path: Path, case: Case) -> None:
    _, decks, report = made(write_team(tmp_path, case), case.language)
    assert_sound(decks)
    assert not report.errors


def test_type_is_large_enough_for_a_room(teams: dict[str, Path]) -> None:
    """Titles from 26 points, questions from 32, what is in a body from 24 (agenda, examples and credits from 18)."""
    _, decks, _ = made(teams["buurtteam-oost"])
    for slide in (slide for pieces in decks for slide in slides(pieces)):
        for filling in (content for content in slide.contents if isinstance(content, Filling)):
            sizes = {item.style.size for item in filling.items}
            least = {"title": 26, "body": 24}.get(filling.place.id, 0)
            if slide.frame.id == "questions" and filling.place.id == "body":
                sizes, least = {item.style.size for item in filling.items if item.mark}, 32
            assert min(sizes) >= (18 if slide.frame.id == "text" and filling.place.id == "body" else least), slide.title


def test_a_set_that_goes_on_has_one_size_and_its_numbers_go_on(teams: dict[str, Path]) -> None:
    _, (first, _), _ = made(teams["buurtteam-oost"])
    parts = [slide for slide in slides(first) if slide.title.startswith("De bedoeling")]
    assert [str(slide.title) for slide in parts] == ["De bedoeling (1 van 2)", "De bedoeling (2 van 2)"]
    items = [
        item for slide in parts for content in slide.contents for item in getattr(content, "items", ()) if item.mark
    ]
    assert [item.mark for item in items] == ["1", "2", "3", "4", "5", "6"]
    assert len({item.style.size for item in items}) == 1


def test_slides_are_numbered_and_say_whose_they_are(teams: dict[str, Path]) -> None:
    _, (first, _), _ = made(teams["buurtteam-oost"])
    numbered = [slide for slide in slides(first) if any(place.id == "page" for place in slide.frame.places)]
    assert [texts(slide, "page") for slide in numbered] == [
        [str(number)] for number, slide in enumerate(slides(first), 1) if slide in numbered
    ]
    assert "Buurtteam Oost" in texts(numbered[0], "whose")[0]


def test_every_slide_is_read_title_first_and_the_wheel_has_words(teams: dict[str, Path]) -> None:
    _, decks, _ = made(teams["buurtteam-oost"])
    for piece in (piece for pieces in decks for piece in pieces):
        assert piece.front.tree[0].tag == ("H1" if piece.front.tree[0].tag != "P" else "P")
        assert [element.tag for element in piece.front.tree].count("H1") == 1
    wheels = [slide for pieces in decks for slide in slides(pieces) if slide.frame.id == "wheel"]
    assert len(wheels) == 2
    for slide in wheels:
        (drawing,) = [content for content in slide.contents if isinstance(content, Drawing)]
        assert "Lichamelijke gezondheid" in drawing.alt
        assert len(texts(slide)) == 8


# ---- what follows the agenda


def test_the_programme_has_every_block_and_its_clock_time(teams: dict[str, Path]) -> None:
    job, (first, _), _ = made(teams["buurtteam-oost"])
    slide = next(slide for slide in slides(first) if slide.frame.id == "agenda")
    items = next(content.items for content in slide.contents if content.place.id == "body")  # type: ignore[union-attr]
    assert [(item.mark, item.text) for item in items] == [
        (block.clock, block.name) for block in job.meetings[MeetingId("1")].blocks
    ]


def test_longer_blocks_move_every_clock_time(tmp_path: Path) -> None:
    later = "agenda: {meetings: {1: {blocks: {M1-01: {minutes: 20}, M1-02: {minutes: 20}, M1-09: {minutes: 20}}}}}"
    _, (first, _), _ = made(team(tmp_path, later))
    pause = next(slide for slide in slides(first) if slide.frame.id == "pause")
    assert texts(pause, "clock") == ["15.25"]


def test_a_dropped_block_takes_its_slides_along(tmp_path: Path) -> None:
    whole = [str(slide.title) for slide in slides(made(team(tmp_path))[1][0])]
    _, (first, _), report = made(team(tmp_path, "agenda: {meetings: {1: {blocks: {M1-09: {drop: yes}}}}}"))
    left = [str(slide.title) for slide in slides(first)]
    assert [title for title in whole if title not in left] == [
        "Wat zegt de poster over onze kennis?",
        "Welke kansen zie jij?",
        "Wandel en wissel uit",
    ]
    assert "not-in-agenda" not in {d.code for d in report}


def test_a_chosen_working_form_is_the_only_one_shown(tmp_path: Path) -> None:
    chosen = "agenda: {meetings: {1: {blocks: {M1-04: {steps: {method: {chosen: walk-and-talk}}}}}}}"
    titles = {str(slide.title) for slide in slides(made(team(tmp_path, chosen))[1][0])}
    assert "Wandelen maar" in titles
    assert "1-2-4" not in titles


def test_notes_are_the_steps_of_the_slide(teams: dict[str, Path]) -> None:
    job, (first, _), _ = made(teams["buurtteam-oost"])
    block = next(block for block in job.meetings[MeetingId("1")].blocks if block.id == "M1-02")
    step = next(step for step in block.steps if step.id == "agreements")
    slide = next(slide for slide in slides(first) if slide.title == "Zo gaan we met elkaar om")
    assert slide.notes == (f"{step.clock}  {step.name}: {step.text}",)
    assert all(slide.notes for slide in slides(first)[:-2])


def test_a_team_rewords_moves_drops_and_adds_slides(tmp_path: Path) -> None:
    folder = team(
        tmp_path,
        "materials: {presentatie-1: {content: {slides: {",
        "  route: {drop: yes}, goals: {after: welcome}, song: {kind: list, block: M1-01, after: goals}}}}}",
        "words: {nl: {presentatie-1: {slides: {",
        "  goals: {title: Dit wordt het}, song: {title: Ons lied, points: {one: Zing mee}}}}}}",
    )
    titles = [str(slide.title) for slide in slides(made(folder)[1][0])]
    assert titles[1:3] == ["Dit wordt het", "Ons lied"]
    assert "Zo komen we bij het scholingsplan" not in titles


def test_a_programme_that_is_too_long_goes_on(tmp_path: Path) -> None:
    blocks = ", ".join(f"X{number}: {{minutes: 1}}" for number in range(12))
    names = ", ".join(f"X{number}: {{name: Blok {number}}}" for number in range(12))
    folder = team(
        tmp_path,
        f"agenda: {{meetings: {{1: {{total: 252, blocks: {{{blocks}}}}}}}}}",
        f"words: {{nl: {{agenda: {{{names}}}}}}}",
    )
    agenda = [slide for slide in slides(made(folder)[1][0]) if slide.frame.id == "agenda"]
    assert [len(texts(slide)) for slide in agenda] == [8, 7, 7]


def test_a_slide_without_a_block_names_the_meeting(teams: dict[str, Path]) -> None:
    _, (first, _), _ = made(teams["buurtteam-oost"])
    assert texts(slides(first)[-1], "kicker") == ["Bijeenkomst 1: de basis"]


def test_a_square_stands_before_points_only(teams: dict[str, Path]) -> None:
    _, decks, _ = made(teams["buurtteam-oost"])
    for slide in (slide for pieces in decks for slide in slides(pieces)):
        marks = {item.mark for content in slide.contents for item in getattr(content, "items", ())}
        assert (BULLET in marks) == (slide.frame.id in ("list", "wheel", "competencies")), slide.title


def test_nothing_of_a_slide_is_smaller_than_ten_points(teams: dict[str, Path]) -> None:
    """But for the foot, and the wheel, whose names stand beside it."""
    _, decks, _ = made(teams["buurtteam-oost"])
    for piece in (piece for pieces in decks for piece in pieces):
        if piece.slide and piece.slide.frame.id != "wheel":
            assert min(ink.size for ink in measure(piece.front).texts) >= 10


# ---- faults


def told(folder: Path, *more: str) -> list[Diagnostic]:
    try:
        return [d for d in made(team(folder, *more))[2] if d.severity is not Severity.NOTE]
    except KaartenError as error:
        return [d for d in error.diagnostics if d.severity is not Severity.NOTE]


SLIDE = "materials: {presentatie-1: {content: {slides: {welcome: %s}}}}"


@pytest.mark.parametrize(
    ("slide", "code", "column"),
    [
        ("{kind: openning}", "not-one-of", 64),
        ("{block: M1-99}", "not-in-agenda", 65),
        ("{steps: arrival}", "not-in-block", 65),
        ("{colour: red}", "unknown-key", 58),
        ("{meeting: veel}", "not-in-agenda", 67),
    ],
)
def test_a_fault_of_a_slide_is_told_where_it_stands(tmp_path: Path, slide: str, code: str, column: int) -> None:
    found = told(tmp_path, SLIDE % slide)
    assert [(d.code, d.mark.line, d.mark.column) for d in found] == [(code, 2, column)]


def test_a_slide_without_a_kind_lacks_that_key(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "materials: {presentatie-1: {content: {slides: {mine: {block: M1-01}}}}}")
    assert (found.code, found.mark.line, found.mark.column) == ("missing-key", 2, 48)
    assert found.details["key"] == "kind"


def test_words_that_are_too_long_are_told_in_their_place(tmp_path: Path) -> None:
    words = " ".join(["woord"] * 120)
    (found,) = told(
        tmp_path, f"words: {{nl: {{presentatie-1: {{slides: {{looking: {{points: {{notice: {words}}}}}}}}}}}}}"
    )
    assert (found.code, found.mark.line, found.mark.column) == ("text-too-long", 2, 66)
    assert int(str(found.details["words"])) > 10


def test_slides_are_of_one_meeting(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "materials: {presentatie-1: {meeting: }}")
    assert found.code == "of-one-meeting"
