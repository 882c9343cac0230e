"""Deck cards: the cards of somebody's own deck, each with a question, its group, and perhaps a back and a QR code.

In: the deck. Out: a card for each, from a business card (85 x 54) to A5, all questions in one size or smaller where one
is long. Source: the comps 01 (band) and 10 (interview cards). Leaves alone: how many go on a sheet, and how many sets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaarten.layout import (
    HINT,
    NAME,
    PAPER_SIZES,
    QUESTION,
    SMALL,
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
    block_text,
    domain_tile,
    draw_logos,
    general_tint,
    logos_width,
    qr_code,
    qr_side,
    tile,
)

SMALLEST = (Size(54, 85), Size(85, 54))
LARGEST = PAPER_SIZES["A4"]


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
    floor: float
    qr: float


def look_of(size: Size) -> Look:
    """Three kinds: as large as A6 or larger, A7, and smaller ones."""
    short, area = min(size.width, size.height), size.width * size.height
    k = min(1.6, max(1.0, short / 105))
    if short >= 100:
        front, answer = Style(21 * k, 8.4 * k, floor=14), Style(15 * k, 6.4 * k, floor=11)
        return Look(8 * k, 9, 17 * min(k, 1.4), 5.5 * k, 11 * k, 14, front, answer, 14, 23 * k)
    if area >= 7000:
        return Look(7, 7.5, 11, 4.5, 7.5, 14, Style(16, 6.6, floor=11), Style(12, 5.4, floor=9), 11, 21)
    return Look(6, 6, 8.5, 4, 5.5, 8, Style(13, 5.4, floor=9), Style(11, 4.8, floor=8), 9, 19)


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A piece for each card, with its number in its name."""
    cards = list(content.cards.values())
    backs = any(card.back for card in cards)
    drawing = Drawing(desk, content, len(cards))
    for number, card in enumerate(cards, start=1):
        front = drawing.front(number, card)
        yield Piece(front.title, front, drawing.back(number, card) if backs else None, desk.material.copies)


class Drawing:
    """The cards of one deck; fronts in one size but for those that need a smaller one."""

    def __init__(self, desk: Desk, content: Content, total: int) -> None:
        self.desk, self.content, self.total = desk, content, total
        self.look = look_of(desk.material.size)
        self.groups = {id: content.domain(desk.surface(), id) for id in content.groups}

    def front(self, number: int, card: DeckCard) -> Face:
        """Group and kind, the question, at the foot logo and number; a QR code above it at the right."""
        surface, look, group = self._surface(number), self.look, self.groups.get(card.group)
        width, height = surface.size.width - 2 * look.left, surface.size.height
        band = Rect(look.left, look.top, width, look.band)
        self._band(surface, band, group, card)
        foot = Rect(look.left, height - look.foot - max(6.0, look.left - 1.5), width, look.foot)
        room = Rect(look.left, band.bottom + look.gap, width, foot.y - 3 - band.bottom - look.gap)
        _question(surface, self._beside_code(surface, room, card), card.front, look.front, tag="P")
        self._foot(surface, foot, number, group)
        return surface.face()

    def back(self, number: int, card: DeckCard) -> Face:
        """A rule in the group's colour and what stands on the back; without a text logo and title."""
        surface, look, group = self._surface(number), self.look, self.groups.get(card.group)
        box = Rect(0, 0, surface.size.width, surface.size.height).inset(look.back, look.back)
        if not card.back:
            self._plain(surface, box)
            return surface.face()
        name = group.name if group else self.desk.material.title
        style = SMALL.sized(9, floor=7).strong
        number_text = self._number(number)
        taken = surface.width(number_text, style) + 4
        y = box.y + surface.cap_height(style)
        surface.text(box.x, y, name, style, tag="H1", width=box.width - taken)
        surface.text(box.right, y, number_text, style.regular, anchor="end", width=taken)
        with surface.artifact():
            ink = group.colour if group else surface.brand.accent
            surface.line(box.x, y + 2.6, box.right, y + 2.6, Stroke(ink, 3))
        top = y + 3 + 0.62 * look.gap
        _question(surface, Rect(box.x, top, box.width, box.bottom - top), card.back, look.answer, tag="P")
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
        name = group.name if group else self.desk.material.title
        pad = max(2.5, box.height * 0.2)
        words = field.inset(pad, 0)
        style = NAME.sized(box.height * 0.94, floor=8 if box.height < 17 else 11)
        style = style.sized(max(style.size, 9), floor=style.floor)
        if card.kind and box.height >= 17:
            k = box.height / 17
            small = SMALL.sized(9 * k, floor=9)
            surface.text(words.x, box.y + 5.4 * k, card.kind, small, width=words.width)
            upper = Rect(words.x, box.y + 6.2 * k, words.width, box.height - 7 * k)
            block_text(surface, upper, name, style, lines=1, tag="H1")
            return
        kind = SMALL.sized(9, floor=7)
        taken = surface.width(card.kind, kind) + 3 if card.kind else 0.0
        two = box.height >= 11
        block_text(
            surface, Rect(words.x, box.y, words.width - taken, box.height), name, style, lines=2 if two else 1, tag="H1"
        )
        if card.kind:
            baseline = box.middle[1] + surface.cap_height(kind) / 2
            surface.text(words.right, baseline, card.kind, kind, anchor="end", width=taken)

    def _beside_code(self, surface: Surface, room: Rect, card: DeckCard) -> Rect:
        """What is left for the question when the code of a card is drawn: above it, or on a lying card beside it."""
        if not card.qr:
            return room
        side = qr_side(card.qr, self.look.qr)
        lying = surface.size.width > surface.size.height
        # its white may reach into the margin, so that its squares are in line with the text
        quiet = side * 0.1
        qr_code(surface, room.right - side + quiet, room.bottom - side + quiet, side, card.qr)
        if lying:
            return Rect(room.x, room.y, room.width - side, room.height)
        left = Rect(room.x, room.bottom - side + 2 * quiet, room.width - side - 2, side - 2 * quiet)
        _address(surface, left, card.qr)
        return Rect(room.x, room.y, room.width, room.height - side + quiet - 2)

    def _foot(self, surface: Surface, box: Rect, number: int, group: Domain | None) -> None:
        """Logo, the title of the deck when the band has the group, and the number."""
        style = HINT.sized(9 if box.height >= 5 else 8, floor=6.5)
        told = self._number(number)
        taken = surface.text(box.right, box.bottom - 0.4, told, style.strong, anchor="end", width=20) + 2.5
        room = Rect(box.x, box.y, (box.width - taken) * (0.45 if group else 1), box.height)
        draw_logos(surface, room, box.height)
        if not group:
            return
        start = box.x + logos_width(surface, box.height, room) + 4
        title, left = self.desk.material.title, box.right - taken - start
        if left > 10 and surface.one_size([title], style, left).size >= style.floor and _fits(surface, title, style, left):
            surface.text(box.right - taken, box.bottom - 0.4, title, style, anchor="end", width=left)

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


def _fits(surface: Surface, text: str, style: Style, width: float) -> bool:
    return surface.width(text, style.sized(style.floor)) <= width


def _question(surface: Surface, box: Rect, text: str, style: Style, tag: str) -> None:
    """A text from the top of its box, as large as fits it, from the size of `style` down to its floor."""
    size = style.size
    while size > style.floor:
        tried = style.sized(size)
        if _height(surface, text, tried, box.width) <= box.height:
            break
        size = max(style.floor, size - 0.5)
    chosen = style.sized(size)
    most = max(1, int((box.height - surface.cap_height(chosen) * 1.3) / chosen.leading) + 1)
    first = box.y + surface.cap_height(chosen)
    surface.paragraph(box.x, first, box.width, text, chosen, lines=most, tag=tag)


def _height(surface: Surface, text: str, style: Style, width: float) -> float:
    """mm of a text in lines of this width: from its capitals to its last tails; no end when a word is too wide."""
    lines = surface.lines(text, style, width)
    if any(surface.width(line, style) > width + 0.01 for line in lines):
        return float("inf")
    return (len(lines) - 1) * style.leading + surface.cap_height(style) * 1.3


def _address(surface: Surface, box: Rect, address: str) -> None:
    """The address in letters beside its code, for who has no telephone at hand; only its site when it is long."""
    style = HINT.sized(9, floor=8)
    plain = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    for shown in (plain, plain.partition("/")[0]):
        if _fits(surface, shown, style, box.width):
            surface.text(box.x, box.bottom, shown, style, width=box.width)
            return
