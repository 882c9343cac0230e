"""A small pack of three layers in real files, and layouts that only say what they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from pydantic import Field

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.model.content import LayoutContent
from kaarten.model.layers import Layers, load_layers
from kaarten.source.files import Root, project_root
from kaarten.tailor.job import Job
from kaarten.tailor.tailor import tailor
from kaarten.text import Text
from tests.samples import kit

STRUCTURE = """\
languages:
  nl: {tag: nl-NL, locale: nl_NL}
  nl-formal: {tag: nl-NL, locale: nl_NL, falls_back_to: nl}
  en: {tag: en-GB, locale: en_GB, falls_back_to: nl}
vocabulary:
  nl:
    team: {noun: wijkteam, article: het, plural: wijkteams, member: wijkteamlid, members: wijkteamleden}
    resident: {noun: inwoner, article: de, plural: inwoners}
    coordinator: {noun: coördinator, article: de}
    plan: {noun: scholingsplan, article: het}
    domain: {noun: domein, article: het, plural: domeinen}
    municipality: de gemeente
    sticker_colours: {general: geel, specific: blauw}
  en:
    team: {noun: neighbourhood team, article: a, plural: neighbourhood teams}
    resident: {noun: resident, article: a, plural: residents}
    domain: {noun: domain, article: a, plural: domains}
palette:
  red: {colour: "#B1362D", icon: heartbeat, pattern: dots}
  orange: {colour: "#E68C2F", icon: home-2, pattern: stripes}
  yellow: {colour: "#F4CC46", icon: wallet, pattern: grid}
  green: {colour: "#47802F", icon: users-group, pattern: diagonal}
  sky: {colour: "#7AC5EB", icon: horse-toy, pattern: waves}
  navy: {colour: "#24366F", icon: shield-half, pattern: crosses}
  teal: {colour: "#00575E", icon: tools, pattern: bricks}
domains:
  health: {slot: orange}
  daily: {}
  income: {wheel: {general: debt}}
  work: {}
  safety: {icon: bell}
agenda:
  meetings:
    1: {total: 30, start: "13:00", blocks: {M1-01: {minutes: 10, needs: [blad]}, M1-02: {minutes: 20}}}
    2: {total: 30, start: "13:00", blocks: {M2-01: {minutes: 30}}}
stock:
  papers:
    a4: {format: A4, weight: 80}
materials:
  blad:
    layout: sheet
    meeting: 1
    size: A4
    copies: {per: [participant, facilitator]}
    credits: [method]
    content:
      parts:
        welcome: {lines: 2}
        goal: {lines: 1}
  kaart:
    layout: card
    size: A5 landscape
"""

NL = """\
labels: {name: Naam, page-of: "{page} van {pages}", domain: "{Domein}"}
credits: {method: "Naar IWW (2019)."}
meetings: {1: {name: Bijeenkomst 1, title: De basis}, 2: {name: Bijeenkomst 2, title: Kennis}}
competencies:
  name: Competenties
  sentence: Voor iedereen in {het_team}.
  items: {contact: {name: Contact maken, sentence: Je zoekt mensen op.}}
domains:
  health: {name: Gezondheid, sentence: Over het lichaam., general: {pain: Pijn zien}, specific: {aids: Hulpmiddelen}}
  daily: {name: Dagelijks, sentence: Over wonen.}
  income: {name: Inkomen, sentence: Over geld., general: {shame: Schaamte, debt: Schulden zien}}
  work: {name: Werk, sentence: Over werk.}
  safety: {name: Veiligheid, sentence: Over veilig zijn.}
blad:
  title: "Blad van {het_team}"
  parts:
    welcome: {heading: Welkom, text: "Zo begint {ons_team}."}
    goal: {heading: Doel}
  notes: {first: Eerste, second: Tweede}
kaart: {title: Kaart, question: Wat wil je leren?}
agenda: {M1-01: {name: Inloop}, M1-02: {name: "Vragen van {inwoners}"}, M2-01: {name: Kiezen}}
"""

EN = """\
labels: {name: Name, page-of: "{page} of {pages}", domain: "{Domain_en}"}
credits: {method: "After IWW (2019)."}
meetings: {1: {name: Meeting 1, title: The basics}, 2: {name: Meeting 2, title: Knowledge}}
blad:
  title: Sheet of {a_team_en}
  parts:
    welcome: {heading: Welcome, text: This is how we start.}
  notes: {first: First}
kaart: {title: Card, question: What do you want to learn?}
agenda: {M1-01: {name: Arrival}, M1-02: {name: "Questions"}, M2-01: {name: Choosing}}
"""

TEAM = "name: Buurtteam Oost\n"


class Part(LayoutContent):
    heading: Text
    text: Text | None = None
    lines: int = Field(default=1, ge=0)


class SheetContent(LayoutContent):
    parts: dict[str, Part]
    notes: dict[str, Text] = {}
    link: Text | None = None


class CardContent(LayoutContent):
    question: Text


@dataclass(frozen=True)
class Layout:
    content: type[LayoutContent]


class Layouts:
    """Two layouts, found as the registry finds them."""

    known: Mapping[str, Layout] = {"sheet": Layout(SheetContent), "card": Layout(CardContent)}

    def get(self, name: str, mark: Mark, report: Report) -> Layout | None:
        if name not in self.known:
            report.error("unknown-layout", mark, name=name, guess=guess(name, self.known))
        return self.known.get(name)


class Pack:
    """The base above, with files of a team (and of an organisation round it) laid over it."""

    def __init__(self, folder: Path, team: str = "", files: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.write("base/structure.yaml", STRUCTURE)
        self.write("base/words/nl/all.yaml", NL)
        self.write("base/words/en/all.yaml", EN)
        self.write("org/team/team.yaml", TEAM + dedent(team))
        for name, text in (files or {}).items():
            self.write(name, dedent(text))
        self.report = Report()

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def layers(self) -> Layers:
        team = (self.folder / "org/team").resolve()
        found = load_layers(Root(self.folder), project_root(team), team, self.report)
        assert found is not None
        return found

    def job(self, language: str = "nl", only: set[str] | None = None) -> Job:
        found = self.attempt(language, only)
        assert found is not None, [f"{d.mark}: {d.code} {d.details}" for d in self.report]
        return found

    def attempt(self, language: str = "nl", only: set[str] | None = None) -> Job | None:
        return tailor(self.layers(), language, Layouts(), kit(), self.report, only)

    def told(self, *codes: str) -> list[tuple[str, str]]:
        """Code and place of what was reported, of these codes only if any are given."""
        return [(d.code, str(d.mark)) for d in self.report if not codes or d.code in codes]
