"""Where kaarten's own files stand.

In: nothing. Out: folders. `content/` stands beside the package in a checkout and inside it in a wheel; only this module
knows. Leaves alone: reading what is in them, and folders of users.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """What the engine itself needs: messages, icons, templates."""
    return PACKAGE / "data"


def content_folder(package: Path = PACKAGE) -> Path:
    """Everything that is printed, and the example teams. Raises FileNotFoundError when `package` came without it."""
    for place in (package / "content", package.parent / "content"):
        if (place / "base").is_dir():
            return place
    raise FileNotFoundError(f"no content/base in or beside {package}")
