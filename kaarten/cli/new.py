"""`kaarten new`: a folder for a new team, with files to fill in; `kaarten new deck` makes a deck (`new_deck`).

In: the name of a folder. Out: `team.yaml`, `_brand.yml`, and beside them in `.kaarten` the schemas with which an editor
completes and explains their keys. Nothing is ever overwritten. Leaves alone: what the team makes of it.
"""

from __future__ import annotations

import json
from pathlib import Path

from kaarten.cli.faults import UsageFaultError
from kaarten.cli.screen import Screen
from kaarten.diagnostics import Diagnostic, KaartenError, Mark, Severity
from kaarten.finish.atomic import make_folder, shown, write_file
from kaarten.resources import data_folder

FILES = ("team.yaml", "_brand.yml")
SCHEMAS = ".kaarten"


DECK = "deck"


def run(
    screen: Screen, folder: str, deck: str | None, lang: str | None, team: str | None, from_table: str | None
) -> int:
    """Make the folder, or with `deck` a deck. The remarks are Dutch unless another language is asked for.

    Raises UsageFaultError for a second word after anything but `deck`, and for options of a deck without one.
    """
    if deck is not None and folder == DECK:
        from kaarten.cli.new_deck import make

        return make(screen, deck, team, from_table, lang)
    if deck is not None or team is not None or from_table is not None:
        raise UsageFaultError("new-what", folder=folder, deck=deck or folder)
    place = Path(folder)
    _refuse_overwriting(place)
    language = lang or screen.asked or "nl"
    files = [*_schemas(), *_templates(place, language)]
    make_folder(place / SCHEMAS)
    for name, text in files:
        write_file(place / name, text.encode())
        screen.result(files=[shown(place / name)])
    screen.say("made-team", folder=shown(place))
    return 0


def _refuse_overwriting(place: Path) -> None:
    there = [place / name for name in FILES if (place / name).exists()]
    if there:
        raise KaartenError([Diagnostic(Severity.ERROR, "team-there-already", Mark(shown(path))) for path in there])


def _templates(place: Path, language: str) -> list[tuple[str, str]]:
    templates = data_folder() / "templates" / language
    name = " ".join(part[:1].upper() + part[1:] for part in place.absolute().name.replace("_", "-").split("-") if part)
    values = {"{name}": json.dumps(name, ensure_ascii=False), "{folder}": place.as_posix()}
    found: list[tuple[str, str]] = []
    for file in FILES:
        text = (templates / file).read_text(encoding="utf-8")
        for key, value in values.items():
            text = text.replace(key, value)
        found.append((file, text))
    return found


def _schemas() -> list[tuple[str, str]]:
    from kaarten.cli.schema import schema_of

    return [(f"{SCHEMAS}/{kind}.schema.json", schema_of(kind)) for kind in ("team", "brand")]
