"""A ZIP with all files of a folder, to mail or to hand to a print shop.

In: names and bytes. Out: the bytes of the archive: equal files give equal bytes, whenever and wherever they are packed.
Nothing is compressed, for what is inside has been already. Leaves alone: what is in the files, and writing.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from kaarten.text import slug

SUFFIX = ".zip"

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP can name."""
_ANY_SYSTEM = 0
"""What the format calls MS-DOS: names, and no rights or owners of files."""
_LONGEST = 60
"""Characters of the team in a name: the path of a file has 260 on Windows."""


def archive_name(team: str, language: str, part: str = "") -> str:
    """`buurtteam-oost-nl.zip`: what tells this archive from others in the same mail. `part` is that of a pack."""
    names = [slug(team)[:_LONGEST].rstrip("-") or "team", slug(language), slug(part)]
    return f"{'-'.join(name for name in names if name)}{SUFFIX}"


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of these files in their order, all in its top folder."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.create_system = _ANY_SYSTEM
            archive.writestr(entry, data)
            entry.external_attr = 0  # written at the close; `writestr` fills in rights where there are none
    return stream.getvalue()
