"""What all materials share: labels, domains, meetings, working forms, papers and more, with their words filled in.

In: the structure, the words and the Filler of one language. Out: the parts of a Job that are not materials; None or
nothing for what is faulty, and why in the report. Leaves alone: the materials themselves (`materials`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as ManyOf
from dataclasses import dataclass
from typing import TypeVar

from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.model.agenda import AgendaMeeting
from kaarten.model.base import Model
from kaarten.model.elsewhere import MATERIALS, Elsewhere
from kaarten.model.stock import Paper
from kaarten.model.structure import MaterialEntry, Structure
from kaarten.model.validate import text_of, validate, walk
from kaarten.source.nodes import Mapping, Node, Scalar
from kaarten.tailor.agenda import check_agenda, later
from kaarten.tailor.dates import day_text, hours_text, short_day_text, time_text
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
from kaarten.tailor.forms import FormWords, check_forms, form
from kaarten.tailor.job import Domain, Language, People
from kaarten.tailor.people import one_table
from kaarten.tailor.programme import BlockWords, Programme, ThingWords, check_needs
from kaarten.tailor.stock import papers_of
from kaarten.tailor.timetable import Block, Form, Meeting, Need
from kaarten.tailor.words import leaves
from kaarten.text import MeetingId, Text, mark_of

CATALOGUE = "catalogue"
"""What each material is for, in one sentence, by its id: read by who chooses, printed in no pack."""
NAME_TAG = "name-tag."
"""Before the id of a material, the label that says what one of it is called in a sentence."""
NAMESPACES = (
    "labels",
    "domains",
    "competencies",
    "meetings",
    "agenda",
    "forms",
    "things",
    "credits",
    "papers",
    "packs",
    CATALOGUE,
)
"""Namespaces of the words that are not of one material."""

M = TypeVar("M", bound=Model)


class MeetingWords(Model):
    """What the words say of a meeting: its name (Bijeenkomst 1), by which its files are called, and its title."""

    name: Text
    title: Text


@dataclass(frozen=True, slots=True)
class Shared:
    """Makes the parts of one job from its structure (as a model and as nodes), its words and its facts."""

    structure: Structure
    nodes: Mapping
    filler: Filler
    facts: Facts
    language: Language
    dropped: MappingOf[MeetingId, Collection[str]]
    """By meeting the blocks that a layer left out."""
    gone: MappingOf[str, Collection[str]]
    """By section (forms, things) what a layer left out: what still names it passes it over."""
    elsewhere: Elsewhere
    """What packs have that were not chosen: it is passed over too."""
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

    def meetings(self, forms: MappingOf[str, Form], people: People) -> dict[MeetingId, Meeting]:
        """The meetings with their dates, places and blocks."""
        agenda = self.nodes.get("agenda")
        node = agenda.get("meetings") if isinstance(agenda, Mapping) else None
        found: dict[MeetingId, Meeting] = {}
        for id, entry in self.structure.agenda.meetings.items():
            assert isinstance(node, Mapping)  # the model was made of it
            words = self._words(MeetingWords, "meetings", id, node)
            blocks = self._blocks(entry, walk(node, (id, "blocks")).node, forms, people, id)
            if len(blocks) == len(entry.blocks):  # one without words is most often a slip for another
                check_agenda(id, entry, node.keys[id], self.report)
            told, start = self.facts.meeting(id), self.facts.starts[id]
            end = later(start, sum(each.minutes for each in blocks))
            if words is None:
                continue
            found[id] = Meeting(
                id=id,
                name=words.name,
                title=words.title,
                date=told.date,
                date_text=day_text(told.date, self.language) if told.date else "",
                short_date_text=short_day_text(told.date, self.language) if told.date else "",
                time_text=time_text(start, self.language),
                end_text=time_text(end, self.language),
                total=entry.total,
                place=str(told.place or ""),
                blocks=blocks,
                dropped=frozenset(self.dropped.get(id, ())),
                needs=tuple(entry.needs),
                hours_text=hours_text(start, end, self.language),
            )
        return found

    def _blocks(
        self, entry: AgendaMeeting, node: Node, forms: MappingOf[str, Form], people: People, id: MeetingId
    ) -> tuple[Block, ...]:
        assert isinstance(node, Mapping)
        labels = self.texts("labels")
        programme = Programme(
            id=id,
            meeting=entry,
            node=node,
            words=lambda id: self._words(BlockWords, "agenda", id, node),
            forms=forms,
            participants=people.participants,
            language=self.language,
            method=labels.get("form", Text("")),
            own=labels.get("own-form", Text("")),
            name_tag=self._name_tag(labels, people),
            report=self.report,
            gone=self.gone["forms"],
        )
        return programme.blocks(self.facts.starts[id])

    def _name_tag(self, labels: MappingOf[str, Text], people: People) -> Text:
        """What people wear their name on: the label of the first material that is printed, else the first of all."""
        tags = {id.removeprefix(NAME_TAG): text for id, text in labels.items() if id.startswith(NAME_TAG)}
        printed = [text for id, text in tags.items() if self._printed(id, people)]
        return next(iter((*printed, *tags.values())), Text(""))

    def needs(self, meetings: Iterable[Meeting], people: People, materials: Collection[str]) -> dict[str, Need]:
        """Everything that blocks need, by id, in the order of use. `materials` are those that any layer names."""
        words, all_known, used = self._things(materials), True, Counter[Text]()
        things = (*self.structure.things, *self.gone["things"])
        for meeting in meetings:
            known = check_needs(meeting, self.structure.materials, materials, things, self.report, self.elsewhere)
            all_known = all_known and known
            used.update([*meeting.needs, *(id for block in meeting.blocks for id in block.needs)])
        if all_known:  # else what is not used was most often meant
            self._tell_unused(set(map(str, used)), people)
        found = {str(id): self._need(str(id), people, words, blocks) for id, blocks in used.items()}
        return {id: need for id, need in found.items() if need}

    def _things(self, materials: Collection[str]) -> dict[str, ThingWords]:
        """The words of all things. Faults: one without, one that stands for a material that nobody makes."""
        owner, found = self.nodes.get("things"), dict[str, ThingWords]()
        for id, thing in self.structure.things.items():
            for other in (*((thing.instead_of,) if thing.instead_of else ()), *thing.goes_with):
                if other not in materials and not self.elsewhere.pack(MATERIALS, other):
                    near, known = guess(other, materials), list(materials)
                    self.report.error("unknown-material", mark_of(other), material=other, guess=near, known=known)
            words = self._words(ThingWords, "things", id, owner) if isinstance(owner, Mapping) else None
            if words:
                found[id] = words
        return found

    def _tell_unused(self, used: Collection[str], people: People) -> None:
        """A warning material-not-used for each print-out of a meeting that none of its blocks needs."""
        for id, entry in self.structure.materials.items():
            if entry.meeting and id not in used and entry.copies.count(people):
                mark = walk(self.nodes, ("materials", id)).key
                self.report.warning("material-not-used", mark, material=id, meeting=entry.meeting)

    def _need(self, id: str, people: People, words: MappingOf[str, ThingWords], blocks: int) -> Need | None:
        """What so many blocks need. None for what is not in the pack, or not needed because something else is."""
        material, thing = self.structure.materials.get(id), self.structure.things.get(id)
        if material:
            copies, at_table = material.copies.count(people), material.copies.count(one_table(people))
            named = self._titled(id, material)
            need = Need(id, named, copies, at_table, material.place, material=True, sets=material.sets)
            return need if copies else None
        if thing:
            missed = not self._printed(thing.instead_of, people)
            useful = not thing.goes_with or any(self._printed(id, people) for id in thing.goes_with)
            count = thing.buy.count(people)
            counted_out = thing.buy.per and not count  # of what goes by a number, nought is none
            if id in words and missed and useful and not counted_out:
                at_table = thing.buy.count(one_table(people))
                if thing.place == "table":  # every table has as many, so that nobody is one short
                    count = max(count, at_table * people.tables)
                bought = count * (blocks if thing.each_block else 1)
                name, counted, each = words[id].name, words[id].counted(self.language), thing.each_block
                return Need(id, name, count, at_table, thing.place, False, bought, counted=counted, each_block=each)
        return None

    def _titled(self, id: str, entry: MaterialEntry) -> Text:
        """The title of a material, with the label that tells it from the one whose words it prints."""
        said = entry.said_in(id)
        node = walk(self.filler.words.tree, (said, "title")).node
        title = self.filler.fill(node, f"{said}.title") if isinstance(node, Scalar) else None
        named = text_of(title, f"{said}.title") if isinstance(title, Scalar) else Text(id)
        more = walk(self.filler.words.tree, ("labels", *str(entry.titled).split("."))).node if entry.titled else None
        return named.like(f"{named}: {more.text}") if isinstance(more, Scalar) else named

    def _printed(self, id: str | None, people: People) -> bool:
        material = self.structure.materials.get(str(id))
        return bool(material and material.copies.count(people))

    def forms(self, sections: ManyOf[Mapping], materials: Collection[str]) -> dict[str, Form]:
        """The working forms by id. `sections` are those of all layers; `materials` all that any layer names."""
        node, entries = self.nodes.get("forms"), self.structure.forms
        if not isinstance(node, Mapping):
            return {}
        check_forms(entries, sections, materials, self.report, self.elsewhere)
        words = {id: self._words(FormWords, "forms", id, node) for id in entries}
        return {id: form(id, entries[id], told, self.structure.materials) for id, told in words.items() if told}

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
