"""The programme: what happens in each block of a meeting, step by step, with working forms and what to bring.

In: the agenda of the structure as a model and as nodes, the words of each block, the working forms. Out: Blocks of the
job with every clock time; faults of steps, working forms and needs at their place. Source: domain/timeline.md. Leaves
alone: whether the blocks add up (`agenda`), and how a script looks.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.model.agenda import AgendaBlock, AgendaMeeting, AgendaStep
from kaarten.model.base import Model
from kaarten.model.content import Amount
from kaarten.model.elsewhere import MATERIALS, NOWHERE_ELSE, Elsewhere
from kaarten.model.validate import walk
from kaarten.source.nodes import Mapping
from kaarten.tailor.agenda import later, shared_out
from kaarten.tailor.dates import clock_text, one_of, primary
from kaarten.tailor.grammar import uncapitalise
from kaarten.tailor.job import Language
from kaarten.tailor.timetable import Block, Form, Meeting, Step
from kaarten.text import MeetingId, Text, mark_of

FORMS, NAME_TAGS = "{forms}", ("{name_tag}", "{naamsticker}")
"""In the text of a step: `werkvorm 4 of 5`."""


class StepWords(Model):
    """What the words say of a step: its name in the margin, what to say and do."""

    name: Text
    text: Text


class BlockWords(Model):
    """What the words say of a block of the agenda."""

    name: Text
    purpose: Text = Text("")
    steps: dict[str, StepWords] = {}


class ThingWords(Model):
    """What the words say of a thing to bring, and the `unit` that comes between a number and it: cups of."""

    name: Text
    unit: Amount | None = None

    def counted(self, language: Language) -> Amount | None:
        """What comes after a number, the thing in its unit: `cups of coffee`. None of what is counted by itself."""
        if self.unit is None:
            return None
        name = uncapitalise(self.name, primary(language))
        one, many = (self.name.like(f"{unit} {name}") for unit in (self.unit.one, self.unit.many))
        return Amount(one=one, many=many)


@dataclass(frozen=True, slots=True)
class Programme:
    """Makes the blocks of meeting `id`. `node` holds them in the structure; `words` gives those of a block, or None.

    `participants` decides which working forms fit. `method` is what a working form is called (`werkvorm`), `own` what
    stands for one that is not there (`een eigen werkvorm`). Working forms in `gone` were left out and are passed over.
    `name_tag` is what people wear their name on (`naamsticker`).
    """

    id: MeetingId
    meeting: AgendaMeeting
    node: Mapping
    words: Callable[[str], BlockWords | None]
    forms: MappingOf[str, Form]
    participants: int
    language: Language
    method: Text
    own: Text
    report: Report
    gone: Collection[str] = ()
    name_tag: str = ""

    def blocks(self, start: datetime.time) -> tuple[Block, ...]:
        """The blocks in order, the first at `start`."""
        found: list[Block] = []
        for number, (id, entry) in enumerate(self.meeting.blocks.items(), start=1):
            end = later(start, entry.minutes)
            words = self.words(id)
            if words:
                found.append(self._block(number, id, entry, words, start, end))
            start = end
        return tuple(found)

    def _block(
        self, number: int, id: str, entry: AgendaBlock, words: BlockWords, start: datetime.time, end: datetime.time
    ) -> Block:
        return Block(
            id=id,
            number=number,
            name=words.name,
            purpose=words.purpose,
            minutes=entry.minutes,
            start=start,
            clock=clock_text(start, self.language),
            end_clock=clock_text(end, self.language),
            pause=entry.pause,
            steps=tuple(self._steps(id, entry, words, start)),
            needs=tuple(entry.needs),
        )

    def _steps(self, block: str, entry: AgendaBlock, words: BlockWords, start: datetime.time) -> Iterable[Step]:
        """The steps with the minutes that make up the block, whatever it was made longer or shorter by."""
        if all(id in words.steps for id in entry.steps):  # one without words is most often a slip for another
            self._check_minutes(block, entry)
        minutes = shared_out(entry.minutes, [step.minutes for step in entry.steps.values()])
        for (id, step), part in zip(entry.steps.items(), minutes, strict=True):
            told = words.steps.get(id)
            if told is None:
                mark = self._place(block, "steps", id)
                name = f"agenda.{block}.steps.{id}"
                near = guess(id, [other for other in words.steps if other != id])
                self.report.error("missing-words", mark, id=name, language=self.language.id, guess=near)
            else:
                forms = self._forms(step)
                text = self._said(told.text, forms)
                yield Step(id, told.name, text, part, clock_text(start, self.language), forms)
            start = later(start, part)

    def _said(self, text: Text, forms: Collection[Form]) -> Text:
        """What a step says, with the names that only the programme knows."""
        said = text.replace(FORMS, self._called(forms))
        for placeholder in NAME_TAGS:
            said = said.replace(placeholder, self.name_tag)
        return text.like(said)

    def _called(self, forms: Collection[Form]) -> str:
        return f"{self.method} {one_of([str(form.number) for form in forms], self.language)}" if forms else self.own

    def _check_minutes(self, block: str, entry: AgendaBlock) -> None:
        """A warning when steps and minutes were written together and differ; else the steps follow the minutes.

        It stands at what the last file changed: the minutes, or a step.
        """
        minutes = sum(step.minutes for step in entry.steps.values())
        steps = [self._place(block, "steps", id, "minutes") for id in entry.steps]
        own, last = self._place(block, "minutes"), self._place(block).file
        if steps and minutes != entry.minutes and own.file in {mark.file for mark in steps}:
            mark = next((mark for mark in (own, *steps) if mark.file == last), own)
            self.report.warning("steps-do-not-add-up", mark, block=block, minutes=minutes, total=entry.minutes)

    def _forms(self, step: AgendaStep) -> tuple[Form, ...]:
        """The chosen working forms, else those of the offered ones that fit the number of people; all when none does.

        A warning for a chosen one that does not fit, a note for those offered; neither beside one that nobody knows.
        """
        wanted = [id for id in dict.fromkeys(step.chosen or step.forms) if id not in self.gone]
        known = [form for id in wanted if (form := self._known(id))]
        if len(known) < len(wanted):
            return tuple(known)
        fitting = [form for form in known if form.fits(self.participants)]
        if step.chosen or not fitting:
            for id in wanted:
                self._check_fit(id, self.report.warning if step.chosen else self.report.note)
            return tuple(known)
        return tuple(fitting)

    def _known(self, id: Text) -> Form | None:
        """A working form by its id; None, and why, for one that is not of this meeting or that there is not."""
        form, mark = self.forms.get(id), mark_of(id)
        ours = [each.id for each in self.forms.values() if each.meeting == self.id]
        if form is None:
            self.report.error("unknown-form", mark, form=id, guess=guess(id, self.forms), known=ours)
        elif form.meeting != self.id:
            known = ", ".join(ours)
            self.report.error("form-of-other-meeting", mark, name=str(form.name), meeting=form.meeting, known=known)
        else:
            return form
        return None

    def _check_fit(self, id: Text, say: Callable[..., None]) -> None:
        form = self.forms.get(id)
        if form and not form.fits(self.participants):
            limit = form.at_least if form.at_least and self.participants < form.at_least else form.at_most
            code = "too-few-for-form" if limit == form.at_least else "too-many-for-form"
            details = {"form": form.id, "name": str(form.name), "people": self.participants, "limit": limit}
            say(code, mark_of(id), **details)

    def _place(self, *path: str) -> Mark:
        return walk(self.node, path).key


def check_needs(
    meeting: Meeting,
    pack: Collection[str],
    materials: Collection[str],
    things: Collection[str],
    report: Report,
    elsewhere: Elsewhere = NOWHERE_ELSE,
) -> bool:
    """Whether all that a meeting needs is known: an error for what is not. A note for a material that was left out, or
    that is of a pack `elsewhere`.

    `pack` are the materials of the pack, `materials` those that any layer names.
    """
    all_known = True
    asked = (*meeting.needs, *(id for block in meeting.blocks for id in block.needs))
    for id in {str(id): id for id in reversed(asked)}.values():
        if id in things or id in pack:
            continue
        if id in materials:
            if pack:  # a pack of nothing is a fault by itself
                report.note("need-not-in-pack", mark_of(id), material=id)
        elif other := elsewhere.pack(MATERIALS, id):
            packs = elsewhere.beside(other)
            report.note("need-of-other-pack", mark_of(id), material=id, pack=other, packs=packs)
        else:
            all_known = False
            known = [*materials, *things, *elsewhere.ids(MATERIALS)]
            report.error("unknown-need", mark_of(id), id=id, guess=guess(id, known))
    return all_known
