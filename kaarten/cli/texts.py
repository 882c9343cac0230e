"""`kaarten texts`: what stands on a material, and a file in which to reword it.

In: a material, or words that materials share such as `labels`; a team, or none. Out: ids and sentences as they are
printed; with `--edit` a file of the team's own in which every text waits behind a `#`. Leaves alone: the base.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from collections.abc import Mapping as MapOf
from typing import TYPE_CHECKING, Any

from kaarten.cli.faults import UsageFaultError
from kaarten.cli.screen import Screen
from kaarten.cli.teams import chosen_languages, open_team, team_folder
from kaarten.diagnostics import Diagnostic, KaartenError, Mark, Report, Severity
from kaarten.diagnostics.guess import guess
from kaarten.finish.atomic import make_folder, shown, write_file

if TYPE_CHECKING:
    from kaarten.pipeline import Pack
    from kaarten.source.nodes import Mapping, Node
    from kaarten.tailor.job import Job

_PLAIN = re.compile(r"[A-Za-z\u00c0-\u024f][^:#\n]*[^:#\s]")
"""A text that YAML reads as it stands; all others are quoted."""


def run(screen: Screen, material: str, folder: str | None, lang: tuple[str, ...], edit: bool) -> int:
    """Show the texts, or write the file."""
    place = team_folder(folder, needed=edit)
    from kaarten import pipeline

    report = Report()
    pack = open_team(screen, pipeline.Order(place, every_pack=pipeline.of_nobody(place)), report)
    job = pipeline.job_of(pack, chosen_languages(pack, lang)[0], report)
    texts = _texts(job)
    entry = pack.structure.materials.get(material) if pack.structure else None
    material = entry.said_in(material) if entry else material
    own = {name: text for name, text in texts.items() if name.partition(".")[0] == material}
    if not own:
        known = [*pack.parts, *dict.fromkeys(name.partition(".")[0] for name in texts)]
        raise UsageFaultError("no-such-material", material=material, guess=guess(material, known))
    if edit:
        return _write(screen, pack, job, material)
    screen.table(("head-id", "head-text"), own.items())
    screen.result(texts=own, language=job.language.id)
    return 0


def _texts(job: Job) -> dict[str, str]:
    """Every printed text of the job by its id, in the order of the job."""
    return {text_id: text for text_id, text in _walk(job) if text_id}


def _walk(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield getattr(value, "id", ""), str(value)
    elif isinstance(value, MapOf):
        for item in value.values():  # pyright: ignore[reportUnknownVariableType]
            yield from _walk(item)
    elif isinstance(value, list | tuple):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _walk(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name != "brand":
                yield from _walk(getattr(value, field.name))
    elif hasattr(value, "__dict__"):
        yield from _walk(vars(value))


# ---- the file to edit


def _write(screen: Screen, pack: Pack, job: Job, namespace: str) -> int:
    path = pack.order.folder / "words" / job.language.id / f"{namespace}.yaml"
    if path.exists():
        raise KaartenError([Diagnostic(Severity.ERROR, "words-there-already", Mark(shown(path)))])
    words = _words(pack, job, namespace)
    head = screen.word("words-remark", name=job.team_name)
    lines = [*(f"# {line}" for line in head.splitlines()), f"{namespace}:", *_stub(words, 1), ""]
    make_folder(path.parent)
    write_file(path, "\n".join(lines).encode())
    screen.say("words-written", file=shown(path))
    screen.result(file=shown(path), language=job.language.id)
    return 0


def _words(pack: Pack, job: Job, namespace: str) -> Mapping:
    """The words as they are now, with their placeholders still in them."""
    from kaarten.source.nodes import Mapping
    from kaarten.source.overlay import EMPTY, overlay

    tree = EMPTY
    for language in reversed(job.language.chain):
        for layer in pack.layers.layers:
            words = layer.words.get(language)
            part = words.get(namespace) if isinstance(words, Mapping) else None
            tree = overlay(tree, part, Report()) if isinstance(part, Mapping) else tree
    return tree


def _stub(words: Mapping, depth: int) -> Iterator[str]:
    """Keys of maps stand open and texts behind a `#`, so that taking one `#` away is enough."""
    from kaarten.source.nodes import Mapping

    for key, node in words:
        name = f"{'  ' * depth}{_quoted(key, key=True)}:"
        if isinstance(node, Mapping):
            yield name
            yield from _stub(node, depth + 1)
        else:
            yield name.replace(name.lstrip(), f"#{name.lstrip()} {_value(node)}")


def _value(node: Node) -> str:
    from kaarten.source.nodes import Scalar, Sequence

    if isinstance(node, Sequence):
        return json.dumps([item.text for item in node.items if isinstance(item, Scalar)], ensure_ascii=False)
    assert isinstance(node, Scalar)
    return _quoted(node.text)


def _quoted(text: str, *, key: bool = False) -> str:
    plain = re.fullmatch(r"[\w-]+", text) if key else _PLAIN.fullmatch(text)
    return text if plain else json.dumps(text, ensure_ascii=False)
