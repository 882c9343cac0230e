"""What the help says, in Dutch and English.

In: a language. Out: texts by name. They stand here and not in YAML so that help and completion load nothing. Leaves
 alone: faults and results, whose sentences stand in `data/messages`.
"""

from __future__ import annotations

from kaarten.diagnostics.messages import Language
from kaarten.model.selection import KINDS

_WORDS = {
    "usage": ("Gebruik:", "Usage:"),
    "options": ("Opties", "Options"),
    "commands": ("Opdrachten", "Commands"),
    "example": ("Voorbeeld", "Example"),
    "help": ("Laat deze uitleg zien.", "Show this help."),
    "version": ("Laat de versie zien.", "Show the version."),
    "some-options": ("[OPTIES]", "[OPTIONS]"),
    "a-command": ("OPDRACHT", "COMMAND"),
    "folder": ("MAP", "FOLDER"),
    "file": ("BESTAND", "FILE"),
    "material": ("MATERIAAL", "MATERIAL"),
    "part": ("NAAM", "NAME"),
    "language": ("TAAL", "LANGUAGE"),
    "number": ("AANTAL", "NUMBER"),
    "label-number": ("NUMMER", "NUMBER"),
    "kaarten": (
        "Kaarten, posters en werkbladen voor een wijkteam, in eigen stijl en eigen woorden.",
        "Cards, posters and worksheets for a neighbourhood team, in its own style and words.",
    ),
    "new": (
        "Maak een map voor een nieuw team, met bestanden om in te vullen; `new deck SET` maakt een eigen set kaarten.",
        "Make a folder for a new team, with files to fill in; `new deck DECK` makes a deck of cards of your own.",
    ),
    "deck": ("SET", "DECK"),
    "team": (
        "Map van het team of de organisatie waar de set bij hoort (standaard: waar je staat).",
        "Folder of the team or organisation that the deck belongs to (default: where you are).",
    ),
    "from": ("Haal de kaarten uit dit CSV- of Excel-bestand.", "Take the cards from this CSV or Excel file."),
    "build": (
        "Maak de pdf's en een zip van een team, of van alle teams in een map. Zonder MAP: waar je staat.",
        "Make the PDFs and a ZIP of a team, or of all teams in a folder. Without FOLDER: where you are.",
    ),
    "check": (
        "Controleer een team in alle talen: wat ontbreekt, is verouderd, is onbekend of past niet.",
        "Check a team in all languages: what is missing, stale or unknown, or does not fit.",
    ),
    "list": (
        "Laat zien welke materialen er zijn: titel, soort, bijeenkomst, code, maat, papier en aantal.",
        "Show which materials there are: title, kind, meeting, code, size, paper and copies.",
    ),
    "catalogue": (
        "Maak een catalogus om uit te kiezen: een pdf en een webpagina met een plaatje van alles uit elk pakket.",
        "Make a catalogue to choose from: a PDF and a web page with a picture of everything in every pack.",
    ),
    "plan": (
        "Laat zien wat je print, knipt en betaalt, per bestand; met --json elk getal van het printplan.",
        "Show what to print, cut and pay, file by file; with --json every figure of the print plan.",
    ),
    "agenda": (
        "Laat zien hoe laat elk blok van de bijeenkomsten begint en of ze samen passen.",
        "Show when each block of the meetings begins and whether they add up.",
    ),
    "texts": (
        "Laat de teksten van een materiaal zien, elk met de naam waaronder je hem kunt veranderen.",
        "Show the texts of a material, each with the name under which you can change it.",
    ),
    "schema": (
        "Laat het JSON-schema zien waarmee een editor de velden van een bestand aanvult en uitlegt.",
        "Show the JSON schema with which an editor completes and explains the keys of a file.",
    ),
    "preview": (
        "Maak plaatjes van alle bladzijden, en één overzicht (HTML) van het hele pakket.",
        "Make pictures of all pages, and one overview (HTML) of the whole pack.",
    ),
    "completion": (
        "Laat het script zien waarmee de terminal opdrachten aanvult.",
        "Show the script with which your shell completes commands.",
    ),
    "lang": (
        "Taal, zoals nl of en; vaker te geven. `all` is alle talen.",
        "Language, such as nl or en; may be repeated. `all` is every language.",
    ),
    "new-lang": (
        "Taal van het team en van de uitleg in de bestanden.",
        "Language of the team and of the remarks in the files.",
    ),
    "brand": (
        "Huisstijl uit dit bestand in plaats van die van het team.",
        "House style from this file instead of the team's own.",
    ),
    "meeting": (
        "Alleen wat bij deze bijeenkomst hoort, zoals 1 of leerkring; vaker te geven.",
        "Only what belongs to this meeting, such as 1 or leerkring; may be repeated.",
    ),
    "only": (
        f"Alleen dit materiaal of deze soort; vaker te geven. Soorten: {', '.join(KINDS.values())}.",
        f"Only this material or this kind; may be repeated. Kinds: {', '.join(KINDS)}.",
    ),
    "without": (
        "Zonder dit materiaal of deze soort; vaker te geven.",
        "Without this material or this kind; may be repeated.",
    ),
    "jobs": (
        "Hoeveel teams, of bestanden van één team, tegelijk (standaard: zo veel als er processoren zijn).",
        "How many teams, or files of one team, at a time (default: as many as there are processors).",
    ),
    "output": ("Map waarin alles komt (standaard: output).", "Folder for the results (default: output)."),
    "participants": (
        "Aantal deelnemers, in plaats van dat in team.yaml.",
        "Number of participants, instead of that in team.yaml.",
    ),
    "start-at": (
        "Eerste vrije etiket op een half gebruikt vel, geteld vanaf linksboven.",
        "First free label on a partly used sheet, counted from the top left.",
    ),
    "dry-run": ("Laat zien wat er zou komen, en schrijf niets.", "Show what would be made, and write nothing."),
    "open": ("Open het resultaat als het klaar is.", "Open the result when it is ready."),
    "json": ("Uitvoer als JSON, voor andere programma's.", "Output as JSON, for other programs."),
    "ui": ("Taal van deze meldingen.", "Language of these messages."),
    "accept": (
        "Keur de verouderde teksten van deze taal goed zoals ze zijn.",
        "Accept the stale texts of this language as they are.",
    ),
    "edit": (
        "Schrijf een bestand waarin je de teksten kunt veranderen.",
        "Write a file in which you can change the texts.",
    ),
    "dpi": ("Puntjes per inch van de plaatjes.", "Dots per inch of the pictures."),
}

EXAMPLES = {
    "kaarten": ("kaarten new my-team", "kaarten build my-team"),
    "new": (
        "kaarten new my-team",
        "kaarten new deck my-questions --team my-team",
        "kaarten new deck my-questions --team my-team --from questions.xlsx",
    ),
    "build": (
        "kaarten build my-team",
        "kaarten build my-team --lang en --only werkblad-1 --open",
        "kaarten build my-team --meeting 1 --without posters",
        "kaarten build teams/",
        "kaarten build my-team --only naamstickers --start-at 8",
    ),
    "check": ("kaarten check my-team", "kaarten check my-team --accept en"),
    "list": ("kaarten list my-team", "kaarten list my-team --meeting 1 --only cards"),
    "plan": ("kaarten plan my-team", "kaarten plan my-team --json"),
    "agenda": ("kaarten agenda my-team",),
    "texts": ("kaarten texts werkblad-1 my-team", "kaarten texts werkblad-1 my-team --edit"),
    "schema": ("kaarten schema team",),
    "preview": ("kaarten preview my-team --open",),
    "completion": ("kaarten completion bash >> ~/.bashrc",),
}
"""Of each command, one that can be typed as it stands."""


class Words:
    """The texts of one language: `words("build")`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, name: str) -> str:
        dutch, english = _WORDS[name]
        return dutch if self.language == "nl" else english
