"""Script: a meeting from minute to minute, for who leads it (B01, C01).

In: the meeting's blocks with steps, working forms and what to bring. Out: A4 pages, two to a sheet: a strip of the day
with the blocks of this page filled, and each block with its clock time, what to say and do, and what to have at hand.
A page with room left has lines for notes. Source: the comp 07; looks.md section 5 (Draaiboek). Leaves alone: clock
times, which follow from the agenda, and which block stands on which page (`parts.script_pages`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kaarten.layout import (
    A4,
    HINT,
    INK_2,
    LABEL,
    NEEDS_COLUMN,
    PAPER_SIZES,
    SCRIPT,
    SMALL,
    STEP_CLOCK,
    STONE_2,
    TEXT_COLUMN,
    TIME_COLUMN,
    Amount,
    Block,
    BlockClock,
    Bullets,
    ColumnHeads,
    Columns,
    Desk,
    Face,
    FlowBlock,
    LayoutContent,
    Meeting,
    Need,
    NumberedHeading,
    Paragraph,
    PauseBar,
    Piece,
    Placed,
    Rect,
    ScriptPart,
    Stack,
    Step,
    StepClock,
    Stroke,
    Surface,
    Text,
    WorkingForm,
    height,
    masthead,
    page_footer,
    running_head,
    script_pages,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
STEP = SMALL.strong
BESIDE, AFTER_CLOCK = 12.5, 2.0
"""mm from the time of a step to its name: at the least, and behind the widest time."""
BOX = 4.5
NEAR = 20
"""Minutes between two times under the strip, at the least."""
NOTES, ABOVE_NOTES, PITCH = 36.0, 8.0, 9.5
"""mm under the blocks from which there are lines for notes; above their heading; from line to line."""


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
    heads = _heads(content, square=desk.label("script.square"))
    blocks: list[FlowBlock] = [_intro(desk, content, meeting), heads]
    for index, block in enumerate(meeting.blocks):
        gap = 5.0 if index else 2.0
        blocks.append(_break(desk, content, block) if block.pause else _block(desk, content, block, gap))
    pages = script_pages(surface, blocks, _room)
    faces = [_page(desk, content, meeting, page, number, len(pages)) for number, page in enumerate(pages, start=1)]
    for index in range(0, len(faces), 2):
        back = faces[index + 1] if index + 1 < len(faces) else None
        yield Piece(f"{desk.material.title} {index + 1}", faces[index], back)


def _room(page: int) -> Rect:
    top = 50.0 if page else 57.0
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
    shown = {each.block.id for each in placed if isinstance(each.block, ScriptPart | PauseBar)}
    _day_strip(desk, surface, meeting, shown, top)
    if number > 1 and not any(isinstance(each.block, ColumnHeads) for each in placed):
        _heads(content).draw(surface, PAGE.left, 44.2, PAGE.width)
    for each in placed:
        each.block.draw(surface, PAGE.left, each.y, PAGE.width)
    _notes(desk, surface, max(each.y + height(surface, each.block, PAGE.width) for each in placed))
    page_footer(surface, desk.credit, desk.identity(number, pages))
    return surface.face()


def _notes(desk: Desk, surface: Surface, y: float) -> None:
    """Lines from y down to the foot, where there is room for some."""
    foot = PAGE.rule - 7
    if foot - y < NOTES:
        return
    with surface.artifact():
        surface.line(PAGE.left, y + 5, PAGE.right, y + 5, Stroke(surface.brand.accent, 1.5))
    style = LABEL.sized(12)
    baseline = y + 5 + ABOVE_NOTES
    surface.text(PAGE.left, baseline, desk.label("script.notes"), style, tag="H2", width=PAGE.width)
    first = baseline + PITCH
    writing_lines(surface, PAGE.left, first, PAGE.width, 1 + int((foot - first) // PITCH), PITCH)


def _hours(content: Content, meeting: Meeting) -> str:
    return f"{meeting.start_clock} {content.until} {meeting.end_text}"


def _day_strip(desk: Desk, surface: Surface, meeting: Meeting, shown: set[str], y: float) -> None:
    """The meeting as a bar: a part for each block, as wide as it is long; the hours under it. All is told below."""
    scale = PAGE.width / max(1, meeting.minutes)
    style = SMALL.strong.sized(8, floor=6.5)
    x = PAGE.left
    with surface.artifact():
        for block in meeting.blocks:
            joint = 0.5 if block is not meeting.blocks[-1] else 0.0
            box = Rect(x, y, block.minutes * scale - joint, 6)
            surface.rect(box, fill=surface.brand.primary if block.id in shown else STONE_2)
            if block.id in shown:  # on a printer without colour a pale brand is as grey as the stone
                surface.rect(Rect(box.x, box.bottom - 0.8, box.width, 0.8), fill=surface.brand.accent)
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


def _heads(content: Content, square: Text | None = None) -> ColumnHeads:
    heads = content.columns
    return ColumnHeads(heads=(heads.time, heads.what, heads.needs), square=square, gap=6.0, keep=True)


# ---- its blocks


def _block(desk: Desk, content: Content, block: Block, gap: float) -> ScriptPart:
    head = Columns(
        stacks=(
            (*TEXT_COLUMN, Stack(blocks=tuple(_heading(block)))),
            (*TIME_COLUMN, Stack(blocks=(BlockClock(block=block, minutes=content.minutes),))),
        ),
        keep=True,
    )
    beside = _beside(desk)
    rows: list[FlowBlock] = [head, *(_step(step, beside) for step in block.steps)]
    needs = _needs(desk, block.needs)
    again = NumberedHeading(number=block.number, text=_again(desk, block))
    return ScriptPart(
        id=block.id,
        again=Columns(stacks=((*TEXT_COLUMN, Stack(blocks=(again,))),), keep=True),
        stacks=(
            (0.0, TEXT_COLUMN[0] + TEXT_COLUMN[1], Stack(blocks=tuple(rows))),
            (*NEEDS_COLUMN, Stack(blocks=needs)),
        ),
        rule=desk.brand.accent,
        pad=4.0,
        gap=gap,
        whole=True,
    )


def _again(desk: Desk, block: Block) -> Text:
    """The name of a block that goes on."""
    return block.name.like(f"{block.name} ({desk.label('script.continued')})")


def _heading(block: Block) -> Iterator[FlowBlock]:
    yield NumberedHeading(number=block.number, text=block.name)
    if block.purpose:
        yield Paragraph(text=block.purpose, style=HINT, gap=0.6)


def _beside(desk: Desk) -> float:
    """mm from the times of steps to their names, the same in the whole script."""
    surface, blocks = desk.surface(), desk.meeting.blocks if desk.meeting else ()
    clocks = {step.clock for block in blocks for step in block.steps}
    widest = max((surface.width(clock, STEP_CLOCK) for clock in clocks), default=0.0)
    return max(BESIDE, widest + AFTER_CLOCK)


def _step(step: Step, beside: float) -> Columns:
    texts: list[FlowBlock] = [Paragraph(text=step.text, style=SCRIPT)]
    texts += [WorkingForm(form=form, gap=2.5) for form in step.forms]
    when = StepClock(clock=step.clock, name=step.name, beside=beside)
    return Columns(stacks=((*TIME_COLUMN, Stack(blocks=(when,))), (*TEXT_COLUMN, Stack(blocks=tuple(texts)))), gap=2.4)


def _needs(desk: Desk, ids: Sequence[Text]) -> tuple[Bullets, ...]:
    found = [desk.job.needs[id] for id in ids if id in desk.job.needs]
    return (
        (Bullets(items=tuple(_counted(desk, need) for need in found), style=SMALL, box=BOX, between=1.2),)
        if found
        else ()
    )


def _counted(desk: Desk, need: Need) -> Text:
    if need.count <= 1:
        return need.name
    if need.counted:
        return need.name.like(need.counted.of(need.count))
    return need.name.like(f"{need.name} ({desk.sets(need.count) if need.sets else need.count})")


def _break(desk: Desk, content: Content, block: Block) -> FlowBlock:
    return PauseBar(block=block, minutes=content.minutes, needs=_needs(desk, block.needs), gap=4.0)


def _intro(desk: Desk, content: Content, meeting: Meeting) -> FlowBlock:
    """What to keep in mind, and what to have at hand all the time."""
    role = Stack(
        blocks=(
            Paragraph(text=content.role, style=SCRIPT),
            Bullets(items=tuple(content.role_points.values()), style=SCRIPT, between=0.4, gap=2),
        )
    )
    at_hand = tuple(replace(block, gap=2.0) for block in _needs(desk, meeting.needs))
    needs = (Paragraph(text=content.at_hand, style=STEP, tag="H2"), *at_hand)
    return Columns(stacks=((0.0, TEXT_COLUMN[0] + TEXT_COLUMN[1], role), (*NEEDS_COLUMN, Stack(blocks=needs))))
