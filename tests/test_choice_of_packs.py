"""The packs that come with kaarten: each alone, mixed and all together, in every language.

In: content/packs, teams that choose from them. Out: nothing is missing that a pack needs, its meetings come in the
order of the packs and everywhere by their names, and counts follow what was chosen. Leaves alone: where things stand on
a page (tests/layouts).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from kaarten.diagnostics import Report
from kaarten.model.layers import Layer
from kaarten.pipeline import Order, build, job_of, lay_out, open_pack, plan_of
from kaarten.resources import content_folder, data_folder
from kaarten.source.nodes import Mapping
from kaarten.tailor.job import Job
from kaarten.tailor.print_plan import PrintPlan
from kaarten.text import TO_WRITE_ON, MeetingId
from tests.conformance import assert_conforms
from tests.test_whole_pack import Built, printed_text, squeezed, texts_in

PACKS = sorted(folder.name for folder in (content_folder() / "packs").iterdir() if folder.is_dir())
LANGUAGES = ("nl", "nl-formal", "en")
FACTS = """\
name: Buurtteam Oost
sender: Noor
contact: noor@example.org
phone: 030 123 45 67
links: {kennisbouwstenen: https://example.org, zelftest: https://example.org/test}
sign_up_before: 2027-02-20
plan_ready: 2027-04-13
"""
MEETINGS = {
    "1": ("bijeenkomsten", '{date: 2027-03-02, start: "13:00", place: De Linde, address: Lindelaan 12}'),
    "2": ("bijeenkomsten", '{date: 2027-03-16, start: "13:00", place: De Linde, address: Lindelaan 12}'),
    "leerkring": ("leerkring", '{date: 2027-05-11, start: "9:30", place: De Linde, address: Lindelaan 12}'),
    "vakmanschap": ("vakmanschap", "{date: 2027-06-15, place: De Linde, address: Lindelaan 12}"),
}
"""Of each meeting its pack, and what a team tells of it."""


def team(folder: Path, *packs: str) -> Path:
    """A team that told everything there is to tell, of the meetings of these packs."""
    place = folder / "oost"
    place.mkdir()
    told = "".join(f"  {id}: {facts}\n" for id, (pack, facts) in MEETINGS.items() if pack in packs)
    meetings = f"meetings:\n{told}" if told else ""
    (place / "team.yaml").write_text(f"{FACTS}packs: [{', '.join(packs)}]\n{meetings}", encoding="utf-8")
    return place


def made(folder: Path, *packs: str, language: str = "nl") -> tuple[Job, PrintPlan, list[str]]:
    """The job and plan of such a team, and what was remarked on in making them."""
    report = Report()
    pack = open_pack(Order(team(folder, *packs)), report)
    job = job_of(pack, language, report)
    return job, plan_of(job, lay_out(pack, job, report)), [f"{d.severity.value} {d.code} {d.mark}" for d in report]


NEEDED_TOO = "note need-of-other-pack content/packs/leerkring/agenda.yaml"
"""The T-profile, which a learning circle can use and the pack `kennis` brings."""


def of(job: Job, kind: str) -> set[str]:
    return {one.id for one in job.materials if one.layout == kind}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_alone_lacks_nothing(tmp_path: Path, pack: str, language: str) -> None:
    """A plain text stands for a formal one that is missing, which is a note, and so is what another pack would add; all
    else would be a warning or a fault.
    """
    job, plan, remarks = made(tmp_path, pack, language=language)
    assert [remark for remark in remarks if not remark.startswith(("note text-falls-back", NEEDED_TOO))] == []
    assert plan.sheets == sum(item.sheets for run in plan.runs for item in run.items)
    assert all(need.id in {one.id for one in job.materials} for need in job.needs.values() if need.material)


@pytest.mark.parametrize(
    "packs",
    [chosen for number in (2, 3) for chosen in permutations(("bijeenkomsten", "leerkring", "vakmanschap"), number)],
)
def test_meetings_come_in_the_order_of_the_packs(tmp_path: Path, packs: tuple[str, ...]) -> None:
    job, _, remarks = made(tmp_path, *packs)
    assert list(job.meetings) == [id for pack in packs for id, (owner, _) in MEETINGS.items() if owner == pack]
    assert [event.meeting for event in job.events] == list(job.meetings)
    assert [remark for remark in remarks if not remark.startswith(NEEDED_TOO)] == []


def test_every_meeting_has_a_script_a_programme_and_lists_of_its_own(tmp_path: Path) -> None:
    job, _, _ = made(tmp_path, "bijeenkomsten", "leerkring", "vakmanschap")
    for id in job.meetings:
        own = {f"{kind}-{id}" for kind in ("draaiboek", "programma", "inpaklijst", "presentielijst")}
        assert own <= {one.id for one in job.materials if one.meeting == id}


def test_what_is_counted_by_meeting_follows_the_packs(tmp_path: Path) -> None:
    """12 participants and 2 facilitators have a cup each whenever there is coffee, and a name sticker at a meeting."""
    cups, stickers = [], []
    for number, packs in enumerate([("kennis",), ("leerkring",), ("bijeenkomsten", "leerkring", "vakmanschap")]):
        (folder := tmp_path / str(number)).mkdir()
        job, plan, _ = made(folder, *packs)
        coffee = job.needs.get("coffee")
        cups.append(coffee.bought if coffee else 0)
        items = [item for run in plan.runs for item in run.items if item.material == "naamstickers"]
        stickers.append(sum(item.pieces for item in items))
    assert cups == [0, 14, 7 * 14]  # on arrival; in the break too but for the learning circle
    assert stickers == [16, 16, 4 * 16]


def test_without_meetings_there_is_no_agenda_and_nothing_of_one(tmp_path: Path) -> None:
    job, _, _ = made(tmp_path, "kennis")
    assert (dict(job.meetings), dict(job.needs), job.events) == ({}, {}, ())
    assert of(job, "script") | of(job, "packing_list") | of(job, "programme") | of(job, "letter") == set()
    assert {one.meeting for one in job.materials} == {None}


def test_a_team_that_says_nothing_has_the_two_meetings(tmp_path: Path) -> None:
    place = team(tmp_path, "bijeenkomsten")
    chosen = open_pack(Order(place), Report()).layers
    file = place / "team.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("packs: [bijeenkomsten]\n", ""), encoding="utf-8")
    assert list(open_pack(Order(place), Report()).layers.packs) == list(chosen.packs) == ["bijeenkomsten"]


@pytest.mark.parametrize(
    ("packs", "files"),
    [
        (("leerkring",), {"leerkring.ics", "leerkring.pdf", "mail/uitnodiging-leerkring.txt"}),
        (("kennis",), set[str]()),
        (
            ("bijeenkomsten", "vakmanschap"),
            {"bijeenkomst-1.ics", "bijeenkomst-2.ics", "vakmanschap.ics", "vakmanschap.pdf", "bijeenkomst-2.pdf"},
        ),
    ],
)
def test_a_mix_is_built(tmp_path: Path, packs: tuple[str, ...], files: set[str]) -> None:
    report = Report()
    finished = build(open_pack(Order(team(tmp_path, *packs), tmp_path / "uit"), report), "nl", report, lambda: None)
    names = {outcome.name for outcome in finished.outcomes}
    assert files <= names
    meetings = [outcome.name for outcome in finished.outcomes if outcome.name.endswith(".ics")]
    assert len(meetings) == len([id for id, (pack, _) in MEETINGS.items() if pack in packs])
    for name in names:
        if name.endswith(".pdf"):
            assert_conforms((finished.folder / name).read_bytes())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pack", [pack for pack in PACKS if pack != "bijeenkomsten"])
def test_every_word_of_a_pack_is_printed(tmp_path: Path, pack: str, language: str) -> None:
    """But for titles, which may be no more than a bookmark, and what a screen reader says of a drawing. The example
    teams print the pack `bijeenkomsten`.
    """
    report = Report()
    opened = open_pack(Order(team(tmp_path, pack), tmp_path / "uit"), report)
    job = job_of(opened, language, report)
    built = Built(job, build(opened, language, report, lambda: None))
    base, own = (opened.layers.layers[index].structure.get("materials") for index in (0, 1))
    assert isinstance(base, Mapping)
    assert isinstance(own, Mapping)
    mine = [one for one in job.materials if one.id in own.entries and one.id not in base.entries and one.copies]
    assert mine
    for material in mine:
        printed = printed_text(built, material)
        texts = [text for text in texts_in(material.content) if "{" not in text and not text.id.endswith(".alt")]
        missing = [text.id for text in texts if any(p not in printed for p in squeezed(text).split(TO_WRITE_ON))]
        assert missing == []


def test_placeholders_of_a_meeting_go_by_its_name(tmp_path: Path) -> None:
    place = team(tmp_path, "leerkring")
    with (place / "team.yaml").open("a", encoding="utf-8") as file:
        facts = "{datum_leerkring}, {tijd_leerkring}, {tijden_leerkring}, {uren_leerkring}, {plaats_leerkring}"
        file.write(f'words: {{nl: {{draaiboek-leerkring: {{role: "{facts}, {{adres_leerkring}}"}}}}}}\n')
    job = job_of(open_pack(Order(place), Report()), "nl", Report())
    script = next(one for one in job.materials if one.id == "draaiboek-leerkring")
    assert str(script.content.role).replace("\u00a0", " ") == (
        "dinsdag 11 mei 2027, 9.30 uur, 9.30 tot 11.30 uur, 2, De Linde, Lindelaan 12"
    )
    assert job.meetings[MeetingId("leerkring")].end_text == "11.30\u00a0uur"


# ---- all at once, without a team


def everything() -> Order:
    return Order(data_folder() / "anyone", every_pack=True)


def test_without_a_team_all_packs_are_looked_at() -> None:
    assert list(open_pack(everything(), Report()).layers.packs) == PACKS


def test_a_translation_that_is_missing_in_a_pack_nobody_chose_is_told() -> None:
    pack = open_pack(everything(), Report())
    layers = replace(pack.layers, layers=tuple(map(_without_english, pack.layers.layers)))
    codes = {}
    for name, read in (("as it is", pack.layers), ("without", layers)):
        report = Report()
        job_of(replace(pack, layers=read), "en", report)
        codes[name] = {str(d.details["id"]) for d in report if d.code == "text-falls-back"}
    assert codes["as it is"] == set()
    assert "uitnodiging-vakmanschap.subject" in codes["without"]
    assert {"packs.vakmanschap.purpose", "meetings.vakmanschap.title", "agenda.LV-03.name"} <= codes["without"]


def _without_english(layer: Layer) -> Layer:
    if layer.pack != "vakmanschap":
        return layer
    kept = {language: node for language, node in layer.words if language != "en"}
    return replace(layer, words=Mapping(kept, layer.words.keys, layer.words.mark))


def test_a_pack_of_the_project_itself_that_does_not_say_what_it_is_for(tmp_path: Path) -> None:
    """It is used all the same, and its meetings and materials are known by their names."""
    (tmp_path / "kaarten.yaml").write_text("name: Academie\n", encoding="utf-8")
    own = tmp_path / "packs" / "eigen" / "materials"
    own.mkdir(parents=True)
    (own / "a.yaml").write_text("materials: {}\n", encoding="utf-8")
    report = Report()
    job_of(open_pack(Order(team(tmp_path, "kennis", "eigen")), report), "nl", report)
    assert [(d.severity.value, d.details["pack"]) for d in report if d.code == "pack-without-words"] == [
        ("warning", "eigen")
    ]
