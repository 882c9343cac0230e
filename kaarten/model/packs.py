"""Packs: folders of materials, words and programmes that a team chooses by name.

In: the names a team or its organisation wrote, the root of its project, the root of what comes with kaarten. Out: by
name the folder of each pack; a fault for a name that no pack has. A pack is a layer above the base and below the
organisation: packs can be mixed, and all in them replaced. Leaves alone: what stands in the folders (`layers`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.source.files import Root
from kaarten.text import Text, mark_of

PACKS = "packs"
"""Folder of the packs, and the namespace of their names in the words."""
DEFAULT_PACKS = ("bijeenkomsten",)
"""Those of a team that names none, as far as they are there."""


def chosen_packs(
    names: Sequence[Text] | None, project: Root, library: Root, report: Report
) -> dict[str, tuple[Root, Path]]:
    """Root and folder of each pack by name, in the order asked for. Error unknown-pack at each name there is not."""
    known = known_packs(project, library)
    found: dict[str, tuple[Root, Path]] = {}
    wanted = [Text(name) for name in DEFAULT_PACKS if name in known] if names is None else names
    for name in wanted:
        if name in known:
            found[str(name)] = (known[name], Path(PACKS) / name)
        else:
            report.error("unknown-pack", mark_of(name), pack=str(name), guess=guess(name, known), known=list(known))
    return found


def chosen_names(team: Sequence[Text] | None, organisation: Sequence[Text] | None) -> list[str]:
    """What the team names, else its organisation, else those that everybody has."""
    names = organisation if team is None else team
    return list(DEFAULT_PACKS) if names is None else [str(name) for name in names]


def known_packs(project: Root, library: Root) -> dict[str, Root]:
    """All packs by name: those of the project, whose own stand before ours of the same name, and ours."""
    return {name: root for root in (library, project) for name in root.list_folders(PACKS)}
