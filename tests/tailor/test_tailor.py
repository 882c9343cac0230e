"""From three layers in files to a job: words over settings, filled in, checked by the layout."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kaarten.diagnostics import Report
from kaarten.geometry import Size
from kaarten.model.layers import load_layers
from kaarten.source.files import Root, project_root
from kaarten.tailor.tailor import tailor
from kaarten.text import MeetingId
from tests.samples import kit
from tests.tailor.small import CardContent, Layouts, Pack, SheetContent

ORGANISATION = {"org/kaarten.yaml": "name: Academie\ncontact: academie@example.org\n"}


def sheet(pack: Pack, language: str = "nl") -> SheetContent:
    content = pack.job(language).materials[0].content
    assert isinstance(content, SheetContent)
    return content


def test_materials_come_in_the_order_of_the_structure(tmp_path: Path):
    job = Pack(tmp_path).job()
    assert [(m.id, m.layout, m.size, m.copies, m.paper.id) for m in job.materials] == [
        ("blad", "sheet", Size(210, 297), 14, "a4"),
        ("kaart", "card", Size(210, 148.5), 1, "a4"),
    ]
    assert job.team_id == "team"
    assert job.materials[0].credits == ("Naar IWW (2019).",)
    assert str(job.materials[0].mark) == "base/structure.yaml:40:3"


def test_words_and_settings_meet_in_the_content_and_the_title_is_taken_out(tmp_path: Path):
    pack = Pack(tmp_path)
    content = sheet(pack)
    assert [(id, part.heading, part.lines) for id, part in content.parts.items()] == [
        ("welcome", "Welkom", 2),
        ("goal", "Doel", 1),
    ]
    text = content.parts["welcome"].text
    assert text == "Zo begint ons wijkteam."
    assert (text.id, str(text.mark)) == ("blad.parts.welcome.text", "base/words/nl/all.yaml:17:38")
    title = pack.job().materials[0].title
    assert (title, title.id, title.mark.line) == ("Blad van het wijkteam", "blad.title", 15)


def test_only_some_materials(tmp_path: Path):
    pack = Pack(tmp_path)
    assert [m.id for m in pack.job(only={"kaart"}).materials] == ["kaart"]
    assert pack.attempt(only={"kaar"}) is None
    assert [(d.code, d.details["guess"]) for d in pack.report] == [("unknown-material", "kaart")]


def test_the_teams_own_words_run_through_everything(tmp_path: Path):
    team = """\
        vocabulary:
          nl:
            team: {noun: IJsselploeg, article: de, plural: IJsselploegen, member: lid, members: leden}
            domain: {noun: bouwsteen, article: de, plural: bouwstenen}
        """
    pack = Pack(tmp_path, team)
    assert pack.job().materials[0].title == "Blad van de IJsselploeg"
    assert sheet(pack).parts["welcome"].text == "Zo begint onze IJsselploeg."
    assert pack.job().labels["domain"] == "Bouwsteen"
    assert pack.told() == []


def test_a_text_that_fell_back_keeps_the_words_of_its_own_language(tmp_path: Path):
    pack = Pack(tmp_path)
    content = sheet(pack, "en")
    assert content.parts["welcome"].heading == "Welcome"
    assert content.parts["welcome"].text == "This is how we start."
    assert (content.parts["goal"].heading, content.notes["second"]) == ("Doel", "Tweede")
    assert pack.job("en").competencies.sentence == "Voor iedereen in het wijkteam."
    assert pack.job("en").materials[0].title == "Sheet of a neighbourhood team"
    fell = [d.details["id"] for d in pack.report if d.code == "text-falls-back"]
    assert {"blad.parts.goal.heading", "blad.notes.second", "competencies.sentence"} <= set(fell)
    assert "blad.notes.first" not in fell


def test_a_formal_variant_prints_the_tag_of_its_language(tmp_path: Path):
    job = Pack(tmp_path, files={"base/words/nl-formal/a.yaml": "kaart: {question: Wat wilt u leren?}\n"}).job(
        "nl-formal"
    )
    assert (job.language.tag, job.language.chain) == ("nl-NL", ("nl-formal", "nl"))
    assert isinstance(job.materials[1].content, CardContent)
    assert job.materials[1].content.question == "Wat wilt u leren?"


def test_meetings_have_the_teams_dates_and_the_clock_of_the_agenda(tmp_path: Path):
    meetings = Pack(tmp_path, "meetings: {1: {date: 2025-03-04, start: 9:30, place: De Linde}}\n").job().meetings
    first, second = meetings[MeetingId("1")], meetings[MeetingId("2")]
    assert (first.title, first.date_text, first.time_text, first.place) == (
        "De basis",
        "dinsdag 4 maart 2025",
        "9.30\u00a0uur",
        "De Linde",
    )
    assert first.date == datetime.date(2025, 3, 4)
    assert first.clock == {"M1-01": "9.30", "M1-02": "9.40"}
    assert [(block.name, block.minutes, block.clock, block.end_clock) for block in first.blocks] == [
        ("Inloop", 10, "9.30", "9.40"),
        ("Vragen van inwoners", 20, "9.40", "10.00"),
    ]
    assert [block.start for block in first.blocks] == [datetime.time(9, 30), datetime.time(9, 40)]
    assert (second.date, second.date_text, second.place, second.time_text) == (
        None,
        "",
        "",
        "13.00\u00a0uur",
    )


def test_an_organisation_lies_between_base_and_team(tmp_path: Path):
    files = {
        **ORGANISATION,
        "org/words/nl/a.yaml": "kaart: {title: Kaart van de academie, question: Van de academie}\n",
        "org/materials.yaml": "materials: {blad: {copies: 3}}\n",
    }
    pack = Pack(tmp_path, "words: {nl: {kaart: {question: Van ons}}}\n", files)
    job = pack.job()
    assert (job.materials[1].title, job.materials[1].content.question) == ("Kaart van de academie", "Van ons")
    assert job.materials[0].copies == 3
    assert [layer.name for layer in pack.layers().layers] == ["base", "organisation", "team"]
    assert pack.job("en").materials[1].content.question == "What do you want to learn?"


# ---- dropped, moved, added


@pytest.mark.parametrize(
    "team",
    [
        "materials: {blad: {content: {parts: {welcome: {drop: yes}}}}}",
        "words: {nl: {blad: {parts: {welcome: {drop: yes}}}}}",
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_part_is_dropped_in_settings_or_in_words_and_is_gone_from_both(tmp_path: Path, team: str, language: str):
    pack = Pack(tmp_path, team)
    assert list(sheet(pack, language).parts) == ["goal"]
    assert pack.report.errors == []


def test_a_part_is_moved_and_one_is_added(tmp_path: Path):
    team = """\
        materials: {blad: {content: {parts: {welcome: {after: goal}, end: {lines: 4}}}}}
        words: {nl: {blad: {parts: {end: {heading: Einde}}, notes: {second: {after: start}, third: Derde}}}}
        """
    content = sheet(Pack(tmp_path, team))
    assert [(id, part.lines) for id, part in content.parts.items()] == [("goal", 1), ("welcome", 2), ("end", 4)]
    assert list(content.notes.values()) == ["Tweede", "Eerste", "Derde"]


def test_a_material_that_is_dropped_may_still_have_words(tmp_path: Path):
    pack = Pack(tmp_path, "materials: {kaart: {drop: yes}}\nwords: {nl: {kaart: {question: Wat?}}}\n")
    assert [m.id for m in pack.job().materials] == ["blad"]


# ---- faults


@pytest.mark.parametrize(
    ("team", "code", "place"),
    [
        ("materials: {kaart: {layout: cart}}", "unknown-layout", "2:29"),
        ("materials: {kaart: {paper: a44}}", "unknown-paper", "2:28"),
        ("materials: {kaart: {credits: [metod]}}", "unknown-credit", "2:31"),
        ("materials: {kaart: {size: A5 liggend}}", "not-a-size", "2:27"),
        ("materials: {kaart: {copys: 3}}", "unknown-key", "2:21"),
        ("materials: {blad: {content: {parts: {goal: {lines: veel}}}}}", "not-a-number", "2:52"),
        ("materials: {blad: {content: {colour: red}}}", "unknown-key", "2:30"),
        ("materials: {nieuw: {layout: card, size: A6}}", "missing-key", "2:13"),
        ("stock: {papers: {a4: {format: A44}}}", "not-one-of", "2:31"),
        ("words: {nl: {kaart: {vraag: Wat?}}}", "unknown-text", "2:22"),
        ("words: {nl: {kaartt: {question: Wat?}}}", "unknown-text", "2:14"),
        ("words: {en: {labels: {nmae: Name}}}", "unknown-text", "2:23"),
        ("words: {fr: {kaart: {title: Carte}}}", "unknown-language", "2:9"),
        ("words: {nl: {kaart: {question: '{het_taem}'}}}", "unknown-placeholder", "2:32"),
        ("words: {nl: {kaart: {question: [a, b]}}}", "not-a-text", "2:32"),
        ("words: {nl: {kaart: {question: {a: b}}}}", "not-a-text", "2:32"),
        ("words: {nl: {kaart: {title: [a, b]}}}", "not-a-text", "2:29"),
        ("words: {nl: {kaart: {title: ''}}}", "missing-value", "2:29"),
        ("words: {nl: {kaart: Wat?}}", "not-a-mapping", "2:21"),
        ("words: {nl: {blad: {parts: Een en twee}}}", "not-a-mapping", "2:28"),
        ("words: {nl: {kaart: {drop: yes}}}", "words-dropped", "2:28"),
        ("words: {nl: {labels: {name: {drop: yes}}}}", "labels-dropped", "2:14"),
        ("materials: {blad: {content: {parts: no}}}", "not-a-mapping", "2:37"),
        ("vocabulary: {fr: {team: {noun: equipe}}}", "unknown-language", "2:14"),
        ("languages: {nl: {locale: dutch}}", "not-a-locale", "2:26"),
        ("meetings: {3: {date: 2025-03-04}}", "unknown-meeting", "2:12"),
        ("languages: {nl: {falls_back_to: en}}", "falls-back-in-circle", "2:33"),
    ],
)
def test_a_fault_stands_where_it_was_written(tmp_path: Path, team: str, code: str, place: str):
    pack = Pack(tmp_path, team)
    assert pack.attempt("en" if "en" in team else "nl") is None
    assert (code, f"team.yaml:{place}") in [(d.code, str(d.mark)) for d in pack.report.errors]
    assert len({d.code for d in pack.report.errors} - {code, "missing-key"}) == 0


def test_all_faults_come_at_once(tmp_path: Path):
    pack = Pack(tmp_path, "materials: {kaart: {paper: x}, blad: {paper: y}}\nwords: {nl: {kaart: {question: '{x}'}}}\n")
    assert pack.attempt() is None
    assert [code for code, _ in pack.told()] == ["unknown-paper", "unknown-paper", "unknown-placeholder"]


def test_an_unknown_language_stands_where_the_team_asks_for_it(tmp_path: Path):
    pack = Pack(tmp_path, "language: ne\n")
    layers = pack.layers()
    assert tailor(layers, layers.language, Layouts(), kit(), pack.report) is None
    assert pack.told() == [("unknown-language", "team.yaml:2:11")]


def test_a_faulty_language_stays_faulty_when_asked_again(tmp_path: Path):
    pack = Pack(tmp_path, "materials: {kaart: {paper: x}}")
    assert pack.attempt() is None
    assert pack.attempt() is None


def test_remarks_are_no_faults(tmp_path: Path):
    team = (
        "agenda: {meetings: {1: {blocks: {M1-01: {minutes: 15}}}}}\nwords: {nl: {kaart: {question: 'Op {datum1}'}}}\n"
    )
    pack = Pack(tmp_path, team)
    assert pack.job().materials[1].content.question == "Op ......"
    assert [(d.severity, d.code) for d in pack.report] == [
        ("warning", "agenda-does-not-add-up"),
        ("warning", "missing-fact"),
    ]
    assert str(next(d for d in pack.report if d.code == "missing-fact").mark) == "team.yaml"


def test_a_fact_that_is_missing_is_told_at_the_meeting_that_lacks_it(tmp_path: Path):
    pack = Pack(tmp_path, "meetings:\n  1:\n    place: Hier\nwords: {nl: {kaart: {question: 'Op {datum1}'}}}\n")
    pack.job()
    assert pack.told("missing-fact") == [("missing-fact", "team.yaml:3:3")]


def test_a_text_about_a_link_is_printed_when_the_organisation_has_the_address(tmp_path: Path):
    words = "words: {nl: {blad: {link: 'Doe de test: {link_zelftest}'}}}\n"
    assert sheet(Pack(tmp_path / "a", words)).link is None
    files = {"org/kaarten.yaml": "links: {zelftest: https://example.org}\n"}
    assert sheet(Pack(tmp_path / "b", words, files)).link == "Doe de test: https://example.org"


# ---- the base as it is


@pytest.fixture(scope="module")
def real(root: Path) -> Root:
    return Root(root / "content", "content/")


def test_every_team_is_tailored_in_every_language_without_a_remark(real: Root, teams: dict[str, Path]):
    from kaarten.registry import Registry

    registry = Registry.installed()
    for folder in teams.values():
        report = Report()
        layers = load_layers(real, project_root(folder), folder, report)
        assert layers is not None
        for language in ("nl", "nl-formal", "en"):
            job = tailor(layers, language, registry, kit(), report)
            assert job is not None
            assert len(job.materials) > 10
        assert [d for d in report if d.severity != "note"] == []


def test_a_print_out_that_no_block_uses_is_told_where_it_stands(tmp_path: Path):
    pack = Pack(tmp_path, "agenda: {meetings: {1: {blocks: {M1-01: {needs: []}}}}}\n")
    assert [str(block.id) for block in pack.job().meetings[MeetingId("1")].blocks] == ["M1-01", "M1-02"]
    found = [(d.severity, d.code, str(d.mark)) for d in pack.report]
    assert found == [("warning", "material-not-used", "base/structure.yaml:40:3")]


def test_what_blocks_need_has_its_title_and_number_whatever_is_printed_now(tmp_path: Path):
    job = Pack(tmp_path).job(only={"kaart"})
    assert [(need.id, need.name, need.count, need.material) for need in job.needs.values()] == [
        ("blad", "Blad van het wijkteam", 14, True)
    ]


@pytest.mark.parametrize(
    ("thing", "needed"),
    [
        ("{buy: 2}", True),
        ("{buy: 2, instead_of: blad}", False),
        ("{buy: 2, goes_with: blad}", True),
        ("{buy: 2, goes_with: blad, instead_of: blad}", False),
    ],
)
def test_a_thing_is_needed_instead_of_a_material_or_together_with_one(tmp_path: Path, thing: str, needed: bool):
    words = "words: {nl: {things: {scherm: {name: Scherm}}}}\n"
    agenda = "agenda: {meetings: {1: {blocks: {M1-01: {needs: [blad, scherm]}}}}}\n"
    job = Pack(tmp_path, f"things: {{scherm: {thing}}}\n{agenda}{words}").job()
    assert ("scherm" in job.needs) == needed


@pytest.mark.parametrize("thing", ["{instead_of: nergens}", "{goes_with: [blad, nergens]}"])
def test_a_thing_that_goes_by_a_material_which_nobody_makes_is_told(tmp_path: Path, thing: str):
    words = "words: {nl: {things: {scherm: {name: Scherm}}}}\n"
    pack = Pack(tmp_path, f"things: {{scherm: {thing}}}\n{words}")
    assert pack.attempt() is None
    ((_, place),) = pack.told("unknown-material")
    assert place == f"team.yaml:2:{18 + thing.index('nergens')}"


@pytest.mark.parametrize(("stickers", "count"), [("", 28), ("stickers: {general: 2, specific: 3}\n", 70)])
def test_round_stickers_to_buy_follow_what_everybody_gets(tmp_path: Path, stickers: str, count: int):
    words = "words: {nl: {things: {rond: {name: Ronde stickers}}}}\n"
    agenda = "agenda: {meetings: {1: {blocks: {M1-01: {needs: [blad, rond]}}}}}\n"
    pack = Pack(
        tmp_path,
        f"participants: 14\n{stickers}things: {{rond: {{buy: {{per: [general-dot, specific-dot]}}}}}}\n{agenda}{words}",
    )
    assert pack.job().needs["rond"].count == count


def test_a_block_that_was_left_out_is_known_by_its_meeting(tmp_path: Path):
    pack = Pack(tmp_path, "agenda: {meetings: {1: {total: 20, blocks: {M1-01: {drop: yes}}}}}\n")
    meeting = pack.job().meetings[MeetingId("1")]
    assert ([block.id for block in meeting.blocks], meeting.dropped) == (["M1-02"], {"M1-01"})
    assert (meeting.start_clock, meeting.end_text, meeting.minutes) == ("13.00", "13.20\u00a0uur", 20)
