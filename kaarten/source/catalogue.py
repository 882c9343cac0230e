"""The sentences of all diagnostics, read from the package's own YAML.

In: `kaarten/data/messages/*.yaml`, one file for each area. Out: a Catalogue for `kaarten.diagnostics.render`. It is
read only when there is something to say. A fault in it is ours, never a user's: it raises. Leaves alone: sentences.
"""

from __future__ import annotations

from pathlib import Path

from kaarten.diagnostics import Report
from kaarten.diagnostics.messages import Catalogue
from kaarten.resources import data_folder
from kaarten.source.files import Root
from kaarten.source.nodes import Mapping, Scalar
from kaarten.source.overlay import merge_files
from kaarten.source.reader import read_yaml


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """All sentences by code. Raises KaartenError when a file cannot be read or two files have a text for one code."""
    report = Report()
    root = Root(folder or data_folder() / "messages", prefix="kaarten/data/messages/")
    merged = merge_files([read_yaml(root, path, report) for path in root.list_files("", ".yaml")], report)
    report.stop_on_errors()
    return {code: _texts(entry) for code, entry in merged if isinstance(entry, Mapping)}


def _texts(entry: Mapping) -> dict[str, str]:
    return {name: text.text for name, text in entry if isinstance(text, Scalar)}
