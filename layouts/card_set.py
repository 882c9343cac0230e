"""Card set: cards that belong together, to read, to ask each other, to fill in (E03, E06, F03, F04, F08, F12, F14, F16,
F19, I01, I06, I09, I10, I15).

In: cards with a title and a text, or a sentence alone that stands large; perhaps parts, points, sentences to finish, a
question with room to answer it, boxes to tick; groups with a colour and a pattern; a cover that tells how to use them.
Out: a card for each, from A7 to A3, texts of a kind in one size; printed on both sides, each second card is the back of
the one before. Source: looks.md sections 1, 2 and 5, the comp 10 (interview cards). Leaves alone: how many sets.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaarten.layout import (
    PAPER_SIZES,
    Desk,
    Face,
    Passage,
    Piece,
    Rect,
    SetContent,
    SetSide,
    Size,
    Style,
    Surface,
    best_read,
    card_look,
    draw_answer,
    draw_passages,
    draw_prompts,
    group_looks,
    largest,
    option_row,
    passages_fit,
    passages_height,
    rows_of,
    set_back,
    set_band,
    set_foot,
    set_sides,
    told_of,
)

SMALLEST = (PAPER_SIZES["A7"], PAPER_SIZES["A7"].turned)
LARGEST = Size(420, 420)
"""An A3, standing or lying."""
OVER_RULE, UNDER_RULE = 0.26, 0.2
"""White over and under the rule, of the band."""
ROUND_SENTENCE = 0.5
"""Of the white under the band, over and under a sentence that fills its card."""
COVER_TYPE = 0.85
"""Of the largest type of the cards: that of how to use them, and of the names of the cards of a group."""
UNDER_LINES = 0.35
"""Of the distance between lines to write on: white under the last of them, over a rule or the foot."""
BEGINNING = 0.75
"""Of the width, at most, for the beginning of a sentence to finish."""
ABOVE_MIDDLE = 0.42
"""Of what is left, so much above a sentence that stands alone."""
ANSWER_PITCH = 1.2
"""Of the least distance between lines to write on: from a question to the first line under it, and on."""
LEGIBLE = 0.8
"""Of the largest type, unless a question is smaller: type shrinks no further to give room to answer."""
UNDER_TEXT = 1.6
"""Of the distance between lines to write on: from a text to the first sentence to finish."""


class Content(SetContent):
    """The set as it is."""


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The cover, then the cards in their order, before the first of a group the card of that group."""
    made = CardSet(desk, content)
    is_card = desk.material.size.width * desk.material.size.height < 0.9 * 210 * 297
    edge = desk.credit if is_card else ""
    for side, behind in made.pairs():
        front, back = made.front(side), made.back(behind) if behind else None
        yield Piece(front.title, front, back, copies=side.card.copies, edge=edge)


class CardSet:
    """All cards of one set: what is measured over all of them, and each side painted."""

    def __init__(self, desk: Desk, content: Content) -> None:
        self.desk, self.content = desk, content
        self.measuring = desk.surface().scratch()
        self.groups = group_looks(desk.surface(), desk.job, content.groups, apart=True)
        self.look = card_look(desk.material.size, patterned=any(group.pattern for group in self.groups.values()))
        self.numbers = content.numbers()
        content.check_asked(desk.report)
        self.sides = list(set_sides(content, self.groups, desk.report, backs=desk.material.sides == 2))
        titles = [side.card.title for side in self.sides if side.titled]
        self.title = self.look.fitted_title(self.measuring, titles)
        self.look = self.look.for_titles(self.measuring, titles, self.title)
        self.answers = dict.fromkeys((side.kind for side in self.sides), 0)
        self._highest: dict[tuple[str, float, int], float] = {}
        self._texts: dict[tuple[str, float], list[list[Passage]]] = {}
        self.style = {kind: self._fitted(kind) for kind in {side.kind for side in self.sides}}

    # ---- which sides there are

    def pairs(self) -> Iterator[tuple[SetSide, SetSide | None]]:
        """Every front, with its back if it has one; covers and cards of groups have none."""
        backs = iter([side for side in self.sides if side.back])
        for side in self.sides:
            if not side.back:
                yield side, next(backs, None) if side.is_card else None

    # ---- measuring

    def _fitted(self, kind: str) -> Style:
        """The largest type at which every side of a kind has room for what stands on it."""
        sides = [side for side in self.sides if side.kind == kind]
        style = self.look.sentence if sides[0].is_sentence else self.look.text
        if not sides[0].is_card:
            style = style.sized(COVER_TYPE * style.size, floor=self.look.ask.floor)
        self.answers[kind] = self._answers(sides, style)
        style = largest(style, lambda style: all(self._fits(side, style) for side in sides))
        return best_read(
            self.measuring, style, lambda style: [(self._told(side, style), self._body(side).width) for side in sides]
        )

    def _answers(self, sides: list[SetSide], style: Style) -> int:
        """How many lines under the questions these sides have room for, with type that is easy to read."""
        legible = style.sized(max(style.floor, min(LEGIBLE * style.size, self.look.question.size)))
        for rows in range(max(side.card.lines for side in sides), 0, -1):
            self.answers[sides[0].kind] = rows
            if all(self._fits(side, legible) for side in sides):
                return rows
        return 0

    def _fits(self, side: SetSide, style: Style) -> bool:
        box = self._box(side, style)
        asked = all(passages_fit(self.measuring, [each], self._body(side)) for each in self._asked(side, style))
        return asked and box.height > 0 and passages_fit(self.measuring, self._told(side, style), box)

    def _box(self, side: SetSide, style: Style) -> Rect:
        """What the text has: above sentences to finish and the rule."""
        return self._body(side).inset(0, 0, 0, self._under_height(side, style) + self._written(side, style))

    def _spare(self, side: SetSide) -> float:
        """mm that the text leaves of its room."""
        style = self.style[side.kind]
        box = self._box(side, style)
        return max(0.0, box.height - passages_height(self.measuring, self._told(side, style), box.width))

    def _body(self, side: SetSide) -> Rect:
        """Between band and foot."""
        body = self.look.back(self.measuring.cap_height(self.title)) if side.back else self.look.body(side.titled)
        return body if side.titled else body.inset(0, ROUND_SENTENCE * self.look.gap)

    def _written(self, side: SetSide, style: Style) -> float:
        """mm of the lines of sentences to finish; the first of them stands in the text when there is none."""
        rows = rows_of(list(side.card.prompts.values()))
        above = 0 if side.card.text or not rows else self.measuring.cap_height(style) - self.look.pitch
        return rows * self.look.pitch + above + self._under_lines(side, style)

    def _under_lines(self, side: SetSide, style: Style) -> float:
        """mm more between the last line and the rule, which would be taken for a line to write on."""
        return UNDER_LINES * self.look.pitch if side.card.prompts and self._under_height(side, style) else 0.0

    def _under_height(self, side: SetSide, style: Style) -> float:
        """mm of what stands under the text: white, a rule, what to ask or tick; as much on every card of a kind."""
        if not side.options and not self._asked(side, style):
            return 0.0
        key = (side.kind, style.size, self.answers[side.kind])
        if key not in self._highest:
            self._highest[key] = max(self._under_rule(each, style) for each in self._kin(side))
        return (OVER_RULE + UNDER_RULE) * self.look.band + self._highest[key]

    def _under_rule(self, side: SetSide, style: Style) -> float:
        """mm of what to tick and to ask, and of the lines to answer on."""
        asked = passages_height(self.measuring, self._asked(side, style), self._body(side).width)
        return asked + self._ticked(side, asked > 0) + self._answered(side)

    def _answered(self, side: SetSide) -> float:
        """mm of the lines under a question."""
        rows = min(side.card.lines, self.answers[side.kind])
        return rows * ANSWER_PITCH * self.look.pitch + (UNDER_LINES * self.look.pitch if rows else 0)

    def _kin(self, side: SetSide) -> list[SetSide]:
        """The sides that are set in one size with it."""
        return [each for each in self.sides if each.kind == side.kind]

    def _ticked(self, side: SetSide, asked: bool) -> float:
        """mm of the boxes to tick, with the white under them when something is asked too."""
        return self.look.box + (UNDER_RULE * self.look.band if asked else 0) if side.options else 0.0

    def _begun(self, side: SetSide, begin: Style) -> float:
        """Where the first sentence to finish stands: under the longest text of the cards that have them."""
        style, body = self.style[side.kind], self._body(side)
        if not self._told(side, style):
            return body.y + self.measuring.cap_height(begin)
        kin = [each for each in self._kin(side) if each.card.prompts]
        high = max(passages_height(self.measuring, self._told(each, style), body.width) for each in kin)
        latest = self._box(side, style).bottom + self.look.pitch
        return min(latest, body.y + high + UNDER_TEXT * self.look.pitch)

    # ---- what is told

    def _told(self, side: SetSide, style: Style) -> list[Passage]:
        """Text, parts and points from the top, level with those of all sides of its kind."""
        key, kin = (side.kind, style.size), self._kin(side)
        if key not in self._texts:
            cards = [(each.card, self._body(each).width) for each in kin]
            self._texts[key] = told_of(self.measuring, cards, style, self.look.ask.floor)
        return next(told for each, told in zip(kin, self._texts[key], strict=True) if each is side)

    def _asked(self, side: SetSide, style: Style) -> list[Passage]:
        """What stands under the rule: the heading over questions, the card's own in bold, those of the set."""
        small, question = self.look.ask, self.look.question
        question = question.sized(max(question.floor, min(question.size, style.size)))
        own = [Passage(side.card.question, question, 1.15 * question.leading, tag="H2")] if side.card.question else []
        asks = [Passage(text, small, small.leading) for text in side.asks]
        if not own and not asks:
            return []
        head = Passage(self.content.foot, small if own else small.strong, tag="P" if own else "H2")
        return [*([head] if head.text else []), *own, *asks]

    # ---- paint

    def front(self, side: SetSide) -> Face:
        """Band, what is told, sentences to finish, a rule with what to ask or tick, the foot."""
        surface = self.desk.surface(side.card.called or side.head.kicker)
        set_band(surface, self.look, side.head, self.title, kicker_tag="P" if side.card.called else "H1")
        self._inside(surface, side)
        count = ""
        if side.number:
            count = self.desk.label("page-of").format(page=side.number, pages=len(self.numbers))
            count = f"{self.content.kicker} {count}" if side.head.group else count
        set_foot(surface, self.look, count, self.desk.credit_short)
        return surface.face()

    def back(self, side: SetSide) -> Face:
        """The same without blocks and foot."""
        surface = self.desk.surface(side.card.called)
        set_back(surface, self.look, side.card.title, self.title)
        self._inside(surface, side)
        return surface.face()

    def _inside(self, surface: Surface, side: SetSide) -> None:
        """What stands under the band or the title."""
        style, look, body = self.style[side.kind], self.look, self._body(side)
        told, prompts = self._told(side, style), list(side.card.prompts.values())
        box = self._box(side, style)
        down = 0 if side.titled else ABOVE_MIDDLE * self._spare(side)
        draw_passages(surface, box.inset(0, down, 0, 0), told)
        begin = style.regular if not told else style.regular.sized(min(style.size, look.question.size))
        kin = [list(each.card.prompts.values()) for each in self._kin(side)]
        labels = [prompt.label for each in kin for prompt in each]
        begin = surface.one_size(labels, begin, BEGINNING * box.width)
        room = body.inset(0, 0, 0, self._under_height(side, style))
        first = self._begun(side, begin) if prompts else 0.0
        lines = room.inset(0, 0, 0, self._under_lines(side, style))
        draw_prompts(surface, lines, first, prompts, begin, look.pitch, max(map(rows_of, kin)))
        self._under(surface, side, Rect(body.x, room.bottom, body.width, body.bottom - room.bottom), style)

    def _under(self, surface: Surface, side: SetSide, box: Rect, style: Style) -> None:
        """The rule, and under it boxes to tick or what to ask next."""
        asked = self._asked(side, style)
        if not asked and not side.options:
            return
        rule = box.y + OVER_RULE * self.look.band
        with surface.artifact():
            surface.line(box.x, rule, box.right, rule, self.look.rule(surface))
        top = rule + UNDER_RULE * self.look.band
        if side.options:
            option_row(surface, box.x, top, side.options, self.look.ask, side=self.look.box, gap=1.8, width=box.width)
            top += self._ticked(side, bool(asked))
        draw_passages(surface, box.inset(0, top - box.y, 0, 0), asked)
        room = box.inset(0, box.height - self._answered(side), 0, UNDER_LINES * self.look.pitch)
        draw_answer(surface, room, side.card, self.answers[side.kind])
