"""The team's own words: which forms hold after all layers and the chain of languages, and whether they belong together.

In: the vocabulary as merged, and as each layer has it. Out: one VocabularyEntry for a language; a warning where a layer
brings another noun but not its plural or members, for `de wijkteams` beside `de buurtploeg` is wrong. Leaves alone:
placeholders (`vocabulary`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf

from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.model.layers import Layer
from kaarten.model.structure import Noun, StickerColours, VocabularyEntry
from kaarten.source.nodes import Mapping, Scalar
from kaarten.tailor.grammar import DUTCH_ARTICLES
from kaarten.tailor.job import Language
from kaarten.text import mark_of

NOUNS = {
    "team": ("team", "teams", "het"),
    "resident": ("inwoner", "inwoners", "de"),
    "coordinator": ("coordinator", "coordinatoren", "de"),
    "plan": ("plan", "plannen", "het"),
    "domain": ("domein", "domeinen", "het"),
}
"""Key in the vocabulary -> stem, plural and article of the Dutch placeholders."""


def entry_for(language: Language, entries: MappingOf[str, VocabularyEntry], report: Report) -> VocabularyEntry:
    """The forms that hold in a language: its own, and where it has none those of its chain. Fault: not-one-of.

    The chain must hold variants of one language only: English has no use for Dutch forms.
    """
    merged = VocabularyEntry()
    for id in reversed(language.chain):
        merged = _over(merged, entries.get(id, VocabularyEntry()))
    if language.tag.startswith("nl"):
        for key in NOUNS:
            _check_article(getattr(merged, key), report)
    return merged


def report_mixed_forms(layers: Iterable[Layer], report: Report) -> None:
    """A forms-of-another-word for each noun that a layer replaces without all forms that the replaced one had."""
    given: dict[tuple[str, str], dict[str, str]] = {}
    for layer in layers:
        for language, key, noun in _nouns(layer.structure.get("vocabulary")):
            below = given.setdefault((language, key), {})
            forms = {name: node.text for name, node in noun if isinstance(node, Scalar)}
            kept = [name for name, form in below.items() if form and name not in forms]
            if kept and forms.get("noun", below["noun"]) != below["noun"]:
                name = f"vocabulary.{language}.{key}"
                report.warning("forms-of-another-word", noun.keys["noun"], key=name, forms=", ".join(kept))
            below |= forms


def _nouns(vocabulary: object) -> Iterator[tuple[str, str, Mapping]]:
    for language, entry in vocabulary if isinstance(vocabulary, Mapping) else ():
        for key, noun in entry if isinstance(entry, Mapping) else ():
            if key in NOUNS and isinstance(noun, Mapping):
                yield language, key, noun


def _check_article(noun: Noun, report: Report) -> None:
    if noun.article and noun.article not in DUTCH_ARTICLES:
        report.error(
            "not-one-of",
            mark_of(noun.article),
            key="article",
            value=str(noun.article),
            choices=", ".join(DUTCH_ARTICLES),
            guess=guess(noun.article, DUTCH_ARTICLES),
        )


def _over(lower: VocabularyEntry, upper: VocabularyEntry) -> VocabularyEntry:
    nouns = {key: _noun_over(getattr(lower, key), getattr(upper, key)) for key in NOUNS}
    colours = StickerColours(
        general=upper.sticker_colours.general or lower.sticker_colours.general,
        specific=upper.sticker_colours.specific or lower.sticker_colours.specific,
    )
    municipality = upper.municipality or lower.municipality
    return VocabularyEntry(**nouns, municipality=municipality, sticker_colours=colours)


def _noun_over(lower: Noun, upper: Noun) -> Noun:
    """Another noun brings its own forms along; else forms may come from below one by one."""
    if upper.noun:
        return upper
    return Noun(**{name: getattr(upper, name) or getattr(lower, name) for name in Noun.model_fields})
