"""The desk: what a layout has at hand while it makes one material.

In: a Job and one of its Materials. Out: surfaces to paint on, and the facts of team, people and meeting in the form
they are printed. Leaves alone: how a page looks.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from kaarten.brand.kit import BrandKit
from kaarten.compose.face import Face, Piece
from kaarten.compose.parts.legend import Sign
from kaarten.compose.parts.letters import Kind
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Report
from kaarten.geometry import Rect, Size
from kaarten.model.quantity import Quantity
from kaarten.tailor.agenda import later
from kaarten.tailor.dates import clock_text, day_text, money_text, number_text
from kaarten.tailor.job import Domain, Job, Material
from kaarten.tailor.print_plan import PrintPlan
from kaarten.tailor.timetable import Meeting
from kaarten.text import MeetingId, Text


class Desk:
    """One material of one job. Layouts read from it and never change it."""

    def __init__(self, job: Job, material: Material, report: Report) -> None:
        self.job = job
        self.material = material
        self.report = report
        self._where = f"{material.id}, {job.language.id}"

    @property
    def brand(self) -> BrandKit:
        """The house style; for a material that is printed without colour with the logos in one ink."""
        brand = self.job.brand
        return brand if self.material.colour else replace(brand, logos=brand.logos_mono)

    @property
    def domains(self) -> tuple[Domain, ...]:
        return self.job.domains

    @property
    def domains_and_competencies(self) -> tuple[Domain, ...]:
        """The domains and, after them, the generic competencies: everything that has a sheet on the wall."""
        return (*self.job.domains, self.job.competencies)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting this material is for, if it is for one."""
        id = self.material.meeting
        return self.job.meetings.get(id) if id else None

    def held(self, id: MeetingId | None) -> Meeting | None:
        """The meeting of that name; the warning not-in-agenda for one that is not held."""
        if id is not None and id not in self.job.meetings:
            self.report.warning("not-in-agenda", id.mark, value=id, known=", ".join(self.job.meetings))
        return self.job.meetings.get(id) if id is not None else None

    def label(self, id: str) -> Text:
        """A text that several layouts share. Raises KeyError for one that the base does not have."""
        return self.job.labels[id]

    def count(self, quantity: Quantity) -> int:
        return quantity.count(self.job.people)

    def surface(self, title: str | None = None, size: Size | None = None) -> Surface:
        """A fresh face of the material's trim size, or another."""
        title, size = title or self.material.title, size or self.material.size
        return Surface(title, size, self.brand, self.report, self._where, self.job.language.tag)

    @property
    def plan(self) -> PrintPlan:
        """What to print, for layouts that are made after all others. Raises RuntimeError for any other."""
        if self.job.plan is None:
            raise RuntimeError(f"{self.material.layout}: the plan is only there for a layout with AFTER_ALL = True")
        return self.job.plan

    def clock(self, start: datetime.time, minutes: int = 0) -> str:
        """The time so many minutes after `start`, as a table writes it: `13.10`."""
        return clock_text(later(start, minutes), self.job.language)

    def day(self, day: datetime.date) -> str:
        """A day as running text writes it: `dinsdag 4 maart 2025`."""
        return day_text(day, self.job.language)

    def number(self, number: float) -> str:
        """A number as the language writes it: `148,5`."""
        return number_text(number, self.job.language)

    def sets(self, number: int) -> str:
        """`1 set`, `3 sets`, on one line."""
        told = self.label("sets-1" if number == 1 else "sets").format(number=number)
        return told.replace(" ", "\u00a0")

    def money(self, euros: Fraction) -> str:
        """An amount as the language writes it: `€ 14,33`."""
        return money_text(euros, self.job.language)

    @property
    def safe_area(self) -> Rect:
        """The part of a piece that may be printed on, so that neither the printer nor a knife takes off any of it."""
        return self.material.paper.safe_area(self.material.size)

    @property
    def safe_disc(self) -> tuple[float, float, float]:
        """The largest disc round the middle of a piece that may be printed on: its middle and its radius in mm."""
        safe, (x, y) = self.safe_area, (self.material.size.width / 2, self.material.size.height / 2)
        return x, y, min(x - safe.x, y - safe.y, safe.right - x, safe.bottom - y)

    @property
    def credit(self) -> str:
        """The credit lines that the sources ask for, as one text (sources.md section 3)."""
        return " ".join(self.material.credits)

    @property
    def credit_short(self) -> Text:
        """The first of them in a few words, for the foot of a small card."""
        return self.material.credit_short

    @property
    def signs(self) -> list[Sign]:
        """A, S and C: what the rings of the wheel and the zones of the sticker poster hold."""
        kinds: dict[Kind, str] = {"A": "general", "S": "specific", "C": "competencies"}
        return [Sign(kind, self.label(id), self.label(f"{id}-use")) for kind, id in kinds.items()]

    def dated(self, *lines: str) -> list[str]:
        """The lines of a brand block, with the date of the meeting under them when it is known."""
        date = self.meeting.short_date_text if self.meeting else ""
        return [*lines, date] if date else list(lines)

    def identity(self, page: int = 1, pages: int = 1) -> tuple[Text, Text]:
        """Whose page this is and which: material and '1 van 2', then team and date of the meeting when it is known."""
        number = self.page_of(page, pages)
        date = self.meeting.date_text if self.meeting else ""
        return _dotted(self.material.title, number), _dotted(self.job.team_name, date)

    def page_name(self, name: str, page: int, pages: int) -> str:
        """What a page is called in the outline: by its number too when there are more."""
        return ", ".join(part for part in (name, self.page_of(page, pages)) if part)

    def pages(self, name: str, faces: Sequence[Face], edge: str = "") -> Iterator[Piece]:
        """Faces as pieces to hand out: each a page, or of a material with two sides every two of them a sheet."""
        for start in range(0, len(faces), self.material.sides):
            front, *back = faces[start : start + self.material.sides]
            yield Piece(self.page_name(name, start + 1, len(faces)), front, back[0] if back else None, edge=edge)

    def page_of(self, page: int, pages: int) -> str:
        """Which page this is of how many; nothing when there is only one."""
        return self.label("page-of").format(page=page, pages=pages) if pages > 1 else ""


def _dotted(text: Text, more: str) -> Text:
    return text.like(f"{text}  ·  {more}") if more else text
