"""Grammar: the forms of a team's own words that may be derived, capitals, and numbers in words.

In: the stored forms of a noun. Out: placeholders and what they stand for. Only articles and what agrees with them is
derived (het/de, ons/onze, dit/deze, dat/die, elk/elke, welk/welke); plurals and members never are, for a script that
guesses them is wrong too often. Source: wording.md section 0. Leaves alone: facts such as dates (`vocabulary`).
"""

from __future__ import annotations

import re

from kaarten.model.structure import Noun

Forms = dict[str, str | None]
"""Placeholder -> what it stands for; None where the form that it needs was not given."""

_AGREEING = {
    "het": {"the": "het", "our": "ons", "this": "dit", "that": "dat", "every": "elk", "which": "welk"},
    "de": {"the": "de", "our": "onze", "this": "deze", "that": "die", "every": "elke", "which": "welke"},
}
DUTCH_ARTICLES = tuple(_AGREEING)

_CLITIC = re.compile("['\u2019][a-z] ")
"""'s avonds, 't Zand: the word after it takes the capital."""

_CAPITAL_NOUNS = ("de", "lb")
_NUMBERS = {
    "nl": "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
}


def capitalise(text: str) -> str:
    """The text as a sentence starts: `IJsselteam`, `'s Avonds`, `Eén`; the rest keeps its capitals.

    `'s-Hertogenbosch` stays as it is. Source: wording.md 0.2, rule 9.
    """
    found = _CLITIC.match(text)
    if found:
        return found[0] + capitalise(text[found.end() :])
    if text[:1] in ("'", "\u2019"):
        return text
    if text[:2].lower() == "ij":
        return "IJ" + text[2:]
    if text[:2] == "éé":
        return "Eé" + text[2:]
    return text[:1].upper() + text[1:]


def uncapitalise(text: str, language: str) -> str:
    """The text within a sentence: `koffie en thee`. As it stands when it goes on in capitals or figures (`USB-stick`,
    `A4`), or the language writes nouns with a capital.
    """
    if text[:2] == "IJ":
        return "ij" + text[2:]
    kept = language in _CAPITAL_NOUNS or text[1:2].isupper() or text[1:2].isdecimal()
    return text if kept else text[:1].lower() + text[1:]


def in_words(number: int, language: str) -> str:
    """A number as running text has it: up to twenty in words where we know them, beyond that in figures."""
    words = _NUMBERS.get(language, "").split()
    return words[number] if 0 <= number < len(words) else str(number)


def dutch_forms(noun: Noun, stem: str, stems: str, article: str) -> Forms:
    """All Dutch placeholders of a noun. `stem` and `stems` name it, `article` is that of the word in their names.

    So `{het_team}` of a buurtploeg gives `de buurtploeg`. An article that Dutch has not was refused before this.
    """
    named = _AGREEING[article]
    agreeing = _AGREEING.get(noun.article, named) if noun.article else dict.fromkeys(named)
    forms: Forms = {stem: noun.noun, f"een_{stem}": _joined("een", noun.noun)}
    for role, name in named.items():
        forms[f"{name}_{stem}"] = _joined(agreeing[role], noun.noun)
    if noun.with_article:
        forms[f"{article}_{stem}"] = noun.with_article
    forms[stems] = noun.plural
    for role in ("the", "our", "this"):
        word = _AGREEING["de"][role]
        forms[f"{word}_{stems}"] = _joined(word, noun.plural)
    return forms


def dutch_members(noun: Noun, stem: str) -> Forms:
    """`{teamlid}` and `{teamleden}`."""
    return {f"{stem}lid": noun.member, f"{stem}leden": noun.members}


def plain_forms(noun: Noun, stem: str, suffix: str) -> Forms:
    """The placeholders of a noun where articles do not agree with it: `{team_en}`, `{a_team_en}`, `{teams_en}`."""
    return {
        f"{stem}_{suffix}": noun.noun,
        f"a_{stem}_{suffix}": _joined(noun.article, noun.noun),
        f"{stem}s_{suffix}": noun.plural,
    }


def with_capitals(forms: Forms) -> Forms:
    """The same forms, and each once more as a sentence starts: `{Het_team}`."""
    capitals = {name[:1].upper() + name[1:]: capitalise(value) if value else None for name, value in forms.items()}
    return {**forms, **capitals}


def _joined(first: str | None, noun: str | None) -> str | None:
    return f"{first} {noun}" if first and noun else None
