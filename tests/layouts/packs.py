"""Small team folders, written by tests, and what comes out of composing them.

In: a Case. Out: the Composed materials of that team in that language, and the Report. The team has the longest name we
know, words with another article than the base's, people with long names, and a logo that is a plain block. Leaves
alone: pressing.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from kaarten.compose.compose import Composed
from kaarten.diagnostics import Report
from kaarten.model.packs import DEFAULT_PACKS
from kaarten.pipeline import Order, Pack, job_of, laid_out, open_pack
from kaarten.resources import content_folder
from kaarten.tailor.job import Job

PACKS = ("kennis", "leerkring", "plan", "ruimte", "vakmanschap")
"""Those that come with kaarten beside that of the two meetings."""

LONG_NAME = "Sociaal Wijkteam Zonnehoven-Noorderlanden en Omstreken"

VOCABULARY = """\
vocabulary:
  nl:
    team: {noun: buurtploeg, article: de, plural: buurtploegen, member: ploeglid, members: ploegleden}
    coordinator: {noun: teamleider, article: de}
    plan: {noun: ontwikkelagenda, article: de}
    domain: {noun: bouwsteen, article: de, plural: bouwstenen}
    municipality: de gemeente Noorderlanden
  en:
    team: {noun: neighbourhood crew, article: a, plural: neighbourhood crews}
    coordinator: {noun: team leader, article: a}
    plan: {noun: development agenda, article: a}
    domain: {noun: building block, article: a, plural: building blocks}
    municipality: the municipality of Noorderlanden
"""

DOMAINS = {
    5: "domains:\n  participation: {drop: yes}\n  parenting: {drop: yes}\n",
    7: "",
    10: dedent("""\
        domains:
          daily-functioning: {wheel: {specific: respite}}
          housing: {icon: building-community, wheel: {general: arrears, specific: eviction}}
          meaning: {icon: compass, wheel: {general: strength, specific: counsellor}}
          digital: {icon: device-laptop, wheel: {general: scams, specific: forms}}
        """),
}
"""Five: two of the base's dropped. Ten: those of the example academy added, whose words are copied."""

LOGOS = {"4:1": (400, 100), "1:4": (100, 400)}


@dataclass(frozen=True)
class Case:
    """One team. `card` is size and back of the dialogue card, `poster` the size of both posters."""

    language: str
    domains: int
    participants: int
    logo: str
    card: tuple[str, str]
    poster: str
    stickers: str
    colour: str = "#8A1F4D"

    def __str__(self) -> str:
        words = (self.language, self.domains, self.participants, self.logo, *self.card, self.poster, self.stickers)
        return "-".join(str(word).replace(" ", "") for word in words)


def write_team(folder: Path, case: Case) -> Path:
    """The folder of the team."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "team.yaml").write_text(_team(case), encoding="utf-8")
    (folder / "_brand.yml").write_text(_brand(case), encoding="utf-8")
    width, height = LOGOS[case.logo]
    for name, colour in (("logo.svg", case.colour), ("zwart.svg", "#000000")):
        (folder / name).write_text(_svg(width, height, colour), encoding="utf-8")
    if case.domains == 10:
        academy = content_folder() / "teams" / "academie-de-schakel" / "words"
        for words in academy.rglob("domains.yaml"):
            target = folder / "words" / words.relative_to(academy)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(words, target)
    return folder


MEETINGS = """\
meetings:
  leerkring: {date: 2027-05-11, place: De Linde, address: Lindelaan 12}
  vakmanschap: {date: 2027-06-15, place: De Linde, address: Lindelaan 12}
"""
"""What a team tells of the meetings of packs."""


def with_packs(folder: Path, team: str, packs: Sequence[str] = PACKS) -> Path:
    """An example team that chose these packs: the folder of a copy, its organisation beside it."""
    copied = shutil.copytree(content_folder() / "teams", folder / "teams", dirs_exist_ok=True)
    file = next(file for file in copied.rglob("team.yaml") if file.parent.name == team)
    told = "".join(line for line in MEETINGS.splitlines(True) if line[0] != " " or line.split(":")[0].strip() in packs)
    chosen = f"packs: [{', '.join((*DEFAULT_PACKS, *packs))}]\n"
    file.write_text(chosen + file.read_text(encoding="utf-8").replace("meetings:\n", told, 1), encoding="utf-8")
    return file.parent


def materials_of(packs: Sequence[str] = PACKS) -> tuple[str, ...]:
    """The ids of all materials that these packs bring; what they change in one of the base is not theirs."""
    files = [
        file for pack in packs for file in sorted((content_folder() / "packs" / pack / "materials").glob("*.yaml"))
    ]
    own = [file.read_text(encoding="utf-8") for file in files if file.name != "of-the-base.yaml"]
    return tuple(re.findall(r"^  ([a-z0-9-]+):$", "".join(own), re.M))


def composed(folder: Path, case: Case) -> tuple[Job, list[Composed], Report]:
    """The team's pack with all packs there are, in the language of the case, composed."""
    report = Report()
    pack = open_pack(Order(write_team(folder, case), folder / "uit"), report)
    job = job_of(pack, case.language, report)
    return job, composed_all(pack, job, report), report


def composed_all(pack: Pack, job: Job, report: Report) -> list[Composed]:
    """Every material of a pack, those that tell of all others too."""
    return [Composed(one.material, one.pieces) for one in laid_out(pack, job, report)]


PEOPLE = (
    "Noor Voorbeeld",
    f"{{name: Konstantijn-Alexander van Voorbeeldenstein, role: gedragswetenschapper, organisation: {LONG_NAME}}}",
    "{name: 'Proef, N.', role: jeugdbeschermingsmedewerker, register: BIG 00000000001}",
)


def _participants(case: Case) -> str:
    """As many names, long ones among them; or with a high logo only the number."""
    if case.logo == "1:4":
        return str(case.participants)
    others = [f"Els Proef-{number}" for number in range(len(PEOPLE), case.participants)]
    return "".join(f"\n- {person}" for person in (*PEOPLE, *others))


def all_packs() -> list[str]:
    """The names of the packs that come with kaarten."""
    return sorted(folder.name for folder in (content_folder() / "packs").iterdir() if folder.is_dir())


def _team(case: Case) -> str:
    size, back = case.card
    paper = case.poster.lower()
    facts = f"""\
name: {LONG_NAME}
language: {case.language}
participants: {_participants(case)}
packs: [{", ".join(all_packs())}]
facilitators: 2
meetings:
  1: {{date: 2027-09-29, start: "09:30", place: Dorpshuis De Noorderster, address: "Dorpsstraat 1, Noorddorp"}}
  2: {{date: 2027-11-24, start: "13:30", place: Dorpshuis De Noorderster, address: "Dorpsstraat 1, Noorddorp"}}
  leerkring: {{date: 2027-12-01, place: Dorpshuis De Noorderster, address: "Dorpsstraat 1, Noorddorp"}}
  vakmanschap: {{date: 2028-01-19, place: Dorpshuis De Noorderster, address: "Dorpsstraat 1, Noorddorp"}}
sign_up_before: 2027-09-01
plan_ready: 2027-12-15
sender: Noor van der Berg-Noorderlanden
contact: noor.van.der.berg@noorderlanden.example.org
phone: 030 123 45 67
stickers: {{size: {case.stickers.removesuffix(" named")}, name: {"yes" if "named" in case.stickers else "no"}}}
links: {{kennisbouwstenen: https://kennisbouwstenen.nl, zelftest: https://example.org/zelftest}}
materials:
  dialoogkaarten: {{size: {size}, content: {{back: {back}}}}}
  poster-wiel: {{paper: {paper}, size: {case.poster}}}
  poster-stickers: {{paper: {paper}, size: {case.poster}}}
"""
    stock = "stock: {papers: {a4: {format: A4, weight: 80, margin: 5mm}}}\n"
    return facts + stock + VOCABULARY + DOMAINS[case.domains]


def _brand(case: Case) -> str:
    return dedent(f"""\
        meta: {{name: {LONG_NAME}}}
        color: {{primary: "{case.colour}"}}
        logo: {{images: {{block: {{path: logo.svg, alt: {LONG_NAME}}}}}, medium: block}}
        defaults: {{kaarten: {{logo-mono: zwart.svg, minimum-height: 6mm}}}}
        """)


def _svg(width: int, height: int, colour: str) -> str:
    """A block with a smaller one cut out of it, so that an upside-down or stretched logo shows."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" fill="{colour}"/>'
        f'<rect x="20" y="20" width="40" height="40" fill="#ffffff"/></svg>'
    )
