"""Bar charts: figures as bars beside their words, perhaps each with an empty one below it for the own team.

In: a chart with its n, bars with a value; a bar without one says that there is no figure; a width (mm), a scale, 1 on
an A4. Out: how high a chart is, and the chart on a Surface; who cannot see it hears a table. Bars have an outline and
the figure beside them, so nothing rests on colour. Source: looks.md sections 1, 3 and 4. Leaves alone: which chart
stands where.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kaarten.brand.inks import HAIR, INK, WHITE
from kaarten.compose.parts.forms import answer_line
from kaarten.compose.styles import HINT, LABEL, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect
from kaarten.graphics import Stroke
from kaarten.model.content import LayoutContent
from kaarten.text import Figure, Text

MOST_PERCENT = 100
"""The most that a percentage can be."""
CHART_GAP = 5.0
"""mm between charts, at the least; a chart has it below it."""
_BAR, _APART, _OWN_BAR = 3.2, 0.5, 6.4
"""mm high: a bar, and an empty one to colour by hand; and between the two."""
_ROW, _PAIR, _LONE = 5.6, 12.6, 8.8
"""mm high: a row with a bar, one with both bars, one with an empty bar alone."""
_WORDS, _OWN_WORDS = 0.53, 0.42
"""Share of the width for the words beside a bar, and beside two, where there is room for two lines of them."""
_FIGURE, _WRITTEN = 11.0, 16.0
"""mm behind the bars for a figure, and for a number to be written."""
_HEAD, _NOTE_AIR = 7.0, 1.2
"""mm from the top of a title to the bars; above a note."""
_ANSWERS, _CLOSER = 7.5, 1.5
"""mm from a title to the number of answers below it: room to write; and how much nearer to these the bars come."""
_TITLE_SHARE, _TITLE_LINES = 0.4, 2
"""Of the width: a title that has less beside the number of answers, or takes more lines, stands above it."""
_TENTHS = 10
"""An empty bar has a mark for every tenth."""
_DASHED = (1.1, 1.1)
_BLOCK_GAP = 0.3
"""Of a block that stands for one person: the white behind it."""
_KEY, _KEY_AIR = 18.0, 2.5
"""mm: the bar of a key, and the air before its words."""
_NONE = Text("")


class Bar(LayoutContent):
    """`value` is missing where the source gives no figure."""

    label: Text
    value: Figure | None = None


class Chart(LayoutContent):
    """`n` is how many answers there were; `unit` is said behind it. With `counts` values are numbers of people, else
    percentages; their bars are made of a block for each person. `note` says what the figures do not.
    """

    title: Text
    n: Figure | None = None
    unit: Text = _NONE
    counts: bool = False
    bars: dict[str, Bar] = {}
    note: Text = _NONE

    @property
    def known(self) -> bool:
        """Whether the source gives any figure."""
        return any(bar.value is not None for bar in self.bars.values())

    @property
    def answers(self) -> str:
        """How many answers there were, and of what."""
        return " ".join(part for part in (f"n = {self.n}" if self.n else "", self.unit) if part)


@dataclass(frozen=True, slots=True)
class BarStyle:
    """`missing` is said where there is no figure. `own` asks for the own number of answers: with it each bar has an
    empty one below it. `most` is how many people the longest bar of counts stands for, in all charts. Widths and
    lengths are those of an A4, times `k`.
    """

    width: float
    k: float
    missing: Text
    own: Text | None = None
    most: int = 1

    @property
    def title(self) -> Style:
        """Of the titles of charts."""
        return LABEL.sized(13 * self.k, floor=10)

    @property
    def words(self) -> Style:
        """Of what stands beside a bar."""
        return SMALL.sized((10 if self.own else 10.5) * self.k, floor=9)

    @property
    def small(self) -> Style:
        """Of notes and of the number of answers."""
        return HINT.sized(9.5 * self.k, floor=9)


class BarCharts:
    """Measures and draws charts of one style on one surface."""

    def __init__(self, surface: Surface, style: BarStyle) -> None:
        self.surface, self.style = surface, style
        self._k, self._width = style.k, style.width
        self._words_width = self._room.x - 3 * style.k

    @property
    def _room(self) -> Rect:
        """Where the bars stand in a chart at x 0: right of the words, left of the figures."""
        x = self._width * (_OWN_WORDS if self.style.own else _WORDS)
        return Rect(x, 0, self._width - x - _FIGURE * self._k, 0)

    # ---- measuring

    def height(self, chart: Chart) -> float:
        """mm that a chart takes, the least air below it included."""
        surface, style = self.surface, self.style
        more = surface.line_count(chart.title, style.title, self._title_width(chart)) - 1
        head = _HEAD * self._k + more * style.title.leading + self._answers_height(chart)
        rows = sum(self._row(chart, bar) for bar in chart.bars.values())
        lines = surface.line_count(chart.note, style.small, self._width)
        note = lines * style.small.leading + _NOTE_AIR * self._k if chart.note else 0.0
        return head + rows + note + CHART_GAP * self._k

    def _row(self, chart: Chart, bar: Bar) -> float:
        least = _ROW if not self.style.own else _PAIR if chart.known else _LONE
        lines = self.surface.line_count(bar.label, self.style.words, self._words_width)
        return max(least * self._k, lines * self.style.words.leading + 1.4 * self._k)

    def _title_width(self, chart: Chart) -> float:
        """mm for the title: beside the number of answers, or all when that leaves too little or is filled in."""
        beside = self._width - self._answers_width(chart) - 4 * self._k
        if self.style.own or beside < _TITLE_SHARE * self._width:
            return self._width
        lines = self.surface.line_count(chart.title, self.style.title, beside)
        return beside if lines <= _TITLE_LINES else self._width

    def _answers_height(self, chart: Chart) -> float:
        """mm for the number of answers when it stands below the title."""
        return self._under_title - _CLOSER * self._k if self._title_width(chart) == self._width else 0.0

    @property
    def _under_title(self) -> float:
        """mm from a title to the number of answers below it."""
        return max(_ANSWERS * self._k, _ANSWERS)

    def _answers_width(self, chart: Chart) -> float:
        """mm for the number of answers, and behind it room to write that of the own team."""
        told = self.surface.width(chart.answers, self.style.small)
        own = self.style.own
        return told + (self.surface.width(own, self.style.small) + (6 + _WRITTEN) * self._k if own else 0)

    # ---- paint

    def draw(self, x: float, y: float, chart: Chart) -> None:
        """Title and number of answers, the bars as a table, the note; from (x, y), its top left."""
        y = self._heading(x, y, chart)
        if chart.bars:
            with self.surface.tag("Table"):
                for bar in chart.bars.values():
                    high = self._row(chart, bar)
                    self._bar_row(Rect(x, y, self._width, high), chart, bar)
                    y += high
        if chart.note:
            small = self.style.small
            y += _NOTE_AIR * self._k + self.surface.cap_height(small)
            self.surface.paragraph(x, y, self._width, chart.note, small, lines=3)

    def _heading(self, x: float, y: float, chart: Chart) -> float:
        """Title and number of answers. Returns where the bars begin."""
        surface, style, k = self.surface, self.style, self._k
        cap, width = surface.cap_height(style.title), self._title_width(chart)
        block = surface.paragraph(x, y + cap, width, chart.title, style.title, lines=_TITLE_LINES, tag="H2")
        last, below = block.below - style.title.leading, self._answers_height(chart)
        start = x if below else x + self._width - self._answers_width(chart)
        baseline = last + (self._under_title if below else 0)
        told = surface.text(start, baseline, chart.answers, style.small, width=self._width)
        if style.own:
            room = self._answers_width(chart) - told - 4 * k
            answer_line(surface, start + told + 4 * k, baseline, style.own, style.small, room, 2)
        return last + below + _HEAD * k - cap

    def _bar_row(self, row: Rect, chart: Chart, bar: Bar) -> None:
        """Words, the bar and its figure; below it an empty one with room for the own figure. A chart without any figure
        has only the empty ones: what the source does say is in its note.
        """
        surface, k, room = self.surface, self._k, self._room.moved(row.x, 0)
        words = self.style.words
        lines, cap = surface.line_count(bar.label, words, self._words_width), surface.cap_height(words)
        high = [_BAR] * (chart.known or not self.style.own) + [_OWN_BAR] * bool(self.style.own)
        y = row.middle[1] - (sum(high) + _APART * (len(high) - 1)) * k / 2
        with surface.tag("TR"):
            with surface.tag("TH", owner="/Table", attributes={"Scope": "/Row"}):
                first = row.middle[1] + (cap - (lines - 1) * words.leading) / 2
                surface.paragraph(row.x, first, self._words_width, bar.label, words, lines=3, tag=None)
            if high[0] == _BAR:
                with surface.tag("TD"):
                    self._figure(Rect(room.x, y, room.width, _BAR * k), chart, bar)
                y += (_BAR + _APART) * k
            if self.style.own:
                with surface.tag("TD"):
                    self._bar(Rect(room.x, y, room.width, _OWN_BAR * k), None)

    def _figure(self, box: Rect, chart: Chart, bar: Bar) -> None:
        k, style, surface = self._k, self.style.words.strong, self.surface
        if bar.value is None:
            small = self.style.small.sized(9 * k, floor=min(9, 9 * k))
            y = box.middle[1] + surface.cap_height(small) / 2 - 0.5 * k
            surface.text(box.x, y, self.style.missing, small, tag=None, width=box.width)
            return
        share = bar.value / (self.style.most if chart.counts else MOST_PERCENT)
        self._blocks(box, share, int(bar.value)) if chart.counts else self._bar(box, share)
        shown = str(int(bar.value)) if chart.counts else f"{int(bar.value)}%"
        y = box.middle[1] + surface.cap_height(style) / 2
        surface.text(box.x + box.width * share + 1.6 * k, y, shown, style, tag=None)

    def _blocks(self, box: Rect, share: float, count: int) -> None:
        """A bar with a block for each person, all as wide in every chart."""
        with self.surface.artifact():
            for block in replace(box, width=box.width * share).columns(count, 0):
                self.surface.rect(block.inset(0, 0, _BLOCK_GAP * block.width, 0), WHITE, Stroke(INK, 0.75))

    def _bar(self, box: Rect, share: float | None) -> None:
        """A bar as long as its share of the box; None is an empty one with a mark at every tenth."""
        edge = Stroke(INK, 0.75)
        with self.surface.artifact():
            if share is not None:
                self.surface.rect(replace(box, width=box.width * share), self.surface.brand.primary, edge)
                return
            self.surface.rect(box, WHITE, Stroke(INK, 0.75, _DASHED))
            for tenth in range(1, _TENTHS):
                x = box.x + box.width * tenth / _TENTHS
                high = box.height * (0.7 if tenth == _TENTHS / 2 else 0.35)
                self.surface.line(x, box.bottom - high, x, box.bottom, Stroke(HAIR, 0.5))

    # ---- what the bars stand for

    def key_width(self, text: Text) -> float:
        """mm that the key of one kind of bar takes."""
        return (_KEY + _KEY_AIR) * self._k + self.surface.width(text, self.style.words.strong)

    def key(self, x: float, y: float, text: Text, *, own: bool) -> None:
        """What a bar of one kind stands for: a short one with its words, on the baseline y."""
        k = self._k
        self._bar(Rect(x, y - 3 * k, _KEY * k, _BAR * k), None if own else 1.0)
        self.surface.text(x + (_KEY + _KEY_AIR) * k, y, text, self.style.words.strong, width=60 * k)
