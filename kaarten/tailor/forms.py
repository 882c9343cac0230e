"""Working forms: each with its words and what it takes, in the order of the structure.

In: the forms of the structure as entries and as nodes, their words, the materials there are. Out: a Form
of the job; faults that lie between several of them. Source: timeline.md section 3. Leaves alone: when in a meeting a
form is used, and how its card looks.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as MappingOf

from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.model.base import Model
from kaarten.model.structure import FormEntry
from kaarten.model.validate import walk
from kaarten.source.nodes import Mapping
from kaarten.tailor.job import Form
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


def check_forms(entries: MappingOf[str, FormEntry], node: Mapping, materials: Collection[str], report: Report) -> None:
    """Faults: form-number-taken, unknown-material. `materials` are all that any layer names."""
    taken: dict[tuple[int, int], str] = {}
    for id, entry in entries.items():
        other = taken.setdefault((entry.meeting, entry.number), id)
        if other != id:
            report.error("form-number-taken", walk(node, (id, "number")).value, number=entry.number, form=other)
        for material in entry.materials:
            if material not in materials:
                near, known = guess(material, materials), list(materials)
                report.error("unknown-material", mark_of(material), material=material, guess=near, known=known)
