"""`kaarten check`: what is missing, stale or unknown, or does not fit, in every language.

In: a team, or none for the base and all packs. Out: faults and remarks, and a table that counts them; with `--accept`
the files that say which translations are right as they stand. Leaves alone: PDFs; everything that can be wrong is known
before them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kaarten.cli.screen import Screen
from kaarten.cli.teams import ALL, Asked, chosen_languages, open_team, team_folder
from kaarten.diagnostics import KaartenError, Report, Severity
from kaarten.finish.atomic import make_folder, shown, write_file
from kaarten.model.selection import Selection

if TYPE_CHECKING:
    from kaarten.model.layers import Layer
    from kaarten.pipeline import Pack

_HEADS = ("head-language", "head-errors", "head-warnings", "head-notes")
_KINDS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def run(
    screen: Screen,
    folder: str | None,
    lang: tuple[str, ...],
    selection: Selection,
    brand: str | None,
    participants: int | None,
    accept: str | None,
) -> int:
    """Check each language as far as it can be without a PDF."""
    report = Report()
    asked = Asked(None, brand, selection, participants)
    pack = open_team(screen, asked.of(team_folder(folder, needed=False), every_pack=True), report)
    if accept:
        (accept,) = chosen_languages(pack, [accept])
        return _accept(screen, pack, accept)
    screen.show(report)
    rows = [_check(screen, pack, language) for language in chosen_languages(pack, lang or [ALL])]
    screen.table(_HEADS, [[language, *counts] for language, counts in rows])
    screen.result(languages=[{"language": language, **_named(counts)} for language, counts in rows])
    return 1 if any(counts[0] for _, counts in rows) else 0


def _check(screen: Screen, pack: Pack, language: str) -> tuple[str, list[int]]:
    from kaarten import pipeline
    from kaarten.tailor.catalogue import report_purposeless

    report = Report()
    try:
        job = pipeline.job_of(pack, language, report)
        report_purposeless(job, pipeline.our_layers(pack), report)
        pipeline.lay_out(pack, job, report)
    except KaartenError as error:
        found = error.diagnostics
    else:
        found = list(report)
    screen.show(found)
    return language, [sum(diagnostic.severity is kind for diagnostic in found) for kind in _KINDS]


def _named(counts: list[int]) -> dict[str, int]:
    return dict(zip(("errors", "warnings", "notes"), counts, strict=True))


# ---- accepting translations


def _accept(screen: Screen, pack: Pack, language: str) -> int:
    """Write down of which base texts the translations were made: in the team's layers, or without one in our own."""
    from kaarten import pipeline
    from kaarten.tailor.accepted import accepted_texts

    job = pipeline.job_of(pack, language, Report())
    texts = accepted_texts(pack.layers.layers, job.language)
    for layer in pack.layers.layers:
        texts.setdefault(layer.name, {}).update(_of_other_packs(layer, language))
    for name, folder in pipeline.layer_folders(pack).items():
        if texts.get(name):
            path = folder / "words" / language / "accepted.yaml"
            make_folder(path.parent)
            write_file(path, _as_yaml(screen.word("accepted-remark"), texts[name]).encode())
            screen.say("texts-accepted", count=len(texts[name]), language=language, file=shown(path))
            screen.result(accepted=[{"file": shown(path), "texts": len(texts[name])}])
    return 0


def _of_other_packs(layer: Layer, language: str) -> dict[str, str]:
    """What was accepted for packs that this team does not have: it stays as it is."""
    from kaarten.source.nodes import Mapping, Scalar

    told = layer.accepted.get(language)
    accepted = told.entries if isinstance(told, Mapping) else {}
    starts = tuple(f"{id}." for id in layer.aside)
    return {id: node.text for id, node in accepted.items() if isinstance(node, Scalar) and id.startswith(starts)}


def _as_yaml(remark: str, texts: dict[str, str]) -> str:
    lines = [f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value)}" for key, value in texts.items()]
    return "\n".join([f"# {remark}", *lines, ""])
