"""Certificate: somebody took part, when, for how many hours, and who signs for it (D12).

In: the sentence that goes on from the name, facts, what is filled in by hand. Out: one A4 for each person, and one with
a line for the name where names are not known. Leaves alone: who the people are, and whether they were there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kaarten.layout import (
    A4,
    HINT,
    INK,
    JOINT,
    LABEL,
    LEAD,
    NAME,
    PAPER_SIZES,
    QUESTION,
    Desk,
    Face,
    LayoutContent,
    Person,
    Piece,
    Rect,
    Stroke,
    Surface,
    Text,
    masthead,
    page_footer,
    strip,
    writing_lines,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
LARGE = NAME.sized(40, floor=26)
IN_TWO = NAME.sized(26, floor=16)
"""For a name too long for one line."""
LEAD_Y, RULE_Y, TEXT_Y = 62.0, 92.0, 108.0
TEXT_WIDTH = 155.0
FACTS = Rect(PAGE.left, 168, PAGE.width, 27)
STRIPS = Rect(PAGE.left, FACTS.y - JOINT - 6, PAGE.width, 6)
SIGNED = Rect(PAGE.left, 203, PAGE.width, 60)
GUTTER, PAD = 12.0, 6.0


class Fact(LayoutContent):
    """A label, and what stands under it: words, or the person's number in a register; else it is written by hand."""

    label: Text
    value: Text | None = None
    show: Literal["words", "register"] = "words"


class Content(LayoutContent):
    """`lead` stands before the name, `text` goes on after it; `signatures` are the labels of lines."""

    subject: Text
    lead: Text | None = None
    text: Text
    facts: dict[str, Fact]
    signatures: dict[str, Text]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """Certificates with names, then as many without as there are participants whose name is not known."""
    roster = desk.job.roster
    for number, person in enumerate(roster, start=1):
        yield Piece(f"{desk.material.title} {number}", _page(desk, content, person))
    blank = desk.job.people.participants - len(roster)
    if blank > 0:
        yield Piece(desk.material.title, _page(desk, content, None), copies=blank)


def _page(desk: Desk, content: Content, person: Person | None) -> Face:
    surface = desk.surface()
    masthead(surface, desk.material.title, content.subject)
    if content.lead:
        surface.text(PAGE.left, LEAD_Y, content.lead, QUESTION, width=PAGE.width)
    _name(surface, person)
    surface.paragraph(PAGE.left, TEXT_Y, TEXT_WIDTH, content.text, LEAD, lines=6)
    domains = desk.domains_and_competencies
    for box, domain in zip(STRIPS.columns(len(domains), JOINT), domains, strict=True):
        strip(surface, box, domain, 0.8)
    _facts(surface, list(content.facts.values()), person)
    _signatures(surface, list(content.signatures.values()))
    page_footer(surface, desk.credit, desk.identity())
    return surface.face()


def _name(surface: Surface, person: Person | None) -> None:
    """The name over a rule; without one the rule is there to write on."""
    if person is None:
        writing_lines(surface, PAGE.left, RULE_Y, PAGE.width, 1)
        return
    one = surface.width(person.name, LARGE.sized(LARGE.floor)) <= PAGE.width
    style = surface.one_size([person.name], LARGE if one else IN_TWO, PAGE.width, lines=1 if one else 2)
    y = RULE_Y - 7 - (0 if one else style.leading)
    surface.paragraph(PAGE.left, y, PAGE.width, person.name, style, lines=1 if one else 2, tag="H2")
    with surface.artifact():
        surface.line(PAGE.left, RULE_Y, PAGE.right, RULE_Y, Stroke(surface.brand.accent, 1.5))


def _facts(surface: Surface, facts: list[Fact], person: Person | None) -> None:
    with surface.artifact():
        surface.rect(FACTS, fill=surface.brand.tint)
    style = surface.one_size([fact.label for fact in facts], HINT.coloured(INK), FACTS.width / len(facts) - 2 * PAD)
    for cell, fact in zip(FACTS.columns(len(facts), 0), facts, strict=True):
        x, width = cell.x + PAD, cell.width - 2 * PAD
        surface.text(x, cell.y + 9, fact.label, style, width=width)
        value = person.register if person and fact.show == "register" else fact.value
        if value:
            surface.text(x, cell.y + 18.5, value, LABEL, width=width)
        else:
            writing_lines(surface, x, cell.y + 19.5, width, 1)


def _signatures(surface: Surface, labels: list[Text]) -> None:
    """A line over each label, two beside each other."""
    cells = SIGNED.cells(len(labels), 2, GUTTER)
    style = surface.one_size(labels, HINT, cells[0].width) if labels else HINT
    for cell, label in zip(cells, labels, strict=True):
        writing_lines(surface, cell.x, cell.bottom - 6, cell.width, 1)
        surface.text(cell.x, cell.bottom - 1, label, style, width=cell.width)
