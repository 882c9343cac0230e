"""A deck: cards that somebody thought of herself, as they stand in `decks/<id>.yaml`.

In: the file as nodes, every text already by language and a table already as rows (`deck_file`). Out: a frozen Deck, or
every fault at its line. Leaves alone: how it becomes materials and words (`deck_layer`), and drawing.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, field_validator

from kaarten.geometry import PAPER_SIZES
from kaarten.model.base import Model, fault
from kaarten.model.fields import TrimSize
from kaarten.model.quantity import Quantity
from kaarten.text import Text

MOST_CARDS = 1_000
LONGEST_ADDRESS = 150
"""Characters of an address: a code of more has squares that a telephone no longer tells apart on a small card."""

_ADDRESS = re.compile(r"https?://[^\s/?#]+\.[^\s/?#.]+([/?#]\S*)?")

Said = Annotated[dict[str, Text], Field(min_length=1)]
"""A text by language."""


class DeckGroup(Model):
    """Cards that belong together, by a name, a colour and an icon."""

    name: Said = Field(description="What the group is called on the cards.")
    colour: Text | None = Field(default=None, description="A slot of the palette, a domain, or #RRGGBB.")
    icon: Text | None = Field(
        default=None, description="Name of the icon; without it that of the domain, or one that is free."
    )


class DeckCard(Model):
    """One card. Only the front is needed."""

    front: Said = Field(description="What everybody reads: the question.")
    back: Said | None = Field(default=None, description="What stands on the other side.")
    group: Text | None = Field(default=None, description="Id of the group it belongs to.")
    kind: Said | None = Field(default=None, description="A word that says what it is: question, task, case.")
    qr: Text | None = Field(default=None, description="A web address, printed as a QR code and in letters.")

    @field_validator("qr")
    @classmethod
    def _leads_somewhere(cls, address: Text | None) -> Text | None:
        if address is None:
            return None
        plain = address.like(address.strip())
        if len(plain) > LONGEST_ADDRESS:
            raise fault("qr-too-long", most=LONGEST_ADDRESS)
        if not _ADDRESS.fullmatch(plain):
            raise fault("qr-not-an-address", value=str(plain))
        return plain


class DeckTable(Model):
    """A CSV file or a workbook with a row for each card."""

    file: Text = Field(description="A file beside the deck: cards.csv or cards.xlsx.")
    sheet: Text | None = Field(default=None, description="Which sheet of a workbook; else the first.")


class Deck(Model):
    """A whole deck. Only the title and the cards are needed."""

    title: Said = Field(description="What the deck is called.")
    intro: Said | None = Field(default=None, description="A sentence for who leads, above the list.")
    language: Text | None = Field(default=None, description="The language it is written in; else the team's.")
    size: TrimSize = Field(default=PAPER_SIZES["A6"], description="Of a card: A6, 'A7 landscape', 90mm x 55mm.")
    paper: Text = Field(default=Text("a4-card"), description="What the cards are printed on.")
    copies: Quantity = Field(default=Quantity(plus=1), description="How many sets of cards.")
    groups: dict[str, DeckGroup] = Field(default_factory=dict, description="The groups by id, in order.")
    cards: tuple[DeckCard, ...] = Field(description="The cards in order.")

    @property
    def sides(self) -> int:
        return 2 if any(card.back for card in self.cards) else 1
