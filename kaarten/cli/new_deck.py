"""`kaarten new deck NAME`: a deck of cards of one's own, as an example to change or out of a table.

In: the name of the deck, the folder of a team or an organisation, perhaps a CSV file or a workbook. Out: the file
`decks/<name>.yaml`, and in `.kaarten` the schema with which an editor completes and explains its keys. Nothing of the
user's is ever overwritten. Leaves alone: the table, which stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from kaarten.cli.faults import UsageFaultError
from kaarten.cli.schema import schema_of
from kaarten.cli.screen import Screen
from kaarten.diagnostics import Diagnostic, KaartenError, Mark, Report, Severity
from kaarten.finish.atomic import make_folder, shown, write_file
from kaarten.resources import data_folder

SCHEMA = ".kaarten/deck.schema.json"
_MODELINE = f"# yaml-language-server: $schema=../{SCHEMA}"
_ANY = "any"
"""The language of texts while nobody asks for it."""
_PLAIN = re.compile(r"[^\W\d_][^:#\[\]{}\"'&*!|>%@`\\,]*(?<!\s)")
"""A text that YAML takes as it is typed."""


def make(screen: Screen, name: str, folder: str | None, table: str | None, lang: str | None) -> int:
    """Write the deck, an example in the language `lang`, else in that of its team.

    Raises UsageFaultError for a name or a folder that is none, KaartenError for a bad table.
    """
    from kaarten.model.decks import DECKS, is_deck_name
    from kaarten.model.layers import TEAM_FILE
    from kaarten.source.files import PROJECT_FILE

    if not is_deck_name(name):
        raise UsageFaultError("deck-name", name=name)
    place = Path(folder or ".")
    if not any((place / file).is_file() for file in (TEAM_FILE, PROJECT_FILE)):
        raise UsageFaultError("no-place-for-deck", folder=shown(place))
    file = place / DECKS / f"{name}.yaml"
    if file.exists():
        raise KaartenError([Diagnostic(Severity.ERROR, "deck-there-already", Mark(shown(file)))])
    if table:
        text = _imported(screen, name, Path(table), lang)
    else:
        text = _example(name, place, lang or _language_of(place) or screen.asked or "nl")
    for written, content in ((place / SCHEMA, schema_of("deck")), (file, f"{_MODELINE}\n{text}")):
        make_folder(written.parent)
        write_file(written, content.encode())
    screen.result(files=[shown(file)])
    screen.say("made-deck", file=shown(file), folder=shown(place), id=name)
    return 0


def _language_of(place: Path) -> str:
    """Of the examples that there are, the one in the language of a team or an organisation; "" when it says none."""
    from kaarten.model.layers import TEAM_FILE
    from kaarten.source.files import PROJECT_FILE, Root
    from kaarten.source.nodes import Scalar
    from kaarten.source.reader import read_yaml

    for file in (TEAM_FILE, PROJECT_FILE):
        if (place / file).is_file():
            stated = read_yaml(Root(place), file, Report()).get("language")
            found = stated.text.partition("-")[0] if isinstance(stated, Scalar) else ""
            if found in ("nl", "en"):
                return found
    return ""


def _title(name: str) -> str:
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def _example(name: str, place: Path, language: str) -> str:
    text = (data_folder() / "templates" / language / "deck.yaml").read_text(encoding="utf-8")
    for key, value in {"{title}": _title(name), "{folder}": place.as_posix(), "{id}": name}.items():
        text = text.replace(key, value)
    return text


# ---- out of a table


def _imported(screen: Screen, name: str, table: Path, lang: str | None) -> str:
    """The cards of a table as YAML, in the language `lang`, else in that of the team. Faults stand at their cells."""
    from kaarten.model.deck import Deck
    from kaarten.model.deck_file import even, tables_in
    from kaarten.model.validate import validate
    from kaarten.source.files import Root
    from kaarten.source.nodes import Mapping, Scalar

    report, where = Report(), Mark(shown(table))
    root = Root(table.parent, "" if table.parent == Path() else f"{table.parent.as_posix()}/")
    title, stated = Scalar(_title(name), where), Scalar(table.name, where)
    cards = Mapping({"file": stated}, {"file": where}, where)
    entries = {"title": title, "cards": cards}
    whole = even(
        Mapping({**entries}, dict.fromkeys(entries, where), where),
        _ANY,
        tables_in(root, Path(), lambda _: None),
        report,
    )
    deck = validate(Deck, whole, report) if whole else None
    screen.show([remark for remark in report if remark.severity is not Severity.ERROR])
    report.stop_on_errors()
    assert deck is not None
    screen.say("cards-taken-over", cards=len(deck.cards), groups=len(deck.groups), file=shown(table))
    return "\n".join(_lines(deck, _title(name), lang)) + "\n"


def _lines(deck: object, title: str, lang: str | None) -> Iterator[str]:
    """The file, line by line."""
    from kaarten.model.deck import Deck

    assert isinstance(deck, Deck)
    yield f"title: {_yaml(title)}"
    if lang:
        yield f"language: {lang}"
    yield "size: A6"
    yield "copies: 1"
    if deck.groups:
        yield "groups:"
        for id, group in deck.groups.items():
            yield f"  {id}: {_yaml(group.name[_ANY])}"
    yield "cards:"
    for card in deck.cards:
        yield f"  - front: {_yaml(card.front[_ANY])}"
        back, kind = (said[_ANY] if said else None for said in (card.back, card.kind))
        told = (("back", back), ("group", card.group), ("kind", kind), ("qr", card.qr))
        yield from (f"    {key}: {_yaml(text)}" for key, text in told if text)


def _yaml(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
