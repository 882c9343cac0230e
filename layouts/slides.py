"""Slides: what a meeting sees on the screen, in the order of its agenda (A18).

In: slides by id, each of a kind with its own words; the meeting, its blocks, steps and working forms. Out: a piece of
16:9 for each slide, with the Slide that a presentation is made of. A slide of a block goes when the block goes. Source:
looks.md section 5 (the row of blocks), made larger for a room. Leaves alone: paper, and the file of the presentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal

from kaarten.layout import (
    BULLET,
    BY_KIND,
    INK_2,
    SCREEN,
    Block,
    Contents,
    Desk,
    Drawing,
    Form,
    Item,
    Key,
    LayoutContent,
    Listed,
    Meeting,
    MeetingId,
    Piece,
    Rect,
    Slide,
    SlideFrame,
    SlideFrames,
    Step,
    Style,
    Surface,
    Text,
    Wheel,
    draw_wheel,
    filled,
    mark_of,
    paint_slide,
    sentences,
    spread_items,
)

SMALLEST = LARGEST = SCREEN


class SlideEntry(LayoutContent):
    """A slide with a `block` shows its clock times, and is for its `steps`: all of them, or those that are named."""

    block: Key | None = None
    steps: Annotated[tuple[Key, ...], Listed] = ()


class InBlock(LayoutContent):
    """The same for what has no place outside a block."""

    block: Key
    steps: Annotated[tuple[Key, ...], Listed] = ()


class Opening(SlideEntry):
    """A meeting by name, with day, hours and place: this one, or another to end with."""

    kind: Literal["opening"]
    title: Text | None = None
    meeting: MeetingId | None = None


class Points(SlideEntry):
    """A list, or questions to talk about: numbered, in very large type."""

    kind: Literal["list", "questions"]
    title: Text
    lead: Text | None = None
    points: dict[str, Text]


class Titled(SlideEntry):
    """What needs a title only: blocks and clock times, the wheel, kinds of knowledge, competencies, the credits."""

    kind: Literal["agenda", "wheel", "knowledge", "competencies", "sources"]
    title: Text


class Forms(InBlock):
    """A slide for each working form of the steps."""

    kind: Literal["forms"]


class Pause(InBlock):
    """A break, and when the meeting goes on."""

    kind: Literal["pause"]
    resume: Text


AnySlide = Annotated[Opening | Points | Titled | Forms | Pause, BY_KIND]


class Content(LayoutContent):
    slides: dict[str, AnySlide]


ASKED, LEAST_ASKED = Style(40, 16.5, floor=28), 34.0
"""Questions: as long as all are at least so large (pt) they stand on one slide; likewise below."""
ALONE = Style(54, 21, floor=32)
SAID, LEAST_SAID = Style(36, 15, floor=24), 28.0
TIMED, LEAST_TIMED = Style(28, 11.6, floor=20), 24.0
CREDITED, LEAST_CREDITED = Style(26, 10.8, floor=18), 20.0
LEAD = Style(28, 12, floor=24, colour=INK_2)
NAMED, USED, SHOWN = Style(32, 13, floor=24, bold=True), Style(28, 12, floor=20), Style(24, 10, floor=18)
FACT = Style(28, 12, floor=20)
DETAIL = Style(14, 5.6, floor=10)
NUMBER = re.compile(r" (?=\d)")
"""The space before a number, which stays with the word it counts."""

Made = tuple[SlideFrame, Text, Contents]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A piece for each slide; nothing, and a fault, for a material of no one meeting."""
    meeting = desk.meeting
    if meeting is None:
        desk.report.error("of-one-meeting", desk.material.mark, layout=desk.material.layout)
        return
    for slide in Show(desk, meeting).slides(content.slides.values()):
        surface = desk.surface(slide.title)
        paint_slide(surface, slide)
        yield Piece(slide.title, surface.face(), slide=slide)


class Show:
    """The slides of one meeting in the making."""

    def __init__(self, desk: Desk, meeting: Meeting) -> None:
        self.desk = desk
        self.meeting = meeting
        self.surface = desk.surface()
        self.blocks = {block.id: block for block in meeting.blocks}
        self.frames = SlideFrames(desk)

    def slides(self, entries: Iterable[AnySlide]) -> Iterator[Slide]:
        """All slides of the blocks that the meeting has, numbered from 1."""
        number = 0
        for entry in entries:
            block = self._block(entry)
            steps = self._steps(entry, block)
            if entry.block in self.meeting.dropped or (block and entry.steps and not steps):
                continue
            for frame, title, contents in self._made(entry, block, steps):
                number += 1
                common: Contents = {
                    "title": title,
                    "kicker": self._kicker(block),
                    "page": title.like(str(number)),
                    "whose": self.desk.identity()[1],
                }
                yield Slide(frame, title, filled(self.surface, frame, {**common, **contents}), tuple(_notes(steps)))

    def _block(self, entry: AnySlide) -> Block | None:
        block = self.blocks.get(entry.block or "")
        if entry.block and not block and entry.block not in self.meeting.dropped:
            known = ", ".join(self.blocks)
            self.desk.report.warning("not-in-agenda", mark_of(entry.block), value=entry.block, known=known)
        return block

    def _steps(self, entry: AnySlide, block: Block | None) -> list[Step]:
        """The steps that are named, else all of the block."""
        there = {step.id: step for step in block.steps} if block else {}
        for id in entry.steps:
            if block and id not in there:
                known = ", ".join(there)
                self.desk.report.warning("not-in-block", mark_of(id), value=id, block=block.id, known=known)
        return [there[id] for id in entry.steps if id in there] if entry.steps else list(there.values())

    def _kicker(self, block: Block | None) -> list[Item]:
        """When the block begins and ends, and its name; without a block the meeting."""
        ink = self.desk.brand.on_primary
        place = self.frames.kicker.coloured(ink)
        if block is None:
            return [Item(self.meeting.title, place)]
        hours = block.name.like(f"{block.clock}\u2013{block.end_clock}")
        return [Item(hours, place), Item(block.name, DETAIL.coloured(ink))]

    # ---- one kind after the other

    def _made(self, entry: AnySlide, block: Block | None, steps: Sequence[Step]) -> Iterable[Made]:
        """The frame, the title and the contents of each slide of an entry."""
        match entry:
            case Opening():
                return [self._opening(entry)]
            case Points():
                return self._points(entry)
            case Titled(kind="agenda"):
                return self._agenda(entry.title)
            case Titled(kind="wheel"):
                return [self._wheel(entry.title)]
            case Titled(kind="knowledge"):
                return [self._knowledge(entry.title)]
            case Titled(kind="competencies"):
                return self._competencies(entry.title)
            case Titled():
                items = [Item(credit, CREDITED) for credit in self.desk.material.credits]
                return self._spread(self.frames.listed("text", "book", CREDITED), entry.title, items, LEAST_CREDITED)
            case Forms():
                return self._forms(block, steps)
            case Pause():
                return [self._pause(block, entry.resume)] if block else []

    def _opening(self, entry: Opening) -> Made:
        meeting = self.desk.held(entry.meeting) or self.meeting
        hours = f"{meeting.start_clock} {self.desk.label('slides.until')} {meeting.end_text}"
        facts = [meeting.title] if entry.title else []
        facts += [meeting.title.like(fact) for fact in (meeting.date_text, hours, meeting.place) if fact]
        title = entry.title or meeting.title
        contents: Contents = {"team": self.desk.job.team_name, "facts": [Item(fact, FACT) for fact in facts]}
        return self.frames.cover(), title.like(NUMBER.sub("\u00a0", title)), contents

    def _agenda(self, title: Text) -> Iterable[Made]:
        quiet = TIMED.coloured(INK_2)
        items = [Item(each.name, quiet if each.pause else TIMED, each.clock) for each in self.meeting.blocks]
        widest = max((self.surface.width(item.mark, TIMED.strong) for item in items), default=0.0)
        frame = self.frames.listed("agenda", "clock", TIMED, between=0.6, indent=widest + 8)
        return self._spread(frame, title, items, LEAST_TIMED)

    def _points(self, entry: Points) -> Iterable[Made]:
        texts, lead = list(entry.points.values()), [Item(entry.lead, LEAD)] if entry.lead else []
        if entry.kind == "list":
            points = [Item(text, SAID, BULLET) for text in texts]
            return self._spread(self.frames.listed("list", "list-check", SAID, BULLET), entry.title, [*lead, *points])
        if len(texts) == 1:
            frame = self.frames.listed("question", "messages", ALONE, middle=True)
            return self._spread(frame, entry.title, [*lead, Item(texts[0], ALONE)])
        asked = [Item(text, ASKED, str(number)) for number, text in enumerate(texts, start=1)]
        frame = self.frames.listed("questions", "messages", ASKED, "1")
        return self._spread(frame, entry.title, [*lead, *asked], LEAST_ASKED)

    def _forms(self, block: Block | None, steps: Sequence[Step]) -> Iterable[Made]:
        for form in dict.fromkeys(form for step in steps for form in step.forms):
            items = [Item(sentence, SAID) for sentence in sentences(form.text)]
            for frame, title, contents in self._spread(self.frames.numbered(), form.name, items):
                number = form.name.like(str(form.number))
                yield frame, title, {**contents, "number": number, "kicker": self._minutes(form, block)}

    def _minutes(self, form: Form, block: Block | None) -> list[Item]:
        """How long people work, where that is known, in the place of when the block begins."""
        hours, *name = self._kicker(block)
        minutes = form.name.like(f"{form.minutes} {self.desk.label('minutes')}")
        return [Item(minutes, hours.style) if form.minutes else hours, *name]

    def _wheel(self, title: Text) -> Made:
        frame, domains = self.frames.pictured(), self.desk.domains_and_competencies
        style = frame.place("body").style
        alt = f"{self.desk.label('slides.wheel')} {', '.join(domain.name for domain in self.desk.domains)}."
        names = [Item(domain.name, style, BULLET, domain.colour) for domain in domains]
        return frame, title, {"drawing": Drawing(frame.place("drawing"), alt, self._draw_wheel), "body": names}

    def _draw_wheel(self, surface: Surface, box: Rect) -> None:
        job, (x, y) = self.desk.job, box.middle
        words = (job.domains, job.competencies, job.competency_names, self.desk.label("hub"))
        draw_wheel(surface, Wheel(x, y, box.width / 2 - 1, *words, examples=False))

    def _knowledge(self, title: Text) -> Made:
        contents: dict[str, list[Item]] = {}
        domain, for_example = self.desk.domains[0], self.desk.label("slides.for-example")
        for id, example in (("general", domain.general_example), ("specific", domain.specific_example)):
            contents[id] = [Item(self.desk.label(id), NAMED), Item(self.desk.label(f"{id}-use"), USED)]
            if example:
                contents[id].append(Item(example.like(f"{for_example} {example}"), SHOWN.coloured(INK_2)))
        return self.frames.contrasted(), title, dict(contents)

    def _competencies(self, title: Text) -> Iterable[Made]:
        job, frame = self.desk.job, self.frames.listed("competencies", "tools", SAID, BULLET)
        items = [Item(name, SAID, BULLET, job.competencies.colour) for name in job.competency_names]
        return self._spread(frame, title, items)

    def _pause(self, block: Block, resume: Text) -> Made:
        return self.frames.paused(), block.name, {"resume": resume, "clock": block.name.like(block.end_clock)}

    def _spread(self, frame: SlideFrame, title: Text, items: Sequence[Item], least: float = LEAST_SAID) -> list[Made]:
        """The items on one slide or more; then each says which it is."""
        parts = spread_items(self.surface, frame.place("body"), items, least)
        if len(parts) == 1:
            return [(frame, title, {"body": parts[0]})]
        pages = [self.desk.label("page-of").format(page=page, pages=len(parts)) for page in range(1, len(parts) + 1)]
        return [
            (frame, title.like(f"{title} ({page})"), {"body": part}) for page, part in zip(pages, parts, strict=True)
        ]


def _notes(steps: Iterable[Step]) -> Iterator[str]:
    """What to say and do, step by step, and what to know of its working forms."""
    for step in steps:
        yield f"{step.clock}  {step.name}: {step.text}"
        yield from (f"{form.name}: {form.hint}" for form in step.forms if form.hint)
