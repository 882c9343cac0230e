"""The hop from layers to a job: one pack for one team in one language, every word filled in.

In: Layers as read, a language, the layouts (for what each asks), the brand. Out: a Job, its materials in the order of
the structure; None after errors, all of which are in the report. Leaves alone: reading files, and drawing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from kaarten.brand.kit import BrandKit
from kaarten.diagnostics import NOWHERE, Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.model.layers import Layers
from kaarten.model.stock import Paper
from kaarten.model.structure import Structure
from kaarten.model.validate import validate
from kaarten.source.nodes import Mapping
from kaarten.source.overlay import EMPTY, overlay
from kaarten.tailor.accepted import report_stale
from kaarten.tailor.decks import report_other_language, with_parts
from kaarten.tailor.events import EventMaker
from kaarten.tailor.facts import Facts, facts_of, place_of
from kaarten.tailor.fill import Filler
from kaarten.tailor.job import Job, Language, Material, Stickers
from kaarten.tailor.known import (
    MATERIALS,
    check_labels,
    check_vocabulary,
    check_words,
    dropped_blocks,
    dropped_ids,
    known_of,
    materials_of,
    namespaces_of,
    sections,
)
from kaarten.tailor.languages import find_language
from kaarten.tailor.materials import Layouts, Maker
from kaarten.tailor.meetings import check_meetings
from kaarten.tailor.own_words import entry_for, report_mixed_forms
from kaarten.tailor.packs import report_nameless
from kaarten.tailor.people import people
from kaarten.tailor.roster import roster
from kaarten.tailor.shared import CATALOGUE, NAMESPACES, Shared
from kaarten.tailor.stock import label_sheets
from kaarten.tailor.vocabulary import Placeholders, placeholders
from kaarten.tailor.words import Words, report_fallbacks, words_of

OF_THE_WHOLE = {"too-few-for-form", "too-many-for-form", "need-not-in-pack", "need-of-other-pack", "material-not-used"}
"""Remarks on how a whole pack hangs together, which nobody wants with a part of it."""


def tailor(
    layers: Layers,
    language: str,
    layouts: Layouts,
    brand: BrandKit,
    report: Report,
    only: Collection[str] | None = None,
) -> Job | None:
    """The job of one team in one language; only the materials of the ids in `only`, if given.

    None after errors of this call; what the report held before does not matter.
    """
    own = Report()
    job = _tailored(layers, language, layouts, brand, own, only)
    for diagnostic in own:
        if only is None or diagnostic.code not in OF_THE_WHOLE:
            report.add(diagnostic)
    return None if own.errors else job


def _tailored(
    layers: Layers, id: str, layouts: Layouts, brand: BrandKit, report: Report, only: Collection[str] | None
) -> Job | None:
    structure, nodes = read_structure(layers, report)
    language = find_language(id, structure.languages, report) if structure else None
    if structure is None or language is None:
        return None
    check_meetings(layers, structure, report)
    if report.errors:
        return None
    wanted = _wanted(structure, layers, only, report)
    namespaces = (*NAMESPACES, *dict.fromkeys(structure.materials[id].said_in(id) for id in wanted))
    known = known_of(layers, structure, layouts, report)
    check_words(layers, structure, known, report)
    check_vocabulary(structure, nodes, report)
    report_nameless(layers.packs.values(), language, report)
    report_mixed_forms(layers.layers, report)
    report_stale(layers.layers, language, report, namespaces)
    # all of them: a script names the titles of materials that are not printed this time
    words = words_of(layers.layers, language, known, report, (*NAMESPACES, *namespaces_of(structure)))
    tags = {id: str(entry.tag) for id, entry in structure.languages.items()}
    decks = {deck.id: deck for deck in layers.decks}
    for namespace in namespaces:
        if namespace in decks:
            report_other_language(decks[namespace], language, tags, report)
        elif namespace != CATALOGUE:  # which no pack prints
            report_fallbacks(words, namespace, tags, report)
    facts = facts_of(layers, structure, report)
    filler = _filler(words, structure, nodes, facts, layers, report)
    dropped = dropped_blocks(layers, structure)
    gone = {
        "forms": dropped_ids(layers, "forms", structure.forms),
        "things": dropped_ids(layers, "things", structure.things),
    }
    shared = Shared(structure, nodes, filler, facts, language, dropped, gone, layers.elsewhere, report)
    job = _job(layers, shared, brand, language)
    if job is None:
        return None
    papers, events = shared.papers(), EventMaker(job.team_id, job.team_name, facts, job.labels)
    return replace(
        job,
        events=events.events(job.meetings.values()) if only is None else (),
        label_sheets=label_sheets(structure, papers, job.people),
        materials=_materials(layers, wanted, shared, job, papers, layouts),
    )


def read_structure(layers: Layers, report: Report) -> tuple[Structure | None, Mapping]:
    """The structure of all layers laid over each other, as a model and as nodes."""
    merged = EMPTY
    for layer in layers.layers:
        merged = overlay(merged, layer.structure, report)
    structure = validate(Structure, merged, report)
    return with_parts(structure) if structure else None, merged


# ---- the steps


def _wanted(structure: Structure, layers: Layers, only: Collection[str] | None, report: Report) -> list[str]:
    if not structure.materials:
        marks = [layer.structure.keys[MATERIALS] for layer in layers.layers if MATERIALS in layer.structure.keys]
        report.error("no-materials", marks[-1])
    for id in only or ():
        if id not in structure.materials:
            near = guess(id, structure.materials)
            report.error("unknown-material", NOWHERE, material=id, guess=near, known=list(structure.materials))
    return [id for id in structure.materials if only is None or id in only]


def _filler(words: Words, structure: Structure, nodes: Mapping, facts: Facts, layers: Layers, report: Report) -> Filler:
    """A Filler with the placeholders of every language of the chain, for a text is filled in its own language."""
    found: dict[str, Placeholders] = {}
    for id in words.language.chain:
        language = find_language(id, structure.languages, report)
        if language is not None:
            kin = tuple(each for each in language.chain if _kin(structure, each, id))
            entry = entry_for(replace(language, chain=kin), structure.vocabulary, report)
            found[id] = placeholders(entry, facts, language)

    def place(key: str) -> Mark:
        return place_of(nodes if key.startswith("vocabulary.") else layers.facts, key)

    return Filler(words, found, place, report)


def _kin(structure: Structure, one: str, other: str) -> bool:
    """Whether two languages are variants of one: nl-formal takes the forms of nl, en does not."""
    return structure.languages[one].tag.partition("-")[0] == structure.languages[other].tag.partition("-")[0]


def _job(layers: Layers, shared: Shared, brand: BrandKit, language: Language) -> Job | None:
    """The job without its materials."""
    domains, labels, forms = (
        shared.domains(),
        shared.texts("labels"),
        shared.forms(sections(layers, "forms"), materials_of(layers)),
    )
    check_labels(layers, shared.filler.words, labels, shared.report)
    competencies = shared.competencies()
    if competencies is None:
        return None
    team, facts = layers.team, shared.facts.stickers
    stickers = Stickers(facts.size, facts.name, facts.general, facts.specific, facts.priority)
    crowd = people(layers.participants, team.facilitators, len(domains), stickers)
    meetings = shared.meetings(forms, crowd)
    return Job(
        team_id=layers.team_id,
        team_name=team.name,
        language=language,
        brand=brand,
        domains=domains,
        competencies=competencies[0],
        competency_names=tuple(item.name for item in competencies[1]),
        competency_sentences=tuple(item.sentence for item in competencies[1]),
        meetings=meetings,
        forms=forms,
        needs=shared.needs(meetings.values(), crowd, materials_of(layers)),
        people=crowd,
        roster=roster(layers.people),
        stickers=stickers,
        labels=labels,
        label_sheets=(),
        materials=(),
        rates=shared.structure.rates,
        palette=shared.structure.palette,
        purposes=shared.texts(CATALOGUE),
    )


def _materials(
    layers: Layers, wanted: Iterable[str], shared: Shared, job: Job, papers: dict[str, Paper], layouts: Layouts
) -> tuple[Material, ...]:
    maker = Maker(
        layouts=layouts,
        filler=shared.filler,
        papers=papers,
        credits=shared.texts("credits"),
        labels=job.labels,
        people=job.people,
        settings=sections(layers, MATERIALS),
        report=shared.report,
    )
    node = shared.nodes.get(MATERIALS)
    marks = node.keys if isinstance(node, Mapping) else {}
    entries = shared.structure.materials
    made = (maker.make(id, entries[id], marks[id]) for id in wanted)
    return tuple(material for material in made if material is not None)
