"""Working forms: each with its words and what it takes, in the order of the structure.

In: the forms of the structure and as each layer has them, their words, the materials there are. Out: a Form
of the job; faults that lie between several of them. Source: timeline.md section 3. Leaves alone: when in a meeting a
form is used, and how its card looks.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as ManyOf

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.model.base import Model
from kaarten.model.elsewhere import MATERIALS, NOWHERE_ELSE, Elsewhere
from kaarten.model.structure import FormEntry
from kaarten.model.validate import walk
from kaarten.source.nodes import Mapping
from kaarten.tailor.timetable import Form
from kaarten.text import Text, mark_of


class FormWords(Model):
    """What the words say of a working form."""

    name: Text
    text: Text
    hint: Text = Text("")


def form(id: str, entry: FormEntry, words: FormWords, materials: Collection[str]) -> Form:
    """A working form with its words. Only `materials` that the pack has are named: a team may have dropped one."""
    return Form(
        id=id,
        number=entry.number,
        meeting=entry.meeting,
        name=words.name,
        text=words.text,
        hint=words.hint,
        minutes=entry.minutes,
        at_least=entry.people.at_least,
        at_most=entry.people.at_most,
        materials=tuple(str(material) for material in entry.materials if material in materials),
    )


def check_forms(
    entries: MappingOf[str, FormEntry],
    sections: ManyOf[Mapping],
    materials: Collection[str],
    report: Report,
    elsewhere: Elsewhere = NOWHERE_ELSE,
) -> None:
    """Faults: form-number-taken, unknown-material.

    `sections` are the forms of all layers, lowest first: of two forms with one number the fault is that of who wrote
    last. `materials` are all that any layer names; what packs `elsewhere` have is right too.
    """
    taken: dict[tuple[str, int], str] = {}
    for id, entry in entries.items():
        other = taken.setdefault((entry.meeting, entry.number), id)
        if other != id:
            last, first = sorted((id, other), key=lambda each: _told(sections, each)[0], reverse=True)
            report.error("form-number-taken", _told(sections, last)[1], number=entry.number, form=first)
        for material in entry.materials:
            if material not in materials and not elsewhere.pack(MATERIALS, material):
                near, known = guess(material, materials), list(materials)
                report.error("unknown-material", mark_of(material), material=material, guess=near, known=known)


def _told(sections: ManyOf[Mapping], id: str) -> tuple[int, Mark]:
    """The last layer that gives a form its number or meeting, and where it does."""
    found: list[tuple[int, Mark]] = []
    for index, section in enumerate(sections):
        places = (walk(section, (id, key)) for key in ("meeting", "number"))
        found += [(index, place.value) for place in places if len(place.path) == 2]
    return found[-1]
