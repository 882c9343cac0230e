"""The file: PDF objects to bytes, most of them packed and compressed together.

In: the objects, by number. Out: a PDF 1.7 file with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and
7.5.8). Why not ReportLab's own writer: it knows neither, and the tree of a large document would weigh more than its
pages. Leaves alone: what the objects say.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Mapping

END_OF_STREAM = b"endstream"
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # four high bytes: this is not text (7.5.2)
_PACK = 200
"""Objects in one object stream: a reader must unpack all of them to find one."""

_LEVEL = 3
"""Of compression: a tenth larger than at 6, in half the time."""

_ENTRY = struct.Struct(">BIH")
"""One line of the cross-reference: kind, offset or number of the object stream, generation or place in it."""


def assemble(objects: Mapping[int, bytes], root: int, info: int, apart: range = range(0)) -> bytes:
    """The file. Every number from 1 to the highest must be there; a body that ends with `endstream` is a stream.

    Objects with a number in `apart` are packed among themselves: who only turns pages need not unpack the tree. The
    same objects give the same bytes: the file's identity is a digest of them.
    """
    file = _File(len(objects) + 1)
    packed: dict[bool, list[tuple[int, bytes]]] = {False: [], True: []}
    for number, body in sorted(objects.items()):
        if body.endswith(END_OF_STREAM):
            file.add(number, body)
        else:
            packed[number in apart].append((number, body))
    for group in packed.values():
        for start in range(0, len(group), _PACK):
            file.add_packed(group[start : start + _PACK])
    return file.closed(root, info)


class _File:
    """Bytes so far, and where in them each object stands. New numbers begin at `next_number`."""

    def __init__(self, next_number: int) -> None:
        self._chunks = [_HEADER]
        self._length = len(_HEADER)
        self._next_number = next_number
        self._entries = {0: _ENTRY.pack(0, 0, 65535)}

    def add(self, number: int, body: bytes) -> None:
        self._entries[number] = _ENTRY.pack(1, self._length, 0)
        chunk = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self._chunks.append(chunk)
        self._length += len(chunk)

    def add_packed(self, objects: list[tuple[int, bytes]]) -> None:
        """One object stream: the numbers and offsets of its objects, then the objects."""
        stream = self._new_number()
        index: list[str] = []
        offset = 0
        for place, (number, body) in enumerate(objects):
            index.append(f"{number} {offset}")
            offset += len(body) + 1
            self._entries[number] = _ENTRY.pack(2, stream, place)
        head = " ".join(index).encode() + b"\n"
        content = head + b"\n".join(body for _, body in objects)
        self.add(stream, flate(content, b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))))

    def _new_number(self) -> int:
        self._next_number += 1
        return self._next_number - 1

    def closed(self, root: int, info: int) -> bytes:
        """The file with its cross-reference, which is itself the last object."""
        number, start = self._new_number(), self._length
        self._entries[number] = _ENTRY.pack(1, start, 0)
        table = b"".join(entry for _, entry in sorted(self._entries.items()))
        digest = hashlib.sha256(b"".join(self._chunks)).hexdigest()[:32].encode()
        facts = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]"
        self.add(number, flate(table, facts % (number + 1, root, info, digest, digest)))
        self._chunks.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._chunks)


def flate(content: bytes, facts: bytes) -> bytes:
    """A compressed stream with `facts` in its dictionary, and an end of line before the end (7.3.8.1)."""
    data = zlib.compress(content, _LEVEL)
    return b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\n%b" % (facts, len(data), data, END_OF_STREAM)
