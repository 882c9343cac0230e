"""Decks in a language they were not written in: said once for each deck, not once for each of its texts.

In: in which languages a deck is written, a language of the pack. Out: a warning with how many texts that concerns.
Leaves alone: which text is printed instead (`words`).
"""

from __future__ import annotations

from collections.abc import Mapping

from kaarten.diagnostics import Report
from kaarten.model.deck_layer import DeckWords
from kaarten.tailor.job import Language


def report_other_language(deck: DeckWords, language: Language, tags: Mapping[str, str], report: Report) -> None:
    """A deck-in-other-language when some texts are there only in another language; variants are not another."""
    kin = {id for id, tag in tags.items() if tag.partition("-")[0] == language.tag.partition("-")[0]}
    lacking = sum(not kin & texts for texts in deck.texts)
    if lacking:
        used = next(iter(sorted({id for texts in deck.texts for id in texts} - kin)), deck.language)
        report.warning(
            "deck-in-other-language", deck.mark, deck=deck.id, language=language.id, used=used, count=lacking
        )
