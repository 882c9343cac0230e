"""Layers: base, packs, organisation and team, as they stand in their folders.

In: the root of what comes with kaarten, that of the project, the folder of a team. Out: Layers: structure and words of
each, the facts of team and organisation, and a digest of every file read, so that a later build knows what changed.
Leaves alone: laying the layers over each other (`tailor`), and the brand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from kaarten.diagnostics import Mark, Report
from kaarten.model.deck_file import tables_in
from kaarten.model.deck_layer import DeckWords
from kaarten.model.decks import DECKS, DeckParts, parts_of, spread
from kaarten.model.elsewhere import NOWHERE_ELSE, Elsewhere, Sieve
from kaarten.model.fallbacks import with_fallbacks
from kaarten.model.keys import WORDS, facts_in, only_mappings, picked, sections_in, unknown_key
from kaarten.model.organisation import Organisation
from kaarten.model.packs import PACKS, chosen_packs, known_packs
from kaarten.model.people import PeopleFile, PersonEntry, warn_of_names_twice
from kaarten.model.people_file import read_people
from kaarten.model.structure import SECTIONS
from kaarten.model.team import Team
from kaarten.model.validate import validate
from kaarten.source.files import PROJECT_FILE, Root
from kaarten.source.nodes import Mapping, Node, Scalar
from kaarten.source.overlay import merge_files
from kaarten.source.reader import LARGEST, parse_yaml
from kaarten.text import Text, mark_of

TEAM_FILE = "team.yaml"
ACCEPTED = "accepted.yaml"
DEFAULT_LANGUAGE = "nl"


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer, in its folder. `words` goes language, namespace, id; `accepted` has, by language, the file of accepted
    texts. `pack` is the name of the pack it is, or "".

    `decks` are the namespaces of its decks, whose translations stand beside each other and are not accounted for.
    `aside` is how the ids begin of texts that it has for packs which were not chosen, and that are not among its words.
    """

    name: str
    structure: Mapping
    words: Mapping
    accepted: Mapping
    decks: frozenset[str] = frozenset()
    folder: Path = Path()
    pack: str = ""
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layers:
    """All layers, lowest first. `facts` is the file of the team as it stands, to point into; `files` path -> sha256.

    `people` are those whose names are known, of all who are to take part.
    """

    layers: tuple[Layer, ...]
    team_id: str
    team: Team
    organisation: Organisation
    facts: Mapping
    participants: int
    people: tuple[PersonEntry, ...]
    files: dict[str, str] = field(default_factory=dict[str, str])
    decks: tuple[DeckWords, ...] = ()
    elsewhere: Elsewhere = NOWHERE_ELSE

    @property
    def language(self) -> str:
        """The language that is built when nobody says otherwise."""
        return self.team.language or self.organisation.language or DEFAULT_LANGUAGE

    @property
    def packs(self) -> dict[str, Layer]:
        """The packs among them by name."""
        return {layer.pack: layer for layer in self.layers if layer.pack}


def load_layers(
    library: Root,
    project: Root,
    folder: Path,
    report: Report,
    languages: Collection[str] | None = None,
    *,
    every_pack: bool = False,
) -> Layers | None:
    """Read all layers of the team in `folder` (a path inside `project`): base, packs, organisation, team.

    None when a file cannot be read or the facts of the team are faulty: what comes after would only repeat that.
    The organisation is the folder that team.yaml names, else the root of the project if it has a kaarten.yaml. Packs
    are those the team names, else its organisation, else `DEFAULT_PACKS`, or `every_pack` there is; they stand in
    `packs/` of the project or of the `library`, where the base stands too. Of the library only the words of `languages`
    are read, and of what these fall back to: it has many, and no faults of a user. Empty they are the language of the
    team; None is every one. What the project says of packs that were not chosen is left out, with a warning of the
    team's own.
    """
    log = _Log(report)
    own = _Folder(project, folder, log)
    above = own.read(TEAM_FILE)
    team = validate(Team, facts_in(above, Team, report), report) if above.entries or not log.broken else None
    stated = team.organisation if team else None
    home = project.find_folder(stated, mark_of(stated), report, beside=folder) if stated else None
    if not stated and project.exists(PROJECT_FILE):
        home = Path()
    organisation, tops, academy = Organisation(), [sections_in(above)], None
    if home is not None:
        academy = _Folder(project, home, log)
        facts = academy.read(PROJECT_FILE, mark_of(stated) if stated else None)
        organisation = validate(Organisation, facts_in(facts, Organisation, report), report) or organisation
        tops.append(sections_in(facts))
    chosen = organisation.packs if team is None or team.packs is None else team.packs
    language = (team.language if team else None) or organisation.language
    asked = languages if languages is None else frozenset(languages or [language or DEFAULT_LANGUAGE])
    layers = [_Folder(library, Path("base"), log, asked).layer("base", [])]
    there = known_packs(project, library)
    packs = chosen_packs([Text(id) for id in there] if every_pack else chosen, project, library, report)
    elsewhere = Elsewhere(lambda: _structures({id: there[id] for id in there if id not in packs}), list(packs))
    for id, (root, path) in packs.items():
        layer = _pack(id, _Folder(root, path, log, asked if root is library else None), layers)
        layers.append(layer if root is library else _sieved(layer, layers, elsewhere, report))
    if academy and academy.place != own.place:  # one folder with both files is one layer
        above_packs = academy.layer("organisation", [tops.pop()], layers, organisation.language)
        layers.append(_sieved(above_packs, layers, elsewhere, report))
    layers.append(_sieved(own.layer("team", tops, layers, language), layers, elsewhere, report, told=True))
    people = own.people(team) if team else None
    if team is None or people is None or log.broken:
        return None
    participants = len(people) or team.participants
    assert isinstance(participants, int)
    stated_by = (own.place.name, team, organisation, above, participants, people)
    return Layers(tuple(layers), *stated_by, log.files, tuple(log.decks), elsewhere)


def _sieved(layer: Layer, below: list[Layer], elsewhere: Elsewhere, report: Report, *, told: bool = False) -> Layer:
    """The layer without what is about packs that were not chosen."""
    decks = [id for each in (*below, layer) for id in each.decks]
    sieve = Sieve([each.structure for each in below], decks, elsewhere, report, told=told)
    structure = sieve.structure(layer.structure, layer.words)
    words = sieve.words(layer.words)
    return replace(layer, structure=structure, words=words, aside=tuple(sieve.aside))


def _structures(packs: dict[str, Root]) -> dict[str, Mapping]:
    """What stands in packs that were not chosen, but for words; their faults are for who chooses them."""
    found: dict[str, Mapping] = {}
    for id, root in packs.items():
        folder = _Folder(root, Path(PACKS) / id, _Log(Report()))
        names = (*folder.names(), *folder.names("materials"))
        found[id] = merge_files([folder.read(name) for name in names], Report())
    return found


def other_packs(layers: Layers, library: Root, project: Root, report: Report) -> dict[str, Layer]:
    """By name the packs that there are and that these layers do not have."""
    log, below = _Log(report), layers.layers[:1]
    wanted = {id: root for id, root in known_packs(project, library).items() if id not in layers.packs}
    return {id: _pack(id, _Folder(root, Path(PACKS) / id, log), below) for id, root in wanted.items()}


def _pack(id: str, folder: _Folder, below: Iterable[Layer]) -> Layer:
    return replace(folder.layer(f"{PACKS}/{id}", [], below), pack=id)


# ---- one folder


@dataclass(slots=True)
class _Log:
    """What was read: the digest of every file, the decks, and whether one file was no good as YAML."""

    report: Report
    files: dict[str, str] = field(default_factory=dict[str, str])
    decks: list[DeckWords] = field(default_factory=list[DeckWords])
    broken: bool = False


class _Folder:
    """Reads one layer; its words in the languages `asked` for and what these fall back to, or in all."""

    def __init__(self, root: Root, path: Path, log: _Log, asked: Collection[str] | None = None) -> None:
        self.root = root
        self.path = path
        self.log = log
        self.asked = asked
        self.report = log.report
        self.place = (root.folder / path).resolve()

    def read(self, path: str | Path, mark: Mark | None = None) -> Mapping:
        """One file; `mark` is where a user asked for it, else it stands for itself."""
        inside = self.path / path
        shown = self.root.shown(inside)
        faults = len(self.report.errors)
        data = self.root.read_bytes(inside, LARGEST, mark or Mark(shown), self.report) or b""
        self.log.files[shown] = hashlib.sha256(data).hexdigest()
        mapping = parse_yaml(data, shown, self.report)
        self.log.broken |= len(self.report.errors) > faults
        return mapping

    def people(self, team: Team) -> tuple[PersonEntry, ...] | None:
        """Those who take part, as far as their names are known; None after faults in the file they stand in."""
        stated = team.participants
        if isinstance(stated, int):
            return ()
        if isinstance(stated, PeopleFile):
            found = read_people(stated, self.root, self.path, self.report)
            if found is None:
                return None
            table, stated = found
            self.log.files[table.file] = table.sha256
        warn_of_names_twice(stated, self.report)
        return stated

    def names(self, path: str = "") -> list[str]:
        """The YAML files of a folder, relative to the layer, but for those with facts and the brand."""
        if path:
            self._tell_of_others(path, ".yml")
        found = (file.name for file in self.root.list_files(self.path / path, ".yaml"))
        kept = (name for name in found if path == DECKS or name not in (TEAM_FILE, PROJECT_FILE))
        return [f"{path}/{name}" if path else name for name in kept]

    def _tell_of_others(self, path: str, *suffixes: str) -> None:
        """A warning for each file that looks like ours and is not read: with another ending, or in no language."""
        for file in self.root.list_files(self.path / path, *suffixes):
            self.report.warning("file-not-read", Mark(self.root.shown(file)))

    def layer(
        self, name: str, sections: list[Mapping], below: Iterable[Layer] = (), language: str | None = None
    ) -> Layer:
        """All that stands in the folder; `language` is that of decks that name none."""
        files = [*sections, *(self.read(file) for file in (*self.names(), *self.names("materials")))]
        below, named = list(below), [Path(file).stem for file in self.names(DECKS)]
        decks_below = [id for layer in below for id in layer.decks]
        merged = spread(merge_files(files, self.report), decks_below, named, self.report)
        structures = [*(layer.structure for layer in below), merged]
        decks = self._decks(structures, language or DEFAULT_LANGUAGE)
        merged = merge_files([merged, *(deck.sections for deck in decks)], self.report)
        for key in merged.entries:
            if key not in (*SECTIONS, WORDS):
                unknown_key(key, merged.keys[key], (*SECTIONS, WORDS), self.report)
        structure = picked(merged, SECTIONS)
        languages = self._languages(structures)
        words = merge_files([self._words(merged.get(WORDS), languages), *(deck.words for deck in decks)], self.report)
        accepted, own = self._accepted(languages), frozenset(deck.told.id for deck in decks)
        return Layer(name, structure, words, accepted, own, self.place)

    def _decks(self, layers: list[Mapping], language: str) -> list[DeckParts]:
        """What each deck in the folder brings."""
        files = [(Path(name).stem, self.read(name)) for name in self.names(DECKS)]
        files = [(id, node) for id, node in files if node.entries or not self.log.broken]  # else only more of the same
        read = tables_in(self.root, self.path / DECKS, lambda table: self.log.files.update({table.file: table.sha256}))
        parts = list(parts_of(files, layers, language, read, self.report))
        self.log.decks += [each.told for each in parts]
        return parts

    def _languages(self, structures: list[Mapping]) -> list[str]:
        """The languages that are read."""
        found = self.root.list_folders(self.path / WORDS)
        return found if self.asked is None else [id for id in found if id in with_fallbacks(self.asked, structures)]

    def _words(self, inline: Node | None, languages: Iterable[str]) -> Mapping:
        """By language: what stands in `words/<language>/` and under `words:` together."""
        trees: list[Mapping] = []
        self._tell_of_others(WORDS, ".yaml", ".yml")
        for language in languages:
            names = [name for name in self.names(f"{WORDS}/{language}") if not name.endswith(f"/{ACCEPTED}")]
            mark = Mark(self.root.shown(self.path / WORDS / language))
            tree = merge_files([self.read(name) for name in names], self.report)
            trees.append(Mapping({language: tree}, {language: mark}, mark))
        if isinstance(inline, Mapping):
            trees.append(only_mappings(inline, self.report))
        elif inline is not None and not (isinstance(inline, Scalar) and inline.null):
            self.report.error("not-a-mapping", inline.mark, key=WORDS)
        return merge_files(trees, self.report)

    def _accepted(self, languages: Iterable[str]) -> Mapping:
        found: dict[str, Node] = {}
        for language in languages:
            name = f"{WORDS}/{language}/{ACCEPTED}"
            if self.root.exists(self.path / name):
                found[language] = self.read(name)
        return Mapping(found, {language: node.mark for language, node in found.items()}, Mark(WORDS))
