"""Decks among the materials: three of them by one name, and the language that they were written in.

In: the structure of a pack; in which languages a deck is written. Out: the structure with the parts of a deck where its
name stood; a warning, once for each deck, with how many texts are in another language. Leaves alone: which text is
printed instead (`words`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kaarten.diagnostics import Report
from kaarten.model.deck_layer import DeckWords
from kaarten.model.structure import Structure
from kaarten.tailor.job import Language
from kaarten.text import Text


def with_parts(structure: Structure) -> Structure:
    """The structure in which a meeting, block, working form or thing that names a deck names its materials."""
    parts: dict[str, list[str]] = {}
    for id, entry in structure.materials.items():
        parts.setdefault(str(entry.deck), []).append(id)
    parts.pop("", None)
    if not parts:
        return structure

    def full(names: Iterable[Text]) -> tuple[Text, ...]:
        found = {part: name for name in names for part in parts.get(str(name), [str(name)])}
        return tuple(name.like(part) for part, name in found.items())

    meetings = {
        id: meeting.model_copy(
            update={
                "needs": full(meeting.needs),
                "blocks": {
                    name: block.model_copy(update={"needs": full(block.needs)})
                    for name, block in meeting.blocks.items()
                },
            }
        )
        for id, meeting in structure.agenda.meetings.items()
    }
    forms = {id: form.model_copy(update={"materials": full(form.materials)}) for id, form in structure.forms.items()}
    things = {
        id: thing.model_copy(update={"goes_with": full(thing.goes_with)}) for id, thing in structure.things.items()
    }
    agenda = structure.agenda.model_copy(update={"meetings": meetings})
    return structure.model_copy(update={"agenda": agenda, "forms": forms, "things": things})


def report_other_language(deck: DeckWords, language: Language, tags: Mapping[str, str], report: Report) -> None:
    """A deck-in-other-language when some texts are there only in another language; variants are not another."""
    kin = {id for id, tag in tags.items() if tag.partition("-")[0] == language.tag.partition("-")[0]}
    lacking = sum(not kin & texts for texts in deck.texts)
    if lacking:
        used = next(iter(sorted({id for texts in deck.texts for id in texts} - kin)), deck.language)
        report.warning(
            "deck-in-other-language", deck.mark, deck=deck.id, language=language.id, used=used, count=lacking
        )
