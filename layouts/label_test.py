"""Label test: the outlines of a sheet of labels on plain paper, to hold against the sheet before it is printed on.

In: what to do with it; the sheets of labels that the pack prints on. Out: a page for each, with every label where its
maker cut it, numbered as `--start-at` counts, and a ruler of 100 mm. Leaves alone: what is printed on the labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaarten.layout import (
    CUT,
    HINT,
    INK,
    LABEL,
    PAPER_SIZES,
    SMALL,
    WHITE,
    Desk,
    Labels,
    LayoutContent,
    Paper,
    Path,
    Piece,
    Rect,
    Size,
    Stroke,
    Style,
    Surface,
    Text,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
OUTLINE = Stroke(CUT, 0.6)
EDGE = 6.5
"""mm from the edge of the sheet to any text."""
MARGIN = 12.9
"""mm above the labels from which the words stand there; else they stand on the labels."""
ROOMY = Size(60, 30)
"""A label that has room for the words."""
HEADING = LABEL.sized(11, floor=9)
WORDS = HINT.sized(8.5, floor=7)


class Content(LayoutContent):
    lead: Text
    per_sheet: Text


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the words stand, one under the other from the baseline `y` on, and where the ruler lies (mm).

    `on_labels` says that outlines run behind the words: each then brings its own white.
    """

    words: Rect
    ruler: tuple[float, float]
    on_labels: bool

    @property
    def flat(self) -> bool:
        """Whether there is room for two lines only."""
        return self.words.height < 20


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A page for each sheet of labels in use that is as large as this one."""
    for paper in desk.job.label_sheets:
        if paper.labels and paper.size == desk.material.size:
            yield Piece(paper.name, _page(desk, content, paper, paper.labels).face())
        else:
            desk.report.warning("test-sheet-of-other-size", desk.material.mark, id=paper.id, size=paper.size)


def _page(desk: Desk, content: Content, paper: Paper, labels: Labels) -> Surface:
    surface = desk.surface(paper.name)
    plan = _plan(surface.size, labels)
    with surface.artifact():
        for box in labels.boxes:
            surface.path(_outline(labels, box), stroke=OUTLINE)
    _words(desk, surface, content, paper, plan)
    _ruler(desk, surface, plan)
    _numbers(surface, labels, plan)
    return surface


def _outline(labels: Labels, box: Rect) -> Path:
    return Path.circle(*box.middle, box.width / 2) if labels.round else Path.rounded(box, labels.corner)


def _plan(sheet: Size, labels: Labels) -> Plan:
    """In the blank edges above and below the labels, or in two labels below each other, or across small ones."""
    left = max(labels.left, 2 * EDGE)
    if labels.top >= MARGIN and sheet.height - labels.around.bottom >= MARGIN:
        words = Rect(left, EDGE, sheet.width - 2 * left, labels.top - EDGE)
        return Plan(words, (left, sheet.height - EDGE - 1), on_labels=False)
    if ROOMY.within(labels.size):
        row = max(0, labels.rows // 2 - 1) * labels.columns
        first, below = labels.boxes[row], labels.boxes[min(row + labels.columns, labels.count - 1)]
        inset = max(4.0, EDGE + 1.5 - first.x)
        return Plan(first.inset(inset, 4, 4, 4), (first.x + inset, below.bottom - 8), on_labels=False)
    words = Rect((sheet.width - 120) / 2, sheet.height / 2 - 12, 120, 24)
    return Plan(words, (words.x, words.bottom + 4), on_labels=True)


def _words(desk: Desk, surface: Surface, content: Content, paper: Paper, plan: Plan) -> None:
    """What the sheet is called, what is on it, what to do."""
    box = plan.words
    name = paper.name.like(paper.name[:1].upper() + paper.name[1:])
    facts = content.per_sheet.like(_facts(desk, content, paper))
    y = box.y + surface.cap_height(HEADING)
    if plan.flat:
        taken = surface.text(box.x, y, name, HEADING, tag="H1", width=box.width / 2)
        surface.text(box.x + taken + 4, y, facts, WORDS, width=box.width - taken - 4)
        lead = max(y + 3.1, min(box.bottom - 1.2, y + 5))
        surface.text(box.x, lead, content.lead, WORDS, width=box.width)
        return
    for text, style, tag in ((name, HEADING, "H1"), (facts, WORDS, "P"), (content.lead, WORDS, "P")):
        y = _set(surface, box.x, y, box.width, text, style, tag, white=plan.on_labels)


def _facts(desk: Desk, content: Content, paper: Paper) -> str:
    """`21 per sheet, 63.5 x 38.1 mm = HERMA 4677, HERMA 5074`: how many, how large, what else it is called."""
    assert paper.labels
    size = paper.labels.size
    measures = [size.width] if paper.labels.round else [size.width, size.height]
    shown = " \N{MULTIPLICATION SIGN} ".join(f"{length:g}" for length in measures)
    shown = shown.replace(".", desk.label("decimal-mark"))
    disc = "\N{LATIN CAPITAL LETTER O WITH STROKE} " if paper.labels.round else ""
    others = f" = {', '.join(paper.labels.also)}" if paper.labels.also else ""
    return f"{paper.labels.count} {content.per_sheet}, {disc}{shown} mm{others}"


def _set(
    surface: Surface, x: float, y: float, width: float, text: Text, style: Style, tag: str, *, white: bool
) -> float:
    """A paragraph, with white behind it where outlines run. Returns the baseline of the next."""
    lines = surface.line_count(text, style, width)
    if white:
        cap = surface.cap_height(style)
        with surface.artifact():
            surface.rect(Rect(x - 2, y - cap - 1, width + 4, lines * style.leading + 1), fill=WHITE)
    return surface.paragraph(x, y, width, text, style, lines=max(lines, 4), tag=tag).below + 0.6


def _ruler(desk: Desk, surface: Surface, plan: Plan) -> None:
    """A bar of exactly 100 mm with a tick every 10, and what it is for: behind it, or above it where labels are."""
    x, y = plan.ruler
    behind = plan.flat
    caption = desk.label("ruler")
    if plan.on_labels:
        with surface.artifact():
            surface.rect(Rect(x - 2, y - 8, 104, 9), fill=WHITE)
    with surface.artifact():
        surface.line(x, y, x + 100, y, Stroke(INK, 0.75))
        for tick in range(11):
            height = 3.0 if tick % 5 == 0 else 1.5
            surface.line(x + tick * 10, y - height, x + tick * 10, y, Stroke(INK, 0.75))
    if behind:
        surface.text(x + 104, y - 0.2, caption, WORDS, width=plan.words.width - 104)
    else:
        surface.text(x, y - 4.6, caption, WORDS, width=min(plan.words.width, 100))


def _numbers(surface: Surface, labels: Labels, plan: Plan) -> None:
    """The number of each label in its middle, but where words or the ruler stand."""
    size = max(6.5, min(10.0, labels.size.height * 0.7))
    style = SMALL.sized(size, floor=6.5)
    x, y = plan.ruler
    taken = (plan.words.inset(-2), Rect(x - 2, y - 9, 104, 11))
    with surface.artifact():
        for number, box in enumerate(labels.boxes, start=1):
            middle, cap = box.middle, surface.cap_height(style)
            width = surface.width(str(number), style)
            ink = Rect(middle[0] - width / 2, middle[1] - cap / 2, width, cap)
            if not any(ink.overlaps(other) for other in taken):
                surface.text(middle[0], middle[1] + cap / 2, str(number), style, tag=None, anchor="middle")
