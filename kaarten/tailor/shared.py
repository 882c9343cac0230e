"""What all materials share: labels, domains, competencies, meetings, papers, all with their words filled in.

In: the structure, the words and the Filler of one language. Out: the parts of a Job that are not materials; None or
nothing for what is faulty, and why in the report. Leaves alone: the materials themselves (`materials`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.model.base import Model
from kaarten.model.stock import Paper
from kaarten.model.structure import Structure
from kaarten.model.validate import text_of, validate
from kaarten.source.nodes import Mapping, Scalar
from kaarten.tailor.agenda import block_starts, check_agenda
from kaarten.tailor.dates import clock_text, day_text, short_day_text, time_text
from kaarten.tailor.domains import (
    COMPETENCIES_SLOT,
    FEWEST,
    MOST,
    CompetencyItem,
    CompetencyWords,
    DomainWords,
    assign_slots,
    competencies,
    domain,
)
from kaarten.tailor.facts import Facts
from kaarten.tailor.fill import Filler
from kaarten.tailor.job import Domain, Language, Meeting
from kaarten.tailor.stock import papers_of
from kaarten.tailor.words import leaves
from kaarten.text import Text

NAMESPACES = ("labels", "domains", "competencies", "meetings", "credits", "papers")
"""Namespaces of the words that are not of one material."""

M = TypeVar("M", bound=Model)


class MeetingWords(Model):
    """What the words say of a meeting."""

    title: Text


@dataclass(frozen=True, slots=True)
class Shared:
    """Makes the parts of one job from its structure (as a model and as nodes), its words and its facts."""

    structure: Structure
    nodes: Mapping
    filler: Filler
    facts: Facts
    language: Language
    report: Report

    def texts(self, namespace: str) -> dict[str, Text]:
        """All texts of a namespace by id, filled in; the id of a text in a group has a dot."""
        node = self.filler.words.tree.get(namespace)
        filled = self.filler.fill(node, namespace) if node else None
        found = leaves(filled, namespace) if filled else ()
        return {id.partition(".")[2]: text_of(leaf, id) for id, leaf in found if isinstance(leaf, Scalar)}

    def domains(self) -> tuple[Domain, ...]:
        """The domains in the order of the structure."""
        node = self.nodes.get("domains")
        looks = self.structure.domains
        if not isinstance(node, Mapping):
            self.report.error("wrong-number-of-domains", self.nodes.mark, number=0, least=FEWEST, most=MOST)
            return ()
        slots = assign_slots(looks, self.structure.palette, node, self.report)
        found: list[Domain] = []
        for id, slot in slots.items():
            words = self._words(DomainWords, "domains", id, node)
            if words:
                found.append(domain(id, words, looks[id], slot, self.report))
        return tuple(found)

    def competencies(self) -> tuple[Domain, tuple[CompetencyItem, ...]] | None:
        """The generic competencies as a whole, and the words of each."""
        slot = self.structure.palette.get(COMPETENCIES_SLOT)
        if slot is None:
            self.report.error("unknown-slot", self.nodes.mark, slot=COMPETENCIES_SLOT)
        words = self._words(CompetencyWords, "", "competencies", self.nodes)
        if words is None or slot is None:
            return None
        return competencies(words, slot), tuple(words.items.values())

    def meetings(self) -> dict[int, Meeting]:
        """The meetings with their dates, places and the clock time of every block."""
        agenda = self.nodes.get("agenda")
        node = agenda.get("meetings") if isinstance(agenda, Mapping) else None
        found: dict[int, Meeting] = {}
        for number, entry in self.structure.agenda.meetings.items():
            assert isinstance(node, Mapping)  # the model was made of it
            check_agenda(number, entry, node.keys[str(number)], self.report)
            words = self._words(MeetingWords, "meetings", str(number), node)
            told, start = self.facts.meeting(number), self.facts.starts[number]
            if words is None:
                continue
            found[number] = Meeting(
                number=number,
                title=words.title,
                date=told.date,
                date_text=day_text(told.date, self.language) if told.date else "",
                short_date_text=short_day_text(told.date, self.language) if told.date else "",
                time_text=time_text(start, self.language),
                place=str(told.place or ""),
                clock={id: clock_text(time, self.language) for id, time in block_starts(entry, start).items()},
            )
        return found

    def papers(self) -> dict[str, Paper]:
        """The papers and sheets of labels by id."""
        return papers_of(self.structure, self.nodes, self.texts("papers"), self.report)

    def _words(self, model: type[M], namespace: str, id: str, owner: Mapping) -> M | None:
        """The words of one thing; without any, the fault stands where the structure names it."""
        tree = self.filler.words.tree
        within = tree.get(namespace) if namespace else tree
        node = within.get(id) if isinstance(within, Mapping) else None
        name = f"{namespace}.{id}" if namespace else id
        if node is None:
            near = guess(id, within.entries if isinstance(within, Mapping) else ())
            mark = owner.keys.get(id, owner.mark)
            self.report.error("missing-words", mark, id=name, language=self.language.id, guess=near)
            return None
        filled = self.filler.fill(node, name)
        return validate(model, filled, self.report, id=name) if filled else None
