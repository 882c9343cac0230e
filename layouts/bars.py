"""Bars: figures as bars beside their words, with empty bars to fill in for the own team (F02, F28).

In: charts with their n, bars with a value; a bar without one says that there is no figure. Out: A4 pages or a sheet for
the wall, in one column or more, no chart split; who cannot see it hears a table. Bars have an outline and the figure
beside them, so nothing rests on colour. Source: looks.md sections 1, 3 and 4. Leaves alone: what they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    BODY,
    HAIR,
    HINT,
    INK,
    LABEL,
    PAPER_SIZES,
    SMALL,
    WHITE,
    Count,
    Desk,
    Face,
    Figure,
    Items,
    LayoutContent,
    Piece,
    Rect,
    Share,
    Stroke,
    Surface,
    Text,
    answer_line,
    column_pages,
    frame_for,
    mark_of,
)

SMALLEST = (PAPER_SIZES["A4"], PAPER_SIZES["A4"].turned)
GUTTER = 10.0
STEP, STEPS = 0.02, 15
"""How the scale of a wall sheet goes down: as large as takes no more sheets than the smallest."""
WORDS, OWN_WORDS = 0.47, 0.39
"""Share of a column for the words beside a bar, and beside two, where there is room for two lines of them."""
FIGURE, WRITTEN = 13.0, 16.0
"""mm behind the bars for a figure, and for a number to be written."""
ROW, OWN_ROW = 5.6, 11.7
BAR, OWN_BAR, APART = 3.2, 7.0, 0.6
"""mm high: a row with one bar and with two, a bar, an empty bar to colour by hand; and between the two."""
HEAD, NOTE_AIR, BETWEEN, MOST_BETWEEN = 7.0, 1.2, 5.0, 13.0
"""mm from the top of a title to the bars; above a note; between charts, at the least and at the most."""
LEGEND = 10.0
ANSWERS, CLOSER = 7.5, 1.5
"""mm from a title to the number of answers below it: room to write; and how much nearer to these the bars come."""
TITLE_SHARE = 0.4
"""Of the width of a column: a title that has less beside the number of answers stands above it."""
ALL = 100
TENTHS = 10
"""An empty bar has a mark for every tenth."""


class Bar(LayoutContent):
    """`value` is missing where the source gives no figure."""

    label: Text
    value: Figure | None = None


class Chart(LayoutContent):
    """`n` is how many answers there were; `unit` is said behind it. With `counts` values are numbers of people, else
    percentages. `note` says what the figures do not.
    """

    title: Text
    n: Figure | None = None
    unit: Text = Text("")
    counts: bool = False
    bars: dict[str, Bar] = {}
    note: Text = Text("")


class Own(LayoutContent):
    """Empty bars for the own team: what the two bars are called, and what is asked for the own number of answers."""

    national: Text
    team: Text
    answers: Text


class Content(LayoutContent):
    """`missing` stands where there is no figure. With `own` each bar has an empty one below it."""

    heading: Text | None = None
    subject: Text
    lead: Text
    missing: Text
    columns: Share = Count(1)
    charts: Items[Chart]
    own: Own | None = None
    note: Text = Text("")


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The charts on their pages; with two sides a sheet for every two."""
    _check_percentages(desk, content)
    yield from desk.pages(desk.material.title, _fitted(desk, content).faces())


def _check_percentages(desk: Desk, content: Content) -> None:
    """Report every percentage over 100."""
    bars = (bar for chart in content.charts.values() if not chart.counts for bar in chart.bars.values())
    for value in (bar.value for bar in bars if bar.value is not None and bar.value > ALL):
        desk.report.error("out-of-range", mark_of(value), key="value", value=str(int(value)), most=str(ALL))


def _fitted(desk: Desk, content: Content) -> Bars:
    """On a wall the largest scale that takes no more sheets than the smallest does; a document keeps its own."""
    full = Bars(desk, content)
    if full.frame.scale <= 1:
        return full
    fewest = len(Bars(desk, content, 1 - STEP * STEPS).pages())
    tried = (Bars(desk, content, 1 - STEP * step) for step in range(STEPS + 1))
    return next(each for each in tried if len(each.pages()) <= fewest)


class Bars:
    """The charts in their columns. Figures are those of an A4, times `k`: a share of the scale of the page."""

    def __init__(self, desk: Desk, content: Content, share: float = 1.0) -> None:
        self.content = content
        self.frame = frame_for(desk, content.heading or desk.material.title, content.subject, content.note)
        self.k = self.frame.scale * share
        self.measuring = self.frame.measuring
        k = self.k
        self.lead = BODY.sized(BODY.size * k, floor=min(11.0, BODY.size * k))
        self.title = LABEL.sized(13 * k, floor=10)
        self.words = SMALL.sized((10 if content.own else 10.5) * k, floor=9)
        self.small = HINT.sized(9.5 * k, floor=9)
        self.legend = LEGEND * k if content.own else 0.0
        self.columns = self.frame.body.columns(content.columns, GUTTER * k)
        self._width = self.columns[0].width
        self._words_width = self._room.x - 3 * k

    # ---- measuring

    @property
    def lead_height(self) -> float:
        """mm that the lead takes of the first page."""
        lines = self.measuring.line_count(self.content.lead, self.lead, self.frame.body.width)
        return lines * self.lead.leading + 2 * self.k

    @property
    def _room(self) -> Rect:
        """Where the bars stand in a column at x 0: right of the words, left of the figures."""
        x = self._width * (OWN_WORDS if self.content.own else WORDS)
        return Rect(x, 0, self._width - x - FIGURE * self.k, 0)

    def _height(self, chart: Chart) -> float:
        title = (self.measuring.line_count(chart.title, self.title, self._title_width(chart)) - 1) * self.title.leading
        lines = self.measuring.line_count(chart.note, self.small, self._width)
        note = lines * self.small.leading + NOTE_AIR * self.k if chart.note else 0.0
        title += self._answers_height(chart)
        return title + (HEAD + BETWEEN) * self.k + sum(self._row(bar) for bar in chart.bars.values()) + note

    def _row(self, bar: Bar) -> float:
        lines = self.measuring.line_count(bar.label, self.words, self._words_width)
        least = (OWN_ROW if self.content.own else ROW) * self.k
        return max(least, lines * self.words.leading + 1.4 * self.k)

    def _title_width(self, chart: Chart) -> float:
        """mm for the title: beside the number of answers, or the column when that leaves too little."""
        beside = self._width - self._answers_width(chart) - 4 * self.k
        return beside if beside >= TITLE_SHARE * self._width else self._width

    def _answers_height(self, chart: Chart) -> float:
        """mm for the number of answers when it stands below the title."""
        return (ANSWERS - CLOSER) * self.k if self._title_width(chart) == self._width else 0.0

    def _answers_width(self, chart: Chart) -> float:
        """mm for the number of answers, and behind it room to write that of the own team."""
        own = self.content.own
        told = self.measuring.width(self._answers(chart), self.small)
        return told + (self.measuring.width(own.answers, self.small) + (6 + WRITTEN) * self.k if own else 0)

    def _answers(self, chart: Chart) -> str:
        n = f"n = {chart.n}" if chart.n else ""
        return " ".join(part for part in (n, chart.unit) if part)

    # ---- paint

    def pages(self) -> list[list[range]]:
        """Which charts stand in which column of which page."""
        heights = [self._height(chart) for chart in self.content.charts.values()]
        room = self.frame.body.height + BETWEEN * self.k - self.legend
        return column_pages(heights, room, room - self.lead_height, len(self.columns))

    def faces(self) -> list[Face]:
        charts = list(self.content.charts.values())
        highest = max(charts, key=self._height)
        short = self._height(highest) - BETWEEN * self.k + self.lead_height + self.legend - self.frame.body.height
        if short > 0:
            self.measuring.too_full(highest.title, short)
        pages = self.pages()
        return [self._face(number, page, len(pages)) for number, page in enumerate(pages, start=1)]

    def _face(self, number: int, page: list[range], pages: int) -> Face:
        charts = list(self.content.charts.values())
        with self.frame.page(number, pages) as surface:
            head = self._lead(surface, first=number == 1)
            for column, part in zip(self.columns, page, strict=False):
                left = column.height - head - sum(self._height(charts[index]) for index in part)
                spare = (left + BETWEEN * self.k) / max(1, len(part) - 1)
                gap = max(0.0, min((MOST_BETWEEN - BETWEEN) * self.k, spare))
                y = column.y + head
                for index in part:
                    self._chart(surface, column.x, y, charts[index])
                    y += self._height(charts[index]) + gap
        return surface.face()

    def _lead(self, surface: Surface, *, first: bool) -> float:
        """On the first page the lead; with bars to fill in, what the two kinds are. Returns the mm that they take."""
        body, k, content = self.frame.body, self.k, self.content
        y = body.y + surface.cap_height(self.lead)
        if first:
            y = surface.paragraph(body.x, y, body.width, content.lead, self.lead, lines=6).below
        if content.own:
            x, y = body.x, y + (1.5 * k if first else 0)
            for own, text in ((False, content.own.national), (True, content.own.team)):
                self._bar(surface, Rect(x, y - 3 * k, 18 * k, BAR * k), None if own else 1.0)
                x += 20.5 * k
                x += surface.text(x, y, text, self.words.strong, width=60 * k) + 8 * k
        return (self.lead_height if first else 0.0) + self.legend

    def _chart(self, surface: Surface, x: float, y: float, chart: Chart) -> None:
        """Title and number of answers, the bars as a table, the note."""
        k, right = self.k, x + self._width
        first = y + surface.cap_height(self.title)
        width = self._title_width(chart)
        end = surface.paragraph(x, first, width, chart.title, self.title, lines=2, tag="H2").below - self.title.leading
        below = self._answers_height(chart)
        bars = end + below + HEAD * k - surface.cap_height(self.title)
        end, answers = end + (ANSWERS * k if below else 0), x if below else right - self._answers_width(chart)
        told = surface.text(answers, end, self._answers(chart), self.small, width=self._width * 0.5)
        if own := self.content.own:
            start, width = answers + told + 4 * k, self._answers_width(chart) - told - 4 * k
            answer_line(surface, start, end, own.answers, self.small, width, 2)
        y = bars
        if chart.bars:
            most = max([bar.value or 1 for bar in chart.bars.values()] + [1 if chart.counts else ALL])
            with surface.tag("Table"):
                for bar in chart.bars.values():
                    high = self._row(bar)
                    self._bar_row(surface, Rect(x, y, self._width, high), chart, bar, most)
                    y += high
        if chart.note:
            y += NOTE_AIR * k + surface.cap_height(self.small)
            surface.paragraph(x, y, self._width, chart.note, self.small, lines=3)

    def _bar_row(self, surface: Surface, row: Rect, chart: Chart, bar: Bar, most: int) -> None:
        """Words, the bar and its figure; below it an empty one with room for the own figure."""
        k, room = self.k, self._room.moved(row.x, 0)
        lines = surface.line_count(bar.label, self.words, self._words_width)
        cap = surface.cap_height(self.words)
        with surface.tag("TR"):
            with surface.tag("TH", owner="/Table", attributes={"Scope": "/Row"}):
                first = row.middle[1] + (cap - (lines - 1) * self.words.leading) / 2
                surface.paragraph(row.x, first, self._words_width, bar.label, self.words, lines=3, tag=None)
            own = self.content.own is not None
            taken = (BAR + APART + OWN_BAR if own else BAR) * k
            y = row.middle[1] - taken / 2
            with surface.tag("TD"):
                self._figure(surface, Rect(room.x, y, room.width, BAR * k), chart, bar, most)
            if own:
                with surface.tag("TD"):
                    box = Rect(room.x, y + (BAR + APART) * k, room.width, OWN_BAR * k)
                    self._bar(surface, box, None)

    def _figure(self, surface: Surface, box: Rect, chart: Chart, bar: Bar, most: int) -> None:
        k, style = self.k, self.words.strong
        y = box.middle[1] + surface.cap_height(style) / 2
        if bar.value is None:
            surface.text(box.x + 1 * k, y - 0.2 * k, self.content.missing, self.small, tag=None, width=box.width)
            return
        self._bar(surface, box, bar.value / most)
        shown = str(int(bar.value)) if chart.counts else f"{int(bar.value)}%"
        surface.text(box.x + box.width * bar.value / most + 1.6 * k, y, shown, style, tag=None)

    def _bar(self, surface: Surface, box: Rect, share: float | None) -> None:
        """A bar as long as its share of the box; None is an empty one with a mark at every tenth."""
        edge = Stroke(INK, 0.75)
        with surface.artifact():
            if share is not None:
                surface.rect(Rect(box.x, box.y, box.width * share, box.height), surface.brand.primary, edge)
                return
            surface.rect(box, WHITE, Stroke(INK, 0.75, (1.1, 1.1)))
            for tenth in range(1, TENTHS):
                x = box.x + box.width * tenth / TENTHS
                high = box.height * (0.7 if tenth == TENTHS / 2 else 0.35)
                surface.line(x, box.bottom - high, x, box.bottom, Stroke(HAIR, 0.5))
