"""What the cards of a set share: their measures by size, the row of blocks with a number, lines to finish, the foot.

In: a Surface, the size of a card, words. Out: paint, with headings tagged. An A7 has figures of its own, an A6 those of
the comp 10, and what is larger those times as much. Leaves alone: texts, and what stands under the rule (`card_set`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kaarten.brand.colours import contrast, ink_on
from kaarten.brand.inks import LINE
from kaarten.compose.parts.boxed_text import block_text
from kaarten.compose.parts.card_feet import logos_room, small_credit
from kaarten.compose.parts.card_heads import head_lines
from kaarten.compose.parts.forms import check_lines, writing_lines
from kaarten.compose.parts.logos import draw_logos
from kaarten.compose.parts.looks import JOINT, general_tint, icon, strip, tile
from kaarten.compose.parts.set_content import Prompt, SetCard
from kaarten.compose.styles import CREDIT, HINT, NAME, SMALL, Style
from kaarten.compose.surface import Surface
from kaarten.geometry import Rect, Size
from kaarten.graphics import Colour, Stroke
from kaarten.tailor.job import Domain
from kaarten.text import Text

LEAST_BEHIND = 15.0
"""mm behind the beginning of a sentence: less is no room to write."""
FRAME_TOP = 0.4
"""Of the distance between lines: white over a frame to draw in."""
_BEHIND = 0.3
"""Of the distance between lines to write on: from the beginning of a sentence to its line, and 3 mm at least."""
_FOOT = 6.5
"""mm under the foot at the least."""
_SMALL = 100.0
"""mm: a card that is narrower has figures of its own."""
_SHIFT = 7.0
"""mm further from its edges than a front: a printer may shift a back."""
_HIGHER = 2.0
"""mm more for the band of the smallest cards when a title of the set takes two lines."""
_OVER_FOOT = 0.85
"""Of the air under the band, so much over the foot."""
_ICON = 0.2
"""Of the band, the icon of a group."""
_ONE_LINE = 0.8
"""Of the size that titles have on two lines: titles that large on one line stay on it, but on the smallest cards."""


@dataclass(frozen=True, slots=True)
class CardLook:
    """Measures of a card of `size`: mm of margins, band, air, foot and from line to line; type; the side of a box.

    `low` is the band of a card without a title. `title` is that of one line, on two it is no larger than `two_lines`
    (pt). `text`, `sentence` (of a card without a title) and `question` are at their largest. `patterned` leaves room in
    the band for the pattern of a group.
    """

    size: Size
    left: float
    top: float
    band: float
    low: float
    gap: float
    foot: float
    pitch: float
    kicker: Style
    title: Style
    two_lines: float
    text: Style
    sentence: Style
    question: Style
    ask: Style
    box: float
    patterned: bool

    def body(self, titled: bool) -> Rect:
        """Between band and foot."""
        top = self.top + (self.band if titled else self.low) + self.gap
        return Rect(
            self.left, top, self.size.width - 2 * self.left, self.foot_box.y - max(4.5, _OVER_FOOT * self.gap) - top
        )

    @property
    def foot_box(self) -> Rect:
        y = self.size.height - max(_FOOT, self.top - 2) - self.foot
        return Rect(self.left, y, self.size.width - 2 * self.left, self.foot)

    def back(self, title: float) -> Rect:
        """The room of a back below a title of so many mm high, far from edges that shift in duplex."""
        box = Rect(0, 0, self.size.width, self.size.height).inset(self.left + _SHIFT, self.top + _SHIFT)
        return box.inset(0, title + 1.6 * self.gap, 0, 0)

    def tile(self, titled: bool) -> Rect:
        side = self.band if titled else self.low
        return Rect(self.left, self.top, side, side)

    def strip(self, titled: bool) -> Rect:
        """Where the pattern of a group stands: right of the tile."""
        box = self.tile(titled)
        return Rect(box.right + JOINT, self.top, self.band * 0.2 if self.patterned else 0, box.height)

    def field(self, titled: bool) -> Rect:
        """The tinted field of the band."""
        strip = self.strip(titled)
        x = strip.right + JOINT if self.patterned else strip.x
        return Rect(x, self.top, self.size.width - self.left - x, strip.height)

    def rule(self, surface: Surface) -> Stroke:
        return Stroke(surface.brand.accent, max(1.0, self.band / 18))

    def fitted_title(self, surface: Surface, titles: Sequence[str]) -> Style:
        """One size for all titles: on one line, unless they may be much larger on two."""
        width = self.words.width
        one = surface.one_size(titles, self.title.sized(max(self.title.size, self.two_lines)), width)
        two = surface.one_size(titles, self.title.sized(self.two_lines), width, lines=2)
        fits = all(surface.width(title, one) <= width for title in titles)
        return one if fits and one.size >= (1 if self.small else _ONE_LINE) * two.size else two

    def for_titles(self, surface: Surface, titles: Sequence[str], style: Style) -> CardLook:
        """This look with a higher band where titles of two lines need one; no text larger than titles of one."""
        width = self.words.width
        if all(surface.width(title, style) <= width for title in titles):
            return replace(self, text=self.text.sized(min(self.text.size, style.size)))
        return replace(self, band=self.band + _HIGHER) if self.small else self

    @property
    def words(self) -> Rect:
        """Kicker and title, in the field of the band."""
        return self.field(True).inset(0.13 * self.band, 0, 0.06 * self.band, 0)

    @property
    def small(self) -> bool:
        return min(self.size.width, self.size.height) < _SMALL


def card_look(size: Size, *, patterned: bool) -> CardLook:
    short, lying = min(size.width, size.height), size.width > size.height
    k = max(1.0, short / 105)
    small = short < _SMALL
    return CardLook(
        size,
        left=7 if small else 8 * k,
        top=6.5 if small else 9 * k,
        band=16 if small else (23 if lying else 27) * k,
        low=11 if small else 17 * k,
        gap=5 if small else 8 * k,
        foot=5.5 * k,
        pitch=9 if small else max(9.0, 8 * k),
        kicker=SMALL.sized(8, floor=7) if small else SMALL.sized(9 * k, floor=9),
        title=NAME.sized(16, floor=10.5) if small else NAME.sized((32 if lying else 19) * k, floor=12 * k),
        two_lines=12.5 if small else (17 if lying else 21) * k,
        text=Style(13.5, 5.4, floor=10.5)
        if small
        else Style((36 if lying else 20) * k, (13.8 if lying else 7.8) * k, 12 * k),
        sentence=Style(24, 9.6, 12, bold=True) if small else Style(30 * k, 12 * k, 14 * k, bold=True),
        question=Style(11.5, 4.9, 9, bold=True) if small else Style(17 * k, 6.9 * k, 10 * k, bold=True),
        ask=Style(9.5, 4.3, floor=9) if small else Style(11.5 * k, 5 * k, floor=10 * k),
        box=6 * k,
        patterned=patterned,
    )


@dataclass(frozen=True, slots=True)
class SetHead:
    """What stands in the band of a card: a number or an icon (`sign`), the look of the group, a kicker, a title."""

    sign: str
    kicker: Text
    title: Text
    group: Domain | None = None


def set_band(surface: Surface, look: CardLook, head: SetHead, style: Style, *, kicker_tag: str = "P") -> None:
    """A tile with the sign, the pattern of the group, on its tint kicker and title (H1); lower without a title."""
    titled, group = bool(head.title), head.group
    patterned = group if group and group.pattern else None
    _tile(surface, look.tile(titled), group.colour if group else surface.brand.primary, head.sign)
    field = look.field(titled)
    with surface.artifact():
        surface.rect(field, fill=general_tint(patterned) if patterned else surface.brand.tint)
        if look.patterned and not patterned:
            surface.rect(look.strip(titled), fill=surface.brand.tint_strong)
    if patterned:
        strip(surface, look.strip(titled), patterned)
    words = look.words if titled else field.inset(0.13 * look.band, 0)
    if not titled:
        low = look.kicker.sized(1.25 * look.kicker.size)
        block_text(surface, words, head.kicker, low, tag=kicker_tag)
        return
    named = group if head.sign.isdecimal() else None
    lines = head_lines(surface, words, look.kicker, head.title, style, icon=_ICON * look.band if named else 0)
    _kicker(surface, words, look, named, head.kicker, lines.kicker)
    surface.paragraph(words.x, lines.title, words.width, head.title, style, lines=2, tag="H1")


def set_back(surface: Surface, look: CardLook, title: Text, style: Style) -> None:
    """The title of a back over a rule, without blocks."""
    box, cap = look.back(0), surface.cap_height(style)
    y = look.top + _SHIFT + cap
    surface.text(box.x, y, title, style, tag="H1", width=box.width)
    with surface.artifact():
        surface.line(box.x, y + 0.6 * look.gap, box.right, y + 0.6 * look.gap, look.rule(surface))


def _tile(surface: Surface, box: Rect, colour: Colour, sign: str) -> None:
    number = sign.isdecimal()
    tile(surface, box, colour, None if number else sign)
    if number:
        style = NAME.sized(1.48 * box.height).coloured(ink_on(colour))
        x, y = box.middle
        surface.text(x, y + surface.cap_height(style) / 2, sign, style, anchor="middle", width=box.width * 0.8)


def _kicker(surface: Surface, words: Rect, look: CardLook, group: Domain | None, kicker: Text, y: float) -> None:
    """What the card is; or, behind its icon, which group it is of: on the baseline y."""
    x, cap, side = words.x, surface.cap_height(look.kicker), _ICON * look.band
    if group:
        accent, ground = surface.brand.accent, general_tint(group) if group.pattern else surface.brand.tint
        ink = accent if contrast(accent, ground) >= 3 else look.kicker.colour
        with surface.artifact():
            icon(surface, group.icon, x, y - cap / 2 - side / 2, side, ink)
        x += side + 0.06 * look.band
    surface.text(x, y, kicker, look.kicker, width=words.right - x)


def draw_prompts(
    surface: Surface, body: Rect, y: float, prompts: Sequence[Prompt], style: Style, pitch: float, most: int
) -> None:
    """Sentences to finish, from the baseline y down to the foot of the body, one line of writing after the other.

    They stand no nearer than `pitch` mm, and as near as on a card of the set with `most` lines. Fault: lines-too-many.
    """
    if not prompts:
        return
    rows = rows_of(prompts) - 1
    spread = min(1.4 * pitch, (body.bottom - y) / max(1, most - 1))
    check_lines(surface, [max(each.lines for each in prompts)], rows * (pitch - spread), pitch)
    for prompt in prompts:
        taken = surface.text(body.x, y, prompt.label, style, tag="H2", width=body.width)
        behind = body.width - taken - max(3.0, _BEHIND * pitch)
        if behind > LEAST_BEHIND:
            writing_lines(surface, body.right - behind, y + 0.6, behind, 1)
        writing_lines(surface, body.x, y + spread + 0.6, body.width, prompt.lines, spread)
        y += (1 + prompt.lines) * spread


def rows_of(prompts: Sequence[Prompt]) -> int:
    """Lines of writing that prompts take."""
    return sum(1 + prompt.lines for prompt in prompts)


def draw_answer(surface: Surface, box: Rect, card: SetCard, most: int) -> None:
    """Lines to answer the question of a card on, `most` at the most, the last at the foot of the box; or a frame to
    draw in, as high as they are if there are several.
    """
    rows = min(card.lines, most)
    if not rows:
        return
    pitch = box.height / rows
    if card.draw and rows > 1:
        with surface.artifact():
            surface.rect(box.inset(0, FRAME_TOP * pitch, 0, 0), stroke=Stroke(LINE, 0.75))
        return
    writing_lines(surface, box.x, box.y + pitch, box.width, rows, pitch)


def set_foot(surface: Surface, look: CardLook, told: str, credit: str) -> None:
    """Logo; at the right which card it is, and under that the credit in a few words."""
    box, small = look.foot_box, CREDIT.sized(max(CREDIT.size, 0.75 * look.kicker.size))
    count = HINT.sized(max(8.0, 0.85 * look.kicker.size), floor=6.5)
    draw_logos(surface, logos_room(surface, box, credit, small, surface.width(told, count)), box.height)
    above = small_credit(surface, box, credit, small)
    if told:
        surface.text(box.right, above, told, count, anchor="end", width=box.width * 0.6)
