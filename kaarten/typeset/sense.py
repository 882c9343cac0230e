"""Sense: what a break between two words costs who reads a text, by what small words do in its language.

In: the words of a text, a language. Out: a cost for each place where a line may end, 0 at the end of a sentence. The
words stand in `data/breaks.json`, in lists by what they do; a language without lists has only its punctuation. Leaves
alone: how long lines are (`lines`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from kaarten.resources import data_folder

SENTENCE_ENDS = (".", "?", "!", ".)", "?)", "!)")
_CLAUSE_ENDS = (*SENTENCE_ENDS, ":", ";", ",", "),", "\u2026")
_OPENING, _QUOTES = "([\u2018\u201c", "\u2019\u201d'\""

SENTENCE, CLAUSE, COMMA, CONJUNCTION, PREPOSITION, PLAIN = 0.0, 0.5, 1.0, 1.5, 2.5, 3.5
"""Costs of a break: after a sentence, after a colon or before a bracket, after a comma, before a conjunction, before a
preposition, and between any two words."""
_LEADS, _BINDS, _NUMBER, _ADVERB, _QUESTION, _NOUN_PHRASE = 9.0, 6.0, 5.0, 4.0, 3.0, 8.0
"""What more it costs after an article, after a preposition or conjunction, before a number, after an adverb, after a
question word, within `a new word`."""
_NAME, _PRONOUN_LAST, _LEADING_LAST, _SUBJECT, _VERB_LAST = 2.0, 1.0, 2.0, 3.0, 5.0
"""Before a name, after a pronoun, after one that may belong to the next word, after one right behind what opens its
clause (`what we / want`), after a part of a verb that goes on (`er af / zijn`)."""
_PAIR = 9.0
"""Between two words that are one thing to who reads them (`van buiten`)."""
_PRONOUN_FIRST, _CLOSING_FIRST, _PARTICLE_FIRST = 4.5, 6.0, 2.0
"""Before the pronoun of the verb before it (`merk / je`), before what closes a clause (`Zoek iemand / op`), before the
rest of a verb (`grow / up`)."""


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Words by what they do. `leads` belong to the next word; `articles`, some of those, open a noun phrase; an
    adjective in it ends in one of `endings`. Of the pronouns those that are `leading` often belong to the next word, as
    `je` does, and `objects` never to it. `pointing` conjunctions are pronouns behind the verb of a question (`Wat
    betekent dat voor ...`). `pairs` are two words each, with `_` between.
    """

    leads: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()

    @property
    def openers(self) -> frozenset[str]:
        """Words that open a clause."""
        return self.conjunctions | self.questions

    @property
    def small(self) -> frozenset[str]:
        """Words that are no part of a noun phrase that is under way."""
        return self.leads | self.prepositions | self.conjunctions | self.questions | self.pronouns


@lru_cache
def small_words(language: str) -> SmallWords:
    """Those of a language by its tag or the first part of it: `nl-NL`, `nl`; none for one without lists."""
    lists: Mapping[str, str] = _lists().get(language.partition("-")[0], {})
    return SmallWords(**{name: frozenset(words.split()) for name, words in lists.items()})


@lru_cache
def _lists() -> Mapping[str, Mapping[str, str]]:
    return json.loads((data_folder() / "breaks.json").read_text("utf-8"))


def break_costs(texts: Sequence[str], known: SmallWords) -> list[float]:
    """Of each word but the first what it costs to begin a line with it; the first costs nothing."""
    return [0.0, *(_cost(texts, at, known) for at in range(1, len(texts)))]


def cost_of(lines: Sequence[Sequence[str]], known: SmallWords) -> float:
    """What the breaks between lines of words cost."""
    costs, starts = break_costs([text for line in lines for text in line], known), accumulate(map(len, lines[:-1]))
    return sum(costs[start] for start in starts)


def ends_clause(text: str) -> bool:
    return text.rstrip(_QUOTES).endswith(_CLAUSE_ENDS)


def ends_sentence(text: str) -> bool:
    return text.rstrip(_QUOTES).endswith(SENTENCE_ENDS)


def _bare(text: str) -> str:
    return text.strip(_OPENING + _QUOTES + ".,:;?!)]").lower()


def _cost(texts: Sequence[str], at: int, known: SmallWords) -> float:
    before, after = texts[at - 1], texts[at]
    if ends_sentence(before):
        return SENTENCE
    if ends_clause(before):
        return COMMA if before.endswith(",") else CLAUSE
    if after.startswith(("(", "\u2013", "/")):
        return CLAUSE
    last, first = _bare(before), _bare(after)
    if f"{last}_{first}" in known.pairs:
        return PLAIN + _PAIR
    if _is_closing(texts, at, known):
        return PLAIN + _CLOSING_FIRST
    if first in known.pointing and at == 2 and _bare(texts[0]) in known.questions:
        return PLAIN + _PRONOUN_FIRST
    if before.endswith(")"):
        return _opens(last, first, known)
    return _opens(last, first, known) + _closes(last, first, known) + _within(texts, at, known)


def _opens(last: str, first: str, known: SmallWords) -> float:
    """What it costs that a line begins with a word."""
    if first in known.conjunctions:
        return CONJUNCTION
    if first in known.prepositions or first in known.questions:
        return PREPOSITION
    if first in known.particles:
        return PLAIN + _PARTICLE_FIRST
    return PLAIN + (_PRONOUN_FIRST if first in known.pronouns and _is_verb(last, first, known) else 0.0)


def _is_verb(word: str, pronoun: str, known: SmallWords) -> bool:
    """Whether a word may be the verb of a pronoun behind it: of a language with auxiliaries none but those, before a
    subject.
    """
    if word in known.conjunctions or word in known.questions:
        return False
    return not known.auxiliaries or word in known.auxiliaries or pronoun in known.objects


def _closes(last: str, first: str, known: SmallWords) -> float:
    """What more it costs that a line ends with a word."""
    if last in known.conjunctions:
        return 0.0 if last in known.pointing and first in known.prepositions else _BINDS
    # before another small word it closes what came before: `schrijf dat op / voor`, `wie doet wat / en`, `zeg het / op`
    closing = first in known.conjunctions or first in known.prepositions
    if last in known.leads:
        return 0.0 if closing and last not in known.articles else _LEADS
    if last in known.adverbs:
        return _ADVERB if not closing else _ADVERB / 2 if first in known.prepositions else 0.0
    if last in known.prepositions or last in known.questions:
        return 0.0 if closing else _BINDS if last in known.prepositions else _QUESTION
    if last in known.particles or last in known.auxiliaries:
        return 0.0 if first in known.small else _VERB_LAST
    return _LEADING_LAST if last in known.leading else _PRONOUN_LAST if last in known.pronouns else 0.0


def _within(texts: Sequence[str], at: int, known: SmallWords) -> float:
    """What more it costs to part a noun phrase, a name from what it names, a number from what is counted."""
    before, after = texts[at - 1], texts[at]
    cost = _LEADS if before.isdecimal() else 0.0
    if after[0].isdecimal():
        cost += _NUMBER
    elif after[0].isupper() and _bare(after) not in known.pronouns:
        cost += _NAME
    opener = _bare(texts[at - 2]) if at >= 2 and not ends_clause(texts[at - 2]) else ""
    return cost + (0.0 if _bare(after) in known.small else _phrase(opener, _bare(before), known))


def _phrase(opener: str, word: str, known: SmallWords) -> float:
    """What it costs to end a line with a word that what opens a phrase stands before: an adjective for sure, or not; a
    pronoun right behind what opens its clause.
    """
    if word in known.pronouns:
        return _NOUN_PHRASE if opener in known.prepositions else _SUBJECT if opener in known.openers else 0.0
    if opener in known.leads and word.endswith(tuple(known.endings)):
        return _NOUN_PHRASE
    return _NOUN_PHRASE / 3 if opener in known.articles else 0.0


def _is_closing(texts: Sequence[str], at: int, known: SmallWords) -> bool:
    """Whether a word is the rest of a verb or question, at the end of its clause: `op die`, `is for and`."""
    word, last = _bare(texts[at]), at + 1 == len(texts) or ends_clause(texts[at])
    if word not in known.particles and word not in known.prepositions:
        return False
    following = "" if last else _bare(texts[at + 1])
    if word in known.particles and following in known.prepositions:
        return True
    return last or following in known.conjunctions or following in known.auxiliaries
