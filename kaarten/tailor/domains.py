"""Domains: each with its words and its look, in the order of the structure.

In: the domains, the palette, and the words of both. Out: Domains with colour, icon and pattern: from the slot they
name, else the next free one of the palette. Source: looks.md section 3. Leaves alone: how a look is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as MappingOf

from kaarten.brand.icons import icon_names
from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.model.base import Model
from kaarten.model.structure import DomainLook, PaletteSlot
from kaarten.source.nodes import Mapping
from kaarten.tailor.job import Domain
from kaarten.text import Text, mark_of

FEWEST, MOST = 5, 10
"""As many as the wheel can hold and still be read from where people stand."""

COMPETENCIES_SLOT = "teal"
"""The slot of the palette that is kept for the generic competencies (content/base/palette.yaml)."""


class DomainWords(Model):
    """What the words say of a domain: examples by id, of which one of each kind stands in the wheel."""

    name: Text
    sentence: Text
    general: dict[str, Text] = {}
    specific: dict[str, Text] = {}


class CompetencyItem(Model):
    """What the words say of one generic competency."""

    name: Text
    sentence: Text


class CompetencyWords(Model):
    """What the words say of the generic competencies."""

    name: Text
    sentence: Text
    items: dict[str, CompetencyItem]


def assign_slots(
    looks: MappingOf[str, DomainLook], palette: MappingOf[str, PaletteSlot], node: Mapping, report: Report
) -> dict[str, PaletteSlot]:
    """The slot of each domain.

    Faults: wrong-number-of-domains, unknown-icon, unknown-slot, slot-taken, no-free-slot.
    """
    _check_icons([slot.icon for slot in palette.values()] + [look.icon for look in looks.values() if look.icon], report)
    if not FEWEST <= len(looks) <= MOST:
        report.error("wrong-number-of-domains", node.mark, number=len(looks), least=FEWEST, most=MOST)
    taken = {COMPETENCIES_SLOT: "competencies"}
    free = [name for name in palette if name not in {COMPETENCIES_SLOT, *(look.slot for look in looks.values())}]
    for id, look in looks.items():
        if look.slot is None:
            continue
        if look.slot not in palette:
            near = guess(look.slot, palette)
            report.error("unknown-slot", mark_of(look.slot), slot=look.slot, guess=near, known=free)
        elif look.slot in taken:
            report.error("slot-taken", mark_of(look.slot), slot=look.slot, domain=taken[look.slot])
        else:
            taken[str(look.slot)] = id
    waiting = iter(free)
    found: dict[str, PaletteSlot] = {}
    for id, look in looks.items():
        name = next(waiting, None) if look.slot is None else look.slot
        if name is None:
            report.error("no-free-slot", node.keys[id], domain=id)
        elif name in palette:
            found[id] = _own_look(palette[name], look)
    return found


def _check_icons(icons: Iterable[Text], report: Report) -> None:
    known = sorted(icon_names())
    for icon in icons:
        if icon not in known:
            report.error("unknown-icon", mark_of(icon), icon=icon, guess=guess(icon, known), known=known)


def domain(id: str, words: DomainWords, look: DomainLook, slot: PaletteSlot, report: Report) -> Domain:
    """A domain with its words and its look. Fault: unknown-example."""
    return Domain(
        id=id,
        name=words.name,
        sentence=words.sentence,
        general_example=_example(words.general, look.wheel.general, report),
        specific_example=_example(words.specific, look.wheel.specific, report),
        colour=slot.colour,
        icon=str(slot.icon),
        pattern=str(slot.pattern),
    )


def competencies(words: CompetencyWords, slot: PaletteSlot) -> Domain:
    """The generic competencies, which have a sheet and a card as a domain has, but no examples."""
    return Domain(
        id="competencies",
        name=words.name,
        sentence=words.sentence,
        general_example=Text(""),
        specific_example=Text(""),
        colour=slot.colour,
        icon=str(slot.icon),
        pattern=str(slot.pattern),
    )


def _example(examples: MappingOf[str, Text], chosen: Text | None, report: Report) -> Text:
    if chosen is not None and chosen not in examples:
        known = list(examples)
        report.error("unknown-example", mark_of(chosen), example=chosen, guess=guess(chosen, known), known=known)
    return examples.get(chosen or "", next(iter(examples.values()), Text("")))


def _own_look(slot: PaletteSlot, look: DomainLook) -> PaletteSlot:
    return PaletteSlot(
        cmyk=None if look.colour else slot.cmyk,
        colour=look.colour or slot.colour,
        icon=look.icon or slot.icon,
        pattern=look.pattern or slot.pattern,
    )
