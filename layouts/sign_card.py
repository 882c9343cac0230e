"""Sign card: one word to be seen from afar, perhaps a sentence under it (A17 time cards, C10 role cards).

In: words, each with an icon and perhaps a sentence. Out: a lying card of each, from A7 up, all words in the one size at
which the longest fits. Source: looks.md sections 2 and 5. Leaves alone: how many sets are printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaarten.layout import (
    BODY,
    PAPER_SIZES,
    Desk,
    Face,
    IconName,
    LayoutContent,
    Piece,
    Rect,
    Style,
    Surface,
    Text,
    kicker_row,
    small_footer,
)

SMALLEST = PAPER_SIZES["A7"].turned
WIDE_FROM = 180.0
WORD = Style(400, 150, floor=20, bold=True)
"""More than any card has room for. In the typeface of texts, which is read from farther than a brand's own."""
MOST_LINES = 2
SHARE = 0.86
"""Of the room for a word, that its lines may fill."""


class Sign(LayoutContent):
    word: Text
    sentence: Text | None = None
    icon: IconName = "clock"


class Content(LayoutContent):
    kicker: Text
    signs: dict[str, Sign]


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A card for each word."""
    signs = list(content.signs.values())
    for sign in signs:
        yield Piece(sign.word, card(desk, content, sign, signs), edge=desk.credit)


def card(desk: Desk, content: Content, sign: Sign, signs: Sequence[Sign]) -> Face:
    """A row of blocks, the word in the middle of what is left, the sentence, the footer."""
    surface = desk.surface(sign.word)
    width, height = surface.size.width, surface.size.height
    edge = 8 if width < WIDE_FROM else 10
    row = Rect(edge, edge, width - 2 * edge, 7 + height * 0.06)
    kicker_row(surface, row, sign.icon, content.kicker)
    foot = height - 15.5
    style = BODY.sized(BODY.size * min(1.5, height / 74), floor=11)
    if any(each.sentence for each in signs):
        foot -= style.leading * 2
    if sign.sentence:
        first = foot + style.leading * 0.75
        surface.paragraph(row.x, first, row.width, sign.sentence, style, lines=2, shaping="balanced")
    _word(surface, Rect(row.x, row.bottom, row.width, foot - row.bottom), sign.word, [each.word for each in signs])
    small_footer(surface, Rect(edge, height - 11.5, row.width, 5.5), desk.credit_short)
    return surface.face()


def _word(surface: Surface, box: Rect, word: Text, words: Sequence[Text]) -> None:
    """The word as large as the longest of the set can be, on one line or two, in the middle of the box."""
    style = _fitted(surface, words, box)
    lines = surface.line_count(word, style, box.width)
    cap = surface.cap_height(style)
    y = box.y + (box.height - cap - (lines - 1) * style.leading) / 2 + cap
    surface.paragraph(box.x, y, box.width, word, style, lines=MOST_LINES, tag="H1")


def _fitted(surface: Surface, words: Sequence[Text], box: Rect) -> Style:
    """The larger of two: all words on one line, or on two lines that together have the height of the box."""
    found: list[Style] = []
    for lines in range(1, MOST_LINES + 1):
        height = surface.cap_height(WORD) + (lines - 1) * WORD.leading
        tallest = WORD.sized(min(WORD.size, WORD.size * SHARE * box.height / height))
        found.append(surface.one_size(words, tallest, box.width, lines))
    return max(found, key=lambda style: style.size)
