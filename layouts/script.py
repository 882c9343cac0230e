"""Script: a meeting from minute to minute, for who leads it (B01, C01).

In: the meeting's blocks with steps, working forms and what to bring. Out: A4 pages, two to a sheet: a strip of the day
with the blocks of this page filled, and each block with its clock time, what to say and do, and what to have at hand.
Source: the comp 07; looks.md section 5 (Draaiboek). Leaves alone: clock times, which follow from the agenda.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaarten.layout import (
    A4,
    HINT,
    INK,
    INK_2,
    LABEL,
    PAPER_SIZES,
    SMALL,
    STONE,
    STONE_2,
    Amount,
    Block,
    Bullets,
    Colour,
    Columns,
    Desk,
    Face,
    FlowBlock,
    Flowing,
    Form,
    LayoutContent,
    Meeting,
    Need,
    Paragraph,
    Piece,
    Placed,
    Rect,
    Stack,
    Step,
    Style,
    Surface,
    Text,
    icon,
    masthead,
    page_footer,
    paginate,
    running_head,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
TIME, TEXT, NEEDS = (0.0, 45.0), (52.0, 73.0), (132.0, 43.0)
"""Left edge and width of the three columns, in mm from the left of the page's content."""

CLOCK = LABEL.sized(20, floor=14)
BODY = Style(10.5, 4.8, floor=10)
STEP = SMALL.strong
BOX = 4.5
SQUARE = 2.4
NEAR = 20
"""Minutes between two times under the strip, at the least."""


class Heads(LayoutContent):
    time: Text
    what: Text
    needs: Text


class Content(LayoutContent):
    """`role` says what to pay attention to; `at_hand` stands over what is needed all the time."""

    role: Text
    role_points: dict[str, Text]
    at_hand: Text
    columns: Heads
    minutes: Amount
    until: Text


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The pages in pairs: front and back of a sheet."""
    meeting = desk.meeting
    if meeting is None:
        raise ValueError(f"{desk.material.id}: a script is of a meeting")
    surface = desk.surface()
    blocks: list[FlowBlock] = [_intro(desk, content, meeting)]
    blocks += [
        _break(desk, content, block) if block.pause else _block(desk, content, block) for block in meeting.blocks
    ]
    pages = paginate(surface, blocks, lambda page: _room(first=page == 0))
    faces = [_page(desk, content, meeting, page, number, len(pages)) for number, page in enumerate(pages, start=1)]
    for index in range(0, len(faces), 2):
        back = faces[index + 1] if index + 1 < len(faces) else None
        yield Piece(f"{desk.material.title} {index + 1}", faces[index], back)


def _room(*, first: bool) -> Rect:
    top = 62.0 if first else 50.0
    return Rect(PAGE.left, top, PAGE.width, PAGE.rule - 3 - top)


def _page(desk: Desk, content: Content, meeting: Meeting, placed: Sequence[Placed], number: int, pages: int) -> Face:
    surface = desk.surface()
    if number == 1:
        when = ", ".join(part for part in (meeting.date_text, _hours(content, meeting)) if part)
        masthead(surface, desk.material.title, when)
        top = 42.0
    else:
        running_head(surface, desk.material.title, meeting.short_date_text)
        top = 30.0
    shown = {each.block.id for each in placed if isinstance(each.block, Part | Pause)}
    _day_strip(desk, surface, meeting, shown, top)
    _heads(surface, content.columns, top + 17)
    for each in placed:
        each.block.draw(surface, PAGE.left, each.y, PAGE.width)
    page_footer(surface, desk.credit, desk.identity(number, pages))
    return surface.face()


def _hours(content: Content, meeting: Meeting) -> str:
    return f"{meeting.start_clock} {content.until} {meeting.end_text}"


def _day_strip(desk: Desk, surface: Surface, meeting: Meeting, shown: set[str], y: float) -> None:
    """The meeting as a bar: a part for each block, as wide as it is long; the hours under it. All is told below."""
    scale = PAGE.width / max(1, meeting.minutes)
    style = SMALL.strong.sized(8, floor=6.5)
    x = PAGE.left
    with surface.artifact():
        for block in meeting.blocks:
            box = Rect(x, y, block.minutes * scale - 0.5, 6)
            fill = surface.brand.primary if block.id in shown else STONE_2
            surface.rect(box, fill=fill)
            ink = surface.brand.on_primary if block.id in shown else INK_2
            baseline = y + 3 + surface.cap_height(style) / 2
            surface.text(box.middle[0], baseline, str(block.number), style.coloured(ink), tag=None, anchor="middle")
            x += block.minutes * scale
        for passed, clock in _hours_of_the_day(desk, meeting):
            anchor = "start" if passed == 0 else "end" if passed == meeting.minutes else "middle"
            at = PAGE.left + passed * scale
            surface.text(at, y + 10, clock, HINT.sized(8, floor=6.5), tag=None, anchor=anchor)


def _hours_of_the_day(desk: Desk, meeting: Meeting) -> Iterator[tuple[int, str]]:
    """Start, end and every whole hour that is not too near to either: minutes from the start, and the clock."""
    if not meeting.blocks:
        return
    start = meeting.blocks[0].start
    yield 0, desk.clock(start, 0)
    first = -start.minute % 60
    for passed in range(first, meeting.minutes, 60):
        if NEAR <= passed <= meeting.minutes - NEAR:
            yield passed, desk.clock(start, passed)
    yield meeting.minutes, desk.clock(start, meeting.minutes)


def _heads(surface: Surface, heads: Heads, y: float) -> None:
    style = SMALL.strong.sized(9).coloured(INK_2)
    for (left, width), text in zip((TIME, TEXT, NEEDS), (heads.time, heads.what, heads.needs), strict=True):
        surface.text(PAGE.left + left, y, text, style, width=width)


# ---- its blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Columns):
    """A block of the agenda, or what is left of it on the next page."""

    id: str


def _block(desk: Desk, content: Content, block: Block) -> Part:
    head = Columns(
        stacks=(
            (*TEXT, Stack(blocks=tuple(_heading(block)))),
            (*TIME, Stack(blocks=(Clock(block=block, minutes=content.minutes),))),
        ),
        keep=True,
    )
    rows: list[FlowBlock] = [head, *(_step(step) for step in block.steps)]
    needs = _needs(desk, block.needs)
    return Part(
        id=block.id,
        stacks=((0.0, TEXT[0] + TEXT[1], Stack(blocks=tuple(rows))), (*NEEDS, Stack(blocks=needs))),
        rule=desk.brand.accent,
        pad=4.0,
        gap=5.0,
        whole=True,
    )


def _heading(block: Block) -> Iterator[FlowBlock]:
    yield Numbered(number=block.number, text=block.name)
    if block.purpose:
        yield Paragraph(text=block.purpose, style=HINT, gap=0.6, shaping="plain")


def _step(step: Step) -> Columns:
    texts: list[FlowBlock] = [Paragraph(text=step.text, style=BODY, shaping="plain")]
    texts += [Method(form=form, gap=2.5) for form in step.forms]
    when = When(clock=step.clock, name=step.name)
    return Columns(stacks=((*TIME, Stack(blocks=(when,))), (*TEXT, Stack(blocks=tuple(texts)))), gap=2.4)


def _needs(desk: Desk, ids: Sequence[Text]) -> tuple[FlowBlock, ...]:
    found = [desk.job.needs[id] for id in ids if id in desk.job.needs]
    return (Bullets(items=tuple(map(_counted, found)), style=SMALL, box=BOX, between=1.2),) if found else ()


def _counted(need: Need) -> Text:
    return need.name.like(f"{need.name} ({need.count})") if need.count > 1 else need.name


def _break(desk: Desk, content: Content, block: Block) -> FlowBlock:
    return Pause(block=block, minutes=content.minutes, needs=_needs(desk, block.needs), gap=4.0)


def _intro(desk: Desk, content: Content, meeting: Meeting) -> FlowBlock:
    """What to keep in mind, and what to have at hand all the time."""
    role = Stack(
        blocks=(
            Paragraph(text=content.role, style=BODY),
            Bullets(items=tuple(content.role_points.values()), style=BODY, between=0.4, gap=2),
        )
    )
    needs = (Paragraph(text=content.at_hand, style=STEP, tag="H2"), *_needs(desk, meeting.needs))
    return Columns(stacks=((0.0, TEXT[0] + TEXT[1], role), (*NEEDS, Stack(blocks=needs))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered(Flowing):
    """The number of a block in the brand's accent, and its name."""

    number: int
    text: Text

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        baseline = y + (LABEL.leading + surface.cap_height(LABEL)) / 2
        with surface.tag("H2"):
            accent = LABEL.coloured(surface.brand.accent)
            taken = surface.text(x, baseline, str(self.number), accent, tag=None)
            left = x + max(6.0, taken + 3)
            below = surface.paragraph(left, baseline, x + width - left, self.text, LABEL, lines=2, tag=None).below
        return below - baseline + y


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Flowing):
    """The start of a block in large type, its minutes, and a square for every five of them."""

    block: Block
    minutes: Amount

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        baseline = y + (LABEL.leading + surface.cap_height(LABEL)) / 2
        with surface.tag("P"):
            taken = surface.text(x, baseline, self.block.clock, CLOCK, tag=None, width=width * 0.6)
            detail = self.minutes.of(self.block.minutes)
            surface.text(x + taken + 3, baseline, detail, HINT, tag=None, width=width - taken - 3)
        squares(surface, x, baseline + 3, self.block.minutes, surface.brand.accent)
        return baseline + 3 + SQUARE


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Flowing):
    """When a step begins, and its name."""

    clock: str
    name: Text

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        baseline = y + (BODY.leading + surface.cap_height(SMALL)) / 2
        with surface.tag("P"):
            taken = surface.text(x, baseline, self.clock, STEP.coloured(surface.brand.accent), tag=None)
            left = max(12.5, taken + 2)
            block = surface.paragraph(x + left, baseline, width - left, self.name, SMALL, lines=2, tag=None)
        return block.below - baseline + y


@dataclass(frozen=True, slots=True, kw_only=True)
class Method(Flowing):
    """A working form: its number in a tinted tile, its name, what people do."""

    form: Form

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        number = LABEL.sized(12).coloured(surface.brand.accent)
        with surface.artifact():
            surface.rect(Rect(x, y, 9, 9), fill=surface.brand.tint_strong)
        with surface.tag("P"):
            middle = y + 4.5 + surface.cap_height(number) / 2
            surface.text(x + 4.5, middle, str(self.form.number), number, tag=None, anchor="middle")
            surface.text(x + 12, y + 3.4, self.form.name, BODY.strong, tag=None, width=width - 12)
        texts = Stack(blocks=tuple(self._texts()))
        return max(texts.draw(surface, x + 12, y + BODY.leading, width - 12), y + 9)

    def _texts(self) -> Iterator[FlowBlock]:
        yield Paragraph(text=self.form.text, style=BODY, shaping="plain")
        if self.form.hint:
            yield Paragraph(text=self.form.hint, style=HINT, shaping="plain")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause(Flowing):
    """A break: a bar of stone with a cup."""

    block: Block
    minutes: Amount
    needs: tuple[FlowBlock, ...]

    @property
    def id(self) -> str:
        return self.block.id

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        bottom = self._content(surface.scratch(), x, y)
        with surface.artifact():
            surface.rect(Rect(x, y, width, bottom - y), fill=STONE)
        return self._content(surface, x, y)

    def _content(self, surface: Surface, x: float, y: float) -> float:
        top = y + 3.5
        with surface.artifact():
            icon(surface, "coffee", x + TEXT[0], top - 0.4, 6.4, INK)
        baseline = top + (LABEL.leading + surface.cap_height(LABEL)) / 2
        surface.text(x + TEXT[0] + 9, baseline, self.block.name, LABEL, tag="H2", width=TEXT[1] - 9)
        clock = Clock(block=self.block, minutes=self.minutes).draw(surface, x + 4, top, TIME[1] - 4)
        texts = Stack(blocks=tuple(Paragraph(text=step.text, style=BODY, shaping="plain") for step in self.block.steps))
        below = texts.draw(surface, x + TEXT[0], top + LABEL.leading + 1, TEXT[1])
        needs = Stack(blocks=self.needs).draw(surface, x + NEEDS[0], top, NEEDS[1] - 2)
        return max(clock, below, needs) + 3.5


def squares(surface: Surface, x: float, y: float, minutes: int, colour: Colour) -> None:
    """One square of 2.4 mm for each five minutes, the last one narrower for less."""
    with surface.artifact():
        for index in range(-(-minutes // 5)):
            part = min(5, minutes - 5 * index) / 5
            surface.rect(Rect(x + index * (SQUARE + 0.6), y, SQUARE * part, SQUARE), fill=colour)
