"""Bars: figures as bars beside their words, with empty bars to fill in for the own team (F02, F28).

In: charts with their n, bars with a value; with `own` room for the own team. Out: pages from A6 to A1, a card, a
document or a sheet for the wall, in one column or more, no chart split. Source: looks.md sections 1, 3 and 4. Leaves
alone: what the figures are, and how one chart looks.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    BODY,
    CHART_GAP,
    MOST_PERCENT,
    PAPER_SIZES,
    PITCH,
    BarCharts,
    BarStyle,
    Chart,
    Count,
    Desk,
    Face,
    Head,
    IconName,
    Items,
    LayoutContent,
    Piece,
    Rect,
    Share,
    Surface,
    Text,
    column_pages,
    mark_of,
    sized_frame,
    writing_lines,
)

SMALLEST = (PAPER_SIZES["A6"], PAPER_SIZES["A5"].turned)
GUTTER = 10.0
NARROWEST = 78.0
"""mm: a column that would be narrower, times `k`, makes there be fewer."""
STEP, STEPS = 0.02, 15
"""How the scale of a card or of a wall sheet goes down."""
MOST_BETWEEN = 13.0
"""mm between charts, at the most."""
LEGEND, KEY_ROW, KEYS_APART, UNDER_LEAD = 10.0, 6.0, 8.0, 3.5
"""mm: what the two kinds of bars are, a second row of it, and between the two on one row; more
white under the lead when there are none."""
ABOVE_FOOT = 3.0
MOST_LINES = 5
"""How many lines there are for remarks, at the most."""


class Own(LayoutContent):
    """Empty bars for the own team: what the two bars are called, and what is asked for the own number of answers.
    `remarks` is a question with lines to answer it, where a page has room for it.
    """

    national: Text
    team: Text
    answers: Text
    remarks: Text = Text("")


class Content(LayoutContent):
    """`missing` stands where there is no figure. With `own` each bar has an empty one below it. `columns` is how many
    there are at the most: narrow paper has fewer. `again` is the lead of a sheet after the first: each hangs alone.
    """

    heading: Text | None = None
    icon: IconName = "ruler-measure"
    subject: Text
    lead: Text
    again: Text = Text("")
    missing: Text
    columns: Share = Count(1)
    charts: Items[Chart]
    own: Own | None = None
    note: Text = Text("")


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The charts on their pages; with two sides a sheet for every two."""
    _check_percentages(desk, content)
    pages = _fitted(desk, content)
    yield from desk.pages(desk.material.title, pages.faces(), edge=pages.frame.edge)


def _check_percentages(desk: Desk, content: Content) -> None:
    """Report every percentage over 100."""
    bars = (bar for chart in content.charts.values() if not chart.counts for bar in chart.bars.values())
    for value in (bar.value for bar in bars if bar.value is not None and bar.value > MOST_PERCENT):
        desk.report.error("out-of-range", mark_of(value), key="value", value=str(int(value)), most=str(MOST_PERCENT))


def _fitted(desk: Desk, content: Content) -> Bars:
    """A document keeps its scale. A card has the largest at which its highest chart fits; a wall sheet the largest that
    takes no more sheets than the smallest does.
    """
    full = Bars(desk, content)
    if full.frame.scale == 1:
        return full
    smallest = Bars(desk, content, 1 - STEP * STEPS)
    most = len(smallest.pages()) if full.frame.scale > 1 else len(content.charts)
    tried = (Bars(desk, content, 1 - STEP * step) for step in range(STEPS))
    return next((each for each in tried if each.short <= 0 and len(each.pages()) <= most), smallest)


class Bars:
    """The charts in their columns. Figures are those of an A4, times `k`: a share of the scale of the page."""

    def __init__(self, desk: Desk, content: Content, share: float = 1.0) -> None:
        head = Head(content.heading or desk.material.title, content.subject, icon=content.icon)
        self.content = content
        self.charts = list(content.charts.values())
        self.frame = sized_frame(desk, head, content.note)
        self.k = k = self.frame.scale * share
        self.lead = BODY.sized(BODY.size * k, floor=min(11.0, BODY.size * k))
        body = self.frame.body
        across = min(content.columns, int((body.width + GUTTER * k) / ((NARROWEST + GUTTER) * k)))
        self.columns = body.columns(max(1, across), GUTTER * k)
        counted = [bar.value or 0 for chart in self.charts if chart.counts for bar in chart.bars.values()]
        own = content.own.answers if content.own else None
        self.style = BarStyle(self.columns[0].width, k, content.missing, own, max(counted, default=1))
        measuring = BarCharts(self.frame.measuring, self.style)
        self.keys = [content.own.national, content.own.team] if content.own else []
        wide = sum(measuring.key_width(key) for key in self.keys) + KEYS_APART * k > body.width
        self.key_rows = [self.keys[:1], self.keys[1:]] if wide else [self.keys]
        self.legend = (LEGEND + KEY_ROW * (len(self.key_rows) - 1) if self.keys else UNDER_LEAD) * k
        self.heights = [measuring.height(chart) for chart in self.charts]

    # ---- measuring

    def lead_height(self, lead: Text) -> float:
        """mm that a lead takes of its page."""
        if not lead:
            return 0.0
        return self.frame.measuring.line_count(lead, self.lead, self.frame.body.width) * self.lead.leading + 2 * self.k

    @property
    def room(self) -> float:
        """mm for charts in a column of a page after the first."""
        return self.frame.body_of(2).height + CHART_GAP * self.k - self.legend - self.lead_height(self.content.again)

    @property
    def above_foot(self) -> float:
        """mm more above the foot of a page, which has a rule."""
        return ABOVE_FOOT if self.frame.scale == 1 and not self.content.note else 0.0

    @property
    def remarks_head(self) -> float:
        """mm from the top of the remarks to their first line."""
        return self.frame.measuring.cap_height(self.style.title) + max(PITCH, 8.5 * self.k)

    @property
    def short(self) -> float:
        """mm by which the highest chart is too high for a page."""
        return max(self.heights) - self.room

    def pages(self) -> list[list[range]]:
        """Which charts stand in which column of which page."""
        more = self.lead_height(self.content.lead) - self.lead_height(self.content.again)
        first = self.room - self.frame.raised - more
        return column_pages(self.heights, self.room, first, len(self.columns))

    # ---- paint

    def faces(self) -> list[Face]:
        """All pages. Fault: page-too-full at the highest chart, when it is higher than a page."""
        if self.short > 0:
            self.frame.measuring.too_full(self.charts[self.heights.index(max(self.heights))].title, self.short)
        pages = self.pages()
        return [self._face(number, page, len(pages)) for number, page in enumerate(pages, start=1)]

    def _face(self, number: int, page: list[range], pages: int) -> Face:
        """The charts of a page, one gap between them all, and remarks where the last column leaves room."""
        k = self.k
        with self.frame.page(number, pages, low=True) as surface:
            head = self._lead(surface, number)
            columns = [column.inset(0, head, 0, 0) for column in self.columns[: len(page)]]
            left = [
                column.height - self.above_foot - sum(self.heights[index] for index in part)
                for column, part in zip(columns, page, strict=True)
            ]
            lines = self._lines(left[-1]) if page[-1] else 0
            taken = self.remarks_head + (lines - 1) * PITCH if lines else -CHART_GAP * k
            gaps = [(mm + CHART_GAP * k) / max(1, len(part) - 1) for mm, part in zip(left[:-1], page, strict=False)]
            gaps.append((left[-1] - taken) / max(1, len(page[-1]) - (0 if lines else 1)))
            gap = max(0.0, min((MOST_BETWEEN - CHART_GAP) * k, *gaps))
            y = 0.0
            for column, part in zip(columns, page, strict=True):
                y = column.y
                for index in part:
                    BarCharts(surface, self.style).draw(column.x, y, self.charts[index])
                    y += self.heights[index] + gap
            if lines:
                self._remarks(surface, Rect(columns[-1].x, y, columns[-1].width, 0), lines)
        return surface.face()

    def _lines(self, left: float) -> int:
        """How many lines there are for remarks in so many mm; fewer than two are none."""
        lines = min(MOST_LINES, 1 + int((left - self.remarks_head) / PITCH))
        return lines if self.content.own and self.content.own.remarks and lines > 1 else 0

    def _remarks(self, surface: Surface, at: Rect, lines: int) -> None:
        """What is asked, with lines to answer it, from the top of `at`."""
        own, title = self.content.own, self.style.title
        if own:
            y = at.y + surface.cap_height(title)
            surface.text(at.x, y, own.remarks, title, tag="H2", width=at.width)
            writing_lines(surface, at.x, at.y + self.remarks_head, at.width, lines)

    def _lead(self, surface: Surface, page: int) -> float:
        """The lead of the page; with bars to fill in, what the two kinds are. Returns the mm that they take of the body
        of the first page.
        """
        body, k, lead = self.frame.body_of(page), self.k, self.content.lead if page == 1 else self.content.again
        y = body.y + surface.cap_height(self.lead)
        if lead:
            y = surface.paragraph(body.x, y, body.width, lead, self.lead, lines=12).below + 1.5 * k
        charts = BarCharts(surface, self.style)
        for row in self.key_rows:
            x = body.x
            for key in row:
                charts.key(x, y, key, own=key is self.keys[-1])
                x += charts.key_width(key) + KEYS_APART * k
            y += KEY_ROW * k
        return self.lead_height(lead) + self.legend + body.y - self.frame.body.y
