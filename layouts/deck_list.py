"""Deck list: all cards of somebody's own deck for who leads, a row for each: number, group, front, back.

In: the deck. Out: as many A4 as it takes. Source: the comps 05 and 08. Leaves alone: the
cards themselves (deck_cards).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaarten.layout import (
    A4,
    BODY,
    PAPER_SIZES,
    Address,
    Column,
    DeckCard,
    DeckContent,
    Desk,
    Face,
    ListTable,
    Piece,
    Text,
    masthead,
    page_footer,
)

SMALLEST = LARGEST = PAPER_SIZES["A4"]
PAGE = A4()
LEAD, TABLE_TOP = 47.2, 45.0
MOST_LINES = 60
"""Of a cell: a back is never cut off."""
LINK = 28
"""Characters of an address on a line of its column."""


class Content(DeckContent):
    """The deck as it is."""


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """Each page is a piece: whoever leads gets all of them."""
    cards = list(content.cards.values())
    columns = _columns(desk, cards)
    rows = [[_cell(content, key, number, card) for key, _ in columns] for number, card in enumerate(cards, start=1)]
    heads = [column for _, column in columns]
    table = ListTable(desk.surface(), heads, rows, PAGE.width, 9, lines=MOST_LINES)
    room, top = PAGE.rule - 6 - table.head_height, _below_intro(desk, content)
    pages = table.pages(room - top, room - TABLE_TOP)
    for number, page in enumerate(pages, start=1):
        name = desk.page_name(desk.material.title, number, len(pages))
        yield Piece(name, _page(desk, content, table, page, number, len(pages)))


def _columns(desk: Desk, cards: list[DeckCard]) -> list[tuple[str, Column]]:
    """Those that any card has something for."""
    columns = [("number", Column(desk.label("deck-number"), 2.2, quiet=True))]
    if any(card.group for card in cards):
        columns.append(("group", Column(desk.label("deck-group"), 6)))
    if any(card.kind for card in cards):
        columns.append(("kind", Column(desk.label("deck-kind"), 4.5)))
    columns.append(("front", Column(desk.label("deck-front"), 17, key=True)))
    if any(card.back for card in cards):
        linked = any(card.qr for card in cards)
        columns.append(("back", Column(desk.label("deck-back-link" if linked else "deck-back"), 18)))
    elif any(card.qr for card in cards):
        columns.append(("qr", Column(desk.label("deck-link"), 14)))
    return columns


def _cell(content: Content, key: str, number: int, card: DeckCard) -> str:
    match key:
        case "number":
            return str(number)
        case "group":
            return content.groups[card.group].name if card.group else ""
        case "qr":
            return Address(_address(card), card.qr, card.qr.mark)
        case "back":
            return _back(card)
        case _:
            return getattr(card, key)


def _back(card: DeckCard) -> Text:
    """What stands on the back, and the address behind its QR code."""
    if not card.qr:
        return card.back
    printed = _address(card)
    told, mark = f"{card.back} {printed}".strip(), card.back.mark if card.back else card.qr.mark
    return Address(told, card.qr, mark, card.back.id, words=len(printed.split()))


def _address(card: DeckCard) -> str:
    """The address of a card as one types it, divided only where it is longer than a line of its column."""
    address = card.qr.removeprefix("https://").removeprefix("http://").rstrip("/")
    if len(address) <= LINK:
        return address
    parts = [part for part in re.split(r"(?<=/)", address) if part]
    return " ".join(part[at : at + LINK] for part in parts for at in range(0, len(part), LINK))


def _below_intro(desk: Desk, content: Content) -> float:
    """Where the table of the first page begins."""
    if not content.intro:
        return TABLE_TOP
    lines = desk.surface().line_count(content.intro, BODY, PAGE.width)
    return LEAD + lines * BODY.leading


def _page(desk: Desk, content: Content, table: ListTable, page: range, number: int, pages: int) -> Face:
    surface = desk.surface()
    masthead(surface, content.heading, desk.label("deck-list-for"))
    if number == 1 and content.intro:
        surface.paragraph(PAGE.left, LEAD, PAGE.width, content.intro, BODY, lines=6)
    table.draw(surface, PAGE.left, _below_intro(desk, content) if number == 1 else TABLE_TOP, page)
    page_footer(surface, desk.credit, desk.identity(number, pages))
    return surface.face()
