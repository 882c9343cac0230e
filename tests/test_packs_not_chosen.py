"""An organisation whose teams have different packs: what it says of one holds for who has it, and harms nobody else.

In: a folder of an organisation with changes to several packs, teams that choose. Out: the same changes used or passed
over in silence, never a fault; slips are faults all the same. Leaves alone: what packs hold (test_choice_of_packs).
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from kaarten.cli.run import run
from kaarten.diagnostics import KaartenError, Report, Severity
from kaarten.model.elsewhere import BLOCKS, FORMS, MATERIALS, MEETINGS, NOWHERE_ELSE, PACKS, THINGS, Elsewhere
from kaarten.pipeline import Order, job_of, open_pack
from kaarten.source.reader import parse_yaml
from kaarten.tailor.job import Job
from tests.test_choice_of_packs import PACKS as ALL_PACKS

ORGANISATION = """\
name: Academie
materials:
  stellingkaarten: {paper: a4}
  verhaalkaart: {drop: yes}
  t-profielkaart: {copies: 3}
  eigen-kring: {layout: card_set, size: A5, kind: cards, meeting: leerkring}
  eigen-kaart: {layout: card_set, size: A5, kind: cards, after: stellingkaarten}
agenda:
  meetings:
    leerkring:
      total: 125
      blocks: {LK-03: {needs: [nabespreekkaart]}, kring: {after: LK-03, minutes: 5, needs: [eigen-kring]}}
things:
  previous-report: {place: table}
  kussens: {place: wall, goes_with: [stellingkaarten]}
"""
WORDS = """\
stellingkaarten: {title: Onze stellingen}
t-profielkaart: {title: Onze T}
eigen-kring: {title: Kring, kicker: Kring, cards: {a: {text: Doe mee}}}
eigen-kaart: {title: Kaart, kicker: Kaart, cards: {a: {text: Doe mee}}}
agenda: {LK-03: {name: Terugkijken}, kring: {name: Kring, purpose: Samen.}}
meetings: {leerkring: {name: Onze kring}}
things: {kussens: {name: Kussens}, previous-report: {name: Verslag van toen}}
packs: {kennis: {name: Weten}}
catalogue: {eigen-kaart: Om te lezen., eigen-kring: Om te praten., stellingkaarten: Om te lopen.}
"""


@pytest.fixture
def academy(tmp_path: Path) -> Path:
    (tmp_path / "kaarten.yaml").write_text(ORGANISATION, encoding="utf-8")
    (tmp_path / "words/nl").mkdir(parents=True)
    (tmp_path / "words/nl/eigen.yaml").write_text(WORDS, encoding="utf-8")
    return tmp_path


def made(academy: Path, packs: tuple[str, ...], more: str = "") -> tuple[Job, Report]:
    (academy / "oost").mkdir(exist_ok=True)
    text = f"name: Oost\npacks: [{', '.join(packs)}]\n{more}"
    (academy / "oost/team.yaml").write_text(text, encoding="utf-8")
    report = Report()
    return job_of(open_pack(Order(academy / "oost"), report), "nl", report), report


def refused(academy: Path, packs: tuple[str, ...], more: str = "") -> list[tuple[str, object]]:
    with pytest.raises(KaartenError) as told:
        made(academy, packs, more)
    return [(d.code, d.details.get("guess")) for d in told.value.diagnostics if d.severity is Severity.ERROR]


@pytest.mark.parametrize("packs", [chosen for number in (1, 2) for chosen in combinations(ALL_PACKS, number)], ids=str)
def test_whatever_a_team_chooses_the_changes_harm_nobody(academy: Path, packs: tuple[str, ...]) -> None:
    job, report = made(academy, packs)
    codes = {d.code for d in report if d.severity is not Severity.NOTE}
    assert codes <= {"missing-fact"}
    titles = {one.id: str(one.title) for one in job.materials}
    assert titles["eigen-kaart"] == "Kaart"
    assert titles.get("stellingkaarten") == ("Onze stellingen" if "leerkring" in packs else None)
    assert ("eigen-kring" in titles) == ("leerkring" in packs)
    if "leerkring" in packs:
        order = list(titles)
        assert order[order.index("stellingkaarten") + 1] == "eigen-kaart"
    assert "verhaalkaart" not in titles
    assert titles.get("t-profielkaart") == ("Onze T" if "kennis" in packs else None)
    if "leerkring" in packs:
        assert str(job.meetings["leerkring"].name) == "Onze kring"  # type: ignore[index]
        assert [str(block.name) for block in job.meetings["leerkring"].blocks][2:4] == ["Terugkijken", "Kring"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("slip", "guess"),
    [
        ("materials: {stelingkaarten: {paper: a4}}", ("unknown-id", "stellingkaarten")),
        ("materials: {verhaalkart: {drop: yes}}", ("drop-unknown", "verhaalkaart")),
        ("words: {nl: {stelingkaarten: {title: Onze}}}", ("unknown-text", "stellingkaarten")),
        ("meetings: {leerring: {date: 2027-03-02}}", ("unknown-meeting", "leerkring")),
        (
            "agenda: {meetings: {1: {blocks: {M1-05: {needs: [stelingkaarten]}}}}}",
            ("unknown-need", "stellingkaarten"),
        ),
    ],
)
def test_a_slip_in_a_name_of_another_pack_is_a_fault_with_that_name(
    tmp_path: Path, slip: str, guess: tuple[str, str]
) -> None:
    (tmp_path / "kaarten.yaml").write_text("name: Academie\n", encoding="utf-8")
    assert refused(tmp_path, ("bijeenkomsten", "kennis"), slip) == [guess]
    if "meetings: {leer" not in slip:
        (tmp_path / "kaarten.yaml").write_text(f"name: Academie\n{slip}\n", encoding="utf-8")
        assert refused(tmp_path, ("bijeenkomsten", "kennis")) == [guess]


def test_what_is_new_is_no_change_of_another_pack(tmp_path: Path) -> None:
    """A material, a thing and a meeting of one's own, called like those of a pack that is not there."""
    own = """\
materials: {stellingkaarten: {layout: card_set, size: A5}}
things: {previous-report: {place: wall}}
agenda:
  meetings:
    leerkring: {total: 20, start: "10:00", blocks: {ons: {minutes: 20, needs: [stellingkaarten, previous-report]}}}
words:
  nl:
    stellingkaarten: {title: Van ons, kicker: Van ons, cards: {a: {text: Doe mee}}}
    things: {previous-report: {name: Van ons}}
    meetings: {leerkring: {name: Ons, title: Ons}}
    agenda: {ons: {name: Ons}}
"""
    (tmp_path / "kaarten.yaml").write_text("name: Academie\n", encoding="utf-8")
    job, report = made(tmp_path, ("kennis",), own)
    assert not [d for d in report if d.code in ("of-other-pack", "need-of-other-pack")]
    assert [str(need.name) for need in job.needs.values()] == ["Van ons", "Van ons"]
    assert list(job.meetings) == ["leerkring"]


def test_a_team_hears_that_its_own_changes_are_not_used(academy: Path) -> None:
    more = (
        "meetings: {1: {date: 2027-03-02}}\nmaterials: {dialoogkaarten: {paper: a4}}\n"
        "words: {nl: {agenda: {M1-05: {name: Anders}}}}\n"
    )
    _, report = made(academy, ("kennis",), more)
    told = [(d.code, d.details["pack"], d.details["packs"]) for d in report if d.severity is Severity.WARNING]
    pack = ("bijeenkomsten", "kennis, bijeenkomsten")
    assert told == [("of-other-pack", *pack), ("of-other-pack", *pack), ("meeting-of-other-pack", *pack)]
    _, report = made(academy, ("kennis", "bijeenkomsten"), more)
    assert not [d for d in report if d.code.endswith("of-other-pack") and d.severity is Severity.WARNING]


@pytest.mark.parametrize(("packs", "there"), [(("leerkring",), False), (("leerkring", "kennis"), True)])
def test_the_t_profile_comes_along_with_the_learning_circle_when_its_pack_is_there(
    tmp_path: Path, packs: tuple[str, ...], there: bool
) -> None:
    (tmp_path / "kaarten.yaml").write_text("name: Academie\n", encoding="utf-8")
    job, report = made(tmp_path, packs)
    assert ("t-profielkaart" in job.needs) == there
    notes = [(d.details["material"], d.details["pack"]) for d in report if d.code == "need-of-other-pack"]
    assert notes == ([] if there else [("t-profielkaart", "kennis")])


def test_what_was_accepted_for_a_pack_that_a_team_lacks_stays_accepted(
    academy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the next team, which has that pack, would be told that its translations are stale."""
    monkeypatch.chdir(academy)
    (academy / "words/nl-formal").mkdir()
    (academy / "words/nl-formal/own.yaml").write_text(
        "stellingkaarten: {title: Onze stellingen}\nbronnen: {title: Bronnen}\n", encoding="utf-8"
    )
    accepted = academy / "words/nl-formal/accepted.yaml"
    seen: list[set[str]] = []
    for packs in (("leerkring",), ("kennis",)):
        made(academy, packs)
        assert run(["check", "oost", "--accept", "nl-formal"]) == 0
        seen.append(set(parse_yaml(accepted.read_bytes(), "accepted.yaml", Report()).entries))
    assert seen[0] == seen[1] == {"stellingkaarten.title", "bronnen.title"}


def test_nobody_reads_other_packs_who_does_not_ask() -> None:
    asked: list[int] = []
    text = b"materials: {a: {}}\nagenda: {meetings: {m: {blocks: {b: {}}}}}\nforms: {f: {}}\nthings: {t: {}}\n"
    structure = parse_yaml(text, "x", Report())

    def read() -> dict[str, object]:
        asked.append(1)
        return {"eigen": structure}

    elsewhere = Elsewhere(read, ["bijeenkomsten"])  # type: ignore[arg-type]
    assert asked == []
    items = {MATERIALS: "a", MEETINGS: "m", BLOCKS: "b", FORMS: "f", THINGS: "t", PACKS: "eigen"}
    assert [elsewhere.pack(section, id) for section, id in items.items()] == ["eigen"] * 6
    assert asked == [1]
    assert elsewhere.beside("eigen") == "bijeenkomsten, eigen"
    assert (NOWHERE_ELSE.pack(MATERIALS, "a"), NOWHERE_ELSE.ids(MATERIALS)) == ("", [])


def test_a_team_that_says_nothing_of_other_packs_does_not_read_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "team.yaml").write_text("name: Oost\nmeetings: {1: {date: 2027-03-02}}\n", encoding="utf-8")
    monkeypatch.setattr("kaarten.model.layers._structures", lambda _: pytest.fail("other packs were read"))
    report = Report()
    job_of(open_pack(Order(tmp_path), report), "nl", report)
