"""Deck cards: the cards of somebody's own deck, each with a question, its group, and perhaps a back and a QR code.

In: the deck. Out: a card for each, from a business card (85 x 54, lying) and A7 up to A4, all questions in one size, or
smaller where one is long. Source: the comps 01 (band) and 10 (interview cards). Leaves alone: how many go on a sheet,
and how many sets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaarten.layout import (
    HINT,
    NAME,
    PAPER_SIZES,
    SMALL,
    Address,
    DeckCard,
    DeckContent,
    Desk,
    Domain,
    Face,
    Piece,
    Rect,
    Size,
    Stroke,
    Style,
    Surface,
    Text,
    block_text,
    domain_tile,
    draw_logos,
    general_tint,
    group_looks,
    logos_width,
    qr_code,
    qr_side,
    tile,
)

SMALLEST = (Size(85, 54), Size(70, 100))
LARGEST = PAPER_SIZES["A4"]
BACK_NAME = SMALL.sized(9, floor=7).strong
"""What stands over the rule of a back: the name of the group."""


class Content(DeckContent):
    """The deck as it is."""


@dataclass(frozen=True, slots=True)
class Look:
    """What follows from the size of a card, in mm: margins, band, foot; type of the question and of the back."""

    left: float
    top: float
    band: float
    foot: float
    gap: float
    back: float
    front: Style
    answer: Style
    qr: float
    kind_above: bool = False
    """Whether the kind of card stands over the name of its group, else in the foot."""


def look_of(size: Size) -> Look:
    """Three kinds: as large as A6 or larger, A7, and smaller ones."""
    short, area = min(size.width, size.height), size.width * size.height
    k = min(1.6, max(1.0, short / 105))
    if short >= 100:
        front, answer = Style(27 * k, 10.6 * k, floor=14), Style(18 * k, 7.5 * k, floor=11)
        return Look(8 * k, 9, 17 * min(k, 1.4), 5.5 * k, 11 * k, 14, front, answer, 23 * k, kind_above=True)
    if area >= 7000:
        return Look(7, 7.5, 11, 4.5, 7.5, 14, Style(18, 7.4, floor=11), Style(13, 5.7, floor=9), 21)
    return Look(6, 6, 10, 4, 4.5, 8, Style(15, 6.2, floor=9), Style(12, 5.2, floor=8), 19)


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A piece for each card, with its number in its name."""
    cards = list(content.cards.values())
    backs = any(card.back for card in cards)
    drawing = Drawing(desk, content, len(cards))
    for number, card in enumerate(cards, start=1):
        front = drawing.front(number, card)
        yield Piece(front.title, front, drawing.back(number, card) if backs else None)


class Drawing:
    """The cards of one deck; fronts in one size but for those that need a smaller one."""

    def __init__(self, desk: Desk, content: Content, total: int) -> None:
        self.desk, self.content, self.total = desk, content, total
        self.look = look_of(desk.material.size)
        self.groups = group_looks(desk.surface(), desk.job, content.groups)
        cards, scratch = list(content.cards.values()), desk.surface().scratch()
        self.front_size = _common([self._front_size(scratch, card) for card in cards])
        self.name_lines = self._name_lines(scratch, [card for card in cards if card.back])
        box = self._back_text(scratch)
        self.back_size = _common([_size(scratch, box, card.back, self.look.answer) for card in cards if card.back])

    def front(self, number: int, card: DeckCard) -> Face:
        """Group and kind, the question, at the foot logo and number; a QR code above it at the right."""
        surface, look, group = self._surface(number), self.look, self.groups.get(card.group)
        self._band(surface, Rect(look.left, look.top, surface.size.width - 2 * look.left, look.band), group, card)
        room = self._room(surface)
        if card.qr:
            self._code(surface, room, card.qr)
        _set(surface, self._beside_code(surface, room, card), card.front, look.front, self.front_size)
        self._foot(surface, self._foot_box(surface), number, card)
        return surface.face()

    def _foot_box(self, surface: Surface) -> Rect:
        look, height = self.look, surface.size.height
        y = height - look.foot - max(6.0, look.left - 1.5)
        return Rect(look.left, y, surface.size.width - 2 * look.left, look.foot)

    def _room(self, surface: Surface) -> Rect:
        """What is left between band and foot."""
        look, foot = self.look, self._foot_box(surface)
        top = look.top + look.band + look.gap
        return Rect(foot.x, top, foot.width, foot.y - 3 - top)

    def _front_size(self, surface: Surface, card: DeckCard) -> float:
        return _size(surface, self._beside_code(surface, self._room(surface), card), card.front, self.look.front)

    def _back_text(self, surface: Surface) -> Rect:
        """The room of the text on a back, under the rule."""
        look = self.look
        box = self._back_box(surface)
        top = 6 + 0.62 * look.gap + self._names_below
        return Rect(box.x, box.y + top, box.width, box.height - top)

    def _back_box(self, surface: Surface) -> Rect:
        return Rect(0, 0, surface.size.width, surface.size.height).inset(self.look.back, self.look.back)

    def _name(self, card: DeckCard) -> Text:
        """What stands over a card: the name of its group, else that of the deck."""
        group = self.groups.get(card.group)
        return group.name if group else self.desk.material.title

    def _number_width(self, surface: Surface) -> float:
        """mm at the right of a back for the widest number, with the white before it."""
        return surface.width(self._number(self.total), BACK_NAME) + 4

    def _name_lines(self, surface: Surface, cards: Sequence[DeckCard]) -> int:
        """Lines over the rule of every back: two when any name needs them, so that all rules stand level."""
        width, smallest = self._back_box(surface).width - self._number_width(surface), BACK_NAME.sized(BACK_NAME.floor)
        return 2 if any(surface.width(self._name(card), smallest) > width for card in cards) else 1

    @property
    def _names_below(self) -> float:
        """mm by which names of two lines move what stands below them."""
        return (self.name_lines - 1) * BACK_NAME.leading

    def back(self, number: int, card: DeckCard) -> Face:
        """A rule in the group's colour and what stands on the back; without a text logo and title."""
        surface, look, group = self._surface(number), self.look, self.groups.get(card.group)
        box = self._back_box(surface)
        if not card.back:
            self._plain(surface, box)
            return surface.face()
        taken = self._number_width(surface)
        y = box.y + surface.cap_height(BACK_NAME)
        below = y + self._names_below
        lines, width = self.name_lines, box.width - taken
        own = surface.line_count(self._name(card), BACK_NAME, width) if lines > 1 else 1
        first = y if own > 1 else below  # a name of one line stands on the rule
        surface.paragraph(box.x, first, width, self._name(card), BACK_NAME, lines=lines, tag="H1")
        surface.text(box.right, below, self._number(number), BACK_NAME.regular, anchor="end", width=taken)
        with surface.artifact():
            ink = group.colour if group else surface.brand.accent
            surface.line(box.x, below + 2.6, box.right, below + 2.6, Stroke(ink, 3))
        _set(surface, self._back_text(surface), card.back, look.answer, self.back_size)
        return surface.face()

    # ---- parts

    def _surface(self, number: int) -> Surface:
        """A face that faults name by the number of its card."""
        surface = self.desk.surface(f"{self.desk.material.title} {self._number(number)}")
        surface.where += f", {number}/{self.total}"
        return surface

    def _number(self, number: int) -> str:
        return f"{number}/{self.total}"

    def _band(self, surface: Surface, box: Rect, group: Domain | None, card: DeckCard) -> None:
        """The row of blocks: tile and pattern of the group, its name on its tint, above it what kind of card it is."""
        if group:
            x = domain_tile(surface, box, group, box.height * 0.31)
        else:
            tile(surface, Rect(box.x, box.y, box.height, box.height), surface.brand.primary, "messages")
            x = box.x + box.height + 0.75
        field = Rect(x, box.y, box.right - x, box.height)
        with surface.artifact():
            surface.rect(field, fill=general_tint(group) if group else surface.brand.tint)
        name = self._name(card)
        pad = max(2.5, box.height * 0.2)
        words = field.inset(pad, 0)
        style = NAME.sized(box.height * 0.94, floor=11 if self.look.kind_above else 8)
        if card.kind and self.look.kind_above:
            k = box.height / 17
            small = SMALL.sized(9 * k, floor=9)
            surface.text(words.x, box.y + 5.4 * k, card.kind, small, width=words.width)
            upper = Rect(words.x, box.y + 6.2 * k, words.width, box.height - 7 * k)
            block_text(surface, upper, name, style, lines=1, tag="H1")
            return
        block_text(surface, Rect(words.x, box.y, words.width, box.height), name, style, lines=2, tag="H1")

    def _beside_code(self, surface: Surface, room: Rect, card: DeckCard) -> Rect:
        """What a code leaves of the room for the question: above it, or on a lying card beside it."""
        if not card.qr:
            return room
        side = qr_side(card.qr, self.look.qr)
        if surface.size.width > surface.size.height:
            return Rect(room.x, room.y, room.width - side, room.height)
        return Rect(room.x, room.y, room.width, room.height - 0.9 * side - 2)

    def _code(self, surface: Surface, room: Rect, address: str) -> None:
        """The code in the lower right corner, its white in the margin; beside it the address in letters."""
        side = qr_side(address, self.look.qr)
        quiet = 0.1 * side
        qr_code(surface, room.right - side + quiet, room.bottom - side + quiet, side, address)
        if surface.size.width <= surface.size.height:
            _address(surface, Rect(room.x, room.y, room.width - side - 2, room.height), address)

    def _foot(self, surface: Surface, box: Rect, number: int, card: DeckCard) -> None:
        """Logo, the title of the deck when the band has the group, and the number."""
        style = HINT.sized(9 if box.height >= 5 else 8, floor=6.5)
        told = self._number(number)
        if card.kind and not self.look.kind_above:
            told = f"{card.kind} \u00b7 {told}"
        taken = surface.text(box.right, box.bottom - 0.4, told, style.strong, anchor="end", width=box.width * 0.6) + 2.5
        room = Rect(box.x, box.y, box.width - taken, box.height)
        draw_logos(surface, room, box.height)
        title, left = self.desk.material.title, room.width - logos_width(surface, box.height, room) - 4
        if card.group and surface.width(title, style) <= left:
            surface.text(room.right, box.bottom - 0.4, title, style, anchor="end", width=left)

    def _plain(self, surface: Surface, box: Rect) -> None:
        """The back of a card without one: logo and title in the middle, level with the other backs of its sheet."""
        height = min(14.0, box.height * 0.35)
        room = Rect(box.x, box.middle[1] - height - 3, box.width, height)
        taken = logos_width(surface, height, room)
        draw_logos(surface, Rect(box.x + (box.width - taken) / 2, room.y, taken, height), height)
        style = NAME.sized(self.look.answer.size, floor=8)
        below = box.middle[1] + 3 + surface.cap_height(style)
        title = self.desk.material.title
        surface.paragraph(box.x, below, box.width, title, style, lines=3, tag="H1", anchor="middle")


def _common(sizes: Sequence[float]) -> float:
    """The size at which all texts of a set fit but the longest tenth, which are set smaller."""
    return sorted(sizes)[len(sizes) // 10] if sizes else 0.0


def _size(surface: Surface, box: Rect, text: str, style: Style) -> float:
    """The largest size, from that of `style` down to its floor, at which a text fits its box."""
    size = style.size
    while size > style.floor and _height(surface, text, style.sized(size), box.width) > box.height:
        size = max(style.floor, size - 0.5)
    return size


def _set(surface: Surface, box: Rect, text: str, style: Style, common: float) -> None:
    """A text from the top of its box, in the size of its set or smaller."""
    chosen = style.sized(min(common, _size(surface, box, text, style)))
    most = max(1, int((box.height - surface.cap_height(chosen) * 1.3) / chosen.leading) + 1)
    surface.paragraph(box.x, box.y + surface.cap_height(chosen), box.width, text, chosen, lines=most)


def _height(surface: Surface, text: str, style: Style, width: float) -> float:
    """mm of a text in lines of this width: from its capitals to its last tails; no end when a word is too wide."""
    lines = surface.lines(text, style, width)
    if any(surface.width(line, style) > width + 0.01 for line in lines):
        return float("inf")
    return (len(lines) - 1) * style.leading + surface.cap_height(style) * 1.3


def _address(surface: Surface, box: Rect, address: str) -> None:
    """The address in letters on the foot of a box, for who has no telephone at hand; only its site when it is long."""
    style = HINT.sized(9, floor=8)
    plain = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    for shown in (plain, plain.partition("/")[0]):
        if surface.width(shown, style) <= box.width:
            surface.text(box.x, box.bottom, Address(shown, address), style, width=box.width)
            return
