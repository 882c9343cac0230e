"""`kaarten preview`: pictures of all pages, and one page of HTML with the whole pack.

In: a team, as for `build`, which comes first. Out: PNGs and `index.html` in the folder `preview` beside the PDFs.
Leaves alone: the PDFs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaarten.cli.build import build_language, exit_code
from kaarten.cli.screen import Screen
from kaarten.cli.teams import Asked, check_start, chosen_languages, open_team, team_folder
from kaarten.diagnostics import Report
from kaarten.finish.atomic import make_folder, shown, write_file
from kaarten.model.selection import Selection

if TYPE_CHECKING:
    from kaarten.finish.folder import Finished, Outcome
    from kaarten.pipeline import Pack
    from kaarten.preview import Chapter, Picture

FOLDER = "preview"
SHEET = "index.html"


def run(
    screen: Screen,
    folder: str | None,
    lang: tuple[str, ...],
    selection: Selection,
    brand: str | None,
    participants: int | None,
    start_at: int,
    output: str | None,
    dpi: int,
    open: bool,  # noqa: A002
) -> int:
    """Build, then picture, each language."""
    report = Report()
    pack = open_team(screen, Asked(output, brand, selection, participants, start_at).of(team_folder(folder)), report)
    languages = chosen_languages(pack, lang)
    screen.show(report)
    check_start(pack, languages[0])
    sheets: list[Path] = []
    for language in languages:
        finished = build_language(screen, pack, language)
        if finished:
            sheets.append(_picture(screen, pack, language, finished, dpi))
    screen.count()
    if open and sheets:
        click.launch(str(sheets[0]))
    return exit_code(len(sheets), len(languages))


def _picture(screen: Screen, pack: Pack, language: str, finished: Finished, dpi: int) -> Path:
    """Write the pictures of one language and the sheet that shows them; the path of that sheet."""
    from kaarten.preview import contact_sheet, pictures

    place = finished.folder / FOLDER
    make_folder(place)
    chapters: list[Chapter] = []
    for outcome in (outcome for outcome in finished.outcomes if outcome.about.pages):
        found = pictures((finished.folder / outcome.name).read_bytes(), dpi)
        for number, picture in enumerate(found, 1):
            write_file(place / _name(outcome, number, len(found)), picture.png)
        chapters.append(_chapter(screen, outcome, found))
    labels = {"files": screen.word("preview-files"), "open": screen.word("preview-open")}
    title = f"{pack.layers.team.name} ({language})"
    write_file(place / SHEET, contact_sheet(title, screen.language, chapters, labels).encode())
    screen.say("preview-made", file=shown(place / SHEET))
    screen.result(previews=[{"language": language, "sheet": shown(place / SHEET)}])
    return place / SHEET


def _name(outcome: Outcome, number: int, pages: int) -> str:
    """Numbers of one width, so that a folder shows the pages in order."""
    return f"{Path(outcome.name).stem}-{number:0{len(str(pages))}}.png"


def _chapter(screen: Screen, outcome: Outcome, found: list[Picture]) -> Chapter:
    from kaarten.preview import Chapter, Shot

    about = outcome.about
    shots: list[Shot] = []
    for number, picture in enumerate(found, 1):
        caption = screen.word("preview-page", page=number, pages=len(found))
        alt = f"{outcome.name}, {caption}: {picture.words}" if picture.words else f"{outcome.name}, {caption}"
        shots.append(Shot(picture, _name(outcome, number, len(found)), caption, alt))
    code = "preview-run" if about.sheets else "preview-reading"
    line = screen.word(code, sheets=about.sheets, paper=about.paper, copies=about.copies, pages=about.pages)
    return Chapter(outcome.name, line, f"../{outcome.name}", tuple(shots))
