"""Worksheet: the programme of a meeting in three parts with room for notes, the wheel on the back (B02, C02).

In: the parts with their block of the agenda and number of writing lines, a closing question. Out: one A4 of two sides.
Source: looks.md section 5 (Worksheet), the comp 04. Leaves alone: clock times, which follow from the agenda.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kaarten.layout import (
    A4,
    BODY_NARROW,
    HINT,
    INK,
    LABEL,
    PAPER_SIZES,
    STONE,
    Count,
    Desk,
    Face,
    Key,
    LayoutContent,
    Piece,
    Rect,
    Stroke,
    Style,
    Surface,
    Text,
    Wheel,
    check_lines,
    closing_question,
    draw_wheel,
    hanging_numeral,
    icon,
    label,
    mark_of,
    masthead,
    page_footer,
    sign_columns,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
TEXT_X, TEXT_WIDTH = PAGE.left + 15, 71.0
NOTES_X = PAGE.left + 92
NOTES_WIDTH = PAGE.right - NOTES_X
CLOSING_HEIGHT = 29.0
LEAST_HEADING = 12.5
"""Points: a heading that must be smaller to stand on one line with its time takes two."""


class Part(LayoutContent):
    """A block of the programme: `part` in the margin, `block` of the agenda. Without `lines` it is a break."""

    part: int = 0
    block: Key = Key("")
    lines: Count = Count(0)
    heading: Text
    text: Text | None = None


class Closing(LayoutContent):
    question: Text
    lines: Count = Count(2)


class Content(LayoutContent):
    subject: Text
    parts: dict[str, Part]
    closing: Closing
    back_title: Text


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """One sheet: the programme in front, the wheel on the back."""
    yield Piece(desk.material.title, front(desk, content), back(desk, content))


def front(desk: Desk, content: Content) -> Face:
    """Masthead, name, parts, closing question."""
    surface = desk.surface()
    masthead(surface, desk.material.title, _subtitle(desk, content.subject))
    _name(desk, surface, 46.5)
    y = 54.0
    part = 0
    dropped = desk.meeting.dropped if desk.meeting else ()
    parts = [item for item in content.parts.values() if item.block not in dropped]
    gap = _gap(surface, parts, PAGE.rule - 4 - CLOSING_HEIGHT - 4 - y)
    style = _heading_style(desk, surface, [item for item in parts if item.lines])
    for item in parts:
        if not item.lines:
            y = _break(desk, surface, item, y)
            continue
        if item.part > part:
            y = _part_rule(surface, item.part, y, first=part == 0)
            part = item.part
        y = _part(desk, surface, item, y, style) + gap
    closing = Rect(PAGE.left, PAGE.rule - CLOSING_HEIGHT - 4, PAGE.width, CLOSING_HEIGHT)
    closing_question(surface, closing, content.closing.question, content.closing.lines)
    page_footer(surface, desk.credit, desk.identity(1, 2))
    return surface.face()


def _subtitle(desk: Desk, subject: Text) -> str:
    meeting = desk.meeting
    when = ", ".join(part for part in (meeting.date_text, meeting.time_text) if part) if meeting else ""
    return f"{subject}  \u00b7  {when}" if when else subject


def _name(desk: Desk, surface: Surface, y: float) -> None:
    taken = surface.text(PAGE.left, y, desk.label("name"), LABEL.sized(12), width=40)
    start = PAGE.left + max(15, taken + 4)
    writing_lines(surface, start, y + 0.6, PAGE.right - start, 1)


def _break(desk: Desk, surface: Surface, item: Part, y: float) -> float:
    y += 1
    with surface.artifact():
        surface.rect(Rect(TEXT_X, y, PAGE.width - 15, 9), fill=STONE)
        icon(surface, "coffee", TEXT_X + 2.6, y + 1.7, 5.6, INK)
    style = LABEL.sized(12)
    baseline = y + 4.5 + surface.cap_height(style) / 2
    label(surface, TEXT_X + 11, baseline, item.heading, _clock(desk, item), width=100, style=style)
    return y + 9


def _part_rule(surface: Surface, number: int, y: float, *, first: bool) -> float:
    y += 0 if first else 2.2
    with surface.artifact():
        surface.line(PAGE.left, y, PAGE.right, y, Stroke(surface.brand.accent, 1.5))
    hanging_numeral(surface, PAGE.left - 0.6, y + 9, str(number), 40, LABEL, surface.brand.accent, tag="P")
    return y


def _part(desk: Desk, surface: Surface, item: Part, y: float, style: Style) -> float:
    below = _heading(surface, item.heading, _clock(desk, item), y + 9, style)
    if item.text:
        room = int((item.lines * 9 + 2 - (below - y - 9)) // BODY_NARROW.leading)
        surface.paragraph(TEXT_X, below, TEXT_WIDTH, item.text, BODY_NARROW, lines=room, shaping="balanced")
    writing_lines(surface, NOTES_X, y + 9, NOTES_WIDTH, item.lines)
    return y + item.lines * 9


def _heading_style(desk: Desk, surface: Surface, parts: list[Part]) -> Style:
    """One size for all headings: that at which they stand on one line with their times, but for those that cannot."""
    sizes: list[float] = [LABEL.size]
    for item in parts:
        room = TEXT_WIDTH + 2 - _time_width(surface, _clock(desk, item))
        if surface.width(item.heading, LABEL.sized(LEAST_HEADING)) <= room:
            sizes.append(surface.one_size([item.heading], LABEL, room).size)
    return LABEL.sized(min(sizes))


def _time_width(surface: Surface, clock: str) -> float:
    return surface.width(clock, HINT) + 2.4


def _heading(surface: Surface, text: Text, clock: str, y: float, style: Style) -> float:
    """The heading and behind it the time, on two lines when one has no room for both. Returns the baseline below."""
    time = _time_width(surface, clock)
    one = surface.width(text, style) + time <= TEXT_WIDTH + 2
    block = surface.paragraph(TEXT_X, y, TEXT_WIDTH + 2 - time, text, style, lines=1 if one else 2, tag="H2")
    surface.text(block.end + 2.4, block.below - style.leading, clock, HINT, width=time)
    return block.below - style.leading + LABEL.leading


def _gap(surface: Surface, parts: list[Part], room: float) -> float:
    """mm between parts, so that they fill the `room` (mm) down to the closing question."""
    counts = [part.lines for part in parts if part.lines]
    rules = 2.2 * (len({part.part for part in parts if part.lines}) - 1)
    breaks = 10.0 * (len(parts) - len(counts))
    left = room - rules - breaks - 9.0 * sum(counts)
    check_lines(surface, counts, -left)
    return left / max(1, len(counts))


def _clock(desk: Desk, item: Part) -> str:
    """When the block of this part begins; nothing when the part names none, or one that is not in the agenda."""
    clock: Mapping[str, str] = desk.meeting.clock if desk.meeting else {}
    if item.block and item.block not in clock:
        desk.report.warning("not-in-agenda", mark_of(item.block), value=item.block, known=", ".join(clock))
    return clock.get(item.block, "")


def back(desk: Desk, content: Content) -> Face:
    """The wheel without examples, so that one can write in it, and the key to its rings."""
    surface = desk.surface(content.back_title)
    masthead(surface, content.back_title, "")
    job = desk.job
    radius = PAGE.width / 2
    wheel = Wheel(
        PAGE.left + radius,
        50 + radius,
        radius,
        job.domains,
        job.competencies,
        job.competency_names,
        desk.label("hub"),
        examples=False,
    )
    draw_wheel(surface, wheel)
    sign_columns(surface, Rect(PAGE.left, 240, PAGE.width, 30), desk.signs, 0.8)
    page_footer(surface, desk.credit, desk.identity(2, 2))
    return surface.face()
