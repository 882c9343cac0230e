"""Letter: an invitation, a confirmation, a reminder, on paper with the team's head (A01, A02, A03, A23, D13).

In: a subject, a salutation, passages of text, facts, points or lines, who signs. Out: what it says as a Message, which
is also given as text for a mail; and pages of A4, as many as it takes: names of facts in a column on the left, all
running text in one on the right. Source: looks.md sections 1, 2 and 5. Leaves alone: what a mail looks like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kaarten.layout import (
    A4,
    BODY,
    JOINT,
    LABEL,
    PAPER_SIZES,
    TITLE,
    TO_WRITE_ON,
    Bullets,
    Columns,
    Count,
    Desk,
    Face,
    FlowBlock,
    Flowing,
    IsoDate,
    LayoutContent,
    Message,
    Paragraph,
    Part,
    Piece,
    Placed,
    Pointed,
    Rect,
    Said,
    Signed,
    Stack,
    Stroke,
    Style,
    Surface,
    Text,
    Told,
    ToWrite,
    draw_logos,
    logos_width,
    page_footer,
    paginate,
    tile,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE, WITHOUT_CREDIT = A4(), A4(rule=284.3, foot=287.8)
NAMES, TEXTS = (0.0, 45.0), (52.0, 123.0)
"""Left edge and width of both columns, in mm from the left of the page's content."""

HEAD = 12.0
SUBJECT = TITLE.sized(20, floor=14)
NAME = LABEL.sized(12)
PITCH, EARLY = 9.0, 36
"""mm between lines to write on; one that begins within so many characters stands on the first line of its text."""

LONG = "." * 48
"""Six dots are as wide as a word; by hand a name or a date takes eight times as much."""


class Fact(LayoutContent):
    """Without a text, because the team told nothing, it is not printed."""

    name: Text
    text: Text | None = None


class Passage(LayoutContent):
    """A piece of a letter: whatever of this there is, in this order. `lines` are empty lines to write on."""

    heading: Text | None = None
    text: Text | None = None
    facts: dict[str, Fact] = {}
    points: dict[str, Text] = {}
    lines: Count = Count(0)


class Content(LayoutContent):
    """`head` stands above the subject, on paper only; `date` and `enclosed` join it. `signature` begins with a name."""

    head: dict[str, Fact]
    date: IsoDate | None = None
    subject: Text
    salutation: Text
    body: dict[str, Passage]
    signature: dict[str, Text]
    enclosed: Fact | None = None


# ---- what it says


def message(desk: Desk, content: Content) -> Message:
    """The letter from its salutation on."""
    parts: list[Part] = [Said(content.salutation)]
    for passage in content.body.values():
        parts += _said(passage)
    team = desk.job.team_name
    name, *others = content.signature.values() or (team,)
    lines = (name, *others) if name == team else (name, team, *others)
    parts.append(Signed(desk.label("letter.greeting"), lines))
    enclosed = _rows([content.enclosed] if content.enclosed else [])
    return Message(content.subject, tuple(parts), Told(enclosed) if enclosed else None)


def _said(passage: Passage) -> list[Part]:
    """Its parts; a heading with nothing below it says nothing."""
    parts: list[Part] = [Said(passage.text)] if passage.text else []
    rows = _rows(passage.facts.values())
    parts += [Told(rows)] if rows else []
    parts += [Pointed(tuple(passage.points.values()))] if passage.points else []
    parts += [ToWrite(passage.lines)] if passage.lines else []
    return [Said(passage.heading, heading=True), *parts] if passage.heading and parts else parts


def _rows(facts: Iterable[Fact]) -> tuple[tuple[Text, Text], ...]:
    return tuple((fact.name, fact.text) for fact in facts if fact.text)


# ---- how it looks


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A page to a sheet."""
    letter = message(desk, content)
    surface = desk.surface()
    page = PAGE if desk.credit else WITHOUT_CREDIT
    top = page.top + HEAD + 10.5
    room = Rect(page.left, top, page.width, page.rule - 3 - top)
    pages = paginate(surface, _blocks(list(_head(desk, content, letter)), letter), lambda _: room)
    for number, placed in enumerate(pages, start=1):
        yield Piece(f"{desk.material.title} {number}", _page(desk, page, placed, (number, len(pages))))


def _head(desk: Desk, content: Content, letter: Message) -> Iterator[tuple[Text, Text]]:
    """What stands above the subject: to whom, when, with what."""
    yield from _rows(content.head.values())
    if content.date:
        label = desk.label("letter.date")
        yield label, label.like(desk.day(content.date))
    if letter.enclosed:
        yield from letter.enclosed.rows


def _page(desk: Desk, page: A4, placed: Sequence[Placed], numbers: tuple[int, int]) -> Face:
    surface = desk.surface()
    _letter_head(surface, desk.material.title)
    for each in placed:
        each.block.draw(surface, PAGE.left, each.y, PAGE.width)
    page_footer(surface, desk.credit, desk.identity(*numbers), page)
    return surface.face()


def _letter_head(surface: Surface, title: Text) -> None:
    """The row of blocks, low and light: a tile of the brand, a tint with what kind of letter this is, the logo."""
    room = Rect(PAGE.right - 70, PAGE.top, 70, HEAD)
    tile(surface, Rect(PAGE.left, PAGE.top, HEAD, HEAD), surface.brand.primary, "mail")
    x = PAGE.left + HEAD + JOINT
    band = Rect(x, PAGE.top, PAGE.right - logos_width(surface, HEAD, room, around=9) - 9 - x, HEAD)
    band = replace(band, width=min(band.width, 110.0))
    with surface.artifact():
        surface.rect(band, fill=surface.brand.tint)
    baseline = band.middle[1] + surface.cap_height(NAME) / 2
    surface.text(band.x + 5, baseline, title, NAME, width=band.width - 9)
    draw_logos(surface, room, HEAD, right=True, around=9)


def _blocks(head: Sequence[tuple[Text, Text]], letter: Message) -> list[FlowBlock]:
    blocks: list[FlowBlock] = [_row(name, text, gap=0.0) for name, text in head]
    blocks.append(_beside(Paragraph(text=letter.subject, style=SUBJECT, tag="H1"), gap=7.5, keep=True))
    before: Part | None = None
    for part in letter.parts:
        if isinstance(part, Told) and not _is_heading(before):
            blocks.append(Rule(gap=6.0, keep=True))
        blocks += _part(part, air=6.0 if isinstance(before, Told | ToWrite) else 4.5)
        if isinstance(part, Signed):
            blocks[-2:] = [_together(*blocks[-2:])]
        before = part
    return blocks


def _together(last: FlowBlock, signature: FlowBlock) -> Stack:
    """What comes before a signature, or the end of it, stands on its page."""
    kept = replace(last, keep=True) if isinstance(last, Flowing) else last
    return Stack(blocks=(kept, signature), gap=last.gap)


def _is_heading(part: Part | None) -> bool:
    return isinstance(part, Said) and part.heading


def _part(part: Part, air: float) -> Iterator[FlowBlock]:
    """A part as it looks; `air` mm above running text."""
    match part:
        case Said(text, heading=True):
            yield _beside(Paragraph(text=text, style=LABEL, tag="H2"), gap=7.5, keep=True)
        case Said(text):
            early = text.count(TO_WRITE_ON) == 1 and TO_WRITE_ON in text[:EARLY]
            body = Paragraph(text=_roomy(text), style=BODY) if early else _paragraph(text)
            yield _beside(body, gap=air + PITCH - BODY.leading if early else air)
        case Told(rows):
            yield from (_row(name, text, gap=0.0 if index else 3.0) for index, (name, text) in enumerate(rows))
        case Pointed(points):
            yield _beside(Bullets(items=points, style=BODY), gap=3.0)
        case ToWrite(lines):
            yield Lines(count=lines, gap=1.5)
        case Signed(greeting, lines):
            yield Signature(greeting=greeting, lines=lines, gap=6.0)


def _row(name: Text, text: Text, gap: float) -> FlowBlock:
    """A name in the left column, in the right one its text, or a line to write it on."""
    if text == TO_WRITE_ON:
        return Line(name=name, gap=gap)
    label = Paragraph(text=name, style=replace(NAME, leading=_style(text).leading))
    stacks = ((*NAMES, Stack(blocks=(label,))), (*TEXTS, Stack(blocks=(_paragraph(text),))))
    return Columns(stacks=stacks, gap=gap)


def _beside(block: FlowBlock, gap: float, keep: bool = False) -> Columns:
    """In the column of the running text."""
    return Columns(stacks=((*TEXTS, Stack(blocks=(block,))),), gap=gap, keep=keep)


def _paragraph(text: Text) -> Paragraph:
    return Paragraph(text=_roomy(text), style=_style(text))


def _style(text: str) -> Style:
    """Running text; with lines in it that are written on, these stand far enough apart."""
    return replace(BODY, leading=PITCH) if TO_WRITE_ON in text else BODY


def _roomy(text: Text) -> Text:
    return text.like(text.replace(TO_WRITE_ON, LONG)) if TO_WRITE_ON in text else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Flowing):
    """A rule over the full width; what it is above follows after the usual gap."""

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        with surface.artifact():
            surface.line(x, y, x + width, y, Stroke(surface.brand.accent, 1.5))
        return y


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Flowing):
    """A name, and beside it a line to write on."""

    name: Text

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        baseline = y + (PITCH + surface.cap_height(NAME)) / 2
        surface.text(x + NAMES[0], baseline, self.name, NAME, width=NAMES[1])
        writing_lines(surface, x + TEXTS[0], baseline + 0.6, width - TEXTS[0], 1)
        return y + PITCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines(Flowing):
    """Empty lines to write on."""

    count: int

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        writing_lines(surface, x + TEXTS[0], y + PITCH, width - TEXTS[0], self.count)
        return y + PITCH * self.count

    def divided(self, surface: Surface, width: float, room: float) -> tuple[FlowBlock, FlowBlock] | None:  # noqa: ARG002
        """Between two lines."""
        fit = min(int(room / PITCH), self.count - 1)
        return (replace(self, count=fit), replace(self, count=self.count - fit, gap=0.0)) if fit > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Flowing):
    """A greeting, room to sign, and who this is from."""

    greeting: Text
    lines: tuple[Text, ...]

    def draw(self, surface: Surface, x: float, y: float, width: float) -> float:
        name, *others = self.lines
        blocks: list[FlowBlock] = [
            Paragraph(text=self.greeting),
            Paragraph(text=_roomy(name), style=BODY.strong, gap=12.0),
            *(Paragraph(text=_roomy(line), style=_style(line)) for line in others),
        ]
        return Stack(blocks=tuple(blocks)).draw(surface, x + TEXTS[0], y, width - TEXTS[0])
