"""`kaarten list --catalogue`: every material with a picture, as a PDF and a page of HTML.

In: a team, or none; all packs there are. Out: both files in the folder of each language. Leaves alone: the pack.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaarten.cli.build import exit_code
from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, chosen_languages, open_team
from kaarten.diagnostics import KaartenError, Report, Severity
from kaarten.finish.atomic import make_folder, shown, write_file

if TYPE_CHECKING:
    from kaarten.pipeline import Pack


def run(screen: Screen, place: Path, asked: Asked, lang: tuple[str, ...], *, opened: bool) -> int:
    """Make the catalogue in each language."""
    report = Report()
    languages = replace(asked, languages=lang)
    pack = open_team(screen, replace(languages.of(place), every_pack=True), report)
    wanted = chosen_languages(pack, lang)
    screen.show(report)
    pages: list[Path] = []
    for language in wanted:
        page = _made(screen, pack, language)
        if page:
            pages.append(page)
    screen.count()
    if opened and pages:
        click.launch(str(pages[0]))
    return exit_code(len(pages), len(wanted))


def _made(screen: Screen, pack: Pack, language: str) -> Path | None:
    """Write both files of one language; the path of the page, None after faults."""
    from kaarten.pipeline import CATALOGUE, catalogue_of

    report = Report()
    try:
        folder, catalogue = catalogue_of(pack, language, report)
    except KaartenError as error:
        screen.show(fault for fault in error.diagnostics if fault.severity is Severity.ERROR)
        return None
    screen.show(report)
    make_folder(folder)
    files = {folder / f"{CATALOGUE}.pdf": catalogue.pdf, folder / f"{CATALOGUE}.html": catalogue.html}
    for path, data in files.items():
        write_file(path, data)
        screen.say("catalogue-made", file=shown(path))
    screen.result(catalogues=[{"language": language, "files": [shown(path) for path in files]}])
    return folder / f"{CATALOGUE}.html"
